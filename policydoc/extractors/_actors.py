"""Who acts: agencies, applicants, enterprises and others, as written and as a party.

Chinese does not part words, so an agency is known by its functional core (工业和信息化, 财政, …)
or by a level word before it (市…局); a place name counts only where it begins a phrase or the
document names it, lest the word before it be taken in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydoc.extractors._spoken import iter_spoken
from policydoc.extractors._terms import iter_terms
from policydoc.model import Fact, Policy

CORES = (
    "工业和信息化|经济和信息化|科技和工业信息化|工业信息化|工信|经信|科学技术|科技|财政|发展和改革|发展改革|发改|教育|民政|司法"
    "|人力资源和社会保障|人力资源社会保障|人社|自然资源和规划|自然资源|生态环境|环境保护|环保|住房和城乡建设|住房城乡建设|住建"
    "|交通运输|交通|水利|水务|农业农村|农业|商务|文化广电和旅游|文化和旅游|文化旅游|文旅|卫生健康|卫健|退役军人事务|应急管理|应急|审计"
    "|市场监督管理|市场监管|国有资产监督管理|国资|税务|统计|林业和草原|林草|林业|体育|医疗保障|医保|地方金融监督管理|地方金融|金融监管|金融"
    "|知识产权|大数据发展管理|大数据|数据|乡村振兴|信访|能源|粮食和物资储备|粮食|城市管理|综合行政执法|综合执法|公安|外事|侨务|民族宗教|民族"
    "|广播电视|中小企业|民营经济|工商|行政审批服务|行政审批|政务服务|园林|气象|消防救援|海关|投资促进|招商|营商环境|档案|邮政|通信管理"
    "|组织|宣传|编制|人才工作|人才|规划|药品监督管理|药监|测绘|地震|残联|总工会|监察|纪检监察|机关事务|经济发展|经发|开发区|统战"
)
LEVEL_CHARS = "省市州县区镇乡旗盟"
SET = rf"[（(][{LEVEL_CHARS}地、，]+[）)]"
LEVEL = (
    r"(?:所在地?(?:的)?|属地|当地|本级|同级|上级|上一级|下级|有关|相关|地方|国家|国务院|中央)?(?:各级|各地区?|各)?"
    rf"(?:[{LEVEL_CHARS}](?:{SET})?(?:级以上|级)?(?:地方)?(?:、|和|及|与)?){{0,4}}(?:各级)?"
)
PLACE_CHARS = r"[^\W\d_，。由向报经至对在并将的为是所给到按照据可须被请使令该其此等以各级]"
VERBS = r"协助|配合|支持|会同|指导|推荐|上报|提请|组织|督促|通过|报请|联合|委托|授权|征求|提交|送达|告知|接受|参加|设立|成立"
BOUNDARY = r"(?<![^，。；：、,;:（(“由向报经至和与给对\s])"
OFFICE = r"(?:主管部门|行政主管部门|行政管理部门|业务主管部门|行政部门|管理部门|监督管理部门|部门|管理委员会|委员会|管理局|办公室|局|厅|委|署|部)"
GOVERNMENT = r"(?:人民政府|党委政府|党委、政府|政府)(?:办公室|办公厅)?"
# Where an agency's name may end; the whole name is then sought before it.
ENDS = re.compile(
    r"部门|单位|管理委员会|委员会|管委会|办公室|办公厅|局|厅|署|委[、]?[省市县区州]政府|委(?![员托派外])"
    r"|部(?![分署队位件级])|人民政府|政府(?!投资|引导|采购|公共|网|门户|信息|性|和市场|服务|职能)"
)
# 市（州）、县（市、区）…部门 names two: the last of them is named alone as well.
LISTED = re.compile(rf"(?:各)?[{LEVEL_CHARS}](?:{SET})?、(?=[{LEVEL_CHARS}])")
LONGEST = 44
MOST = 80  # names of its own that one text may bring: each is sought everywhere
STOPS = "，。；：,;:\n“”《》"
OTHERS = (
    ("applicant", r"个人(?=向|提出|申请|按)|申报主体|申报单位|申请单位|申报企业|申请企业|申请人|申报人|申报者|申请者|推荐单位|项目(?:承担|申报|实施|建设)?单位|承担单位|建设单位|运营单位|依托单位|用人单位|获奖单位|受助单位"),
    ("expert", r"专家评审(?:组|委员会)|评审专家组?|专家(?:组|委员会)|评审(?:组|委员会)|评估组|核查组|专家(?=评审|论证|进行|对|根据)"),
    ("third_party", r"第三方(?:专业|评估|服务)?机构|会计师事务所|律师事务所|运营管理机构|运营机构|商协会|协会商会|行业协会(?:商会)?|商会|专业机构|社会化服务机构|公共服务机构|中介服务机构|专业服务机构|服务机构|各级中小企业公共服务(?:示范)?平台|中小企业公共服务(?:示范)?平台(?:网络)?|公共服务示范平台|小型微型企业创业创新示范基地|创业创新示范基地|双创示范基地|示范基地|银行业金融机构|金融机构|商业银行|担保机构|保险机构|投资机构|高等院校|高等学校|高校(?!毕业生)|科研院所|科研机构|产业投资基金|产业基金"),
    ("enterprise", r"龙头企业|链主企业|骨干企业|成员企业|入驻企业|参评企业|获评企业|相关企业|有关企业|核心企业|重点企业|企业(?![家数户总名信的类级内群主标等、])|集群内?(?:中小)?企业|园区内?(?:中小)?企业|基地内?(?:中小)?企业"),
)  # fmt: skip
# 实施机构，是指…的单位: a term for a body that acts.
BODY_TERM = re.compile("[一-鿿]{2,10}(?:机构|单位|部门|组织|主体)")
BODY_MEANT = re.compile("(?:单位|法人|组织|机构|部门|企业|机关)$")
STARTS = "，。；：、,;:（(“由向报经至和与给对"
COMPOUND = re.compile("企业|中小|式|化|认定|促进|工作|培育")
TEAMS = "领导小组|联席会议|工作专班|工作组|指挥部"
UNNAMED = "|".join(
    f"{level}级(?=建立|设立|安排|统筹|组织|财政安排|成立)"
    for level in ("省", "市", "县", "区", "国家")
)
CLASSES = re.compile(
    "|".join(
        (
            *(f"(?P<{party}>{words})" for party, words in OTHERS),
            f"(?P<team>{TEAMS})",
            f"(?P<unnamed>{UNNAMED})",
        )
    )
)
PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆"
)
CONJUNCTION = re.compile(r"^(?:和|与|及|以及|并|对|由|、)+")
RANKS = (
    (4, re.compile(r"^(?:国务院|国家|中央|工业和信息化部|财政部|科技部|科学技术部|商务部|教育部|农业农村部|人力资源社会保障部|生态环境部|自然资源部|住房城乡建设部|交通运输部)|^[^省市县区州]{2,12}部$|总局$")),
    (3, re.compile(rf"省|自治区|厅|^(?:北京|天津|上海|重庆)市|^(?:{PROVINCES})")),
    (1, re.compile(r"县|(?<!自治)(?<![地园])区(?!域)|旗|市辖")),
    (2, re.compile(r"市|州|盟|地区")),
    (0, re.compile(r"镇|乡|街道")),
)  # fmt: skip
AUTHORITY = {3: "provincial_authority", 2: "prefecture_authority", 1: "county_authority"}


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of who acts: its offsets, the name as written, the party."""

    start: int
    end: int
    name: str
    party: str


