"""What a provision says, by eId and exact words; the fields are those of the contract."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a provision provides; a field that does not apply is None or "".

    Attributes:
        kind: threshold deadline validity frequency quota award date count exclusion trend rank
            vague coverage reference term actor duty step ground role
        eid, quote, start, end: where: `own_words(provision)[start:end] == quote`, which is its
            text, and of a table its cells as `table_text` joins them.
        indicator: What is measured, as written; `indicator_id` when the catalogue knows it.
        op: >= > <= < = ~ between, for dates also before, from, until.
        value, upper, unit: As written (10, 亿元); `upper` only with between; dates ISO,
            recurring dates --02-end, --03-10, next year's +1-01-31.
        amount, base_unit: The same in base units (1000000000 元, 70 %).
        soft: 一般, 原则上. every: for each year of the window. unverified: 未核实, value None.
        window, basis, condition: 近三年; 每万人; 属于高耗能行业的集群.
        group, branch, logic: alternatives: same group, one branch each, logic any or all.
        trigger, direction: 变更完成后; within, not_before or for.
        actor, action, object, recipient, order: who does what to what for whom, in which order.
        modality: must, may, must_not or assist, of duties and steps.
        target, resolved: of references: an eId inside, a title outside.
        role: of kind `role`: purpose definition principle competence duty criterion procedure
            management sanction support final.
        party: who an actor is, normalised: issuer superior provincial_authority
            prefecture_authority county_authority authority applicant subject enterprise
            third_party expert.
        term, scope: of definitions: the term; where it holds (本文件, 附件1, 本条).
        deadline: of steps, the period as written (15个工作日内).
        basis_note: How the comparator was read, and by what rule.
    """

    kind: str
    eid: str
    quote: str
    start: int
    end: int
    indicator: str = ""
    indicator_id: str = ""
    op: str = ""
    value: float | str | None = None
    upper: float | str | None = None
    unit: str = ""
    amount: float | None = None
    base_unit: str = ""
    soft: bool = False
    every: bool = False
    unverified: bool = False
    window: str = ""
    basis: str = ""
    condition: str = ""
    group: str = ""
    branch: str = ""
    logic: str = ""
    trigger: str = ""
    direction: str = ""
    actor: str = ""
    action: str = ""
    object: str = ""
    recipient: str = ""
    modality: str = ""
    order: int | None = None
    target: str = ""
    resolved: bool | None = None
    term: str = ""
    role: str = ""
    party: str = ""
    scope: str = ""
    deadline: str = ""
    basis_note: str = ""
