"""Where on a web page the document stands: by the boxes government sites use, else by its weight.

Weight is text outside links. The box is the smallest element that holds nearly all of the weight
and every line that begins with a label of a provision, so that no chapter in a box of its own is
cut off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

KNOWN = re.compile(
    r"(?:^|[\s_-])(?:trs_editor\w*|trs_uedit\w*|zoom\w*|ucap-content|pages_content|article-?con\w*"
    r"|news_?content|content_?text|con_?text|mainText\w*|txt_con|view\w*con\w*|j-fontcontent"
    r"|artical_content|detail_?con\w*|xxgk_?content|govcontent|articlecontent|vsb_content\w*)",
    re.I,
)
NOISE = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|crumbs?|breadcrumbs?|position|location|foot\w*|copyright"
    r"|share\w*|side(?:bar)?|toolbar|print|related|pagination|pager|search\w*|login|banner|logo"
    r"|friend\w*|links?|qr\w*|bdshare\w*|top-?bar|site-?map|advert\w*|hot\w*|recommend\w*)(?=$|[\s_-])",
    re.I,
)
CHROME = re.compile(
    r"(?:【?\s*(?:打印|关闭)(?:本页|窗口|页面)?.{0,12}|分享(?:到|至).{0,30}|扫一扫.{0,30}"
    r"|(?:上一篇|下一篇|上一条|下一条|相关(?:链接|阅读|文章|解读))[:：]?.{0,60}"
    r"|版权所有.{0,80}|.{0,60}ICP备.{0,60}|.{0,20}公网安备.{0,60}|网站标识码.{0,60}"
    r"|字[体号][:：].{0,20}|(?:信息)?来源[:：].{0,30}|发布(?:时间|日期)[:：].{0,30}"
    r"|浏览(?:次数|量)?[:：].{0,20}|(?:您)?(?:现在的?|当前)?(?:所在)?位置[:：].{0,80}"
    r"|首页\s*[>＞»/].{0,80})"
)
LABEL = re.compile(
    r"[\s\u3000\xa0]*(?:第\s*[〇零一二三四五六七八九十百千\d]+\s*[编章节条]"
    r"|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|附[件表录])"
)
CONTAINERS = frozenset(
    [
        "html",
        "body",
        "div",
        "section",
        "article",
        "main",
        "td",
        "th",
        "tr",
        "table",
        "tbody",
        "center",
        "font",
        "form",
        "span",
        "dd",
        "dl",
    ]
)
NOISE_TAGS = frozenset(("nav", "header", "footer", "aside"))


@dataclass
class Weights:
    """Of each element with all below it: text outside links, text in links, labelled lines."""

    text: dict[_Element, int] = field(default_factory=dict)
    linked: dict[_Element, int] = field(default_factory=dict)
    labels: dict[_Element, int] = field(default_factory=dict)
    whole: int = 0


def weigh(root: _Element) -> Weights:
    """Weigh every element, children first; no recursion, for pages nest as they like."""
    weights = Weights()
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    for element in reversed(elements):
        text, linked, labels = _own(element.text)
        for child in element:
            if isinstance(child.tag, str):
                text += weights.text[child]
                linked += weights.linked[child]
                labels += weights.labels[child]
            more, _, labelled = _own(child.tail)
            text, labels = text + more, labels + labelled
        if element.tag == "a":
            text, linked, labels = 0, linked + text, 0
        weights.text[element], weights.linked[element] = text, linked
        weights.labels[element] = labels
    weights.whole = weights.text[root]
    return weights


def _own(text: str | None) -> tuple[int, int, int]:
    if text is None or not (stripped := text.strip()):
        return 0, 0, 0
    return len(stripped), 0, LABEL.match(stripped) is not None


def body_box(root: _Element, weights: Weights) -> _Element:
    """The element that holds the document."""
    box = _known_box(root, weights)
    while (inner := _heaviest(box, weights)) is not None:
        box = inner
    return box


def _known_box(root: _Element, weights: Weights) -> _Element:
    """The smallest box of a known name that holds the most of the page, else the whole page."""
    best = root
    for element in weights.text:
        names = f"{element.get('id', '')} {element.get('class', '')}"
        if not KNOWN.search(names) or weights.text[element] * 2 < weights.text[root]:
            continue
        if weights.labels[element] * 10 >= weights.labels[root] * 9:
            best = element if weights.text[element] <= weights.text[best] else best
    return best


def _heaviest(box: _Element, weights: Weights) -> _Element | None:
    """The one child that holds what the box holds; None where the box is the document itself."""
    for child in box:
        if child.tag not in CONTAINERS or weights.labels[child] < weights.labels[box]:
            continue
        if weights.text[child] * 100 >= weights.text[box] * 80 and _is_whole(child, box, weights):
            return child
    return None


def _is_whole(child: _Element, box: _Element, weights: Weights) -> bool:
    """Does the rest of the box look like page furniture: noise, links, or a few words?"""
    rest = weights.text[box] - weights.text[child]
    noise = sum(
        weights.text[other] for other in box
        if other is not child and isinstance(other.tag, str) and is_noise(other, weights)
    )  # fmt: skip
    return (rest - noise) * 100 <= max(weights.text[box] * 12, 2000)


def is_noise(element: _Element, weights: Weights) -> bool:
    """Is it navigation, a footer, a list of links?"""
    if weights.labels[element]:
        return False
    names = f"{element.get('id', '')} {element.get('class', '')}"
    if element.tag in NOISE_TAGS or NOISE.search(names):
        return weights.text[element] * 10 < weights.whole * 3 or element.tag == "nav"
    linked = weights.linked[element]
    return linked > 8 and linked > 2 * weights.text[element] and len(element) > 1


def title_above(root: _Element, box: _Element) -> _Element | None:
    """The heading of the page that stands before the box and not in it."""
    inside = set(box.iter())
    before = []
    for element in root.iter("h1", "h2", "h3"):
        if element in inside:
            break
        before.append(element)
    first = [element for element in before if element.tag == "h1"]
    above = first or before
    return above[-1] if above else None
