"""What a text says of itself: title, 文种, 发文机关, 发文字号, dates. Nothing it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta

from policydoc.model import Identity, Provision
from policydoc.parser.front_matter import DATE, NUMBER, is_date
from policydoc.parser.labels import BLANK, number_of
from policydoc.parser.rows import Row
from policydoc.parser.zones import Act, is_signature

GENRES = (
    "实施细则", "实施办法", "实施意见", "实施方案", "暂行办法", "试行办法", "暂行规定", "暂行条例", "暂行规则",
    "补充规定", "若干规定", "管理办法", "工作方案", "行动计划", "工作规则", "议事规则", "指导意见", "若干措施",
    "若干政策", "若干意见", "政策措施", "工作要点", "应急预案",
    "条例", "办法", "规定", "细则", "规则", "规程", "章程", "标准", "规范", "准则", "制度", "方案", "意见",
    "决定", "决议", "通知", "通告", "公告", "公示", "公报", "通报", "批复", "函", "纪要", "命令", "令", "议案",
    "报告", "请示", "解释", "答复", "规划", "计划", "措施", "政策", "预案", "要点", "指南", "守则", "公约", "目录", "法典", "修正案",
    "宪法", "法",
)  # fmt: skip
PLAIN = {"管理办法": "办法"}
APPENDED = re.compile(r"(?:[（(〔【\[][^（）()〔〕【】\[\]]{1,24}[）)〕】\]]|\s|[0-9]{4}年版)+$")
NAMED = re.compile(
    r"《([^《》]{4,120}(?:《[^《》]*》)?[^《》]{0,60})》\s*(?:\S{0,6})?(?:印发|公布|发布|颁布|转发|已经|已由)"
)
EFFECTIVE = re.compile(
    rf"自[{BLANK}]*({DATE.pattern})[{BLANK}]*起?[{BLANK}]*(?:开始)?(?:施行|实施|执行|生效|试行)"
)
VALID_UNTIL = re.compile(rf"有效期(?:限)?(?:截?至|到)[{BLANK}]*({DATE.pattern})")
VALID_YEARS = re.compile(r"有效期(?:限)?(?:为)?([0-9０-９一二三四五六七八九十两]{1,3})年")
DOCUMENT = re.compile(
    "本(?:实施|暂行|试行|管理)?(?:办法|细则|规定|条例|通知|方案|意见|规则|措施|标准|指南|决定|文件|规程|规范|制度|准则|章程|政策|计划|规划|预案|暂行)"
)
TITULAR = re.compile(
    r"([^《》〈〉（）()，。；：]{3,60}?)关于[^。；]{2,160}?的?(?:通知|公告|通告|公示|通报|意见|决定|批复|函)"
)
ORDER = re.compile(
    r"[（(]?([\u4e00-\u9fff]{2,40}?(?:人民政府|部|厅|局|委|委员会|署|总局|国务院|常务委员会))令[（(]?((?:[0-9]{4}年)?第[0-9一二三四五六七八九十百〇零]{1,6}号)[）)]?"
)
ADDRESSED = re.compile(rf"{NUMBER.pattern}(?=各)")  # a number run on into 主送
GLUED = re.compile(
    rf"[。！]([\u4e00-\u9fff][\u4e00-\u9fff{BLANK}]{{2,40}}?)[{BLANK}]*({DATE.pattern})(?=$|[（(]此件|[{BLANK}]|[\u4e00-\u9fff]{{4,40}}第一)"
)
META_NUMBER = re.compile(r"(?:发文字号|文?[\s\u3000]*号)[\s\u3000]*[：:|][\s\u3000]*")
META_DATE = re.compile(r"成文日期[\s\u3000]*[：:]")
BODIES = re.compile(
    r"(?:厅|局|委|部|会|院|府|办公室|办|署|司|处|中心|团|行|联|组|公司|大学|协会|学会|法院|检察院)$"
)


def identify(
    acts: Sequence[Act], body: Iterable[Provision], settings: Mapping[str, str]
) -> Identity:
    """The identity of the main act, as its words and its settings block give it."""
    title = settings.get("title", "") or (_title(acts[0]) if acts else "")
    rows = _outer_rows(acts[0]) if acts else []
    signed = _signatures(rows)
    glued = _glued(rows, body) if acts and not signed else None
    effective, expires = _validity(body) if acts else (None, None)
    effective = effective or _announced(acts[0].front.notice if acts else ())
    return Identity(
        title=title,
        short_title=settings.get("short_title", ""),
        genre=genre_of(title),
        issuers=_issuers(settings, signed) or (glued[0] if glued else _titular(title, rows)),
        number=settings.get("doc_number", "") or settings.get("number", "") or _number(rows),
        issued=_iso(settings.get("issued", "")) or (glued[1] if glued else _issued(rows, signed)),
        effective=_iso(settings.get("effective", "")) or effective,
        expires=_iso(settings.get("expires", "")) or expires,
        region=settings.get("region", ""),
        level=settings.get("level", ""),
        text_status=settings.get("text_status", "") or "official",
    )


def settled(said: Identity, given: Identity) -> Identity:
    """What the text says of itself, and what is known beside it where the text is silent."""
    default = Identity()
    chosen = {
        field.name: getattr(given, field.name)
        for field in fields(Identity)
        if field.name in ("id", "superiors")
        or getattr(said, field.name) == getattr(default, field.name)
    }
    return replace(said, **chosen)


def genre_of(title: str) -> str:
    """The 文种 a title ends with, additions in brackets left aside."""
    plain = APPENDED.sub("", title)
    genre = next((genre for genre in GENRES if plain.endswith(genre)), "")
    return PLAIN.get(genre, genre)


def _issuers(
    settings: Mapping[str, str], signed: Sequence[tuple[int, list[str]]]
) -> tuple[str, ...]:
    if given := settings.get("issuer", "") or settings.get("issuers", ""):
        return tuple(filter(None, re.split(r"[、,，;；\s]+", given.strip("[]"))))
    return tuple(signed[0][1]) if signed else ()


def _glued(
    rows: Sequence[Row], body: Iterable[Provision]
) -> tuple[tuple[str, ...], str | None] | None:
    """Who signs and when, where a web page runs both on behind the last sentence."""
    for text in [*(row.text for row in rows), *_last_texts(tuple(body))]:
        for match in GLUED.finditer(text):
            if all(map(_is_body_name, names := _split_names(match[1].strip()))):
                return tuple(names), _iso(match[2])
    return None


def _titular(title: str, rows: Sequence[Row]) -> tuple[str, ...]:
    """The bodies that a title opens with: 某市人民政府办公室关于…的通知, 某省人民政府令第3号."""
    for text in (title, *(row.text for row in rows)):
        about = TITULAR.match(text)
        if about and all(map(_is_body_name, names := _split_names(about[1].strip()))):
            return tuple(re.sub(rf"[{BLANK}]", "", name) for name in names)
    orders = (_order(rows, place) for place in range(len(rows)))
    return next(((order[0],) for order in orders if order), ())


def _order(rows: Sequence[Row], place: int) -> tuple[str, str] | None:
    """Who issues an order, and its number, which may stand on the line below."""
    words = "".join(row.text for row in rows[place : place + 2])
    for text in (rows[place].text, words):
        if match := ORDER.fullmatch(re.sub(rf"[{BLANK}]", "", text)):
            return match[1], f"{match[1]}令{match[2]}"
    return None


def _title(act: Act) -> str:
    if words := act.front.words:
        return words
    joined = "".join(row.text for row in act.front.notice)
    match = NAMED.search(joined)
    return match[1] if match else ""


def _outer_rows(act: Act) -> list[Row]:
    """Rows outside the body, where an act says who made it and when."""
    front = act.front
    rows = [*front.notice, *front.title, *front.notes, *front.preamble[:6], *act.end]
    return [row for row in rows if row.table is None]


def _signatures(rows: Sequence[Row]) -> list[tuple[int, list[str]]]:
    """Each date line with the names of bodies in the lines right above it."""
    found = []
    for place, row in enumerate(rows):
        if not is_date(row):
            continue
        names: list[str] = []
        above = place - 1
        while above >= 0 and _is_body_name(rows[above].text) and is_signature(rows, above):
            names[:0] = _split_names(rows[above].text)
            above -= 1
        if names:
            found.append((place, [re.sub(rf"[{BLANK}]", "", name) for name in names]))
    return found


def _split_names(text: str) -> list[str]:
    """Names of bodies that sign on one line; white space within a name parts nothing."""
    parts = re.split(rf"[{BLANK}]+", text)
    return parts if all(map(_is_body_name, parts)) else re.split(rf"[{BLANK}]{{2,}}", text)


def _is_body_name(text: str) -> bool:
    plain = re.sub(rf"[{BLANK}]", "", text)
    return 3 <= len(plain) <= 60 and BODIES.search(plain) is not None and "关于" not in plain


def _number(rows: Sequence[Row]) -> str:
    for row in rows:
        match = NUMBER.fullmatch(row.text)
        match = match or ADDRESSED.match(row.text)
        if match is None and (meta := META_NUMBER.match(row.text)):
            match = NUMBER.match(row.text, meta.end())
        if match:
            return re.sub(rf"[{BLANK}]", "", match[1])
    return next((order[1] for place in range(len(rows)) if (order := _order(rows, place))), "")


def _issued(rows: Sequence[Row], signed: Sequence[tuple[int, list[str]]]) -> str | None:
    if signed:
        return _iso(rows[signed[0][0]].text)
    if said := next((row for row in rows if META_DATE.match(row.text)), None):
        return _iso(said.text)
    if dated := next((row for row in rows if is_date(row)), None):
        return _iso(dated.text)
    for row in rows:
        if (
            re.search("通过|公布|发布|印发", row.text)
            and len(row.text) < 400
            and (found := DATE.search(row.text))
        ):
            return _iso(found[0])
    return None


def _validity(body: Iterable[Provision]) -> tuple[str | None, str | None]:
    """When it takes effect and when it ends, where the last provisions give dates."""
    effective = expires = None
    for text in _last_texts(tuple(body)):
        if not DOCUMENT.search(text) and not text.startswith("自"):
            continue
        if effective is None and (match := EFFECTIVE.search(text)):
            effective = _iso(match[1])
        if expires is None and (match := VALID_UNTIL.search(text)):
            expires = _iso(match[1])
        elif expires is None and effective and (match := VALID_YEARS.search(text)):
            expires = _years_later(effective, number_of(match[1]))
    return effective, expires


def _announced(notice: Sequence[Row]) -> str | None:
    """现予公布，自2025年5月1日起施行: the day that the order gives."""
    found = (EFFECTIVE.search(row.text) for row in notice if row.table is None)
    return next((_iso(match[1]) for match in found if match), None)


def _last_texts(body: tuple[Provision, ...]) -> list[str]:
    """Texts of the last five articles or levels, in order."""
    texts: list[str] = []
    stack = list(body[-5:])
    while stack and len(texts) < 40:
        provision = stack.pop()
        texts.append(provision.text)
        stack += provision.children[-5:]
    return texts


def _years_later(start: str, years: int) -> str | None:
    """The last day of a period of `years` that begins on `start`."""
    first = date.fromisoformat(start)
    if not 0 < years <= 50:
        return None
    try:
        anniversary = first.replace(year=first.year + years)
    except ValueError:
        anniversary = date(first.year + years, 3, 1)
    return (anniversary - timedelta(days=1)).isoformat()


def _iso(text: str) -> str | None:
    """A printed date as ISO, or None where there is no such day."""
    parts = re.findall(r"[0-9０-９]+|[一二三四五六七八九〇○零ＯOo十]+", text)
    if len(parts) < 3:
        return None
    year, month, day = (number_of(re.sub("[ＯOo]", "〇", part)) for part in parts[:3])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
