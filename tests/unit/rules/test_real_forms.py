"""What notices, lists and forms of real offices look like, and must not be reported."""

from __future__ import annotations

from policydoc import pipeline


def words(text: str, rule: str) -> list[str]:
    policy = pipeline.extract(pipeline.parse_text(text))
    return [found.quote for found in pipeline.lint(policy) if found.rule == rule]


NOTICE = (
    "关于推荐上报企业的公示\n经审核，现将符合要求的企业名单进行公示（详见附件）。\n"
    "公示期为5个工作日。凡有异议者，请书面反映。\n甲市工业和信息化局 0951-6888135\n"
    "附件：某年企业推荐汇总表\n甲市工业和信息化局\n2023年11月7日\n"
)


def test_a_telephone_number_is_a_contact() -> None:
    assert words(NOTICE, "public-notice-incomplete") == []
    assert words(NOTICE.replace(" 0951-6888135", ""), "public-notice-incomplete")


def test_an_annex_that_the_list_names_is_there() -> None:
    assert words(NOTICE, "annex-reference-dangling") == []
    assert words(NOTICE.replace("详见附件", "详见附件3"), "annex-reference-dangling") == [
        "详见附件3"
    ]


def test_the_word_annex_is_no_addressee() -> None:
    assert (
        words(NOTICE.replace("附件：某年", "附件：\n1.某年"), "addressee-of-the-wrong-kind") == []
    )


def test_a_department_of_an_autonomous_region_is_named_whole() -> None:
    text = "甲市办法\n第一条 自治区工信厅负责指导。\n第二条 县区工信局负责初审。\n第三条 本办法自2026年1月1日起施行。\n"
    assert words(text, "undefined-agency-abbreviation") == ["自治区工信厅", "县区工信局"]


def test_the_amount_of_a_fine_sets_no_fine() -> None:
    text = "# level = municipal\n甲市举报奖励办法\n第一条 综合考虑行政处罚罚款金额等因素给予奖励。\n第二条 弄虚作假的，处以罚款。\n"
    assert words(text, "penalty-in-normative-document") in ([], ["处以罚款"])


def test_a_defined_term_needs_no_marks_again() -> None:
    text = (
        "甲办法\n第一条 各有关单位（以下称“授权主体”）应当公开目录，授权主体对目录负责。\n"
        "第二条 支持“专精特新”企业，专精特新企业优先。\n"
    )
    assert words(text, "quotation-of-term-varies") == ["专精特新"]


def test_blanks_of_a_form_are_no_stray_spaces() -> None:
    form = (
        "甲办法\n第一条 产 值应当如实填报。\n附件\n声明书\n本人 于 年 月 日提出的申请。\n（盖章）\n"
    )
    assert words(form, "space-in-text") == ["产 值"]


def test_a_title_over_two_lines_has_its_marks() -> None:
    text = (
        "甲市粮食局 甲市财政局\n关于印发《甲市举报\n奖励实施细则》的通知\n各区县粮食局：\n"
        "现将《甲市举报奖励实施细则》印发给你们，请遵照执行。\n甲市粮食局\n2023年12月31日\n"
        "甲市举报奖励实施细则\n第一条 甲。\n第二条 乙。\n"
    )
    assert words(text, "unbalanced-marks") == []


def test_the_lines_of_a_web_page_are_one_finding() -> None:
    text = "甲办法\n第一条 甲。\n第二条 乙。\n按地方查\n北京\n天津\n网站地图\n主办单位：甲省人民政府\n网站标识码51\n"
    assert words(text, "leftover-mark") == ["按地方查"]


def test_a_day_without_from_is_a_day_of_effect() -> None:
    text = "甲办法\n第一条 甲。\n第二条 乙。\n第三条 本办法2018年3月1日施行。\n"
    assert words(text, "missing-part") == []


def test_the_title_may_use_what_the_text_shortens() -> None:
    text = "政府采购代理机构管理办法\n第一条 甲。\n第二条 本办法所称政府采购代理机构（以下简称代理机构）是指乙。\n第三条 代理机构应当登记。\n"
    assert words(text, "abbreviation-used-too-early") == []


def test_a_short_name_after_the_words_short_for() -> None:
    text = "甲办法\n第一条 设区的市以上财政部门（以下简称为财政部门）依法管理。\n第二条 财政部门应当审核。\n"
    assert words(text, "abbreviation-never-used") == []


def test_a_notice_that_sends_several_texts_names_them_all() -> None:
    text = (
        "各县区人民政府：\n《甲市推动制造业发展实施方案》《甲市制造业发展若干财政支持措施》已经市政府同意，现印发给你们，请认真贯彻落实。\n"
        "2020年11月17日\n甲市推动制造业发展实施方案\n一、总体要求\n坚持创新。\n二、主要任务\n做强产业。\n"
    )
    assert words(text, "noticed-title-mismatch") == []


def test_the_words_of_a_rule_on_bounds_are_no_terms() -> None:
    text = "甲办法\n第一条 每家不超过10万元，不超过部分不予补助。\n第二条 本办法所称“不超过”均包含本数。\n"
    assert words(text, "quotation-of-term-varies") == []


def test_addressees_run_on_are_addressees() -> None:
    text = "关于优化服务的通知\n财甲〔2019〕38号各区县财政局：现就有关事项通知如下：\n一、清理规定。\n二、加强监督。\n"
    assert words(text, "addressee-of-the-wrong-kind") == []


def test_what_is_missing_first_is_named() -> None:
    text = "甲办法\n第一条 有下列情形之一的：\n（一）甲；\n（二）乙。\n第二条 属于本办法第一条第二款第一项的，适用本条。\n"
    assert words(text, "reference-to-nothing") == ["第一条第二款"]


def test_a_habit_of_the_text_is_told_once() -> None:
    articles = [f"第{number}条 管理机构应建立甲制度。" for number in "一二三四五六"]
    assert words("甲办法\n" + "\n".join(articles), "weak-duty-verb") == ["应"]
    assert words("甲办法\n" + "\n".join(articles[:3]), "weak-duty-verb") == ["应"] * 3


def test_a_copy_that_ran_its_paragraphs_together_is_told_once() -> None:
    articles = [
        f"第{n}条 甲单位应当办理乙事项。"
        for n in (*"二三四五六七八九", "十", *(f"十{d}" for d in "一二三四五六七八九"), "二十")
    ]
    text = (
        "甲办法\n第一条 违反本办法第三条第二款、第四条第一款的，责令改正；违反第五条第二款的，撤销认定。\n"
        + "\n".join(articles)
    )
    assert words(text, "reference-to-nothing") == ["第三条第二款"]
    assert words(text, "first-paragraph-of-one") == []
