"""Lengths of time as deadlines, terms of validity, horizons of plans and years required."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.indicators import identify
from policydoc.chinese.quantities import Quantity
from policydoc.extractors._facts import build, figures
from policydoc.extractors._parties import actor_before, recipient_after
from policydoc.extractors._phrases import (
    Surroundings,
    condition_of,
    counted,
    measured,
    surroundings,
)
from policydoc.extractors._statements import Statement
from policydoc.model import Fact
from policydoc.workspace import catalogue

VALID = re.compile(
    r"有效期限?|试行期限?|暂行期限?|施行期限?|有效时间|有效时限|有效至|聘期|任期|期限为|期限[：:]|资格期|支持期|培育期|资助期|管理期"
)
_EXTEND = re.compile(r"(?:延长|延续|顺延|续期|展期)(?:至|到|期限)?(?:为|至)?\s*$")
_IN_FORCE = re.compile(r"(?:施行|实施|执行|生效|试行|印发|发布|公布)")
_NOTICE = re.compile(
    r"公示|公告|公开|征求意见|办结|办理|受理|审核|审查|审批|作出|提出|提交|告知|通知|备案|报备|报送|上报|报告|答复|"
    r"评审|核实|反馈|整改|补正|申请|申报|送达|复核|核查|完成|办毕|拨付|公布|异议|申诉|举报|缴|支付|兑付|签订|上传|登记|转报|推荐|回复|期限|时限|时间|周期|工作日|提前|前$|后$"
)
_SHOW = re.compile(
    r"(?:公示|公告|公开|征求意见|挂网|公布)(?:的)?(?:期限?|时间|时限|日期)?(?:应当|应|为|是|均|不|一般|原则上|，|:|：|至)*\s*$"
)
_KEEP = re.compile(
    r"(?:保存|保留|存档|留存|保管|公开|公示)(?:期限?|时间)?(?:应当|应|为|是|不)*\s*$"
)
_TRIGGER = re.compile(
    r"(?P<event>[^，。；]*?(?:之日起?|日起|当日起|次日起|起|之后|以后|后|届满前|期满前|到期前|满前|之前|以前|前|"
    r"期间|结束后|提前)(?:的|，)?)\s*$"
)
# 变更完成后 of 集群应在变更完成后: the event behind the last preposition.
_HEAD_OF = re.compile(
    r"(?:应当|应|须|必须|需要?|可以|可)?(?P<prep>于|在|自|从|待|经)(?=[^于在自从]+$)|(?:应当|应|须|必须)(?=提前)"
)
_PREPOSITION = re.compile(
    r"(?:应当|应|须|必须|需要?|可以|可|要)?(?:于|在|自|从|至少|最迟|最晚)?\s*$"
)
PLAN = re.compile(r"^(?:的)?[^，。；、]{0,6}?(?:规划|计划|行动|方案|目标|任务|行动计划|发展报告)")
_BAN = re.compile(r"(?:不得|不再|不予|禁止|取消|暂停|不受理|不能)")
_ONLY_AFTER = re.compile(
    r"^\s*(?:以?后|之后|期?满后?|以上)?(?:，)?(?:方可|才可|才能|可以?再次|可重新|可以?重新)"
)
_NEEDS = re.compile(
    r"年龄|注册|成立|登记|从事|经营|运营|工作|任职|缴纳|社保|存续|从业|居住|经验|连续|正常|在职|服务|投产|生产|建设期|满$|学历|年限|实践"
)


def duration(statement: Statement, index: int, quantity: Quantity) -> Iterator[Fact]:
    """What a length of time provides; nothing where it is only mentioned."""
    around = surroundings(statement, index)
    left = around.left
    if quantity.unit == "月" and not quantity.op and not _is_months(statement, quantity):
        return
    if quantity.op in ("<=", "") and _SAID_OF.match(around.rest):
        yield _span(statement, quantity)
        return
    if _is_validity(statement, around, quantity):
        yield _validity(statement, quantity, around)
    elif PLAN.match(around.right) and not quantity.op:
        yield _horizon(statement, quantity, around)
    elif _is_required(statement, quantity, around):
        yield _required(statement, quantity, around)
    elif _is_deadline(quantity, left, around.right):
        yield _deadline(statement, quantity, around)
    elif quantity.unit != "日":  # 15日 alone may be a day of the month
        yield _span(statement, quantity)


# 三年内两次考核不合格的: the period within which something happens, not one to keep.
_SAID_OF = re.compile(r"^(?!的)[^，。；]{2,24}的(?=，|。|；|$)|^的$")


def _span(statement: Statement, quantity: Quantity) -> Fact:
    words = statement.text[quantity.start : quantity.end]
    return build(statement, "date", quantity.start, quantity.end, window=words, **figures(quantity))


def _is_months(statement: Statement, quantity: Quantity) -> bool:
    """3个月 is a length of time, 3月 a month of the year."""
    return "个" in statement.text[quantity.core_start : quantity.core_end]


def _is_validity(statement: Statement, around: Surroundings, quantity: Quantity) -> bool:
    if quantity.unit not in ("年", "月", "日", "年度", "周年", "天"):
        return False
    if around.right.startswith(("前", "内")) or quantity.words in ("内", "以内", "之内"):
        return False
    said = VALID.search(around.left)
    if said:
        return not re.search(r"[满前后]", around.left[said.end() :])
    if not _EXTEND.search(around.left) and not re.match(r"有效|的?有效期", around.right):
        return False
    return "有效" in statement.text or "期" in around.left


def _validity(statement: Statement, quantity: Quantity, around: Surroundings) -> Fact:
    start, trigger = around.left_start, ""
    before = around.clause - 1
    if before >= 0:
        first, last, stop = statement.clauses[before]
        words = statement.text[first:last]
        if _IN_FORCE.search(words) and re.search(r"自.+起|之日|\d日", words) and stop in "，,；;":
            start, trigger = first, _since(words)
    said = VALID.search(around.left)
    indicator = measured(around.left) if said else "有效期"
    if of_those := re.match(r"(?P<event>[^，。]{2,16}?)的(?=有效期|试行期)", indicator):
        trigger, indicator = trigger or of_those["event"], indicator[of_those.end() :]
    return build(
        statement, "validity", start, quantity.end, indicator=term(indicator), trigger=trigger,
        direction="for", action="延长" if _EXTEND.search(around.left) else "",
        **figures(quantity),
    )  # fmt: skip


def term(words: str) -> str:
    """The name of the term of validity: 集群有效期."""
    end = re.search(r"有效期限?|试行期限?|期限?", words)
    return words[: end.end()] if end else words


def _since(words: str) -> str:
    match = re.search(r"自[^，。]*?(?:之日起?|日起|起)", words)
    return match[0] if match else ""


def _horizon(statement: Statement, quantity: Quantity, around: Surroundings) -> Fact:
    plan = PLAN.match(around.right)
    end = quantity.end + (plan.end() if plan else 0)
    return build(
        statement, "date", quantity.start, end, window=statement.text[quantity.start : quantity.end],
        indicator=statement.text[quantity.start : end], **figures(quantity),
    )  # fmt: skip


_WITHIN = re.compile("^(?:以|之)?内")


def _is_required(statement: Statement, quantity: Quantity, around: Surroundings) -> bool:
    """A length of time that must have been reached: 成立满2年, 年龄不超过45周岁."""
    if quantity.base_unit not in ("月", "学年"):
        return False
    if quantity.words in ("内", "以内", "之内") or _WITHIN.search(
        statement.text[quantity.core_end : quantity.end + 2]
    ):
        return False
    if _ONLY_AFTER.match(around.right):
        return False
    if re.search(r"[前后]\s*$", around.left) or around.right.startswith("后"):
        return False
    if quantity.op in (">=", ">", "between"):
        return not _KEEP.search(around.left)
    needs = _NEEDS.search(around.left)
    return needs is not None and (bool(quantity.op) or statement.criteria)


def _required(statement: Statement, quantity: Quantity, around: Surroundings) -> Fact:
    indicator, end = measured(around.left), quantity.end
    if len(indicator) < 2:
        indicator = counted(around.right)
        end += len(indicator) if around.right.startswith(indicator) else 0
    condition, _ = condition_of(statement, around.clause)
    return build(
        statement, "threshold", min(around.left_start, quantity.start), quantity.end,
        indicator=indicator, indicator_id=identify(catalogue(), indicator, quantity.unit),
        condition=condition, window=around.window, **figures(quantity),
    )  # fmt: skip


# A bare 三年 is a period to keep only where 前, 后 or 期限 stands beside it.
_BOUNDED = re.compile(r"(?:[前后]|提前|期限?|时限|时间)(?:应当?)?[为是]?\||\|(?:以?[前后]|之内|内)")


def _is_deadline(quantity: Quantity, left: str, right: str) -> bool:
    if quantity.unit in ("工作日", "自然日", "日历日", "法定工作日"):
        return True
    if quantity.op in ("<=", "<") or _ONLY_AFTER.match(right) or _EXTEND.search(left):
        return True
    if quantity.base_unit == "月" and not _BOUNDED.search(f"{left[-6:]}|{right[:2]}"):
        return _BAN.search(right) is not None
    near = left[-14:] + "|" + right[:10]
    return _NOTICE.search(near) is not None or _BAN.search(right) is not None


def _deadline(statement: Statement, quantity: Quantity, around: Surroundings) -> Fact:
    start, trigger = _trigger(statement, quantity, around)
    direction, op = _direction(quantity, around, trigger)
    end = quantity.end
    if quantity.words == "满" and direction == "not_before":
        start, trigger = around.left_start, measured(around.left)
    after = re.match(r"\s*(?:之后|以后|后|前)", around.right)
    if after and quantity.op in ("", ">="):
        end += after.end()
    if around.right.startswith("前") and not trigger:  # 会议召开十五日前
        trigger = measured(around.left).removeprefix("于").removeprefix("在")
        start = around.left_start + (around.left.rindex(trigger) if trigger in around.left else 0)
    shown = _SHOW.search(around.left)
    fields = figures(quantity)
    fields["op"] = op
    action = shown[0] if shown else around.right
    name = _named(around.left, shown) or _before(statement, around)
    if (
        name
        and start == quantity.start
        and around.left.rstrip("最长高应当不得一般均为是").endswith(name)
    ):
        start = around.left_start + around.left.rindex(name)
    if _EXTEND.search(around.left):
        action = "延长"
    return build(
        statement, "deadline", start, end, indicator=name, trigger=trigger,
        direction=direction, action=action_of(statement, action, around),
        actor=actor_before(statement, around.clause, start), condition=_when(statement, around, trigger),
        recipient=recipient_after(statement, end), **fields,
    )  # fmt: skip


def _when(statement: Statement, around: Surroundings, trigger: str) -> str:
    """材料不齐的，…: in which case the period runs, unless that is what starts it."""
    words = condition_of(statement, around.clause)[0]
    return "" if trigger and words.startswith(trigger) else words


def _named(left: str, shown: re.Match[str] | None) -> str:
    if shown:
        return measured(shown[0]).rstrip("不")
    match = re.search(r"[一-鿿]{0,6}(?:期限?|时限|时间|周期)(?=[为是应不一原最]|$)", left)
    if match is None:
        return ""
    whole = measured(left[: match.end()])
    return whole if len(match[0]) < len(whole) <= _LONGEST_NAME else match[0].rpartition("的")[2]


def _before(statement: Statement, around: Surroundings) -> str:
    """运营期限，原则上最长不超过5年: what the period is named in the clause before."""
    if around.clause == 0 or not _ONLY_HEDGED.fullmatch(around.left.strip()):
        return ""
    start, end, stop = statement.clauses[around.clause - 1]
    words = statement.text[start:end].strip()
    return words if stop in "，," and _PERIOD.fullmatch(words) else ""


def _trigger(statement: Statement, quantity: Quantity, around: Surroundings) -> tuple[int, str]:
    """Where the period's words begin, and from what it is counted."""
    shown = _SHOW.search(around.left)
    if shown:
        return around.left_start + shown.start(), ""
    match = _TRIGGER.search(around.left)
    if match and match["event"]:
        start = around.left_start + match.start()
        head = _HEAD_OF.search(match[0])
        words = match[0][head.end() :] if head else match[0]
        start += head.start() if head else 0
        since = head["prep"] if head and head["prep"] in ("自", "从") else ""
        return start, since + re.sub(r"^(?:并|且|同时)+(?=.)", "", words.strip().rstrip("，的"))
    lead = _PREPOSITION.search(around.left)
    start = around.left_start + lead.start() if lead else quantity.start
    return min(start, quantity.start), _earlier_event(statement, around.clause)


