"""Tell what the columns of a sheet without a header mean, by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from orgviz.source.entries import Scalar
from orgviz.table.columns import Table
from orgviz.table.sheet import Row, Sheet
from orgviz.table.words import words

FEWEST_ROWS = 3
SAMPLE_ROWS = 1000
_SHARE = 0.5
_DISTINCT = 0.9
_LONGEST = 40
_CODE = re.compile(r"[A-Za-z]{0,4}[-_.]?\d[\w.-]{0,14}|[0-9A-Fa-f]{8}(?:-?[0-9A-Fa-f]{4}){3}-?[0-9A-Fa-f]{12}")
_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}|[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){1,3}")

Column = Sequence[Scalar | None]


def recognise_without_header(sheet: Sheet) -> Table | None:
    """Return the table of a sheet whose first row is a department or a post like those below it.

    The rows below a header that is one, but says nothing to us, are looked at in the same way.
    """
    body = sheet.rows[1:] if sheet.has_header else sheet.rows
    rows = body[:SAMPLE_ROWS]
    if len(rows) < FEWEST_ROWS or len({len(row) for row in rows}) > 1:
        return None
    columns = list(zip(*rows, strict=True))
    units = [place for place, column in enumerate(columns) if _share(column, is_unit) >= _SHARE]
    posts = [place for place, column in enumerate(columns) if place not in units and _share(column, is_post) >= _SHARE]
    if not units + posts:
        found: tuple[dict[str, int], tuple[int, ...]] = (_pairs(columns), ())
    elif not _is_data(rows[0], columns, units + posts):
        return None
    else:
        found = _posts(columns, units, posts) if posts else _units(columns, units)
    places, levels = found
    table = Table(path=sheet.path, header=sheet.rows[0], places=places, levels=levels, rows=body)
    return table if table.is_people or table.is_departments else None


def is_unit(text: str) -> bool:
    """Whether a cell ends as the name of a department does."""
    return len(text) <= _LONGEST and words().ends("unit_ends", text)


def is_post(text: str) -> bool:
    """Whether a cell ends as a title does."""
    return len(text) <= _LONGEST and words().ends("post_ends", text)


def _is_data(first: Row, columns: Sequence[Column], told: Sequence[int]) -> bool:
    """Whether the first row is no header in words unknown: it has a number, or a name, where the others have one."""
    for place, cell in enumerate(first):
        if cell is None:
            continue
        is_number = _CODE.fullmatch(cell.text) and _share(columns[place], _is_code) > _DISTINCT
        if is_number or (place in told and (is_unit(cell.text) or is_post(cell.text))):
            return bool(told)
    return False


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None


def _units(columns: Sequence[Column], units: Sequence[int]) -> tuple[dict[str, int], tuple[int, ...]]:
    """Return the columns of a list of departments: their path, or a name with an id and that of the one above."""
    if len(units) > 1 and not _is_distinct(columns[units[0]]):
        return {}, tuple(units)
    name = next((place for place in units if _is_distinct(columns[place])), None)
    if name is None:
        return {}, ()
    places = {"label": name}
    ids = next((place for place, one in enumerate(columns) if _is_distinct(one) and _share(one, _is_code) == 1), None)
    if ids is not None:
        places["id"] = ids
    known = {cell.text for place in (ids, name) if place is not None for cell in columns[place] if cell}
    above = (place for place in range(len(columns)) if place not in (ids, name))
    parent = next((place for place in above if _are_parents(columns[place], known)), None)
    return places | ({} if parent is None else {"parent_any": parent}), ()


def _pairs(columns: Sequence[Column]) -> dict[str, int]:
    """Return the columns of names of any sort, where one of them names rows of the other: those that stand above."""
    for name, column in enumerate(columns):
        if not all(cell and not _is_code(cell.text) for cell in column) or not _is_distinct(column):
            continue
        known = {cell.text for cell in column if cell}
        above = (place for place in range(len(columns)) if place != name and _are_parents(columns[place], known))
        parent = next(above, None)
        if parent is not None:
            return {"label": name, "parent_any": parent}
    return {}


def _are_parents(column: Column, known: set[str]) -> bool:
    """Whether cells name rows, and some name none: those at the top."""
    named = [cell is not None and cell.text in known for cell in column]
    tops = [cell is None or words().says("root", cell.text) for cell in column]
    return any(named) and any(tops) and all(one or top for one, top in zip(named, tops, strict=True))


def _posts(
    columns: Sequence[Column], units: Sequence[int], posts: Sequence[int]
) -> tuple[dict[str, int], tuple[int, ...]]:
    """Return the columns of a list of posts: title, department or a path of them, and who holds the post."""
    places = {"title": posts[0]}
    others = [place for place in range(len(columns)) if place not in units and place not in posts]
    name = next((one for one in others if _share(columns[one], _is_person) > _DISTINCT), None)
    if name is not None and _is_distinct(columns[name]):
        places["name"] = name
    if len(units) > 1:
        return places, tuple(units)
    return places | ({"department": units[0]} if units else {}), ()


def _is_person(text: str) -> bool:
    return _PERSON.fullmatch(text) is not None


def _share(column: Column, test: Callable[[str], bool]) -> float:
    cells = [cell.text for cell in column if cell]
    return sum(map(test, cells)) / len(cells) if cells and len(cells) >= _SHARE * len(column) else 0


def _is_distinct(column: Column) -> bool:
    return len({cell.text for cell in column if cell}) >= _DISTINCT * len(column)
