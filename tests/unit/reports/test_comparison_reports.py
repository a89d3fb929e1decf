"""Every report format shows one comparison: whole, escaped, and telling the same story."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from lxml import etree

from policydoc import pipeline
from policydoc.chinese.characters import printable
from policydoc.model import Change, Comparison, Concordance, FactRow, Policy, Relation, Row
from policydoc.model.names import told_apart
from policydoc.plugins import Report, discover
from policydoc.reports._view import marked, reason, view
from policydoc.reports._words import MARKS, VERDICTS
from tests.sample_comparison import by_number

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '=cmd|" /C calc"!A0',
    "{{ 7*7 }}{% raw %}",
    "MERGEFIELD 秘密",
    "*粗* ~~删~~ [链接](javascript:alert(1))",
    "]]>&amp;&lt;",
    "\x00\x0b\x1b\x7f\ud800",
)
FORMATS = [name for name, r in discover("policydoc.reports", Report).items() if r.comparison]


def policies(*texts: str) -> list[Policy]:
    return [pipeline.parse_text(text, name) for name, text in zip("甲乙丙", texts, strict=False)]


def text(*articles: str) -> str:
    numbers = "一二三四五六七八九十"
    return "某市管理办法\n" + "\n".join(
        f"第{n}条　{words}" for n, words in zip(numbers, articles, strict=False)
    )


@pytest.fixture(scope="module")
def three() -> Comparison:
    return by_number(
        policies(
            text("产值不低于10亿元。", "认定10个左右集群。", "每年2月底前报送。"),
            text("产值不低于20亿元。", "认定10个左右集群。"),
            text("有一定规模。", "认定200个左右集群。", "每年报送。", "本办法自印发之日起施行。"),
        ),
        by_lead=True,
    )


@pytest.fixture(scope="module")
def hostile() -> Comparison:
    return by_number(policies(text(*HOSTILE), text(*reversed(HOSTILE))))


class Tags(HTMLParser):
    """The tags, attributes and words of a page as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def html(comparison: Comparison) -> Tags:
    return Tags(pipeline.publish(comparison, "html").decode())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "texts",
    [
        ("", "某办法\n第一条　内容。"),
        ("", ""),
        ("没有条文的一段话。", "另一段话。"),
        ("某办法\n第一条　内容。",) * 3,
    ],
)
def test_every_format_shows_odd_texts(name: str, texts: tuple[str, ...]) -> None:
    assert pipeline.publish(by_number(policies(*texts)), name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_the_same_each_time(name: str, three: Comparison) -> None:
    assert pipeline.publish(three, name) == pipeline.publish(three, name)


def test_html_runs_only_its_own_script_and_loads_nothing(hostile: Comparison) -> None:
    page = html(hostile)
    names = [tag for tag, _ in page.tags]
    assert names.count("script") == 1
    assert names.count("style") == 1
    assert "img" not in names
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        for name in ("src", "href"):
            value = attributes.get(name) or "#"
            assert value.startswith("#") or (tag, value) == ("link", "data:,")


def test_html_shows_hostile_words_as_words(hostile: Comparison) -> None:
    words = html(hostile).words
    for sample in HOSTILE[:-1]:
        assert sample in words


def test_html_ids_are_unique_and_links_lead_somewhere(three: Comparison) -> None:
    from urllib.parse import unquote

    tags = html(three).tags
    ids = [a["id"] for _, a in tags if "id" in a]
    assert len(ids) == len(set(ids))
    links = {unquote(a["href"] or "")[1:] for t, a in tags if t == "a"}
    assert links <= set(ids)
    assert "甲-art_1" in ids


def test_html_says_additions_and_deletions_in_words(three: Comparison) -> None:
    page = pipeline.publish(three, "html").decode()
    assert (
        "<del><i>〔删除〕</i>1<i>〔止〕</i></del><ins><i>〔新增〕</i>2<i>〔止〕</i></ins>0亿元"
        in page
    )
    assert {word for word in VERDICTS.values() if f"</span>{word}</span>" in page} == set(
        VERDICTS.values()
    )


def test_html_policy_and_labels_fit_the_contract(three: Comparison) -> None:
    page = pipeline.publish(three, "html").decode()
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<template id=") == 2
    assert len(page.encode()) < 200_000


def test_json_keeps_the_contract(three: Comparison) -> None:
    document = json.loads(pipeline.publish(three, "json"))
    assert document["schema"] == "policydoc/comparison@1"
    row = document["rows"][0]
    assert row["cells"]["甲"] == ["art_1"]
    assert row["relation"] == "revised"
    pieces = next(c["pieces"] for c in row["changes"] if c["right"] == "乙")
    assert "".join(p["text"] for p in pieces if p["op"] != "delete") == "产值不低于20亿元。"
    threshold = document["thresholds"][0]
    cell = threshold["cells"]["甲"]
    assert (cell["op"], cell["value"], cell["unit"], cell["eid"]) == (">=", 10, "亿元", "art_1")
    assert threshold["verdicts"]["乙/甲"] == "looser"
    assert document["summary"] == ["示例：两地门槛不同。"]


def test_markdown_tables_keep_their_columns(hostile: Comparison) -> None:
    report = pipeline.publish(hostile, "markdown").decode()
    table = report.split("## 条文对照")[1].split("##")[0]
    rows = [line for line in table.splitlines() if line.startswith("|")]
    assert len(rows) > 5
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}
    assert "<script" not in report
    assert not re.search(r"(?<!\\)\]\(", report)


