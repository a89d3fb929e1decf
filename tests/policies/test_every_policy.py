"""Every folder under policies/: it parses, nothing is lost, eIds are unique, the tree is the golden one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policydoc import pipeline, workspace
from tests.outline import assert_sound, outline

IDS = tuple(workspace.iter_ids("policies", "policy.toml"))


def test_there_are_policies() -> None:
    assert {"zhangye", "guizhou", "national"} <= set(IDS)


@pytest.mark.parametrize("name", IDS)
def test_it_parses_and_nothing_is_lost(name: str) -> None:
    folder = workspace.find_folder("policies", name, "policy.toml")
    assert folder is not None
    path, identity = workspace.policy_settings(folder)
    source = pipeline.read(path)
    policy = pipeline.parse(source, identity)
    assert policy.identity.title
    assert policy.body
    assert_sound(source, policy)


@pytest.mark.parametrize("name", IDS)
def test_its_tree_is_the_golden_one(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}/tree.txt", outline(pipeline.open_policy(name)))
