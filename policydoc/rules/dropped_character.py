"""A character dropped from a fixed term.

Bad:
    甲市集群管理办法
    第一条 支持集不断提升专业化水平，推动高质发展。
Good:
    甲市集群管理办法
    第一条 支持集群不断提升专业化水平，推动高质量发展。
"""

from __future__ import annotations

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import replacing

WORDS = [
    (r"(?<=[支持导对使促])集(?=不断|应当|认定|培育|申报|企业|发展)", "集群", "“集”后疑漏“群”。"),
    (r"(?<![\u4e00-\u9fff])?专化(?=配套|水平|生产|协作)", "专业化", "“专化”疑为“专业化”。"),
    (r"高质发展", "高质量发展", "“高质发展”疑为“高质量发展”。"),
    (r"营商境", "营商环境", "“营商境”疑为“营商环境”。"),
    (r"中小企(?=特色|发展|集群)", "中小企业", "“中小企”疑漏“业”。"),
    (r"主导产(?=值|业)?(?![业值品])", "主导产业", "“主导产”疑漏“业”。"),
    (r"工业和信化", "工业和信息化", "“信化”疑漏“息”。"),
]

RULE = Rule(Severity.NOTE, "文字准确：固定词语不漏字", replacing(WORDS), group="H", certain=False)
