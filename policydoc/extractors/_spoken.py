"""Every provision that speaks, with the 条 and 款 it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from policydoc.chinese.clauses import Sentence, iter_sentences, widened
from policydoc.model import Kind, Policy, Provision, iter_policies

SILENT = {Kind.TITLE, Kind.NOTE, Kind.TABLE}


@dataclass
class Spoken:
    """A provision with words of its own: the prefix of its annex, and the 条 and 款 it stands in."""

    provision: Provision
    prefix: str
    article: str
    paragraph: str

    @cached_property
    def words(self) -> str:
        """Its text with full-width marks, one for one."""
        return widened(self.provision.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences and clauses."""
        return tuple(iter_sentences(self.words))


_LAST: list[tuple[Policy, tuple[Spoken, ...]]] = []


def iter_spoken(policy: Policy) -> tuple[Spoken, ...]:
    """Every provision of body and annexes that has text, in reading order.

    A covering notice and its addressees provide nothing and do not come; the opening of an annex
    does. Kept for the policy asked for last.
    """
    last = next(iter(_LAST), None)
    if last is None or last[0] is not policy:
        last = (policy, tuple(_spoken(policy)))
        _LAST[:] = [last]
    return last[1]


def _spoken(policy: Policy) -> Iterator[Spoken]:
    for part in iter_policies(policy):
        prefix = _prefix(part)
        zones = part.preamble + part.body if part is not policy else part.body
        stack: list[tuple[Provision, str, str]] = [(p, "", "") for p in reversed(zones)]
        while stack:
            provision, article, paragraph = stack.pop()
            if provision.kind is Kind.ARTICLE:
                article, paragraph = provision.eid, ""
            elif provision.kind is Kind.PARAGRAPH:
                paragraph = provision.eid
            if provision.text and provision.kind not in SILENT:
                yield Spoken(provision, prefix, article, paragraph)
            stack.extend((c, article, paragraph) for c in reversed(provision.children))


def _prefix(part: Policy) -> str:
    """att_1__ of an annex, "" of the policy itself."""
    for zone in (part.preface, part.preamble, part.body):
        for provision in zone:
            steps = provision.eid.split("__")
            kept = [step for step in steps if step.startswith("att_")]
            return "__".join(kept) + "__" if kept else ""
    return ""
