"""The comparison as one HTML file that works offline, on paper, by keyboard and without scripts.

The page holds its own style and script, named by their hashes in its content security policy, so
that words of a policy can never run, whatever they are.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from policydoc.chinese.characters import printable
from policydoc.model import Comparison, FactCell, FactRow, Kind, Policy
from policydoc.model.names import STATUSES
from policydoc.plugins import Report
from policydoc.reports import _review_page
from policydoc.reports._lanes import lanes
from policydoc.reports._places import STRUCTURE, Place, anchor, href, title_of
from policydoc.reports._view import Cell, RowView, View, reason, view
from policydoc.reports._words import (
    MARKS,
    RELATIONS,
    SIGNS,
    TOPICS,
    VERDICTS,
    verdict_word,
)

PAGE = Path(__file__).parent / "_page"
TAGS = {"insert": "ins", "delete": "del", "move_in": "ins", "move_out": "del"}
CITED = {Kind.ARTICLE, Kind.LEVEL}
TABLES = (
    ("thresholds", "门槛对照", "thresholds"),
    ("deadlines", "时限、有效期与名额", "deadlines"),
    ("procedure", "程序", "procedure"),
    ("grounds", "撤销情形", "grounds"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A view and the ending its ids take where the page holds several."""

    inner: View
    suffix: str

    def __getattr__(self, name: str) -> object:
        return getattr(self.inner, name)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One provision of a full text as printed."""

    anchor: str
    href: str
    label: str
    kind: str
    depth: int
    num: str
    words: str
    heading: bool
    cited: bool
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FullText:
    """One policy, whole."""

    anchor: str
    name: str
    title: str
    number: str
    note: str
    lines: tuple[TextLine, ...]


def _render(comparison: Comparison) -> bytes:
    main = view(comparison)
    column = {policy: index for index, policy in enumerate(main.ids)}
    turned = [view(other) for other in comparison.by_lead]
    style = _read("comparison.css") + "\n[hidden]{display:none!important}\n" + _hiding(main)
    script = _read("comparison.js")
    page = _template().render(
        main=Shown(main, ""),
        turned=[Shown(v, f"-{n}") for n, v in enumerate(turned, 1)],
        choices=[main.lead, *(v.lead for v in turned)],
        title="、".join(main.names[i] for i in main.ids) + "政策对照",
        texts=[_full_text(main, policy) for policy in comparison.policies],
        lanes=_markup(lanes(main)),
        column=column,
        # Up to four columns stand beside each other on a desk; more are scrolled sideways.
        fits=" fits" if len(main.ids) <= 4 else "",
        having=lambda row: _columns(column, [c.policy for c in row.cells if c.places]),
        stating=lambda row: _columns(column, [i for i, c in row.cells.items() if c.facts]),
        style=_markup(style),
        script=_markup(script),
        style_hash=_markup(_hash(style)),
        script_hash=_markup(_hash(script)),
    )
    return printable(page).encode("utf-8")


def _read(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")


def _hiding(main: View) -> str:
    """The style that takes a policy's column away when its box is cleared."""
    return "".join(f".no-c{n} .c{n}{{display:none!important}}" for n in range(len(main.ids)))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _markup(text: str) -> object:
    from markupsafe import Markup

    # Only what this module made itself, every word of it escaped.
    return Markup(text)


@cache
def _template():  # type: ignore[no-untyped-def]
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    environment.globals.update(
        href=href,
        pieces=_pieces,
        quotes=_quotes,
        eid_of=_eid_of,
        reason=reason,
        chapter_of=_chapter_of,
        row_chapter=_row_chapter,
        tables=_tables,
        short=_short,
        row_id=_row_id,
        verdicts=VERDICTS,
        verdict_word=verdict_word,
        signs=SIGNS,
        relations=RELATIONS,
        topics=TOPICS,
    )
    return environment.get_template("comparison.html")


def _tables(shown: Shown) -> list[tuple[str, str, tuple[FactRow, ...]]]:
    comparison = shown.inner.comparison
    return [(key, name, getattr(comparison, attribute)) for key, name, attribute in TABLES]


def _pieces(cell: Cell) -> object:
    """The words with their differences as ins and del; the mark is a word, spoken and printed."""
    shown = []
    for piece in cell.pieces:
        words = escape(piece.text)
        if tag := TAGS.get(piece.mark):
            moved = ' class="mv"' if piece.mark.startswith("move") else ""
            words = f"<{tag}{moved}><i>〔{MARKS[piece.mark]}〕</i>{words}<i>〔止〕</i></{tag}>"
        shown.append(words)
    return _markup("".join(shown))


def _quotes(cell: FactCell) -> list[str]:
    """The exact words the cell rests on, where they are not what it prints already."""
    quotes = dict.fromkeys(fact.quote for fact in cell.facts if fact.quote)
    return [quote for quote in quotes if quote != cell.stated]


def _columns(column: dict[str, int], policies: list[str]) -> str:
    """The numbers of the columns that say something, for the filter by region."""
    return " ".join(str(column[policy]) for policy in policies if policy in column)


def _chapter_of(shown: Shown, row: FactRow) -> str:
    """The chapter of the lead's provision, as the rows of the concordance name it."""
    cell = row.cells.get(shown.inner.lead)
    place = shown.inner.place(shown.inner.lead, _eid_of(cell)) if cell else None
    return place.chapter if place else ""


def _row_chapter(shown: Shown, row: RowView) -> str:
    return row.chapter if shown.inner.lead in row.row.cells else "主文本没有的条文"


def _eid_of(cell: FactCell) -> str:
    return cell.eid or next((fact.eid for fact in cell.facts), "")


def _row_id(shown: Shown, row: RowView) -> str:
    return f"row{shown.suffix}-{row.number}"


def _short(shown: Shown, row: RowView) -> str:
    """A label that fits a square of the map: the number of the 条 or 项."""
    place = next((place for cell in row.cells for place in cell.places), None)
    if place is None:
        return str(row.number)
    label = place.label.replace("第", "").replace("条", "").replace("项", "").replace("部分", "")
    return label[:7] or str(row.number)


def _full_text(main: View, policy: Policy) -> FullText:
    identity = policy.identity
    lines = tuple(
        line for p in main.places[identity.id].values() if (line := _text_line(p)) is not None
    )
    status = STATUSES.get(identity.text_status, "")
    note = f"{status}，不是正式文本。" if identity.text_status != "official" else ""
    return FullText(
        anchor(identity.id),
        main.names[identity.id],
        title_of(identity),
        printable(identity.number),
        note,
        lines,
    )


def _text_line(place: Place) -> TextLine | None:
    """A provision with its own words; a 条 whose words stand in its 款 begins the first of them."""
    provision = place.provision
    heading = provision.kind in STRUCTURE
    words = "\n".join(filter(None, (provision.heading, provision.text)))
    num = printable(provision.num)
    if heading:
        words = " ".join(filter(None, (num, words)))
    return TextLine(
        place.anchor,
        href(place.policy, place.eid),
        place.label,
        provision.kind.value,
        min(place.depth, 4),
        num,
        printable(words),
        heading,
        provision.kind in CITED,
        provision.rows,
    )


REPORT = Report(".html", comparison=_render, review=_review_page.render)
