"""Tables and reports: 佐证、汇总、抽查、意见、年度、变更、复核."""

from __future__ import annotations

from form_parts import (
    LANDSCAPE,
    OTHER_RECOMMENDER,
    TALLY,
    YEAR,
    Plan,
    by_aspect,
    by_person,
    caption,
    closing,
    document,
    example_mark,
    left,
    listing,
    members,
    opinions,
    pairs,
    remark,
    row,
    sheet,
    signed,
    split_title,
    tag,
)

from policydoc.gongwen import Blank, elements

heading, body, title = elements.heading, elements.body, elements.title
BASIC = (
    ("={{ policy.noun }}名称", "{{ case.name }}{{ case.mark }}"),
    ("所在县（市、区）", "{{ case.profile.county }}"),
    ("主导产业", "{{ case.profile.industry }}（{{ case.profile.segment }}）"),
    ("申报主体", "{{ case.profile.applicant }}"),
    ("运营管理机构", "{{ case.profile.operator }}"),
)
PROGRESS = listing(
    "progress.rows",
    "r",
    ("指标", 52, left("{{ r.label }}")),
    ("单位", 20, "{{ r.unit }}"),
    ("目标值", 22, "{{ r.target }}"),
    ("完成值", 22, "{{ r.result }}"),
    ("完成率", 20, "{{ r.rate }}"),
    ("完成状态", 20, "{{ r.state }}"),
)
DATED = (("form.date", "日期", "date", "", "2026-04-20"),)


def evidence_list() -> Plan:
    """佐证材料清单."""
    table = by_aspect(
        ("序号", 12, "{{ v.number }}"),
        ("证明事项", 31, left("{{ v.criterion }}")),
        ("认定标准要求", 33, left("{{ v.required }}")),
        ("佐证材料", 37, left("{{ v.materials }}")),
        ("页码", 12, ""),
        ("依据", 31, "{{ v.citation }}"),
        grouped=(by_person(3, boxes=False), left("{{ a.person_materials }}"), "", "{{ a.citation }}"),
    )  # fmt: skip
    return sheet(
        "evidence-list",
        "佐证材料清单",
        "每项认定标准一行，列明应附的证明材料和依据。",
        "{{ policy.award }}\n佐证材料清单",
        pairs(*BASIC),
        Blank(1),
        table,
        remark(
            "注：1.“佐证材料”栏为建议提供的材料，以当年申报通知的要求为准。2.各项材料按本清单顺序编页装订。3.复印件须加盖申报主体公章。"
        ),
        *signed("{{ case.profile.applicant }}", "{{ case.profile.application_date | 成文日期 }}"),
    )


def recommendation_summary() -> Plan:
    """推荐汇总表（横排）."""
    table = members(
        12, ("{{ policy.noun }}名称", "name", 37), ("所在县\n（市、区）", "county", 25), ("主导产业", "segment", 22),
        ("上年度\n总产值\n（亿元）", "output", 20), ("中小企业\n产值占比", "share_sme", 20),
        ("主导产业\n占比", "share_leading", 20), ("申报主体", "applicant", 27), ("联系人及电话", "contact", 28),
        ("推荐意见", "opinion", 14),
    )  # fmt: skip
    return sheet(
        "recommendation-summary",
        "推荐汇总表",
        "多个集群的推荐汇总（横排），可由一份名单填成。",
        "{{ form.year }}年度{{ policy.award }}推荐汇总表",
        table,
        remark("填报单位（盖章）：{{ form.issuer }}　　填报人：{{ form.filler }}"),
        remark("联系电话：{{ form.phone }}　　填报日期：{{ form.date | 成文日期 }}"),
        remark("注：按推荐次序排列；数据应与申报表一致。所依文件：{{ policy.cited }}。"),
        own=(
            *YEAR,
            *DATED,
            ("form.issuer", "填报单位", "text", "", "示例县工业和信息化局"),
            ("form.filler", "填报人", "text", "", "赵示例"),
            ("form.phone", "联系电话", "text", "", "0936-0000003"),
        ),
        landscape=True,
    )


