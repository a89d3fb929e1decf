"""What a number is: a threshold, a quota, an award or a count; told by the words around it."""

from __future__ import annotations

import re

from policydoc.chinese.expressions import Every
from policydoc.chinese.quantities import Quantity
from policydoc.extractors._phrases import Surroundings, measured
from policydoc.extractors._statements import Statement

AWARD = (
    r"(?:奖励|奖补|补助|补贴|资助|贴息|奖金|扶持|补偿|津贴|减免|返还|资金支持|经费支持|支持|给予|予以|发放|拨付|"
    r"安排(?:资金|经费)|配套(?!率|企业|能力|水平|率|协作|产业|服务|设施|件|半径)|奖|兑现|授信|贷款额度)"
)
AWARDING = re.compile(AWARD)
_AWARD_RIGHT = re.compile(
    rf"^(?:的?(?:比例|标准|额度|比率|金额|部分)|的|以内|内|一次性|专项|资金|经费|财政|项目|引才|引进|人才|建设|专项|进行|，|,|\s|（[^）]*）)*{AWARD}"
)
_MODIFIES = re.compile(
    r"^\s*的(?!(?:比例|标准|额度|比率|一次性|部分|金额|奖|补|资金|资助|经费|支持|专项|[^，。；、\d]{0,6}(?:补贴|补助|奖励|奖补|资助|津贴)))"
)
_SERIES = re.compile(r"^(?:\s*(?:、|和|及|以及|或者?)\s*[\d.]+(?:[百千]?[万亿])?(?:美?元|%))+")
QUOTA = re.compile(
    r"(?P<verb>认定|推荐|遴选|评选|评定|选拔|选树|限报|申报(?!人|单位|企业|主体|材料|对象|条件|者|项目数)|名额|命名|培育|打造|引进|培养|创建|建成|建设|立项|"
    r"确定|择优支持|分配|入选|选派|支持|招收|评出|选取|限额|推报)(?P<rest>[^，。；]{0,18})$"
)
_FIRM_QUOTA = re.compile(r"认定|推荐|遴选|评选|评定|选拔|选树|限报|名额|命名|推报|评出|入选")
_NOT_QUOTA = re.compile(
    r"^(?:企业|单位|集群|项目|机构|主体|人|材料|个人|对象|平台)?(?:数|数量|总数|户数|人数)?[^，。]*(?:拥有|具有|达到|占)"
)
LISTED = re.compile(
    r"^(?:的)?(?:条件|方面|指标|情形|材料|标准|要求|环节|部分|类型|措施|任务|步骤|程序|内容|等级|维度|阶段|领域)"
)
_SCOPED = re.compile(r"^(?:[^，。；]{0,3}?(?:县|市|区|省|州|乡|镇|村|园区|行政区))")
_FINED = re.compile(r"处(?!理|置|于|所)[^，。；]{0,16}$")
_CHOSEN = re.compile(
    r"(?:下列|以下|如下)[^，。；：]{0,10}?中?(?:的)?(?:任意|任何)?$|(?:下列|以下|如下)(?:条件|情形|标准|要求|指标)中的?$"
)
# 每引进1名人才，给予…: for each of what.
_PER_EACH = re.compile(
    r"每(?:引进|培养|新增|招用|吸纳|推荐|培育|认定|建成|新建|获得|完成|增加|招收|引入|接收)$"
)
_ONLY = re.compile(
    r"(?:只能|仅|只|限|至少|最多|每[一-鿿]{1,6}|确定|明确|选择|推荐|指定)[^，。；、]{0,8}$"
)
_STATES = re.compile(
    r"(?:为|是|达|在|：|:|占比?|率|比例|比重|数|量|额|按|共|计|共计|合计|强度|面积|收入|资本|资金|产值|提高|增长|下降|降低|增加|减少)[了到至]?\s*$"
)
_BY = re.compile(r"(?:^|[^，。；])按照?[^，。；]{1,24}$")
RELAXED = re.compile(r"(?:放宽|提高|降低|调整|延长|降|扩大)[至到为]$")


