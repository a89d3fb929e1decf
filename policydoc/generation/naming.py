"""What a policy recognises, who recognises it and by which course, in the words of its own text."""

from __future__ import annotations

import re

from policydoc.generation.provisions import roles
from policydoc.model import Policy, walk

_DEFINED = re.compile(r"本\w{1,6}所称(?:的)?“?([^，。（(”“]{4,30})”?[（(，是]")
_TITLED = re.compile(r"(?:促进|推进|支持)?([^，。]{2,20}集群)")
_LEADING = re.compile(r"^(?:为|进一步|规范|推动|推进|加强|促进|做好|开展|支持|和|的|建设)+")
_NOUN = re.compile(
    r"(集群|企业|平台|基地|园区|示范区|中心|机构|项目|产品|单位|工厂|车间|街区|学校|医院|品牌|团队)"
    r"(?:（[^）]*）)?$"
)
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,7}?([省市县区州盟旗])(?!场|级)")
# What may go before a public notice, as a text names it; a longer name before its own tail.
_STAGES = (
    "自愿申报", "自愿申请", "申报", "提出申请", "受理", "初审", "初核", "推荐", "专家评审", "专家评议",
    "第三方机构评审", "委托第三方评审", "实地抽查", "实地核查", "现场核查", "现场考察", "现场抽查",
    "复审", "复核", "评审", "审核", "审定", "审议",
)  # fmt: skip
_OPTIONAL = re.compile("必要时|视情|根据需要|可以?[^不]{0,6}$")
_SPOKEN = {"提出申请": "申报", "自愿申请": "自愿申报"}


def award_name(policy: Policy) -> str:
    """The name of what is recognised, as the text defines it: 本细则所称…（以下简称集群）."""
    for provision in walk(policy):
        if found := _DEFINED.search(provision.text):
            return _in_full(policy, found.group(1))
    titled = _TITLED.search(policy.identity.title)
    return titled.group(1) if titled else "中小企业特色产业集群"


def _in_full(policy: Policy, name: str) -> str:
    """The name before （以下简称…） where `name` is the short one."""
    short = re.compile(
        rf"([^，。；、：“”（）()]{{4,30}})（以下(?:简称|统称)“?{re.escape(name)}”?）"
    )
    for provision in walk(policy):
        if found := short.search(provision.text):
            full = _LEADING.sub("", found.group(1))
            return full if full.endswith(name[-2:]) else name
    return name


def noun_of(award: str) -> str:
    """The short word for it: 集群, 企业, 平台."""
    found = _NOUN.search(award)
    return found.group(1) if found else "申报对象"


def counter_of(award: str) -> str:
    """The measure word: 家 for bodies, 个 for the rest."""
    return "家" if noun_of(award) in {"企业", "机构", "单位", "工厂", "学校", "医院"} else "个"


def full_name(authority: str, title: str) -> str:
    """省中小企业发展局 in a rule of 青川省 is 青川省中小企业发展局."""
    place = _PLACE.match(title)
    if place and authority and authority[0] == place.group(1) and len(authority) > 3:
        return place.group() + authority[1:]
    return authority


def course(policy: Policy) -> str:
    """What a case goes through before the public notice, in the order of the text: 自愿申报、初审."""
    known = roles(policy)
    text = "".join(p.text for p in walk(policy) if known.get(p.eid) == "procedure")
    text, _, _ = text.partition("公示")
    places: dict[str, int] = {}
    for stage in _STAGES:
        where = _required(text, stage)
        if where >= 0 and not any(stage in longer for longer in places):
            places[_SPOKEN.get(stage, stage)] = where
    stages = sorted(places, key=places.__getitem__)
    first = [] if any("申报" in stage for stage in stages) else ["申报"]
    return "、".join([*first, *stages])


def _required(text: str, stage: str) -> int:
    """Where the text first requires the stage; -1 where it only allows it (必要时可实地抽查)."""
    for found in re.finditer(re.escape(stage), text):
        clause = re.split("[，,。；;：:（(]", text[: found.start()])[-1]
        if "申" in stage or not _OPTIONAL.search(clause):
            return found.start()
    return -1
