"""Documents a second: the prepared template against plain docxtpl, in one run, on one core.

    python benchmarks/generate.py [--documents 10000]

The template is eight paragraphs in a loop and a table of five rows in a loop. Both ways get the
same sandboxed environment and the same data, and must write the same word/document.xml.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc import pipeline
from policydoc.generation.context import Subject
from policydoc.generation.documents import filled_form
from policydoc.generation.fields import open_form
from policydoc.generation.plain import Record, record
from policydoc.generation.sandbox import RUN, Run
from policydoc.generation.word import MAIN, environment, render


def template() -> bytes:
    """Eight paragraphs and five rows, each in a loop, and text that stays."""
    from policydoc.gongwen import Document, Paragraph, Table, build

    blocks = (
        Paragraph("{{ title }}", "公文标题"),
        *(Paragraph("固定的正文，占去几行，填写时不变。" * 3) for _ in range(6)),
        Paragraph("{%p for p in paragraphs %}"),
        Paragraph("{{ p.text }}（{{ p.date | 成文日期 }}）"),
        Paragraph("{%p endfor %}"),
        Table(
            (
                ("序号", "名称", "数值"),
                ("{%tr for r in rows %}",),
                ("{{ loop.index }}", "{{ r.name }}", "{{ r.value }}"),
                ("{%tr endfor %}",),
            ),
            (20, 90, 46),
        ),
    )
    return build(Document(blocks, title="基准"))


def case(number: int) -> Record:
    """The data of one document."""
    return record(
        {
            "title": f"第{number}号文件",
            "paragraphs": [
                {"text": f"第{i}段 & <{number}>", "date": "2026-03-16"} for i in range(8)
            ],
            "rows": [{"name": f"第{i}行", "value": i * number} for i in range(5)],
        }
    )


def plain(content: bytes, given: Record) -> bytes:
    """docxtpl as its manual says, sandboxed and escaping."""
    from docxtpl import DocxTemplate

    token = RUN.set(Run(deadline=time.monotonic() + 60))
    try:
        document = DocxTemplate(io.BytesIO(content))
        document.render(given, jinja_env=environment(), autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()
    finally:
        RUN.reset(token)


def main_part(content: bytes) -> bytes:
    """word/document.xml of a .docx."""
    return zipfile.ZipFile(io.BytesIO(content)).read(MAIN)


def rate(make: object, count: int) -> float:
    """Documents a second over `count` different cases."""
    cases = [case(number) for number in range(count)]
    started = time.perf_counter()
    for one in cases:
        make(one)  # type: ignore[operator]
    return count / (time.perf_counter() - started)


def memory() -> float:
    """Resident memory in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    """Print the rates, the ratio, whether the documents agree, and memory over many."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=10_000)
    many = parser.parse_args().documents
    content = template()
    same = all(
        main_part(plain(content, case(n))) == main_part(render(content, case(n))) for n in range(5)
    )
    ratios = []
    for _ in range(3):
        peer = rate(lambda one: plain(content, one), 30)
        ours = rate(lambda one: render(content, one), 600)
        ratios.append(ours / peer)
        print(f"docxtpl {peer:7.1f}/s   ours {ours:7.1f}/s   ratio {ours / peer:5.1f}")
    print(f"best ratio {max(ratios):.1f}; word/document.xml identical: {same}")

    for number in range(500):
        render(content, case(number))
    before = memory()
    for number in range(many):
        render(content, case(number))
    print(f"memory {before:.1f} MB → {memory():.1f} MB over {many} documents")

    policy = pipeline.load("zhangye")
    for name in ("public-notice", "application"):
        data = pipeline.open_case(name)
        verdicts = pipeline.assess(policy, data)
        form = open_form(name)
        filled_form(form, Subject(policy, data, verdicts))
        started = time.perf_counter()
        for _ in range(20):
            filled_form(form, Subject(policy, data, verdicts))
        print(f"{name}: {20 / (time.perf_counter() - started):.0f} whole documents a second")


if __name__ == "__main__":
    main()
