"""What an input is, told from its name or its text."""

import pytest

from orgviz.source.kind import InputKind, kind_by_ending
from orgviz.source.kind_by_text import data_form, is_own_language, is_text_outline, kind_by_text
from orgviz.source.outline_reader import is_outline

OWN = (
    "units: [A]", "version: 1\nunits:\n  - A\n", "# ours\n\n---\nunits:\n  - A\n", "title: X\npositions:\n  - CEO\n",
    '{"version": 1, "nodes": []}', "{units: [A]}", "titel: X\nunits:\n  - nmae: A\n", "units：\n  - A\n",
)  # fmt: skip
DATA = (
    "", "# later\n", "---\n...\n", "just words", "- name: A\n", "- a", "title: Probe\n", '[{"name": "A"}]', "units",
    "teams:\n  - name: A\n", "部門:\n  - 名稱: 營運中心\n", "Title: X\nPositions:\n  - {title: A}\n",
)  # fmt: skip
TEXTS = (
    "总部\n  销售\n", "Teams:\n- Sales\n- Support\n", "# Works\n## Sales\n## Design\n", "公司下设甲部、乙部。",
    "Sales reports to Ann.", "1. Works\n  1.1 Sales\n", "---\ntitle: Works\n---\n# Works\nThe works have two teams.\n",
    "The units: sales, design.\nThe positions: none.\n", "```yaml\nunits:\n  - A\n```\n", "orgviz outline 1\n", "# ours\n\nOrgviz outline 1\n\n- A\n",
)  # fmt: skip
OTHER_DATA = (
    ("-- dump\n/* of\n*/\nINSERT INTO `dept` VALUES (1, 'A');\n", "sql"), ("\nCREATE TABLE d (id int);\n", "sql"),
    ("// ours\nexport const teams = [\n", "js"), ("const a: Team[] = []\n", "js"), ("module.exports = {}\n", "js"),
    ('# ours\n\n[[team]]\n# one\nname = "A"\n', "toml"), ('name = "A"\n', "toml"), ("[a]\n[a.b]\nlead = []\n", "toml"),
)  # fmt: skip
TABLES = ("姓名,部门\n王敏,客服部\n", "name\tmanager\nAna\t\nBo\tAna\n", "Name;Boss\nAnn;\nBob;Ann\n", "a|b\nc|d\n")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.YML", "yaml"), ("a.json", "json"), ("a.b/c.md", "text"), ("a.Txt", "text"), ("a.tsv", "csv"),
        ("a.xlsx", "xlsx"), ("a.toml", "data"), ("a.sql", "data"), ("a.csv.bak", None), ("a", None), ("<stdin>", None),
    ],
)  # fmt: skip
def test_the_ending_says_what_a_file_is(name, kind):
    assert kind_by_ending(name) == kind


@pytest.mark.parametrize("text", [*OWN, *DATA])
def test_our_own_language_is_known_also_with_mistakes_and_so_is_data(text):
    assert kind_by_text(text) is InputKind.YAML


@pytest.mark.parametrize(("text", "form"), OTHER_DATA)
def test_data_in_another_language_is_known_by_how_it_begins(text, form):
    assert kind_by_text(text) is InputKind.DATA
    assert data_form("<stdin>", text) == data_form(f"a.{form}", "") == form


@pytest.mark.parametrize("text", ["Export\n  Sales\n", "a = b\n", "Create table service\n"])
def test_a_text_with_words_of_such_a_language_is_none(text):
    assert data_form("<stdin>", text) == "csv"


@pytest.mark.parametrize("text", ['[{"a": 1}]', "- name: A\n", "teams:\n  - name: A\n"])
def test_data_of_no_ending_is_yaml_where_it_has_pairs(text):
    assert data_form("-", text) == "yaml"


@pytest.mark.parametrize("text", TEXTS)
def test_outlines_and_prose_are_documents(text):
    assert kind_by_text(text) is InputKind.TEXT


@pytest.mark.parametrize("text", TABLES)
def test_lines_with_the_same_separators_are_a_table(text):
    assert kind_by_text(text) is InputKind.CSV


@pytest.mark.parametrize("text", OWN)
def test_our_own_language_is_known_in_a_file_of_any_name(text):
    assert is_own_language(text)


def test_an_outline_of_ours_is_known_as_its_reader_knows_it():
    for text in ("orgviz outline 1\n\n- A", "\n# c\n ORGVIZ outline\n", "orgviz outlines", "- orgviz outline", "", "A"):
        assert is_text_outline(text) == is_outline(text)


@pytest.mark.parametrize("text", [*TEXTS, *TABLES, "title: Probe\n", "- a", "{}", '{"a": 1}'])
def test_a_document_is_no_file_of_ours(text):
    assert not is_own_language(text)


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 20_000 + "x",
        "a: b\n" * 4_000,
        "a:\n" * 5_000,
        "#\n" * 9_000 + "x",
        "---\n" * 5_000,
        "a:\n" + " \n" * 9_000,
        "/* */\n" * 4_000 + "x",
        "[a]\n" * 5_000 + "=",
    ],
)
def test_the_same_thing_over_and_over_takes_no_time(text):
    assert kind_by_text(text) in InputKind
    assert is_own_language(text) is False
