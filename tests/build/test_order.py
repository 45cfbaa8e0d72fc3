"""The final order of nodes: parents first, siblings of one section together."""

import pytest

from orgviz.reading import read_org


def names(text: str) -> list[str]:
    return [node.name for node in read_org(text.encode(), "org.yaml").org.nodes]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("units: [{name: A, units: [B, {name: C, units: [D]}, E]}, F]", "ABCDEF"),
        # Heads, positions and units of one parent stay as the author has them.
        ("units: [{name: A, units: [B], positions: [P], head: H}]", "ABPH"),
        # Who names a manager that stands elsewhere goes there, with all below.
        ("positions: [{title: A}, {title: B, reports_to: C, reports: [D]}, {title: C, reports_to: A}, {title: E}]", "ACBDE"),
    ],
)  # fmt: skip
def test_each_stands_after_its_parent_and_beside_its_like(text, order):
    assert names(text) == [*order]


def test_a_section_that_is_taken_up_again_goes_on_where_it_began():
    nodes = (
        '{"id": "a", "kind": "unit", "name": "A"}, {"id": "b", "kind": "unit", "name": "B", "parent": "a"},'
        '{"id": "p", "kind": "position", "name": "P", "parent": "a"},'
        '{"id": "c", "kind": "unit", "name": "C", "parent": "a"}'
    )
    org = read_org(f'{{"version": 1, "nodes": [{nodes}]}}'.encode(), "org.json").org
    assert [node.id for node in org.nodes] == ["a", "b", "c", "p"]
