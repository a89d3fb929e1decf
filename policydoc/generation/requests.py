"""What a form asks of a case: rows for the sheets of a fill-in workbook.

Asked is what the chosen policy's thresholds need (by the catalogue of indicators) and what the
form's example shows; beside each row stands what the policy requires, in its own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policydoc.generation.fields import Form
from policydoc.generation.labels import MEMBER, PEOPLE, PERSON, profile_label
from policydoc.generation.provisions import Citer, aspects, head_and_rest, tasks
from policydoc.generation.variables import top_names, variables
from policydoc.model import Case, Policy, Series
from policydoc.workspace import catalogue

JUDGED = {"verdicts", "aspects", "general", "tally"}


@dataclass(frozen=True, slots=True)
class Ask:
    """One row: its dotted key, label, kind, unit, example, and what the policy says on it.

    `suggested`: the example only shows how to write it, and is nothing of the example's case.
    """

    key: str
    label: str
    kind: str = "text"
    unit: str = ""
    example: object = None
    note: str = ""
    required: bool = False
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: single values, figures by `years`, or a list with `columns` (key, label)."""

    name: str
    hint: str
    asks: tuple[Ask, ...] = ()
    years: tuple[int, ...] = ()
    list_key: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    entries: tuple[Mapping[str, object], ...] = ()


def sheets(form: Form, policy: Policy | None, example: Case, latest: int) -> list[Sheet]:
    """The sheets of a form's workbook.

    Args:
        policy: Whose thresholds stand beside the cells; None for a form without.
        example: The form's example, shown in the column 示例.
        latest: The last full year: the three years asked end with it.
    """
    template = form.template()
    tops = top_names(template, form.title)
    used = {variable.path for variable in variables(template, form.title)}
    notes = requirement_notes(policy)
    made = [_basic(example)]
    if tops & JUDGED or "case.series" in used or "targets" in tops:
        years = (latest - 2, latest - 1, latest)
        made.append(_by_year("年度指标", "series", example.series, notes, years))
        made.append(_single(example, notes))
        made.append(_aspects(policy, example))
    if tops & {"targets", "progress"}:
        plan = (latest + 1, latest + 2, latest + 3)
        made.append(_by_year("规划目标", "plan", example.plan, notes, plan))
    if "progress" in tops:
        reached = (latest + 1, latest + 2, latest + 3)
        made.append(_by_year("完成情况", "results", example.results, {}, reached))
    return [
        sheet
        for sheet in (*made, *_own(form, policy, example, used))
        if sheet.asks or sheet.columns
    ]


def requirement_notes(policy: Policy | None) -> dict[str, list[str]]:
    """Key of the case → the policy's words on it, each with its citation."""
    notes: dict[str, list[str]] = {}
    if policy is None:
        return notes
    citer = Citer(policy)
    for fact in policy.facts:
        indicator = catalogue().indicators.get(fact.indicator_id)
        if indicator is None or fact.kind not in (
            "threshold",
            "trend",
            "vague",
            "rank",
            "coverage",
        ):
            continue
        words = f"{citer(fact.eid)}：“{fact.quote}”"
        for key in indicator.needs:
            if words not in notes.setdefault(key, []):
                notes[key].append(words)
    return notes


def _basic(example: Case) -> Sheet:
    asks = [
        Ask("name", "集群名称", example=example.name, required=True,
            note="按“省+市、县+细分产业+产业集群”的方式命名"),
        Ask("example", "是否示例数据", "bool", example=example.example, note="正式填报选“否”"),
    ]  # fmt: skip
    for key, value in example.profile.items():
        label, kind = profile_label(key)
        asks.append(Ask(f"profile.{key}", label, kind, example=value))
    for role, person in example.people.items():
        title = PEOPLE.get(role, role)
        for part in dict.fromkeys((*PERSON, *person)):
            asks.append(Ask(f"people.{role}.{part}", f"{title}{part}", example=person.get(part)))
    return Sheet("基本信息", "逐行填写；不知道的写“未核实”，不要猜。", tuple(asks))


