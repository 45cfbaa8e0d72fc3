"""Choose what the picture shows: which bars, how long, in which order and colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from orgviz.counts.reports import Reports
from orgviz.model import Node
from orgviz.stats.bars import Bar, BarChart
from orgviz.stats.rows import Stats, UnitRow
from orgviz.stats.words import VACANCY_MARK, StatsWords
from orgviz.style import colour
from orgviz.style.theme import Theme

# More bars than these cannot be read on a slide.
MOST_UNITS, MOST_TYPES, MOST_SPANS = 14, 9, 7
# The level of units that is shown is the first with so many.
_UNITS_ON_LEVEL = 3
_SHORT_NAME = 18


def charts(stats: Stats, theme: Theme, words: StatsWords) -> list[BarChart]:
    """Return the charts that say something: people by unit, people by type, and spans of control."""
    found = [_by_unit(stats, theme, words), _by_type(stats, theme, words)]
    # Where there is a column left for them, more spans can be shown.
    room = MOST_UNITS if None in found else MOST_SPANS
    found.append(_spans(stats, theme, words, room))
    return [chart for chart in found if chart is not None]


def _by_unit(stats: Stats, theme: Theme, words: StatsWords) -> BarChart | None:
    """Show the units of one level, the largest first: with all that stands below them."""
    rows = list(_one_level(stats.unit_rows))
    if not any(row.all_seats.seats for row in rows):
        return None
    rows.sort(key=lambda row: -row.all_people - row.all_seats.vacant)
    bars = tuple(
        Bar(
            id=f"unit{number}",
            classes=_classes("unit", row.node.type),
            label=row.node.name,
            value=row.all_people,
            shown=f"{row.all_people:,}",
            color=_color(row.node.type, theme),
            open=row.all_seats.vacant,
            aside=_vacant(row.all_seats.vacant),
        )
        for number, row in enumerate(rows[:MOST_UNITS], 1)
    )
    return BarChart(id="units", heading=words.by_unit, bars=bars, rest=_rest(len(rows) - MOST_UNITS, words))


def _one_level(rows: Sequence[UnitRow]) -> Iterator[UnitRow]:
    times = Counter(row.level for row in rows)
    wide = [level for level in sorted(times) if times[level] >= _UNITS_ON_LEVEL]
    level = wide[0] if wide else max(sorted(times), key=lambda one: times[one], default=0)
    return (row for row in rows if row.level == level)


def _by_type(stats: Stats, theme: Theme, words: StatsWords) -> BarChart | None:
    rows = [row for row in stats.type_rows if row.seats.seats]
    if not any(row.type for row in rows):
        return None
    bars = tuple(
        Bar(
            id=f"type{number}",
            classes=_classes("type", row.type),
            label=row.label[:1].upper() + row.label[1:] or words.none,
            value=row.people,
            shown=f"{row.people:,}",
            color=_color(row.type, theme),
            open=row.seats.vacant,
            aside=_vacant(row.seats.vacant),
        )
        for number, row in enumerate(rows[:MOST_TYPES], 1)
    )
    return BarChart(id="types", heading=words.by_type, bars=bars, rest=_rest(len(rows) - MOST_TYPES, words))


def _spans(stats: Stats, theme: Theme, words: StatsWords, room: int) -> BarChart | None:
    """Show who leads the most, the widest first, with the median of all."""
    rows: list[tuple[Node, Reports]] = [(row.node, row.reports) for row in stats.unit_rows if row.reports.direct]
    rows.extend((row.node, row.reports) for row in stats.post_rows)
    if not rows:
        return None
    rows.sort(key=lambda row: -row[1].direct)
    bars = tuple(
        Bar(
            id=f"span{number}",
            classes=_classes("span", node.type),
            label=node.name,
            value=reports.direct,
            shown=f"{reports.direct:,}",
            color=_color(node.type, theme),
            aside=_held_by(node),
        )
        for number, (node, reports) in enumerate(rows[:room], 1)
    )
    median = stats.span.median
    rest = _rest(len(rows) - room, words)
    return BarChart(id="spans", heading=words.span, bars=bars, rest=rest, mark=(median, f"{words.median} {median:g}"))


def _held_by(node: Node) -> str:
    """Return who holds a post, where that is one short name: bars need the room."""
    is_short = len(node.holders) == 1 and len(node.holders[0]) <= _SHORT_NAME
    return node.holders[0] if is_short else ""


def _classes(kind: str, type: str | None) -> tuple[str, ...]:
    return (kind, f"type-{type}") if type else (kind,)


def _color(type: str | None, theme: Theme) -> str:
    box = theme.box(type)
    return colour.legible(box.edge or box.border, theme.background, colour.VISIBLE)


def _vacant(number: int) -> str:
    return f"{VACANCY_MARK} {number:,}" if number else ""


def _rest(number: int, words: StatsWords) -> str:
    return words.rest.format(n=f"{number:,}") if number > 0 else ""
