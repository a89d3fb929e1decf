"""Files made at random for the readers: soup dressed in every format, and files with bytes changed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from benchmarks.fuzz_parse import PIECES
from policydoc.errors import ReadError
from policydoc.parser import parse
from policydoc.readers import from_bytes
from tests.bad_inputs import LINES, container, pdf
from tests.outline import assert_sound, read_words
from tests.unit.readers.word import docx

MAGICS = (
    b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1", b"\xff\xfe",
    b"\xfe\xff", b"\xef\xbb\xbf", b"<html>", b"<?xml version='1.0'?>", b"---\n", b"",
)  # fmt: skip
SUFFIXES = (".txt", ".md", ".docx", ".html", ".pdf", ".doc", ".wps", ".rtf", ".odt", "", ".xls")
UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFD, 0xFFFE, 0xFEFF])
DANGEROUS = (b"\0", b"\xff", b"<", b">", b"&", b"\"", b"<!DOCTYPE", b"&#x0;", b"]]>", b"endobj", b"\x80")  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A file, and the words that must be found in it; None where it may be refused."""

    name: str
    content: bytes
    words: str | None = None


def make(chance: random.Random) -> Made:
    """One file of a kind chosen at random."""
    return chance.choice(KINDS)(chance)


def fault_of(made: Made) -> str:
    """What a reader or the parser does wrong with this file, or ""."""
    try:
        source = from_bytes(made.content, made.name)
    except ReadError as error:
        if not error.message.endswith("。") or "\n" in error.message:
            return f"no sentence: {error.message!r}"
        return "" if made.words is None else f"refused: {error.message}"
    except Exception as error:
        return f"reader: {type(error).__name__}: {error}"
    try:
        assert_sound(source, parse(source))
    except Exception as error:
        return f"parser: {type(error).__name__}: {error}"
    missing = Counter((made.words or "").split()) and _missing(made.words or "", read_words(source))
    return f"lost {missing!r}" if missing else ""


def _missing(words: str, read: Counter[str]) -> str:
    return "".join((Counter("".join(words.split())) - read).elements())


def _soup(chance: random.Random, most: int = 40) -> str:
    return "".join(chance.choices(PIECES, k=chance.randint(1, most)))


def _lines(chance: random.Random) -> list[str]:
    """Lines of words that any format can hold; at least one says something."""
    return ["某市集群管理办法", *_soup(chance).translate(UNWRITABLE).splitlines()]


def _plain(chance: random.Random) -> Made:
    text = "某市集群管理办法\n" + _soup(chance)
    encoding = chance.choice(("utf-8", "utf-8-sig", "utf-16", "gb18030"))
    words = None if encoding == "gb18030" else text.replace("\0", "").replace("\ufeff", "")
    return Made("甲.txt", text.encode(encoding), words)


def _markdown(chance: random.Random) -> Made:
    text = "# 某市集群管理办法\n\n" + _soup(chance).replace("\0", "")
    # Marks may be read as such, entities as what they stand for; words stay.
    return Made("甲.md", text.encode(), "".join(c for c in text if "一" <= c <= "\u9fff"))


def _word(chance: random.Random) -> Made:
    lines = _lines(chance)
    body = "".join(_paragraph(line, chance) for line in lines)
    return Made("甲.docx", docx(body), "".join(lines))


def _paragraph(line: str, chance: random.Random) -> str:
    """A paragraph whose words are spread over runs, links, insertions and content controls."""
    pieces, place = [], 0
    while place < len(line):
        step = chance.randint(1, 12)
        words = escape(line[place : place + step])
        run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
        pieces.append(chance.choice(WRAPS).format(run))
        place += step
    paragraph = f"<w:p>{''.join(pieces)}</w:p>"
    return chance.choice(
        ("{}", "{}", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", CELL)
    ).format(paragraph)


WRAPS = ("{}", "{}", "<w:hyperlink>{}</w:hyperlink>", '<w:ins w:id="1">{}</w:ins>',
         "<w:smartTag>{}</w:smartTag>", "<w:del w:id='2'><w:r><w:delText>删</w:delText></w:r></w:del>{}")  # fmt: skip
CELL = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"


def _web(chance: random.Random) -> Made:
    lines = _lines(chance)
    dress = chance.choice(("<p>{}</p>", "{}<br>", "<div><span>{}</span></div>", "<table><tr><td>{}</td></tr></table>", "<li>{}</li>"))  # fmt: skip
    body = "\n".join(dress.format(escape(line)) for line in lines)
    page = f"<html><head><meta charset=utf-8></head><body><div class=content>{body}</div></body></html>"
    return Made("甲.html", page.encode(), "".join(lines))


def _noise(chance: random.Random) -> Made:
    content = chance.choice(MAGICS) + chance.randbytes(chance.randint(0, 600))
    return Made("甲" + chance.choice(SUFFIXES), content)


def _changed(chance: random.Random) -> Made:
    """A sound file with a few bytes changed, dropped, doubled or cut off."""
    name, content = chance.choice(SOUND)(chance)
    changed = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(changed) + 1)
        chance.choice(CHANGES)(changed, place, chance)
    return Made(name, bytes(changed))


def _changed_inside(chance: random.Random) -> Made:
    """A sound package whose XML has been changed before it was packed."""
    from tests.bad_inputs import package

    inner = "".join(_paragraph(line, chance) for line in _lines(chance))
    xml = bytearray(_unpacked(docx(inner)))
    for _ in range(chance.randint(1, 4)):
        chance.choice(CHANGES)(xml, chance.randrange(len(xml) + 1), chance)
    return Made("甲.docx", package({"word/document.xml": bytes(xml)}))


def _unpacked(content: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return opened.read("word/document.xml")


def _flip(content: bytearray, place: int, chance: random.Random) -> None:
    content[place : place + 1] = chance.randbytes(1)


def _drop(content: bytearray, place: int, chance: random.Random) -> None:
    del content[place : place + chance.randint(1, 40)]


def _double(content: bytearray, place: int, chance: random.Random) -> None:
    content[place:place] = content[place : place + chance.randint(1, 60)]


def _cut(content: bytearray, place: int, chance: random.Random) -> None:
    if chance.random() < 0.2:
        del content[place:]


def _insert(content: bytearray, place: int, chance: random.Random) -> None:
    content[place:place] = chance.choice(DANGEROUS)


CHANGES: tuple[Callable[[bytearray, int, random.Random], None], ...] = (
    _flip, _flip, _drop, _double, _cut, _insert,
)  # fmt: skip
SOUND: tuple[Callable[[random.Random], tuple[str, bytes]], ...] = (
    lambda chance: ("甲.docx", _word(chance).content),
    lambda chance: ("甲.html", _web(chance).content),
    lambda chance: ("甲.txt", _plain(chance).content),
    lambda chance: ("甲.pdf", pdf([list(LINES)] * chance.randint(1, 2))),
    lambda chance: ("甲.doc", container("Root Entry", "WordDocument")),
)
KINDS = (_plain, _markdown, _word, _web, _noise, _changed, _changed, _changed_inside)
