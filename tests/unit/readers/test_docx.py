from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.errors import ReadError
from policydoc.model import Line, Source, Table
from policydoc.readers import from_bytes
from tests.unit.readers.word import docx, level, lists, numbered, p, part


def read(content: bytes) -> Source:
    return from_bytes(content, "a.docx")


def texts(content: bytes) -> list[str]:
    return [b.text for b in read(content).blocks if isinstance(b, Line)]


LEGAL = (
    level(0, "chineseCountingThousand", "第%1章 "),
    level(1, "chineseCountingThousand", "第%2条 ", '<w:lvlRestart w:val="0"/>'),
    level(2, "chineseCounting", "（%3）"),
)


def test_labels_are_counted_where_the_text_has_none() -> None:
    body = "".join(
        numbered(text, 1, at)
        for text, at in [("总则", 0), ("甲", 1), ("乙", 1), ("子", 2), ("丑", 2), ("附则", 0),
                         ("丙", 1), ("寅", 2)]
    )  # fmt: skip
    assert texts(docx(body, numbering=lists(*LEGAL))) == [
        "第一章 总则", "第一条 甲", "第二条 乙", "（一）子", "（二）丑", "第二章 附则",
        "第三条 丙", "（一）寅",
    ]  # fmt: skip


def test_two_nums_of_one_list_share_its_counter_unless_one_starts_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    numbering = lists(level(0, "decimal", "%1."), nums=nums)
    body = "".join(numbered(t, n) for t, n in [("甲", 1), ("乙", 2), ("丙", 3), ("丁", 3)])
    assert texts(docx(body, numbering=numbering)) == ["1.甲", "2.乙", "1.丙", "2.丁"]


def test_a_style_may_bear_the_number_and_a_paragraph_may_refuse_it() -> None:
    styles = part(
        "styles",
        '<w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="tiao"><w:basedOn w:val="base"/></w:style>',
    )
    linked = level(1, "chineseCounting", "第%2条 ", '<w:pStyle w:val="base"/>')
    refused = '<w:pStyle w:val="tiao"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        p("甲", '<w:pStyle w:val="tiao"/>')
        + p("无号", refused)
        + p("乙", '<w:pStyle w:val="tiao"/>')
    )
    content = docx(body, styles=styles, numbering=lists(linked))
    assert texts(content) == ["第一条 甲", "无号", "第二条 乙"]


def test_a_style_based_on_itself_ends() -> None:
    styles = part("styles", '<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>')
    content = docx(p("甲", '<w:pStyle w:val="a"/>'), styles=styles, numbering=lists(*LEGAL))
    assert texts(content) == ["甲"]


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("chineseCountingThousand", ["一", "二", "三", "十"]),
        ("chineseLegalSimplified", ["壹", "贰", "叁", "壹拾"]),
        ("ideographDigital", ["一", "二", "三", "一〇"]),
        ("decimalEnclosedCircleChinese", ["①", "②", "③", "⑩"]),
        ("decimalEnclosedParen", ["⑴", "⑵", "⑶", "⑽"]),
        ("decimalFullWidth", ["１", "２", "３", "１０"]),
        ("upperRoman", ["I", "II", "III", "X"]),
        ("lowerLetter", ["a", "b", "c", "j"]),
        ("ideographTraditional", ["甲", "乙", "丙", "癸"]),
        ("decimalZero", ["01", "02", "03", "10"]),
        ("someThingNew", ["1", "2", "3", "10"]),
    ],
)
def test_number_formats(number_format: str, expected: list[str]) -> None:
    content = docx(
        "".join(numbered("", 1) for _ in range(10)),
        numbering=lists(level(0, number_format, "%1")),
    )
    counted = texts(content)
    assert [counted[0], counted[1], counted[2], counted[9]] == expected


