from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policydoc.errors import ReadError
from policydoc.model import Line, Source
from policydoc.readers import from_bytes, from_text
from policydoc.readers.office import READER as OFFICE
from tests.no_text import NO_CHINESE_TEXT

TEXT = "某市管理办法\n第一条 为了规范管理，制定本办法。\n第二条 本市行政区域内适用本办法。\n"
HALF = len(TEXT) // 2


def words(source: Source) -> str:
    return "\n".join(block.text for block in source.blocks if isinstance(block, Line))


def rules(source: Source) -> list[str]:
    return [finding.rule for finding in source.findings]


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("gb18030", ["reader/encoding"]),
        ("utf-16", ["reader/encoding"]),
        ("utf-16-le", ["reader/utf-16-without-mark"]),
        ("utf-16-be", ["reader/utf-16-without-mark"]),
    ],
)
def test_every_encoding_gives_the_same_words(encoding: str, expected: list[str]) -> None:
    source = from_bytes(TEXT.encode(encoding), "a.txt")
    assert words(source) == TEXT.rstrip("\n")
    assert rules(source) == expected


@pytest.mark.parametrize("repeats", [1, 40])
@pytest.mark.parametrize("pair", [("utf-8", "gb18030"), ("gb18030", "utf-8")])
def test_two_encodings_in_one_file_are_refused(repeats: int, pair: tuple[str, str]) -> None:
    first, second = pair
    content = (TEXT * repeats).encode(first) + (TEXT * repeats).encode(second)
    with pytest.raises(ReadError, match=r"第 \d+ 字节"):
        from_bytes(content, "a.txt")


def test_mixed_encodings_are_refused_with_the_byte_where_it_turns() -> None:
    content = TEXT[:HALF].encode() + TEXT[HALF:].encode("gb18030")
    offset = len(TEXT[:HALF].encode())
    with pytest.raises(ReadError, match=f"第 {offset} 字节"):
        from_bytes(content, "a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_cut_in_its_last_character_is_read_with_a_warning(encoding: str) -> None:
    content = TEXT.strip().encode(encoding)[:-1]
    source = from_bytes(content, "a.txt")
    assert words(source) == TEXT.strip()[:-1]
    assert "reader/cut-character" in rules(source)


def test_nuls_are_counted_and_left_out() -> None:
    source = from_bytes(TEXT.replace("\n", "\n\0").encode() + bytes(9), "a.txt")
    assert words(source) == TEXT.rstrip("\n")
    [finding] = source.findings
    assert "12 个空字符" in finding.message


@pytest.mark.parametrize(
    "content", [b"", b"\xef\xbb\xbf \r\n\t", "\u3000\n".encode("gb18030"), b"\n" * 9, bytes(50)]
)
def test_a_file_without_words_is_called_empty(content: bytes) -> None:
    with pytest.raises(ReadError, match="文件是空的"):
        from_bytes(content, "a.txt")


@pytest.mark.parametrize("content", NO_CHINESE_TEXT)
def test_what_is_no_chinese_text_is_refused_not_guessed(content: bytes) -> None:
    with pytest.raises(ReadError, match="不是文本文件"):
        from_bytes(content, "a.txt")


def test_the_error_names_an_odd_file_name_in_escapes() -> None:
    with pytest.raises(ReadError) as caught:
        from_bytes(b"", "坏\n名\udcc4.txt")
    assert "坏\\n名\\udcc4.txt" in caught.value.message


def test_a_text_with_the_suffix_of_word_is_read_and_its_type_named() -> None:
    source = from_bytes(TEXT.encode(), "a.docx")
    assert words(source) == TEXT.rstrip("\n")
    assert rules(source) == ["reader/type-differs"]
    assert "纯文本" in source.findings[0].message


@given(st.text(alphabet=st.characters(codec="gb18030", exclude_categories=["Cs"])))
def test_text_in_hand_loses_nothing_but_line_ends(text: str) -> None:
    source = from_text(text, "text")
    assert "".join(words(source).split()) == "".join(text.split())


@given(st.binary(max_size=400), st.sampled_from([".txt", ".md", ".docx", ".html", ""]))
def test_any_bytes_are_read_or_refused(content: bytes, suffix: str) -> None:
    assume(not OFFICE.claims(content, suffix))  # no LibreOffice in the fast tests
    with suppress(ReadError):
        assert from_bytes(content, f"a{suffix}").blocks
