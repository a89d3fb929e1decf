"""GB/T 9704-2012: the facts of the layout once, the builder that lays out, the checker.

To make a document, put blocks into a `Document` and `build` it:

    blocks = (*elements.title("关于…的通知"), *elements.addressee("各县区："), *elements.body("…"))
    content = build(Document(blocks, head=Head("某局文件", "某发〔2026〕1号")))

A template is a Document whose texts are tags; after filling it, `settle` fits the mark, the
signature and the 版记 to their words, and `with_charts` puts the case's figures into its charts.
"""

from policydoc.gongwen.blocks import (
    Blank,
    Cell,
    Chart,
    Colophon,
    Document,
    Head,
    Paragraph,
    Run,
    Section,
    Table,
)
from policydoc.gongwen.builder import build
from policydoc.gongwen.settling import settle, settled, style_keys, with_charts
from policydoc.gongwen.standard import GBT9704, GBT33476, PROFILES, Profile

__all__ = [
    "GBT9704",
    "GBT33476",
    "PROFILES",
    "Blank",
    "Cell",
    "Chart",
    "Colophon",
    "Document",
    "Head",
    "Paragraph",
    "Profile",
    "Run",
    "Section",
    "Table",
    "build",
    "settle",
    "settled",
    "style_keys",
    "with_charts",
]
