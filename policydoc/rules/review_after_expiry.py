"""A review that starts only after the title has expired, with no word on the time between.

Bad:
    甲市集群管理办法
    第一条 集群有效期为三年。有效期满后，由市局组织开展复核工作。
Good:
    甲市集群管理办法
    第一条 集群有效期为三年。有效期满前三个月，由市局组织复核，复核期间继续有效。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_matches

AFTER = re.compile(
    r"(?:有效期|期限)?(?:(?:届满|期满|满|到期|满[一二三四五1-9]年)后|有效期(?:届满|期满|满)，(?=[^。；]{0,6}由|重新|组织))[^。；]{0,60}?复(?:核|审|评)[^。；，]{0,6}"
)
BRIDGE = re.compile(
    r"复(?:核|审|评)期间[^。]{0,10}(?:有效|保留)|(?:届满|期满|到期)前[^。]{0,40}复(?:核|审|评)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    if BRIDGE.search(printed(policy)):
        return
    for provision, match in iter_matches(policy, AFTER):
        yield found(
            provision, match.start(), match.end(),
            "复核在有效期满之后才开始，期满到复核作出之间的资格没有规定。",
            "改为期满前组织复核，或者写明复核期间资格是否有效",
        )  # fmt: skip


RULE = Rule(Severity.WARNING, "可操作性：有效期与复核应当衔接", _check, group="E")
