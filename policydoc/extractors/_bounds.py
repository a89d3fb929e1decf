"""What a text itself says of 以上 and 以下: “以上”包括本数，“以下”不包括本数.

Its own word goes before the rule of the Civil Code by which a bound is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from policydoc.chinese.citations import articles_with_paragraphs, cite
from policydoc.chinese.comparators import sharpened
from policydoc.model import Fact, Policy, iter_policies, walk

_WORD = "以上|以下|以内|之内|以外|不满|未满|超过|不超过|低于|高于|不低于|不高于|不足|大于|小于|内"
_MARK = r"[“”\"「」『』‘’\s]*"
_SAID = re.compile(
    rf"(?P<words>{_MARK}(?:{_WORD}){_MARK}(?:[、，,和及]{_MARK}(?:{_WORD}){_MARK})*)[，,]?(?:均|都|皆|也)?"
    r"(?P<no>不)?(?:包含|包括|含)(?:有)?本(?:数|级|身)"
)
_ONE = re.compile(_WORD)
_NOTE = re.compile("^“(?P<word>[^”]+)”")
_LAST: list[tuple[Policy, Mapping[str, tuple[bool, str]]]] = []


def bounds_said(policy: Policy) -> Mapping[str, tuple[bool, str]]:
    """For each word that the text explains: whether the number is included, and where it says so."""
    if _LAST and _LAST[0][0] is policy:
        return _LAST[0][1]
    found = dict(_said(policy))
    _LAST[:] = [(policy, found)]
    return found


def _said(policy: Policy) -> Iterator[tuple[str, tuple[bool, str]]]:
    several = articles_with_paragraphs(policy)
    for part in iter_policies(policy):
        for provision in walk(part):
            if "本" not in provision.text:
                continue
            for match in _SAID.finditer(provision.text):
                for word in _ONE.findall(match["words"]):
                    yield word, (match["no"] is None, cite(provision.eid, several))


def as_said(policy: Policy, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts with their bounds read as the text itself says."""
    said = bounds_said(policy)
    return tuple(_read(fact, said) for fact in facts) if said else facts


def _read(fact: Fact, said: Mapping[str, tuple[bool, str]]) -> Fact:
    note = _NOTE.match(fact.basis_note)
    if note is None or note["word"] not in said:
        return fact
    included, place = said[note["word"]]
    told = f"本文件{place}规定“{note['word']}”{'包括' if included else '不包括'}本数"
    return replace(fact, op=sharpened(fact.op, "含" if included else "不含"), basis_note=told)
