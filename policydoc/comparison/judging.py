"""One fact against another of the same matter: same, stricter, looser, or why no verdict.

The verdict says what the other text demands against the lead: stricter = it demands more. Nothing
is computed from what a text does not say. Source: docs/adr/0053.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydoc.chinese.folding import words_only
from policydoc.comparison.meeting import dice
from policydoc.model import Fact

_VAGUE = ("vague", "trend", "rank", "coverage")
_ORDERED = ("same", "stricter", "looser")
_MOST, _LEAST = ("<=", "<"), (">=", ">")
_TELLING = 4
_ONE_CASE = 0.5
# The fewest and most days that a month and a year can have.
_DAYS = {"日": (1, 1), "月": (28, 31), "年": (365, 366)}
_RECURRING = re.compile(r"(\+1|-)?-(\d\d)-(\d\d|end)")
# Words that count things: which of them a text takes says nothing of what is counted.
_COUNTERS = frozenset("个件项家户条只份所座名人位")
_PERSONS = frozenset("名人位")
_YEAR = re.compile("个?(?:会计|自然)?年度?")
_RECENT = re.compile("^(?:最近|过去|此前|前)(?=[一二两三四五六])")
_FIGURES = str.maketrans("123456两", "一二三四五六二")
_CASE = re.compile("^(?:对于?|凡是?|属于)|的$")
_EXPIRED = re.compile("(?:有效期?|到?期)(?:届满|期满|到期|满)|届满|到期|期满")
_CHANGED = re.compile("[^完成登记批核]*变[更动化](?:发生)?")
_AFTER = re.compile("(?:之日起|之日|以后|之后|后|起|内|以内|的)+$")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on the other text, and the Chinese reason, with {other} for its name."""

    verdict: str
    reason: str


SAME = Judgement("same", "两者相同")
NOT_STATED = Judgement("not_stated", "")


def judge(lead: Fact, other: Fact) -> Judgement:
    """What `other` demands against `lead`; both are about the same matter."""
    if lead.unverified or other.unverified:
        return Judgement("unverified", "数值未核实，无法比较")
    if lead.kind in _VAGUE or other.kind in _VAGUE:
        return _judge_vague(lead, other)
    for check in (_other_scope, _other_measure):
        if (found := check(lead, other)) is not None:
            return found
    return _with_hedge(lead, other, _with_logic(lead, other, _judge_amounts(lead, other)))


def _judge_vague(lead: Fact, other: Fact) -> Judgement:
    if lead.kind in _VAGUE and other.kind in _VAGUE:
        if words_only(_demand(lead)) == words_only(_demand(other)):
            return SAME
        return Judgement("different", "两者均无数值，用语不同")
    if not all(isinstance(f.value, (int, float)) for f in (lead, other) if f.kind not in _VAGUE):
        return Judgement("different", "两者均无数值，要求不同")
    which = "主文本" if lead.kind in _VAGUE else "{other}"
    return Judgement("unquantified", f"{which}没有规定数值，无法比较宽严")


def _demand(fact: Fact) -> str:
    return str(fact.value) if fact.value not in (None, "") else fact.quote


def _other_scope(lead: Fact, other: Fact) -> Judgement | None:
    """Conditions, bases and windows that part two figures of one name."""
    if _conditions_differ(lead, other):
        return Judgement("different", "适用的情形不同")
    if lead.basis and other.basis and words_only(lead.basis) != words_only(other.basis):
        return Judgement("not_comparable", f"计算口径不同（{lead.basis}；{other.basis}）")
    if bool(lead.basis) != bool(other.basis) and lead.base_unit != "%":
        return Judgement("not_comparable", "计算口径不同（一方按比例或者人均计算）")
    if lead.kind in ("threshold", "deadline") and _windows_differ(lead, other):
        return Judgement("not_comparable", _windows(lead, other))
    if _triggers_differ(lead, other):
        return Judgement("not_comparable", f"起算点不同（{lead.trigger}；{other.trigger}）")
    return None


def _conditions_differ(lead: Fact, other: Fact) -> bool:
    """A term's event is told by its trigger; where one text words it as a condition is no matter."""
    if lead.kind == "validity" or (lead.kind == "deadline" and (lead.trigger or other.trigger)):
        return False
    ours, theirs = (_CASE.sub("", words_only(fact.condition)) for fact in (lead, other))
    if lead.kind == "award" and ours and theirs:
        return dice(ours, theirs) < _ONE_CASE
    return ours != theirs


def _windows_differ(lead: Fact, other: Fact) -> bool:
    said = lead.window and other.window
    return bool(said) and (
        _period(lead.window) != _period(other.window) or lead.every != other.every
    )


