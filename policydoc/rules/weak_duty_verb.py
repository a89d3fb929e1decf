"""要, 应 or 须 where a duty asks for 应当.

Bad:
    甲市集群管理办法
    第一条 各县区工信局要及时报送情况。
Good:
    甲市集群管理办法
    第一条 各县区工信局应当及时报送情况。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity, has_articles
from policydoc.plugins import Context, Rule
from policydoc.rules._notices import head_line
from policydoc.rules._places import found, iter_matches

WEAK = re.compile(
    r"(?:局|厅|委|部门|政府|机构|单位|集群|企业|工作|标准|目标|措施|[申当]请?[事]?人|专家|孵化器|基地|中心|平台|人员|学校|公司)((?<![需只主必重首])要(?![求素点件闻是么])|应(?![当用急届对有变聘付邀征收税运声])|须(?!知))(?=[\u4e00-\u9fff])"
)

MANY = 6  # from here on the word is the text's habit, and is told once


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    # A notice that carries no rule says 要 as a matter of course: 各单位要高度重视.
    is_notice = any(head_line(policy, genre) for genre in ("通知", "通告", "函"))
    if is_notice and not has_articles(policy.operative):
        return
    uses: dict[str, list[tuple[Provision, re.Match[str]]]] = {}
    for provision, match in iter_matches(policy, WEAK):
        uses.setdefault(match[1], []).append((provision, match))
    for word, places in uses.items():
        many = len(places) >= MANY
        said = f"（全文 {len(places)} 处）" if many else ""
        for provision, match in places[:1] if many else places:
            message = f"义务用“{word}”表述，宜用“应当”{said}。"
            yield found(provision, match.start(1), match.end(1), message, "应当")


RULE = Rule(
    Severity.NOTE, "立法技术规范（试行）（一）：义务用“应当”", _check, group="H", certain=False
)
