"""The comparison of the shipped policies: everything once, and verdicts that the texts bear."""

from __future__ import annotations

import itertools
import json

import pytest

from policydoc import pipeline
from policydoc.comparison.wording import edits_of, left_of, right_of
from policydoc.model import Comparison, FactRow, Policy, walk
from policydoc.model.units import units_of

IDS = ("zhangye", "guizhou", "national")


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return pipeline.compare([pipeline.load(name) for name in IDS])


def rows(table: tuple[FactRow, ...]) -> dict[str, FactRow]:
    return {row.indicator_id or row.subject: row for row in table}


@pytest.mark.parametrize("order", list(itertools.permutations(IDS)))
def test_every_unit_is_in_exactly_one_row(order: tuple[str, ...]) -> None:
    policies = [pipeline.load(name) for name in order]
    concordance = pipeline.compare(policies).concordance
    for policy in policies:
        placed = [e for row in concordance.rows for e in row.cells.get(policy.identity.id, ())]
        assert sorted(placed) == sorted(unit.eid for unit in units_of(policy))
    lead = [row.cells[order[0]][0] for row in concordance.rows if order[0] in row.cells]
    assert lead == [unit.eid for unit in units_of(policies[0]) if unit.eid in lead]


def test_changes_rebuild_both_sides_and_cut_no_number(comparison: Comparison) -> None:
    texts = {p.identity.id: {u.eid: u.text for u in units_of(p)} for p in comparison.policies}
    total = 0
    for row in comparison.concordance.rows:
        for other, changes in row.changes.items():
            assert left_of(changes) == "\n".join(texts["zhangye"][e] for e in row.cells["zhangye"])
            assert right_of(changes) == "\n".join(texts[other][e] for e in row.cells[other])
            total += edits_of(changes)
    assert 0 < total <= 250


def test_a_digest_is_never_compared_in_wording(comparison: Comparison) -> None:
    assert all("national" not in row.changes for row in comparison.concordance.rows)
    assert any("要点摘编" in note for note in comparison.notes)


@pytest.mark.parametrize(
    ("indicator", "other", "verdict"),
    [
        ("area", "national", "looser"),
        ("area", "guizhou", "not_stated"),
        ("enterprises", "guizhou", "not_stated"),
        ("enterprises", "national", "unverified"),
        ("output", "national", "stricter"),
        ("output", "guizhou", "unquantified"),
        ("share_sme", "national", "same"),
        ("share_sme", "guizhou", "unquantified"),
        ("share_leading", "national", "same"),
        ("growth_output", "national", "stricter"),
        ("growth_output", "guizhou", "not_stated"),
        ("quality_sme", "national", "stricter"),
        ("little_giant", "national", "different"),
        ("growth_rd", "guizhou", "unquantified"),
        ("growth_rd", "national", "unverified"),
        ("platform_rate", "national", "unverified"),
        ("energy_level", "guizhou", "same"),
        ("energy_level", "national", "same"),
    ],
)
def test_thresholds(comparison: Comparison, indicator: str, other: str, verdict: str) -> None:
    row = rows(comparison.thresholds)[indicator]
    assert row.verdicts[f"{other}/zhangye"] == verdict


def limit(comparison: Comparison, topic: str, eid: str, words: str = "") -> FactRow:
    return next(
        row
        for row in comparison.deadlines
        if row.topic == topic
        and row.cells["zhangye"].eid == eid
        and words in row.cells["zhangye"].stated
    )


