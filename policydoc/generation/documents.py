"""A document from a form, a policy and a case: context, filling, layout, charts, provenance."""

from __future__ import annotations

from collections.abc import Mapping

from policydoc.chinese.characters import printable
from policydoc.generation.context import Subject, context
from policydoc.generation.fields import Form, check_given
from policydoc.generation.package import MAIN
from policydoc.generation.plain import Record
from policydoc.generation.provenance import PART, provenance_xml
from policydoc.generation.variables import top_names
from policydoc.generation.word import Prepared, assemble, fill, prepare
from policydoc.gongwen import settle, style_keys, with_charts
from policydoc.gongwen.blocks import Chart


def filled_form(form: Form, subject: Subject, *, draft: bool = False) -> bytes:
    """A form filled for a subject."""
    template = form.template()
    if not draft:
        check_given(form, subject.case)
    given = context(subject, top_names(template, form.title), draft=draft)
    ready = prepare(template, form.title)
    parts, cited = fill(ready, given, draft=draft, labels=form.labels)
    text = settle(parts[MAIN].decode("utf-8"), _style_keys(ready, template))
    parts[MAIN] = text.encode("utf-8")
    if PART in ready.order:
        parts[PART] = provenance_xml(subject.policy, form.name, cited)
    content = assemble(ready, parts)
    targets = given.get("targets")
    if isinstance(targets, Record) and _has_charts(ready):
        content = with_charts(content, plan_charts(targets, subject.case.name))
    return content


def _style_keys(ready: Prepared, template: bytes) -> Mapping[str, str]:
    """The ids of the named styles in this template; an editor may have renamed them."""
    if not ready.styles:
        from policydoc.generation.package import read_parts

        styles = read_parts(template).get("word/styles.xml", b"").decode("utf-8")
        ready.styles = dict(style_keys(styles))
    return ready.styles


def _has_charts(ready: Prepared) -> bool:
    return any(part.startswith("word/charts/chart") for part in ready.order)


def plan_charts(targets: Record, name: str) -> dict[str, Chart]:
    """Two charts of a plan: targets in the commonest unit, and the yearly growth of all targets."""
    rows = _records(targets["rows"])
    name = " ".join(printable(name).split())
    years = [str(year) for year in _list(targets["years"])]
    base = f"{targets['base_year']}（基期）"
    categories = (base, *years)
    units = [str(row["unit"]) for row in rows]
    unit = max(dict.fromkeys(units), key=units.count)
    same = [row for row in rows if row["unit"] == unit]
    volumes = tuple((str(row["label"]), _numbers(row)) for row in same)
    growth = [
        (str(row["label"]), number)
        for row in rows
        if (number := _number(str(row["growth"]).rstrip("%"))) is not None
    ]
    return {
        "规划目标图": Chart(
            "规划目标图", f"{targets['span']}主要规模目标", categories, volumes, unit, "column",
            f"柱形图：{name}{targets['span']}{'、'.join(label for label, _ in volumes)}的基期值和各年目标，单位{unit}。",
        ),
        "目标增速图": Chart(
            "目标增速图", f"各项目标{targets['span']}年均增长率",
            tuple(label for label, _ in growth), (("年均增长率", tuple(g for _, g in growth)),),
            "%", "bar",
            f"条形图：{len(growth)}项目标自{targets['base_year']}年至{targets['last']}年的年均增长率，单位%。",
        ),
    }  # fmt: skip


def _records(value: object) -> list[dict[str, object]]:
    return value if isinstance(value, list) else []


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _number(text: object) -> float | None:
    try:
        return float(str(text))
    except ValueError:
        return None


def _numbers(row: Mapping[str, object]) -> tuple[float | None, ...]:
    return tuple(_number(text) for text in (row["base"], *_list(row["cells"])))
