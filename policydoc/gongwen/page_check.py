"""The render check: what only the laid-out pages can show, judged by the same facts.

Ink moves by about 1.3 mm with the substitute font, so ink is judged to ±2 mm; counts of lines and
characters did not change with any font tried (docs/adr/0070).
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from policydoc.gongwen.inspection import Inspection
from policydoc.gongwen.lengths import em_width
from policydoc.gongwen.page_measure import PageMeasure, Rule, TextLine, measure
from policydoc.gongwen.roles import Role
from policydoc.gongwen.standard import number_of
from policydoc.model import Finding

_PAGE_NUMBER = re.compile(r"^[—–―\-－ー一]?\d{1,4}[—–―\-－ー一]?$")
_INK = 2.0
_FULL = 7.0
_LEAST_GAPS = 8


def check_pages(pdf: bytes, inspection: Inspection) -> tuple[Finding, ...]:
    """Findings on the rendered pages of the inspected document."""
    pages = measure(pdf)
    if not pages:
        return ()
    found = [
        *(finding for page in pages for finding in _check_page(inspection, page)),
        *_check_counts(inspection, pages),
        *_check_first(inspection, pages[0]),
        *_check_date(inspection, pages),
        *_check_last(inspection, pages),
    ]
    return tuple(f for f in found if f.rule.partition("/")[2] not in inspection.profile.skipped)


def _fault(inspection: Inspection, name: str, page: PageMeasure, message: str) -> Finding:
    return inspection.fault(name, message, part=f"第{page.number}页")


def _upright(page: PageMeasure) -> bool:
    return page.height > page.width


def _area(inspection: Inspection) -> tuple[float, float, float, float]:
    """Left, right, top and foot of the type area the standard names, whichever the profile."""
    left = inspection.profile.left
    foot = number_of("paper-height") - number_of("margin-bottom")
    return left, left + number_of("area-width"), number_of("margin-top"), foot


def page_number(page: PageMeasure, foot: float) -> TextLine | None:
    """The line of the page number: under the type area, nothing but a number."""
    for line in reversed(page.lines):
        if line.base > foot + 1 and _PAGE_NUMBER.match(line.text):
            return line
    return None


def body_lines(inspection: Inspection, page: PageMeasure) -> list[TextLine]:
    """The lines in the type area."""
    *_, top, foot = _area(inspection)
    return [line for line in page.lines if top - 4 <= line.base <= foot + 3]


def _check_page(inspection: Inspection, page: PageMeasure) -> Iterator[Finding]:
    wanted = sorted((number_of("paper-width"), number_of("paper-height")))
    if any(abs(a - b) > 1 for a, b in zip(sorted((page.width, page.height)), wanted, strict=True)):
        size = f"{page.width:.0f} mm×{page.height:.0f} mm"
        yield _fault(inspection, "paper-width", page, f"版面应为 A4，实为 {size}。")
    if not _upright(page):
        return
    left, right, _, foot = _area(inspection)
    lines = body_lines(inspection, page)
    if lines and min(line.left for line in lines) < left - 1:
        yield _fault(inspection, "margin-left", page, "文字超出版心左边缘。")
    # A mark at the end of a line may hang outside the type area.
    if lines and max(_last_word(line) for line in lines) > right + 1:
        yield _fault(inspection, "margin-right", page, "文字超出版心右边缘。")
    number = page_number(page, foot)
    if number is None:
        return
    gap = number.base - 1.6 - foot
    if abs(gap - number_of("page-number-gap")) > _INK:
        message = f"页码一字线上距版心下边缘应为 7 mm，实为 {gap:.1f} mm。"
        yield _fault(inspection, "page-number-gap", page, message)
    side = "right" if (number.left + number.right) / 2 > (left + right) / 2 else "left"
    printed = int(re.sub(r"\D", "", number.text))
    wanted_side = inspection.profile.value("page-number-side")
    if wanted_side == "outside" and side != ("right" if printed % 2 else "left"):
        yield _fault(
            inspection, "page-number-side", page, f"第 {printed} 页的页码应居另一侧（单右双左）。"
        )


def _last_word(line: TextLine) -> float:
    words = [g.right for g in line.glyphs if g.text not in "，。、；：？！）》”"]
    return max(words, default=line.right)


def cells(line: TextLine) -> float:
    """Full-width cells of a line, a half-width character counting a half."""
    return sum(1.0 if em_width(glyph.text) == 1.0 else 0.5 for glyph in line.glyphs)


def _is_text(line: TextLine) -> bool:
    sizes = Counter(round(glyph.size) for glyph in line.glyphs)
    return sizes.most_common(1)[0][0] == round(number_of("body-size"))


def _is_plain(line: TextLine) -> bool:
    """Nothing but full-width characters: figures and letters have widths of their own."""
    return all(em_width(glyph.text) == 1.0 for glyph in line.glyphs)


def _check_counts(inspection: Inspection, pages: Sequence[PageMeasure]) -> Iterator[Finding]:
    left, right, _, _ = _area(inspection)
    gaps, counts = [], Counter[float]()
    for page in filter(_upright, pages):
        lines = [line for line in body_lines(inspection, page) if _is_text(line)]
        gaps += [b.base - a.base for a, b in pairwise(lines)]
        full = (line for line in lines if line.left < left + 1 and line.right > right - _FULL)
        counts.update(cells(line) for line in full if _is_plain(line))
    if len(gaps) < _LEAST_GAPS:
        return
    # The most usual gap: empty lines and headings stand farther apart.
    pitch = statistics.mode(round(gap, 1) for gap in gaps)
    pitch = statistics.mean(gap for gap in gaps if abs(gap - pitch) < 0.3)
    profile = inspection.profile
    height = number_of("paper-height") - profile.top - profile.bottom
    fitting = int((height + 0.1) / pitch)
    if fitting != int(profile.value("lines")):
        message = f"每面应排 22 行，实际行距 {pitch:.2f} mm，每面可排 {fitting} 行。"
        yield _fault(inspection, "lines", pages[0], message)
    # A mark that may not begin a line leaves it a character short: the fullest lines decide.
    reached = [count for count, times in counts.items() if times >= 2]
    if reached:
        usual = max(reached)
        if abs(usual - int(profile.value("characters"))) > 0.6:
            message = f"每行应排 28 字，实际满行为 {usual:g} 字。"
            yield _fault(inspection, "characters", pages[0], message)


def _is_red(colour: tuple[int, int, int]) -> bool:
    return colour[0] > 150 and colour[1] < 90 and colour[2] < 90


def _check_first(inspection: Inspection, page: PageMeasure) -> Iterator[Finding]:
    left, right, top, _ = _area(inspection)
    mark = next((line for line in page.lines if _is_red(line.glyphs[0].colour)), None)
    if inspection.is_letter:
        yield from _check_letter(inspection, page, mark)
    elif mark is not None and inspection.found.first(Role.MARK) is not None:
        ink = min(glyph.top for glyph in mark.glyphs)
        if abs(ink - top - number_of("mark-place")) > _INK:
            message = f"发文机关标志上边缘至版心上边缘应为 35 mm，实为 {ink - top:.1f} mm。"
            yield _fault(inspection, "mark-place", page, message)
        if abs((mark.left + mark.right - left - right) / 2) > 1.5:
            yield _fault(inspection, "mark-align", page, "发文机关标志没有居中。")
    rule = next((rule for rule in page.rules if _is_red(rule.colour)), None)
    if inspection.is_letter:
        pass
    elif rule is not None:
        yield from _check_rule(inspection, page, rule)
    elif inspection.found.first(Role.NUMBER) is not None and mark is not None:
        yield _fault(inspection, "rule-width", page, "没有红色分隔线。")
    body = inspection.found.first(Role.BODY, Role.ARTICLE, Role.LEVEL1, Role.CHAPTER)
    words = "".join(line.text for line in page.lines)
    headed = inspection.found.first(Role.NUMBER, Role.MARK) is not None
    if headed and body is not None and re.sub(r"\s", "", body.text)[:10] not in words:
        yield _fault(inspection, "first-page-text", page, "公文首页必须显示正文。")


def _check_letter(
    inspection: Inspection, page: PageMeasure, mark: TextLine | None
) -> Iterator[Finding]:
    """信函: the mark 30 mm under the sheet's top, double rules of 170 mm."""
    wanted = number_of("letter-mark-place")
    if mark is not None and abs(min(g.top for g in mark.glyphs) - wanted) > _INK:
        top = min(g.top for g in mark.glyphs)
        message = f"信函标志上边缘至上页边应为 30 mm，实为 {top:.1f} mm。"
        yield _fault(inspection, "letter-mark-place", page, message)
    rules = [rule for rule in page.rules if _is_red(rule.colour)]
    width = number_of("letter-rule-width")
    if not rules or any(abs(rule.right - rule.left - width) > 1 for rule in rules):
        yield _fault(inspection, "letter-rule-width", page, "信函红色双线应长 170 mm。")
        return
    foot = number_of("paper-height") - max(rule.y for rule in rules)
    if abs(foot - number_of("letter-foot")) > _INK:
        message = f"信函下双线距下页边应为 20 mm，实为 {foot:.1f} mm。"
        yield _fault(inspection, "letter-foot", page, message)


