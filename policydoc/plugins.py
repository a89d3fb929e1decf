"""The shapes a plug-in may take, and how an open folder is read: the folder is the registry."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib import import_module
from typing import TypeVar, cast

from policydoc.model import (
    Comparison,
    Fact,
    Finding,
    Policy,
    Redline,
    Repeal,
    Review,
    Severity,
    Source,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """READER of readers/<format>.py: `claims` looks at the first bytes and the suffix.

    `name` is the type in Chinese; `suffixes` are those that do not surprise for it. `read` takes
    the whole content and the name of the file (docs/adr/0020).
    `rank` orders the readers where several claim a file: the lowest is asked first.
    """

    name: str
    suffixes: tuple[str, ...]
    claims: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Source]
    rank: int = 50


@dataclass(frozen=True, slots=True)
class Extractor:
    """EXTRACTOR of extractors/<kind>.py; sees a policy without facts."""

    extract: Callable[[Policy], Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside the draft.

    `comparisons` hold the draft (first) against one superior each; `settings` are local caps;
    `batch` are the other documents of one batch (申报表、汇总表、公示), which must agree with it.
    `peers` are the other texts of the workspace, `peer_comparisons` the draft (first) against
    each of its own level; `repeals` are what the data files know to be no longer in force.
    """

    superiors: tuple[Policy, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    settings: dict[str, object] = field(default_factory=dict)
    batch: tuple[Policy, ...] = ()
    peers: tuple[Policy, ...] = ()
    peer_comparisons: tuple[Comparison, ...] = ()
    repeals: tuple[Repeal, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """RULE of rules/<rule_name>.py; the file's name with hyphens is the rule's name."""

    severity: Severity
    basis: str
    check: Callable[[Policy, Context], Iterable[Finding]]
    certain: bool = True
    group: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """WRITER of writers/<format>.py."""

    suffix: str
    write: Callable[[Policy], bytes]


@dataclass(frozen=True, slots=True)
class Report:
    """REPORT of reports/<format>.py: what it can show, each as bytes.

    `linked` is a comparison with links into the HTML page of that file name beside it.
    """

    suffix: str
    comparison: Callable[[Comparison], bytes] | None = None
    review: Callable[[Review], bytes] | None = None
    redline: Callable[[Redline], bytes] | None = None
    linked: Callable[[Comparison, str], bytes] | None = None


Shape = TypeVar("Shape", Reader, Extractor, Rule, Writer, Report)
_DISCOVERED: dict[str, object] = {}


def discover(folder: str, shape: type[Shape]) -> dict[str, Shape]:
    """Import every module of the package `folder`, sorted, and take its constant.

    The constant is named as the shape in capitals (READER, RULE, …). Modules whose name begins
    with an underscore are shared knowledge, not plug-ins. Keys use hyphens for underscores.

    Raises:
        TypeError: A module has no such constant.
    """
    if (known := _DISCOVERED.get(folder)) is not None:
        return cast("dict[str, Shape]", known)
    found = {name: _plugin(folder, shape, name) for name in _names(folder)}
    _DISCOVERED[folder] = found
    return found


def find(folder: str, shape: type[Shape], name: str) -> Shape:
    """The plug-in of that name alone: the others, and what they import, stay asleep.

    Raises:
        KeyError: The folder has no such plug-in.
        TypeError: Its module has no such constant.
    """
    if name not in _names(folder):
        raise KeyError(name)
    return _plugin(folder, shape, name)


def _names(folder: str) -> list[str]:
    modules = sorted(m.name for m in pkgutil.iter_modules(import_module(folder).__path__))
    return [name.replace("_", "-") for name in modules if not name.startswith("_")]


def _plugin(folder: str, shape: type[Shape], name: str) -> Shape:
    module, constant = f"{folder}.{name.replace('-', '_')}", shape.__name__.upper()
    plugin = getattr(import_module(module), constant, None)
    if not isinstance(plugin, shape):
        raise TypeError(f"{module} has no {constant} of type {shape.__name__}")
    return plugin
