"""The JSON Schema of an organisation file, made from the tables of its keys: what it refuses, the reader refuses.

It is laxer than the reader where a file must be seen as a whole: names that are referred to, days in the calendar,
types of the file's own. Draft 7, as every editor's language server knows that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgviz.build import keys
from orgviz.build.change_tables import CHANGES, UNLINKED
from orgviz.build.keys import Shape, Table
from orgviz.diagnostics import Findings
from orgviz.schema import more_words, org_values, words
from orgviz.schema.org_values import BY_SHAPE, COMMON, Values
from orgviz.schema.values import NAME, Json, closed, described, plain, ref
from orgviz.schema.words import Said, Words
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText

_INCLUDED = keys.table_of("an included file", {"file": Shape.TEXT, "under": Shape.TEXT}, {})
_POST = keys.table_of("a post or a person", {**keys.POSITION.keys, "name": Shape.TEXT}, {})

MAPPINGS: Mapping[str, tuple[Table, Words, Values]] = {
    "outline": (keys.TOP, words.TOP, org_values.TOP),
    "unit": (keys.UNIT, words.UNIT, {}),
    "post": (_POST, {**words.POSITION, "name": words.PERSON["name"]}, {}),
    "person": (keys.PERSON, words.PERSON, org_values.PERSON),
    "holder": (keys.HOLDER, words.HOLDER, {}),
    "type": (keys.TYPE, words.TYPE, org_values.TYPE),
    "link": (keys.LINK, words.LINK, org_values.LINK),
    "view": (keys.VIEW, words.VIEW, org_values.VIEW),
    "check": (keys.CHECK, words.CHECK, org_values.CHECK),
    "included": (_INCLUDED, words.INCLUDED, org_values.INCLUDED),
    **{verb: (table, more_words.CHANGES[verb], org_values.CHANGES[verb]) for verb, table in CHANGES.items()},
    "unlinked": (UNLINKED, more_words.UNLINKED, org_values.UNLINKED),
    "model": (keys.MODEL, more_words.MODEL, org_values.MODEL),
    "node": (keys.NODE, more_words.NODE, org_values.NODE),
    "photo": (keys.PHOTO, more_words.PHOTO, {}),
    "cut": (keys.CUT, more_words.CUT, org_values.CUT),
    "edge": (keys.EDGE, more_words.EDGE, org_values.EDGE),
}
"""Every mapping of the language: its keys, what they say, and what they hold where that is not as everywhere."""

_REQUIRED = {
    "unit": ("name",),
    "holder": ("name",),
    "link": ("from", "to"),
    "included": ("file",),
    "merge": ("merge", "into"),
    "rename": ("rename", "to"),
    "node": ("id", "kind", "name"),
    "edge": ("from", "to"),
    **{verb: (verb,) for verb in CHANGES if verb not in ("merge", "rename")},
}


def org_schema() -> Json:
    """Return the schema of an organisation: nested units and positions, or nodes and edges."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "An organisation for orgviz",
        "description": "Units, posts and people, and the lines between them, as orgviz draws them.",
        "type": "object",
        "if": {"anyOf": [{"required": ["nodes"]}, {"required": ["edges"]}]},
        "then": ref("model"),
        "else": ref("outline"),
        "definitions": dict(_definitions()),
    }


def _definitions() -> Iterator[tuple[str, Json]]:
    for name, (table, said, held) in MAPPINGS.items():
        properties = {key: _property(key, shape, said.get(key), held) for key, shape in table.keys.items()}
        yield name, {**closed(properties, _REQUIRED.get(name, ())), **_RULES.get(name, {})}
    for name in ("unit", "post", "person", "holder"):
        yield f"{name}Item", {"anyOf": [NAME, ref(name)]}
    yield "change", {"anyOf": [ref(verb) for verb in CHANGES]}


def _property(key: str, shape: Shape, said: Said | None, held: Values) -> Json:
    value = held.get(key) or COMMON.get(key) or BY_SHAPE[shape]
    return value if said is None else described(value, said, example_of(said))


def example_of(said: Said) -> object:
    """Return the value in the example of a key."""
    findings = Findings()
    root = read_yaml(SourceText("example", said[1]), findings)
    assert root is not None, said
    ((_, value),) = root.pairs
    return plain(value)


# Who has a name but no title is a person without a named post: see `orgviz.build.outline`.
_RULES: Mapping[str, Json] = {
    "post": {
        "if": {"required": ["name"]},
        "then": {"properties": {"title": False, "holder": False, "seats": False}},
        "else": {
            "if": {"required": ["holder"], "properties": {"title": False, "seats": False}},
            "then": {"properties": {"holder": NAME}},
            "else": {"required": ["title"]},
        },
    },
    "person": {
        "if": {"required": ["holder"]},
        "then": {"properties": {"holder": NAME}},
        "else": {"required": ["name"], "properties": {"name": NAME}},
    },
}
