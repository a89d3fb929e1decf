"""Bytes → text by trial, and text → Source. Never guessed: what no trial fits is refused.

Order: BOM, UTF-8, GB18030, UTF-16 without a BOM. GB18030 accepts nearly any bytes, so its text
must also look like Chinese writing: most of its Han characters are of the 3,755 everyday ones
(first level of GB/T 2312), which mojibake is not.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from functools import cache

from policydoc.errors import EncodingError, ReadError
from policydoc.model import Finding, Line, Removed, Severity, Source

SAMPLE = 4000
EVERYDAY_SHARE = 0.7
LONG_ENOUGH = 12  # bytes of one line that are UTF-8 by accident in no GB18030 text
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030（GBK）",
    "utf-16-le": "UTF-16（小端）",
    "utf-16-be": "UTF-16（大端）",
    "utf-32-le": "UTF-32（小端）",
    "utf-32-be": "UTF-32（大端）",
}
CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1b\x7f-\x84\x86-\x9f]")


def taken_as(*encodings: str) -> str:
    """按 UTF-8 读取; 按 GB18030（GBK）、UTF-8 读取."""
    names = "、".join(NAMES[encoding] for encoding in encodings)
    return f"按 {names}读取" if names.endswith("）") else f"按 {names} 读取"


Decoded = tuple[str, tuple[Finding, ...]]


def decode(content: bytes, name: str) -> Decoded:
    """The text of a file, and what is doubtful about its encoding.

    Raises:
        EncodingError: Of no one encoding; names the byte that does not decode.
        ReadError: Empty, or not text.
    """
    for bom, encoding in BOMS:
        if content.startswith(bom):
            text, findings = _strict(content[len(bom) :], encoding, name, len(bom))
            return _sound(text, findings, name)
    return _sound(*_by_trial(content, name), name)


def source_of(text: str, name: str, content: bytes | None = None) -> Source:
    """Text as a Source, one block a line; the digest is of `content` where there is a file."""
    raw = text.encode("utf-8", "surrogatepass") if content is None else content
    blocks = tuple(map(Line, text.splitlines()))
    return Source(name, hashlib.sha256(raw).hexdigest(), blocks)


def doubt(rule: str, severity: Severity, message: str, suggestion: str = "") -> Finding:
    """A finding of a reader about the file as a whole."""
    return Finding(f"reader/{rule}", severity, message, suggestion=suggestion)


def taken_out(reason: str, texts: list[str]) -> tuple[Removed, ...]:
    """What a reader took out, blank texts left aside."""
    return tuple(Removed(reason, text) for text in texts if text.strip())


def _by_trial(content: bytes, name: str) -> Decoded:
    if _alternates(content):
        found = _utf16(content, name)
        if found is not None:
            return found
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        fault = error
    if _is_cut(fault, content):
        return _cut(content, "utf-8", fault, name, 0)
    if _characters_beyond_ascii(content[: fault.start]) >= 4:
        raise _mixed(name, fault.start)
    return _gb18030(content, name) or _utf16(content, name) or _refuse(content, name)


def _refuse(content: bytes, name: str) -> Decoded:
    turn = _turn(content)
    if turn is not None:
        raise _mixed(name, turn)
    raise EncodingError(
        f"不是文本文件，或编码不明：{name}，请另存为 UTF-8 文本或 .docx 后重试。", subject=name
    )


def _gb18030(content: bytes, name: str) -> Decoded | None:
    findings: tuple[Finding, ...] = ()
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError as error:
        if not _is_cut(error, content):
            _refuse_broken(content, error, name)
            return None
        text, findings = _cut(content, "gb18030", error, name, 0)
    offset = _utf8_line(content)
    if offset is not None and looks_chinese(content[:offset].decode("gb18030", "ignore")):
        raise _mixed(name, offset)
    if not looks_chinese(text):
        return None
    return text, (_encoding_note(name, "gb18030"), *findings)


def _turn(content: bytes) -> int | None:
    """Where the first line stands that is plainly of another encoding than the lines above."""
    start, first = 0, ""
    for line in content.splitlines(keepends=True):
        encoding = "" if line.isascii() else plain_encoding(line)
        if encoding and first and encoding != first:
            return start
        first = first or encoding
        start += len(line)
    return None


def plain_encoding(line: bytes) -> str:
    """The encoding in which the whole line is everyday Chinese, or ""."""
    for encoding in ("utf-8", "gb18030"):
        try:
            text = line.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _everyday_line().fullmatch(text):
            return encoding
    return ""


@cache
def _everyday_line() -> re.Pattern[str]:
    """A line of `is_everyday` characters and ASCII."""
    beyond = (chr(code) for code in range(0x80, 0x10000) if not 0xD800 <= code < 0xE000)
    return re.compile(f"[\\x00-\\x7f{''.join(filter(is_everyday, beyond))}]*")


def _refuse_broken(content: bytes, error: UnicodeDecodeError, name: str) -> None:
    """A file that is GB18030 up to a byte is damaged or mixed; any other is not text at all."""
    before = content[: error.start].decode("gb18030")
    is_clean = len(CONTROL.findall(before)) * 100 < len(before)
    if error.start >= 40 and is_clean and looks_chinese(before):
        raise _mixed(name, error.start)


def _utf16(content: bytes, name: str) -> Decoded | None:
    if len(content) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if looks_written(text) and looks_chinese(text):
            message = f"{name} 没有编码标记，{taken_as(encoding)}，请核对文字。"
            finding = doubt(
                "utf-16-without-mark", Severity.WARNING, message, "请另存为 UTF-8 文本。"
            )
            return text, (finding,)
    return None


def _alternates(content: bytes) -> bool:
    """Do NULs stand at every other place, as in the ASCII of UTF-16?"""
    head = content[: SAMPLE * 2]
    nuls = head.count(0)
    if nuls * 10 < len(head):
        return False
    even = head[0::2].count(0)
    return max(even, nuls - even) > 0.9 * nuls and min(even, nuls - even) * 20 <= len(head)


def _strict(content: bytes, encoding: str, name: str, skipped: int) -> Decoded:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if _is_cut(error, content):
            return _cut(content, encoding, error, name, skipped)
        raise _mixed(name, error.start + skipped) from error
    return text, () if encoding == "utf-8" else (_encoding_note(name, encoding),)


def _is_cut(error: UnicodeDecodeError, content: bytes) -> bool:
    ended = error.reason in ("unexpected end of data", "incomplete multibyte sequence")
    return (ended or error.reason == "truncated data") and len(content) - error.start < 4


def _cut(
    content: bytes, encoding: str, error: UnicodeDecodeError, name: str, skipped: int
) -> Decoded:
    message = f"{name} 在最后一个字中间断开（第 {error.start + skipped} 字节起），文件可能不完整。"
    finding = doubt("cut-character", Severity.WARNING, message, "请重新下载或复制原文件。")
    return content[: error.start].decode(encoding), (finding,)


def _mixed(name: str, offset: int) -> EncodingError:
    return EncodingError(
        f"编码混杂或损坏：{name} 从第 {offset} 字节起不能解码，请找到原文件，另存为 UTF-8 后重试。",
        subject=name,
    )


def _encoding_note(name: str, encoding: str) -> Finding:
    return doubt("encoding", Severity.NOTE, f"{name} 按 {NAMES[encoding]} 编码读取。")


def _characters_beyond_ascii(content: bytes) -> int:
    return sum(1 for char in content.decode("utf-8") if char > "\x7f") if content else 0


def _utf8_line(content: bytes) -> int | None:
    """Offset of the first line of a GB18030 text that is UTF-8 instead, or None."""
    start = 0
    for line in content.splitlines(keepends=True):
        beyond = sum(map(line.count, _LEADS)) if len(line) < 4096 else LONG_ENOUGH
        if beyond >= 2 and _is_utf8(line, beyond * 3):
            return start
        start += len(line)
    return None


def _is_utf8(line: bytes, beyond: int) -> bool:
    """Is it UTF-8 by its length alone, or everyday Chinese in UTF-8 and not in GB18030?"""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if line.isascii() or beyond >= LONG_ENOUGH:
        return not line.isascii()
    words = [char for char in line.decode("gb18030", "replace") if char > "\x7f"]
    usual = sum(map(is_everyday, words))
    return usual * 2 < len(words) and all(is_everyday(c) for c in text if c > "\x7f")


_LEADS = tuple(bytes([lead]) for lead in range(0xE3, 0xEA))


def looks_chinese(text: str) -> bool:
    """Is what goes beyond ASCII everyday Chinese, as in any text and in no mojibake?"""
    beyond = [c for c in _sample(text) if c > "\x7f"]
    return sum(map(is_everyday, beyond)) >= EVERYDAY_SHARE * len(beyond)


def is_everyday(char: str) -> bool:
    """Is it one of the 3,755 everyday characters, or punctuation of Chinese writing?"""
    if "一" <= char <= "\u9fff":
        code = char.encode("gb18030")
        return b"\xb0" <= code[:1] <= b"\xd7" and code[1:2] >= b"\xa1"
    return is_usual(char) or char in "\xa0\ufeff"


def looks_written(text: str) -> bool:
    """Are nearly all characters of the kinds a Chinese text is written in?"""
    sample = _sample(text)
    return sum(1 for c in sample if is_usual(c)) >= 0.9 * len(sample)


def is_usual(char: str) -> bool:
    """Is it of the kinds a Chinese text is written in, everyday or rare?"""
    return (
        "一" <= char <= "\u9fff"
        or " " <= char <= "~"
        or "\u3000" <= char <= "\u303f"
        or "\uff00" <= char <= "\uffef"
        or "\u2000" <= char <= "\u206f"
        or char in "\n\r\t·×÷"
    )


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    middle = len(text) // 2
    half = SAMPLE // 2
    return text[:half] + text[middle : middle + half]


def _sound(text: str, findings: tuple[Finding, ...], name: str) -> Decoded:
    """The text without NULs; refused where nothing is left, or where it is no text."""
    nuls = text.count("\0")
    if nuls:
        text = text.replace("\0", "")
        message = f"{name} 含有 {nuls} 个空字符（NUL），已略去，文字未变。"
        finding = doubt("nul-characters", Severity.WARNING, message, "请检查文件是否损坏。")
        findings = (*findings, finding)
    if not text.strip().strip("\ufeff\u200b"):
        raise ReadError(f"文件是空的（只有空白）：{name}，请检查是否选错文件。", subject=name)
    controls = len(CONTROL.findall(_sample(text)))
    if controls * 50 > len(_sample(text)):
        raise ReadError(f"不是文本文件：{name}，请换成 .docx、.pdf 或 .txt 文件。", subject=name)
    return text, findings
