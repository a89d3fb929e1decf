"""The Chinese words every report prints, and what may not be printed at all."""

from __future__ import annotations

import re

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
LEVELS = {"national": "国家", "provincial": "省级", "municipal": "市级", "county": "县级"}
STATUSES = {"official": "正式文本", "draft": "草案", "digest": "要点摘编"}
MARKS = {"insert": "新增", "delete": "删除", "move_in": "移入", "move_out": "移出"}
ABSENT = "没有对应条文"
# What XML 1.0 cannot hold, halves of surrogate pairs, and signs that turn the direction of a line.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


def printable(text: str) -> str:
    """The text without control characters; line feeds and tabs stay."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
