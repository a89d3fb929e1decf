"""Quantities: comparator, number and unit, in whatever order Chinese puts them.

Our own grammar: the libraries lose every comparator and one turns 最高不超过 round (docs/adr/0030).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from policydoc.chinese.comparators import AFTER, BEFORE, op_after, op_before, reading, sharpened
from policydoc.chinese.numerals import CHINESE, parse_numeral, tidy
from policydoc.chinese.units import UNIT, bare_unit, base, unit_class

_C = f"[{CHINESE}]"
_ARABIC = r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?"
NUMBER = rf"""
  (?P<per>[百千万])分之(?P<pernum>{_ARABIC}|{_C}+(?:点{_C}+)?)
 |(?P<den>{_C}{{1,3}}|\d{{1,3}})分之(?P<num>{_C}{{1,3}}|\d{{1,3}})
 |(?P<tenths>[一二两三四五六七八九]成[一二三四五六七八九半]?(?![立果为员本熟功效绩品长交型套都就人员分]))
 |(?P<half>(?:一半|半数)(?=以上|及以上|以下|以内|为))
 |(?<![\dA-Za-z.×/])(?<!\d[:：])(?P<arabic>{_ARABIC})
 |(?<![第统唯同单专之任某每这那另逐不其划归惟万])(?P<chinese>{_C}+(?:点{_C}+)?)
 |(?P<halfyear>(?<![上下])半(?=年))
"""
_AGAIN = re.compile(
    rf"\s*(?:至|到|—{{1,2}}|-|–|－|~|～|―)\s*(?P<high>{_ARABIC}|{_C}+(?:点{_C}+)?|百分之{_C}+)"
)
_INCLUDED = re.compile(r"\s*[(（]\s*(不含|含|不包含|包含)(?:本数)?\s*[)）]")
_MORE = re.compile(r"(?:多|余|几)(?!方|种|样|年来)")
_SOFT = re.compile(
    r"(?:一般|原则上?|一般情况下|通常|尽量|尽可能)(?:应当?|须|要|都|均|为|在|可|控制在|最[高多长低少大]|至[多少]|每[^，。；、]{1,6})*$"
)
# 一次能源 is a word, 一次能源审计 is an audit once.
_AUDITED = re.compile(
    "能源(?:审计|评审|检查|监察|体检)|能力(?:测|验|评|培)|会议|供需|性(?!能)(?!价)[^一-龥]"
)
LONGEST = 24  # characters of a numeral that anyone writes
# 不低于5A级, 超过2.0版: a number that is a name.
_NAMED_NEXT = re.compile(r"[A-Za-z级版号型代线章条款项届\d]|$")
_SCALED = re.compile(r"[十百千]?(?:万亿|[万亿])(?![一-鿿]{0,2}[元人户亩吨件家级])")
_BARE = re.compile(r"[十百千万亿]+")
# Measure words that after a Chinese numeral are words of their own more often than counts.
_DOUBTFUL = frozenset("条部册班期分起组队架位轮批号片宗只头株枚款张折种类里升米兆成月例场处间")
_NOT_AFTER = {
    "次": "性产创能污分供办元会加生", "个": "一多", "年": "级制生代鉴龄", "日": "常用益游照均报志语本程",
    "人": "民工才均民制大事物机口格", "家": "庭乡长具电政族禽", "项": "目", "月": "度刊球报", "名": "称录单目义优",
    "分": "类别析工布配级管支享散层解离批期", "天": "然津空", "周": "期边转末围", "元": "素旦件",
    "件": "事", "里": "程", "成": "立果为员本", "档": "案次位", "户": "籍外口", "份": "额", "所": "有在需属", "套": "餐取用",
    "门": "类户槛", "季": "节", "年度": "计报考会决预总", "度": "", "号": "", "种": "植子养",
    "处": "理于置罚分", "场": "所地景", "组": "织成建", "起": "草来", "条": "件例", "部": "门署分",
    "位": "置一", "批": "准复", "类": "型似", "间": "隔接", "张": "掖家", "轮": "换", "升": "级",
}  # fmt: skip


@dataclass(slots=True)
class Quantity:
    """A number with its unit, and the comparator that binds it; filled in while it is read.

    Attributes:
        start, end: With the comparator words. core_start, core_end: number and unit alone.
        op: >= > <= < ~ = between, or "" where no comparator is written.
        value, upper, unit: As written. amount, base_unit: in base units.
        family: money, measure, ratio, time, count, compound, or "" without a unit.
        words: The comparator as written. note: how it was read.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    value: float
    unit: str
    amount: float
    base_unit: str
    family: str
    op: str = ""
    upper: float | None = None
    soft: bool = False
    words: str = ""
    note: str = ""
    chinese: bool = False


