"""Hold a document to the rules for characters: what cannot be drawn is told, once a line."""

from __future__ import annotations

import re

from orgviz.diagnostics import Findings
from orgviz.patterns import pattern
from orgviz.source.characters import forbidden_character, holds_suspects, invisible_text
from orgviz.text import SourceText, Span
from orgviz.wording import named_character

# Breaks of pages and lines as other programs leave them in text.
_BREAKS = pattern("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# What makes a line that looks empty, and is not.
_EMPTY_LINE = pattern(
    r"^[ \t\u3000]*[\xad\u034f\u115f\u1160\u200b-\u200f\u2060-\u2064\u2800\u3164\ufe00-\ufe0f]", re.MULTILINE
)


def checked_text(source: SourceText, findings: Findings) -> SourceText:
    """Return a text with old breaks of pages and lines as spaces; report what no text may hold."""
    text = _BREAKS.sub(" ", source.text)
    if holds_suspects(text):
        _tell_forbidden(source.path, text.split("\n"), findings)
    return SourceText(source.path, text)


def _tell_forbidden(path: str, lines: list[str], findings: Findings) -> None:
    for number, line in enumerate(lines, start=1):
        character = forbidden_character(line) if holds_suspects(line) else None
        if character is not None:
            findings.error(
                "forbidden-character",
                f"{named_character(character)} stands in this line, where it cannot be seen",
                Span(path, number, line.index(character) + 1),
                "take it away",
            )


def warn_of_empty_looking(source: SourceText, findings: Findings) -> None:
    """Warn of the first line that looks empty and holds invisible characters; pages of the web are full of them."""
    if _EMPTY_LINE.search(source.text) is None:
        return
    for number, line in enumerate(source.text.split("\n"), start=1):
        hidden = invisible_text(line) if line.strip() else None
        if hidden is not None:
            place = Span(source.path, number, len(line) - len(line.lstrip()) + 1)
            findings.warn("invisible-text", f"this line shows nothing: it holds {hidden}", place, "take it away")
            return
