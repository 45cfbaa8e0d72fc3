"""End the list of titles below a sentence that told how many there are: is grouped into four wards."""

from __future__ import annotations

import re

from orgviz.document.names.spelled_counts import SMALL_NUMBERS, leading_number
from orgviz.document.outline.line import Line
from orgviz.document.outline.open_items import Nest
from orgviz.document.text.marks import Mark

_COUNTED = re.compile(rf"\b(?P<count>{'|'.join(SMALL_NUMBERS[1:])}|\d{{1,2}}) (?:[a-z-]+ ){{0,3}}?[a-z]+s ?:$")


def close_full(nest: Nest, line: Line, mark: Mark) -> None:
    """Close a sentence that leads to titles where it has as many as it said, and another title begins."""
    if mark.form != "bare" or not line.after_blank:
        return
    for number, place in enumerate(nest.open):
        if nest.form(place) == "lead" and _is_full(nest, place):
            del nest.open[number:]
            return


def _is_full(nest: Nest, place: int) -> bool:
    told = _COUNTED.search(nest.title(place))
    count = leading_number(told["count"]) if told else None
    return count is not None and sum(nest.form(child) == "bare" for child in nest.children[place]) >= count
