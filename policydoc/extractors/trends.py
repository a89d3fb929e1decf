"""Trends: a direction without a number, 工业软件应用率稳步提升, 排放强度持续下降."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.dates import WINDOW
from policydoc.chinese.indicators import identify
from policydoc.extractors._facts import build
from policydoc.extractors._phrases import measured
from policydoc.extractors._statements import statements
from policydoc.model import Fact, Policy
from policydoc.plugins import Extractor
from policydoc.workspace import catalogue

_UP = "增长|提升|提高|上升|增加|向好|改善|增强|扩大|优化|壮大"
_DOWN = "下降|降低|减少|下行|缩小|回落"
_TREND = re.compile(
    rf"(?:(?P<how>保持|持续|稳步|逐年|稳定|不断|逐步|连续|明显|显著|呈现?|平稳|稳中|实现){{1,2}}(?:了)?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:态势|趋势|势头)?)(?=$|[，。；,;、（(])"
)
_WINDOW = re.compile(WINDOW, re.X)
_CATALOGUED = re.compile(
    r"率|量|强度|水平|能力|规模|产值|收入|经费|投入|专利|效率|占比|比重|数|额|税|耗|质量|浓度|指标|发展"
)


def _extract(policy: Policy) -> Iterator[Fact]:
    for statement in statements(policy):
        for match in _TREND.finditer(statement.text):
            clause = statement.clause_at(match.start())
            start = statement.clauses[clause][0]
            left = statement.text[start : match.start()]
            window = _WINDOW.search(left)
            indicator = measured(left[window.end() :] if window else left)
            indicator = re.split(r"较[大高多]且?", indicator)[0] or indicator
            if not _CATALOGUED.search(indicator):
                continue
            if window:
                start += window.start()
            yield build(
                statement, "trend", start, match.end(), indicator=indicator,
                indicator_id=identify(catalogue(), indicator, ""), op=">" if match["up"] else "<", value="上升" if match["up"] else "下降",
                window=window[0] if window else "",
            )  # fmt: skip


EXTRACTOR = Extractor(_extract)
