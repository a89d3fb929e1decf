"""Lines that have no label of their own: 主送, 附件说明, signature, 附注, 版记, told by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policydoc.gongwen import elements
from policydoc.gongwen.blocks import Block, Colophon, Paragraph
from policydoc.gongwen.roles import COPIES, DATE, ENCLOSURE, MORE_ENCLOSURE, PRINTED
from policydoc.model import Provision

_ISSUER = re.compile(r"^[^。；：:，,]{2,40}$")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the text does not say: 发文机关标志, 发文字号, whether a seal will be put on."""

    mark: str = ""
    number: str = ""
    sealed: bool = True


def words_of(provision: Provision) -> str:
    """Label, heading and text of a provision."""
    return "".join(p for p in (provision.num, provision.heading, provision.text) if p)


def lines_of(provision: Provision) -> list[str]:
    """All words of a provision that has no inner order, line by line, children after it."""
    lines = [line.strip() for line in words_of(provision).splitlines() if line.strip()]
    lines += [cell for row in provision.rows for cell in row if cell.strip()]
    for child in provision.children:
        lines += lines_of(child)
    lines += [line.strip() for line in provision.wrap_up.splitlines() if line.strip()]
    return lines


def is_addressee(line: str) -> bool:
    """Does a line name those a document is sent to."""
    return line[-1] in "：:" and "。" not in line and "如下" not in line and len(line) <= 200


def flow(lines: list[str], wishes: Wishes, tail: list[str], before: list[Block]) -> list[Block]:
    """Lines without labels of their own: text, 附件说明, signature and date, 附注, 版记."""
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if ENCLOSURE.match(line):
            end = index + 1
            while end < len(lines) and MORE_ENCLOSURE.match(lines[end]):
                end += 1
            blocks += elements.enclosure_lines(lines[index:end])
            index = end
        elif names := signature_at(lines, index):
            blocks += elements.signature(
                lines[index : index + names], lines[index + names], sealed=wishes.sealed
            )
            index += names + 1
        elif PRINTED.search(line) or COPIES.match(line):
            tail.append(line)
            index += 1
        elif re.match(r"^[（(].*[）)]$", line) and (blocks or before):
            blocks.append(Paragraph(line, "公文附注"))
            index += 1
        else:
            blocks.append(Paragraph(line))
            index += 1
    return blocks


def signature_at(lines: list[str], index: int) -> int:
    """How many 署名 stand here before a date; 0 where none does."""
    for names in range(1, 7):
        if index + names >= len(lines) or not _ISSUER.match(lines[index + names - 1]):
            return 0
        if DATE.match(lines[index + names]):
            return names
    return 0


def colophon_of(lines: list[str]) -> Colophon | None:
    """抄送 and 印发 lines as they are printed."""
    if not lines:
        return None
    copies = [line for line in lines if COPIES.match(line) and not PRINTED.search(line)]
    printed = [line for line in lines if line not in copies]
    last = " ".join(printed)
    date = re.search(r"\S*日\s*印\s*发$", last)
    recipients = copies[0] if len(copies) > 1 else ""
    return Colophon(
        copies="\n".join(copies[1:] if recipients else copies),
        recipients=recipients,
        printer=last[: date.start()].strip() if date else last,
        printed=date[0] if date else "",
    )


def enclosed(blocks: list[Block]) -> Iterator[Block]:
    """附件说明 that the parser left in the text gets its own form."""
    index = 0
    while index < len(blocks):
        end = index
        form = ENCLOSURE
        while end < len(blocks) and form.match(_plain_words(blocks[end])):
            end += 1
            form = MORE_ENCLOSURE
        if end > index:
            yield from elements.enclosure_lines([_plain_words(b) for b in blocks[index:end]])
        else:
            yield blocks[index]
        index = max(end, index + 1)


def _plain_words(block: Block) -> str:
    """The words of a paragraph of text, "" of anything else."""
    plain = isinstance(block, Paragraph) and block.style == "公文正文"
    words = block.words if plain and isinstance(block, Paragraph) else ""
    return words if isinstance(words, str) else ""
