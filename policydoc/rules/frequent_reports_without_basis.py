"""A reporting duty laid on enterprises with no basis cited.

Bad:
    甲市集群管理办法
    第一条 集群企业须每月报送生产经营情况。
Good:
    甲市集群管理办法
    第一条 集群企业按年度报送生产经营情况。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

MONTHLY = re.compile(
    r"(?:企业|单位|商户|经营者|当事人)(?:须|应当|必须|要)?(?:于)?每(?:月|周|旬|日)[^，。；]{0,12}(?:报送|上报|填报|报告)[^，。；]{0,12}"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, MONTHLY):
        if not re.search(r"依照《|依据《|根据《|按照《", provision.text):
            yield found(
                provision,
                match.start(),
                match.end(),
                "为企业增设经常性报送义务，没有写明依据。",
                "降低频次或者写明依据",
            )


RULE = Rule(
    Severity.NOTE,
    "国办发〔2018〕37号：不得违法增加公民、法人的义务",
    _check,
    group="G",
    certain=False,
)
