"""What cannot be true in a case: a part above its whole, a share over 100 %, 30 February."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from policydoc.chinese.indicators import iter_parts
from policydoc.model import Case, Series
from policydoc.workspace import catalogue

A_DATE = re.compile(r"\s*(\d{4})\s*(?:-|/|\.|年)\s*(\d{1,2})\s*(?:-|/|\.|月)\s*(\d{1,2})\s*日?\s*")


@dataclass
class Reading:
    """What is found while a file is checked: the faults, and where each value stands."""

    source: str
    places: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def at(self, key: str) -> str:
        """Where the value of `key` stands: a cell, or the key itself."""
        return self.places.get(key, key)

    def fault(self, key: str, message: str) -> None:
        """Note a fault at the place of `key`."""
        self.faults.append(f"{self.at(key)}：{message}")


def check_figures(case: Case, reading: Reading) -> None:
    """Note every figure of the case that cannot be true."""
    for check in (_check_parts, _check_shares, _check_dates):
        check(case, reading)


def _check_parts(case: Case, reading: Reading) -> None:
    """No part is larger than its whole, in any year: shares of the catalogue, and enterprises."""
    for part, whole in iter_parts(catalogue()):
        for section, table in (
            ("series", case.series), ("plan", case.plan), ("results", case.results),
        ):  # fmt: skip
            _compare_series(section, part, whole, table, reading)
        _compare_counts(part, whole, case.counts, reading)


def _compare_series(
    section: str, part: str, whole: str, table: Mapping[str, Series], reading: Reading
) -> None:
    if part not in table or whole not in table or table[part].unit != table[whole].unit:
        return
    for year, value in table[part].values.items():
        total = table[whole].values.get(year)
        if value is not None and total is not None and value > total:
            reading.fault(
                f"{section}.{part}.{year}",
                f"{catalogue().label(part)} {value:g} 大于{catalogue().label(whole)} {total:g}"
                f"（{year} 年），部分不能大于整体",
            )


def _compare_counts(
    part: str, whole: str, counts: Mapping[str, float | None], reading: Reading
) -> None:
    value, total = counts.get(part), counts.get(whole)
    if part != whole and value is not None and total is not None and value > total:
        reading.fault(
            f"counts.{part}",
            f"{catalogue().label(part)} {value:g} 大于{catalogue().label(whole)} {total:g}，部分不能大于整体",
        )


def _check_shares(case: Case, reading: Reading) -> None:
    """No figure in % of a whole is over 100."""
    for key, value in case.figures.items():
        if value is not None and value > 100 and _is_share(key, catalogue().unit(key)):
            reading.fault(f"figures.{key}", f"{catalogue().label(key)}为 {value:g}%，不能超过 100%")
    for section, table in (("plan", case.plan), ("results", case.results), ("series", case.series)):
        for key, series in table.items():
            for year, value in series.values.items():
                if value is not None and value > 100 and _is_share(key, series.unit):
                    reading.fault(
                        f"{section}.{key}.{year}",
                        f"{catalogue().label(key)}为 {value:g}%，不能超过 100%",
                    )


def _is_share(key: str, unit: str) -> bool:
    return unit in ("%", "％") and not re.search("growth|debt", key)


def _check_dates(case: Case, reading: Reading) -> None:
    """Every text that is written as a date is a day that exists."""
    texts: list[tuple[str, object]] = [(f"profile.{k}", v) for k, v in case.profile.items()]
    texts += [(f"extra.{k}", v) for k, v in case.extra.items()]
    for role, labels in case.people.items():
        texts += [(f"people.{role}.{k}", v) for k, v in labels.items()]
    for key, value in texts:
        if isinstance(value, str) and (match := A_DATE.fullmatch(value)):
            try:
                date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                reading.fault(key, f"没有“{value}”这一天")
