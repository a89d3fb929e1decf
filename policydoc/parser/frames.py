"""Open provisions: the frames of the fold, and the stack they stand on."""

from __future__ import annotations

from policydoc.model import Kind, Provision, Span
from policydoc.parser.rows import Row

CONTAINER, ARTICLE, PARAGRAPH = 5, 6, 7
RANKS = {"编": 1, "分编": 2, "章": 3, "节": 4}
KINDS = {"编": Kind.PART, "分编": Kind.SUBPART, "章": Kind.CHAPTER, "节": Kind.SECTION}
STEPS = {
    Kind.PART: "part", Kind.SUBPART: "subpart", Kind.CHAPTER: "chp", Kind.SECTION: "sec",
    Kind.SUBPARAGRAPH: "subpara", Kind.POINT: "point", Kind.LEVEL: "level",
}  # fmt: skip


class Frame:
    """An open provision; `unit` is the label's style, `paras` counts its 款.

    `text` is what its first line says, `more` the lines that go on; `mark` is the level of a
    heading of the format.
    """

    num = ""
    heading = ""
    text = ""
    more: list[str] | None = None
    span: Span | None = None
    label_span: Span | None = None
    end_block = -1
    end = 0
    paras = 0
    mark = 0

    def __init__(self, kind: Kind, eid: str, rank: int, unit: str = "", number: int = 0) -> None:
        self.kind = kind
        self.eid = eid
        self.rank = rank
        self.unit = unit
        self.number = number
        self.children: list[Provision] = []

    def say(self, row: Row, start: int) -> None:
        """Take the words of `row` from `start` on as the text."""
        self.text = row.text[start:] if start else row.text
        self.span = Span(row.block, row.start + start, row.end)

    def entitle(self, row: Row, heading: str) -> None:
        """The whole row is the label and heading."""
        self.heading = heading
        self.span = self.label_span = Span(row.block, row.start, row.end)

    def lengthen_heading(self, row: Row) -> None:
        """The heading goes on in `row`."""
        assert self.label_span is not None  # a heading has been printed
        self.heading += row.text
        label = self.label_span
        self.span = self.label_span = Span(label.block, label.start, row.end, row.block)

    def go_on(self, row: Row) -> None:
        """The text goes on in `row`."""
        if self.more is None:
            self.more = [self.text]
        self.more.append(row.text)
        self.end_block, self.end = row.block, row.end

    def close(self) -> Provision:
        """The finished provision."""
        span, text = self.span, self.text
        if self.more is not None and span is not None:
            text = "".join(self.more)
            span = Span(span.block, span.start, self.end, self.end_block)
        return Provision(
            self.kind, self.eid, self.num, self.heading, text, tuple(self.children), "", span,
            self.label_span,
        )  # fmt: skip


class Stack:
    """The provisions that are open, the outermost first; closing one hands it to its parent."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.stack: list[Frame] = []
        self.body: list[Provision] = []
        self.used: dict[str, int] = {}

    @property
    def base(self) -> str:
        """What the eId of the next provision begins with."""
        return f"{self.stack[-1].eid}__" if self.stack else self.prefix

    def close_paragraph(self) -> None:
        """Close the paragraph that follows on an item, where one is open."""
        top = self.stack[-1] if self.stack else None
        if top is not None and top.kind is Kind.PARAGRAPH and top.rank > PARAGRAPH:
            self.close_to(top.rank)

    def close_to(self, rank: int) -> None:
        """Close every open provision of that rank or deeper."""
        stack = self.stack
        while stack and stack[-1].rank >= rank:
            frame = stack.pop()
            (stack[-1].children if stack else self.body).append(frame.close())

    def unique(self, eid: str) -> str:
        """The eId, with ~2, ~3 … where it is taken."""
        used = self.used
        copies = used.get(eid, 0) + 1
        used[eid] = copies
        if copies == 1:
            return eid
        while f"{eid}~{copies}" in used:
            copies += 1
        used[eid] = copies
        used[f"{eid}~{copies}"] = 1
        return f"{eid}~{copies}"

    def open(self, kind: Kind, eid: str, rank: int, unit: str = "", number: int = 0) -> Frame:
        """Open a provision on top of the stack."""
        frame = Frame(kind, self.unique(eid), rank, unit, number)
        self.stack.append(frame)
        return frame
