"""Quotation marks within quotation marks (GB/T 15834—2011 4.8)."""

from __future__ import annotations

_INNER = str.maketrans("“”", "‘’")


def quoted_within(words: str) -> str:
    """Words as they stand within quotation marks: single marks for double."""
    return words.translate(_INNER)


def nested_quotes(sentence: str) -> str:
    """A sentence whose marks within marks are single ones; as it is where they do not match."""
    depth, characters = 0, []
    for character in sentence:
        depth -= character == "”"
        if depth < 0:
            return sentence
        characters.append(quoted_within(character) if depth else character)
        depth += character == "“"
    return sentence if depth else "".join(characters)
