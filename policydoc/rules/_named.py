"""The names that lists, forms and sentences of a document give: what it recommends or recognises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policydoc.chinese import folding
from policydoc.model import Policy, Provision
from policydoc.rules._places import iter_matches
from policydoc.rules._tables import Cell, bare, grids_of, is_list, squeezed

NAMED = re.compile(r"^(集群|企业|单位|项目|平台|机构|园区|基地|示范区|中心)?名称$")
IN_WORDS = re.compile(
    r"(?:拟认定|拟确定|拟推荐|认定|确定|推荐|公布|撤销)(?:了|对|将)?([\u4e00-\u9fff“”（）()、·]{5,40}?)"
    r"等\s*\d{1,4}\s*[家个]"
)
EXAMPLE = re.compile(r"[（(](?:示例|样例)[）)]$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed and as it is compared, what it is of ("" where not said), its place.

    `row` is the number of its row in a list; None elsewhere.
    """

    words: str
    plain: str
    of: str
    provision: Provision
    start: int
    end: int
    row: int | None = None


def iter_names(policy: Policy) -> Iterator[Name]:
    """The names in the lists and forms of a document, then those its sentences give."""
    for grid in grids_of(policy):
        heads = grid.rows[0] if grid.rows else ()
        named = next(
            ((c.column, m[1]) for c in heads if (m := NAMED.match(squeezed(c.text)))), None
        )
        if named is not None and (is_list(grid) or (len(heads) > 2 and not _is_label(heads))):
            column, of = named
            rows = [row for row in grid.rows[1:] if len(row) > column and row[column].text.strip()]
            yield from (replace(_of_cell(row[column], of), row=row[column].row) for row in rows)
            continue
        for row in grid.rows:
            match = NAMED.match(squeezed(row[0].text)) if len(row) > 1 else None
            if match and row[1].text.strip():
                yield _of_cell(row[1], match[1])
    for provision, match in iter_matches(policy, IN_WORDS):
        yield Name(match[1], _plain(match[1]), "", provision, match.start(1), match.end(1))


def _is_label(heads: Sequence[Cell]) -> bool:
    """Does the first row hold a form's own name, beside its label: 集群名称 | 甲县蔬菜产业集群?"""
    return bool(NAMED.match(squeezed(heads[0].text))) and not all(c.text.strip() for c in heads[2:])


def _of_cell(cell: Cell, of: str | None) -> Name:
    start, end = bare(cell)
    mark = EXAMPLE.search(cell.text[start:end])
    end = start + mark.start() if mark else end
    words = squeezed(cell.text[start:end])
    return Name(words, _plain(words), of or "", cell.table, cell.start + start, cell.start + end)


def _plain(words: str) -> str:
    return folding.bare(EXAMPLE.sub("", words))
