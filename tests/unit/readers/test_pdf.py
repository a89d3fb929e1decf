from __future__ import annotations

import pytest

from policydoc.errors import ReadError
from policydoc.model import Line
from policydoc.readers import from_bytes


def pdf(*pages: str) -> bytes:
    """A PDF by hand; the words of a page stand in one line of Helvetica."""
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
    ]
    for number, words in enumerate(pages):
        stream = f"BT /F1 12 Tf 90 500 Td ({words}) Tj ET" if words else ""
        font = "<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {4 + 2 * number} 0 R"
            f"/Resources<</Font{font}>>>>",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def test_the_text_layer_is_read_and_pages_without_are_named() -> None:
    source = from_bytes(pdf("Article 1", "", "Article 2"), "a.pdf")
    words = " ".join(b.text for b in source.blocks if isinstance(b, Line))
    assert words == "Article 1 Article 2"
    [finding] = source.findings
    assert "第 2 页没有文字层" in finding.message


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (pdf(""), "没有文字层"),
        (pdf("Article 1")[:300], "已损坏"),
        (b"%PDF-1.4 nothing in it %%EOF", "已损坏"),
    ],
)
def test_a_pdf_that_gives_no_text_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(ReadError, match=sentence):
        from_bytes(content, "a.pdf")
