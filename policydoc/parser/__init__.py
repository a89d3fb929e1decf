"""parse: Source → Policy, the article tree (provisional: replaced by issue 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policydoc.model import Identity, Kind, Line, Policy, Provision, Removed, Source, Span

DIGITS = "〇零一二三四五六七八九十百千两"
ARTICLE = re.compile(rf"\**第([{DIGITS}]+)条\**(?:[ 　]+|$)")
CHAPTER = re.compile(rf"(?:#+ *)?(第([{DIGITS}]+)章) +(.*)$")
ITEM = re.compile(rf"[（(]([{DIGITS}]+)[）)]")
LEVEL = re.compile(rf"([{DIGITS}]+)、")


def _number(text: str) -> int:
    total, digit = 0, 0
    for char in text:
        if char in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
        else:
            digit = "〇一二三四五六七八九".find(char.replace("零", "〇").replace("两", "二"))
    return total + digit


@dataclass
class _Node:
    kind: Kind
    eid: str
    num: str = ""
    heading: str = ""
    text: str = ""
    span: Span | None = None
    children: list[_Node] = field(default_factory=list)

    def freeze(self) -> Provision:
        children = tuple(child.freeze() for child in self.children)
        return Provision(
            self.kind, self.eid, self.num, self.heading, self.text, children, span=self.span
        )


def parse(source: Source) -> Policy:
    """Parse a source; what cannot be placed stays a paragraph."""
    lines = [
        (index, block.text.strip().lstrip("#>").strip())
        for index, block in enumerate(source.blocks)
        if isinstance(block, Line)
    ]
    removed: list[Removed] = []
    meta: dict[str, str] = {}
    if lines and lines[0][1] == "---":
        end = next(i for i in range(1, len(lines)) if lines[i][1] == "---")
        for _, text in lines[1:end]:
            key, _, value = text.partition(":")
            meta[key.strip()] = value.split("#")[0].strip()
            removed.append(Removed("front-matter", text))
        lines = lines[end + 1 :]
    kept = []
    for index, text in lines:
        if text.startswith("免责声明"):
            removed.append(Removed("web-disclaimer", text))
        elif text:
            kept.append((index, text))
    cut = next((i for i, (_, t) in enumerate(kept) if re.match(r"附件(?![：:])", t)), len(kept))
    annexes: tuple[Policy, ...] = ()
    if cut < len(kept):
        lead = 1 if re.fullmatch(r"附件\d*", kept[cut][1]) else 0
        title = kept[cut + lead][1].replace("[bookmark: _GoBack]", "")
        head = Provision(
            Kind.TITLE, "att_1__preface", "附件", text=re.sub(r"^附件 ", "", title),
            span=Span(kept[cut + lead][0], 0, len(title)),
        )  # fmt: skip
        annexes = (_parts("att_1__", head, kept[cut + lead + 1 :]),)
    main = kept[:cut]
    first = next(
        (i for i, (_, t) in enumerate(main) if ARTICLE.match(t) or CHAPTER.match(t)), len(main)
    )
    front = main[:first]
    notice = any("印发给你们" in text for _, text in front)
    joined = "".join(text for _, text in front)
    named = re.search("《([^》]+)》印发", joined)
    title = named[1] if named else joined
    spans = Span(front[0][0], 0, len(front[-1][1]), front[-1][0]) if front else None
    policy = _parts("", Provision(Kind.TITLE, "preface", text=title, span=spans), main[first:])
    preamble = (
        tuple(
            Provision(Kind.PREAMBLE, f"preamble__para_{n}", text=text, span=Span(i, 0, len(text)))
            for n, (i, text) in enumerate(front, 1)
        )
        if notice
        else ()
    )
    genre = re.search("(实施细则|暂行办法|办法|规定|条例|通知)", title)
    date = re.search(r"(\d{4})年(\d+)月(\d+)日", joined)
    identity = Identity(
        title=meta.get("title", title),
        genre=genre[1] if genre else "",
        issuers=(meta["issuer"],)
        if "issuer" in meta
        else tuple(t for _, t in front if notice and t.endswith("厅")),
        number=meta.get("doc_number", ""),
        issued=meta.get("issued")
        or (f"{date[1]}-{int(date[2]):02}-{int(date[3]):02}" if date else None),
        region=meta.get("region", ""),
        level=meta.get("level", ""),
        short_title=meta.get("short_title", ""),
        text_status=meta.get("text_status", "official"),
    )
    return Policy(
        identity, () if notice else policy.preface, preamble, policy.body, policy.conclusions,
        annexes, tuple(removed), sha256=source.sha256,
    )  # fmt: skip


def _parts(prefix: str, title: Provision, lines: list[tuple[int, str]]) -> Policy:
    body: list[_Node] = []
    preamble: list[_Node] = []
    conclusions: list[_Node] = []
    chapter: _Node | None = None
    holder: _Node | None = None
    for index, text in lines:
        span = Span(index, 0, len(text))
        if match := CHAPTER.match(text):
            chapter = _Node(
                Kind.CHAPTER, f"{prefix}chp_{_number(match[2])}", match[1], match[3], span=span
            )
            body.append(chapter)
        elif match := ARTICLE.match(text):
            eid = f"{prefix}art_{_number(match[1])}"
            para = _Node(Kind.PARAGRAPH, f"{eid}__para_1", text=text[match.end() :], span=span)
            holder = _Node(Kind.ARTICLE, eid, match[0].strip(" *　"), children=[para], span=span)
            (chapter.children if chapter else body).append(holder)
        elif (match := ITEM.match(text)) and holder is not None:
            parent = holder.children[-1] if holder.kind is Kind.ARTICLE else holder
            kind = Kind.SUBPARAGRAPH if holder.kind is Kind.ARTICLE else Kind.LEVEL
            step = "subpara" if holder.kind is Kind.ARTICLE else "level"
            eid = f"{parent.eid}__{step}_{_number(match[1])}"
            parent.children.append(_Node(kind, eid, match[0], text=text[match.end() :], span=span))
        elif match := LEVEL.match(text):
            holder = _Node(
                Kind.LEVEL,
                f"{prefix}level_{_number(match[1])}",
                match[0],
                text[match.end() :],
                span=span,
            )
            body.append(holder)
        elif text.startswith("附件"):
            conclusions.append(
                _Node(Kind.CONCLUSIONS, f"{prefix}conclusions", text=text, span=span)
            )
        elif holder is None:
            eid = f"{prefix}preamble" + (f"__para_{len(preamble) + 1}" if preamble else "")
            preamble.append(_Node(Kind.PREAMBLE, eid, text=text, span=span))
        elif holder.kind is Kind.LEVEL and not holder.text:
            holder.text, holder.span = text, span
        else:
            eid = f"{holder.eid}__para_{len(holder.children) + 1}"
            holder.children.append(_Node(Kind.PARAGRAPH, eid, text=text, span=span))
    return Policy(
        Identity(title=title.text), (title,),
        tuple(n.freeze() for n in preamble), tuple(n.freeze() for n in body),
        tuple(n.freeze() for n in conclusions),
    )  # fmt: skip
