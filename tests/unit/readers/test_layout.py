from __future__ import annotations

import pytest

from policydoc.readers._layout import Printed, paragraphs

EM = 14.0
FULL = "规" * 30
LEFT, RIGHT = 90.0, 510.0


def page(texts: list[str], number: int = 0, left: float = LEFT) -> list[Printed]:
    """Lines of 30 characters set solid; a leading blank is an indent of one character."""
    lines = []
    for place, text in enumerate(texts):
        start = left + EM * (len(text) - len(text.lstrip()))
        words = text.strip()
        bottom = 700 - place * 24
        lines.append(
            Printed(words, number, start, start + EM * len(words), bottom, bottom + EM, 792, 612)
        )
    return lines


def joined(lines: list[Printed]) -> list[str]:
    return [line.text for line in paragraphs(lines)[0]]


def test_an_indent_begins_a_paragraph_and_a_full_line_goes_on() -> None:
    texts = [
        "  第一条　" + FULL[6:],
        FULL,
        "末尾。",
        "  第二条　" + FULL[6:],
        FULL,
        FULL,
        FULL,
        "完。",
    ]
    assert joined(page(texts)) == ["第一条　" + FULL[6:] + FULL + "末尾。",
                                   "第二条　" + FULL[6:] + FULL * 3 + "完。"]  # fmt: skip


def test_without_indents_a_short_line_or_a_label_after_a_stop_ends_a_paragraph() -> None:
    texts = [FULL, FULL[:-1] + "；", "（二）" + FULL[3:], FULL, "短。", FULL, FULL, FULL]
    assert joined(page(texts)) == [FULL + FULL[:-1] + "；",
                                   "（二）" + FULL[3:] + FULL + "短。", FULL * 3]  # fmt: skip


def test_a_paragraph_runs_over_the_page_and_its_number_is_removed() -> None:
    pages = []
    for number in range(3):
        pages += page(["甲乙丙"[number] + FULL[1:], *[FULL] * 9], number)
        pages += [
            Printed(f"— {number + 1} —", number, 280, 320, 40, 50, 792, 612),
            Printed("某市人民政府公报", number, 90, 200, 750, 764, 792, 612),
        ]
    lines, removed = paragraphs(pages)
    assert [len(line.text) for line in lines] == [len(FULL * 30)]
    assert sorted({(r.reason, r.text) for r in removed}) == [
        ("page-number", "— 1 —"), ("page-number", "— 2 —"), ("page-number", "— 3 —"),
        ("running-head", "某市人民政府公报"),
    ]  # fmt: skip
    assert len(removed) == 6


def test_a_line_of_the_text_at_the_edge_stays() -> None:
    lines = page(["  第一条　" + FULL[6:], "完。"])
    bottom = Printed("第二条　末行。", 0, 118, 216, 60, 74, 792, 612)
    assert joined([*lines, bottom])[-1] == "第二条　末行。"


@pytest.mark.parametrize("rows", [5, 9])
def test_two_columns_are_read_one_after_the_other(rows: int) -> None:
    half = "规" * 13
    left = page([half] * rows)
    right = page([half] * (rows - 1) + ["完。"], left=320)
    assert joined([*left, *right]) == [half * (2 * rows - 1) + "完。"]


def test_pieces_of_one_printed_line_stay_in_one_line() -> None:
    cells = [
        Printed(word, 0, 90 + 100 * place, 130 + 100 * place, 500, 514, 792, 612)
        for place, word in enumerate(["指标", "产值", "10亿元"])
    ]
    assert joined(cells) == ["指标  产值  10亿元"]


def test_mirrored_lines_without_width_are_read() -> None:
    line = Printed("第一条　总则。", 0, 300.0, 100.0, 700.0, 712.0, 842.0, 595.0)
    lines, _ = paragraphs([line] * 3)
    assert [found.text.count("总则") for found in lines] == [3]
