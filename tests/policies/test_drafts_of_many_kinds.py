"""Drafts as offices write them, sound or with the faults a reviewer returns them for."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydoc import pipeline

TEXTS = Path(__file__).parents[1] / "texts"
SOUND = (
    "draft-incubator-city.txt", "draft-cluster-opinion-city.txt", "draft-inspection-notice-city.txt",
    "draft-rulemaking-district.txt", "draft-digital-fund-county.txt", "draft-elderly-care-levels.txt",
)  # fmt: skip
FAULTS = {
    ("comma-between-titles", "》、"),
    ("undefined-agency-abbreviation", "市工业和信息化局"),
    ("agency-name-varies", "县（市、区）工业和信息化主管部门"),
    ("only-no-objection-regulated", "公示无异议的"),
    ("mixed-numeral-style", "有效期为三年"),
    ("timely-beside-a-period", "未及时报送"),
    ("item-ending-inconsistent", "环境污染事故；"),
    ("unusual-form", "其它"),
    ("effect-called-implementation", "自发布之日起实施"),
}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_draft_is_not_found_fault_with(name: str) -> None:
    policy = pipeline.load(str(TEXTS / name))
    assert not [(f.rule, f.quote) for f in pipeline.lint(policy) if f.certain]


def test_the_faults_of_a_draft_are_found_and_nothing_else() -> None:
    policy = pipeline.load(str(TEXTS / "draft-cluster-provisional-city.txt"))
    assert {(f.rule, f.quote) for f in pipeline.lint(policy) if f.certain} == FAULTS


def test_a_body_below_the_title_is_no_part_of_it() -> None:
    policy = pipeline.load(str(TEXTS / "draft-green-factory-prefecture.md"))
    assert policy.identity.title == "临夏州绿色工厂评价实施细则"
