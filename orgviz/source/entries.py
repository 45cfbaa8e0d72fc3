"""What a reader found: raw scalars, lists and mappings, each with its place; no meaning yet.

A large file has a million of them: they are tuples, which are made in a third of the time of other values.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from orgviz.text import Span


class _Written(NamedTuple):
    """A scalar with its place unpacked: few are ever asked for it, and a `Span` each is half of a file's memory."""

    text: str
    path: str
    line: int
    column: int
    width: int
    null: bool
    plain: bool
    told: bool


class Scalar(_Written):
    """A piece of text exactly as written; `null` marks an empty, ``~`` or ``null`` plain value.

    `plain` marks one without quotes. `told` marks one about which a finding was made: what it says instead of
    what was meant leads to no other.
    """

    __slots__ = ()

    def __new__(cls, text: str, span: Span, null: bool = False, plain: bool = False, told: bool = False) -> Scalar:
        """Make one from its parts."""
        return cls._make((text, *span, null, plain, told))

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.path, self.line, self.column, self.width)


class Sequence(NamedTuple):
    """A list; `span` is where it begins."""

    items: tuple[Entry, ...]
    span: Span


class Mapping(NamedTuple):
    """Keys and their values in the author's order; no key stands twice."""

    pairs: tuple[tuple[Scalar, Entry], ...]
    span: Span


Entry: TypeAlias = Scalar | Sequence | Mapping


def said(root: Entry) -> Iterator[tuple[str, bool] | str]:
    """Yield what an entry says, without its places."""
    for entry in scalars_and_signs(root):
        yield entry if isinstance(entry, str) else (entry.text, entry.null)


def scalars_and_signs(root: Entry) -> Iterator[Scalar | str]:
    """Yield all scalars, and the signs of what they stand in."""
    waiting: list[Entry | str] = [root]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, str | Scalar):
            yield entry
        elif isinstance(entry, Sequence):
            yield "["
            waiting.append("]")
            waiting.extend(reversed(entry.items))
        else:
            yield "{"
            waiting.append("}")
            waiting.extend(part for pair in reversed(entry.pairs) for part in (pair[1], pair[0]))
