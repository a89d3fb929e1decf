"""A list that stands below another article, under another kind of lead-in, and what moved."""

from __future__ import annotations

from policydoc import pipeline
from policydoc.alignment import align
from policydoc.alignment.relations import moved_pairs
from policydoc.alignment.side import side_of
from policydoc.model import Alignment, Relation

NATION = """公共资源委托运营规范（试行）
第一章 总则
第一条 为规范公共资源委托运营，制定本规范。
第二章 方案编制
第二条 县级以上管理部门应当组织编制委托运营方案，由分管领导审签。
第三条 委托运营方案应包括以下内容：
（一）委托运营的名称；
（二）委托运营的必要性和可行性分析；
（三）运营单位的选择条件，包括资金、管理、技术等；
（四）应当明确的其他事项。
第四条 运营单位应当建立安全管理制度，不得泄露资源信息。
第五条 本规范由国家资源局负责解释。
"""
PROVINCE = """西川省公共资源委托运营实施办法
第一章 总则
第一条 为规范公共资源委托运营，制定本办法。
第二章 授权程序
第二条 委托运营坚持一类一策。
第三条 在管理部门的指导下，实施单位牵头编制委托运营方案，实施方案应包括以下内容：
（一）委托运营的名称；
（二）委托运营的必要性和可行性分析；
（三）运营单位的选择条件，包括资金、管理、技术等；
（四）应明确的其他事项。
第四条 运营单位应当建立安全管理制度，不得泄露资源信息。
第五条 本办法由西川省资源局负责解释。
"""


def found(left: str, right: str) -> Alignment:
    policies = [
        pipeline.extract(pipeline.parse_text(text, name))
        for text, name in ((left, "l"), (right, "r"))
    ]
    return align(*policies)


def test_items_with_the_same_words_answer_each_other_below_any_lead_in() -> None:
    pairs = {
        pair.left[0]: pair for pair in found(NATION, PROVINCE).pairs if pair.left and pair.right
    }
    for number in (1, 2, 3):
        pair = pairs[f"art_3__para_1__subpara_{number}"]
        assert pair.right == (f"art_3__para_1__subpara_{number}",)
        assert (pair.relation, pair.status) == (Relation.SAME, "certain")


def test_nothing_that_is_said_word_for_word_is_said_to_lack() -> None:
    alone = [
        pair.left or pair.right
        for pair in found(NATION, PROVINCE).pairs
        if not (pair.left and pair.right)
    ]
    assert alone == [("art_2",), ("art_2",)]


def test_one_article_that_goes_behind_the_others_has_moved_and_they_have_not() -> None:
    articles = [
        f"第{number}条 {words}应当依法办理登记手续。"
        for number, words in zip("一二三四五", "甲乙丙丁戊", strict=True)
    ]
    side = side_of(pipeline.parse_text("某办法\n" + "\n".join(articles)))
    assert moved_pairs({0: 4, 1: 0, 2: 1, 3: 2, 4: 3}, side, side) == {0}
    assert moved_pairs({0: 0, 1: 2, 2: 1, 3: 3, 4: 4}, side, side) == {1, 2}
    assert moved_pairs({n: n for n in range(5)}, side, side) == set()
