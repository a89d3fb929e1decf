"""Our PDF reader against PDFium's own text of each page, in one run; 155 pages must stay under 2 s.

Run: python benchmarks/read_pdf.py
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc.readers import from_bytes
from tests.bad_inputs import pdf

PAGES = (10, 50, 155)
LINE = "第一条　为了“规范”集群管理工作，制定本办法，促进中小企业发展，加强集群。"
LINES_OF_A_PAGE = 30


def bare(content: bytes) -> None:
    """The peer: PDFium's characters, in its own order, no paragraphs."""
    for page in pypdfium2.PdfDocument(content):
        page.get_textpage().get_text_range()


def main() -> None:
    print("pages  ours s  PDFium s  ratio")
    for pages in PAGES:
        content = pdf([[LINE] * LINES_OF_A_PAGE] * pages)
        start = time.perf_counter()
        from_bytes(content, "a.pdf")
        ours = time.perf_counter() - start
        start = time.perf_counter()
        bare(content)
        theirs = time.perf_counter() - start
        print(f"{pages:5}  {ours:6.2f}  {theirs:8.2f}  {ours / theirs:5.1f}")


if __name__ == "__main__":
    main()
