"""Real public-notice windows against a rule of five working days; only one is too short."""

from __future__ import annotations

import pytest

from policydoc import pipeline
from policydoc.plugins import Context
from policydoc.rules import dates_out_of_order, effect_too_soon, notice_too_short

SUPERIOR = "甲省集群管理办法\n第一条 评审结果公示5个工作日，无异议的，确定为集群。\n"
WINDOWS = {
    "2022年12月29日至2023年1月5日": "",
    "2023年9月28日至10月10日": "",
    "2022年4月26日—5月5日": "",
    "2024年6月13日至6月19日": "",
    "2025年6月3日至2025年6月9日": "",
    "2023年8月15日-8月21日": "",
    "2023年7月24日至28日": "",
    "自2023年7月31日起至2023年8月4日止": "",
    "2023年7月19日至7月23日": "公示首尾两日计入只有 3 个工作日，少于“公示5个工作日”。",
}


@pytest.mark.parametrize("window", WINDOWS)
def test_a_window_is_counted_by_the_official_calendar(window: str) -> None:
    notice = f"关于拟认定集群名单的公示\n现予公示，公示时间：{window}。\n"
    draft, superior = (pipeline.extract(pipeline.parse_text(t)) for t in (notice, SUPERIOR))
    found = list(notice_too_short.RULE.check(draft, Context((superior,))))
    assert "".join(f.message for f in found) == WINDOWS[window]
    assert not list(notice_too_short.RULE.check(draft, Context()))


def test_a_year_without_a_schedule_is_not_guessed() -> None:
    text = "关于集群名单的公示\n公示时间为2099年7月19日至7月23日（5个工作日）。\n"
    assert not list(
        notice_too_short.RULE.check(pipeline.extract(pipeline.parse_text(text)), Context())
    )


def test_what_was_done_before_is_no_deadline() -> None:
    text = "关于报送项目的通知\n请将2025年3月1日前已完成的项目于2025年6月20日前报送。\n甲市工业和信息化局\n2025年6月10日\n"
    policy = pipeline.extract(pipeline.parse_text(text))
    assert not list(dates_out_of_order.RULE.check(policy, Context()))


def test_days_before_effect_are_a_setting() -> None:
    text = "甲市集群管理办法\n第一条 本办法自公布之日起满15日后施行。\n"
    policy = pipeline.extract(pipeline.parse_text(text))
    days = {n: Context(settings={"days_before_effect": n}) for n in (10, 20)}
    found = {n: [f.message for f in effect_too_soon.RULE.check(policy, c)] for n, c in days.items()}
    assert found[10] == []
    assert "15 日" in found[20][0]
    assert "20 日" in found[20][0]
