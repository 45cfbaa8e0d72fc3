"""The organisation that a chart of a difference shows: what is gone at its old place, and the marks on it."""

from orgviz.chart.marks import MarkKind
from orgviz.diff.merge import merge
from tests.diff.pairing import difference

OLD = """\
units:
  - {name: A, head: Ann, units: [B, {name: C, members: [Cid, Dan]}, D]}
  - {name: E, positions: [{title: Clerk, holder: Eve}]}
"""


def merged(*edits):
    new = OLD
    for find, put in edits:
        assert find in new
        new = new.replace(find, put)
    return merge(difference(OLD, new))


def names(org, parent=None):
    return [node.name for node in org.nodes if node.parent == parent]


def kinds(org, marks):
    return {node.name: marks.nodes[node.id].kinds for node in org.nodes if node.id in marks.nodes}


def test_what_is_gone_stands_behind_the_sibling_that_it_stood_behind():
    org, marks = merged(("{name: C, members: [Cid, Dan]}, ", ""))
    assert names(org, "A") == ["Ann", "B", "C", "D"]
    assert kinds(org, marks) == dict.fromkeys(("C", "Cid", "Dan"), (MarkKind.REMOVED,))


def test_what_moved_leaves_a_ghost_without_anything_below_it():
    org, marks = merged(
        ("{name: C, members: [Cid, Dan]}, ", ""), ("name: E,", "name: E, units: [{name: C, members: [Cid, Dan]}],")
    )
    ((ghost, moved),) = marks.traces
    assert [node.id for node in org.nodes if node.name == "C"] == [ghost, moved]
    assert marks.nodes[ghost].kinds == (MarkKind.GHOST,)
    assert marks.nodes[moved].kinds == (MarkKind.MOVED,)
    assert names(org, ghost) == []
    assert names(org, moved) == ["Cid", "Dan"]


def test_a_head_is_marked_with_who_led_before():
    org, marks = merged(("head: Ann", "head: Zoe"))
    (node,) = [node for node in org.nodes if node.head]
    assert node.name == "Zoe"
    assert (marks.nodes[node.id].kinds, marks.nodes[node.id].left) == ((MarkKind.HEAD,), ("Ann",))


def test_a_head_without_a_successor_is_drawn_as_gone():
    org, marks = merged(("head: Ann, ", ""))
    assert kinds(org, marks) == {"Ann": (MarkKind.REMOVED,)}


def test_what_closed_is_drawn_as_it_was_with_the_word():
    org, marks = merged(("[B, ", "[{name: B, status: closed}, "))
    (node,) = [node for node in org.nodes if node.name == "B"]
    assert node.status == "active"
    assert marks.nodes[node.id].kinds == (MarkKind.REMOVED, MarkKind.CHANGED)
    assert marks.nodes[node.id].facts == (("", "closed"),)


def test_links_of_what_is_gone_are_kept_and_marked():
    old = f"{OLD}links: [{{from: B, to: E, kind: supports}}, {{from: D, to: E, kind: dotted}}]\n"
    new = old.replace("[B, ", "[").replace("{from: B, to: E, kind: supports}, ", "").replace("dotted", "supports")
    org, marks = merge(difference(old, new))
    assert [org.edges[number].source for number in marks.edges] == ["D", "B"]
    assert list(marks.edges.values()) == [MarkKind.CHANGED, MarkKind.REMOVED]


def test_an_id_that_somebody_else_has_now_is_no_trouble():
    old, new = (
        "units: [{name: A, id: x}, B]",
        "units: [B, {name: C, units: [{name: D, head: Ann, id: y}]}, {name: E, head: Bob, id: A}]",
    )
    org, _ = merge(difference(old, new))
    assert len({node.id for node in org.nodes}) == len(org.nodes)
