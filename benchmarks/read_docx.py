"""Our .docx reader against python-docx's own `Document(...).paragraphs` loop, in one run.

Run: python benchmarks/read_docx.py
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docx import Document

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc.readers import from_bytes


def sample(paragraphs: int) -> bytes:
    document = Document()
    document.add_heading("某市管理办法", 0)
    for number in range(1, paragraphs + 1):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"第{number}条　").bold = True
        paragraph.add_run("为了规范本市的管理工作，根据有关法律法规，结合实际，制定本办法。")
    table = document.add_table(20, 3)
    for row in table.rows:
        for cell in row.cells:
            cell.text = "指标"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def seconds(call: Callable[[], object], repeats: int) -> float:
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    print("paragraphs  ours ms  python-docx ms  ratio")
    for paragraphs, repeats in ((100, 15), (2_000, 7), (20_000, 3)):
        content = sample(paragraphs)
        ours = seconds(lambda: from_bytes(content, "a.docx"), repeats)  # noqa: B023
        peer = seconds(
            lambda: [p.text for p in Document(BytesIO(content)).paragraphs],  # noqa: B023
            repeats,
        )
        print(f"{paragraphs:10}  {ours * 1000:7.1f}  {peer * 1000:14.1f}  {peer / ours:5.2f}")


if __name__ == "__main__":
    main()
