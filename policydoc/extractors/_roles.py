"""The role of each provision: what it is for, read from its words and its place.

Three sources, in this order: phrases that decide alone (制定本办法, 负责解释), the lead-in above an
item, and then a count of telling words in which the heading above also has a voice. No article
number and no name of a policy decides anything. A provision that gives no sign has no role fact:
an unknown role is no role (docs/adr/0040).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policydoc.model import Fact, Kind, Policy, Provision, has_articles, iter_policies

HEAD = 600  # characters that are looked at: what a provision is for stands in its first sentences
ITEMS = {Kind.SUBPARAGRAPH, Kind.POINT, Kind.LEVEL}
SELF = "本(?:暂行|试行|实施|管理)?(?:办法|细则|规定|规则|条例|意见|通知|方案|措施|政策|标准|指南|法|决定|准则|规程|规范|制度|章程)"

# Phrases that decide alone, the first that fits.
DECIDING: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        (
            "purpose",
            rf"(?:制定|制订|出台|修订|提出){SELF}|^为[^。]{{2,300}}(?:制定|制订)|^目的与依据",
        ),
        (
            "final",
            rf"负责解释|解释权|{SELF}[^。；]{{0,12}}自[^。；]{{1,24}}(?:起|后)[^。；]{{0,6}}(?:施行|实施|执行|生效)"
            rf"|^自[^。；]{{1,24}}起(?:施行|实施|执行)|同时废止|{SELF}有效期|{SELF}未尽事宜|以{SELF}为准"
            rf"|参照{SELF}执行|依照{SELF}(?:制定|执行)",
        ),
        (
            "definition",
            rf"{SELF}(?:中)?所称|下列用语|用语的含义|^[^。；]{{0,30}}的定义[：:]|^适用范围|{SELF}适用(?:于|本)"
            rf"|适用{SELF}|^[^，。；]{{1,40}}[，,]?(?:是指|系指)",
        ),
        (
            "management",
            r"^[^，。；]{0,16}有效期(?:限)?为?[^，。；满届内期]{0,4}年"
            r"|^(?:[^，。；]{0,24}，)?[^，。；]{0,16}每(?:[两二三半]?年|季度?|月)度?(?:(?!不|未|奖|补)[^，。；]){0,24}(?:考核|考评|评估|评价|报送|上报|报告|填报|更新[^，。；]{0,8}信息)"
            r"|^(?:(?!不|未|[。；]).){0,30}(?:变更|变动)(?:(?!不|未|[。；]).){0,40}(?:备案|报备|报告)",
        ),
        (
            "sanction",
            r"(?:撤销|取消|终止|收回)[^。；，,]{0,16}(?:认定|称号|资格|命名|荣誉|牌匾|情形)|撤销情形"
            r"|(?:移出|清退出?|剔除出?)[^。；，,]{0,10}(?:名单|名录|序列)"
            r"|依法(?:给予|予以|追究|处)[^。；]{0,12}(?:处分|责任|处罚)|追究[^。；]{0,14}责任"
            r"|处[^。；，,]{0,24}罚款|构成犯罪|给予(?:警告|记过|处分|行政处罚)|责令[^。；，,]{0,6}(?:改正|整改|退回|限期|停)"
            r"|追回[^。；，,]{0,14}(?:资金|补助|奖励|款)|(?:列入|纳入)[^。；，,]{0,14}(?:失信|黑名单|不良信用)",
        ),
        (
            "criterion",
            r"(?:应当?|须|需|必须)[^。；]{0,16}(?:具备|符合|满足|达到)[^。；]{0,24}(?:条件|标准|要求|指标|基准)"
            r"|(?:具备|符合|满足)(?:以下|下列|如下)[^。；]{0,20}(?:条件|标准|要求|指标|情形)"
            r"|(?:条件|标准|指标)(?:如下|为|包括)[：:]|^(?:认定|申报|评定|申请|准入|入库|遴选)(?:基本)?条件"
            r"|(?:标准|条件|指标)[^。；，（(]{0,4}见附件"
            r"|有(?:下列|以下)[^。；]{0,20}(?:不得|不予|不能)(?:申报|申请|认定|推荐|受理|参评)",
        ),
        (
            "procedure",
            r"(?:提交|提供|报送|附送)(?:下列|以下|如下)[^。；]{0,14}(?:材料|文件|资料)"
            r"|按照?(?:下列|以下|如下)(?:程序|步骤|流程)"
            r"|包括(?:但不限于)?(?:下列|以下|如下)[^。；]{0,8}(?:内容|事项)"
            r"|(?:协议|合同|方案|报告|申请书)[^。；，]{0,8}内容[^。；，]{0,4}(?:包括|如下)",
        ),
        (
            "principle",
            r"^[^。；，,]{0,24}(?:坚持|遵循)[^。；]{2,80}原则|^(?:指导思想|基本原则|总体要求)",
        ),
        (
            "support",
            r"^[^。]{0,160}(?:给予|予以|享受)[^。；]{0,30}(?:奖励|补助|补贴|资助|贴息|奖补|扶持|优惠)(?!以外)",
        ),
    )
)
LATE = {"sanction", "criterion"}
# What opens a list of items settles the role of the items.
LEAD_INS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        (
            "sanction",
            r"撤销|取消[^。；]{0,10}(?:资格|认定|称号)|处分|处罚|罚款|责令|追究|追回|收回|停止拨付|通报批评|终止",
        ),
        ("definition", r"用语|含义|是指|定义|所称"),
        (
            "procedure",
            r"包括(?:但不限于)?(?:下列|以下|如下)[^。；]{0,8}(?:内容|事项)$|内容[^。；，]{0,4}包括$",
        ),
        (
            "support",
            r"(?:给予|予以|享受|提供)[^。；]{0,20}(?:奖励|补助|补贴|支持|资助|扶持|优惠|政策|待遇)|支持政策|扶持政策"
            r"|(?:补助|奖励|补贴|资助|支持)(?:的)?(?:标准|方式|政策|内容|对象|范围|重点)",
        ),
        (
            "criterion",
            r"条件|标准|要求[：:]|指标|不得(?:申报|申请|认定|推荐)|不予(?:受理|认定|支持)|资格",
        ),
        ("procedure", r"程序|步骤|流程|材料|文件|申请书|证明|环节|方式进行"),
        ("principle", r"原则"),
        ("competence", r"职责|主要负责|分工"),
        ("management", r"变更|备案|考核|复核|监督检查|管理"),
        ("duty", r"工作|任务|措施|义务|围绕|应当|方面|重点|禁止|不得"),
    )
)
# Words that speak for a role, each counted once a sentence part; and the heading above.
SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("purpose", r"为了|根据《|依据《|结合[^，。]{1,8}实际"),
        ("principle", r"坚持[^，。；]{2,}|遵循|的原则|主攻方向|指导思想|总体要求|目标是"),
        (
            "competence",
            r"负责[^。；，,]{0,30}(?:工作|统筹|协调|指导|管理)|指导和统筹|统筹协调|宏观指导|主管部门(?:负责|是|为)|[为是][^。；，,]{0,14}主管|主管(?!部门|机关|单位)|职责分工|牵头|协助|配合[^，。；不]{1,20}工作"
            r"|日常工作|建立[^。；，,]{0,16}机制|期间[^。；]{0,16}认定",
        ),
        (
            "criterion",
            r"不(?:低于|少于|超过|高于|多于)|(?<!级)以上|以下(?!简称|统称|方面|几|情形)|高于|达到|具有|拥有|近[一二两三四五0-9]+年|较(?:强|高|完善|好)"
            r"|建立了|设立|无(?:重大|不良|违法)|未发生|依法(?:登记|注册|设立)|注册(?:地|满|成立)|独立法人|符合(?![^，。；]{0,12}(?:标准|条件|要求)的)|须满足",
        ),
        (
            "procedure",
            r"申报|申请(?!复核)|受理|初审|复审|审核|评审|审查|推荐|公示|公布|提交|材料|实地|确定为|形成[^，。；]{0,8}名单|专家|通知|审批|登记",
        ),
        (
            "management",
            r"有效期|复核|考核|考评|更新|重大变化|变更|变动|备案|报备|跟踪|监测|监督|检查|评估|绩效|报送|动态管理|年度|期满|验收|抽查|档案|信息公开",
        ),
        (
            "sanction",
            r"撤销|取消|责令|处分|罚款|违法|违规|虚假|弄虚作假|骗取|失信|追回|通报批评|刑事责任|赔偿责任",
        ),
        (
            "support",
            r"奖励|补助|补贴|资助|扶持|贷款|融资|信贷|贴息|优惠|减免|专项资金|基金|财税|财政|金融|政策支持|优先|给予|万元|营商环境"
            r"|服务(?:平台|体系|机构|资源)|公益性服务|增值服务|上市",
        ),
        (
            "duty",
            r"应当?(?!具备|符合|满足)|要(?=及时|有|用|加强|组织|建立|积极|按)|必须|不得|禁止|严禁|加强|推进|推动|加快|促进|引导|鼓励|支持(?!政策)|开展|构建|深化|优化"
            r"|完善|制定|组织|培育|培训|宣传|总结|落实|维护|提升|强化|积极",
        ),
        ("definition", r"是指|包括|简称|统称|含义"),
        ("final", r"施行|解释|废止|印发之日|公布之日|发布之日"),
    )
)
WEIGHT = {
    "purpose": 2.0, "principle": 3.0, "competence": 3.0, "criterion": 1.0, "procedure": 1.0,
    "management": 1.0, "sanction": 1.5, "support": 1.0, "duty": 0.6, "definition": 1.0, "final": 2.0,
}  # fmt: skip
# What a heading (编章节, a level's line, an annex title) says of everything below it.
HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("final", r"附则|附\s*则|其他(?:事项|规定)"),
        ("sanction", r"法律责任|罚则|责任追究|处罚|撤销|退出|违规"),
        ("criterion", r"条件|标准|指标|评分|(?:申报|认定|资格|准入)要求|资格|门槛"),
        ("procedure", r"程序|流程|申报|申请|认定|评审|审核|办理|推荐|公示|评选|遴选|组织实施|步骤"),
        ("management", r"管理|监督|考核|评估|复核|监测|绩效|检查|验收|变更"),
        (
            "support",
            r"支持|扶持|奖励|补助|补贴|资助|保障|政策|激励|优惠|资金|待遇|服务",
        ),
        ("competence", r"职责|分工|机构|组织领导"),
        ("principle", r"原则|总体要求|指导思想|目标"),
        ("duty", r"培育|任务|措施|义务|建设|发展|重点|举措|工作"),
        ("definition", r"定义|术语|范围|对象"),
    )
)
_SEVERAL = re.compile("[、和与及]")
OPENS = re.compile("[：:]$|(?:下列|以下|如下)[^。；]{0,30}$")
IS_STANDARD = re.compile(r"(?:标准|条件|指标体系)(?:[（(][^（）()]{1,16}[）)])*$")
GENERAL = re.compile(r"总\s*则|总体|基本规定|一般规定")
CONFINED = {"criterion": 4.0, "final": 2.5, "sanction": 2.5, "management": 3.0, "procedure": 2.5}
ACTOR = re.compile(
    r"(?:局|厅|委|部|部门|机构|政府|单位|中心|办|院)(?:应|要|负责|会同|组织|加强|建立|根据|按|依)"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands above a provision: headings' role, lead-in's role, general part, item depth."""

    heading: tuple[str, ...] = ()
    general: bool = False
    lead_in: str = ""
    sibling: str = ""


