"""Effect from an event: 自印发之日起施行; the day itself stands elsewhere, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.extractors._facts import build
from policydoc.extractors._statements import statements
from policydoc.model import Fact, Policy
from policydoc.plugins import Extractor

_EFFECT = re.compile(
    r"(?:本(?:[一-鿿]{2,6}?))?自(?P<event>(?:印发|公布|发布|公告|颁布|下发|签发|通过)之日)起?"
    r"(?:(?:满|第)?(?P<days>(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:个工作)?日)(?:之|以)?后)?(?P<verb>施行|实施|执行|生效|试行)"
)


def _extract(policy: Policy) -> Iterator[Fact]:
    for statement in statements(policy):
        for match in _EFFECT.finditer(statement.text):
            yield build(
                statement, "date", match.start(), match.end(), indicator=match["verb"], op="from",
                value=match["event"], trigger=match["event"],
                window=f"{match['days']}后" if match["days"] else "",
            )  # fmt: skip


EXTRACTOR = Extractor(_extract)
