"""Find the ways of links over one map of tracks, one after the other; each minds those before it."""

from __future__ import annotations

from orgviz.layout.geometry import Rect
from orgviz.layout.link_ends import Leg, straight_way, stubs
from orgviz.layout.link_graph import CrossingGraph
from orgviz.layout.link_obstacles import extent_of
from orgviz.layout.link_search import search
from orgviz.layout.link_tracks import TrackMap

# What is near is found in a few steps. The price of every stretch of a chart is gathered only for what is not.
_MOST_STEPS = 400
_FEW_STEPS = 60


class WayFinder:
    """Finds ways, and remembers what they take.

    Args:
        tracks: where links may run.
    """

    def __init__(self, tracks: TrackMap) -> None:
        self._tracks = tracks
        self._graph: CrossingGraph | None = None

    def find(
        self, ends: tuple[Rect, Rect], rows: tuple[float | None, float | None], bundle: int
    ) -> tuple[Leg, ...] | None:
        """Return the legs of a cheap way between two boxes, or nothing when there is none within bounds.

        Args:
            ends: the box that it starts from, and the box that it arrives at.
            rows: y of a row inside the box that the end must be level with; ``None`` for any place.
            bundle: links of one bundle may run over each other.
        """
        legs = straight_way(self._tracks, ends, rows)
        if legs is None:
            starts, goals = (list(stubs(self._tracks, end, row)) for end, row in zip(ends, rows, strict=True))
            target = extent_of(ends[1])
            steps = _MOST_STEPS if self._graph is None else _FEW_STEPS
            legs = search(self._tracks, starts, goals, target, bundle, steps)
            if legs is None:
                self._graph = self._graph or CrossingGraph(self._tracks)
                legs = self._graph.find(starts, goals, target, bundle)
        for leg in legs or ():
            self._tracks.add_link(leg.track, (min(leg.start, leg.end), max(leg.start, leg.end)), bundle)
        return legs
