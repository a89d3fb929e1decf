"""目录: found by its title, or by headings that are printed twice, and taken out."""

from __future__ import annotations

import re

from policydoc.parser.labels import BLANK, UNIT, unit_label
from policydoc.parser.rows import Page, Row

TITLE = re.compile(rf"[【\[]?目[{BLANK}]*[录次](?:[】\]]|[{BLANK}]|[：:]|$)")
DOTTED = re.compile(
    rf"(?:[.．·…‥。]{{3,}}|[{BLANK}]{{2,}}|\t)[{BLANK}.．·…（(\-—]*[0-9０-９]{{1,4}}[）)\-—{BLANK}]*$"
)
LINKED = re.compile(r"\[[^\[\]]+\]\([^()]*\)$")
NUMBER = rf"第[{BLANK}]?[一二三四五六七八九十百零〇0-9]{{1,6}}[{BLANK}]?(?:分编|[编章节条])"
SEVERAL = re.compile(NUMBER)
LONGEST_ENTRY = 60
LONGEST = 600  # entries


def remove_contents(page: Page) -> None:
    """Take tables of contents out of the rows."""
    rows = page.rows
    place = 0
    gone: list[tuple[int, int]] = []
    while place < len(rows):
        end = _end_of_contents(rows, place)
        if end > place:
            gone.append((place, end))
        place = max(end, place + 1)
    if not gone:
        return
    kept: list[Row] = []
    last = 0
    for start, end in gone:
        kept += rows[last:start]
        for row in rows[start:end]:
            page.take_out(row, "table-of-contents")
        last = end
    page.rows = kept + rows[last:]


def _end_of_contents(rows: list[Row], place: int) -> int:
    """Where the table of contents that begins at `place` ends; `place` where none does."""
    row = rows[place]
    if row.table is not None:
        return place
    text = row.text
    if text[0] in "目【[" and TITLE.match(text):
        return _end_of_entries(rows, place)
    if row.is_headline() and place + 1 < len(rows):
        return _end_of_untitled(rows, place)
    return place


def _entry_key(row: Row) -> str:
    """What tells an entry when it is printed again: its label, else its words."""
    text = row.text
    if text[:1] == "[" and LINKED.match(text):
        text = text[1 : text.index("]")]
    match = UNIT.match(text)
    if match:
        label = unit_label(text, match)
        return f"{label.unit}{label.number}"
    return re.sub(rf"[{BLANK}]", "", DOTTED.sub("", text))


def _end_of_entries(rows: list[Row], place: int) -> int:
    """The end of the entries behind the title 目录, which may hold them all itself."""
    first = place + 1
    if len(SEVERAL.findall(rows[place].text)) >= 2:
        return first
    seen: dict[str, int] = {}
    opening = ""
    position = first
    while position < min(len(rows), first + LONGEST):
        row = rows[position]
        if row.table is not None or (len(row.text) > LONGEST_ENTRY and not _holds_several(row)):
            break
        key = _entry_key(row)
        if key == opening or (key in seen and _is_top(row) and not _has_label(opening)):
            return position
        if _is_article(row) or (row.text[-1] in "。；！？" and not DOTTED.search(row.text)):
            break
        opening = opening or key
        seen.setdefault(key, position)
        position += 1
    return position if position - first > 1 else first


def _has_label(key: str) -> bool:
    return key.startswith(("编", "章"))


def _is_top(row: Row) -> bool:
    return row.label is not None and row.label.unit in ("编", "章") and row.label.number == 1


def _is_article(row: Row) -> bool:
    return row.label is not None and row.label.unit == "条" and not DOTTED.search(row.text)


def _holds_several(row: Row) -> bool:
    return len(SEVERAL.findall(row.text)) >= 2 and "。" not in row.text


def _end_of_untitled(rows: list[Row], place: int) -> int:
    """Headings in a row that are all printed again below: a table of contents without a title."""
    row = rows[place]
    if _holds_several(row) and not re.search(r"第[^第]{1,8}条", row.text):
        return place + 1 if _is_printed_again(rows, place) else place
    if row.label is None or row.label.number != 1:
        return place
    end = place
    while end < len(rows) and _is_entry(rows[end]):
        end += 1
        if end < len(rows) and _entry_key(rows[end]) == _entry_key(row):
            break
    if end - place < 2 or end >= len(rows):
        return place
    return end if _entry_key(rows[end]) == _entry_key(row) else place


def _is_printed_again(rows: list[Row], place: int) -> bool:
    """Does the first heading of a line of several stand below by itself, or are they many?"""
    if len(SEVERAL.findall(rows[place].text)) > 2:
        return True
    key = _entry_key(rows[place])
    return any(row.is_headline() and _entry_key(row) == key for row in rows[place + 1 :])


def _is_entry(row: Row) -> bool:
    return row.is_headline() and len(row.text) <= LONGEST_ENTRY and row.text[-1] not in "。；："
