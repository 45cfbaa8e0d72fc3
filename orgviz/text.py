"""Source text and places in it; imports nothing of ours."""

from __future__ import annotations

from typing import NamedTuple

from orgviz.lean import dataclass

# What standard input is called in messages.
STANDARD_INPUT = "<stdin>"


class Span(NamedTuple):
    """A place in a source file: where a caret is drawn.

    Every text of a file has one, so it is what is made in the shortest time: a tuple.

    Args:
        path: the file as the user named it (``<stdin>`` for standard input).
        line: 1-based line.
        column: 1-based column, in characters.
        width: how many characters of that line the caret underlines, at least 1.
    """

    path: str
    line: int
    column: int
    width: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded input file: its path as the user named it, and its whole text."""

    path: str
    text: str

    def line(self, number: int) -> str:
        """Return the 1-based line without its ending, or nothing when there is no such line.

        >>> SourceText("a", "one\\ntwo").line(2)
        'two'
        """
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 1 <= number <= len(lines) else ""
