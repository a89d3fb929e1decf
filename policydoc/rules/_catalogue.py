"""The rules as a reader looks them up: severity, basis, and the examples of their docstrings.

An example is the indented text below a line `Bad:` or `Good:`; a line `Superior:` or
`Batch:` above gives the text that the next examples are held against. A first line `# key = value` sets the identity.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

from policydoc.model import Explanation
from policydoc.plugins import Rule

BLOCK = re.compile(r"^(Superior|Batch|Bad|Good):\n((?:[ ]{4}.*\n|\n)+)", re.MULTILINE)
SETTING = re.compile(r"# (\w+) = (.*)\n")
GROUPS = {
    "A": "名称与自称",
    "B": "结构与编号",
    "C": "引用",
    "D": "门槛与数字",
    "E": "时间",
    "F": "主体与程序",
    "G": "合法性与上位文件",
    "H": "文字与标点",
    "I": "表格与通知",
    "J": "比较",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A text that must fire (Bad) or stay silent (Good), and what it is held against.

    `superior` is its superior, `batch` another document of its batch; "" where there is none.
    """

    rule: str
    fires: bool
    text: str
    superior: str
    batch: str = ""

    @property
    def plain(self) -> str:
        """The text without its settings."""
        return SETTING.sub("", self.text)

    @property
    def settings(self) -> dict[str, str]:
        """What the identity of the text is set to."""
        return dict(SETTING.findall(self.text))


def examples(name: str) -> Iterator[Example]:
    """The examples of the rule `name`, in the order of its docstring."""
    module = import_module(f"policydoc.rules.{name.replace('-', '_')}")
    above = {"Superior": "", "Batch": ""}
    for kind, block in BLOCK.findall(textwrap.dedent(module.__doc__ or "") + "\n"):
        text = textwrap.dedent(block).strip() + "\n"
        if kind in above:
            above[kind] = text
        else:
            yield Example(name, kind == "Bad", text, above["Superior"], above["Batch"])


def explain(name: str, rule: Rule) -> Explanation:
    """The rule with the first text of its docstring that is wrong and the first that is right."""
    shown = {fires: "" for fires in (True, False)}
    for example in reversed(list(examples(name))):
        shown[example.fires] = example.plain
    group = GROUPS.get(rule.group, "")
    return Explanation(
        name, rule.severity, rule.basis, rule.certain, group, shown[True], shown[False]
    )


def catalogue(rules: Mapping[str, Rule], said: Callable[[Example], str]) -> str:
    """All rules as Markdown, by group; `said` tells what the review says of an example."""
    lines = [
        "# 审查规则",
        "",
        f"共 {len(rules)} 条。标“确定”的，只在文字足以断定时报告；标“供参考”的是提示。",
    ]
    for group, title in GROUPS.items():
        mine = {name: rule for name, rule in rules.items() if rule.group == group}
        lines += ["", f"## {group}　{title}"] if mine else []
        for name, rule in mine.items():
            sure = "确定" if rule.certain else "供参考"
            lines += [
                "",
                f"### {name}",
                "",
                f"{rule.severity.word}，{sure}。依据：{rule.basis}。",
            ]
            for example in examples(name):
                lines += _shown(example, said)
    return "\n".join(lines) + "\n"


def _shown(example: Example, said: Callable[[Example], str]) -> list[str]:
    if not example.fires:
        return ["", "正例：", "", *_indented(example.plain)]
    shown = []
    for title, text in (("上位文件", example.superior), ("同批文件", example.batch)):
        shown += ["", f"{title}：", "", *_indented(SETTING.sub("", text))] if text else []
    shown += ["", "反例：", "", *_indented(example.plain)]
    return [*shown, "", f"意见：{said(example)}"]


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.splitlines()]
