"""A text in two encodings, or with broken bytes, read as well as can be told, and every doubt named.

Each line is read as the cheapest row of characters that its bytes can be: everyday Chinese costs
nothing, a rare character something, a change of encoding within a line more, a byte that no
encoding explains most. Such a byte is shown as U+FFFD and its value told. Used where a person looks
at the outcome (`check`); whoever builds on a text gets the refusal instead (docs/adr/0022).
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from policydoc.readers._text import (
    BOMS,
    is_everyday,
    is_usual,
    plain_encoding,
)

UTF8, GB = "utf-8", "gb18030"
ENCODINGS = (UTF8, GB)
REPLACED = "\ufffd"
LIMIT_SEARCHED = 250_000  # bytes of lines that need a search: about three seconds
RARE, UNUSUAL, PRIVATE, SWITCH, BROKEN, BROKEN_ON = 3.0, 6.0, 10.0, 8.0, 14.0, 2.0


@dataclass(frozen=True, slots=True)
class Broken:
    """Bytes that no encoding explains: their place in the file, and where U+FFFD stands for them."""

    offset: int
    values: bytes
    at: int


@dataclass(slots=True)
class Read:
    """One line with its end; `encodings` are those its characters beyond ASCII are of."""

    text: str
    encodings: tuple[str, ...] = ()
    broken: list[Broken] = field(default_factory=list)


def read_lines(content: bytes) -> list[Read] | None:
    """The lines of a file, each read for itself; None where that needs too long a search."""
    for bom, encoding in BOMS:
        if content.startswith(bom) and encoding != UTF8:
            return read_wide(content[len(bom) :], encoding, len(bom))
    marked = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    return _by_line(content[marked:], marked)


def read_wide(content: bytes, encoding: str, offset: int = 0) -> list[Read]:
    """The lines of a text of 16 or 32 bits: one encoding, some units broken."""
    found: list[tuple[int, bytes]] = []

    def remember(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        found.append((offset + error.start, error.object[error.start : error.end]))
        return REPLACED, error.end

    codecs.register_error("policydoc.remember", remember)
    text = content.decode(encoding, "policydoc.remember")
    told, read = iter(found), []
    for line in text.splitlines(keepends=True):
        places = [at for at, char in enumerate(line) if char == REPLACED]
        broken = [Broken(*known, at) for at, known in zip(places, told, strict=False)]
        read.append(Read(line, (encoding,), broken))
    return read


def _by_line(content: bytes, offset: int) -> list[Read] | None:
    read: list[Read] = []
    before, searched = UTF8, 0
    for line in content.splitlines(keepends=True):
        found = _plain(line)
        if found is None:
            searched += len(line)
            if searched > LIMIT_SEARCHED:
                return None
            found = _searched(line, before, offset)
        before = found.encodings[-1] if found.encodings else before
        offset += len(line)
        read.append(found)
    return read


def _plain(line: bytes) -> Read | None:
    """A line that is wholly of one encoding beyond doubt."""
    if line.isascii():
        return Read(line.decode())
    encoding = plain_encoding(line)
    return Read(line.decode(encoding), (encoding,)) if encoding else None


@dataclass(slots=True)
class _Path:
    """The cheapest way to a byte that ends in one encoding; `back` is the way before."""

    cost: float
    end: int
    encoding: str
    text: str = ""
    back: _Path | None = None

    @property
    def is_broken(self) -> bool:
        return self.text == REPLACED and self.back is not None and self.end - self.back.end == 1


def _searched(line: bytes, before: str, offset: int) -> Read:
    """The cheapest way through the line (Viterbi's), a token at a time."""
    reached: list[dict[str, _Path]] = [{} for _ in range(len(line) + 1)]
    for encoding in ENCODINGS:
        reached[0][encoding] = _Path(0.0 if encoding == before else 1.0, 0, encoding)
    for at in range(len(line)):
        options = tuple(_options(line, at))
        for path in tuple(reached[at].values()):
            for step in _steps(path, at, options):
                known = reached[step.end].get(step.encoding)
                if known is None or step.cost < known.cost:
                    reached[step.end][step.encoding] = step
        reached[at] = {}
    return _told(min(reached[-1].values(), key=lambda path: path.cost), line, offset)


Option = tuple[str, int, str, float]  # encoding ("" of ASCII), bytes, character, cost


def _steps(path: _Path, at: int, options: tuple[Option, ...]) -> Iterator[_Path]:
    for encoding, width, char, cost in options:
        if encoding not in ("", path.encoding):
            cost += SWITCH
        if char == REPLACED and path.is_broken:
            cost = BROKEN_ON
        yield _Path(path.cost + cost, at + width, encoding or path.encoding, char, path)


def _options(line: bytes, at: int) -> Iterator[Option]:
    """What the bytes from here on may be: a character of either encoding, or a broken byte."""
    lead = line[at]
    if lead < 0x80:
        yield "", 1, chr(lead), 0.0
        return
    yield "", 1, REPLACED, BROKEN
    width = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
    for encoding, length in ((UTF8, width), (GB, 2), (GB, 4)):
        if at + length <= len(line) and (char := _character(line[at : at + length], encoding)):
            yield encoding, length, char, _cost(char)


@lru_cache(maxsize=100_000)
def _character(content: bytes, encoding: str) -> str:
    """The one character these bytes are, or ""."""
    try:
        char = content.decode(encoding)
    except UnicodeDecodeError:
        return ""
    return char if len(char) == 1 and char != REPLACED else ""


@lru_cache(maxsize=100_000)
def _cost(char: str) -> float:
    if is_everyday(char):
        return 0.0
    if is_usual(char):
        return RARE
    return PRIVATE if "\ue000" <= char <= "\uf8ff" or char < "\xa0" else UNUSUAL


def _told(path: _Path | None, line: bytes, offset: int) -> Read:
    """The way from its end back to its beginning, as a line; broken bytes in a row are one place."""
    steps: list[_Path] = []
    while path is not None and path.back is not None:
        steps.append(path)
        path = path.back
    read, text, begin = Read(""), "", 0
    used: dict[str, None] = {}
    for is_broken, group in groupby(reversed(steps), key=lambda step: step.is_broken):
        members = list(group)
        end = members[-1].end
        if is_broken:
            read.broken.append(Broken(offset + begin, line[begin:end], len(text)))
            text += REPLACED
        else:
            text += "".join(step.text for step in members)
            used.update((step.encoding, None) for step in members if step.text > "\x7f")
        begin = end
    read.text, read.encodings = text, tuple(used)
    return read
