"""Dates ↔ ISO: 2023年4月23日, 每年2月底, 次年1月31日, “十四五”期间, 近三年.

Recurring dates have no year: --02-end, --03-10; of the next year: +1-01-31; of every month: ---10.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from policydoc.chinese.numerals import parse_numeral

_CN = "一二三四五六七八九十廿"
_POSITIONAL = "〇零○一二三四五六七八九"
_YEAR = rf"(?:(?:19|20)\d\d|[一二][九〇零○][{_POSITIONAL}][{_POSITIONAL}])"
_SMALL = rf"(?:\d{{1,2}}|[{_CN}]{{1,3}})"
_PART = r"(?:底|末|初|上旬|中旬|下旬)"
_RELATIVE = r"(?:每年度?|次年|翌年|第二年|下一?年度?|当年|本年度?|同年)"
_DASH = r"(?:至|到|—{1,2}|-|–|－|~|―)"

_DATE = rf"""
  {_YEAR}年(?:{_SMALL}月份?(?:{_SMALL}[日号]|{_PART})?|{_PART}|(?:上|下)半年)?
 |(?:{_RELATIVE}的?)?(?<!\d){_SMALL}月(?:份(?={_PART}|前|之前))?(?:{_SMALL}[日号]|{_PART})
 |{_RELATIVE}的?{_SMALL}月份?
 |每(?:个?月|季度)(?:的?(?:首月|末月|第一个月|最后一个月))?的?(?:{_SMALL}[日号]|{_PART})
 |{_RELATIVE}{_PART}|(?:每年|当年|次年)?年[底末](?=前|之前|以前)
 |(?<!\d)(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./]\d{{1,2}}(?!\d)
"""
# A range: the second date may leave out what the first one has said.
DATE = rf"""
 (?:{_YEAR}年?(?:{_DASH}){_YEAR}年(?!\d|{_SMALL}月)(?:度|版)?
 |(?:{_DATE})(?:(?:\([^()（）]*\)|（[^()（）]*）)?{_DASH}(?:(?:{_DATE})|{_SMALL}[日号]))?(?:度|版)?)
"""
NAMED = r"[“\"'‘]?十[一二三四五六七八]五[”\"'’]?(?:规划)?(?:期间|时期|以来|期末|末|中期)"
WINDOW = rf"""
 (?:最近|(?<![将接临邻附靠])近|过去|此前|未来|今后|连续|(?<![满期日之提])前|往前)
 (?:的)?(?:\d{{1,2}}|[{_CN}两]{{1,2}}|几)(?:个)?(?:会计年度|自然年度?|年度|年|个?月|季度)(?:以?内|以来)?
 |上(?:一个?)?(?:会计年度|自然年度?|年度|年(?!底|末|级))|上一个?季度|上个?月
"""

_PARTS = re.compile(
    rf"(?P<rel>{_RELATIVE})?的?年?(?:(?P<y>{_YEAR})年)?(?:(?P<m>{_SMALL})月份?)?"
    rf"(?:(?P<d>{_SMALL})[日号])?(?P<part>{_PART})?(?P<half>[上下]半年)?"
)
_MONTHLY = re.compile(
    rf"每(?:个?月|季度)(?:的?(?:首月|末月|第一个月|最后一个月))?[^\d{_CN}底末初上中下]*(?:(?P<d>{_SMALL})[日号]|(?P<part>{_PART}))"
)
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_BOTH = re.compile(rf"{_DASH}(?=[\d{_CN}次翌当本同第])|(?<=\d{{4}})-(?=\d{{4}}年)")
_YEARS = re.compile(rf"({_YEAR})年?{_DASH}({_YEAR})年(?:度|版)?")
_PERIOD_WORDS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026,
                 "十六五": 2031, "十七五": 2036, "十八五": 2041}  # fmt: skip
_ORDINAL = re.compile(r"十[一二三四五六七八]五")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a recurring date or a period; `value` None where there is no such day.

    `shape` is day, month, year, recurring or period; `upper` only with a period.
    """

    start: int
    end: int
    value: str | None
    upper: str | None = None
    shape: str = "day"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """A period counted from now: 近三年 is 3 年, 上一年度 is -1 年, 未来三年 is 3 年 ahead."""

    start: int
    end: int
    value: float | None
    unit: str
    ahead: bool = False


def read_date(text: str, start: int = 0) -> Moment:
    """The date that `text` (one match of DATE) writes; `start` is where it stands."""
    end = start + len(text)
    if years := _YEARS.fullmatch(text):
        first, last = (parse_numeral(y) for y in years.groups())
        return Moment(start, end, f"{first}-01-01", f"{last}-12-31", "period")
    if ("-" in text and _ISO.fullmatch(text) is None) or any(dash in text for dash in "至到—–~－―"):
        return _range(text, start, end)
    value, shape = _value(text)
    note = "" if value else f"没有这一天：{text}"
    return Moment(start, end, value, None, shape, note)


