"""A draft with ten thousand findings: every report is there, and in bounded time."""

from __future__ import annotations

import time

import pytest

from policydoc import pipeline
from policydoc.model import Review

FORMATS = ("text", "json", "html", "markdown", "sarif", "docx")


@pytest.fixture(scope="module", params=["one-paragraph", "many-articles"])
def review(request: pytest.FixtureRequest) -> Review:
    words = "有其它情形按本办法办理，"
    if request.param == "one-paragraph":
        text = f"甲市集群促进实施细则\n第一条 {words * 5000}结束。\n"
    else:
        lines = (f"第{number}条 {words * 5}其余从略。\n" for number in range(1, 1001))
        text = "甲市集群促进实施细则\n" + "".join(lines)
    started = time.process_time()
    found = pipeline.review(pipeline.extract(pipeline.parse_text(text)))
    assert time.process_time() - started < 20  # about one second; a quadratic rule took thirty
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_of_ten_thousand_findings(review: Review, name: str) -> None:
    assert len(review.findings) >= 10_000
    started = time.process_time()
    content = pipeline.publish(review, name)
    # Far above what it takes, far below what a quadratic step would.
    assert time.process_time() - started < 60
    assert len(content) > 10_000
