"""The article tree, named in Akoma Ntoso terms (立法法第六十五条; GB/T 9704-2012 7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from policydoc.model.facts import Fact
from policydoc.model.findings import Finding
from policydoc.model.source import Removed, Span, Table, table_text


class Kind(StrEnum):
    """What a provision is; the value is the Akoma Ntoso element where there is one."""

    PART = "part"  # 编
    SUBPART = "subpart"  # 分编
    CHAPTER = "chapter"  # 章
    SECTION = "section"  # 节
    ARTICLE = "article"  # 条
    PARAGRAPH = "paragraph"  # 款
    SUBPARAGRAPH = "subparagraph"  # 项
    POINT = "point"  # 目
    LEVEL = "level"  # 一、（一）1.（1）
    TITLE = "title"  # 标题, the annex label 附件1 in `num`
    NOTE = "note"  # 题注, 发文字号, 脚注
    PREAMBLE = "preamble"  # 主送机关、印发语、引言
    CONCLUSIONS = "conclusions"  # 附件说明、落款、日期、附注、抄送
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Provision:
    """One node of the tree.

    Attributes:
        num: The label as printed (第六条, （一）), or "".
        heading: The heading as printed, or "".
        text: Its own words, verbatim and without the label; "" where only children speak.
        wrap_up: Words after the children that still belong to this node.
        span: Where `text` stands; where `text` is "", from the label to the end of its line.
        label_span: Where the label and heading stand; None where nothing is printed.
        rows: The cells, for a TABLE.
    """

    kind: Kind
    eid: str
    num: str = ""
    heading: str = ""
    text: str = ""
    children: tuple[Provision, ...] = ()
    wrap_up: str = ""
    span: Span | None = None
    label_span: Span | None = None
    rows: tuple[tuple[str, ...], ...] = ()


def own_words(provision: Provision) -> str:
    """The provision's own text, of a table its cells as `table_text` joins them.

    `start` and `end` of a finding count in these words.
    """
    return provision.text or (table_text(Table(provision.rows)) if provision.rows else "")


def cell_starts(table: Provision) -> tuple[tuple[int, ...], ...]:
    """Where each cell of each row begins in the `own_words` of a table."""
    found, place = [], 0
    for row in table.rows:
        starts = []
        for cell in row:
            starts.append(place)
            place += len(cell) + 1
        place += not row
        found.append(tuple(starts))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Identity:
    """Which document this is; what the text says of itself wins over what was typed.

    `genre` is the 文种 (实施细则, 暂行办法); dates are ISO or None; `level` is national,
    provincial, municipal or county; `text_status` is official, draft or digest (a digest's
    wording is ours and may not be compared); `superiors` are policy ids.
    """

    id: str = ""
    title: str = ""
    short_title: str = ""
    genre: str = ""
    issuers: tuple[str, ...] = ()
    number: str = ""
    issued: str | None = None
    effective: str | None = None
    expires: str | None = None
    region: str = ""
    level: str = ""
    text_status: str = "official"
    superiors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """A normative document as a tree, and what was found out about it.

    `attachments` are whole policies whose eIds begin with att_1__; `facts` of the attachments
    stand on the outermost policy.
    """

    identity: Identity
    preface: tuple[Provision, ...] = ()
    preamble: tuple[Provision, ...] = ()
    body: tuple[Provision, ...] = ()
    conclusions: tuple[Provision, ...] = ()
    attachments: tuple[Policy, ...] = ()
    removed: tuple[Removed, ...] = ()
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    sha256: str = ""

    @property
    def operative(self) -> Policy:
        """The text that provides: the first annex with articles of a notice that has none."""
        return next(filter(has_articles, (self, *self.attachments)), self)


def iter_within(provisions: Sequence[Provision]) -> Iterator[Provision]:
    """The provisions and all that stands under them in reading order, parents first."""
    stack = list(reversed(provisions))
    while stack:
        provision = stack.pop()
        yield provision
        stack.extend(reversed(provision.children))


def has_articles(policy: Policy) -> bool:
    """Is its own text, without the attachments, divided into 条?"""
    return any(provision.kind is Kind.ARTICLE for provision in iter_within(policy.body))


def iter_policies(policy: Policy) -> Iterator[Policy]:
    """The policy itself, then its attachments, depth first."""
    yield policy
    for annex in policy.attachments:
        yield from iter_policies(annex)


def by_eid(policy: Policy) -> dict[str, Provision]:
    """Every provision of the policy and its attachments by eId."""
    return {provision.eid: provision for provision in walk(policy)}


def walk(policy: Policy) -> Iterator[Provision]:
    """Every provision of the policy and its attachments in reading order, parents first."""
    for part in iter_policies(policy):
        for zone in (part.preface, part.preamble, part.body, part.conclusions):
            yield from iter_within(zone)
