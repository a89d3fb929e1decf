"""The template language, fenced in: plain data, listed filters and statements, counted loops.

A template is a file from anywhere. Jinja2's own sandbox keeps it from objects; what it does not
do is bound work: loops nest, strings double. So the syntax tree is checked against a list of
allowed nodes, and every loop, joining and arithmetic operation is counted.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.exceptions import SecurityError, TemplateAssertionError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from policydoc.errors import TemplateError
from policydoc.generation.filters import FILTERS, Lines
from policydoc.generation.plain import Record

LIMIT_ROUNDS = 200_000
LIMIT_OUTPUT = 30_000_000
LIMIT_VALUE = 1_000_000
LIMIT_SECONDS = 30.0
LIMIT_RANGE = 10_000


@dataclass(slots=True)
class Run:
    """What one rendering has used up, and which records with a provision it has printed from."""

    deadline: float
    rounds: int = 0
    cited: dict[int, Record] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)


RUN: ContextVar[Run] = ContextVar("run")

_KEPT_FILTERS = tuple(
    re.findall(
        r"\w+",
        "abs batch default d first float int join last length count list lower map max min reject "
        "rejectattr reverse round select selectattr slice sort string sum title trim unique upper",
    )
)
_KEPT_TESTS = tuple(
    re.findall(
        r"\S+",
        "defined undefined none boolean true false number integer float string mapping sequence "
        "iterable odd even divisibleby in == != > >= < <= eq ne gt ge lt le",
    )
)
_DATE_PARTS = {"year", "month", "day"}
_RECORD_METHODS = {"items", "keys", "values", "get"}
_LOOP_PARTS = {
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "previtem",
    "nextitem",
}  # fmt: skip
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign,
    nodes.Name, nodes.NSRef, nodes.Const, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair,
    nodes.Keyword, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call, nodes.Getitem,
    nodes.Getattr, nodes.Slice, nodes.Concat, nodes.Compare, nodes.Operand, nodes.BinExpr,
    nodes.UnaryExpr,
)  # fmt: skip


class _Fence(NodeTransformer):
    """Refuse what is not listed; count what repeats."""

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        if not isinstance(node, _ALLOWED) or isinstance(node, nodes.Pow):
            raise TemplateAssertionError(
                f"模板语言不用 {type(node).__name__}（只用 if、for、set 和取值）", node.lineno or 1
            )
        return super().generic_visit(node, *args, **kwargs)

    def visit_For(self, node: nodes.For) -> nodes.Node:
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, "_counted", [], [], None, None, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return nodes.Filter(node, "_bounded", [], [], None, None, lineno=node.lineno)


def _counted(values: Iterable[object]) -> Iterator[object]:
    run = RUN.get()
    for value in values:
        run.rounds += 1
        if run.rounds > LIMIT_ROUNDS or time.monotonic() > run.deadline:
            raise TemplateError("模板中的循环次数过多，已停止，请检查 for 循环。")
        yield value


def _passing(function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, but a missing value stays missing: 【待填：…】 in a draft, else an error."""

    def filtered(value: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, Undefined):
            return str(value)
        if any(isinstance(argument, Undefined) for argument in args):
            return "".join(str(a) for a in args if isinstance(a, Undefined))
        return function(value, *args, **kwargs)

    return filtered


def _bounded(value: Any) -> Any:
    if isinstance(value, str) and len(value) > LIMIT_VALUE:
        raise TemplateError("模板拼接出的文字过长，已停止，请检查模板。")
    if isinstance(value, int | float) and abs(value) > 1e18:
        raise TemplateError("模板算出的数过大，已停止，请检查模板。")
    return value


def _limited_range(*bounds: int) -> range:
    span = range(*bounds)
    if len(span) > LIMIT_RANGE:
        raise TemplateError(f"模板中 range 的次数过多（上限 {LIMIT_RANGE}）。")
    return span


class Missing(Undefined):
    """A value not given: 【待填：名称】 in a draft."""

    __slots__ = ()

    def _words(self) -> str:
        name = self._undefined_name or ""
        run = RUN.get(None)
        return f"【待填：{(run.labels.get(name) if run else None) or name}】"

    def __str__(self) -> str:
        return self._words()

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        return False

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Missing(name=f"{self._undefined_name}.{name}")

    def __getitem__(self, name: Any) -> Any:
        return Missing(name=f"{self._undefined_name}.{name}")

    def _same(self, *_: Any) -> Any:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _same
    __truediv__ = __rtruediv__ = __round__ = __neg__ = _same

    def __lt__(self, other: Any) -> bool:  # type: ignore[override]
        return False

    __gt__ = __le__ = __ge__ = __lt__  # type: ignore[assignment]


