from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policydoc.cli.parse import COMMAND
from policydoc.errors import ReadError

TEXT = "某市集群管理办法\n第一条　总则。\n第二条　附则。\n"


def parse(*arguments: object, words: str = "") -> Result:
    return CliRunner().invoke(COMMAND, [str(a) for a in arguments], input=words)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "文件夹"
    (made / "内").mkdir(parents=True)
    (made / "内" / "甲.txt").write_text(TEXT, encoding="utf-8")
    (made / "空.txt").write_bytes(b"")
    (made / "policy-notes.toml").write_text("", encoding="utf-8")
    (made / "~$甲.docx").write_bytes(b"x")
    return made


def test_a_note_alone_is_nothing_to_report(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    done = parse(path, "--format", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["findings"][0]["severity"] == "note"
    assert not done.stderr


def test_what_is_doubtful_is_said_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(TEXT.replace("第二条", "第四条"), encoding="utf-8")
    done = parse(path, "--format", "json")
    assert done.exit_code == 1
    assert done.stderr.startswith("错误：第一条之后是第四条")
    assert json.loads(done.stdout)["findings"]


def test_standard_input() -> None:
    done = parse("-", words=TEXT)
    assert done.exit_code == 0
    assert "art_2 第二条" in done.stdout


def test_the_output_may_not_be_the_original(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = parse(path, "-o", path)
    assert isinstance(done.exception, ReadError)
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_folder_is_read_file_by_file(folder: Path) -> None:
    done = parse(folder)
    assert done.exit_code == 1
    assert "内/甲.txt" in done.stdout
    assert "未读取" in done.stdout
    assert "文件是空的" in done.stderr
    assert "共 2 个，已读 1 个，未读 1 个。" in done.stderr
    assert "toml" not in done.stdout
    assert "~$" not in done.stdout


def test_a_folder_as_json_is_one_document(folder: Path) -> None:
    document = json.loads(parse(folder, "--format", "json").stdout)
    read = {item["file"]: item for item in document["files"]}
    assert read["内/甲.txt"]["articles"] == 2
    assert read["内/甲.txt"]["policy"]["schema"] == "policydoc/policy@1"
    assert read["空.txt"]["policy"] is None
    assert read["空.txt"]["fault"]


def test_a_folder_into_a_folder(folder: Path, tmp_path: Path) -> None:
    parse(folder, "--format", "markdown", "-o", tmp_path / "结果")
    assert [p.name for p in (tmp_path / "结果").rglob("*.*")] == ["甲.txt.md"]


def test_links_are_followed_once_and_faults_are_named(folder: Path) -> None:
    (folder / "上级").symlink_to("..")
    (folder / "自身").symlink_to("自身")
    (folder / "无").symlink_to("没有")
    (folder / "又名.txt").symlink_to("内/甲.txt")
    done = parse(folder, "--format", "json")
    files = json.loads(done.stdout)["files"]
    assert sum(item["articles"] for item in files) == 2
    faults = {item["file"]: item["fault"] for item in files if item["fault"]}
    assert faults.keys() == {"上级", "自身", "无", "空.txt"}


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    done = parse(tmp_path)
    assert isinstance(done.exception, ReadError)
    assert "是文件夹" in done.exception.message
