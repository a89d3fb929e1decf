"""Law-like documents of our own writing, with the truth of what they contain, from a seed.

They imitate what real texts do to parsers: citations at line starts and within lines, lists
followed by 款, several lists in one article, inserted articles, late starts, long numbers.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

NUMERALS = "零一二三四五六七八九"
SUBJECTS = (
    "县级以上人民政府", "市场监督管理部门", "生产经营单位", "行业协会", "专业技术人员", "申请人", "居民委员会",
    "供水单位", "中小企业", "评审机构", "有关部门和单位", "集群运营管理机构", "博物馆", "饲养人", "建设单位",
)  # fmt: skip
VERBS = (
    "应当建立健全", "可以依法组织", "不得擅自变更", "负责统筹协调", "应当自受理之日起十五个工作日内完成",
    "应当及时公开", "鼓励和支持开展", "应当按照规定保存", "有权查阅",
)  # fmt: skip
OBJECTS = (
    "工作协调机制", "安全生产责任制度", "服务质量评价", "档案资料", "“互联网+”公共服务", "备案手续",
    "《安全操作规程（试行）》规定的检测", "应急预案", "信用信息共享", "不少于3年的记录", "绿色低碳改造",
    "专精特新“小巨人”企业培育", "资金使用情况（含利息）",
)  # fmt: skip
TAILS = (
    "，并向社会公布", "，接受社会监督", "，但是法律另有规定的除外", "，期限为30日", "，具体办法由省人民政府规定",
    "，依照本条例第{n}条的规定处理", "，按照第{n}条第二款第（一）项执行", "；情节严重的，处一万元以上三万元以下的罚款",
    "，适用本办法第{n}条、第{m}条", "", "", "",
)  # fmt: skip
CITING = (
    "第{n}条、第{m}条规定的情形，由其他部门依法处理。",
    "第一款、第二款规定的期限可以延长一次。",
    "第{n}条第一款所称主管部门，是指市级主管部门。",
    "第{n}条规定的备案材料应当真实。",
    "（二）、（三）项所列单位应当配合检查。",
    "前款规定的具体标准，由主管部门制定。",
)  # fmt: skip
TOPICS = (
    "总则", "规划与建设", "管理职责", "服务保障", "“一体化”平台建设", "监督检查", "权利和义务", "申报与认定",
    "动态管理", "激励措施", "法律责任", "特别规定", "污染防治", "附则", "资金管理、使用和绩效评价",
)  # fmt: skip
PLACES = ("临江市", "云岭省", "东河县", "青石自治州", "海安经济开发区")
THINGS = (
    "城市养犬管理",
    "中小企业特色产业集群促进",
    "地下水保护",
    "数据开放共享",
    "古树名木保护",
    "电梯安全",
)
GENRES = ("条例", "办法", "实施细则", "暂行办法", "规定", "管理规定（试行）", "实施办法")


@dataclass
class Block:
    """One 款: its words, and the 项 that follow them."""

    text: str
    items: list[str] = field(default_factory=list)


@dataclass
class Article:
    number: int
    sub: int = 0
    blocks: list[Block] = field(default_factory=list)

    @property
    def item_count(self) -> int:
        return sum(len(block.items) for block in self.blocks)


@dataclass
class Heading:
    unit: str
    number: int
    title: str


@dataclass
class Law:
    """What the document is, before it is dressed in a raw form."""

    title: str
    note: str
    parts: list[Heading | Article]

    @property
    def articles(self) -> list[Article]:
        return [part for part in self.parts if isinstance(part, Article)]

    @property
    def headings(self) -> list[Heading]:
        return [part for part in self.parts if isinstance(part, Heading)]


def han(number: int) -> str:
    """A number up to 9,999 in Chinese figures."""
    if number < 10:
        return NUMERALS[number]
    digits, text, empty = str(number), "", False
    for place, digit in enumerate(digits):
        unit = ("", "十", "百", "千")[len(digits) - place - 1]
        if digit == "0":
            empty = True
            continue
        text += ("零" if empty and text else "") + NUMERALS[int(digit)] + unit
        empty = False
    return text.removeprefix("一") if text.startswith("一十") else text


def sentence(chance: random.Random, top: int) -> str:
    """One sentence of running text."""
    n, m = chance.randint(1, top), chance.randint(1, top)
    clause = chance.choice(SUBJECTS) + chance.choice(VERBS) + chance.choice(OBJECTS)
    return clause + chance.choice(TAILS).format(n=han(n), m=han(m))


def block_text(chance: random.Random, top: int) -> str:
    return "。".join(sentence(chance, top) for _ in range(chance.choice((1, 1, 2, 3, 6)))) + "。"


def items(chance: random.Random, top: int) -> list[str]:
    count = chance.choice((2, 3, 3, 4, 5, 8, 12))
    ends = [*["；"] * (count - 1), "。"]
    return [sentence(chance, top).replace("；", "，") + end for end in ends]


def article(chance: random.Random, number: int, top: int, sub: int = 0) -> Article:
    blocks = [Block(block_text(chance, top))]
    kind = chance.random()
    if kind < 0.3:
        blocks = [Block(sentence(chance, top) + "，包括下列内容：", items(chance, top))]
        if chance.random() < 0.4:
            blocks.append(Block(chance.choice(("前款规定的", "上述")) + block_text(chance, top)))
        if chance.random() < 0.15:
            blocks.append(Block("有下列情形之一的，不予受理：", items(chance, top)))
    while chance.random() < 0.3:
        blocks.append(Block(block_text(chance, top)))
    if chance.random() < 0.08:
        n, m = chance.randint(1, top), chance.randint(1, top)
        blocks.append(Block(chance.choice(CITING).format(n=han(n), m=han(m))))
    return Article(number, sub, blocks)


def law(seed: int) -> Law:
    """The document of a seed: 3 to 180 articles, with or without 编 章 节."""
    chance = random.Random(seed)
    count = chance.choice((3, 7, 15, 21, 40, 60, 120, 180))
    first = chance.choice((1,) * 14 + (12, 205))
    title = chance.choice(PLACES) + chance.choice(THINGS) + chance.choice(GENRES)
    note = chance.choice(
        ("", f"（2021年3月{chance.randint(1, 28)}日{title[:3]}人民政府第12次常务会议通过）")
    )
    has_chapters = count >= 7 and chance.random() < 0.7
    has_sections = has_chapters and chance.random() < 0.25
    has_parts = has_chapters and count >= 60 and chance.random() < 0.2
    parts: list[Heading | Article] = []
    chapter = section = book = 0
    size = max(2, count // chance.randint(3, 8))
    for offset in range(count):
        number = first + offset
        if has_parts and offset % (size * 3) == 0:
            book, chapter = book + 1, 0
            parts.append(Heading("编", book, chance.choice(TOPICS)))
        if has_chapters and offset % size == 0:
            chapter, section = chapter + 1, 0
            parts.append(Heading("章", chapter, chance.choice(TOPICS)))
        if has_sections and chapter % 2 == 0 and offset % max(1, size // 2) == 0:
            section += 1
            parts.append(Heading("节", section, chance.choice(TOPICS)))
        parts.append(article(chance, number, first + count))
        if chance.random() < 0.01:
            parts.append(article(chance, number, first + count, 1))
    return Law(title, note, parts)
