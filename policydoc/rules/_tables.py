"""The tables of a form, as a clerk reads them: cells at their words, figures by row and column.

A table is turned so that a `Line` is what one thing is said of (集群总产值) and its figures stand
by key: a year, the head of a column of figures (目标值), or the number of a row of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from policydoc.chinese.indicators import keys_by_name, plain_name
from policydoc.chinese.units import base, unit_class
from policydoc.model import Finding, Policy, Provision, iter_policies, walk
from policydoc.rules._places import found
from policydoc.workspace import catalogue

KEPT = 8
NUMBER = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"
_ALONE = re.compile(
    rf"\s*({NUMBER})\s*([^\d\s（(，,。；;]{{0,6}})\s*(?:[（(]\s*((?:19|20)\d\d)年?\s*[）)])?\s*"
)
_YEAR = re.compile(
    r"\s*((?:19|20)\d\d)\s*年?\s*(?:度|末|底)?\s*(?:[（(]([^（）()]{1,12})[）)])?\s*"
)
_UNIT = re.compile(r"\s*[（(]\s*(?:单位[：:])?([^（）()\d]{1,12})[）)]\s*$")
_LEAD = re.compile(r"^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）).、．]|[①-⑳]|[—-]{1,2})")
_PART = re.compile(r"^其\s*中\s*[：:]?")
_COUNTED = frozenset("件个家户人项名")
_LABELS = re.compile(r"指标|项目|事项|内容|名称|类别")
_VALUES = re.compile(
    r"数值|数量|数额|金额|目标|完成|基期|基数|实际|实绩|现状|申报数据|申报情况|目前情况|实际情况|上年|本年|当年"
)
_UNITS = re.compile(r"^\s*(?:计量)?单\s*位\s*$")
_BESIDE = re.compile(r"单位|计量|依据|备注|说明|序号")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words, and where they begin in the words of its table."""

    table: Provision
    row: int
    column: int
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its cells, and the words that say what it is about: caption, headings."""

    table: Provision
    rows: tuple[tuple[Cell, ...], ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed: it stands for all values within `half` of it.

    `year` is that printed beside it: 16.9（2025）.
    """

    value: float
    half: float
    unit: str
    cell: Cell
    start: int
    end: int
    year: int | None = None

    @property
    def written(self) -> str:
        """The figure as it stands, without its unit."""
        return self.cell.text[self.start : self.end]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """What is said of one thing; `part` where it is named 其中, of the line before."""

    label: Cell
    name: str
    unit: str = ""
    part: bool = False
    figures: dict[int | str, Figure] = field(default_factory=dict)
    cells: Mapping[int | str, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table as lines; `years` are the keys that are years, each with its cell, as printed."""

    grid: Grid
    lines: tuple[Line, ...]
    years: tuple[tuple[int, Cell, str], ...] = ()


_READ: list[tuple[Policy, tuple[Grid, ...], tuple[Ledger, ...]]] = []


def grids_of(policy: Policy) -> tuple[Grid, ...]:
    """Every table of the policy and its attachments, with what stands above it."""
    return _read(policy)[0]


def ledgers_of(policy: Policy) -> tuple[Ledger, ...]:
    """Every table that holds figures, as lines."""
    return _read(policy)[1]


def _read(policy: Policy) -> tuple[tuple[Grid, ...], tuple[Ledger, ...]]:
    """The tables of a document are asked for by one rule after the other: the last few are kept."""
    for known, grids, ledgers in _READ:
        if known is policy:
            return grids, ledgers
    grids = tuple(_all_grids(policy))
    ledgers = tuple(ledger for grid in grids if (ledger := ledger_of(grid)) is not None)
    _READ.insert(0, (policy, grids, ledgers))
    del _READ[KEPT:]
    return grids, ledgers


def _all_grids(policy: Policy) -> Iterator[Grid]:
    if not any(provision.rows for provision in walk(policy)):
        return
    for part in iter_policies(policy):
        for zone in (part.preface, part.preamble, part.body, part.conclusions):
            yield from _grids(zone, (part.identity.title,))


def _grids(provisions: Sequence[Provision], above: tuple[str, ...]) -> Iterator[Grid]:
    before = ""
    for provision in provisions:
        if rows := _cells(provision):
            yield Grid(provision, rows, " ".join((*above, before)).strip())
        yield from _grids(
            provision.children, (*above[:1], provision.heading or provision.text[:60])
        )
        before = provision.text if 0 < len(provision.text) < 60 else ""


def _cells(table: Provision) -> tuple[tuple[Cell, ...], ...]:
    """The cells with their places; a row that is too short is filled up with empty ones."""
    rows, start = [], 0
    width = max((len(row) for row in table.rows), default=0)
    for number, row in enumerate(table.rows):
        cells = []
        for column, text in enumerate(row):
            cells.append(Cell(table, number, column, text, start))
            start += len(text) + 1
        end = start - 1 if row else start
        cells += [Cell(table, number, column, "", end) for column in range(len(row), width)]
        start += not row
        rows.append(tuple(cells))
    return tuple(rows) if width else ()


def at_cell(
    cell: Cell,
    message: str,
    suggestion: str = "",
    *,
    within: tuple[int, int] | None = None,
    related: tuple[tuple[str, str, str], ...] = (),
    certain: bool = True,
) -> Finding:
    """A finding at the words of a cell, or at those `within` it."""
    start, end = within or bare(cell)
    return found(
        cell.table, cell.start + start, cell.start + end, message, suggestion,
        related=related, certain=certain,
    )  # fmt: skip


def at_figure(
    figure: Figure,
    message: str,
    suggestion: str = "",
    *,
    related: tuple[tuple[str, str, str], ...] = (),
    certain: bool = True,
) -> Finding:
    """A finding at a figure, with its unit of per cent."""
    end = figure.end
    rest = figure.cell.text[end:]
    end += len(rest) - len(rest.lstrip()) + 1 if rest.lstrip()[:1] in ("%", "％") else 0
    return at_cell(
        figure.cell, message, suggestion, within=(figure.start, end), related=related,
        certain=certain,
    )  # fmt: skip


def bare(cell: Cell) -> tuple[int, int]:
    """Where the words of a cell begin and end, white space left out."""
    text = cell.text
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))


def squeezed(text: str) -> str:
    """The words without white space: a head may run over lines of a narrow cell."""
    return re.sub(r"\s", "", text)


def number_at(cell: Cell, start: int, end: int, unit: str = "", year: int | None = None) -> Figure:
    """The number printed at these characters of a cell."""
    words = cell.text[start:end].replace(",", "")
    decimals = len(words.partition(".")[2])
    exact = not decimals and unit[-1:] in _COUNTED
    return Figure(
        float(words), 0.0 if exact else 0.5 * 10**-decimals, unit, cell, start, end, year
    )  # fmt: skip


def figure_in(cell: Cell, unit: str = "") -> Figure | None:
    """The figure of a cell that holds nothing else but its unit and its year."""
    match = _ALONE.fullmatch(cell.text)
    if match is None:
        return None
    year = int(match[3]) if match[3] else None
    return number_at(cell, match.start(1), match.end(1), match[2] or unit, year)


def year_of(cell: Cell) -> tuple[int, str] | None:
    """The year a cell names and nothing else, and the remark in brackets: 2025年（预计）."""
    match = _YEAR.fullmatch(cell.text)
    return (int(match[1]), match[2] or "") if match else None


@cache
def known_names() -> Mapping[str, str]:
    """The plain name of every figure of the catalogue, and its key."""
    return keys_by_name(catalogue())


def known_lines(lines: Sequence[Line]) -> dict[str, Line]:
    """The lines by the key their name has in the catalogue of indicators.

    Of several with one key the one with the catalogue's own label; where none has it, none.
    """
    figures, keys = catalogue().figures, known_names()
    found: dict[str, list[Line]] = {}
    for line in lines:
        if key := keys.get(plain_name(line.name)):
            found.setdefault(key, []).append(line)
    own = {key: plain_name(figures[key].label) for key in found}
    chosen = {
        key: some if len(some) == 1 else [o for o in some if plain_name(o.name) == own[key]]
        for key, some in found.items()
    }
    return {key: some[0] for key, some in chosen.items() if len(some) == 1}


def ledger_of(grid: Grid) -> Ledger | None:
    """The table as lines: by years across, by years down, by columns of figures, or as a list."""
    head = next((n for n, row in enumerate(grid.rows[:3]) if len(_years(row[1:])) > 1), None)
    # A list may give years of its members (成立年份): those are no heads.
    if head is not None and (head == 0 or not is_list(grid)):
        return _across(grid, head)
    first = [row[0] for row in grid.rows if row]
    if len(_years(first[1:])) > 1 and len(grid.rows[0]) > 1:
        return _down(grid, {c.row: y for c in first if (y := year_of(c))})
    heads = grid.rows[0] if grid.rows else ()
    if is_list(grid):
        return _list(grid)
    if any(_LABELS.search(squeezed(c.text)) for c in heads[:2]) and _value_columns(heads):
        return _across(grid, 0)
    return _list(grid)


def is_list(grid: Grid) -> bool:
    """Whether each row is one of many alike, by number and name: 序号、集群名称、….

    A table of indicators is none, though it is numbered.
    """
    heads = [squeezed(cell.text) for cell in grid.rows[0]] if grid.rows else []
    return len(heads) > 1 and heads[0] in ("序号", "编号") and heads[1].endswith("名称") and "指标" not in heads[1]  # fmt: skip


def _years(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if year_of(cell)]


def _value_columns(heads: Sequence[Cell]) -> list[Cell]:
    return [
        c for c in heads[1:] if _VALUES.search(c.text) and not _BESIDE.search(squeezed(c.text))
    ]  # fmt: skip


def _across(grid: Grid, head: int) -> Ledger:
    heads = grid.rows[head]
    years = {c.column: y for c in heads[1:] if (y := year_of(c))}
    keys: dict[int, int | str] = {column: year for column, (year, _) in years.items()}
    first = min(keys, default=len(heads))
    keys |= {
        c.column: squeezed(c.text) for c in heads[1:]
        if c.column not in keys and not _BESIDE.search(squeezed(c.text)) and c.text.strip()
        and (c.column > first or _VALUES.search(c.text))
    }  # fmt: skip
    label = next((c.column for c in heads if _LABELS.search(squeezed(c.text))), 0)
    label = 0 if label in keys else label
    unit = next((c.column for c in heads if _UNITS.match(c.text)), None)
    lines = [
        _line(row[label], {keys[c.column]: c for c in row if c.column in keys},
              row[unit].text.strip() if unit is not None and unit < len(row) else "")
        for row in grid.rows[head + 1 :] if len(row) > label
    ]  # fmt: skip
    shown = tuple((year, heads[column], note) for column, (year, note) in years.items())
    return Ledger(grid, tuple(line for line in lines if line.name), shown)


def _down(grid: Grid, years: Mapping[int, tuple[int, str]]) -> Ledger:
    top = min(years) - 1
    heads = grid.rows[max(top, 0)]
    lines = [
        _line(head, {years[n][0]: grid.rows[n][head.column] for n in years
                     if head.column < len(grid.rows[n])})
        for head in heads[1:]
    ]  # fmt: skip
    shown = tuple((year, grid.rows[n][0], note) for n, (year, note) in years.items())
    return Ledger(grid, tuple(line for line in lines if line.name), shown)


def _list(grid: Grid) -> Ledger | None:
    if len(grid.rows) < 2 or len(grid.rows[0]) < 3 or any(figure_in(c) for c in grid.rows[0]):
        return None
    lines = [
        _line(head, {row[0].row: row[head.column] for row in grid.rows[1:] if head.column < len(row)})
        for head in grid.rows[0]
    ]  # fmt: skip
    return Ledger(grid, tuple(line for line in lines if line.name))


def _line(label: Cell, cells: Mapping[int | str, Cell], unit: str = "") -> Line:
    words = squeezed(label.text)
    given = _UNIT.search(words)
    if given and unit_class(given[1]) and (not unit or given[1] == unit):
        unit, words = given[1], words[: given.start()]
    words = _LEAD.sub("", words)
    part = _PART.match(words)
    name = words[part.end() :] if part else words
    figures = {key: f for key, c in cells.items() if (f := figure_in(c, unit)) is not None}
    # 22 beside 18.4 is 22.0: the figures of a line are rounded alike.
    for mine in {f.unit for f in figures.values()}:
        same = {key: f for key, f in figures.items() if f.unit == mine}
        half = min(f.half for f in same.values())
        figures |= {key: replace(f, half=half) for key, f in same.items()}
    return Line(label, name, unit, part is not None, figures, cells)


def in_unit(figure: Figure, unit: str) -> tuple[float, float] | None:
    """The figure and half its last place in another unit of the same kind; None of another kind.

    All counters (户, 家) are of one kind.
    """
    (mine, factor), (theirs, other) = base(figure.unit), base(unit)
    if mine != theirs and not unit_class(figure.unit) == unit_class(unit) == "count":
        return None
    return figure.value * factor / other, figure.half * factor / other
