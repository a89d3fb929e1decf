"""render: a Word template and plain data → a Word document, bytes in, bytes out.

docxtpl knows how tags lie in WordprocessingML; it also parses, compiles and deflates the whole
file again for every document. Here a template is prepared once (docxtpl patches, Jinja2 compiles,
every part without tags is deflated) and kept by its checksum; a document then costs one rendering
of the parts that have tags. `word/document.xml` is what docxtpl writes, byte for byte.
"""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Any

from policydoc.errors import TemplateError
from policydoc.generation.finishing import (
    highlight,
    is_even,
    number_drawings,
    serialised,
    unparsed,
)
from policydoc.generation.package import MAIN, Part, deflate, join, read_parts
from policydoc.generation.plain import Record, record

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.environment import Environment
    from lxml.etree import _Element

TAGGED = re.compile(r"^word/((header|footer)[^/]*|footnotes|endnotes)\.xml$|^docProps/core\.xml$")
_HAS_TAG = re.compile(rb"\{(?:<[^>]*>)*[{%#]")
_BREAK = re.compile("[\n\t\a\f]")
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
KEPT = 64


@dataclass(slots=True)
class Prepared:
    """A template taken apart: its untagged parts deflated, the XML of the others patched.

    `frame` is the document without its body; `order` the names of the parts in the file.
    Where the body is proved to come out well-formed, `around` is what stands before and after
    its content, and `opening` its first tag; else `around` is None and the body is parsed.
    """

    name: str
    order: tuple[str, ...]
    fixed: dict[str, Part]
    sources: dict[str, str]
    frame: _Element
    compiled: dict[tuple[bool, str], Template] = field(default_factory=dict)
    doorway: Any = None
    even: bool = False
    opening: str = ""
    around: tuple[bytes, bytes] | None = None
    styles: dict[str, str] = field(default_factory=dict)


_KEPT: OrderedDict[str, Prepared] = OrderedDict()
_LOCK = Lock()
_ENVIRONMENTS: dict[bool, Environment] = {}


def render(
    template: bytes,
    context: Mapping[str, object],
    *,
    name: str = "模板",
    draft: bool = False,
    labels: Mapping[str, str] | None = None,
    level: int = 6,
) -> bytes:
    """Fill a template.

    Args:
        template: The bytes of a .docx with tags.
        context: Plain data: mappings, lists, text, numbers, dates, yes and no.
        draft: Print 【待填：名称】, highlighted, for what is missing; else that is an error.
        labels: Names of fields for people, by path.
        level: How hard to compress, 0–9.

    Raises:
        TemplateError: Not a sound template, a value missing or of a wrong type, limits passed.
    """
    ready = prepare(template, name)
    filled, _ = fill(ready, context, draft=draft, labels=labels)
    return assemble(ready, filled, level)


def fill(
    ready: Prepared,
    context: Mapping[str, object],
    *,
    draft: bool = False,
    labels: Mapping[str, str] | None = None,
) -> tuple[dict[str, bytes], tuple[Record, ...]]:
    """The tagged parts filled, and the records with a provision that were printed from."""
    from policydoc.generation.sandbox import LIMIT_SECONDS, RUN, Run

    given = context if isinstance(context, Record) else record(context)
    run = Run(deadline=time.monotonic() + LIMIT_SECONDS, labels=dict(labels or {}))
    token = RUN.set(run)
    try:
        filled = {part: _fill(ready, part, given, draft) for part in ready.sources}
    finally:
        RUN.reset(token)
    return filled, tuple(run.cited.values())


def assemble(ready: Prepared, filled: Mapping[str, bytes], level: int = 6) -> bytes:
    """The document: parts in the template's order, the filled ones in place of its own."""
    return join(
        deflate(part, filled[part], level) if part in filled else ready.fixed[part]
        for part in ready.order
    )


def prepare(template: bytes, name: str = "模板") -> Prepared:
    """The template ready for use; the last 64 are kept.

    Raises:
        TemplateError: Not a Word file we take.
    """
    key = sha256(template).hexdigest()
    with _LOCK:
        if key in _KEPT:
            _KEPT.move_to_end(key)
            return _KEPT[key]
    ready = _prepare(template, name)
    with _LOCK:
        _KEPT[key] = ready
        while len(_KEPT) > KEPT:
            _KEPT.popitem(last=False)
    return ready


