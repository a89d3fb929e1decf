"""A review as one HTML file: the text, marks at the words, the findings in the margin."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from pathlib import Path

from policydoc.chinese.characters import printable
from policydoc.model import Review, Severity
from policydoc.reports._review import Piece, noted, passages, shortened, tally, title

LARGE = 500  # findings, from which on the page is drawn as it is scrolled to
PAGE = Path(__file__).parent / "_page"


def render(review: Review) -> bytes:
    """The page; it holds its style and script, and nothing of the draft can run in it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clean"] = printable
    environment.filters["shortened"] = shortened
    style, script = ((PAGE / f"review.{kind}").read_text("utf-8") for kind in ("css", "js"))
    notes = noted(review)
    parts = list(passages(review, notes))
    last: dict[int, Piece] = {
        number: piece for part in parts for piece in part.pieces for number in piece.numbers
    }
    counts = Counter(finding.severity.value for finding in review.findings)
    page = environment.get_template("review.html").render(
        title=title(review),
        tally=tally(review),
        against="、".join(s.identity.short_title or s.identity.title for s in review.against),
        general=[note for note in notes if not note.finding.eid],
        passages=parts,
        last=last,
        severities=[(severity.value, severity.word) for severity in Severity],
        counts={severity.value: counts[severity.value] for severity in Severity},
        large=len(notes) > LARGE,
        rules=_rules(review),
        explanations=review.explanations,
        explained={explanation.rule for explanation in review.explanations},
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}",
    )
    return page.encode("utf-8", "backslashreplace")


def _rules(review: Review) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """The rules to choose from by subject, each with its basis and how often it was broken."""
    explained = {explanation.rule: explanation for explanation in review.explanations}
    subjects: dict[str, list[tuple[str, str, int]]] = {}
    for rule, count in sorted(Counter(finding.rule for finding in review.findings).items()):
        known = explained.get(rule)
        subject, basis = (known.subject, known.basis) if known else ("文本", "读取和性质")
        subjects.setdefault(subject, []).append((rule, basis, count))
    return sorted(subjects.items())


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()
    return f"'sha256-{digest}'"
