"""`policydoc generate`."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import click

from policydoc import pipeline
from policydoc.chinese.characters import printable
from policydoc.chinese.citations import articles_with_paragraphs, cite
from policydoc.cli._files import write_whole
from policydoc.errors import PolicydocError, ReadError
from policydoc.model import Policy, Severity

CASES = (".toml", ".json", ".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Job:
    """One case of many: where it stands, its file, and the documents to make of it."""

    number: int
    place: str
    data: Path
    templates: tuple[str, ...]
    policy: str
    folder: Path
    draft: bool


Outcome = tuple[int, str, str, str, str, str]


@click.command(name="generate")
@click.argument("templates", nargs=-1, metavar="模板…")
@click.option("--policy", required=True, help="政策：文件或 policies/ 下的编号。")
@click.option("--data", type=click.Path(path_type=Path), help="个案数据，默认用模板自带的示例。")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="文件夹，默认 output/。")
@click.option("--all", "many", is_flag=True, help="批量：数据是一行一个案的表，或一个文件夹。")
@click.option("--pdf", is_flag=True, help="另存一份 PDF（需要 LibreOffice）。")
@click.option(
    "--check/--no-check", "proof", default=None,
    help="生成后核对数据、名单、年份、名额（逐件生成时默认核对，批量时默认不核对）。",
)  # fmt: skip
@click.option("--draft", is_flag=True, help="草稿：缺的内容印【待填：…】，不报错。")
@click.option("--even", is_flag=True, help="版记落在单数面的，移到下一面（需要 LibreOffice）。")
def COMMAND(
    templates: tuple[str, ...],
    policy: str,
    data: Path | None,
    output: Path | None,
    many: bool,
    pdf: bool,
    proof: bool | None,
    draft: bool,
    even: bool,
) -> None:
    """按模板、政策和个案数据生成公文（.docx）；核对出错误或警告时退出码为 1。

    \b
    例：policydoc generate application --policy zhangye --data 数据.xlsx -o 申报材料
        policydoc generate public-notice call-notice --policy guizhou --data 数据.toml --pdf
        policydoc generate application --policy zhangye --data 各集群.xlsx --all -o 批量
    """
    from policydoc.generation.fields import open_form

    if not templates:
        raise ReadError("请写明模板名，例如 application；policydoc template list 列出全部模板。")
    for name in templates:
        open_form(name)
    folder = output or Path("output")
    if many:
        written, failed = _many(templates, policy, data, folder, draft=draft)
    else:
        written, failed = list(_one_case(templates, policy, data, folder, draft=draft)), 0
    if even:
        _to_even_pages(written)
    if proof or (proof is None and not many):
        failed += _doubts(written, policy, one_case=not many)
    if pdf:
        _to_pdf(written)
    sys.exit(1 if failed else 0)


def _one_case(
    templates: Iterable[str], name: str, data: Path | None, folder: Path, *, draft: bool
) -> Iterator[Path]:
    policy = pipeline.load(name)
    for template in templates:
        if data is None and Path(template).suffix:
            raise ReadError(f"自备模板 {template} 没有随附的示例数据，请用 --data 指明数据文件。")
        case = pipeline.open_case(data if data is not None else template, policy.identity.id)
        if data is None:
            click.echo(f"{template}：没有给 --data，用随附的示例数据。", err=True)
        content = pipeline.generate(template, policy, case, draft=draft)
        path = write_whole(folder / file_name(policy, template), content)
        click.echo(f"已写入 {path}")
        yield path


def _doubts(written: list[Path], policy: str, *, one_case: bool) -> int:
    """Print what a check of the documents finds; returns how many are more than notes."""
    contents = [path.read_bytes() for path in written]
    found = pipeline.proofread(contents, pipeline.load(policy), one_case=one_case)
    several = [finding for _, findings in found for finding in findings]
    for path, (document, findings) in zip(written, found, strict=True):
        known = articles_with_paragraphs(document)
        for finding in findings:
            sure = "" if finding.certain else "（供参考）"
            place = cite(finding.eid, known) if finding.eid else "全文"
            click.echo(
                f"{finding.severity.word}{sure}：{path.name} {place}“{printable(finding.quote)}”："
                f"{printable(finding.message)}{finding.suggestion}",
                err=True,
            )
    return sum(finding.severity is not Severity.NOTE for finding in several)


def file_name(policy: Policy, template: str, lead: str = "") -> str:
    """The name of a document's file: what it is, by which policy, of which case."""
    from policydoc.generation.fields import open_form

    words = "-".join(part for part in (lead, policy.identity.id, open_form(template).title) if part)
    return re.sub(r'[\x00-\x1f\\/:*?"<>|]', "_", words)[:80].strip(" .") + ".docx"


