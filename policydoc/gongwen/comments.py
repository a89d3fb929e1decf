"""Word comments in a copy of a file, at the exact words; the text itself stays as it is.

A comment stands between runs, so a run that holds only part of the words is cut in two, both with
its properties: without the comments the text, and how it looks, is what it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydoc.gongwen.cascade import whole
from policydoc.gongwen.opened import Opened, W, parse_xml
from policydoc.gongwen.package import zipped
from policydoc.gongwen.runs import between, cut_at

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = W[1:-1]
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True, slots=True)
class Comment:
    """What to say, a line each, at the characters `start` to `end` of a paragraph's text.

    Without `end` the comment stands on the whole paragraph.
    """

    lines: tuple[str, ...]
    start: int = 0
    end: int | None = None


def commented(
    document: Opened,
    comments: Iterable[tuple[_Element, Comment]],
    author: str,
    initials: str,
    subject: str = "",
) -> bytes:
    """The file with these comments on paragraphs of its main part; comments already there stay.

    The paragraphs are marked in place, so `document` is not to be used again.
    """
    contents = dict(document.contents)
    name, part = _comments_part(contents, document.document_name, subject)
    first = max((whole(c.get(f"{W}id")) or 0 for c in part), default=-1) + 1
    by_paragraph: dict[_Element, list[tuple[int, Comment]]] = {}
    for number, (paragraph, comment) in enumerate(comments, first):
        _write(part, number, comment, author, initials)
        by_paragraph.setdefault(paragraph, []).append((number, comment))
    for paragraph, mine in by_paragraph.items():
        _mark(paragraph, mine)
    contents[document.document_name] = _serialised(document.document)
    contents[name] = _serialised(part)
    return zipped(contents)


def _serialised(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _comments_part(contents: dict[str, bytes], document: str, subject: str) -> tuple[str, _Element]:
    """The comments part and its name, made and registered where the file has none."""
    from lxml import etree

    folder, _, base = document.rpartition("/")
    rels = f"{folder}/_rels/{base}.rels"
    if rels not in contents:
        contents[rels] = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()
    relations = parse_xml(contents[rels], subject)
    for relation in relations.iterchildren("{*}Relationship"):
        if relation.get("Type") == _RELATION:
            name = f"{folder}/{relation.get('Target', '').rpartition('/')[2]}"
            if name in contents:
                return name, parse_xml(contents[name], subject)
    attributes = {"Id": "rIdComments", "Type": _RELATION, "Target": "comments.xml"}
    etree.SubElement(relations, f"{{{_PACKAGE}/relationships}}Relationship", attributes)
    contents[rels] = _serialised(relations)
    empty = f'<Types xmlns="{_PACKAGE}/content-types"/>'.encode()
    types = parse_xml(contents.get("[Content_Types].xml", empty), subject)
    attributes = {"PartName": f"/{folder}/comments.xml", "ContentType": _TYPE}
    etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", attributes)
    contents["[Content_Types].xml"] = _serialised(types)
    return f"{folder}/comments.xml", etree.Element(f"{W}comments", nsmap={"w": _SPACE})


def _write(part: _Element, number: int, comment: Comment, author: str, initials: str) -> None:
    from lxml import etree

    attributes = {f"{W}id": str(number), f"{W}author": author, f"{W}initials": initials}
    element = etree.SubElement(part, f"{W}comment", attributes)
    for line in comment.lines:
        run = etree.SubElement(etree.SubElement(element, f"{W}p"), f"{W}r")
        etree.SubElement(run, f"{W}t").text = line


def _mark(paragraph: _Element, comments: list[tuple[int, Comment]]) -> None:
    """Put the range of each comment around its words."""
    from lxml import etree

    worded = [comment for _, comment in comments if comment.end is not None]
    pieces = cut_at(paragraph, (place for c in worded for place in (c.start, c.end or 0)))
    for number, comment in comments:
        key = {f"{W}id": str(number)}
        begin, end = (etree.Element(f"{W}commentRange{side}", key) for side in ("Start", "End"))
        runs = [] if comment.end is None else between(pieces, comment.start, comment.end)
        if runs:
            runs[0].addprevious(begin)
            runs[-1].addnext(end)
        else:
            first = 1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0
            paragraph.insert(first, begin)
            paragraph.append(end)
        reference = etree.Element(f"{W}r")
        etree.SubElement(reference, f"{W}commentReference", key)
        end.addnext(reference)
