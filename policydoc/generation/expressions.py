"""The inside of a tag: its syntax, its filters, the fields it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from policydoc.generation.named_rules import NAMED_RULES
from policydoc.generation.tags import Tag
from policydoc.generation.variables import bound, path_of, read_nodes
from policydoc.generation.vocabulary import is_known, known_fields
from policydoc.generation.word import environment

if TYPE_CHECKING:
    from jinja2 import nodes

_STRINGS = re.compile(r"'[^']*'|\"[^\"]*\"")
_QUOTES = re.compile("[“”‘’]")
_WIDE = re.compile(
    "[！＂＃＄％＆（）＊＋，－．／０-９：；＜＝＞？＠Ａ-Ｚ［＼］＾＿｀ａ-ｚ｛｜｝～　]"
)
_DOCXTPL = ("cellbg", "colspan", "vm", "hm")
Told = tuple[str, str, str]


@dataclass(slots=True)
class Fields:
    """The names that loops and `set` have bound so far; the fields there are."""

    scopes: list[dict[str, str]] = field(default_factory=lambda: [{}])
    known: frozenset[str] = field(default_factory=lambda: known_fields(tuple(NAMED_RULES)))

    @property
    def scope(self) -> dict[str, str]:
        """Every bound name, inner ones over outer ones."""
        return {name: path for scope in self.scopes for name, path in scope.items()}

    def close(self, word: str) -> None:
        """Forget what an ended loop had bound."""
        if word == "for" and len(self.scopes) > 1:
            self.scopes.pop()


def expression_faults(tag: Tag, fields: Fields) -> Iterator[Told]:
    """Faults of one tag; binds the names it introduces."""
    bare = _STRINGS.sub("''", tag.inner)
    if _QUOTES.search(bare):
        yield (
            "chinese-quotes", "表达式中用了中文引号",
            re.sub("[“”]", '"', re.sub("[‘’]", "'", tag.shown)),
        )  # fmt: skip
        return
    if wide := _WIDE.search(bare):
        yield ("full-width-character", f"表达式中用了全角字符“{wide.group()}”", _half(tag.shown))
        return
    tree, fault = _parsed(tag)
    if fault is not None:
        if tag.word == "for":
            fields.scopes.append({})
        yield fault
        return
    if tree is not None:
        yield from _filters(tree)
        yield from _paths(tag, tree, fields)


def _half(text: str) -> str:
    return "".join(
        chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c == "　" else c for c in text
    )


def _source(tag: Tag) -> str | None:
    """The tag made whole, so that it can be parsed alone; None where nothing is to be parsed."""
    if tag.kind == "value":
        return "{{ " + tag.inner + " }}"
    if tag.word in ("endif", "endfor", "else"):
        return None
    if tag.word in _DOCXTPL:
        rest = tag.inner[len(tag.word) :].strip()
        return "{{ " + rest + " }}" if rest else None
    ends = {"if": "{% endif %}", "for": "{% endfor %}"}
    inner = tag.inner
    if tag.word == "elif":
        inner, end = inner.removeprefix("el"), "{% endif %}"
    else:
        end = ends.get(tag.word, "")
    return "{% " + inner + " %}" + end


def _parsed(tag: Tag) -> tuple[nodes.Node | None, Told | None]:
    from jinja2.exceptions import TemplateSyntaxError

    source = _source(tag)
    if source is None:
        return None, None
    try:
        tree = environment().parse(source)
        environment().compile(tree)
    except TemplateSyntaxError as error:
        return None, _syntax_fault(tag, error.message or "")
    except AssertionError:
        return None, ("syntax", f"“{tag.shown}”的写法有误", "请核对括号和引号")
    return environment().parse(source), None


def _syntax_fault(tag: Tag, message: str) -> Told:
    if found := re.search(r"No filter named '([^']+)'", message):
        return _unknown("filter", "过滤器", found.group(1), environment().filters)
    if found := re.search(r"No test named '([^']+)'", message):
        return _unknown("test", "判断", found.group(1), environment().tests)
    if message.startswith("模板"):
        return "refused", message, "只用 if、for、set 和取值"
    if tag.word == "for" and " in " not in f" {tag.inner} ":
        return "syntax", f"“{tag.shown}”缺少 in", "写成 {% for 名称 in 列表 %}"
    return "syntax", f"“{tag.shown}”的写法有误（{message}）", "请核对括号、引号和运算符"


def _unknown(rule: str, name: str, word: str, known: object) -> Told:
    names = [key for key in known if not str(key).startswith("_")]  # type: ignore[attr-defined]
    near = get_close_matches(word, names, 1, 0.4)
    return (
        f"unknown-{rule}", f"没有名为“{word}”的{name}",
        f"是否应为“{near[0]}”" if near else f"可用：{'、'.join(map(str, names[:30]))}",
    )  # fmt: skip


def _filters(tree: nodes.Node) -> Iterator[Told]:
    from jinja2 import nodes

    known = environment().filters
    for node in tree.find_all(nodes.Filter):
        if node.name not in known:
            yield _unknown("filter", "过滤器", node.name, known)


def _paths(tag: Tag, tree: nodes.Node, fields: Fields) -> Iterator[Told]:
    from jinja2 import nodes

    loop = tree.find(nodes.For)
    scope = {**fields.scope, "loop": ""}
    if loop is not None:
        path = path_of(loop.iter, scope)
        read = [(path, "list")] if path else list(read_nodes(loop.iter, scope, "list"))
        fields.scopes.append(bound(loop.target, path))
    else:
        read = [
            pair for node in tree.iter_child_nodes() for pair in _statement(node, scope, fields)
        ]
    for path, _ in read:
        if path and path != "range" and not is_known(path, fields.known):
            yield _unknown_field(path, fields)


def _statement(
    node: nodes.Node, scope: dict[str, str], fields: Fields
) -> Iterator[tuple[str, str]]:
    from jinja2 import nodes

    if isinstance(node, nodes.Assign):
        if isinstance(node.target, nodes.Name):
            fields.scopes[-1][node.target.name] = path_of(node.node, scope) or ""
        yield from read_nodes(node.node, scope, "value")
    elif isinstance(node, nodes.If):
        yield from read_nodes(node.test, scope, "condition")
    else:
        yield from read_nodes(node, scope, "value")


def _unknown_field(path: str, fields: Fields) -> Told:
    near = get_close_matches(path, sorted(fields.known), 1, 0.6)
    if not near:
        last = path.split(".")[-1]
        near = [one for one in sorted(fields.known) if one.split(".")[-1] == last][:1]
    told = f"是否应为“{near[0]}”" if near else "policydoc template show 模板名 列出可用的字段"
    return "unknown-field", f"没有名为“{path}”的字段", told