def test_markdown_prints_nothing_a_browser_would_run(hostile: Comparison) -> None:
    from markdown import markdown

    page = Tags(markdown(pipeline.publish(hostile, "markdown").decode(), extensions=["tables"]))
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "img", "style", "iframe"})


def test_printable_text_is_always_xml() -> None:
    kept = printable("".join(map(chr, range(0x250))) + "\ud800\u202e\ufffe中\n")
    etree.fromstring(f"<a>{kept.replace('&', '').replace('<', '')}</a>")
    assert kept.endswith("中\n")


def test_moved_and_folded_words_are_shown_as_such() -> None:
    changes = (
        Change("delete", "，", folded="punctuation"),
        Change("insert", ",", folded="punctuation"),
        Change("equal", "甲"),
        Change("delete", "乙", move=1),
        Change("insert", "丙"),
        Change("insert", "乙", move=1),
    )
    assert [(p.mark, p.text) for p in marked(changes)] == [
        ("", ",甲"),
        ("move_out", "乙"),
        ("insert", "丙"),
        ("move_in", "乙"),
    ]
    assert set(MARKS) >= {p.mark for p in marked(changes) if p.mark}


def test_a_wording_that_shares_too_little_is_not_marked() -> None:
    pair = policies(text("甲乙丙丁"), text("子丑寅卯"))
    row = Row("事", {"甲": ("art_1",), "乙": ("art_1",)}, Relation.REVISED)
    changes = {"乙": (Change("delete", "甲乙丙丁"), Change("insert", "子丑寅卯"))}
    from dataclasses import replace

    rows = (replace(row, changes=changes),)
    comparison = Comparison(tuple(pair), Concordance(("甲", "乙"), "甲", rows), ())
    shown = view(comparison).rows[0]
    assert [p.mark for p in shown.cells[1].pieces] == [""]
    assert "不逐字标注" in shown.explanation[0]


def test_two_texts_of_one_id_stay_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = policies(text("甲"), text("乙"))
    assert [p.identity.id for p in told_apart([one, one, one])] == ["甲", "甲~2", "甲~3"]


@pytest.mark.parametrize(
    ("sentence", "verdict", "told"),
    [
        ("产值：甲“10亿元；以上”，乙“20亿元”；乙更高。", "stricter", "乙更高。"),
        ("产值：甲“10亿元”，乙未规定（见第一条；第二条）。", "not_stated", ""),
        ("两者起算点不同。", "not_comparable", "两者起算点不同。"),
        ("", "same", ""),
    ],
)
def test_beside_both_texts_only_the_reason_is_told(sentence: str, verdict: str, told: str) -> None:
    row = FactRow("threshold", "产值", {}, {"乙/甲": verdict}, {"乙/甲": sentence})
    assert reason(row, "乙/甲") == told