def _many(
    templates: tuple[str, ...], policy: str, data: Path | None, folder: Path, *, draft: bool
) -> tuple[list[Path], int]:
    """Every case of the table; returns the files written and how many failed."""
    if data is None:
        raise ReadError("批量生成要用 --data 指明数据表（.xlsx、.csv）或存放个案文件的文件夹。")
    pipeline.load(policy)
    with tempfile.TemporaryDirectory() as scratch:
        jobs = [
            Job(number, place, path, templates, policy, folder, draft)
            for number, (place, path) in enumerate(_cases(data, Path(scratch)), 1)
        ]
        outcomes = sorted(_run(jobs))
    report = write_whole(folder / "生成报告.csv", _report(outcomes))
    failed = [outcome for outcome in outcomes if outcome[3] != "成功"]
    click.echo(
        f"共 {len(outcomes)} 件，成功 {len(outcomes) - len(failed)} 件，失败 {len(failed)} 件。"
    )
    for _, place, template, _, _, reason in failed[:20]:
        click.echo(f"失败：{place} {template}：{reason}", err=True)
    click.echo(f"逐行结果见 {report}")
    return [Path(outcome[4]) for outcome in outcomes if outcome[3] == "成功"], len(failed)


def _cases(data: Path, scratch: Path) -> Iterator[tuple[str, Path]]:
    """(place, file) of every case: files of a folder, or rows written out as files."""
    if data.is_dir():
        files = sorted(path for path in data.iterdir() if path.suffix.lower() in CASES)
        if not files:
            raise ReadError(f"文件夹 {data} 中没有个案文件（.toml、.json、.xlsx）。")
        yield from ((path.name, path) for path in files)
        return
    from policydoc.generation.rows import read_rows

    for number, (place, tree) in enumerate(read_rows(data), 1):
        path = scratch / f"{number}.json"
        path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
        yield place, path


def _run(jobs: list[Job]) -> Iterator[Outcome]:
    """Do the jobs on all processors; on a terminal with a bar."""
    from rich.progress import Progress

    with Progress(disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("生成公文", total=len(jobs))
        if len(jobs) < 8:
            for job in jobs:
                yield from work(job)
                progress.advance(task)
            return
        with ProcessPoolExecutor() as pool:
            for done in as_completed([pool.submit(work, job) for job in jobs]):
                yield from done.result()
                progress.advance(task)


_LOADED: dict[str, Policy] = {}


def work(job: Job) -> list[Outcome]:
    """The documents of one case; a fault is an outcome, not an error."""
    policy = _LOADED.get(job.policy) or _LOADED.setdefault(job.policy, pipeline.load(job.policy))
    outcomes: list[Outcome] = []
    for template in job.templates:
        try:
            case = pipeline.open_case(job.data, policy.identity.id)
            content = pipeline.generate(template, policy, case, draft=job.draft)
            name = file_name(policy, template, f"{job.number:03d}-{case.name}")
            path = write_whole(job.folder / name, content)
            outcomes.append((job.number, job.place, template, "成功", str(path), ""))
        except PolicydocError as error:
            outcomes.append((job.number, job.place, template, "失败", "", error.message))
    return outcomes


def _report(outcomes: Iterable[Outcome]) -> bytes:
    """The outcomes as CSV; cells that a spreadsheet would take for a formula are quoted."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["序号", "数据位置", "模板", "结果", "文件", "原因"])
    for outcome in outcomes:
        writer.writerow([f"'{c}" if str(c)[:1] in "=+-@" else c for c in outcome])
    return text.getvalue().encode("utf-8-sig")


def _to_even_pages(paths: Iterable[Path]) -> None:
    """Move the 版记 of each document that has it on an odd page."""
    from policydoc.gongwen.evening import with_even_colophon

    for path in paths:
        content = path.read_bytes()
        moved = with_even_colophon(content, path.name)
        if moved != content:
            click.echo(f"版记移到双数面：{write_whole(path, moved)}")


def _to_pdf(paths: list[Path]) -> None:
    from policydoc.gongwen.rendering import render_pdf

    replaced: dict[str, str] = {}
    for path in paths:
        rendered = render_pdf(path.read_bytes(), path.name)
        click.echo(f"已写入 {write_whole(path.with_suffix('.pdf'), rendered.pdf)}")
        replaced |= rendered.substituted
    if replaced:
        told = "、".join(f"{name}→{other}" for name, other in replaced.items())
        click.echo(f"本机没有下列字体，PDF 中已用别的字体代替：{told}。", err=True)
