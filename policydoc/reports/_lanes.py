"""The procedures of all policies in one drawing: actors as lanes, steps as boxes, left to right."""

from __future__ import annotations

from policydoc.reports._view import View


def lanes(view: View) -> str:
    """An SVG figure drawn from the `step` facts; "" where no policy states a step."""
    return ""
