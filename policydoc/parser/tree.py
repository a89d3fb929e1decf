"""The fold: a labelled line closes every open level at or below its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.model import Kind, Provision, Span
from policydoc.parser.frames import (
    ARTICLE,
    CONTAINER,
    KINDS,
    LONGEST_HEADING,
    PARAGRAPH,
    RANKS,
    STEPS,
    Frame,
    Stack,
    first_blank,
    heading_level,
    holds_articles,
    list_kind,
    next_labels,
)
from policydoc.parser.labels import HEADINGS, Label
from policydoc.parser.layout import Layout, hangs, is_ended, is_full, runs_on
from policydoc.parser.rows import INVISIBLE, Page, Row
from policydoc.parser.tables import table_provision

UNSEEN = re.compile(f"[{INVISIBLE}]+")
OPENERS = "【[［"
CLOSING = {"【": "】", "[": "]", "［": "］", "（": "）", "(": "）)"}


# 产值不低于10亿元: a line that sets a bound provides something, whatever it ends with.
BOUND = re.compile(
    r"(?:不[低少高多]于|不超过|[高低大少]于|超过|达到|≥|≤)[^，。；]{0,6}\d|\d[^，。；]{0,8}以[上下内](?!企业|工业)"
    r"|公示[^，。；]{0,6}\d+(?:个工作)?[日天]|有效期[^，。；]{0,4}[\d一二三四五]{1,3}年|\d[日月]底?前[。；]?$"
)


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
        base = self.stack[-1].eid + "__" if self.stack else self.prefix
        kind = KINDS[label.unit]
        frame = self.open(
            kind, f"{base}{STEPS[kind]}_{label.number}", rank, label.unit, label.number
        )
        frame.mark = heading_level(row)
        frame.num = row.text[: label.end]
        frame.heading = self._visible(row, self._after_label(row, label))
        frame.span = frame.label_span = Span(row.block, row.start, row.end)

    def _visible(self, row: Row, start: int) -> str:
        """The words of a heading without invisible characters, which are taken out."""
        words = row.text[start:]
        for match in UNSEEN.finditer(words):
            self.page.take_out(row, "control-character", start + match.start(), start + match.end())
        return UNSEEN.sub("", words)

    def _table(self, row: Row) -> None:
        while (
            self.stack and self.stack[-1].kind is Kind.PARAGRAPH and self.stack[-1].rank > PARAGRAPH
        ):
            self.close_to(self.stack[-1].rank)
        base = self.stack[-1].eid + "__" if self.stack else self.prefix
        siblings = self.stack[-1].children if self.stack else self.body
        siblings.append(table_provision(row, self.unique(f"{base}table_1")))

    def _listed(self, row: Row, label: Label, rows: Sequence[Row], place: int) -> bool:
        """Open a list label as a level of its own, if it is one here."""
        if label.unit in HEADINGS or label.unit == "条":
            return False
        if label.unit == "一、" and holds_articles(rows, place):
            self._container(row, label)
            return True
        known = next((f for f in reversed(self.stack) if f.unit == label.unit), None)
        if not self._is_list_label(label, known):
            return False
        if known is not None:
            self.close_to(known.rank)
        self._list_frame(row, label)
        return True

    def _is_list_label(self, label: Label, known: Frame | None) -> bool:
        expected = known.number + 1 if known is not None else 1
        if label.cited or not label.number:
            return False
        if self.last is not None and hangs(self.last, self.layout):
            return False
        if label.number in (1, expected):
            return True
        if label.unit in ("（一）", "一、"):
            return True
        return known is not None and expected < label.number <= expected + 2

    def _container(self, row: Row, label: Label) -> None:
        self.close_to(CONTAINER)
        base = self.stack[-1].eid + "__" if self.stack else self.prefix
        frame = self.open(
            Kind.LEVEL, f"{base}level_{label.number}", CONTAINER, "一、", label.number
        )
        frame.num = row.text[: label.end]
        frame.heading = row.text[self._after_label(row, label) :]
        frame.span = frame.label_span = Span(row.block, row.start, row.end)

    def _list_frame(self, row: Row, label: Label) -> None:
        parent = self._list_parent()
        kind = list_kind(parent, label)
        base = parent.eid + "__" if parent else self.prefix
        rank = max(parent.rank if parent else 0, PARAGRAPH) + 1
        frame = self.open(
            kind, f"{base}{STEPS[kind]}_{label.number}", rank, label.unit, label.number
        )
        frame.num = row.text[: label.end]
        frame.mark = heading_level(row)
        frame.label_span = Span(row.block, row.start, row.start + label.end)
        body = self._after_label(row, label)
        if body >= len(row.text):
            frame.span = frame.label_span
        elif kind is Kind.LEVEL and self._is_heading(row, body):
            frame.heading = row.text[body:]
            frame.span = frame.label_span = Span(row.block, row.start, row.end)
        else:
            frame.say(row, body)

    def _list_parent(self) -> Frame | None:
        """The provision that a new list belongs to; an article gets a 款 first."""
        stack = self.stack
        if len(stack) > 1 and stack[-1].kind is Kind.PARAGRAPH and stack[-1].rank > PARAGRAPH:
            self.close_to(stack[-1].rank)
        if not stack:
            return None
        if stack[-1].rank == ARTICLE:
            article = stack[-1]
            article.paras += 1
            return self.open(Kind.PARAGRAPH, f"{article.eid}__para_{article.paras}", PARAGRAPH)
        return stack[-1]

    def _is_heading(self, row: Row, body: int) -> bool:
        words = len(row.text) - body
        if row.style.startswith("heading"):
            return True
        if words > LONGEST_HEADING or is_full(row, self.layout.width) or BOUND.search(row.text):
            return False
        if row.text[-1] in "：:":
            return not any(sign in row.text for sign in "，,。“")
        return not is_ended(row.text)

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
        elif self._is_bare_heading(row, rows, place):
            self._unnumbered(row)
        elif top is None:
            self._paragraph(row, PARAGRAPH)
        elif top.rank > ARTICLE:
            self._below_article(row, rows, following[place])
        elif top.rank == ARTICLE or not self._goes_with_heading(top, row, rows, place):
            self._paragraph(row, PARAGRAPH)

    def _is_bare_heading(self, row: Row, rows: Sequence[Row], place: int) -> bool:
        """总则, 附则 on a line of its own between articles."""
        if len(row.text) > 12 or is_ended(row.text) or place + 1 >= len(rows):
            return False
        following = rows[place + 1]
        if not following.chosen or following.is_headline() or row.label is not None:
            return False
        return self.last is None or (is_ended(self.last.text) and not self.last.is_headline())

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
        stack = self.stack
        if stack[-1].kind is Kind.PARAGRAPH and stack[-1].rank > PARAGRAPH:
            self.close_to(stack[-1].rank)
        top = stack[-1]
        if top.rank > PARAGRAPH:
            if not top.text and not top.children and (top.kind is Kind.LEVEL or not top.heading):
                top.say(row, 0)
                return
            in_list = top.kind is Kind.LEVEL and stack[0].rank > PARAGRAPH
            if in_list or self._list_continues(rows, following):
                self._paragraph(row, top.rank + 1)
                return
        self.close_to(PARAGRAPH)
        self._paragraph(row, PARAGRAPH)

    def _list_continues(self, rows: Sequence[Row], following: int) -> bool:
        """Does the next label go on with an open list? Then the words belong to its item."""
        if following >= len(rows):
            return False
        label = rows[following].label
        if label is None or rows[following].chosen:
            return False
        return any(f.unit == label.unit and f.number + 1 == label.number for f in self.stack)

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
        eid = f"{self.prefix}level_u{self.unnumbered}"
        frame = self.open(Kind.LEVEL, eid, CONTAINER)
        frame.mark = mark
        frame.heading = row.text
        frame.span = frame.label_span = row.span(0, len(row.text))

    def _goes_with_heading(self, top: Frame, row: Row, rows: Sequence[Row], place: int) -> bool:
        """The title of a label that stands alone, or the second line of a heading."""
        if self.last is None or top.label_span is None or top.children:
            return False
        is_next = self.last.end == top.label_span.end and self.last.block in (
            top.label_span.block, top.label_span.end_block,
        )  # fmt: skip
        if not is_next or len(row.text) > LONGEST_HEADING or row.text[-1] in "。；：:;":
            return False
        second_line = bool(top.heading) and place + 1 < len(rows) and rows[place + 1].chosen
        if top.heading and not second_line:
            return False
        top.heading += row.text
        span = top.label_span
        top.span = top.label_span = Span(span.block, span.start, row.end, row.block)
        return True
