"""A comparison made by hand: rows by the same eId, differences by difflib, invented facts.

For the reports' own tests, which ask how a comparison is shown and not whether it is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from policydoc.model import (
    Alignment,
    Change,
    Comparison,
    Concordance,
    Fact,
    FactCell,
    FactRow,
    Kind,
    Policy,
    Provision,
    Relation,
    Row,
    walk,
)

VERDICTS = (
    "looser", "stricter", "same", "different", "not_comparable", "unquantified", "not_stated",
    "unverified",
)  # fmt: skip


def changes(left: str, right: str) -> tuple[Change, ...]:
    """The difference of two texts, character by character."""
    pieces: list[Change] = []
    for op, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if op == "equal":
            pieces.append(Change("equal", left[a:b]))
            continue
        pieces += [Change("delete", left[a:b])] if b > a else []
        pieces += [Change("insert", right[c:d])] if d > c else []
    return tuple(pieces)


def by_number(policies: Sequence[Policy], *, by_lead: bool = False) -> Comparison:
    """Compare the policies by eId; the first is the lead text."""
    units = {p.identity.id: {u.eid: u for u in walk(p) if _is_unit(u)} for p in policies}
    lead, *others = (p.identity.id for p in policies)
    eids = dict.fromkeys(eid for i in (lead, *others) for eid in units[i])
    rows = tuple(_row(eid, lead, units) for eid in eids)
    turns = range(1, len(policies)) if by_lead else ()
    return Comparison(
        policies=tuple(policies),
        concordance=Concordance((lead, *others), lead, rows),
        alignments=tuple(Alignment(lead, o, (), (("市局", "省厅"),)) for o in others),
        thresholds=tuple(_threshold(n, units, lead) for n in range(len(VERDICTS))),
        deadlines=(_threshold(3, units, lead, "deadline"),),
        procedure=tuple(_step(n, units) for n in range(6)),
        grounds=(_threshold(6, units, lead, "ground"),),
        summary=(("示例：两地门槛不同。", ((lead, "art_2"),)),),
        notes=("示例说明。",),
        tokenizer="none",
        by_lead=tuple(by_number([policies[n], *policies[:n], *policies[n + 1 :]]) for n in turns),
    )


def _is_unit(provision: Provision) -> bool:
    return provision.kind in (Kind.ARTICLE, Kind.SUBPARAGRAPH)


def _words(unit: Provision) -> str:
    own = [unit.text] + [c.text for c in unit.children if c.kind is Kind.PARAGRAPH]
    return "\n".join(filter(None, own))


def _row(eid: str, lead: str, units: dict[str, dict[str, Provision]]) -> Row:
    has = {i: u[eid] for i, u in units.items() if eid in u}
    texts = {i: _words(u) for i, u in has.items()}
    same = len(set(texts.values())) == 1 and len(texts) == len(units)
    if lead not in has:
        relation = Relation.RIGHT_ONLY
    elif len(has) == 1:
        relation = Relation.LEFT_ONLY
    else:
        relation = Relation.SAME if same else Relation.REVISED
    return Row(
        subject=next(iter(texts.values()))[:12],
        cells={i: (eid,) for i in has},
        relation=relation,
        changes={i: changes(texts[lead], t) for i, t in texts.items() if i != lead and lead in has},
        moved=eid.endswith("3"),
    )


def _threshold(
    n: int, units: dict[str, dict[str, Provision]], lead: str, topic: str = "threshold"
) -> FactRow:
    others = [i for i in units if i != lead]
    cells = {}
    for shift, i in enumerate(units):
        eid = next(iter(units[i]), "art_1")
        fact = Fact(
            topic, eid, "", 0, 0, indicator="产值", op=">=", value=10.0 + shift, unit="亿元"
        )
        cells[i] = FactCell(f"不低于{10 + shift}亿元", (fact,), eid)
    verdict = VERDICTS[n]
    keys = [f"{i}/{lead}" for i in others]
    return FactRow(
        topic,
        f"示例指标{n + 1}",
        cells,
        dict.fromkeys(keys, verdict),
        {key: f"示例：第{n + 1}项的比较结论。" for key in keys},
    )


def _step(n: int, units: dict[str, dict[str, Provision]]) -> FactRow:
    names = ("申报", "受理初审", "复审", "公示", "认定", "年度考核")
    actors = (
        "申报主体",
        "县区工信局",
        "市工业和信息化局",
        "市工业和信息化局",
        "市工业和信息化局",
        "市局",
    )
    cells = {}
    for i in units:
        eid = [*units[i], "art_1"][min(n, len(units[i]))]
        fact = Fact(
            "step", eid, "", 0, 0, actor=actors[n], action=names[n], object="申报材料", order=n + 1
        )
        cells[i] = FactCell(f"{actors[n]}{names[n]}", (fact,), eid)
    return FactRow("step", names[n], cells)