_LAST: list[tuple[Policy, tuple[Fact, ...]]] = []


def role_facts(policy: Policy) -> tuple[Fact, ...]:
    """The `role` facts; kept for the policy asked for last."""
    last = next(iter(_LAST), None)
    if last is None or last[0] is not policy:
        last = (policy, tuple(iter_roles(policy)))
        _LAST[:] = [last]
    return last[1]


def roles_of(policy: Policy) -> dict[str, str]:
    """The role of each provision by eId."""
    return {fact.eid: fact.role for fact in role_facts(policy)}


def iter_roles(policy: Policy) -> Iterator[Fact]:
    """A `role` fact for each provision whose words or place tell what it is for."""
    for part in iter_policies(policy):
        annex = part is not policy
        title = part.identity.title + "".join(p.text for p in part.preface)
        whole = not has_articles(part) and (annex or IS_STANDARD.search(part.identity.title))
        place = _Place(_by_heading(title) if whole else ())
        if whole:
            for provision in part.preamble:
                yield from _of_branch(provision, place)
        for provision in part.body:
            yield from _of_branch(provision, place)


def _of_branch(top: Provision, above: _Place) -> Iterator[Fact]:
    """Roles of a provision and everything under it, without recursion: drafts nest as they like."""
    siblings: dict[int, str] = {}
    stack: list[tuple[Provision, _Place, int]] = [(top, above, 0)]
    while stack:
        provision, place, depth = stack.pop()
        role = ""
        if provision.text and provision.kind not in (Kind.TITLE, Kind.NOTE, Kind.TABLE):
            role = _role(
                provision,
                _Place(place.heading, place.general, place.lead_in, siblings.get(depth, "")),
            )
            siblings[depth] = role
            if role:
                text = provision.text
                yield Fact("role", provision.eid, text, 0, len(text), role=role)
        below = _below(provision, place, role)
        siblings[depth + 1] = ""
        stack.extend((child, below, depth + 1) for child in reversed(provision.children))


