"""The generated documents pass the review of forms; a fault planted in one is found at its cell."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from policydoc import pipeline
from policydoc.model import Finding, Policy, own_words, walk

ROOT = Path(__file__).parents[2]
FORMS = [name for name, _ in pipeline.iter_forms()]
WORDS = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")


@pytest.fixture(scope="module")
def policies() -> dict[str, Policy]:
    return {name: pipeline.load(name) for name in ("zhangye", "guizhou")}


@pytest.fixture(scope="module")
def documents(policies: dict[str, Policy]) -> dict[str, dict[str, bytes]]:
    return {
        name: {f: pipeline.generate(f, policy, pipeline.open_case(f)) for f in FORMS}
        for name, policy in policies.items()
    }


def _changed(content: bytes, old: str, new: str, nth: int) -> bytes:
    """The document with `old` in the nth run that has it changed to `new`."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    match = [m for m in WORDS.finditer(text) if old in m[2]][nth]
    changed = match[1] + match[2].replace(old, new) + match[3]
    parts["word/document.xml"] = (text[: match.start()] + changed + text[match.end() :]).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


@pytest.mark.parametrize("policy", ["zhangye", "guizhou"])
def test_what_is_generated_has_no_fault_alone_or_together(
    policy: str, policies: dict[str, Policy], documents: dict[str, dict[str, bytes]]
) -> None:
    read = pipeline.proofread(list(documents[policy].values()), policies[policy])
    found = {form: findings for form, (_, findings) in zip(FORMS, read, strict=True) if findings}
    assert not found


FAULTS = [
    # form, words, changed to, which run, rule, quote
    ("application", "12", "17.2", 0, "part-larger-than-whole", "17.2"),  # 2024, 其中中小企业
    ("application", "8.33%（", "7.33%（", 0, "share-or-growth-miscalculated", "7.33%"),
    ("application", "2023年", "2020年", 0, "three-years-out-of-date", "2025年"),
    ("application", "2026年3月16日", "2029年3月16日", 0, "three-years-out-of-date", "2025年"),
    ("application", "6.8平方公里", "", 0, "gate-left-blank", "占地面积"),
    ("self-assessment", "78.11%", "71.11%", 0, "share-or-growth-miscalculated", "71.11%"),
    ("evidence-list", "空间范围图、用地批准或规划文件", "", 0, "gate-left-blank", "占地面积"),
    ("development-plan", "2027年", "2029年", 0, "plan-targets-gapped-or-falling", "2029年"),
    ("development-plan", "20.1", "18.1", 0, "plan-targets-gapped-or-falling", "18.1"),
    ("development-plan", "9.65%", "9.95%", 0, "share-or-growth-miscalculated", "9.95%"),
    ("annual-report", "98.4%", "89.4%", 0, "share-or-growth-miscalculated", "89.4%"),
    ("annual-report", "18.1", "", 0, "target-without-result", "集群总产值"),
    ("annual-assessment", "100.7%", "", 0, "target-without-result", "中小企业产值"),
    ("public-notice", "等2个", "等3个", 0, "count-differs-from-list", "3"),
    ("public-notice", "2026年5月18日", "", 1, "signature-missing", "拟认定名单的公示"),
    ("recommendation-summary", "78.1%", "178.1%", 0, "part-larger-than-whole", "178.1%"),
]


@pytest.mark.parametrize(
    ("form", "old", "new", "nth", "rule", "quote"), FAULTS, ids=lambda value: str(value)[:24]
)
def test_a_planted_fault_is_found_at_its_words(
    form: str, old: str, new: str, nth: int, rule: str, quote: str,
    policies: dict[str, Policy], documents: dict[str, dict[str, bytes]],
) -> None:  # fmt: skip
    changed = _changed(documents["zhangye"][form], old, new, nth)
    ((read, findings),) = pipeline.proofread([changed], policies["zhangye"])
    mine = _at_words(read, findings)
    assert rule in {f.rule for f in mine}
    assert any(f.rule == rule and f.quote.endswith(quote) for f in mine)
    # What follows from the same figure may be told too, and nothing else.
    assert {f.rule for f in mine} <= {rule, "share-or-growth-miscalculated", "plan-targets-gapped-or-falling"}  # fmt: skip


def _at_words(read: Policy, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    words = {provision.eid: own_words(provision) for provision in walk(read)}
    for finding in findings:
        assert words[finding.eid][finding.start : finding.end] == finding.quote
    return findings


def test_forms_of_a_batch_are_held_against_each_other(
    policies: dict[str, Policy], documents: dict[str, dict[str, bytes]]
) -> None:
    mine = documents["zhangye"]
    renamed = _changed(mine["recommendation-summary"], "蔬菜加工产业集群", "蔬菜加工特色产业", 0)
    fewer = _changed(mine["call-notice"], "不超过2个", "不超过1个", 0)
    both = _changed(mine["recommendation-summary"], "样板区", "示例县", 1)
    pairs = [
        ([mine["application"], renamed], "name-differs-across-forms", "脱水蔬菜加工产业集群"),
        ([both, fewer], "quota-exceeded", "玉米种子加工产业集群（示例）"),
        ([_changed(mine["annual-report"], "18.4", "17.4", 0), mine["development-plan"]],
         "target-without-result", "17.4"),
    ]  # fmt: skip
    for pair, rule, quote in pairs:
        first = pipeline.proofread(pair, policies["zhangye"])[0]
        assert any(f.rule == rule and f.quote.endswith(quote) for f in _at_words(*first)), rule


def test_generate_tells_what_is_wrong_before_the_document_is_issued(tmp_path: Path) -> None:
    data = tmp_path / "数据.toml"
    data.write_text(
        'base = "recommendation-summary"\n[profile]\napplication_date = "2029-09-16"\n'
        '[[extra.members]]\nname = "甘肃省张掖市示例县脱水蔬菜特色产业"\ncounty = "示例县"\n'
        'segment = "脱水蔬菜"\noutput = "16.9"\nshare_sme = "178.1%"\nshare_leading = "74.0%"\n'
        'applicant = "示例县工业和信息化局"\ncontact = "王示例"\nopinion = "推荐"\n',
        encoding="utf-8",
    )

    def generate(*more: str) -> subprocess.CompletedProcess[str]:
        command = ["generate", "recommendation-summary", "application", "--policy", "zhangye"]
        where = ["--data", str(data), "-o", str(tmp_path)]
        return subprocess.run(
            [sys.executable, "-m", "policydoc", *command, *where, *more],
            capture_output=True, text=True, cwd=ROOT, check=False,
        )  # fmt: skip

    done = generate()
    assert done.returncode == 1
    assert done.stdout.count("已写入") == 2
    for told in (
        "超过100%",
        "近三年应为2026—2028年",
        "写作“甘肃省张掖市示例县脱水蔬菜加工产业集群”",
    ):
        assert told in done.stderr
    quiet = generate("--no-check")
    assert (quiet.returncode, quiet.stderr) == (0, "")
