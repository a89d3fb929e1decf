"""The comparison page in a real browser, as readers meet it: by mouse, by key, by link, on paper,
on a phone, without scripts.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from policydoc import pipeline
from tests.sample_comparison import by_number

IDS = ("zhangye", "guizhou", "national")
VISIBLE = """return [...document.querySelectorAll(arguments[0])].filter(
  e => e.checkVisibility ? e.checkVisibility() : e.offsetParent !== null).length"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of a comparison made by hand, that has every verdict, and that of the real one."""
    folder = tmp_path_factory.mktemp("页面 与空格")
    policies = [pipeline.load(name) for name in IDS]
    made = {
        "sample": by_number(policies, by_lead=True),
        "real": pipeline.compare(policies, every_lead=True),
    }
    for name, comparison in made.items():
        (folder / f"{name}.html").write_bytes(pipeline.publish(comparison, "html"))
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture
def page(browser: Any, pages: dict[str, Path]) -> Iterator[Any]:
    yield _open(browser, pages["sample"])
    assert [entry["message"] for entry in browser.get_log("browser")] == []


def _open(browser: Any, path: Path, fragment: str = "") -> Any:
    browser.get("about:blank")
    browser.get(path.as_uri() + (f"#{quote(fragment)}" if fragment else ""))
    return browser


def _visible(page: Any, selector: str) -> int:
    return int(page.execute_script(VISIBLE, selector))


def _choose(page: Any, field: str, value: str | bool) -> None:
    page.execute_script(
        """const [id, value] = arguments, field = document.getElementById(id);
        if (typeof value === 'boolean') { field.checked = value; } else { field.value = value; }
        field.dispatchEvent(new Event('input', {bubbles: true}));
        field.dispatchEvent(new Event('change', {bubbles: true}));""",
        field,
        value,
    )


def _type(page: Any, words: str) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    before = page.execute_script("return document.getElementById('status').textContent")
    field = page.find_element(By.ID, "q")
    field.clear()
    field.send_keys(words)
    WebDriverWait(page, 5).until(
        lambda d: d.execute_script("return document.getElementById('status').textContent") != before
    )


def _key(page: Any, key: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(page).send_keys(key).perform()


def _status(page: Any) -> str:
    return str(page.execute_script("return document.getElementById('status').textContent"))


ROWS = "#view .rows tbody tr.row"
FACTS = "#view .facts tbody tr.row"


@pytest.mark.parametrize("name", ["sample", "real"])
def test_the_page_is_small_silent_and_accessible(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    from axe_core_python.selenium import Axe

    assert pages[name].stat().st_size < 1_000_000
    page = _open(browser, pages[name])
    found = Axe().run(page)
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]] == []
    assert page.get_log("browser") == []
    loaded = page.execute_script("return performance.getEntriesByType('resource').length")
    assert loaded == 0


def test_axe_finds_nothing_on_a_phone(browser: Any, pages: dict[str, Path]) -> None:
    from axe_core_python.selenium import Axe

    _narrow(browser)
    found = Axe().run(_open(browser, pages["sample"]))
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]] == []


def test_filters_hide_and_show_rows(page: Any) -> None:
    every = _visible(page, ROWS)
    assert every > 20
    _choose(page, "verdict", "v:stricter")
    assert 0 < _visible(page, FACTS) < 8
    _choose(page, "verdict", "r:right_only")
    assert 0 < _visible(page, ROWS) < every
    _choose(page, "verdict", "")
    _choose(page, "region", "-2")
    without = _visible(page, ROWS)
    _choose(page, "region", "+2")
    assert without + _visible(page, ROWS) == every
    _choose(page, "region", "")
    _choose(page, "differs", True)
    assert _visible(page, f"{ROWS}[data-rel=same]") == 0
    _choose(page, "differs", False)
    chapters = page.execute_script(
        "return [...document.getElementById('chapter').options].map(o => o.value).filter(v => v)"
    )
    counts = []
    for chapter in chapters:
        _choose(page, "chapter", chapter)
        counts.append(_visible(page, ROWS))
    assert sum(counts) == every
    assert "行" in _status(page)


def test_a_filter_that_fits_nothing_says_so(page: Any) -> None:
    _type(page, "绝无此词")
    assert _visible(page, f"{ROWS}, {FACTS}") == 0
    assert _visible(page, ".nothing") >= 3


def test_search_finds_words_of_either_width(page: Any) -> None:
    _type(page, "十五个工作日")
    _type(page, "公示5个工作日")
    assert _visible(page, ROWS) == 1
    assert "全文中有 1 处" in _status(page)
    marked = page.execute_script("return [...CSS.highlights.get('found')].map(String)")
    assert marked
    assert set(marked) == {"公示5个工作日"}


def test_columns_can_be_taken_away(page: Any) -> None:
    assert _visible(page, "#view .rows td.c1") > 0
    page.execute_script("document.querySelector('.show[value=\"1\"]').click()")
    assert _visible(page, "#view td.c1, #view th.c1") == 0
    assert _visible(page, "#view .rows td.c2") > 0


def test_deletions_can_be_taken_away(page: Any) -> None:
    assert _visible(page, "#view .rows del") > 0
    page.execute_script("document.getElementById('deletions').click()")
    assert _visible(page, "#view .rows del") == 0
    assert _visible(page, "#view .rows ins") > 0


