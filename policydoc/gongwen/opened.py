"""A .docx opened for inspection: its parts as XML trees, untrusted, with limits."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydoc.errors import ReadError
from policydoc.gongwen.package import unzipped

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts that layout depends on; a missing part is None or empty."""

    contents: dict[str, bytes]
    document_name: str
    document: _Element
    styles: _Element | None
    settings: _Element | None
    theme: _Element | None
    numbering: _Element | None
    footers: dict[str, _Element]


def parse_xml(content: bytes, subject: str) -> _Element:
    """Parse untrusted XML: no entities, no network, bounded depth.

    Raises:
        ReadError: Not well-formed.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(
            f"{subject} 内部的 XML 已损坏，请用 Word 或 WPS 打开后另存为 .docx。", subject=subject
        ) from error
    return root


def opened(content: bytes, subject: str = "") -> Opened:
    """Open a .docx.

    Raises:
        ReadError: Not a Word document, damaged, or too large.
    """
    contents = unzipped(content, subject)
    shown = subject or "该文件"
    name = _document_name(contents, shown)
    if name not in contents:
        raise ReadError(
            f"{shown} 不是 Word 文档（缺少正文部件），请另存为 .docx 后重试。", subject=subject
        )
    targets = _relations(contents, name, shown)

    def part(kind: str) -> _Element | None:
        found = next((t for k, t in targets.values() if k == kind and t in contents), None)
        return parse_xml(contents[found], shown) if found else None

    footers = {
        key: parse_xml(contents[target], shown)
        for key, (kind, target) in targets.items()
        if kind == "footer" and target in contents
    }
    document = parse_xml(contents[name], shown)
    if document.find(f"{W}body") is None:
        raise ReadError(f"{shown} 没有正文，请检查是否选错文件。", subject=subject)
    return Opened(
        contents,
        name,
        document,
        part("styles"),
        part("settings"),
        part("theme"),
        part("numbering"),
        footers,
    )


def _document_name(contents: dict[str, bytes], subject: str) -> str:
    for kind, target in _relations(contents, "", subject).values():
        if kind == "officeDocument":
            return target
    return "word/document.xml"


def _relations(contents: dict[str, bytes], name: str, subject: str) -> dict[str, tuple[str, str]]:
    """Relation id → (last word of the type, part name) of a part; "" is the package."""
    folder, base = posixpath.split(name)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    if rels not in contents:
        return {}
    found = {}
    for relation in parse_xml(contents[rels], subject).iterchildren("{*}Relationship"):
        if relation.get("TargetMode") == "External":
            continue
        target = relation.get("Target", "")
        joined = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        kind = relation.get("Type", "").rpartition("/")[2]
        found[relation.get("Id", "")] = (kind, posixpath.normpath(joined))
    return found
