"""Change a figure in a copy of the policy, and every output follows: none is typed anywhere else."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from policydoc import pipeline

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = "10亿元", "12亿元"
DAYS, MORE_DAYS = "公示5个工作日", "公示7个工作日"


@pytest.fixture(scope="module", params=[False, True], ids=["as-published", "changed"])
def changed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[bool]:
    """A workspace whose Zhangye text asks for 12亿元 and seven days, or the text as it is."""
    folder = tmp_path_factory.mktemp("workspace")
    for name in ("policies", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    if request.param:
        path = folder / "policies/zhangye/zhangye.txt"
        text = path.read_text("utf-8")
        assert text.count(OLD) == 1
        assert text.count(DAYS) == 1
        path.write_text(text.replace(OLD, NEW).replace(DAYS, MORE_DAYS), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POLICYDOC_WORKSPACE", str(folder))
        yield bool(request.param)


def words(content: bytes) -> str:
    """All the words of a Word file, headers and notes and properties included."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                root = etree.fromstring(package.read(name))
                parts.append("".join(root.itertext()))
    return "\n".join(parts).replace(" ", "")


def gate(changed: bool) -> tuple[str, str]:
    """The gate that must be seen, and the one that must not."""
    return ("12", "10") if changed else ("10", "12")


def test_the_comparison_and_its_reports(changed: bool) -> None:
    seen, unseen = gate(changed)
    policies = [pipeline.load(name) for name in ("zhangye", "guizhou", "national")]
    comparison = pipeline.compare(policies)
    for report in ("html", "json", "markdown"):
        text = pipeline.publish(comparison, report).decode()
        assert f"{seen}亿元" in text
        assert f"{unseen}亿元" not in text
    for report in ("docx", "xlsx"):
        text = words(pipeline.publish(comparison, report))
        assert f"{seen}亿元" in text
        assert f"{unseen}亿元" not in text
    rows = json.loads(pipeline.publish(comparison, "json"))["thresholds"]
    cells = [
        row["cells"]["zhangye"] for row in rows if row["cells"]["zhangye"].get("unit") == "亿元"
    ]
    assert [cell["value"] for cell in cells] == [float(seen)]


def test_the_verdict_on_the_case(changed: bool) -> None:
    seen, unseen = gate(changed)
    verdicts = pipeline.assess(pipeline.load("zhangye"), pipeline.open_case("application"))
    required = [v.required for v in verdicts if "亿元" in v.required]
    assert required
    assert all(seen in text and unseen not in text for text in required)
    assert {v.met for v in verdicts if not v.qualitative} == {True, False, None}


@pytest.mark.parametrize("name", ["application", "self-assessment", "site-check"])
def test_the_forms_with_the_criteria(changed: bool, name: str) -> None:
    seen, unseen = gate(changed)
    text = words(pipeline.generate(name, pipeline.load("zhangye"), pipeline.open_case(name)))
    assert f"{seen}亿元" in text
    assert f"{unseen}亿元" not in text


def test_the_public_notice_counts_its_days(changed: bool) -> None:
    name = "public-notice"
    text = words(pipeline.generate(name, pipeline.load("zhangye"), pipeline.open_case(name)))
    assert f"共{'7' if changed else '5'}个工作日" in text


def test_the_plan_is_held_against_the_gates(changed: bool) -> None:
    seen, unseen = gate(changed)
    name = "development-plan"
    text = words(pipeline.generate(name, pipeline.load("zhangye"), pipeline.open_case(name)))
    assert f"{seen}亿元" in text
    assert f"{unseen}亿元" not in text


@pytest.mark.parametrize("name", [name for name, _ in pipeline.iter_forms()])
def test_one_template_serves_both_regions(name: str) -> None:
    text = words(pipeline.generate(name, pipeline.load("guizhou"), pipeline.open_case(name)))
    assert "贵州" in text
    assert "70%" not in text or name in ("development-plan", "annual-report")
