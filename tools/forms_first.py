"""The first four forms: application, self-assessment, public notice, development plan."""

from __future__ import annotations

from form_parts import (
    CONTACT,
    COURSE,
    LANDSCAPE,
    NUMBERED,
    OTHER_RECOMMENDER,
    RED_HEAD,
    TALLY,
    YEAR,
    Column,
    Plan,
    by_aspect,
    by_person,
    caption,
    closing,
    document,
    example_line,
    example_mark,
    grid,
    left,
    listing,
    loop,
    opinions,
    pairs,
    remark,
    row,
    sheet,
    signed,
    split_title,
    tag,
)

from policydoc.gongwen import Blank, Cell, Chart, Paragraph, Table, elements

heading, body, title = elements.heading, elements.body, elements.title


def yearly(years: str, name: str, width: float) -> tuple[Column, ...]:
    """Three columns, one for each of `years`, with the cells of the item called `name`."""
    return tuple(
        (f"{{{{ {years}[{i}] }}}}年", width, f"{{{{ {name}.cells[{i}] }}}}") for i in range(3)
    )


SERIES = listing(
    "case.series",
    "s",
    ("指标", 52, left("{{ s.label }}")),
    ("单位", 26, "{{ s.unit }}"),
    *yearly("case.years", "s", 26),
)


def cover(name: str, *lines: tuple[str, str]) -> tuple[object, ...]:
    """A cover page: title in the upper third, lines to fill below."""
    rows = tuple(
        (
            Cell(what, align="distribute", style="公文主送机关"),
            Cell(value, align="left", style="公文主送机关"),
        )
        for what, value in lines
    )
    return (
        Blank(4),
        Paragraph(name, "公文标题"),
        *example_line(),
        Blank(4),
        Table(rows, (56, 96), heads=0, heights=dict.fromkeys(range(len(rows)), 13.0), border=False),
    )


