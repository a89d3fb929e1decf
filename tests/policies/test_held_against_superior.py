"""A city's rules held against its province's: direction right, permitted differences no error."""

from __future__ import annotations

from pathlib import Path

from policydoc import pipeline
from policydoc.model import Finding, Severity

TEXTS = Path(__file__).parents[1] / "texts"
PROVINCE = pipeline.load(str(TEXTS / "superior-province.txt"))


def _beside_alone(name: str) -> list[Finding]:
    """What the review says against the province, and not of the draft alone."""
    draft = pipeline.load(str(TEXTS / name))
    alone = {(f.rule, f.eid, f.start) for f in pipeline.lint(draft)}
    found = pipeline.lint(draft, (PROVINCE,))
    return [f for f in found if (f.rule, f.eid, f.start) not in alone]


def _said(findings: list[Finding], words: str) -> list[tuple[str, Severity, bool]]:
    return [(f.message[:8], f.severity, f.certain) for f in findings if words in f.quote]


def test_the_same_in_other_units_and_figures_is_silent() -> None:
    """300000万元 is 30亿元, 五十家 is 50家."""
    assert _beside_alone("superior-city-same.txt") == []


def test_stricter_gates_are_told_and_no_error() -> None:
    found = _beside_alone("superior-city-stricter.txt")
    for words in ("40亿元", "高于70%", "不超过100平方公里", "之日起10个工作日"):
        assert _said(found, words) == [("比上位文件更严：", Severity.NOTE, True)], words
    assert not [f for f in found if f.severity is Severity.ERROR and f.rule.startswith("number")]


def test_longer_time_to_decide_and_shorter_notice_are_warned_of() -> None:
    found = _beside_alone("superior-city-stricter.txt")
    for words in ("45个工作日", "公示3个工作日"):
        assert _said(found, words) == [("比上位文件更宽：", Severity.WARNING, True)], words


def test_what_cannot_be_compared_is_a_hint() -> None:
    """Another window, another unit of time, another span of validity."""
    stricter, looser = map(
        _beside_alone, ("superior-city-stricter.txt", "superior-city-looser.txt")
    )
    for found, words in ((stricter, "近两年研发"), (looser, "1个月内"), (looser, "15日内")):
        assert [(s, c) for _, s, c in _said(found, words)] == [(Severity.NOTE, False)], words
    assert _said(stricter, "有效期两年") == [("有效期与上位文件", Severity.NOTE, False)]


def test_added_and_dropped_conditions_and_grounds_are_hints() -> None:
    found = {
        (f.rule, f.quote or f.related[0][2], f.certain)
        for f in _beside_alone("superior-city-stricter.txt")
    }
    assert {
        ("condition-beyond-superior", "注册地在本市满五年", False),
        ("condition-dropped", "集群内企业不少于50家", False),
        ("ground-differs-from-superior", "未参加业务培训的", False),
        ("ground-differs-from-superior", "复核不合格的", False),
    } <= found


def test_a_right_left_out_is_warned_of() -> None:
    rights = [f for f in _beside_alone("superior-city-stricter.txt") if f.rule == "right-missing"]
    assert [(f.severity, f.related[0][2][-2:]) for f in rights] == [(Severity.WARNING, "申诉")]
    assert not [f for f in _beside_alone("superior-city-looser.txt") if f.rule == "right-missing"]


def test_looser_gates_are_warned_of() -> None:
    found = _beside_alone("superior-city-looser.txt")
    for words in ("20亿元", "60%以上", "不低于5%", "不少于1家", "一般不超过150", "30个工作日"):
        assert _said(found, words) == [("比上位文件更宽：", Severity.WARNING, True)], words


def test_who_reports_has_shifted() -> None:
    found = _beside_alone("superior-city-looser.txt")
    assert [f.message for f in found if f.rule == "actor-differs-from-superior"] == [
        "“报送上一年度发展情况”的主体与上位文件不同：此处是“县工业和信息化局”，上位文件是“集群”。"
    ]


def test_a_shorter_time_to_object_cuts_a_right() -> None:
    """七个工作日 instead of fifteen."""
    text = (TEXTS / "superior-city-looser.txt").read_text("utf-8")
    draft = pipeline.extract(
        pipeline.parse_text(text.replace("15日内提出申诉", "7个工作日内提出申诉"), "city")
    )
    found = [f for f in pipeline.lint(draft, (PROVINCE,)) if "7个工作日内" in f.quote]
    assert [(f.rule, f.severity) for f in found] == [
        ("number-differs-from-superior", Severity.WARNING)
    ]
    assert found[0].message.startswith("当事人行使权利的期限短于上位文件")


def test_what_the_superior_permits_to_relax_is_a_note() -> None:
    """西部地区可适当放宽, said by the superior."""
    text = (TEXTS / "superior-province.txt").read_text("utf-8")
    relaxed = pipeline.extract(
        pipeline.parse_text(
            text.replace("集群内企业不少于50家。", "集群内企业不少于50家。西部地区可适当放宽。"),
            "province",
        )
    )
    draft = pipeline.load(str(TEXTS / "superior-city-looser.txt"))
    found = [f for f in pipeline.lint(draft, (relaxed,)) if f.message.startswith("比上位文件更宽")]
    assert found
    assert {f.severity for f in found} == {Severity.NOTE}
