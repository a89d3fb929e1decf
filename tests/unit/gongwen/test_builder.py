"""The builder: pure values in, a sound package out."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from policydoc.gongwen import (
    Cell,
    Chart,
    Colophon,
    Document,
    Head,
    Paragraph,
    Section,
    Table,
    build,
    elements,
)
from policydoc.gongwen.lengths import CELL, run_width

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(content: bytes) -> list[str]:
    root = etree.fromstring(parts(content)["word/document.xml"])
    return ["".join(p.itertext(f"{W}t")) for p in root.iter(f"{W}p")]


NOTICE = Document(
    (
        *elements.title("关于开展申报工作的通知"),
        *elements.addressee("各县区："),
        *elements.body("正文。"),
        *elements.enclosures(("申报表", "汇总表")),
        *elements.signature(("示例局",), "2026年3月5日"),
        *elements.note("此件公开发布"),
        *elements.annex("附件1", "申报表"),
        Table((("甲", "乙"), ("1", "2")), widths=(60, 96)),
        Chart("output", "产值", ("2026年", "2027年"), (("产值", (1.5, None)),), unit="亿元"),
        Section(landscape=True),
        *elements.annex("附件2", "汇总表"),
    ),
    head=Head("示例局文件", "示发〔2026〕1号", "000001", "机密★1年", "特急"),
    colophon=Colophon("某局。", "示例局办公室", "2026年3月6日印发"),
    title="关于开展申报工作的通知",
)


def test_the_same_values_give_the_same_bytes() -> None:
    assert build(NOTICE) == build(NOTICE)


def test_every_part_is_well_formed_and_every_relation_has_its_part() -> None:
    content = parts(build(NOTICE))
    for name, body in content.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(body)
    root = etree.fromstring(content["word/_rels/document.xml.rels"])
    targets = {r.get("Target") for r in root}
    assert {f"word/{target}" for target in targets} <= set(content)
    assert not any(r.get("TargetMode") for r in root)


def test_no_author_and_no_time_of_a_machine() -> None:
    core = parts(build(NOTICE))["docProps/core.xml"].decode()
    assert "creator" not in core
    assert "created" not in core


def test_the_words_stand_in_order() -> None:
    joined = "|".join(text for text in texts(build(NOTICE)) if text)
    expected = "000001|机密★1年|特急|示例局文件|示发〔2026〕1号|关于开展申报工作的通知|各县区：|正文。|附件：1.申报表|2.汇总表"
    assert joined.startswith(expected)
    assert joined.endswith("抄送：某局。|示例局办公室2026年3月6日印发")


@pytest.mark.parametrize("tag", ["{{ title }}", "{%p if sealed %}", "{{ a < b & c }}"])
def test_a_template_tag_stands_verbatim_in_one_run(tag: str) -> None:
    content = build(Document((Paragraph(tag),)))
    root = etree.fromstring(parts(content)["word/document.xml"])
    assert [t.text for t in root.iter(f"{W}t")] == [tag]


def test_control_characters_never_reach_the_file() -> None:
    assert texts(build(Document((Paragraph("甲\x0b乙\x00丙"),))))[0] == "甲乙丙"


def test_a_line_feed_is_a_break() -> None:
    root = etree.fromstring(parts(build(Document((Paragraph("甲\n乙"),))))["word/document.xml"])
    assert len(list(root.iter(f"{W}br"))) == 1


def test_merged_cells_fill_the_grid() -> None:
    table = Table((("甲", Cell("乙", columns=2)), (Cell("丙", rows=2), "1", "2"), ("3", "4")))
    root = etree.fromstring(parts(build(Document((table,))))["word/document.xml"])
    for row in root.iter(f"{W}tr"):
        spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
        assert sum(1 if s is None else int(s.get(f"{W}val", "1")) for s in spans) == 3


@pytest.mark.parametrize("name", ["示例市工业和信息化局", "市委", "市政府"])
@pytest.mark.parametrize("date", ["2026年3月5日", "2026年11月21日"])
def test_an_unsealed_date_starts_two_characters_right_of_the_name(name: str, date: str) -> None:
    name_right, date_right = elements.signature_indents(name, date, sealed=False)
    start = name_right + run_width(name) - date_right - run_width(date)
    assert start == 2 * CELL
    nearer = date_right if run_width(date) > run_width(name) else name_right
    assert nearer == 2 * CELL


def test_a_sealed_name_is_centred_over_the_date() -> None:
    name, date = "示例局", "2026年3月5日"
    name_right, date_right = elements.signature_indents(name, date)
    assert date_right == 4 * 315
    assert abs((name_right + run_width(name) / 2) - (date_right + run_width(date) / 2)) <= 1
