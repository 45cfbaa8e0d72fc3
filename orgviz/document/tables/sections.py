"""Read rows that hold nothing but a name in a table of posts or people as the units of the rows that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.names.judging import Sort
from orgviz.document.names.people import is_person
from orgviz.document.outline.cell_sorts import sort_of_name
from orgviz.document.outline.columns import Column, Columns
from orgviz.document.text.passages import Passage, passage

Row = Sequence[Passage]
_FEWEST = 1.5  # rows behind each name, as a mean: fewer are no sections
_LONGEST = 40


def with_sections(columns: Columns, cells: Sequence[Row], header: int) -> tuple[Columns, Sequence[Row]]:
    """Return the columns and the rows below a header, with the name of its section behind each row.

    Args:
        columns: what the columns hold by the header.
        cells: all rows of the table.
        header: which of them is the header; it may come again below each section.
    """
    body = [row for row in cells[header + 1 :] if not _is_again(row, cells[header])]
    before = [row for row in cells[:header] if _is_alone(row)]
    sections = before + [row for row in body if _is_alone(row)]
    rows = len(body) + len(before) - len(sections)
    is_of_people = {Column.POST, Column.PERSON} & columns.places.keys() and Column.UNIT not in columns.places
    is_divided = is_of_people and not columns.levels and rows >= _FEWEST * len(sections)
    is_divided = is_divided and bool(body) and not _is_alone(body[-1])
    if not sections or not is_divided or not all(map(_is_name, sections)):
        return columns, body
    place, name = len(cells[header]), passage("", 1, 1)
    found: list[Row] = []
    for row in (*before[-1:], *body):
        if _is_alone(row):
            name = row[0]
        else:
            blank = [passage("", name.line, 1)] * (place - len(row))
            found.append((*row[:place], *blank, name))
    return replace(columns, header=(*columns.header, name), places={**columns.places, Column.UNIT: place}), found


def _is_again(row: Row, header: Row) -> bool:
    return [cell.folded for cell in row] == [cell.folded for cell in header]


def _is_alone(row: Row) -> bool:
    """Whether a row holds nothing but its first cell, or that one in each."""
    return bool(row) and bool(row[0].text) and all(not cell.text or cell.text == row[0].text for cell in row[1:])


def _is_name(row: Row) -> bool:
    """Whether the only cell of a row may name a unit: no post that is vacant, no person and no remark."""
    cell = row[0]
    is_short = len(cell) <= _LONGEST and not cell.folded.endswith((".", "。", ":", "："))
    return (
        is_short
        and sort_of_name(cell) in (Sort.UNIT, Sort.FIELD, Sort.GENERIC)
        and not is_person(cell.text, cell.folded)
    )
