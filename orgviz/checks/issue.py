"""What a rule finds: words and a place; its code and severity stand in the catalogue."""

from __future__ import annotations

from orgviz.lean import dataclass
from orgviz.text import Span


def elsewhere(other: Span, here: Span) -> str:
    """Name another place in a message: its line, and its file where that is another.

    >>> elsewhere(Span("a.yaml", 3, 1), Span("a.yaml", 9, 1))
    'line 3'
    """
    return f"line {other.line}" if other.path == here.path else f"{other.path}:{other.line}"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that a rule has found; the texts are those of a `Diagnostic`."""

    message: str
    span: Span
    hint: str | None = None
