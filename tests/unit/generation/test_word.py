"""Rendering: what docxtpl's own issues complain of, and what a stranger's template may try."""

from __future__ import annotations

import io
import re
import threading
import time
import zipfile
from collections.abc import Callable, Iterable
from datetime import date

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.errors import TemplateError
from policydoc.generation import word
from policydoc.generation.sandbox import RUN, Run

AWKWARD = "甲 & 乙 <丙> \"丁\" '戊' 😀"


def template(*paragraphs: str, rows: Iterable[Iterable[str]] = (), header: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    rows = [list(row) for row in rows]
    if rows:
        table = document.add_table(0, max(map(len, rows)))
        for row in rows:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=False):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    return saved(document)


def saved(document: object) -> bytes:
    content = io.BytesIO()
    document.save(content)  # type: ignore[attr-defined]
    return content.getvalue()


def texts(content: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(content)).paragraphs]


def cells(content: bytes) -> list[list[str]]:
    table = docx.Document(io.BytesIO(content)).tables[0]
    return [[cell.text for cell in row.cells] for row in table.rows]


def part(content: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read(name)


def by_docxtpl(content: bytes, context: dict[str, object]) -> bytes:
    from docxtpl import DocxTemplate

    from policydoc.generation.plain import record

    token = RUN.set(Run(deadline=time.monotonic() + 60))
    try:
        peer = DocxTemplate(io.BytesIO(content))
        peer.render(record(context), jinja_env=word.environment(), autoescape=True)
        return saved(peer)
    finally:
        RUN.reset(token)


def test_the_document_is_what_docxtpl_writes() -> None:
    form = template(
        "静态",
        "{{ title }}",
        "{%p for p in paras %}",
        "{{ loop.index }}. {{ p.text }}{% if p.more %}（{{ p.more }}）{% endif %}",
        "{%p endfor %}",
        rows=[["{%tr for r in rows %}"], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}"]],
    )
    context = {
        "title": AWKWARD + "\n第二段",
        "paras": [{"text": "甲\t乙", "more": "丙"}, {"text": "丁", "more": ""}],
        "rows": [{"a": 1, "b": 2.5}, {"a": "<w:br/>", "b": True}],
    }
    ours = word.render(form, context)
    assert part(ours, word.MAIN) == part(by_docxtpl(form, context), word.MAIN)
    assert word.render(form, context) == ours


@pytest.mark.parametrize("place", ["body", "table", "header"])
@pytest.mark.parametrize("value", [AWKWARD, "a\nb", "𠮷野家", "长" * 10_000, "{{ x }}", "尾 空 "])
def test_a_value_comes_through_whole(place: str, value: str) -> None:
    tag = "前{{ v }}后"
    form = {
        "body": lambda: template(tag),
        "table": lambda: template(rows=[[tag]]),
        "header": lambda: template("正文", header=tag),
    }[place]()
    document = docx.Document(io.BytesIO(word.render(form, {"v": value})))
    places: dict[str, Callable[[], str]] = {
        "body": lambda: "\n".join(p.text for p in document.paragraphs),
        "table": lambda: document.tables[0].cell(0, 0).text,
        "header": lambda: "\n".join(p.text for p in document.sections[0].header.paragraphs),
    }
    assert places[place]() == f"前{value}后"


def test_a_line_break_makes_a_paragraph_with_the_same_properties() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("{{ v }}")
    paragraph.paragraph_format.first_line_indent = docx.shared.Pt(32)
    out = docx.Document(io.BytesIO(word.render(saved(document), {"v": "一\r\n二\r三"})))
    assert [p.text for p in out.paragraphs] == ["一", "二", "三"]
    assert {p.paragraph_format.first_line_indent for p in out.paragraphs} == {docx.shared.Pt(32)}


def test_control_characters_are_left_out() -> None:
    out = word.render(template("{{ v }}"), {"v": "甲\x00\x07\x0b\x0c\x1b乙\ufffe\ud800丙"})
    assert texts(out) == ["甲乙丙"]


def test_static_ampersands_stay() -> None:
    assert texts(word.render(template("研发 & 生产 <{{ v }}>"), {"v": "&"})) == ["研发 & 生产 <&>"]


@given(st.lists(st.integers(1, 9), max_size=6))
@settings(max_examples=25, deadline=None)
def test_tags_split_over_runs_are_joined(cuts: list[int]) -> None:
    text = "前{{ case.name | 去句号 }}后{% if yes %}是{% endif %}"
    document = docx.Document()
    paragraph = document.add_paragraph()
    for cut in cuts:
        paragraph.add_run(text[:cut])
        text = text[cut:]
    paragraph.add_run(text)
    out = word.render(saved(document), {"case": {"name": "集群。"}, "yes": True})
    assert texts(out) == ["前集群后是"]


def test_a_missing_value_is_an_error_with_its_path() -> None:
    with pytest.raises(TemplateError, match=r"“case\.profile\.county”没有值"):
        word.render(template("{{ case.profile.county }}"), {"case": {"profile": {}}})
    with pytest.raises(TemplateError, match="“notice”没有值"):
        word.render(template("{{ notice }}"), {"notice": None})
    with pytest.raises(TemplateError, match="没有值"):
        word.render(template("正文", header="{{ hdr }}"), {})


def test_a_draft_prints_what_is_missing_highlighted() -> None:
    form = template(
        "字号：{{ form.number }}，{{ a.b.c }}", "{%p for x in xs %}", "{{ x }}", "{%p endfor %}"
    )
    out = word.render(form, {"form": {}}, draft=True, labels={"form.number": "发文字号"})
    assert texts(out) == ["字号：【待填：发文字号】，【待填：a.b.c】"]
    assert b'<w:highlight w:val="yellow"/>' in part(out, word.MAIN)


@pytest.mark.parametrize(
    "expression",
    [
        "cycler.__init__.__globals__.os.popen('id').read()",
        "''.__class__.__mro__[1].__subclasses__()",
        "v.format(1)",
        "v.__class__",
        "v['__class__']",
        "(v ~ v).__class__",
        "v | attr('__class__')",
        "[].append(1)",
        "d.clear()",
        "d.pop('a')",
        "self._TemplateReference__context",
        "lipsum()",
        "dict(a=1)",
        "namespace(a=1)",
        "2 ** 9 ** 9",
        "'a' * 10 ** 9",
        "'a' * 999999999",
        "'%999999999d' % 1",
        "range(10000000) | list | length",
        "v | safe",
        "d",
        "1 / 0",
    ],
)
def test_a_template_cannot_leave_the_fence(expression: str) -> None:
    with pytest.raises(TemplateError):
        word.render(template("{{ " + expression + " }}"), {"v": "文字", "d": {"a": 1}})


@pytest.mark.parametrize(
    "bomb",
    [
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{% for a in range(9999) %}{{ t }}{% endfor %}",
        "{% set x = t %}" + "{% set x = x ~ x %}" * 60,
        "{% set x = 9 %}" + "{% set x = x * x %}" * 60,
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 'x' %}",
        "{% autoescape false %}{{ t }}{% endautoescape %}",
    ],
)
def test_a_bomb_is_stopped(bomb: str) -> None:
    started = time.monotonic()
    with pytest.raises(TemplateError):
        word.render(template(bomb), {"t": "长" * 9_999})
    assert time.monotonic() - started < 5


