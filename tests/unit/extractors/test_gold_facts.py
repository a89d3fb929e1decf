"""The thresholds, times, quotas and conditions of two policies, read by a person."""

import pytest

from policydoc.model import Fact, Policy
from policydoc.pipeline import load

ZHANGYE = """
art_5__para_1 | quota ~ 10 个 | 在全市范围内计划认定10个左右集群
art_15__para_1 | deadline = 5 工作日 | 公示5个工作日
art_16__para_1 | validity = 3 年 | 集群有效期为三年
art_16__para_1 | validity = 3 年 | 复核通过的有效期延长三年
art_16__para_1 | frequency = 1 次/年 | 集群认定后每年进行考核
art_17__para_1 | deadline <= 15 工作日 | 在变更完成后15个工作日内
art_18__para_1 | deadline before --02-end | 每年2月底前
art_21__para_1 | validity = 3 年 | 本办法自印发之日起实施，有效期3年
att_1__preamble | count = 8 方面 | 须满足以下八方面指标
att_1__preamble | exclusion = 0 | 近三年未发生较大及以上安全、质量和环境污染等事故
att_1__preamble | exclusion = 0 | 重大及以上网络安全事件和数据安全事件
att_1__preamble | exclusion = 0 | 偷税漏税、违法违规、严重失信和其它重大问题的行为
att_1__level_1 | threshold <= 100 平方公里 | 占地面积不超过100平方公里
att_1__level_1 | threshold >= 10 户 | 企业户数在10户以上
att_1__level_1 | threshold >= 10 亿元 | 近三年产值均在10亿元以上
att_1__level_1 | threshold >= 70 % | 中小企业产值占集群总产值70%以上
att_1__level_1 | threshold > 70 % | 主导产业占集群总产值比例高于70%
att_1__level_1 | threshold > 7 % | 产值年均增速高于7%
att_1__level_1 | rank = 前列 | 发展水平位居细分领域全市前列
att_1__level_2 | threshold >= 1 家 | 拥有不少于1家专精特新“小巨人”企业
att_1__level_2 | threshold >= 3 家 | 或者不少于3家“专精特新”中小企业、创新型中小企业和国家级高新技术企业
att_1__level_4 | threshold > 8 % | 近三年中小企业研发经费年均增长高于8%
att_1__level_4 | threshold >= 10 % | 有效发明专利年均增长率不低于10%
att_1__level_4 | threshold >= 5 个 | 每万人有效发明专利拥有量不低于5个
att_1__level_5 | threshold >= 10 % | 工业互联网平台应用普及率不低于10%
att_1__level_5 | trend > 上升 | 工业软件应用率稳步提升
att_1__level_6 | trend < 下降 | 二氧化碳排放量强度持续下降
att_1__level_6 | threshold > 行业基准值 | 属于高耗能行业的集群，能效水平高于行业基准值
att_1__level_6 | threshold > 行业基准值 | 属于高用水行业的集群，水效水平高于行业基准值
att_1__level_8 | coverage = 全覆盖 | 实现促进中小企业发展政策宣贯全覆盖
att_1__level_8 | date = 3 年 | 未来三年发展规划
"""
GUIZHOU = """
art_5__para_1 | quota ~ 30 个 | 在全省范围认定30个左右集群
art_11__para_1 | exclusion = 0 | 近三年未发生较大及以上安全、质量和环境污染等事故
art_11__para_1 | exclusion = 0 | 重大及以上网络安全事件和数据安全事件
art_11__para_1 | exclusion = 0 | 偷税漏税、违法违规、严重失信和其它重大问题的行为
art_11__para_1__subpara_1 | rank = 前列 | 发展水平位居细分领域全省前列
art_11__para_1__subpara_1 | vague None 有一定规模 | 集群产值有一定规模
art_11__para_1__subpara_1 | vague None 占一定比例 | 中小企业产值占一定比例
art_11__para_1__subpara_1 | vague None 较大 | 主导产业占比较大且保持增长态势
art_11__para_1__subpara_1 | trend > 上升 | 主导产业占比较大且保持增长态势
art_11__para_1__subpara_2 | vague None 拥有一定数量 | 拥有一定数量的创新型中小企业
art_11__para_1__subpara_4 | trend > 上升 | 近三年中小企业研发经费保持增长
art_11__para_1__subpara_4 | trend > 上升 | 集群中小企业有效发明专利保持增长态势
art_11__para_1__subpara_5 | trend > 上升 | 产业数字化水平持续提升
art_11__para_1__subpara_5 | trend > 上升 | 工业软件应用率稳步提高
art_11__para_1__subpara_6 | trend < 下降 | 二氧化碳排放量强度持续下降
art_11__para_1__subpara_6 | threshold >= 国家、省相关要求 | 污染物排放总量和排放强度达到国家、省相关要求
art_11__para_1__subpara_6 | threshold > 行业基准值 | 属于高耗能行业的集群,能效水平高于行业基准值
art_11__para_1__subpara_6 | threshold > 行业基准值 | 属于高用水行业的集群,水效水平高于行业基准值
art_11__para_1__subpara_8 | coverage = 全覆盖 | 促进中小企业发展政策宣贯实现集群全覆盖
art_12__para_1 | frequency = 1 次/年 | 每年组织开展一次集群的申报认定工作
art_16__para_1 | validity = 3 年 | 集群有效期为三年
art_17__para_1 | deadline <= 1 月 | 应当于变动发生后1个月内
art_18__para_1 | deadline before --03-10 | 每年3月10日前
art_21__para_1 | date from 公布之日 | 本办法自公布之日起实施
"""


