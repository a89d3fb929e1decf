"""The fold: a labelled line closes every open level at or below its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.model import Kind, Provision, Span
from policydoc.parser.frames import (
    ARTICLE,
    CONTAINER,
    KINDS,
    PARAGRAPH,
    RANKS,
    STEPS,
    Frame,
    Stack,
)
from policydoc.parser.labels import HEADINGS, Label
from policydoc.parser.layout import Layout, runs_on
from policydoc.parser.openings import (
    completes_heading,
    first_blank,
    heading_level,
    holds_articles,
    is_bare_heading,
    is_heading,
    is_item,
    list_goes_on,
    list_kind,
    next_labels,
)
from policydoc.parser.rows import INVISIBLE, Page, Row
from policydoc.parser.tables import table_provision

UNSEEN = re.compile(f"[{INVISIBLE}]+")
OPENERS = "【[［"
CLOSING = {"【": "】", "[": "]", "［": "］", "（": "）", "(": "）)"}


class Tree(Stack):
    """The body of one act, row by row.

    `titled` says that its articles bear a heading in round brackets: 第一条（目的）.
    """

    def __init__(self, page: Page, layout: Layout, prefix: str, titled: bool) -> None:
        super().__init__(prefix)
        self.page = page
        self.layout = layout
        self.titled = titled
        self.paras = 0
        self.unnumbered = 0
        self.last: Row | None = None

    def fold(self, rows: Sequence[Row]) -> tuple[Provision, ...]:
        """The body that the rows make."""
        following = next_labels(rows)
        for place, row in enumerate(rows):
            label = row.label
            if row.chosen and label is not None:
                if label.unit == "条":
                    self._article(row, label)
                else:
                    self._headline(row, label)
            elif row.table is not None:
                self._table(row)
            elif label is None or not self._listed(row, label, rows, place):
                self._words(row, rows, place, following)
            self.last = row
        self.close_to(0)
        return tuple(self.body)

    def _article(self, row: Row, label: Label) -> None:
        self.close_to(ARTICLE)
        number = f"{label.number}-{label.sub}" if label.sub else str(label.number)
        frame = self.open(Kind.ARTICLE, f"{self.prefix}art_{number}", ARTICLE, "条", label.number)
        text = row.text
        frame.num = text[: label.end]
        body = self._after_label(row, label)
        if body < len(text) and (text[body] in OPENERS or (self.titled and text[body] in "（(")):
            body = self._article_heading(row, frame, body)
        elif row.caption:
            frame.heading, body = text[body:], len(text)
        frame.span = Span(row.block, row.start, row.end)
        frame.label_span = Span(row.block, row.start, row.start + label.end)
        if body < len(text):
            frame.paras = 1
            para = self.open(Kind.PARAGRAPH, f"{frame.eid}__para_1", PARAGRAPH)
            para.say(row, body)

    def _after_label(self, row: Row, label: Label) -> int:
        """Where the words begin; marks and a colon between label and words are taken out."""
        text, body = row.text, label.body
        if body > label.end and text[label.end : body].strip():
            self.page.take_out(row, "markup", label.end, body)
        if (body < len(text) and text[body] in "：:" and label.unit == "条") or text[
            body : body + 1
        ] == "、":
            self.page.take_out(row, "separator", body, body + 1)
            body += 1
            while body < len(text) and text[body].isspace():
                body += 1
        return body

    def _article_heading(self, row: Row, frame: Frame, body: int) -> int:
        text = row.text
        closers = CLOSING[text[body]]
        end = next((i for i in range(body, min(body + 42, len(text))) if text[i] in closers), -1)
        if end < 0:
            return body
        frame.heading = text[body : end + 1]
        end += 1
        while end < len(text) and text[end].isspace():
            end += 1
        return end

    def _headline(self, row: Row, label: Label) -> None:
        rank = RANKS[label.unit]
        self.close_to(rank)
        frame = self._numbered(row, label, KINDS[label.unit], rank)
        frame.entitle(row, self._visible(row, self._after_label(row, label)))

    def _numbered(self, row: Row, label: Label, kind: Kind, rank: int) -> Frame:
        """Open a provision under the label of `row`."""
        eid = f"{self.base}{STEPS[kind]}_{label.number}"
        frame = self.open(kind, eid, rank, label.unit, label.number)
        frame.num = row.text[: label.end]
        frame.mark = heading_level(row)
        frame.label_span = Span(row.block, row.start, row.start + label.end)
        return frame

    def _visible(self, row: Row, start: int) -> str:
        """The words of a heading without invisible characters, which are taken out."""
        words = row.text[start:]
        for match in UNSEEN.finditer(words):
            self.page.take_out(row, "control-character", start + match.start(), start + match.end())
        return UNSEEN.sub("", words)

    def _table(self, row: Row) -> None:
        self.close_paragraph()
        siblings = self.stack[-1].children if self.stack else self.body
        siblings.append(table_provision(row, self.unique(f"{self.base}table_1")))

    def _listed(self, row: Row, label: Label, rows: Sequence[Row], place: int) -> bool:
        """Open a list label as a level of its own, if it is one here."""
        if label.unit in HEADINGS or label.unit == "条":
            return False
        if label.unit == "一、" and holds_articles(rows, place):
            self.close_to(CONTAINER)
            frame = self._numbered(row, label, Kind.LEVEL, CONTAINER)
            frame.entitle(row, row.text[self._after_label(row, label) :])
            return True
        sibling = next((f for f in reversed(self.stack) if f.unit == label.unit), None)
        if not is_item(label, sibling, self.last, self.layout):
            return False
        if sibling is not None:
            self.close_to(sibling.rank)
        self._item(row, label)
        return True

    def _item(self, row: Row, label: Label) -> None:
        parent = self._list_parent()
        kind = list_kind(parent, label)
        rank = max(parent.rank if parent else 0, PARAGRAPH) + 1
        frame = self._numbered(row, label, kind, rank)
        body = self._after_label(row, label)
        if body >= len(row.text):
            frame.span = frame.label_span
        elif kind is Kind.LEVEL and is_heading(row, body, self.layout):
            frame.entitle(row, row.text[body:])
        else:
            frame.say(row, body)

    def _list_parent(self) -> Frame | None:
        """The provision that a new list belongs to; an article gets a 款 first."""
        self.close_paragraph()
        top = self.stack[-1] if self.stack else None
        if top is not None and top.rank == ARTICLE:
            top.paras += 1
            return self.open(Kind.PARAGRAPH, f"{top.eid}__para_{top.paras}", PARAGRAPH)
        return top

    def _words(self, row: Row, rows: Sequence[Row], place: int, following: Sequence[int]) -> None:
        """A row without a label: the text goes on, or a new 款 begins."""
        top = self.stack[-1] if self.stack else None
        last = self.last
        if (
            top is not None and top.text and last is not None and not row.lead
            and runs_on(last, row, self.layout)
        ):  # fmt: skip
            top.go_on(row)
        elif row.style and self._styled(row):
            return
        elif is_bare_heading(rows, place, self.last):
            self._unnumbered(row)
        elif top is None:
            self._paragraph(row, PARAGRAPH)
        elif top.rank > ARTICLE:
            self._below_article(row, rows, following[place])
        elif top.rank != ARTICLE and completes_heading(top, rows, place, self.last):
            top.lengthen_heading(row)
        else:
            self._paragraph(row, PARAGRAPH)

    def _styled(self, row: Row) -> bool:
        """A row that the format itself marks: an unnumbered heading, a bold lead-in."""
        if row.style.startswith(("heading", "title")) and row.label is None:
            self._unnumbered(row)
            return True
        lead = row.lead or (first_blank(row.text) if row.style == "bold-lead" else 0)
        if lead:
            self._lead_in(row, lead)
        return lead > 0

    def _below_article(self, row: Row, rows: Sequence[Row], following: int) -> None:
        self.close_paragraph()
        top = self.stack[-1]
        if top.rank > PARAGRAPH:
            if not top.text and not top.children and (top.kind is Kind.LEVEL or not top.heading):
                top.say(row, 0)
                return
            in_list = top.kind is Kind.LEVEL and self.stack[0].rank > PARAGRAPH
            if in_list or list_goes_on(rows, following, self.stack):
                self._paragraph(row, top.rank + 1)
                return
        self.close_to(PARAGRAPH)
        self._paragraph(row, PARAGRAPH)

    def _paragraph(self, row: Row, rank: int) -> Frame:
        """Open the next 款 of what is open above `rank`."""
        self.close_to(rank)
        if self.stack:
            parent = self.stack[-1]
            if not parent.paras and parent.text:
                parent.paras = 1
            parent.paras += 1
            eid = f"{parent.eid}__para_{parent.paras}"
        else:
            self.paras += 1
            eid = f"{self.prefix}para_{self.paras}"
        frame = self.open(Kind.PARAGRAPH, eid, rank)
        frame.say(row, 0)
        return frame

    def _lead_in(self, row: Row, lead: int) -> None:
        """**要点** words: a paragraph with a heading of its own, beside the articles."""
        self.close_to(ARTICLE)
        frame = self._paragraph(row, PARAGRAPH)
        text = row.text
        start = lead
        while start < len(text) and (text[start].isspace() or text[start] == "*"):
            start += 1
        self.page.take_out(row, "markup", lead, start)
        frame.heading = text[:lead]
        frame.label_span = row.span(0, lead)
        frame.say(row, start)

    def _unnumbered(self, row: Row) -> None:
        """A heading without a number, known by the format alone."""
        mark = heading_level(row)
        self.close_to(CONTAINER)
        while self.stack and self.stack[-1].mark >= mark > 0:
            self.close_to(self.stack[-1].rank)
        self.unnumbered += 1
        frame = self.open(Kind.LEVEL, f"{self.prefix}level_u{self.unnumbered}", CONTAINER)
        frame.mark = mark
        frame.entitle(row, row.text)
