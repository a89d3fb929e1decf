"""What is printed around a document and is no part of it: page numbers, running heads, disclaimers."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from policydoc.parser.rows import Page, Row

PAGE_NUMBER = re.compile(
    r"(?:[-—–－―~·•\s]*第?\s*[-—–－]?\s*[0-9０-９]{1,4}\s*[-—–－]?\s*页?[-—–－―~·•\s]*"
    r"|第\s*[0-9０-９]{1,4}\s*页\s*[/，,、共\s]*\s*[0-9０-９]{1,4}\s*页?"
    r"|第\s*[一二三四五六七八九十百]{1,5}\s*页(?:\s*共\s*[一二三四五六七八九十百]{1,5}\s*页)?"
    r"|共\s*[0-9０-９]{1,4}\s*页\s*第?\s*[0-9０-９]{1,4}\s*页"
    r"|[0-9]{1,4}\s*/\s*[0-9]{1,4}|[Pp]age\s*[0-9]{1,4}(?:\s*of\s*[0-9]{1,4})?"
    r"|【第\s*[0-9]{1,4}\s*页】)\Z"
)
MARKED = re.compile(r"[-—–－―~·•页/Pp]")
DISCLAIMER = re.compile(
    r"(?:【?\s*(?:免责声明|版权声明|特别声明|转载声明|本文来源|文章来源|信息来源|来源网址|原文链接|原文网址|责任编辑|扫一扫|分享到|打印本页|关闭窗口|上一篇|下一篇|相关链接|相关阅读)"
    r"|(?:以上|本文|上述)(?:内容|信息|文章)?(?:由|来自|来源于|转载|摘自|仅供)|(?:转载|声明)(?:请注明|[：:])"
    r"|.{0,30}(?:如有侵权|侵权请|若有侵权|不代表本(?:站|网|公众号|平台)))"
)
SHORTEST_SERIES = 2


def remove_furniture(page: Page) -> None:
    """Take page numbers, running heads and web disclaimers out of the rows."""
    rows = page.rows
    numbers = [place for place, row in enumerate(rows) if _is_page_number(row)]
    gone = {place for place in numbers if MARKED.search(rows[place].text)} | _series(rows, numbers)
    reasons = dict.fromkeys(gone, "page-number")
    if len(gone) >= SHORTEST_SERIES:
        reasons |= dict.fromkeys(_running_heads(rows, gone), "running-head")
    reasons |= dict.fromkeys(_disclaimers(rows), "web-disclaimer")
    if not reasons:
        return
    for place in sorted(reasons):
        page.take_out(rows[place], reasons[place])
        if place + 1 < len(rows) and reasons[place] != "web-disclaimer":
            rows[place + 1].over = True
    page.rows = [row for place, row in enumerate(rows) if place not in reasons]


def _is_page_number(row: Row) -> bool:
    text = row.text
    return len(text) <= 24 and row.table is None and PAGE_NUMBER.match(text) is not None


def _series(rows: list[Row], numbers: list[int]) -> set[int]:
    """Bare numbers are page numbers where they count up one by one."""
    bare = [place for place in numbers if rows[place].text.isdigit()]
    found: set[int] = set()
    for left, right in itertools.pairwise(bare):
        if int(rows[right].text) == int(rows[left].text) + 1 and right - left > 3:
            found |= {left, right}
    return found


def _running_heads(rows: list[Row], pages: set[int]) -> list[int]:
    """Lines that stand unchanged beside three page numbers or more."""
    beside = [
        place
        for number in sorted(pages)
        for place in (number - 1, number + 1)
        if 0 <= place < len(rows) and place not in pages and _may_be_head(rows[place].text)
    ]
    counts = Counter(rows[place].text for place in beside)
    return [place for place in beside if counts[rows[place].text] >= 3]


def _may_be_head(text: str) -> bool:
    """A running head is a short line that ends no clause: 外； at the foot of a page is text."""
    return 4 <= len(text) <= 40 and text[-1] not in "。；，：、！？"


def _disclaimers(rows: list[Row]) -> list[int]:
    """Lines about reposting at the end of a document, or that say so themselves."""
    found = []
    for place in range(len(rows) - 1, max(len(rows) - 12, -1), -1):
        if rows[place].table is None and DISCLAIMER.match(rows[place].text):
            found.append(place)
    if found and min(found) != len(rows) - 1:
        found = [place for place in range(min(found), len(rows)) if rows[place].table is None]
    return found