def site_check() -> Plan:
    """实地抽查记录表."""
    table = by_aspect(
        ("序号", 12, "{{ v.number }}"),
        ("抽查内容", 39, left("{{ v.criterion }}")),
        ("认定标准要求", 45, left("{{ v.required }}")),
        ("申报情况", 39, left("{{ v.actual }}")),
        ("现场核查情况", 38, ""),
        ("核查结论", 21, ""),
        ("依据", 31, "{{ v.citation }}"),
        grouped=(by_person(4), "", "", "{{ a.citation }}"),
    )
    return sheet(
        "site-check",
        "实地抽查记录表",
        "按认定标准逐项记录现场核查情况和结论。",
        "{{ policy.award }}\n实地抽查记录表",
        pairs(
            *BASIC,
            ("抽查日期", "{{ form.date | 成文日期 }}"),
            ("抽查地点", "{{ form.place }}"),
            ("=抽查人员", "{{ form.inspectors | 顿号列表 }}"),
            widths=LANDSCAPE,
        ),
        heading(1, "一、逐项核查"),
        table,
        heading(1, "二、抽查企业情况"),
        listing(
            "form.companies",
            "c",
            ("序号", 12, "{{ loop.index }}"),
            ("企业名称", 52, left("{{ c.name }}")),
            ("核查要点", 46, left("{{ c.item }}")),
            ("核查情况", 46, ""),
        ),
        heading(1, "三、抽查意见"),
        opinions(
            ("抽查组意见", "抽查人员签名："), ("被抽查单位\n意见", "负责人签名："), widths=(44, 181)
        ),
        own=(
            *DATED,
            ("form.place", "抽查地点", "text", "", "示例县东部工业园区"),
            ("form.inspectors", "抽查人员", "text", "", "王示例、李示例"),
            ("form.companies", "抽查企业", "table", "", ""),
        ),
        landscape=True,
    )


def review_opinion() -> Plan:
    """初审（复审）意见表."""
    table = by_aspect(
        ("序号", 12, "{{ v.number }}"),
        ("指标", 44, left("{{ v.criterion }}")),
        ("认定标准要求", 48, left("{{ v.required }}")),
        ("申报情况", 46, left("{{ v.actual }}")),
        ("系统核对", 22, "{{ v.met }}"),
        ("审核认定", 22, ""),
        ("依据", 31, "{{ v.citation }}"),
        grouped=(by_person(4), "需人工\n判断", "", "{{ a.citation }}"),
    )
    return sheet(
        "review-opinion",
        "审核意见表",
        "初审或复审用：逐项核对结果和审核认定，附不符合项。",
        "{{ policy.award }}\n{{ form.stage }}意见表",
        pairs(*BASIC, ("=所依文件", "{{ policy.cited }}"), widths=LANDSCAPE),
        heading(1, "一、逐项核对"),
        table,
        *body(
            f"按申报数据核对，共{{{{ tally.all }}}}项：{TALLY}。“系统核对”只据申报数据计算，最终以“审核认定”栏为准。",
        ),
        tag("for v in tally.unmet_list"),
        *body(
            "不符合：{{ v.criterion }}，要求{{ v.required }}，实际{{ v.actual }}（{{ v.citation }}）。"
        ),
        tag("endfor"),
        heading(1, "二、{{ form.stage }}意见"),
        opinions(
            ("专家意见", "专家签名："), ("审核单位\n意见", "{{ form.issuer }}："), widths=(44, 181)
        ),
        own=(
            ("form.stage", "审核环节（初审、复审）", "text", "", "初审"),
            ("form.issuer", "审核单位", "text", "", "示例县工业和信息化局"),
        ),
        landscape=True,
    )


