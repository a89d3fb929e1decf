"""A text's citations of its own articles, as its `reference` facts know them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.citations import NUMBER
from policydoc.model import Fact, Policy, Provision, by_eid

LABEL = re.compile(rf"第({NUMBER})条(?:之{NUMBER})?")
# Words before a citation that point to another text: 《某法》规定的第三条, 民法典第三条.
ELSEWHERE = re.compile(
    r"》[^。；《]{0,30}$|(?:典|宪章|公约|协定|纲要|该法|上述法律)[^。；，]{0,4}$"
)
# The articles cited are those of the text that it amends.
AMENDING = re.compile(r"修正案|修改|修正|决定|决议|修订")


def iter_own(policy: Policy) -> Iterator[tuple[Provision, Fact]]:
    """Every citation of an article of the text itself."""
    operative = policy.operative
    if AMENDING.search(operative.identity.title):
        return
    texts = by_eid(policy)
    for fact in policy.facts:
        if fact.kind != "reference" or LABEL.search(fact.quote) is None:
            continue
        provision = texts[fact.eid]
        if not ELSEWHERE.search(provision.text[max(0, fact.start - 40) : fact.start]):
            yield provision, fact
