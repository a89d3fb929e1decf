"""The filters of official documents: dates, document numbers, Chinese figures, lists.

GB/T 9704-2012 7.2.5 (发文字号), 7.3.5.4 (成文日期); 支付结算办法附一 (大写金额).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from policydoc.errors import TemplateError

_DIGITS = "零一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_LIMIT_JOINED = 1_000_000
_DATE = re.compile(r"^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$")


def _refuse(name: str, value: object, wanted: str) -> TemplateError:
    return TemplateError(f"“{value}”不能写成{name}，应为{wanted}。", subject=name)


def to_date(value: object) -> date:
    """A date from a date, 2024-07-31 or 2024年7月31日.

    Raises:
        TemplateError: No such date.
    """
    if isinstance(value, date):
        return value
    if found := _DATE.match(str(value)):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            pass
    raise _refuse("日期", value, "真实存在的日期，如 2024-07-31")


def written_date(value: object) -> str:
    """2024年7月31日, without leading zeros."""
    day = to_date(value)
    return f"{day.year}年{day.month}月{day.day}日"


def document_number(agency: object, year: object = None, serial: object = None) -> str:
    """张工信发〔2024〕12号; of a number written with other brackets, the same with 〔〕."""
    if isinstance(agency, Mapping):
        agency, year, serial = (agency.get(key) for key in ("agency", "year", "serial"))
    if year is None:
        found = re.match(
            r"^(\D+?)[\[［(（〔【](\d{4})[\]］)）〕】]第?0*(\d+)号?$", str(agency).strip()
        )
        if found is None:
            raise _refuse("发文字号", agency, "机关代字〔年份〕序号，如 某工信发〔2024〕12号")
        agency, year, serial = found.groups()
    number = re.fullmatch(r"第?0*([1-9]\d*)号?", str(serial).strip())
    if not re.fullmatch(r"(19|20)\d{2}", str(year)) or number is None:
        raise _refuse("发文字号", f"{agency} {year} {serial}", "机关代字、四位年份和序号")
    return f"{agency}〔{year}〕{number.group(1)}号"


def chinese_number(value: object) -> str:
    """10 → 十, 105 → 一百零五, 2.5 → 二点五; two is 二."""
    number = _decimal(value, "中文数字")
    whole = _in_sections(
        int(abs(number)), _DIGITS, ("", "十", "百", "千"), ("", "万", "亿", "万亿")
    )
    if whole.startswith("一十"):
        whole = whole[1:]
    _, _, decimals = f"{abs(number):f}".partition(".")
    decimals = decimals.rstrip("0")
    tail = "点" + "".join(_DIGITS[int(d)] for d in decimals) if decimals else ""
    return ("负" if number < 0 else "") + (whole or "零") + tail


def amount_in_capitals(value: object) -> str:
    """An amount in yuan in capitals: 1050.3 → 壹仟零伍拾元叁角."""
    number = _decimal(value, "大写金额").quantize(Decimal("0.01"), ROUND_HALF_UP)
    cents = int(abs(number) * 100)
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    units, sections = ("", "拾", "佰", "仟"), ("", "万", "亿", "万亿")
    words = _in_sections(yuan, _CAPITALS, units, sections)
    text = f"{words}元" if words else ""
    if jiao:
        text += f"{_CAPITALS[jiao]}角"
    elif fen and text:
        text += "零"
    text += f"{_CAPITALS[fen]}分" if fen else "整"
    return ("负" if number < 0 else "") + (text if cents else "零元整")


def _decimal(value: object, name: str) -> Decimal:
    try:
        number = Decimal(str(value).replace(",", "").replace("，", ""))
        if isinstance(value, bool) or not number.is_finite() or abs(number) >= Decimal(10) ** 16:
            raise InvalidOperation
    except InvalidOperation:
        raise _refuse(name, value, "一亿亿以内的数") from None
    return number


def _in_sections(
    number: int, digits: str, units: tuple[str, ...], sections: tuple[str, ...]
) -> str:
    words = ""
    index = 0
    gap = False
    while number:
        number, part = divmod(number, 10000)
        if part:
            join = digits[0] if gap and words else ""
            words = _section(part, digits, units) + sections[index] + join + words
        gap = 0 < part < 1000 or (part == 0 and bool(words))
        index += 1
    return words


def _section(part: int, digits: str, units: tuple[str, ...]) -> str:
    words = ""
    for place in (3, 2, 1, 0):
        digit = part // 10**place % 10
        if digit:
            words += digits[digit] + units[place]
        elif words and part % 10**place:
            words += digits[0] if not words.endswith(digits[0]) else ""
    return words


def listed(values: Iterable[object], attribute: str | None = None, last: str = "、") -> str:
    """甲、乙、丙; with `last="和"` 甲、乙和丙; empty values are left out."""
    texts = [text for text in (_text(v, attribute) for v in _items(values)) if text]
    if len(texts) < 2:
        return "".join(texts)
    return _within("、".join(texts[:-1]) + last + texts[-1])


def joined(values: Iterable[object], separator: str = "", attribute: str | None = None) -> str:
    """The values in one text with a separator between."""
    texts = [_text(value, attribute) for value in _items(values)]
    if len(separator) * len(texts) > _LIMIT_JOINED:
        raise TemplateError("模板拼接出的文字过长，已停止，请检查模板。")
    return _within(separator.join(texts))


def _items(values: Iterable[object]) -> Iterable[object]:
    return [values] if isinstance(values, str) else values


def _text(value: object, attribute: str | None) -> str:
    if attribute is not None and isinstance(value, Mapping):
        value = value.get(attribute)
    return "" if value is None else str(value)


def _within(text: str) -> str:
    if len(text) > _LIMIT_JOINED:
        raise TemplateError("模板拼接出的文字过长，已停止，请检查模板。")
    return text


def decimals(value: object, places: int = 2) -> str:
    """A number with so many decimals at most, without trailing zeros; text stays as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    step = Decimal(1).scaleb(-min(max(int(places), 0), 10))
    text = f"{Decimal(str(value)).quantize(step, ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def within_sentence(text: object) -> str:
    """A sentence to stand inside another: without its full stop and semicolon at the end."""
    return full_width(text).rstrip("。；;. ")


