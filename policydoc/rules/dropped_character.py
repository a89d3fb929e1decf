"""A character dropped from a fixed term, or from a name the text itself uses throughout.

Bad:
    甲市集群管理办法
    第一条 支持集不断提升专业化水平，推动高质发展。
Bad:
    甲市集群管理办法
    第一条 县级以上地方人民府的主管部门负责集群管理。
Bad:
    青河市特色产业集群管理办法
    第一条 特色产业集群的认定，适用本办法。
    第二条 特色产业集群每年申报一次，特色产业集群的培育由县区负责。
    第三条 特色产集群应当报送年度情况。
Good:
    甲市集群管理办法
    第一条 支持集群不断提升专业化水平，推动高质量发展，由县人民政府负责。
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import iter_texts, mended

# Left of a fixed term with a character gone, where the words around tell.
WORDS = [
    (re.compile(r"(?<=[支持导对使促])集(?=不断|应当|认定|培育|申报|企业|发展)"), "集群"),
    (re.compile(r"(?<![\u4e00-\u9fff])专化(?=配套|水平|生产|协作)"), "专业化"),
    (re.compile(r"高质发展"), "高质量发展"),
    (re.compile(r"营商境"), "营商环境"),
    (re.compile(r"中小企(?=特色|发展|集群)"), "中小企业"),
    (re.compile(r"主导产(?![业值品量出])"), "主导产业"),
    (re.compile(r"工业和信化"), "工业和信息化"),
]
# A few of their shortened forms are words of other texts: these are left out below.
TERMS = [
    "人民政府",
    "主管部门",
    "行政部门",
    "行政处罚",
    "监督管理",
    "监督检查",
    "行政法规",
    "规范性文件",
    "法定代表人",
    "直接责任人员",
    "主管人员",
    "违法所得",
    "营业执照",
    "中小企业",
    "专精特新",
    "高质量发展",
    "知识产权",
    "科学技术",
    "公共服务",
    "社会保障",
    "社会保险",
    "基础设施",
    "环境保护",
    "突发事件",
    "应急预案",
    "应急管理",
    "市场监督管理",
    "工业和信息化",
    "人力资源",
    "自然资源",
    "农业农村",
    "卫生健康",
    "公安机关",
    "人民法院",
    "人民检察院",
    "税务机关",
    "乡镇人民政府",
    "街道办事处",
    "居民委员会",
    "村民委员会",
    "专业技术",
    "技术改造",
    "科技创新",
    "产业集群",
    "特色产业",
    "龙头企业",
    "高新技术企业",
    "数字化转型",
    "公共利益",
    "合法权益",
    "商业秘密",
    "招标投标",
    "竣工验收",
    "土地使用权",
    "不动产登记",
    "药品监督",
    "特种设备",
    "消防安全",
    "未成年人",
    "劳动合同",
    "工伤保险",
    "养老保险",
    "医疗保险",
    "招商引资",
    "专项资金",
    "绩效评价",
    "信用评价",
    "联合惩戒",
    "行政复议",
    "申请材料",
    "申报材料",
    "评审专家",
    "申报条件",
    "门户网站",
    "保障措施",
    "监测评价",
    "考核评价",
    "节能减排",
    "绿色低碳",
    "固体废物",
    "水土保持",
    "耕地保护",
    "高标准农田",
    "乡村振兴",
    "文物保护",
    "非物质文化遗产",
    "志愿服务",
    "行业协会",
    "第三方机构",
    "检验检测",
]
KNOWN = frozenset(
    ["行罚", "行处罚", "行政罚", "行部门", "监督理", "招投标", "村委员会", "民政府", "有部门"]
)
STRUCTURAL = frozenset("级的和及与或各本市县省区州旗镇乡等其第")
AGAIN = 3  # times a term of the text must occur before a broken one is told
MOST = 60  # names of the text looked at: each is sought in all its words
HAN = "\u4e00-\u9fff"


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    words = printed(policy)
    broken = {**_fixed(), **_learnt(policy, words)}
    times = cache(words.count)
    pattern = re.compile("|".join(sorted(map(re.escape, broken), key=len, reverse=True)))
    for provision in iter_texts(policy):
        for regex, right in WORDS:
            for match in regex.finditer(provision.text):
                yield _told(provision, match, right)
        for match in pattern.finditer(provision.text):
            if not _is_word_of_its_own(provision.text, match, times, broken[match[0]]):
                yield _told(provision, match, broken[match[0]])


def _told(provision: Provision, match: re.Match[str], right: str) -> Finding:
    message = f"“{match[0]}”疑为“{right}”，漏字。"
    return mended(provision, match.start(), match.end(), message, right)


def _is_word_of_its_own(
    text: str, match: re.Match[str], times: Callable[[str], int], right: str
) -> bool:
    """生产集群 is no 产业集群: does an end go with its neighbour without the rest of the term?"""
    start, end = match.span()
    left, after = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    return (len(left) == 2 and times(left) > times(left + right[1]) + 1) or (
        len(after) == 2 and times(after) > times(right[-2] + after) + 1
    )


@cache
def _fixed() -> dict[str, str]:
    broken = {variant: term for term in TERMS for variant in _variants(term)}
    return {variant: term for variant, term in broken.items() if variant not in KNOWN}


def _variants(term: str) -> Iterator[str]:
    """The term without one of its inner characters; never one that is a part of it."""
    for index in range(1, len(term) - 1):
        variant = term[:index] + term[index + 1 :]
        if len(variant) > 2 and variant not in term and term[index] not in STRUCTURAL:
            yield variant


def _learnt(policy: Policy, words: str) -> dict[str, str]:
    """What one would get by dropping a character of a name or defined term used throughout."""
    names = {f.term or f.actor for f in policy.facts if f.kind in ("term", "actor")}
    names |= set(_of_title(policy.operative.identity.title, words))
    found: dict[str, str] = {}
    for name in sorted(n for n in names if re.fullmatch(rf"[{HAN}]{{5,20}}", n))[:MOST]:
        if words.count(name) >= AGAIN:
            found |= {v: name for v in _variants(name) if words.count(v) == 1}
    return {
        variant: name for variant, name in found.items() if not any(variant in n for n in names)
    }


def _of_title(title: str, words: str) -> Iterator[str]:
    """The longest pieces of the title that the text goes on using."""
    start = 0
    while start < len(title) - 4:
        end = start + 5
        while end <= len(title) and words.count(title[start:end]) > AGAIN:
            end += 1
        if end > start + 5:
            yield title[start : end - 1]
        start += max(end - start - 5, 1)


RULE = Rule(Severity.NOTE, "文字准确：固定词语不漏字", _check, group="H", certain=False)
