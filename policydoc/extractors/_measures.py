"""Quantities as thresholds, quotas, awards and counts: the kind is told by the words around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from policydoc.chinese.expressions import Every
from policydoc.chinese.indicators import identify
from policydoc.chinese.quantities import Quantity
from policydoc.extractors._phrases import (
    Surroundings,
    basis_of,
    condition_of,
    counted,
    measured,
    surroundings,
)
from policydoc.extractors._statements import Statement, statements
from policydoc.model import Fact, Kind, Policy
from policydoc.workspace import catalogue

AWARD = (
    r"(?:奖励|奖补|补助|补贴|资助|贴息|奖金|扶持|补偿|津贴|减免|返还|资金支持|经费支持|支持|给予|予以|发放|拨付|"
    r"安排(?:资金|经费)|配套|奖|兑现|授信|贷款额度)"
)
_AWARD = re.compile(AWARD)
_AWARD_RIGHT = re.compile(
    rf"^(?:的?(?:比例|标准|额度|比率|金额|部分)|的|以内|内|一次性|专项|资金|经费|财政|进行|，|,|\s|（[^）]*）)*{AWARD}"
)
_MODIFIES = re.compile(
    r"^\s*的(?!(?:比例|标准|额度|比率|一次性|部分|金额|奖|补|资金|资助|经费|支持|专项))"
)
_QUOTA = re.compile(
    r"(?P<verb>认定|推荐|遴选|评选|评定|选拔|选树|限报|申报|名额|命名|培育|打造|新增|引进|培养|创建|建成|建设|立项|"
    r"确定|择优支持|分配|入选|选派|支持|招收|评出|选取|限额|推报|报送|数量)(?P<rest>[^，。；]{0,18})$"
)
_FIRM_QUOTA = re.compile(r"认定|推荐|遴选|评选|评定|选拔|选树|限报|名额|命名|推报|评出|入选")
_NOT_QUOTA = re.compile(
    r"^(?:企业|单位|集群|项目|机构|主体|人|材料|个人|对象|平台)?(?:数|数量|总数|户数|人数)?[^，。]*(?:拥有|具有|达到|占)"
)
_LISTED = re.compile(
    r"^(?:的)?(?:条件|方面|指标|情形|材料|标准|要求|环节|部分|类型|措施|任务|步骤|程序|内容|等级|维度|阶段|领域)"
)
_EXISTING = re.compile(r"^一[家户个项件份名次]")
_SCOPED = re.compile(r"^(?:[^，。；]{0,3}?(?:县|市|区|省|州|乡|镇|村|园区|行政区))")
_ONLY = re.compile(
    r"(?:只能|仅|只|限|至少|最多|每[一-鿿]{1,6}|确定|明确|选择|推荐|指定)[^，。；、]{0,8}$"
)
_STATES = re.compile(
    r"(?:为|是|达|在|：|:|占比?|率|比例|比重|数|量|额|按|共|计|共计|合计|强度|面积|收入|资本|资金|产值|提高|增长|下降|降低|增加|减少)[了到至]?\s*$"
)


def build(statement: Statement, kind: str, start: int, end: int, **fields: Any) -> Fact:
    """A fact on `text[start:end]`, white space at its ends left out."""
    quote = statement.text[start:end]
    start += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    return Fact(kind, statement.eid, quote, start, start + len(quote), **fields)


def figures(quantity: Quantity) -> dict[str, Any]:
    """The fields of a fact that a quantity fills."""
    return {
        "op": quantity.op or "=",
        "value": quantity.value,
        "upper": quantity.upper,
        "unit": quantity.unit,
        "amount": quantity.amount,
        "base_unit": quantity.base_unit,
        "soft": quantity.soft,
        "basis_note": quantity.note,
    }


_LAST: list[tuple[Policy, tuple[Fact, ...]]] = []


def measures(policy: Policy) -> tuple[Fact, ...]:
    """Thresholds, quotas, awards and counts of a policy; remembered for the last one."""
    if _LAST and _LAST[0][0] is policy:
        return _LAST[0][1]
    found = tuple(fact for s in statements(policy) if s.expressions for fact in _of(s))
    _LAST[:] = [(policy, found)]
    return found


def _of(statement: Statement) -> Iterator[Fact]:
    awarded = -1  # the sentence in which an award has been spoken of
    previous: Fact | None = None
    if statement.kind in (Kind.TITLE, Kind.NOTE):
        return
    for index, quantity in enumerate(statement.expressions):
        if not isinstance(quantity, Quantity) or quantity.family == "time":
            continue
        around = surroundings(statement, index)
        sentence = statement.text.count("。", 0, quantity.start)
        kind = _kind(statement, index, quantity, around, awarded == sentence)
        if kind == "award":
            awarded = sentence
        if kind:
            previous = _fact(statement, kind, quantity, around, previous)
            yield previous


def _kind(
    statement: Statement, index: int, quantity: Quantity, around: Surroundings, awarded: bool
) -> str:
    if quantity.unit in ("次", "轮") and _is_repeated(statement, index):
        return ""
    if _is_award(quantity, around, awarded):
        return "award"
    if quantity.family == "count" and _is_quota(statement, quantity, around):
        return "quota"
    if quantity.family == "count" and _is_listing(quantity, around):
        return "count"
    if quantity.op:
        return "threshold"
    return _unmarked(statement, quantity, around)


def _is_repeated(statement: Statement, index: int) -> bool:
    """每年…一次: the frequency extractor's."""
    clause = statement.clause_at(statement.expressions[index].start)
    start = statement.clauses[clause][0]
    return any(isinstance(e, Every) and e.start >= start for e in statement.expressions[:index])


