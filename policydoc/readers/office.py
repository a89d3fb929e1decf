"""Old Word, WPS, RTF and ODT: converted by LibreOffice where it is installed, else refused.

Every call has a profile of its own (two calls on one profile: the second writes nothing) with
macros switched off, a time limit, and a folder of its own. The result is .docx and goes through
our own walk, for LibreOffice's text output miscounts labels (docs/adr/0021).
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from policydoc.errors import ReadError
from policydoc.model import Severity, Source
from policydoc.plugins import Reader, find
from policydoc.readers._ole import MAGIC, stream_names
from policydoc.readers._text import doubt

if TYPE_CHECKING:
    import subprocess

LIMIT_SECONDS = 90
ADVICE = "请用 Word 或 WPS 打开后另存为 .docx 再试。"
RTF = b"{\\rtf"
ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
XML_2003 = b"<?mso-application"
# No macro runs, no linked picture is fetched: the proxy is a port where nobody answers.
CLOSED_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def _claims(head: bytes, suffix: str) -> bool:
    stripped = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    is_zipped = head.startswith(b"PK") and ODT in head[:200]
    is_xml = stripped.startswith(b"<?xml") and XML_2003 in head
    return head.startswith(MAGIC) or stripped.startswith(RTF) or is_zipped or is_xml


def _read(content: bytes, name: str) -> Source:
    import shutil

    kind, suffix = _kind(content, name)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReadError(
            f"{name} 是{kind}，本机没有 LibreOffice，不能直接读取，{ADVICE}", subject=name
        )
    converted = _converted(program, content, suffix, f"{name}（{kind}）")
    source = find("policydoc.readers", Reader, "docx").read(converted, name)
    message = f"{name} 是{kind}，已经由 LibreOffice 转换后读取，请核对自动编号。"
    note = doubt("converted", Severity.NOTE, message)
    digest = hashlib.sha256(content).hexdigest()
    return replace(source, sha256=digest, findings=(note, *source.findings))


def _kind(content: bytes, name: str) -> tuple[str, str]:
    """What the file is in Chinese, and the suffix LibreOffice knows it by.

    Raises:
        ReadError: Encrypted, or an Office file of another kind.
    """
    if not content.startswith(MAGIC):
        if content.startswith(b"PK"):
            return "ODT 文档", ".odt"
        is_rtf = content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(RTF)
        return ("RTF 文档", ".rtf") if is_rtf else ("Word 2003 XML 文档", ".xml")
    names = stream_names(content)
    if {"EncryptedPackage", "EncryptionInfo"} & names:
        raise ReadError(
            f"文件有密码保护：{name}，请在 Word 或 WPS 中取消密码，另存为 .docx 再试。",
            subject=name,
        )
    if {"Workbook", "Book"} & names:
        raise ReadError(f"{name} 是 Excel 表格，不是文字材料，请换成 .docx 或 .txt。", subject=name)
    if "PowerPoint Document" in names:
        raise ReadError(f"{name} 是演示文稿，不是文字材料，请换成 .docx 或 .txt。", subject=name)
    return (
        "WPS 文字文档（.wps）" if name.lower().endswith(".wps") else "旧版 Word 文档（.doc）"
    ), ".doc"


def _converted(program: str, content: bytes, suffix: str, shown: str) -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory(prefix="policydoc-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        profile = place / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(
            CLOSED_PROFILE, encoding="utf-8"
        )
        given = place / f"given{suffix}"
        given.write_bytes(content)
        _run(
            [
                program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
                "--nolockcheck", "--nologo", "--convert-to", "docx", "--outdir",
                str(place / "out"), str(given),
            ],
            shown,
        )  # fmt: skip
        result = place / "out" / "given.docx"
        if not result.is_file():
            raise ReadError(f"{shown} 无法转换，文件可能已损坏或有密码，{ADVICE}", subject=shown)
        return result.read_bytes()


def _run(command: list[str], shown: str) -> None:
    """Run LibreOffice with its children in a group of their own, so that none outlives the limit."""
    import subprocess

    try:
        running = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise ReadError(
            f"{shown} 转换失败：LibreOffice 启动不了，{ADVICE}", subject=shown
        ) from error
    try:
        running.wait(LIMIT_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            f"{shown} 转换超过 {LIMIT_SECONDS} 秒，已停止，{ADVICE}", subject=shown
        ) from error
    finally:
        _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    import signal

    if running.poll() is None:
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()
        running.wait()


READER = Reader(
    "旧版 Word、WPS、RTF 或 ODT 文档", (".doc", ".wps", ".wpt", ".rtf", ".odt", ".dot"), _claims,
    _read, rank=20,
)  # fmt: skip