@dataclass(frozen=True, slots=True)
class _Number:
    end: int
    value: float
    unit: str = ""
    chinese: bool = False
    bare: bool = False


def read_quantity(text: str, match: re.Match[str], floor: int) -> Quantity | None:
    """The quantity whose number is `match`, or None where the numeral is part of a word.

    Args:
        text: Folded text (see `numerals.fold`).
        match: A match that carries the groups of NUMBER.
        floor: Where the expression before ends; no comparator is sought before it.
    """
    number = _number(text, match)
    if number is None:
        return None
    found = _with_unit(text, match.start(), number)
    if found is None:
        return None
    _take_before(text, found, floor)
    _take_after(text, found)
    if number.chinese and found.unit == "批":
        return None
    if not found.op and (number.bare or _is_word(text, found)):
        return None
    if not found.unit and (found.op in ("", "~") or (found.chinese and not found.words)):
        return None
    return found


def _number(text: str, match: re.Match[str]) -> _Number | None:
    if match["per"]:
        value = parse_numeral(match["pernum"])
        unit = {"百": "%", "千": "‰", "万": "‱"}[match["per"]]
        return None if value is None else _Number(match.end(), value, unit, True)
    if match["den"]:
        low, high = parse_numeral(match["den"]), parse_numeral(match["num"])
        share = 100 * high / low if low and high is not None else None
        return None if share is None else _Number(match.end(), tidy(round(share, 2)), "%", True)
    if match["half"]:
        return _Number(match.end(), 50, "%", True)
    if match["tenths"]:
        return _Number(match.end(), _tenths(match["tenths"]), "成", True)
    if match["halfyear"]:
        return _Number(match.end(), 0.5, "", False)
    return _plain(text, match)


def _tenths(words: str) -> float:
    whole = parse_numeral(words[0]) or 0
    rest = words[2:]
    return whole if not rest else whole + (0.5 if rest == "半" else (parse_numeral(rest) or 0) / 10)


def _plain(text: str, match: re.Match[str]) -> _Number | None:
    if len(match[0]) > LONGEST:
        return None
    if match["arabic"]:
        return _Number(match.end(), parse_numeral(match["arabic"]) or 0)
    words: str = match["chinese"]
    end = match.end()
    # 五千万元 is 5000 万元: the last 万 or 亿 belongs to the unit, as with Arabic digits.
    stem = words.rstrip("万亿")
    if stem and stem != words and "点" not in stem:
        end -= len(words) - len(stem)
        words = stem
    value = parse_numeral(words)
    if value is None:
        return None
    return _Number(end, value, "", True, _BARE.fullmatch(words) is not None and words != "十")


def _with_unit(text: str, start: int, number: _Number) -> Quantity | None:
    end, chinese = number.end, number.chinese
    more = _MORE.match(text, end) if not number.unit else None
    if more:
        end = more.end()
    early = AFTER.match(text, end)
    unit, unit_end = _unit(text, end, number.unit)
    scaled = None if unit else _SCALED.match(text, end)
    if scaled:  # 超过五千亿规模: the 亿 belongs to the number where no unit follows
        value = tidy(number.value * (parse_numeral(scaled[0]) or 1))
        end = unit_end = scaled.end()
        number = replace(number, value=value, end=end)
        early = AFTER.match(text, end)
    if not unit and early and early["word"]:  # 3以上家
        late = _unit(text, early.end(), "")
        unit = late[0]
    span_end, upper, first_included = unit_end, None, ""
    ranged = _range(text, unit_end, number, unit)
    if ranged:
        upper, unit, span_end, first_included = ranged
    factor_unit, factor = ("%", 0.01) if unit == "‱" else base(unit)
    if not unit and not (early and early["word"]) and _NAMED_NEXT.match(text, unit_end):
        return None
    return Quantity(
        start, span_end, start, span_end, number.value, unit,
        tidy(number.value * factor), factor_unit, "ratio" if unit == "‱" else unit_class(unit),
        "between" if upper is not None else ("~" if more else ""), upper,
        note="文本写明下限（不含）" if first_included.startswith("不") else "", chinese=chinese,
    )  # fmt: skip


