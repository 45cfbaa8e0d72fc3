"""The legend: the types, statuses and lines that stand on this chart, and only those."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgviz.chart.values import LegendItem, Link, Sample
from orgviz.model import EdgeKind, Node, Org
from orgviz.style.theme import LineRole, TextRole, Theme
from orgviz.style.values import TextRun
from orgviz.vocabulary import Vocabulary


def legend(
    org: Org,
    shown: Sequence[Node],
    links: Iterable[Link],
    theme: Theme,
    words: Vocabulary,
    *,
    wanted: bool | None,
) -> tuple[LegendItem, ...]:
    """Return the lines of the legend, in a fixed order.

    Args:
        shown: the nodes that have a card.
        wanted: ``None`` leaves it out where it would explain nothing: one type, no status, no links.
    """
    text = theme.text(TextRole.LEGEND)
    types = _types(org, shown, theme, words)
    statuses = _statuses(shown, theme, words)
    lines = _lines(links, theme, words)
    if wanted is False or (wanted is None and len(types) < 2 and not statuses and not lines):
        return ()
    return tuple(
        LegendItem(TextRun(label[:1].upper() + label[1:], text), sample)
        for label, sample in [*types, *statuses, *lines]
    )


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
    used = {link.kind for link in links}
    found: list[tuple[str, Sample]] = []
    if used:
        found.append((words.reports, theme.line(LineRole.SOLID)))
    found.extend((words.edges[kind], theme.line(kind)) for kind in EdgeKind if kind in used)
    return found
