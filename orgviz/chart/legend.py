"""The legend: the types, statuses and lines that stand on this chart, and only those."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from orgviz.chart.values import LegendItem, Link, Sample
from orgviz.model import EdgeKind, Node, Org
from orgviz.style.theme import LineRole, TextRole, Theme
from orgviz.style.values import TextRun, TextStyle
from orgviz.vocabulary import Vocabulary


def legend(
    org: Org,
    shown: Sequence[Node],
    links: Iterable[Link],
    theme: Theme,
    words: Vocabulary,
    *,
    wanted: bool | None,
    marks: Iterable[LegendItem] | None = None,
    counts: Mapping[str, str] = MappingProxyType({}),
) -> tuple[LegendItem, ...]:
    """Return the lines of the legend, in a fixed order.

    Args:
        shown: the nodes that have a card.
        wanted: ``None`` leaves it out where it would explain nothing: one type, no status, no links, no counts.
        marks: what a chart of a difference explains in place of types and statuses.
        counts: by id, what boxes say about their headcount.
    """
    text = theme.text(TextRole.LEGEND)
    if marks is not None:
        return (*marks, *_items(_lines(links, theme, words), text)) if wanted is not False else ()
    types = _types(org, shown, theme, words)
    statuses = _statuses(shown, theme, words)
    lines = _lines(links, theme, words)
    notes = _notes(shown, counts, words)
    if wanted is False or (wanted is None and len(types) < 2 and not statuses and not lines and not notes):
        return ()
    return _items([*types, *statuses, *lines, *notes], text)


def _items(found: Iterable[tuple[str, Sample | None]], text: TextStyle) -> tuple[LegendItem, ...]:
    return tuple(LegendItem(TextRun(label[:1].upper() + label[1:], text), sample) for label, sample in found)


def _notes(shown: Sequence[Node], counts: Mapping[str, str], words: Vocabulary) -> list[tuple[str, Sample | None]]:
    """Say what the numbers on boxes are, by those of the first box that has some."""
    label = next((counts[node.id] for node in shown if node.id in counts), None)
    return [] if label is None else [(f"{label}  {words.counts}", None)]


def _types(org: Org, shown: Sequence[Node], theme: Theme, words: Vocabulary) -> list[tuple[str, Sample]]:
    used = {node.type for node in shown}
    return [
        (item.label or words.types.get(item.name, item.name), theme.box(item.name))
        for item in org.types
        if item.name in used
    ]


def _statuses(shown: Sequence[Node], theme: Theme, words: Vocabulary) -> list[tuple[str, Sample]]:
    used = {node.status for node in shown}
    return [(words.statuses[status], theme.box(None, status=status)) for status in words.statuses if status in used]


def _lines(links: Iterable[Link], theme: Theme, words: Vocabulary) -> list[tuple[str, Sample]]:
    used = {link.kind for link in links if isinstance(link.kind, EdgeKind)}
    found: list[tuple[str, Sample]] = []
    if used:
        found.append((words.reports, theme.line(LineRole.SOLID)))
    found.extend((words.edges[kind], theme.line(kind)) for kind in EdgeKind if kind in used)
    return found
