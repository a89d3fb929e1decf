"""template check: every fault at once, with its place, and nothing told of a sound template."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from policydoc.errors import TemplateError
from policydoc.generation.annotation import annotated
from policydoc.generation.validation import faults
from tests.unit.generation.test_word import saved, template


@pytest.mark.parametrize(
    ("text", "rule", "suggestion"),
    [
        ("甲{{ case.name", "unclosed-brace", "}}"),
        ("甲{{ case.name }乙", "unclosed-brace", "}}"),
        ("甲 case.name }} 乙", "stray-brace", ""),
        ("{% if case.example %}甲", "unclosed-block", "endif"),
        ("甲{% endfor %}", "stray-block", ""),
        ("{% if case.example %}{% endfor %}{% endif %}", "stray-block", "endif"),
        ("{% fro a in aspects %}{% endfor %}", "unknown-tag", "for"),
        ("{% tr for a in aspects %}", "unknown-tag", "{%tr"),
        ("{% macro m() %}", "unknown-tag", ""),
        ("｛｛ case.name ｝｝", "full-width-brace", "{{ case.name }}"),
        ("{｛ case.name ｝}", "full-width-brace", "{{ case.name }}"),
        ("｛％ if case.example ％｝", "full-width-brace", "{% if case.example %}"),
        ("{{ form.date | default(“无”) }}", "chinese-quotes", '"无"'),
        ("{{ form．date }}", "full-width-character", "form.date"),
        ("{{ ｆｏｒｍ.date }}", "full-width-character", "form.date"),
        ("{{ form.date｜成文日期 }}", "full-width-character", "|成文日期"),
        ("{{ form.date | 成文日斯 }}", "unknown-filter", "成文日期"),
        ("{{ case.nane }}", "unknown-field", "case.name"),
        ("{{ polcy.title }}", "unknown-field", "policy.title"),
        ("{{ rules.public_notise.citation }}", "unknown-field", "public_notice"),
        ("{{ case.name + }}", "syntax", ""),
        ("{% if %}甲{% endif %}", "syntax", ""),
        ("{% for a of aspects %}{% endfor %}", "syntax", "in"),
        ("{{ }}", "empty-tag", ""),
        ("{{ case.name.__class__ }}", "unknown-field", ""),
        ("{{ cycler() }}", "unknown-field", ""),
        ("{%p if case.example %}后面的字", "text-beside-tag", ""),
        ("{%tr for a in aspects %}", "row-tag-outside", "{%p"),
    ],
)
def test_one_fault(text: str, rule: str, suggestion: str) -> None:
    found = faults(template("开头", text))
    assert rule in [fault.rule for fault in found]
    fault = next(fault for fault in found if fault.rule == rule)
    assert fault.place == "正文第2段"
    assert suggestion in fault.suggestion or suggestion in fault.message


def test_all_faults_are_told_at_once_with_their_places() -> None:
    content = template(
        "{{ case.nane }}",
        "｛｛ case.name ｝｝",
        rows=[["甲", "{{ form.date"], ["乙", "{% if case.example %}"]],
        header="{{ policy.titel }}",
    )
    assert [(fault.place, fault.rule) for fault in faults(content)] == [
        ("正文第1段", "unknown-field"),
        ("正文第2段", "full-width-brace"),
        ("正文表1第1行第2格第1段", "unclosed-brace"),
        ("正文表1第2行第2格第1段", "unclosed-block"),
        ("页眉第1段", "unknown-field"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("{{ case.name }}",),
        ("{%p for a in aspects %}", "{{ a.title }}{{ loop.index }}", "{%p endfor %}"),
        ("{%p for a in aspects %}", "{%p for v in a.verdicts %}", "{{ v.met }}", "{%p endfor %}", "{%p endfor %}"),
        ("{% set n = case.name %}{{ n }}",),
        ("{{ members | 顿号列表('name') }}{{ case.profile.whatever }}{{ form.anything }}",),
        ("{% if form.date is defined and form.date %}{{ form.date | 成文日期 }}{% elif case.example %}无{% else %}—{% endif %}",),
        ("{# 说明：“引号”｛｝ #}正文",),
        ("百分之｛空｝ 100％ 完成“引号”",),
        ("{{ '（' ~ form.number ~ '）' }}{{ form.note | default('“无”') }}",),
        ("{{ targets.years[0] }}{{ targets.rows | length }}{{ rules.public_notice.words }}",),
    ],
)  # fmt: skip
def test_a_sound_template_has_none(texts: tuple[str, ...]) -> None:
    assert faults(template(*texts)) == ()


def test_a_block_from_the_body_into_a_cell() -> None:
    content = template("{% if case.example %}", rows=[["甲{% endif %}"]])
    assert [fault.rule for fault in faults(content)] == ["block-across-cells"]


def test_a_block_of_two_kinds() -> None:
    found = faults(template("{%p if case.example %}", "甲{% endif %}"))
    assert [fault.rule for fault in found] == ["block-across-levels"]


def test_row_tags_in_a_table() -> None:
    sound = template(
        rows=[
            ["{%tr for a in aspects %}", ""],
            ["{{ a.num }}", "{{ a.title }}"],
            ["{%tr endfor %}", ""],
        ]
    )
    assert faults(sound) == ()
    beside = template(
        rows=[["{%tr for a in aspects %}", "字"], ["{{ a.num }}", ""], ["{%tr endfor %}", ""]]
    )
    assert [fault.rule for fault in faults(beside)] == ["text-beside-tag"]


def test_a_tag_inside_a_revision() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("{{ case.")
    insertion = parse_xml(
        f'<w:ins {nsdecls("w")} w:id="1" w:author="甲"><w:r><w:t>name }}}}</w:t></w:r></w:ins>'
    )
    paragraph._p.append(insertion)
    assert [fault.rule for fault in faults(saved(document))] == ["tag-in-revision"]


def test_a_tag_split_by_a_field() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("{{ case.")
    for kind in ("begin", "separate", "end"):
        paragraph._p.append(
            parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>')
        )
    paragraph.add_run("name }}")
    assert [fault.rule for fault in faults(saved(document))] == ["tag-split-by-field"]


def test_a_tag_split_over_runs_is_no_fault() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ ca", "se.na", "me }", "}"):
        paragraph.add_run(piece)
    assert faults(saved(document)) == ()


def test_what_the_checker_passes_the_engine_takes() -> None:
    """The two must agree: what docxtpl cannot compile is told."""
    with pytest.raises(TemplateError):
        faults(b"no word file")
    assert faults(template("{% if case.example %}甲{% else %}乙{% else %}丙{% endif %}"))


def test_faults_become_comments() -> None:
    content = template("好", "{{ case.nane }}", header="{{ policy.titel }}")
    copy = docx.Document(io.BytesIO(annotated(content, faults(content))))
    texts = [comment.text for comment in copy.comments]
    assert len(texts) == 2
    assert texts[0].startswith("正文第2段：没有名为“case.nane”的字段")
    assert "页眉第1段" in texts[1]
    assert annotated(content, faults(content)) is not content