def _rows(table: str) -> list[tuple[str, str, str]]:
    cells = [line.split(" | ") for line in table.splitlines() if line]
    return [(eid, reading, words) for eid, reading, words in cells]


@pytest.fixture(scope="module")
def zhangye() -> Policy:
    return load("zhangye")


@pytest.fixture(scope="module")
def guizhou() -> Policy:
    return load("guizhou")


def _reads(fact: Fact, reading: str) -> bool:
    kind, op, value, *unit = reading.split(" ")
    op = "" if op == "None" else op
    return (fact.kind, fact.op, str(fact.value), fact.unit) == (kind, op, value, "".join(unit))


def _check(policy: Policy, eid: str, reading: str, words: str) -> None:
    there = [fact for fact in policy.facts if fact.eid == eid and _reads(fact, reading)]
    assert any(words in fact.quote for fact in there), [fact.quote for fact in there]


@pytest.mark.parametrize(("eid", "reading", "words"), _rows(ZHANGYE))
def test_zhangye(zhangye: Policy, eid: str, reading: str, words: str) -> None:
    _check(zhangye, eid, reading, words)


@pytest.mark.parametrize(("eid", "reading", "words"), _rows(GUIZHOU))
def test_guizhou(guizhou: Policy, eid: str, reading: str, words: str) -> None:
    _check(guizhou, eid, reading, words)


def test_alternatives_of_zhangye_are_branches_of_one_group(zhangye: Policy) -> None:
    sides = [f for f in zhangye.facts if f.eid == "att_1__level_2" and f.group]
    assert [(f.branch, f.logic, f.indicator_id) for f in sides] == [
        ("1", "any", "little_giant"),
        ("2", "any", "quality_sme"),
    ]
    assert len({f.group for f in sides}) == 1


def test_what_the_digest_could_not_verify_has_no_value() -> None:
    facts = [fact for fact in load("national").facts if fact.unverified]
    known = {fact.indicator_id for fact in facts if fact.kind == "threshold"}
    assert {"growth_rd", "growth_patents", "patents_per_10k", "platform_rate"} <= known
    assert {fact.indicator for fact in facts if fact.kind == "deadline"} >= {"公示时长", "时限"}
    assert all(fact.value is None and not fact.op for fact in facts)


def test_guizhou_states_no_figure_where_it_only_says_some(guizhou: Policy) -> None:
    numbers = [
        f for f in guizhou.facts if f.kind == "threshold" and isinstance(f.value, (int, float))
    ]
    assert numbers == []


def test_who_acts_within_a_period_is_who_the_sentence_names(
    zhangye: Policy, guizhou: Policy
) -> None:
    found = {
        (f.eid, f.actor, f.recipient)
        for policy in (zhangye, guizhou)
        for f in policy.facts
        if f.kind == "deadline"
    }
    assert found == {
        ("art_15__para_1", "市工业和信息化局", ""),
        ("art_17__para_1", "", "县工信局"),
        ("art_18__para_1", "集群", "市工业和信息化局"),
        ("art_17__para_1", "", "贵州省工业和信息化厅"),
        ("art_18__para_1", "市(州)工业和信息化主管部门", "贵州省工业和信息化厅"),
    }
