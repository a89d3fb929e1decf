"""The comparison as Markdown, for a mail or a repository: tables and marked words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.chinese.characters import printable
from policydoc.model import Comparison, FactRow, Review
from policydoc.plugins import Report
from policydoc.reports._review import Noted, noted, shortened, tally, title
from policydoc.reports._view import Cell, Piece, RowView, View, reason, view
from policydoc.reports._words import ABSENT, MARKS, verdict_word

SIGNS = {"insert": "**", "move_in": "**", "delete": "~~", "move_out": "~~"}
# Every sign that could begin markup, a link, a table cell or raw HTML.
MARKUP = re.compile(r"([\\`*_{}\[\]#|~!$])")
LEADING = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def escape(text: str) -> str:
    """The words as Markdown shows them: no markup, no HTML, on one line."""
    # Entities, not backslashes: some readers keep the markup after a backslash.
    plain = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = MARKUP.sub(r"\\\1", plain)
    return LEADING.sub(r"\1\\\2", plain).replace("\n", "<br>")


def _render(comparison: Comparison) -> bytes:
    seen = view(comparison)
    blocks = [
        f"# {escape('与'.join(seen.names[i] for i in seen.ids))}政策对照",
        _sources(seen),
        _section("摘要", [f"- {_sentence(seen, s)}" for s in comparison.summary]),
        _facts(seen, "门槛", comparison.thresholds),
        _facts(seen, "时限、有效期与名额", comparison.deadlines),
        _facts(seen, "程序", comparison.procedure),
        _facts(seen, "撤销情形", comparison.grounds),
        _concordance(seen),
        _section("说明", [f"- {escape(note)}" for note in comparison.notes]),
    ]
    return ("\n\n".join(filter(None, blocks)) + "\n").encode("utf-8")


def _section(title: str, lines: list[str]) -> str:
    return f"## {title}\n\n" + "\n".join(lines) if lines else ""


def _sources(seen: View) -> str:
    rows = [
        (
            seen.names[i] + ("（主文本）" if i == seen.lead else ""),
            seen.titles[i],
            seen.sources[i],
            seen.statuses.get(i, "正式文本"),
        )
        for i in seen.ids
    ]
    return _table(("简称", "题名", "来源", "文本性质"), rows)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, raw: bool = False) -> str:
    lines = [head, tuple("---" for _ in head)]
    lines += [row if raw else tuple(map(escape, row)) for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def _sentence(seen: View, item: tuple[str, tuple[tuple[str, str], ...]]) -> str:
    sentence, places = item
    return escape(sentence + seen.cited(places))


def _facts(seen: View, title: str, rows: tuple[FactRow, ...]) -> str:
    if not rows:
        return ""
    head = ("项目", *(escape(seen.names[i]) for i in seen.ids), "比较")
    return f"## {title}\n\n" + _table(head, [_fact_row(seen, row) for row in rows])


def _fact_row(seen: View, row: FactRow) -> tuple[str, ...]:
    cells = []
    for policy in seen.ids:
        cell = row.cells.get(policy)
        eid = cell.eid or next((fact.eid for fact in cell.facts), "") if cell else ""
        place = seen.place(policy, eid)
        cells.append((cell.stated if cell else "") + (f"（{place.label}）" if place else ""))
    verdicts = [
        f"{seen.names.get(key.split('/')[0], key)}：{verdict_word(row, key)}。" + reason(row, key)
        for key in row.verdicts
    ]
    return (row.subject, *cells, "\n".join(verdicts))


def _concordance(seen: View) -> str:
    head = ("序号", "主题", *(escape(seen.names[i]) for i in seen.ids), "差异说明")
    rows = [_row(row) for row in seen.rows]
    legend = "标记：**〔新增〕**为主文本没有的文字，~~〔删除〕~~为主文本有而该文本没有的文字。"
    return f"## 条文对照\n\n{legend}\n\n" + _table(head, rows, raw=True) if rows else ""


def _row(row: RowView) -> tuple[str, ...]:
    explanation = "<br>".join(map(escape, row.explanation))
    return (str(row.number), escape(row.title), *map(_cell, row.cells), explanation)


def _cell(cell: Cell) -> str:
    if not cell.places:
        return ABSENT
    label = "、".join(place.label for place in cell.places)
    return f"**{escape(label)}**<br>" + "".join(map(_piece, cell.pieces))


def _piece(piece: Piece) -> str:
    if not piece.mark:
        return escape(piece.text)
    sign = SIGNS[piece.mark]
    return f" {sign}〔{MARKS[piece.mark]}〕{escape(piece.text.strip())}{sign} "


def _render_review(review: Review) -> bytes:
    rows = ["| 序号 | 位置 | 原文 | 意见 | 建议 | 依据 | 程度 |", "|---|---|---|---|---|---|---|"]
    rows += [_note(note) for note in noted(review)]
    blocks = [f"# {escape(title(review))}审查意见", escape(tally(review)), "\n".join(rows)]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "backslashreplace")


def _note(note: Noted) -> str:
    finding = note.finding
    weight = finding.severity.word + ("" if finding.certain else "（供参考）")
    if finding.accepted:
        weight += f"（已接受：{finding.accepted}）"
    related = "".join(f"（对照：{cited}“{shortened(quote)}”）" for cited, quote in note.related)
    cells = (
        str(note.number), note.where, finding.quote, finding.message + related,
        finding.suggestion, finding.basis, weight,
    )  # fmt: skip
    return "| " + " | ".join(map(escape, cells)) + " |"


REPORT = Report(".md", comparison=_render, review=_render_review)
