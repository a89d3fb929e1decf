"""A province and an autonomous region on one matter: 项 against 1., months, other triggers."""

from __future__ import annotations

import pytest

import policydoc as pd
from tests.drafts import drafted

PROVINCE = """甲省专精特新中小企业认定管理办法
第一章 总则
第一条 为做好专精特新中小企业认定管理工作，根据《优质中小企业梯度培育管理暂行办法》（工信部企业〔2022〕63号），制定本办法。
第二条 省工业和信息化厅负责专精特新中小企业的认定、公布和监督管理，各市州工业和信息化主管部门负责受理、审核和推荐。
第二章 认定标准
第三条 专精特新中小企业应当同时满足以下四项条件：
（一）从事特定细分市场时间达到2年以上；
（二）上年度研发费用总额不低于100万元，且占营业收入总额比重不低于3%；
（三）上年度营业收入总额在1000万元以上，或者上年度营业收入总额在1000万元以下，但近2年新增股权融资总额（合格机构投资者的实缴额）达到2000万元以上；
（四）评价得分达到60分以上，或者满足下列条件之一：
1.近三年获得过省级科技奖励，并在获奖单位中排名前三；
2.近两年研发费用总额均值在1000万元以上；
3.近两年新增股权融资总额6000万元以上。
第三章 程序
第四条 企业按属地原则自愿提出申请。市州主管部门应当在收到申请后20个工作日内完成审核和实地抽查，抽查比例不低于20%，并将符合条件的推荐至省工业和信息化厅。
第五条 省工业和信息化厅组织专家审核，必要时委托第三方机构核查，审核结果公示不少于5个工作日，无异议的认定为专精特新中小企业。
第六条 有效期为三年，每次到期后由省工业和信息化厅组织复核，复核通过的，有效期延长三年。
第四章 动态管理
第七条 有效期内的专精特新中小企业，应当在每年4月30日前更新企业信息，未及时更新的，取消复核资格。
第八条 发生更名、合并、重组、跨省迁移等重大变化的，应当在发生变化后3个月内登录平台填写变更信息，不再符合标准的，由省工业和信息化厅取消认定。
第九条 有效期内发生重大安全（含网络安全、数据安全）、质量、环境污染等事故，或者严重失信、偷漏税等违法违规行为，或者被发现存在数据造假的，直接取消认定，且三年内不得再次申报。
第五章 附则
第十条 本办法自2022年8月1日起实施，有效期至2027年7月31日。
"""
REGION = """乙自治区专精特新中小企业认定实施细则
第一条 依据《优质中小企业梯度培育管理暂行办法》，结合本区实际，制定本细则。
第二条 专精特新中小企业认定条件（需同时满足）：
1.从事特定细分市场时间达到3年以上。
2.上年度研发费用总额80万元以上，占营业收入总额比重3%以上。
3.上年度营业收入总额800万元以上，或近2年新增股权融资总额达到1500万元以上。
4.按评价指标得分60分（含）以上。
第三条 各盟市工业和信息化局受理企业申请，15日内完成初审，现场核查比例不少于30%，符合的报自治区工业和信息化厅。
第四条 自治区工业和信息化厅组织评审并在门户网站公示7天，公示无异议的予以公布。
第五条 专精特新中小企业有效期3年。到期复核，复核通过的有效期延长3年。
第六条 企业应于每年4月15日前在平台更新上年度信息。逾期未更新的，取消复核资格。
第七条 企业发生更名、重组等变化的，2个月内填报变更信息；不再符合条件的，取消认定。
第八条 企业发生重大安全、质量、环境事故或者数据造假的，取消认定，五年内不得申报。
第九条 对首次认定的企业一次性奖励20万元。
第十条 本细则自2023年1月1日起施行。
"""


@pytest.fixture(scope="module")
def both() -> tuple[pd.Policy, pd.Policy]:
    return drafted(PROVINCE, "sheng"), drafted(REGION, "qu")


@pytest.fixture(scope="module")
def comparison(both: tuple[pd.Policy, pd.Policy]) -> pd.Comparison:
    return pd.compare(both)


def test_points_in_the_place_of_items_are_units(both: tuple[pd.Policy, pd.Policy]) -> None:
    found = {p.left[0]: p.right for p in pd.align(*both).pairs if p.left and p.status == "certain"}
    items = {f"art_3__para_1__subpara_{n}": (f"art_2__para_1__point_{n}",) for n in range(1, 5)}
    assert items.items() <= found.items()
    assert found["art_7"] == ("art_6",)
    assert found["art_2"] == ()


def test_terms_and_thresholds(comparison: pd.Comparison) -> None:
    verdicts = {row.subject: row.verdicts["qu/sheng"] for row in comparison.deadlines}
    assert verdicts == {
        "收到申请后完成审核和实地抽查": "not_comparable",  # 20 working days, 15 days
        "公示": "not_comparable",
        "有效期": "same",
        "有效期（延长）": "same",
        "更新企业信息": "stricter",
        "发生变化后登录平台填写变更信息": "stricter",
        "不得再次申报": "stricter",
        "文件有效期": "not_stated",
        "奖励：对首次认定的企业": "not_stated",
    }
    # Half of an alternative is no alternative that the other text lacks.
    lower = next(r for r in comparison.thresholds if "1000万元以下" in r.cells["sheng"].stated)
    assert lower.verdicts["qu/sheng"] == "not_stated"


def test_a_ground_begins_behind_the_duty(both: tuple[pd.Policy, pd.Policy]) -> None:
    grounds = [fact.quote for fact in both[0].facts if fact.kind == "ground"]
    assert grounds[0] == "不再符合标准的"
    # To lose the chance of renewal is not to lose the designation.
    assert not any("更新" in quote for quote in grounds)
