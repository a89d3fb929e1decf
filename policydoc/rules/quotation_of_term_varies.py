"""A term now in quotation marks, now without.

Bad:
    甲市集群管理办法
    第一条 培育“专精特新”中小企业，支持专精特新中小企业上市。
Good:
    甲市集群管理办法
    第一条 培育“专精特新”中小企业，支持“专精特新”中小企业上市。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

# “佐证材料”栏 is the name of a column.
QUOTED = re.compile(r"“([\u4e00-\u9fff]{3,8})”(?!一?[栏列]|字样)")
# 专精特新“小巨人”企业 is the official name and stands without marks around 专精特新.
OFFICIAL = "“小巨人”"


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    terms = {match[1] for _, match in iter_matches(policy, QUOTED) if not _is_defined(match)}
    for term in sorted(terms):
        bare = re.compile(rf"(?<!“){re.escape(term)}(?!”|{OFFICIAL})(?=[\u4e00-\u9fff])")
        for provision, match in list(iter_matches(policy, bare))[:3]:
            yield found(
                provision,
                match.start(),
                match.end(),
                f"“{term}”别处加了引号，此处没有。",
                f"“{term}”",
            )


def _is_defined(match: re.Match[str]) -> bool:
    """（以下简称“平台”）: where a short name is introduced it stands in marks, later without."""
    if re.search(r"称为?$", match.string[: match.start()]):
        return True
    return re.search(r"[包含]本数", match.string) is not None  # “不超过”含本数 speaks of the word


RULE = Rule(Severity.NOTE, "前后一致：同一术语引号用法一致", _check, group="H", certain=False)
