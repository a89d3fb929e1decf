"""Whatever the text: no extractor fails, and every fact quotes exactly what stands at its place."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.model import Policy, walk
from policydoc.pipeline import extract, parse_text

PIECES = [
    "第一条 ", "第二条 ", "（一）", "（二）", "一、", "\n", "。", "，", "；", "：", "、", "（", "）", "“", "”", "(", ")",
    "集群", "企业", "产值", "占", "集群总产值", "中小企业", "不低于", "不超过", "高于", "以上", "以下", "以内", "左右", "（含）",
    "一般", "均", "每年", "每", "近三年", "未来三年", "上一年度", "“十四五”期间", "10", "3,000", "１２", "三", "两", "百分之",
    "三分之二", "三成", "%", "亿元", "万元", "家", "户", "个", "人", "平方公里", "工作日", "个工作日", "日", "月", "个月",
    "年", "2月底", "2月30日", "2026年3月1日", "前", "后", "内", "起", "自", "之日起", "施行", "有效期", "至", "—", "公示",
    "报送", "给予", "奖励", "补助", "最高", "按", "的", "或者", "且", "其中", "满足下列条件之一：", "属于高耗能行业的集群",
    "未发生", "事故", "位居", "前列", "持续", "下降", "提升", "全覆盖", "一定规模", "较高", "未核实", "数值未核实",
    "均设有指标。", "推荐", "认定", "市工业和信息化局", "应当", "由", "向", "报", "一个或几个相邻县", " ", "\u3000", "a", "@",
]  # fmt: skip


def check(policy: Policy) -> None:
    texts = {provision.eid: provision.text for provision in walk(policy)}
    for fact in policy.facts:
        assert texts[fact.eid][fact.start : fact.end] == fact.quote
        assert fact.quote.strip()
        if fact.unverified:
            assert fact.value is None
        if fact.upper is not None:
            assert fact.op == "between"


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_arrangement_of_official_words(pieces: list[str]) -> None:
    check(extract(parse_text("第一条 " + "".join(pieces))))


ALPHABETS = (
    "各省市县区（、）()工信局财政厅部门人民政府由向和《》，。",
    "甲乙，。（以下简称）是指本办法所称“”《》\n",
    "市局应当不得可以加强建立将对报由，。；的负责协助",
    "有下列情形之一的，撤销取消其称号：。；未申请复核不再符合标准（二）",
    "由市局对申报进行审核公示5个工作日，。；经的后报备案复核期满每年撤销",
    "第一二三条款项（）()、至前附件本办法《》章",
)


@pytest.mark.parametrize("alphabet", ALPHABETS)
@settings(max_examples=80, deadline=None)
@given(st.data())
def test_any_text_in_the_signs_of_one_kind_of_fact(alphabet: str, data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet, max_size=80))
    check(extract(parse_text(f"第一章 认定程序和管理\n第一条 {text}\n第二章 职责")))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    check(extract(parse_text(text)))


def test_extracting_twice_gives_the_same_facts() -> None:
    policy = extract(parse_text("第一条 产值不低于10亿元，公示5个工作日，每年2月底前报送。"))
    assert extract(replace(policy)).facts == policy.facts
    assert policy.facts
