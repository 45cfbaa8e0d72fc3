"""Tell lists in which a heavy sign stands above a lighter one, as ■ above ・, from those that only mix their signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.outline.line import Line
from orgviz.document.text.marks import HEAVY, LIGHT, Mark

_FEWEST = 2  # heavy signs with lighter ones below
_SHARE = 0.6


def heavy_signs(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with all signs alike where most of the heavy ones have no lighter one right below them."""
    heavy = [place for place, line in enumerate(lines) if line.mark is not None and line.mark.form == HEAVY]
    above = sum(_stands_above(lines, place) for place in heavy)
    if not heavy or (above >= _FEWEST and above >= _SHARE * len(heavy)):
        return tuple(lines)
    alike = set(heavy)
    return tuple(replace(line, mark=Mark(LIGHT)) if place in alike else line for place, line in enumerate(lines))


def _stands_above(lines: Sequence[Line], place: int) -> bool:
    following = lines[place + 1] if place + 1 < len(lines) else None
    return following is not None and following.mark is not None and following.mark.form == LIGHT
