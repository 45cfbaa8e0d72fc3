"""Hang the lines of each unit that a sentence has listed below the line that begins with that unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.outline.nesting import Item
from orgviz.patterns import pattern

_DECLARES = pattern(
    r"(?:下设|设有|内设|设置?|分为|包括)(?:以下|如下|[一二三四五六七八九十\d]+个)?[^、,。;:]{0,6}?:\s*(?=[^:]{4,}$)"
)
_FEWEST, _SHARE = 2, 0.6
_FORMS = ("bare", "named", "key", "")


def hung_as_declared(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with each block of lines below the unit with which it begins, where a line has listed the units.

    So in 公司下设：甲部、乙部, then 甲部 with its lines, then 乙部 with its own, all without marks.
    """
    for place, item in enumerate(items[:_NEAR]):
        names = _declared(item)
        heads = [one for one in range(place + 1, len(items)) if _begins(items[one], names)] if names else []
        told = {_name(items[one]) for one in heads}
        if len(told) == len(heads) >= _FEWEST and len(heads) >= _SHARE * len(names):
            return _hung(items, heads)
    return tuple(items)


_NEAR = 12  # lines from the top among which such a sentence stands


def _declared(item: Item) -> frozenset[str]:
    match = _DECLARES.search(item.body.folded) if item.form in _FORMS and is_wide(item.body.folded) else None
    if match is None:
        return frozenset()
    names = [one.name.folded for one in read_listing(item.body.cut(match.end())).items]
    return frozenset(names if len(names) > 1 and all(judge(name) is Sort.UNIT for name in names) else ())


def _begins(item: Item, names: frozenset[str]) -> bool:
    return item.form in _FORMS and not item.line.cells and not item.line.indent and _name(item) in names


def _name(item: Item) -> str:
    return read_entry(item.body).name.folded


def _hung(items: Sequence[Item], heads: Sequence[int]) -> tuple[Item, ...]:
    """Hang the heads where the first stands, and what stands behind each without indentation below it."""
    outer = items[heads[0]].parent
    parents: dict[int, int | None] = {}
    block = {place: number for number, place in enumerate(heads)}
    current: int | None = None
    for place, item in enumerate(items):
        if place in block:
            current = place
            parents[place] = outer
        elif current is not None and _is_loose(item, heads, current, outer):
            parents[place] = current if place < heads[-1] or not item.line.after_blank else outer
    return with_parents(items, parents)


def _is_loose(item: Item, heads: Sequence[int], current: int, outer: int | None) -> bool:
    """Whether an item stands beside its unit, or below what stood in the block of another."""
    return item.form in _FORMS and (item.parent == outer or item.parent in heads[: heads.index(current)])


def with_parents(items: Sequence[Item], parents: dict[int, int | None]) -> tuple[Item, ...]:
    """Return the items with some of them hung elsewhere."""
    hung = [replace(item, parent=parents.get(place, item.parent)) for place, item in enumerate(items)]
    children: dict[int, list[int]] = {}
    for place, item in enumerate(hung):
        if item.parent is not None:
            children.setdefault(item.parent, []).append(place)
    return tuple(replace(item, children=tuple(children.get(place, ()))) for place, item in enumerate(hung))