def _check_rule(inspection: Inspection, page: PageMeasure, rule: Rule) -> Iterator[Finding]:
    width = rule.right - rule.left
    if abs(width - number_of("rule-width")) > 1:
        message = f"版头分隔线应与版心等宽（156 mm），实为 {width:.1f} mm。"
        yield _fault(inspection, "rule-width", page, message)
    above = [line for line in page.lines if line.base < rule.y]
    if above:
        gap = rule.y - max(glyph.foot for glyph in above[-1].glyphs)
        if abs(gap - number_of("rule-gap")) > 1.5:
            message = f"分隔线距发文字号应为 4 mm，实为 {gap:.1f} mm。"
            yield _fault(inspection, "rule-gap", page, message)


def _check_date(inspection: Inspection, pages: Sequence[PageMeasure]) -> Iterator[Finding]:
    """The page that holds the date holds more than the signature."""
    date = inspection.found.first(Role.DATE)
    if date is None or date.number == 1:
        return
    wanted = re.sub(r"\s", "", date.text)
    signed = {re.sub(r"\s", "", view.text) for view in inspection.found.all(Role.ISSUER)}
    for page in pages:
        lines = [line.text for line in page.lines]
        if wanted in lines:
            if set(lines[: lines.index(wanted)]) <= signed:
                message = "落款单独成页，应调整行距、字距，使日期与正文同处一面。"
                yield _fault(inspection, "no-text-page", page, message)
            return


