"""The raw forms in which one and the same text reaches a user; parsing must see through all of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from tests.law_generator import Article, Heading, Law, block_text, han

WIDE = "　"


def label(part: Heading | Article) -> str:
    if isinstance(part, Heading):
        return f"第{han(part.number)}{part.unit}"
    return f"第{han(part.number)}条" + (f"之{han(part.sub)}" if part.sub else "")


def lines(
    law: Law, *, gap: str = WIDE, indent: str = "", name: Callable[[Heading | Article], str] = label,
    title: Callable[[str], str] = str, head: Callable[[Heading], str] = lambda _: "",
) -> Iterator[str]:  # fmt: skip
    """One line a paragraph, as a careful publisher prints it."""
    yield law.title
    yield ""
    if law.note:
        yield law.note
        yield ""
    for part in law.parts:
        if isinstance(part, Heading):
            yield f"{head(part)}{indent}{name(part)}{gap}{title(part.title)}"
            continue
        for number, block in enumerate(part.blocks):
            opening = name(part) + gap if number == 0 else ""
            yield f"{indent}{opening}{block.text}"
            for place, item in enumerate(block.items, start=1):
                yield f"{indent}（{han(place)}）{item}"


def plain(law: Law) -> str:
    return "\n".join(lines(law))


def md(law: Law) -> str:
    marks = {"编": "## ", "分编": "## ", "章": "## ", "节": "### "}
    text = "\n\n".join(lines(law, gap=" ", head=lambda h: marks[h.unit]))
    return "# " + text


def contents(law: Law) -> str:
    return "\n".join(
        ["目　　录", "", *[f"{WIDE}{label(h)}{WIDE}{h.title}" for h in law.headings], ""]
    )


def toc(law: Law) -> str:
    if not law.headings:
        return plain(law)
    head, _, rest = plain(law).partition(label(law.parts[0]))
    return head + contents(law) + "\n" + label(law.parts[0]) + rest


def indent(law: Law) -> str:
    return "\n".join(
        lines(law, indent=WIDE * 2, title=lambda t: t if len(t) > 2 else (WIDE * 2).join(t))
    )


def nospace(law: Law) -> str:
    return "\n".join(lines(law, gap=""))


def spaced(law: Law) -> str:
    def name(part: Heading | Article) -> str:
        text = label(part)
        tail = text.index("条") + 1 if "条" in text else len(text)
        return f"第 {text[1 : tail - 1]} {text[tail - 1 :]}"

    return "\n".join(lines(law, name=name, gap=" "))


HALF = str.maketrans("，；：（）！？", ",;:()!?")


def halfwidth(law: Law) -> str:
    return "\n".join(lines(law, gap=" ")).translate(HALF)


def dirty(law: Law) -> str:
    text = "\n".join("\u200b" + line if i % 5 == 0 else line for i, line in enumerate(lines(law)))
    return "\ufeff" + text.replace(WIDE, "\xa0\xa0").replace("\n", "\u200b\r\n").replace(
        "。\u200b", "。"
    )


def arabic(law: Law) -> str:
    def name(part: Heading | Article) -> str:
        if isinstance(part, Heading):
            return label(part)
        return f"第{part.number}条" + (f"之{han(part.sub)}" if part.sub else "")

    return "\n".join(lines(law, name=name, gap=" "))


def bare(law: Law) -> str:
    return "\n".join(lines(law)).replace(f"条{WIDE}", "条\n")


def bracket(law: Law) -> str:
    def name(part: Heading | Article) -> str:
        return label(part) + ("" if isinstance(part, Heading) else "【立法目的】")

    return (
        "\n".join(lines(law, name=name, gap="")).replace("章", f"章{WIDE}")
        if False
        else "\n".join(lines(law, name=name, gap=""))
    )


def bold(law: Law) -> str:
    def name(part: Heading | Article) -> str:
        return label(part) if isinstance(part, Heading) else f"**{label(part)}**"

    return "\n\n".join(lines(law, name=name, gap=" "))


NOTICE = """云岭省人民政府办公厅关于印发《{title}》的通知
云政办发〔2023〕12号

各市、州人民政府，省政府各部门：
《{title}》已经省人民政府同意，现印发给你们，请认真贯彻执行。
第三条、第七条规定的过渡期安排另行通知。

云岭省人民政府办公厅
2023年5月4日

"""
ANNEXES = """

附件1

申报材料清单
一、营业执照复印件
二、近三年审计报告
三、其他证明材料

附件2

专家评审工作规则
第一条　为规范评审工作，制定本规则。
第二条　评审专家应当具备下列条件：
（一）熟悉本领域；
（二）无不良记录。
第三条　本规则自印发之日起施行。

免责声明：本文转载自网络，不代表本站观点，如有侵权请与我们联系删除。
"""


def notice(law: Law) -> str:
    return NOTICE.format(title=law.title) + plain(law) + ANNEXES


def wrapped(text: str, columns: int, indent: str) -> str:
    """Break lines at a number of columns; the first of a paragraph is indented."""
    out = []
    for line in text.split("\n"):
        rest = indent + line.strip() if line.strip() else ""
        while rest:
            width = taken = 0
            while taken < len(rest) and width < columns - 1:
                width += 1 if rest[taken].isascii() else 2
                taken += 1
            while taken < len(rest) and rest[taken] in "，。；：、）”》":
                taken += 1
            out.append(rest[:taken])
            rest = rest[taken:]
        if not line.strip():
            out.append("")
    return "\n".join(out)


def footed(text: str, every: int = 30) -> str:
    """Page numbers every so many lines, in the middle of sentences too."""
    out, page = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        out.append(line)
        if number % every == 0:
            page += 1
            out += ["", f"— {page} —", ""] if page % 2 else [f"第{page}页 共99页"]
    return "\n".join(out)


def wrap(law: Law) -> str:
    return wrapped(plain(law), 70, WIDE * 2)


def pdf(law: Law) -> str:
    return footed(wrapped(plain(law), 56, ""))


def worst(law: Law) -> str:
    body = toc(law)
    return footed(wrapped(NOTICE.format(title=law.title) + body + ANNEXES, 56, ""))


def runon(law: Law) -> str:
    """One line a chapter."""
    out: list[str] = []
    for line in lines(law):
        starts = line.startswith("第") and line[1:8].split(WIDE)[0].endswith(("章", "编", "节"))
        first = line.startswith(label(law.parts[0]))
        if starts or first or not out or line in (law.title, law.note, ""):
            out.append(line)
        else:
            out[-1] += line
    return "\n".join(out)


def html(law: Law) -> str:
    """A government page: navigation, scripts, entities, one <p> a paragraph."""
    body = "".join(
        f"<p>&emsp;&emsp;{line.replace(WIDE, '&nbsp;&nbsp;').replace('“', '&ldquo;')}</p>\n"
        for line in lines(law)
        if line
    )
    return (
        "<html><head><meta charset='utf-8'><title>政策文件</title><script>var a='第一条 假';</script>"
        "</head><body><div class='nav'><a href='/'>首页</a> <a href='/zw'>政务公开</a></div>"
        f"<div id='content'>{body}</div><div class='footer'>版权所有 主办：某某政府</div></body></html>"
    )


FORMS: dict[str, Callable[[Law], str]] = {
    form.__name__: form
    for form in (
        plain, md, toc, indent, nospace, spaced, halfwidth, dirty, arabic, bare, bracket, bold,
        notice, wrap, pdf, worst, runon,
    )
}  # fmt: skip


def padding(seed: int) -> str:
    """A sentence that is no provision."""
    return block_text(random.Random(seed), 9)
