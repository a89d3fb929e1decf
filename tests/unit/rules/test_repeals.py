from __future__ import annotations

from pathlib import Path

import pytest

from policydoc import pipeline
from policydoc.errors import SettingsError
from policydoc.model import Finding, Policy, Repeal
from policydoc.rules._repeals import iter_repeals, to_repeals

DRAFT = (
    "云溪市集群管理办法\n第一条 根据《甲省集群认定办法》（甲工信发〔2020〕3号），制定本办法。\n{}"
)


def load(text: str, name: str = "draft") -> Policy:
    return pipeline.extract(pipeline.parse_text(text, name))


def cited(text: str, *repeals: Repeal) -> list[Finding]:
    found = pipeline.lint(load(text), repeals=repeals)
    return [f for f in found if f.rule == "repealed-rule-cited"]


@pytest.mark.parametrize(
    ("clause", "titles"),
    [
        ("《甲办法》同时废止。", ["甲办法"]),
        ("《甲办法》（乙工信发〔2020〕3号）、市经信委《丙办法》和《丁规定》同时废止。", ["甲办法", "丙办法", "丁规定"]),
        ("2019年3月1日公布的《甲办法》自本办法施行之日起停止执行。", ["甲办法"]),
        ("决定废止《甲办法》《乙规定》。", ["甲办法", "乙规定"]),
        ("《甲办法》第三条同时废止。", []),
        ("根据《甲办法》，《乙规定》中有关期限的规定同时废止。", []),
        ("依照《甲办法》取得的证书失效。", []),
        ("《甲办法》的制定、修改和废止，适用本规定。", []),
        ("废止《甲办法》第三条。", []),
        ("《关于印发〈甲办法〉的通知》同时废止。", ["关于印发〈甲办法〉的通知"]),
    ],
)  # fmt: skip
def test_what_a_clause_repeals(clause: str, titles: list[str]) -> None:
    policy = pipeline.parse_text(f"云溪市新办法\n第一条 本办法自2026年1月1日起施行。{clause}\n")
    assert sorted(r.title for r in iter_repeals(policy)) == sorted(titles)


def test_items_below_a_repealing_lead_in_are_repealed() -> None:
    text = "关于废止部分文件的决定\n下列文件自即日起废止：\n一、《甲办法》（甲发〔2019〕1号）\n二、《乙规定》\n"
    found = [(r.title, r.number) for r in iter_repeals(pipeline.parse_text(text))]
    assert found == [("甲办法", "甲发〔2019〕1号"), ("乙规定", "")]


def test_data_of_the_user_speak_for_the_number_they_give() -> None:
    mine = Repeal(
        "甲省集群认定办法", "甲工信发〔2020〕3号", "甲省集群管理办法", "第九条", "2025-01-01"
    )
    other = Repeal("甲省集群认定办法", "甲工信发〔2016〕8号", "甲省集群管理办法", "第九条")
    assert [f.message for f in cited(DRAFT.format(""), mine)] == [
        "《甲省集群认定办法》已由《甲省集群管理办法》第九条废止（2025-01-01起）。"
    ]
    assert not cited(DRAFT.format(""), other)


def test_a_draft_older_than_the_repeal_is_right() -> None:
    repeal = Repeal("甲省集群认定办法", "", "甲省集群管理办法", "", "2025-01-01")
    ends = "第二条 本办法自{}起施行。\n"
    assert not cited(DRAFT.format(ends.format("2024年1月1日")), repeal)
    assert [f.certain for f in cited(DRAFT.format(ends.format("2025年3月1日")), repeal)] == [True]
    assert [f.certain for f in cited(DRAFT.format(""), repeal)] == [False]


def test_what_we_ship_says_where_it_is_from() -> None:
    text = "云溪市合同管理办法\n第一条 根据《中华人民共和国合同法》，制定本办法。\n"
    assert "《中华人民共和国民法典》第一千二百六十条" in cited(text)[0].message


def test_the_notes_beside_a_draft_may_name_repealed_rules(tmp_path: Path) -> None:
    notes = tmp_path / "草案.review.toml"
    notes.write_text('[[repealed]]\ntitle = "甲省集群认定办法"\nby = "甲省新办法"\n', "utf-8")
    findings = pipeline.review(load(DRAFT.format("")), notes=notes).findings
    assert "repealed-rule-cited" in {f.rule for f in findings}


def test_a_wrong_entry_is_named() -> None:
    with pytest.raises(SettingsError, match="第 2 个"):
        to_repeals({"repealed": [{"title": "甲", "by": "乙"}, {"title": "甲"}]}, "x.toml")


def test_texts_of_the_workspace_are_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    peer = "云溪市集群年度报告规定\n第一条 集群于每年2月底前向市工业和信息化局报送上一年度发展情况。\n第二条 本规定自2025年1月1日起施行，《甲省集群认定办法》同时废止。\n"
    folder = tmp_path / "policies" / "peer"
    folder.mkdir(parents=True)
    (folder / "peer.txt").write_text(peer, "utf-8")
    (folder / "policy.toml").write_text('file = "peer.txt"\n', "utf-8")
    (tmp_path / "policies" / "broken").mkdir()
    (tmp_path / "policies" / "broken" / "policy.toml").write_text("file = 1\n", "utf-8")
    monkeypatch.setenv("POLICYDOC_WORKSPACE", str(tmp_path))
    text = DRAFT.format("第二条 集群应当于每年3月10日前向市工业和信息化局报送上一年度发展情况。\n")
    found = {f.rule: f.related for f in pipeline.review(load(text)).findings}
    assert found["repealed-rule-cited"][0][0] == "peer"
    assert found["conflict-with-peer"] == (("peer", "art_1__para_1", "每年2月底前"),)
