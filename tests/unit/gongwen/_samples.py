"""A full notice made of invented words, and files with one fault each made from it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from policydoc.gongwen import (
    GBT9704,
    Colophon,
    Document,
    Head,
    Profile,
    Run,
    Section,
    Table,
    elements,
)

SENTENCE = (
    "为贯彻落实促进中小企业特色产业集群发展的有关要求，进一步提升专业化、特色化、集群化发展水平，"
    "增强产业链供应链韧性和关键环节配套能力，结合实际，现就有关事项通知如下"
)


def notice(profile: Profile = GBT9704, *, sealed: bool = True) -> Document:
    """版头 to 版记, two annexes, a landscape table."""
    return Document(
        (
            *elements.title("示例市工业和信息化局关于组织开展\n产业集群申报工作的通知"),
            *elements.addressee("各县（区）工业和信息化局，各有关单位："),
            *elements.body(f"{SENTENCE}。"),
            elements.heading(1, "一、申报条件"),
            elements.run_in(2, "（一）主导产业突出。", f"{SENTENCE}。"),
            elements.heading(2, "（二）总体要求"),
            elements.heading(3, f"1.{SENTENCE}。"),
            elements.heading(4, f"（1）{SENTENCE}。"),
            elements.heading(1, "二、工作要求"),
            *elements.body(f"{SENTENCE}；请认真抓好落实。"),
            *elements.enclosures(
                ("示例市中小企业特色产业集群申报表以及有关佐证材料清单和填报说明", "推荐汇总表")
            ),
            *elements.signature(("示例市工业和信息化局",), "2026年3月5日", sealed=sealed),
            *elements.note("此件公开发布"),
            *elements.annex("附件1", "产业集群申报表"),
            *elements.body(f"{SENTENCE}。"),
            Table((("序号", "名称"), ("1", "示例集群")), widths=(56, 100)),
            Section(landscape=True),
            *elements.annex("附件2", "推荐汇总表"),
            Table((("序号", "名称"), ("1", "示例集群")), widths=(56, 169)),
        ),
        head=Head("示例市工业和信息化局文件", "示工信发〔2026〕12号", "000123", "机密★1年", "特急"),
        colophon=Colophon(
            "市委办公室，市政府办公室。", "示例市工业和信息化局办公室", "2026年3月6日印发"
        ),
        profile=profile,
        title="关于组织开展产业集群申报工作的通知",
    )


def upward(signers: tuple[str, ...] = ("张某某", "李某某", "王某某")) -> Document:
    """A 请示 with signers."""
    return Document(
        (
            *elements.title("示例市工业和信息化局关于有关事项的请示"),
            *elements.addressee("示例市人民政府："),
            *elements.body((Run(f"{SENTENCE}。"),), "妥否，请批示。"),
            *elements.signature(("示例市工业和信息化局",), "2026年3月5日"),
        ),
        head=Head("示例市工业和信息化局文件", "示工信呈〔2026〕3号", signers=signers),
    )


def letter(serial: str = "") -> Document:
    """A 函."""
    return Document(
        (
            *elements.title("示例市工业和信息化局关于推荐产业集群的函"),
            *elements.addressee("示例省工业和信息化厅："),
            *elements.body(f"{SENTENCE}。"),
            *elements.signature(("示例市工业和信息化局",), "2026年3月5日"),
            *elements.note("联系人：张某某"),
        ),
        head=Head("示例市工业和信息化局", "示工信函〔2026〕8号", serial),
        colophon=Colophon("市政府办公室。"),
        form="letter",
    )


@dataclass(frozen=True)
class Fault:
    """Replace `old` by `new` in a part of the good file; the finding to expect."""

    name: str
    rule: str
    old: str
    new: str
    part: str = "word/document.xml"
    count: int = -1


def broken(content: bytes, fault: Fault) -> bytes:
    """The good file with that one fault."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(buffer, "w") as target,
    ):
        for name in source.namelist():
            text = source.read(name).decode("utf-8")
            if name == fault.part:
                assert fault.old in text, f"{fault.name}: {fault.old} is not in {name}"
                text = text.replace(fault.old, fault.new, fault.count)
            target.writestr(name, text)
    return buffer.getvalue()
