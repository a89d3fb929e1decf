"""The review in every form: the same findings, at the same words, nothing of the draft running."""

from __future__ import annotations

import json
import re

import pytest

from policydoc import pipeline
from policydoc.model import Review

DRAFT = """甲市集群促进实施细则
第一条 根据<script>alert(1)</script>《甲条例》、《乙办法》，制定本细则。
第二条 有其它情形的，由市局处理。
第三条 本办法自印发之日起实施。
"""


@pytest.fixture(scope="module")
def review() -> Review:
    return pipeline.review(pipeline.extract(pipeline.parse_text(DRAFT, "draft")))


def test_json_is_the_contract_and_quotes_exactly(review: Review) -> None:
    document = json.loads(pipeline.publish(review, "json"))
    assert document["schema"] == "policydoc/findings@1"
    texts = {p.eid: p.text for p in pipeline.parse_text(DRAFT).body[0].children} | {
        p.eid: p.text for article in review.policy.body for p in article.children
    }
    quoted = [f for f in document["findings"] if f["eid"] in texts and f["quote"]]
    assert quoted
    for finding in quoted:
        assert texts[finding["eid"]][finding["start"] : finding["end"]] == finding["quote"]
    assert {f["severity"] for f in document["findings"]} <= {"error", "warning", "note"}


def test_sarif_names_rules_and_places(review: Review) -> None:
    (run,) = json.loads(pipeline.publish(review, "sarif"))["runs"]
    declared = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} == declared
    lines = DRAFT.split("\n")
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"].get("region")
        if region and "snippet" in region:
            line = lines[region["startLine"] - 1]
            words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert words == region["snippet"]["text"]


def test_html_shows_the_draft_and_runs_nothing_of_it(review: Review) -> None:
    page = pipeline.publish(review, "html").decode()
    assert "&lt;script&gt;alert" in page
    assert "<script>alert" not in page
    assert page.count('<aside class="note') == len(review.findings)
    assert set(re.findall(r'href="#note-(\d+)"', page)) <= set(re.findall(r'id="note-(\d+)"', page))


def test_markdown_has_a_row_for_each_finding(review: Review) -> None:
    table = pipeline.publish(review, "markdown").decode()
    assert sum(re.match(r"\| \d+ \|", line) is not None for line in table.splitlines()) == len(
        review.findings
    )


def test_the_terminal_underlines_the_words(review: Review) -> None:
    lines = pipeline.publish(review, "text").decode().splitlines()
    under = next(n for n, line in enumerate(lines) if set(line.strip()) == {"^"})
    assert lines[under - 1].strip()


@pytest.mark.parametrize("form", ["html", "markdown", "text", "sarif"])
def test_both_provisions_are_quoted(form: str) -> None:
    """Where a finding rests on another provision, its citation and words stand beside it."""
    draft, superior = (
        pipeline.extract(pipeline.parse_text(f"甲{place}集群管理办法\n{rest}", name))
        for place, name, rest in (
            ("市", "draft", "第一条 集群总产值不低于8亿元。\n第二条 本办法自公布之日起施行。\n"),
            (
                "省",
                "superior",
                "第一条 集群总产值不低于10亿元。\n第二条 本办法自公布之日起施行。\n",
            ),
        )
    )
    review = pipeline.review(draft, [superior])
    (finding,) = [f for f in review.findings if any(p == "superior" for p, _, _ in f.related)]
    ((_, _, quote),) = finding.related
    assert quote in superior.body[0].children[0].text
    page = pipeline.publish(review, form).decode()
    assert "甲省集群管理办法第一条" in page
    at = page.index("甲省集群管理办法第一条")
    assert quote in page[at : at + 200]
