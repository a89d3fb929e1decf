"""A ground of sanction that ends in an open phrase.

Bad:
    甲市集群管理办法
    第一条 集群有下列情形之一的，撤销其认定：
    （一）弄虚作假的；
    （二）严重失信和其他重大问题的行为。
Good:
    甲市集群管理办法
    第一条 集群有下列情形之一的，撤销其认定：
    （一）弄虚作假的；
    （二）法律、法规规定的其他情形。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_texts

OPEN = re.compile(
    r"其[他它](?:重大|严重|不良|有关|相关|不符合要求的)?(?:问题|情形|情况|行为)(?:的行为)?(?:的)?(?=[。；;]?\s*$|[。；;])"
)
# 其他应当取消资格的情形: what is to be withdrawn is whatever is to be withdrawn.
CIRCULAR = re.compile(
    r"其[他它](?:应当?|需要?|可以)(?:依法)?(?:取消|撤销|终止|退出|移出)[^，。；]{0,10}(?:情形|情况|行为)"
)
BOUND = re.compile(r"(?:法律|法规|规章|规定|约定|认定)[^，。；]{0,10}$")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision in iter_texts(policy):
        for match in (*OPEN.finditer(provision.text), *CIRCULAR.finditer(provision.text)):
            if not BOUND.search(provision.text[: match.start()]):
                yield found(
                    provision,
                    match.start(),
                    match.end(),
                    "兜底的情形没有限定，难以判断。",
                    "限定为“法律、法规规定的其他情形”",
                )


RULE = Rule(Severity.NOTE, "表述准确：不利情形应当明确、可判断", _check, group="F", certain=False)