def _below(provision: Provision, place: _Place, role: str) -> _Place:
    heading, general = place.heading, place.general
    if provision.heading:
        heading = _by_heading(provision.heading) or heading
        general = bool(GENERAL.search(provision.heading))
    words = provision.text or provision.heading
    opens = OPENS.search(words) if provision.kind in ITEMS else provision.text
    listing = opens and any(child.kind in ITEMS for child in provision.children)
    lead_in = _by_lead_in(words, role) if listing else place.lead_in
    if provision.kind in (Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION, Kind.PART, Kind.SUBPART):
        lead_in = ""
    return _Place(heading, general, lead_in)


def _by_heading(heading: str) -> tuple[str, ...]:
    """The roles a heading announces: 申报条件和程序 announces two, 附则 one."""
    short = heading[-60:]
    found = tuple(role for role, pattern in HEADINGS if pattern.search(short))
    if found[:1] in (("final",), ("sanction",)) or not _SEVERAL.search(short):
        return found[:1]
    return found


def _by_lead_in(text: str, role: str) -> str:
    """The role of the items under `text`: what its last sentence announces, else its own."""
    if role in ("sanction", "criterion", "definition"):
        return role
    head = text[-HEAD:].rstrip("。：:；; ")
    last = head[max(head.rfind("。"), head.rfind("；")) + 1 :]
    return next((found for found, pattern in LEAD_INS if pattern.search(last)), role)


