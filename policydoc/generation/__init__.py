"""generate: a Word template, a policy and a case → an official document."""

from __future__ import annotations

from policydoc.model import Case, Policy, Verdict


def generate(template: str, policy: Policy, case: Case, verdicts: tuple[Verdict, ...]) -> bytes:
    """Fill the template named `template`; bytes of a .docx."""
    raise NotImplementedError
