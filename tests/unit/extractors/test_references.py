from __future__ import annotations

import pytest

from policydoc.extractors.references import EXTRACTOR
from policydoc.model import Fact, Policy
from tests.unit.extractors.outlines import annex, article, chapter, facts, policy


def _policy(text: str) -> Policy:
    return policy(
        chapter(1, "总则", article(1, "甲。"), article(2, "甲。", "乙：", "＊丙；", "＊丁；", "＊戊。")),
        chapter(2, "程序", article(3, "甲。", text), article(4, "乙。")),
        annex=annex("资金申请表", "须满足：", ("一", "甲")),
    )  # fmt: skip


def _found(text: str) -> list[Fact]:
    return facts(EXTRACTOR, _policy(text))


@pytest.mark.parametrize(
    ("text", "quote", "targets"),
    [
        ("依照本办法第一章第二条办理。", "依照本办法第一章第二条", ["art_2"]),
        ("依照本办法第二章第二条办理。", "依照本办法第二章第二条", [None]),
        ("按第二条第二款第（三）项执行。", "第二条第二款第（三）项", ["art_2__para_2__subpara_3"]),
        ("有第二条第一项、第三项情形的，", "第二条第一项、第三项", ["art_2__para_2__subpara_1", "art_2__para_2__subpara_3"]),
        ("第一条至第四条", "第一条至第四条", ["art_1", "art_4"]),
        ("第一条、第九条和第四条", "第一条、第九条和第四条", ["art_1", None, "art_4"]),
        ("前款规定的单位", "前款", ["art_3__para_1"]),
        ("前条规定的单位", "前条", ["art_2"]),
        ("前项规定的单位", "前项", [None]),
        ("本条第一款", "本条第一款", ["art_3__para_1"]),
        ("符合标准(见附件)的", "(见附件)", ["att_1__preface"]),
        ("格式见附件3。", "见附件3", [None]),
        ("填写《资金申请表》。", "《资金申请表》", ["att_1__preface"]),
    ],
)  # fmt: skip
def test_inside_the_text(text: str, quote: str, targets: list[str | None]) -> None:
    found = _found(text)
    assert [fact.target if fact.resolved else None for fact in found] == targets
    assert all(quote in fact.quote for fact in found)
    assert all(fact.resolved is not None for fact in found)


@pytest.mark.parametrize(
    ("text", "target", "number", "how"),
    [
        ("根据《某省条例》执行。", "某省条例", "", "根据"),
        ("参照《甲办法》（甲政发〔2023〕14号）执行。", "甲办法", "甲政发〔2023〕14号", "参照"),
        ("《行政处罚法》第三十条规定", "行政处罚法", "", ""),
    ],
)
def test_outside_titles_are_named_and_not_judged(
    text: str, target: str, number: str, how: str
) -> None:
    (fact,) = _found(text)
    assert (fact.target, fact.object, fact.action, fact.resolved) == (target, number, how, None)


@pytest.mark.parametrize("text", ["附件齐全。", "第一产业和第二届。", "前期工作。", "依法处理。"])
def test_other_words_point_nowhere(text: str) -> None:
    assert _found(text) == []


def test_the_ends_of_a_range_say_which_they_are() -> None:
    assert [fact.direction for fact in _found("第一条至第四条")] == ["from", "until"]
