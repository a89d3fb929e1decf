"""Support measures: sums for one case each, given 分别, on the rungs of a ladder."""

from __future__ import annotations

import pytest

import policydoc as pd
from tests.drafts import drafted

LEVELS = """甲市促进工业经济高质量发展若干措施
为促进我市工业经济高质量发展，制定以下措施。
一、支持企业上规模。对首次纳入规模以上统计的工业企业，一次性奖励20万元；对年产值首次突破1亿元、5亿元、10亿元的工业企业，分别奖励10万元、30万元、50万元。
二、支持技术改造。对设备投资500万元以上的技术改造项目，按设备投资额的8%给予补助，最高不超过300万元。
三、支持企业创新。对新认定的国家级企业技术中心、省级企业技术中心，分别给予100万元、30万元奖励。企业研发费用较上年度增长20%以上的，按增量的5%给予补助，单个企业最高50万元。
四、支持专精特新发展。对新认定的国家级专精特新“小巨人”企业给予50万元奖励，对新认定的省级专精特新中小企业给予20万元奖励。
五、强化金融支持。设立规模不低于5亿元的产业引导基金；对中小微企业贷款给予不超过同期LPR30%的贴息，单户每年最高20万元，贴息期限不超过2年。
六、申报和兑现。市工业和信息化局每年6月底前发布申报通知，自受理之日起30个工作日内完成审核、公示，公示期不少于5个工作日；市财政局在公示结束后15个工作日内拨付资金。
七、对弄虚作假骗取资金的，追回资金，三年内不得申报各类财政资金，并依法追究责任。
八、本措施自2024年1月1日起施行，有效期3年。同一事项按就高不重复原则执行。
"""
ARTICLES = """乙市推动工业经济提质增效若干政策措施
第一条 对首次升规入统的工业企业，给予30万元奖励，分两年兑现，每年15万元。
第二条 对年产值首次超过5亿元、10亿元、50亿元的企业，分别给予20万元、50万元、100万元的一次性奖励。
第三条 对固定资产投资1000万元以上的技改项目，按照设备投入的10%予以补贴，单个项目不超过500万元。
第四条 新获批国家级、省级企业技术中心的，分别奖励80万元、40万元。
第五条 对首次认定的国家级专精特新“小巨人”企业、省级“专精特新”中小企业，分别奖励60万元、15万元。
第六条 对规模以上工业企业新增流动资金贷款，按LPR的20%贴息，每户企业最高30万元。
第七条 市工业和信息化局会同市财政局组织申报和评审，评审结果公示7天；资金自公示期满之日起一个月内拨付到位。
第八条 骗取、套取奖补资金的，责令退回，五年内取消其申报资格。
第九条 本政策自2024年7月1日起执行，有效期至2026年12月31日。
"""


@pytest.fixture(scope="module")
def both() -> tuple[pd.Policy, pd.Policy]:
    return drafted(LEVELS, "jia"), drafted(ARTICLES, "yi")


def _awards(policy: pd.Policy, eid: str) -> list[tuple[str, object, str]]:
    found = [f for f in policy.facts if f.kind == "award" and f.eid.startswith(eid)]
    return [(fact.condition, fact.value, fact.unit) for fact in found]


def test_each_sum_has_the_case_it_is_for(both: tuple[pd.Policy, pd.Policy]) -> None:
    assert _awards(both[0], "level_1") == [
        ("对首次纳入规模以上统计的工业企业", 20.0, "万元"),
        ("年产值首次突破1亿元", 10.0, "万元"),
        ("年产值首次突破5亿元", 30.0, "万元"),
        ("年产值首次突破10亿元", 50.0, "万元"),
    ]
    assert _awards(both[1], "art_5") == [
        ("首次认定的国家级专精特新“小巨人”企业", 60.0, "万元"),
        ("省级“专精特新”中小企业", 15.0, "万元"),
    ]


def test_a_cap_is_for_whom_the_share_is(both: tuple[pd.Policy, pd.Policy]) -> None:
    cases = [condition for condition, _, _ in _awards(both[0], "level_2")]
    assert cases == ["对设备投资500万元以上的技术改造项目"] * 2


def test_sums_meet_on_the_same_rung_only(both: tuple[pd.Policy, pd.Policy]) -> None:
    rows = pd.compare(both).deadlines
    cells = {
        row.subject: tuple(
            row.cells[eid].facts[0].value if row.cells[eid].facts else None for eid in ("jia", "yi")
        )
        for row in rows
        if row.subject.startswith("奖励")
    }
    assert cells == {
        "奖励：对首次纳入规模以上统计的工业企业": (20, 30),
        "奖励：年产值首次突破1亿元": (10, None),
        "奖励：年产值首次突破5亿元": (30, 20),
        "奖励：年产值首次突破10亿元": (50, 50),
        "奖励：新认定的国家级企业技术中心": (100, 80),
        "奖励：省级企业技术中心": (30, 40),
        "奖励：对新认定的国家级专精特新“小巨人”企业": (50, 60),
        "奖励：对新认定的省级专精特新中小企业": (20, 15),
        "奖励：对首次升规入统的工业企业": (None, 15),
        "奖励：年产值首次超过50亿元": (None, 100),
    }
