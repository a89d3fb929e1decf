"""Drafts as offices write them, sound or with the faults a reviewer returns them for."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydoc import pipeline

TEXTS = Path(__file__).parents[1] / "texts"
SOUND = (
    "draft-incubator-city.txt", "draft-cluster-opinion-city.txt", "draft-inspection-notice-city.txt",
    "draft-rulemaking-district.txt", "draft-digital-fund-county.txt", "draft-elderly-care-levels.txt",
    "draft-water-supply-province.txt", "draft-amending-decision-region.txt",
    "draft-industrial-housing-district.txt", "draft-care-rules-city.txt",
)  # fmt: skip
FAULTS = {
    "draft-cluster-provisional-city.txt": {
        ("comma-between-titles", "》、"),
        ("undefined-agency-abbreviation", "市工业和信息化局"),
        ("agency-name-varies", "县（市、区）工业和信息化主管部门"),
        ("only-no-objection-regulated", "公示无异议的"),
        ("mixed-numeral-style", "有效期为三年"),
        ("timely-beside-a-period", "未及时报送"),
        ("item-ending-inconsistent", "环境污染事故；"),
        ("unusual-form", "其它"),
        ("effect-called-implementation", "自发布之日起实施"),
    },
    "draft-cluster-rules-city.txt": {
        (
            "label-of-the-wrong-form",
            "产业定位明确。主导产业符合国家产业政策，在全市同行业中居领先地位。",
        ),
        ("annex-title-mismatch", "安顺市中小企业特色产业集群申报书"),
        ("ascii-range-hyphen", "2026-2028"),
        ("item-ending-inconsistent", "公章；"),
        ("only-no-objection-regulated", "公示无异议的"),
        ("review-after-expiry", "期满后由市工信局组织复核"),
        ("deadline-chain-reversed", "于1月31日前"),
        ("item-ending-inconsistent", "连续两年考核不合格；"),
        ("unusual-form", "其它"),
        ("self-name-mismatch", "本细则"),
        ("self-name-mismatch", "本办法"),
    },
    "draft-industry-fund-city.txt": {
        ("heading-padding-inconsistent", "总 则"),
        ("english-quotes", '"专项资金"'),
        ("mixed-width", "("),
        ("document-number-form", "酒政办发[2022]45号"),
        ("mixed-width", ","),
        ("undefined-agency-abbreviation", "市工信局"),
        ("mixed-width", ":"),
        ("item-ending-inconsistent", "检查；"),
        ("repeated-character", "的的"),
        ("undefined-agency-abbreviation", "工信局"),
        ("impossible-date", "4月30"),
        ("only-no-objection-regulated", "经公示无异议后"),
        ("article-number-break", "第十七条"),
        ("effect-called-implementation", "本办法自2026年1月1日起执行"),
    },
    "draft-case-file-review-city.txt": {("bands-overlap", "60分以下")},
    "draft-homestead-county.txt": {("item-ending-inconsistent", "收的；")},
    "draft-dog-notice-prefecture.txt": {
        ("self-name-mismatch", "本办法"),
        ("impossible-date", "2026年2月30日"),
    },
}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_draft_is_not_found_fault_with(name: str) -> None:
    policy = pipeline.load(str(TEXTS / name))
    assert not [(f.rule, f.quote) for f in pipeline.lint(policy) if f.certain]


@pytest.mark.parametrize("name", FAULTS)
def test_the_faults_of_a_draft_are_found_and_nothing_else(name: str) -> None:
    policy = pipeline.load(str(TEXTS / name))
    assert {(f.rule, f.quote) for f in pipeline.lint(policy) if f.certain} == FAULTS[name]


def test_a_body_below_the_title_is_no_part_of_it() -> None:
    policy = pipeline.load(str(TEXTS / "draft-green-factory-prefecture.md"))
    assert policy.identity.title == "临夏州绿色工厂评价实施细则"
