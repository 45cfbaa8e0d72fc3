"""The few signs about a node are short, and in the chart's language."""

import pytest

from orgviz.labels import cut_label, holders_label, status_label
from orgviz.model import Cut
from orgviz.reading import read_org
from orgviz.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("lang", "cut", "label"),
    [
        ("en", Cut(12, 3), "+12 in 3 units"),
        ("en", Cut(1, 1), "+1 in 1 unit"),
        ("en", Cut(12, 0), "+12"),
        ("en", Cut(0, 3), "+3 units"),
        ("en", Cut(0, 0), None),
        ("zh-CN", Cut(12, 3), "+12 人 · 3 个部门"),
        ("zh-TW", Cut(0, 3), "+3 個部門"),
        ("ja", Cut(12, 1), "+12 名 · 1 部門"),
        ("ko", Cut(12, 3), "+12명 · 부서 3개"),
        ("de", Cut(12, 3), "+12 in 3 Einheiten"),
    ],
)
def test_a_cut_is_counted_in_words(lang, cut, label):
    assert cut_label(cut, vocabulary(lang)) == label


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("status: temporary, from: 2026-10-01, until: 2026-11-15", "临时 10-01 – 11-15"),
        ("status: temporary, from: 2026-12-01, until: 2027-01-15", "临时 2026-12-01 – 2027-01-15"),
        ("status: planned, from: 2027-01-01", "筹建 2027-01-01 起"),
        ("until: 2026-11-15", "至 2026-11-15"),
        ("from: 2020-01-01", None),
        ("status: optional", "可选"),
    ],
)
def test_a_status_has_its_days(said, label):
    org = read_org(f"units: [{{name: 市场部, {said}}}]".encode(), "o").org
    assert status_label(org.nodes[0], vocabulary("zh-CN")) == label


@pytest.mark.parametrize(
    ("holders", "label"),
    [
        ("[Ann, Bob]", "Ann, Bob"),
        ("[{name: Ann, from: 2020-01-01}, Bob]", "Ann, Bob"),
        ("[{name: Ann, until: 2026-06-30}, {name: Bob, from: 2026-07-01}]", "Ann (until 06-30), Bob (from 07-01)"),
        ("[{name: Ann, from: 2025-01-01, until: 2026-06-30}]", "Ann (2025-01-01 – 2026-06-30)"),
        ("[{name: Ann, until: 2026-06-30}, Bob]", "Ann (until 2026-06-30), Bob"),
    ],
)
def test_the_days_of_holders_are_said_where_one_of_them_ends(holders, label):
    org = read_org(f"positions: [{{title: A, holder: {holders}}}]".encode(), "o").org
    assert holders_label(org.nodes[0], vocabulary("en")) == label
