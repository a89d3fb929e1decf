from __future__ import annotations

import pytest

from policydoc import pipeline
from policydoc.rules._levels import is_peer

DRAFT = "云溪市产业集群管理办法\n第一条 根据《云溪市工业发展规定》，制定本办法。\n云溪市工业和信息化局\n2026年1月5日\n"


@pytest.mark.parametrize(
    ("other", "peer"),
    [
        ("云溪市集群年度报告规定\n第一条 甲。\n云溪市发展和改革委员会\n2025年1月5日\n", True),
        ("云溪市集群年度报告规定\n第一条 甲。\n", True),
        ("云溪市集群年度报告规定\n第一条 甲。\n云溪市人民政府\n2025年1月5日\n", False),
        ("云溪市工业条例\n第一条 甲。\n", False),
        ("云溪市工业发展规定\n第一条 甲。\n", False),
        ("青河市集群年度报告规定\n第一条 甲。\n", False),
        ("甲省集群年度报告规定\n第一条 甲。\n", False),
        ("集群年度报告规定\n第一条 甲。\n", False),
        (DRAFT, False),
    ],
)
def test_level_follows_from_place_issuer_and_basis(other: str, peer: bool) -> None:
    assert is_peer(*(pipeline.parse_text(text) for text in (DRAFT, other))) is peer
