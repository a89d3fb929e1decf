"""What stands around a number: what is measured, per what, over which years, on which condition."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydoc.chinese.dates import Moment, Window
from policydoc.chinese.expressions import Every
from policydoc.chinese.quantities import Quantity
from policydoc.extractors._statements import Statement

_TAIL = re.compile(
    r"(?:以及|[均都应须需要为是在达的占于和及、]|(?<![具拥设建享])有|应当|必须|一般|原则上?|总计|合计|累计|每年|不得|控制|保持|不应|"
    r"可以|已经?|由|达到|比例为|通常|年均(?=$)|要求|力争|能够|能|首次|：|:|\s|\(|（)+$"
)
_HEAD = re.compile(
    r"^(?:\s|[（(]其中|其中|以后|之后|以来|以前|且|并且|并|同时|以及|或者|或|还|应当|应该|应|必须|须|需要|需|要|对于?|凡是?|如果|如|若|是指|指|"
    r"为|每年|上年度|并?处以?(?![理置于罚])|具有|拥有|具备|满足|符合|企业的?(?=[^，。]{2,}[率额度])|申报(?!人|单位|企业|主体|项目|者|对象)|年度内|[\d一二三四五六七八九]+[.、．)）]|"
    r"[(（][一二三四五六七八九十\d]+[)）]|[①-⑩]|该|所)+"
)
_CUT = re.compile(
    r"(?:并且|且|的(?!(?:企业|单位|机构|项目|产品)数?量?占|(?:比例|比重|占比|份额|比率|数量|总额|总量|金额|人数|面积|总数|产值|强度|增速))(?=[^，。]*(?:率|额|量|数|值|占|面积|收入|资本|比)))"
)
_MODAL = re.compile(r"(?<![反供适响效对感])(?:应当|必须|应|须|需)(?!求|用|急|付)(?=[^，。]{2,})")
_SHARE = re.compile(
    r"占(?!地(?!区)|用)(?P<whole>[^，。；、占]{0,20}?)(?:的?(?:比例|比重|份额|百分比|比率|比))?$"
)
_PER = re.compile(
    r"(每(?:[百千万亿]|\d+)?(?:名|个|家|户|人|亩|平方米|平方公里|元|万元|件|吨|县|市|区|单位|项目|企业)[一-鿿]{0,6}?|[万亩人]均|单位[一-鿿]{1,4}值)"
)
_ALL_YEARS = re.compile(r"(?<![年平亩人户日月地单])均|每年|各年|历年|逐年|连续|每一年|年年")
_FOR_WHOM = re.compile(r"^(?:属于?|对于?|凡是?|如果?|若|针对)")
_CONDITION = re.compile(
    r"(?:西部地区|年?满(?=[0-9])|新[设建办]|经|获得?|通过|符合|首次|已|[大中小微]型|列入|纳入|[^，。；]*?(?:的|时|地区)$)"
)
_NOUN_END = re.compile(
    r"进行|开展|予以|给予|作为|纳入|推荐|申报|参加|用于|通过|等方式|并(?!购)|且|后|(?<!级)(?<!模)以[上下]|的(?:，|$)|，|方可|"
    r"，|应当?|可以|组成|出资|同意|提议|赞成|出席|签字|评审|以及(?=.*?[不高低超])|认定|享受|参与|对接"
)
_COMPARED = re.compile(
    r"(?<![占相之])(?:比|较|高于|低于)(?P<with>[^，。；比较]{1,16}?(?:平均(?:水平|值)?|上年度?|上一年度?|去年|同期|年|之前))"
)
_AGAINST = re.compile(
    r"(?:高于|低于|超过|优于)[^，。；]{1,16}?(?:水平|均值|平均值)$|(?<![占相之])(?:比|较|与|同)(?:[^，。；比较]{1,16}?(?:水平|年度?|同期|期|前))(?:相比)?(?=(?:年均)?(?:提高|下降|增长|降低|增加|减少|提升|上升))"
)


FAR = 160


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of one clause around one quantity; offsets into the statement's text."""

    clause: int
    start: int
    end: int
    left_start: int
    left: str
    right: str
    rest: str
    window: str
    window_start: int
    every: bool


def surroundings(statement: Statement, index: int) -> Surroundings:
    """What stands around expression `index`, within its clause."""
    expression = statement.expressions[index]
    clause = statement.clause_at(expression.start)
    start, end, _ = statement.clauses[clause]
    # A clause without marks may be as long as the text: what is far away is not what is meant.
    start = max(start, expression.start - FAR)
    end = min(end, expression.end + FAR)
    left_start, window, window_start, every = _to_the_left(statement, index, start)
    following = statement.expressions[index + 1 : index + 2]
    right_end = min(end, following[0].start) if following else end
    right_end = max(right_end, expression.end)
    left = statement.text[left_start : expression.start]
    if window_start > start and not measured(left):
        # 产值近三年均在50亿元以上: what is measured stands before the window.
        left_start = start
        left = statement.text[start:window_start] + left
        window_start = start
    every = every or bool(_ALL_YEARS.search(left[-12:]))
    if not window:
        window, window_start = _earlier_window(statement, clause, index)
    rest = statement.text[expression.end : end]
    return Surroundings(
        clause, start, max(end, expression.end), left_start, left,
        statement.text[expression.end : right_end], rest, window, window_start, every,
    )  # fmt: skip


