"""Find the columns of a table that are headed by titles, each with who holds that post in the unit of the row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort
from orgviz.document.names.people import is_person
from orgviz.document.outline.cell_sorts import sort_of
from orgviz.document.outline.columns import Column, Columns
from orgviz.document.text.passages import Passage
from orgviz.table.words import words as table_words

Row = Sequence[Passage]
_FEWEST = 2  # titles from which on they head the columns of a table of units
_MOST = 0.7
_SUBJECTS = frozenset((Column.POST, Column.PERSON, Column.NAME))


def with_posts_in_columns(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Take columns headed by titles for posts of the units in the first column, where people stand below them.

    Units are told by the header, or by being what the first column names: ``Stream | Product Lead | Data Lead``.
    """
    titles = tuple(place for place, cell in enumerate(columns.header) if place and _is_title(cell))
    held = tuple(place for place in titles if _names_people(rows, place))
    first = columns.header[0] if columns.header else None
    is_of_units = columns.places.get(Column.UNIT) == 0 or (first is not None and not _is_known(columns, 0))
    if len(held) < _FEWEST or held != titles or not is_of_units or _are_people(rows) or columns.levels:
        return columns
    kept = {column: place for column, place in columns.places.items() if place not in held and column not in _SUBJECTS}
    return replace(columns, places={Column.UNIT: 0, **kept}, posts=held)


def _is_title(cell: Passage) -> bool:
    return bool(cell.text) and sort_of(cell.folded) is Sort.POST


def _is_known(columns: Columns, place: int) -> bool:
    return place in columns.places.values()


def _are_people(rows: Sequence[Row]) -> bool:
    """Whether the first column names people: what stands in the others is something else."""
    return _names_people(rows, 0)


def _names_people(rows: Sequence[Row], place: int) -> bool:
    cells = [row[place] for row in rows if place < len(row) and row[place].text]
    people = sum(is_person(cell.text, cell.folded) or table_words().says("vacant", cell.text) for cell in cells)
    return bool(cells) and people >= _MOST * len(cells)


def with_superiors(columns: Columns) -> Columns:
    """Take a column of bosses for that of whom each reports to, where every row has a person and the person's post."""
    places, head = columns.places, columns.places.get(Column.HEAD)
    is_of_people = Column.POST in places and bool(places.keys() & {Column.PERSON, Column.NAME})
    if head is None or not is_of_people or Column.ABOVE in places:
        return columns
    if table_words().field(columns.header[head].text) != "boss":
        return columns
    return replace(columns, places={Column.ABOVE if one is Column.HEAD else one: at for one, at in places.items()})
