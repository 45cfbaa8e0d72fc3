"""Take the stray blanks before a title off, as pages lose their layout: the text below it stands at the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from orgviz.document.names.judging import is_wide
from orgviz.document.outline.line import Line

_LONGEST, _SHORTEST = 60, 40  # characters of a title, and of the text below it


def without_stray_indents(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines; a title alone between blank lines stands where the sentence that follows does, if that is left.

    In an outline the text below a title is never further left than the title itself.
    """
    for line, below in pairwise(lines):
        yield replace(line, indent=below.indent) if _is_stray(line, below) else line
    yield from lines[-1:]


def _is_stray(line: Line, below: Line) -> bool:
    if line.indent <= below.indent or line.mark is not None or below.mark is not None or line.cells or below.cells:
        return False
    is_alone = line.after_blank and below.after_blank and len(line.body) <= _LONGEST
    text = below.body.folded
    return (
        is_alone and not is_wide(text) and len(text) >= _SHORTEST and text.rstrip().endswith((".", ",", ":", ";", "-"))
    )
