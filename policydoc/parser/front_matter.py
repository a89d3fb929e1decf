"""What stands before the body: settings block, covering notice, title, 题注, 引言."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policydoc.model import Kind, Provision, Span
from policydoc.parser.labels import BLANK
from policydoc.parser.layout import KEYED, Layout, is_ended, is_full, runs_on
from policydoc.parser.rows import Page, Row
from policydoc.parser.tables import table_provision

DATE = re.compile(
    rf"[（(]?[{BLANK}]*(?:[0-9０-９]{{4}}|[一二三四五六七八九〇○零ＯOo]{{4}})[{BLANK}]*年[{BLANK}]*[0-9０-９一二三四五六七八九十]{{1,3}}"
    rf"[{BLANK}]*月[{BLANK}]*[0-9０-９一二三四五六七八九十]{{1,3}}[{BLANK}]*日[{BLANK}]*[）)]?"
)
NUMBER = re.compile(
    rf"(?:文号[：:])?[（(]?([\u4e00-\u9fff]{{1,16}}[{BLANK}]*[〔\[［（(【﹝][{BLANK}]*[0-9０-９]{{4}}[{BLANK}]*[〕\]］）)】﹞]"
    rf"[{BLANK}]*(?:第[{BLANK}]*)?[0-9０-９]{{1,5}}[{BLANK}]*号)[）)]?"
)
ORDER_NUMBER = re.compile(
    rf"(?:[（(][^（）()]{{1,20}}[）)])?[{BLANK}]*(?:[0-9]{{4}}年)?第?[{BLANK}]*[0-9０-９一二三四五六七八九十百〇零]{{1,6}}[{BLANK}]*号$"
)
NOTE = re.compile(
    rf"[（(][^（）()]*(?:[0-9０-９一二三四五六七八九〇○]{{4}}[{BLANK}]*年|通过|公布|修[订正]|批准|施行|发布)|.{{0,60}}(?:第[一二三四五六七八九十百]+[届次]|会议).{{0,80}}(?:通过|修[订正]|批准)"
    r"|(?:[0-9０-９]{4}|[一二三四五六七八九〇○]{4})年.{1,12}日.{0,120}(?:通过|公布|修[订正]|批准|施行|发布|印发)"
)
ISSUING = re.compile("印发|公布|发布|颁布|转发|颁行|下发")
META = re.compile(
    r"[【\[]?(?:索[\s\u3000]*引[\s\u3000]*号|信息(?:索引|名称|分类)|(?:发布|发文|制定|成文|颁布)(?:机构|机关|单位|部门|字号|日期|时间|文号)"
    r"|文[\s\u3000]*号|(?:信息|文章|稿件|新闻)?来[\s\u3000]*源|作[\s\u3000]*者|责任编辑|发表(?:时间|日期)|下载地址|(?:所属)?(?:频道|栏目)|阅读(?:次数|量)?|字[\s\u3000]*[号体]|浏览(?:次数|量)|点击(?:次数|量|率)?|主[\s\u3000]*题[\s\u3000]*(?:词|分类)|有[\s\u3000]*效[\s\u3000]*性|效力(?:级别|状态)?"
    r"|标[\s\u3000]*题|公开(?:方式|形式|时限)|(?:生效|施行|实施|废止)日期|时效性|分[\s\u3000]*类|关[\s\u3000]*键[\s\u3000]*[词字]|体[\s\u3000]*裁|组配分类|名[\s\u3000]*称|您?的?当?前?的?所?在?位置)"
    r"[\s\u3000]*[】\]]?[\s\u3000]*(?:[：:|]|(?<=[】\]]))"
)
ISSUER_LINE = re.compile(r"(?:政府|厅|局|委员会|办公室|令|文件)$")
NAMES = re.compile(r"(?:政府|厅|局|委|部|会|院|办公室|办|署|令|文件)$")
TITLE_END = re.compile(
    r"(?:办法|细则|规定|条例|规则|章程|规程|标准|方案|规范|准则|制度|法|意见|决定|决议|通知|通告|公告|公示|公报|通报|解释|批复|答复|请示|报告|议案|纪要|函"
    r"|公约|协定|守则|须知|措施|政策|预案|要点|计划|规划|指南)"
    rf"(?:[{BLANK}]*[（(〔【][^（）()]{{1,20}}[）)〕】])*$"
)
ANNOUNCED = re.compile("现(?:予以)?[予将就印公发转]|予以|给你们|遵照|贯彻|请.{0,12}执行")
PREAMBLE_TITLE = re.compile(rf"(?:序[{BLANK}]*言|前[{BLANK}]*言|引[{BLANK}]*言|导[{BLANK}]*言)$")
COLON = re.compile(r"[：:]\s*\S")  # 咨询电话：…: no title says what something is
REMARK = re.compile(r"[（(〔【\[][^（）()]*[）)〕】\]]")
# A day that a web page prints for itself, letters to choose the size of its print, 首页 > 政策.
STAMP = re.compile(
    r"(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|A\+[\s\u3000]*A-)(?![0-9-])|[^。；]{1,30}(?:>|»|›)[^。；]{1,60}$"
)
LONGEST_TITLE_LINE = 64
SHORTEST_MATTER = 8  # characters of a title that tell it from others
LONGEST_NOTICE = 40  # rows


@dataclass
class Front:
    """The rows before the body, sorted by what they are."""

    notice: list[Row] = field(default_factory=list)
    title: list[Row] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    preamble: list[Row] = field(default_factory=list)
    label: str = ""

    @property
    def words(self) -> str:
        """The title as one line."""
        return "".join(row.text for row in self.title)


def is_date(row: Row) -> bool:
    """Is the row a date and nothing else?"""
    match = DATE.match(row.text)
    return match is not None and match.end() == len(row.text)


def is_note(row: Row) -> bool:
    """题注, 发文字号 or a date, as they stand around a title."""
    text = row.text
    if is_date(row) or NUMBER.fullmatch(text) is not None:
        return True
    return any(pattern.match(text) for pattern in (META, NOTE, STAMP))


def is_sentence(row: Row) -> bool:
    """Is the row running text (or 主送), and no line of a title?"""
    text = row.text
    if row.style.startswith(("title", "heading")):
        return False
    return len(text) > LONGEST_TITLE_LINE or is_ended(text) or text[-1] in "，、,"


def is_title_line(row: Row) -> bool:
    """May the row be a line of a title?"""
    if row.table is not None or row.chosen or is_note(row) or is_sentence(row):
        return False
    if COLON.search(row.text) and not row.style:
        return False
    return not PREAMBLE_TITLE.match(row.text) and not ORDER_NUMBER.match(row.text)


def read_settings(page: Page) -> dict[str, str]:
    """The settings block (---) at the head of a Markdown file; its lines are taken out."""
    rows = page.rows
    marked = [row for row in rows[:400] if row.style == "front-matter"]
    fences = [
        i for i, r in enumerate(page.source.blocks[:400]) if getattr(r, "text", "").strip() == "---"
    ]
    if not marked and len(fences) >= 2 and _first_words(page) == fences[0]:
        marked = [row for row in rows if fences[0] < row.block < fences[1]]
        if not all(re.match(r"[\w-]+\s*:|[-#\s]", row.text) for row in marked):
            marked = []
    settings = {}
    for row in marked:
        page.take_out(row, "front-matter")
        key, colon, value = row.text.partition(":")
        if colon:
            settings[key.strip()] = re.sub(r"\s+#.*$", "", value).strip().strip("\"'")
    if marked:
        page.rows = [row for row in rows if row not in marked]
    return settings


def _first_words(page: Page) -> int:
    for index, block in enumerate(page.source.blocks[:400]):
        if getattr(block, "text", "x").strip("\ufeff\u200b \t\r\n"):
            return index
    return -1


def sort_front(rows: Sequence[Row], layout: Layout, *, provides: bool) -> Front:
    """Tell covering notice, title, notes and preamble apart.

    With `provides`, levels follow: a notice right above them carries no other text.
    """
    front = Front()
    rows = _whole_lines(rows, layout)
    last = _last_of_notice(rows)
    if provides and last == len(rows) - 1:
        last = -1
    front.notice, rows = rows[: last + 1], rows[last + 1 :]
    begins = next((i for i, row in enumerate(rows) if not _is_head(row)), len(rows))
    head, front.preamble = rows[:begins], rows[begins:]
    front.title = _title_of(head)
    front.notes = [row for row in head if row not in front.title]
    return front


def _whole_lines(rows: Sequence[Row], layout: Layout) -> list[Row]:
    """The rows, with those joined that a full line breaks off."""
    if not layout.width:
        return list(rows)
    whole: list[Row] = []
    broken: Row | None = None
    for row in rows:
        if broken is not None and runs_on(broken, row, layout):
            last = whole[-1]
            last.text += row.text
            last.end, last.last_block = row.end, row.last_block
        else:
            whole.append(row)
        is_broken = row.table is None and is_full(row, layout.width) and not is_ended(row.text)
        broken = _copy(row) if is_broken else None
    return whole


def _copy(row: Row) -> Row:
    copy = Row(row.text, row.block, row.start, row.indent, row.style, row.apart)
    copy.width = row.width
    return copy


def _is_head(row: Row) -> bool:
    return row.table is None and (is_title_line(row) or _is_front_note(row))


def _title_of(head: Sequence[Row]) -> list[Row]:
    """The lines of the title: the first block of them that ends like a title, else the first."""
    blocks: list[list[Row]] = []
    last = -2
    for place, row in enumerate(head):
        if not is_title_line(row):
            continue
        if place != last + 1 or blocks[-1][-1].block == row.block:
            blocks.append([])
        blocks[-1].append(row)
        last = place
    named = [block for block in blocks if TITLE_END.search(block[-1].text)]
    title = _printed_again(named, head) or (named or blocks or [[]])[0]
    while len(title) > 1 and REMARK.fullmatch(title[0].text):
        title = title[1:]
    if len(title) > 1 and ISSUER_LINE.search(title[0].text) and _is_whole_title(title[1:]):
        return title[1:]
    while len(title) > 1 and _is_issuer_below(title):
        title = title[:-1]
    return title


def _is_issuer_below(title: Sequence[Row]) -> bool:
    """A body on the line below a whole title: …实施细则, then 某市工业和信息化局."""
    above, last = title[-2].text, title[-1].text
    return TITLE_END.search(above) is not None and (
        ISSUER_LINE.search(last) is not None and TITLE_END.search(last) is None
    )


def _printed_again(named: Sequence[list[Row]], head: Sequence[Row]) -> list[Row]:
    """The title below the one that a web page prints at its top, or nothing."""
    for block in reversed(named):
        above = [row.text for row in head[: head.index(block[0])]]
        for place in range(len(block) - 1, -1, -1):
            if _is_among(block[place:], [*above, *(row.text for row in block[:place])]):
                start = place
                while start and _opens_title(block[start - 1]):
                    start -= 1
                return block[start:]
    return []


def _is_among(lines: Sequence[Row], printed: Sequence[str]) -> bool:
    words = "".join(row.text for row in lines)
    matter = words[max(words.find("关于"), 0) :]
    if len(matter) < SHORTEST_MATTER or words.count("《") != words.count("》"):
        return False
    return any(matter in line for line in printed)


def _opens_title(row: Row) -> bool:
    """Names of bodies, or names and the first words of what it is about."""
    name, about, _ = row.text.partition("关于")
    return NAMES.search(name.strip()) is not None and (bool(about) or len(name) > 3)


def _is_whole_title(rows: Sequence[Row]) -> bool:
    return not rows[0].text.startswith(("关于", "印发", "转发")) and len(rows[0].text) >= 6


def _is_front_note(row: Row) -> bool:
    if is_note(row) or ORDER_NUMBER.match(row.text) is not None:
        return True
    return COLON.search(row.text) is not None and not is_sentence(row)


def _issues(row: Row) -> bool:
    """Does the row announce the text that follows: 现将…印发给你们, …现予公布?"""
    if row.table is not None or not is_sentence(row) or not ISSUING.search(row.text):
        return False
    return ANNOUNCED.search(row.text) is not None


def _last_of_notice(rows: list[Row]) -> int:
    """The last row of a covering notice, or -1 where there is none."""
    issuing = next((i for i, row in enumerate(rows[:LONGEST_NOTICE]) if _issues(row)), -1)
    last = issuing
    for place in range(issuing + 1, min(len(rows), issuing + LONGEST_NOTICE)):
        row = rows[place]
        if issuing < 0 or row.table is not None or row.style.startswith("heading 1"):
            break
        if is_date(row):
            last = place
            if place + 1 < len(rows) and re.match("[（(]此件", rows[place + 1].text):
                last = place + 1
            break
        if is_sentence(row) and not NOTE.match(row.text):
            last = place
    return last


def paragraphs(rows: Sequence[Row], kind: Kind, stem: str, layout: Layout) -> tuple[Provision, ...]:
    """Rows without labels as provisions of one kind: `stem` alone, or `stem__para_1`, …"""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and (_goes_on(groups[-1][-1], row, kind, layout) or _is_open(groups[-1], row)):
            groups[-1].append(row)
        else:
            groups.append([row])
    if len(groups) == 1:
        return (_paragraph(groups[0], kind, stem),)
    return tuple(
        _paragraph(group, kind, f"{stem}__para_{n}") for n, group in enumerate(groups, start=1)
    )


def _is_open(group: Sequence[Row], row: Row) -> bool:
    """关于印发《某某, 某某办法》的通知: a title in marks that the next line closes."""
    if row.table is not None or any(one.table is not None for one in group):
        return False
    words = "".join(one.text for one in group)
    opened = words.count("《") > words.count("》") and len(words) <= LONGEST_TITLE_LINE
    close, again = row.text.find("》"), row.text.find("《")
    return opened and close >= 0 and (again < 0 or close < again)


def _goes_on(last: Row, row: Row, kind: Kind, layout: Layout) -> bool:
    """Is the row no paragraph of its own? At the end of a text every line is one."""
    if kind is Kind.CONCLUSIONS and not layout.width and last.text[-1] not in "，、,":
        return False
    return runs_on(last, row, layout) and not _is_apart(last, row)


def _is_apart(last: Row, row: Row) -> bool:
    """2.自评表 of a list of annexes, 通信地址：… of the contacts, 主送 below a title."""
    if (
        NUMBER.fullmatch(row.text)
        or KEYED.match(row.text)
        or (row.label is not None and not row.label.cited)
    ):
        return True
    return row.text[-1] in "：:" and TITLE_END.search(last.text) is not None


def _paragraph(group: Sequence[Row], kind: Kind, eid: str) -> Provision:
    first = group[0]
    if first.table is not None:
        return table_provision(first, eid)
    return Provision(kind, eid, text="".join(row.text for row in group), span=span_of(group))


def span_of(rows: Sequence[Row]) -> Span:
    """The place of rows that make one text."""
    first, last = rows[0], rows[-1]
    if first.block == last.last_block:
        return Span(first.block, first.start, last.end)
    return Span(first.block, first.start, last.end, last.last_block)
