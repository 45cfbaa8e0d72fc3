"""By what names are compared, whether one is looked at or many."""

import pytest

from orgviz.checks.look_alikes import share_skeletons, skeletons

NAMES = (
    "Sales",
    "SALES",
    "王 敏",
    "王敏",
    "ＡＢ",
    "AB",
    "Аnn",
    "Ann",
    "Straße",
    "STRASSE",
    "a\nb",
    "a\u200bb",
    "",
    "ΑΒ",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_compared_by_the_same_beside_others(name):
    assert skeletons(NAMES)[NAMES.index(name)] == skeletons([name])[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sales", "SALES"), ("王 敏", "王敏"), ("ＡＢ", "AB"), ("Аnn", "Ann"), ("Straße", "STRASSE"), ("a\nb", "a\u200bb"), ("ΑΒ", "AB")],
)  # fmt: skip
def test_names_that_look_alike_share_a_skeleton(one, other):
    found = skeletons([one, other])
    assert {*found[0]} & {*found[1]}


def test_names_that_do_not_look_alike_share_none():
    found = [skeleton for one in skeletons(["Ann", "Anna", "王敏", "王民", "Bär"]) for skeleton in one]
    assert len({*found}) == len(found) == 5


def test_no_names_have_no_skeletons():
    assert skeletons([]) == []


@pytest.mark.parametrize("name", NAMES)
def test_names_share_a_skeleton_if_one_of_them_is_like_another(name):
    rest = [other for other in NAMES if not {*skeletons([other])[0]} & {*skeletons([name])[0]}]
    distinct = list({skeleton: other for other in rest for skeleton in skeletons([other])[0]}.values())[:1]
    assert not share_skeletons([name, *distinct])
    assert share_skeletons([name, *distinct, f"{name}\u200b"])
