"""Find escapes of double-quoted texts that stand for no character, and say so."""

from __future__ import annotations

from orgviz.diagnostics import Findings
from orgviz.patterns import pattern
from orgviz.text import Span
from orgviz.wording import quoted

_ESCAPE = pattern(
    r'\\(?:[0abt\tnvfre "/\\N_LP\n]|x[0-9a-fA-F]{2}'
    r"|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|U(?:0010|000[0-9a-fA-F])[0-9a-fA-F]{4})"
)
TOO_LARGE_ESCAPE = pattern(r"\\U(?!0010|000)[0-9a-fA-F]{8}")
_ESCAPE_LENGTH = {"x": 4, "u": 6, "U": 10}


def bad_escape(raw: str) -> str | None:
    """Return the first escape of a double-quoted text that means nothing, such as ``\\q``."""
    place = find_bad_escape(raw, 0)
    return None if place is None else raw[place : place + _ESCAPE_LENGTH.get(raw[place + 1 : place + 2], 2)]


def find_bad_escape(text: str, start: int) -> int | None:
    """Return where the first such escape stands, at or behind `start`."""
    place = text.find("\\", start)
    while place >= 0:
        match = _ESCAPE.match(text, place)
        if match is None:
            return place
        place = text.find("\\", match.end())
    return None


def tell_escape(escape: str, place: Span, findings: Findings) -> None:
    """Report an escape of a double-quoted text that stands for no character."""
    findings.error(
        "yaml-escape",
        f"{quoted(escape.split(chr(10), 1)[0])} means nothing inside double quotes",
        place._replace(width=len(escape)),
        "write '\\\\' for a backslash, or use single quotes",
    )
