"""Where things stand in several policies: units, words, names, and what answers what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property

from policydoc.chinese.citations import articles_with_paragraphs, cite
from policydoc.chinese.exchanges import one_name
from policydoc.chinese.folding import words_only
from policydoc.model import Alignment, Concordance, Fact, Policy, Row
from policydoc.model.names import called
from policydoc.model.units import Unit, unit_places, units_of


class Text:
    """One policy with what is needed to find and name its provisions."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.id = policy.identity.id
        self.name = called(policy.identity)
        self.is_digest = policy.identity.text_status == "digest"
        self.units: tuple[Unit, ...] = units_of(policy)
        self.places = unit_places(self.units, policy)
        self.table = {unit.eid: unit for unit in self.units}
        self._several = articles_with_paragraphs(policy)
        self._tallies: dict[str, Counter[Hashable]] = {}

    @cached_property
    def facts(self) -> dict[str, list[Fact]]:
        """The facts by kind, in reading order."""
        found: dict[str, list[Fact]] = {}
        for fact in self.policy.facts:
            found.setdefault(fact.kind, []).append(fact)
        return found

    @cached_property
    def roles(self) -> dict[str, str]:
        """The role of each unit that has one."""
        return {self.unit_of(fact.eid): fact.role for fact in reversed(self.facts.get("role", []))}

    def of_kind(self, *kinds: str) -> list[Fact]:
        """The facts of these kinds that stand in a unit."""
        return [f for kind in kinds for f in self.facts.get(kind, ()) if self.unit_of(f.eid)]

    def tally(self, name: str, keys: Callable[[], Iterable[Hashable]]) -> Counter[Hashable]:
        """How often each key occurs in this text; counted once under its name."""
        if name not in self._tallies:
            self._tallies[name] = Counter(keys())
        return self._tallies[name]

    def unit_of(self, eid: str) -> str:
        """The eId of the unit that holds a provision, or ""."""
        return self.places.get(eid, "")

    def words_of(self, unit: str) -> str:
        """The words of a unit, or ""."""
        return self.table[unit].text if unit in self.table else ""

    def cited(self, eid: str) -> str:
        """第六条第（二）项."""
        return cite(eid, self._several) if eid else ""


class Texts:
    """The lead and the others, and which units answer which."""

    def __init__(
        self, policies: Sequence[Policy], alignments: Sequence[Alignment], concordance: Concordance
    ) -> None:
        self.all = tuple(Text(policy) for policy in policies)
        self.lead, *self.others = self.all
        names = [text.name for text in self.all]
        for text in self.all:
            if names.count(text.name) > 1:
                text.name = f"{text.name}（{text.id}）"
        legend = [exchange for alignment in alignments for exchange in alignment.substitutions]
        shared = one_name(legend)
        self._names = sorted(shared.items(), key=lambda item: -len(item[0]))
        self._alike: dict[str, str] = {}
        self._rows: dict[tuple[str, str], Row] = {
            (name, eid): row
            for row in concordance.rows
            for name, eids in row.cells.items()
            for eid in eids
        }

    def answers(self, unit: str, text: Text, other: Text) -> tuple[str, ...]:
        """The units of another text that answer a unit of one: certain first, then suggested."""
        row = self._rows.get((text.id, unit))
        if row is None:
            return ()
        found = [*row.cells.get(other.id, ()), *row.suggested.get(other.id, ())]
        return tuple(dict.fromkeys(found))

    def are_paired(self, unit: str, text: Text, place: str, other: Text) -> bool:
        """Whether a unit of another text certainly answers a unit of one."""
        row = self._rows.get((text.id, unit))
        return row is not None and place in row.cells.get(other.id, ())

    def alike(self, words: str) -> str:
        """Words without marks and with expected exchanges folded, to compare two texts' words."""
        known = self._alike.get(words)
        if known is None:
            known = words_only(words)
            for name, common in self._names:
                known = known.replace(name, common)
            self._alike[words] = known
        return known
