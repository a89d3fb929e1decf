"""align: which provision of one policy answers which of another."""

from __future__ import annotations

from policydoc.model import Alignment, Policy


def align(left: Policy, right: Policy) -> Alignment:
    """Pair each provision of `left` with its answers in `right`."""
    raise NotImplementedError
