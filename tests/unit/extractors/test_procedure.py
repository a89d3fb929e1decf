from __future__ import annotations

from policydoc.extractors.procedure import EXTRACTOR
from policydoc.model import Policy
from tests.unit.extractors.outlines import article, chapter, facts, policy

LIFE = policy(
    chapter(
        1, "认定程序",
        article(1, "示范基地认定按照下列程序进行：",
                "＊申报。申报单位向所在地县级工信部门提出申请；",
                "＊初审。县级工信部门自收到材料之日起10个工作日内完成初审，符合条件的，推荐至市工业和信息化局；",
                "＊评审。市工业和信息化局组织专家对推荐的单位进行评审，必要时进行现场核查；",
                "＊公示。拟认定名单在门户网站公示7日，公示期满无异议的，由市工业和信息化局发文公布并授牌。"),
    ),
    chapter(
        2, "动态管理",
        article(2, "示范基地有效期三年，期满后由市工业和信息化局组织复核。"),
        article(3, "示范基地名称发生变更的，应当在30日内报市工业和信息化局备案。"),
        article(4, "申报单位应于次年1月31日前报送上年度总结。"),
        article(5, "有下列情形之一的，撤销其称号：", "＊弄虚作假的。"),
    ),
)  # fmt: skip


def _steps(text: Policy) -> list[tuple[str, str, str]]:
    found = sorted(facts(EXTRACTOR, text), key=lambda fact: fact.order or 0)
    assert [fact.order for fact in found] == list(range(1, len(found) + 1))
    return [(fact.action, fact.actor, fact.deadline) for fact in found]


def test_the_way_to_the_decision_and_then_the_life_after_it() -> None:
    assert _steps(LIFE) == [
        ("申报", "申报单位", ""),
        ("初审", "县级工信部门", "自收到材料之日起10个工作日内"),
        ("推荐", "县级工信部门", ""),
        ("审核、实地核查", "市工业和信息化局", ""),
        ("公示", "", "7日"),
        ("认定", "市工业和信息化局", ""),
        ("年度报告", "申报单位", "次年1月31日前"),
        ("变更备案", "", "30日内"),
        ("复核", "市工业和信息化局", ""),
        ("撤销", "", ""),
    ]


def test_a_condition_is_the_trigger_and_not_a_step() -> None:
    text = policy(
        chapter(1, "程序", article(1, "市局组织复审，在网站公示5个工作日，经公示无异议的，确定为示范基地。"))
    )  # fmt: skip
    found = facts(EXTRACTOR, text)
    assert [(f.action, f.quote) for f in found] == [
        ("审核", "市局组织复审"),
        ("公示", "在网站公示5个工作日"),
        ("认定", "确定为示范基地"),
    ]
    assert found[-1].trigger == "经公示无异议的"


def test_the_recipient_is_whom_it_is_reported_to() -> None:
    (fact,) = facts(
        EXTRACTOR, policy(chapter(1, "管理", article(1, "变更的，应当在10日内报市工业和信息化局备案。")))
    )  # fmt: skip
    assert (fact.recipient, fact.trigger) == ("市工业和信息化局", "变更的")


def test_duties_and_criteria_are_no_steps() -> None:
    text = policy(
        article(1, "各县区工信局开展培育工作，推动企业申报专利。"),
        article(2, "申报单位应当符合下列条件：", "＊近三年审核无重大问题。"),
    )
    assert facts(EXTRACTOR, text) == []


def test_what_a_paper_must_say_is_no_step() -> None:
    text = policy(
        chapter(
            1, "申报程序",
            article(1, "运营方案应包括以下内容：", "＊项目的必要性和可行性论证；", "＊审批权限和公示方式。"),
            article(2, "申请书附送以下材料：", "＊经审批的立项文件。"),
            article(3, "市科技局组织专家评审。"),
        )
    )  # fmt: skip
    assert _steps(text) == [("审核", "市科技局", "")]


def test_filing_is_a_step_with_its_deadline_and_the_care_of_files_is_none() -> None:
    text = policy(
        chapter(
            1, "授权程序",
            article(1, "授权协议签订后10个工作日内，由市级数据管理部门向省级数据管理部门备案。"),
            article(2, "省级数据管理部门应当做好协议的备案管理。"),
        )
    )  # fmt: skip
    assert [(action, deadline) for action, _, deadline in _steps(text)] == [
        ("备案", "10个工作日内")
    ]
