"""The numbers for programs: JSON and CSV, both stable and described in ``docs/counts.md``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from orgviz.counts.reports import Reports
from orgviz.counts.tally import FULL_TIME, Tally
from orgviz.export.csv_writer import guarded
from orgviz.stats.rows import Stats, UnitRow

Value: TypeAlias = str | int | float | None
Row: TypeAlias = Mapping[str, Value]

COLUMNS = (
    "of", "id", "name", "type", "parent", "level", "units",
    "posts", "seats", "filled", "vacant", "named", "external", "fte", "filled_fte", "people",
    "all_posts", "all_seats", "all_filled", "all_vacant", "all_named", "all_external",
    "all_fte", "all_filled_fte", "all_people",
    "reports", "all_reports", "levels", "unit_levels", "leaders", "median", "widest", "widest_id",
)  # fmt: skip


def to_stats_json(stats: Stats) -> str:
    """Return the numbers as JSON, one unit, post or type a line."""
    lines = [
        f'"version": 1, "title": {_dumped(stats.title)}',
        f'"total": {_dumped(_total(stats))}',
        f'"span": {_dumped(_span(stats))}',
        f'"types": {_listed(_types(stats))}',
        f'"units": {_listed(_units(stats))}',
        f'"posts": {_listed(_posts(stats))}',
    ]
    return "{" + ",\n ".join(lines) + "}\n"


def to_stats_csv(stats: Stats) -> str:
    """Return the numbers as one table: the whole, then types, units and posts; the column ``of`` says which."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(stats):
        writer.writerow([_cell(row.get(column)) for column in COLUMNS])
    return out.getvalue()


def _rows(stats: Stats) -> Iterator[Row]:
    yield {"of": "total", "name": stats.title, **_total(stats), **_span(stats)}
    for kind, rows in (("type", _types(stats)), ("unit", _units(stats)), ("post", _posts(stats))):
        for row in rows:
            yield {"of": kind, **row}


def _total(stats: Stats) -> dict[str, Value]:
    return {
        "units": stats.units,
        **_tally(stats.seats),
        "people": stats.people,
        "levels": stats.levels,
        "unit_levels": stats.unit_levels,
    }


def _span(stats: Stats) -> dict[str, Value]:
    span = stats.span
    return {
        "leaders": span.leaders,
        "median": int(span.median) if span.median == int(span.median) else span.median,
        "widest": span.widest,
        "widest_id": span.widest_node.id if span.widest_node else None,
    }


def _types(stats: Stats) -> Iterator[Row]:
    for row in stats.type_rows:
        yield {
            "type": row.type,
            "name": row.label or None,
            "units": row.units,
            **_tally(row.seats),
            "people": row.people,
        }


def _units(stats: Stats) -> Iterator[Row]:
    for row in stats.unit_rows:
        yield _unit(row)


def _unit(row: UnitRow) -> Row:
    return {
        "id": row.node.id,
        "name": row.node.name,
        "type": row.node.type,
        "parent": row.node.parent,
        "level": row.level,
        **_tally(row.seats),
        "people": row.people,
        **{f"all_{key}": value for key, value in _tally(row.all_seats).items()},
        "all_people": row.all_people,
        **_reports(row.reports),
    }


def _posts(stats: Stats) -> Iterator[Row]:
    for row in stats.post_rows:
        node = row.node
        named = {"id": node.id, "name": node.name, "type": node.type, "parent": node.parent}
        yield {**named, **_reports(row.reports)}


def _tally(tally: Tally) -> dict[str, Value]:
    return {
        "posts": tally.posts,
        "seats": tally.seats,
        "filled": tally.filled,
        "vacant": tally.vacant,
        "named": tally.named,
        "external": tally.external,
        "fte": _fte(tally.fte),
        "filled_fte": _fte(tally.filled_fte),
    }


def _fte(thousandths: int) -> int | float:
    return thousandths // FULL_TIME if thousandths % FULL_TIME == 0 else thousandths / FULL_TIME


def _reports(reports: Reports) -> dict[str, Value]:
    return {"reports": reports.direct, "all_reports": reports.total}


def _cell(value: Value) -> str:
    return "" if value is None else guarded(value) if isinstance(value, str) else str(value)


def _listed(items: Iterable[Row]) -> str:
    return "[" + ",\n  ".join(_dumped(item) for item in items) + "]"


def _dumped(value: Row | Value) -> str:
    return json.dumps(value, ensure_ascii=False)
