"""Public-notice windows (公示): their first and last day, as a text states them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policydoc.chinese.numerals import parse_numeral
from policydoc.model import Fact, Policy, Provision
from policydoc.rules._places import iter_facts, iter_texts

PERIOD = re.compile(
    r"公示(?:期限|期间|时间|时限|期)?[^，,。；;：:\d]{0,8}?(?:[：:]\s?)?"
    r"(?P<days>\d{1,2}|[一二三四五六七八九十]{1,3})个?(?P<unit>工作日|日|天)(?!期?前)"
)
BRACKETED = re.compile(
    r"[（(](?:共|计|为期)?(?P<days>\d{1,2}|[一二三四五六七八九十]{1,3})个?(?P<unit>工作日|日|天)[）)]"
)

BEFORE = 120  # characters before the dates in which their sentence is sought
NEAR = 6  # characters behind the dates that may say what happens in them


@dataclass(frozen=True, slots=True)
class NoticeWindow:
    """A public notice from `first` to `last`, both counted; the words are text[start:end]."""

    provision: Provision
    start: int
    end: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class NoticePeriod:
    """How long a public notice must last: 5个工作日, in the provision's words text[start:end]."""

    policy: Policy
    provision: Provision
    start: int
    end: int
    days: int
    unit: str

    @property
    def words(self) -> str:
        """The exact words."""
        return self.provision.text[self.start : self.end]


def iter_windows(policy: Policy) -> Iterator[NoticeWindow]:
    """Every window of a public notice with both dates written in full."""
    before: tuple[Provision, Fact] | None = None
    for provision, fact in iter_facts(policy):
        if fact.kind not in ("date", "deadline"):
            continue
        window = None
        if fact.op == "between":
            window = _window(provision, fact.start, fact.end, fact.value, fact.upper)
        elif fact.op == "before" and before and before[1].eid == fact.eid and before[1].end == fact.start:  # fmt: skip
            window = _window(provision, before[1].start, fact.end, before[1].value, fact.value)
        before = (provision, fact) if fact.op == "from" else None
        if window:
            yield window


def _window(
    provision: Provision, start: int, end: int, first: object, last: object
) -> NoticeWindow | None:
    sentence = re.split("[。；;]", provision.text[max(0, start - BEFORE) : start])[-1]
    if "公示" not in provision.heading + sentence + provision.text[start : end + NEAR]:
        return None
    days = [_day(value) for value in (first, last)]
    if days[0] is None or days[1] is None:
        return None
    return NoticeWindow(provision, start, end, days[0], days[1])


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None


def iter_periods(policy: Policy) -> Iterator[NoticePeriod]:
    """Every length of a public notice that the text states."""
    for provision in iter_texts(policy):
        for match in PERIOD.finditer(provision.text):
            yield _period(policy, provision, match)


def period_beside(policy: Policy, window: NoticeWindow) -> NoticePeriod | None:
    """The length printed in brackets behind the dates: （5个工作日）."""
    match = BRACKETED.match(window.provision.text, window.end)
    return _period(policy, window.provision, match) if match else None


def _period(policy: Policy, provision: Provision, match: re.Match[str]) -> NoticePeriod:
    days = int(parse_numeral(match["days"]) or 0)
    return NoticePeriod(policy, provision, match.start(), match.end(), days, match["unit"])
