"""Read a chain of bodies and posts on a line of its own, each above the next: 股东会—董事会—总经理."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import STRONG, judge
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_BULLET = Mark("•")
_STEP = 2
_FEWEST = 3  # links from which on a line is a chain
_LONGEST = 60
_STROKE = pattern(r"\s*(?:[—–－]{1,2}|-{1,3}>?|→|>|➜)\s*")
# What stands at the top of an organisation, so that the chain goes down from there.
_TOP = pattern(r"(?:股东|董事|理事|会员代表|会员|职工代表)大?会|董事长|理事长|(?:总)?公司|集团(?:公司|总部)?|总部")


def told_chains(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with each such chain as an outline, each below the one before."""
    return tuple(part for line in lines for part in _links(line))


def _links(line: Line) -> Iterator[Line]:
    parts = _chain(line)
    if not parts:
        yield line
    for place, part in enumerate(parts):
        yield replace(line, body=part, mark=_BULLET, indent=line.indent + _STEP * place, lead=0)


def _chain(line: Line) -> tuple[Passage, ...]:
    """Return the names of a line of nothing but names, from the top of an organisation down, with strokes between."""
    if line.mark is not None or line.cells or len(line.body) > _LONGEST:
        return ()
    parts = tuple(line.body.split(stroke.span() for stroke in _STROKE.finditer(line.body.folded)))
    if len(parts) < _FEWEST or _TOP.fullmatch(parts[0].folded) is None:
        return ()
    return parts if all(judge(part.folded) in STRONG for part in parts) else ()
