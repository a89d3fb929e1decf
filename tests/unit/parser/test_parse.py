from __future__ import annotations

import policydoc as pd
from tests.outline import outline


def tree(text: str) -> list[str]:
    return outline(pd.parse_text(text)).splitlines()


def eids(text: str) -> list[str]:
    return [p.eid for p in pd.walk(pd.parse_text(text))]


def test_a_cited_article_at_a_line_start_is_no_article() -> None:
    text = "第一条 甲。\n第三条、第四条规定的情形除外。\n第二条 乙。\n第一款规定的，从其规定。\n第三条 丙。"
    assert [e for e in eids(text) if "__" not in e] == ["art_1", "art_2", "art_3"]


def test_cited_items_at_a_line_start_are_text() -> None:
    text = "第一条 有下列情形的：\n（一）甲；\n（二）乙；\n（三）丙。\n（四）、（五）项所列人员除外。\n第二条 丁。"
    assert "art_1__para_2" in eids(text)


def test_inserted_articles_have_their_own_eid() -> None:
    assert [e for e in eids("第一条 甲。\n第一条之一 乙。\n第二条 丙。") if "__" not in e] == [
        "art_1", "art_1-1", "art_2",
    ]  # fmt: skip


def test_articles_run_on_in_one_line_are_cut() -> None:
    text = "某办法\n第一章 总则第一条 为了甲，制定本办法。第二条 依照第五条的规定办理。第三条 丙。"
    assert [e for e in eids(text) if "para" not in e] == [
        "preface", "chp_1", "art_1", "art_2", "art_3",
    ]  # fmt: skip


def test_a_repeated_number_gets_a_suffix_and_a_finding() -> None:
    policy = pd.parse_text("第一条 甲。\n第二条 乙。\n第二条 丙。\n第三条 丁。")
    assert [p.eid for p in policy.body] == ["art_1", "art_2", "art_2~2", "art_3"]
    assert "parser/article-number-repeated" in {f.rule for f in policy.findings}
