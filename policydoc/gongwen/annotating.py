"""annotate: the findings as Word comments in a copy of the file, at the paragraphs they are on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydoc.gongwen.checker import findings_of
from policydoc.gongwen.inspection import inspect
from policydoc.gongwen.opened import W, parse_xml
from policydoc.gongwen.package import zipped
from policydoc.gongwen.standard import Profile
from policydoc.model import Finding, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "格式检查"
_LABELS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "提示"}
_SPACE = W[1:-1]
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def annotate(content: bytes, profile: Profile | None = None, subject: str = "") -> bytes:
    """A copy of the .docx with a comment for each finding; comments already there stay.

    Raises:
        ReadError: Not a Word document, damaged or too large.
    """
    inspection = inspect(content, profile, subject)
    document = inspection.document
    contents = dict(document.contents)
    folder = document.document_name.rpartition("/")[0]
    name, comments = _comments(contents, document.document_name, subject)
    number = max((int(c.get(f"{W}id", "0")) for c in comments), default=-1) + 1
    paragraphs = [view.element for view in inspection.found.views]
    for finding in findings_of(inspection):
        if not paragraphs:
            break
        _comment(comments, number, finding)
        _mark(paragraphs[max(finding.paragraph - 1, 0)], number)
        number += 1
    contents[document.document_name] = _bytes(document.document)
    contents[f"{folder}/{name}"] = _bytes(comments)
    return zipped(contents)


def _bytes(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _comments(contents: dict[str, bytes], document: str, subject: str) -> tuple[str, _Element]:
    """The comments part, made and registered where the file has none."""
    from lxml import etree

    folder, _, base = document.rpartition("/")
    rels = f"{folder}/_rels/{base}.rels"
    relations = parse_xml(contents[rels], subject)
    for relation in relations:
        if relation.get("Type") == _RELATION:
            name = relation.get("Target", "").rpartition("/")[2]
            if f"{folder}/{name}" in contents:
                return name, parse_xml(contents[f"{folder}/{name}"], subject)
    name = "comments.xml"
    package = "http://schemas.openxmlformats.org/package/2006"
    etree.SubElement(
        relations,
        f"{{{package}/relationships}}Relationship",
        {"Id": "rIdFormatCheck", "Type": _RELATION, "Target": name},
    )
    contents[rels] = _bytes(relations)
    types = parse_xml(contents["[Content_Types].xml"], subject)
    etree.SubElement(
        types,
        f"{{{package}/content-types}}Override",
        {"PartName": f"/{folder}/{name}", "ContentType": _TYPE},
    )
    contents["[Content_Types].xml"] = _bytes(types)
    return name, etree.Element(f"{W}comments", nsmap={"w": _SPACE})


def _comment(comments: _Element, number: int, finding: Finding) -> None:
    from lxml import etree

    attributes = {f"{W}id": str(number), f"{W}author": AUTHOR, f"{W}initials": "格"}
    comment = etree.SubElement(comments, f"{W}comment", attributes)
    where = "" if finding.paragraph else f"〔{finding.part}〕"
    lines = [f"{_LABELS[finding.severity]}：{where}{finding.message}", finding.basis]
    if finding.suggestion:
        lines.insert(1, f"应为：{finding.suggestion}")
    for line in lines:
        paragraph = etree.SubElement(comment, f"{W}p")
        text = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t")
        text.text = line


def _mark(paragraph: _Element, number: int) -> None:
    """Put the comment's range around the content of a paragraph."""
    from lxml import etree

    key = {f"{W}id": str(number)}
    start = etree.Element(f"{W}commentRangeStart", key)
    first = 1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0
    paragraph.insert(first, start)
    etree.SubElement(paragraph, f"{W}commentRangeEnd", key)
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}commentReference", key)
