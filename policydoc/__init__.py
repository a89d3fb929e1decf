"""policydoc: parse, compare, review and generate Chinese normative documents (规范性文件)."""

from policydoc.model import (
    Alignment,
    Case,
    Comparison,
    Fact,
    Finding,
    Identity,
    Kind,
    Pair,
    Policy,
    Provision,
    Review,
    Source,
    Verdict,
    walk,
)
from policydoc.pipeline import (
    align,
    assess,
    compare,
    extract,
    generate,
    lint,
    load,
    open_case,
    parse,
    parse_text,
    publish,
    read,
    review,
)
from policydoc.version import VERSION

__version__ = VERSION

__all__ = [
    "Alignment",
    "Case",
    "Comparison",
    "Fact",
    "Finding",
    "Identity",
    "Kind",
    "Pair",
    "Policy",
    "Provision",
    "Review",
    "Source",
    "Verdict",
    "align",
    "assess",
    "compare",
    "extract",
    "generate",
    "lint",
    "load",
    "open_case",
    "parse",
    "parse_text",
    "publish",
    "read",
    "review",
    "to_dict",
    "walk",
]


def to_dict(policy: Policy) -> dict[str, object]:
    """The JSON document of `parse --format json`, as a dict."""
    from policydoc.writers.json import to_dict as convert

    return convert(policy)
