"""Markdown: the words verbatim, line by line, and its marks told apart from them.

The `markdown` library says what is a mark and what is a word within a line; the lines themselves
are ours, for the library joins （一） lines into one paragraph and takes indented ones for code.
Words and marks together are the file: marks go to `Source.removed` (reason markup).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from policydoc.errors import ReadError
from policydoc.model import Block, Line, Source, Table
from policydoc.plugins import Reader
from policydoc.readers._text import decode, source_of, taken_out

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LIMIT_INLINE = 20_000  # characters of a line beyond which marks within it are left as they stand
LIMIT_LINKS = 50  # a line with more is left as it stands: the library's time grows by the square
FENCE = re.compile(r"-{3,}\s*$")
HEADING = re.compile(r"\s{0,3}(#{1,6})[ \t\u3000]*(?=[^#\s])")
QUOTE = re.compile(r"\s{0,3}((?:>[ \t]?)+)")
BULLET = re.compile(r"\s*([-*+])[ \t]+(?=\S)(?!\d+\s*-?\s*$)")
RULE = re.compile(r"\s{0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,}|={3,})$")
CODE_FENCE = re.compile(r"\s{0,3}(```+|~~~+)[^`]*$")
TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
INLINE = re.compile(r"[*_`<\\]|\]\(|~~")
STAR = r"(?<!\*)\*(?!\*)"
PRODUCT = re.compile(  # A*0.5: a sign of reckoning, no emphasis
    rf"(?<=[\w)）]){STAR}(?=[0-9A-Za-z(（])|(?<=[0-9A-Za-z)）]){STAR}(?=[\w(（])"
)
BREAK = re.compile(r"<br\s*/?>", re.I)
TAG = re.compile(r"</?(?:a|b|center|div|em|font|i|p|span|strong|sub|sup|u)(?:\s[^<>]*)?>", re.I)
CELL = re.compile(r"(?<!\\)\|")


@dataclass
class _Page:
    """What has been read so far."""

    blocks: list[Block] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)


def _read(content: bytes, name: str) -> Source:
    text, findings = decode(content, name)
    page = _Page()
    lines = _without_comments(text, page).splitlines()
    start = _front_matter(lines, page)
    _body(lines[start:], page)
    if not page.blocks:
        raise ReadError(f"文件是空的（只有注释）：{name}，请检查是否选错文件。", subject=name)
    source = source_of("", name, content)
    removed = taken_out("markup", page.marks)
    return replace(source, blocks=tuple(page.blocks), findings=findings, removed=removed)


def _without_comments(text: str, page: _Page) -> str:
    """The text without <!-- -->; one that never ends stays as it is."""
    pieces, start = [], 0
    while (opened := text.find("<!--", start)) >= 0 and (end := text.find("-->", opened)) >= 0:
        comment = text[opened : end + 3]
        page.marks.append(comment)
        pieces += [text[start:opened], "\n" * comment.count("\n")]
        start = end + 3
    return "".join([*pieces, text[start:]])


def _front_matter(lines: list[str], page: _Page) -> int:
    """Hand out the settings block at the head; the number of its lines, or 0."""
    if not lines or not FENCE.match(lines[0].lstrip("\ufeff")):
        return 0
    for index, line in enumerate(lines[1:200], start=1):
        if FENCE.match(line):
            page.blocks += [Line(line, "front-matter") for line in lines[: index + 1]]
            return index + 1
        if ":" not in line and not line.startswith((" ", "\t", "-", "#")) and line.strip():
            return 0
    return 0


def _body(lines: list[str], page: _Page) -> None:
    index = 0
    while index < len(lines):
        rows = _table_at(lines, index)
        if rows:
            page.blocks.append(_table(lines[index : index + rows], page))
            index += rows
            continue
        if _underlines(lines, index):
            words, _ = _inline(lines[index], page)
            level = 1 if lines[index + 1].strip().startswith("=") else 2
            page.blocks.append(Line(words, f"heading {level}"))
            page.marks.append(lines[index + 1])
            index += 2
            continue
        _line(lines[index], page)
        index += 1


def _underlines(lines: list[str], index: int) -> bool:
    """Is the next line a row of = or - under this one? Only directly below words it is."""
    if index + 1 >= len(lines) or not lines[index].strip():
        return False
    below, words = lines[index + 1].strip(), lines[index].strip()
    if len(below) < 3 or below != below[0] * len(below):
        return False
    is_short = len(words) <= 40 and words[-1] not in "。；：，"
    return below[0] == "=" or (below[0] == "-" and is_short)


def _line(line: str, page: _Page) -> None:
    if RULE.match(line) or CODE_FENCE.match(line):
        page.marks.append(line)
        page.blocks.append(Line(""))
        return
    line, style = _block_marks(line, page)
    for piece in _broken(line, page):
        words, emphasis = _inline(piece, page)
        page.blocks.append(Line(words, style or emphasis))


def _block_marks(line: str, page: _Page) -> tuple[str, str]:
    """The line without the marks that open it, and the style they stand for."""
    if quote := QUOTE.match(line):
        page.marks.append(quote[1])
        line = line[quote.end() :]
    if heading := HEADING.match(line):
        words = line[heading.end() :].rstrip()
        closing = len(words) - len(words.rstrip("#"))
        page.marks += [heading[1], "#" * closing]
        return words[: len(words) - closing].rstrip(), f"heading {len(heading[1])}"
    if bullet := BULLET.match(line):
        page.marks.append(bullet[1])
        return line[bullet.end() :], "list"
    return line, ""


def _broken(line: str, page: _Page) -> list[str]:
    if "<" not in line:
        return [line]
    page.marks += BREAK.findall(line) + TAG.findall(line)
    return BREAK.split(TAG.sub("", line))


def _table_at(lines: list[str], index: int) -> int:
    """How many lines the pipe table that begins here has; 0 where none does."""
    if "|" not in lines[index] or index + 1 >= len(lines) or "|" not in lines[index + 1]:
        return 0
    if len(lines[index + 1]) > 2000 or not TABLE_RULE.match(lines[index + 1]):
        return 0
    end = index + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end - index


def _table(lines: list[str], page: _Page) -> Table:
    page.marks.append(lines[1])
    rows = [_cells(line, page) for line in (lines[0], *lines[2:])]
    width = max(map(len, rows))
    return Table(tuple((*row, *[""] * (width - len(row))) for row in rows))


def _cells(line: str, page: _Page) -> tuple[str, ...]:
    inner = line.strip()
    page.marks.append("|" * len(CELL.findall(inner)))
    inner = inner.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(
        "\n".join(_inline(piece.strip(), page)[0] for piece in _broken(cell, page))
        for cell in CELL.split(inner)
    )


def _inline(line: str, page: _Page) -> tuple[str, str]:
    """The words of a line without the marks within it, and `bold`, `bold-lead` or ""."""
    if not _has_marks(line):
        return line, ""
    tree = _library_view(line.strip())
    words = "".join(_words(tree))
    marks = _left_over(line, words)
    if marks is None:
        return line, ""
    page.marks.append(marks)
    return words, _emphasis(tree, words)


def _has_marks(line: str) -> bool:
    if not INLINE.search(line) or len(line) > LIMIT_INLINE or line.count("](") > LIMIT_LINKS:
        return False
    return not PRODUCT.search(line) and "\x02" not in line and "\x03" not in line


def _library_view(line: str) -> Element:
    """One line as the library's inline patterns see it."""
    parser = _library()
    parser.reset()
    from xml.etree.ElementTree import Element, SubElement

    root = Element("div")
    SubElement(root, "p").text = line
    inline = parser.treeprocessors["inline"].run(root)
    tree: Element = root if inline is None else inline
    return tree