def _to_the_left(statement: Statement, index: int, start: int) -> tuple[int, str, int, bool]:
    """Where the words before an expression begin, the period among them and its place, 每年 or not."""
    left_start, window, window_start = start, "", -1
    every = False
    for other in reversed(statement.expressions[max(0, index - 8) : index]):
        if other.start < start:
            break
        if isinstance(other, (Window, Moment)) and not window:
            if statement.text[max(0, other.start - 1) : other.start] in ("比", "较", "与"):
                continue
            window, window_start = statement.text[other.start : other.end], other.start
            left_start = max(left_start, other.end)
        elif isinstance(other, Every):
            every = every or "年" in other.unit
        elif isinstance(other, Quantity):
            left_start = max(left_start, other.end)
            break
    return left_start, window, window_start, every


def _earlier_window(statement: Statement, clause: int, index: int) -> tuple[str, int]:
    """A period that fills the clause before: “十四五”期间，…"""
    if clause == 0:
        return "", -1
    start, end, stop = statement.clauses[clause - 1]
    if stop not in "，,":
        return "", -1
    for other in reversed(statement.expressions[max(0, index - 8) : index]):
        if isinstance(other, (Window, Moment)) and other.start >= start:
            rest = statement.text[start : other.start] + statement.text[other.end : end]
            if len(rest.strip()) <= 2:
                return statement.text[start:end].strip(), start
    return "", -1


_ASIDE = re.compile(r"(?<=[^\s（(]{2})[（(][^（）()]{6,40}[）)]$")


def measured(left: str) -> str:
    """What is measured, from the words to the left of a number: 占地面积一般 → 占地面积."""
    words = _TAIL.sub("", _AGAINST.sub("", left))
    words = _ASIDE.sub("", words) or words
    words = _MODAL.split(words)[-1]
    words = _CUT.split(words)[-1] or words if len(words) > 10 else words
    words = _HEAD.sub("", words)
    words = _TAIL.sub("", words).strip(" 、(（")
    return words.strip("“") if words.count("“") > words.count("”") else words


def counted(right: str) -> str:
    """What is counted, from the words to the right of 1家: 专精特新“小巨人”企业."""
    if right[:1] in ("或", "和", "及", "、", "且", "（", "("):
        return ""
    words = right.removeprefix("的")
    cut = _NOUN_END.search(words)
    words = (words[: cut.start()] if cut else words).removeprefix("为")
    for open_, close in ("（）", "()"):
        if words.count(open_) != words.count(close):
            words = words.split(open_)[0].split(close)[0]
    words = _HANGING.sub("", words)
    return words.strip(" 、“" if words.count("“") > words.count("”") else " 、")


_HANGING = re.compile(r"(?:或者?|及|和|与|且)$")


def basis_of(indicator: str, text: str) -> str:
    """Per what, or share of what: 每万人, 占集群总产值."""
    if share := _SHARE.search(_TAIL_SHARE.sub("", indicator)):
        return f"占{share['whole']}" if share["whole"] else "占比"
    if per := _PER.search(indicator):
        return per[1]
    compared = _COMPARED.search(text)
    return compared[0] if compared else ""


_TAIL_SHARE = re.compile(r"[均应须需要为是在达]+$")


def condition_of(statement: Statement, clause: int) -> tuple[str, int]:
    """The clause before, where it only says for whom this holds: 属于高耗能行业的集群."""
    if clause == 0:
        return "", -1
    start, end, stop = statement.clauses[clause - 1]
    words = statement.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if stop not in "，," or not 2 < len(words) <= 80:
        return "", -1
    if _FOR_WHOM.match(words) or (_CONDITION.match(words) and _closes(words)):
        start = _with_lower(statement, clause, start, words)
        return statement.text[start:end].strip(), start
    return "", -1


def _with_lower(statement: Statement, clause: int, start: int, words: str) -> int:
    """…在15万元以上的，50万元以下的: the bound above belongs to the one before."""
    if clause < 2 or not words[:1].isdigit():
        return start
    first, last, stop = statement.clauses[clause - 2]
    before = statement.text[first:last]
    if stop not in "，," or not before.rstrip().endswith("的") or len(before) > 60:
        return start
    return first + len(before) - len(before.lstrip())


def _closes(words: str) -> bool:
    return bool(re.search(r"(?:的|的[一-鿿]{2,8}|(?<![小学课工])时|地区|的，?)$", words))
