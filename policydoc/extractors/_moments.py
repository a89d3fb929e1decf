"""Dates and periods as deadlines, terms of validity and dates."""

from __future__ import annotations

import re
from dataclasses import replace

from policydoc.chinese.dates import Moment, Window
from policydoc.extractors._durations import PLAN, VALID, action_of, term
from policydoc.extractors._facts import build
from policydoc.extractors._parties import actor_before, recipient_after
from policydoc.extractors._phrases import Surroundings, counted, measured, surroundings
from policydoc.extractors._statements import Statement
from policydoc.model import Fact

_BEFORE = re.compile(
    r"(?:[上下]午)?\s*(?:\d{1,2}[:：时点](?:\d{2}分?)?整?)?\s*(?:\(含[^()]*\)|（含[^（）]*）)?\s*(?:之前|以前|前(?!款|述|期|来)|止|为止|截止)(?:[(（]含[^()（）]*[)）])?"
)
_EITHER = re.compile(r"(?=(?:、|和|及)\d{1,2}月\d{1,2}日(?:之前|以前|前))")
_FROM = re.compile(r"\s*(?:起(?!草|诉|步)|开始|以后|之后|以来|后(?!续))")
_UNTIL_LEFT = re.compile(r"(?:截至|截止到?|延至|不迟于|不晚于|最迟|至|到)\s*$")
_LATEST = re.compile(
    r"(?:(?:不迟于|不晚于|最迟|最晚)(?:应?当?于|在)?|截止(?:时间|日期)(?:为|是|：|:)?)\s*$"
)
_DAY_NOTE = "“{0}”是否含当日，法律没有统一规定，按不晚于该日读"


def moment_fact(statement: Statement, index: int, moment: Moment) -> Fact:
    """What a date or a period provides."""
    around = surroundings(statement, index)
    if before := _BEFORE.match(statement.text, moment.end):
        return _due(statement, moment, around, before)
    if before := _EITHER.match(statement.text, moment.end):  # 1月15日、7月15日前
        due = _due(statement, moment, around, before)
        return replace(due, action=_last_action(statement, around))
    if moment.upper is not None:
        return _period(statement, moment, around)
    until = _UNTIL_LEFT.search(around.left)
    if VALID.search(around.left) or (until and _in_force_before(statement, around)):
        return _valid_until(statement, moment, around)
    if since := _FROM.match(statement.text, moment.end):
        return _since_date(statement, moment, around, since)
    if latest := _LATEST.search(around.left):
        return _day_to_act(statement, moment, around, around.left_start + latest.start(), "before")
    if until:
        return build(
            statement, "date", around.left_start + until.start(), moment.end, op="until",
            value=moment.value, indicator=counted(around.right), basis_note=moment.note,
        )  # fmt: skip
    if moment.shape == "recurring":
        return _day_to_act(statement, moment, around, moment.start, "=")
    return _mere_date(statement, moment)


def _day_to_act(
    statement: Statement, moment: Moment, around: Surroundings, start: int, op: str
) -> Fact:
    """A day by which, or each year on which, somebody has to act."""
    return build(
        statement, "deadline", start, moment.end, op=op, value=moment.value, direction="within",
        basis_note=moment.note, action=around.right.strip(),
        actor=actor_before(statement, around.clause, moment.start),
        recipient=recipient_after(statement, moment.end),
    )  # fmt: skip


def _mere_date(statement: Statement, moment: Moment) -> Fact:
    text, end = statement.text, moment.end
    whole = text.strip() == text[moment.start : end]
    return build(
        statement, "date", moment.start, end + (text[end : end + 1] in ("版", "本")), op="=",
        value=moment.value, unit="年" if moment.shape == "year" else "",
        indicator="成文日期" if whole and moment.shape == "day" else "", basis_note=moment.note,
    )  # fmt: skip


def _due(statement: Statement, moment: Moment, around: Surroundings, before: re.Match[str]) -> Fact:
    words = statement.text[moment.start : before.end()]
    note = moment.note or ("" if "含" in words else _DAY_NOTE.format(words))
    valid = VALID.search(around.left) or ("止" in before[0] and _in_force_before(statement, around))
    kind = "validity" if valid else "deadline"
    if not valid and re.match(r"\s*已", statement.text[before.end() : before.end() + 3]):
        return build(  # 2025年12月31日前已享受的: whom it is said of, nothing to be done
            statement, "date", moment.start, before.end(), op="before", value=moment.value,
            basis_note=note,
        )  # fmt: skip
    start = moment.start
    lead = re.search(r"(?:最迟|最晚|不迟于|截至|至|到)\s*$", around.left)
    if lead:
        start = around.left_start + lead.start()
    return build(
        statement, kind, start, before.end(), op="until" if valid else "before", value=moment.value,
        direction="within", basis_note=note, trigger=_event(around.left),
        action=action_of(statement, statement.text[before.end() : around.end], around),
        actor=actor_before(statement, around.clause, moment.start),
        recipient=recipient_after(statement, before.end()),
    )  # fmt: skip


