"""Tell where a numbered list goes on behind names without numbers that stand among its items."""

from __future__ import annotations

from orgviz.document.names.judging import Sort, judge
from orgviz.document.outline.line import Line
from orgviz.document.outline.list_marks import LIST_FORMS, continues, is_same_form
from orgviz.document.outline.open_items import Nest
from orgviz.document.text.marks import Mark

_FORMS = frozenset((*LIST_FORMS, "一、"))


def resume(nest: Nest, line: Line, mark: Mark) -> None:
    """Open a list again that an item counts on from before units without numbers: (4) 甲課, 乙館, (5) 丙課.

    The units have nothing below them, and the list before them stands below no title such as they are.
    """
    if mark.form not in _FORMS or mark.number is None or mark.number < 2 or not nest.open:
        return
    place: int | None = nest.open[-1]
    if place is None or nest.form(place) != "bare" or nest.indent(place) > line.indent:
        return
    parent = nest.parents[place]
    if parent is not None and nest.form(parent) == "bare":
        return
    while place is not None and nest.form(place) == "bare" and not nest.title(place).endswith(":"):
        if nest.children[place] or judge(nest.title(place)) is not Sort.UNIT:
            return
        place = _before(nest, place)
    if place is None:
        return
    lead = place if nest.form(place) in ("lead", "bare") and nest.children[place] else None
    last = nest.marks[place if lead is None else nest.children[lead][-1]]
    if last is not None and is_same_form(last, mark) and continues(last, mark):
        nest.open[-1:] = [] if lead is None else [lead]


def _before(nest: Nest, place: int) -> int | None:
    """Return the item before one below the same parent."""
    parent, place = nest.parents[place], place - 1
    while place >= 0 and nest.parents[place] != parent:
        above = nest.parents[place]
        if above is None or place == parent:
            return None
        place = above
    return place if place >= 0 else None
