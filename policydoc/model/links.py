"""What answers what: pairs of two policies, rows of many, and what differs in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from policydoc.model.facts import Fact

if TYPE_CHECKING:
    from policydoc.model.policy import Policy


class Relation(StrEnum):
    """How two provisions stand to each other."""

    SAME = "same"
    NEAR = "near"
    REVISED = "revised"
    PARTIAL = "partial"
    SPLIT = "split"
    MERGED = "merged"
    LEFT_ONLY = "left_only"
    RIGHT_ONLY = "right_only"


@dataclass(frozen=True, slots=True)
class Pair:
    """Provisions of `left` and the provisions of `right` that answer them.

    `score` is 0–1; `status` is certain or suggested; `origin` is system or person; `roles` are
    the roles of both sides; `clauses` are the words that answer each other in a partial pair.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: Relation
    moved: bool = False
    score: float = 0.0
    status: str = "certain"
    origin: str = "system"
    roles: tuple[str, str] = ("", "")
    clauses: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Alignment:
    """All pairs of two policies; every unit of both is in at least one pair.

    `substitutions` is the legend of expected exchanges (市工业和信息化局 → 省工业和信息化厅).
    """

    left: str
    right: str
    pairs: tuple[Pair, ...]
    substitutions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of a wording difference: op is equal, delete, insert or move."""

    op: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One subject of a concordance: the provisions of every policy on it.

    `cells` maps a policy id to eIds (no entry = 没有对应); `changes` maps the id of each policy
    other than the lead to its wording difference from the lead (none for a digest).
    """

    subject: str
    cells: dict[str, tuple[str, ...]]
    relation: Relation
    changes: dict[str, tuple[Change, ...]] = field(default_factory=dict)
    status: str = "certain"
    moved: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Concordance:
    """Rows in the lead text's order, then what the lead does not have."""

    policies: tuple[str, ...]
    lead: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FactCell:
    """What one policy says on one indicator.

    `facts` are empty where nothing is stated; `stated` is the phrase to print, in Chinese.
    """

    stated: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class FactRow:
    """One indicator, deadline, quota or step over all policies.

    `verdicts` maps "right/left" (the other policy over the lead) to same, stricter, looser,
    different, not_comparable, unquantified, not_stated or unverified; `sentences` has one
    Chinese sentence for each of these keys.
    """

    topic: str
    subject: str
    cells: dict[str, FactCell]
    verdicts: dict[str, str] = field(default_factory=dict)
    sentences: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more policies compared; `policies[0]` is the lead text.

    `thresholds`, `deadlines`, `procedure` and `grounds` are rows of facts; `summary` is what a
    director reads first: (sentence, the (policy id, eId) places it rests on).
    """

    policies: tuple[Policy, ...]
    concordance: Concordance
    alignments: tuple[Alignment, ...]
    thresholds: tuple[FactRow, ...] = ()
    deadlines: tuple[FactRow, ...] = ()
    procedure: tuple[FactRow, ...] = ()
    grounds: tuple[FactRow, ...] = ()
    summary: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    notes: tuple[str, ...] = ()