def kind_of(
    statement: Statement, index: int, quantity: Quantity, around: Surroundings, awarded: bool
) -> str:
    """threshold, quota, award or count; "" where the number provides nothing of the kind."""
    if around.left.endswith(("前", "第")):  # 前3位: a rank
        return ""
    if _FINED.search(around.left) and "罚" in around.rest[:16]:
        return "count"  # a penalty is no bound that a case could meet
    if _CHOSEN.search(around.left) and quantity.unit in ("项", "个", "条", "种"):
        return "count"
    if _PER_EACH.search(around.left) and not quantity.op and quantity.family == "count":
        return ""
    if quantity.unit in ("次", "轮") and _is_repeated(statement, index):
        return ""
    if _is_award(quantity, around, awarded):
        return "award"
    if quantity.family == "count" and _is_quota(statement, quantity, around):
        return "quota"
    if quantity.family == "count" and _is_listing(quantity, around):
        return "count"
    if quantity.op or RELAXED.search(around.left):
        return "threshold"
    return _unmarked(statement, quantity, around)


def _is_repeated(statement: Statement, index: int) -> bool:
    """每年…一次: the frequency extractor's."""
    clause = statement.clause_at(statement.expressions[index].start)
    start = statement.clauses[clause][0]
    return any(
        isinstance(e, Every) and e.start >= start
        for e in statement.expressions[max(0, index - 8) : index]
    )


def _is_award(quantity: Quantity, around: Surroundings, awarded: bool) -> bool:
    if quantity.base_unit not in ("元", "%", "美元", "倍") and not quantity.base_unit.startswith(
        ("元/", "万元/")
    ):
        return False
    if _MODIFIES.match(_SERIES.sub("", around.rest, count=1)):
        return False  # 突破1亿元、5亿元的企业: whom it is given, not what
    if _AWARD_RIGHT.match(around.right) or awarded:
        return True
    if quantity.family == "ratio" and _BY.search(around.left) and AWARDING.search(around.rest):
        return True
    spoken = AWARDING.search(around.left)
    return spoken is not None and not re.search(
        r"(?<!可)(?<!可以)(?:获得|取得|享受|累计获).{0,12}$", around.left
    )


def _is_quota(statement: Statement, quantity: Quantity, around: Surroundings) -> bool:
    verb = QUOTA.search(around.left)
    if quantity.words.startswith("限报"):
        return True
    if _FIRM_QUOTA.search(statement.text, quantity.start, quantity.core_start):
        return True  # 最多可推荐3名
    if quantity.unit in ("岁", "周岁", "分", "次", "方面"):
        return False
    if verb is None or _MODIFIES.match(around.right) or LISTED.match(around.right):
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
        LISTED.match(around.right) and quantity.unit in ("个", "项", "类", "种", "条")
    )


_HAS = re.compile(r"(?:^|[，；\s])(?:拥有|具有|建有|获得|取得|培育|集聚|有)[^，。；]{0,30}$")


def _or_follows(statement: Statement, around: Surroundings) -> bool:
    following = statement.clauses[around.clause + 1 : around.clause + 2]
    start = following[0][0] if following else len(statement.text)
    return statement.text.startswith("或", start)


def _unmarked(statement: Statement, quantity: Quantity, around: Surroundings) -> str:
    """A number without comparator: an equality, a count, or nothing that is provided."""
    if quantity.family == "count":
        if around.right.startswith("“"):  # 四个“坚持”
            return ""
        if _HAS.search(around.left) and _or_follows(statement, around):
            return "threshold"  # 拥有冠军企业1家，或者…2家以上: one of two ways to do
        if quantity.chinese and quantity.value == 1:
            return "count" if _SCOPED.match(around.right) or _ONLY.search(around.left) else ""
        return "count"
    if _STATES.search(around.left) or measured(around.left):
        return "threshold"
    return "count"
