"""What may stand behind each key of the language, as JSON Schema: as strict as the reader of that key, never more."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orgviz.build.changes import SECTIONS
from orgviz.build.check_settings import LEVELS, WIDEST_SPAN
from orgviz.build.fields import SEATS_LIMIT
from orgviz.build.from_model import CUT_LIMIT, KINDS
from orgviz.build.keys import Shape
from orgviz.build.links import EDGE_KINDS, LINK_KINDS, PROPOSED
from orgviz.build.org import VERSION
from orgviz.build.outline import STATUSES
from orgviz.build.types import TYPE_NAME_LENGTH
from orgviz.build.views import ALL, DEPTH_LIMIT
from orgviz.checks.catalogue import RULES, Rule
from orgviz.model import COLOR_NAMES, TYPE_NAMES
from orgviz.schema.values import (
    ANY_MAPPING,
    DATE,
    FLAG,
    ID,
    LANGUAGE,
    LONG_TEXT,
    NAME,
    TEXT,
    TEXTS,
    TITLE,
    WORD,
    Json,
    choice,
    many,
    number,
    offered,
    one_or_list,
    optional,
    ref,
    share,
    url,
)

Values = Mapping[str, Json]

TYPE_SAYS = MappingProxyType(
    {
        "governance": "Boards, councils, supervision.",
        "executive": "Top management.",
        "function": "Finance, people, legal, technology: serves the whole organisation.",
        "operations": "The business itself: products, sales, marketing, production.",
        "support": "Design, content, logistics, facilities.",
        "service": "Customer service.",
        "project": "Projects, task forces, temporary teams.",
        "external": "Outside companies, partners, advisers.",
    }
)
BY_SHAPE: Mapping[Shape, Json] = MappingProxyType(
    {
        Shape.TEXT: TEXT,
        Shape.TEXTS: TEXTS,
        Shape.LIST: {"type": ["array", "null"]},
        Shape.MAPPING: ANY_MAPPING,
        Shape.ITEMS: {},
    }
)
"""What a value may be where nothing more is known than its shape."""


def _named(item: Json, names: Mapping[str, str], allowed: Json) -> Json:
    """Return a mapping from names of the author's own to items; some names are offered."""
    own = optional(item)
    return {
        "type": ["object", "null"],
        "properties": {name: {"description": says, **own} for name, says in names.items()},
        "additionalProperties": own,
        "propertyNames": allowed,
    }


def _severities() -> Json:
    level = choice(LEVELS, nullable=False)
    checks = {rule.code: {"description": _finds(rule), **level} for rule in RULES}
    return {"type": ["object", "null"], "properties": checks, "additionalProperties": False}


def _finds(rule: Rule) -> str:
    return f"{rule.finds[0].upper()}{rule.finds[1:]}. Unless told otherwise: {rule.severity.value}."


_POSTS = many(ref("postItem"))
_SECTION_WORDS = tuple(dict.fromkeys(one for word in SECTIONS for one in (word.value.removesuffix("s"), word.value)))
_SETTINGS_OF_TYPE = {"minLength": 1, "maxLength": TYPE_NAME_LENGTH, "pattern": r"^\S([^\n]*\S)?$"}

COMMON: Values = MappingProxyType(
    {
        "name": NAME,
        "title": NAME,
        "id": ID,
        "type": offered(TYPE_NAMES, TEXT),
        "duty": LONG_TEXT,
        "label": LONG_TEXT,
        "status": choice(STATUSES),
        "from": DATE,
        "since": DATE,
        "until": DATE,
        "url": url(),
        "seats": number(1, SEATS_LIMIT),
        "fte": share(),
        "head": one_or_list(ref("postItem")),
        "holder": one_or_list(ref("holderItem")),
        "assistants": _POSTS,
        "positions": _POSTS,
        "reports": _POSTS,
        "members": many(ref("personItem")),
        "units": many(ref("unitItem")),
    }
)
"""What a key of that name holds in every mapping that says nothing of its own about it."""

TOP: Values = MappingProxyType(
    {
        "version": {
            "anyOf": [{"enum": [int(VERSION)]}, {"type": ["string", "null"], "pattern": rf"^\s*{VERSION}\s*$"}]
        },
        "title": TITLE,
        "lang": LANGUAGE,
        "types": _named(ref("type"), TYPE_SAYS, _SETTINGS_OF_TYPE),
        "extends": WORD,
        "include": one_or_list({"anyOf": [WORD, ref("included")]}, nullable=False),
        "changes": many(ref("change")),
        "links": many(ref("link")),
        "views": _named(ref("view"), {}, {"not": {"enum": [ALL]}, "pattern": r"\S"}),
        "check": optional(ref("check")),
    }
)
PERSON: Values = MappingProxyType({"name": TEXT, "holder": TEXT})
TYPE: Values = MappingProxyType(
    {
        "label": TITLE,
        "color": {
            "anyOf": [
                choice(COLOR_NAMES),
                {"type": ["string", "null"], "pattern": r"^\s*#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\s*$"},
            ]
        },
        "match": TEXTS,
    }
)
LINK: Values = MappingProxyType({"from": WORD, "to": WORD, "kind": choice(LINK_KINDS), "status": choice([PROPOSED])})
VIEW: Values = MappingProxyType(
    {
        "title": TITLE,
        "depth": number(1, DEPTH_LIMIT),
        "type": one_or_list(offered(TYPE_NAMES, WORD)),
        "only_units": FLAG,
        "hide_names": FLAG,
        "status": one_or_list(choice(STATUSES, nullable=False)),
        "text": LONG_TEXT,
        "as_of": DATE,
    }
)
CHECK: Values = MappingProxyType({"max-span": number(1, WIDEST_SPAN), "severity": _severities()})
INCLUDED: Values = MappingProxyType({"file": WORD})
CHANGES: Mapping[str, Values] = MappingProxyType(
    {
        "add": {
            "add": one_or_list({"anyOf": [NAME, ref("unit"), ref("post"), ref("person")]}, nullable=False),
            "as": choice(_SECTION_WORDS),
        },
        "remove": {"remove": one_or_list(WORD, nullable=False), "keep": choice(["children"])},
        "move": {"move": one_or_list(WORD, nullable=False)},
        "merge": {"merge": {"type": "array", "items": WORD}, "into": WORD},
        "rename": {"to": NAME},
        "set": {"name": TEXT, "title": TEXT},
        "unlink": {"unlink": optional(ref("unlinked"))},
    }
)
UNLINKED: Values = MappingProxyType({"from": TEXT, "to": TEXT, "kind": offered(LINK_KINDS, TEXT)})
MODEL: Values = MappingProxyType(
    {
        **{key: TOP[key] for key in ("version", "title", "lang", "types", "views", "check")},
        "given_lang": offered(["true", "false"], TEXT),  # read only where there is a language
        "nodes": many(ref("node")),
        "edges": many(ref("edge")),
    }
)
NODE: Values = MappingProxyType(
    {
        "id": {**ID, "type": WORD["type"], "pattern": WORD["pattern"]},
        "kind": choice(KINDS, nullable=False),
        "head": FLAG,
        "vacant": FLAG,
        "given_id": FLAG,
        "given_type": FLAG,
        "tenures": many(ref("holderItem")),
        "photos": many(ref("photo")),
        "cut": optional(ref("cut")),
    }
)
CUT: Values = MappingProxyType({"posts": number(0, CUT_LIMIT), "units": number(0, CUT_LIMIT)})
EDGE: Values = MappingProxyType({"from": WORD, "to": WORD, "kind": choice(EDGE_KINDS), "proposed": FLAG})
