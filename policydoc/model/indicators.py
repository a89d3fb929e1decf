"""The catalogue of indicators: what a region words in its own way, under one id."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a case: `group` is series, counts or figures, `key` its name there."""

    key: str
    group: str
    label: str
    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator and how a case answers it; see the head of policies/indicators.toml.

    `words` are groups of alternatives, all of which must occur; `needs` are the keys of the
    figures from which it is computed, in the order numerator, denominator.
    """

    id: str
    name: str
    unit: str
    direction: str
    kind: str
    synonyms: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    scale: float = 1


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All indicators by id, and all figures of a case by key."""

    indicators: dict[str, Indicator] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)

    def label(self, key: str) -> str:
        """What people call the figure of that key; an unknown key is its own label."""
        return self.figures[key].label if key in self.figures else key

    def unit(self, key: str) -> str:
        """The unit of the figure of that key, "" where it has none or is unknown."""
        return self.figures[key].unit if key in self.figures else ""

    def group(self, key: str) -> str:
        """Where a case holds the figure of that key: series, counts or figures; "" if unknown."""
        return self.figures[key].group if key in self.figures else ""

    def is_better_lower(self, key: str) -> bool:
        """Is the figure of that key an indicator that is to fall: 单位产值能耗, 资产负债率?"""
        return any(
            indicator.direction == "less" and indicator.kind == "value" and key in indicator.needs
            for indicator in self.indicators.values()
        )