def _period(window: str) -> str:
    """上一年度 and 上年, 最近3年 and 近三个会计年度 are one period."""
    words = _YEAR.sub("年", words_only(window)).translate(_FIGURES)
    return _RECENT.sub("近", words.replace("上一年", "上年"))


def _windows(lead: Fact, other: Fact) -> str:
    """The same years, each of them or together, is told apart in words."""
    if _period(lead.window) != _period(other.window):
        return f"考察期不同（{lead.window}；{other.window}）"
    which = "主文本" if lead.every else "{other}"
    return f"考察方式不同（{which}要求{lead.window}每年达到，另一方不逐年考察）"


def _triggers_differ(lead: Fact, other: Fact) -> bool:
    """A trigger that only says more of the same event (竣工验收合格, 验收合格) is the same.

    How long a title or a document lasts is one matter, from which day another.
    """
    if lead.kind == "validity":
        return False
    ours, theirs = (event_of(fact.trigger) for fact in (lead, other))
    if not ours or not theirs or ours == theirs:
        return False
    short, long = sorted((ours, theirs), key=len)
    return not (long.endswith(short) and len(short) >= _TELLING)


def event_of(trigger: str) -> str:
    """期满前 and 有效期届满前 are one event, and so are 发生变更后 and 重大变动发生后."""
    words = _EXPIRED.sub("有效期满", _AFTER.sub("", words_only(trigger)))
    return "发生变化" if _CHANGED.fullmatch(words) else words


def _other_measure(lead: Fact, other: Fact) -> Judgement | None:
    if lead.indicator_id and other.indicator_id and lead.indicator_id != other.indicator_id:
        return Judgement("different", "所指的对象不同")
    if lead.direction and other.direction and lead.direction != other.direction:
        return Judgement("not_comparable", "时限的性质不同")
    if lead.base_unit != other.base_unit and _days(lead) and _days(other):
        return _judge_days(lead, other)
    if lead.base_unit != other.base_unit and not _count_alike(lead, other):
        return Judgement(
            "not_comparable",
            f"计量单位不同（{lead.unit or '日期'}；{other.unit or '日期'}），不能直接换算",
        )
    return None


def _count_alike(lead: Fact, other: Fact) -> bool:
    """5个 and 15件 of one indicator are numbers of the same things; 个 and 人 need not be."""
    units = {lead.base_unit, other.base_unit}
    known = bool(lead.indicator_id) and lead.indicator_id == other.indicator_id
    return known and (units <= _COUNTERS - _PERSONS or units <= _PERSONS)


def _days(fact: Fact) -> tuple[float, float] | None:
    """The fewest and the most days a term can have, where the unit is one of the calendar."""
    span = _DAYS.get(fact.base_unit)
    if span is None or fact.amount is None:
        return None
    if fact.base_unit == "月" and fact.amount >= 12:
        years, months = divmod(fact.amount, 12)
        return years * 365 + months * 28, years * 366 + months * 31
    return fact.amount * span[0], fact.amount * span[1]


def _judge_days(lead: Fact, other: Fact) -> Judgement:
    """30日 against 3个月 has an answer, against 1个月 it has none."""
    ours, theirs = _days(lead), _days(other)
    assert ours is not None
    assert theirs is not None
    if _bound(lead) != _bound(other):
        return Judgement("different", "限定的方式不同")
    if theirs[0] > ours[1] or theirs[1] < ours[0]:
        return _judge_sizes(lead, _bound(lead), theirs[0] > ours[1])
    return Judgement(
        "not_comparable", f"计量单位不同（{lead.unit}；{other.unit}），长短取决于起算的日期"
    )


def _judge_amounts(lead: Fact, other: Fact) -> Judgement:
    if lead.op == other.op == "between":
        bounds = (lead.amount, lead.upper), (other.amount, other.upper)
        return SAME if bounds[0] == bounds[1] else Judgement("different", "幅度不同")
    sides = [_bound(fact) for fact in (lead, other)]
    if sides[0] != sides[1]:
        return _judge_across(lead, other)
    ours, theirs = _size(lead), _size(other)
    if ours is None or theirs is None:
        if words_only(str(lead.value)) != words_only(str(other.value)):
            return Judgement("different", "参照的标准不同")
        ours = theirs = 0.0
    if ours == theirs:
        return _judge_strictness(lead, other)
    return _judge_sizes(lead, sides[0], theirs > ours)


def _judge_across(lead: Fact, other: Fact) -> Judgement:
    """An exact time against a least or a most one has an answer only where they cannot meet."""
    sides = {_bound(lead), _bound(other)}
    ours, theirs = _size(lead), _size(other)
    timed = lead.kind == "deadline" and not isinstance(lead.value, str)
    if timed and ours is not None and theirs is not None and len(sides - {"="}) == 1:
        side = next(iter(sides - {"="}))
        bounded, exact = (theirs, ours) if lead.op == "=" else (ours, theirs)
        if (side == "least" and bounded > exact) or (side == "most" and bounded < exact):
            return _judge_sizes(lead, side, theirs > ours)
    return Judgement("different", "限定的方式不同")


