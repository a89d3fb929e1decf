"""Words joined are the text again, and numbers, titles and names are whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.chinese import words as module
from policydoc.chinese.words import tokenizer_name, words


@settings(deadline=None)
@given(st.text(alphabet="市工业和信息化局10个，。“”《》 年a%\n", max_size=30))
def test_the_words_are_the_text(text: str) -> None:
    assert "".join(words(text, ["市工业和信息化局"])) == text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("近三年产值均在10亿元以上", "10亿元"),
        ("每年2月底前报送", "2月"),
        ("占地不超过100平方公里", "100平方公里"),
        ("依据《中华人民共和国立法法》制定", "《中华人民共和国立法法》"),
        ("专精特新“小巨人”企业", "“小巨人”"),
        ("报市工业和信息化局备案", "市工业和信息化局"),
        ("经三分之二以上业主同意", "三分之二"),
    ],
)
def test_numbers_titles_and_names_stay_whole(text: str, whole: str) -> None:
    assert any(whole in word for word in words(text, ["市工业和信息化局"]))


def test_the_cutter_is_named_with_its_version() -> None:
    name, _, version = tokenizer_name().partition(" ")
    assert name in ("jieba", "rjieba")
    assert version[0].isdigit()


def test_plain_jieba_cuts_as_it_would_with_a_table_of_its_own_making() -> None:
    import jieba

    theirs = jieba.Tokenizer()
    with theirs.get_dict_file() as file:
        table = theirs.gen_pfdict(file)
    with theirs.get_dict_file() as file:
        assert module._frequencies(file.read().decode("utf-8")) == table
    assert "".join(module._plain_jieba()("集群有效期为三年")) == "集群有效期为三年"