_LONGEST_NAME = 16
_ONLY_HEDGED = re.compile("(?:原则上|一般|通常)?(?:最[长短多高])?")
_PERIOD = re.compile(r"[一-鿿]{2,10}(?:期限?|时限|年限|周期)")
_HAPPENED = re.compile(r"(?:变化|变更|变动|调整|重组|更名|情形|事项|事故|异议|终止|注销)的$")


def _earlier_event(statement: Statement, clause: int) -> str:
    if clause == 0:
        return ""
    start, end, stop = statement.clauses[clause - 1]
    words = statement.text[start:end].strip()
    if stop in "，," and _HAPPENED.search(words):
        return words.removesuffix("的")
    if stop in "，," and re.search(r"(?:后|起|之日|(?<!小)时|前)$", words):
        return words
    return ""


def _direction(quantity: Quantity, around: Surroundings, trigger: str) -> tuple[str, str]:
    if _SHOW.search(around.left) or _KEEP.search(around.left):
        return "for", quantity.op or "="
    if around.right.startswith("前") and not quantity.op:
        return "within", ">="
    if _ONLY_AFTER.match(around.right) or re.match(r"\s*(?:之后|以后|后)", around.right):
        return "not_before", quantity.op or ">="
    if trigger.endswith("提前"):
        return "within", ">="
    if quantity.op in ("<=", "<"):
        return ("for", quantity.op) if _BAN.match(around.right) else ("within", quantity.op)
    if trigger.endswith("前"):
        return "within", quantity.op or "="
    return ("for", quantity.op or "=")


def action_of(statement: Statement, words: str, around: Surroundings) -> str:
    """What is to be done within the period: the words after it, or the next clause."""
    if re.match(r"\s*(?:、|和|及)", words):
        words = re.split(r"[\d一二三四五六七八九十]+(?:个?(?:工作日|月|日|天|年))内?", around.rest)[
            -1
        ]
    words = re.sub(r"^\s*(?:以?内|之内|前|后|起|，|,|应当|应|须|的)+", "", words)
    words = re.sub(r"(?:为|是|应当|应|一般|不)+$|(?:或者?|并|和)(?:在|于|自)$", "", words).strip()
    if words or statement.clauses[around.clause][2] not in ("，", ","):
        return words
    start, end, _ = statement.clauses[min(around.clause + 1, len(statement.clauses) - 1)]
    if any(start <= e.start < end for e in statement.expressions):
        return ""
    return statement.text[start:end].strip()
