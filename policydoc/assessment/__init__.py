"""assess: the facts of a policy against the data of a case."""

from __future__ import annotations

from policydoc.model import Case, Policy, Verdict


def assess(policy: Policy, case: Case) -> tuple[Verdict, ...]:
    """Judge every criterion of the policy on the case."""
    raise NotImplementedError
