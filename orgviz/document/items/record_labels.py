"""Find the labels of records: what stands before a colon below several headings alike names no unit of any of them."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.names.judging import Sort, is_known_field, is_wide, judge
from orgviz.document.names.keys import read_key
from orgviz.document.names.notes import people_in
from orgviz.document.outline.lines import TREE
from orgviz.document.outline.nesting import Item

_FEWEST = 2
_LONGEST = 40


def record_labels(items: Sequence[Item]) -> frozenset[int]:
    """Return the places of items such as ``Bed Capacity: 30`` whose label stands below two parents or more."""
    places: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        label = _label(item)
        if label is not None:
            places.setdefault(label, []).append(place)
    return frozenset(
        place
        for label, found in places.items()
        if len({items[one].parent for one in found}) >= _FEWEST and _can_be_label(label)
        for place in found
    )


def _label(item: Item) -> str | None:
    folded = item.body.folded
    colon = folded.find(":", 0, _LONGEST)
    if colon <= 0 or item.mark is None or item.form in ("#", TREE) or item.parent is None or is_wide(folded[:colon]):
        return None
    return None if people_in(item.body.cut(colon + 1)) else folded[:colon]


def _can_be_label(label: str) -> bool:
    return (
        judge(label) in (Sort.FIELD, Sort.ABSTRACT)
        and not is_known_field(label.rsplit(maxsplit=1)[-1])
        and read_key(label) is None
    )
