"""compare: what differs between policies, in which direction, and where nothing answers."""

from __future__ import annotations

from policydoc.model import Alignment, Comparison, Policy


def compare(policies: tuple[Policy, ...], alignments: tuple[Alignment, ...]) -> Comparison:
    """Compare the policies; `alignments` pair the first with each other one."""
    raise NotImplementedError
