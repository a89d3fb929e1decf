"""Another region's name used as the text's own subject: a residue of the text it was copied from.

Bad:
    # region = 乙市
    乙市中小企业特色产业集群促进实施细则
    第一条 本细则所称集群，是指乙市中小企业特色产业集群。
    第二条 甲省中小企业特色产业集群认定须满足下列条件：
    （一）产值较高；
    （二）管理规范。
Good:
    # region = 乙市
    乙市中小企业特色产业集群促进实施细则
    第一条 根据《甲省集群促进实施细则》，结合本市实际，制定本细则。
    第二条 乙市中小企业特色产业集群认定须满足下列条件：
    （一）产值较高；
    （二）管理规范。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.divisions import is_within
from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_texts
from policydoc.rules._regions import own_region

# 本市, 各县, 所在县: no names.
ANY = re.compile(
    r"^(?:[本我全各该外原同跨由在向对为与经将报送请至到或按以]|所在|有关|相关|其他|设区|县级|地级|县区)|(?:地|城|社|园|街|辖|校|景|新)区$|[城超都]市$"
)
PLACE = r"[\u4e00-\u9fff]{1,3}(?:省|自治区|市|自治州|州|盟|县|区)"
BODY = re.compile(r"^[^，。；由的]{0,10}?(?:局|厅|委员会|委|办公室|政府|部门|中心)")
SENTENCE_START = re.compile(rf"(?:^|(?<=[。；！]))({PLACE})(?=([\u4e00-\u9fff“”\"]{{4,}}))")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    region = own_region(policy)
    if not region:
        return
    own = _phrases_after(policy, region)
    for provision in iter_texts(policy):
        for match in SENTENCE_START.finditer(provision.text):
            place, after = match[1], match[2]
            if ANY.search(place) or place.endswith(region) or after[:6] not in own:
                continue
            # A text names the bodies above and below its issuer, and places of its own.
            if BODY.match(after) or is_within(place, region):
                continue
            yield found(
                provision, match.start(1), match.end(1),
                f"本文件的区域是{region}，此处却以“{place}”作为自己的主语，疑为套用上位文件时未改净。",
                region,
            )  # fmt: skip


def _phrases_after(policy: Policy, region: str) -> set[str]:
    """The six characters that follow the region's own name, wherever it stands."""
    texts = [provision.text for provision in iter_texts(policy)] + [policy.operative.identity.title]
    return {
        text[match.end() : match.end() + 6]
        for text in texts
        for match in re.finditer(re.escape(region), text)
    }


RULE = Rule(Severity.ERROR, "主体一致：文件的适用区域应与其自身主语一致", _check, group="A")
