"""What shells are told when Tab is pressed, by the protocol in which they ask."""

import pytest

from orgviz.cli.completing import HOW_PAGES
from orgviz.cli.plugin_files import PLUGIN_FILES
from orgviz.model import TYPE_NAMES

FILE = """\
types: {channel: {label: 渠道}}
units: [{name: 运营中心, units: [商品部]}, {name: Sales Team, id: sales}]
views: {高层: {depth: 1}, top level: {depth: 1}}
"""


@pytest.fixture
def complete(folder, orgviz):
    """Return what a shell is told: `complete("orgviz render --theme ")`."""
    folder.joinpath("firm.yaml").write_text(FILE, encoding="utf-8")

    def ask(line, shell="fish"):
        how = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
        how |= {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
        done = orgviz(_ORGVIZ_COMPLETE=f"complete_{shell}", PYTHONIOENCODING="utf-8", **how)
        assert done.errors == ""
        return [word.split("\t")[0] for word in done.out.decode("utf-8").splitlines() if word]

    return ask


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("orgviz rend", ["render"]),
        ("orgviz render firm.yaml --theme p", ["print"]),
        ("orgviz render firm.yaml -f p", ["png", "pdf", "pptx"]),
        ("orgviz render firm.yaml --fit A4", ["A4", "A4-portrait"]),
        ("orgviz render firm.yaml --view ", ["高层", "top level", "all"]),
        ("orgviz render -o a.svg firm.yaml --view 高", ["高层"]),
        ("orgviz convert firm.yaml --root ", ["运营中心", "商品部", "sales"]),
        ("orgviz stats firm.yaml --root 商", ["商品部"]),
        ("orgviz render firm.yaml --type c", ["channel"]),
        ("orgviz render --type g", ["governance"]),
        ("orgviz render firm.yaml --pages ", [*HOW_PAGES, *(f"type:{name}" for name in TYPE_NAMES), "type:channel"]),
        ("orgviz render --pages type:g", ["type:governance"]),
        ("orgviz render firm.yaml --photos i", ["initials"]),
        ("orgviz plugin ", [*PLUGIN_FILES]),
        ("orgviz themes d", ["default", "dark"]),
        ("orgviz init --template s", ["small-shop", "startup"]),
        ("orgviz schema t", ["theme"]),
        ("orgviz render firm.yaml --layout t", ["tree"]),
        ("orgviz render wrong.yaml --view ", []),
        ("orgviz render missing.yaml --view ", []),
    ],
)
def test_an_option_is_completed(complete, line, offered):
    assert complete(line) == offered


def test_bash_is_told_words_with_quotes_where_they_need_some(complete):
    assert complete("orgviz render firm.yaml --view ", "bash") == ["高层", "'top level'", "all"]


def test_zsh_is_told_the_same(complete):
    assert complete("orgviz render firm.yaml --theme pr", "zsh") == ["""_arguments '*: :(("print"))'"""]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_taught(orgviz, shell):
    done = orgviz(_ORGVIZ_COMPLETE=f"source_{shell}")
    assert done.code == 0
    assert b"_ORGVIZ_COMPLETE=complete_" + shell.encode() in done.out
