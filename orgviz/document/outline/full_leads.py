"""End lists that are full by what was said before: is grouped into four wards; or by the label beside their own."""

from __future__ import annotations

from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.spelled_counts import SMALL_NUMBERS, leading_number
from orgviz.document.outline.line import Line
from orgviz.document.outline.open_items import Nest
from orgviz.document.text.marks import Mark
from orgviz.patterns import pattern

_COUNTED = pattern(rf"\b(?P<count>{'|'.join(SMALL_NUMBERS[1:])}|\d{{1,2}}) (?:[a-z-]+ ){{0,3}}?[a-z]+s ?:$")


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


def close_labelled(nest: Nest, line: Line) -> None:
    """Close a label in bold type where another stands beside it with its value on the line: Challenges:, Size: 3-4."""
    is_label = line.lead and line.mark is None and ":" in line.body.folded[line.lead - 1 : line.lead + 1]
    if not is_label or is_wide(line.body.folded):
        return
    for number, place in enumerate(nest.open):
        is_list = nest.form(place) == "bold" and nest.title(place).endswith(":") and nest.children[place]
        if is_list and nest.indent(place) == line.indent:
            del nest.open[number:]
            return


def close_classes(nest: Nest, line: Line) -> None:
    """Close the class of a list where another stands beside it: Officers:, Committees:."""
    if not line.body.folded.endswith(":"):
        return
    for number, place in enumerate(nest.open):
        is_class = nest.form(place) == "bare" and judge(nest.title(place).rstrip(": ")) is Sort.GENERIC
        if is_class and nest.title(place).endswith(":") and nest.indent(place) == line.indent:
            del nest.open[number:]
            return