def _role(provision: Provision, place: _Place) -> str:
    text = provision.text[:HEAD]
    if provision.kind in ITEMS and place.lead_in:
        return place.lead_in
    if place.heading == ("criterion",) and provision.kind in (Kind.LEVEL, Kind.PREAMBLE):
        return "criterion"
    first = text.find("。") + 1 or len(text)
    for role, pattern in DECIDING:
        # What a sanction or a condition adds to a duty in a later sentence does not make it one.
        if pattern.search(text, 0, first if role in LATE else len(text)):
            return role
    scores = _scores(text, place)
    if provision.heading:
        for named in _by_heading(provision.heading):
            scores[named] = scores.get(named, 0.0) + 3.0
    best = max(scores, key=lambda role: scores[role], default="")
    if best and scores[best] >= 0.6:
        return best
    if ACTOR.search(text):
        return "duty"
    return place.sibling or next(iter(place.heading), "")


def _scores(text: str, place: _Place) -> dict[str, float]:
    """Telling words per role, weighed; a competence or principle speaks early in a text."""
    scores: dict[str, float] = {}
    for role, pattern in SIGNS:
        found = len(set(pattern.findall(text)))
        if found:
            scores[role] = WEIGHT[role] * min(found, 6)
    for role in place.heading:
        said = CONFINED.get(role, 1.5) / len(place.heading)
        scores[role] = scores.get(role, 0.0) + said
    if place.general:
        for role in ("competence", "principle", "definition"):
            if role in scores:
                scores[role] += 2.0
    return scores
