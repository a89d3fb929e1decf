"""A gate of the standard without a value in the form, or without an item of evidence.

Superior:
    甲市集群管理办法
    第一条 认定集群应当符合以下条件：
    （一）占地面积不超过100平方公里；
    （二）有效发明专利不少于50件。
Bad:
    甲县产业集群认定标准自评表
    | 序号 | 指标 | 认定标准要求 | 实际情况 |
    |---|---|---|---|
    | 1 | 占地面积 | 不超过100平方公里 | 6.8平方公里 |
    | 2 | 有效发明专利数 | 不少于50件 | |
Good:
    甲县产业集群认定标准自评表
    | 序号 | 指标 | 认定标准要求 | 实际情况 |
    |---|---|---|---|
    | 1 | 占地面积 | 不超过100平方公里 | 6.8平方公里 |
    | 2 | 有效发明专利数 | 不少于50件 | 71件 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policydoc.chinese.indicators import identify, plain_name
from policydoc.model import Fact, Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._forms import BLANK, name_of, title_of
from policydoc.rules._places import whole
from policydoc.rules._tables import Cell, Grid, at_cell, grids_of, known_names, squeezed
from policydoc.workspace import catalogue

REQUIRED = re.compile(r"要求|标准值|门槛")
VALUE = re.compile(
    r"申报数据|申报情况|实际情况|实际值|目前情况|自评情况|完成情况|佐证材料|证明材料"
)
NAMED = re.compile(r"指标|事项|项目|条件|标准|内容")
ANSWERING = re.compile(r"申报表|申报书|申请表|申请书|自评表|材料清单")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    grids = grids_of(policy)
    for grid in grids:
        yield from _blanks(grid)
    if ANSWERING.search(name_of(policy)) and grids:
        for superior in context.superiors:
            yield from _unanswered(policy, superior, grids)


def _blanks(grid: Grid) -> Iterator[Finding]:
    """Rows that state what is required and leave the answer blank."""
    heads = [squeezed(cell.text) for cell in grid.rows[0]] if grid.rows else []
    required = next((n for n, words in enumerate(heads) if REQUIRED.search(words)), None)
    values = [n for n, words in enumerate(heads) if VALUE.search(words) and n != required]
    labels = [n for n, words in enumerate(heads) if NAMED.search(words) and n != required]
    if required is None or not values or not labels or labels[0] in values:
        return
    rows = [row for row in grid.rows[1:] if len(row) == len(heads) and _asks(row, required, labels[0])]  # fmt: skip
    for column in values:
        blank = [row for row in rows if squeezed(row[column].text) in BLANK]
        if len(blank) == len(rows):
            continue  # a form to be filled in
        for row in blank:
            name = squeezed(row[labels[0]].text)
            yield at_cell(
                row[labels[0]],
                f"“{name}”要求{squeezed(row[required].text)}，“{heads[column]}”一栏没有填写。",
                "补填；没有统计的写明“未核实”",
            )  # fmt: skip


def _asks(row: tuple[Cell, ...], required: int, label: int) -> bool:
    return squeezed(row[required].text) not in BLANK and bool(row[label].text.strip())


def _unanswered(policy: Policy, superior: Policy, grids: Sequence[Grid]) -> Iterator[Finding]:
    """Gates of the superior's standard that no line of the form answers."""
    title = title_of(policy)
    if title is None:
        return
    cells = [squeezed(cell.text) for grid in grids for row in grid.rows for cell in row]
    words = " ".join(cells)
    keys = known_names()
    known = {keys[name] for text in cells if (name := plain_name(text)) in keys}
    pieces = {piece for text in cells for piece in re.split("；|;|或者", text)}
    named = {identify(catalogue(), piece, "") for piece in pieces if 1 < len(piece) < 40}
    gates = [f for f in superior.facts if f.kind == "threshold" and f.indicator_id]
    answered = {f.group for f in gates if f.group and _is_answered(f, words, known, named)}
    told: set[str] = set()
    for gate in gates:
        if gate.group in answered or gate.indicator_id in told:
            continue
        if not _is_answered(gate, words, known, named):
            told.add(gate.indicator_id)
            yield replace(
                whole(title, f"《{name_of(superior)}》要求“{gate.quote}”，本表没有这一项。", "补列并填写"),
                related=((superior.identity.id, gate.eid, gate.quote),), certain=False,
            )  # fmt: skip


def _is_answered(gate: Fact, words: str, known: set[str], named: set[str]) -> bool:
    """Is it named in a cell, or are all figures told from which it is computed?"""
    indicator = catalogue().indicators.get(gate.indicator_id)
    if gate.indicator_id in named or squeezed(gate.indicator) in words:
        return True
    return indicator is not None and bool(indicator.needs) and set(indicator.needs) <= known


RULE = Rule(Severity.WARNING, "材料完整：认定标准的每项要求都有数值和佐证材料", _check, group="I")
