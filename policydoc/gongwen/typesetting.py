"""typeset: a policy tree → an official document. Every word of the tree stands in it, in order.

Nothing is invented: without a 发文机关标志 given there is no 版头, and a missing 附件 label stays
missing. Only the lines of the 版记 move, to the foot of the last page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policydoc.gongwen import elements
from policydoc.gongwen.blocks import (
    Blank,
    Block,
    Document,
    Head,
    Paragraph,
    Run,
    Section,
    Table,
    Words,
)
from policydoc.gongwen.check_body import heading_end
from policydoc.gongwen.lengths import cell_width
from policydoc.gongwen.loose_lines import (
    Wishes,
    colophon_of,
    enclosed,
    flow,
    is_addressee,
    lines_of,
    signature_at,
)
from policydoc.gongwen.roles import DATE, LEVEL_FORMS, NUMBER, Role
from policydoc.gongwen.standard import GBT9704, Profile
from policydoc.gongwen.titles import balanced
from policydoc.model import Kind, Policy, Provision

_LEVEL_OF = {Role.LEVEL1: 1, Role.LEVEL2: 2, Role.LEVEL3: 3, Role.LEVEL4: 4}
_FACES = {1: "level-1-face", 2: "level-2-face"}
_WIDE_TABLE = 9  # columns from which a table gets a landscape page

MARK = re.compile(r"^[\u4e00-\u9fff]{4,40}文件$")


def document_of(
    policy: Policy, profile: Profile = GBT9704, wishes: Wishes | None = None
) -> Document:
    """The official document of a policy, ready to be built."""
    asked = wishes or Wishes()
    asked = _marked(policy, asked)
    number, blocks = _front(policy, asked)
    blocks += _preamble(policy, asked)
    body = list(_body(policy.body))
    if body and _is_signed(blocks):  # a covering notice: what it carries begins on its own page
        body = [_on_new_page(body), *body[1:]]
    blocks += body
    tail: list[str] = []
    blocks += _conclusions(policy.conclusions, asked, tail)
    for annex in policy.attachments:
        blocks += _annex(annex, asked, tail)
    return Document(
        tuple(enclosed(list(_upright(blocks)))),
        head=Head(asked.mark, asked.number or number) if asked.mark else None,
        colophon=colophon_of(tail),
        profile=profile,
        title=policy.identity.title,
    )


def _is_signed(blocks: list[Block]) -> bool:
    return any(isinstance(b, Paragraph) and b.style.startswith("公文成文日期") for b in blocks)


def _on_new_page(blocks: list[Block]) -> Block:
    first = blocks[0]
    if isinstance(first, Paragraph):
        return replace(first, new_page=True)
    return Paragraph("", "公文空行", new_page=True)


def _marked(policy: Policy, wishes: Wishes) -> Wishes:
    """With the 发文机关标志 the text itself has above its title, unless another is wished for."""
    lines = (line for p in policy.preface if p.kind is not Kind.TITLE for line in lines_of(p))
    found = next((line for line in lines if MARK.match(line)), "")
    return replace(wishes, mark=found) if found and not wishes.mark else wishes


def _front(policy: Policy, wishes: Wishes) -> tuple[str, list[Block]]:
    """The 发文字号 for the 版头 if there is to be one, and the title with its notes."""
    blocks: list[Block] = []
    number = ""
    for provision in policy.preface:
        for line in lines_of(provision):
            if provision.kind is Kind.TITLE:
                blocks += elements.title(balanced(line), 0)
            elif line == wishes.mark:
                continue
            elif NUMBER.match(line) and wishes.mark and not wishes.number and not number:
                number = line
            elif NUMBER.match(line):
                blocks.append(Paragraph(line, "公文发文字号"))
            else:
                blocks.append(Paragraph(line, "公文题注"))
    if wishes.mark and blocks:
        blocks.insert(0, Blank(2))
    return number, blocks


def _holds_table(provision: Provision) -> bool:
    return bool(provision.rows) or any(map(_holds_table, provision.children))


def _preamble(policy: Policy, wishes: Wishes) -> list[Block]:
    """主送机关, 引言, and the signature of a covering notice."""
    blocks: list[Block] = []
    lines: list[str] = []
    for provision in policy.preamble:
        if _holds_table(provision):
            blocks += flow(lines, wishes, [], blocks)
            lines = []
            blocks += _provision(provision)
        else:
            lines += lines_of(provision)
    if lines and not blocks and is_addressee(lines[0]):
        blocks += elements.addressee(lines.pop(0))
    elif lines and not blocks and policy.preface:
        blocks.append(Blank(1))
    blocks += flow(lines, wishes, [], blocks)
    if not policy.preamble and policy.preface:
        blocks.append(Blank(1))
    return blocks


def _conclusions(
    provisions: tuple[Provision, ...], wishes: Wishes, tail: list[str]
) -> Iterator[Block]:
    lines: list[str] = []
    for provision in provisions:
        if _holds_table(provision):
            yield from flow(lines, wishes, tail, [Blank()])
            lines = []
            yield from _provision(provision)
        else:
            lines += lines_of(provision)
    dated = [i for i, line in enumerate(lines) if DATE.match(line)]
    if len(dated) == 1 and not any(signature_at(lines, i) for i in range(len(lines))):
        at = dated[0]
        yield from flow(lines[:at], wishes, tail, [Blank()])
        yield from elements.signature((), lines[at], sealed=wishes.sealed)
        yield from flow(lines[at + 1 :], wishes, tail, [Blank()])
        return
    yield from flow(lines, wishes, tail, [Blank()])


def _body(provisions: tuple[Provision, ...]) -> Iterator[Block]:
    for provision in provisions:
        yield from _provision(provision)


def _provision(provision: Provision) -> Iterator[Block]:
    children = provision.children
    if provision.rows:
        yield from _table(provision)
    elif provision.kind in (Kind.PART, Kind.SUBPART, Kind.CHAPTER, Kind.SECTION):
        style = "公文节标题" if provision.kind is Kind.SECTION else "公文章标题"
        title = "　".join(p for p in (provision.num, provision.heading) if p)
        yield from elements.chapter(title, style)
        yield from _texts(provision.text)
    elif provision.kind is Kind.ARTICLE:
        paragraphs, children = _article(provision)
        yield from paragraphs
    elif provision.kind is Kind.LEVEL:
        yield from _level(provision)
    else:
        words = provision.num + provision.heading + provision.text
        yield from _texts(words)
    yield from _body(children)
    yield from _texts(provision.wrap_up)


def _texts(text: str) -> Iterator[Block]:
    for line in text.splitlines():
        if line.strip():
            yield Paragraph(line.strip())


def _article(provision: Provision) -> tuple[list[Block], tuple[Provision, ...]]:
    """The number in 黑体, the first 款 on its line; and the children left to write."""
    children = provision.children
    text, first = provision.text, children[0] if children else None
    if not text and first is not None and first.kind is Kind.PARAGRAPH and not first.num:
        text = first.text
        children = (*first.children, *_wrap(first), *children[1:])
    head = "　".join(p for p in (provision.num, provision.heading) if p)
    lines = [line.strip() for line in text.splitlines() if line.strip()] or [""]
    opening = Paragraph((Run(head, "黑体"), Run("　" + lines[0] if lines[0] else "")))
    return [opening, *(Paragraph(line) for line in lines[1:])], children


def _wrap(first: Provision) -> tuple[Provision, ...]:
    if not first.wrap_up:
        return ()
    return (Provision(Kind.PARAGRAPH, f"{first.eid}~wrap", text=first.wrap_up),)


def _level(provision: Provision) -> Iterator[Block]:
    level = _level_number(provision.num)
    if provision.heading:
        yield _heading(level, provision.num + provision.heading)
        yield from _texts(provision.text)
        return
    lines = [line.strip() for line in provision.text.splitlines() if line.strip()] or [""]
    yield _heading(level, provision.num + lines[0])
    yield from (Paragraph(line) for line in lines[1:])


def _level_number(num: str) -> int:
    for role, form in LEVEL_FORMS:
        if form.match(num):
            return _LEVEL_OF[role]
    return 0


def _heading(level: int, words: str) -> Block:
    """A heading of its own line, a run-in one, or numbered text."""
    end = heading_end(words)
    if not level:
        return Paragraph(words)
    if end == len(words):
        return elements.heading(level, words)
    face = _FACES.get(level, "")
    runs: Words = (Run(words[:end], face), Run(words[end:])) if end and face else words
    return Paragraph(runs)


def _table(provision: Provision) -> Iterator[Block]:
    """A table over the type area, columns as wide as their words ask; wide ones lie across."""
    for line in (provision.num + provision.heading + provision.text).splitlines():
        if line.strip():
            yield Paragraph(line.strip(), "公文表题")
    columns = max((len(row) for row in provision.rows), default=0)
    if not columns:
        return
    rows = tuple((*row, *("",) * (columns - len(row))) for row in provision.rows)
    wide = columns >= _WIDE_TABLE
    if wide:
        yield Section(landscape=True)
    yield Table(rows, widths=_shares(rows, 225.0 if wide else 156.0))
    if wide:
        yield Section()


def _shares(rows: tuple[tuple[str, ...], ...], room: float) -> tuple[float, ...]:
    """Widths in mm by the longest words of each column, none under a fair least."""
    longest = [
        min(max(cell_width(text) for text in column), 30.0) + 2
        for column in zip(*rows, strict=True)
    ]
    least = room / len(longest) / 3
    free = room - least * len(longest)
    return tuple(least + free * share / sum(longest) for share in longest)


def _annex(annex: Policy, wishes: Wishes, tail: list[str]) -> Iterator[Block]:
    label = heading = ""
    notes: list[str] = []
    for provision in annex.preface:
        if provision.kind is Kind.TITLE and not heading:
            label = provision.num
            heading = provision.heading + provision.text
            notes += lines_of(replace(provision, num="", heading="", text=""))
        else:
            notes += lines_of(provision)
    if label:
        yield from elements.annex(label, balanced(heading))[: 4 if heading else 1]
    else:
        yield Paragraph(balanced(heading), "公文附件标题", new_page=True)
        yield Blank(1)
    yield from (Paragraph(note, "公文题注") for note in notes)
    for provision in annex.preamble:
        if _holds_table(provision):
            yield from _provision(provision)
        else:
            yield from flow(lines_of(provision), wishes, tail, [])
    yield from _body(annex.body)
    yield from _conclusions(annex.conclusions, wishes, tail)
    for inner in annex.attachments:
        yield from _annex(inner, wishes, tail)


def _upright(blocks: list[Block]) -> Iterator[Block]:
    """Drop a section that ends with nothing after it: the builder ends upright by itself."""
    while blocks and isinstance(blocks[-1], Section):
        blocks = blocks[:-1]
    yield from blocks
