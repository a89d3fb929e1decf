"""The Chinese words every report prints."""

from __future__ import annotations

from policydoc.model import FactRow

VERDICTS = {
    "same": "一致",
    "stricter": "更严",
    "looser": "更宽",
    "different": "不同",
    "not_comparable": "不可比",
    "unquantified": "未量化",
    "not_stated": "未规定",
    "unverified": "未核实",
}
# A sign beside each word, so that a verdict is told without colour and at a glance.
SIGNS = {
    "same": "＝",
    "stricter": "▲",
    "looser": "▽",
    "different": "≠",
    "not_comparable": "∥",
    "unquantified": "～",
    "not_stated": "－",
    "unverified": "？",
}
RELATIONS = {
    "same": "相同",
    "near": "基本相同",
    "revised": "有修改",
    "partial": "部分对应",
    "split": "拆分",
    "merged": "合并",
    "left_only": "没有对应",
    "right_only": "主文本没有",
}
TOPICS = {
    "threshold": "门槛",
    "deadline": "时限",
    "validity": "有效期",
    "quota": "名额",
    "frequency": "频次",
    "award": "奖励",
    "step": "程序",
    "ground": "撤销情形",
}
MARKS = {"insert": "新增", "delete": "删除", "move_in": "移入", "move_out": "移出"}
ABSENT = "没有对应条文"
LEAD_SILENT = "主文本未规定"


def verdict_word(row: FactRow, key: str) -> str:
    """The word of a verdict; where the lead is silent, that it is the lead."""
    verdict = row.verdicts.get(key, "")
    lead = row.cells.get(key.partition("/")[2])
    if verdict == "not_stated" and lead is not None and not lead.facts:
        return LEAD_SILENT
    return VERDICTS.get(verdict, verdict)
