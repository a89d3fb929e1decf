"""Exclusions: what must not have happened, 近三年未发生较大及以上安全事故, one fact a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.dates import WINDOW
from policydoc.extractors._facts import build
from policydoc.extractors._statements import Statement, statements
from policydoc.model import Fact, Policy
from policydoc.plugins import Extractor

_BAD = r"(?:事故|事件|行为|问题|记录|违法|违规|失信|处罚|不良|名单|纠纷|案件|情形|异常|犯罪|隐患|投诉|拖欠|欠薪|污染|造假)"
_NOT = (
    r"未曾?(?:发生|出现|受到|受过|被|因|列入|有过?|存在)|没有(?:发生|出现|受到|受过|被|因|列入)?|不存在|未列入|"
    r"无(?=[^，。；]{0,18}?(?:不良|严重|重大|较大|违法|违规|失信|安全|环境|环保|行政处罚|刑事|偷税|犯罪|事故|拖欠))|不得(?:有|存在|发生)"
)
_SAID = re.compile(_NOT)
_HEAD = re.compile(
    rf"(?P<window>{WINDOW})?\s*(?:以?内|以来)?[，,]?\s*(?:也|且|均|从|企业)?"
    rf"(?P<not>{_NOT})"
    rf"(?P<what>[^，。；,;：:]*?{_BAD}[^，。；,;：:]*)",
    re.X,
)
_MORE = re.compile(rf"^\s*(?:以及|及|和|或者?)?\s*(?P<what>[^，。；,;：:]*?{_BAD}[^，。；,;：:]*)$")
_PREDICATE = re.compile(
    r"^(?:\s*(?:的|应当|应|须|不得|具有|建立|能够|按|由|对|企业|申报|凡|如|其中|撤销))"
)


def _extract(policy: Policy) -> Iterator[Fact]:
    for statement in statements(policy):
        if _SAID.search(statement.text):
            yield from _of(statement)


def _of(statement: Statement) -> Iterator[Fact]:
    earlier, sentence = "", -1
    for match in _HEAD.finditer(statement.text):
        what = match["what"]
        if (
            re.search(r"的$|未按|及时|无异议", what)
            and statement.text[match.end() : match.end() + 1] not in "。；;"
        ):
            continue
        here = statement.sentence_at(match.start())
        window = match["window"] or (earlier if here == sentence else "")
        earlier, sentence = window, here
        start = match.start("window") if match["window"] else match.start("not")
        yield build(
            statement, "exclusion", start, match.end(), indicator=what.strip(), window=window,
            op="=", value=0,
        )  # fmt: skip
        yield from _rest(statement, match.end(), window)


def _rest(statement: Statement, end: int, window: str) -> Iterator[Fact]:
    """The further things of the list: …事故，重大网络安全事件，以及偷税漏税的行为."""
    clause = statement.clause_at(end - 1)
    while statement.clauses[clause][2] in ("，", ",") and clause + 1 < len(statement.clauses):
        clause += 1
        start, stop, _ = statement.clauses[clause]
        words = statement.text[start:stop]
        more = _MORE.match(words)
        if more is None or _PREDICATE.match(words) or _HEAD.search(words):
            return
        yield build(
            statement, "exclusion", start + more.start("what"), stop,
            indicator=more["what"].strip(), window=window, op="=", value=0,
        )  # fmt: skip


EXTRACTOR = Extractor(_extract)
