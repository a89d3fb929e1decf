"""The fields there are: what `context` provides, for the checker's "did you mean"."""

from __future__ import annotations

import re

_IDENTITY = "id title name cited genre number issued issuer authority region award noun counter course self_name sha256"
_PROVISION = "eid words citation"
_ITEM = f"{_PROVISION} number num title text"
_FACT = (
    f"{_PROVISION} kind value unit phrase soft trigger actor action recipient object indicator "
    "order every window"
)
_VERDICT = (
    "number criterion required actual met qualitative words eid citation evidence formula gap note "
    "materials"
)
_ROW = "key label unit"
RECORDS: dict[str, str] = {
    "policy": _IDENTITY,
    "aspects[]": f"{_ITEM} verdicts measured judged_by_person statement materials person_materials",
    "aspects[].verdicts[]": _VERDICT,
    "aspects[].measured[]": _VERDICT,
    "aspects[].judged_by_person[]": _VERDICT,
    "general[]": _VERDICT,
    "verdicts[]": _VERDICT,
    "measured[]": _VERDICT,
    "text[]": "kind num text",
    "filing": "start filed due phrase state note eid words citation",
    "tally": "all met unmet open moot by_person said unmet_list open_list",
    "tally.unmet_list[]": _VERDICT,
    "tally.open_list[]": _VERDICT,
    "tasks[]": f"{_ITEM} measure",
    "task_article": _PROVISION,
    "grounds[]": _ITEM,
    "ground": _ITEM,
    "rules.*": _FACT,
    "steps[]": _FACT,
    "case": "name example mark profile people years series counts figures latest count figure",
    "case.series[]": f"{_ROW} cells",
    "case.counts[]": f"{_ROW} value",
    "case.figures[]": f"{_ROW} value",
    "window": "first last days unit span convention notes stated eid words citation",
    "targets": "years first last base_year span count rows checks hints even",
    "targets.rows[]": f"{_ROW} base_year base cells growth",
    "targets.checks[]": "criterion required actual formula met eid words citation",
    "progress": "year rows count done open unknown",
    "progress.rows[]": f"{_ROW} target result rate state",
}
# Below these a form and a case may have what they like.
OPEN = (
    "form", "case.profile", "case.people", "case.latest", "case.count", "case.figure", "members[]",
)  # fmt: skip
LISTS = (
    "aspects", "general", "measured", "text", "verdicts", "tasks", "grounds", "steps", "members", "case.years",
    "targets.years", "targets.hints", "window.notes",
)  # fmt: skip


def known_fields(rule_names: tuple[str, ...]) -> frozenset[str]:
    """Every path, with `rules.<name>` for each named rule."""
    found = {record.split(".")[0].split("[")[0] for record in RECORDS} | {"form", "members"}
    for record, words in RECORDS.items():
        owners = [record]
        if record == "rules.*":
            owners = [f"rules.{name}" for name in rule_names]
        for owner in owners:
            found.add(owner.removesuffix("[]"))
            found.update(f"{owner}.{word}" for word in words.split())
    return frozenset(found)


def is_known(path: str, known: frozenset[str]) -> bool:
    """Whether there is such a field."""
    if path in known or any(path == one or path.startswith(f"{one}.") for one in OPEN):
        return True
    bare = re.sub(r"\[\]$", "", path)
    return bare in known and (bare in LISTS or path == bare or f"{bare}" in known)