@pytest.mark.parametrize(
    ("topic", "eid", "words", "guizhou", "national"),
    [
        ("quota", "art_5__para_1", "10个", "different", "different"),
        ("deadline", "art_15__para_1", "公示", "not_stated", "unverified"),
        ("deadline", "art_17__para_1", "15个工作日", "not_comparable", "unverified"),
        ("deadline", "art_18__para_1", "2月底", "looser", "unquantified"),
        ("validity", "art_16__para_1", "集群有效期为三年", "same", "same"),
        ("validity", "art_16__para_1", "延长", "not_stated", "same"),
        ("validity", "art_21__para_1", "有效期3年", "not_stated", "unverified"),
    ],
)
def test_limits(
    comparison: Comparison, topic: str, eid: str, words: str, guizhou: str, national: str
) -> None:
    row = limit(comparison, topic, eid, words)
    assert row.verdicts == {"guizhou/zhangye": guizhou, "national/zhangye": national}


def test_each_verdict_has_a_sentence_with_the_words_of_both(comparison: Comparison) -> None:
    names = {p.identity.id: p.identity.short_title for p in comparison.policies}
    for row in (*comparison.thresholds, *comparison.deadlines, *comparison.procedure):
        assert row.verdicts.keys() == row.sentences.keys()
        for key, sentence in row.sentences.items():
            other, _, lead = key.partition("/")
            assert names[other] in sentence
            assert names[lead] in sentence
            assert sentence.endswith("。")


def test_every_place_of_the_summary_exists(comparison: Comparison) -> None:
    known = {(p.identity.id, q.eid) for p in comparison.policies for q in walk(p)}
    known |= {(p.identity.id, u.eid) for p in comparison.policies for u in units_of(p)}
    assert 6 <= len(comparison.summary) <= 16
    for sentence, places in comparison.summary:
        assert sentence.endswith("。")
        assert places
        assert set(places) <= known


def test_a_text_with_itself_has_no_difference() -> None:
    policy = pipeline.load("zhangye")
    comparison = pipeline.compare([policy, policy])
    facts = (*comparison.thresholds, *comparison.deadlines, *comparison.procedure)
    assert facts
    assert {verdict for row in facts for verdict in row.verdicts.values()} == {"same"}
    assert all(
        edits_of(c) == 0 for row in comparison.concordance.rows for c in row.changes.values()
    )


def test_the_json_has_each_verdict_both_ways(comparison: Comparison) -> None:
    document = json.loads(pipeline.publish(comparison, "json"))
    output = next(row for row in document["thresholds"] if row["indicator_id"] == "output")
    assert output["verdicts"]["zhangye/national"] == "looser"
    assert output["verdicts"]["national/zhangye"] == "stricter"
    assert output["cells"]["zhangye"]["value"] == 10


def test_grounds_that_only_one_has(comparison: Comparison) -> None:
    alone = {
        row.subject: [name for name in ("zhangye", "guizhou") if row.cells[name].facts]
        for row in comparison.grounds
    }
    assert alone["有效期满未申请复核或经复核未通过的"] == ["zhangye"]
    assert alone["不再符合认定标准的"] == ["guizhou"]
    assert alone["发现虚假申报或存在违法违规行为的"] == ["zhangye", "guizhou"]


def test_steps_are_told_by_who_takes_them(comparison: Comparison) -> None:
    steps = {row.subject: row for row in comparison.procedure}
    assert "办理主体不同" in steps["申报"].sentences["guizhou/zhangye"]
    assert steps["形成名单"].verdicts["guizhou/zhangye"] == "same"
    assert "时限不同" in steps["公示"].sentences["guizhou/zhangye"]


def test_an_alternative_less_leaves_less_room() -> None:
    def text(words: str) -> Policy:
        return pipeline.extract(
            pipeline.parse_text(
                f"集群认定办法\n第一条 申报集群应当符合下列条件：\n（一）{words}；\n（二）年产值不低于10亿元。\n"
            )
        )

    both = "拥有不少于1家专精特新“小巨人”企业，或者不少于3家创新型中小企业"
    comparison = pipeline.compare([text(both), text("拥有不少于1家专精特新“小巨人”企业")])
    found = {row.indicator_id: [*row.verdicts.values()] for row in comparison.thresholds}
    assert found["little_giant"] == ["same"]
    assert found["innovative_sme"] == ["stricter"]