def _range(text: str, start: int, end: int) -> Moment:
    pieces = [re.sub(r"[(（][^()（）]*[)）]", "", piece) for piece in _BOTH.split(text, maxsplit=1)]
    if len(pieces) < 2:
        value, shape = _value(text)
        return Moment(start, end, value, None, shape, "" if value else f"没有这一天：{text}")
    first, last = pieces
    year = re.match(rf"({_YEAR}年)?({_SMALL}月)?", first)
    if not re.match(rf"{_YEAR}|{_RELATIVE}", last):
        month = year[2] or "" if year and re.match(rf"{_SMALL}[日号]$", last) else ""
        last = (year[1] or "" if year else "") + month + last
    low, high = _value(first, opening=True)[0], _value(last, closing=True)[0]
    note = "" if low and high else f"没有这一天：{text}"
    if low and high and low[0].isdigit() and high[0].isdigit() and low > high:
        note = f"起止日期颠倒：{text}"
    return Moment(start, end, low, high, "period", note)


def _value(text: str, closing: bool = False, opening: bool = False) -> tuple[str | None, str]:
    """The ISO value and shape of one date; `closing` and `opening` months get a day."""
    if iso := _ISO.fullmatch(text):
        return _checked(int(iso[1]), int(iso[2]), int(iso[3])), "day"
    if monthly := _MONTHLY.match(text):
        day = parse_numeral(monthly["d"]) if monthly["d"] else "end"
        return f"---{day:02d}" if isinstance(day, int) else "---end", "recurring"
    parts = _PARTS.match(text)
    assert parts is not None  # every group is optional
    year, month, day = (_small(parts[name]) for name in ("y", "m", "d"))
    if year is None:
        return _recurring(parts["rel"] or "", month, day, parts["part"] or ""), "recurring"
    if parts["half"]:
        return (f"{year}-06-30" if parts["half"] == "上半年" else f"{year}-12-31"), "day"
    if month is None:
        return _of_year(year, parts["part"] or "", closing)
    part = "初" if opening and day is None and not parts["part"] else parts["part"] or ""
    return _of_month(year, month, day, part, closing)


def _small(words: str | None) -> int | None:
    return None if words is None else int(parse_numeral(words) or 0)


def _of_year(year: int, part: str, closing: bool) -> tuple[str, str]:
    if part in ("底", "末") or (closing and not part):
        return f"{year}-12-31", "day"
    return (f"{year}-01-01", "day") if part == "初" else (str(year), "year")


def _of_month(
    year: int, month: int, day: int | None, part: str, closing: bool
) -> tuple[str | None, str]:
    if not 1 <= month <= 12:
        return None, "month"
    if day is not None:
        return _checked(year, month, day), "day"
    last = monthrange(year, month)[1]
    if part or closing:
        day = {"初": 1, "上旬": 10, "中旬": 20}.get(part, last)
        return f"{year}-{month:02d}-{day:02d}", "day"
    return f"{year}-{month:02d}", "month"


def _checked(year: int, month: int, day: int) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year}-{month:02d}-{day:02d}"


def _recurring(relative: str, month: int | None, day: int | None, part: str) -> str | None:
    """--03-10; +1-01-31 for 次年; a month's end is `end`, its beginning 01."""
    head = "+1-" if relative[:1] in ("次", "翌", "下") or relative == "第二年" else "--"
    if month is None:
        return head + ("01-01" if part == "初" else "12-31")
    if not 1 <= month <= 12:
        return None
    if day is None:
        tail = {"初": "01", "上旬": "10", "中旬": "20"}.get(part, "end")
        return f"{head}{month:02d}-{tail}"
    # 2月29日 exists in some years.
    return f"{head}{month:02d}-{day:02d}" if 1 <= day <= monthrange(2024, month)[1] else None


def read_named(text: str, start: int = 0) -> Moment:
    """A five-year plan as its period: “十四五”期间 is 2021-01-01 to 2025-12-31."""
    ordinal = _ORDINAL.search(text)
    first = _PERIOD_WORDS[ordinal[0]] if ordinal else 0
    end = start + len(text)
    if text.endswith("末"):
        return Moment(start, end, f"{first + 4}-12-31", None, "day")
    return Moment(start, end, f"{first}-01-01", f"{first + 4}-12-31", "period")


_AMOUNT = re.compile(rf"(\d{{1,2}}|[{_CN}两]{{1,2}})个?(会计年度|自然年度?|年度|年|月|季度)")


def read_window(text: str, start: int = 0) -> Window:
    """A period counted from now (one match of WINDOW)."""
    end = start + len(text)
    if text[0] == "上":
        unit = "月" if "月" in text else "季度" if "季度" in text else "年"
        return Window(start, end, -1, unit)
    amount = _AMOUNT.search(text)
    ahead = text[:2] in ("未来", "今后")
    if amount is None:
        return Window(start, end, None, "年", ahead)
    unit = "个月" if amount[2] == "月" else "季度" if amount[2] == "季度" else "年"
    return Window(start, end, parse_numeral(amount[1]), unit, ahead)


def to_words(value: str) -> str:
    """An ISO or recurring date as one writes it: --02-end → 每年2月最后一日, +1-01-31 → 次年1月31日."""
    if value.startswith("---"):
        day = value[3:]
        return "每月最后一日" if day == "end" else f"每月{int(day)}日"
    head, _, rest = value.partition("-") if value[:1].isdigit() else ("", "", value)
    year = f"{head}年"
    if not head:
        year = "次年" if value.startswith("+1") else "每年"
        rest = value[3:] if value.startswith("+1") else value[2:]
    month, _, day = rest.partition("-")
    if not month.isdigit():
        return year if not month else value
    shown = "最后一日" if day == "end" else f"{int(day)}日" if day.isdigit() else ""
    return f"{year}{int(month)}月{shown}"
