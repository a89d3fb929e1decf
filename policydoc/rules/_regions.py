"""The place a text is made for and its level, as filed or as its title and issuers say."""

from __future__ import annotations

import re

from policydoc.chinese.divisions import superiors
from policydoc.model import Policy
from policydoc.model.names import place_of

NATIONAL = re.compile(r"^(?:中华人民共和国|国务院|全国|国家)")
# What ends like a place and is none: 城市绿化条例, 全市, 社区, 园区.
COMMON = re.compile(
    r"(?:城|超|都|全|我|本|各|门|股|夜|集|花|菜|跨|县级|地级|设区的)市$"
    r"|(?:社|园|小|街|矿|景|林|库|校|牧|特|专|开发|试验|示范|保税|服务|功能|自贸|贸易|新|山|灾|湖|海)区$|[全我本各郡]省$|[全我本各郡]县$"
)
LEVELS = (
    ("provincial", r"(?:省|自治区)$"),
    ("county", r"(?:县|自治县|旗|区)$"),
    ("municipal", r"(?:市|州|盟|地区)$"),
)
MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
PROVINCIAL = re.compile(r"(?:省|自治区)$")


def own_region(policy: Policy) -> str:
    """张掖市; "" where neither the filing, the title nor an issuer tells."""
    identity = policy.operative.identity
    if identity.region or policy.identity.region:
        return identity.region or policy.identity.region
    for name in (identity.title, policy.identity.title, *policy.identity.issuers):
        known = next((place for place in superiors() if name.startswith(place)), "")
        if known:
            return known
    found = place_of(identity)
    return "" if COMMON.search(found) else found


def level_of(policy: Policy) -> str:
    """national, provincial, municipal, county, or "" where nothing tells."""
    identity = policy.operative.identity
    if identity.level or policy.identity.level:
        return identity.level or policy.identity.level
    if NATIONAL.match(identity.title):
        return "national"
    region = own_region(policy)
    if region in MUNICIPALITIES or PROVINCIAL.search(region):
        return "provincial"
    return next((level for level, ending in LEVELS if re.search(ending, region)), "")