def test_only_plain_data_gets_in() -> None:
    with pytest.raises(TemplateError, match="只能用文字"):
        word.render(template("{{ v }}"), {"v": object()})


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + b"0" * 600, b"%PDF"])
def test_not_a_word_file_is_one_sentence(content: bytes) -> None:
    with pytest.raises(TemplateError, match="模板"):
        word.render(content, {})


def test_macros_entities_and_bombs_are_refused() -> None:
    good = template("文")
    for name, words in (
        ("word/vbaProject.bin", b"x"),
        ("customXml/item9.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        ("word/media/zero.bin", b"\0" * 101 * 1024 * 1024),
    ):
        content = io.BytesIO(good)
        with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, words)
        with pytest.raises(TemplateError):
            word.render(content.getvalue(), {})


def test_a_block_open_across_a_cell_is_told_not_written() -> None:
    with pytest.raises(TemplateError, match="template check"):
        word.render(template("{% if no %}", rows=[["甲{% endif %}"]]), {"no": False})


def test_rendering_again_and_in_threads_gives_each_its_own() -> None:
    form = template("{{ v }}", "{%p for i in range(50) %}", "{{ v }}{{ i }}", "{%p endfor %}")
    wrong: list[str] = []

    def work(name: str) -> None:
        for _ in range(10):
            out = texts(word.render(form, {"v": name}))
            wrong.extend(text for text in out if not text.startswith(name))

    workers = [threading.Thread(target=work, args=(name,)) for name in "甲乙丙"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert wrong == []


def test_four_thousand_rows_take_under_a_second_each_thousand() -> None:
    form = template(
        rows=[["{%tr for r in rows %}"], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}"]]
    )
    rows = [{"a": n, "b": "文"} for n in range(4000)]
    started = time.monotonic()
    out = word.render(form, {"rows": rows})
    assert time.monotonic() - started < 4
    assert part(out, word.MAIN).count(b"<w:tr>") == 4000


def test_numbers_dates_and_yes_print_as_in_a_document() -> None:
    form = template("{{ a }} {{ b }} {{ c }} {{ d }} {{ e }}")
    context = {"a": 10.0, "b": 0.1 + 0.2, "c": True, "d": date(2024, 7, 1), "e": 12345678901.5}
    assert texts(word.render(form, context)) == ["10 0.3 是 2024年7月1日 12345678901.5"]


def test_keys_named_like_methods_are_data() -> None:
    form = template(
        "{{ d.items }}{{ d.values }}{% for k, v in e.items() %}{{ k }}{{ v }}{% endfor %}"
    )
    context = {"d": {"items": "甲", "values": "乙"}, "e": {"丙": 1}}
    assert texts(word.render(form, context)) == ["甲乙丙1"]


def test_all_zip_dates_are_the_same() -> None:
    archive = zipfile.ZipFile(io.BytesIO(word.render(template("{{ v }}"), {"v": 1})))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.testzip() is None
    assert not re.search(rb"\{\{|\{%", archive.read(word.MAIN))


@pytest.mark.parametrize(
    ("texts", "proved"),
    [
        (("{{ a }}", "{%p if b %}", "{{ b }}", "{%p else %}", "无", "{%p endif %}"), True),
        (("{% if b %}{{ b }}{% else %}无{% endif %}{{ a }}",), True),
        (("{% if b %}", "{{ b }}{% endif %}"), False),
        (("{%p for i in b %}", "{{ i }}", "{%p endfor %}"), True),
    ],
)
def test_what_is_proved_needs_no_parsing_and_is_the_same(
    texts: tuple[str, ...], proved: bool
) -> None:
    form = template(*texts, rows=[["{{ a }}", ""]])
    ready = word.prepare(form)
    assert (ready.around is not None) is proved
    for context in ({"a": AWKWARD, "b": ""}, {"a": "", "b": "甲\n乙"}):
        ours = word.render(form, context)
        assert part(ours, word.MAIN) == part(by_docxtpl(form, context), word.MAIN)
        docx.Document(io.BytesIO(ours))


def test_properties_and_footers_are_filled() -> None:
    document = docx.Document()
    document.core_properties.title = "{{ v }}"
    document.sections[0].footer.paragraphs[0].text = "第{{ v }}页"
    out = docx.Document(io.BytesIO(word.render(saved(document), {"v": "甲 & <乙>\n丙"})))
    assert out.core_properties.title == "甲 & <乙> 丙"
    assert "甲 & <乙>" in out.sections[0].footer.paragraphs[0].text


def test_the_format_and_the_spaces_around_a_tag_stay() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("前 ")
    paragraph.add_run("{{ v }}").bold = True
    paragraph.add_run(" 后")
    out = docx.Document(io.BytesIO(word.render(saved(document), {"v": " 甲 "}))).paragraphs[0]
    assert out.text == "前  甲  后"
    assert [run.bold for run in out.runs if "甲" in run.text] == [True]


def test_three_thousand_tags_take_seconds_not_minutes() -> None:
    form = template(*(f"{{{{ d.k{n} }}}}" for n in range(3000)))
    started = time.monotonic()
    word.render(form, {"d": {f"k{n}": n for n in range(3000)}})
    assert time.monotonic() - started < 20


def test_the_input_is_not_touched() -> None:
    form = template("{{ v }}")
    copy = bytes(form)
    word.render(form, {"v": 1})
    assert form == copy
