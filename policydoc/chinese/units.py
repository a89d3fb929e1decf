"""Units of measure ↔ base units: 亿元 → 元, 平方公里 → 平方米, 三成 → 30 %."""

from __future__ import annotations

import re
from functools import cache

_MONEY = {"元": 1.0, "美元": 1.0, "欧元": 1.0, "港元": 1.0, "日元": 1.0, "英镑": 1.0}
_MEASURES: dict[str, tuple[str, float]] = {
    "平方公里": ("平方米", 1e6), "平方千米": ("平方米", 1e6), "km2": ("平方米", 1e6),
    "km²": ("平方米", 1e6), "公顷": ("平方米", 1e4), "亩": ("平方米", 10000 / 15),
    "平方米": ("平方米", 1), "㎡": ("平方米", 1), "m2": ("平方米", 1), "m²": ("平方米", 1),
    "立方米": ("立方米", 1), "m³": ("立方米", 1), "m3": ("立方米", 1), "升": ("升", 1),
    "公里": ("米", 1000), "千米": ("米", 1000), "km": ("米", 1000), "里": ("米", 500),
    "米": ("米", 1), "厘米": ("米", 0.01), "毫米": ("米", 0.001), "mm": ("米", 0.001),
    "吨标准煤": ("吨标准煤", 1), "吨标煤": ("吨标准煤", 1), "千克标准煤": ("吨标准煤", 0.001),
    "吨二氧化碳": ("吨二氧化碳", 1), "蒸吨": ("蒸吨", 1), "毫升": ("升", 0.001), "秒": ("秒", 1), "标准立方米": ("标准立方米", 1), "微米": ("米", 1e-6), "贝可": ("贝可", 1), "伏": ("伏", 1), "赫兹": ("赫兹", 1), "帕": ("帕", 1), "吨": ("吨", 1), "公斤": ("吨", 0.001), "千克": ("吨", 0.001),
    "kg": ("吨", 0.001), "克": ("吨", 1e-6), "毫克": ("毫克", 1), "mg": ("毫克", 1), "L": ("升", 1), "mL": ("升", 0.001), "Nm³": ("标准立方米", 1), "Nm3": ("标准立方米", 1), "t": ("吨", 1), "tce": ("吨标准煤", 1),
    "微克": ("毫克", 0.001), "千瓦时": ("千瓦时", 1), "kWh": ("千瓦时", 1), "度电": ("千瓦时", 1),
    "千瓦": ("千瓦", 1), "kW": ("千瓦", 1), "兆瓦": ("千瓦", 1000), "MW": ("千瓦", 1000),
    "吉瓦": ("千瓦", 1e6), "GW": ("千瓦", 1e6), "千伏": ("千伏", 1), "分贝": ("分贝", 1),
    "℃": ("℃", 1), "摄氏度": ("℃", 1), "MB": ("MB", 1), "GB": ("MB", 1024), "TB": ("MB", 1024**2),
    "兆": ("MB", 1), "EFLOPS": ("EFLOPS", 1), "PFLOPS": ("PFLOPS", 1),
}  # fmt: skip
_RATIOS: dict[str, tuple[str, float]] = {
    "%": ("%", 1), "‰": ("%", 0.1), "成": ("%", 10), "个百分点": ("百分点", 1),
    "百分点": ("百分点", 1), "个点": ("百分点", 1), "个基点": ("百分点", 0.01), "基点": ("百分点", 0.01), "倍": ("倍", 1), "折": ("%", 10),
}  # fmt: skip
_TIMES: dict[str, tuple[str, float]] = {
    "个工作日": ("工作日", 1), "工作日": ("工作日", 1), "个法定工作日": ("工作日", 1),
    "个自然日": ("日", 1), "自然日": ("日", 1), "个日历日": ("日", 1), "日": ("日", 1),
    "天": ("日", 1), "个日": ("日", 1),
    "个星期": ("日", 7), "星期": ("日", 7), "周": ("日", 7),
    "个月": ("月", 1), "月": ("月", 1), "个季度": ("月", 3), "季度": ("月", 3), "季": ("月", 3),
    "年": ("月", 12), "个年度": ("月", 12), "年度": ("月", 12), "个会计年度": ("月", 12),
    "个完整会计年度": ("月", 12), "会计年度": ("月", 12), "周年": ("月", 12), "个自然年度": ("月", 12),
    "学年": ("学年", 1), "个学期": ("学期", 1), "小时": ("小时", 1), "个小时": ("小时", 1),
    "分钟": ("分钟", 1), "个工作小时": ("工作小时", 1),
}  # fmt: skip
_COUNTERS = (
    "档|人年|人月|人天|人次|户次|家次|件次|车次|架次|台次|场次|课时|学时|学分|标准箱|机组|台套|台（套）|台(套)|周岁|岁|个|家"
    "|户|件|项|名|人|次|份|套|台|辆|篇|部|册|所|处|座|条|种|类|门|场|期|班|栋|幢|间|床|张|头|只|株|枚|款|分|片"
    "|宗|笔|例|起|组|队|盏|艘|架|位|轮|批|个方面|方面|号"
)

