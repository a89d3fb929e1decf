"""Fifty kinds of file that must not hurt, made in a folder: each name with the function that writes it."""

from __future__ import annotations

import io
import os
import random
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.unit.readers.test_office import container
from tests.unit.readers.word import docx, level, lists, numbered, p, part

LINES = (
    "某市集群管理办法",
    "第一条　为了规范集群管理工作，制定本办法。",
    "第二条　本办法所称集群，是指在县域内聚集的中小企业。",
    "第三条　本办法自公布之日起施行。",
)
TEXT = "\n".join(LINES) + "\n"
WORD = "".join(map(p, LINES))
SECRET = Path("/etc/hostname")


def _deep() -> str:
    """Lists that go down and never come back in order."""
    labels = ("（{}）", "{}.", "（{}）", "①")
    chance = random.Random(1)
    lines = [
        labels[n % 4].format("三五八"[n % 3] if n % 4 == 0 else chance.randint(2, 90)) + "材料；"
        for n in range(80_000)
    ]
    return "\n".join(["第一条　下列材料：", *lines, "第二条　施行。"])


def package(members: Mapping[str, bytes | str]) -> bytes:
    """A zip package with these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return buffer.getvalue()


def _document(xml: str) -> bytes:
    return package({"word/document.xml": xml})


def _word_with(opening: str, body: str) -> bytes:
    """A document.xml with this between the XML declaration and the root."""
    xml = part("document", f"<w:body>{body}</w:body>").replace("?>", f"?>{opening}", 1)
    return _document(xml)


def _laughs() -> bytes:
    entities = '<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)
    )
    return _word_with(f"<!DOCTYPE x [{entities}]>", p("第一条　&a8;"))


def _traversal() -> bytes:
    buffer = io.BytesIO(docx(WORD))
    with zipfile.ZipFile(buffer, "a") as opened:
        opened.writestr("../../escaped.txt", "x")
        opened.writestr("../word/media/escaped.txt", "x")
    return buffer.getvalue()


def _automatic() -> bytes:
    labels = lists(level(0, "chineseCounting", "第%1条　"), level(1, "chineseCounting", "（%2）"))
    body = p("某市集群管理办法") + "".join(
        numbered(words, 1, at)
        for words, at in (
            ("为了规范管理，制定本办法。", 0),
            ("申报材料包括：", 0),
            ("申报书；", 1),
            ("证明材料。", 1),
            ("本办法自公布之日起施行。", 0),
        )
    )
    return docx(body, numbering=labels)


def _hidden_places() -> bytes:
    def run(text: str) -> str:
        return f"<w:r><w:t>{text}</w:t></w:r>"

    body = (
        p("某市集群管理办法")
        + f'<w:p><w:ins w:id="1" w:author="甲">{run("第一条　插入的条文。")}</w:ins>'
        + '<w:del w:id="2" w:author="甲"><w:r><w:delText>第九条　删去。</w:delText></w:r></w:del></w:p>'
        + f"<w:sdt><w:sdtContent>{p('第二条　内容控件中的条文。')}</w:sdtContent></w:sdt>"
        + f"<w:tbl><w:tr><w:tc>{p('第三条　表格中的条文。')}</w:tc></w:tr></w:tbl>"
        + f"<w:p><w:hyperlink>{run('第四条　链接中的条文。')}</w:hyperlink></w:p>"
        + "<w:p><w:r><w:t>第五条　软回车前的条文。</w:t><w:br/><w:t>第六条　软回车后的条文。</w:t></w:r></w:p>"
    )
    return docx(body)


def _rtf() -> bytes:
    words = "".join(
        "".join(f"\\u{ord(c) - 65536 if ord(c) > 32767 else ord(c)}?" for c in line) + "\\par\n"
        for line in LINES
    )
    return ("{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0 SimSun;}}\\f0 " + words + "}").encode()


def _page(inner: str, charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>办法</title></head>'
        f"<body>{inner}</body></html>"
    )


def _scripted() -> str:
    words = "".join(f"<p>{line}</p>" for line in LINES)
    hostile = (
        "<script>document.write('第八条　脚本。')</script><style>p:before{content:'第九条'}</style>"
        "<!-- 第十条　注释。 --><iframe src='http://127.0.0.1:9/'>第十一条</iframe>"
        "<img src='http://127.0.0.1:9/x.png' onerror='alert(1)'>"
        "<div style='display:none'>第十二条　隐藏。</div>"
        "<noscript>第十三条</noscript>"
    )
    return _page(f"<div class='content'>{hostile}{words}{hostile}</div>")


def pdf(pages: list[list[str]], encrypted: bool = False) -> bytes:
    """A PDF by hand whose Chinese words stand in Adobe's own encoding, line by line."""
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
        b"/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>",
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]"
        b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(
            f"BT /F1 14 Tf 72 {760 - 24 * place} Td <{line.encode('utf-16-be').hex()}> Tj ET\n"
            for place, line in enumerate(lines)
        )
        stream = (shown or "0 0 300 300 re f\n").encode()
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {7 + 2 * number} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>".encode(),
            f"<</Length {len(stream)}>>stream\n".encode() + stream + b"\nendstream",
        ]
    if encrypted:
        key = "ab" * 32
        objects.append(f"<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>".encode())
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj".encode() + content + b"endobj\n"
    lock = f"/Encrypt {len(objects)} 0 R/ID[<00><00>]" if encrypted else ""
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{lock}>>\nstartxref\n{len(body)}\n%%EOF"
    return body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def _loop(path: Path) -> None:
    path.mkdir()
    (path / "甲.txt").write_text(TEXT, encoding="utf-8")
    (path / "上级").symlink_to("..")
    (path / "自己").symlink_to(".")
    (path / "自身").symlink_to("自身")
    (path / "无").symlink_to("没有的文件")
    (path / "又名.txt").symlink_to("甲.txt")


