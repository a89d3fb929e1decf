"""The amendment table: every change once, nothing that stayed."""

from __future__ import annotations

import io
import zipfile

import pytest

from policydoc import pipeline
from policydoc.model import Comparison

OLD = """甲市集群管理办法
第一条 为促进集群发展，制定本办法。
第二条 各县区应当组织培训，招聘毕业生。
第三条 集群应当在变更完成后15个工作日内报备。
第四条 本办法自2026年1月1日起施行。
"""
NEW = """甲市集群管理办法
第一条 为促进集群发展，制定本办法。
第二条 集群应当在变更完成后20个工作日内报备。
第三条 市局每年组织一次典型宣传，推广集群经验做法。
第四条 本办法自2026年1月1日起施行。
"""


@pytest.fixture(scope="module")
def versions() -> Comparison:
    texts = ((OLD, "旧版"), (NEW, "新版"))
    return pipeline.compare([pipeline.extract(pipeline.parse_text(*text)) for text in texts])


def test_word_shows_each_change_and_no_unchanged_article(versions: Comparison) -> None:
    with zipfile.ZipFile(io.BytesIO(pipeline.publish(versions, "amendment"))) as package:
        xml = package.read("word/document.xml").decode()
    for words in ("第三条改为第二条", "删除", "新增", "典型宣传", "修订后条文"):
        assert words in xml
    assert "为促进集群发展" not in xml
    assert "15个工作日" in xml
    assert "20个工作日" in xml


def test_excel_holds_the_same_rows(versions: Comparison) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(pipeline.publish(versions, "amendment-xlsx")))
    sheet = book.active
    assert sheet is not None
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert any("20个工作日" in str(row[2]) and "15" not in str(row[2]) for row in rows)


def test_two_equal_versions_have_no_amendment() -> None:
    same = [pipeline.extract(pipeline.parse_text(OLD, name)) for name in ("旧", "新")]
    with zipfile.ZipFile(
        io.BytesIO(pipeline.publish(pipeline.compare(same), "amendment"))
    ) as package:
        assert "两个版本文字相同" in package.read("word/document.xml").decode()
