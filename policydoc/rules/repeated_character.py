"""A function word typed twice.

Bad:
    甲市集群管理办法
    第一条 各县区应当做好复核的的工作。
Good:
    甲市集群管理办法
    第一条 各县区应当做好复核的工作。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import iter_matches, mended

TWICE = re.compile(
    r"(?<![目标])的的(?!士)|和和(?!美|睦|气|平|解|谐)|及及|或或|应应(?![税急用对付])|将将(?!才)|(?<![事理自缘])由由|被被|与与|在在|为为(?!限|准)|后后(?!续|期|勤)|是是(?!非)|起起(?!伏|落|草|诉|点|重)|按按|向向|从从(?!业|事)|把把|并并|且且|但但|也也|须须|该该|其其(?!他|它|中|余)"
    r"|(?:了了|对对)(?![解结望外方])|[，。；：、]{2}"
)
# Words nobody doubles; 保管保管物, 规定规定的 may be meant.
WORDS = (
    "应当|可以|不得|用于|予以|按照|根据|经过|通过|进行|并且|或者|以及|对于|关于|由于|及时|依法|负责|其他|有关|相关|公正|公开|公平"
    "|变更|部门|申请|提交|审核|评审|材料|情况|单位|报送|公布|公示|认定|资金|项目|名单|条件|标准|办理|予以|实施|制定|建立|加强|推进|确定"
    "|之日起|工作日|主管部门|人民政府"
)
# 集装箱装箱, 代表代表团, 创业创新, 一户一户 are said on purpose.
ANY_WORD = re.compile(
    r"((?![的一]|装箱|代表|保管|组织|规定|业创|服务|管理)[\u4e00-\u9fff](?!一)[\u4e00-\u9fff]{1,2})\1"
)
TWICE_A_WORD = re.compile(rf"({WORDS})\1")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, TWICE):
        yield mended(provision, match.start(), match.end(), f"重复的“{match[0]}”。", match[0][0])
    for provision, match in iter_matches(policy, TWICE_A_WORD):
        yield mended(provision, match.start(), match.end(), f"重复的“{match[0]}”。", match[1])
    for provision, match in iter_matches(policy, ANY_WORD):
        if not TWICE_A_WORD.search(match[0]):
            yield mended(
                provision,
                match.start(),
                match.end(),
                f"“{match[0]}”疑有重复。",
                match[1],
                certain=False,
            )


RULE = Rule(Severity.WARNING, "文字准确：重复的字和标点应当删去", _check, group="H")