def application() -> Plan:
    """申报表."""
    singles = grid(
        (("项目", 90, ""), ("单位", 33, ""), ("数值", 33, "")),
        (
            *loop("case.counts", "c", left("{{ c.label }}"), "{{ c.unit }}", "{{ c.value }}"),
            *loop("case.figures", "f", left("{{ f.label }}"), "{{ f.unit }}", "{{ f.value }}"),
        ),
    )
    measured: tuple[Column, ...] = (
        ("指标", 34, left("{{ v.criterion }}")),
        ("认定标准要求", 40, left("{{ v.required }}")),
        ("申报数据", 52, left("{{ v.actual }}{% if v.formula %}（{{ v.formula }}）{% endif %}")),
        ("依据", 30, "{{ v.citation }}"),
    )
    per_aspect = grid(
        measured,
        (
            *loop("a.measured", "v", *(cell for _, _, cell in measured)),
            row("if a.judged_by_person"),
            (by_person(3, boxes=False), "{{ a.citation }}"),
            row("endif"),
            row("if not a.verdicts"),
            (left("本方面未规定可量化的指标，按下列情况说明审核。", columns=4),),
            row("endif"),
            (left("情况说明：{{ a.statement | default('（无）') }}", columns=4),),
        ),
    )
    commitments = listing(
        "general",
        "v",
        ("事项", 38, left("{{ v.criterion }}")),
        ("要求", 43, left("{{ v.required }}")),
        ("申报情况", 44, left("{{ v.actual }}")),
        ("依据", 31, "{{ v.citation }}"),
    )
    blocks = (
        *cover(
            "{{ policy.award }}\n申　报　表",
            ("{{ policy.noun }}名称", "{{ case.name }}{{ case.mark }}"),
            ("申报主体（盖章）", "{{ case.profile.applicant }}"),
            ("推荐单位（盖章）", "{{ case.profile.recommender }}"),
            ("填报日期", "{{ case.profile.application_date | 成文日期 }}"),
        ),
        Paragraph("填报说明", "公文附件标题", new_page=True),
        Blank(1),
        *body(
            "1.本表依据{{ policy.cited }}编制，各项指标和要求逐条取自该文件，“依据”栏注明所在条款。",
            "2.“近三年”指申报年度之前的三个完整年度。数据应与统计、税务等部门的数据一致，并附佐证材料。",
            "3.没有统计的指标填写“未核实”，不得估填。由申报数据计算得出的，在括号中写明算式。",
            "4.{% if policy.noun == '集群' %}表中涉及企业的，均指集群内企业。{% endif %}申报主体对所填内容的真实性负责。",
        ),
        Paragraph("一、基本信息", "公文一级标题", new_page=True),
        pairs(
            ("={{ policy.noun }}名称", "{{ case.name }}{{ case.mark }}"),
            ("所在市（州）", "{{ case.profile.city }}"),
            ("所在县（市、区）", "{{ case.profile.county }}"),
            ("主导产业", "{{ case.profile.industry }}"),
            ("细分领域", "{{ case.profile.segment }}"),
            ("=空间范围", "{{ case.profile.boundary }}"),
            ("运营管理机构", "{{ case.profile.operator }}"),
            ("机构性质", "{{ case.profile.operator_nature }}"),
            (
                "机构负责人",
                "{{ case.people.operator_head.姓名 }}　{{ case.people.operator_head.职务 }}",
            ),
            ("联系电话", "{{ case.people.operator_head.电话 }}"),
            ("申报联系人", "{{ case.people.contact.姓名 }}　{{ case.people.contact.职务 }}"),
            ("联系电话", "{{ case.people.contact.电话 }}"),
        ),
        heading(1, "二、近三年主要指标"),
        SERIES,
        heading(1, "三、企业和单项指标"),
        singles,
        remark("注：同一企业可以同时属于几类，各类企业数不相加。"),
        heading(1, "四、对照认定标准的情况"),
        tag("for a in aspects"),
        heading(2, "（{{ a.num }}）{{ a.title }}"),
        per_aspect,
        tag("endfor"),
        tag("if general"),
        heading(1, "五、合规情况"),
        commitments,
        tag("endif"),
        *closing(
            heading(1, "{% if general %}六{% else %}五{% endif %}、真实性承诺"),
            *body(
                "本单位承诺：所填数据和所附材料真实、准确、完整，无虚报、瞒报；如有不实，愿承担由此产生的一切责任，"
                "并接受按照{{ policy.name }}{% if rules.revocation is defined %}{{ rules.revocation.citation }}{% endif %}作出的处理。",
            ),
        ),
        *elements.signature(
            ("{{ case.profile.applicant }}",), "{{ case.profile.application_date | 成文日期 }}"
        ),
        heading(1, "{% if general %}七{% else %}六{% endif %}、审核意见"),
        opinions(
            ("申报主体\n意见", "{{ case.profile.applicant }}："),
            row(f"if {OTHER_RECOMMENDER}"),
            ("推荐单位\n意见", "{{ case.profile.recommender }}："),
            row("endif"),
            ("认定机关\n意见", "{{ policy.authority }}："),
        ),
    )
    return Plan(
        "application", "申报表", "表格",
        "集群申报认定用。每个方面一栏、每项门槛一行，均取自所选政策。",
        document(blocks, "{{ policy.award }}申报表"),
    )  # fmt: skip


