"""The JSON Schema of a theme file, made from the very values by which the reader knows what a setting is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from orgviz.schema import theme_words
from orgviz.schema.org import example_of
from orgviz.schema.values import SCALAR, WORD, Json, closed, described
from orgviz.schema.words import Words
from orgviz.style.reader import SECTIONS
from orgviz.style.settings import MAX_POINTS, Setting, spelled
from orgviz.style.theme import SWATCH_COLORS, Swatch, Theme

_NUMBER = r"^[\s0-9eE.+-]+$"
_HEX = r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"
_LENGTH: Json = {
    "anyOf": [{"type": "number", "minimum": 0, "maximum": MAX_POINTS}, {"type": "string", "pattern": _NUMBER}]
}
_DASH: Json = {"type": "array", "items": _LENGTH}
_FLAG: Json = {"enum": [True, False, "true", "false"]}
_COLOR: Json = {"type": "string", "pattern": _HEX}


def theme_schema() -> Json:
    """Return the schema of a theme; the sections are those of the reader."""
    properties = {
        key: described(_section(key, field), theme_words.THEME[key], example_of(theme_words.THEME[key]))
        for key, field in SECTIONS.items()
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A theme for orgviz",
        "description": "How charts look: colours, letters and lines.",
        **closed(properties),
    }


RECORDS: Mapping[str, Words] = {"page": theme_words.PAGE, "boxes": theme_words.BOXES, "root": theme_words.SWATCH}
ROLES: Mapping[str, Words] = {"text": theme_words.TEXT, "lines": theme_words.LINE, "statuses": theme_words.STATUS}


def _section(key: str, field: str) -> Json:
    theme = Theme()
    if key in RECORDS:
        return record(getattr(theme, field), RECORDS[key])
    if key in ROLES:
        words = () if key == "lines" else SWATCH_COLORS
        roles: Mapping[str, object] = getattr(theme, field)
        return closed({str(role): record(style, ROLES[key], words) for role, style in roles.items()})
    if key == "palette":
        swatch = {"anyOf": [_COLOR, record(Swatch(), theme_words.SWATCH)]}
        return {"type": "object", "additionalProperties": swatch}
    if key == "types":
        return {"type": "object", "additionalProperties": WORD}
    if key == "name":
        return {"type": SCALAR}
    return _FLAG if key == "monochrome" else WORD


def record(before: object, said: Words, words: tuple[str, ...] = ()) -> Json:
    """Return the mapping of settings that change a value; its fields tell what each of them is."""
    settings = {spelled(item.name): getattr(before, item.name) for item in fields(before)}  # type: ignore[arg-type]
    return closed(
        {key: described(_setting(old, words), said[key], example_of(said[key])) for key, old in settings.items()}
    )


def _setting(old: Setting, words: tuple[str, ...]) -> Json:
    """Return what a setting of the same kind as its old value may be, as `orgviz.style.settings` reads it."""
    if isinstance(old, bool):
        return _FLAG
    if isinstance(old, tuple):
        return _DASH
    if isinstance(old, str):
        return {"anyOf": [{"enum": list(words)}, _COLOR]} if words else _COLOR
    return _LENGTH