_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_HALF_MARK = re.compile(
    r"(?<=[\u4e00-\u9fff》”）)])[,;:?!]|(?<=[0-9A-Za-z%])[,;](?=[\u4e00-\u9fff《“])"
)
_HALF_PAIR = re.compile(r"\((?=[^()]*[\u4e00-\u9fff])[^()]*\)|(?<=[\u4e00-\u9fff》”])\([^()]*\)")


def full_width(text: object) -> str:
    """Half-width marks beside Chinese characters as an official document prints them.

    The words of a web copy (贯彻落实,提升) are quoted with the marks of the document they go into.
    """

    def widened(pair: re.Match[str]) -> str:
        return f"（{pair.group()[1:-1]}）"

    paired = _HALF_PAIR.sub(widened, str(text))
    return _HALF_MARK.sub(lambda found: found.group().translate(_WIDE), paired)


def lines_of(text: object) -> list[str]:
    """The lines of a text, or the entries of a list, without empty ones: 分段."""
    entries = text if isinstance(text, list) else str(text).splitlines()
    return [line for entry in entries if (line := str(entry).strip())]


def lead_of(text: object) -> str:
    """The first sentence, which names a step: 自评。 of 自评。由申报主体组织填写。"""
    head, stop, _ = str(text).partition("。")
    return head + stop


def rest_of(text: object) -> str:
    """What follows the first sentence."""
    return str(text).partition("。")[2]


def items_of(text: object) -> list[str]:
    """优秀、合格 as its entries: 分项."""
    entries = text if isinstance(text, list) else re.split("[、\n]", str(text))
    return [item for entry in entries if (item := str(entry).strip())]


class Lines(str):
    """Text whose line feeds are line breaks inside the paragraph, not new paragraphs."""

    __slots__ = ()


_TITLE_WIDTH = 19.5  # characters of 二号 in 156 mm, a little less


def title_lines(pieces: Iterable[object] | str) -> Lines:
    """A title of pieces broken into even lines between pieces, as 7.3.1 asks (词意完整).

    A piece longer than a line is broken near its middle, after the name of a place where there is
    one; lines do not begin with 的 or 》.
    """
    atoms = [str(piece) for piece in _items(pieces) if str(piece)]
    atoms = [part for atom in atoms for part in _halves(atom)]
    total = sum(map(_width, atoms))
    best = Lines("".join(atoms))
    if total <= _TITLE_WIDTH:
        return best
    count = int(-(-total // _TITLE_WIDTH))
    while count <= len(atoms):
        lines = _broken(atoms, count)
        if lines is not None:
            return Lines("\n".join(lines))
        count += 1
    return Lines("\n".join(atoms))


def _width(text: str) -> float:
    return sum(0.5 if character < "\u0100" else 1.0 for character in text)


_SEAMS = re.compile(
    r"(?<!^)(?=(?:实施|暂行|管理|试行)?(?:细则|办法|规定|方案|意见|标准|条例)[》（(]?|发展|促进|认定|产业集群)"
)


def _halves(atom: str) -> list[str]:
    if _width(atom) <= _TITLE_WIDTH:
        return [atom]
    seams = [part for part in _SEAMS.split(atom) if part]
    if len(seams) > 1:
        return [half for part in seams for half in _halves(part)]
    middle = min(range(2, len(atom) - 1), key=lambda at: _cost(atom, at))
    return [*_halves(atom[:middle]), *_halves(atom[middle:])]


_PLACES_END = "省市县区州镇乡园、，和与及的）》"


def _cost(atom: str, at: int) -> float:
    """How bad a cut is: far from the middle, inside a word, before what begins no line."""
    after_place = atom[at - 1] in _PLACES_END
    forbidden = atom[at] in "的》”）、，" or atom[at - 1] in "《“（"
    return abs(at - len(atom) / 2) + (0 if after_place else 5) + (100 if forbidden else 0)


def _broken(atoms: list[str], count: int) -> list[str] | None:
    """The atoms in `count` lines, as even as can be; None where a line would be too long."""
    if count == 1:
        line = "".join(atoms)
        return [line] if _width(line) <= _TITLE_WIDTH else None
    best: list[str] | None = None
    for cut in range(1, len(atoms) - count + 2):
        first = "".join(atoms[:cut])
        if _width(first) > _TITLE_WIDTH:
            break
        rest = _broken(atoms[cut:], count - 1)
        if rest is not None and (best is None or _spread([first, *rest]) < _spread(best)):
            best = [first, *rest]
    return best


def _spread(lines: list[str]) -> float:
    widths = [_width(line) for line in lines]
    return max(widths) - min(widths)


FILTERS: dict[str, Callable[..., Any]] = {
    "成文日期": written_date,
    "发文字号": document_number,
    "中文数字": chinese_number,
    "大写金额": amount_in_capitals,
    "顿号列表": listed,
    "连接": joined,
    "小数": decimals,
    "去句号": within_sentence,
    "全角标点": full_width,
    "分段": lines_of,
    "分项": items_of,
    "首句": lead_of,
    "余句": rest_of,
    "标题分行": title_lines,
}
