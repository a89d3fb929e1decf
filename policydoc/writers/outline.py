"""The tree as an outline a lawyer can read: eId, label, words."""

from __future__ import annotations

from policydoc.model import Policy, iter_policies
from policydoc.model.policy import Provision
from policydoc.plugins import Writer


def _write(policy: Policy) -> bytes:
    lines = []
    for part in iter_policies(policy):
        for zone in (part.preface, part.preamble, part.body, part.conclusions):
            for provision in zone:
                lines += _lines(provision, 0)
    return ("\n".join(lines) + "\n").encode()


def _lines(provision: Provision, depth: int) -> list[str]:
    words = " ".join(filter(None, (provision.num, provision.heading, provision.text)))
    own = [f"{'  ' * depth}{provision.eid} {words}"]
    for child in provision.children:
        own += _lines(child, depth + 1)
    return own


WRITER = Writer(".txt", _write)