def _prepare(template: bytes, name: str) -> Prepared:
    import io

    from docxtpl import DocxTemplate
    from lxml import etree

    parts = read_parts(template, name)
    try:
        doorway = DocxTemplate(io.BytesIO(template))
        doorway.init_docx()
        root = deepcopy(doorway.docx._element)
        sources = {MAIN: doorway.patch_xml(doorway.get_xml())}
        for part, words in parts.items():
            if TAGGED.match(part) and _HAS_TAG.search(words):
                sources[part] = doorway.patch_xml(etree.tostring(_inert(words), encoding="unicode"))
    except (KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise TemplateError(
            f"{name}的内部结构有误，请用 Word 或 WPS 打开后另存一份。", subject=name
        ) from error
    for child in list(root.body):
        root.body.remove(child)
    fixed = {part: deflate(part, words) for part, words in parts.items() if part not in sources}
    ready = Prepared(name, tuple(parts), fixed, sources, root)
    ready.doorway = doorway
    ready.even = is_even(sources[MAIN])
    if ready.even:
        _prove(ready)
    return ready


def _prove(ready: Prepared) -> None:
    from jinja2.exceptions import TemplateSyntaxError
    from lxml import etree

    from policydoc.generation.proving import is_proved

    source = ready.sources[MAIN]
    opening = source[: source.index(">") + 1]
    try:
        if not is_proved(environment().parse(source), source):
            return
    except TemplateSyntaxError:
        return
    root = deepcopy(ready.frame)
    root[-1].append(etree.Comment("here"))
    before, _, after = serialised(root).partition(b"<!--here-->")
    ready.opening, ready.around = opening, (before, after)


def _inert(words: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    return etree.fromstring(words, parser)


def _compiled(ready: Prepared, part: str, draft: bool) -> Template:
    from jinja2.exceptions import TemplateSyntaxError

    known = ready.compiled.get((draft, part))
    if known is None:
        try:
            known = environment(draft=draft).from_string(ready.sources[part])
        except TemplateSyntaxError as error:
            raise TemplateError(
                f"{ready.name}有语法错误：{error.message}。"
                "请用 policydoc template check 查看全部错误和位置。",
                subject=ready.name,
            ) from error
        ready.compiled[draft, part] = known
    return known


def environment(*, draft: bool = False) -> Environment:
    """The fenced Jinja2 environment, strict or for drafts; the only one templates run in."""
    if draft not in _ENVIRONMENTS:
        from policydoc.generation.sandbox import Fenced

        _ENVIRONMENTS[draft] = Fenced(draft=draft)
    return _ENVIRONMENTS[draft]


def _fill(ready: Prepared, part: str, context: Record, draft: bool) -> bytes:
    text = _text(ready, _compiled(ready, part, draft), context)
    if part == MAIN:
        return _document(ready, text, draft)
    if not part.startswith("word/") or part.startswith("word/charts/"):
        text = text.replace("\a", " ")
    else:
        text = _with_breaks(ready, text)
    tree = _parsed(ready, text)
    if draft:
        highlight(tree)
    return serialised(tree)


def _text(ready: Prepared, template: Template, context: Record) -> str:
    from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError

    from policydoc.generation.sandbox import LIMIT_OUTPUT

    pieces: list[str] = []
    size = 0
    try:
        for piece in template.root_render_func(template.new_context(context)):
            pieces.append(piece)
            size += len(piece)
            if size > LIMIT_OUTPUT:
                raise TemplateError(
                    f"{ready.name}产生的内容过多，已停止，请检查其中的循环。", subject=ready.name
                )
    except UndefinedError as error:
        raise TemplateError(_missing(ready.name, error), subject=ready.name) from error
    except (SecurityError, TemplateRuntimeError) as error:
        raise TemplateError(
            f"{ready.name}用了不允许的表达式（{error}），模板只能取用数据中的字段。",
            subject=ready.name,
        ) from error
    except (TypeError, ValueError, ArithmeticError, RecursionError) as error:
        raise TemplateError(
            f"{ready.name}中有算式或过滤器用不了所给的值（{error}），请检查数据。",
            subject=ready.name,
        ) from error
    text = "".join(pieces)
    if "{_" in text or "}_" in text or "%_" in text:
        for stood, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
            text = text.replace(stood, meant)
    return text


def _missing(name: str, error: Exception) -> str:
    found = re.search(
        r"'([^']+)' is undefined|has no (?:attribute|element) '?([^']+)'?", str(error)
    )
    field_name = next((group for group in (found.groups() if found else ()) if group), "")
    if not field_name:
        return f"{name}用到的一个字段没有值，请检查数据。"
    if field_name.startswith("policy."):
        return (
            f"{name}用到的“{field_name}”在所选政策的文本中找不到，请核对政策文件；"
            "发文机关可在数据的 [extra] 中填写 authority，或用 --draft 先出草稿。"
        )
    return f"{name}用到的字段“{field_name}”没有值，请在数据文件中填写，或用 --draft 先出草稿。"


def _document(ready: Prepared, text: str, draft: bool) -> bytes:
    text = _with_breaks(ready, text)
    if ready.around is not None and not draft:
        return unparsed(ready.around, ready.opening, text)
    body = _parsed(ready, text)
    if not ready.even:
        body = ready.doorway.fix_tables(text)
    number_drawings(body)
    if draft:
        highlight(body)
    root = deepcopy(ready.frame)
    root.remove(root[-1])
    root.append(body)
    return serialised(root)


def _with_breaks(ready: Prepared, text: str) -> str:
    """Line, paragraph, tab and page marks as WordprocessingML, in the paragraphs that have any."""
    if not any(mark in text for mark in "\n\t\a\f"):
        return text
    if "<w:txbxContent" in text:
        return str(ready.doorway.resolve_listing(text))
    return _PARAGRAPH.sub(lambda found: _broken(ready, found.group()), text)


def _broken(ready: Prepared, paragraph: str) -> str:
    return str(ready.doorway.resolve_listing(paragraph)) if _BREAK.search(paragraph) else paragraph


def _parsed(ready: Prepared, text: str) -> _Element:
    from lxml import etree

    try:
        return etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False))
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise TemplateError(
            f"{ready.name}填好后不是合格的 Word 文件：块标签可能开在正文、关在表格里。"
            "请用 policydoc template check 检查。",
            subject=ready.name,
        ) from error
