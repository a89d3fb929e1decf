from __future__ import annotations

from pathlib import Path

import pytest

from policydoc import pipeline
from policydoc.errors import SettingsError
from policydoc.model import Policy

TEXT = "甲市集群管理办法\n第一条 全市计划认定{}个左右集群。\n第二条 本办法自2026年1月1日起施行，有效期4年。\n"
NOTES = '[settings]\nvalidity_years = 3\n\n[[accept]]\nrule = "hedged-quota"\nwords = "计划认定20个左右"\nreason = "已报批"\n'


def draft(number: int) -> Policy:
    return pipeline.extract(pipeline.parse_text(TEXT.format(number)))


def test_an_accepted_finding_is_shown_and_comes_back_when_the_words_change(tmp_path: Path) -> None:
    notes = tmp_path / "草案.review.toml"
    notes.write_text(NOTES, "utf-8")
    quota = {n: _accepted(draft(n), notes) for n in (20, 30)}
    assert quota == {20: ["已报批"], 30: [""]}


def _accepted(policy: Policy, notes: Path) -> list[str]:
    findings = pipeline.review(policy, notes=notes).findings
    return [f.accepted for f in findings if f.rule == "hedged-quota"]


def test_local_caps_are_settings(tmp_path: Path) -> None:
    notes = tmp_path / "草案.review.toml"
    notes.write_text(NOTES, "utf-8")
    rules = {f.rule for f in pipeline.review(draft(20), notes=notes).findings}
    assert "validity-beyond-cap" in rules
    assert "validity-beyond-cap" not in {f.rule for f in pipeline.review(draft(20)).findings}


def test_a_wrong_entry_is_named(tmp_path: Path) -> None:
    notes = tmp_path / "草案.review.toml"
    notes.write_text('[[accept]]\nrule = "x"\n', "utf-8")
    with pytest.raises(SettingsError, match="第 1 个"):
        pipeline.review(draft(20), notes=notes)
