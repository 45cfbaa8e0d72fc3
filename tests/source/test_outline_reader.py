import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orgviz.build import build_org
from orgviz.diagnostics import Findings
from orgviz.model import EdgeKind, NodeKind, Status
from orgviz.source.outline_reader import is_outline, read_outline_text
from orgviz.text import SourceText

HEADER = "orgviz outline 1\n"


def build(text):
    findings = Findings()
    entries = read_outline_text(SourceText("org.txt", HEADER + text), findings)
    return (build_org(entries, findings) if entries else None), findings.sorted()


def read(text):
    org, findings = build(text)
    assert org is not None, findings
    return org


def node(text):
    return read(text).nodes[-1]


def told(text):
    """Return the code and the place of each finding; the first line is that below the header."""
    return [(one.code, one.span.line - 1, one.span.column) for one in build(text)[1]]


@pytest.mark.parametrize(
    "text", ["orgviz outline 1", "\n  # mine\nOrgviz Outline 1\n- A", "orgviz outline\n", "orgviz outline 2"]
)
def test_an_outline_is_known_by_its_first_line(text):
    assert is_outline(text)


def test_blank_lines_without_end_are_passed_over():
    assert not is_outline(" \n" * 20_000 + "x")


@pytest.mark.parametrize(
    "text", ["", "- A", "orgviz outlines 1", "units:\n  - orgviz outline 1", "an orgviz outline 1"]
)
def test_other_texts_are_no_outlines(text):
    assert not is_outline(text)


def test_signs_tell_units_positions_and_people():
    kinds = [one.kind for one in read("- A\n  * B\n    * C\n  + D\n  - E").nodes]
    assert kinds == [NodeKind.UNIT, NodeKind.POSITION, NodeKind.POSITION, NodeKind.PERSON, NodeKind.UNIT]


def test_indentation_tells_what_stands_below_what():
    parents = {one.name: one.parent for one in read("- A\n  - B\n    - C\n  - D\n- E").nodes}
    assert parents == {"A": None, "B": "A", "C": "B", "D": "A", "E": None}


@pytest.mark.parametrize("step", ["    ", "\t", " "])
def test_any_step_of_indentation_will_do(step):
    assert read(f"- A\n{step}- B\n{step}{step}- C").nodes[2].parent == "B"


def test_a_unit_has_its_head_behind_its_name():
    unit, head = read("- A = Ann").nodes
    assert (head.name, head.head, head.kind, head.parent) == ("Ann", True, NodeKind.PERSON, unit.id)


def test_a_vacant_head_is_a_position():
    assert read("- A = 空缺").nodes[1].vacant


@pytest.mark.parametrize(
    "line", ["* P ×5 = 李四, 赵六", "* P × 5 ＝ 李四，赵六", "* P x5 = 李四、赵六", '* "P" ×5 = "李四", 赵六']
)
def test_a_position_has_seats_and_holders_in_any_of_these_spellings(line):
    assert (node(line).name, node(line).seats, node(line).holders) == ("P", 5, ("李四", "赵六"))


@pytest.mark.parametrize("line", ["- A: 采购, [B] = C", "- A：采购, [B] = C", "- A\n  | 采购, [B] = C"])
def test_whatever_stands_behind_the_colon_is_the_duty(line):
    assert node(line).duty == "采购, [B] = C"


def test_a_duty_may_have_several_lines():
    assert node("- A\n  | one\n  |\n  | two").duty == "one\n\ntwo"


def test_attributes_stand_in_brackets_in_any_order():
    found = node("- A [planned，support、#a b, until 2026-11-15, from 2026-10-01, https://example.com/a]")
    assert (found.status, found.type, found.id) == (Status.PLANNED, "support", "a b")
    assert (found.start, found.end, found.url) == ("2026-10-01", "2026-11-15", "https://example.com/a")


@pytest.mark.parametrize("sign", ["–", "-", "~", "至", "to", ".."])
def test_two_days_are_a_time(sign):
    found = node(f"- A [2026-10-01 {sign} 2026-11-15]")
    assert (found.start, found.end) == ("2026-10-01", "2026-11-15")


def test_attributes_may_be_written_with_their_keys():
    found = node('- A [id: "a, b", type: support, status: planned, url: "https://example.com/?a,b"]')
    assert (found.id, found.type, found.status) == ("a, b", "support", Status.PLANNED)
    assert found.url == "https://example.com/?a,b"


def test_an_own_type_may_be_declared_below():
    assert node("- A [channel]\ntypes:\n  channel [teal]: 渠道").type == "channel"


def test_a_link_has_two_ends_a_kind_and_a_label():
    (edge,) = read("- A\n- B\nlinks:\n  A -> B [dotted, since 2026-10-01]: weekly").edges
    assert (edge.source, edge.target, edge.kind, edge.label) == ("A", "B", EdgeKind.DOTTED, "weekly")
    assert edge.start == "2026-10-01"


def test_a_proposed_link_stays_one():
    assert read("- A\n- B\nlinks:\n  A → B [supports, proposed]").edges[0].proposed


def test_items_may_follow_behind_links():
    assert [one.name for one in read("- A\nlinks:\n  A -> B\n- B").nodes] == ["A", "B"]


