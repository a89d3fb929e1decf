"""`policydoc add`: a published text into policies/, byte for byte, with what it says of itself."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from policydoc import pipeline
from policydoc.cli._doubts import is_doubtful, print_doubts
from policydoc.cli._files import write_folder
from policydoc.model import Identity, Policy
from policydoc.model.names import LEVELS, STATUSES
from policydoc.workspace import new_policy_folder, settings_of_policy

# In the order they are printed; the key of policy.toml and how it is said.
NAMES = {
    "title": "标题", "genre": "文种", "issuers": "发文机关", "number": "发文字号", "issued": "发布日期",
    "effective": "施行日期", "expires": "有效期至", "region": "地区", "level": "层级",
    "short_title": "简称", "superiors": "上位政策",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is known of one key: from the text, from the person, and which was kept."""

    key: str
    said: object
    given: object

    @property
    def differs(self) -> bool:
        """Does the person say other than the text?"""
        return bool(self.said and self.given and self.said != self.given)


@click.command(name="add")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--id", "id_", metavar="编号", help="policies/ 下的文件夹名；默认取文件名。")
@click.option("--region", default="", metavar="地区", help="如 张掖市。")
@click.option("--level", type=click.Choice([*LEVELS]), help="层级：国家、省、市、县。")
@click.option("--issuer", "issuers", multiple=True, metavar="机关", help="发文机关，可重复。")
@click.option("--number", default="", metavar="文号", help="发文字号，如 某发〔2026〕1号。")
@click.option(
    "--issued",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="年-月-日",
    help="发布日期，如 2026-01-31。",
)
@click.option(
    "--effective", type=click.DateTime(["%Y-%m-%d"]), metavar="年-月-日", help="施行日期。"
)
@click.option(
    "--expires", type=click.DateTime(["%Y-%m-%d"]), metavar="年-月-日", help="有效期截止日期。"
)
@click.option("--short-title", default="", metavar="简称", help="对照表里用的简称。")
@click.option(
    "--status", "text_status", type=click.Choice([*STATUSES]), default="official",
    help="official 正式文本、draft 草案、digest 要点摘编（措辞不作比较）。",
)  # fmt: skip
@click.option("--superior", "superiors", multiple=True, metavar="编号", help="上位政策，可重复。")
def COMMAND(file: Path, id_: str | None, **given: object) -> None:
    """把一份公布的政策文件收入工作区的 policies/，原文一字不动，并记下校验值。

    文本自己写明的（标题、机关、日期等）以文本为准，选项只补充文本没有写的。文本有错误或警告时退出码为 1。

    \b
    例：policydoc add 某市集群管理办法.docx --id mou-city --region 某市 --level municipal
        policydoc add 通知.pdf --issuer 某市工业和信息化局 --issued 2026-01-31
    """
    place = new_policy_folder(file.stem if id_ is None else id_, is_named=id_ is not None)
    content, source = pipeline.read_with_bytes(file)
    policy = pipeline.parse(source, Identity(id=place.name))
    entries = [_Entry(key, getattr(policy.identity, key), _plain(given.get(key))) for key in NAMES]
    stored = {e.key: e.given for e in entries if e.given and not e.said}
    stored["text_status"] = given["text_status"]
    name = f"{place.name}{_suffix(file)}"
    settings = settings_of_policy(place.name, name, policy.sha256, stored)
    write_folder(place, {name: content, "policy.toml": settings.encode("utf-8")})
    _print(place, name, policy, entries)
    doubtful = is_doubtful(policy.findings) or any(entry.differs for entry in entries)
    sys.exit(int(doubtful))


def _plain(value: object) -> object:
    """An option's value as policy.toml holds it: text, or a tuple of texts."""
    if hasattr(value, "strftime"):
        return value.strftime("%Y-%m-%d")
    return value


def _suffix(file: Path) -> str:
    suffix = file.suffix.lower()
    return suffix if suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) < 7 else ".txt"


def _print(place: Path, name: str, policy: Policy, entries: list[_Entry]) -> None:
    click.echo(f"已收入 {place / name}")
    for entry in entries:
        if entry.said or entry.given:
            origin = "文本写明" if entry.said else "由您提供"
            click.echo(f"  {NAMES[entry.key]}：{_words(entry.said or entry.given)}（{origin}）")
    silent = [NAMES[e.key] for e in entries[:9] if not e.said and not e.given]
    if silent:
        click.echo(f"  文本没有写明：{'、'.join(silent)}")
    for entry in entries:
        if entry.differs:
            click.echo(
                f"警告：{NAMES[entry.key]}您提供的是{_words(entry.given)}，文本写的是"
                f"{_words(entry.said)}，以文本为准，未记录您提供的。",
                err=True,
            )
    print_doubts(policy.findings)


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(map(str, value))
    return LEVELS.get(str(value), str(value))
