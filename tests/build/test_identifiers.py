from orgviz.reading import read_org


def ids(text: str) -> list[str]:
    return [node.id for node in read_org(text.encode(), "org.yaml").org.nodes]


def test_a_name_that_stands_once_is_its_own_id():
    assert ids("units: [{name: A, units: [B]}]") == ["A", "B"]


def test_repeated_names_have_their_parents_ids_before_them():
    assert ids("units: [{name: A, units: [S]}, {name: B, units: [S, S]}, S]") == ["A", "A/S", "B", "B/S", "B/S#2", "/S"]


def test_a_made_id_is_never_a_name_or_a_written_id():
    assert ids("units: [S, S, /S, {name: X, id: '/S#2'}]") == ["/S#3", "/S#4", "/S", "/S#2"]


def test_a_written_id_keeps_others_from_having_it_by_name():
    assert ids("units: [{name: A, id: B}, B]") == ["B", "/B"]


def test_no_id_is_longer_than_the_limit():
    name = "长" * 300
    assert all(len(identifier) <= 200 for identifier in ids(f"units: [{name}, {{name: {name}, units: [{name}]}}]"))


def test_references_find_made_ids():
    text = b"units: [{name: A, units: [S]}, {name: B, units: [S]}]\nlinks: [{from: A/S, to: B/S}]"
    (edge,) = read_org(text, "o").org.edges
    assert (edge.source, edge.target) == ("A/S", "B/S")
