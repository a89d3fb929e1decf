"""A filled template is laid out like a document built from the same words."""

from __future__ import annotations

import io
import zipfile

import pytest

from policydoc.gongwen import (
    Chart,
    Colophon,
    Document,
    Head,
    Table,
    build,
    elements,
    settled,
    with_charts,
)


def notice(mark: str, name: str, date: str, copies: str, *, sealed: bool) -> bytes:
    return build(
        Document(
            (*elements.body("正文。"), *elements.signature((name,), date, sealed=sealed)),
            head=Head(mark, "示发〔2026〕1号"),
            colophon=Colophon(copies, "示例局办公室", "2026年3月6日印发"),
        )
    )


def document_xml(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode()


def filled(template: bytes, values: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template)) as source,
        zipfile.ZipFile(buffer, "w") as target,
    ):
        for name in source.namelist():
            text = source.read(name)
            for key, value in values.items():
                text = text.replace(f"{{{{ {key} }}}}".encode(), value.encode())
            target.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize(
    "name", ["市委", "示例市工业和信息化局", "示例市人民政府办公室综合协调处会同各处"]
)
def test_settled_equals_built(name: str, sealed: bool) -> None:
    values = {"mark": f"{name}文件", "name": name, "date": "2026年11月5日", "copies": "某局，" * 30}
    tags = {key: f"{{{{ {key} }}}}" for key in values}
    template = notice(**tags, sealed=sealed)  # type: ignore[arg-type]
    expected = notice(**values, sealed=sealed)  # type: ignore[arg-type]
    assert document_xml(settled(filled(template, values))) == document_xml(expected)


def test_charts_are_found_again_by_their_name() -> None:
    old = Chart("output", "产值", ("{{ y }}",), (("产值", (None,)),), description="旧")
    new = Chart("output", "产值目标", ("2026年",), (("产值", (12.5,)),), description="产值 & 目标")
    content = with_charts(build(Document((old,))), {"output": new, "absent": new})
    assert content == build(Document((new,)))


def test_the_first_row_under_a_head_is_held_with_the_second() -> None:
    rows = (("序号", "名称"), ("1", "甲"), ("2", "乙"), ("3", "丙"))
    xml = document_xml(settled(build(Document((Table(rows), Table(rows[:2]))))))
    held = ["<w:keepNext/>" in row for row in xml.split("</w:tr>")[:-1]]
    # The head's own style holds it; a table of one row is not tied to what follows it.
    assert held == [False, True, False, False, False, False]


def test_a_high_first_row_is_not_held() -> None:
    rows = (("序号", "名称"), ("1", "甲" * 60), ("2", "乙"))
    assert "<w:keepNext/>" not in document_xml(settled(build(Document((Table(rows),)))))