@cache
def _library() -> Any:
    import markdown

    library = markdown.Markdown()
    library.ESCAPED_CHARS.append("|")
    # Raw HTML and entities stay words: the parser knows entities, and nothing is lost.
    for pattern in ("entity", "html", "autolink", "automail", "short_image_ref", "short_reference"):
        library.inlinePatterns.deregister(pattern, strict=False)
    return library


def _words(element: Element) -> Iterator[str]:
    """The texts of the tree in reading order."""
    yield _unescaped(element.text or element.get("alt") or "")
    for child in element:
        yield from _words(child)
        yield _unescaped(child.tail or "")


def _unescaped(text: str) -> str:
    return re.sub("\x02(\\d+)\x03", lambda code: chr(int(code[1])), text)


def _left_over(line: str, words: str) -> str | None:
    """What of `line` is not in `words`; None unless `words` is a subsequence of it."""
    marks, start = [], 0
    for char in words:
        found = line.find(char, start)
        if found < 0:
            return None
        marks.append(line[start:found])
        start = found + 1
    marks.append(line[start:])
    return "".join(marks)


def _emphasis(tree: Element, words: str) -> str:
    paragraph = tree[0] if len(tree) else tree
    if (paragraph.text or "").strip() or not len(paragraph) or paragraph[0].tag != "strong":
        return ""
    bold = "".join(paragraph[0].itertext())
    return "bold" if bold.strip() == words.strip() else "bold-lead"


READER = Reader(
    "Markdown", (".md", ".markdown"), lambda head, suffix: suffix in (".md", ".markdown"), _read,
    rank=80,
)  # fmt: skip
