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

    `substitutions` is the legend of expected exchanges (市工业和信息化局 → 省工业和信息化厅);
    `notes` are Chinese sentences to print beside it (主题不同, 人工对应已失效).
    """

    left: str
    right: str
    pairs: tuple[Pair, ...]
    substitutions: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of a wording difference: op is equal, delete or insert.

    Without the inserts the texts are the left side, without the deletes the right, exactly.
    `folded` says why a piece need not be shown as a difference: "punctuation" (mark or width
    only), "substitution" (in the legend) or "". `move` is the number that a deleted clause shares
    with the inserted one it moved to, from 1 in each difference; 0 = not moved.
    """

    op: str
    text: str
    folded: str = ""
    move: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One subject of a concordance: the provisions of every policy on it.

    `cells` maps a policy id to eIds (no entry = 没有对应); every unit of every policy is in the
    cells of exactly one row. An eId of an article stands for its own 款 (its lead-in where it has
    项). `changes` maps the id of each policy other than the lead to its wording difference from
    the lead (none for a digest, none where the lead or the policy has no cell); a line feed in
    it parts two paragraphs. `relations` is the relation of each other policy to the lead.
    `suggested` maps a policy id to eIds a person may want to see beside this row: they stand in
    the cells of another row; `clauses` are the words that answer each other there, as
    (policy id, words of the lead, words of that policy).
    """

    subject: str
    cells: dict[str, tuple[str, ...]]
    relation: Relation
    changes: dict[str, tuple[Change, ...]] = field(default_factory=dict)
    status: str = "certain"
    moved: bool = False
    note: str = ""
    relations: dict[str, Relation] = field(default_factory=dict)
    suggested: dict[str, tuple[str, ...]] = field(default_factory=dict)
    clauses: tuple[tuple[str, str, str], ...] = ()
    origin: str = "system"


@dataclass(frozen=True, slots=True)
class Concordance:
    """Rows in the lead text's order, then what the lead does not have."""

    policies: tuple[str, ...]
    lead: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FactCell:
    """What one policy says on one indicator.

    `facts` are empty where nothing is stated; `stated` is the phrase to print, in Chinese. `eid`
    is the provision to link to: that of the first fact, or the one that is silent; may be "".
    """

    stated: str
    facts: tuple[Fact, ...] = ()
    eid: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One indicator, deadline, quota or step over all policies.

    `topic` is threshold, deadline, validity, quota, frequency, award, step or ground; `subject`
    the Chinese name to print. `cells` has an entry for every policy.
    `verdicts` maps "right/left" (the other policy over the lead) to same, stricter, looser,
    different, not_comparable, unquantified, not_stated or unverified; `sentences` has one
    Chinese sentence for each of these keys.
    """

    topic: str
    subject: str
    cells: dict[str, FactCell]
    verdicts: dict[str, str] = field(default_factory=dict)
    sentences: dict[str, str] = field(default_factory=dict)
    indicator_id: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more policies compared; `policies[0]` is the lead text.

    `thresholds`, `deadlines` (with validity, quota, frequency, award), `procedure` and `grounds`
    are rows of facts; `summary` is what a director reads first: (sentence, the (policy id, eId)
    places it rests on). `notes` are Chinese sentences on the comparison itself (a digest's
    wording is not compared); `tokenizer` names what cut the wording into words.
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
    tokenizer: str = ""
    by_lead: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class RedlineParagraph:
    """One paragraph of either text: its words' changes, and what became of the paragraph itself.

    `mark` is equal, delete or insert; `kind` is the kind of provision it opens, for its style.
    """

    mark: str
    changes: tuple[Change, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Redline:
    """`right` against `left`, paragraph by paragraph in reading order.

    Without deleted paragraphs and words it is `right`, without inserted ones `left`.
    """

    left: Policy
    right: Policy
    paragraphs: tuple[RedlineParagraph, ...]
