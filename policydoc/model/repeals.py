"""What is known of rules that are no longer in force."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repeal:
    """A rule no longer in force: its title and number, by which provision, and since when.

    `since` is ISO or ""; `policy`, `eid` and `words` say where the clause is in a text at hand.
    """

    title: str
    number: str
    by: str
    place: str
    since: str = ""
    policy: str = ""
    eid: str = ""
    words: str = ""
