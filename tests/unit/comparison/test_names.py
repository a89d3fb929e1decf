"""What a policy is called in a sentence about several."""

from __future__ import annotations

import pytest

from policydoc.model import Identity
from policydoc.model.names import called, place_of


@pytest.mark.parametrize(
    ("title", "genre", "name"),
    [
        ("滨江市中小企业特色产业集群认定管理办法", "办法", "滨江市认定管理办法"),
        ("清河县培育中小企业特色产业集群实施方案（试行）", "实施方案", "清河县实施方案"),
        ("内蒙古自治区促进民营经济高质量发展若干措施", "若干措施", "内蒙古自治区若干措施"),
        (
            "促进中小企业特色产业集群发展暂行办法",
            "暂行办法",
            "促进中小企业特色产业集群发展暂行办法",
        ),
        ("滨江市绿化条例", "条例", "滨江市绿化条例"),
        ("", "", "x"),
    ],
)
def test_called(title: str, genre: str, name: str) -> None:
    assert called(Identity(id="x", title=title, genre=genre)) == name


def test_a_filed_short_title_and_region_come_first() -> None:
    identity = Identity(id="x", title="某市某某办法", short_title="某市办法", region="某省某市")
    assert (called(identity), place_of(identity)) == ("某市办法", "某省某市")
