"""Notices and letters: 印发、申报、推荐、认定、复核、撤销."""

from __future__ import annotations

from form_parts import (
    COLOPHON,
    CONTACT,
    COPIED,
    COURSE,
    NUMBER,
    NUMBERED,
    RED_HEAD,
    TALLY,
    YEAR,
    Column,
    Plan,
    closing,
    document,
    grid,
    left,
    listing,
    members,
    signed,
    split_title,
    tag,
)

from policydoc.gongwen import Blank, Head, Paragraph, Run, elements
from policydoc.gongwen.blocks import Block

heading, body, title = elements.heading, elements.body, elements.title
ADDRESSED = (("form.recipients", "主送机关", "text", "", "各县区工业和信息化局"),)
EXAMPLE: tuple[Block, ...] = (
    tag("if case.example"),
    *elements.note("（示例：本件所列单位、{{ policy.noun }}和数据均为虚构）"),
    tag("endif"),
)


def lines(name: str) -> tuple[Block, ...]:
    """One paragraph for each line of what the issuing unit arranges itself, where it does."""
    return (
        tag(f"if form.{name} is defined"),
        tag(f"for line in form.{name} | 分段"),
        *body("{{ line }}"),
        tag("endfor"),
        tag("endif"),
    )


def said(name: str, lead: str = "", tail: str = "") -> tuple[Block, ...]:
    """A paragraph that quotes a rule of the policy, where it has it."""
    return (
        tag(f"if rules.{name} is defined"),
        *body(
            f"{lead}{{{{ rules.{name}.words | 去句号 }}}}（{{{{ rules.{name}.citation }}}}）。{tail}"
        ),
        tag("endif"),
    )


LISTED = (
    ("{{ policy.noun }}名称", "name", 56), ("所在县（市、区）", "county", 26), ("主导产业", "segment", 30),
    ("申报主体", "applicant", 30),
)  # fmt: skip
# The summary that those who recommend fill in by hand.
EMPTY: tuple[Column, ...] = (
    ("序号", 12, " "), ("{{ policy.noun }}名称", 36, ""), ("所在县\n（市、区）", 25, ""), ("主导产业", 24, ""),
    ("上年度\n总产值\n（亿元）", 21, ""), ("申报主体", 24, ""), ("推荐\n意见", 14, ""),
)  # fmt: skip


def promulgation_notice() -> Plan:
    """印发通知."""
    blocks = (
        *title(split_title("policy.authority", "关于印发", "policy.name", "的通知")),
        *elements.addressee("{{ form.recipients }}："),
        *body("现将{{ policy.name }}印发给你们，请结合实际，认真贯彻落实。"),
        *closing(*body("执行中的问题，请及时向{{ policy.authority }}反映。")),
        *signed(),
        *EXAMPLE,
        Paragraph("{{ policy.title | 标题分行 }}", "公文附件标题", new_page=True),
        Blank(1),
        tag("for b in text"),
        tag("if b.kind == 'chapter'"),
        Blank(1),
        Paragraph("{{ b.num }}　{{ b.text }}", "公文章标题"),
        Blank(1),
        tag("elif b.kind == 'article'"),
        Paragraph((Run("{{ b.num }}", "黑体"), Run("　{{ b.text }}"))),
        tag("elif b.kind == 'annex'"),
        Paragraph("{{ b.num }}", "公文附件标识", new_page=True),
        Blank(1),
        Paragraph("{{ b.text | 标题分行 }}", "公文附件标题"),
        Blank(1),
        tag("elif b.kind == 'heading'"),
        Paragraph("{{ b.num }}{{ b.text }}", "公文一级标题"),
        tag("else"),
        *body("{{ b.num }}{{ b.text }}"),
        tag("endif"),
        tag("endfor"),
    )
    return Plan(
        "promulgation-notice", "印发通知", "通知", "把一份政策文本按公文格式印发，正文为政策全文。",
        document(blocks, "关于印发{{ policy.name }}的通知", RED_HEAD, COLOPHON),
        (*NUMBERED, *ADDRESSED, *COPIED),
    )  # fmt: skip


