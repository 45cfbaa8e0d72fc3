"""`orgviz convert` gives an organisation back as YAML or JSON, and twice is the same as once."""

import json
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize("sample", ["layered-ecommerce", "matrix-firm"])
def test_there_and_back_is_the_same_in_both_forms(orgviz, folder, sample):
    yaml = orgviz("convert", SAMPLES / f"{sample}.yaml")
    assert (yaml.code, yaml.errors) == (0, "")
    folder.joinpath("once.yaml").write_bytes(yaml.out)
    assert orgviz("convert", "once.yaml").out == yaml.out
    assert orgviz("convert", "once.yaml", "-o", "model.json").code == 0
    assert orgviz("convert", "model.json").out == yaml.out
    again = orgviz("convert", "model.json", "-f", "json").out
    assert without_places(again) == without_places(folder.joinpath("model.json").read_bytes())


def without_places(model: bytes) -> dict:
    """Return a model without the places in the file from which it was read, which is another each time."""
    data = json.loads(model)
    return {**data, "nodes": [{key: node[key] for key in node if key != "source"} for node in data["nodes"]]}


def test_the_model_names_nodes_edges_and_places(orgviz, folder):
    done = orgviz("convert", "-", "-f", "json", stdin=folder.joinpath("org.yaml").read_bytes())
    model = json.loads(done.out)
    assert (done.code, done.errors, model["title"], model["lang"]) == (0, "", "启明电商", "zh-CN")
    assert [node["name"] for node in model["nodes"]] == ["运营中心", "王敏", "运营专员", "客服专员", "Finance"]
    assert model["nodes"][0]["source"] == {"line": 3, "column": 5}
    assert model["nodes"][1]["parent"] == "运营中心"
    assert model["edges"] == [{"from": "Finance", "to": "运营中心", "kind": "supports"}]


def test_warnings_are_told_and_the_output_is_written(orgviz):
    done = orgviz("convert", "warned.yaml")
    assert (done.code, done.out.decode().splitlines()[0]) == (0, "version: 1")
    assert "warned.yaml:2:5: warning[too-many-holders]" in done.errors


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ("wrong.yaml -o x.json", 1, "wrong.yaml:2:5: error[unknown-key]"),
        ("org.yaml -o x.xyz", 2, "'x.xyz' has no ending that tells the format"),
        ("org.yaml -f html", 2, "yaml"),
        ("org.yaml -o org.yaml", 3, "'org.yaml' is the input and is not overwritten"),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_everything_as_it_was(orgviz, folder, arguments, code, words):
    folder.joinpath("x.json").write_text("old")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    done = orgviz("convert", *arguments.split())
    assert (done.code, done.out) == (code, b"")
    assert words in done.errors
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("output", ["base.yaml", "parts/sales.yaml", "variant.yaml"])
def test_no_file_that_was_read_is_written_over(orgviz, folder, output):
    folder.joinpath("parts").mkdir()
    texts = {
        "base.yaml": "units: [财务部]\n",
        "parts/sales.yaml": "units: [销售部]\n",
        "variant.yaml": "extends: base.yaml\ninclude: parts/sales.yaml\n",
    }
    for name, text in texts.items():
        folder.joinpath(name).write_text(text, encoding="utf-8")
    assert orgviz("convert", "variant.yaml", "-o", output).code == 3
    assert {name: folder.joinpath(name).read_text(encoding="utf-8") for name in texts} == texts
