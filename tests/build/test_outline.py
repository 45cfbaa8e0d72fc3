import pytest

from orgviz.model import EdgeKind, Node, NodeKind, Status
from orgviz.reading import read_org


def nodes(text: str) -> list[Node]:
    return list(read_org(text.encode(), "org.yaml").org.nodes)


def drawn(text: str) -> list[tuple[str, NodeKind, str | None]]:
    return [(node.name, node.kind, node.parent) for node in nodes(text)]


def test_bare_strings_are_units_positions_and_people_by_where_they_stand():
    text = "units: [{name: A, head: H, assistants: [S], members: [M], positions: [P], units: [U]}]\npositions: [T]"
    assert drawn(text) == [
        ("A", NodeKind.UNIT, None),
        ("H", NodeKind.PERSON, "A"),
        ("S", NodeKind.POSITION, "A"),
        ("M", NodeKind.PERSON, "A"),
        ("P", NodeKind.POSITION, "A"),
        ("U", NodeKind.UNIT, "A"),
        ("T", NodeKind.POSITION, None),
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("王敏", [("王敏", NodeKind.PERSON, ())]),
        ("[王敏, 李四]", [("王敏", NodeKind.PERSON, ()), ("李四", NodeKind.PERSON, ())]),
        ("{title: 总经理, holder: 王敏}", [("总经理", NodeKind.POSITION, ("王敏",))]),
        ("{title: 总经理}", [("总经理", NodeKind.POSITION, ())]),
        ("{holder: 王敏}", [("王敏", NodeKind.PERSON, ())]),
        ("{name: 王敏, duty: 全面}", [("王敏", NodeKind.PERSON, ())]),
        ("[王敏, {title: 副总, holder: 李四}]",
         [("王敏", NodeKind.PERSON, ()), ("副总", NodeKind.POSITION, ("李四",))]),
    ],
)  # fmt: skip
def test_a_head_is_a_person_or_a_post(head, expected):
    heads = [node for node in nodes(f"units:\n  - name: A\n    head: {head}") if node.head]
    assert [(node.name, node.kind, node.holders) for node in heads] == expected


@pytest.mark.parametrize(
    ("holder", "seats", "holders", "vacancies"),
    [
        ("王敏", None, ("王敏",), 0),
        ("[王敏, 李四]", 5, ("王敏", "李四"), 3),
        ("vacant", None, (), 1),
        ("空缺", None, (), 1),
        ("待招", 4, (), 4),
        ("[王敏, 缺]", None, ("王敏",), 1),
        ("[王敏, vacant, vacant]", None, ("王敏",), 2),
        ("[]", 2, (), 2),
        ("", None, (), 0),
    ],
)
def test_holders_and_vacancies_are_told_apart(holder, seats, holders, vacancies):
    lines = f"positions:\n  - title: P\n    holder: {holder}\n" + (f"    seats: {seats}" if seats else "")
    (node,) = nodes(lines)
    assert (node.holders, node.vacancies) == (holders, vacancies)


def test_a_vacant_head_is_a_post_that_nobody_holds():
    head = nodes("units: [{name: A, head: 空缺}]")[1]
    assert (head.kind, head.head, head.vacant, head.holders) == (NodeKind.POSITION, True, True, ())


def test_an_assistant_stands_beside_its_manager_with_an_edge():
    org = read_org(b"units: [{name: A, assistants: [{title: S, holder: Ann, reports: [T]}]}]", "o").org
    assert [(node.name, node.parent, node.assistant) for node in org.nodes[1:]] == [("S", "A", True), ("T", "S", False)]
    (edge,) = org.edges
    assert (edge.source, edge.target, edge.kind) == ("S", "A", EdgeKind.ASSISTANT)


def test_siblings_of_one_kind_stand_together_in_the_authors_order():
    text = "units: [{name: A, positions: [P], units: [V]}]\npositions: [{title: Q, reports_to: A}]"
    assert [node.name for node in nodes(text)] == ["A", "P", "Q", "V"]


def test_everything_about_a_unit_is_read():
    (node,) = nodes(
        "units:\n  - {name: A, id: a, type: project, duty: ' x ', status: planned, from: 2026-01-01,"
        " until: 2026-12-31, url: 'https://例子.example/路?q=a b'}".replace("a b", "ab")
    )
    assert (node.id, node.given_id, node.type, node.given_type) == ("a", True, "project", True)
    assert (node.duty, node.status, node.start, node.end) == ("x", Status.PLANNED, "2026-01-01", "2026-12-31")
    assert node.url == "https://xn--fsqu00a.example/%E8%B7%AF?q=ab"


def test_line_breaks_and_tabs_in_names_are_spaces_and_stay_in_duties():
    unit, position = nodes('units: [{name: "A\\n\\tB ", duty: "c \\n d", positions: ["P\\tQ"]}]')
    assert (unit.name, unit.duty, position.name) == ("A B", "c\nd", "P Q")


def test_units_may_stand_below_a_post():
    assert drawn("positions: [{title: CEO, units: [A, B]}]")[1:] == [
        ("A", NodeKind.UNIT, "CEO"),
        ("B", NodeKind.UNIT, "CEO"),
    ]


def test_empty_keys_count_as_left_out():
    assert drawn("title:\nlang:\ntypes:\nlinks:\nunits:\n  - name: A\n    head:\n    units:\n    type:\n    id:") == [
        ("A", NodeKind.UNIT, None)
    ]
