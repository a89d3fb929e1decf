"""The OOXML package: parts, their types and relations, zipped with fixed times."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from policydoc.errors import ReadError
from policydoc.gongwen.blocks import Document
from policydoc.gongwen.standard import Profile

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EARLIEST = (1980, 1, 1, 0, 0, 0)
TYPES = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "settings": f"{_WORD}.settings+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "footer": f"{_WORD}.footer+xml",
    "comments": f"{_WORD}.comments+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}


@dataclass(slots=True)
class Parts:
    """The parts of a package by name, their types, and the relations of the main document."""

    contents: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, name: str, kind: str, text: str | bytes) -> str:
        """Add a part of `kind`; returns the id by which the main document refers to it."""
        self.contents[name] = text.encode("utf-8") if isinstance(text, str) else text
        if kind in TYPES:
            self.types[name] = TYPES[kind]
        if not name.startswith("word/") or kind == "document":
            return ""
        relation = f"rId{len(self.relations) + 1}"
        self.relations.append((relation, f"{_OFFICE}/relationships/{kind}", name[5:]))
        return relation


def relations_xml(relations: list[tuple[str, str, str]]) -> str:
    """A .rels part of (id, type, target)."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, kind, target in relations
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def core_parts(document: Document) -> Parts:
    """Properties, settings and fonts. No author but the unit, no time: same input, same bytes."""
    parts = Parts()
    creator = f"<dc:creator>{escape(document.unit)}</dc:creator>" if document.unit else ""
    parts.add(
        "docProps/core.xml",
        "core",
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(document.title)}</dc:title>{creator}</cp:coreProperties>",
    )
    parts.add(
        "docProps/app.xml",
        "extended",
        f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
        f"<Company>{escape(document.unit)}</Company></Properties>",
    )
    if document.properties:
        parts.add("docProps/custom.xml", "custom", custom_xml(dict(document.properties)))
    parts.add("word/settings.xml", "settings", SETTINGS)
    parts.add("word/fontTable.xml", "fontTable", fonts_xml(document.profile))
    if document.attached_xml:
        _attach(parts, document.attached_xml)
    return parts


def custom_xml(properties: dict[str, str]) -> str:
    """docProps/custom.xml."""
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" '
        f"name={quoteattr(name)}><vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(properties.items(), 2)
    )
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{rows}</Properties>'
    )


# A fixed id, so that the same input gives the same bytes.
_ITEM = "{A8A0BD02-81D1-564B-8778-C9989F312FFA}"


def _attach(parts: Parts, text: str) -> None:
    """A custom XML part with its properties, by whose id Word keeps it through a save."""
    parts.contents["customXml/item1.xml"] = text.encode("utf-8")
    parts.contents["customXml/_rels/item1.xml.rels"] = relations_xml(
        [("rId1", f"{_OFFICE}/relationships/customXmlProps", "itemProps1.xml")]
    ).encode("utf-8")
    parts.add(
        "customXml/itemProps1.xml",
        "customXmlProps",
        f'{_HEAD}<ds:datastoreItem ds:itemID="{_ITEM}" xmlns:ds="{_OFFICE}/customXml">'
        "<ds:schemaRefs/></ds:datastoreItem>",
    )
    parts.relations.append(
        ("rIdData", f"{_OFFICE}/relationships/customXml", "../customXml/item1.xml")
    )


SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
    '<w:defaultTabStop w:val="630"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    "<w:compat><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)
# What Word may draw instead where the face is not installed.
_OTHER_NAMES = {"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体", "方正小标宋简体": "华文中宋", "黑体": "SimHei",
                "宋体": "SimSun"}  # fmt: skip


def fonts_xml(profile: Profile) -> str:
    """word/fontTable.xml with the other names of the faces."""
    rows = []
    for name in dict.fromkeys(profile.faces.values()):
        other = _OTHER_NAMES.get(name)
        alias = f'<w:altName w:val="{other}"/>' if other else ""
        rows.append(f"<w:font w:name={quoteattr(name)}>{alias}</w:font>")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'{_HEAD}<w:fonts xmlns:w="{space}">{"".join(rows)}</w:fonts>'


def _types_xml(parts: Parts) -> str:
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.types.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
        f"{rows}</Types>"
    )


def _root_relations(parts: Parts) -> str:
    rows = [
        ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    ]
    if "docProps/custom.xml" in parts.contents:
        rows.append(("rId4", f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"))
    return relations_xml(rows)


def zip_bytes(parts: Parts) -> bytes:
    """The package as a zip file; entries in a fixed order with a fixed time."""
    contents = {
        "[Content_Types].xml": _types_xml(parts).encode(),
        "_rels/.rels": _root_relations(parts).encode(),
        "word/_rels/document.xml.rels": relations_xml(parts.relations).encode(),
        **parts.contents,
    }
    return zipped(contents)


def zipped(contents: dict[str, bytes]) -> bytes:
    """Entries in the given order, all of 1980-01-01: the same contents give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


LIMIT_PART = 64 * 1024 * 1024
LIMIT_PARTS = 2000
# All that zipfile raises on bytes that are no zip file, or no longer.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, EOFError, NotImplementedError,
    ValueError, OSError,
)  # fmt: skip


def unzipped(content: bytes, subject: str = "") -> dict[str, bytes]:
    """The entries of a package in their order.

    Raises:
        ReadError: Not a zip file, damaged, encrypted, or larger than any honest document.
    """
    shown = subject or "该文件"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > LIMIT_PARTS or sum(e.file_size for e in entries) > 4 * LIMIT_PART:
                raise ReadError(f"{shown} 展开后过大，不予读取，请检查文件来源。", subject=subject)
            return {entry.filename: _entry(archive, entry, shown) for entry in entries}
    except DAMAGED as error:
        raise ReadError(
            f"{shown} 不是完好的 Word 文件（.docx），请用 Word 或 WPS 打开后另存为 .docx。",
            subject=subject,
        ) from error


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, shown: str) -> bytes:
    """One entry, never more of it than the limit, whatever its header says."""
    with archive.open(entry) as stream:
        body = stream.read(LIMIT_PART + 1)
    if len(body) > LIMIT_PART:
        raise ReadError(f"{shown} 中的部件 {entry.filename} 过大，请检查文件来源。", subject=shown)
    return body
