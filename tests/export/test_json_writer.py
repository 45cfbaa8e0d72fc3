import json

from orgviz.export import to_json
from orgviz.reading import read_org

NODE_KEYS = ["id", "kind", "name", "type", "parent", "duty", "head", "holders", "seats", "status", "source"]


def model(text: str):
    return json.loads(to_json(read_org(text.encode(), "org.yaml").org))


def test_the_model_has_these_keys_in_this_order():
    found = model("units: [A, B]\nlinks: [{from: A, to: B}]")
    assert list(found) == ["version", "title", "lang", "nodes", "edges"]
    assert list(found["nodes"][0]) == NODE_KEYS
    assert found["edges"] == [{"from": "A", "to": "B", "kind": "collaborates"}]
    assert found["nodes"][0] == {
        "id": "A", "kind": "unit", "name": "A", "type": None, "parent": None, "duty": None, "head": False,
        "holders": [], "seats": None, "status": "active", "source": {"line": 1, "column": 9},
    }  # fmt: skip


def test_rarer_keys_stand_only_when_they_say_something():
    found = model(
        "lang: en\ntypes: {x: {label: X}}\npositions:\n"
        "  - {title: A, id: a, type: x, holder: vacant, from: 2026-01-01, until: 2026-02-01, url: 'https://a'}"
    )
    assert found["given_lang"] is True
    assert found["types"] == {"x": {"label": "X"}}
    extra = {key: value for key, value in found["nodes"][0].items() if key not in NODE_KEYS}
    assert extra == {
        "vacant": True, "from": "2026-01-01", "until": "2026-02-01", "url": "https://a",
        "given_id": True, "given_type": True,
    }  # fmt: skip


def test_each_node_stands_on_a_line_of_its_own():
    text = to_json(read_org("units: [销售部, 市场部]".encode(), "org.yaml").org)
    assert sum('"kind"' in line for line in text.splitlines()) == 2
    assert "销售部" in text
