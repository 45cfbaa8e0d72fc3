"""The numbers as tables for people: words in cells, nothing about how they are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgviz.counts.tally import FULL_TIME, Tally
from orgviz.stats.rows import Stats
from orgviz.wording import counted, visible

INDENT = "  "
_DEEPEST_INDENT = 12
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the first column is text, all others are numbers.

    Args:
        rows: of as many cells as there are columns; an empty cell stays empty.
        note: what stands below it, or nothing.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def overview(stats: Stats) -> tuple[tuple[str, str], ...]:
    """Return what is said about the whole: pairs of a word and its numbers."""
    seats, span = stats.seats, stats.span
    pairs = [
        ("People", f"{stats.people:,}" + (f" ({seats.external:,} external)" if seats.external else "")),
        (
            "Posts",
            f"{seats.posts:,}" + (f", with {counted(seats.seats, 'seat')}" if seats.seats != seats.posts else ""),
        ),
        ("Filled", f"{seats.filled:,}" + (f" ({seats.named:,} by name)" if seats.named != seats.filled else "")),
        ("Vacant", f"{seats.vacant:,}"),
        ("Units", f"{stats.units:,}"),
        ("Levels", f"{stats.levels:,}" + (f" ({stats.unit_levels:,} of units)" if stats.unit_levels else "")),
    ]
    if stats.part_time:
        pairs.insert(4, ("Full-time", f"{full_time(seats.filled_fte)} of {full_time(seats.fte)} equivalents"))
    if span.widest_node is not None:
        widest = f"widest {span.widest:,} ({_name(span.widest_node.name)})"
        pairs.append(("Span of control", f"median {span.median:g}, {widest}"))
    return tuple(pairs)


def tables(stats: Stats) -> Iterator[Table]:
    """Yield the tables by type, by unit and by post; those without a row are left out."""
    if len(stats.type_rows) > 1 or any(row.type for row in stats.type_rows):
        columns = ("By type", "units", "posts", "filled", "vacant", *_fte_column(stats), "people")
        yield Table(columns, tuple(_type_rows(stats)))
    if stats.unit_rows:
        columns = ("By unit", "posts", "filled", "vacant", *_fte_column(stats), "people", "in all", "reports")
        yield Table(columns, tuple(_unit_rows(stats)), _note(len(stats.unit_rows)))
    if stats.post_rows:
        yield Table(("By post", "reports", "in all"), tuple(_post_rows(stats)), _note(len(stats.post_rows)))


def _note(rows: int) -> str:
    return f"… and {rows - _SHOWN:,} more; --json and --csv have all" if rows > _SHOWN else ""


def _type_rows(stats: Stats) -> Iterator[tuple[str, ...]]:
    for row in stats.type_rows:
        seats = row.seats
        numbers = (row.units, seats.posts, seats.filled, seats.vacant)
        yield _name(row.label) or "(no type)", *map(_number, numbers), *_fte_cell(stats, seats), _number(row.people)


def _unit_rows(stats: Stats) -> Iterator[tuple[str, ...]]:
    for row in stats.unit_rows[:_SHOWN]:
        seats = row.seats
        name = INDENT * min(row.level - 1, _DEEPEST_INDENT) + _name(row.node.name)
        people = (row.people, row.all_people, row.reports.direct)
        yield (
            name,
            *map(_number, (seats.posts, seats.filled, seats.vacant)),
            *_fte_cell(stats, seats),
            *map(_number, people),
        )


def _post_rows(stats: Stats) -> Iterator[tuple[str, ...]]:
    for row in stats.post_rows[:_SHOWN]:
        holders = f" ({', '.join(row.node.holders)})" if row.node.holders else ""
        yield _name(row.node.name + holders), _number(row.reports.direct), _number(row.reports.total)


def _fte_column(stats: Stats) -> tuple[str, ...]:
    """Return the heading of full-time equivalents, where they say more than the seats."""
    return ("FTE",) if stats.part_time else ()


def _fte_cell(stats: Stats, seats: Tally) -> tuple[str, ...]:
    return (full_time(seats.filled_fte) if seats.filled_fte else "",) if stats.part_time else ()


def full_time(thousandths: int) -> str:
    """Return full-time equivalents with two decimals at most."""
    return f"{thousandths / FULL_TIME:,.2f}".rstrip("0").rstrip(".")


def _name(text: str) -> str:
    return visible(" ".join(text.split()))


def _number(number: int) -> str:
    return f"{number:,}" if number else ""
