"""generate: a Word template, a policy and a case → an official document."""

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
    from policydoc.generation.documents import document

    return document(template, policy, case, verdicts, planned, draft=draft)


def planned_case(case: Case) -> Case:
    """The case as it will stand when its development plan is fulfilled."""
    from policydoc.generation.targets import planned

    return planned(case)