class Mentions:
    """The mentions of one provision, to be asked for by place."""

    def __init__(self, found: tuple[Mention, ...]) -> None:
        self.found = found
        self._starts = [mention.start for mention in self.found]

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Those that begin in this range."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who may act in one policy: the patterns of names, the issuer, the subject's names."""

    agency: re.Pattern[str]
    others: re.Pattern[str]
    issuers: tuple[str, ...]
    rank: int | None
    subjects: frozenset[str]
    bodies: frozenset[str]


_LAST: list[tuple[Policy, Cast]] = []


def cast_of(policy: Policy) -> Cast:
    """The cast of a policy; kept for the policy asked for last."""
    last = next(iter(_LAST), None)
    if last is None or last[0] is not policy:
        last = (policy, _cast(policy))
        _LAST[:] = [last]
    return last[1]


def _cast(policy: Policy) -> Cast:
    issuers = tuple(dict.fromkeys((*policy.operative.identity.issuers, *policy.identity.issuers, *_interpreters(policy))))  # fmt: skip
    teams, subjects = _named(policy)
    places = _places(policy, issuers)
    names_of_bodies = sorted({*issuers, *teams}, key=len, reverse=True)
    place = rf"(?:{places}|(?:{PROVINCES})省?|{BOUNDARY}(?!{VERBS}){PLACE_CHARS}{{2,4}}(?:省|自治区|自治州|市|州|县|区|旗|盟))"
    agency = (
        rf"(?:{place})?{LEVEL}(?:人民)?(?:{CORES})(?:(?:、|和|及)(?:{CORES})){{0,6}}(?:等)?{OFFICE}"
        rf"|[{LEVEL_CHARS}]委、?[{LEVEL_CHARS}]政府"
        rf"|(?:{place})?{LEVEL}(?:{GOVERNMENT}|(?<=级)(?:主管|行政|有关|相关)*部门)"
        rf"|[{LEVEL_CHARS}](?!场){PLACE_CHARS}{{2,8}}?(?:局|厅|委员会|管委会)"
        rf"|(?:各)?[{LEVEL_CHARS}](?:{SET})(?:级)?(?:主管|行政|有关|相关)+部门"
        r"|(?:有关|相关|主管|职能|成员|牵头)(?:主管|职能)?(?:部门|单位)|管委会"
    )
    own = (*names_of_bodies, *subjects)
    flat = "|".join((*(words for _, words in OTHERS), TEAMS, UNNAMED, *map(re.escape, own)))
    return Cast(
        re.compile(rf"(?:{agency})\Z"), re.compile(flat), issuers, _rank_of(policy, issuers),
        frozenset(subjects), frozenset(names_of_bodies),
    )  # fmt: skip


