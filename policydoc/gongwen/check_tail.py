"""Checks of signature and date (7.3.5), 附注 (7.3.6), 附件 (7.3.7), 版记 (7.4), tables (8)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydoc.gongwen.check_body import check_ink, check_plain
from policydoc.gongwen.inspection import (
    Inspection,
    check_face,
    check_indent,
    check_size,
)
from policydoc.gongwen.lengths import CELL
from policydoc.gongwen.roles import Role
from policydoc.gongwen.views import View, cell_of, line_extent
from policydoc.model import Finding

if TYPE_CHECKING:
    pass

_DATE = re.compile(r"^((?:19|20)\d{2})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$")


def check(inspection: Inspection) -> Iterator[Finding]:
    """Everything under the text."""
    yield from _check_signature(inspection)
    for view in inspection.found.all(Role.NOTE):
        yield from _check_note(inspection, view)
    yield from _check_annexes(inspection)


def is_real_date(match: re.Match[str]) -> bool:
    """Does the day exist."""
    try:
        datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True


def _check_signature(inspection: Inspection) -> Iterator[Finding]:
    date = inspection.found.first(Role.DATE)
    issuers = list(inspection.found.all(Role.ISSUER))
    for view in issuers:
        yield from check_plain(inspection, view)
    if date is None:
        return
    match = _DATE.match(date.text)
    if match is None:
        yield inspection.fault(
            "date-form",
            f"成文日期“{date.text}”应用阿拉伯数字标全年、月、日，月、日不编虚位。",
            date,
            suggestion="2026年3月5日",
        )
        return
    if not is_real_date(match):
        yield inspection.fault("date-real", f"成文日期“{date.text}”不存在。", date)
    yield from check_plain(inspection, date)
    if inspection.found.form != "general":  # a name stamp has a place of its own (7.3.5.3)
        return
    yield from _check_places(inspection, issuers, date)


@dataclass(frozen=True, slots=True)
class _Signature:
    """Where the longest name and the date stand, from the left of the type area, all in twips."""

    name: tuple[float, float]
    date: tuple[float, float]
    area: float
    cell: float

    @property
    def date_right(self) -> float:
        """Cells between the date and the right edge."""
        return (self.area - self.date[1]) / self.cell

    @property
    def name_right(self) -> float:
        """Cells between the name and the right edge."""
        return (self.area - self.name[1]) / self.cell

    @property
    def longer(self) -> float:
        """By how much the date is longer than the name."""
        return (self.date[1] - self.date[0]) - (self.name[1] - self.name[0])

    @property
    def is_centred(self) -> bool:
        """Does the name stand centred over the date?"""
        return abs(sum(self.name) - sum(self.date)) / 2 <= 0.6 * self.cell

    @property
    def is_stepped(self) -> bool:
        """Does the date begin two cells to the right of the name, as where no seal is set?"""
        return abs((self.date[0] - self.name[0]) / self.cell - 2) <= 0.5

    @property
    def is_sealed(self) -> bool:
        """Is it the place of a signature with a seal (7.3.5.1)?"""
        if self.name[1] - self.name[0] > self.area:  # a name of more than a line turns
            return abs(self.date_right - 4) <= 0.4
        overlong = -self.longer > 8 * CELL and self.name_right >= -0.1
        return self.is_centred and (abs(self.date_right - 4) <= 0.4 or overlong)

    @property
    def is_unsealed(self) -> bool:
        """Is it the place of one without (7.3.5.2)?"""
        right = self.date_right if self.longer > 0 else self.name_right
        return self.is_stepped and abs(right - 2) <= 0.4


def _check_places(inspection: Inspection, issuers: list[View], date: View) -> Iterator[Finding]:
    """Sealed, unsealed and name-stamped signatures each have their own place."""
    area, cell = inspection.area, cell_of(date)
    dated = line_extent(date, area)
    if not issuers:
        right = (area - dated[1]) / cell
        if min(abs(right - 4), abs(right - 2)) > 0.4:
            told = f"成文日期应右空四字（加盖印章），现右空 {right:.2g} 字。"
            yield inspection.fault("sealed-date-indent", told, date, suggestion="右空四字")
        return
    longest = max((line_extent(view, area) for view in issuers), key=lambda e: e[1] - e[0])
    signature = _Signature(longest, dated, area, cell)
    if not signature.is_sealed and not signature.is_unsealed:
        yield _misplaced(inspection, signature, issuers[-1], date)


def _misplaced(inspection: Inspection, signature: _Signature, issuer: View, date: View) -> Finding:
    """What a signature that stands in neither place lacks, by the place it is nearer to."""
    if signature.is_stepped:
        return inspection.fault(
            "unsealed-body-indent",
            f"不加盖印章的，署名应右空二字，现右空 {signature.name_right:.2g} 字。",
            issuer,
            suggestion="右空二字",
        )
    if signature.is_centred or abs(signature.date_right - 4) > 0.4:
        return inspection.fault(
            "sealed-date-indent",
            f"成文日期应右空四字（加盖印章）；不加盖印章的，署名右空二字、日期首字比署名首字右移二字。"
            f"现日期右空 {signature.date_right:.2g} 字。",
            date,
            suggestion="右空四字",
        )
    return inspection.fault(
        "sealed-body",
        "署名应以成文日期为准居中编排。",
        issuer,
        suggestion=f"右空 {4 + signature.longer / 2 / signature.cell:.2g} 字",
    )


def _check_note(inspection: Inspection, view: View) -> Iterator[Finding]:
    if not re.match(r"^（.*）$", view.text, re.S):
        yield inspection.fault(
            "note-brackets", "附注应加全角圆括号。", view, suggestion="（此件公开发布）"
        )
    yield from check_indent(inspection, "note-indent", view)
    yield from check_plain(inspection, view)


def _check_annexes(inspection: Inspection) -> Iterator[Finding]:
    labels = list(inspection.found.all(Role.ANNEX_LABEL))
    for view in labels:
        if view.number > 1 and not view.breaks_page:
            yield inspection.fault("annex-page", "附件应另面编排。", view, suggestion="段前分页")
        yield from check_face(inspection, "annex-face", view)
        yield from check_indent(inspection, "annex-indent", view)
    yield from _check_labels(inspection, labels)
    for view in inspection.found.all(Role.ANNEX_TITLE):
        yield from _check_annex_title(inspection, view)


def _number(text: str) -> str:
    return re.sub(r"[附件\s：:]", "", text)


def _check_labels(inspection: Inspection, labels: list[View]) -> Iterator[Finding]:
    listed = len(list(inspection.found.all(Role.ENCLOSURE)))
    for order, view in enumerate(labels, 1):
        number = _number(view.text)
        if listed == 1 and len(labels) == 1 and number:
            wanted = ""
        elif (len(labels) > 1 and listed in (0, len(labels)) and number != str(order)) or (
            listed > 1 and not number
        ):
            wanted = str(order)
        else:
            continue
        yield inspection.fault(
            "annex-numbers",
            f"“{view.text}”的序号应与附件说明一致，应为“附件{wanted}”。",
            view,
            suggestion=f"附件{wanted}",
        )


def _check_annex_title(inspection: Inspection, view: View) -> Iterator[Finding]:
    above = inspection.found.roles[view.number - 2]
    if above is not Role.ANNEX_TITLE:
        blanks = inspection.found.blanks_before(view)
        before = round(view.look.before / inspection.profile.line)
        if blanks is not None and blanks + before != 1:
            yield inspection.fault(
                "annex-title-line",
                f"附件标题应排在第三行，现为第 {blanks + before + 2} 行。",
                view,
                suggestion="“附件”与标题之间空一行",
            )
    if view.look.align != "center":
        yield inspection.fault("annex-title-align", "附件标题应居中。", view, suggestion="居中")
    yield from check_face(inspection, "annex-title-face", view)
    yield from check_size(inspection, "annex-title-size", view)
    yield from check_ink(inspection, view)
