"""The elements of an official document, and the forms their words take, right or wrong.

A form here is wide enough for its faults: [2026]第05号 is still meant as a 发文字号.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Role(StrEnum):
    """The elements of GB/T 9704-2012, and what is none of them."""

    BLANK = "空行"
    SERIAL = "份号"
    SECRECY = "密级和保密期限"
    URGENCY = "紧急程度"
    MARK = "发文机关标志"
    NUMBER = "发文字号"
    SIGNER = "签发人"
    TITLE = "标题"
    ADDRESSEE = "主送机关"
    BODY = "正文"
    LEVEL1 = "第一层标题"
    LEVEL2 = "第二层标题"
    LEVEL3 = "第三层标题"
    LEVEL4 = "第四层标题"
    ARTICLE = "条文"
    CHAPTER = "章节标题"
    SUBTITLE = "居中的小标题"
    ENCLOSURE = "附件说明"
    ISSUER = "署名"
    DATE = "成文日期"
    NOTE = "附注"
    ANNEX_LABEL = "附件序号"
    ANNEX_TITLE = "附件标题"
    COPIES = "抄送机关"
    PRINTED = "印发机关和印发日期"
    TABLE_NOTE = "表题或表注"
    CELL = "表格文字"
    BOX = "文本框文字"


_NUMERAL = "〇零一二三四五六七八九十百千两"
SERIAL = re.compile(r"^\d{1,8}$")
SECRECY = re.compile(r"^(绝密|机密|秘密)(?=$|[★☆*\s\d])")
URGENCY = re.compile(r"^(特急|加急|急件|特提|平急|紧急)$")
NUMBER = re.compile(
    r"^[^\s，。：:]{1,15}?\s*[〔\[［(（【﹝]\s*\d{2,4}\s*[〕\]］)）】﹞]\s*第?\s*\d+\s*号(?=$|\t|\s*签发人|\s{2,})"
)
LEVEL_FORMS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.LEVEL1, re.compile(r"^[一二三四五六七八九十]{1,3}\s*[、．.,，]")),
    (Role.LEVEL2, re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)]")),
    (Role.LEVEL3, re.compile(r"^\d{1,2}\s*[.．、](?!\d)")),
    (Role.LEVEL4, re.compile(r"^[（(]\d{1,2}[）)]")),
)
ARTICLE = re.compile(rf"^第[{_NUMERAL}\d]+条")
CHAPTER = re.compile(rf"^第[{_NUMERAL}\d]+[编章节](?=\s|　|$|[^\s])")
ENCLOSURE = re.compile(r"^附\s*件\s*[:：]|^附\s*件\s*\d{0,2}\s*[.．、]")
MORE_ENCLOSURE = re.compile(r"^\d{1,2}\s*[.．、]")
ANNEX_LABEL = re.compile(rf"^附\s*件\s*[\d{_NUMERAL}]{{0,3}}\s*[：:]?$")
DATE = re.compile(
    rf"^[\d{_NUMERAL}○O]{{2,4}}\s*年\s*[\d{_NUMERAL}]{{1,3}}\s*月\s*[\d{_NUMERAL}]{{1,3}}\s*日$"
)
COPIES = re.compile(r"^(抄\s*送|主\s*送|抄\s*报|分\s*送)(?=\s|[：:]|[^\s])")
PRINTED = re.compile(r"印\s*发$")
