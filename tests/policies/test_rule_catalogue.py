"""The page of rules in the manual is what the rules say of themselves; `--accept` rewrites it."""

from __future__ import annotations

from collections.abc import Callable

from policydoc import pipeline


def test_the_page_of_rules_is_up_to_date(golden: Callable[[str, str], None]) -> None:
    golden("../../docs/rules.zh.md", pipeline.rule_catalogue())
