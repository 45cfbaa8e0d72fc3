"""Reading takes steps in proportion to the lines of a document: twice as many lines, twice as many steps."""

import re
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from orgviz.diagnostics import Findings
from orgviz.document.english.people_meant import post_of_person
from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import add_person
from orgviz.document.known.state import SURE, new_state, put
from orgviz.document.names import entry, judging, name_keys, people, tails
from orgviz.document.names.notes import Named
from orgviz.document.read import read_document
from orgviz.document.relations import english
from orgviz.document.text.passages import passage
from orgviz.model import NodeKind
from orgviz.text import SourceText

FEW = 150
MOST = 2.3  # times as many steps for twice as many lines; where each looks at all others it is four times

TraceFunction = Callable[[FrameType, str, object], object]

KINDS = {
    "drawn tree": ("总部\n", "├─ 第{0}部\n│  └─ 第{0}组\n"),
    "tree of fields of work": ("总部\n├─ 市场部\n├─ 财务部\n", "├─ 推广{0}\n"),
    "people of one unit": ("Sales Department\n", "- Manager: Ann Q{0}\n"),
    "one post in many units": ("", "第{0}车间设部门经理一人，部门经理配合第{1}车间做好生产。\n"),
    "English sections": (
        "",
        (
            "# Area {0} Department\n\nThe department is led by the Director of Area {0}, who works with the Director of Area "
            "{1}. It consists of the Plan{0} Team and the Field{0} Team.\n\n"
        ),
    ),
    "table": ("| 部门 | 上级部门 |\n|---|---|\n", "| 第{0}部 | 第{1}部 |\n"),
    "web page": (
        "<div>\n",
        "<h2>Area {0} Office</h2>\n<ul><li>Plan{0} Team<ul><li>Desk {1} Clerk</li></ul></li></ul>\n",
    ),
    "tags never closed": ("<p>Sales Office</p><p>a</p><p>b</p>\n", "<div><p>Area {0} Office\n"),
    "heads of pages": ("", "第{0}车间\n第 {0} 页 共 9000 页\n"),
    "people of a body": ("# Quay Trust\n\n## Orchard Committee\n\n", "- Ann Le{2}n, Orchard Ltd\n"),
    "holders of one post": ("# Quay Trust\n\n## Head Chef\n\n", "- Ann Le{2}n\n"),
    "titles over outlines": ("", "Field{2} Department\n\nManager\n  Clerk\n  Cook\n\n"),
    "posts by units": ("| 部门 | 经理 | 专员 |\n|---|---|---|\n", "| 第{0}部 | 1 | 8 |\n"),
    "lists behind units": ("", "Field{2} Office: Chief Clerk, Night Porter, Field{2} Team\n"),
    "headings over tables": (
        "# Quay Trust\n\n",
        "## Field{2}\n\n| Role | Duty |\n|---|---|\n| Clerk | Files |\n\n",
    ),
}


def spelled(number: int) -> str:
    """Write a number in letters: a name with digits is no person's."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def steps(kind: str, first: int, count: int) -> int:
    """Count the lines of our code that run while a document is read whose names were in none before."""
    head, line = KINDS[kind]
    text = head + "".join(line.format(number, number // 2, spelled(number)) for number in range(first, first + count))
    taken = 0

    def count_step(_: FrameType, event: str, __: object) -> TraceFunction:
        nonlocal taken
        taken += event == "line"
        return count_step

    before = sys.gettrace()
    sys.settrace(count_step)
    try:
        read_document(SourceText("a.txt", text), None, Findings())
    finally:
        sys.settrace(before)
    return taken


@pytest.mark.parametrize("kind", KINDS)
def test_twice_as_many_lines_take_about_twice_as_many_steps(kind):
    steps(kind, 9000, 20)  # patterns are made ready by the first text that needs them
    assert steps(kind, 2000, 2 * FEW) < MOST * steps(kind, 1000, FEW)


class NeverTried:
    def search(self, text):
        raise AssertionError(f"tried on {len(text)} characters")


def test_a_long_line_is_not_searched_for_sorting_words_at_its_end(monkeypatch):
    monkeypatch.setattr(tails, "_TAIL", NeverTried())
    read_document(SourceText("a.txt", "- " + "部门" * 4000), None, Findings())


def test_page_numbers_are_left_out_however_many_pages_there_are():
    pages = "".join(
        f"- 第{number // 50}厂第{number % 50}车间\n第 {number} 页 共 2100 页\n" for number in range(1, 2101)
    )
    found = read_document(SourceText("a.txt", pages), None, Findings()).found
    assert found is not None
    assert len(found.nodes) == 2100


@pytest.mark.parametrize(
    "read", [entry.read_entry, judging.judge, people.is_person, name_keys.keys, name_keys.key_of, name_keys.core_of]
)
def test_what_was_read_once_of_a_long_document_is_not_read_again_from_end_to_end(read):
    assert read.cache_info().maxsize >= 100_000


class Counted(list):
    """A list that counts how often one of its values is looked at."""

    looks = 0

    def __getitem__(self, place):
        self.looks += 1
        return super().__getitem__(place)

    def __iter__(self):
        self.looks += len(self)
        return super().__iter__()


def test_a_person_is_looked_for_below_a_unit_however_many_units_have_one_of_that_name():
    state = new_state("a.txt")
    state.register.entities = entities = Counted(state.register.entities)
    for number in range(200):
        unit = put(
            state, NodeKind.UNIT, Named(name=passage(f"Mill {number} Office", 1, 1)), ROOT, "item of a list", SURE
        )
        before = entities.looks
        assert add_person(state, unit, passage("Ann Lee", 1, 1), is_head=True) == unit + 1
        assert add_person(state, unit, passage("Ann Lee", 1, 1), is_head=True) == unit + 1
        assert entities.looks - before < 40


def test_a_post_is_looked_for_by_who_holds_it_however_many_posts_there_are():
    state = new_state("a.txt")
    state.register.entities = entities = Counted(state.register.entities)
    for number in range(200):
        title = Named(name=passage(f"Head of Desk {number}", 1, 1), holders=(f"Ann Lee{number}",))
        post = put(state, NodeKind.POSITION, title, ROOT, "item of a list", SURE)
        before = entities.looks
        assert post_of_person(state, f"Lee{number}") == post
        assert entities.looks - before < 10


def test_a_run_of_spaces_is_no_place_where_doing_together_is_looked_for_again():
    spaces = english._TOGETHER.pattern.split("(?:both", maxsplit=1)[0]
    assert re.findall(spaces, "a   b\t\tc d") == ["   ", "\t\t", " "]
    assert re.compile(spaces).match("a   b", 2) is None
    assert english._TOGETHER.search("the A  both   work  closely together")
