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
LIMIT_SEARCHED = 400_000  # bytes of lines that need a search: about two seconds
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
            return list(_replaced(content[len(bom) :], encoding, len(bom)))
    marked = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    return _by_line(content[marked:], marked)


def _replaced(content: bytes, encoding: str, offset: int) -> Iterator[Read]:
    """A text of 16 or 32 bits: one encoding, some units broken."""
    found: list[tuple[int, bytes]] = []

    def remember(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        found.append((offset + error.start, error.object[error.start : error.end]))
        return REPLACED, error.end

    codecs.register_error("policydoc.remember", remember)
    text = content.decode(encoding, "policydoc.remember")
    told = iter(found)
    for line in text.splitlines(keepends=True):
        places = [at for at, char in enumerate(line) if char == REPLACED]
        broken = [Broken(*known, at) for at, known in zip(places, told, strict=False)]
        yield Read(line, (encoding,), broken)


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


@dataclass(frozen=True, slots=True)
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
        for path in tuple(reached[at].values()):
            for step in _steps(line, at, path):
                known = reached[step.end].get(step.encoding)
                if known is None or step.cost < known.cost:
                    reached[step.end][step.encoding] = step
        reached[at] = {}
    return _told(min(reached[-1].values(), key=lambda path: path.cost), line, offset)


def _steps(line: bytes, at: int, path: _Path) -> Iterator[_Path]:
    if line[at] < 0x80:
        yield _Path(path.cost, at + 1, path.encoding, chr(line[at]), path)
        return
    for encoding, width, char in _characters(line, at):
        switch = 0.0 if encoding == path.encoding else SWITCH
        yield _Path(path.cost + switch + _cost(char), at + width, encoding, char, path)
    cost = path.cost + (BROKEN_ON if path.is_broken else BROKEN)
    yield _Path(cost, at + 1, path.encoding, REPLACED, path)


def _characters(line: bytes, at: int) -> Iterator[tuple[str, int, str]]:
    """The characters that may begin at this byte, in either encoding."""
    lead = line[at]
    width = (
        2 if 0xC2 <= lead < 0xE0 else 3 if 0xE0 <= lead < 0xF0 else 4 if 0xF0 <= lead < 0xF5 else 0
    )
    for encoding, length in ((UTF8, width), (GB, 2), (GB, 4)):
        if length and at + length <= len(line):
            try:
                char = line[at : at + length].decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(char) == 1:
                yield encoding, length, char


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
