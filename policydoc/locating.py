"""What a user names → what is read: a path, the id of a policy or template, - for standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from policydoc.chinese.characters import escaped
from policydoc.errors import ReadError
from policydoc.model import Identity, Source
from policydoc.workspace import find_folder, iter_ids, policy_settings


def open_source(name: str | Path, *, mend: bool = False) -> tuple[Source, Identity]:
    """What was read under that name, and what is known of it beside its text.

    With `mend`, a text of several encodings is read line by line, each doubt named, not refused.

    Raises:
        ReadError: Neither a file nor the id of a policy.
        SettingsError: The policy.toml of that id is wrong.
    """
    from policydoc.readers import LIMIT_BYTES, content_of, from_bytes

    if str(name) == "-":
        content = sys.stdin.buffer.read(LIMIT_BYTES + 1)
        return from_bytes(content, "标准输入", mend=mend), Identity(id="-")
    path, identity = _locate(name)
    return from_bytes(content_of(path), path.name, mend=mend), identity


def _locate(name: str | Path) -> tuple[Path, Identity]:
    folder = _policy_folder(name)
    if folder is not None:
        return policy_settings(folder)
    path = Path(name)
    if not path.exists() and not path.is_symlink():
        known = "、".join(iter_ids("policies", "policy.toml"))
        raise ReadError(
            f"找不到政策“{name}”：既不是文件，也不是 policies/ 下的编号（现有：{known}）。",
            subject=str(name),
        )
    return path, Identity(id=escaped(path.stem))


def _policy_folder(name: str | Path) -> Path | None:
    """The folder of the policy of that id, or that folder itself."""
    given = Path(name)
    return find_folder("policies", str(name), "policy.toml") or (
        given if (given / "policy.toml").is_file() else None
    )


def is_policy(name: str | Path) -> bool:
    """Is it the id of a policy, or the folder of one?"""
    return _policy_folder(name) is not None


def review_notes(name: str | Path) -> Path | None:
    """The review file beside a draft: review.toml of a policy, 草案.docx.review.toml of a file."""
    folder = _policy_folder(name)
    path = folder / "review.toml" if folder else Path(f"{name}.review.toml")
    return path if path.is_file() else None


def word_file(name: str | Path) -> bytes:
    """The bytes of a draft that is a .docx; b"" for every other draft."""
    folder = _policy_folder(name)
    path = policy_settings(folder)[0] if folder else Path(name)
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read() if file.peek(4)[:4] == b"PK\x03\x04" else b""


def uri_of(name: str | Path) -> str:
    """Where a file lies: relative to the working folder, absolute outside it; "" of no file."""
    from urllib.parse import quote

    if str(name) == "-":
        return ""
    path = Path(os.path.abspath(_locate(name)[0]))
    try:
        return quote(os.fsencode(path.relative_to(Path.cwd()).as_posix()))
    except ValueError:
        return path.as_uri()


def case_file(name: str | Path) -> Path:
    """The file of a case: a path, or the example of the template of that name.

    Raises:
        ReadError: Neither a file nor the name of a template with an example.
    """
    path = example_of(str(name)) or Path(name)
    if not path.is_file():
        known = "、".join(iter_ids("templates", "example.toml"))
        raise ReadError(
            f"找不到个案“{name}”：既不是文件，也不是带示例的模板名（现有：{known}）。",
            subject=str(name),
        )
    return path


def example_of(template: str) -> Path | None:
    """The example.toml of a template, or None."""
    folder = find_folder("templates", template, "example.toml")
    return None if folder is None else folder / "example.toml"
