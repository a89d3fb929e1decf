"""What the reader doubted comes before all else in a review, at its words where it has a place."""

from __future__ import annotations

from dataclasses import replace

from policydoc import pipeline
from policydoc.model import Finding, Policy, Severity, Span, walk

DRAFT = """甲市集群管理办法
第一条 为促进集群发展，有其它情形的按照
有关规定办理。
第二条 由市工业和信息化局负责。
"""


def _doubted(*doubts: Finding) -> Policy:
    policy = pipeline.extract(pipeline.parse_text(DRAFT, "draft"))
    return replace(policy, findings=(*doubts, *policy.findings))


def _doubt(
    span: Span | None = None, quote: str = "", severity: Severity = Severity.WARNING
) -> Finding:
    return Finding("reader/odd", severity, "读取有疑问。", span=span, quote=quote)


def test_a_doubt_of_the_whole_text_is_the_first_finding() -> None:
    first, *rest = pipeline.lint(_doubted(_doubt()))
    assert first.rule == "reader/odd"
    assert first.basis
    assert rest


def test_a_note_of_the_reader_is_no_finding() -> None:
    found = pipeline.lint(_doubted(_doubt(severity=Severity.NOTE)))
    assert all(not finding.rule.startswith("reader/") for finding in found)


def test_a_doubt_of_a_place_stands_at_its_words() -> None:
    policy = _doubted(
        _doubt(Span(1, 4, 6), "为促"),
        _doubt(Span(2, 0, 4), "有关规定"),
        _doubt(Span(3, 5, 7), "市工"),
        _doubt(Span(0, 0, 2), "甲市"),
        _doubt(Span(9, 0, 2), "没有"),
    )
    texts = {provision.eid: provision.text for provision in walk(policy)}
    doubts = [f for f in pipeline.lint(policy) if f.rule == "reader/odd"]
    assert [(f.eid, f.quote) for f in doubts] == [
        ("", "没有"),
        ("preface", "甲市"),
        ("art_1__para_1", "为促"),
        ("art_1__para_1", "有关规定"),
        ("art_2__para_1", "市工"),
    ]
    for finding in doubts[1:]:
        assert texts[finding.eid][finding.start : finding.end] == finding.quote


def test_what_the_reader_could_not_decode_is_told_once() -> None:
    policy = pipeline.extract(pipeline.parse_text(DRAFT.replace("发展", "发\ufffd展"), "draft"))
    spoiled = [f for f in pipeline.lint(policy) if f.quote == "\ufffd"]
    assert [f.rule for f in spoiled] == ["foreign-characters"]
    at = DRAFT.splitlines()[1].index("发展") + 1
    bytes_lost = Finding(
        "reader/undecodable-bytes",
        Severity.ERROR,
        "有 1 个字节不能解码。",
        span=Span(1, at, at + 1),
        quote="\ufffd",
    )
    told = [
        f for f in pipeline.lint(replace(policy, findings=(bytes_lost,))) if f.quote == "\ufffd"
    ]
    assert [f.rule for f in told] == ["reader/undecodable-bytes"]