def test_comments_and_blank_lines_say_nothing():
    assert len(read("# a\n\n- A\n  # - B\n   \n  - C").nodes) == 2


def test_names_in_quotes_hold_anything():
    assert node(r'- "a \"b\" [c]: d \\ = é \u00e9"').name == 'a "b" [c]: d \\ = é é'


def test_what_is_continued_stands_below_its_item():
    nodes = read("- A\n  - B [continued 7]\n  - D\ncontinued 7:\n  - C\n    * P").nodes
    assert {one.name: one.parent for one in nodes} == {"A": None, "B": "A", "C": "B", "P": "C", "D": "A"}


def test_a_node_stands_where_its_name_does():
    span = node("- A\n  * P").span
    assert (span.line, span.column, span.width) == (3, 5, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- A\n  - B\n\t- C", [("outline-indent", 3, 1)]),
        ("- A\n  - B\n   - C", [("outline-indent", 3, 1)]),
        ("- A\n  - B\n      - C", [("outline-level", 3, 1)]),
        ("  - A", [("outline-level", 1, 1)]),
        ("- A\n\u3000- B", [("outline-indent", 2, 1)]),
        ('- "A', [("outline-quote", 1, 3)]),
        (r'- "A\q"', [("outline-quote", 1, 3)]),
        ("- A [head", [("outline-bracket", 1, 5)]),
        ("- A [plannd]", [("outline-attribute", 1, 6)]),
        ("- A (head)", [("outline-attribute", 1, 5)]),
        ("- A【support，planned】", [("outline-attribute", 1, 4)]),
        ("* A = Ann（head）", [("outline-attribute", 1, 10)]),
        ("- A [colour: red]", [("outline-attribute", 1, 14)]),
        ("- A [head]", [("outline-attribute", 1, 6)]),
        ("* A\n  * B [head]", [("outline-attribute", 2, 8)]),
        ("* A [assistant]", [("outline-attribute", 1, 6)]),
        ("- A\n  * B [head, assistant]", [("outline-attribute", 2, 8)]),
        ("- A [support, project]", [("outline-attribute", 1, 15)]),
        ("- A\nlinks:\n  A -> A [likes]", [("self-link", 3, 3), ("outline-attribute", 3, 11)]),
        ("-A", [("outline-line", 1, 1)]),
        ("• A", [("outline-line", 1, 1)]),
        ("A", [("outline-line", 1, 1)]),
        ("- A =", [("outline-line", 1, 6)]),
        ("- A ×3", [("outline-line", 1, 6)]),
        ("- A\n  + B = C", [("outline-line", 2, 9)]),
        ("- A\n- B\nlinks:\n  A - B", [("outline-line", 4, 8)]),
        ("- A: x\n  | y", [("outline-line", 2, 3)]),
        ("title: A\ntitle: B\n- A", [("duplicate-key", 2, 1)]),
        ("types:\n  x\n  x\n- A", [("duplicate-key", 3, 3)]),
        ("- A [continued 1]", [("outline-continued", 1, 6)]),
        ("continued 1:\n  - A", [("outline-continued", 1, 1)]),
        ("- A [from 2026-13-01]", [("bad-date", 1, 11)]),
        ("- A [http://]", [("bad-url", 1, 6)]),
        ("- A [javascript:x]", [("outline-attribute", 1, 6)]),
        ("- A\nlinks:\n  A -> Q", [("unknown-reference", 3, 8)]),
        ("* A ×0", [("bad-number", 1, 6)]),
        ("- A\u202e", [("forbidden-character", 1, 3)]),
        (r'- "A\ud800"', [("forbidden-character", 1, 3)]),
        ("- A [#a]\n- B [#a]", [("duplicate-id", 2, 7)]),
        ("", [("nothing-to-draw", 0, 1)]),
        ("<<<<<<< HEAD\n- A", [("conflict-mark", 1, 1)]),
    ],
)
def test_a_mistake_is_told_at_its_place(text, expected):
    assert told(text) == expected


def test_several_mistakes_are_told_together():
    assert len(told('- A [x]\n  -B\n- "C\n   - D\nlinks:\n  A -> B [y]')) == 5


def test_another_version_is_refused():
    findings = Findings()
    read_outline_text(SourceText("a", "orgviz outline 2\n- A"), findings)
    assert [(one.code, one.span.column) for one in findings.items] == [("unknown-version", 16)]


lines = st.lists(
    st.sampled_from(
        ["- ", "* ", "+ ", "  ", "\t", "| ", "links:\n", "types:\n", "continued 1:\n", "A", '"', "[", "]", "\n"]
    )
    | st.sampled_from(
        [" = ", ": ", " -> ", " ×5", ", ", "head", "continued 1", "\\", "#", "\u3000", "x", "2026-01-01"]
    ),
    max_size=40,
).map("".join)


@given(lines | st.text())
@example("-")
@example("- A [")
@example("title")
def test_whatever_is_written_ends_in_an_organisation_or_in_findings(text):
    org, findings = build(text)
    assert org is not None or findings


def test_brackets_of_a_name_are_no_attributes_where_they_say_something_else():
    assert [one.name for one in read('- Sales (EMEA)\n- "Sales (head)"').nodes] == ["Sales (EMEA)", "Sales (head)"]
