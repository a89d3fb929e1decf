"""Is this Word file a sound template: every fault at once, in Chinese, with its place.

docxtpl reports the first fault, by a line of an XML nobody sees. Here each paragraph is read as a
person reads it: tags are cut out of its words, checked one by one, then as blocks across paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from policydoc.generation.expressions import Fields, expression_faults
from policydoc.generation.places import Place, Words, paragraphs
from policydoc.generation.tags import Tag, tags_of

OPENERS = {"if": "endif", "for": "endfor"}
CLOSERS = {end: start for start, end in OPENERS.items()}
MIDDLE = {"else", "elif"}
SIMPLE = {"set", "cellbg", "colspan", "vm", "hm"}
REFUSED = {"macro", "call", "include", "import", "from", "extends", "block", "filter", "with",
           "autoescape", "raw", "do", "trans"}  # fmt: skip
LEVELS = {"": "行内", "p": "段落", "tr": "表格行", "tc": "单元格", "r": "文字"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: `rule` names it, `where` says the place, `quote` the text around."""

    rule: str
    message: str
    where: Place
    quote: str
    suggestion: str = ""
    severity: str = "error"
    index: int = 0
    file: str = ""

    @property
    def place(self) -> str:
        """The place in words."""
        return str(self.where)

    @property
    def part(self) -> str:
        """正文, 页眉, 页脚, 脚注 or 尾注."""
        return self.where.part

    @property
    def paragraph(self) -> int:
        """Number of the paragraph in its part or cell."""
        return self.where.paragraph

    @property
    def table(self) -> int:
        """Number of the table, 0 outside tables."""
        return self.where.table

    @property
    def row(self) -> int:
        """Number of the row."""
        return self.where.row

    @property
    def cell(self) -> int:
        """Number of the cell."""
        return self.where.cell


@dataclass(slots=True)
class _Open:
    """A block that is open: its tag, where, and on what level."""

    word: str
    tag: Tag
    words: Words


@dataclass(slots=True)
class _Check:
    """What is carried from paragraph to paragraph of one file."""

    fields: Fields
    blocks: list[_Open] = field(default_factory=list)
    found: list[Fault] = field(default_factory=list)

    def tell(self, rule: str, message: str, words: Words, tag: Tag | None, suggestion: str) -> None:
        """Note a fault at a tag, or at the paragraph."""
        self.found.append(
            Fault(
                rule, message, words.place, around(words.text, tag), suggestion,
                index=words.index, file=words.file,
            )
        )  # fmt: skip


def faults(template: bytes, name: str = "模板") -> tuple[Fault, ...]:
    """Every fault of a template, in reading order.

    Raises:
        TemplateError: Not a Word file at all.
    """
    found: list[Fault] = []
    rows: dict[tuple[str, int], list[Words]] = {}
    file = ""
    check = _Check(Fields())
    every = list(paragraphs(template, name))
    for words in every:
        rows.setdefault((words.file, words.row), []).append(words)
    for words in every:
        if words.file != file:
            found += _finished(check)
            check, file = _Check(Fields()), words.file
        _paragraph(words, rows, check)
    found += _finished(check)
    return tuple(found) or _as_a_whole(template, name)


def _finished(check: _Check) -> list[Fault]:
    for block in check.blocks:
        end = OPENERS[block.word]
        check.tell(
            "unclosed-block", f"“{block.tag.shown}”没有对应的 {end}", block.words, block.tag,
            f"在块的末尾加 {{%{block.tag.level} {end} %}}",
        )  # fmt: skip
    return sorted(check.found, key=lambda fault: fault.index)


def _as_a_whole(template: bytes, name: str) -> tuple[Fault, ...]:
    """What only shows when docxtpl puts the tags together."""
    from policydoc.errors import TemplateError
    from policydoc.generation.variables import variables

    try:
        variables(template, name)
    except TemplateError as error:
        return (Fault("unsound", error.message, Place("正文", 1), ""),)
    return ()


def around(text: str, tag: Tag | None) -> str:
    """The tag with twelve characters either side, or the beginning of the paragraph."""
    if tag is None:
        return text[:40]
    start, end = max(tag.start - 12, 0), tag.end + 12
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _paragraph(words: Words, rows: dict[tuple[str, int], list[Words]], check: _Check) -> None:
    tags = list(tags_of(words.text))
    for tag in tags:
        if tag.fault:
            check.tell(tag.fault, tag.message, words, tag, tag.suggestion)
            continue
        for rule, message, suggestion in _on_the_tag(tag, words):
            check.tell(rule, message, words, tag, suggestion)
        if tag.kind == "comment":
            continue
        word = tag.word
        if tag.kind == "statement" and not _is_statement(word):
            message, suggestion = _unknown(tag)
            check.tell("unknown-tag", message, words, tag, suggestion)
            continue
        for rule, message, suggestion in expression_faults(tag, check.fields):
            check.tell(rule, message, words, tag, suggestion)
        if tag.kind == "statement":
            _block(tag, words, check)
    _company(words, tags, rows, check)


def _is_statement(word: str) -> bool:
    return word in OPENERS or word in CLOSERS or word in MIDDLE or word in SIMPLE


