"""What is doubtful about a text as parsed, said with its place: gaps, repeats, lost headings, absent annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policydoc.model import Finding, Kind, Policy, Provision, Severity, Span, iter_within, walk
from policydoc.parser.rows import Page, Row
from policydoc.parser.zones import ANNEX_LIST, Act

PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
REPLACED = "\ufffd"
HEADED = (Kind.PART, Kind.SUBPART, Kind.CHAPTER, Kind.SECTION)
UNREADABLE = re.compile("第[〇零一二三四五六七八九十百千两0-9０-９]{25}")
HANDFUL = 20
NOT_LISTS = (*HEADED, Kind.ARTICLE)


def find_doubts(
    page: Page, rows: Sequence[Row], acts: Sequence[Act], policy: Policy
) -> list[Finding]:
    """Every doubt about the document, in the order of the kinds below."""
    found = [*page.findings]
    for part in (policy, *policy.attachments):
        found += _article_doubts(part)
        found += _heading_doubts(part)
    found += _list_doubts(policy)
    found += _absent_annexes(acts)
    found += _absent_articles(rows, policy)
    found += _odd_characters(page)
    return found


def _doubt(
    rule: str, severity: Severity, message: str, provision: Provision | None = None, *,
    quote: str = "", span: Span | None = None, suggestion: str = "",
) -> Finding:  # fmt: skip
    if provision is not None:
        quote = quote or provision.num
        span = span or provision.label_span or provision.span
    return Finding(
        f"parser/{rule}", severity, message, provision.eid if provision else "", quote,
        span=span, suggestion=suggestion, certain=False,
    )  # fmt: skip


def _number(provision: Provision) -> tuple[int, int]:
    tail = provision.eid.rpartition("_")[2].partition("~")[0]
    number, _, sub = tail.partition("-")
    return int(number), int(sub or 0)


def _iter_kind(policy: Policy, kinds: Sequence[Kind]) -> Iterator[Provision]:
    return (provision for provision in iter_within(policy.body) if provision.kind in kinds)


def _article_doubts(policy: Policy) -> Iterator[Finding]:
    last: Provision | None = None
    seen: set[tuple[int, int]] = set()
    highest = (0, 0)
    for article in _iter_kind(policy, (Kind.ARTICLE,)):
        number = _number(article)
        if number in seen:
            yield _doubt(
                "article-number-repeated", Severity.ERROR,
                f"{article.num}重复出现，条号应当唯一。", article, suggestion="请核对原文条号。",
            )  # fmt: skip
        elif number < highest:
            yield _doubt(
                "number-out-of-order", Severity.ERROR,
                f"{article.num}排在较大的条号之后，条号顺序不对。", article, suggestion="请核对原文条号。",
            )  # fmt: skip
        elif last is None and number[0] > 1:
            yield _doubt(
                "late-start", Severity.NOTE,
                f"正文从{article.num}开始，前面的条文不在本文件中。", article,
            )  # fmt: skip
        elif number[0] > highest[0] + 1 and last is not None:
            yield _doubt(
                "article-number-gap", Severity.ERROR,
                f"{last.num}之后是{article.num}，中间缺{number[0] - highest[0] - 1}条。", article,
                suggestion="请核对原文是否漏条，或者条号有误。",
            )  # fmt: skip
        seen.add(number)
        highest = max(highest, number)
        last = article


def _heading_doubts(policy: Policy) -> Iterator[Finding]:
    last: dict[tuple[str, Kind], int] = {}
    for heading in _iter_kind(policy, HEADED):
        number = _number(heading)[0]
        scope = (heading.eid.rpartition("__")[0], heading.kind)
        expected = last.get(scope, 0) + 1
        if "~" in heading.eid:
            yield _doubt(
                "heading-repeated", Severity.WARNING, f"{heading.num}重复出现。", heading,
                suggestion="请核对原文的章节编号。",
            )  # fmt: skip
        elif number > expected:
            yield _doubt(
                "heading-lost", Severity.WARNING,
                f"{heading.num}之前缺{number - expected}个同级标题，可能在转载时丢失。", heading,
                suggestion="请对照原件补上缺少的标题。",
            )  # fmt: skip
        elif number < expected:
            yield _doubt(
                "number-out-of-order", Severity.WARNING, f"{heading.num}的编号顺序不对。", heading,
                suggestion="请核对原文的章节编号。",
            )  # fmt: skip
        if heading.span is not None and heading.span.end_block is not None:
            yield _doubt(
                "heading-of-two-lines", Severity.NOTE,
                f"{heading.num}的标题分排两行，已合并为“{heading.heading}”，请核对。", heading,
            )  # fmt: skip
        if not heading.children:
            yield _doubt(
                "empty-heading",
                Severity.WARNING,
                f"{heading.num}{heading.heading}之下没有内容。",
                heading,
            )
        last[scope] = max(number, last.get(scope, 0))


def _list_doubts(policy: Policy) -> Iterator[Finding]:
    for parent in walk(policy):
        if not parent.children or parent.kind in NOT_LISTS:
            continue
        expected: dict[Kind, int] = {}
        for child in parent.children:
            if not child.num or child.kind not in (Kind.SUBPARAGRAPH, Kind.POINT):
                continue
            number = _number(child)[0]
            wanted = expected.get(child.kind, 1)
            if "~" in child.eid:
                yield _doubt(
                    "item-number-repeated", Severity.WARNING, f"{child.num}在同一处重复出现。", child,
                    suggestion="请核对项的编号。",
                )  # fmt: skip
            elif number > wanted:
                yield _doubt(
                    "item-number-gap", Severity.WARNING,
                    f"{child.num}之前缺{number - wanted}项。", child, suggestion="请核对项的编号。",
                )  # fmt: skip
            elif number < wanted:
                yield _doubt(
                    "number-out-of-order", Severity.WARNING, f"{child.num}的编号顺序不对。", child,
                    suggestion="请核对项的编号。",
                )  # fmt: skip
            expected[child.kind] = max(number, wanted - 1) + 1


def _absent_annexes(acts: Sequence[Act]) -> Iterator[Finding]:
    """An annex that is listed (附件：…) and not there."""
    there = len(acts) - 1
    for act in acts[:1]:
        listed = [row for row in (*act.front.notice, *act.end) if row.table is None]
        first = next((i for i, row in enumerate(listed) if ANNEX_LIST.match(row.text)), -1)
        carried = 1 if act.front.notice and act.label is not None else 0
        if first < 0 or there + carried or (act.front.notice and first < len(act.front.notice)):
            return
        row = listed[first]
        yield _doubt(
            "annex-absent", Severity.WARNING, "文中列有附件，但本文件没有附件正文。",
            quote=row.text, span=row.span(0, len(row.text)), suggestion="请补上附件后再解析。",
        )  # fmt: skip


def _absent_articles(rows: Sequence[Row], policy: Policy) -> Iterator[Finding]:
    for row in rows:
        if row.text[:1] == "第" and UNREADABLE.match(row.text):
            yield _doubt(
                "unreadable-number", Severity.WARNING, "编号过长，不能作为条号，已按正文保留。",
                quote=row.text[:HANDFUL], span=row.span(0, HANDFUL), suggestion="请核对原文编号。",
            )  # fmt: skip
    if any(p.kind is Kind.ARTICLE for p in walk(policy)):
        return
    has_levels = any(p.kind is Kind.LEVEL for p in policy.body)
    severity = Severity.NOTE if has_levels else Severity.WARNING
    message = "全文没有条文（第×条）" + (
        "，按公文层次（一、）解析。" if has_levels else "，只按段落保留。"
    )
    yield _doubt("no-article", severity, message)


def _odd_characters(page: Page) -> Iterator[Finding]:
    count = 0
    for row in page.rows:
        for match in PRIVATE.finditer(row.text):
            count += 1
            if count > HANDFUL:
                return
            around = row.text[max(match.start() - 4, 0) : match.end() + 4]
            yield _doubt(
                "private-use-character", Severity.WARNING,
                f"“{around}”中有专用区字符（U+{ord(match[0]):04X}），可能是丢失的数字或小数点。",
                quote=match[0], span=row.span(match.start(), match.end()),
                suggestion="请对照原件改正。",
            )  # fmt: skip
        if REPLACED in row.text:
            place = row.text.index(REPLACED)
            yield _doubt(
                "replacement-character", Severity.WARNING, "有无法解码的字符（�），文字可能已损坏。",
                quote=REPLACED, span=row.span(place, place + 1), suggestion="请对照原件改正。",
            )  # fmt: skip
