"""An article without words, or with the words of another.

Bad:
    甲市集群管理办法
    第一条 市工业和信息化局负责全市集群的认定和监督管理工作，县区工业和信息化部门负责本地区集群的培育、初审和推荐工作。
    第二条 市工业和信息化局负责全市集群的认定和监督管理工作，县区工业和信息化部门负责本地区集群的培育、初审和推荐工作。
    第三条 本办法自2026年1月1日起施行。
Good:
    甲市集群管理办法
    第一条 市工业和信息化局负责全市集群的认定和监督管理工作，县区工业和信息化部门负责本地区集群的培育、初审和推荐工作。
    第二条 本办法自2026年1月1日起施行。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import iter_articles, whole

SHORT = 40


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    seen: dict[str, Provision] = {}
    for article in iter_articles(policy.operative):
        words = "".join(part.text for part in _parts(article))
        if not words:
            yield whole(article, f"{article.num}没有内容。", "补写或者删去")
        elif len(words) > SHORT and words in seen:
            first = next(p for p in _parts(article) if p.text)
            yield whole(first, f"{article.num}与{seen[words].num}文字相同。", "删去重复的条文")
        seen.setdefault(words, article)


def _parts(provision: Provision) -> Iterator[Provision]:
    yield provision
    for child in provision.children:
        yield from _parts(child)


RULE = Rule(Severity.ERROR, "文本完整：条文不缺漏、不重复", _check, group="B")
