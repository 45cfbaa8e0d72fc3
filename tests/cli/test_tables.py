"""Tables and lists of teams at the command line, one or several, from files, folders and standard input."""

import json

import pytest

ROSTER = "姓名,部门,职位,上级\n王敏,总部,总经理,\n李四,客服部,客服专员,王敏\n赵六,运营中心,运营专员,王敏\n"
TEAMS = "- name: Sales\n  lead: Ann\n- name: Shop\n  parent: Sales\n  members: [Bob]\n"


def nodes(done):
    assert done.code == 0, done.errors
    return [(node["kind"], node["name"], node["parent"]) for node in json.loads(done.out)["nodes"]]


@pytest.fixture
def files(folder):
    folder.joinpath("a.csv").write_text(ROSTER, encoding="utf-8")
    folder.joinpath("teams.yaml").write_text(TEAMS)
    folder.joinpath("all").mkdir()
    folder.joinpath("all", "shop.toml").write_text('name = "Shop"\nparent = "Sales"\nmembers = ["Bob"]\n')
    folder.joinpath("all", "sales.toml").write_text('name = "Sales"\nlead = "Ann"\n')
    return folder


@pytest.mark.usefixtures("files")
def test_a_table_is_drawn_and_checked_as_any_file(orgviz):
    drawn = orgviz("render", "a.csv", "-f", "txt", "-o", "-")
    assert (drawn.code, drawn.errors) == (0, "")
    assert all(name in drawn.out.decode() for name in ("王敏", "李四", "客服专员"))
    assert orgviz("check", "a.csv").code == 0


def test_a_table_in_an_encoding_that_is_sure_is_read_with_a_warning(orgviz, files):
    files.joinpath("gb.csv").write_bytes(ROSTER.encode("gb18030"))
    done = orgviz("convert", "gb.csv")
    assert (done.code, done.out) == (0, orgviz("convert", "a.csv").out)
    assert "gb.csv:1:1: warning[read-as]: the file is encoded in GB18030" in done.errors


def test_a_list_of_teams_is_read_under_any_name(orgviz, files):
    files.joinpath("teams.txt").write_text(TEAMS)
    told = [
        nodes(orgviz("convert", name, "-f", "json", stdin=TEAMS.encode())) for name in ("teams.yaml", "teams.txt", "-")
    ]
    assert told[0] == told[1] == told[2]
    assert told[0][0] == ("unit", "Sales", None)
    assert ("unit", "Shop", "Sales") in told[0]


def test_data_in_another_language_is_known_on_standard_input_and_beside_tables(orgviz, files):
    toml = files.joinpath("all", "sales.toml").read_bytes()
    assert ("unit", "Sales", None) in nodes(orgviz("convert", "-", "-f", "json", stdin=toml))
    told = nodes(orgviz("convert", "-", "all/shop.toml", "-f", "json", stdin=toml))
    assert told == nodes(orgviz("convert", "all", "-f", "json"))


@pytest.mark.usefixtures("files")
def test_several_tables_are_drawn_as_one_chart(orgviz):
    drawn = orgviz("render", "all/sales.toml", "all/shop.toml", "-f", "txt", "-o", "-")
    assert drawn.out == orgviz("render", "all", "-f", "txt", "-o", "-").out


@pytest.mark.usefixtures("files")
def test_a_folder_is_one_organisation(orgviz):
    told = nodes(orgviz("convert", "all", "-f", "json"))
    assert told == nodes(orgviz("convert", "all/sales.toml", "all/shop.toml", "-f", "json"))
    assert ("unit", "Shop", "Sales") in told
    assert ("person", "Bob", "Shop") in told


def test_columns_of_other_names_are_told_by_map(orgviz, files):
    files.joinpath("b.csv").write_text(ROSTER.replace("上级", "老板"), encoding="utf-8")
    assert orgviz("convert", "b.csv", "--map", "manager=老板").out == orgviz("convert", "a.csv").out
    missing = orgviz("convert", "b.csv", "--map", "manager=上司")
    assert missing.code == 1
    assert "error[unknown-column]" in missing.errors


@pytest.mark.parametrize("form", ["text", "csv"])
def test_an_organisation_written_as_lines_or_table_is_read_again(orgviz, files, form):
    written = orgviz("convert", "org.yaml", "-f", form)
    ending = {"text": "txt", "csv": "csv"}[form]
    files.joinpath(f"again.{ending}").write_bytes(written.out)
    names = {name for _, name, _ in nodes(orgviz("convert", f"again.{ending}", "-f", "json"))}
    assert {"运营中心", "运营专员", "客服专员", "Finance"} <= names
    assert orgviz("convert", "org.yaml", "-o", f"same.{ending}").code == 0
    assert files.joinpath(f"same.{ending}").read_bytes() == written.out


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("a.csv org.yaml", "'org.yaml' is an organisation of its own"),
        ("a.csv a.csv", "'a.csv' is given twice"),
        ("a.csv --section 1", "'a.csv' is no document"),
        ("a.csv --explain", "'a.csv' is no document"),
        ("a.csv --map boss=x", "boss"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(orgviz, arguments, words):
    done = orgviz("convert", *arguments.split())
    assert (done.code, done.out) == (2, b"")
    assert words in done.errors


def test_no_file_of_the_input_is_written_over(orgviz, files):
    before = files.joinpath("all", "shop.toml").read_bytes()
    done = orgviz("convert", "all", "-f", "yaml", "-o", "all/shop.toml")
    assert done.code == 3
    assert "is the input and is not overwritten" in done.errors
    assert files.joinpath("all", "shop.toml").read_bytes() == before