def call_notice() -> Plan:
    """组织申报通知."""
    blocks = (
        *title(
            split_title(
                "policy.authority",
                "关于组织开展",
                "form.year ~ '年度'",
                "policy.award",
                "申报推荐工作的通知",
            )
        ),
        *elements.addressee("{{ form.recipients }}："),
        *body(
            "为做好{{ form.year }}年度{{ policy.award }}{% if policy.noun != policy.award %}（以下简称{{ policy.noun }}）{% endif %}认定工作，根据{{ policy.cited }}的规定，"
            "现就组织申报推荐有关事项通知如下：",
        ),
        heading(1, "一、申报主体"),
        *said("application"),
        heading(1, "二、申报条件"),
        *body(
            "申报{{ policy.noun }}应当符合{{ policy.name }}规定的以下{{ aspects | length | 中文数字 }}个方面的认定标准，具体要求以文件原文为准："
        ),
        tag("for a in aspects"),
        *body(
            "（{{ a.num }}）{{ a.title }}（{{ a.citation }}）{% if loop.last %}。{% else %}；{% endif %}"
        ),
        tag("endfor"),
        tag("if measured"),
        *body(
            "其中可逐项核对的要求共{{ measured | length }}项，逐项列于附件1，申报时须对照填报并附佐证材料。"
        ),
        tag("endif"),
        heading(1, "三、审核推荐"),
        tag(
            "if rules.quota is not defined or rules.first_examination is defined and rules.first_examination.words != rules.quota.words"
        ),
        *said("first_examination"),
        tag("endif"),
        *lines("examination_request"),
        heading(1, "四、推荐数量"),
        *body("{{ form.allotment }}"),
        *said("quota"),
        heading(1, "五、诚信要求"),
        *body("申报单位应当据实填报，对申报材料的真实性负责。"),
        *lines("integrity"),
        tag("for g in grounds"),
        tag("if '虚假' in g.title or '弄虚作假' in g.title"),
        *body("已经认定的，有“{{ g.title | 去句号 }}”情形的，撤销其认定（{{ g.citation }}）。"),
        tag("endif"),
        tag("endfor"),
        heading(1, "六、材料报送"),
        *body(
            "请于{{ form.deadline | 成文日期 }}前，将推荐函、推荐汇总表和各{{ policy.noun }}申报材料（申报表、自评表、佐证材料，按顺序装订成册）"
            "{{ form.copies_required }}报送{{ policy.authority }}。{% if form.late is defined %}{{ form.late }}{% endif %}",
        ),
        *body("联系人：{{ form.contact }}", "联系电话：{{ form.phone }}"),
        *closing(*body("报送地址：{{ form.address }}")),
        *closing(
            *elements.enclosures(
                ("{{ policy.award }}认定标准指标表", "{{ policy.award }}推荐汇总表", "佐证材料清单")
            )
        ),
        *signed(),
        *EXAMPLE,
        *elements.annex("附件1", "{{ policy.award }}\n认定标准指标表"),
        listing(
            "measured",
            "v",
            ("序号", 12, "{{ loop.index }}"),
            ("指标", 34, left("{{ v.criterion }}")),
            ("要求", 36, left("{{ v.required }}")),
            ("原文", 43, left("{{ v.words }}")),
            ("依据", 31, "{{ v.citation }}"),
        ),
        *elements.annex("附件2", "{{ policy.award }}推荐汇总表"),
        grid(EMPTY, (tuple(cell for _, _, cell in EMPTY),) * 3),
        *body("填报单位（盖章）：　　　填报人：　　　联系电话："),
        *elements.annex("附件3", "佐证材料清单"),
        listing(
            "aspects",
            "a",
            ("序号", 12, "{{ loop.index }}"),
            ("认定标准", 46, left("{{ a.title }}")),
            ("佐证材料", 67, left("{{ a.materials }}")),
            ("依据", 31, "{{ a.citation }}"),
        ),
    )
    return Plan(
        "call-notice", "组织申报通知", "通知",
        "组织申报推荐：申报主体、条件、程序、数量取自政策，并附逐项指标表。",
        document(blocks, "关于组织开展{{ form.year }}年度{{ policy.award }}申报推荐工作的通知", RED_HEAD, COLOPHON),
        (
            *NUMBERED, *YEAR, *ADDRESSED, *COPIED, *CONTACT,
            ("form.deadline", "报送截止日期", "date", "", "2026-04-30"),
            ("form.allotment", "推荐数量要求", "long", "", "各县区推荐集群不超过2个，超过的不予受理。"),
            ("form.examination_request", "对审核推荐工作的要求", "long", "", "审核推荐单位应当逐项核实申报数据，必要时实地核查。", "optional"),
            ("form.integrity", "对诚信申报的其他要求", "long", "", "发现虚假申报的，取消本次申报资格。", "optional"),
            ("form.late", "逾期报送的处理", "text", "", "逾期不予受理。", "optional"),
            ("form.copies_required", "材料份数", "text", "", "一式3份（正本1份、副本2份）及电子版1份"),
            ("form.address", "报送地址", "text", "", "张掖市示例路1号"),
        ),
    )  # fmt: skip


