"""What a way costs besides its length, in points of length."""

from __future__ import annotations

BEND = 14.0
CROSSING = 10.0
SHARING = 5.0
CROWDING = 1.5  # of the length, where more links run side by side than there is room for
BUNDLED = 0.5  # of the length, where a link joins one to the same target
HASTE = 1.15  # above 1, a search looks at fewer ways, and now and then misses the very best
_SHORT_END = 40.0  # an arrow has no room there
_ARROW = 7.0


def shortness(length: float) -> float:
    """Return what it costs that a link's first or last part is too short to be seen."""
    return _SHORT_END * max(0.0, 1 - abs(length) / _ARROW)
