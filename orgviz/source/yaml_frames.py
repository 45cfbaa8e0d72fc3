"""What the reader of YAML has open while it reads: lists, mappings, and what anchors name."""

from __future__ import annotations

from dataclasses import field

from orgviz.lean import dataclass
from orgviz.source.entries import Entry, Mapping, Scalar
from orgviz.text import Span


@dataclass(slots=True)
class Open:
    """A list or mapping that is being read.

    Args:
        items: of a list, or the top level of the file.
        pairs: of a mapping, by the text of the key.
        key: of a mapping, the one whose value comes next; `is_merge` marks a ``<<``.
        merged: what a mapping takes in by ``<<``.
    """

    span: Span
    is_mapping: bool
    anchor: str | None = None
    nodes_before: int = 0
    items: list[Entry] = field(default_factory=list)
    pairs: dict[str, tuple[Scalar, Entry]] = field(default_factory=dict)
    merged: tuple[Mapping, ...] = ()
    key: Scalar | None = None
    is_merge: bool = False


@dataclass(slots=True)
class Anchored:
    """What an anchor names (nothing while it is open), and how many nodes that is when written out."""

    entry: Entry | None
    nodes: int
