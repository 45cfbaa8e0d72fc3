"""`orgviz stats` writes numbers to standard output, or files by their endings, all of them or none."""

import json

import pytest

from orgviz.cli.tables import show_tables
from orgviz.report import columns
from orgviz.stats.tables import Table


def test_people_get_a_table(orgviz):
    done = orgviz("stats", "org.yaml")
    lines = done.out.decode().splitlines()
    assert (done.code, done.errors) == (0, "")
    assert lines[:4] == ["启明电商", "", "People           4", "Posts            3, with 5 seats"]
    assert "\x1b" not in done.out.decode()


def test_the_columns_of_chinese_names_stand_below_each_other(orgviz):
    lines = orgviz("stats", "org.yaml").out.decode().split("By unit")[1].splitlines()[1:]
    widths = {sum(map(columns, line)) for line in lines if line.strip() and line.split()[-1].isdigit()}
    assert len(widths) == 1


def test_programs_get_json_and_csv(orgviz):
    assert json.loads(orgviz("stats", "org.yaml", "--json").out)["total"]["people"] == 4
    assert orgviz("stats", "org.yaml", "--csv").out.startswith(b"of,id,name,type,")


def test_files_are_written_by_their_endings_and_nothing_else(orgviz, folder):
    outputs = [part for ending in ("svg", "png", "pdf", "json", "csv", "txt") for part in ("-o", f"n.{ending}")]
    done = orgviz("stats", "org.yaml", *outputs)
    assert (done.code, done.out) == (0, b"")
    starts = {path.suffix: path.read_bytes()[:5] for path in folder.glob("n.*")}
    assert starts == {
        ".svg": b"<?xml", ".png": b"\x89PNG\r", ".pdf": b"%PDF-", ".json": b'{"ver', ".csv": b"of,id",
        ".txt": "启明".encode()[:5],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ("org.yaml -o n.docx", 2, "'n.docx' has no ending that tells what to write"),
        ("org.yaml --json --csv", 2, "--json and --csv cannot both go to standard output"),
        ("org.yaml -o n.svg --theme nosuch", 2, "nosuch"),
        ("org.yaml -o n.png --font no.ttf", 3, "there is no file 'no.ttf'"),
        ("wrong.yaml", 1, "unknown-key"),
        ("nothing.yaml", 3, "cannot read 'nothing.yaml'"),
        ("org.yaml -o org.yaml", 2, "no ending"),
    ],
)
def test_what_makes_no_sense_is_refused_and_leaves_nothing(orgviz, folder, arguments, code, words):
    done = orgviz("stats", *arguments.split())
    assert (done.code, done.out) == (code, b"")
    assert words in done.errors
    assert not list(folder.glob("n.*"))


def test_only_a_part_is_counted_where_a_root_is_given(orgviz):
    assert json.loads(orgviz("stats", "org.yaml", "--json", "--root", "Finance").out)["total"]["units"] == 1


def test_a_terminal_gets_lines_and_colours(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    table = Table(("By unit", "people"), (("运营[bold]中心", "3"), (":smile: 部", "12")), "… and 1 more")
    text = show_tables("题", (("People", "15"),), (table,))
    assert "\x1b[1m" in text
    assert "运营[bold]中心" in text
    assert ":smile: 部" in text


def test_counts_stand_on_boxes_and_in_the_tree(orgviz, folder):
    tree = orgviz("render", "org.yaml", "--counts", "-f", "txt", "-o", "-").out.decode()
    assert "运营中心  · 4 / 4" in tree
    assert tree.endswith("· 4 / 4  直属人数 / 总人数\n")
    assert orgviz("render", "org.yaml", "--counts", "-o", "c.svg").code == 0
    svg = folder.joinpath("c.svg").read_text(encoding="utf-8")
    assert svg.count(">4 / 4<") == 1
    assert "直属人数 / 总人数" in svg


def test_counts_on_a_part_are_those_of_the_whole(orgviz, folder):
    text = "units: [{name: A, head: Ann, units: [{name: B, members: [Bob, Cid]}]}]"
    folder.joinpath("deep.yaml").write_text(text)
    tree = orgviz("render", "deep.yaml", "--counts", "--depth", "1", "-f", "txt", "-o", "-").out.decode()
    assert "· 1 / 3" in tree
