"""Official documents as LibreOffice lays them out, and the two commands as a clerk runs them."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from policydoc.gongwen import (
    GBT9704,
    PROFILES,
    Chart,
    Document,
    Profile,
    Section,
    Table,
    build,
    elements,
)
from policydoc.gongwen.checker import check_format
from policydoc.gongwen.inspection import inspect
from policydoc.gongwen.page_check import cells, check_pages
from policydoc.gongwen.page_measure import PageMeasure, measure
from policydoc.gongwen.rendering import Rendered, render_pdf, soffice
from tests.unit.gongwen._samples import SENTENCE, Fault, broken, letter, notice, upward

pytestmark = pytest.mark.skipif(soffice() is None, reason="needs LibreOffice (soffice)")
ROOT = Path(__file__).parents[2]
NOTICE = """# 示例市工业和信息化局关于做好申报工作的通知

各县（区）工业和信息化局：

为做好申报工作，现将有关事项通知如下。

## 一、申报条件

（一）主导产业突出。占比应当较高，产业链条完整，配套能力较强。

| 指标 | 要求 |
|---|---|
| 产值 | 10亿元 |

示例市工业和信息化局

2026年3月5日
"""


def long_notice(profile: Profile) -> Document:
    """The notice with five more paragraphs, upright throughout, the 版记 on page 6."""
    document = notice(profile)
    cut = next(i for i, block in enumerate(document.blocks) if isinstance(block, Section))
    upright = document.blocks[:cut]
    at = next(i for i, b in enumerate(upright) if getattr(b, "words", "") == "二、工作要求") + 1
    more = elements.body(*[f"{SENTENCE * 4}。"] * 4)
    return replace(document, blocks=(*upright[:at], *more, *upright[at:]))


@pytest.fixture(scope="module", params=PROFILES.values(), ids=PROFILES)
def rendered(request: pytest.FixtureRequest) -> tuple[bytes, Rendered]:
    content = build(long_notice(request.param))
    return content, render_pdf(content)


def test_the_pages_of_a_notice_keep_the_standard(rendered: tuple[bytes, Rendered]) -> None:
    content, result = rendered
    assert check_pages(result.pdf, inspect(content)) == ()


def test_twenty_two_lines_of_twenty_eight_characters(rendered: tuple[bytes, Rendered]) -> None:
    pages = measure(rendered[1].pdf)
    full = pages[2]  # nothing but text
    lines = [line for line in full.lines if line.base < 264]
    assert len(lines) == 22
    assert statistics.mode(cells(line) for line in lines) == 28


def test_the_mark_the_rule_and_the_colophon_stand_where_they_should(
    rendered: tuple[bytes, Rendered],
) -> None:
    pages = measure(rendered[1].pdf)
    mark = next(line for line in pages[0].lines if line.glyphs[0].colour == (255, 0, 0))
    assert min(glyph.top for glyph in mark.glyphs) - 37 == pytest.approx(35, abs=1)
    (rule,) = [rule for rule in pages[0].rules if rule.colour == (255, 0, 0)]
    assert rule.right - rule.left == pytest.approx(156, abs=0.5)
    black = [rule for rule in pages[-1].rules if rule.y > 200]
    assert max(rule.y for rule in black) == pytest.approx(262, abs=0.6)
    assert [round(rule.thickness, 2) for rule in black] == [0.35, 0.26, 0.35]


def test_faces_that_are_not_there_are_named(rendered: tuple[bytes, Rendered]) -> None:
    from policydoc.gongwen.rendering import asked_faces

    asked = asked_faces(rendered[0])
    assert {"仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"} <= set(asked)
    assert set(rendered[1].substituted) <= set(asked)
    assert all(face != drawn for face, drawn in rendered[1].substituted.items())


@pytest.mark.parametrize(
    "document",
    [letter(), letter("000001"), upward(), notice(sealed=False)],
    ids=["letter", "secret letter", "request", "landscape annex"],
)
def test_other_documents_keep_the_standard(document: Document) -> None:
    content = build(document)
    found = check_pages(render_pdf(content).pdf, inspect(content))
    assert [f.rule for f in found if f.rule != "gongwen/colophon-even"] == []


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault("mark", "", 'w:line="247"', 'w:line="20"'), "mark-place"),
        (Fault("rule", "", 'w:space="5" w:color', 'w:space="25" w:color'), "rule-gap"),
        (Fault("line", "", 'w:linePitch="579"', 'w:linePitch="640"'), "lines"),
        (Fault("cells", "", '<w:spacing w:val="-5"/>', "", "word/styles.xml"), "characters"),
        (Fault("foot", "", 'w:footer="1431"', 'w:footer="850"'), "page-number-gap"),
        (Fault("sides", "", "<w:evenAndOddHeaders/>", "", "word/settings.xml"), "page-number-side"),
        (Fault("colophon", "", "<wp:align>bottom<", "<wp:align>top<"), "colophon-place"),
    ],
    ids=lambda value: value.name if isinstance(value, Fault) else "",
)
def test_the_render_check_sees_a_fault(fault: Fault, expected: str) -> None:
    content = broken(build(long_notice(GBT9704)), fault)
    found = check_pages(render_pdf(content).pdf, inspect(content))
    assert f"gongwen/{expected}" in {finding.rule for finding in found}


def test_a_native_chart_is_drawn() -> None:
    chart = Chart("c", "产值目标", ("2026年", "2027年"), (("产值", (10, 12.5)),), "亿元")
    content = build(Document((*elements.title("规划", 0), *elements.body("正文。"), chart)))
    (page,) = measure(render_pdf(content).pdf)
    words = "".join(line.text for line in page.lines)
    assert "产值目标" in words
    assert "12.5" in words
    assert set("单位：亿元") <= set(words)  # turned on its side along the axis


def test_a_file_another_program_wrote_is_checked_alike(
    soffice_convert: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    for name, document in {"n": notice(), "u": upward(), "l": letter()}.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(build(document))
        assert check_format(soffice_convert(path, "docx").read_bytes()) == ()


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "policydoc", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_typeset_then_format_check(tmp_path: Path) -> None:
    source, target = tmp_path / "通知.md", tmp_path / "通知.docx"
    source.write_text(NOTICE, encoding="utf-8")
    made = run(
        "typeset", source, "-o", target, "--mark", "示例局文件", "--number", "示发〔2026〕1号"
    )
    assert made.returncode == 0, made.stderr
    checked = run("format-check", target, "--json", "--render")
    assert checked.returncode == 0, checked.stdout
    document = json.loads(checked.stdout)
    assert document["schema"] == "policydoc/findings@1"
    assert document["findings"] == []


def test_a_fault_is_exit_code_1_with_place_clause_and_strength(tmp_path: Path) -> None:
    path, copy = tmp_path / "通知.docx", tmp_path / "批注.docx"
    fault = Fault("date", "date-form", ">2026年3月5日<", ">2026年03月05日<")
    path.write_bytes(broken(build(notice()), fault))
    checked = run("format-check", path, "--json", "--annotate", copy)
    assert checked.returncode == 1
    (finding,) = json.loads(checked.stdout)["findings"]
    assert finding["basis"] == "GB/T 9704-2012 第7.3.5.4条（规定）"
    assert (finding["part"], finding["strength"]) == ("正文", "规定")
    assert check_format(copy.read_bytes())
    assert "错误" in run("format-check", path).stdout


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a word file" * 100])
def test_what_is_no_word_file_is_one_sentence_and_exit_code_2(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(content)
    checked = run("format-check", path)
    assert checked.returncode == 2
    assert checked.stderr.count("\n") == 1
    assert "另存为" in checked.stderr


@pytest.mark.parametrize("policy", ["zhangye", "guizhou", "national"])
def test_the_shipped_policies_are_typeset_and_keep_the_page(policy: str, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    assert run("typeset", policy, "-o", target).returncode == 0
    content = target.read_bytes()
    pages: tuple[PageMeasure, ...] = measure(render_pdf(content).pdf)
    assert len(pages) >= 4
    found = check_pages(render_pdf(content).pdf, inspect(content))
    assert [finding for finding in found if finding.strength == "规定"] == []


def test_the_colophon_moves_to_an_even_page() -> None:
    from policydoc.gongwen.evening import with_even_colophon

    odd = replace(notice(), blocks=elements.body(*[f"{SENTENCE * 3}。"] * 6))
    content = build(odd)
    before = measure(render_pdf(content).pdf)
    assert len(before) % 2, "the sample should end on an odd page"
    moved = with_even_colophon(content)
    result = render_pdf(moved).pdf
    after = measure(result)
    assert len(after) == len(before) + 1
    assert not any("—" in line.text for line in after[-1].lines)
    assert check_pages(result, inspect(moved)) == ()
    assert with_even_colophon(moved) == moved


def test_the_number_of_a_landscape_page_is_at_the_foot_of_the_bound_sheet() -> None:
    """Odd: at the landscape sheet's left, below; even: at its left, above (clause 8)."""
    table = Table((("序号", "名称"), *(("1", "甲"),) * 40), widths=(56, 169))
    pages = measure(
        render_pdf(build(Document((*elements.body("正文。"), Section(landscape=True), table)))).pdf
    )
    wide = [page for page in pages if page.width > page.height]
    assert len(wide) >= 2
    for page in wide:
        number = [g for line in page.lines for g in line.glyphs if g.text == "—"]
        assert all(g.left < 35 for g in number)
        assert all((g.base > 105) == (page.number % 2 == 1) for g in number)
        assert len(number) == 2
