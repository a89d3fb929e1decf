"""What a text says of itself, and nothing that it does not say."""

from __future__ import annotations

import pytest

import policydoc as pd
from policydoc.parser.identity import genre_of


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("张掖市促进中小企业特色产业集群发展实施细则", "实施细则"),
        ("贵州省促进中小企业特色产业集群发展暂行办法", "暂行办法"),
        ("某市专项资金管理办法（试行）", "办法"),
        ("某标准(2024年版)", "标准"),
        ("关于印发《某办法》的通知", "通知"),
        ("某某的说明", ""),
    ],
)
def test_the_genre_is_the_end_of_the_title(title: str, genre: str) -> None:
    assert genre_of(title) == genre


def identity(last: str, end: str = "") -> pd.Identity:
    return pd.parse_text(f"某市养犬管理办法\n第一条 甲。\n第二条 {last}\n{end}").identity


def test_dates_that_are_stated_are_taken() -> None:
    found = identity("本办法自2024年1月1日起施行，有效期至2028年12月31日。")
    assert (found.effective, found.expires) == ("2024-01-01", "2028-12-31")


def test_an_end_is_reckoned_from_a_stated_first_day() -> None:
    found = identity("本办法自2024年2月1日起施行，有效期5年。")
    assert (found.effective, found.expires) == ("2024-02-01", "2029-01-31")


def test_no_date_is_made_of_the_day_of_issue() -> None:
    found = identity("本办法自印发之日起施行，有效期3年。")
    assert (found.effective, found.expires, found.issued) == (None, None, None)


def test_signature_and_date_in_chinese_figures() -> None:
    found = identity("乙。", "某市公安局\n某市农业农村局\n二〇二三年十二月三十一日")
    assert found.issuers == ("某市公安局", "某市农业农村局")
    assert found.issued == "2023-12-31"


def test_two_bodies_on_one_line_are_two_issuers() -> None:
    found = identity("乙。", "某省财政厅 某省科学技术厅\n2022年3月3日")
    assert found.issuers == ("某省财政厅", "某省科学技术厅")
    assert identity("乙。", "某 省 财 政 厅\n2022年3月3日").issuers == ("某省财政厅",)


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert identity("本办法自2023年2月30日起施行。").effective is None


@pytest.mark.parametrize(
    "text", ["", "\n \n", "附件1", "第一条", "（一）", "目录", "---\n---", "\u200b", "|", "“"]
)
def test_next_to_nothing_is_parsed_without_an_error(text: str) -> None:
    policy = pd.parse_text(text)
    assert "parser/no-article" in {f.rule for f in policy.findings} or text == "第一条"
