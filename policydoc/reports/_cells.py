"""What a policy says on a row, as paragraphs of a Word cell with its differences in named styles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydoc.reports import _word as word
from policydoc.reports._view import Cell, Piece
from policydoc.reports._words import ABSENT

STYLES = {
    "insert": word.INSERTED,
    "delete": word.DELETED,
    "move_in": word.MOVED,
    "move_out": word.DELETED,
}


def cell_paragraphs(cell: Cell) -> list[str]:
    """The citation, then the words; 没有对应条文 where there is no answer."""
    if not cell.places:
        return [word.plain(ABSENT, word.CELL)]
    labels = "、".join(place.label for place in cell.places)
    return [
        word.paragraph(word.run(labels, word.CITED), word.CELL),
        *(word.paragraph(map(_run, line), word.CELL) for line in lines_of(cell.pieces)),
    ]


def lines_of(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces parted at their line feeds, a list of pieces for each paragraph."""
    line: list[Piece] = []
    for piece in pieces:
        first, *more = piece.text.split("\n")
        line.append(Piece(piece.mark, first))
        for text in more:
            yield line
            line = [Piece(piece.mark, text)]
    yield line


def _run(piece: Piece) -> str:
    return word.run(piece.text, STYLES.get(piece.mark, "")) if piece.text else ""
