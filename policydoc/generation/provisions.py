"""What a policy says, as records a template can print; each bears its words and its citation.

Provisions are found by their role and by what their facts say, never by number or by the name of
a region; what a policy does not provide has no record, and a template must say so (未规定).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policydoc.chinese.citations import articles_with_paragraphs, cite
from policydoc.generation.plain import Record, record
from policydoc.model import Fact, Kind, Policy, Provision, iter_policies, walk

DOCUMENT_GENRES = re.compile(r"(细则|办法|规定|条例|标准|意见|方案|指南|规则|措施|通知|制度)$")
_DATES = re.compile(r"^(?:\+1)?-{1,2}(\d{2})-(\d{2}|end)$")

_ITEM = re.compile(r"第（([^（）]+)）项")


class Citer:
    """Citations of one policy: 第十五条, 附件第一部分."""

    def __init__(self, policy: Policy) -> None:
        self.several = articles_with_paragraphs(policy)
        self.single = len(policy.attachments) == 1

    def __call__(self, eid: str) -> str:
        """The citation of a provision, as an official document writes it: 第十九条第二项.

        Reports cite 第（二）项, as the text prints its label; a document cites without brackets
        (立法技术规范（试行）（一）).
        """
        citation = _ITEM.sub(r"第\1项", cite(eid, self.several))
        return citation.replace("附件1", "附件", 1) if self.single else citation


def cited(citer: Citer, eid: str, words: str, **more: object) -> Record:
    """A record of one provision: eid, words, citation, and what is asked besides."""
    return record({"eid": eid, "words": words, "citation": citer(eid), **more}, "policy")


def roles(policy: Policy) -> dict[str, str]:
    """The role of each provision that has one, by eId."""
    return {fact.eid: fact.role for fact in policy.facts if fact.kind == "role"}


def head_and_rest(provision: Provision) -> tuple[str, str]:
    """The heading of a provision and what follows: printed, or its first short sentence."""
    if provision.heading:
        return provision.heading, provision.text
    head, stop, rest = provision.text.partition("。")
    if stop and rest and len(head) <= 40:
        return head, rest
    return provision.text.rstrip("；;。"), ""


def numeral_of(provision: Provision) -> str:
    """The bare numeral of a label: （一） and 一、 are 一."""
    return re.sub(r"[（()）、.．\s]|^第|[条部分]$", "", provision.num)


def item_groups(policy: Policy, role: str) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
    """Provisions with at least two items of that role, with these items.

    The levels of an annex stand under the annex, which is given as its first provision.
    """
    known = roles(policy)
    for part in iter_policies(policy):
        levels = tuple(p for p in part.body if p.kind is Kind.LEVEL and known.get(p.eid) == role)
        if len(levels) > 1:
            yield (part.preface or part.preamble or levels)[0], levels
    for provision in walk(policy):
        items = tuple(
            child
            for child in provision.children
            if child.kind in (Kind.SUBPARAGRAPH, Kind.POINT) and known.get(child.eid) == role
        )
        if len(items) > 1:
            yield provision, items


def _fullest(
    groups: Iterable[tuple[Provision, tuple[Provision, ...]]],
) -> tuple[Provision | None, tuple[Provision, ...]]:
    """The group with the most text: the one that says most on its subject."""
    best: tuple[Provision | None, tuple[Provision, ...]] = (None, ())
    most = 0
    for head, items in groups:
        size = sum(len(item.text) for item in items)
        if size > most:
            best, most = (head, items), size
    return best


def aspects(policy: Policy) -> tuple[Provision, ...]:
    """The parts of the criteria of recognition: the items of its fullest criterion."""
    return _fullest(item_groups(policy, "criterion"))[1]


def tasks(policy: Policy) -> tuple[Provision | None, tuple[Provision, ...]]:
    """The provision on cultivation and its items, the tasks of a plan."""
    groups = list(item_groups(policy, "duty"))
    return _fullest([g for g in groups if "培育" in g[0].text] or groups)


def grounds(policy: Policy) -> tuple[Provision, ...]:
    """The grounds on which a recognition is withdrawn."""
    groups = list(item_groups(policy, "sanction"))
    return _fullest([g for g in groups if re.search("撤销|取消", g[0].text)] or groups)[1]


def item_records(policy: Policy, citer: Citer, items: Iterable[Provision]) -> list[Record]:
    """Items as records: number, num, title, text, words, eid, citation."""
    records = []
    for number, item in enumerate(items, 1):
        title, text = head_and_rest(item)
        records.append(
            cited(
                citer, item.eid, item.text,
                number=number, num=numeral_of(item), title=title, text=text,
            )
        )  # fmt: skip
    return records


def fact_record(citer: Citer, fact: Fact | None) -> Record | None:
    """A fact as a record: value, unit, phrase, words and citation, and who does what."""
    if fact is None:
        return None
    return cited(
        citer, fact.eid, fact.quote,
        kind=fact.kind, value=fact.value, unit=fact.unit, phrase=phrase(fact), soft=fact.soft,
        trigger=fact.trigger, actor=fact.actor, action=fact.action, recipient=fact.recipient,
        object=fact.object, indicator=fact.indicator, order=fact.order, every=fact.every,
        window=fact.window,
    )  # fmt: skip


def phrase(fact: Fact) -> str:
    """The value with its unit as one writes it: 15个工作日, 2月底, 3年."""
    value = fact.value
    if isinstance(value, str):
        return date_phrase(value)
    if value is None:
        return ""
    number = f"{value:.10g}"
    measure = "个" if fact.unit in ("工作日", "月", "自然日") else ""
    return f"{number}{measure}{fact.unit}"


def date_phrase(value: str) -> str:
    """A recurring or full ISO date in words: --02-end is 2月底."""
    if found := _DATES.match(value):
        month, day = found.groups()
        lead = "次年" if value.startswith("+1") else ""
        return f"{lead}{int(month)}月{'底' if day == 'end' else f'{int(day)}日'}"
    if found := re.match(r"^(\d{4})-(\d{2})-(\d{2})$", value):
        year, month, day = found.groups()
        return f"{year}年{int(month)}月{int(day)}日"
    return value


_SPEAKING = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.LEVEL, Kind.PREAMBLE)


def provision_with(policy: Policy, pattern: str, role: str) -> Provision | None:
    """The first provision of that role whose words match."""
    known = roles(policy)
    expression = re.compile(pattern)
    for provision in walk(policy):
        if role and known.get(provision.eid) != role:
            continue
        if provision.kind in _SPEAKING and expression.search(provision.text):
            return provision
    return None


def sentence_with(provision: Provision, pattern: str) -> str:
    """The sentence of the provision that matches, with its full stop."""
    for found in re.finditer(r"[^。]+。?", provision.text):
        if re.search(pattern, found.group()):
            return found.group().strip()
    return provision.text


def self_name(policy: Policy) -> str:
    """What the text calls itself: 本办法, 本细则."""
    found = DOCUMENT_GENRES.search(policy.identity.title)
    return f"本{found.group(1)}" if found else "本文件"