def _check_last(inspection: Inspection, pages: Sequence[PageMeasure]) -> Iterator[Finding]:
    if inspection.found.first(Role.PRINTED) is None:
        return
    left, _, _, foot = _area(inspection)
    last = pages[-1]
    if len(pages) > 1 and len(pages) % 2:
        message = f"版记一般置于双数面，现在第 {len(pages)} 页。"
        yield _fault(inspection, "colophon-even", last, message)
    wide = 0.9 * number_of("area-width")
    rules = [
        rule
        for rule in last.rules
        if not _is_red(rule.colour) and rule.right - rule.left > wide and abs(rule.left - left) < 3
    ]
    if not rules:
        yield _fault(inspection, "colophon-rules", last, "末页没有与版心等宽的版记分隔线。")
        return
    for rule in rules:
        width = rule.right - rule.left
        if abs(width - number_of("colophon-rules")) > 1.5:
            message = f"版记分隔线应长 156 mm，实为 {width:.1f} mm。"
            yield _fault(inspection, "colophon-rules", last, message)
            break
    lowest = max(rule.y for rule in rules)
    if abs(lowest - foot) > max(abs(inspection.profile.bottom - 35.0), 0) + 1.5:
        message = f"版记末条分隔线应与版心下边缘重合，实际相差 {lowest - foot:+.1f} mm。"
        yield _fault(inspection, "colophon-place", last, message)
