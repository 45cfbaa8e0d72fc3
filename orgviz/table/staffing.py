"""Turn a sheet of who holds each post, or how many do, in each of several units into a roster, a row for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from orgviz.source.entries import Scalar
from orgviz.table.headerless import is_post
from orgviz.table.sheet import Row, Sheet
from orgviz.table.words import words

_FEWEST = 2
_COUNT = re.compile(r"0*(?P<count>\d{1,3})\s*(?:人|名|位)?")
_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}|[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){1,3}")
_NUMBER = re.compile(r"[\d.,%\s-]+")
_OF_UNITS = (None, "department", "unit_name")  # what the first column may be called then
_HEADER = ("部门", "岗位", "姓名", "编制")


def as_roster(sheet: Sheet) -> Sheet:
    """Return a sheet such as 部门 | 经理 | 专员 with names or numbers as a roster; any other sheet as it is.

    Units may head the rows and posts the columns, or the other way round. All posts must say what they are.
    """
    if sheet.has_header or len(sheet.rows) <= _FEWEST or len(sheet.rows[0]) <= _FEWEST:
        return sheet
    header = [place for place, cell in enumerate(sheet.rows[0]) if place and cell and not _is_total(cell)]
    body = [row for row in sheet.rows[1:] if row[0] is not None and not _is_total(row[0])]
    across, down = [sheet.rows[0][place] for place in header], [row[0] for row in body]
    if len(across) < _FEWEST or len(down) < _FEWEST or not _are_staff(body, header):
        return sheet
    first = words().field(sheet.rows[0][0].text) if sheet.rows[0][0] else None
    if _are_posts(across) and _are_units(down) and first in _OF_UNITS:
        pairs = [(row[0], sheet.rows[0][place], row, place) for row, place in product(body, header)]
    elif (
        (first == "title" or _are_posts(down))
        and _are_units(across)
        and not any(words().field(cell.text) for cell in across if cell)
    ):
        pairs = [(sheet.rows[0][place], row[0], row, place) for place, row in product(header, body)]
    else:
        return sheet
    return replace(sheet, rows=tuple(_roster(sheet, pairs)), has_header=True)


def _roster(sheet: Sheet, pairs: Sequence[tuple[Scalar | None, Scalar | None, Row, int]]) -> Iterator[Row]:
    """Yield a header, and a row for each post that somebody holds or that is counted, in the unit that has it."""
    first = next(cell for cell in sheet.rows[0] if cell)
    yield tuple(Scalar(name, first.span) for name in _HEADER)
    for unit, post, row, place in pairs:
        cell = row[place] if place < len(row) else None
        if cell is None or words().says("nobody", cell.text):
            continue
        count = _COUNT.fullmatch(cell.text.strip())
        if count is None:
            yield unit, post, cell, None
        elif int(count["count"]):
            yield unit, post, None, Scalar(count["count"], cell.span)


def _is_total(cell: Scalar) -> bool:
    return words().says("total", cell.text)


def _are_posts(cells: Sequence[Scalar | None]) -> bool:
    return all(cell is not None and is_post(cell.text) for cell in cells)


def _are_units(cells: Sequence[Scalar | None]) -> bool:
    """Whether cells may be names of units: each another, no numbers, and no titles."""
    texts = [cell.text.strip() for cell in cells if cell is not None]
    return len(set(texts)) == len(cells) and not any(_NUMBER.fullmatch(text) or is_post(text) for text in texts)


def _are_staff(rows: Sequence[Row], places: Sequence[int]) -> bool:
    """Whether all cells but empty ones count people or name them, and some do."""
    cells = [row[place] for row in rows for place in places if place < len(row)]
    told = [cell.text.strip() for cell in cells if cell is not None and not words().says("nobody", cell.text)]
    return bool(told) and all(
        _COUNT.fullmatch(text) or _PERSON.fullmatch(text) or words().says("vacant", text) for text in told
    )
