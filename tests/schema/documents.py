"""YAML as editors see it, and small documents at random: of known and unknown keys, with likely and unlikely values."""

import json
import re
from pathlib import Path

import jsonschema
from hypothesis import strategies as st

from orgviz.build.keys import SYNONYMS
from orgviz.diagnostics import Findings
from orgviz.schema.make import SchemaKind, schema_text
from orgviz.schema.org import MAPPINGS
from orgviz.source.entries import Mapping, Scalar
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText
from tests import strategies

ROOT = Path(__file__).parents[2]
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def validator(kind=SchemaKind.ORG):
    return jsonschema.Draft7Validator(json.loads(schema_text(kind)))


def as_editors_see(entry):
    """Return an entry with the numbers, booleans and nothings that YAML 1.2 makes of plain scalars."""
    if isinstance(entry, Scalar):
        return scalar(entry)
    if isinstance(entry, Mapping):
        return {key.text: as_editors_see(value) for key, value in entry.pairs}
    return [as_editors_see(item) for item in entry.items]


def scalar(entry):
    text = entry.text
    if entry.null:
        return None
    if not entry.plain:
        return text
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if _INTEGER.fullmatch(text):
        return int(text, 0) if text[1:2] in "ox" and text[1:2] else int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def read_as_editor(path):
    root = read_yaml(SourceText(str(path), path.read_text(encoding="utf-8-sig", errors="replace")), Findings())
    return None if root is None else as_editors_see(root)


keys = st.sampled_from(
    sorted({key for table, _, _ in MAPPINGS.values() for key in table.keys} | {"nmae", "名称", ""} | {*SYNONYMS})
)
texts = st.sampled_from(
    (
        "A", "B", "市场部", "", " ", "vacant", "planned", "PLANNED", " closed ", "operations", "Operations", "teal", "Teal",
        "#abc", "#12", "2026-10-01", "2026-13-01", " 2026-10-01", "2026-1-1", "5", "1,000", "0", "-5", "true", "True",
        "no", "https://example.com", "HTTPS://example.com", "ftp://a", "mailto:a@example.com", "dotted", "reports",
        "proposed", "children", "head", "unit", "Position", "person", "zh-CN", "x", "off", "1", "1.0", "all",
        "a" * 201, "b" * 501, "A/B", "- a", "a: b", "two-posts",
    )
)  # fmt: skip
scalars = texts | st.none() | st.booleans() | st.integers(-2, 100_001) | st.sampled_from((0.5, 1.0, 2.5))
anything = st.recursive(
    scalars,
    lambda below: st.lists(below, max_size=2) | st.dictionaries(keys | texts, below, max_size=3),
    max_leaves=6,
)


def fitting(name, below):
    """Mappings of one kind: its own keys, now and then another, mostly with what may stand behind them."""
    table, _, _ = MAPPINGS[name]
    own = st.sampled_from(sorted(table.keys))
    return st.dictionaries(st.one_of(own, own, own, own, keys), below, max_size=4)


def named(name, key, below):
    return st.tuples(fitting(name, below), st.sampled_from(("A", "B", "C"))).map(lambda both: {**both[0], key: both[1]})


units = st.recursive(
    scalars,
    lambda below: st.one_of(
        named("unit", "name", below | st.lists(below, max_size=2)),
        named("post", "title", below | st.lists(below, max_size=2)),
        named("person", "name", below),
        fitting("post", below),
        named("holder", "name", below),
        st.lists(below, max_size=2),
    ),
    max_leaves=8,
)
links = named("link", "from", scalars).map(lambda link: {"to": "B", **link})
changes = st.one_of(
    *(named(verb, verb, units) for verb in ("add", "remove", "move", "merge", "rename", "set")),
    fitting("unlinked", scalars).map(lambda link: {"unlink": link}),
)
sections = {
    "version": scalars,
    "title": scalars,
    "lang": scalars,
    "types": st.dictionaries(texts, fitting("type", anything) | scalars, max_size=2),
    "positions": st.lists(units, max_size=2) | units,
    "links": st.lists(links | anything, max_size=2),
    "views": st.dictionaries(texts, fitting("view", anything) | scalars, max_size=2),
    "check": fitting("check", anything) | st.just({"severity": {"two-posts": "off"}}),
    "$schema": scalars,
    "changes": st.lists(changes, max_size=2),
    "nmae": scalars,
}
nodes = named("node", "id", scalars).map(lambda node: {"kind": "unit", "name": "A", **node})
outlines = st.fixed_dictionaries({"units": st.lists(units, max_size=3) | units}, optional=sections)
models = st.fixed_dictionaries(
    {"nodes": st.lists(nodes | anything, max_size=3)},
    optional={"edges": st.lists(links | anything, max_size=2), **sections, "given_lang": scalars},
)


def places(data):
    """Return every mapping of a document, each with the definition that fits the key it stands behind."""
    found, waiting = [], [(data, "outline")]
    while waiting:
        item, kind = waiting.pop()
        if isinstance(item, list):
            waiting.extend((each, kind) for each in item)
        elif isinstance(item, dict):
            found.append((item, kind))
            waiting.extend((value, KINDS.get(key, kind)) for key, value in item.items())
    return found


KINDS = {
    "units": "unit", "head": "post", "positions": "post", "reports": "post", "assistants": "post", "members": "person",
    "holder": "holder", "types": "type", "links": "link", "views": "view", "check": "check",
}  # fmt: skip


@st.composite
def nearly_right(draw):
    """A file that is right, but for one or two values or keys that something else was put for."""
    data = draw(strategies.outlines())
    if draw(st.booleans()):
        data["links"] = [{"from": "A", "to": "B"}]
    data["views"] = {"v": {"depth": "2"}}
    data["check"] = {"max-span": 5, "severity": {}}
    for _ in range(draw(st.integers(1, 2))):
        item, kind = draw(st.sampled_from(places(data)))
        own = st.sampled_from(sorted(MAPPINGS[kind][0].keys))
        key = draw(st.one_of(own, own, st.sampled_from(sorted(item) or ["name"]), keys))
        item[key] = draw(st.one_of(texts, scalars, st.lists(texts, max_size=2), anything))
    return data
