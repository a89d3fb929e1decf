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

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

WEAK = re.compile(
    r"(?:局|厅|委|部门|政府|机构|单位|集群|企业|工作|标准|目标|措施|[申当]请?[事]?人|专家|孵化器|基地|中心|平台|人员|学校|公司)((?<![需只主必重首])要(?![求素点件闻是么])|应(?![当用急届对有变聘付邀征收税运声])|须(?!知))(?=[\u4e00-\u9fff])"
)

RULE = Rule(
    Severity.NOTE,
    "立法技术规范（试行）（一）：义务用“应当”",
    at_matches(WEAK, "义务用“{1}”表述，宜用“应当”。", "应当", group=1),
    group="H",
    certain=False,
)
