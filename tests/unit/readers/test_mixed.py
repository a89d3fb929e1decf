"""A text in several encodings is refused by `read` and mended for the review, every doubt told."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policydoc.errors import EncodingError, ReadError
from policydoc.model import Finding, Line, Severity, Source
from policydoc.readers import from_bytes
from policydoc.readers._mended import mend
from policydoc.readers._mixed import REPLACED, read_lines
from tests.no_text import NO_CHINESE_TEXT

LINES = (
    "甲市集群管理办法",
    "第一条　为促进集群发展，根据《甲省条例》，制定本办法。",
    "第二条　集群应当具备下列条件：",
    "（一）产值不低于10亿元；",
    "（二）企业不少于20家，占比70%以上。",
    "第三条　本办法自公布之日起施行。",
)
TEXT = "\n".join(LINES) + "\n"
GB = TEXT.encode("gb18030")


def read(content: bytes, name: str = "a.txt") -> Source:
    return from_bytes(content, name, mend=True)


def words(source: Source) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, Line)]


def rules(source: Source) -> list[str]:
    return [finding.rule for finding in source.findings]


def shown(source: Source, finding: Finding) -> str:
    assert finding.span is not None
    block = source.blocks[finding.span.block]
    assert isinstance(block, Line)
    return block.text[finding.span.start : finding.span.end]


@given(st.lists(st.sampled_from(["utf-8", "gb18030"]), min_size=6, max_size=6))
def test_lines_of_two_encodings_are_read_and_each_change_told(encodings: list[str]) -> None:
    content = b"".join(
        f"{line}\r\n".encode(encoding) for line, encoding in zip(LINES, encodings, strict=True)
    )
    source = read(content)
    assert words(source) == list(LINES)
    if len(set(encodings)) == 1:
        assert "reader/mixed-encoding" not in rules(source)
        return
    with pytest.raises(EncodingError, match=r"第 \d+ 字节"):
        from_bytes(content, "a.txt")
    first, *others = source.findings
    assert (first.rule, first.severity) == ("reader/mixed-encoding", Severity.ERROR)
    assert first.span is None
    for encoding, name in (("utf-8", "UTF-8"), ("gb18030", "GB18030")):
        assert f"{encodings.count(encoding)} 行按 {name}" in first.message
    assert others
    for finding in others:
        assert finding.quote == shown(source, finding)
        assert finding.quote


@given(st.integers(10, len(TEXT) - 10))
def test_a_turn_within_a_line_is_told(at: int) -> None:
    assume(TEXT[at - 1] != "\n" and TEXT[at] != "\n")
    assume(any(c > "\x7f" for c in TEXT[at:].split("\n")[0]))
    source = read(TEXT[:at].encode() + TEXT[at:].encode("gb18030"))
    assert "reader/mixed-encoding" in rules(source)
    # Of one or two characters on either side it cannot be told which encoding they are of;
    # then they are marked as broken, and never another word.
    for line, right in zip(words(source), LINES, strict=True):
        assert line == right or REPLACED in line or "行夹杂" in str(source.findings)


@given(st.data(), st.sampled_from(["utf-8", "gb18030"]))
def test_stray_bytes_are_told_and_no_other_line_changes(data: st.DataObject, encoding: str) -> None:
    lines = [line.encode(encoding) for line in LINES]
    number = data.draw(st.integers(1, len(lines) - 1))
    line = lines[number]
    at = data.draw(st.integers(0, len(line) - 3))
    lines[number] = line[:at] + b"\xff" + line[at:]
    source = read(b"\n".join(lines))
    assert [w for n, w in enumerate(words(source)) if n != number] == [
        w for n, w in enumerate(LINES) if n != number
    ]
    assert REPLACED in words(source)[number]
    # In the middle of a character the stray byte breaks what stands on its other side too.
    told = [f for f in source.findings if f.rule == "reader/undecodable-bytes"]
    assert "FF" in "".join(finding.message for finding in told)
    for finding in told:
        assert f"第 {number + 1} 行" in finding.message
        assert finding.span is not None
        assert finding.span.block == number
        assert shown(source, finding) == REPLACED


@given(st.binary(max_size=300))
def test_every_byte_is_a_character_or_told(content: bytes) -> None:
    content = (
        content.replace(b"\xef\xbb\xbf", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    )
    assume(not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")))
    lines = read_lines(content)
    assert lines is not None
    # Each broken place stands at its own character, and its bytes are those of the file.
    for line in lines:
        for place in line.broken:
            assert line.text[place.at] == REPLACED
            assert content[place.offset : place.offset + len(place.values)] == place.values
    broken = sum(len(place.values) for line in lines for place in line.broken)
    assert broken <= len(content)
    if not broken and all(len(line.encodings) < 2 for line in lines):
        encodings = [line.encodings[0] if line.encodings else "ascii" for line in lines]
        assert content == b"".join(
            line.text.encode(encoding) for line, encoding in zip(lines, encodings, strict=True)
        )


@given(st.binary(max_size=400), st.sampled_from([".txt", ".md", ".html"]))
def test_any_bytes_are_mended_or_refused(content: bytes, suffix: str) -> None:
    assume(not content.startswith((b"PK", b"\xd0\xcf", b"{\\rtf", b"%PDF")))
    with suppress(ReadError):
        assert read(content, f"a{suffix}").blocks


@pytest.mark.parametrize("content", NO_CHINESE_TEXT)
def test_what_is_no_chinese_text_is_refused_as_before(content: bytes) -> None:
    with pytest.raises(ReadError, match="不是文本文件"):
        read(content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
def test_a_sound_text_is_read_as_without_mending(encoding: str) -> None:
    content = TEXT.encode(encoding)
    assert read(content) == from_bytes(content, "a.txt")


def test_a_broken_unit_of_utf_16_is_told() -> None:
    content = TEXT.encode("utf-16-le")
    source = read(b"\xff\xfe" + content[:30] + b"\x00\xd8" + content[30:])
    assert rules(source)[:2] == ["reader/broken-encoding", "reader/undecodable-bytes"]
    assert "第 32 字节起：00 D8" in source.findings[1].message
    assert "".join(words(source)).replace(REPLACED, "") == "".join(LINES)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_and_cut_is_told(encoding: str) -> None:
    content = (TEXT * 3).encode(encoding)[:-3]
    with pytest.raises(ReadError):
        from_bytes(content, "a.txt")
    source = read(content)
    assert words(source)[:6] == list(LINES)
    assert source.findings[0].rule == "reader/broken-encoding"
    assert "UTF-16" in source.findings[0].message


def test_a_short_title_in_another_encoding_is_not_taken_for_rare_characters() -> None:
    content = "办法\n".encode() + GB
    assert "鍔炴硶" in content.decode("gb18030")
    with pytest.raises(EncodingError, match="第 0 字节"):
        from_bytes(content, "a.txt")
    assert words(read(content)) == ["办法", *LINES]


def test_a_rare_character_in_a_broken_text_is_doubted() -> None:
    lines = [line.encode("gb18030") for line in LINES]
    lines[3] = lines[3].replace("产".encode("gb18030"), b"\xf5\xfa")
    assert mend(b"\n".join(lines), "a.txt") is not None
    lines[4] = b"\xff" + lines[4]
    source = read(b"\n".join(lines))
    (doubted,) = [f for f in source.findings if not f.certain]
    assert doubted.quote == lines[3].decode("gb18030")[3]


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_other_formats_of_text_are_mended_too(suffix: str) -> None:
    lines = [f"<p>{line}</p>\n" if suffix == ".html" else f"{line}\n" for line in LINES]
    body = "".join(lines[:3]).encode() + "".join(lines[3:]).encode("gb18030")
    content = b"<html><body>" + body + b"</body></html>" if suffix == ".html" else body
    source = read(content, f"a{suffix}")
    assert [word for word in words(source) if word] == list(LINES)
    assert rules(source)[0] == "reader/mixed-encoding"
    assert all(finding.span is None for finding in source.findings)


def test_a_search_too_long_is_refused_in_bounded_time() -> None:
    content = GB + ("浠" * 300_000).encode("gb18030") + b"\xff" + TEXT.encode()
    start = time.process_time()
    with pytest.raises(EncodingError):
        read(content)
    assert time.process_time() - start < 8