def _unit(text: str, end: int, given: str) -> tuple[str, int]:
    if given:
        return given, end
    match = UNIT.match(text, end + (text[end : end + 1] == " "))
    if match is None or not (match["unit"] or match["per"]):
        return "", end
    name = (match["scale"] or "") + (match["unit"] or "") + (match["per"] or "")
    follows = text[match.end() : match.end() + 1]
    named = text[match.end() : match.end() + 4]
    if match["unit"] == "号" or (
        follows in _NOT_AFTER.get(match["unit"] or "", "") and follows and not _AUDITED.match(named)
    ):
        return "", end
    if name[-1:].isascii() and name[-1:].isalpha() and follows.isascii() and follows.isalpha():
        return "", end
    return bare_unit(name), match.end()


def _range(text: str, end: int, number: _Number, unit: str) -> tuple[float, str, int, str] | None:
    included = _INCLUDED.match(text, end)
    again = _AGAIN.match(text, included.end() if included else end)
    if again is None:
        return None
    words, given = again["high"], ""
    if words.startswith("百分之"):
        words, given = words[3:], "%"
    stem = words.rstrip("万亿") or words
    high = parse_numeral(stem)
    second, second_end = _unit(text, again.end() - len(words) + len(stem), given)
    if high is None or not second or (unit and base(unit)[0] != base(second)[0]):
        return None
    if second == "年" and high >= 1900:  # 三年至2028年
        return None
    if unit and unit != second:  # 8000元至1万元
        high = tidy(high * base(second)[1] / base(unit)[1])
    return high, unit or second, second_end, included[1] if included else ""


def _take_before(text: str, found: Quantity, floor: int) -> None:
    """Take in the comparator that stands before the number."""
    left = text[max(floor, found.start - 12) : found.start]
    match = BEFORE.search(left)
    if match is not None:
        found.start -= len(left) - match.start()
        if found.op != "between":
            found.words = match["words"]
            found.op = sharpened(op_before(found.words), match["includes"] or "")
            found.note = reading(found.words, found.op, match["includes"] or "")
    found.soft = _SOFT.search(text[max(floor, found.start - 14) : found.start]) is not None


def _take_after(text: str, found: Quantity) -> None:
    """Take in the comparator that stands after the unit, and （含）."""
    match = AFTER.match(text, found.end)
    if match is None or match.end() == found.end:
        return
    word, includes = match["word"], match["last"] or match["first"] or ""
    end = match.end()
    if found.op == "between":
        found.note = "；".join(
            filter(None, (found.note, f"上限（{includes}）" if includes else ""))
        )
        found.end = end if includes or word in ("以内", "内") else found.end
        return
    if (word == "内" and found.family != "time") or (word == "起" and found.family == "time"):
        word, end = None, match.start("word")
    found.end = end
    if word and found.op in ("", "~"):
        found.op, found.words = op_after(word, includes), word
        found.note = reading(word, found.op, includes)
    elif includes:  # 不低于10家以上 has both words and one bound
        found.op = sharpened(found.op, includes)
        found.note = reading(found.words, found.op, includes)


def _is_word(text: str, found: Quantity) -> bool:
    """一起, 十分, 三位一体: a Chinese numeral whose measure word is a word of its own."""
    if not found.chinese or found.family not in ("count", "time", "measure"):
        return False
    return found.unit in _DOUBTFUL and "个" not in text[found.core_start : found.core_end]


def joined(low: Quantity, high: Quantity) -> Quantity:
    """Two bounds of one figure as a range: 1000人以上、5000人以下."""
    if low.op in ("<=", "<"):
        low, high = high, low
    factor = base(low.unit)[1] or 1
    upper = high.value if high.unit == low.unit else tidy(high.amount / factor)
    note = f"{low.note}；{high.note}"
    if low.amount > high.amount:
        note = f"上下限矛盾：下限{low.value:g}{low.unit}大于上限{high.value:g}{high.unit}；{note}"
    return replace(
        low, start=min(low.start, high.start), end=max(low.end, high.end),
        core_end=max(low.core_end, high.core_end), op="between", upper=upper,
        soft=low.soft or high.soft, note=note,
    )  # fmt: skip
