from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.assessment.cases import merge, read_case
from policydoc.errors import SettingsError
from policydoc.model import Case


def _read(folder: Path, text: str, suffix: str = ".toml") -> Case:
    path = folder / f"case{suffix}"
    path.write_text(text, encoding="utf-8")
    return read_case(path)


def _fault(folder: Path, text: str, suffix: str = ".toml") -> str:
    with pytest.raises(SettingsError) as caught:
        _read(folder, text, suffix)
    assert caught.value.message.endswith("。")
    return caught.value.message


def test_a_case_is_read_with_its_unknowns(tmp_path: Path) -> None:
    case = _read(
        tmp_path,
        'name = "甲"\n[profile]\nhigh_energy = "否"\nopened = 2020-02-29\n'
        '[series.output]\n2023 = 10\n2024 = "未核实"\n[counts]\nhigh_tech = "1,200"\n',
    )
    assert case.profile == {"high_energy": False, "opened": "2020-02-29"}
    assert case.series["output"].unit == "亿元"
    assert case.series["output"].values == {2023: 10, 2024: None}
    assert case.counts == {"high_tech": 1200}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('[series.output]\n2023 = "十亿"', "series.output.2023：应为数，现为文字“十亿”"),
        ("[series.output]\n2023 = true", "应为数，现为是否（是）"),
        ("[series.output]\n20231 = 3", "“20231”不是年份"),
        ("series = 3", "series：应为表"),
        ("[counts]\nhigh_tech = -1", "不能为负数"),
        ("[counts]\nhigh_tech = 1.5", "应为整数"),
        ("[counts]\nhigh_tech = inf", "超出可能的范围"),
        ("[counts]\nhigh_tech = nan", "超出可能的范围"),
        ("[counts]\nhigh_tech = 1" + "0" * 400, "超出可能的范围"),
        ("[counts]\nhigh_tech = 1" + "0" * 5000, "不是合格的 TOML"),
        ("[counts]\nenterprises = 3\nhigh_tech = 4", "国家级高新技术企业 4 大于相关企业户数 3"),
        ("[series.output]\n2023=1\n[series.output_sme]\n2023=2", "中小企业产值 2 大于集群总产值 1（2023 年）"),
        ("[figures]\nplatform_rate = 101", "工业互联网平台应用普及率为 101%，不能超过 100%"),
        ('[profile]\nopened = "2023年2月30日"', "没有“2023年2月30日”这一天"),
        ('[people]\ncontact = "王"', "people.contact：应为表"),
        ("[aspects]\n1 = [2]", "aspects.1：应为文字，现为 列表"),
        ("figure = 1", "figure：不认识的项目"),
        ('base = "nothing"', "不是已有的模板"),
    ],
)  # fmt: skip
def test_what_cannot_be_true_is_named_with_its_place(tmp_path: Path, body: str, words: str) -> None:
    assert words in _fault(tmp_path, f'name = "甲"\n{body}\n')


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    message = _fault(tmp_path, "name = 3\nfoo = 1\n[counts]\na = -1\nb = 'x'\n")
    assert "有 4 处错误" in message
    assert all(words in message for words in ("foo：", "name：", "counts.a：", "counts.b："))


@pytest.mark.parametrize(
    ("suffix", "text"),
    [(".json", "[1]"), (".json", '{"name": NaN}'), (".json", "[" * 90000), (".toml", "name ="),
     (".xlsx", "no zip"), (".doc", "")],
)  # fmt: skip
def test_a_file_of_another_kind_is_refused(tmp_path: Path, suffix: str, text: str) -> None:
    assert "个案" in _fault(tmp_path, text, suffix) or suffix in (".toml", ".xlsx")


def test_a_case_is_laid_over_its_base_and_stays_fictional(tmp_path: Path) -> None:
    base = tmp_path / "base.toml"
    base.write_text(
        'name = "甲"\nexample = true\n[counts]\na = 1\nb = 2\n', encoding="utf-8"
    )  # fmt: skip
    path = tmp_path / "case.toml"
    path.write_text('base = "base"\nexample = false\n[counts]\nb = 3\n', encoding="utf-8")
    case = read_case(path, lambda name: base if name == "base" else None)
    assert (case.name, case.counts, case.example) == ("甲", {"a": 1, "b": 3}, True)


def test_bases_that_rest_on_each_other_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text('name = "甲"\nbase = "self"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="循环"):
        read_case(path, lambda name: path)


_TABLES = st.recursive(
    st.integers(), lambda inner: st.dictionaries(st.sampled_from("abc"), inner), max_leaves=8
)


@given(st.dictionaries(st.sampled_from("abc"), _TABLES))
def test_merging_with_nothing_changes_nothing(tree: dict[str, object]) -> None:
    assert merge(tree, {}) == tree
    assert merge({}, tree) == tree
    assert merge(tree, tree) == tree


def test_an_example_is_fitted_to_the_policy_it_is_shown_for(tmp_path: Path) -> None:
    own, base = tmp_path / "own", tmp_path / "base"
    for folder in (own, base):
        folder.mkdir()
    (base / "example.toml").write_text(
        'name = "甲市集群"\nexample = true\n[extra]\na = "甲"\n', encoding="utf-8"
    )
    (base / "example.other.toml").write_text('name = "乙省集群"\n', encoding="utf-8")
    path = own / "example.toml"
    path.write_text('base = "base"\n[extra]\nb = "丙"\n', encoding="utf-8")
    (own / "example.other.toml").write_text('[extra]\nb = "丁"\n', encoding="utf-8")

    def opened(policy: str) -> Case:
        return read_case(path, lambda name: base / "example.toml", policy)

    assert (opened("").name, opened("").extra) == ("甲市集群", {"a": "甲", "b": "丙"})
    fitted = opened("other")
    assert (fitted.name, fitted.extra, fitted.example) == ("乙省集群", {"a": "甲", "b": "丁"}, True)
    assert opened("../base/other").name == "甲市集群"
