"""The schema of themes is made from what the reader reads, and refuses nothing that the reader takes."""

import json
from dataclasses import fields

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgviz.diagnostics import Findings
from orgviz.schema.make import SchemaKind, schema_text
from orgviz.source.yaml_reader import read_yaml
from orgviz.style.reader import read_theme
from orgviz.style.settings import spelled
from orgviz.style.theme import Boxes, Page, StatusStyle, Swatch, TextRole
from orgviz.style.values import LineStyle, TextStyle
from orgviz.text import SourceText
from tests.schema.documents import ROOT, as_editors_see, validator
from tools.pages import blocks

SCHEMA = json.loads(schema_text(SchemaKind.THEME))
THEME = validator(SchemaKind.THEME)
LIKELY = [block.text for block in blocks(ROOT / "docs" / "themes.md") if block.language == "yaml"]
KINDS = {"page": Page, "boxes": Boxes, "root": Swatch}
ROLES = {"text": ("name", TextStyle), "lines": ("solid", LineStyle), "statuses": ("planned", StatusStyle)}


def names_of(kind):
    return {spelled(field.name) for field in fields(kind)}


def test_every_setting_of_a_theme_is_in_the_schema_and_no_other():
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    sections = SCHEMA["properties"]
    assert {key: set(sections[key]["properties"]) for key in KINDS} == {key: names_of(of) for key, of in KINDS.items()}
    for key, (role, kind) in ROLES.items():
        assert set(sections[key]["properties"][role]["properties"]) == names_of(kind)
    assert set(sections["text"]["properties"]) == {str(role) for role in TextRole}


@pytest.mark.parametrize("path", sorted((ROOT / "styles").glob("*.yaml")), ids=lambda path: path.name)
def test_a_theme_that_comes_along_passes(path):
    root = read_yaml(SourceText(path.name, path.read_text(encoding="utf-8")), Findings())
    assert list(THEME.iter_errors(as_editors_see(root))) == []


@pytest.mark.parametrize("text", LIKELY)
def test_an_example_of_the_page_passes(text):
    root = read_yaml(SourceText("example", text), Findings())
    assert list(THEME.iter_errors(as_editors_see(root))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"pallete": {}}, {"page": {"text": "blue"}}, {"page": ["#fff"]}, {"boxes": {"edge-width": 300}}, {"name": None},
        {"text": {"name": {"bold": "yes"}}}, {"lines": {"solid": {"dash": 3}}}, {"statuses": {"gone": {}}},
    ],
    ids=str,
)  # fmt: skip
def test_a_mistake_is_refused(wrong):
    assert list(THEME.iter_errors(wrong))


values = st.sampled_from(
    (
        "#fff",
        "#12345",
        "edge",
        "text",
        "true",
        "yes",
        "6",
        "-1",
        "300",
        "1e2",
        "",
        True,
        3,
        0.5,
        -2,
        500,
        None,
        [],
        [6, 3],
        ["6"],
        {},
    )
)
records = st.dictionaries(
    st.sampled_from(sorted(set().union(*map(names_of, (Page, Boxes, Swatch, TextStyle, LineStyle, StatusStyle))))),
    values,
    max_size=2,
)
themes = st.fixed_dictionaries(
    {"extends": st.just("none")},
    optional={
        **dict.fromkeys(KINDS, records | values),
        "text": st.dictionaries(st.sampled_from(("name", "title", "nothing")), records | values, max_size=2),
        "lines": st.dictionaries(st.sampled_from(("solid", "member", "nothing")), records | values, max_size=2),
        "statuses": st.dictionaries(st.sampled_from(("planned", "active", "nothing")), records | values, max_size=2),
        "palette": st.dictionaries(st.sampled_from(("blue", "brand")), records | values, max_size=2),
        "types": st.dictionaries(st.sampled_from(("operations", "none", "own")), values, max_size=2),
        "monochrome": values,
        "name": values,
        "extra": values,
    },
)  # fmt: skip


@given(themes)
@settings(max_examples=300, deadline=None)
def test_what_the_schema_refuses_the_reader_refuses(theme):
    findings = Findings()
    read_theme(SourceText("theme.yaml", json.dumps(theme)), lambda *_: None, findings)
    if list(THEME.iter_errors(theme)):
        assert findings.failed, theme
