"""Whatever changes a file lists, they make an organisation or are told; and what they make is one tree in order."""

import contextlib
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from orgviz.diagnostics import InputError
from orgviz.export.yaml_writer import to_yaml
from orgviz.reading import read_org

BASE = """\
units:
  - {name: A, id: a, head: Ann, units: [B, {name: C, positions: [p1, {title: p2, seats: 2}]}]}
  - {name: D, members: [m1], units: [{name: E, units: [F]}]}
links: [{from: B, to: E}, {from: p1, to: D, kind: dotted}]
"""
names = st.sampled_from(["a", "A", "B", "C", "D", "E", "F", "p1", "p2", "m1", "Ann", "new", "D/E", "none"])
places = st.one_of(
    st.just(""),
    names.map(lambda name: f", under: {name}"),
    names.map(lambda name: f", before: {name}"),
    names.map(lambda name: f", after: {name}"),
)
changes = st.one_of(
    names.map(lambda name: f"{{remove: {name}}}"),
    names.map(lambda name: f"{{remove: {name}, keep: children}}"),
    st.tuples(names, places).map(lambda pair: f"{{move: {pair[0]}{pair[1]}}}"),
    st.tuples(names, names, names).map(lambda three: f"{{merge: [{three[0]}, {three[1]}], into: {three[2]}}}"),
    st.tuples(names, names).map(lambda pair: f"{{rename: {pair[0]}, to: {pair[1]}}}"),
    st.tuples(
        names, st.sampled_from(["duty: x", "head: null", "head: [Bo, Cy]", "seats: 3", "id: z", "holder: Di"])
    ).map(lambda pair: f"{{set: {pair[0]}, {pair[1]}}}"),
    st.tuples(st.sampled_from(["new", "{title: t}", "[x, {name: y, units: [z]}]"]), places).map(
        lambda pair: f"{{add: {pair[0]}{pair[1]}}}"
    ),
)


def read(listed):
    text = "extends: base.yaml\nchanges:\n" + "".join(f"  - {change}\n" for change in listed)
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("base.yaml").write_text(BASE, encoding="utf-8")
        return read_org(text.encode(), "variant.yaml").org


@given(st.lists(changes, max_size=5))
def test_changes_make_one_tree_or_are_told(listed):
    try:
        org = read(listed)
    except InputError as error:
        told = error
    else:
        told = None
        check_tree(org)
    if told is not None:
        assert {one.span.path for one in told.diagnostics if one.severity == "error"} == {"variant.yaml"}


def check_tree(org):
    seen = set()
    for node in org.nodes:
        assert node.parent is None or node.parent in seen
        assert node.id not in seen
        seen.add(node.id)
    assert all(edge.source in seen and edge.target in seen for edge in org.edges)
    again = read_org(to_yaml(org).encode(), "again.yaml").org
    assert to_yaml(again) == to_yaml(org)
