"""What the reader of YAML has open while it reads: lists, mappings, and what anchors name."""

from __future__ import annotations

from dataclasses import dataclass, field

from orgviz.source.entries import Entry, Mapping, Scalar
from orgviz.text import Span


@dataclass(slots=True)
class Open:
    """A list or mapping that is being read; `pairs` is used by mappings, `items` by lists."""

    span: Span
    is_mapping: bool
    anchor: str | None
    nodes_before: int
    items: list[Entry] = field(default_factory=list)
    pairs: list[tuple[Scalar, Entry]] = field(default_factory=list)
    seen: dict[str, Span] = field(default_factory=dict)
    merged: list[Mapping] = field(default_factory=list)
    key: Scalar | None = None
    is_merge: bool = False


@dataclass(slots=True)
class Anchored:
    """What an anchor names (nothing while it is open), and how many nodes that is when written out."""

    entry: Entry | None
    nodes: int
