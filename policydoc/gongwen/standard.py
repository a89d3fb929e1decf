"""The facts of GB/T 9704-2012, once: the builder lays out by them and the checker judges by them.

A fact names its clause, its strength and where it was read; strength decides how grave a
departure is. Source codes: S1–S7 of docs/adr/0070; `memory` marks what no source was read for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from policydoc.model import Severity


class Strength(StrEnum):
    """How binding the standard makes a fact."""

    MUST = "规定"
    NORMALLY = "一般"
    RECOMMENDED = "推荐"
    MAY = "可以"
    PRACTICE = "实务"


SEVERITY = {
    Strength.MUST: Severity.ERROR,
    Strength.NORMALLY: Severity.WARNING,
    Strength.RECOMMENDED: Severity.WARNING,
    Strength.MAY: Severity.NOTE,
    Strength.PRACTICE: Severity.NOTE,
}


@dataclass(frozen=True, slots=True)
class Requirement:
    """One layout fact: `value` in `unit`, its clause, its strength, where it was read."""

    name: str
    value: float | str
    unit: str
    clause: str
    strength: Strength
    source: str
    label: str


MUST, NORMALLY = Strength.MUST, Strength.NORMALLY
RECOMMENDED, MAY, PRACTICE = Strength.RECOMMENDED, Strength.MAY, Strength.PRACTICE

_ROWS: tuple[Requirement, ...] = (
    Requirement("paper-width", 210.0, "mm", "5.1", MUST, "S1 S2", "纸张宽度"),
    Requirement("paper-height", 297.0, "mm", "5.1", MUST, "S1 S2", "纸张高度"),
    Requirement("margin-top", 37.0, "mm", "5.2.1", MUST, "S1 S2", "天头（上白边）"),
    Requirement("margin-left", 28.0, "mm", "5.2.1", MUST, "S1 S2", "订口（左白边）"),
    Requirement("margin-right", 26.0, "mm", "5.2.1", MUST, "S2", "右白边"),
    Requirement("margin-bottom", 35.0, "mm", "5.2.1", MUST, "S2", "下白边"),
    Requirement("area-width", 156.0, "mm", "5.2.1", MUST, "S1 S2", "版心宽度"),
    Requirement("area-height", 225.0, "mm", "5.2.1", MUST, "S1 S2", "版心高度"),
    Requirement("margin-tolerance", 1.0, "mm", "5.2.1", MUST, "S1", "白边允许误差"),
    Requirement("body-face", "仿宋", "", "5.2.2", NORMALLY, "S1 S2 S4", "正文字体"),
    Requirement("body-size", 16.0, "pt", "5.2.2", NORMALLY, "S1 S2 S4", "正文字号"),
    Requirement("lines", 22, "行", "5.2.3", NORMALLY, "S1 S2", "每面行数"),
    Requirement("characters", 28, "字", "5.2.3", NORMALLY, "S1 S2", "每行字数"),
    Requirement("colour", "000000", "", "5.2.4", MUST, "S1", "文字颜色"),
    Requirement("weight", "regular", "", "5.2.2", PRACTICE, "S1", "字重"),
    Requirement("serial", "^\\d{6}$", "", "7.2.1", NORMALLY, "S1 S2", "份号"),
    Requirement("secrecy", "黑体", "", "7.2.2", NORMALLY, "S1 S2", "密级和保密期限"),
    Requirement("urgency", "黑体", "", "7.2.3", NORMALLY, "S1 S4", "紧急程度"),
    Requirement("mark-place", 35.0, "mm", "7.2.4", MUST, "S1 S2", "发文机关标志上边缘至版心上边缘"),
    Requirement("mark-align", "center", "", "7.2.4", MUST, "S1 S2", "发文机关标志"),
    Requirement("mark-face", "小标宋", "", "7.2.4", RECOMMENDED, "S1 S2", "发文机关标志字体"),
    Requirement("mark-colour", "FF0000", "", "7.2.4", RECOMMENDED, "S1 S2", "发文机关标志颜色"),
    Requirement("number-blank", 2, "行", "7.2.5", MUST, "S1 S2", "发文字号与标志间空行"),
    Requirement("number-form", "〔〕", "", "7.2.5", MUST, "S1 S2", "发文字号"),
    Requirement("number-align", "center", "", "7.2.5", MUST, "S1 S2", "发文字号位置"),
    Requirement("signer-face", "楷体", "", "7.2.6", MUST, "S1 S4", "签发人姓名字体"),
    Requirement("rule-width", 156.0, "mm", "7.2.7", MUST, "S1 S2", "版头分隔线长度"),
    Requirement("rule-colour", "FF0000", "", "7.2.7", MUST, "S1 S2", "版头分隔线颜色"),
    Requirement("rule-gap", 4.0, "mm", "7.2.7", MUST, "S1 S2", "发文字号与分隔线距离"),
    Requirement("rule-thickness", 0.35, "mm", "7.2.7", PRACTICE, "S2", "版头分隔线粗细"),
    Requirement("title-face", "小标宋", "", "7.3.1", NORMALLY, "S1 S2 S4", "标题字体"),
    Requirement("title-size", 22.0, "pt", "7.3.1", NORMALLY, "S1 S2 S4", "标题字号"),
    Requirement("title-align", "center", "", "7.3.1", MUST, "S1 S2", "标题位置"),
    Requirement("title-blank", 2, "行", "7.3.1", MUST, "S1 S2", "标题与分隔线间空行"),
    Requirement("title-stop", "", "", "7.3.1", PRACTICE, "S1", "标题末尾标点"),
    Requirement("addressee-colon", "：", "", "7.3.2", MUST, "S1 S2", "主送机关末尾冒号"),
    Requirement("addressee-indent", 0, "字", "7.3.2", MUST, "S1 S2", "主送机关缩进"),
    Requirement("addressee-blank", 1, "行", "7.3.2", MUST, "S1 S2", "主送机关与标题间空行"),
    Requirement("body-indent", 2, "字", "7.3.3", MUST, "S1 S2", "正文首行缩进"),
    Requirement("body-turnover", 0, "字", "7.3.3", MUST, "S1 S2", "正文回行顶格"),
    Requirement("body-align", "both", "", "7.3.3", PRACTICE, "S1", "正文对齐"),
    Requirement("first-page-text", "", "", "7.3.3", MUST, "S1 S2", "公文首页显示正文"),
    Requirement("level-1-face", "黑体", "", "7.3.3", NORMALLY, "S1 S2", "第一层（一、）字体"),
    Requirement("level-2-face", "楷体", "", "7.3.3", NORMALLY, "S1 S2", "第二层（（一））字体"),
    Requirement("level-3-face", "仿宋", "", "7.3.3", NORMALLY, "S1 S2", "第三层（1.）字体"),
    Requirement("level-4-face", "仿宋", "", "7.3.3", NORMALLY, "S1 S2", "第四层（（1））字体"),
    Requirement("level-form", "一、（一）1.（1）", "", "7.3.3", NORMALLY, "S1 S2", "层次序号"),
    Requirement("enclosure-blank", 1, "行", "7.3.4", MUST, "S1 S2", "附件说明与正文间空行"),
    Requirement("enclosure-indent", 2, "字", "7.3.4", MUST, "S1 S2", "附件说明缩进"),
    Requirement("enclosure-turnover", "name", "", "7.3.4", MUST, "S1 S2", "附件说明回行"),
    Requirement("enclosure-stop", "", "", "7.3.4", MUST, "S1 S2", "附件名称后标点"),
    Requirement("enclosure-colon", "：", "", "7.3.4", MUST, "S1 S2", "附件说明冒号"),
    Requirement(
        "sealed-date-indent", 4, "字", "7.3.5.1", NORMALLY, "S1 S2", "成文日期右空（加盖印章）"
    ),
    Requirement("sealed-body", "centred", "", "7.3.5.1", NORMALLY, "S1 S2 S3a", "署名以日期居中"),
    Requirement(
        "unsealed-body-indent", 2, "字", "7.3.5.2", MUST, "S1 S2 S3a", "署名右空（不加盖印章）"
    ),
    Requirement("date-form", "YYYY年M月D日", "", "7.3.5.4", MUST, "S1 S2", "成文日期"),
    Requirement("no-text-page", "", "", "7.3.5.5", MAY, "S1", "不用“此页无正文”"),
    Requirement("date-real", "", "", "7.3.5.4", MUST, "S1 S2", "成文日期真实存在"),
    Requirement("note-brackets", "（）", "", "7.3.6", MUST, "S1", "附注圆括号"),
    Requirement("note-indent", 2, "字", "7.3.6", MUST, "S1", "附注缩进"),
    Requirement("annex-page", "new", "", "7.3.7", MUST, "S1 S4", "附件另面编排"),
    Requirement("annex-face", "黑体", "", "7.3.7", MUST, "S1 S4", "“附件”二字字体"),
    Requirement("annex-indent", 0, "字", "7.3.7", MUST, "S1", "“附件”二字位置"),
    Requirement("annex-title-line", 3, "行", "7.3.7", MUST, "S1", "附件标题所在行"),
    Requirement("annex-numbers", "", "", "7.3.7", MUST, "S1", "附件序号与附件说明一致"),
    Requirement("annex-title-face", "小标宋", "", "7.3.7", NORMALLY, "S1 S2", "附件标题字体"),
    Requirement("annex-title-size", 22.0, "pt", "7.3.7", NORMALLY, "S1 S2", "附件标题字号"),
    Requirement("annex-title-align", "center", "", "7.3.7", MUST, "S1", "附件标题位置"),
    Requirement("colophon-rules", 156.0, "mm", "7.4.1", MUST, "S1 S2", "版记分隔线"),
    Requirement(
        "colophon-thick", 0.35, "mm", "7.4.1", RECOMMENDED, "S1 S2 S3c", "版记首末分隔线粗细"
    ),
    Requirement(
        "colophon-thin", 0.25, "mm", "7.4.1", RECOMMENDED, "S1 S2 S3c", "版记中间分隔线粗细"
    ),
    Requirement("colophon-place", "foot", "", "7.4.1", MUST, "S1 S2", "版记位于末面版心下边缘"),
    Requirement("colophon-size", 14.0, "pt", "7.4.2", NORMALLY, "S1 S2", "版记字号"),
    Requirement("colophon-face", "仿宋", "", "7.4.2", NORMALLY, "S1 S2", "版记字体"),
    Requirement("copies-stop", "。", "", "7.4.2", MUST, "S1 S2", "抄送机关末尾句号"),
    Requirement("copies-colon", "：", "", "7.4.2", MUST, "S1 S2", "抄送后冒号"),
    Requirement("colophon-indent", 1, "字", "7.4.2", MUST, "S1 S2", "版记左右空"),
    Requirement("printed-form", "YYYY年M月D日印发", "", "7.4.3", MUST, "S1 S2", "印发日期"),
    Requirement("colophon-even", "even", "", "7.4.1", PRACTICE, "S3d", "版记置于双数面"),
    Requirement("page-number", "PAGE", "", "7.5", MUST, "S1 S2 S6", "页码"),
    Requirement("page-number-face", "宋体", "", "7.5", NORMALLY, "S1 S2 S6", "页码字体"),
    Requirement("page-number-size", 14.0, "pt", "7.5", NORMALLY, "S1 S2 S6", "页码字号"),
    Requirement("page-number-dash", "—", "", "7.5", NORMALLY, "S1 S2 S6", "页码一字线"),
    Requirement("page-number-gap", 7.0, "mm", "7.5", MUST, "S1 S2 S6", "一字线上距版心下边缘"),
    Requirement(
        "page-number-side", "outside", "", "7.5", MUST, "S1 S2 S6", "单页码居右、双页码居左"
    ),
    Requirement("page-number-indent", 1, "字", "7.5", MUST, "S1 S2 S6", "页码空一字"),
    Requirement("page-number-through", "", "", "7.5", MUST, "S1", "页码连续编排"),
    Requirement("table-width", 156.0, "mm", "8", PRACTICE, "S1", "表格宽度不超出版心"),
    Requirement("table-page-number", "", "", "8", MUST, "S1", "横排表格页码与其他页码位置一致"),
    Requirement("letter-mark", "", "", "10.1", MUST, "S1 S2", "信函标志不加“文件”"),
    Requirement("letter-mark-place", 30.0, "mm", "10.1", MUST, "S1 S2", "信函标志上边缘至上页边"),
    Requirement("letter-rule-width", 170.0, "mm", "10.1", MUST, "S1 S2", "信函红色双线长度"),
    Requirement("letter-rule-gap", 4.0, "mm", "10.1", MUST, "S1 S2", "信函标志与双线距离"),
    Requirement("letter-foot", 20.0, "mm", "10.1", MUST, "S1 S2", "信函下双线至下页边"),
    Requirement("letter-number", "right", "", "10.1", MUST, "S1 S2", "信函发文字号居右"),
    Requirement("letter-page-number", "none", "", "10.1", MUST, "S1 S2", "信函首页不显示页码"),
)
STANDARD: dict[str, Requirement] = {row.name: row for row in _ROWS}


def number_of(name: str) -> float:
    """The value of a fact that is a number."""
    return float(STANDARD[name].value)


@dataclass(frozen=True, slots=True)
class Profile:
    """One reading of the standard, ready to lay out by.

    Lengths in mm; `line` in twips (an exact line); `spacing` between 3号 characters in twips;
    `faces` are the font names by class; `departures` are the facts a unit replaces on purpose:
    the checker judges by the replaced value; those `skipped` are not judged at all.
    """

    name: str
    label: str
    top: float = number_of("margin-top")
    bottom: float = number_of("margin-bottom")
    left: float = number_of("margin-left")
    right: float = number_of("margin-right")
    line: int = 579
    spacing: int = -5
    footer: float = 25.25
    faces: dict[str, str] = field(
        default_factory=lambda: {
            "仿宋": "仿宋_GB2312",
            "楷体": "楷体_GB2312",
            "黑体": "黑体",
            "宋体": "宋体",
            "小标宋": "方正小标宋简体",
            "西文": "Times New Roman",
        }
    )
    departures: dict[str, float | str] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    reason: str = ""

    def value(self, name: str) -> float | str:
        """What this profile asks for the fact `name`."""
        return self.departures.get(name, STANDARD[name].value)


GBT9704 = Profile("gbt9704", "GB/T 9704-2012（天头 37 mm，行距 28.95 磅）")
# The ink, not the line box, begins at 37 mm: half the leading of a line is taken off the margin.
GBT33476 = replace(
    GBT9704,
    name="gbt33476",
    label="GB/T 33476.2-2016（上页边距 34.58 mm，行距 29.6 磅）",
    top=34.58,
    bottom=32.58,
    line=592,
)
PROFILES = {profile.name: profile for profile in (GBT9704, GBT33476)}
