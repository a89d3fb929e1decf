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
