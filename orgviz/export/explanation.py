"""Say line by line what a document was understood as, and by which rules; for terminals, the same each time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from orgviz.found import Trace, Understanding
from orgviz.model import NodeKind
from orgviz.text import SourceText
from orgviz.wording import counted, listed, visible

# How many columns of a terminal the quoted text takes.
QUOTED = 44
# Longer lines need not be looked at any further to fill these columns.
_ENOUGH = 4 * QUOTED


def to_explanation(understanding: Understanding, source: SourceText) -> str:
    """Return a row for each line of the document, more where more was told of it, and a summary.

    Lines of which nothing was told stand without a remark.
    """
    traces: dict[int, list[Trace]] = {}
    for trace in understanding.traces:
        traces.setdefault(trace.span.line, []).append(trace)
    lines = source.text.removesuffix("\n").split("\n")
    margin = len(str(len(lines)))
    rows = [
        row
        for number, line in enumerate(lines, start=1)
        for row in _rows(f"{number:>{margin}}", line, traces.get(number, ()))
    ]
    return "\n".join([*rows, "", *_summary(understanding)]) + "\n"


def _rows(number: str, line: str, traces: Sequence[Trace]) -> Iterator[str]:
    """Yield the line with what was told first, and for each further remark the piece that it is about."""
    if not traces:
        yield f"{number} | {_fitted(line)}".rstrip()
    for place, trace in enumerate(traces):
        start = 0 if place == 0 else trace.span.column - 1
        quote = ("…" if start else "") + line[start : start + _ENOUGH]
        beginning = number if place == 0 else " " * len(number)
        yield f"{beginning} | {_fitted(quote)} | {_remark(trace)}"


def _remark(trace: Trace) -> str:
    rule = " ".join(trace.rule.split())
    if trace.became is None:
        return visible(f"left out: {rule}")
    return visible(f"{' '.join(trace.became.split())}  ({rule})")


def _fitted(text: str) -> str:
    """Return a text cut or filled to the columns that it may take."""
    shown = visible(text[:_ENOUGH].replace("\t", "    ").rstrip())
    width = 0
    for place, character in enumerate(shown):
        if width + _columns(character) > QUOTED - 1 and (
            place + 1 < len(shown) or width + _columns(character) > QUOTED
        ):
            return shown[:place] + "…" + " " * (QUOTED - width - 1)
        width += _columns(character)
    return shown + " " * (QUOTED - width)


def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


def _summary(understanding: Understanding) -> Iterator[str]:
    left_out = len({trace.span.line for trace in understanding.traces if trace.became is None})
    found = understanding.found
    if found is None:
        yield "understood: no organisation; " + _left_out(left_out)
    else:
        kinds = [node.kind for node in found.nodes]
        stated = sum(link.stated for link in found.links)
        counts = [
            counted(kinds.count(NodeKind.UNIT), "unit"),
            counted(kinds.count(NodeKind.POSITION), "position"),
            counted(kinds.count(NodeKind.PERSON), "person")
            if kinds.count(NodeKind.PERSON) == 1
            else f"{kinds.count(NodeKind.PERSON):,} people",
            counted(stated, "link"),
            counted(len(found.links) - stated, "proposed link"),
        ]
        yield f"understood: {listed(counts, 'and')}"
        guesses = sum(node.guess is not None for node in found.nodes)
        yield f"{counted(guesses, 'node')} in part by a guess; {_left_out(left_out)}"
    for section in understanding.sections:
        yield f"section {section.number}: {visible(section.name)} (line {section.span.line})"


def _left_out(lines: int) -> str:
    return f"{counted(lines, 'line')} left out"
