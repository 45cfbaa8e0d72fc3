"""Trace on a context of cairo the path data that `font_outlines` writes: relative, of whole numbers."""

from __future__ import annotations

import re

from orgviz.output.cairo_context import Context

_WORD = re.compile(r"([Mmlqcz])|(-?\d+)")
_ARGUMENTS = {"M": 2, "m": 2, "l": 2, "q": 4, "c": 6}


def trace(context: Context, data: str) -> None:
    """Make the outlines of letters the path of a context."""
    letter = ""
    values: list[int] = []
    context.new_path()
    for found in _WORD.finditer(data):
        if found[1]:
            letter = found[1]
            if letter == "z":
                context.close_path()
        else:
            values.append(int(found[2]))
            if len(values) == _ARGUMENTS[letter]:
                _step(context, letter, values)
                values.clear()


def _step(context: Context, letter: str, values: list[int]) -> None:
    match letter:
        case "M":
            context.move_to(*values)
        case "m":
            context.rel_move_to(*values)
        case "l":
            context.rel_line_to(*values)
        case "c":
            context.rel_curve_to(*values)
        case _:
            x, y, right, bottom = values
            # A quadratic curve as a cubic one: both controls lie two thirds of the way to its own.
            ends = (right + 2 * (x - right) / 3, bottom + 2 * (y - bottom) / 3)
            context.rel_curve_to(2 * x / 3, 2 * y / 3, *ends, right, bottom)
