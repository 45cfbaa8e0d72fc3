"""Read a table that is a list of edges: each row names one, what it is to the other, and the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.judging import STRONG, Sort, is_known_field
from orgviz.document.names.notes import read_notes
from orgviz.document.outline.cell_sorts import sort_of
from orgviz.document.tables.cells import is_nothing
from orgviz.document.text.passages import Passage
from orgviz.folding import fold_pattern
from orgviz.model import NodeKind
from orgviz.patterns import pattern

Row = Sequence[Passage]
# What the first is to the second; and the other way round.
_BELOW = pattern(
    fold_pattern(
        r"(?:directly |直接|直属)?(?:reports?[ _-]?to|reporting to|report(?:s|ing) into|answers to"
        r"|is (?:part of|under|in)"
        r"|part[ _-]of|belongs[ _-]to|member[ _-]of|sub(?:unit|team|group)[ _-]of|child[ _-]of|under|below"
        r"|汇报给|汇报|汇报至|报告|隶属于?|隶属|属于|归属于?|归口|下属于|受.{0,2}领导|上级为?|上级是"
        r"|berichtet an|untersteht|gehört zu|teil von|unterstellt"
        r"|보고|소속|하위|に報告|の下|に所属|所属|報告)"
    )
)
_ABOVE = pattern(
    fold_pattern(
        r"(?:manages|leads|supervises|heads|oversees|directs|parent[ _-]of|includes|has|contains|consists of|above"
        r"|管理|领导|下设|下辖|管辖|包含|包括|主管|分管|负责|leitet|führt|umfasst|관리|総括|管理する|を管理)"
    )
)


_MOST_NAMES = 0.9  # of the ends, where a word such as 管理 is said of goods too; half of it otherwise


@dataclass(frozen=True, slots=True)
class Edges:
    """Which column names what stands below, and which what stands above."""

    below: int
    above: int


def edges_of(rows: Sequence[Row]) -> Edges | None:
    """Return where a table names both ends, if a column between two others holds nothing but one relation's words.

    The first row may be a header, and is not asked.
    """
    body = [row for row in rows[1:] if sum(bool(cell.text) for cell in row) >= 3]
    if len(body) < 2:
        return None
    for place in range(1, max(map(len, body)) - 1):
        cells = [row[place].folded.strip(" .>→-") for row in body if place + 1 < len(row)]
        if len(cells) < len(body):
            continue
        are_below = all(_BELOW.fullmatch(cell) for cell in cells)
        if not are_below and not all(_ABOVE.fullmatch(cell) for cell in cells):
            continue
        share = _share_of_names([row[end] for row in body for end in (place - 1, place + 1)])
        if are_below and share >= _MOST_NAMES / 2:
            return Edges(place - 1, place + 1)
        if share >= _MOST_NAMES and all(_ABOVE.fullmatch(cell) for cell in cells):
            return Edges(place + 1, place - 1)
    return None


def _share_of_names(cells: Sequence[Passage]) -> float:
    """Return how many of the ends are units and posts, not users and orders, or the parts of a program."""
    names = [read_notes(cell).name.folded for cell in cells]
    return sum(sort_of(name) in STRONG or is_known_field(name) for name in names) / len(names)


def read_edges(state: State, rows: Sequence[Row], edges: Edges, scope: int) -> None:
    """Hang what each row has in one column below what it has in the other."""
    for row in rows:
        if max(edges.below, edges.above) >= len(row):
            continue
        below, above = row[edges.below], row[edges.above]
        if is_nothing(below) or is_nothing(above):
            continue
        outer = _end(state, above, scope)
        inner = _end(state, below, outer)
        register = state.register
        if ROOT in (inner, outer) or inner == outer:
            continue
        if register.entities[inner].parent != outer and register.move(inner, outer):
            register.entities[inner].weight = SURE + 1
        state.evidence += 1


def _end(state: State, cell: Passage, parent: int) -> int:
    """Return the unit or post that one end of an edge names."""
    named = read_notes(cell)
    known = state.register.find(named.name.folded)
    if known is not None:
        return known
    sort = sort_of(named.name.folded)
    kind = NodeKind.UNIT if sort is Sort.UNIT else NodeKind.POSITION
    if sort not in STRONG and parent != ROOT and state.register.entities[parent].kind is NodeKind.UNIT:
        kind = NodeKind.UNIT
    return put(state, kind, named, parent, "end of an edge", SURE if sort in STRONG else LISTED)
