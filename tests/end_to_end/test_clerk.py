"""What clerks' data really look like: names too long, no rows or hundreds, holes, year's end.

Every form either says in one sentence what is wrong, or makes a document that opens, is laid out
by the standard and is valid Office Open XML.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from openxml_audit import OpenXmlValidator

from policydoc import pipeline
from policydoc.errors import CalendarError, TemplateError
from policydoc.generation.fields import form_names
from policydoc.gongwen.checker import check_format
from policydoc.model import Case, Policy

NAMES = tuple(sorted(form_names()))
LONG = "某省某市示例县东部工业园区及相邻甲镇乙镇丙镇脱水蔬菜精深加工冷链物流包装检测一体化发展产业集群运营管理示范区"
HOSTILE = "甲{{ x }}{% for %}<w:p><w:r/></w:p>&amp;]]>\x00\x0b\x1f\u2028\ufffe丙"
LISTS = ("members", "projects", "companies", "changes")


@pytest.fixture(scope="module")
def policy() -> Policy:
    return pipeline.load("zhangye")


def everywhere(value: Any, change: Callable[[str], str]) -> Any:
    """Every text that is no date, number or choice, changed."""
    if isinstance(value, str):
        return value if re.match(r"^[\d第二]|.*〔|.*、合格", value) else change(value)
    if isinstance(value, Mapping):
        return {key: everywhere(one, change) for key, one in value.items()}
    return [everywhere(one, change) for one in value] if isinstance(value, list) else value


def long_names(case: Case) -> Case:
    profile = {**case.profile, "applicant": LONG, "operator": LONG, "county": LONG[:20]}
    extra = dict(case.extra)
    if "issuer" in extra:
        extra["issuer"] = LONG
    if "members" in extra:
        extra["members"] = [{**m, "name": LONG, "applicant": LONG} for m in extra["members"]]
    return replace(case, name=LONG, profile=profile, extra=extra)


def many_rows(case: Case) -> Case:
    extra = dict(case.extra)
    for key in LISTS:
        if isinstance(extra.get(key), list):
            extra[key] = [extra[key][0]] * 200
    return replace(case, extra=extra)


def hostile(case: Case) -> Case:
    def change(text: str) -> str:
        return text + HOSTILE

    return replace(
        case, name=case.name + HOSTILE, extra=everywhere(case.extra, change),
        profile=everywhere(case.profile, change), people=everywhere(case.people, change),
        aspects=everywhere(case.aspects, change),
    )  # fmt: skip


def decimals(case: Case) -> Case:
    series = {
        key: replace(one, values={y: v and v + 0.123456789 for y, v in one.values.items()})
        for key, one in case.series.items()
    }
    return replace(case, series=series)


def holes(case: Case) -> Case:
    """No figures, no statements, no measures: nothing but names."""
    extra = {k: v for k, v in case.extra.items() if k != "measures"}
    return replace(case, series={}, counts={}, figures={}, aspects={}, extra=extra)


CHANGES = {one.__name__: one for one in (long_names, many_rows, hostile, decimals, holes)}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", NAMES)
def test_odd_data_make_a_sound_document(
    name: str, change: str, policy: Policy, tmp_path: Path
) -> None:
    content = pipeline.generate(name, policy, CHANGES[change](pipeline.open_case(name)))
    path = tmp_path / "document.docx"
    path.write_bytes(content)
    found = OpenXmlValidator(max_errors=20).validate(path)
    assert [e.description for e in found.errors if "/theme" not in e.description] == []
    words = "\n".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert not re.search(r"None|undefined|\bnan\b|待填|\d{6}e", words)
    if change == "hostile":
        assert "{{ x }}{% for %}<w:p><w:r/></w:p>&amp;]]>" in "".join(
            t.text or "" for t in docx.Document(io.BytesIO(content)).element.body.iter() if t.text
        )
        return  # what such words do to a signature is not ours to judge
    assert [finding.message for finding in check_format(content)] == []
    assert "<w:t></w:t>" not in xml


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("development-plan", "projects"), ("site-check", "companies"), ("change-filing", "changes"),
        ("review-notice", "procedure"), ("call-notice", "allotment"), ("revocation-notice", "findings"),
    ],
)  # fmt: skip
def test_what_is_wanting_is_named(name: str, missing: str, policy: Policy) -> None:
    case = pipeline.open_case(name)
    for empty in ([], "", None):
        with pytest.raises(TemplateError, match=f"extra.{missing}"):
            pipeline.generate(name, policy, replace(case, extra={**case.extra, missing: empty}))
    drafted = pipeline.generate(
        name, policy, replace(case, extra={**case.extra, missing: None}), draft=True
    )
    assert docx.Document(io.BytesIO(drafted)).paragraphs


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("2025-12-31", "2025年12月31日至2026年1月7日，共5个工作日"),
        ("2026-02-14", "2026年2月14日至2月27日，共5个工作日"),
        ("2026-10-01", "2026年10月8日至10月13日，共5个工作日"),
    ],
)
def test_a_window_over_holidays(first: str, said: str, policy: Policy) -> None:
    case = pipeline.open_case("public-notice")
    content = pipeline.generate(
        "public-notice", policy, replace(case, extra={**case.extra, "notice_from": first})
    )
    words = "".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs)
    assert said in words


def test_a_year_without_a_published_schedule_is_refused(policy: Policy) -> None:
    case = pipeline.open_case("public-notice")
    with pytest.raises(CalendarError, match="2027"):
        pipeline.generate(
            "public-notice",
            policy,
            replace(case, extra={**case.extra, "notice_from": "2026-12-31"}),
        )


def test_long_lists_and_names_print_without_a_heading_left_behind(
    policy: Policy, tmp_path: Path,
    soffice_pdf: Callable[[Path], Path], pdf_text: Callable[[Path], str],
) -> None:  # fmt: skip
    for name, change in (("application", long_names), ("recognition-notice", many_rows)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(pipeline.generate(name, policy, change(pipeline.open_case(name))))
        pages = pdf_text(soffice_pdf(path)).split("\f")
        for number, page in enumerate(pages, 1):
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            body = [line for line in lines if not re.fullmatch(r"— ?\d+ ?—", line)]
            if body:
                assert not re.match(r"^[一二三四五六七八九十]+、\S{2,12}$", body[-1]), (
                    name,
                    number,
                )
