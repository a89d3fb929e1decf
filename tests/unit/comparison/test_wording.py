"""Differences are whole words, and either text can be had back from them exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.comparison import wording
from policydoc.comparison.wording import changes, edits_of, left_of, right_of
from policydoc.model import Change

PIECES = st.sampled_from(
    ["10个", "30个", "市工业和信息化局", "省工业和信息化厅", "“小巨人”企业", "《办法》", "，", ",", "。",
     "70%以上", "高于70%", "应当", "不得", "公示", "5个工作日", "\n", "　", "集群", "、", "(", "（", "a1", "𠮷"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=14).map("".join)
LEGEND = (("市工业和信息化局", "省工业和信息化厅"),)


def shown(found: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.op, change.text) for change in found if not change.folded]


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_without_inserts_it_is_the_left_without_deletes_the_right(left: str, right: str) -> None:
    found = changes(left, right, LEGEND)
    assert left_of(found) == left
    assert right_of(found) == right


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_so_it_is_with_any_characters(left: str, right: str) -> None:
    found = changes(left, right)
    assert (left_of(found), right_of(found)) == (left, right)


@settings(deadline=None)
@given(TEXTS)
def test_a_text_and_itself_differ_in_nothing(text: str) -> None:
    assert all(change.op == "equal" for change in changes(text, text))


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_moves_come_in_pairs(left: str, right: str) -> None:
    moved = [change for change in changes(left, right) if change.move]
    assert sorted((c.move, c.op) for c in moved) == [
        (number, op) for number in range(1, len(moved) // 2 + 1) for op in ("delete", "insert")
    ]


def test_a_number_changes_as_a_whole() -> None:
    found = changes("计划认定10个左右集群。", "计划认定30个左右集群。")
    assert shown(found) == [
        ("equal", "计划认定"), ("delete", "10个"), ("insert", "30个"), ("equal", "左右集群。"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("公示（五个工作日），", "公示(五个工作日),"),
        ("以下简称“集群”", '以下简称"集群"'),
        ("１０个，", "10个,"),
        ("第一，第二。", "第一；第二"),
    ],
)
def test_marks_and_width_are_folded_and_can_be_counted(left: str, right: str) -> None:
    found = changes(left, right)
    assert edits_of(found) == 0
    assert {change.folded for change in found if change.op != "equal"} == {"punctuation"}


@pytest.mark.parametrize(("left", "right"), [("1.5倍", "15倍"), ("5-8家", "58家"), ("70%", "70‰")])
def test_marks_inside_a_number_are_not_folded(left: str, right: str) -> None:
    assert edits_of(changes(left, right)) > 0


def test_an_expected_exchange_is_folded_as_such() -> None:
    found = changes("由市工业和信息化局负责解释。", "由省工业和信息化厅负责解释。", LEGEND)
    assert edits_of(found) == 0
    assert {c.folded for c in found if c.op != "equal"} == {"substitution"}


def test_a_moved_clause_is_told_as_moved() -> None:
    clause = "增强中小企业核心竞争力、激发县域经济活力"
    kept = "坚持政府引导和市场主导相结合，坚持动态管理和精准服务相结合"
    found = changes(f"{kept}，{clause}。", f"以{clause}为目标，{kept}。")
    assert {(c.op, c.text) for c in found if c.move == 1} == {
        ("delete", clause),
        ("insert", clause),
    }


def test_names_are_never_cut() -> None:
    found = changes("依据《甲省条例》制定。", "依据《甲省办法》制定。")
    assert ("delete", "《甲省条例》") in shown(found)
    assert ("insert", "《甲省办法》") in shown(found)


def test_one_character_between_two_changes_is_no_agreement() -> None:
    found = [c for c in changes("积极推进的建设项目", "加快落实的改造工程") if not c.folded]
    assert not any(c.op == "equal" and len(c.text) == 1 for c in found[1:-1])


def test_long_texts_stay_exact() -> None:
    left = "".join(f"第{n}条 内容{n % 7}。" for n in range(900))
    right = "".join(f"第{n}条 内容{n % 5}。" for n in range(900))
    found = changes(left, right)
    assert (left_of(found), right_of(found)) == (left, right)


@pytest.mark.parametrize("engine", [wording._fast_runs, wording._coarse_runs])
@settings(deadline=None)
@given(left=TEXTS, right=TEXTS)
def test_the_engines_for_long_texts_are_exact_too(
    engine: Callable[[str, str], Iterator[tuple[int, int]]], left: str, right: str
) -> None:
    ours = theirs = ""
    rest = left, right
    for op, count in engine(left, right):
        if op <= 0:
            ours, rest = ours + rest[0][:count], (rest[0][count:], rest[1])
        if op >= 0:
            theirs, rest = theirs + rest[1][:count], (rest[0], rest[1][count:])
        if op == 0:
            assert ours[-count:] == theirs[-count:]
    assert (ours, theirs) == (left, right)


def test_more_words_than_private_characters_stay_apart() -> None:
    assert len({wording._character(n) for n in range(0, 1_100_000, 97)}) == len(
        range(0, 1_100_000, 97)
    )


def test_words_added_to_a_name_are_all_that_is_marked() -> None:
    found = changes("提交承诺书", "提交承诺书和财务报表")
    assert [(c.op, c.text) for c in found] == [("equal", "提交承诺书"), ("insert", "和财务报表")]
    figures = changes("补助三十万元", "补助三十万五千元")
    assert [c.text for c in figures if c.op != "equal"] == ["三十万元", "三十万五千元"]
