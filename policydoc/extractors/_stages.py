"""The stages a procedure goes through, and how a clause says that one is reached."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNLESS_NOMINAL = r"(?!材料|书|表|通知|指南|条件|主体|单位|人(?!员)|企业|认定的|工作|资格|的(?!应|须|可|，)|对象|范围|要求|情况|之日|后(?!向))"
ASK = r"自愿|自主|可以?|应当?|须|要|向[^，。；]{1,30}|组织|进行|提出|提交|开展|按(?:要求|程序|照)?"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its name, its rank in the life of a designation, the words that tell it."""

    name: str
    rank: int
    words: re.Pattern[str]


def _stage(name: str, rank: int, words: str) -> Stage:
    return Stage(name, rank, re.compile(words))


# The way to a decision; in the order of the text.
MAIN = (
    _stage("通知", 10, r"(?:发布|印发|下发|制定)[^，。；]{0,16}(?:申报|推荐|征集|遴选|年度)[^，。；]{0,8}(?:通知|指南|公告)|(?:发布|下发)[^，。；]{0,10}(?:通知|指南|公告)|以[^，。；]{0,14}(?:通知|指南|公告)为准|组织开展[^，。；]{0,10}申报"),
    _stage("申报", 20, rf"(?:作为|为)申报主体|申报主体[为是]|(?:{ASK})[^，。；]{{0,14}}(?:申报|申请){UNLESS_NOMINAL}|(?:提出|提交|报送|填报|填写)[^，。；]{{0,24}}(?:申请|申报)|(?:申报|申请)(?:单位|企业|人|者)[^，。；]{{0,24}}(?:提交|填报|报送|提出|填写)|提交[^，。；]{{0,12}}材料"),
    _stage("受理", 30, r"受理(?!部门|机关|机构|条件|之日|单位|范围|时间|的(?!，))"),
    _stage("初审", 40, r"初审(?!意见)|(?:提出|出具|形成|完成)[^，。；]{0,4}初审意见|初核|形式审查|资格审查|初步审[核查]"),
    _stage("实地核查", 50, r"(?:实地|现场)[^，。；]{0,6}(?:抽查|核查|考察|查看|核实|评审|查验|勘[查验]|评估|检查)"),
    _stage("推荐", 60, r"推荐[^，。；]{0,6}(?:至|到|给|上报|报送)|(?:择优|向[^，。；]{1,30})推荐(?!的)|(?:汇总|审核|初审)[^，。；]{0,10}后?[^，。；]{0,6}(?:上报|报送?(?:至)?[省市县区厅局部])|推荐(?:上报|报送)|出具[^，。；]{0,6}推荐意见|符合[^，。；]{0,6}的[^，。；]{0,4}报(?![名告备])"),
    _stage("审核", 70, r"复审|审核(?!推荐|人员|意见|通过|同意|合格|无误|后|结果|要求|标准)|评审(?!专家|标准|细则|办法|结果|通过|意见|合格|费)|审定(?!(?:通过|同意)?后的)|审议(?!(?:通过|同意)?后的)|审批|评议|论证(?!通过|内容|报告|意见|材料)|答辩|联审|综合评价|打分|遴选(?!认定)"),
    _stage("形成名单", 80, r"(?:形成|提出|确定|拟定|拟订|研究)[^，。；]{0,16}名单"),
    _stage("公示", 90, r"公示(?!信息|平台|系统)"),
    _stage("认定", 100, r"(?<![未予])(?:确定|认定|公告|确认|评定)为|(?:予以|正式|发文|审定)[^，。；]{0,4}(?:认定|公布|命名|确认)|(?:公布|发布)[^，。；]{0,12}(?:名单|结果)|向社会公[布告]|授牌|授予|命名为|颁发|批准(?:为|认定)|核发"),
    _stage("拨付", 110, r"拨付|兑现|(?:下达|安排)[^，。；]{0,10}(?:资金|计划)|划拨|发放"),
)  # fmt: skip
# What follows the decision; ordered by rank, one step a sentence.
LATER = (
    _stage("撤销", 190, r"撤销|取消(?![^，。；]{0,6}(?:复核|申报|申请|推荐|参评)资格)[^，。；]{0,14}(?:资格|称号|认定|命名|荣誉)|收回[^，。；]{0,8}(?:称号|牌匾|证书)|摘牌|移出[^，。；]{0,8}(?:名单|名录)"),
    _stage("变更备案", 160, r"(?:变更|变动|调整|更名|重组|重大变化|发生变化)[^。；]{0,60}?(?:报告|备案|报备|上报|申请|报[^，。；告到酬销表名]{0,30}|审批|审核)"),
    _stage("备案", 155, r"备案(?!管理|制度|材料|表|号|登记|机关|机构)"),
    _stage("复核", 170, r"复核(?!资格)|(?:期满|届满|到期)[^。；]{0,20}(?:复审|重新[^，。；]{0,4}(?:申报|认定|评[审定])|评估)|重新认定|复评"),
    _stage("年度报告", 150, r"(?:每年|年度|定期|每季度?|每半年|每月|次年|上一?年度)[^。；]{0,60}?(?:更新[^，。；]{0,8}信息|报送|报告(?!制度)|上报|填报|提交|(?<![申通填预公])报(?=[^，。；告到酬销表名考道]))"),
    _stage("考核", 140, r"(?:进行|开展|组织|实施|每年|年度|定期|接受)[^，。；]{0,16}(?:考核|考评|绩效评价|评估|评价|监督检查)|(?:考核|评价|评估)(?:结果|每)|一年一考"),
    _stage("验收", 120, r"(?:组织|进行|开展|申请)[^，。；]{0,10}验收"),
)  # fmt: skip
# A clause that only names a stage as a condition: 经公示无异议的, 复核通过的, 变更完成后.
CONDITIONS = ("的", "后", "时", "之日起", "期间", "期满", "基础上", "情况下")
PASSED = ("通过", "合格", "同意", "无异议")
PRINCIPLE = re.compile(r"坚持|遵循|的原则(?!上)|基本原则|未核实|没有规定")
COUNT = r"(?:[0-9０-９]+|[一二两三四五六七八九十]{1,4})"
DEADLINE = re.compile(
    rf"(?:(?:自|从|于|在)[^，。；、应]{{1,24}}?(?:之日起|后|起|前))?的?{COUNT}个?(?:工作日|自然日|日|天|周|月|年)(?:以内|之内|内|前)"
    rf"|(?:每年|次年|当年|每季度|每月|每半年)[^，。；]{{0,14}}?{COUNT}(?:月|日)(?:{COUNT}日|底|末|初|[上中下]旬)?(?:之?前|以前|内|底)?"
    rf"|(?:{COUNT}年)?{COUNT}月(?:{COUNT}日|底)(?:之?前|以前)"
    rf"|(?:有效期?|期限?)?(?:届满|期满|到期|满)之?前{COUNT}个?(?:工作日|日|天|月|年)(?:之?内|以内)?|(?:不得?少于|至少|不超过)?{COUNT}个(?:工作日|自然日)|(?:公示期?(?:不少于|为|时间为?)?)(?P<notice>{COUNT}[日天])"
)
BOUNDED = re.compile("[内前日天底]")
TRIGGER = re.compile(
    r"(?:有效期|期限)(?:届?满|到期)(?:后|前|时)?|(?:自|在|于)[^，。；、]{1,24}?(?:之日起|完成后|发生后|结束后|通过后|公布后|认定后|期满前|期满后)|[^，。；、的]{1,10}认定后"
)


def stages_of(clause: str, stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """The stages a clause names, in the order of their words."""
    found = [(match.start(), s) for s in stages if (match := s.words.search(clause))]
    return tuple(stage for _, stage in sorted(found, key=lambda pair: pair[0]))


def is_condition(clause: str) -> bool:
    """Whether a clause only says when something else is done."""
    return (len(clause) <= 64 and clause.endswith(CONDITIONS)) or (
        len(clause) <= 30 and clause[:1] == "经" and clause.endswith(PASSED)
    )


def deadline_of(words: str) -> str:
    """The period or date a clause sets, as written, or ""."""
    if not BOUNDED.search(words):
        return ""
    match = DEADLINE.search(words)
    return (match["notice"] or match[0]) if match else ""
