"""The procedures of all policies in one drawing: actors as lanes, steps as boxes, left to right.

A column is a step of the comparison, so that the same step of two regions stands one under the
other; a lane is an actor of one policy. Widths are counted by East Asian width, as no font is at
hand when the drawing is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from unicodedata import east_asian_width

from policydoc.chinese.characters import printable
from policydoc.model import Fact, FactRow
from policydoc.reports._view import View

# Pixels: a column, a box in it, the lane's name, the policy's name, a line of text, white space.
COLUMN, BOX, NAME, BAND, LINE, GAP = 156, 130, 132, 34, 18, 8
HEAD = 40
FONT = 13
BOX_UNITS, NAME_UNITS, HEAD_UNITS = 17, 17, 21
MOST_LINES = 4
WIDEST = 7
SOMEBODY = "未写明"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of one policy: its column, its lane, what is done and until when."""

    column: int
    actor: str
    words: str
    deadlines: tuple[str, ...]
    order: int


@dataclass(frozen=True, slots=True)
class Box:
    """A step with its place on the drawing."""

    step: Step
    x: int
    y: int
    height: int
    lines: tuple[str, ...]


def lanes(view: View) -> str:
    """SVG figures drawn from the `step` facts; "" where no policy states a step.

    More steps than a page is wide for are drawn in several parts, as even as can be.
    """
    rows = view.comparison.procedure
    steps = {policy: _steps(view, policy, rows) for policy in view.ids}
    used = sorted({step.column for found in steps.values() for step in found})
    if not used:
        return ""
    parts = -(-len(used) // WIDEST)
    size = -(-len(used) // parts)
    drawn = "".join(
        _part(view, steps, used[start : start + size], start // size + 1, parts)
        for start in range(0, len(used), size)
    )
    return (
        f'<figure class="lanes">{drawn}<figcaption>横向为办理环节，纵向为各文本中的办理主体；'
        "红字为时限；没有写明主体的步骤另列一行。内容与下表相同。</figcaption></figure>"
    )


def _part(
    view: View, steps: dict[str, list[Step]], columns: Sequence[int], number: int, parts: int
) -> str:
    """One drawing of some of the columns, with the lanes that they need."""
    place = {column: index for index, column in enumerate(columns)}
    shown = {
        policy: [step for step in found if step.column in place] for policy, found in steps.items()
    }
    width = BAND + NAME + COLUMN * len(columns) + GAP
    drawn = [_heads([view.comparison.procedure[column].subject for column in columns])]
    top = HEAD
    for policy, found in shown.items():
        if found:
            text, height = _policy(view.names[policy], found, place, top, width)
            drawn.append(text)
            top += height + GAP
    name = "程序流程图" + (f"（{number}/{parts}）" if parts > 1 else "")
    return (
        f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{top}" '
        f'viewBox="0 0 {width} {top}" role="img" aria-label="{escape(_told(view, shown, name))}" '
        f'font-size="{FONT}" fill="#1b2431">{_ARROW if number == 1 else ""}{"".join(drawn)}</svg></div>'
    )


_ARROW = (
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
    'orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" fill="#17375e"/></marker></defs>'
)


def _steps(view: View, policy: str, rows: Sequence[FactRow]) -> list[Step]:
    """The policy's steps in its own order."""
    deadlines = [
        fact
        for one in view.comparison.policies
        if one.identity.id == policy
        for fact in one.facts
        if fact.kind == "deadline"
    ]
    found = []
    for column, row in enumerate(rows):
        cell = row.cells.get(policy)
        for fact in cell.facts if cell else ():
            if fact.kind == "step":
                words = printable(f"{fact.action}{fact.object}" or fact.quote).replace("\n", "")
                found.append(
                    Step(
                        column,
                        printable(fact.actor) or SOMEBODY,
                        words or row.subject,
                        tuple(_within(fact, deadlines)),
                        column if fact.order is None else fact.order,
                    )
                )
    return sorted(found, key=lambda step: (step.order, step.column))


def _within(step: Fact, deadlines: Sequence[Fact]) -> Iterator[str]:
    """The deadlines that stand in the very words of the step; no other is known to be its own."""
    for fact in deadlines:
        if fact.eid == step.eid and step.start <= fact.start and fact.end <= step.end:
            yield printable(fact.quote)


def width_of(text: str) -> int:
    """The width in half characters."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def wrapped(text: str, units: int, most: int = MOST_LINES) -> tuple[str, ...]:
    """The text in lines of at most `units` half characters; what is cut off ends in ……."""
    lines, line = [], ""
    for char in text:
        if line and width_of(line + char) > units:
            lines.append(line)
            line = ""
        line += char
    lines.append(line)
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while width_of(last) > units - width_of("…"):
        last = last[:-1]
    return (*lines[: most - 1], last + "…")


def _lines(x: float, y: float, lines: Sequence[str], extra: str = "") -> str:
    return "".join(
        f'<text x="{x}" y="{y + LINE * index}"{extra}>{escape(line)}</text>'
        for index, line in enumerate(lines)
    )


def _heads(subjects: Sequence[str]) -> str:
    """The names of the steps over their columns."""
    found = []
    for index, subject in enumerate(subjects):
        x = BAND + NAME + COLUMN * index
        lines = wrapped(printable(subject), HEAD_UNITS, 2)
        y = HEAD - 14 - LINE * (len(lines) - 1) + 2
        found.append(
            _lines(
                x + COLUMN / 2, y, lines, ' text-anchor="middle" font-weight="700" fill="#17375e"'
            )
        )
    return "".join(found)


def _policy(
    name: str, steps: Sequence[Step], place: dict[int, int], top: int, width: int
) -> tuple[str, int]:
    """The lanes of one policy from `top` down, and their height together."""
    drawn: list[str] = []
    boxes: dict[int, Box] = {}
    y = top
    for index, actor in enumerate(_lane_names(steps)):
        own = [
            (n, step) for n, step in enumerate(steps) if _lane_key(step.actor) == _lane_key(actor)
        ]
        label = wrapped(actor, NAME_UNITS, 3)
        placed, height = _lane(own, place, y, LINE * len(label))
        boxes |= placed
        fill = "#f4f6f9" if index % 2 == 0 else "#ffffff"
        drawn.append(
            f'<rect x="{BAND}" y="{y}" width="{width - BAND - GAP}" height="{height}" '
            f'fill="{fill}" stroke="#cfd6df"/>'
        )
        drawn.append(_lines(BAND + 10, y + height / 2 - LINE * (len(label) - 1) / 2 + 5, label))
        y += height
    band = f'<rect x="0" y="{top}" width="{BAND}" height="{y - top}" fill="#17375e"/>' + _upright(
        name, BAND / 2, top, y - top
    )
    ordered = [boxes[n] for n in range(len(steps))]
    arrows = [_arrow(a, b) for a, b in pairwise(ordered)]
    return "".join([*drawn, band, *arrows, *map(_box, ordered)]), y - top


def _lane_key(actor: str) -> str:
    """各县区工信局 and 所在地县区工信局 are one lane."""
    return re.sub("^(?:各级|各|所在地|所在)", "", actor) or actor


def _lane_names(steps: Sequence[Step]) -> list[str]:
    """The shortest name of each lane, in the order of their first steps."""
    lanes_of: dict[str, str] = {}
    for step in steps:
        key = _lane_key(step.actor)
        lanes_of[key] = min(lanes_of.get(key, step.actor), step.actor, key=len)
    return list(lanes_of.values())


def _upright(name: str, x: float, top: float, height: float) -> str:
    """A name written downwards, cut where the band is too short."""
    signs = name[: max(1, int((height - 8) // LINE))]
    y = top + (height - LINE * len(signs)) / 2 + 14
    return _lines(x, y, list(signs), ' text-anchor="middle" fill="#ffffff" font-weight="700"')


def _lane(
    own: Sequence[tuple[int, Step]], place: dict[int, int], top: int, least: int
) -> tuple[dict[int, Box], int]:
    """The boxes of a lane, those of one column under each other, and the lane's height.

    Each column is centred in the lane, so that the arrow between two boxes runs straight.
    """
    stacks: dict[int, list[tuple[int, Step, tuple[str, ...], int]]] = {}
    for number, step in own:
        lines = wrapped(step.words, BOX_UNITS)
        more = sum(len(wrapped(words, BOX_UNITS, 2)) for words in step.deadlines)
        height = LINE * (len(lines) + more) + 2 * GAP
        stacks.setdefault(place[step.column], []).append((number, step, lines, height))
    heights = {c: sum(h + GAP for *_, h in stack) - GAP for c, stack in stacks.items()}
    tallest = max(least, *heights.values())
    placed = {}
    for column, stack in stacks.items():
        x = BAND + NAME + COLUMN * column + (COLUMN - BOX) // 2
        y = top + GAP + (tallest - heights[column]) // 2
        for number, step, lines, height in stack:
            placed[number] = Box(step, x, y, height, lines)
            y += height + GAP
    return placed, tallest + 2 * GAP


def _box(box: Box) -> str:
    words = f"{box.step.actor}：{box.step.words}"
    x, y = box.x + 8, box.y + GAP + 13
    due = [line for words in box.step.deadlines for line in wrapped(words, BOX_UNITS, 2)]
    return (
        f"<g><title>{escape(words)}</title>"
        f'<rect x="{box.x}" y="{box.y}" width="{BOX}" height="{box.height}" rx="3" '
        f'fill="#ffffff" stroke="#17375e"/>{_lines(x, y, box.lines)}'
        + _lines(x, y + LINE * len(box.lines), due, ' fill="#9c1f1b" font-weight="700"')
        + "</g>"
    )


def _arrow(one: Box, other: Box) -> str:
    """From a box to the next in the policy's own order; backwards in time dashed."""
    a, b = one.y + one.height // 2, other.y + other.height // 2
    if other.x == one.x:
        down = other.y > one.y
        start, end = (one.y + one.height, other.y) if down else (one.y, other.y + other.height)
        path = f"M{one.x + BOX // 2} {start}V{end}"
    elif other.x > one.x:
        turn = one.x + BOX + (COLUMN - BOX) // 2
        path = f"M{one.x + BOX} {a}H{turn}V{b}H{other.x}"
    else:
        path = f"M{one.x} {a}C{one.x - 40} {a} {other.x + BOX + 40} {b} {other.x + BOX} {b}"
    dashed = ' stroke-dasharray="5 4"' if other.x < one.x else ""
    return (
        f'<path d="{path}" fill="none" stroke="#17375e" stroke-width="1.4"{dashed} '
        'marker-end="url(#arrow)"/>'
    )


def _told(view: View, steps: dict[str, list[Step]], name: str) -> str:
    """The drawing in words, for who does not see it."""
    sentences = []
    for policy, found in steps.items():
        told = "；".join(
            f"{n}．{step.actor}{step.words}" + "".join(f"（{words}）" for words in step.deadlines)
            for n, step in enumerate(found, 1)
        )
        sentences.append(f"{view.names[policy]}：{told or '没有写明步骤'}。")
    return f"{name}。" + "".join(sentences)