def _bound(fact: Fact) -> str:
    if fact.op in _LEAST:
        return "least"
    if fact.op in _MOST or fact.op == "before":
        return "most"
    return fact.op


def _size(fact: Fact) -> float | None:
    """The amount, or the day of the year (of the next year, a year later) of a recurring date."""
    if fact.amount is not None:
        return float(fact.amount)
    if isinstance(fact.value, (int, float)):
        return float(fact.value)
    if not isinstance(fact.value, str):
        return None
    if (date := _RECURRING.fullmatch(fact.value)) is not None:
        day = 31 if date[3] == "end" else int(date[3])
        return (12 if date[1] == "+1" else 0) * 31.0 + int(date[2]) * 31 + day
    if re.fullmatch(r"\d{4}-\d\d-\d\d", fact.value):
        year, month, day = (int(part) for part in fact.value.split("-"))
        return year * 372.0 + month * 31 + day
    return None


def _judge_strictness(lead: Fact, other: Fact) -> Judgement:
    """The same figure: 高于 leaves out the figure itself, 以上 keeps it."""
    if lead.op == other.op:
        return SAME
    order = {">=": 0, "<=": 0, ">": 1, "<": 1}
    ours, theirs = order.get(lead.op, 0), order.get(other.op, 0)
    if ours == theirs:
        return SAME
    if theirs > ours:
        return Judgement("stricter", "数值相同，但{other}不包括本数，更严")
    return Judgement("looser", "数值相同，但{other}包括本数，更宽")


def _judge_sizes(lead: Fact, side: str, more: bool) -> Judgement:
    size = "更高" if more else "更低"
    if lead.kind == "quota" and side != "most":
        return Judgement("different", f"{{other}}的数量{'更多' if more else '更少'}")
    if lead.kind == "award":
        return Judgement("different", f"{{other}}的金额{size}")
    if lead.kind == "validity":
        return Judgement("different", f"{{other}}的期限{'更长' if more else '更短'}")
    if lead.kind == "frequency":
        return Judgement(
            "stricter" if more else "looser", f"{{other}}{'更频繁' if more else '次数更少'}"
        )
    if lead.kind == "deadline":
        return _judge_times(lead, side, more)
    if side == "least":
        return Judgement("stricter" if more else "looser", f"{{other}}的要求{size}")
    if side == "most":
        return Judgement("looser" if more else "stricter", f"{{other}}的上限{size}")
    return Judgement("different", f"{{other}}的数值{size}")


def _judge_times(lead: Fact, side: str, more: bool) -> Judgement:
    """A term to act in is stricter when shorter; a time to wait or to show, when longer."""
    if isinstance(lead.value, str):
        words = "更晚" if more else "更早"
        return Judgement("looser" if more else "stricter", f"{{other}}的时间{words}")
    words = "更长" if more else "更短"
    if lead.direction in ("for", "not_before"):
        return Judgement("stricter" if more else "looser", f"{{other}}的时间{words}")
    return Judgement("looser" if more else "stricter", f"{{other}}的时限{words}")


def _with_logic(lead: Fact, other: Fact, found: Judgement) -> Judgement:
    """One of several, against all of them: to ask for all is to ask for more."""
    if {lead.logic, other.logic} != {"any", "all"} or found.verdict not in _ORDERED:
        return found
    harder = "stricter" if other.logic == "all" else "looser"
    words = (
        "{other}须同时满足各项，更严" if harder == "stricter" else "{other}只须满足其中一项，更宽"
    )
    if found.verdict == "same":
        return Judgement(harder, f"数值相同，但{words}")
    if found.verdict == harder:
        return found
    return Judgement("different", f"{found.reason}，但{words}，宽严不一")


def _with_hedge(lead: Fact, other: Fact, found: Judgement) -> Judgement:
    """一般 and 原则上 leave room; to drop them is to tighten."""
    if lead.soft == other.soft or found.verdict not in _ORDERED:
        return found
    hard = "stricter" if lead.soft else "looser"
    if found.verdict == "same":
        words = (
            "去掉了“一般”“原则上”一类余地，更严"
            if lead.soft
            else "留有“一般”“原则上”一类余地，更宽"
        )
        return Judgement(hard, f"数值相同，但{{other}}{words}")
    if found.verdict == hard:
        return found
    return Judgement("different", f"{found.reason}，但一方留有“一般”“原则上”一类余地，宽严不一")
