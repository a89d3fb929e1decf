"""align: which provision of one policy answers which of another, by content and role.

In order: `side` takes a policy apart into units, `scoring` scores pairs (`likeness`, `roles`,
`structure`, `substitutions`), `matching` chooses, `pairing` adds what was merged, split or only
suggested (`partial`, `relations`), `corrections` lays a person's links over it.
"""

from __future__ import annotations

from policydoc.alignment.corrections import Link, corrected, links_from
from policydoc.alignment.pairing import paired
from policydoc.alignment.rest import group_rest
from policydoc.alignment.side import side_of
from policydoc.alignment.turning import turned
from policydoc.model import Alignment, Policy

__all__ = ["Link", "align", "group_rest", "links_from", "turned"]


def align(left: Policy, right: Policy, links: tuple[Link, ...] = ()) -> Alignment:
    """Pair each provision of `left` with its answers in `right`.

    Args:
        left: The lead text: the superior, or the older version.
        right: The other text.
        links: A person's links, which override what the system finds.

    Returns:
        Pairs in `left`'s order, then what only `right` has; every unit is in at least one pair.

    Source: docs/adr/0050.
    """
    sides = side_of(left), side_of(right)
    return corrected(paired(*sides), sides, links)
