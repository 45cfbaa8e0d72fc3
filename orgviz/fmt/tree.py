"""A YAML file as it is written: entries with their texts, and every comment at the entry that it belongs to."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from orgviz.source.yaml_pieces import Kind


@dataclass(slots=True)
class Comment:
    """A comment, from its ``#`` to the end of the line.

    Args:
        column: where it stood; Chinese characters before it count as two where it stood behind something.
        gap: how many spaces were before it.
        blank: whether a blank line stood before it, where it has a line of its own.
        behind: whether it stood behind the closing sign of a collection.
    """

    text: str
    column: int
    gap: int = 0
    blank: bool = False
    behind: bool = False


@dataclass(slots=True)
class Node:
    """A scalar or alias as it is written, or a collection.

    Args:
        block_text, flow_text: a scalar's text on a line of its own, and within brackets; these may need quotes that
            a line does not.
        lines: of a scalar of several lines, all of them: those of a block scalar without their indentation.
        is_flow: of a collection, whether the author wrote it in brackets.
        column: where the entries of a block collection stood.
        inner: comments behind the last entry.
        one_line: a collection in brackets, on one line; nothing where that cannot be.
    """

    kind: Kind
    anchor: str | None = None
    style: str = ""
    block_text: str = ""
    flow_text: str | None = ""
    lines: tuple[str, ...] = ()
    header_comment: Comment | None = None
    is_flow: bool = False
    column: int = 0
    entries: list[Entry] = field(default_factory=list)
    inner: list[Comment] = field(default_factory=list)
    one_line: str | None = None

    @property
    def is_collection(self) -> bool:
        """Whether it has entries."""
        return self.kind in (Kind.MAPPING, Kind.SEQUENCE)


@dataclass(slots=True)
class Entry:
    """An item of a list, or a key with its value.

    Args:
        key: of a mapping.
        blank: whether a blank line stands before it.
        leading: comments on lines of their own before it.
        trailing: comments on its line.
    """

    key: Node | None = None
    node: Node | None = None
    blank: bool = False
    leading: list[Comment] = field(default_factory=list)
    trailing: list[Comment] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """A whole file: what stands before ``---``, where that is written, the root, and what stands behind ``...``."""

    root: Entry
    head: list[str] = field(default_factory=list)
    has_start: bool = False
    has_end: bool = False
    tail: list[Comment] = field(default_factory=list)


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for each Chinese character.

    >>> width("部门: A")
    7
    """
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