def test_every_place_a_word_may_hide_is_read_once() -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>插入</w:t></w:r></w:ins><w:del><w:r><w:delText>删除</w:delText></w:r>"
        "</w:del><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtPr><w:r><w:t>设置</w:t></w:r></w:sdtPr><w:sdtContent><w:r><w:t>控件</w:t></w:r>"
        "</w:sdtContent></w:sdt><w:smartTag><w:r><w:t>日期</w:t></w:r></w:smartTag>"
        '<w:fldSimple w:instr="X"><w:r><w:t>域</w:t></w:r></w:fldSimple>'
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo>"
        "<w:r><w:t>软</w:t><w:br/><w:t>回车</w:t><w:tab/><w:t>制表</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{p('块控件')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>"
        f"{p('文本框')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox>"
        f"<w:txbxContent>{p('文本框')}</w:txbxContent></v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>锚</w:t></w:r></w:p>"
    )
    assert texts(docx(body)) == ["插入链接控件日期域移来软", "回车\t制表", "块控件", "锚", "文本框"]
    assert "reader/tracked-changes" in [f.rule for f in read(docx(body)).findings]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = p("前半", '<w:rPr><w:del w:id="1"/></w:rPr>') + p("后半")
    assert texts(docx(body)) == ["前半后半"]
    assert texts(docx(p("独段", '<w:rPr><w:del w:id="1"/></w:rPr>'))) == ["独段"]


def test_a_note_stands_behind_its_line_and_once() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = part("footnotes", f'<w:footnote w:id="2">{p("注文")}</w:footnote>')
    body = f"<w:p><w:r><w:t>正文</w:t></w:r>{mark}{mark}</w:p>{p('下一段')}"
    lines = [b for b in read(docx(body, footnotes=notes)).blocks if isinstance(b, Line)]
    assert [(b.text, b.style) for b in lines] == [
        ("正文", ""),
        ("注文", "footnote"),
        ("下一段", ""),
    ]


def test_hidden_text_and_running_heads_are_removed_with_a_reason() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>明</w:t></w:r></w:p>"
    source = read(docx(hidden, header1=part("hdr", p("机密")), footer1=part("ftr", p("机密"))))
    assert [(r.reason, r.text) for r in source.removed] == [
        ("hidden", "暗"),
        ("running-head", "机密"),
    ]
    assert [f.rule for f in source.findings] == ["reader/hidden-text"]


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"


def test_a_table_keeps_its_cells_and_merged_ones_repeat_nothing() -> None:
    wide = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("合计")}</w:tc></w:tr>'
    source = read(docx(f"<w:tbl>{row('指标', '值')}{wide}</w:tbl>"))
    assert source.blocks == (Table((("指标", "值"), ("合计", ""))),)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("第四条 框中的条文。",)], ["第四条 框中的条文。"]),
        ([("第四条", "分栏的条文。"), ("第五条", "又一条。")], ["第四条　分栏的条文。", "第五条　又一条。"]),
        ([("序号", "依据"), ("第四条 甲", "乙")], None),
        ([("1", "第四条 甲"), ("2", "第五条 乙")], None),
    ],
)  # fmt: skip
def test_a_frame_is_no_table(rows: list[tuple[str, ...]], expected: list[str] | None) -> None:
    source = read(docx(f"<w:tbl>{''.join(row(*cells) for cells in rows)}</w:tbl>"))
    if expected is None:
        assert source.blocks == (Table(tuple(rows)),)
    else:
        assert [b.text for b in source.blocks if isinstance(b, Line)] == expected


def test_styles_of_word_are_told() -> None:
    styles = part(
        "styles",
        '<w:style w:styleId="1"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="2"><w:name w:val="x"/><w:basedOn w:val="1"/></w:style>',
    )
    body = p("章", '<w:pStyle w:val="2"/>') + p("节", '<w:outlineLvl w:val="2"/>') + p("文")
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>第一条</w:t></w:r><w:r><w:t>文</w:t></w:r></w:p>"
    blocks = read(docx(body + bold, styles=styles)).blocks
    assert [b.style for b in blocks if isinstance(b, Line)] == [
        "heading 2",
        "heading 3",
        "",
        "bold-lead",
    ]


DOCTYPE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def package(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (docx(p("甲"))[:300], "已损坏"),
        (package(word__document=f"{DOCTYPE}<w/>"), "DTD"),
        (package(word__document="<w:document"), "第 1 行"),
        (package(xl__workbook="<a/>"), "Excel"),
        (package(other="<a/>"), "不是 Word 文档"),
        (docx(""), "是空的"),
        (docx("<w:p/>" * 2_000_001), "过大"),
        (package(word__document="x" * (65 * 1024 * 1024)), "过大"),
    ],
    ids=["cut", "dtd", "broken", "excel", "zip", "empty", "tags", "bomb"],
)
def test_what_is_no_sound_word_file_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(ReadError, match=sentence):
        read(content)


@given(st.data())
def test_a_damaged_package_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(docx(p("第一条 甲"), numbering=lists(*LEGAL)))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        source = read(bytes(content))
    except ReadError:
        return
    assert source.blocks