def recommendation_letter() -> Plan:
    """推荐函."""
    blocks = (
        *title(split_title("form.issuer", "关于推荐", "case.name", "申报", "policy.award", "的函")),
        *elements.addressee("{{ policy.authority }}："),
        *body(
            "按照{{ form.year }}年度{{ policy.award }}申报推荐工作安排，依据{{ policy.cited }}"
            "{% if rules.first_examination is defined %}{{ rules.first_examination.citation }}{% endif %}的规定，"
            "我单位对{% if form.issuer != case.profile.applicant %}{{ case.profile.applicant }}提交的{% endif %}{{ case.name }}申报材料进行了审核。现将有关情况函告如下：",
        ),
        heading(1, "一、{{ policy.noun }}基本情况"),
        *body(
            "该{{ policy.noun }}位于{{ case.profile.city }}{{ case.profile.county }}，主导产业为{{ case.profile.industry }}，"
            "细分领域为{{ case.profile.segment }}，由{{ case.profile.operator }}负责运营管理。",
        ),
        heading(1, "二、对照认定标准情况"),
        *body(
            f"对照{{{{ policy.name }}}}规定的认定标准，逐项核对{{{{ tally.all }}}}项：{TALLY}。",
        ),
        tag("for v in tally.unmet_list"),
        *body(
            "不符合的：{{ v.criterion }}，要求{{ v.required }}，实际{{ v.actual }}（{{ v.citation }}）。"
        ),
        tag("endfor"),
        tag("for v in tally.open_list"),
        *body("待核实的：{{ v.criterion }}，要求{{ v.required }}（{{ v.citation }}）。"),
        tag("endfor"),
        heading(1, "三、初审和推荐意见"),
        *body("{{ form.opinion }}"),
        *closing(*body("专此函达。")),
        *closing(*elements.enclosures(("{{ case.name }}申报表", "认定标准自评表", "佐证材料清单"))),
        *signed("{{ form.issuer }}"),
        *closing(*elements.note("（联系人：{{ form.contact }}，联系电话：{{ form.phone }}）")),
        *EXAMPLE,
    )
    return Plan(
        "recommendation-letter", "推荐函", "函", "初审单位向认定机关推荐一个集群，附对照认定标准的逐项结果。",
        document(
            blocks, "关于推荐{{ case.name }}申报{{ policy.award }}的函",
            Head("{{ form.issuer }}", NUMBER),
        ),
        (
            *NUMBERED, *YEAR, *CONTACT,
            ("form.issuer", "发函单位", "text", "", "示例县工业和信息化局"),
            ("form.opinion", "推荐意见", "long", "", "经初审，该集群申报材料齐全，同意推荐。"),
        ),
    )  # fmt: skip


