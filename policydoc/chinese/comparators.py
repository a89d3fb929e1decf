"""Words that compare, and the rule by which they are read (民法典第一千二百五十九条)."""

from __future__ import annotations

import re

_CODE = "民法典第一千二百五十九条"
_LEAST = (
    "不低于|不少于|不小于|不短于|不下于|不弱于|不得低于|不得少于|不得小于|不得短于|不应低于|不应少于|不应小于|不能低于|不能少于|不"
    "宜低于|不宜少于|大于等于|大于或等于|大于或者等于|高于或等于|高于等于|不亚于|未低于|未少于|达到或超过|达到或者超过|等于或大于|等于或高于|等于或超过|≥|>=|⩾"
)
_REACH = "至少|最少|最低|达到|达|年满|满|下限为|下限|至少达到|起码"
_MOST = (
    "不超过|不超出|不高于|不多于|不大于|不长于|不得超过|不得高于|不得多于|不得大于|不得长于|不应超过|不应高于|不应大于|不能超过|不"
    "宜超过|未超过|未高于|未超出|小于等于|小于或等于|小于或者等于|低于或等于|少于或等于|低于等于|不可超过|≤|<=|⩽"
)
_CAP = "至多|最多|最高|最长|最大|上限为|上限|控制在|限于|限报|封顶"
_OVER = "超过|超出|高于|大于|多于|长于|突破|逾|优于|超|>"
_UNDER = "低于|少于|小于|短于|不足|不满|未满|未达到|未达|达不到|不到|<"
_ABOUT = "约|大约|约为|大概|大致|将近|接近|近|力争达到"
_OPS = {
    **dict.fromkeys((f"{_LEAST}|{_REACH}").split("|"), ">="),
    **dict.fromkeys((f"{_MOST}|{_CAP}").split("|"), "<="),
    **dict.fromkeys(_OVER.split("|"), ">"),
    **dict.fromkeys(_UNDER.split("|"), "<"),
    **dict.fromkeys(_ABOUT.split("|"), "~"),
}
_AFTER = {
    "以上": ">=", "起": ">=", "为下限": ">=", "以下": "<=", "以内": "<=", "之内": "<=",
    "内": "<=", "封顶": "<=", "为限": "<=", "为上限": "<=", "以外": ">", "左右": "~",
    "上下": "~", "多": "~", "余": "~", "之上": ">=", "之下": "<=",
}  # fmt: skip


def _alternatives(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_VERBS = "拥有|具有|有|设立?|建有|配备|推荐|申报|认定|开展|组织|进行|举办|召开|培育|提供|安排|报送|选派|建立|建设|支持|延长|延期|展期|保留"
BEFORE = re.compile(
    rf"(?P<words>(?!(?<=[届期])满)(?:{_alternatives(_OPS)}))(?:(?<=[至最][多少])(?:可以?|只能|应当?|能)?(?:{_VERBS}))?"
    r"(?:[(（](?P<includes>不含|含)[)）])?(?:为|是|有|在|了|：|:|人民币|累计|合计|共|各|\s)?$"
)
FAR_WORDS = f"{_LEAST}|{_MOST}|超过|高于|低于|达到|最高|至少"
_INCLUDES = r"[(（]\s*(?P<{0}>不含|不包含|不包括|含|包含|包括)(?:本数|本级|该数|[\d.,万亿%]{{1,8}}[^()（）\d]{{0,4}})?\s*[)）]"
# 一家或者多家 is one or more, 30多家 some thirty.
_WORDS_AFTER = _alternatives(_AFTER).replace("多", "(?<!或)(?<!或者)多")
_AGAIN = "(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,4})[个名家人户次项种处所]?"  # 两个及两个以上
AFTER = re.compile(
    rf"(?:{_INCLUDES.format('first')}|[(（][^()（）]{{1,16}}[)）](?=以上|以下|以内|左右|及以上))?"
    rf"(?:(?:[及或和]者?(?:{_AGAIN}(?=以[上下]))?)?(?P<word>{_WORDS_AFTER})(?![海述级限]|市(?!级))"
    rf"(?:{_INCLUDES.format('last')})?)?"
)


def op_before(words: str) -> str:
    """The sign of a comparator that stands before its number."""
    return _OPS[words]


def op_after(word: str, includes: str) -> str:
    """The sign of a comparator that stands after its number; （不含） makes it strict."""
    op = _AFTER[word]
    if includes.startswith("不"):
        return {">=": ">", "<=": "<"}.get(op, op)
    return op


def reading(words: str, op: str, includes: str = "") -> str:
    """How a comparator was read, and by what rule: printed with every comparison."""
    if includes:
        return f"文本写明“{includes}”本数，{'不含' if includes[0] == '不' else '包括'}该数"
    if words in ("以上", "以下", "以内", "内", "之内"):
        shown = "以内" if words in ("内", "之内") else words
        return f"“{words}”包括本数（{_CODE}：{shown}，包括本数）"
    if words in ("不满", "未满", "超过", "以外"):
        shown = "不满" if words == "未满" else words
        return f"“{words}”不包括本数（{_CODE}：{shown}，不包括本数）"
    if op in (">=", "<=") and words[:1] in ("不", "未"):
        return f"“{words}”是不包括本数的词的否定，故包括本数（参照{_CODE}）"
    return _plain_reading(words, op)


def _plain_reading(words: str, op: str) -> str:
    if op == "~":
        return f"“{words}”为约数，幅度未规定"
    if op in (">", "<"):
        return f"“{words}”按通常含义不包括本数（参照{_CODE}）"
    return f"“{words}”按通常含义包括本数（参照{_CODE}）" if words else ""


def sharpened(op: str, includes: str) -> str:
    """A bound with （含） or （不含） written beside it."""
    if not includes:
        return op
    strict = includes.startswith("不")
    table = {">": ">=", "<": "<="} if not strict else {">=": ">", "<=": "<"}
    return table.get(op, op)
