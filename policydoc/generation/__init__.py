"""generate: a Word template, a policy and a case → an official document.

`fields` opens the form; `context` makes the data that its tags name, from the policy
(`provisions`, `named_rules`) and the case (`figures`, `targets`); `word` fills the template within
the fence of `sandbox`. `validation` tells whether a Word file is a sound template; `requests` and
`workbooks` make the Excel file in which a clerk fills in a case.
"""

from __future__ import annotations

from policydoc.model import Case, Policy, Verdict


def generate(
    template: str,
    policy: Policy,
    case: Case,
    verdicts: tuple[Verdict, ...] = (),
    planned: tuple[Verdict, ...] = (),
    *,
    draft: bool = False,
) -> bytes:
    """Fill the template named `template`; bytes of a .docx.

    Args:
        verdicts: The case judged by the policy.
        planned: The case judged as it will stand when its plan is fulfilled (`planned_case`).
        draft: Print 【待填：…】 for what is missing instead of failing.

    Raises:
        TemplateError: No such template, or data that do not suffice for it.
    """
    from policydoc.generation.context import Subject
    from policydoc.generation.documents import filled_form
    from policydoc.generation.fields import open_form

    subject = Subject(policy, case, verdicts, planned)
    return filled_form(open_form(template), subject, draft=draft)


def planned_case(case: Case) -> Case:
    """The case as it will stand when its development plan is fulfilled."""
    from policydoc.generation.targets import planned

    return planned(case)


def fill_in_form(
    template: str,
    policy: Policy | None,
    example: Case,
    *,
    year: int | None = None,
    filled: bool = False,
    path: str = "数据表.xlsx",
) -> bytes:
    """The workbook a clerk fills in for a template; see `policydoc.generation.workbooks`."""
    from policydoc.generation.fields import open_form
    from policydoc.generation.figures import years_of
    from policydoc.generation.requests import sheets
    from policydoc.generation.workbooks import workbook

    form = open_form(template)
    known = years_of(example.series)
    latest = year or (known[-1] if known else 2025)
    basis = f"《{policy.identity.title}》" if policy is not None else ""
    chosen = policy.identity.id if policy is not None else "政策编号"
    command = f"policydoc generate {template} --policy {chosen} --data {path} -o 输出文件夹"
    asked = sheets(form, policy, example, latest)
    return workbook(form.title, basis, asked, filled=filled, command=command)
