"""Every form for two policies: opened again, laid out by GB/T 9704, rendered, driven by the text."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import openpyxl
import pytest

from policydoc import pipeline
from policydoc.errors import PolicydocError, TemplateError
from policydoc.generation.fields import form_names, open_form
from policydoc.model import Case, Policy

ROOT = Path(__file__).parents[2]
POLICIES = ("zhangye", "guizhou")
NAMES = tuple(sorted(form_names()))


@pytest.fixture(scope="module")
def policies() -> dict[str, Policy]:
    return {name: pipeline.load(name) for name in POLICIES}


def words(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        tree = ElementTree.fromstring(archive.read("word/document.xml"))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join(
        "".join(t.text or "" for t in p.iter(f"{space}t")) for p in tree.iter(f"{space}p")
    )


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "policydoc", *arguments],
        cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin:/usr/local/bin", "PYTHONUTF8": "1"},
    )  # fmt: skip


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("name", NAMES)
def test_a_form_renders_opens_and_is_laid_out(
    name: str, policy: str, policies: dict[str, Policy]
) -> None:
    from policydoc.gongwen.checker import check_format as check

    case = pipeline.open_case(name)
    content = pipeline.generate(name, policies[policy], case)
    assert content == pipeline.generate(name, policies[policy], case)
    text = words(content)
    assert len(text) > 200
    assert not re.search(r"\{[{%]|[%}]\}|None|undefined|待填", text)
    docx.Document(io.BytesIO(content))
    findings = check(content)
    assert [finding.message for finding in findings] == []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        provenance = ElementTree.fromstring(archive.read("customXml/item1.xml"))
        known = {provision.eid: provision for provision in _walk(policies[policy])}
        for figure in provenance:
            assert figure.get("eid") in known
            assert (figure.text or "") in known[figure.get("eid") or ""].text


def _walk(policy: Policy) -> Any:
    from policydoc.model import walk

    return walk(policy)


@pytest.mark.parametrize("name", NAMES)
def test_a_form_prints(
    name: str, policies: dict[str, Policy], tmp_path: Path,
    soffice_pdf: Callable[[Path], Path], pdf_text: Callable[[Path], str],
) -> None:  # fmt: skip
    path = tmp_path / "document.docx"
    content = pipeline.generate(name, policies["zhangye"], pipeline.open_case(name))
    path.write_bytes(content)
    printed = "".join(pdf_text(soffice_pdf(path)).split())
    missing = [line for line in _lines(content) if line not in printed]
    assert missing == []


def _lines(content: bytes) -> list[str]:
    """The first eight characters of every paragraph of the body, without blanks."""
    paragraphs = docx.Document(io.BytesIO(content)).paragraphs
    texts = ("".join(p.text.split()) for p in paragraphs)
    return [text[:8] for text in texts if text]


def test_a_changed_figure_goes_through_every_form(tmp_path: Path) -> None:
    source = (ROOT / "policies" / "zhangye" / "zhangye.txt").read_text(encoding="utf-8")
    changed = (
        source.replace("产值均在10亿元以上", "产值均在12亿元以上")
        .replace("公示5个工作日", "公示9个工作日")
        .replace("变更完成后15个工作日", "变更完成后25个工作日")
        .replace("有效期为三年", "有效期为四年")
    )
    path = tmp_path / "zhangye.txt"
    path.write_text(changed, encoding="utf-8")
    policy = pipeline.load(path)
    expected = {
        "application": "12亿元", "self-assessment": "12亿元", "evidence-list": "12亿元",
        "site-check": "12亿元", "review-opinion": "12亿元", "call-notice": "12亿元",
        "review-application": "12亿元", "development-plan": "12亿元", "public-notice": "9个工作日",
        "change-filing": "25个工作日", "recognition-notice": "有效期为四年", "review-notice": "有效期为四年",
    }  # fmt: skip
    for name in NAMES:
        content = pipeline.generate(name, policy, pipeline.open_case(name))
        text = "".join(words(content).split())
        if name in expected:
            assert expected[name] in text, name
        for old in ("产值均在10亿元", "公示5个工作日", "15个工作日", "有效期为三年", "≥10亿元"):
            assert old not in text, (name, old)


def test_the_tasks_of_a_plan_are_the_policys(policies: dict[str, Policy]) -> None:
    for policy, count in (("zhangye", 7), ("guizhou", 6)):
        content = pipeline.generate(
            "development-plan", policies[policy], pipeline.open_case("development-plan")
        )
        text = words(content)
        tasks = text[text.index("四、重点任务") : text.index("五、重点项目")]
        assert len(re.findall(r"（第六条第[一二三四五六七]项）", tasks)) == count
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            charts = [n for n in archive.namelist() if n.startswith("word/charts/chart")]
            assert len(charts) == 2
            assert "集群总产值" in archive.read(charts[0]).decode()
            document = archive.read("word/document.xml").decode()
        described = re.findall(r'<wp:docPr [^>]*descr="([^"]{10,})"', document)
        assert sum("图" in words for words in described) == 2


def test_what_a_policy_does_not_provide_is_said(policies: dict[str, Policy]) -> None:
    notice = words(
        pipeline.generate("public-notice", policies["guizhou"], pipeline.open_case("public-notice"))
    )
    assert "未规定公示天数" in notice
    ours = words(
        pipeline.generate("public-notice", policies["zhangye"], pipeline.open_case("public-notice"))
    )
    assert "未规定" not in ours
    assert (
        "2026年5月18日至5月22日，共5个工作日（《张掖市促进中小企业特色产业集群发展实施细则》第十五条）"
        in ours
    )
    table = words(
        pipeline.generate(
            "annual-assessment", policies["guizhou"], pipeline.open_case("annual-assessment")
        )
    )
    assert "未规定年度考核" in table


CUSTOMARY = (
    "收回牌匾",
    "不予受理",
    "取消本次申报资格",
    "不再享受",
    "实地抽查；",
    "特此通报",
    "优秀",
)


def test_what_no_rule_states_comes_from_the_data(policies: dict[str, Policy]) -> None:
    """Customary sentences stand in the data, where the issuing unit answers for them."""
    for name in ("call-notice", "public-notice", "review-notice", "revocation-notice"):
        case = pipeline.open_case(name)
        optional = [f.name for f in open_form(name).fields if f.source == "form" and not f.required]
        bare = {k: v for k, v in case.extra.items() if f"form.{k}" not in optional}
        bare |= {"procedure": "甲步骤。", "allotment": "乙数量。"}
        text = words(pipeline.generate(name, policies["guizhou"], replace(case, extra=bare)))
        assert [said for said in CUSTOMARY if said in text] == [], name


def test_a_policy_of_a_province_has_its_own_bureaus(policies: dict[str, Policy]) -> None:
    for name in NAMES:
        case = pipeline.open_case(name, "guizhou")
        text = words(pipeline.generate(name, policies["guizhou"], case))
        assert not re.search("张掖|甘肃|0936|张工信|各县区", text), name
        cut = re.sub(r"1,000|https?:", "", text)
        if name not in ("promulgation-notice", "call-notice"):  # these print the source itself
            assert not re.search(r"[\u4e00-\u9fff][,;:()][\u4e00-\u9fff]", cut), name
    letter = words(
        pipeline.generate(
            "recommendation-letter", policies["guizhou"],
            pipeline.open_case("recommendation-letter", "guizhou"),
        )
    )  # fmt: skip
    assert "我单位对示例县工业和信息化局提交的" in letter
    assert letter.count("示例市工业和信息化局") >= 2


def test_a_ground_that_does_not_exist_is_refused(policies: dict[str, Policy]) -> None:
    case = pipeline.open_case("revocation-notice")
    wrong = Case(
        **{f: getattr(case, f) for f in Case.__slots__} | {"extra": {**case.extra, "ground": "九"}}
    )
    with pytest.raises(TemplateError, match=r"现有情形：第十九条第一项"):
        pipeline.generate("revocation-notice", policies["zhangye"], wrong)


@pytest.mark.parametrize("name", NAMES)
def test_the_round_trip_through_excel(
    name: str, policies: dict[str, Policy], tmp_path: Path
) -> None:
    path = tmp_path / "filled.xlsx"
    path.write_bytes(pipeline.fill_in_form(name, "zhangye", filled=True))
    case, example = pipeline.open_case(path), pipeline.open_case(name)
    assert case.name == example.name
    assert case.example
    # A form also asks what the example leaves out; and evidence names its cells.
    ours = words(pipeline.generate(name, policies["zhangye"], replace(case, places={})))
    shown = ours.splitlines()
    example_words = words(pipeline.generate(name, policies["zhangye"], example))
    assert [line for line in example_words.splitlines() if line not in shown] == []


def test_the_thresholds_stand_beside_the_cells(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(pipeline.fill_in_form("application", "zhangye"))
    book = openpyxl.load_workbook(path)
    beside = {row[0]: row[-1] for row in book["年度指标"].iter_rows(min_row=4, values_only=True)}
    assert "近三年产值均在10亿元以上" in str(beside["series.output"])
    assert "附件第一部分" in str(beside["series.output"])
    assert book["年度指标"].freeze_panes == "C4"
    assert book["年度指标"].column_dimensions["A"].hidden
    assert len(book["单项指标"].data_validations.dataValidation) > 5
    assert all(sheet == "填写说明" or sheet != "Sheet1" for sheet in book.sheetnames)


def test_many_cases_are_done_and_the_wrong_ones_told(tmp_path: Path) -> None:
    rows = [["name", "base", "profile.county", "extra.number", "extra.opinion"]]
    rows += [
        [f"第{n}集群（示例）", "recommendation-letter", f"第{n}县", "", ""] for n in range(1, 11)
    ]
    rows[4][3] = "没有括号的字号"
    table = tmp_path / "cases.csv"
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    done = run(
        "generate", "recommendation-letter", "--policy", str(ROOT / "policies/zhangye/zhangye.txt"),
        "--data", str(table), "--all", "-o", "out", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "成功 9 件，失败 1 件" in done.stdout
    assert len(list((tmp_path / "out").glob("*.docx"))) == 9
    report = (tmp_path / "out" / "生成报告.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(report) == 11
    assert "第5行" in report[4]
    assert "发文字号" in report[4]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("generate", "aplication", "--policy", "zhangye"), "没有名为“aplication”的模板"),
        (("generate", "application", "--policy", "nowhere"), "找不到政策"),
        (("generate", "application", "--policy", "zhangye", "--data", "no.toml"), "no.toml"),
        (("generate", "--policy", "zhangye"), "请写明模板名"),
        (("template", "check", "no.docx"), "打不开文件 no.docx（文件不存在）"),
        (("generate", "application", "--policy", "zhangye", "--all"), "--data"),
        (("generate", "public-notice", "--policy", "zhangye", "--data", "bare.toml"), "还缺"),
    ],
)
def test_a_mistake_is_one_sentence(arguments: tuple[str, ...], told: str, tmp_path: Path) -> None:
    (tmp_path / "bare.toml").write_text('name = "甲集群"\n', encoding="utf-8")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_draft_shows_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "bare.toml").write_text('name = "甲集群"\n', encoding="utf-8")
    done = run("generate", "public-notice", "--policy", "zhangye", "--data", "bare.toml", "--draft",
               "-o", "out", cwd=tmp_path)  # fmt: skip
    assert done.returncode == 0, done.stderr
    content = next((tmp_path / "out").glob("*.docx")).read_bytes()
    assert "【待填：发文字号】" in words(content)


AWKWARD = "甲 & 乙 <丙> \"丁\" '戊' 😀\n二行\t{{ x }} {% if %} \x07"


def awkward(value: Any) -> Any:
    """Every text but dates and document numbers with characters that break templates."""
    if isinstance(value, str):
        return value if value[:4].isdigit() or "〔" in value else value + AWKWARD
    if isinstance(value, dict):
        return {key: awkward(one) for key, one in value.items()}
    return [awkward(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", NAMES)
def test_awkward_words_come_through(name: str, policies: dict[str, Policy]) -> None:
    case = pipeline.open_case(name)
    extra = {**awkward(case.extra), **({"ground": "二"} if "ground" in case.extra else {})}
    hard = replace(
        case, name=case.name + AWKWARD, profile=awkward(case.profile), people=awkward(case.people),
        aspects=awkward(case.aspects), extra=extra,
    )  # fmt: skip
    content = pipeline.generate(name, policies["zhangye"], hard)
    text = words(content)
    assert text.count("<丙>") == text.count("&") > 0
    assert "{{ x }} {% if %}" in text
    assert "\x07" not in text
    docx.Document(io.BytesIO(content))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "关于甲的通知\n各单位：\n请做好工作。",
        "甲办法\n第一条 甲。\n第二条 本办法自发布之日起施行。",
    ],
)
def test_a_policy_of_another_kind_is_a_sentence_or_a_document(text: str) -> None:
    policy = pipeline.extract(pipeline.parse_text(text, "other"))
    for name in NAMES:
        case = pipeline.open_case(name)
        with contextlib.suppress(PolicydocError):
            pipeline.generate(name, policy, case)
        drafted = words(pipeline.generate(name, policy, case, draft=True))
        assert drafted


def test_a_template_of_ones_own(tmp_path: Path, policies: dict[str, Policy]) -> None:
    document = docx.Document()
    document.add_paragraph("{{ policy.name }}第{{ aspects | length | 中文数字 }}方面")
    path = tmp_path / "自拟.docx"
    document.save(str(path))
    content = pipeline.generate(str(path), policies["zhangye"], pipeline.open_case("application"))
    assert words(content) == "《张掖市促进中小企业特色产业集群发展实施细则》第八方面"
