import pytest

from orgviz.diagnostics import InputError
from orgviz.model import EdgeKind
from orgviz.reading import read_org


def test_links_collaborate_unless_they_say_otherwise():
    text = b"units: [A, B]\nlinks: [{from: A, to: B}, {from: B, to: A, kind: Supports, label: x, since: 2026-01-01}]"
    first, second = read_org(text, "o").org.edges
    assert (first.source, first.target, first.kind, first.label) == ("A", "B", EdgeKind.COLLABORATES, None)
    assert (second.kind, second.label, second.start) == (EdgeKind.SUPPORTS, "x", "2026-01-01")


def test_dotted_lines_come_before_links_and_behind_assistants():
    text = (
        b"units: [{name: A, assistants: [S], positions: [{title: P, dotted_to: [B, C]}]}, B, C]\n"
        b"links: [{from: A, to: B}]"
    )
    edges = read_org(text, "o").org.edges
    assert [(edge.source, edge.target, edge.kind.value) for edge in edges] == [
        ("S", "A", "assistant"),
        ("P", "B", "dotted"),
        ("P", "C", "dotted"),
        ("A", "B", "collaborates"),
    ]


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("{from: A, to: A}", "self-link"),
        ("{from: A, to: B}", "duplicate-link"),
        ("{from: A, to: C}", "unknown-reference"),
        ("{from: B, to: A, kind: assistant}", "unknown-kind"),
        ("{from: A}", "missing-key"),
        ("{from: A, to: }", "missing-value"),
        ("{from: A, to: [B]}", "wrong-shape"),
        ("A", "wrong-shape"),
        ("{from: B, to: A, until: soon}", "bad-date"),
    ],
)
def test_bad_links_are_told(link, code):
    with pytest.raises(InputError) as caught:
        read_org(f"units: [A, B]\nlinks: [{{from: A, to: B}}, {link}]".encode(), "o")
    assert [found.code for found in caught.value.diagnostics] == [code]


@pytest.mark.parametrize("kind", ["kind: x", "knd: x", "kind: x, label: y"])
def test_links_of_unknown_kinds_are_not_compared(kind):
    with pytest.raises(InputError) as caught:
        read_org(f"units: [A, B]\nlinks: [{{from: A, to: B, {kind}}}, {{from: A, to: B, {kind}}}]".encode(), "o")
    assert len(caught.value.diagnostics) == 2
    assert {found.code for found in caught.value.diagnostics} <= {"unknown-kind", "unknown-key"}


def test_an_arrow_is_told_as_a_link():
    with pytest.raises(InputError) as caught:
        read_org("units: [甲, 乙]\nlinks: [甲 → 乙]".encode(), "o")
    assert [found.hint for found in caught.value.diagnostics] == ["write {from: 甲, to: 乙}"]


def test_a_proposed_link_is_marked_and_no_other_status_is_known():
    text = "units: [A, B]\nlinks: [{from: A, to: B, status: Proposed}, {from: B, to: A}]"
    assert [edge.proposed for edge in read_org(text.encode(), "org.yaml").org.edges] == [True, False]
    with pytest.raises(InputError) as caught:
        read_org(text.replace("Proposed", "active").encode(), "org.yaml")
    (found,) = caught.value.diagnostics
    assert (found.code, found.span.line, found.span.column) == ("unknown-status", 2, 34)
    assert "leave 'status' away" in found.hint
