"""Tell which columns of departments stand above which by the names in them: a Department may be above a Division."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def order_by_names(places: Sequence[int], rows: Sequence[Sequence[str]]) -> tuple[int, ...] | None:
    """Return columns of departments from the highest down, where the names in them leave no doubt.

    Each name must stand with one name of the column above it, and one of those with several; a blank cell stands for
    the one above it.

    >>> order_by_names([0, 1], [("Works", "Roads"), ("", "Drains"), ("Culture", "Parks")])
    (0, 1)
    >>> order_by_names([0, 1], [("Web", "Engineering"), ("Data", "Engineering"), ("Hiring", "People")])
    (1, 0)
    >>> order_by_names([0, 1], [("East", "Office"), ("West", "Office"), ("West", "Store")])
    """
    columns = {place: _filled([row[place].strip() if place < len(row) else "" for row in rows]) for place in places}
    rising = sorted(places, key=lambda place: len(set(columns[place])))
    pairs = [set(zip(columns[lower], columns[above], strict=True)) for above, lower in pairwise(rising)]
    are_nested = all(len(pair) == len({name for name, _ in pair}) for pair in pairs)
    are_several = all(len(pair) > len({above for _, above in pair}) for pair in pairs)
    return tuple(rising) if are_nested and are_several else None


def _filled(names: Sequence[str]) -> list[str]:
    filled: list[str] = []
    for name in names:
        filled.append(name or (filled[-1] if filled else ""))
    return filled
