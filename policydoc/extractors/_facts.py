"""Facts from words: the quote is exactly what stands between the offsets."""

from __future__ import annotations

from typing import Any

from policydoc.chinese.quantities import Quantity
from policydoc.extractors._statements import Statement
from policydoc.model import Fact


def build(statement: Statement, kind: str, start: int, end: int, **fields: Any) -> Fact:
    """A fact on `text[start:end]`, white space and loose marks at its ends left out."""
    quote = statement.text[start:end]
    bare = quote.lstrip(" \u3000\t\n、，,")
    if bare[:1] in ("（", "(") and not any(mark in bare for mark in "）)"):
        bare = bare[1:]
    start += len(quote) - len(bare)
    quote = bare.rstrip()
    return Fact(kind, statement.eid, quote, start, start + len(quote), **fields)


def figures(quantity: Quantity) -> dict[str, Any]:
    """The fields of a fact that a quantity fills."""
    return {
        "op": quantity.op or "=",
        "value": quantity.value,
        "upper": quantity.upper,
        "unit": quantity.unit,
        "amount": quantity.amount,
        "base_unit": quantity.base_unit,
        "soft": quantity.soft,
        "basis_note": quantity.note,
    }
