"""Vague conditions: criteria with no number, 有一定规模, 机制较完善; aims are not conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.indicators import identify
from policydoc.extractors._facts import build
from policydoc.extractors._phrases import measured
from policydoc.extractors._statements import Statement, statements
from policydoc.model import Fact, Policy
from policydoc.plugins import Extractor
from policydoc.workspace import catalogue

_VAGUE = re.compile(
    r"(?P<some>(?:有|占|拥有|具有|具备|达到)?一定(?:的)?(?:规模|比例|数量|程度|基础|条件|影响力|知名度)?(?:的)?)|一批|"
    r"(?:(?<!占)比较|(?<!计)较为?|相对)(?:大(?!及以上|以上|型|变|会)|高|强|好|完善|健全|多|成熟|突出|优|先进|广|齐全|完备|稳定|明显|丰富|规范|合理|快)|"
    r"(?:成效|效果|优势|特色|作用)(?:明显|显著|突出)|初步(?:建立|形成|具备)了?|(?:合作|联系)紧密|应用广泛|快速发展|机制完善|"
    r"(?:布局|结构)合理|治理有效|水平领先|基本(?:建立|形成|具备)"
)


def _extract(policy: Policy) -> Iterator[Fact]:
    for statement in statements(policy):
        if statement.criteria:
            yield from _of(statement)


def _of(statement: Statement) -> Iterator[Fact]:
    last = -1
    for match in _VAGUE.finditer(statement.text):
        clause = statement.clause_at(match.start())
        start, end, _ = statement.clauses[clause]
        numbered = any(start <= e.start < end for e in statement.expressions if hasattr(e, "unit"))
        if clause == last or numbered:
            continue
        last = clause
        if _is_caption(statement, clause):
            continue
        indicator = _indicator(
            statement.text[start : match.start()], statement.text[match.end() : end]
        )
        share = "占" in match[0]
        known = identify(catalogue(), indicator + ("占比" if share else ""), "%" if share else "")
        yield build(
            statement, "vague", start, end, indicator=indicator, indicator_id=known,
            value=match[0].strip("的"),
        )  # fmt: skip


def _is_caption(statement: Statement, clause: int) -> bool:
    """具有较强核心竞争力。 at the head of an item is its caption; the conditions follow."""
    return clause == 0 and statement.clauses[0][2] == "。" and len(statement.clauses) > 1


def _indicator(left: str, right: str) -> str:
    own = measured(left)
    if len(own) > 1 and not own.endswith(("突破了", "了")):
        return own
    return re.split(r"[，。；]", right.strip("的"))[0] or own


EXTRACTOR = Extractor(_extract)
