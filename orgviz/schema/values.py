"""The values that keys may hold, as JSON Schema: never stricter than the reader, which takes every scalar as text.

YAML's own programs make numbers and booleans of what looks like them, so these stand beside text everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from orgviz.build.fields import ID_LENGTH
from orgviz.build.urls import SCHEMES, URL_LENGTH
from orgviz.limits import LIMITS
from orgviz.schema.words import Said
from orgviz.source.entries import Entry, Scalar, Sequence
from orgviz.source.entries import Mapping as Pairs

Json: TypeAlias = dict[str, Any]

SCALAR = ["string", "number", "boolean"]
OPTIONAL = [*SCALAR, "null"]  # a key with nothing behind it counts as left out

FLAG: Json = {"enum": [True, False, "true", "false", None]}
DATE: Json = {"type": ["string", "null"], "pattern": r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$"}
ANY_MAPPING: Json = {"type": ["object", "null"]}
NAME: Json = {"type": SCALAR, "minLength": 1, "maxLength": LIMITS.name, "pattern": r"\S"}
TITLE: Json = {"type": OPTIONAL, "maxLength": LIMITS.name}
TEXT: Json = {"type": OPTIONAL}
LONG_TEXT: Json = {"type": OPTIONAL, "maxLength": LIMITS.text}
ID: Json = {"type": OPTIONAL, "minLength": 1, "maxLength": ID_LENGTH}
WORD: Json = {"type": SCALAR, "minLength": 1, "pattern": r"\S"}
TEXTS: Json = {"anyOf": [WORD, {"type": "array", "items": WORD}, {"type": "null"}]}
LANGUAGE: Json = {
    "anyOf": [
        {"enum": ["zh-CN", "zh-TW", "en", "ja", "ko", "de"]},
        {"type": ["string", "null"], "pattern": r"^\s*[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\s*$"},
    ]
}


def caseless(words: Iterable[str]) -> str:
    """Return a pattern for words in any case, with space around them.

    >>> caseless(["off"])
    '^\\\\s*([oO][fF][fF])\\\\s*$'
    """
    spelled = ("".join(_either_case(letter) for letter in word) for word in words)
    return rf"^\s*({'|'.join(spelled)})\s*$"


def _either_case(letter: str) -> str:
    return f"[{letter}{letter.upper()}]" if letter.isalpha() else re.escape(letter)


def choice(words: Iterable[str], *, nullable: bool = True) -> Json:
    """Return one of some words: these are offered, and any case of them is taken."""
    known = list(words)
    return {
        "anyOf": [
            {"enum": known},
            {"type": ["string", "null"] if nullable else "string", "pattern": caseless(known)},
        ]
    }


def offered(words: Iterable[str], otherwise: Json = WORD) -> Json:
    """Return a text for which some words are offered, though it may be another."""
    return {"anyOf": [{"enum": list(words)}, otherwise]}


def optional(value: Json) -> Json:
    """Return a value that may be left out behind its key."""
    return {"anyOf": [value, {"type": "null"}]}


def ref(name: str) -> Json:
    """Return what the schema defines under a name."""
    return {"$ref": f"#/definitions/{name}"}


def number(least: int, most: int) -> Json:
    """Return a whole number in words or digits."""
    return {
        "anyOf": [
            {"type": "integer", "minimum": least, "maximum": most},
            {"type": ["string", "null"], "pattern": r"^\s*[0-9][0-9,]*\s*$"},
        ]
    }


def share() -> Json:
    """Return full-time equivalents, with three decimals at most."""
    return {
        "anyOf": [
            {"type": "number", "minimum": 0, "exclusiveMaximum": 100_000},
            {"type": ["string", "null"], "pattern": r"^\s*[0-9]{1,5}([.,][0-9]{1,3})?\s*$"},
        ]
    }


def one_or_list(item: Json, *, nullable: bool = True) -> Json:
    """Return one thing, or a list of such."""
    nothing: list[Json] = [{"type": "null"}] if nullable else []
    return {"anyOf": [item, {"type": "array", "items": item}, *nothing]}


def many(item: Json) -> Json:
    """Return a list; with nothing behind the key it counts as left out."""
    return {"type": ["array", "null"], "items": item}


def url() -> Json:
    """Return an address with one of the schemes that are safe to click."""
    schemes = "|".join("".join(_either_case(letter) for letter in scheme) for scheme in SCHEMES)
    return {"type": ["string", "null"], "maxLength": URL_LENGTH, "pattern": rf"^({schemes}):"}


def described(value: Json, said: Said, example: Any) -> Json:  # noqa: ANN401 - an example is of any kind
    """Return a value with what its key says, and an example both to read and for programs."""
    says, written = said
    return {"description": f"{says}\n\nExample: {written}", **value, "examples": [example]}


def plain(entry: Entry) -> Any:  # noqa: ANN401 - JSON is of any kind
    """Return a small entry as YAML's own programs would read it: examples hold no surprises."""
    if isinstance(entry, Sequence):
        return [plain(item) for item in entry.items]
    if isinstance(entry, Pairs):
        return {key.text: plain(value) for key, value in entry.pairs}
    return _scalar(entry)


def _scalar(entry: Scalar) -> Any:  # noqa: ANN401 - JSON is of any kind
    if entry.null:
        return None
    if entry.plain and entry.text in ("true", "false"):
        return entry.text == "true"
    if entry.plain and re.fullmatch(r"[0-9]+(\.[0-9]+)?", entry.text):
        return float(entry.text) if "." in entry.text else int(entry.text)
    return entry.text


def closed(properties: Mapping[str, Json], required: Iterable[str] = ()) -> Json:
    """Return a mapping that has these keys and no others."""
    needed = list(required)
    return {
        "type": "object",
        "properties": dict(properties),
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }
