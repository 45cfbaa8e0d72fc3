"""Even out the text of a YAML or JSON file, so that PyYAML's two parsers treat it alike."""

from __future__ import annotations

import re

from orgviz.patterns import pattern
from orgviz.source.characters import FORBIDDEN, holds_suspects

# Plain texts that say nothing.
NULLS = frozenset(("", "~", "null", "Null", "NULL"))

_SURROGATE_PAIR = pattern(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_INDENT = pattern(r"^[ \t]*(?=\S)", re.MULTILINE)


def prepared(text: str) -> str:
    """Even out what the two parsers, or YAML and JSON, treat differently; places stay where they are.

    Tabs count as spaces but where they indent; JSON may be indented by tabs, and may write one character as a
    pair of surrogate escapes (only then do columns behind it move).
    """
    if text.lstrip()[:1] in ("{", "["):
        return _SURROGATE_PAIR.sub(_joined_surrogates, text.replace("\t", " "))
    if "\t" not in text:
        return text
    return "\n".join(_without_inner_tabs(line) if "\t" in line else line for line in text.split("\n"))


def _joined_surrogates(match: re.Match[str]) -> str:
    high, low = int(match[1], 16), int(match[2], 16)
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"


def _without_inner_tabs(line: str) -> str:
    content = line.lstrip(" \t")
    return line[: len(line) - len(content)] + content.replace("\t", " ")


# Stands for a character that the parsers would not take; it is itself forbidden, so its scalar is reported.
STAND_IN = "\ufdd0"
LINE_SEPARATOR = pattern("[\u2028\u2029]")


def readable(text: str) -> str:
    """Replace what YAML's parsers refuse or count as a line break, one character for one."""
    if holds_suspects(text):
        text = FORBIDDEN.sub(STAND_IN, text)
    return text.replace("\u2028", " ").replace("\u2029", " ")