def _unknown(tag: Tag) -> tuple[str, str]:
    if tag.word in LEVELS and tag.word:
        return (
            f"“{tag.shown}”在 {tag.word} 前多了空格，Word 模板引擎认不出",
            tag.shown.replace("%", "%", 1).replace(f"% {tag.word}", f"%{tag.word}", 1),
        )
    if tag.word in REFUSED:
        return f"模板不用“{tag.word}”", "只用 if、for、set 和取值"
    known = [*OPENERS, *CLOSERS, *MIDDLE, *SIMPLE]
    near = get_close_matches(tag.word, known, 1, 0.5) or [
        word for word in known if sorted(word) == sorted(tag.word)
    ]
    return f"不认识的标签“{tag.word}”", f"是否应为 {near[0]}" if near else "可用 if、for、set"


def _on_the_tag(tag: Tag, words: Words) -> Iterator[tuple[str, str, str]]:
    states = set(words.within[tag.start : tag.end])
    if "修订" in states:
        yield "tag-in-revision", "标签中有修订痕迹，取值会混入删去的字", "先接受或拒绝这处修订"
    inner = {at for at in words.breaks if tag.start < at < tag.end}
    if (len(states) > 1 and "域" in states) or inner:
        yield "tag-split-by-field", "标签被域、链接、图或批注隔开，引擎认不出", "删去标签后一次打完"


def _block(tag: Tag, words: Words, check: _Check) -> None:
    if tag.word in OPENERS:
        check.blocks.append(_Open(tag.word, tag, words))
    elif tag.word in MIDDLE and not check.blocks:
        check.tell("stray-block", f"“{tag.shown}”不在任何 if 之中", words, tag, "删去，或补上 if")
    elif tag.word in MIDDLE:
        _same_level(check.blocks[-1], tag, words, check)
    elif tag.word in CLOSERS:
        _close(tag, words, check)


def _close(tag: Tag, words: Words, check: _Check) -> None:
    wanted = CLOSERS[tag.word]
    if not check.blocks:
        check.tell(
            "stray-block",
            f"“{tag.shown}”没有对应的 {wanted}",
            words,
            tag,
            f"删去，或在前面补上 {wanted}",
        )
        return
    if all(block.word != wanted for block in check.blocks):
        opened = check.blocks[-1]
        check.tell(
            "stray-block", f"“{tag.shown}”与前面的“{opened.tag.shown}”（{opened.words.place}）不配对",
            words, tag, f"是否应为 {OPENERS[opened.word]}",
        )  # fmt: skip
        return
    while check.blocks[-1].word != wanted:
        opened = check.blocks.pop()
        check.tell(
            "unclosed-block", f"“{opened.tag.shown}”没有对应的 {OPENERS[opened.word]}",
            opened.words, opened.tag, f"在“{tag.shown}”之前加 {OPENERS[opened.word]}",
        )  # fmt: skip
        check.fields.close(opened.word)
    opened = check.blocks.pop()
    check.fields.close(opened.word)
    _same_level(opened, tag, words, check)


def _same_level(opened: _Open, tag: Tag, words: Words, check: _Check) -> None:
    """Both ends of a block must lie on one level: in one cell, in one table, in the body."""
    here = f"“{opened.tag.shown}”（{opened.words.place}）"
    if opened.tag.level != tag.level:
        check.tell(
            "block-across-levels",
            f"{here}是{LEVELS[opened.tag.level]}标签，“{tag.shown}”是{LEVELS[tag.level]}标签，不能配对",
            words, tag, "两端用同一种标签（都带 p，或都带 tr，或都不带）",
        )  # fmt: skip
        return
    same = {
        "tr": opened.words.table == words.table,
        "tc": opened.words.row == words.row,
    }.get(tag.level, opened.words.container == words.container)
    if not same:
        check.tell(
            "block-across-cells", f"{here}与“{tag.shown}”不在同一处：块开在一格（或正文），关在另一格",
            words, tag, "把两端放在同一个单元格、同一张表或正文中",
        )  # fmt: skip


def _company(
    words: Words, tags: Iterable[Tag], rows: dict[tuple[str, int], list[Words]], check: _Check
) -> None:
    """A tag of a whole paragraph, row or cell swallows it: nothing else may stand there."""
    whole = [tag for tag in tags if tag.level in ("p", "tr", "tc") and tag.kind == "statement"]
    for tag in whole[1:]:
        check.tell(
            "two-tags", f"一段中只能有一个 {{%{tag.level} 标签", words, tag, "把它放到单独的一段"
        )
    for tag in whole[:1]:
        rest = words.text[: tag.start] + words.text[tag.end :]
        if tag.level == "tr" and words.row:
            rest += "".join(w.text for w in rows[words.file, words.row] if w is not words)
        elif tag.level == "tr":
            check.tell("row-tag-outside", f"“{tag.shown}”不在表格中", words, tag, "段落用 {%p")
        if rest.strip() and len(whole) == 1:
            check.tell(
                "text-beside-tag", f"“{tag.shown}”旁边还有文字，会随标签一起消失", words, tag,
                f"把文字移到别的{LEVELS[tag.level]}",
            )  # fmt: skip