def annual_report() -> Plan:
    """年度发展情况报告."""
    blocks = (
        *title(split_title("case.name", "progress.year ~ '年度'", "发展情况报告"), 0),
        *elements.addressee(
            "{% if form.recipient is defined %}{{ form.recipient }}{% else %}{{ policy.authority }}{% endif %}："
        ),
        *body(
            "根据{{ policy.cited }}{% if rules.annual_report is defined %}{{ rules.annual_report.citation }}{% endif %}的规定，"
            "现将{{ case.name }}（以下简称{{ policy.noun }}）{{ progress.year }}年度发展情况报告如下。",
        ),
        heading(1, "一、发展规划执行情况"),
        *body(
            "{{ policy.noun }}发展规划确定的{{ progress.year }}年目标共{{ progress.count }}项，完成{{ progress.done }}项，未完成{{ progress.open }}项，"
            "未核实{{ progress.unknown }}项，见表1。",
        ),
        caption("表1　{{ progress.year }}年度目标完成情况"),
        PROGRESS,
        tag("for r in progress.rows"),
        tag("if r.state == '未完成'"),
        *body(
            "{{ r.label }}目标{{ r.target }}{{ r.unit }}，完成{{ r.result }}{{ r.unit }}，完成率{{ r.rate }}，未完成。"
        ),
        tag("endif"),
        tag("endfor"),
        heading(1, "二、各方面工作开展情况"),
        tag("for a in aspects"),
        heading(2, "（{{ a.num }}）{{ a.title }}"),
        *body("{{ a.statement | default('（未填报）') }}"),
        tag("endfor"),
        heading(1, "三、主要做法和经验"),
        *body("{{ form.experience }}"),
        heading(1, "四、存在的问题"),
        *body("{{ form.problems }}"),
        heading(1, "五、改进措施和下年度计划"),
        *body("{{ form.improvements }}"),
        heading(1, "六、重大变动和合规情况"),
        *body(
            "{{ form.changes }}",
        ),
        *closing(
            *body(
                "{% if case.profile.major_accident is not defined %}是否发生较大及以上安全、质量、环境污染等事故：未核实。"
                "{% elif case.profile.major_accident %}近三年发生过较大及以上安全、质量、环境污染等事故。"
                "{% else %}近三年未发生较大及以上安全、质量、环境污染等事故。{% endif %}以上内容真实、准确。"
            )
        ),
        *signed("{{ case.profile.applicant }}"),
        *example_mark(),
    )
    return Plan(
        "annual-report", "年度发展情况报告", "报告", "年度目标与完成值逐项对照，按认定标准各方面报告情况。",
        document(blocks, "{{ case.name }}{{ progress.year }}年度发展情况报告"),
        (
            ("form.date", "成文日期", "date", "", "2027-02-20"),
            ("form.recipient", "主送机关（不填则为认定机关）", "text", "", "示例市工业和信息化局", "optional"),
            ("form.experience", "主要做法和经验", "long", "", "一企一策入企辅导。"),
            ("form.problems", "存在的问题", "long", "", "冷链物流能力不足。"),
            ("form.improvements", "改进措施和下年度计划", "long", "", "新建共享冷库一座。"),
            ("form.changes", "重大变动情况", "long", "", "本年度主导产业、空间范围、运营管理机构均未变更。"),
        ),
        (("form.year", "报告年度（不填则取最近一年）", "number", "年", "2026", "optional"),),
    )  # fmt: skip


def annual_assessment() -> Plan:
    """年度考核表."""
    return sheet(
        "annual-assessment",
        "年度考核表",
        "年度考核：目标完成情况、各方面情况、考核等次；依据取自政策。",
        "{{ policy.award }}\n{{ progress.year }}年度考核表",
        pairs(
            *BASIC,
            ("=考核依据",
             "{% if rules.assessment is defined %}{{ policy.cited }}{{ rules.assessment.citation }}：“{{ rules.assessment.words | 全角标点 }}”"
             "{% else %}{{ policy.cited }}未规定年度考核，本表供日常管理参考{% endif %}"),
        ),
        heading(1, "一、发展规划目标完成情况"),
        PROGRESS,
        heading(1, "二、各方面工作情况"),
        listing(
            "aspects", "a",
            ("方面", 34, left("（{{ a.num }}）{{ a.title }}")),
            ("情况说明", 70, left("{{ a.statement | default('—') }}")),
            ("考核\n意见", 21, ""),
            ("依据", 31, "{{ a.citation }}"),
        ),
        heading(1, "三、考核结论"),
        tag("if rules.reward is defined and rules.assessment is defined and rules.reward.words != rules.assessment.words"),
        *body("结果运用：{{ rules.reward.words | 去句号 }}（{{ rules.reward.citation }}）。"),
        tag("endif"),
        *closing(
            *body(
                "本年度目标{{ progress.count }}项，完成{{ progress.done }}项，未完成{{ progress.open }}项，未核实{{ progress.unknown }}项。",
                "考核等次：{% for g in form.grades | 分项 %}□{{ g }}　{% endfor %}",
            )
        ),
        opinions(("考核单位\n意见", "{{ policy.authority }}："),),
        own=(("form.grades", "考核等次（用顿号分开）", "text", "", "优秀、合格、不合格"),),
        inputs=(("form.year", "考核年度（不填则取最近一年）", "number", "年", "2026", "optional"),),
    )  # fmt: skip


