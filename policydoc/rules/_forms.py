"""What kind of form or notice a document is, when it was made, and the documents beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from policydoc.model import Policy, Provision, own_words, walk
from policydoc.plugins import Context

BLANK = frozenset(("", "/", "／", "-", "－", "—", "——", "……"))
FORM = re.compile(
    r"(?:申报表|申报书|申请表|申请书|推荐表|汇总表|意见表|备案表|登记表|考核表|自评表|评分表|记录表|承诺书|材料清单)$"
)
_FILLED = re.compile(r"填报日期|填表日期|申报日期|报送日期|填报时间|填表时间")
_DAY = re.compile(r"((?:19|20)\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})")
_OF_YEAR = re.compile(r"((?:19|20)\d\d)(?:年?\s*[—－–~～至-]+\s*(?:19|20)\d\d)?年(?!\d{1,2}月)")


def title_of(policy: Policy) -> Provision | None:
    """The provision that holds the document's title: the first title of its head."""
    return next(
        (p for p in walk(policy) if p.text and p.text == policy.identity.title), None
    ) or next((p for p in policy.preface if p.text), None)


def name_of(policy: Policy) -> str:
    """What the document calls itself, white space left out; its file where it has no title."""
    return re.sub(r"\s", "", policy.identity.title) or policy.identity.id


def is_form(policy: Policy) -> bool:
    """Is it a form to be filled in, by its title?"""
    return bool(FORM.search(name_of(policy)))


def year_of_title(policy: Policy) -> int | None:
    """The year of 2026年度 in a title; of 2026—2028年 the first."""
    match = _OF_YEAR.search(name_of(policy))
    return int(match[1]) if match else None


def made_on(policy: Policy) -> date | None:
    """The day a form says it was filled in, else the date at its end."""
    for provision in walk(policy):
        words = own_words(provision)
        for match in _FILLED.finditer(words):
            filled = _DAY.search(words, match.end(), match.end() + 24)
            if filled and (day := _day(*filled.groups())) is not None:
                return day
    issued = _DAY.match(policy.identity.issued or "")
    return _day(*issued.groups()) if issued else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def beside(context: Context) -> Iterator[Policy]:
    """The other documents of the batch, then the superiors."""
    yield from context.batch
    yield from context.superiors