def recognition_notice() -> Plan:
    """认定通知."""
    name = "{{ form.year }}年度{{ policy.award }}名单"
    blocks = (
        *title(
            split_title(
                "policy.authority", "关于公布", "form.year ~ '年度'", "policy.award", "名单的通知"
            )
        ),
        *elements.addressee("{{ form.recipients }}："),
        *body(
            "根据{{ policy.cited }}"
            "{% if rules.public_notice is defined %}{{ rules.public_notice.citation }}{% elif rules.second_examination is defined %}{{ rules.second_examination.citation }}{% endif %}的规定，"
            "经{% if form.course is defined %}{{ form.course }}{% else %}{{ policy.course }}{% endif %}{% if rules.public_notice is defined %}和公示{% endif %}，确定{{ members[0].name }}"
            "{% if members | length > 1 %}等{{ members | length }}{{ policy.counter }}{{ policy.noun }}{% endif %}为{{ policy.award }}（名单见附件{% if policy.noun != policy.award %}，以下简称{{ policy.noun }}{% endif %}），"
            "现予公布，并就有关事项通知如下：",
        ),
        heading(1, "一、认定有效期"),
        *said("validity"),
        tag("if rules.validity is not defined"),
        *body("{{ policy.name }}未规定认定的有效期。"),
        tag("endif"),
        *said("review"),
        heading(1, "二、加强培育管理"),
        tag("for line in form.requirements | 分段"),
        *body("{{ line }}"),
        tag("endfor"),
        *said("annual_report"),
        *said("assessment"),
        tag("if rules.change is defined"),
        heading(1, "三、及时报备重大变更"),
        tag("endif"),
        *said("change"),
        tag("if grounds"),
        heading(1, "{% if rules.change is defined %}四{% else %}三{% endif %}、严格动态调整"),
        *body("{{ policy.noun }}有下列情形之一的，撤销其认定："),
        tag("for g in grounds"),
        *body("（{{ g.num }}）{{ g.title | 去句号 }}{% if loop.last %}。{% else %}；{% endif %}"),
        tag("endfor"),
        tag("endif"),
        *closing(*body("各单位在执行中遇有问题，请及时向{{ policy.authority }}反映。")),
        *closing(*elements.enclosures((name,))),
        *signed(),
        *EXAMPLE,
        *elements.annex("附件", name),
        members(14, *LISTED),
    )
    return Plan(
        "recognition-notice", "认定通知", "通知", "公布认定名单；有效期、报送、变更、撤销各项取自政策并注明条款。",
        document(blocks, f"关于公布{name}的通知", RED_HEAD, COLOPHON),
        (
            *NUMBERED, *YEAR, *ADDRESSED, *COPIED, COURSE,
            ("form.requirements", "对集群和主管部门的工作要求（每段一行）", "long", "", "各集群要落实发展规划；所在地主管部门要加强指导服务。"),
        ),
    )  # fmt: skip


