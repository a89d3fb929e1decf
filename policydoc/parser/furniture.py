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
# What stands at the foot of a government site, and what it prints beside a document.
SITE = re.compile(
    r"网站地图|网站声明|(?:网站|政府网站)标识码|ICP备|公网安备|(?:主办|承办|运行维护|技术支持)单?位?[：:]|版权所有|联系我们|关于我们|主编信箱|微信公众号|政务微[博信]|无障碍|Copyright",
    re.IGNORECASE,
)
LONGEST_SITE_LINE = 60
LONGEST_FOOT = 400
LINKS = re.compile(
    r"相关(?:政策|文件|文章|稿件|新闻|解读|附件|报道)(?:与|和|及|、)?(?:解读|文件|链接|阅读)?[：:]?$"
)


def remove_furniture(page: Page) -> None:
    """Take page numbers, running heads and web disclaimers out of the rows."""
    rows = page.rows
    numbers = [place for place, row in enumerate(rows) if _is_page_number(row)]
    gone = {place for place in numbers if MARKED.search(rows[place].text)} | _series(rows, numbers)
    reasons = dict.fromkeys(gone, "page-number")
    if len(gone) >= SHORTEST_SERIES:
        reasons |= dict.fromkeys(_running_heads(rows, gone), "running-head")
    reasons |= dict.fromkeys(_disclaimers(rows), "web-disclaimer")
    reasons |= dict.fromkeys(_site_foot(rows), "web-page")
    if not reasons:
        return
    for place in sorted(reasons):
        page.take_out(rows[place], reasons[place])
        if place + 1 < len(rows) and not reasons[place].startswith("web"):
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


def _site_foot(rows: list[Row]) -> range:
    """The short lines at the end in which a site says at least twice whose it is, or links on."""
    start, signs = len(rows), 0
    while start and len(rows) - start < LONGEST_FOOT and _is_site_line(rows[start - 1]):
        start -= 1
        signs += SITE.search(rows[start].text) is not None
    if signs >= SHORTEST_SERIES:
        return range(start, len(rows))
    links = [place for place in range(start, len(rows)) if LINKS.match(rows[place].text)]
    return range(links[0], len(rows)) if links else range(0)


def _is_site_line(row: Row) -> bool:
    """A line that neither ends a sentence nor gives a day or a number of the document."""
    if row.table is not None or len(row.text) > LONGEST_SITE_LINE or row.text[-1] in "。；，！？":
        return False
    return re.search(
        r"[0-9一二三四五六七八九]日$|[0-9]号$|^[（(]?[一二三四五六七八九十]+[、）)]|^第|^附",
        row.text,
    ) is None or (SITE.search(row.text) is not None)


def _disclaimers(rows: list[Row]) -> list[int]:
    """Lines about reposting at the end of a document, or that say so themselves."""
    found = []
    for place in range(len(rows) - 1, max(len(rows) - 12, -1), -1):
        if rows[place].table is None and DISCLAIMER.match(rows[place].text):
            found.append(place)
    if found and min(found) != len(rows) - 1:
        found = [place for place in range(min(found), len(rows)) if rows[place].table is None]
    return found
