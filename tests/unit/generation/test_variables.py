"""What a template asks: nested paths, without touching the template."""

from __future__ import annotations

from policydoc.generation.variables import top_names, variables
from policydoc.generation.word import render
from tests.unit.generation.test_word import template, texts


def asked(*paragraphs: str) -> set[tuple[str, str]]:
    return {(v.path, v.kind) for v in variables(template(*paragraphs))}


def test_paths_go_through_loops_and_names() -> None:
    assert asked(
        "{%p for a in aspects %}",
        "{% set t = a.title %}{{ t }}{% for v in a.verdicts %}{{ v.met }}{{ loop.index }}{% endfor %}",
        "{%p endfor %}",
    ) == {
        ("aspects", "list"),
        ("aspects[].title", "value"),
        ("aspects[].verdicts", "list"),
        ("aspects[].verdicts[].met", "value"),
    }


def test_conditions_filters_and_indices() -> None:
    assert asked(
        "{% if form.date is defined %}{{ form.date | 成文日期 }}{% endif %}{{ case.years[0] }}"
        "{{ members | length }}{{ form['number'] }}{{ '甲' if tally.all > 3 else form.other }}"
    ) == {
        ("form.date", "condition"),
        ("form.date", "value"),
        ("case.years[]", "value"),
        ("members", "value"),
        ("form.number", "value"),
        ("tally.all", "condition"),
        ("form.other", "value"),
    }


def test_headers_count_and_the_template_can_be_used_after() -> None:
    form = template("{{ case.name }}", header="{{ policy.title }}")
    assert top_names(form) == {"case", "policy"}
    assert texts(render(form, {"case": {"name": "甲"}, "policy": {"title": "乙"}})) == ["甲"]
    assert top_names(form) == {"case", "policy"}
