"""The page of a review in a real browser: filters, keyboard, paper, phone, hostile words, bulk."""

from __future__ import annotations

import base64
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policydoc import pipeline
from policydoc.model import Review
from tests.end_to_end.test_review import HOSTILE

SHOWN = (
    "return [...document.querySelectorAll('.note')].filter(n => n.checkVisibility()).map(n => n.id)"
)
STATUS = "return document.getElementById('status').textContent"
LONG = (
    "第一条 " + "县级以上人民政府应当按照有关规定支持集群发展，有其它情形的另行规定，" * 60 + "。\n"
)


@pytest.fixture(scope="module")
def review() -> Review:
    return pipeline.review_draft("zhangye", [pipeline.load("national")])


@pytest.fixture(scope="module")
def page(review: Review, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("审查 意见") / "张掖 50%.html"
    path.write_bytes(pipeline.publish(review, "html"))
    return path


def _written(text: str, folder: Path) -> Path:
    review = pipeline.review(pipeline.extract(pipeline.parse_text(text, "draft")))
    path = folder / "review.html"
    path.write_bytes(pipeline.publish(review, "html"))
    return path


def _faults(browser: Any) -> list[tuple[str, str]]:
    from axe_core_python.selenium import Axe

    found = Axe().run(browser)
    return [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found["violations"]]


def _click(browser: Any, selector: str) -> None:
    browser.execute_script(f"document.querySelector({selector!r}).click()")


def _press(browser: Any, key: str) -> str:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(browser).send_keys(key).perform()
    focused: str = browser.execute_script("return document.activeElement.id")
    return focused


def test_each_finding_is_shown_once_and_nothing_complains(
    browser: Any, page: Path, review: Review
) -> None:
    browser.get(page.as_uri())
    assert browser.execute_script(SHOWN) == [
        f"note-{number}" for number in range(1, len(review.findings) + 1)
    ]
    assert _faults(browser) == []
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_a_severity_is_filtered_with_its_marks(
    browser: Any, page: Path, review: Review, severity: str
) -> None:
    browser.get(page.as_uri())
    _click(browser, f"[name=severity][value={severity}]")
    expected = [
        f"note-{number}"
        for number, finding in enumerate(review.findings, 1)
        if finding.severity.value != severity
    ]
    assert browser.execute_script(SHOWN) == expected
    assert (
        browser.execute_script(STATUS) == f"显示 {len(expected)} 处，共 {len(review.findings)} 处"
    )
    refs = browser.execute_script(
        "return [...document.querySelectorAll('.ref')].filter(n => n.checkVisibility())"
        ".map(n => n.getAttribute('href').slice(1))"
    )
    assert refs
    assert set(refs) <= set(expected)
    # A mark none of whose findings is shown is no mark any more, neither by colour nor by a line.
    marks = browser.execute_script(
        "return [...document.querySelectorAll('mark')].map(m => [m.dataset.notes,"
        "getComputedStyle(m).backgroundColor, getComputedStyle(m).textDecorationLine])"
    )
    for numbers, colour, line in marks:
        is_shown = any(f"note-{number}" in expected for number in numbers.split())
        assert (colour != "rgba(0, 0, 0, 0)") is is_shown
        assert (line == "underline") is is_shown
    _click(browser, f"[name=severity][value={severity}]")
    assert len(browser.execute_script(SHOWN)) == len(review.findings)


def test_rules_and_certainty_are_filtered(browser: Any, page: Path, review: Review) -> None:
    browser.get(page.as_uri())
    rule = review.findings[-1].rule
    choose = (
        "const s = document.querySelector('[name=rule]'); s.value = arguments[0];"
        "s.dispatchEvent(new Event('change', {bubbles: true}))"
    )
    browser.execute_script(choose, rule)
    mine = [number for number, finding in enumerate(review.findings, 1) if finding.rule == rule]
    assert browser.execute_script(SHOWN) == [f"note-{number}" for number in mine]
    browser.execute_script(choose, "")
    _click(browser, "[name=certain]")
    sure = sum(finding.certain for finding in review.findings)
    assert len(browser.execute_script(SHOWN)) == sure < len(review.findings)
    values = browser.execute_script(
        "return [...document.querySelectorAll('[name=rule] option')].map(o => o.value)"
    )
    assert sorted(filter(None, values)) == sorted({finding.rule for finding in review.findings})


def test_the_keyboard_steps_from_finding_to_finding(browser: Any, page: Path) -> None:
    browser.get(page.as_uri())
    assert _press(browser, "n") == "note-1"
    assert _press(browser, "n") == "note-2"
    assert _press(browser, "p") == "note-1"
    assert _press(browser, "p").startswith("note-")
    _click(browser, "[name=severity][value=note]")
    shown = browser.execute_script(SHOWN)
    browser.execute_script("document.activeElement.blur()")
    assert [_press(browser, "n") for _ in range(3)] == shown[:3]
    in_view = browser.execute_script(
        "const b = document.activeElement.getBoundingClientRect();"
        "return b.top >= 0 && b.top < innerHeight"
    )
    assert in_view
    outline = browser.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_a_rule_unfolds_with_its_examples(browser: Any, page: Path, review: Review) -> None:
    browser.get(page.as_uri())
    number, finding = next(
        (n, f) for n, f in enumerate(review.findings, 1) if f.rule == "self-name-mismatch"
    )
    known = next(e for e in review.explanations if e.rule == finding.rule)
    _click(browser, f"#note-{number} summary")
    told = browser.execute_async_script(
        "const [id, done] = arguments; requestAnimationFrame(() => setTimeout(() =>"
        "done(document.querySelector(id + ' details').innerText), 50))",
        f"#note-{number}",
    )
    assert known.wrong.splitlines()[1] in told
    assert known.right.splitlines()[1] in told
    for _ in range(2):
        _click(browser, f"#note-{number} summary")
    assert (
        browser.execute_script(f"return document.querySelectorAll('#note-{number} .body').length")
        == 1
    )
    assert _faults(browser) == []


def test_without_scripts_everything_is_there(browser: Any, page: Path, review: Review) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(page.as_uri())
    source = browser.page_source
    assert source.count('<aside class="note') == len(review.findings)
    links = set(re.findall(r'href="#([^"]+)"', source))
    assert links <= set(re.findall(r'id="([^"]+)"', source))
    assert re.search(r'<form class="bar tools"[^>]* hidden', source)


def test_a_phone_shows_no_sideways_scrolling(browser: Any, page: Path, tmp_path: Path) -> None:
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True},
    )
    for path in (page, _written("x" * 300 + "办法\n" + LONG + HOSTILE, tmp_path)):
        browser.get(path.as_uri())
        wide = "return document.documentElement.scrollWidth"
        assert browser.execute_script(wide) <= 390
        low = browser.execute_script(
            "return [...document.querySelectorAll('.bar button, .bar select')]"
            ".filter(e => e.getBoundingClientRect().height < 40).length"
        )
        assert low == 0
        assert _faults(browser) == []
    # The buttons stay at hand however far one has scrolled.
    browser.get(page.as_uri())
    browser.execute_script("window.scrollTo(0, 9000)")
    box = browser.execute_script(
        "const b = document.querySelector('[name=next]').getBoundingClientRect(); return [b.top, b.bottom]"
    )
    assert 0 < box[0] < box[1] <= 844