def self_assessment() -> Plan:
    """认定标准自评表."""
    # How a requirement is proved: the sum, or the papers usually asked; and what is wanting.
    proof = (
        "{% if v.formula %}{{ v.formula }}{% elif v.met == '待核实' %}{{ v.evidence }}"
        "{% else %}{{ v.materials }}{% endif %}{% if v.gap %}；{{ v.gap }}{% endif %}"
    )
    table = by_aspect(
        ("序号", 12, "{{ v.number }}"),
        ("指标", 36, left("{{ v.criterion }}")),
        ("认定标准要求", 40, left("{{ v.required }}")),
        ("实际情况", 38, left("{{ v.actual }}")),
        ("是否符合", 21, "{{ v.met }}"),
        ("佐证和算式", 49, left(proof)),
        ("依据", 29, "{{ v.citation }}"),
        grouped=(by_person(4), "需人工\n判断", left("{% if a.statement is defined %}第{{ a.number }}方面情况说明{% endif %}"), "{{ a.citation }}"),
    )  # fmt: skip
    return sheet(
        "self-assessment",
        "认定标准自评表",
        "申报前对照认定标准逐项自评：要求、实际、是否符合、佐证、依据。",
        "{{ policy.award }}\n认定标准自评表",
        pairs(
            ("={{ policy.noun }}名称", "{{ case.name }}{{ case.mark }}"),
            ("所在县（市、区）", "{{ case.profile.county }}"),
            ("主导产业", "{{ case.profile.industry }}（{{ case.profile.segment }}）"),
            ("=自评所依文件", "{{ policy.cited }}"),
            widths=LANDSCAPE,
        ),
        heading(1, "一、逐项自评"),
        table,
        heading(1, "二、自评小结"),
        *body(
            f"本次自评共{{{{ tally.all }}}}项：{TALLY}。",
        ),
        tag("for v in tally.unmet_list"),
        *body(
            "不符合：{{ v.criterion }}，要求{{ v.required }}，实际{{ v.actual }}（依据{{ v.citation }}）。"
        ),
        tag("endfor"),
        tag("for v in tally.open_list"),
        *body(
            "待核实：{{ v.criterion }}，要求{{ v.required }}（依据{{ v.citation }}），请补充数据。"
        ),
        tag("endfor"),
        remark(
            "注：“实际情况”由所填数据计算，算式列于“佐证和算式”栏，没有算式的列建议提供的佐证材料；“需人工判断”的项目由审核人员核定。"
        ),
        *signed("{{ case.profile.applicant }}", "{{ case.profile.application_date | 成文日期 }}"),
        landscape=True,
    )


def public_notice() -> Plan:
    """公示."""
    table = listing(
        "members",
        "m",
        ("序号", 14, "{{ m.number }}"),
        ("{{ policy.noun }}名称", 50, left("{{ m.name }}")),
        ("所在县（市、区）", 26, "{{ m.county }}"),
        ("主导产业", 30, "{{ m.segment }}"),
        ("申报主体", 36, left("{{ m.applicant }}")),
    )
    name = "{{ form.year }}年度{{ policy.award }}拟认定名单"
    blocks = (
        *title(split_title("关于", "form.year ~ '年度'", "policy.award", "拟认定名单的公示")),
        Blank(1),
        *body(
            "根据{{ policy.cited }}"
            "{% if rules.public_notice is defined %}{{ rules.public_notice.citation }}{% elif rules.second_examination is defined %}{{ rules.second_examination.citation }}{% endif %}"
            "的规定，经{% if form.course is defined %}{{ form.course }}{% else %}{{ policy.course }}{% endif %}，拟认定{{ members[0].name }}"
            "{% if members | length > 1 %}等{{ members | length }}{{ policy.counter }}{{ policy.noun }}{% endif %}为"
            "{{ form.year }}年度{{ policy.award }}（名单见附件），现予公示。",
            "公示时间为{{ window.span }}，共{{ window.days }}{{ window.unit }}"
            "{% if window.stated %}（{{ policy.name }}{{ window.citation }}）"
            "{% else %}（{{ policy.name }}未规定公示天数，本次按{{ window.days }}{{ window.unit }}公示）{% endif %}。"
            "{{ window.convention }}",
            "公示期间，任何单位和个人对公示内容有异议的，请以书面形式向我单位实名反映，并提供有关佐证材料和联系方式。"
            "个人反映的，请署真实姓名；单位反映的，请加盖公章。{% if form.objection_terms is defined %}{{ form.objection_terms }}{% endif %}",
            "联系人：{{ form.contact }}",
            "联系电话：{{ form.phone }}",
            "电子邮箱：{{ form.email }}",
        ),
        *closing(*body("通信地址：{{ form.address }}"), *elements.enclosures((name,))),
        *signed(),
        tag("if case.example"),
        *elements.note("（示例：本件所列{{ policy.noun }}均为虚构）"),
        tag("endif"),
        *elements.annex("附件", split_title("form.year ~ '年度'", "policy.award", "拟认定名单")),
        table,
    )
    return Plan(
        "public-notice", "公示", "公示",
        "拟认定名单公示。公示天数取自政策，起止日期按国务院放假安排推算，并写明算法。",
        document(blocks, f"关于{name}的公示", RED_HEAD),
        (
            *NUMBERED, *YEAR, *CONTACT,
            ("form.email", "电子邮箱", "text", "", "contact@example.invalid"),
            ("form.address", "通信地址", "text", "", "示例市示例路1号"),
            COURSE,
            ("form.objection_terms", "受理异议的其他要求（政策没有规定的，由发文单位定）", "long", "", "匿名或逾期提出的，不予受理。", "optional"),
        ),
        (
            ("form.notice_from", "公示起始日（不填则同成文日期）", "date", "", "2026-05-18", "optional"),
            ("form.notice_days", "公示工作日数（政策未规定时填）", "number", "个工作日", "5", "optional"),
        ),
    )  # fmt: skip


