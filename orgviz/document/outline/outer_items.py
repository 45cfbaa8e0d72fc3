"""Find the item further out beside which a line stands that follows one further in."""

from __future__ import annotations

from orgviz.document.outline.line import Line
from orgviz.document.outline.list_marks import is_same_form
from orgviz.document.outline.open_items import Nest
from orgviz.document.text.marks import Mark


def has_outer(nest: Nest, place: int, line: Line, mark: Mark) -> bool:
    """Tell whether an item further out is a better sibling: of this form, and no further in."""
    outer = nest.open[: nest.open.index(place)]
    return any(
        (known := nest.marks[one]) is not None and is_same_form(known, mark) and nest.indent(one) >= line.indent - 1
        for one in outer
    )


def title_in_column(nest: Nest, place: int, line: Line) -> int | None:
    """Return the indented title of which an item stands further in, and in whose column a new line stands."""
    outer = nest.open[: nest.open.index(place)]
    return next((one for one in outer if 0 < nest.indent(one) == line.indent and nest.form(one) in _TITLES), None)


_TITLES = ("bare", "lead")
