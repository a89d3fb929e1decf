"""Whatever the texts are, every provision is somewhere exactly once and nothing raises."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policydoc import pipeline
from policydoc.comparison.wording import left_of, right_of
from policydoc.model import Comparison, Policy
from policydoc.model.units import units_of
from tests import scrambles

LINES = st.sampled_from(
    [
        "第一条 为促进集群发展，制定本办法。", "第二条 申报集群应当符合下列条件：", "（一）年产值不低于10亿元；",
        "（二）年产值不低于30亿元；", "第三条 公示5个工作日。", "第三条 公示7个工作日。", "附件", "认定标准",
        "一、核心竞争力", "二、协同创新", "占地面积不超过100平方公里。", "第四条 有效期三年。", "集群有效期为三年。",
        "第一章 总则", "1.第一目", "关于印发办法的通知", "各县区：", "未核实。", "第五条 由市工业和信息化局负责解释。",
        "<script>alert(1)</script>", "=cmd()", "　", "10", "。",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=14).map("\n".join)


def checked(policies: list[Policy]) -> Comparison:
    comparison = pipeline.compare(policies)
    known = {policy.identity.id: policy for policy in comparison.policies}
    placed: dict[str, list[str]] = {name: [] for name in known}
    texts = {n: {u.eid: u.text for u in units_of(p)} for n, p in known.items()}
    lead = comparison.concordance.lead
    for row in comparison.concordance.rows:
        for name, eids in row.cells.items():
            placed[name] += eids
        for name, changes in row.changes.items():
            assert left_of(changes) == "\n".join(texts[lead][e] for e in row.cells[lead])
            assert right_of(changes) == "\n".join(texts[name][e] for e in row.cells[name])
    for name, eids in placed.items():
        assert sorted(eids) == sorted(texts[name])
    return comparison


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=2, max_size=3))
def test_everything_is_somewhere_once(texts: list[str]) -> None:
    checked([pipeline.extract(pipeline.parse_text(text)) for text in texts])


def test_many_regions_with_one_lead() -> None:
    lead, other = (pipeline.load(name) for name in ("national", "guizhou"))
    copies = [
        pipeline.extract(scrambles.numbers_changed(scrambles.shuffled(other, n)[0], n))
        for n in range(5)
    ]
    comparison = checked([lead, *copies])
    extra = [row for row in comparison.concordance.rows if lead.identity.id not in row.cells]
    # What the lead lacks stands in one row for all five, not in five rows.
    assert extra
    assert all(len(row.cells) == 5 for row in extra)


def test_strangers_are_told_apart_and_an_empty_text_is_no_fault() -> None:
    stranger = pipeline.extract(
        pipeline.parse_text(
            "青石县河道采砂规定\n第一条 河道采砂实行许可制度。\n第二条 禁止在堤防采砂。"
        )
    )
    empty = pipeline.extract(pipeline.parse_text(""))
    lead = pipeline.load("zhangye")
    comparison = checked([lead, stranger, empty])
    certain = [
        p
        for a in comparison.alignments
        for p in a.pairs
        if p.left and p.right and p.status == "certain"
    ]
    assert certain == []
    assert any("主题不同" in note for note in comparison.notes)
    assert any("没有可供对应的条文" in note for note in comparison.notes)
