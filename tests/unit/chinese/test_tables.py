"""Which cell names a row, and where cells begin."""

from __future__ import annotations

import pytest

from policydoc.chinese.tables import naming_column
from policydoc.model import Kind, Provision, cell_starts, own_words


@pytest.mark.parametrize(
    ("row", "named"),
    [(("1", "总产值", "≥10亿元"), 1), (("总产值", "3.", "≥10"), 0), (("（一）", "", "≥10"), 0)],
)
def test_a_row_is_named_by_words_not_by_its_number(row: tuple[str, ...], named: int) -> None:
    assert naming_column(row, 2) == named
    assert naming_column(("1", "≥10亿元"), 1) == -1


def test_cells_begin_where_the_words_of_the_table_say() -> None:
    rows = (("指标", "要求"), (), ("产值", "≥10亿元"), ("", "甲"))
    table = Provision(Kind.TABLE, "table_1", rows=rows)
    words = own_words(table)
    for row, starts in zip(rows, cell_starts(table), strict=True):
        assert [words[a : a + len(cell)] for a, cell in zip(starts, row, strict=True)] == list(row)
