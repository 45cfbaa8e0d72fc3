"""The explanation goes through a document line by line, and sums up."""

from orgviz.export.explanation import to_explanation
from orgviz.found import Found, FoundLink, FoundNode, Section, Trace, Understanding
from orgviz.model import EdgeKind, NodeKind
from orgviz.text import SourceText, Span

TEXT = "启明电商\n\n运营中心负责商品。\nThe weather is fine.\n"


def place(line, column=1):
    return Span("a.txt", line, column)


def explained(*traces, text=TEXT, found=None, sections=()):
    return to_explanation(Understanding(found=found, sections=sections, traces=traces), SourceText("a.txt", text))


def test_each_line_stands_with_what_it_became_and_by_which_rule():
    rows = explained(
        Trace(span=place(1), became="title", rule="first heading"),
        Trace(span=place(3), became="unit 运营中心", rule="duty sentence"),
        Trace(span=place(3, 5), became="duty 商品", rule="duty sentence"),
        Trace(span=place(4), became=None, rule="names nothing"),
    ).splitlines()
    assert [row.rstrip() for row in rows[:5]] == [
        "1 | 启明电商                                     | title  (first heading)",
        "2 |",
        "3 | 运营中心负责商品。                           | unit 运营中心  (duty sentence)",
        "  | …负责商品。                                  | duty 商品  (duty sentence)",
        "4 | The weather is fine.                         | left out: names nothing",
    ]


def test_long_lines_are_cut_and_every_row_is_as_wide():
    text = "市" * 300 + "\n" + "a" * 300 + "\n" + "市" * 22 + "\n" + "a" * 44 + "\n" + "a" + "市" * 22
    rows = explained(*(Trace(span=place(line), became="x", rule="y") for line in range(1, 6)), text=text).splitlines()
    quotes = [row.split(" | ")[1] for row in rows[:5]]
    assert [quote.rstrip()[-1] for quote in quotes] == ["…", "…", "市", "a", "…"]
    assert [sum(2 if character == "市" else 1 for character in quote) for quote in quotes] == [44] * 5


def test_what_would_move_the_cursor_is_written_as_an_escape():
    text = explained(Trace(span=place(1), became="unit \x1b[2J\n", rule="x"), text="\x1b[2J\u202e\n")
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_end_counts_what_was_found():
    node = {"span": place(1)}
    found = Found(
        nodes=(
            FoundNode(kind=NodeKind.UNIT, name="A", **node),
            FoundNode(kind=NodeKind.POSITION, name="B", parent=0, guess="by name", **node),
            FoundNode(kind=NodeKind.PERSON, name="C", parent=0, **node),
        ),
        links=(FoundLink(source=0, target=1, kind=EdgeKind.DOTTED, stated=False, **node),),
    )
    last = explained(Trace(span=place(4), became=None, rule="x"), found=found).splitlines()[-2:]
    assert last == [
        "understood: 1 unit, 1 position, 1 person, 0 links and 1 proposed link",
        "1 node in part by a guess; 1 line left out",
    ]


def test_sections_are_listed_where_none_was_chosen():
    sections = (Section(number=1, name="East", span=place(1)), Section(number=2, name="West", span=place(3)))
    assert explained(sections=sections).splitlines()[-3:] == [
        "understood: no organisation; 0 lines left out",
        "section 1: East (line 1)",
        "section 2: West (line 3)",
    ]
