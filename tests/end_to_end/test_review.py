"""The review of odd texts is a usable report in every format."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from policydoc import pipeline
from policydoc.model import Review

HOSTILE = """甲市<img src=x onerror=alert(1)>集群管理办法
第一条 =cmd|' /C calc'!A0 根据<script>alert(1)</script>{{ 7*7 }}{% for x in y %}《甲条例》、《乙办法》，制定本细则。
第二条 有其它情形的😀\x07\x1b[31m，由市局\u202e处理；；-->]]><!--
第三条 "专精特新"企业的的认定\ud7ff\ufffe，本办法自2026年2月30日起实施。
"""
TEXTS = {
    "no-articles": "关于做好工作的通知\n各单位：\n请做好其它工作，公示5日。\n",
    "only-an-annex": "附件\n甲市集群认定标准\n一、产值\n产值有一定规模，其它条件另定。\n",
    "empty-annex": "甲市集群管理办法\n第一条 其它标准见附件。\n附件：认定标准\n\n附件\n",
    "nothing": "",
    "hostile": HOSTILE,
}
ROOT = Path(__file__).resolve().parents[2]
FORMATS = ("text", "json", "sarif", "html", "markdown", "docx")


def _review(text: str, eid: str = "draft") -> Review:
    policy = pipeline.extract(pipeline.parse_text(text, eid))
    return pipeline.review(replace(policy, identity=replace(policy.identity, id=eid)))


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("form", FORMATS)
def test_odd_texts_give_a_usable_report(name: str, form: str) -> None:
    review = _review(TEXTS[name], 'a"b<c>&../x')
    written = pipeline.publish(review, form)
    assert written
    if form in ("json", "sarif"):
        json.loads(written)
    if form == "html":
        page = written.decode("utf-8")
        assert page.count("<script>") == 1
        assert not re.search(r"<img\b", page)
        assert page.count('<aside class="note') == len(review.findings)
    if form == "text":
        assert b"\x1b" not in written
        assert b"\x07" not in written
    if form == "docx":
        from lxml import etree

        with zipfile.ZipFile(io.BytesIO(written)) as package:
            for part in package.namelist():
                if part.endswith((".xml", ".rels")):
                    etree.fromstring(package.read(part))
    if name not in ("nothing",):
        assert review.findings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_review_is_the_same_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "草案.txt"
    path.write_bytes(TEXTS["empty-annex"].encode(encoding))
    found = [(f.rule, f.eid, f.quote) for f in pipeline.lint(pipeline.load(path))]
    assert ("unusual-form", "art_1__para_1", "其它") in found


def test_two_hundred_articles_are_reviewed_in_two_seconds() -> None:
    one = "第一条 县区工业和信息化主管部门应当在变更完成后15个工作日内报送情况，占比不低于70%。\n"
    policy = pipeline.extract(pipeline.parse_text("甲市集群管理办法\n" + one * 200, "long"))
    pipeline.lint(policy)
    start = time.process_time()
    pipeline.lint(policy)
    assert time.process_time() - start < 2


MIXED = """甲市集群管理办法
第一条 为促进集群发展，有其它情形的按照有关规定办理。
第二条 集群应当具备下列条件：
（一）产值不低于10亿元；
（二）企业不少于20家。
第三条 公示5日。
"""


def _mixtures() -> dict[str, bytes]:
    lines = MIXED.splitlines(keepends=True)
    whole, gb, wide = MIXED.encode(), MIXED.encode("gb18030"), MIXED.encode("utf-16-le")
    half = len(MIXED) // 2
    return {
        "alternate": b"".join(
            line.encode(("gb18030", "utf-8")[n % 2]) for n, line in enumerate(lines)
        ),
        "within-a-line": MIXED[:half].encode() + MIXED[half:].encode("gb18030"),
        "broken-utf-8": whole[:40] + whole[41:100] + b"\xff" + whole[100:],
        "stray-in-gbk": gb[:41] + b"\xff" + gb[41:],
        "utf-16-without-mark": wide,
        "broken-utf-16": b"\xff\xfe" + wide[:60] + b"\x00\xd8" + wide[60:],
    }


@pytest.mark.parametrize("name", _mixtures())
def test_a_draft_in_mixed_encodings_is_reviewed_and_the_encoding_told_first(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "混合.txt"
    path.write_bytes(_mixtures()[name])
    review = pipeline.review_draft(path)
    first = review.findings[0]
    assert first.rule.startswith("reader/")
    assert "读取" in first.message
    written = {form: pipeline.publish(review, form) for form in FORMATS}
    texts = {form: written[form].decode("utf-8") for form in FORMATS if form != "docx"}
    other = next(f for f in review.findings if f.rule == "unusual-form").message[:8]
    for text in texts.values():
        assert 0 < text.index(first.message[:12]) < text.index(other)
    with zipfile.ZipFile(io.BytesIO(written["docx"])) as package:
        assert first.message[-12:] in package.read("word/comments.xml").decode("utf-8")
    assert pipeline.corrected(review)
    assert pipeline.review_summary(review)


def test_the_command_reviews_a_mixed_draft(tmp_path: Path) -> None:
    path = tmp_path / "混合.txt"
    path.write_bytes(_mixtures()["alternate"])
    run = _policydoc("check", path)
    assert run.returncode == 1
    assert "编码混杂" in run.stdout.splitlines()[3]


def test_whoever_builds_on_a_text_of_mixed_encodings_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "混合.txt"
    path.write_bytes(_mixtures()["alternate"])
    for arguments in (("parse", path), ("check", "zhangye", "--against", path)):
        run = _policydoc(*arguments)
        assert run.returncode == 2
        assert "字节" in run.stderr
        assert not run.stdout


def _policydoc(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "policydoc", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT,
    )  # fmt: skip