def _mixed() -> bytes:
    return (TEXT * 3).encode() + (TEXT * 3).encode("gb18030")


Write = Callable[[Path], None]


def _file(content: Callable[[], bytes | str]) -> Write:
    def write(path: Path) -> None:
        made = content()
        path.write_bytes(made.encode() if isinstance(made, str) else made)

    return write


def _of_text(path: Path) -> None:
    path.write_text(TEXT, encoding="utf-8")


ODD_NAMES = (
    "41-换 行\n名.txt", "41- 前空格 '引号\".txt", "41-😀" + "长" * 60 + ".txt", "41-..%2f..%2fx.txt",
    "-41-rf.txt", "41-<b>&amp;.txt", os.fsdecode(b"41-\xc4\xe3\xba\xc3.txt"),
)  # fmt: skip

# name → (what writes it, want, articles, seconds, megabytes); want is "ok", "warn" or "error",
# "old" for formats that are read where LibreOffice is installed and else refused.
BAD_INPUTS: dict[str, tuple[Write, str, int | None, int, int]] = {
    "01-empty.txt": (_file(lambda: b""), "error", None, 10, 500),
    "02-blank.txt": (_file(lambda: "\ufeff \n\u3000\t\r\n"), "error", None, 10, 500),
    "03-binary.txt": (
        _file(lambda: random.Random(3).randbytes(40_000)),
        "error",
        None,
        10,
        500,
    ),
    "04-gbk.txt": (_file(lambda: TEXT.encode("gb18030")), "ok", 3, 10, 500),
    "05-utf16le-bom.txt": (
        _file(lambda: b"\xff\xfe" + TEXT.encode("utf-16-le")),
        "ok",
        3,
        10,
        500,
    ),
    "06-utf16be-nobom.txt": (_file(lambda: TEXT.encode("utf-16-be")), "warn", 3, 10, 500),
    "07-mixed-encoding.txt": (_file(_mixed), "error", None, 10, 500),
    "08-cut-in-a-character.txt": (
        _file(lambda: (TEXT + "抄送：某局").encode()[:-1]),
        "warn",
        3,
        10,
        500,
    ),
    "09-one-line-50mb.txt": (
        _file(lambda: "第一条　" + "县级以上人民政府应当加强集群培育工作。" * 930_000),
        "ok",
        1,
        60,
        2000,
    ),
    "10-deep-nesting.txt": (_file(_deep), "ok", 2, 20, 1000),
    "11-brackets-100k.txt": (
        _file(lambda: "第一条　" + "（《“【" * 100_000 + "\n第二条　施行。\n"),
        "ok",
        2,
        10,
        500,
    ),
    "12-label-bomb.txt": (
        _file(
            lambda: (
                "第一条　范围。\n第"
                + "一" * 300_000
                + "\n（"
                + "十" * 300_000
                + "\n第"
                + "9" * 300_000
                + "条　末。\n"
            )
        ),
        "ok",
        1,
        10,
        500,
    ),
    "13-no-articles.txt": (
        _file(lambda: "关于做好有关工作的说明\n\n这是一段没有条文的文字。\n这是第二段。\n"),
        "warn",
        0,
        10,
        500,
    ),
    "14-toc-only.txt": (
        _file(lambda: "目　录\n第一章　总则\n第二章　申报与认定\n第三章　监督管理\n第四章　附则\n"),
        "warn",
        0,
        10,
        500,
    ),
    "15-nul-bytes.txt": (
        _file(lambda: TEXT.replace("\n", "\n\0") + "\0" * 1_000_000),
        "warn",
        3,
        10,
        500,
    ),
    "16-huge-number.txt": (
        _file(
            lambda: (
                "第一条　总则。\n第九千九百九十九万条　其他。\n第99999999999999999999条　再次。\n"
                "第二条　附则。\n"
            )
        ),
        "warn",
        None,
        10,
        500,
    ),
    "17-zip-bomb.docx": (
        _file(lambda: _document(part("document", " " * 190_000_000))),
        "error",
        None,
        10,
        400,
    ),
    "18-xml-bomb.docx": (
        _file(lambda: _document(part("document", f"<w:body>{'<w:p/>' * 15_000_000}</w:body>"))),
        "error",
        None,
        20,
        800,
    ),
    "19-xxe.docx": (
        _file(
            lambda: _word_with(
                f'<!DOCTYPE x [<!ENTITY x SYSTEM "file://{SECRET}">]>', p("第一条　&x;")
            )
        ),
        "error",
        None,
        10,
        500,
    ),
    "20-billion-laughs.docx": (_file(_laughs), "error", None, 10, 500),
    "21-broken-xml.docx": (
        _file(lambda: _document(part("document", f"<w:body>{WORD}")[:-40])),
        "error",
        None,
        10,
        500,
    ),
    "22-no-document-part.docx": (
        _file(lambda: package({"甲.xml": "<x/>"})),
        "error",
        None,
        10,
        500,
    ),
    "23-cut.docx": (
        _file(
            lambda: docx(
                WORD + p("".join(map(chr, random.Random(4).choices(range(0x4E00, 0x9000), k=900))))
            )[:600]
        ),
        "error",
        None,
        10,
        500,
    ),
    "24-path-traversal.docx": (_file(_traversal), "ok", 3, 10, 500),
    "25-text-named.docx": (_of_text, "warn", 3, 10, 500),
    "26-docx-named.txt": (_file(lambda: docx(WORD)), "warn", 3, 10, 500),
    "27-automatic-numbers.docx": (_file(_automatic), "ok", 3, 10, 500),
    "28-hidden-places.docx": (_file(_hidden_places), "ok", 6, 10, 500),
    "29-password.docx": (
        _file(lambda: container("Root Entry", "EncryptionInfo", "EncryptedPackage")),
        "error",
        None,
        10,
        500,
    ),
    "32-rtf-named.doc": (_file(_rtf), "old", 3, 20, 500),
    "33-html-named.doc": (
        _file(
            lambda: _page("".join(f"<p>{line}</p>" for line in LINES), "gb2312").encode("gb18030")
        ),
        "warn",
        3,
        10,
        500,
    ),
    "34-script.html": (_file(_scripted), "ok", 3, 10, 500),
    "35-deep.html": (
        _file(
            lambda: _page(
                "<div>" * 30_000 + "".join(f"<p>{line}</p>" for line in LINES) + "</div>" * 30_000
            )
        ),
        "ok",
        3,
        20,
        500,
    ),
    "36-text.pdf": (_file(lambda: pdf([list(LINES)])), "ok", 3, 10, 500),
    "37-cut.pdf": (
        _file(lambda: pdf([list(LINES)])[: len(pdf([list(LINES)])) // 2]),
        "error",
        None,
        10,
        500,
    ),
    "38-password.pdf": (
        _file(lambda: pdf([list(LINES)], encrypted=True)),
        "error",
        None,
        10,
        500,
    ),
    "39-scan.pdf": (_file(lambda: pdf([[], []])), "error", None, 10, 500),
    "40-loop": (_loop, "warn", 3, 10, 500),
    **{name: (_of_text, "ok", 3, 10, 500) for name in ODD_NAMES},
    "42-pipe.txt": (os.mkfifo, "error", None, 10, 500),
    "43-folder.txt": (lambda path: path.mkdir(), "error", None, 10, 500),
    "44-missing.txt": (lambda path: None, "error", None, 10, 500),
}