def _last_action(statement: Statement, around: Surroundings) -> str:
    words = statement.text[around.left_start : around.end]
    return re.split(r"(?:之前|以前|前)", words)[-1].strip()


def _event(left: str) -> str:
    """审核汇总后于2月底前: what has to be over before."""
    found = re.search(r"(?:^|应当?|须)(?P<event>[^，。；]{2,24}(?:后|起))(?:于|在|的)?\s*$", left)
    return found["event"] if found else ""


def _period(statement: Statement, moment: Moment, around: Surroundings) -> Fact:
    valid = VALID.search(around.left) or _explained(statement, around)
    shown = re.search(
        r"(?:公示|公告|申报|受理|报名|征求意见|评审|网上填报)(?:的)?(?:期限?|时间|时限|日期)?(?:为|：|:|自|是)*\s*$",
        around.left,
    )
    start = around.left_start if valid and VALID.search(around.left) else moment.start
    end = moment.end
    if shown and not valid:
        start = around.left_start + shown.start()
    elif not valid and (lead := re.search(r"[自从在]\s*$", around.left)):
        start = around.left_start + lead.start()
    if (moment.value or "").startswith("--") and not valid and not shown:
        return build(
            statement, "deadline", start, end, op="between", value=moment.value,
            upper=moment.upper, direction="within", basis_note=moment.note,
            actor=actor_before(statement, around.clause, start), recipient=recipient_after(statement, end),
            action=action_of(statement, statement.text[end : around.end], around),
        )  # fmt: skip
    return build(
        statement, "validity" if valid else "date", start, end, op="between", value=moment.value,
        upper=moment.upper, indicator=(term(measured(around.left)) or "有效期") if valid else measured(shown[0]) if shown else "",
        window=statement.text[moment.start : moment.end], basis_note=moment.note,
    )  # fmt: skip


def _explained(statement: Statement, around: Surroundings) -> re.Match[str] | None:
    """有效期3年（2023年7月1日至2026年6月30日）: the same term once more, in dates."""
    if around.left.strip() not in ("（", "("):
        return None
    return VALID.search(statement.text, around.start, around.left_start)


def _in_force_before(statement: Statement, around: Surroundings) -> bool:
    start = statement.clauses[max(0, around.clause - 1)][0]
    return bool(re.search(r"起(?:施行|实施|执行|生效|试行)", statement.text[start : around.end]))


def _valid_until(statement: Statement, moment: Moment, around: Surroundings) -> Fact:
    start = around.left_start
    end = moment.end
    op = "from" if re.match(r"起", around.right) else "until"
    return build(
        statement,
        "validity",
        start,
        end,
        op=op,
        value=moment.value,
        indicator=term(measured(re.sub(r"至\s*$", "", around.left))) or "有效期",
        basis_note=moment.note,
    )


def _since_date(
    statement: Statement, moment: Moment, around: Surroundings, since: re.Match[str]
) -> Fact:
    start = moment.start
    if lead := re.search(r"[自从]\s*$", around.left):
        start = around.left_start + lead.start()
    force = re.match(
        r"\s*(?:起|开始)?\s*(?P<verb>施行|实施|执行|生效|试行)",
        statement.text[since.end() : since.end() + 8],
    )
    end = since.end() + (force.end() if force else 0)
    return build(
        statement,
        "date",
        start,
        end,
        op="from",
        value=moment.value,
        indicator=force["verb"] if force else "",
        basis_note=moment.note,
    )


def window_fact(statement: Statement, index: int, window: Window) -> Fact:
    """A period counted from now; a plan's horizon with the plan's name."""
    words = statement.text[window.start : window.end]
    plan = PLAN.match(statement.text[window.end : window.end + 16]) if window.ahead else None
    end = window.end + (plan.end() if plan else 0)
    return build(
        statement, "date", window.start, end, op="=", value=window.value, unit=window.unit,
        window=words, indicator=statement.text[window.start : end] if plan else "",
    )  # fmt: skip