def change_filing() -> Plan:
    """重大变更备案表."""
    return sheet(
        "change-filing",
        "重大变更备案表",
        "重大变更备案：报备期限按政策规定推算，写明是否按期。",
        "{{ policy.award }}\n重大变更备案表",
        pairs(
            *BASIC,
            ("=备案依据",
             "{% if rules.change is defined %}{{ policy.cited }}{{ rules.change.citation }}：“{{ rules.change.words | 全角标点 }}”"
             "{% else %}{{ policy.cited }}未规定变更备案{% endif %}"),
            ("变更完成\n（发生）日期", "{{ filing.start }}"),
            ("报备期限", "{% if filing.due is defined %}{{ filing.due }}（含当日）{% else %}未规定{% endif %}"),
            ("报送日期", "{{ filing.filed }}"),
            ("是否按期", "{{ filing.state }}"),
        ),
        remark("{{ filing.note }}"),
        heading(1, "一、变更事项"),
        listing(
            "form.changes", "c",
            ("变更事项", 32, left("{{ c.item }}")),
            ("变更前", 42, left("{{ c.before }}")),
            ("变更后", 42, left("{{ c.after }}")),
            ("变更原因", 40, left("{{ c.reason }}")),
        ),
        heading(1, "二、变更对认定标准的影响"),
        *body("{{ form.effect }}"),
        heading(1, "三、审核备案"),
        opinions(
            ("申报主体\n意见", "{{ case.profile.applicant }}："),
            row(f"if {OTHER_RECOMMENDER}"),
            ("转报单位\n意见", "{{ case.profile.recommender }}："),
            row("endif"),
            ("认定机关\n备案意见", "{{ policy.authority }}："),
        ),
        own=(
            ("form.changes", "变更事项", "table", "", ""),
            ("form.effect", "变更对认定标准的影响", "long", "", "变更后仍符合认定标准。"),
        ),
        inputs=(
            ("form.changed_on", "变更完成（发生）日期", "date", "", "2026-09-01"),
            ("form.filed_on", "报送日期", "date", "", "2026-09-18"),
        ),
    )  # fmt: skip


def review_application() -> Plan:
    """复核申报表."""
    table = by_aspect(
        ("序号", 12, "{{ v.number }}"),
        ("指标", 29, left("{{ v.criterion }}")),
        ("认定标准要求", 30, left("{{ v.required }}")),
        ("目前情况", 36, left("{{ v.actual }}")),
        ("是否符合", 20, "{{ v.met }}"),
        ("依据", 29, "{{ v.citation }}"),
        grouped=(by_person(4), "需人工\n判断", "{{ a.citation }}"),
    )
    return sheet(
        "review-application",
        "复核申报表",
        "有效期满复核用：规划目标完成情况、对照认定标准、撤销情形自查。",
        "{{ policy.award }}\n复核申报表",
        pairs(
            *BASIC,
            ("认定年度", "{{ form.recognised }}"),
            ("有效期", "{% if rules.validity is defined %}{{ rules.validity.words | 去句号 }}（{{ rules.validity.citation }}）{% else %}未规定{% endif %}"),
            ("=复核依据", "{{ policy.cited }}{% if rules.review is defined %}{{ rules.review.citation }}{% endif %}"),
        ),
        heading(1, "一、发展规划目标完成情况"),
        *body("截至{{ progress.year }}年，规划目标{{ progress.count }}项，完成{{ progress.done }}项，未完成{{ progress.open }}项，未核实{{ progress.unknown }}项。"),
        PROGRESS,
        heading(1, "二、对照认定标准情况"),
        table,
        *body(f"共{{{{ tally.all }}}}项：{TALLY}。"),
        heading(1, "三、有效期内情况说明"),
        *body("{{ form.statement }}"),
        heading(1, "四、撤销情形自查"),
        listing(
            "grounds", "g",
            ("撤销情形", 98, left("{{ g.title | 去句号 }}")),
            ("是否存在", 28, "□是　□否"),
            ("依据", 30, "{{ g.citation }}"),
        ),
        heading(1, "五、审核意见"),
        opinions(
            ("申报主体\n意见", "{{ case.profile.applicant }}："),
            row(f"if {OTHER_RECOMMENDER}"),
            ("审核单位\n意见", "{{ case.profile.recommender }}："),
            row("endif"),
            ("认定机关\n意见", "{{ policy.authority }}："),
        ),
        own=(
            ("form.recognised", "认定年度", "text", "", "2023年度"),
            ("form.statement", "有效期内情况说明", "long", "", "有效期内未发生重大变更。"),
        ),
        inputs=(("form.year", "完成情况的年度（不填则取最近一年）", "number", "年", "2026", "optional"),),
    )  # fmt: skip


FORMS = (
    evidence_list, recommendation_summary, site_check, review_opinion, annual_report,
    annual_assessment, change_filing, review_application,
)  # fmt: skip
