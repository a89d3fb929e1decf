"""Is a table a table, or a frame around running text? Shared by Word and web pages."""

from __future__ import annotations

import re

from policydoc.model import Block, Line, Table

Cells = list[list[list[Line]]]  # rows of cells of lines

ARTICLE = re.compile(r"第\s*[〇零一二三四五六七八九十百千两\d０-９]+\s*[条章节](?![、，款项规之])")
LABEL = re.compile(r"第\s*[〇零一二三四五六七八九十百千两\d０-９]+\s*[条章节]\s*$")


def as_blocks(rows: Cells) -> list[Block]:
    """A table as one Table, or as the lines in it where it only frames running text.

    It frames where no row has two filled cells, or where rows begin with 第X条 and no row above
    them is a heading row (several short cells), so that provisions are not hidden in cells.
    """
    if not any(line.text.strip() for row in rows for cell in row for line in cell):
        return []
    if all(len(_filled(row)) <= 1 for row in rows) or _holds_articles(rows):
        return [line for row in rows for line in _row_lines(row)]
    width = max(map(len, rows))
    texts = [
        tuple("\n".join(line.text for line in cell).strip("\n") for cell in row) for row in rows
    ]
    return [Table(tuple((*row, *[""] * (width - len(row))) for row in texts))]


def _filled(row: list[list[Line]]) -> list[list[Line]]:
    return [cell for cell in row if any(line.text.strip() for line in cell)]


def _holds_articles(rows: Cells) -> bool:
    filled = [cells for row in rows if (cells := _filled(row))]
    if len(filled[0]) > 1 and not _begins_article(filled[0]):
        return False
    begun = sum(map(_begins_article, filled))
    return begun > 0 and begun * 2 >= len(filled) and max(map(len, filled)) <= 2


def _begins_article(row: list[list[Line]]) -> bool:
    first = next(line.text.strip() for line in row[0] if line.text.strip())
    return bool(ARTICLE.match(first))


def _row_lines(row: list[list[Line]]) -> list[Line]:
    """The lines of a row; a label alone in its cell stands before the first line of the next."""
    lines: list[Line] = []
    for cell in row:
        for line in cell:
            if lines and LABEL.match(lines[-1].text.strip()) and line.text.strip():
                lines[-1] = Line(f"{lines[-1].text.strip()}　{line.text}", line.style)
            else:
                lines.append(line)
    return lines
