"""Tell what marks stand on the boxes of a sheet; they are written where the sheet is laid out."""

from __future__ import annotations

from orgviz.chart.values import Detail
from orgviz.labels import holders_label
from orgviz.model import Edge, EdgeKind, NodeKind
from orgviz.pages.marks import Marking, Note
from orgviz.pages.parts import Parts
from orgviz.pages.values import Sheet
from orgviz.pages.words import page_words
from orgviz.vocabulary import vocabulary

OUT, IN = "↗", "↙"
# Links to other pages that one box tells, at most.
MOST_NOTES = 4
# Letters of a name in such a note, at most.
LONGEST_NAME = 40


def marking(parts: Parts, sheet: Sheet, detail: Detail) -> Marking:
    """Return what is to be marked on a sheet."""
    tree = parts.tree
    return Marking(
        down={tree.ids[box]: "" if detail is Detail.NAMES else _leaders(parts, box) for box in sheet.down},
        ups=tuple(tree.ids[box] for box in sheet.ups),
        tops=tuple(tree.ids[box] for box in sheet.boxes if tree.parents[box] is not None),
        spread=None if sheet.spread is None else tree.ids[sheet.spread],
        turn=sheet.turn,
        turns=sheet.turns,
        notes=_notes(parts, sheet),
    )


def _leaders(parts: Parts, box: int) -> str:
    words = vocabulary(parts.org.lang)
    heads = [parts.nodes[id] for id in parts.tree.heads[box]]
    names = [head.name if head.kind is NodeKind.PERSON else holders_label(head, words) for head in heads]
    return words.joiner.join(name for name in names if name)


def _notes(parts: Parts, sheet: Sheet) -> dict[str, tuple[Note, ...]]:
    """Return for each box what it tells of links to other pages, with the node at their other end."""
    found: dict[int, dict[str, str]] = {}
    for box, edge, begins in parts.leaving(sheet):
        other = edge.target if begins else edge.source
        found.setdefault(box, {}).setdefault(_note(parts, box, edge, begins=begins), other)
    notes: dict[str, tuple[Note, ...]] = {}
    for box, all_notes in found.items():
        more = len(all_notes) - MOST_NOTES
        told = [Note(text, other) for text, other in list(all_notes.items())[:MOST_NOTES]]
        notes[parts.tree.ids[box]] = (*told, *([Note(f"… +{more}", None)] if more > 0 else []))
    return notes


def _note(parts: Parts, box: int, edge: Edge, *, begins: bool) -> str:
    lang = parts.org.lang
    own, other = (edge.source, edge.target) if begins else (edge.target, edge.source)
    said = _short(edge.label or vocabulary(lang).edges[edge.kind])
    if own != parts.tree.ids[box]:
        said = f"{_short(parts.nodes[own].name)} · {said}"
    arrow = OUT if begins or edge.kind is EdgeKind.COLLABORATES else IN
    # User text holds no control characters: this one stands for the number.
    return f"{said} {arrow} {_short(parts.nodes[other].name)} {page_words(lang)['see'].format(n=chr(0))}"


def _short(text: str) -> str:
    """Return a name as a note has room for it."""
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"
