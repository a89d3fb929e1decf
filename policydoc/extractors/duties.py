"""`duty` facts: who must, may, must not or helps to do what, to what, for whom; clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.clauses import Clause
from policydoc.extractors._actors import Mention, Mentions, mentions_of
from policydoc.extractors._roles import roles_of
from policydoc.extractors._spoken import Spoken, iter_spoken
from policydoc.extractors._stages import TRIGGER, deadline_of, is_condition
from policydoc.model import Fact, Kind, Policy
from policydoc.plugins import Extractor

# 报 alone: no 举报, 申报 or 汇报, no 报告, 报名 or 报复.
TO_REPORT = (
    "(?<![举虚瞒谎申汇年月周通预情播登简公海战填上呈])报(?![告名考销酬刊纸道价废案警复到表])"
)
# What makes the words of an act the name of a thing: 申报材料, 奖励资金, 考核结果.
NAMES = (
    "(?!材料|书|表|通知|指南|条件|主体|单位|人(?!员)|资金|办法|规则|标准|程序|制度|原则|范围|情况|结果|意见|平台|系统|规定|金额"
    "|对象|机制|期限|时间|部门|机关|机构|费|率|台账|名单|数据|档案|要求|权限|数量|过程|（|的(?:情形|条件|标准))"
)
BINDING = {"competence", "duty", "procedure", "management", "support", "final"}
VERBS = re.compile(
    "不(?:予|再)(?:重复)?(?:奖励|受理|认定|批准|支持|拨付|推荐|补助|公开|备案|登记|享受|安排|通过|评审)|"
    "负责|协助|配合|会同|牵头|建立健全|建立|健全|完善|制定|制订|编制|出台|发布|组织|指导|统筹|协调(?!发展)|实施(?!细则|方案|意见|办法)|开展|落实|加强|加大|强化|推进|推动"
    "|加快|促进|引导|鼓励|支持|培育|营造|构建|搭建|汇聚|创新(?=服务|方式|机制|模式|管理)|提供|总结|宣传|推广|梳理|报送|上报|报告|报备|备案|填报|提交|提出|填写|领取|收回|推举|出具|移送|签署|兑付|发放|(?:申报|申请|受理"
    "|初审|复审|审核|审批|评审|推荐|公示|认定|考核|考评|监督|检查|评估|验收)"
    + NAMES
    + "|核实|公布|确定(?!位)|命名|授予|监测|跟踪|抽查|履行|接受|保障|安排|拨付"
    "|维护|保护|注重|征得|遵守|承担|解释|登记|建设(?!兵团|单位|用地|项目|工程|标准)|优化|提升|提高|深化|激发|发挥|拓展|积极参与|畅通|丰富|明确|推行|招聘|培训|用好|设立|落实好"
    "|给予|予以|享受|(?<![报取予复])(?:奖励|补助)"
    + NAMES
    + "|不得|禁止|严禁|有权|保存|公开|签订|退还|整改|告知|通知|送达|转报|汇总|纳入|列入|作为|转|"
    + TO_REPORT
)
FORBIDS = re.compile(
    "不得|禁止|严禁|不准|不予|不再(?=[一-鿿]{2})|不对[^，。；]{1,30}(?:给予|予以|进行)"
)
ALLOWS = re.compile("可以|可按|可向|可根据|可实地|可申请|可委托|有权|必要时可|自愿")
HELPS = re.compile("协助|配合(?!能力)")
OBLIGES = re.compile(
    "应当?|必须|须|要(?=有|及时|用|加强|按|组织|积极)|不得|禁止|严禁|可以|有权|负责"
)
# 将…、对… put the object first; the verb that counts comes after it.
LIGHT = re.compile("进行|开展|实施|予以|给予|纳入|列入|作为|推荐|报送|加强|统一|提供|" + TO_REPORT)
FRONTED = re.compile("[将把对]")
BY_MEANS = re.compile("参照|按照|根据|依据|依照|视|通过|经|凭|结合|围绕|对")
CASE = re.compile("(?:或者?|但)?(?:存在|发现|发生|出现|具有|属于|涉嫌)")
DOING = re.compile("(?:(?:并|且|则|再|应|同时|其中|必要时)?由?|各)")
TOLD = ("报", "向", "至", "到", "报送", "报经", "给", "报请")
WHOLE = {"不得", "禁止", "严禁", "负责", "有权"}  # modals that are the verb itself
CITED = re.compile("《[^《》]*(?:《[^《》]*》[^《》]*)*》")
REACH = 48  # characters after the actor within which the verb of a clause stands


def iter_duties(policy: Policy) -> Iterator[Fact]:
    """A `duty` fact for each clause that lays something on somebody, or on nobody named."""
    roles, heard = roles_of(policy), mentions_of(policy)
    above: dict[str, tuple[Mention | None, str]] = {}
    for spoken in iter_spoken(policy):
        role = roles.get(spoken.provision.eid)
        carried, modality = above.get(_lead_in(spoken), (None, ""))
        if role not in BINDING or modality == "must_not":  # what is forbidden is no duty
            continue
        mentions = heard[spoken.provision.eid]
        for fact, actor in _of_provision(spoken, mentions, carried):
            above.setdefault(spoken.provision.eid, (actor, fact.modality))
            if role != "final" or "负责" in fact.quote:
                yield fact


def _lead_in(spoken: Spoken) -> str:
    """The eId of the provision that introduces this 项, or ""."""
    if spoken.provision.kind in (Kind.SUBPARAGRAPH, Kind.POINT, Kind.LEVEL):
        return spoken.provision.eid.rpartition("__")[0]
    return ""


def _of_provision(
    spoken: Spoken, mentions: Mentions, carried: Mention | None
) -> Iterator[tuple[Fact, Mention | None]]:
    # What a title in book marks says is nobody's duty.
    text = CITED.sub(lambda match: "〇" * len(match[0]), spoken.words)
    actor = carried
    for sentence in spoken.sentences:
        for clause in sentence.clauses:
            doer = _doer(text, clause, mentions)
            actor = doer or actor
            words = text[clause[0] : clause[1]]
            if (
                is_condition(words)
                or CASE.match(words)
                or (BY_MEANS.match(words) and not LIGHT.search(words))
            ):
                continue
            verb = _verb(text, clause, doer)
            if verb:
                yield _fact(spoken, text, clause, actor, verb, mentions), actor


def _verb(text: str, clause: Clause, doer: Mention | None) -> re.Match[str] | None:
    """The verb of a clause: after the modal, else after who acts; after an object put first."""
    start, end = clause
    modal = OBLIGES.search(text, start, end)
    after = modal.start() if modal and modal[0] in WHOLE else modal.end() if modal else None
    opening = TRIGGER.match(text, start, end) if modal is None and doer is None else None
    begin = (
        after if after is not None else doer.end if doer else opening.end() if opening else start
    )
    verb = VERBS.search(text, begin, min(end, begin + REACH))
    fronted = FRONTED.search(text, begin, min(end, begin + 12))
    if verb and fronted and fronted.start() < verb.start():
        verb = LIGHT.search(text, verb.start(), end) or verb
    if verb is None or modal or doer or verb.start() - begin <= 14:
        return verb
    return None


def _doer(text: str, clause: Clause, mentions: Mentions) -> Mention | None:
    """Who acts in a clause: named at its beginning or by 由."""
    for mention in mentions.between(*clause):
        by = text[mention.start - 1 : mention.start] == "由"
        if by or DOING.fullmatch(text, clause[0], mention.start):
            return mention
    return None


def _fact(
    spoken: Spoken, text: str, clause: Clause, actor: Mention | None, verb: re.Match[str],
    mentions: Mentions,
) -> Fact:  # fmt: skip
    said, (start, end) = spoken.provision.text, clause
    words = text[start:end]
    name, party = (actor.name, actor.party) if actor else ("", "")
    told = [
        m.name for m in mentions.between(start, end)
        if m.name != name and text[max(0, m.start - 2) : m.start].endswith(TOLD)
    ]  # fmt: skip
    return Fact(
        "duty", spoken.provision.eid, said[start:end], start, end, actor=name, party=party, action=verb[0],
        object=said[verb.end() : end], recipient=told[-1] if told else "",
        modality=_modality(words), deadline=deadline_of(words),
    )  # fmt: skip


def _modality(words: str) -> str:
    for modality, pattern in (("must_not", FORBIDS), ("may", ALLOWS), ("assist", HELPS)):
        if pattern.search(words):
            return modality
    return "must"


EXTRACTOR = Extractor(iter_duties)
