"""`policydoc check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from policydoc import pipeline
from policydoc.cli._files import write_whole
from policydoc.errors import ReadError
from policydoc.model import Severity

FORMATS = ("text", "json", "sarif", "html", "docx", "markdown")


@click.command(name="check")
@click.argument("policy", metavar="政策", required=False)
@click.option("--rules", "list_rules", is_flag=True, help="列出全部审查规则（Markdown）。")
@click.option("--against", multiple=True, metavar="上位政策", help="对照的上位文件，可重复。")
@click.option(
    "--batch", multiple=True, metavar="同批文件", help="同一批的其他文件，核对名单和目标，可重复。"
)
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="text", help="格式。")
@click.option(
    "--fix", is_flag=True, help="确定而机械的改正写成修订痕迹，另存为 -o 指定的 Word 文件。"
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="写入文件，默认打印。")
def COMMAND(
    policy: str | None,
    list_rules: bool,
    against: tuple[str, ...],
    batch: tuple[str, ...],
    format_name: str,
    fix: bool,
    output: Path | None,
) -> None:
    """审查一份草案，可对照上位文件；有错误或警告时退出码为 1。

    \b
    例：policydoc check zhangye
        policydoc check 草案.docx --against national --format docx -o 批注稿.docx
        policydoc check 草案.docx --fix -o 修订稿.docx
        policydoc check 公示.docx --batch 申报表.docx --batch 推荐汇总表.docx

    \b
    已认可的意见写在草案旁边的 草案.docx.review.toml（收入 policies/ 的为 review.toml）：
        [[accept]]
        rule = "hedged-quota"
        words = "计划认定10个左右"
        reason = "经市政府同意保留"
    本地对有效期等的上限写在其中的 [settings]，如 validity_years = 5。
    """
    if list_rules:
        click.echo(pipeline.rule_catalogue(), nl=False)
        return
    if policy is None:
        raise click.UsageError("缺少参数“政策”")
    superiors, others = ([pipeline.load(name) for name in names] for names in (against, batch))
    review = pipeline.review_draft(policy, superiors, others)
    if fix:
        _write(_place(output, "--fix 的修订稿"), pipeline.corrected(review))
    elif format_name == "docx":
        place = _place(output, "Word 批注稿")
        _write(place, pipeline.publish(review, "docx"))
        _write(place.with_stem(f"{place.stem}（意见汇总）"), pipeline.review_summary(review))
    elif output is not None:
        _write(output, pipeline.publish(review, format_name))
    else:
        click.echo(pipeline.publish(review, format_name), nl=False)
    sys.exit(int(any(f.severity is not Severity.NOTE and not f.accepted for f in review.findings)))


def _place(output: Path | None, what: str) -> Path:
    if output is None:
        raise ReadError(f"{what}不能打印在屏幕上，请用 -o 指定 .docx 文件。")
    return output


def _write(place: Path, content: bytes) -> None:
    click.echo(f"已写入 {write_whole(place, content)}", err=True)
