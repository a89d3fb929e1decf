"""Proof that a template gives well-formed XML whatever its data: then no document need be parsed.

Every value is escaped and clean, so only the control flow could break the XML. If the text of every
block, with the blocks and values in it left out, is balanced for itself, then any number of
repetitions of any branches is balanced too. What is not proved is parsed after filling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import nodes

_EMPTY = re.compile(r"<([\w:]+)(?: [^<>]*)?></\1>")
_NAMESPACES = re.compile(r' xmlns:\w+="[^"]*"')


def is_proved(tree: nodes.Template, source: str) -> bool:
    """Whether the XML is balanced for all data, and no value stands inside a tag."""
    if "wp:docPr" in source or "{{" in re.sub(r">[^<]*<", "><", source):
        return False
    names = " ".join(dict.fromkeys(found.strip() for found in _NAMESPACES.findall(source)))
    return all(_balanced(body, names) for body in _bodies(tree))


def _bodies(tree: nodes.Template) -> Iterator[list[nodes.Node]]:
    from jinja2 import nodes

    yield tree.body
    for loop in tree.find_all(nodes.For):
        yield loop.body
        yield loop.else_
    for condition in tree.find_all(nodes.If):
        yield condition.body
        yield condition.else_


def _balanced(body: Iterable[nodes.Node], names: str) -> bool:
    """Whether the text of one block is a sequence of whole elements and words."""
    from lxml import etree

    pieces = list(_pieces(body))
    if any(piece.rfind("<") > piece.rfind(">") for piece in pieces[:-1]):
        return False  # a value or block inside a tag
    skeleton = "".join(pieces)
    if any(found.group(1) != "w:t" for found in _EMPTY.finditer(skeleton)):
        return False  # could come out as <w:p></w:p>, which a serialiser writes <w:p/>
    try:
        etree.fromstring(f"<block {names}>{skeleton}</block>")
    except etree.XMLSyntaxError:
        return False
    return True


def _pieces(body: Iterable[nodes.Node]) -> Iterator[str]:
    """The block's own text, cut where a value or another block stands."""
    from jinja2 import nodes

    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                yield part.data if isinstance(part, nodes.TemplateData) else ""
        else:
            yield ""