def review_notice() -> Plan:
    """复核通知."""
    blocks = (
        *title(
            "{{ policy.authority }}关于开展{{ form.year }}年度\n{{ policy.award }}复核工作的通知"
        ),
        *elements.addressee("{{ form.recipients }}："),
        *body(
            "{{ form.batch }}认定的{{ policy.award }}有效期将满。根据{{ policy.cited }}"
            "{% if rules.review is defined %}{{ rules.review.citation }}{% endif %}的规定，现就开展复核工作通知如下："
        ),
        heading(1, "一、复核范围"),
        *body("{{ form.batch }}认定且有效期将满的{{ policy.noun }}（名单见附件）。"),
        *said("validity"),
        heading(1, "二、复核依据和内容"),
        *said("review"),
        *lines("content"),
        heading(1, "三、复核程序"),
        tag("for line in form.procedure | 分段"),
        elements.run_in(2, "（{{ loop.index | 中文数字 }}）{{ line | 首句 }}", "{{ line | 余句 }}"),
        tag("endfor"),
        tag(
            "if rules.renewal is defined and (rules.review is not defined or rules.review.words != rules.renewal.words)"
        ),
        *body("{{ rules.renewal.words | 去句号 }}（{{ rules.renewal.citation }}）。"),
        tag("endif"),
        tag("for g in grounds"),
        tag("if '复核' in g.title or '认定标准' in g.title"),
        *body("有“{{ g.title | 去句号 }}”情形的，撤销其认定（{{ g.citation }}）。"),
        tag("endif"),
        tag("endfor"),
        heading(1, "四、材料报送"),
        *body(
            "请于{{ form.deadline | 成文日期 }}前将复核申报表及佐证材料报送{{ policy.authority }}。",
        ),
        *closing(*body("联系人：{{ form.contact }}", "联系电话：{{ form.phone }}")),
        *closing(*elements.enclosures(("纳入复核的{{ policy.noun }}名单",))),
        *signed(),
        *EXAMPLE,
        *elements.annex("附件", "纳入复核的{{ policy.noun }}名单"),
        members(14, *LISTED),
    )
    return Plan(
        "review-notice", "复核通知", "通知", "有效期满复核：范围、内容、程序和结果运用取自政策。",
        document(blocks, "关于开展{{ form.year }}年度{{ policy.award }}复核工作的通知", RED_HEAD, COLOPHON),
        (
            *NUMBERED, *YEAR, *ADDRESSED, *COPIED, *CONTACT,
            ("form.batch", "认定批次", "text", "", "2023年度"),
            ("form.content", "复核内容的补充（政策没有规定的，由发文单位定）", "long", "", "复核对照认定标准逐项进行。", "optional"),
            ("form.procedure", "复核程序（每步一行）", "long", "", "自评。由申报主体组织填写复核申报表，附佐证材料。"),
            ("form.deadline", "报送截止日期", "date", "", "2029-04-30"),
        ),
    )  # fmt: skip


def revocation_notice() -> Plan:
    """撤销认定通知."""
    blocks = (
        *title(
            split_title("policy.authority", "关于撤销", "case.name", "policy.award", "认定的通知")
        ),
        *elements.addressee("{{ form.recipients }}："),
        *body(
            "{{ form.findings }}",
            "上述情况属于{{ policy.cited }}{{ ground.citation }}规定的“{{ ground.title | 去句号 }}”情形。"
            "{% if rules.revocation is defined %}依据该文件{{ rules.revocation.citation }}，{% endif %}经研究，决定撤销{{ case.name }}的"
            "{{ policy.award }}认定，自{{ form.effective | 成文日期 }}起生效。{% if form.consequences is defined %}现就有关事项通知如下：{% endif %}",
        ),
        tag("if form.consequences is defined"),
        tag("for line in form.consequences | 分段"),
        *body("{{ loop.index | 中文数字 }}、{{ line }}"),
        tag("endfor"),
        tag("endif"),
        *closing(
            *body("{% if form.remedy is defined %}{{ form.remedy }}{% else %}特此通知。{% endif %}")
        ),
        *signed(),
        *EXAMPLE,
    )
    return Plan(
        "revocation-notice", "撤销认定通知", "通知", "撤销认定：所引情形必须是政策规定的撤销情形之一，否则报错并列出现有情形。",
        document(blocks, "关于撤销{{ case.name }}{{ policy.award }}认定的通知", RED_HEAD, COLOPHON),
        (
            *NUMBERED, *ADDRESSED, *COPIED,
            ("form.findings", "查明的事实", "long", "", "经核查，该集群存在……的情况。"),
            ("form.effective", "撤销生效日期", "date", "", "2027-09-01"),
            ("form.consequences", "撤销后的事项（每项一行；政策没有规定的，由发文单位定）", "long", "", "收回牌匾、证书。", "optional"),
            ("form.remedy", "救济途径（由法制机构定）", "long", "", "", "optional"),
        ),
        (("form.ground", "撤销依据的项（如 二，或 第十九条第（二）项）", "text", "", "二"),),
    )  # fmt: skip


FORMS = (
    promulgation_notice, call_notice, recommendation_letter, recognition_notice, review_notice,
    revocation_notice,
)  # fmt: skip
