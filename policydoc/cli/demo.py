"""`policydoc demo`: the main job on what we ship, end to end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from policydoc import pipeline
from policydoc.cli._files import write_whole
from policydoc.model import Policy

LEAD = "zhangye"
OTHERS = ("guizhou", "national")
COMPARISON = ("html", "docx", "xlsx")
REVIEW = ("html", "docx")
SUFFIXES = {"docx": ".docx", "html": ".html", "xlsx": ".xlsx"}


@click.command(name="demo")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("output"), help="输出文件夹。"
)
def COMMAND(output: Path) -> None:
    """演示：比较三份随附的政策，审查张掖文本，评判示例个案，生成全部公文。

    \b
    例：policydoc demo
        policydoc demo -o 演示结果
    """
    started = time.perf_counter()
    count = 0
    for title, make in _jobs():
        click.echo(f"【{title}】")
        for name, content in make():
            click.echo(f"  {write_whole(output / name, content)}")
            count += 1
    seconds = time.perf_counter() - started
    click.echo(f"共 {count} 个文件，用时 {seconds:.1f} 秒。示例个案为虚构，仅供演示。")
    sys.stdout.flush()


def _jobs() -> Iterator[tuple[str, Callable[[], Iterator[tuple[str, bytes]]]]]:
    lead, *others = (pipeline.load(name) for name in (LEAD, *OTHERS))
    yield "政策比较", lambda: _comparison([lead, *others])
    yield "草案审查", lambda: _review(lead, others[-1])
    yield "公文", lambda: _documents(lead)


def _comparison(policies: list[Policy]) -> Iterator[tuple[str, bytes]]:
    comparison = pipeline.compare(policies)
    for name in COMPARISON:
        yield f"条文对照{SUFFIXES[name]}", pipeline.publish(comparison, name)


def _review(policy: Policy, superior: Policy) -> Iterator[tuple[str, bytes]]:
    review = pipeline.review(policy, [superior])
    title = policy.identity.short_title or policy.identity.id
    for name in REVIEW:
        yield f"{title}审查{SUFFIXES[name]}", pipeline.publish(review, name)


def _documents(policy: Policy) -> Iterator[tuple[str, bytes]]:
    for name, title in pipeline.iter_forms():
        content = pipeline.generate(name, policy, pipeline.open_case(name, policy.identity.id))
        yield f"公文/{title}（{name}）.docx", content
