"""Tell sheets apart by all that stands on them, without making their charts: equal fingerprints mean equal charts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from orgviz.alike import edge_said, node_said
from orgviz.pages.parts import Parts
from orgviz.pages.values import Sheet
from orgviz.photos.values import Pictures

_BYTES = 16


@dataclass(slots=True)
class Fingerprints:
    """Takes the fingerprints of one organisation's sheets.

    Args:
        ground: what all of its sheets have in common: how they are made and laid out.
        nodes: by id, that of a node by itself, with what its box says of it.
        edges: that of each link, with the names at its ends.
        taken: those of sheets that were asked for.
    """

    parts: Parts
    ground: str
    nodes: Mapping[str, str] = field(default_factory=dict)
    edges: tuple[str, ...] = ()
    taken: dict[Sheet, str] = field(default_factory=dict)

    def __init__(self, parts: Parts, ground: str, counts: Mapping[str, str], pictures: Pictures):
        self.parts, self.ground, self.taken = parts, ground, {}
        tree, nodes = parts.tree, parts.nodes
        above = {id: None if box is None else tree.ids[box] for id, box in zip(tree.ids, tree.parents, strict=True)}
        self.nodes = {
            id: _digest(repr((node_said(nodes[id], pictures), counts.get(id), above.get(id, "")))) for id in parts.home
        }
        self.edges = tuple(
            _digest(repr((edge_said(edge), nodes[edge.source].name, nodes[edge.target].name)))
            for edge in parts.org.edges
        )

    def of(self, sheet: Sheet) -> str:
        """Return the fingerprint of a sheet: whatever its chart, with its marks, is made from is in it."""
        if sheet not in self.taken:
            self.taken[sheet] = _digest(repr((self.ground, *self._boxes(sheet), *self._rest(sheet))))
        return self.taken[sheet]

    def _boxes(self, sheet: Sheet) -> Iterator[object]:
        """Yield what stands on a sheet, in order, and for what."""
        tree, nodes = self.parts.tree, self.nodes
        chunked = None if sheet.chunk is None else sheet.chunk.box
        roles = (("boxes", sheet.boxes), ("down", sheet.down), ("ups", sheet.ups))
        for box, role in sorted((box, role) for role, boxes in roles for box in boxes):
            heads = () if role == "ups" else [nodes[id] for id in tree.heads[box]]
            rows = [nodes[id] for id in tree.rows[box]] if role == "boxes" and box != chunked else ()
            below = self.parts.below[box] if role == "down" else None
            yield role, nodes[tree.ids[box]], heads, rows, below

    def _rest(self, sheet: Sheet) -> Iterator[object]:
        """Yield which posts of a long list stand here, which of several sheets it is, and its links."""
        tree, chunk = self.parts.tree, sheet.chunk
        yield tree.ids[sheet.anchor], None if sheet.spread is None else tree.ids[sheet.spread], sheet.turn, sheet.turns
        if chunk is not None:
            rows = tree.rows[chunk.box][chunk.start : chunk.stop]
            yield tree.ids[chunk.box], [self.nodes[id] for id in rows]
        by_box = [(tree.ids[box], self.parts.edges[box]) for box in self.parts.homes(sheet) if self.parts.edges[box]]
        yield [(id, [self.edges[number] for number in numbers]) for id, numbers in by_box]
        yield [self.edges[number] for number in sorted({number for _, numbers in by_box for number in numbers})]


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
