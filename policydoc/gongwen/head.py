"""版头 (7.2): the paragraphs from the top of the type area to the red rule, general or letter."""

from __future__ import annotations

from policydoc.gongwen.blocks import Blank, Document, Head, Paragraph, Run
from policydoc.gongwen.lengths import CELL, em_width, run_width, twips
from policydoc.gongwen.markup import blank_xml, line_xml, paragraph_xml
from policydoc.gongwen.standard import Profile, number_of

_LARGEST, _LEAST = 62, 22


def mark_size(mark: str) -> int:
    """The largest size in pt (62 to 22) in which the mark keeps to one line of 156 mm."""
    room = number_of("area-width") / 25.4 * 72
    widest = max((sum(map(em_width, line)) for line in mark.split("\n")), default=1.0)
    return int(max(_LEAST, min(_LARGEST, room / max(widest, 1.0))))


def above_mark(head: Head) -> list[Paragraph]:
    """份号, 密级, 紧急程度, each on its own line from the first down."""
    rows = ((head.serial, "公文份号"), (head.secrecy, "公文密级"), (head.urgency, "公文紧急程度"))
    return [Paragraph(text, style) for text, style in rows if text]


def head_xml(document: Document, area: int) -> str:
    """The whole 版头 of a general document."""
    head, profile = document.head, document.profile
    if head is None:
        return ""
    if document.form == "letter":
        return letter_head_xml(head, area, profile)
    above = above_mark(head)
    # Profile gbt33476 begins its area higher; the mark's distance counts from the 37 mm edge.
    room = twips(number_of("mark-place") + number_of("margin-top") - profile.top)
    room -= profile.line * len(above)
    size = head.mark_size or mark_size(head.mark)
    parts = [paragraph_xml(paragraph, profile) for paragraph in above]
    parts.append(line_xml(max(room, 20)))
    parts.append(paragraph_xml(Paragraph(head.mark, "公文发文机关标志", size=size), profile))
    parts.append(blank_xml(Blank(2)))
    parts += [paragraph_xml(line, profile) for line in number_lines(head, area, profile)]
    return "".join(parts)


def number_lines(head: Head, area: int, profile: Profile) -> list[Paragraph]:
    """发文字号 over the red rule; upward documents have it left, with 签发人 on the right."""
    if not head.signers:
        return [Paragraph(head.number, "公文发文字号", rule=True)]
    rows = [head.signers[i : i + 2] for i in range(0, len(head.signers), 2)]
    label = run_width("签发人：")
    widest = max(run_width("　".join(row)) for row in rows)
    start = area - CELL - label - widest
    tabs = (("left", start), ("left", start + label))
    lines = []
    for index, row in enumerate(rows):
        last = index == len(rows) - 1
        lead = (head.number if last else "") + "\t"
        names = Run("　".join(row), "signer-face")
        words = (Run(lead + "签发人："), names) if index == 0 else (Run(lead + "\t"), names)
        lines.append(Paragraph(words, "公文签发人", tabs=tabs, rule=last))
    return lines


_RULE_WIDTH = twips(number_of("letter-rule-width"))


def _page_frame(y: float, wrap: str, space: int) -> str:
    """A frame as wide as the double rules, `y` mm under the sheet's top, centred on the sheet."""
    return (
        f'<w:framePr w:w="{_RULE_WIDTH}" w:vSpace="{space}" w:wrap="{wrap}" w:vAnchor="page" '
        f'w:hAnchor="page" w:xAlign="center" w:y="{twips(y)}"/>'
    )


def letter_head_xml(head: Head, area: int, profile: Profile) -> str:
    """信函 (10.1): mark 30 mm under the sheet's top, red double rule, number at the right."""
    size = head.mark_size or mark_size(head.mark)
    mark = paragraph_xml(Paragraph(head.mark, "公文发文机关标志", size=size), profile)
    # 7/8 of a 3号 character stand between the rule and what follows, half of it in the line's own
    # leading. LibreOffice counts the distance of a framed border twice: 3 pt suit it and Word.
    frame = _page_frame(number_of("letter-mark-place"), "notBeside", 130)
    rule = '<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="3" w:color="FF0000"/></w:pBdr>'
    mark = mark.replace('<w:pStyle w:val="gwMark"/>', f'<w:pStyle w:val="gwMark"/>{frame}{rule}')
    left = [text for text in (head.serial, head.secrecy, head.urgency) if text]
    first = f"{left[0]}\t{head.number}" if left else head.number
    tabs = (("right", area),) if left else ()
    align = "left" if left else "right"
    rows = [Paragraph(first, "公文发文字号", align=align, tabs=tabs)]
    rows += [Paragraph(text, "公文密级") for text in left[1:]]
    return mark + "".join(paragraph_xml(row, profile) for row in rows)


def letter_foot_xml() -> str:
    """The paragraph of the first page's footer: the lower double rule 20 mm from the foot."""
    y = number_of("paper-height") - number_of("letter-foot")
    return (
        f'<w:p><w:pPr><w:pStyle w:val="gwSpacer"/>{_page_frame(y, "around", 0)}'
        '<w:pBdr><w:top w:val="thinThickSmallGap" w:sz="24" w:space="0" w:color="FF0000"/></w:pBdr>'
        '<w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>'
    )
