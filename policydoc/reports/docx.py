"""The comparison as a Word 条文对照表: a column a policy, differences in named character styles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydoc.model import Comparison, FactRow, Review
from policydoc.plugins import Report
from policydoc.reports import _word as word
from policydoc.reports._cells import cell_paragraphs
from policydoc.reports._view import RowView, View, reason, view
from policydoc.reports._words import TOPICS, verdict_word

# More columns than this cannot be read on A3: the others follow in further tables, each with
# the lead text beside them.
COLUMNS = 5
NUMERALS = "一二三四五六七八九"


def _render(comparison: Comparison) -> bytes:
    seen = view(comparison)
    page = word.A3 if len(seen.ids) > 2 else word.A4
    title = "、".join(seen.names[i] for i in seen.ids) + "政策条文对照表"
    total = page[0] - 2 * page[2]
    sections = [
        ("摘要", list(_summary(seen))),
        ("门槛对照", _facts(seen, "门槛对照", comparison.thresholds, total)),
        ("时限、有效期与名额", _facts(seen, "时限、有效期与名额", comparison.deadlines, total)),
        ("程序", _facts(seen, "程序", comparison.procedure, total)),
        ("撤销情形", _facts(seen, "撤销情形", comparison.grounds, total)),
        ("条文对照", _concordance(seen, total)),
        ("说明", [word.plain(note) for note in comparison.notes]),
    ]
    body = [word.plain(title, word.TITLE), _sources(seen, total)]
    shown = [(name, blocks) for name, blocks in sections if blocks]
    for number, (name, blocks) in zip(NUMERALS, shown, strict=False):
        body += [word.plain(f"{number}、{name}", word.HEADING), *blocks]
    return word.document(title, "".join(body), page)


def _sources(seen: View, total: int) -> str:
    rows = [
        [
            [word.plain(text, word.CELL)]
            for text in (
                seen.names[i] + ("（主文本）" if i == seen.lead else ""),
                f"《{seen.titles[i]}》",
                seen.sources[i],
                seen.statuses.get(i, "正式文本"),
            )
        ]
        for i in seen.ids
    ]
    heads = ("简称", "题名", "来源", "文本性质")
    return word.table("所对照的文本", heads, rows, word.widths(total, (2, 5, 5, 1.5)))


def _summary(seen: View) -> Iterator[str]:
    for sentence, places in seen.comparison.summary:
        labels = seen.cited(places)
        yield word.paragraph([word.run(sentence), word.run(labels, word.CITED) if labels else ""])


def _chunks(seen: View) -> list[tuple[str, ...]]:
    """The policies of each table: the lead, then as many others as the page holds."""
    return [
        (seen.lead, *seen.others[start : start + COLUMNS])
        for start in range(0, max(len(seen.others), 1), COLUMNS)
    ]


def _head(seen: View, policy: str) -> str:
    return seen.names[policy] + ("（主文本）" if policy == seen.lead else "")


def _facts(seen: View, name: str, rows: Sequence[FactRow], total: int) -> list[str]:
    if not rows:
        return []
    tables = []
    for policies in _chunks(seen):
        shares = (2.2, *(4.0 for _ in policies), 4.4)
        heads = ("项目", *(_head(seen, policy) for policy in policies), "比较结论")
        body = [_fact_row(seen, row, policies) for row in rows]
        tables += [
            word.table(name, heads, body, word.widths(total, shares)),
            word.plain("", word.NOTE),
        ]
    return tables


def _fact_row(seen: View, row: FactRow, policies: Sequence[str]) -> list[list[str]]:
    topic = "" if row.topic in ("threshold", "step", "ground") else TOPICS.get(row.topic, "")
    first = row.subject + (f"（{topic}）" if topic else "")
    cells = [[word.plain(first, word.CELL)]]
    for policy in policies:
        cell = row.cells.get(policy)
        eid = cell.eid or next((fact.eid for fact in cell.facts), "") if cell else ""
        place = seen.place(policy, eid)
        cited = word.run(f"（{place.label}）", word.CITED) if place else ""
        stated = cell.stated if cell and cell.stated else "未规定"
        cells.append([word.paragraph([word.run(stated), cited], word.CELL)])
    verdicts = []
    for policy in policies:
        key = f"{policy}/{seen.lead}"
        if key in row.verdicts:
            words = f"{seen.names[policy]}：{verdict_word(row, key)}。"
            verdicts.append(
                word.paragraph(
                    [word.run(words, word.VERDICT), word.run(reason(row, key))],
                    word.CELL,
                )
            )
    return [*cells, verdicts]


def _concordance(seen: View, total: int) -> list[str]:
    if not seen.rows:
        return []
    legend = [
        word.run("图例："),
        word.run("新增文字", word.INSERTED),
        word.run("为主文本没有的文字；"),
        word.run("删除文字", word.DELETED),
        word.run("为主文本有、该文本没有的文字；"),
        word.run("移动文字", word.MOVED),
        word.run("为换了位置的文字。标点和全角半角的差别、视为相当的名称不作标记。"),
    ]
    blocks = [word.paragraph(legend, word.NOTE), *_substitutions(seen)]
    for policies in _chunks(seen):
        shares = (0.8, 1.9, *(4.8 for _ in policies), 4.6, 2.1)
        heads = ("序号", "主题", *(_head(seen, p) for p in policies), "差异说明", "依据")
        rows = [_row(row, policies, seen) for row in seen.rows if _concerns(row, policies, seen)]
        columns = word.widths(total, shares)
        blocks += [
            word.table("条文对照表", heads, rows, columns, whole_rows=False),
            word.plain("", word.NOTE),
        ]
    return blocks


def _concerns(row: RowView, policies: Sequence[str], seen: View) -> bool:
    """Whether the row belongs in this part: the lead's rows do, and those of its policies."""
    return seen.lead in row.row.cells or any(policy in row.row.cells for policy in policies)


def _substitutions(seen: View) -> Iterator[str]:
    for one in seen.comparison.alignments:
        if one.substitutions:
            pairs = "；".join(f"{left} ↔ {right}" for left, right in one.substitutions)
            names = f"{seen.names.get(one.left, '')}与{seen.names.get(one.right, '')}"
            yield word.plain(f"{names}比对时视为相当的名称：{pairs}。", word.NOTE)


def _row(row: RowView, policies: Sequence[str], seen: View) -> list[list[str]]:
    by_policy = {cell.policy: cell for cell in row.cells}
    others = [seen.names[i] for i in seen.others if i not in policies]
    explanation = [s for s in row.explanation if not s.startswith(tuple(f"{o}：" for o in others))]
    relation = word.paragraph(word.run(row.relation, word.VERDICT), word.CELL)
    return [
        [word.plain(str(row.number), word.CELL)],
        [word.plain(row.title, word.CELL), relation],
        *(cell_paragraphs(by_policy[policy]) for policy in policies),
        [word.plain(sentence, word.CELL) for sentence in explanation],
        [word.plain(basis, word.CELL) for basis in row.basis],
    ]


def _render_review(review: Review) -> bytes:
    from policydoc.reports._review_word import render

    return render(review)


REPORT = Report(".docx", comparison=_render, review=_render_review)
