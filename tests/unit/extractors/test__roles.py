from __future__ import annotations

import pytest

from policydoc.extractors._roles import iter_roles
from policydoc.model import Fact, Identity, Kind, Policy, Provision


def _article(number: int, text: str, *items: str) -> Provision:
    eid = f"art_{number}__para_1"
    children = tuple(
        Provision(Kind.SUBPARAGRAPH, f"{eid}__subpara_{n}", f"（{n}）", text=item)
        for n, item in enumerate(items, 1)
    )
    paragraph = Provision(Kind.PARAGRAPH, eid, text=text, children=children)
    return Provision(Kind.ARTICLE, f"art_{number}", children=(paragraph,))


def _roles(*body: Provision, **zones: tuple[Provision, ...]) -> dict[str, str]:
    facts = list(iter_roles(Policy(Identity(), body=body, **zones)))
    assert all(fact.kind == "role" for fact in facts)
    return {fact.eid: fact.role for fact in facts}


def _role(text: str, chapter: str = "") -> str:
    article = _article(1, text)
    top = Provision(Kind.CHAPTER, "chp_1", heading=chapter, children=(article,))
    return _roles(top if chapter else article).get("art_1__para_1", "")


@pytest.mark.parametrize(
    ("text", "chapter", "role"),
    [
        ("为规范资金管理，根据有关规定，制定本办法。", "", "purpose"),
        ("本办法所称专项资金，是指由市级财政安排的资金。", "", "definition"),
        ("本条例适用于本省行政区域内水源的保护。", "", "definition"),
        ("资金使用遵循公开透明、突出重点的原则。", "", "principle"),
        ("市科技局是主管部门，负责编制预算、发布指南；市财政局负责资金拨付工作。", "", "competence"),
        ("市住建局负责本市绿色建筑的指导和统筹协调工作。区住建局协助开展受理、初审等日常工作。", "总则", "competence"),
        ("对首次认定的企业，一次性给予20万元奖励。", "支持范围和标准", "support"),
        ("对研发费用超过500万元的企业，按增量的10%给予补助。", "", "support"),
        ("申报单位应当具备下列条件：", "申报条件和程序", "criterion"),
        ("有下列情形之一的，不得申报：", "申报条件和程序", "criterion"),
        ("申报单位应当提交下列材料：", "申报条件和程序", "procedure"),
        ("市局自受理之日起20个工作日内组织专家评审，评审结果公示7日。", "", "procedure"),
        ("项目负责人变更的，应当在10日内报市局备案。", "监督管理", "management"),
        ("基地有效期为五年，期满后由省厅组织复核。", "", "management"),
        ("有下列行为之一的，由市局责令改正，追回资金：", "法律责任", "sanction"),
        ("工作人员玩忽职守的，依法给予处分。", "", "sanction"),
        ("各县（区）可以参照本办法制定实施细则。", "附则", "final"),
        ("本办法由市局负责解释。", "", "final"),
        ("本规定自2026年1月1日起施行，有效期五年。", "", "final"),
        ("县级以上人民政府应当将水源保护纳入发展规划。", "", "duty"),
        ("禁止在一级保护区内从事下列活动：", "", "duty"),
        ("各区人社局要积极组织培训，引导高校毕业生到企业工作。", "培育任务", "duty"),
    ],
)  # fmt: skip
def test_words_and_chapter_tell_the_role(text: str, chapter: str, role: str) -> None:
    assert _role(text, chapter) == role


def test_items_take_the_role_their_lead_in_announces() -> None:
    accident = "企业发生较大及以上安全事故的；"
    ground = _roles(_article(1, "有下列情形之一的，撤销其称号：", accident))
    condition = _roles(_article(1, "申请单位应当符合下列条件：", accident))
    task = _roles(_article(1, "各区围绕以下方面开展培育工作：", "企业数不少于10家；"))
    assert ground["art_1__para_1__subpara_1"] == "sanction"
    assert condition["art_1__para_1__subpara_1"] == "criterion"
    assert task["art_1__para_1__subpara_1"] == "duty"


def test_a_standard_in_the_annex_is_criteria_throughout() -> None:
    annex = Policy(
        Identity(title="示范园区认定标准"),
        preface=(Provision(Kind.TITLE, "att_1__preface", text="示范园区认定标准"),),
        preamble=(Provision(Kind.PREAMBLE, "att_1__preamble", text="须满足以下指标。"),),
        body=(Provision(Kind.LEVEL, "att_1__level_1", heading="创新", text="持续开展培育工作。"),),
    )
    facts = list(iter_roles(Policy(Identity(), attachments=(annex,))))
    assert {fact.role for fact in facts} == {"criterion"}


def test_a_sanction_in_a_later_sentence_does_not_make_the_duty_one() -> None:
    text = "企业应当于每年4月30日前更新信息。未及时更新的，取消复核资格。"
    assert _role(text, "动态管理") == "management"


def test_no_sign_no_role() -> None:
    assert _role("天气晴朗。") == ""


def test_the_quote_is_the_whole_text() -> None:
    facts: list[Fact] = list(iter_roles(Policy(Identity(), body=(_article(1, "禁止放养。"),))))
    assert [(f.quote, f.start, f.end) for f in facts] == [("禁止放养。", 0, 5)]
