"""Quantities that are not times as thresholds, quotas, awards and counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from policydoc.chinese.comparators import FAR_WORDS, op_before, reading
from policydoc.chinese.indicators import identify
from policydoc.chinese.quantities import Quantity
from policydoc.extractors._bounds import as_said
from policydoc.extractors._facts import build, figures
from policydoc.extractors._kinds import AWARD, AWARDING, LISTED, QUOTA, RELAXED, kind_of
from policydoc.extractors._phrases import (
    Surroundings,
    basis_of,
    condition_of,
    counted,
    measured,
    surroundings,
)
from policydoc.extractors._respective import with_respective_cases
from policydoc.extractors._statements import Statement, statements
from policydoc.model import Fact, Kind, Policy
from policydoc.workspace import catalogue

_LAST: list[tuple[Policy, tuple[Fact, ...]]] = []


def measures(policy: Policy) -> tuple[Fact, ...]:
    """Thresholds, quotas, awards and counts of a policy; remembered for the last one."""
    if _LAST and _LAST[0][0] is policy:
        return _LAST[0][1]
    found = tuple(
        fact
        for statement in statements(policy)
        if statement.expressions
        for fact in measures_of(statement)
    )
    found = as_said(policy, found)
    _LAST[:] = [(policy, found)]
    return found


def measures_of(statement: Statement) -> Iterator[Fact]:
    """The thresholds, quotas, awards and counts of one statement."""
    return with_respective_cases(statement, tuple(_of(statement)))


def _of(statement: Statement) -> Iterator[Fact]:
    awarded = -1  # the sentence in which an award has been spoken of
    caption = _caption(statement)
    previous: Fact | None = None
    if statement.kind in (Kind.TITLE, Kind.NOTE):
        return
    for index, quantity in enumerate(statement.expressions):
        if not isinstance(quantity, Quantity) or quantity.family == "time":
            continue
        around = surroundings(statement, index)
        sentence = statement.sentence_at(quantity.start)
        kind = kind_of(statement, index, quantity, around, awarded == sentence or bool(caption))
        if kind == "award":
            awarded = sentence
        if kind == "threshold" and previous and _is_further_quota(statement, quantity, previous):
            kind = "quota"
        last = statement.expressions[index - 1] if index else None
        if (
            previous
            and isinstance(last, Quantity)
            and _enumerated(statement, last, quantity, previous)
        ):
            previous = _further(statement, quantity, around, previous)
        elif kind:
            previous = _fact(statement, kind, quantity, around, previous, caption)
        else:
            continue
        yield previous


def _is_further_quota(statement: Statement, quantity: Quantity, previous: Fact) -> bool:
    """各市推荐不超过3家，计划单列市不超过5家: the same quota for others."""
    return (
        previous.kind == "quota"
        and previous.eid == statement.eid
        and previous.unit == quantity.unit
        and quantity.op in ("<=", "<")
        and statement.sentence_at(previous.start) == statement.sentence_at(quantity.start)
    )


_CAPTION = re.compile(rf"[^，；：]{{0,12}}(?P<what>{AWARD})(?:标准|政策)?$")


def _caption(statement: Statement) -> str:
    """购房补贴。 at the head of a text: every sum in it is one."""
    start, end, stop = statement.clauses[0]
    if stop not in ("。", "：", ":") or end - start > 14:
        return ""
    found = _CAPTION.match(statement.text[start:end])
    return found["what"] if found else ""


_AND = re.compile(r"\s*(?:、|和|及|或者?)\s*(?:的)?")


def _enumerated(statement: Statement, last: Quantity, quantity: Quantity, fact: Fact) -> bool:
    """10万元、30万元、50万元: each is what the first one is."""
    return (
        fact.eid == statement.eid
        and fact.start <= last.start < fact.end
        and not quantity.op
        and last.base_unit == quantity.base_unit
        and _AND.fullmatch(statement.text, last.end, quantity.start) is not None
    )


def _further(statement: Statement, quantity: Quantity, around: Surroundings, first: Fact) -> Fact:
    own = figures(quantity) | {"op": first.op, "soft": first.soft, "basis_note": first.basis_note}
    end = quantity.end
    if around.right.startswith(first.indicator):
        end += len(first.indicator)
    found = build(statement, first.kind, quantity.start, end)
    return replace(first, quote=found.quote, start=found.start, end=found.end, **own)


def _fact(
    statement: Statement,
    kind: str,
    quantity: Quantity,
    around: Surroundings,
    previous: Fact | None,
    caption: str,
) -> Fact:
    start, end = _first(quantity, around), quantity.end
    if kind == "count":
        return _count(statement, quantity, around)
    left = measured(_REMNANT.sub("", around.left))
    noun = _noun(kind, quantity, around, left)
    if noun and around.right.startswith(noun):
        end += len(noun)
        start = _from_or(around, start)
    indicator = _indicator(kind, left, noun, quantity.unit, around) or _AGE.get(quantity.unit, "")
    if kind == "award" and indicator == "支持":
        indicator = caption or indicator
    if kind == "threshold" and not indicator:
        indicator = _listed_under(statement, around)
    if previous is not None and previous.eid == statement.eid:
        indicator = _inherited(kind, indicator, left, previous)
    condition, condition_start = condition_of(statement, around.clause)
    if kind == "award":
        condition = _for_whom(statement, quantity, around, previous, condition)
    if RELAXED.search(around.left) or _EASES.search(around.left):
        if previous and "规定的" in around.left:
            condition = condition or previous.condition
        indicator = _CITED.sub("", _EASED.sub("", indicator)) or indicator
    if relaxed := _RELAXED_FOR.match(around.left):
        condition = relaxed["whom"]
    if condition_start >= 0 and kind == "threshold" and around.left_start <= around.start:
        start = condition_start
    fields, indicator = _bounds(kind, quantity, around, previous, indicator)
    fields["basis"] = fields.get("basis") or _basis(kind, indicator, around, statement, previous)
    if fields["basis"].startswith("占") and quantity.base_unit == "%" and quantity.amount > 100:
        fields["basis_note"] = f"占比大于100%；{fields['basis_note']}"
    fields["indicator_id"] = identify(catalogue(), indicator, quantity.unit)
    return build(
        statement, kind, start, end, indicator=indicator, window=around.window, every=around.every,
        condition=condition, **fields,
    )  # fmt: skip


def _first(quantity: Quantity, around: Surroundings) -> int:
    """Where the words of a measure begin."""
    if _REMNANT.match(around.left):
        return quantity.start
    start = around.window_start if around.window_start >= 0 else around.left_start
    return min(start, quantity.start)


_LONGEST_PART = 12
# 200万元以下的货物项目、400万元以下的工程项目: what is left of the first says nothing of the second.
_REMNANT = re.compile(r"^的[^，。；、]{1,20}[、和及或]者?$")
_EITHER = re.compile(r"或者?$")
_EASES = re.compile(r"规定的[^，。；]{0,12}(?:放宽|降低|提高|延长)$")
_EASED = re.compile(r"(?:可以?|应当?)?(?:适当)?(?:放宽|降低|提高|降|调整|延长|扩大)[至到为]?$")
_CITED = re.compile(r"^(?:本办法|本细则)?第[^，。；]*?规定的")
_RELAXED_FOR = re.compile(
    r"[（(]?(?P<whom>[^，。；（(]{2,20}?)(?:可以?|应)?(?:适当)?(?:放宽|降低|提高|延长)[至到为]$"
)
_AGE = {"岁": "年龄", "周岁": "年龄"}


def _for_whom(
    statement: Statement,
    quantity: Quantity,
    around: Surroundings,
    previous: Fact | None,
    condition: str,
) -> str:
    """Whom a sum is for; 按8%给予补助，最高不超过300万元: the cap is for whom the share is."""
    if whom := _WHOM.search(around.left):
        return whom[1]
    if previous is None or previous.kind != "award" or previous.eid != statement.eid:
        return condition
    if around.left_start > around.start:
        return previous.condition
    apart = re.search("[；。;]", statement.text[previous.end : quantity.start])
    return condition or ("" if apart else previous.condition)


def _listed_under(statement: Statement, around: Surroundings) -> str:
    """原粮：储存6个月以内的，不超过0.1%: what the part of the sentence is about."""
    for clause in range(around.clause - 1, max(-1, around.clause - 8), -1):
        start, end, stop = statement.clauses[clause]
        words = statement.text[start:end].strip()
        if stop in "。；;！":
            return ""
        if stop in "：:":
            return words if 1 < len(words) <= _LONGEST_PART else ""
    return ""


def _noun(kind: str, quantity: Quantity, around: Surroundings, left: str) -> str:
    """What stands to the right of a count, or of any number with nothing to its left."""
    if quantity.family not in ("count", "") and kind == "threshold" and len(left) > 1:
        return ""
    if around.right.startswith("的") and len(left) > 1 and kind == "threshold":
        return ""  # …10家以上的集群: whom it is said of, not what is counted
    return counted(around.right)


def _bounds(
    kind: str, quantity: Quantity, around: Surroundings, previous: Fact | None, indicator: str
) -> tuple[dict[str, Any], str]:
    """The figures, where the comparator stands apart from its number or is taken over."""
    fields = figures(quantity)
    if quantity.op:
        return fields, indicator
    if quantity.family == "ratio" and (far := _FAR.search(around.left)):
        fields["op"] = op_before(far["words"])
        fields["basis_note"] = reading(far["words"], fields["op"])
        fields["basis"] = far["of"]
        if kind != "award":
            indicator = measured(around.left[: far.start()]) or indicator
    elif each := _FAR_EACH.search(around.left):
        fields["op"] = op_before(each["words"])
        fields["basis_note"] = reading(each["words"], fields["op"])
        indicator = measured(around.left[: each.start()]) or indicator
    elif previous and RELAXED.search(around.left):
        fields["op"] = previous.op
    return fields, indicator


_WHOM = re.compile(
    r"(?:^|^[^，。；]{0,10}?)\s*(对(?!应|象|接|口)[^，。；]{2,60}?|[^，。；]{2,30}的)(?=再|一次性|给予|予以|按|奖|补|资助|每|最高|，)"
)
# 不超过项目总投资的30%: the comparator stands before the whole of which the share is taken.
_FAR = re.compile(rf"(?P<words>{FAR_WORDS})(?P<of>[^，。；、\d]{{2,20}}?)的?$")
# 不低于每年20万元: the comparator stands before for each of what.
_FAR_EACH = re.compile(rf"(?P<words>{FAR_WORDS})每[一-鿿]{{1,3}}$")
_CHANGES = re.compile(r"(?:年均)?(?:提高|下降|增长|降低|增加|减少|提升|上升)[了到至]?")


def _inherited(kind: str, indicator: str, left: str, previous: Fact) -> str:
    """最高不超过500万元, 较上年提高1.5个百分点: of what was spoken of just before."""
    if kind == "award" and indicator == "支持" and previous.kind == "award":
        return previous.indicator
    if kind == "threshold" and _CHANGES.fullmatch(indicator):
        return previous.indicator + indicator
    if kind == "threshold" and (RELAXED.search(left) or not indicator):
        return previous.indicator
    if kind == "threshold" and indicator.startswith("占") and not indicator.startswith("占地"):
        return previous.indicator.split("占")[0] + indicator
    return indicator


_ANNOUNCING = re.compile(
    r"(?:应当|应|必须|须|需要?)?(?:同时)?(?:满足|符合|具备|达到|从|围绕|提供|提交|包括|包含|分为|划分为|设|由|在|共|跨)?"
    r"(?:以下|下列|如下|上述)?$"
)


def _from_or(around: Surroundings, start: int) -> int:
    """10家以上甲企业或者5家以上乙企业: the second begins with 或者."""
    either = _EITHER.search(around.left)
    second = either is not None and around.left_start > around.start
    return around.left_start + either.start() if either and second else start


_FINED = re.compile(r"(?:并|可以?)?处(?!理|置|于|所)[^，。；]{0,16}$")


def _count(statement: Statement, quantity: Quantity, around: Surroundings) -> Fact:
    lead = _ANNOUNCING.search(around.left)
    start = around.left_start + lead.start() if lead else quantity.start
    if fined := _FINED.search(around.left):
        start = around.left_start + fined.start()
    listed = LISTED.match(around.right)
    noun = listed[0].removeprefix("的") if listed else counted(around.right)
    end = quantity.end
    if noun and around.right.startswith((noun, "的" + noun)):
        end += around.right.index(noun) + len(noun)
    if quantity.unit == "方面":
        noun = "方面"
    return build(
        statement, "count", start, end, indicator=noun or measured(around.left), **figures(quantity)
    )


_OWNING = re.compile(
    r"^(?:拥有|具有|有|建有|具备|设立|获得|新增|至少|不少于|集聚|聚集|汇聚|取得|配备|建立|建成)?$"
)


_PERSONS = ("名", "人", "位")


def _indicator(kind: str, left: str, noun: str, unit: str, around: Surroundings) -> str:
    if kind == "quota":
        verb = QUOTA.search(around.left)
        return (verb["verb"] if verb else "限报") + (
            noun or (measured(verb["rest"]) if verb else "")
        )
    if kind == "award":
        spoken = AWARDING.findall(around.left) + AWARDING.findall(around.rest)
        named = [word for word in spoken if word not in ("给予", "予以")]
        return named[0] if named else "支持"
    if noun and (
        _OWNING.match(left)
        or (left.endswith("企业") and around.right.startswith(noun) and unit in _PERSONS)
        or not re.search(r"(?:数|数量|人数|户数|家数|量|总数|企业|拥有量)$", left)
    ):
        return noun
    return left or noun


_BY = re.compile(r"按照?(?:其)?(?!每)([^，。；]{2,30}?)的?\s*(?:最高)?(?:不超过)?$")
_OF = re.compile(
    r"([^，。；按照给予对]{2,14}(?:额|费用|投入|投资|经费|总额|利息|价款|金额))的?\s*$"
)
# 每10家在孵企业至少1名: the number before this one only says for how many.
_FOR_EACH = re.compile(r"每\d+(?:名|个|家|户|人|亩|件|万元|平方米|平方公里)$")
_EACH = re.compile(
    r"(?:每(?:年|月|日|天|人|户|家|亩|吨|件|台|套|次|篇|项|个?[一-鿿]{0,4}?(?:企业|单位|项目|机构|集群|平台|学员|课时|平方米|县|市|区)))+"
)


def _award_basis(left: str) -> str:
    """Of what the share is, or for each what the sum is."""
    for pattern in (_EACH, _BY, _OF):
        if found := pattern.search(left):
            return found[found.lastindex or 0]
    return ""


def _basis(
    kind: str, indicator: str, around: Surroundings, statement: Statement, previous: Fact | None
) -> str:
    if kind == "award":
        return _award_basis(around.left)
    if kind == "quota":
        per = re.search(
            r"每个?(?:单位|企业|县|市|区|集群|园区|项目)$|(?:每|各)(?:个)?[一-鿿（）、()]{1,14}?(?=推荐|申报|限|不|最|可|原则|认定|遴选)",
            around.left,
        )
        return per[0] if per else ""
    head = statement.text[around.start : around.start + 3].lstrip("（( ")
    if head.startswith("其中") and previous is not None:
        return f"其中（{previous.indicator}）"
    each = _FOR_EACH.search(statement.text, around.start, around.left_start)
    if each is not None:
        return each[0] + measured(around.left)
    return basis_of(indicator, around.left)


def of_kind(policy: Policy, kind: str) -> Iterator[Fact]:
    """The facts of one kind among the measures."""
    return (fact for fact in measures(policy) if fact.kind == kind)
