"""The schema is complete and true: every key is in it, what is right passes, what it refuses is refused."""

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from orgviz.build import change_tables, keys
from orgviz.build.keys import Table
from orgviz.diagnostics import Findings, InputError, Severity
from orgviz.export.json_writer import to_json
from orgviz.reading import read_org
from orgviz.readings import AS_IT_IS, ReadOptions
from orgviz.schema.make import SchemaKind, modeline, schema_text
from orgviz.schema.org import MAPPINGS, org_schema
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText
from tests.schema.documents import ROOT, as_editors_see, models, nearly_right, outlines, read_as_editor, validator
from tools.pages import PAGES, blocks

TABLES = [value for module in (keys, change_tables) for value in vars(module).values() if isinstance(value, Table)]
TABLES += change_tables.CHANGES.values()
ORG = validator()
# Codes of mistakes in the shape of a file: what stands where. All others are about what texts mean.
STRUCTURAL = {
    "unknown-key", "wrong-shape", "missing-key", "missing-value", "unknown-status", "unknown-kind", "unknown-color",
    "unknown-check", "unknown-severity", "unknown-version", "unknown-change", "bad-number", "bad-language", "bad-url",
    "bad-date", "bad-id", "bad-type-name", "too-long", "view-name",
}  # fmt: skip
CORPUS = sorted(path for path in (ROOT / "tests" / "errors").glob("*/input.yaml"))
CORPUS += sorted((ROOT / "tests" / "errors").glob("*/input.json"))


def told_of(data, options=AS_IT_IS):
    """Return the codes of the errors and warnings about a document."""
    try:
        findings = read_org(json.dumps(data).encode(), "document.json", options).findings
    except InputError as error:
        findings = error.diagnostics
    return {finding.code for finding in findings if finding.severity is not Severity.NOTE}


def test_the_schema_is_one_by_its_own_rules():
    jsonschema.Draft7Validator.check_schema(org_schema())


def test_every_key_of_the_tables_is_in_the_schema_and_no_other():
    described = [table for table, _, _ in MAPPINGS.values()]
    assert [table.what for table in TABLES if table not in described and table is not keys.POSITION] == []
    for name, (table, words, values) in MAPPINGS.items():
        assert list(org_schema()["definitions"][name]["properties"]) == list(table.keys), name
        assert set(table.keys) <= set(words), name
        assert set(values) <= set(table.keys), name
    post = set(org_schema()["definitions"]["post"]["properties"])
    assert post == {*keys.POSITION.keys, "name"}


@pytest.mark.parametrize("name", MAPPINGS)
def test_every_key_is_explained_with_an_example_that_holds(name):
    schema = org_schema()
    for key, value in schema["definitions"][name]["properties"].items():
        says, written = value["description"].split("\n\nExample: ")
        assert says.endswith("."), key
        assert 1 <= says.count(". ") + 1 <= 2, says
        example = as_editors_see(read_yaml(SourceText("example", written), Findings()))
        assert example == {key: value["examples"][0]} or isinstance(value["examples"][0], str)
        whole = jsonschema.Draft7Validator({**value, "definitions": schema["definitions"]})
        assert list(whole.iter_errors(example[key])) == [], key


def test_every_key_of_the_documentation_is_in_the_schema():
    known = {key for table, _, _ in MAPPINGS.values() for key in table.keys}
    text = ROOT.joinpath("docs/language.md").read_text(encoding="utf-8")
    rows = [row.split("|")[1] for row in text.split("| key | what it says |")[1:] for row in _table(row)]
    named = {word for row in rows for word in row.replace("`", " ").replace(",", " ").split()}
    assert named
    assert named <= known


def _table(text):
    lines = text.lstrip("\n").splitlines()[1:]
    return lines[: lines.index("")]


@pytest.mark.parametrize("path", sorted((ROOT / "samples").glob("*.yaml")), ids=lambda path: path.name)
def test_a_sample_passes(path):
    assert list(ORG.iter_errors(read_as_editor(path))) == []


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_a_fault_of_structure_is_refused_and_a_file_without_errors_passes(path):
    data = read_as_editor(path)
    if data is None or path.parent.name == "yaml-key":
        return
    refused = list(ORG.iter_errors(data))
    expected = path.parent.joinpath("expected.txt").read_text(encoding="utf-8")
    if "error[" not in expected:
        assert refused == []
    if path.parent.name in STRUCTURAL:
        assert refused


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(block.text, id=f"{page.name}-{number}")
        for page in PAGES
        if page.name not in ("themes.md", "errors.md")
        for number, block in enumerate(blocks(page))
        if block.language == "yaml" and "wrong" not in block.name
    ],
)
def test_an_example_of_the_pages_passes(example):
    root = read_yaml(SourceText("example", example), Findings())
    assert list(ORG.iter_errors(as_editors_see(root))) == []


def laws(examples):
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))


@given(nearly_right() | outlines)
@laws(500)
def test_what_the_schema_refuses_of_an_outline_orgviz_refuses(data):
    if list(ORG.iter_errors(data)):
        assert told_of(data), data


@given(models)
@laws(200)
def test_what_the_schema_refuses_of_a_model_orgviz_refuses(data):
    if list(ORG.iter_errors(data)):
        assert told_of(data), data


BASE = {"units": [{"name": "A", "units": ["C"]}, "B"], "links": [{"from": "A", "to": "B"}]}
OF_BASE = ReadOptions(fetch=lambda _: json.dumps(BASE).encode())


@given(outlines)
@laws(200)
def test_what_the_schema_refuses_of_a_variant_orgviz_refuses(data):
    data = {**data, "extends": "base.json"}
    if list(ORG.iter_errors(data)):
        assert told_of(data, OF_BASE), data


def test_a_schema_named_in_a_file_changes_nothing():
    named = {"$schema": "./orgviz.schema.json", "units": ["A"]}
    plain = {"units": ["A"]}
    read = [read_org(json.dumps(data).encode(), "a.json").org.nodes for data in (named, plain)]
    assert [node.name for node in read[0]] == [node.name for node in read[1]] == ["A"]
    model = {"$schema": "x", "nodes": [{"id": "a", "kind": "unit", "name": "A"}], "edges": []}
    assert read_org(json.dumps(model).encode(), "a.json").findings == ()
    assert read_org(json.dumps(named).encode(), "-").findings == ()


def test_a_file_of_nodes_and_edges_as_orgviz_writes_it_passes():
    for path in sorted((ROOT / "samples").glob("*.yaml")):
        if "extends" not in path.read_text(encoding="utf-8"):
            org = read_org(path.read_bytes(), path.name).org
            assert list(ORG.iter_errors(json.loads(to_json(org)))) == []


def test_the_line_for_editors_is_a_comment_that_names_the_file_beside():
    assert modeline() == "# yaml-language-server: $schema=orgviz.schema.json\n"
    assert schema_text(SchemaKind.ORG) == schema_text(SchemaKind.ORG)
