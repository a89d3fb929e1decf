"""More recommended, or recognised, than the notice or the superior allows.

Superior:
    关于组织申报集群的通知
    各县区工业和信息化局：
    一、推荐数量
    各县区推荐集群不超过1个，超过推荐数量的不予受理。
Bad:
    甲市集群推荐汇总表
    | 序号 | 集群名称 | 所在县 |
    |---|---|---|
    | 1 | 甲县蔬菜产业集群 | 甲县 |
    | 2 | 甲县种子产业集群 | 甲县 |
    | 3 | 乙县种子产业集群 | 乙县 |
Good:
    甲市集群推荐汇总表
    | 序号 | 集群名称 | 所在县 |
    |---|---|---|
    | 1 | 甲县蔬菜产业集群 | 甲县 |
    | 2 | 乙县种子产业集群 | 乙县 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policydoc.model import Fact, Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._forms import beside, name_of, year_of_title
from policydoc.rules._tables import Cell, Grid, at_cell, grids_of, is_list, squeezed

RECOMMENDING, RECOGNISING = re.compile(r"推荐|申报|上报|报送"), re.compile(r"认定|公示|公布|确定")
UNITS = re.compile(r"地区|县|区|市|州|单位|部门|推荐|申报主体")
COUNTS = re.compile(r"名额|推荐数|推荐数量|指标数|限额|推荐个数|上限")
PER_COUNTY, PER_CITY = re.compile(r"县|区(?!域)|旗"), re.compile(r"市（?州?）?|州|地区|盟")
EACH = re.compile(r"每|各")


@dataclass(frozen=True, slots=True)
class Quota:
    """At most so many, for each of the units that `per` matches, or for the one `unit`."""

    limit: float
    words: str
    eid: str
    soft: bool = False
    per: re.Pattern[str] | None = None
    unit: str = ""


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    lists = [grid for grid in grids_of(policy) if is_list(grid) and _members(grid)]
    if len(lists) != 1:
        return
    title = name_of(policy) + lists[0].caption
    recommends = bool(re.search("推荐|申报|上报", title))
    for other in beside(context):
        years = {year_of_title(policy), year_of_title(other)} - {None}
        if len(years) > 1:
            continue
        for quota in _quotas(other, recommends=recommends):
            yield from _exceeded(lists[0], quota, other)


def _members(grid: Grid) -> list[tuple[Cell, ...]]:
    """The rows of a list that number one of its members."""
    return [row for row in grid.rows[1:] if row[0].text.strip().isdigit() and row[1].text.strip()]


def _quotas(other: Policy, *, recommends: bool) -> Iterator[Quota]:
    """What a notice or a superior limits: in its words, or unit by unit in a table."""
    for fact in other.facts:
        if fact.kind == "quota" and fact.op in ("<=", "<") and isinstance(fact.value, int | float):
            asked = RECOMMENDING if recommends else RECOGNISING
            if asked.search(fact.indicator + fact.quote[:12]) and fact.unit in ("个", "家", "户", "项"):  # fmt: skip
                limit = fact.value - (fact.op == "<")
                yield Quota(limit, fact.quote, fact.eid, fact.soft, _per(fact))
    if recommends:
        for grid in grids_of(other):
            yield from _allotted(grid)


def _per(fact: Fact) -> re.Pattern[str] | None:
    said = fact.basis or fact.quote[:12]
    if not EACH.search(said):
        return None
    return PER_COUNTY if PER_COUNTY.search(said) else PER_CITY


def _allotted(grid: Grid) -> Iterator[Quota]:
    """推荐名额分配表: a unit and its number in each row."""
    heads = [squeezed(cell.text) for cell in grid.rows[0]] if grid.rows else []
    count = next((n for n, words in enumerate(heads) if COUNTS.search(words)), None)
    unit = next((n for n, words in enumerate(heads) if n != count and UNITS.search(words)), None)
    if count is None or unit is None:
        return
    for row in grid.rows[1:]:
        limit = row[count].text.strip().removesuffix("个")
        name = squeezed(row[unit].text)
        if limit.isdigit() and len(name) > 1 and not re.search("合计|总计", name):
            yield Quota(int(limit), f"{name} {limit}", grid.table.eid, unit=name)


def _exceeded(grid: Grid, quota: Quota, other: Policy) -> Iterator[Finding]:
    for unit, rows in _by_unit(grid, quota).items():
        if len(rows) <= quota.limit:
            continue
        first = rows[int(quota.limit)]
        said = f"名额表列“{quota.words}”" if quota.unit else f"规定“{quota.words}”"
        yield at_cell(
            first[1],
            f"《{name_of(other)}》{said}，{unit or '本件'}列了{len(rows)}个，此为第{int(quota.limit) + 1}个。",
            "按名额择优，删去超出的",
            related=((other.identity.id, quota.eid, quota.words),),
            certain=not quota.soft and (quota.per is None or bool(unit)),
        )  # fmt: skip


def _by_unit(grid: Grid, quota: Quota) -> dict[str, list[tuple[Cell, ...]]]:
    """The members by the unit a quota counts; all under "" where the list names no unit."""
    rows = _members(grid)
    if quota.per is None and not quota.unit:
        return {"": rows}
    heads = [squeezed(cell.text) for cell in grid.rows[0]]
    wanted = quota.per or UNITS
    column = next(
        (n for n, words in enumerate(heads) if n > 1 and re.search("所在|所属|^地区|推荐单位|申报主体|^县|^市", words) and wanted.search(words)),
        None,
    )  # fmt: skip
    if column is None:
        return {} if quota.unit else {"": rows}
    found: dict[str, list[tuple[Cell, ...]]] = {}
    for row in rows:
        found.setdefault(squeezed(row[column].text), []).append(row)
    if not quota.unit:
        return found
    return {name: members for name, members in found.items() if name and quota.unit in (name, name[:-1])}  # fmt: skip


RULE = Rule(Severity.ERROR, "前后一致：推荐、认定的数量不超过规定的名额", _check, group="I")
