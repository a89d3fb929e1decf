"""A text of several encodings, or damaged, mended for a reviewer: its words, and every doubt told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policydoc.model import Finding, Severity, Span
from policydoc.readers._mixed import REPLACED, Broken, Read, read_lines, read_wide
from policydoc.readers._text import is_everyday, looks_chinese, looks_written, taken_as

SHARE_BROKEN = 0.02  # more broken places than this of all characters: no text
LIMIT_BYTES = 30_000_000  # of a draft to be mended
HEAD = 4096
LONGEST_SHOWN = 40
BASIS = "审查的前提是文字读取无误"


def mend(content: bytes, name: str) -> tuple[str, tuple[Finding, ...]] | None:
    """The text line by line, and what is doubtful: first the whole, then line by line.

    None where it is not Chinese text with some damage, or needs too long a search.
    """
    if len(content) > LIMIT_BYTES:
        return None
    for lines in _readings(content):
        text = "".join(line.text for line in lines)
        broken = [place for line in lines for place in line.broken]
        if len(broken) <= 1 + SHARE_BROKEN * len(text) and looks_chinese(text):
            rare = _rare(lines) if broken else ()
            return text, (_summary(lines, broken, name), *_doubts(lines), *rare)
    return None


def _readings(content: bytes) -> Iterator[list[Read]]:
    """By lines of 8-bit encodings; else as UTF-16 that has no mark and some broken units."""
    lines = read_lines(content)
    if lines is not None:
        yield lines
    for encoding in ("utf-16-le", "utf-16-be"):
        if looks_written(content[:HEAD].decode(encoding, "replace")):
            yield read_wide(content, encoding)


def _summary(lines: list[Read], broken: list[Broken], name: str) -> Finding:
    counts = {
        encoding: sum(encoding in line.encodings for line in lines)
        for encoding in dict.fromkeys(e for line in lines for e in line.encodings)
    }
    shares = "，".join(f"{count} 行{taken_as(encoding)}" for encoding, count in counts.items())
    marked = (
        f"；{len(broken)} 处的字节不能解码，以“{REPLACED}”标出，别处的坏字节也可能恰好读成了别的字"
        if broken
        else ""
    )
    fault = "编码混杂" if len(counts) > 1 else "编码损坏"
    message = f"{name} {fault}：{shares}{marked}。审查意见以读出的文字为准。"
    rule = "mixed-encoding" if len(counts) > 1 else "broken-encoding"
    return _doubt(rule, message, "请找到原文件核对，另存为 UTF-8 后再审。")


def _doubt(
    rule: str,
    message: str,
    suggestion: str,
    severity: Severity = Severity.ERROR,
    span: Span | None = None,
    words: str = "",
) -> Finding:
    return Finding(
        f"reader/{rule}", severity, message,
        span=span, quote=words, suggestion=suggestion, basis=BASIS,
    )  # fmt: skip


def _doubts(lines: list[Read]) -> Iterator[Finding]:
    """A finding for each row of lines that differs from most, and for each broken place."""
    written = [line.encodings for line in lines if line.encodings]
    most = max(dict.fromkeys(written), key=written.count, default=())
    block, number = 0, 0
    differing: list[tuple[int, int, Read]] = []
    for number, line in enumerate(lines, 1):
        if line.encodings and line.encodings != most:
            if differing and differing[-1][2].encodings != line.encodings:
                yield _differing(differing, most)
                differing = []
            differing.append((number, block, line))
        elif line.encodings and differing:
            yield _differing(differing, most)
            differing = []
        yield from (_broken(place, line, number, block) for place in line.broken)
        block += max(len(line.text.splitlines()), 1)
    if differing:
        yield _differing(differing, most)


def _differing(rows: list[tuple[int, int, Read]], most: tuple[str, ...]) -> Finding:
    (first, block, line), (last, _, _) = rows[0], rows[-1]
    lines = f"第 {first} 行" if first == last else f"第 {first}—{last} 行"
    within = "夹杂两种编码，" if len(line.encodings) > 1 else ""
    message = (
        f"{lines}{within}{taken_as(*line.encodings)}，其余多数行{taken_as(*most)}，请核对文字。"
    )
    words = line.text.splitlines()[0]
    start = len(words) - len(words.lstrip())
    shown = words.strip()[:LONGEST_SHOWN]
    span = Span(block, start, start + len(shown))
    return _doubt("mixed-encoding", message, "", Severity.WARNING, span, shown)


def _broken(place: Broken, line: Read, number: int, block: int) -> Finding:
    values = " ".join(f"{value:02X}" for value in place.values)
    message = (
        f"第 {number} 行有 {len(place.values)} 个字节不能解码（文件第 {place.offset} 字节起：{values}），"
        f"以“{REPLACED}”代替，原字不明。"
    )
    above = line.text[: place.at].splitlines(keepends=True)
    inner = place.at - sum(map(len, above[:-1])) if above else place.at
    at = block + max(len(above) - 1, 0)
    span = Span(at, inner, inner + 1)
    advice = "对照原文件补上原字"
    return _doubt("undecodable-bytes", message, advice, Severity.ERROR, span, REPLACED)


def _rare(lines: list[Read]) -> Iterator[Finding]:
    """Where bytes are broken, a rare character may be another one whose byte was changed."""
    block = 0
    for number, line in enumerate(lines, 1):
        for row, words in enumerate(line.text.splitlines()):
            rare = [
                at for at, char in enumerate(words)
                if char > "\x7f" and char != REPLACED and not is_everyday(char)
            ]  # fmt: skip
            if rare:
                shown = "、".join(dict.fromkeys(words[at] for at in rare))
                message = f"第 {number} 行有不常用的字“{shown}”，也可能是坏字节读成的，请核对。"
                span = Span(block + row, rare[0], rare[0] + 1)
                finding = _doubt(
                    "broken-encoding", message, "", Severity.WARNING, span, words[rare[0]]
                )
                yield replace(finding, certain=False)
        block += max(len(line.text.splitlines()), 1)