def _by_year(
    name: str, section: str, series: Mapping[str, Series],
    notes: Mapping[str, list[str]], years: tuple[int, ...],
) -> Sheet:  # fmt: skip
    wanted = (
        [key for key in notes if catalogue().group(key) == "series"] if section == "series" else []
    )
    asks = []
    for key in dict.fromkeys((*series, *wanted)):
        one = series.get(key)
        shown = {y: v for y, v in one.values.items() if y in years} if one else {}
        asks.append(
            Ask(f"{section}.{key}", catalogue().label(key), "number",
                (one.unit if one else "") or catalogue().unit(key), shown,
                "；".join(notes.get(key, ())))
        )  # fmt: skip
    hint = "各年一格；计量单位见“单位”列；没有统计的写“未核实”。"
    return Sheet(name, hint, tuple(asks), years)


def _single(example: Case, notes: Mapping[str, list[str]]) -> Sheet:
    names = catalogue()
    asks: list[Ask] = []
    for section, given in (("counts", example.counts), ("figures", example.figures)):
        wanted = [key for key in notes if names.group(key) == section]
        for key in dict.fromkeys((*given, *wanted)):
            figure = names.figures.get(key)
            said = [*notes.get(key, ()), *([figure.note] if figure and figure.note else [])]
            kind = "count" if section == "counts" else "number"
            asks.append(
                Ask(
                    f"{section}.{key}",
                    names.label(key),
                    kind,
                    names.unit(key),
                    given.get(key),
                    "；".join(said),
                )
            )
    return Sheet("单项指标", "同一企业可以同时属于几类；没有统计的写“未核实”。", tuple(asks))


def _aspects(policy: Policy | None, example: Case) -> Sheet:
    asks: list[Ask] = []
    if policy is not None:
        citer = Citer(policy)
        for number, part in enumerate(aspects(policy), 1):
            title = head_and_rest(part)[0]
            note = f"{citer(part.eid)}：{part.text}"
            asks.append(
                Ask(f"aspects.{number}", title, "long", "", example.aspects.get(str(number)), note)
            )
    return Sheet("分方面说明", "对照认定标准各方面，如实说明情况。", tuple(asks))


def _own(form: Form, policy: Policy | None, example: Case, used: Iterable[str]) -> list[Sheet]:
    """What only this form asks: single fields on one sheet, each table on its own."""
    paths = set(used)
    asks, lists = [], []
    for field in (*form.fields, *form.inputs):
        key = field.name.removeprefix("form.")
        if field.source != "form" or not field.name.startswith("form."):
            continue
        if field.kind in ("table", "list") and "[" not in key:
            columns = _columns(form, f"form.{key}[].")
            lists.append(_list_sheet(f"extra.{key}", field.label, columns, example.extra.get(key)))
        elif "[" not in key and "." not in key and field.kind != "table":
            asks.append(
                Ask(f"extra.{key}", field.label, field.kind, field.unit,
                    example.extra.get(key, field.example or None), field.note, field.required,
                    suggested=key not in example.extra and not field.required)
            )  # fmt: skip
    members = tuple((key, name) for key, name in MEMBER.items() if f"members[].{key}" in paths)
    lists.append(_list_sheet("extra.members", "集群名单", members, example.extra.get("members")))
    if "tasks[].measure" in paths:
        asks += _local_measures(policy, example)
    own = Sheet("本表专用", "这份文书另需填写的内容。", tuple(asks))
    return [own, *(sheet for sheet in lists if sheet.columns)]


def _local_measures(policy: Policy | None, example: Case) -> list[Ask]:
    """For each task of the policy, what the cluster itself will do."""
    given = example.extra.get("measures")
    said = given if isinstance(given, Mapping) else {}
    return [
        Ask(f"extra.measures.{number}", f"{title}：本集群措施", "long",
            example=said.get(str(number), said.get(title)))
        for number, title in enumerate(_task_titles(policy), 1)
    ]  # fmt: skip


def _task_titles(policy: Policy | None) -> list[str]:
    return [head_and_rest(item)[0] for item in tasks(policy)[1]] if policy is not None else []


def _columns(form: Form, prefix: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (field.name.removeprefix(prefix), field.label.split("·")[-1])
        for field in form.fields
        if field.name.startswith(prefix) and "." not in field.name.removeprefix(prefix)
    )


def _list_sheet(key: str, label: str, columns: tuple[tuple[str, str], ...], given: object) -> Sheet:
    entries = tuple(e for e in given if isinstance(e, Mapping)) if isinstance(given, list) else ()
    return Sheet(label[:31], "一行一项。", (), (), key, columns, entries)
