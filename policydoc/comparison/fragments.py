"""Texts of which a part is missing: what they do not say, the official text may."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.comparison.places import Text, Texts
from policydoc.model import Policy, iter_within

_MISSING = ("parser/late-start", "parser/article-number-gap", "parser/annex-absent")
_CITED = re.compile(r"(?:详?见|按照?|依照|参照|执行)(?:本(?:办法|细则|规定|规范))?附件")
_ABSENT = "文中所引的附件不在本文件中"
_MOST = 3


def fragment_notes(texts: Texts) -> tuple[str, ...]:
    """One sentence for each text that is only a part: 未规定 is then said of this file alone."""
    return tuple(
        f"{text.name}的文本不完整（{'；'.join(gaps[:_MOST])}{'等' if len(gaps) > _MOST else ''}）：“未规定”“未载明”只说明本文件没有写，不能断定官方文本没有规定。"
        for text in texts.all
        if not text.is_digest and (gaps := list(_gaps(text)))
    )


def _gaps(text: Text) -> Iterator[str]:
    policy = text.policy
    told = [found for found in policy.findings if found.rule in _MISSING]
    yield from dict.fromkeys(found.message.rstrip("。") for found in told)
    if all(found.rule != "parser/annex-absent" for found in told) and _cites_absent(policy):
        yield _ABSENT


def _cites_absent(policy: Policy) -> bool:
    if policy.attachments or any(provision.num for provision in policy.preface):
        return False
    return any(_CITED.search(provision.text) for provision in iter_within(policy.body))