def _interpreters(policy: Policy) -> Iterator[str]:
    """Who interprets a text issued it, as far as the text says."""
    for spoken in iter_spoken(policy):
        text = spoken.provision.text
        if "负责解释" in text:
            found = re.search(
                r"由([^，。；、]{3,30}?)(?:会同[^，。；]{2,40})?(?:负责|进行)解释", text
            )
            if found and spoken.prefix == "":
                yield found[1]


def _named(policy: Policy) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Abbreviations of bodies, and of what the policy is about (集群, 基地)."""
    teams: list[str] = []
    subjects: list[str] = []
    for fact in iter_terms(policy):
        if BODY_TERM.fullmatch(fact.term) and BODY_MEANT.search(fact.object):
            (subjects if CLASSES.fullmatch(fact.term) else teams).append(fact.term)
        if fact.action not in ("以下简称", "以下统称") or "《" in fact.term or len(fact.term) > 16:
            continue
        if re.search(r"(?:局|厅|委|部|办|部门|小组|中心|单位|机构|政府|会议|专班)$", fact.term):
            teams.append(fact.term)
            if len(fact.object) <= 30 and "、" not in fact.object:
                teams.append(fact.object)
        elif not re.search(r"(?:资金|经费|基金|项目|政策|工作|规划|专项)$", fact.term):
            subjects.append(fact.term)
    return tuple(dict.fromkeys(teams))[:MOST], tuple(dict.fromkeys(subjects))[:MOST]


def _places(policy: Policy, issuers: Sequence[str]) -> str:
    found = {policy.identity.region} if policy.identity.region else set()
    for name in (policy.operative.identity.title, *issuers):
        match = re.match(rf"((?:{PROVINCES})省?|{PLACE_CHARS}{{2,4}}?(?:省|市|州|县|区|旗))", name)
        if match:
            found.add(match[1])
    return "|".join(re.escape(p) for p in sorted(found, key=len, reverse=True)) or "(?!)"


def _rank_of(policy: Policy, issuers: Sequence[str]) -> int | None:
    level = policy.operative.identity.level or policy.identity.level
    ranks = {"national": 4, "provincial": 3, "municipal": 2, "county": 1}
    return ranks.get(level, _rank(issuers[0]) if issuers else None)


def _rank(name: str) -> int | None:
    return next((rank for rank, pattern in RANKS if pattern.search(name)), None)


def iter_mentions(text: str, cast: Cast) -> Iterator[Mention]:
    """Who is named in the text, in order; titles in 《》 name nobody."""
    found = [
        (match.start(), match.end(), kind)
        for match in cast.others.finditer(text)
        if (kind := _kind(text, match, cast))
    ]
    found += ((start, end, "agency") for start, end in _agencies(text, cast))
    if not found:
        return
    done = 0
    for start, end, kind in sorted(found, key=lambda f: (f[0], -f[1])):
        if start >= done and not _is_quoted(text, start, end):
            done = end
            yield from _mentions(text, start, end, kind, cast)


def _begins(text: str, start: int) -> bool:
    """Whether a phrase begins there: after a mark, or a word like 由 or 向."""
    return start == 0 or text[start - 1] in STARTS or text[start - 1].isspace()


def _kind(text: str, match: re.Match[str], cast: Cast) -> str:
    """What kind of name was found; a subject counts only where it begins a phrase."""
    name, start = match[0], match.start()
    if name in cast.bodies:
        return "named"
    if name in cast.subjects:
        begins = _begins(text, start) and not COMPOUND.match(text, match.end())
        return "subject" if begins else ""
    if name == "企业" and not _begins(text, start):
        return ""
    classified = CLASSES.match(text, start)
    return (classified.lastgroup if classified else "") or ""


_HEARD: list[tuple[Policy, dict[str, Mentions]]] = []


def mentions_of(policy: Policy) -> dict[str, Mentions]:
    """Who is named in each provision, by eId; kept for the policy asked for last."""
    last = next(iter(_HEARD), None)
    if last is None or last[0] is not policy:
        cast = cast_of(policy)
        heard = {
            spoken.provision.eid: Mentions(tuple(iter_mentions(spoken.provision.text, cast)))
            for spoken in iter_spoken(policy)
        }
        last = (policy, heard)
        _HEARD[:] = [last]
    return last[1]


def parties_of(policy: Policy) -> dict[str, str]:
    """The party of each name in the policy."""
    heard = mentions_of(policy)
    return {mention.name: mention.party for one in heard.values() for mention in one.found}


def _agencies(text: str, cast: Cast) -> Iterator[tuple[int, int]]:
    done = 0
    for ending in ENDS.finditer(text):
        end = ending.end()
        window = text[max(done, end - LONGEST) : end]
        cut = max(map(window.rfind, STOPS)) + 1
        match = cast.agency.search(text, end - len(window) + cut, end)
        if match:
            done = end
            yield match.start(), end


def _is_quoted(text: str, start: int, end: int) -> bool:
    opened = text.rfind("《", max(0, start - 80), start)
    return opened >= 0 and "》" not in text[opened:start] and "》" in text[end : end + 80]


def _mentions(text: str, start: int, end: int, kind: str, cast: Cast) -> Iterator[Mention]:
    lead = CONJUNCTION.match(text[start:end]) if kind == "agency" else None
    start += lead.end() if lead else 0
    name = text[start:end]
    listed = LISTED.match(name) if kind == "agency" else None
    first = name[: listed.end()] if listed else name
    yield Mention(start, end, name, _party(first, kind, cast))
    if first != name:
        last = name[len(first) :]
        yield Mention(start + len(first), end, last, _party(last, kind, cast))


def _party(name: str, kind: str, cast: Cast) -> str:
    if kind in ("applicant", "expert", "third_party", "enterprise", "subject"):
        return kind
    if any(name == issuer or (len(name) > 3 and issuer.endswith(name)) for issuer in cast.issuers):
        return "issuer"
    if kind == "team":
        return "authority"
    rank = _rank(name)
    if "各级" in name or "级以上" in name or rank is None:
        return "authority"
    if cast.rank is not None and rank > cast.rank:
        return "superior"
    return AUTHORITY.get(rank, "authority")


def iter_actors(policy: Policy) -> Iterator[Fact]:
    """An `actor` fact for each name in each provision, at its first mention there."""
    heard = mentions_of(policy)
    for eid, mentions in heard.items():
        seen: set[str] = set()
        for mention in mentions.found:
            if mention.name not in seen:
                seen.add(mention.name)
                yield Fact(
                    "actor", eid, mention.name, mention.start, mention.end,
                    actor=mention.name, party=mention.party,
                )  # fmt: skip
