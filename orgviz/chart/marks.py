"""What a chart of a difference marks: by node, by link, and from where to where something moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Final

from orgviz.lean import dataclass


class MarkKind(StrEnum):
    """What happened to what is drawn; the first of several gives a box its colour."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENAMED = "renamed"
    HEAD = "head"
    FILLED = "filled"
    VACATED = "vacated"
    HOLDER = "holder"
    CHANGED = "changed"
    GHOST = "ghost"  # the old place of what moved


GLYPHS: Final[Mapping[MarkKind, str]] = {
    MarkKind.ADDED: "+",
    MarkKind.REMOVED: "−",
    MarkKind.MOVED: "→",
    MarkKind.RENAMED: "≠",
    MarkKind.HEAD: "◆",
    MarkKind.FILLED: "●",
    MarkKind.VACATED: "○",
    MarkKind.HOLDER: "◇",
    MarkKind.CHANGED: "~",
    MarkKind.GHOST: "→",
}
"""What tells each kind without colour; every common font, Chinese ones too, has these."""

COLORS: Final[Mapping[MarkKind, str]] = {
    MarkKind.ADDED: "green",
    MarkKind.REMOVED: "red",
    MarkKind.MOVED: "blue",
    MarkKind.RENAMED: "yellow",
    MarkKind.HEAD: "purple",
    MarkKind.FILLED: "teal",
    MarkKind.VACATED: "pink",
    MarkKind.HOLDER: "cyan",
    MarkKind.CHANGED: "brown",
    MarkKind.GHOST: "blue",
}
"""Names of the themes' palettes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What happened to a node.

    Args:
        kinds: at least one, the most important first.
        was: what it was called; nothing where that did not change.
        left: who held or led it, and does no longer.
        facts: pairs of another old value, which is written struck through, and the new one; either may be empty.
        notes: lines for hovering, in no language.
    """

    kinds: tuple[MarkKind, ...]
    was: str | None = None
    left: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What a chart of a difference marks, beside the organisation that it draws.

    Args:
        nodes: by id; what is not in it is unchanged.
        edges: by the edge's number in the organisation.
        traces: the ids of a ghost and of the node that moved from there.
        counts: how many changes of each kind there are; `links` how many of lines.
    """

    nodes: Mapping[str, Mark]
    edges: Mapping[int, MarkKind] = field(default_factory=dict)
    traces: tuple[tuple[str, str], ...] = ()
    counts: Mapping[MarkKind, int] = field(default_factory=dict)
    links: int = 0