def test_paper_has_every_finding_with_its_basis(
    browser: Any, page: Path, review: Review, pdf_text: Callable[[Path], str], tmp_path: Path
) -> None:
    browser.get(page.as_uri())
    _click(browser, "[name=severity][value=note]")
    _click(browser, "[name=severity][value=note]")
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})
    path = tmp_path / "paper.pdf"
    path.write_bytes(base64.b64decode(printed["data"]))
    run = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    text = "".join(run.stdout.decode().split())
    assert "上一处" not in text
    missing = [
        finding.message
        for finding in review.findings
        if "".join(finding.message.split())[:12] not in text
    ]
    assert missing == []
    assert text.count("依据：") == len(review.findings)
    pages = pdf_text(path).count("\f")
    assert pages < len(review.findings) / 5


def test_no_motion_is_made(browser: Any, page: Path) -> None:
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]},
    )
    browser.get(page.as_uri())
    moving = browser.execute_script(
        "return [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
        "return s.transitionDuration !== '0s' || s.animationName !== 'none'"
        " || s.scrollBehavior === 'smooth' }).length"
    )
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert moving == 0


def test_nothing_of_a_hostile_draft_runs(browser: Any, tmp_path: Path) -> None:
    browser.get(_written(HOSTILE, tmp_path).as_uri())
    words = browser.execute_script("return document.querySelector('main').textContent")
    assert "alert(1)" in words
    assert "{{ 7*7 }}" in words
    count = "return document.querySelectorAll(arguments[0]).length"
    assert browser.execute_script(count, "img, iframe, object, base, meta[http-equiv=refresh]") == 0
    assert browser.execute_script(count, "script") == 1
    assert browser.get_log("browser") == []


def test_accepted_findings_are_told_and_readable(browser: Any, tmp_path: Path) -> None:
    draft = tmp_path / "草案.txt"
    draft.write_text("甲市集群管理办法\n第一条 有其它情形的，由其它部门办理。\n", encoding="utf-8")
    Path(f"{draft}.review.toml").write_text(
        '[[accept]]\nrule = "unusual-form"\nwords = "其它"\nreason = "引用<b>原文</b>"\n',
        encoding="utf-8",
    )
    path = tmp_path / "review.html"
    path.write_bytes(pipeline.publish(pipeline.review_draft(draft), "html"))
    browser.get(path.as_uri())
    notes = browser.execute_script(
        "return [...document.querySelectorAll('.accepted')].map(n => n.innerText)"
    )
    assert notes
    assert all("已接受：引用<b>原文</b>" in note for note in notes)
    assert _faults(browser) == []


@pytest.mark.parametrize("kind", ["one-paragraph", "many-articles"])
def test_ten_thousand_findings_open_and_filter(browser: Any, tmp_path: Path, kind: str) -> None:
    words = "有其它情形按本办法办理，"
    text = f"甲市集群促进实施细则\n第一条 {words * 5000}结束。\n"
    if kind == "many-articles":
        text = "甲市集群促进实施细则\n" + "".join(
            f"第{number}条 {words * 5}其余从略。\n" for number in range(1, 1001)
        )
    path = _written(text, tmp_path)
    started = time.monotonic()
    browser.get(path.as_uri())
    # 4 s on a quiet machine, 26 s before the page was drawn as it is scrolled to.
    assert time.monotonic() - started < 30
    taken = browser.execute_async_script(
        "const done = arguments[0], start = performance.now();"
        "document.querySelector('[name=severity][value=note]').click();"
        "requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)))"
    )
    assert taken < 8000
    shown, every = map(int, re.findall(r"\d+", browser.execute_script(STATUS)))
    assert 0 < shown < every
    assert every >= 10_000
    assert _press(browser, "n").startswith("note-")