def test_next_and_previous_difference_by_key_and_button(page: Any) -> None:
    current = "return document.activeElement.id"
    page.execute_script("document.activeElement.blur()")
    seen = []
    for key in ("n", "j", "p", "k"):
        _key(page, key)
        seen.append(page.execute_script(current))
    assert seen[0] == seen[2] != seen[1]
    assert seen[3] != seen[2]
    assert "处" in _status(page)
    page.execute_script("document.getElementById('next').click()")
    assert page.execute_script(current) == seen[0]
    top = page.execute_script("return document.activeElement.getBoundingClientRect().top")
    bar = page.execute_script("return document.querySelector('.bar').offsetHeight")
    assert bar - 4 <= top < 400
    page.execute_script("document.getElementById('keys').click(); document.activeElement.blur()")
    _key(page, "n")
    assert page.execute_script(current) == ""


def test_keys_are_letters_while_typing(page: Any) -> None:
    _type(page, "np")
    assert page.execute_script("return document.activeElement.value") == "np"


def test_the_lead_text_can_be_changed(page: Any) -> None:
    head = "return document.querySelector('#view .rows thead th:nth-child(2)').innerText"
    assert "张掖市" in page.execute_script(head)
    _choose(page, "lead", "1")
    assert "贵州省" in page.execute_script(head)
    assert page.execute_script("return document.querySelectorAll('#view .lanes svg').length") == 1
    assert _visible(page, "#view .rows ins") > 0
    ids = page.execute_script("return [...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    _choose(page, "lead", "0")
    assert "张掖市" in page.execute_script(head)


def test_a_deep_link_opens_its_provision_and_survives_a_reload(
    browser: Any, pages: dict[str, Path]
) -> None:
    where = """const e = document.getElementById('zhangye-art_17');
        return [e.getBoundingClientRect().top, e.closest('details').open, e.matches(':target')]"""
    page = _open(browser, pages["sample"], "zhangye-art_17")
    for _ in range(2):
        _settle(page)
        top, is_open, is_target = page.execute_script(where)
        assert 0 <= top < 600
        assert is_open
        assert is_target
        page.refresh()
    page.execute_script(
        "document.getElementById('zhangye').open = false; location.hash = ''; "
        "location.hash = '#zhangye-art_5'"
    )
    _settle(page)
    assert page.execute_script("return document.getElementById('zhangye').open")


def _settle(page: Any) -> None:
    """Wait until scrolling has ended."""
    page.execute_async_script(
        """const done = arguments[0]; let last = -1;
        (function wait() {
          if (scrollY === last) { done(); } else { last = scrollY; setTimeout(wait, 200); }
        })();"""
    )


def test_every_link_of_the_page_leads_somewhere(page: Any) -> None:
    dead = page.execute_script(
        """return [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href'))
        .filter(h => !document.getElementById(decodeURIComponent(h.slice(1))))"""
    )
    assert dead == []


def test_a_citation_can_be_copied(page: Any) -> None:
    page.execute_script("document.querySelector('#zhangye-art_5 .cp').click()")
    _settle(page)
    assert "《张掖市促进中小企业特色产业集群发展实施细则》第五条" in _status(page)


def test_without_scripts_everything_can_be_read(browser: Any, pages: dict[str, Path]) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page = _open(browser, pages["sample"])
        tree = page.execute_cdp_cmd("Accessibility.getFullAXTree", {})
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    told = " ".join(str(node.get("name", {}).get("value", "")) for node in tree["nodes"])
    for words in ("门槛对照", "条文对照", "更严", "〔新增〕", "公示5个工作日", "200个左右"):
        assert words in told
    assert "下一处差异" not in told, "what needs a script is not shown without one"


def _narrow(browser: Any) -> None:
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True},
    )


@pytest.mark.parametrize("name", ["sample", "real"])
def test_a_phone_shows_cards_and_never_scrolls_sideways(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    _narrow(browser)
    page = _open(browser, pages[name])
    assert page.execute_script("return document.documentElement.scrollWidth") <= 390
    cell = "document.querySelector('#view .rows tbody td')"
    assert page.execute_script(f"return getComputedStyle({cell}).display") == "block"
    label = page.execute_script(f"return getComputedStyle({cell}, '::before').content")
    assert "张掖市" in label


def test_on_paper_wide_with_repeated_heads_and_marks_in_words(
    browser: Any,
    pages: dict[str, Path],
    tmp_path: Path,
    pdf_text: Callable[[Path], str],
) -> None:
    page = _open(browser, pages["sample"])
    printed = page.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    path = tmp_path / "对照.pdf"
    path.write_bytes(base64.b64decode(printed["data"]))
    sheets = pdf_text(path).split("\f")
    heads = [sheet for sheet in sheets if "主题" in sheet and "差异说明" in sheet]
    assert len(heads) >= 4
    together = "".join("".join(sheets).split())
    assert "〔新增〕" in together
    assert "下一处差异" not in together
    assert "第1页，共" in together
    import pypdfium2

    width, height = pypdfium2.PdfDocument(path)[0].get_size()
    assert (round(width), round(height)) == (842, 595)


def test_screen_readers_hear_landmarks_and_live_counts(page: Any) -> None:
    assert page.execute_script("return document.documentElement.lang") == "zh-CN"
    for selector in ("header", "nav[aria-label]", "main", "footer", "[role=search]", ".skip"):
        assert page.execute_script("return !!document.querySelector(arguments[0])", selector)
    live = "return document.getElementById('status').getAttribute('aria-live')"
    assert page.execute_script(live) == "polite"
