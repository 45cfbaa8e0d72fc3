import pytest

from orgviz.reading import read_org


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("positions: [{title: P, holder: [A, B], seats: 1}]", ["too-many-holders"]),
        ("positions: [{title: P, holder: [A, B], seats: 2}]", []),
        ("positions: [{title: P, fte: 1.5}]", ["too-much-fte"]),
        ("positions: [{title: P, fte: 1.5, holder: [A, B]}]", []),
        ("types: {x: {label: X}}\nunits: [A]", ["unused-type"]),
        ("types: {x: {label: X}}\nunits: [{name: A, type: x}]", []),
        ("types: {function: {label: X}}\nunits: [A]", []),
        ("units: [{name: A, head: [B, B]}]", ["repeated-head"]),
        ("units: [{name: A, head: B}, {name: C, head: B}]", []),
        ("units: [{name: A, positions: [P]}]\nlinks: [{from: P, to: A, kind: member}]", ["repeated-line"]),
        ("units: [{name: A, positions: [P]}]\nlinks: [{from: P, to: A, kind: supports}]", []),
        ("units: [{name: A, assistants: [S]}]", []),
        ("units: [A，B]", ["joined-names"]),
        ("units: [商品、活动组]", []),
        ("units: [{name: A, members: [王敏、李四]}]", ["joined-names"]),
        ("positions: [{title: P, holder: 王敏，李四}]", ["joined-names"]),
    ],
)
def test_what_is_hardly_meant_is_warned_about(text, codes):
    reading = read_org(text.encode(), "org.yaml")
    assert [found.code for found in reading.findings] == codes
