"""parse: Source → Policy, the article tree.

Rows are cleaned, furniture and 目录 taken out, articles chosen by the chain over the whole
document, acts and annexes told apart, and each act folded into its tree. Nothing is raised about
text: what cannot be placed stays a 款, and what is doubtful becomes a Finding.
"""

from __future__ import annotations

import gc
import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from policydoc.model import Identity, Kind, Policy, Provision, Source, Span
from policydoc.parser.articles import choose_articles
from policydoc.parser.contents import remove_contents
from policydoc.parser.doubts import find_doubts
from policydoc.parser.front_matter import paragraphs, read_settings, span_of
from policydoc.parser.furniture import remove_furniture
from policydoc.parser.headlines import choose_headlines, split_headlines
from policydoc.parser.identity import identify, settled
from policydoc.parser.items import split_items
from policydoc.parser.labels import FIRST, read_label
from policydoc.parser.layout import Layout, find_layout
from policydoc.parser.quotations import drop_quoted_labels
from policydoc.parser.rows import Page, Row, read_rows
from policydoc.parser.tables import read_tables
from policydoc.parser.tree import Tree
from policydoc.parser.zones import Act, divide

CAPTION = re.compile(r"[\u4e00-\u9fff]{2,12}")


def parse(source: Source, identity: Identity | None = None) -> Policy:
    """The article tree of a source; raises nothing about text.

    Args:
        source: What was read.
        identity: What is known beside the text; what the text says of itself wins.
    """
    with _collector_paused():
        policy = _parse(source)
    if identity is None:
        return policy
    return replace(policy, identity=settled(policy.identity, identity))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """A tree has no cycles: looking for some while it grows costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _parse(source: Source) -> Policy:
    page = read_rows(source)
    settings = read_settings(page)
    remove_furniture(page)
    read_tables(page)
    for row in page.rows:
        if row.text and row.text[0] in FIRST:
            row.label = read_label(row.text)
    drop_quoted_labels(page.rows)
    remove_contents(page)
    layout = find_layout(page.rows)
    rows = choose_articles(split_headlines(page.rows), layout)
    choose_headlines(rows, layout)
    rows = split_items(rows)
    acts = divide(rows, layout)
    parts = [_part(page, layout, act, number) for number, act in enumerate(acts)]
    policy = parts[0] if parts else Policy(identify([], (), settings))
    identity = identify([acts[0]] if acts else [], policy.body, settings)
    policy = replace(
        policy, identity=identity, attachments=tuple(parts[1:]), sha256=source.sha256,
        removed=(*source.removed, *page.removed),
    )  # fmt: skip
    return replace(policy, findings=(*source.findings, *find_doubts(page, rows, acts, policy)))


def _part(page: Page, layout: Layout, act: Act, number: int) -> Policy:
    prefix = f"att_{number}__" if number else ""
    front = act.front
    _mark_captions(act.body)
    tree = Tree(page, layout, prefix, _is_titled(act.body))
    identity = identify([act], (), {})
    return Policy(
        identity,
        preface=_preface(page, act, prefix, layout),
        preamble=paragraphs(
            [*front.notice, *front.preamble], Kind.PREAMBLE, f"{prefix}preamble", layout
        ),
        body=tree.fold(act.body),
        conclusions=paragraphs(act.end, Kind.CONCLUSIONS, f"{prefix}conclusions", layout),
    )


def _is_titled(rows: list[Row]) -> bool:
    """Do most articles open with a heading in round brackets?"""
    articles = [row for row in rows if row.chosen and row.label and row.label.unit == "条"]
    opening = sum(_opens_with_bracket(row) for row in articles)
    return len(articles) > 1 and opening * 2 > len(articles)


def _mark_captions(rows: list[Row]) -> None:
    """第一条 目的依据, its words on the lines below: where most articles are printed so."""
    articles = [row for row in rows if row.chosen and row.label and row.label.unit == "条"]
    captions = [
        row for row, below in itertools.pairwise(rows)
        if row.chosen and row.label is not None and row.label.unit == "条"
        and not below.chosen and CAPTION.fullmatch(row.text, row.label.body)
    ]  # fmt: skip
    if len(captions) > 1 and len(captions) * 2 > len(articles):
        for row in captions:
            row.caption = True


def _opens_with_bracket(row: Row) -> bool:
    return row.label is not None and row.text[row.label.body : row.label.body + 1] in ("（", "(")


def _preface(page: Page, act: Act, prefix: str, layout: Layout) -> tuple[Provision, ...]:
    title: tuple[Provision, ...] = ()
    front, num, label_span = act.front, "", None
    if act.label is not None:
        num = act.label.text[: act.label_end]
        label_span = Span(act.label.block, act.label.start, act.label.start + act.label_end)
        page.take_out(act.label, "separator", act.label_end, act.label_stop)
    if front.title or num:
        title = (
            Provision(
                Kind.TITLE, f"{prefix}preface", num, text=front.words, label_span=label_span,
                span=span_of(front.title) if front.title else label_span,
            ),
        )  # fmt: skip
    notes = paragraphs(front.notes, Kind.NOTE, f"{prefix}preface__note", layout)
    return title + notes
