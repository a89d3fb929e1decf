"""The drawing of the procedures: lanes, boxes in bounds, words wrapped by their width."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from policydoc import pipeline
from policydoc.model import Comparison, Concordance, Fact, FactCell, FactRow
from policydoc.reports._lanes import BOX_UNITS, lanes, width_of, wrapped
from policydoc.reports._view import view

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*steps: tuple[str, str], columns: int = 0) -> etree._Element:
    policy = pipeline.parse_text("某办法\n第一条　内容。", "甲")
    rows = []
    for n in range(columns or len(steps)):
        actor, action = steps[n % len(steps)]
        fact = Fact("step", "art_1__para_1", "", 0, 0, actor=actor, action=action, order=n)
        rows.append(FactRow("step", f"环节{n}", {"甲": FactCell(action, (fact,))}))
    comparison = Comparison((policy,), Concordance(("甲",), "甲", ()), (), procedure=tuple(rows))
    return etree.fromstring(lanes(view(comparison)))


def test_no_step_no_drawing() -> None:
    policy = pipeline.parse_text("某办法\n第一条　内容。", "甲")
    assert lanes(view(Comparison((policy,), Concordance(("甲",), "甲", ()), ()))) == ""


def test_a_body_is_one_lane_whatever_stands_before_its_name() -> None:
    figure = drawn(("各县区工信局", "受理"), ("所在地县区工信局", "推荐"), ("市局", "认定"))
    words = [t.text for t in figure.iter(f"{SVG}text")]
    assert "各县区工信局" in words
    assert "所在地县区工信局" not in words
    assert len(list(figure.iter(f"{SVG}g"))) == 3
    paths = [p for p in figure.iter(f"{SVG}path") if p.get("marker-end")]
    assert len(paths) == 2


def test_many_steps_are_drawn_in_even_parts() -> None:
    figure = drawn(("市局", "审核"), columns=15)
    drawings = list(figure.iter(f"{SVG}svg"))
    assert [len(list(d.iter(f"{SVG}g"))) for d in drawings] == [5, 5, 5]
    assert len({e.get("id") for e in figure.iter() if e.get("id")}) == 1


def test_every_box_lies_inside_its_drawing() -> None:
    figure = drawn(("很长很长的一个行政主管部门名称而且还要更长一些", "审" * 90), ("", "公示"))
    for drawing in figure.iter(f"{SVG}svg"):
        width, height = int(drawing.get("width", "0")), int(drawing.get("height", "0"))
        for box in drawing.iter(f"{SVG}rect"):
            assert int(box.get("x", "0")) + int(box.get("width", "0")) <= width
            assert int(box.get("y", "0")) + int(box.get("height", "0")) <= height
    assert "未写明" in [t.text for t in figure.iter(f"{SVG}text")]
    assert "审" * 90 in (next(figure.iter(f"{SVG}title")).text or "")


def test_hostile_words_stay_words() -> None:
    figure = drawn(('"><script>', "</svg><b>&"), ("乙", "丙"))
    assert not list(figure.iter("script", f"{SVG}script"))
    assert "</svg><b>&" in [t.text for t in figure.iter(f"{SVG}text")]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_wrapped_lines_fit_and_keep_the_beginning(text: str) -> None:
    lines = wrapped(text, BOX_UNITS, 4)
    assert len(lines) <= 4
    assert all(width_of(line) <= BOX_UNITS for line in lines)
    assert text.startswith(re.sub("…$", "", "".join(lines)))


@pytest.mark.parametrize(("text", "width"), [("集群", 4), ("10%", 3), ("１０", 4), ("", 0)])
def test_width_counts_wide_characters_twice(text: str, width: int) -> None:
    assert width_of(text) == width
