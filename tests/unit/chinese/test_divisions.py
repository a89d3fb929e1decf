from policydoc.chinese.divisions import is_within, superiors


def test_every_province_and_prefecture_is_named_once() -> None:
    provinces = [name for name, above in superiors().items() if not above]
    assert len(provinces) == 34
    assert len(superiors()) - len(provinces) == 333


def test_a_prefecture_lies_within_its_province_only() -> None:
    assert is_within("张掖市", "甘肃省")
    assert not is_within("甘肃省", "张掖市")
    assert not is_within("宜宾市", "甘肃省")
