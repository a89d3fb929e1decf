"""A few hundred of the files of benchmarks/fuzz_read.py, and that its judge sees a fault."""

from __future__ import annotations

import random

import pytest

from tests.mutations import KINDS, Made, fault_of, make


@pytest.fixture(autouse=True)
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


@pytest.mark.parametrize("seed", range(8))
def test_no_file_hurts_and_no_word_is_lost(seed: int) -> None:
    for number in range(50):
        made = make(random.Random(f"test/{seed}/{number}"))
        assert not fault_of(made), (made.name, made.content[:200])


def test_every_kind_is_made() -> None:
    for kind in KINDS:
        assert kind(random.Random(1)).content


def test_the_judge_sees_a_lost_word() -> None:
    text = "某市集群管理办法\n第一条　总则。"
    assert not fault_of(Made("甲.txt", text.encode(), text))
    assert fault_of(Made("甲.txt", text.encode(), text + "失")) == "lost '失'"
    assert fault_of(Made("甲.txt", b"", "失")).startswith("refused")
