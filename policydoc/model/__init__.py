"""The nouns every stage speaks: frozen values, standard library only.

Never in here: fonts and margins, page numbers, vectors of one algorithm, parser state, HTML.
"""

from policydoc.model.cases import Case, Series
from policydoc.model.facts import Fact
from policydoc.model.findings import Explanation, Finding, Review, Severity, Verdict
from policydoc.model.links import (
    Alignment,
    Change,
    Comparison,
    Concordance,
    FactCell,
    FactRow,
    Pair,
    Redline,
    RedlineParagraph,
    Relation,
    Row,
)
from policydoc.model.policy import (
    Identity,
    Kind,
    Policy,
    Provision,
    by_eid,
    cell_starts,
    has_articles,
    iter_policies,
    iter_within,
    own_words,
    walk,
)
from policydoc.model.repeals import Repeal
from policydoc.model.source import (
    Block,
    Line,
    Removed,
    Source,
    Span,
    Table,
    table_text,
    words_at,
)

__all__ = [
    "Alignment",
    "Block",
    "Case",
    "Change",
    "Comparison",
    "Concordance",
    "Explanation",
    "Fact",
    "FactCell",
    "FactRow",
    "Finding",
    "Identity",
    "Kind",
    "Line",
    "Pair",
    "Policy",
    "Provision",
    "Redline",
    "RedlineParagraph",
    "Relation",
    "Removed",
    "Repeal",
    "Review",
    "Row",
    "Series",
    "Severity",
    "Source",
    "Span",
    "Table",
    "Verdict",
    "by_eid",
    "cell_starts",
    "has_articles",
    "iter_policies",
    "iter_within",
    "own_words",
    "table_text",
    "walk",
    "words_at",
]
