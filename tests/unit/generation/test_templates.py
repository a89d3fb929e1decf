"""The eighteen forms: sound, described to the last field, and without a number of any policy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policydoc.generation.fields import open_form
from policydoc.generation.named_rules import NAMED_RULES
from policydoc.generation.places import paragraphs
from policydoc.generation.validation import faults
from policydoc.generation.variables import top_names, variables
from policydoc.generation.vocabulary import is_known, known_fields

ROOT = Path(__file__).parents[3] / "templates"
NAMES = sorted(path.parent.name for path in ROOT.glob("*/template.docx"))
CONTRACT = {
    "promulgation-notice", "call-notice", "application", "self-assessment", "evidence-list",
    "recommendation-letter", "recommendation-summary", "site-check", "review-opinion",
    "public-notice", "recognition-notice", "development-plan", "annual-report", "annual-assessment",
    "change-filing", "review-notice", "review-application", "revocation-notice",
}  # fmt: skip


def test_every_form_of_the_contract_is_there() -> None:
    assert set(NAMES) >= CONTRACT
    assert all((ROOT / name / "example.toml").is_file() for name in CONTRACT)


@pytest.mark.parametrize("name", NAMES)
def test_fields_toml_is_the_templates_variables(name: str) -> None:
    form = open_form(name)
    used = {variable.path for variable in variables(form.template(), name)}
    assert used == {field.name for field in form.fields}


@pytest.mark.parametrize("name", NAMES)
def test_a_form_is_a_sound_template(name: str) -> None:
    assert faults(open_form(name).template(), name) == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_one_we_provide(name: str) -> None:
    known = known_fields(tuple(NAMED_RULES))
    used = {variable.path for variable in variables(open_form(name).template(), name)}
    assert [path for path in used if not is_known(path, known)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_form_holds_a_number_of_a_policy(name: str) -> None:
    """Quantities come from the policy; a form's own words hold none but the three years asked."""
    for words in paragraphs(open_form(name).template()):
        own = re.sub(r"\{[{%].*?[%}]\}", "", words.text)
        assert not re.search(r"\d+\s*(?:亿元|万元|%|家|户|个工作日|平方公里)", own), own


@pytest.mark.parametrize("name", NAMES)
def test_no_machine_names_an_author(name: str) -> None:
    import zipfile

    with zipfile.ZipFile(ROOT / name / "template.docx") as archive:
        core = archive.read("docProps/core.xml").decode()
        assert "python-docx" not in core
        assert not any("vbaProject" in part for part in archive.namelist())
        rels = b"".join(archive.read(n) for n in archive.namelist() if n.endswith(".rels"))
        assert b'TargetMode="External"' not in rels


def test_top_names_are_those_of_the_context() -> None:
    from policydoc.generation.context import PROVIDERS

    for name in NAMES:
        assert top_names(open_form(name).template(), name) <= PROVIDERS.keys()
