"""The same tree in every raw form: our own documents and the two real texts."""

from __future__ import annotations

import pytest

from policydoc.parser import parse
from policydoc.readers import from_text
from tests.dressing import FORMS
from tests.law_generator import law
from tests.outline import assert_sound
from tests.truth import faults

SEEDS = (0, 7, 34, 135, 548, 552)


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("seed", SEEDS)
def test_the_form_does_not_change_the_tree(form: str, seed: int) -> None:
    document = law(seed)
    source = from_text(FORMS[form](document), f"{form} {seed}")
    policy = parse(source)
    assert faults(document, policy) == []
    assert_sound(source, policy)
