"""Width folded for comparison only, and quotation marks within quotation marks."""

from __future__ import annotations

WIDE = "".join(chr(code) for code in range(0xFF01, 0xFF5F)) + "　"
NARROW = "".join(chr(code) for code in range(0x21, 0x7F)) + " "
_INNER = str.maketrans("“”", "‘’")
_FOLDED = str.maketrans(WIDE + "〔〕【】", NARROW + "[][]")


def fold(text: str) -> str:
    """Full-width letters, digits and marks as half-width ones; the length stays the same."""
    return text.translate(_FOLDED)


def quoted_within(words: str) -> str:
    """Words as they stand within quotation marks: single marks for double (GB/T 15834—2011 4.8)."""
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
