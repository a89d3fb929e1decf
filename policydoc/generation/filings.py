"""The filing of a major change: by when the policy wants it, and whether it came in time."""

from __future__ import annotations

from policydoc.chinese import workdays
from policydoc.errors import TemplateError
from policydoc.generation.filters import to_date, written_date
from policydoc.generation.plain import Record, record
from policydoc.model import Case
from policydoc.workspace import holiday_schedules

UNITS = {
    "工作日": "工作日",
    "个工作日": "工作日",
    "日": "日",
    "天": "日",
    "月": "月",
    "个月": "月",
    "年": "年",
}


def filing_record(case: Case, rules: Record) -> Record:
    """First day, term, due day, day of filing, and whether in time; the term is the policy's.

    Raises:
        TemplateError: The data give no day of the change or of the filing.
    """
    missing = [key for key in ("changed_on", "filed_on") if not case.extra.get(key)]
    if missing:
        raise TemplateError(
            f"数据中没有{'、'.join(missing)}，请在 [extra] 中填写变更完成日期（changed_on）和报送日期（filed_on）。",
            subject=missing[0],
        )
    start, filed = to_date(case.extra["changed_on"]), to_date(case.extra["filed_on"])
    rule = rules.get("change")
    rule = rule if isinstance(rule, dict) else {}
    value, unit = rule.get("value"), UNITS.get(str(rule.get("unit") or ""))
    shown: dict[str, object] = {"start": written_date(start), "filed": written_date(filed)}
    if not isinstance(value, int | float) or unit is None:
        shown |= {"state": "—", "note": "所依文件未规定报备期限。"}
        return record(shown, "filing")
    window = workdays.due(start, int(value), unit, schedules=holiday_schedules())
    late = (filed - window.last).days
    shown |= {
        "due": written_date(window.last), "phrase": rule.get("phrase"),
        "state": _state(late, early=filed < start),
        "note": f"报备期限按“{rule.get('phrase')}”（{rule.get('citation')}）推算：{window.convention}",
        "eid": rule.get("eid"), "words": rule.get("words"), "citation": rule.get("citation"),
    }  # fmt: skip
    return record(shown, "filing")


def _state(late: int, *, early: bool) -> str:
    if early:
        return "报送日期早于变更日期，请核对"
    return "按期" if late <= 0 else f"逾期{late}日"