class Required(StrictUndefined):
    """A value not given: an error with its path."""

    __slots__ = ()


class Fenced(ImmutableSandboxedEnvironment):
    """The one environment templates are compiled in."""

    intercepted_binops = frozenset(["+", "*", "%", "**", "-", "/", "//"])

    def __init__(self, *, draft: bool) -> None:
        super().__init__(
            undefined=Missing if draft else Required,
            autoescape=True,
            finalize=_final_draft if draft else _final,
            extensions=[],
        )
        kept = {name: self.filters[name] for name in _KEPT_FILTERS}
        own = {name: _passing(function) for name, function in FILTERS.items()}
        kept["join"] = own["连接"]
        self.filters = {**kept, **own, "_counted": _counted, "_bounded": _bounded}
        self.tests = {name: self.tests[name] for name in _KEPT_TESTS}
        self.globals = {"range": _limited_range}

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        return super()._generate(_Fence().visit(source), *args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key of a record first; then the few attributes that are data."""
        if isinstance(obj, Record):
            return self._entry(obj, attribute)
        if isinstance(obj, Missing):
            return getattr(obj, attribute)
        if isinstance(obj, Undefined):
            return self.undefined(name=f"{obj._undefined_name}.{attribute}")
        allowed = _LOOP_PARTS if isinstance(obj, LoopContext) else ()
        if isinstance(obj, date):
            allowed = _DATE_PARTS
        if attribute in allowed:
            return getattr(obj, attribute)
        if attribute.startswith("_"):
            raise SecurityError(attribute)
        return self.undefined(name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An entry of a record or a list."""
        if isinstance(obj, Record):
            return self._entry(obj, str(argument))
        if isinstance(obj, Missing):
            return obj[argument]
        try:
            return obj[argument] if isinstance(obj, list | tuple | str) else self.undefined()
        except (TypeError, LookupError):
            return self.undefined(name=str(argument))

    def _entry(self, obj: Record, key: str) -> Any:
        value = obj.get(key)
        if value is None:
            if key in _RECORD_METHODS:
                return getattr(obj, key)
            return self.undefined(name=f"{obj.path}.{key}" if obj.path else key)
        if "eid" in obj:
            RUN.get().cited.setdefault(id(obj), obj)
        return value

    def is_safe_callable(self, obj: Any) -> bool:
        """Only range and the reading methods of a record."""
        if obj is _limited_range:
            return True
        return isinstance(getattr(obj, "__self__", None), Record)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers, + also on text and lists of bounded length."""
        if isinstance(left, Undefined) or isinstance(right, Undefined):
            return left + right  # the undefined value says which it is, or stands for itself
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "**" or not (numbers or operator == "+"):
            raise TemplateError(f"模板中的“{operator}”只能用于数字。")
        if operator in ("/", "//", "%") and right == 0:
            raise TemplateError("模板中有除以零的算式，请检查数据。")
        if operator == "+" and not numbers and type(left) is not type(right):
            left, right = str(left), str(right)
        return _bounded(self.binop_table[operator](left, right))


def _final(value: Any) -> Any:
    """What is printed: whole numbers without .0, yes and no in Chinese, new paragraphs for lines."""
    if type(value) is str and "\n" not in value:
        return value
    if isinstance(value, str):
        return (
            value.replace("\n", "\a") if "\n" in value and not isinstance(value, Lines) else value
        )
    if value is True or value is False:
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.10g}" if abs(value) < 1e10 else f"{value:.2f}".rstrip("0").rstrip(".")
    if isinstance(value, date):
        return FILTERS["成文日期"](value)
    if isinstance(value, Undefined):
        return value
    if isinstance(value, dict | list | LoopContext) or callable(value):
        raise TemplateError("模板直接打印了一个列表或表，请改用 for 循环或写明其中的字段。")
    return value


def _final_draft(value: Any) -> Any:
    return str(value) if isinstance(value, Missing) else _final(value)