def _is_award(quantity: Quantity, around: Surroundings, awarded: bool) -> bool:
    if quantity.base_unit not in ("元", "%", "美元", "倍") and not quantity.base_unit.startswith(
        ("元/", "万元/")
    ):
        return False
    if _MODIFIES.match(around.right):
        return False
    if _AWARD_RIGHT.match(around.right) or awarded:
        return True
    spoken = _AWARD.search(around.left)
    return spoken is not None and not re.search(r"(?:获得|取得|享受|累计获).{0,12}$", around.left)


def _is_quota(statement: Statement, quantity: Quantity, around: Surroundings) -> bool:
    verb = _QUOTA.search(around.left)
    if verb is None or _MODIFIES.match(around.right) or _LISTED.match(around.right):
        return False
    if quantity.chinese and quantity.value == 1 and not quantity.op:
        return bool(_ONLY.search(around.left))
    if _FIRM_QUOTA.search(verb[0]):
        return not (statement.criteria and quantity.op in (">=", ">") and "名额" not in verb[0])
    return not statement.criteria and not _NOT_QUOTA.match(verb["rest"])


def _is_listing(quantity: Quantity, around: Surroundings) -> bool:
    if quantity.op:
        return False
    return quantity.unit == "方面" or bool(
        _LISTED.match(around.right) and quantity.unit in ("个", "项", "类", "种", "条")
    )


def _unmarked(statement: Statement, quantity: Quantity, around: Surroundings) -> str:
    """A number without comparator: an equality, a count, or nothing that is provided."""
    if quantity.family == "count":
        if around.right.startswith("“"):  # 四个“坚持”
            return ""
        if quantity.chinese and quantity.value == 1:
            return "count" if _SCOPED.match(around.right) or _ONLY.search(around.left) else ""
        return "count"
    if _STATES.search(around.left) or measured(around.left):
        return "threshold"
    return "count"


def _fact(
    statement: Statement, kind: str, quantity: Quantity, around: Surroundings, previous: Fact | None
) -> Fact:
    start = around.window_start if around.window_start >= 0 else around.left_start
    start, end = min(start, quantity.start), quantity.end
    if kind == "count":
        return _count(statement, quantity, around)
    left, noun = measured(around.left), ""
    if quantity.family in ("count", "") or kind in ("quota", "award"):
        noun = counted(around.right)
        if noun and around.right.startswith(noun):
            end = quantity.end + len(noun)
    indicator = _indicator(kind, left, noun, around)
    condition, condition_start = condition_of(statement, around.clause)
    if condition_start >= 0 and kind == "threshold" and around.left_start <= around.start:
        start = condition_start
    fields = figures(quantity)
    fields["basis"] = _basis(kind, indicator, around, statement, previous)
    fields["indicator_id"] = identify(catalogue(), indicator, quantity.unit)
    return build(
        statement, kind, start, end, indicator=indicator, window=around.window, every=around.every,
        condition=condition, **fields,
    )  # fmt: skip


_ANNOUNCING = re.compile(
    r"(?:应当|应|必须|须|需要?)?(?:同时)?(?:满足|符合|具备|达到|从|围绕|提供|提交|包括|包含|分为|划分为|设|由|在|共|跨)?"
    r"(?:以下|下列|如下|上述)?$"
)


def _count(statement: Statement, quantity: Quantity, around: Surroundings) -> Fact:
    lead = _ANNOUNCING.search(around.left)
    start = around.left_start + lead.start() if lead else quantity.start
    listed = _LISTED.match(around.right)
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


def _indicator(kind: str, left: str, noun: str, around: Surroundings) -> str:
    if kind == "quota":
        verb = _QUOTA.search(around.left)
        return (verb["verb"] if verb else "") + (noun or "")
    if kind == "award":
        spoken = _AWARD.findall(around.left) + _AWARD.findall(around.right[:16])
        named = [word for word in spoken if word not in ("给予", "予以")]
        return named[0] if named else "支持"
    if noun and (
        _OWNING.match(left)
        or not re.search(r"(?:数|数量|人数|户数|家数|量|总数|企业|拥有量)$", left)
    ):
        return noun
    return left or noun


def _basis(
    kind: str, indicator: str, around: Surroundings, statement: Statement, previous: Fact | None
) -> str:
    if kind == "award":
        by = re.search(
            r"按照?(?:其)?([^，。；]{2,30}?)(?:的)?\s*(?:最高)?(?:不超过)?$", around.left
        )
        of = re.search(
            r"([^，。；按照给予对]{2,14}(?:额|费用|投入|投资|经费|总额|利息|价款|金额))的?\s*$",
            around.left,
        )
        per = re.search(r"每[一-鿿]{1,6}", around.left)
        found = by or of
        return found[1] if found else per[0] if per else ""
    if kind == "quota":
        per = re.search(
            r"(?:每|各)(?:个)?[一-鿿（）、()]{1,14}?(?=推荐|申报|限|不|最|可|原则|认定|遴选)",
            around.left,
        )
        return per[0] if per else ""
    head = statement.text[around.start : around.start + 2]
    if head == "其中" and previous is not None:
        return f"其中（{previous.indicator}）"
    return basis_of(indicator, around.left)


def of_kind(policy: Policy, kind: str) -> Iterator[Fact]:
    """The facts of one kind among the measures."""
    return (fact for fact in measures(policy) if fact.kind == kind)
