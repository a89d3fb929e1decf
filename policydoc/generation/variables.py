"""The fields a template uses, as paths: case.name, aspects[].title; with their kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from policydoc.generation.word import environment, prepare

if TYPE_CHECKING:
    from jinja2 import nodes

Scope = dict[str, str]


@dataclass(frozen=True, slots=True)
class Variable:
    """A field: its path, and how it is used: value, list or condition."""

    path: str
    kind: str
    part: str


def variables(template: bytes, name: str = "模板") -> tuple[Variable, ...]:
    """Every field of the template, in reading order, each path and kind once.

    Raises:
        TemplateError: The template is not sound; see `policydoc template check`.
    """
    from jinja2.exceptions import TemplateSyntaxError

    from policydoc.errors import TemplateError

    found: dict[tuple[str, str], Variable] = {}
    for part, source in prepare(template, name).sources.items():
        try:
            tree = environment().parse(source)
        except TemplateSyntaxError as error:
            raise TemplateError(
                f"{name}有语法错误：{error.message}。请用 policydoc template check 检查。",
                subject=name,
            ) from error
        for path, kind in walk_nodes(tree.body, {}):
            found.setdefault((path, kind), Variable(path, kind, part))
    return tuple(found.values())


def paths(template: bytes, name: str = "模板") -> frozenset[str]:
    """The paths of the values and conditions a template prints or asks, without the lists."""
    every = {variable.path for variable in variables(template, name)}
    return frozenset(path for path in every if path.split(".")[0].split("[")[0])


@lru_cache(maxsize=64)
def top_names(template: bytes, name: str = "模板") -> frozenset[str]:
    """The names that must be in the data: policy, case, form …"""
    return frozenset(path.split(".")[0].split("[")[0] for path in paths(template, name))


def walk_nodes(body: list[nodes.Node], scope: Scope) -> Iterator[tuple[str, str]]:
    """(path, kind) of every field read in the statements, in reading order."""
    from jinja2 import nodes

    for node in body:
        if isinstance(node, nodes.For):
            path = path_of(node.iter, scope)
            if path:
                yield path, "list"
            yield from (pair for pair in read_nodes(node.iter, scope, "list") if pair[0] != path)
            inner = {**scope, "loop": ""}
            inner.update(bound(node.target, path))
            if node.test is not None:
                yield from read_nodes(node.test, inner, "condition")
            yield from walk_nodes(node.body, inner)
            yield from walk_nodes(node.else_, scope)
        elif isinstance(node, nodes.If):
            yield from read_nodes(node.test, scope, "condition")
            yield from walk_nodes(node.body, scope)
            yield from walk_nodes([*node.elif_, *node.else_], scope)
        elif isinstance(node, nodes.Assign):
            yield from read_nodes(node.node, scope, "value")
            if isinstance(node.target, nodes.Name):
                scope[node.target.name] = path_of(node.node, scope) or ""
        else:
            yield from read_nodes(node, scope, "value")


def bound(target: nodes.Node, path: str | None) -> Scope:
    """What the names of a loop stand for: the entries of the list at `path`."""
    from jinja2 import nodes

    item = f"{path}[]" if path else ""
    if isinstance(target, nodes.Name):
        return {target.name: item}
    return {name.name: "" for name in target.find_all(nodes.Name)}


def path_of(node: nodes.Node, scope: Scope) -> str | None:
    """The path of a name or a chain of attributes; None for anything else, "" for a loop's own."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        owner = path_of(node.node, scope)
        return f"{owner}.{node.attr}" if owner else owner
    if isinstance(node, nodes.Getitem):
        owner = path_of(node.node, scope)
        if not owner:
            return owner
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        return f"{owner}.{key}" if isinstance(key, str) else f"{owner}[]"
    if isinstance(node, nodes.Filter) and node.node is not None and node.name in _SAME:
        return path_of(node.node, scope)
    return None


_SAME = {
    "sort",
    "reverse",
    "selectattr",
    "rejectattr",
    "select",
    "reject",
    "list",
    "unique",
    "default",
    "d",
}


def read_nodes(node: nodes.Node, scope: Scope, kind: str) -> Iterator[tuple[str, str]]:
    """(path, kind) of every field read in an expression."""
    from jinja2 import nodes

    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        yield from read_nodes(node.node.node, scope, kind)
        for argument in node.args:
            yield from read_nodes(argument, scope, kind)
        return
    if isinstance(node, nodes.Call):
        if isinstance(node.node, nodes.Name) and node.node.name != "range":
            yield node.node.name, kind
        for child in (*node.args, *node.kwargs):
            yield from read_nodes(child, scope, kind)
        return
    if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        path = path_of(node, scope)
        if path:
            yield path, kind
        if path is not None:
            return
    if isinstance(node, nodes.CondExpr):
        yield from read_nodes(node.test, scope, "condition")
        yield from read_nodes(node.expr1, scope, kind)
        if node.expr2 is not None:
            yield from read_nodes(node.expr2, scope, kind)
        return
    for child in node.iter_child_nodes():
        yield from read_nodes(child, scope, kind)
