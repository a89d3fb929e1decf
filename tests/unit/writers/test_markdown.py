"""parse → Markdown → parse gives the same tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydoc.model import Policy, walk
from policydoc.parser import parse
from policydoc.readers import from_text
from policydoc.readers.markdown import READER
from policydoc.writers.markdown import WRITER
from tests.dressing import FORMS
from tests.law_generator import law

DOCUMENTS = sorted((Path(__file__).parents[2] / "documents").glob("*.txt"))


def tree(policy: Policy) -> list[object]:
    return [(p.kind, p.eid, p.num, p.heading, p.text, p.rows) for p in walk(policy)]


def again(policy: Policy) -> Policy:
    return parse(READER.read(WRITER.write(policy), "written.md"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_comes_back_as_the_same_tree(path: Path) -> None:
    text = path.read_text(encoding="utf-8").partition("====\n")[2]
    policy = parse(from_text(text, path.name))
    assert tree(again(policy)) == tree(policy)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_form_comes_back_as_the_same_tree(form: str) -> None:
    policy = parse(from_text(FORMS[form](law(7)), form))
    assert tree(again(policy)) == tree(policy)


def test_words_that_look_like_marks_are_kept() -> None:
    policy = parse(from_text("第一条 甲*乙*丙_丁_ <乙> `戊` [己](庚)。\n第二条 辛。", "marks"))
    assert tree(again(policy)) == tree(policy)
