"""A case: the data of one cluster, as a clerk fills it in."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Series:
    """Figures by year, in `unit`; a year without a figure is None."""

    unit: str
    values: dict[int, float | None]


@dataclass(frozen=True, slots=True)
class Case:
    """One cluster's data.

    Attributes:
        name: The cluster's name. example: True for fictional data, shown as 示例 everywhere.
        profile: Single facts by key (county, industry, operator, area, enterprises, …).
        series: Figures by year, by key of the catalogue of indicators (output, output_sme, …).
        counts: Numbers of enterprises by kind, by key of the catalogue (little_giant, …).
        figures: Single figures by key (platform_rate, …), in the catalogue's unit.
        aspects: What the applicant says on each aspect, by the aspect's number in the criteria.
        people: Contacts and signers by role, each a mapping of label to text.
        plan: Targets by year, by indicator key. results: what was reached.
        extra: Whatever a single form asks beyond this, by field name.
        places: Where each value stands ("指标!C5", "series.output.2023"), by dotted key.
    """

    name: str
    example: bool = False
    profile: dict[str, str | float | bool | None] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    counts: dict[str, float | None] = field(default_factory=dict)
    figures: dict[str, float | None] = field(default_factory=dict)
    aspects: dict[str, str] = field(default_factory=dict)
    people: dict[str, dict[str, str]] = field(default_factory=dict)
    plan: dict[str, Series] = field(default_factory=dict)
    results: dict[str, Series] = field(default_factory=dict)
    extra: dict[str, object] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    source: str = ""