_SCALE = r"(?:万亿|[十百千]?[万亿]|[百千](?=元))"
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def _words() -> str:
    names = {*_MONEY, *_MEASURES, *_RATIOS, *_TIMES, *_COUNTERS.split("|")}
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


# 号 is listed so that 119号 is seen whole and then refused; 元 may carry 人民币 before it.
UNIT = re.compile(
    rf"(?P<scale>{_SCALE})?(?:人民币)?(?P<unit>{_words()})?"
    rf"(?P<per>(?:[/／][万百千亿]?(?:{_words()}|标煤)(?:[·・.](?:{_words()}))?)*)"
)
_CLASSES = {
    **dict.fromkeys(_MONEY, "money"),
    **dict.fromkeys(_MEASURES, "measure"),
    **dict.fromkeys(_RATIOS, "ratio"),
    **dict.fromkeys(_TIMES, "time"),
    **dict.fromkeys(_COUNTERS.split("|"), "count"),
}
_PLAIN = re.compile(r"(?P<scale>万亿|[十百千]?[万亿]|[百千](?=元))?(?P<unit>.*)", re.S)


def bare_unit(unit: str) -> str:
    """The unit without its measure word: 个工作日 → 工作日, 个月 → 月."""
    return unit[1:] if unit[:1] == "个" and unit[1:] in _CLASSES else unit


def phrase(value: float | str | None, unit: str) -> str:
    """A value and its unit as one writes them: 15个工作日, 1个月, 10亿元."""
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    measure = "个" if unit in ("工作日", "月", "季度", "自然日", "百分点", "学期", "方面") else ""
    return f"{shown}{measure}{unit}"


def unit_class(unit: str) -> str:
    """What a unit measures: money, measure, ratio, time, count, compound, or "" if unknown."""
    if "/" in unit or "／" in unit:
        return "compound"
    return _CLASSES.get(_split(unit)[1], "")


@cache
def _split(unit: str) -> tuple[float, str]:
    """The factor of a written scale and the unit behind it: 万人 → 10000, 人."""
    if unit in _CLASSES:
        return 1, unit
    match = _PLAIN.fullmatch(unit)
    assert match is not None  # both groups are optional
    factor = 1.0
    for char in match["scale"] or "":
        factor *= _SCALES[char]
    return factor, match["unit"]


@cache
def base(unit: str) -> tuple[str, float]:
    """The base unit and the factor to it; a unit we do not know is its own base."""
    if "/" in unit or "／" in unit:
        return unit, 1
    factor, name = _split(unit)
    if name in _MEASURES:
        return _MEASURES[name][0], factor * _MEASURES[name][1]
    for table in (_RATIOS, _TIMES):
        if name in table:
            return table[name][0], factor * table[name][1]
    return name, factor