def development_plan() -> Plan:
    """三年发展规划."""
    goals = listing(
        "targets.rows",
        "t",
        ("指标", 42, left("{{ t.label }}")),
        ("单位", 18, "{{ t.unit }}"),
        (
            "基期值\n（年）",
            22,
            "{{ t.base }}{% if t.base_year is defined %}\n（{{ t.base_year }}）{% endif %}",
        ),
        *yearly("targets.years", "t", 18),
        ("年均增长", 20, "{{ t.growth }}"),
    )
    checks = listing(
        "targets.checks",
        "c",
        ("认定标准指标", 36, left("{{ c.criterion }}")),
        ("认定标准要求", 39, left("{{ c.required }}")),
        ("按目标测算", 32, left("{{ c.actual }}")),
        ("结论", 18, "{{ c.met }}"),
        ("依据", 31, "{{ c.citation }}"),
    )
    projects = listing(
        "form.projects",
        "p",
        ("序号", 12, "{{ loop.index }}"),
        ("项目名称", 34, left("{{ p.name }}")),
        ("建设内容", 46, left("{{ p.content }}")),
        ("总投资\n（万元）", 20, "{{ p.investment }}"),
        ("建设期", 20, "{{ p.period }}"),
        ("责任单位", 24, left("{{ p.unit }}")),
    )
    sample = (("甲", (1.0, 2.0, 3.0, 4.0)),)
    years = ("基期", "第1年", "第2年", "第3年")
    blocks = (
        *title(split_title("case.name", "发展规划", "'（' ~ targets.span ~ '）'"), 0),
        Blank(1),
        *body(
            "为推动{{ case.name }}（以下简称{{ policy.noun }}）高质量发展，依据{{ policy.cited }}"
            "{% if rules.plan is defined and '规划' in rules.plan.words %}{{ rules.plan.citation }}的规定{% endif %}，结合{{ policy.noun }}实际，制定本规划。"
            "规划期为{{ targets.span }}，以{{ targets.base_year }}年为基期。",
        ),
        heading(1, "一、发展基础"),
        heading(2, "（一）基本情况"),
        *body(
            "{{ policy.noun }}位于{{ case.profile.city }}{{ case.profile.county }}，主导产业为{{ case.profile.industry }}，"
            "细分领域为{{ case.profile.segment }}，空间范围为{{ case.profile.boundary }}，"
            "由{{ case.profile.operator }}负责运营管理。近三年主要指标见表1。",
        ),
        caption("表1　近三年主要指标"),
        SERIES,
        heading(2, "（二）对照认定标准的情况"),
        *body(
            f"对照{{{{ policy.name }}}}规定的认定标准逐项自评，共{{{{ tally.all }}}}项：{TALLY}。",
        ),
        tag("for a in aspects"),
        tag("if a.statement is defined"),
        *body(
            "{% if a.title | length <= 16 and '，' not in a.title %}{{ a.title }}方面{% else %}关于“{{ a.title }}”（{{ a.citation }}）{% endif %}：{{ a.statement }}"
        ),
        tag("endif"),
        tag("endfor"),
        heading(2, "（三）存在的短板"),
        tag("for v in tally.unmet_list"),
        *body(
            "{{ v.criterion }}为{{ v.actual }}，未达到“{{ v.required }}”的要求（{{ v.citation }}），须在规划期内补齐。"
        ),
        tag("endfor"),
        tag("for v in tally.open_list"),
        *body(
            "{{ v.criterion }}尚未统计核实，须建立统计口径并按年监测（{{ v.citation }}要求“{{ v.required }}”）。"
        ),
        tag("endfor"),
        *body("{{ form.weaknesses }}"),
        heading(1, "二、总体要求"),
        *body("{{ form.thinking }}"),
        heading(1, "三、发展目标"),
        *body(
            "到{{ targets.last }}年，{{ policy.noun }}各项目标见表2，每项目标均有单位、基期值和分年度值，作为{% if rules.assessment is defined %}年度考核（{{ rules.assessment.citation }}）和{% endif %}"
            "{% if rules.review is defined and '规划' in rules.review.words %}有效期满复核（{{ rules.review.citation }}）{% else %}年度自查{% endif %}的依据。",
        ),
        caption("表2　分年度发展目标"),
        goals,
        Chart("规划目标图", "规划目标", years, sample, "单位", "column", "规划目标图", height=70),
        Chart("目标增速图", "目标增速", years, sample, "%", "bar", "目标增速图", height=70),
        *body(
            "按上述目标测算，规划期末对照认定标准可量化指标的情况见表3；未列入规划目标的指标按现有数据计算。"
        ),
        caption("表3　规划目标与认定标准对照"),
        checks,
        tag("if targets.hints"),
        *body("提示（供编制人员核对，印发前删除）："),
        tag("for h in targets.hints"),
        *body("——{{ h }}"),
        tag("endfor"),
        tag("endif"),
        heading(1, "四、重点任务"),
        tag("if task_article is defined"),
        *body(
            "围绕{{ policy.name }}{{ task_article.citation }}提出的{{ tasks | length | 中文数字 }}个方面，部署以下任务。"
        ),
        tag("endif"),
        tag("for t in tasks"),
        heading(2, "（{{ t.num }}）{{ t.title }}"),
        *body(
            "{{ t.text | 去句号 }}（{{ t.citation }}）。",
            "{% if t.measure is defined %}本{{ policy.noun }}措施：{{ t.measure }}{% else %}本{{ policy.noun }}措施：（尚未填报，请写明具体措施、责任单位和完成时限后印发）{% endif %}",
        ),
        tag("endfor"),
        heading(1, "五、重点项目"),
        *body("规划期内实施重点项目{{ form.projects | length }}个，见表4。"),
        caption("表4　重点项目"),
        projects,
        heading(1, "六、保障措施"),
        heading(2, "（一）加强组织领导"),
        *body(
            "{{ case.profile.applicant }}统筹协调，{{ case.profile.operator }}具体实施，按年度分解目标任务，明确责任单位、责任人和完成时限。"
        ),
        heading(2, "（二）落实支持政策"),
        *body(
            "{% if rules.support is defined %}落实{{ policy.name }}{{ rules.support.citation }}“{{ rules.support.words | 去句号 }}”的规定，{% endif %}引导资源向重点项目和优质中小企业集聚。"
        ),
        heading(2, "（三）强化监测考核"),
        *closing(
            *body(
                "建立目标台账，按年度监测进展。{% if rules.annual_report is defined %}"
                "按照{{ rules.annual_report.citation }}“{{ rules.annual_report.words | 去句号 }}”的规定，按时报送上一年度情况。{% endif %}"
                "{% if rules.assessment is defined %}接受{{ rules.assessment.citation }}规定的考核。{% endif %}",
            )
        ),
        *signed("{{ case.profile.applicant }}"),
        *example_mark(),
    )
    return Plan(
        "development-plan", "三年发展规划", "规划",
        "任务取自政策的培育要求各项，目标按年列出并与认定标准逐项对照，含表格和两幅图。",
        document(blocks, "{{ case.name }}发展规划（{{ targets.span }}）"),
        (
            ("form.date", "成文日期", "date", "", "2026-03-20"),
            ("form.thinking", "发展思路", "long", "", "坚持以主导产业为核心，补链强链，梯度培育优质中小企业。"),
            ("form.weaknesses", "其他短板", "long", "", "高端人才不足，精深加工产品占比偏低。"),
            ("form.projects", "重点项目", "table", "", ""),
        ),
    )  # fmt: skip


FORMS = (application, self_assessment, public_notice, development_plan)
