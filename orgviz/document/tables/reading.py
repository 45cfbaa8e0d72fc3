"""Read a table within a document: departments, posts, people by their columns, or the keys of one of them."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.facts.facts import read_key_value
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, State, put
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.keys import Key, read_key
from orgviz.document.names.notes import read_notes
from orgviz.document.names.promises import Promise
from orgviz.document.outline.cell_sorts import sort_of
from orgviz.document.outline.class_columns import with_class_column
from orgviz.document.outline.column_contents import read_by_cells
from orgviz.document.outline.columns import PEOPLE, Column, Columns, column_of, read_columns, with_titles
from orgviz.document.outline.level_columns import with_depths, with_levels
from orgviz.document.outline.lines import Line
from orgviz.document.outline.structure_tables import is_structure
from orgviz.document.outline.title_columns import with_posts_in_columns, with_superiors
from orgviz.document.tables.articles import are_articles, read_articles
from orgviz.document.tables.cells import is_nothing
from orgviz.document.tables.edges import edges_of, read_edges
from orgviz.document.tables.merged_cells import unmerged
from orgviz.document.tables.overseers import overseers_of, read_overseers
from orgviz.document.tables.people_columns import with_whole_names
from orgviz.document.tables.places import above_by_name, hang_below
from orgviz.document.tables.rows import TableRows
from orgviz.document.tables.sections import with_sections
from orgviz.document.tables.side_by_side import one_below_the_other
from orgviz.document.tables.staffing import read_staffing, staffing_of
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind

Row = Sequence[Passage]
_NAMED = (Key.NAME,)


def read_table_rows(state: State, rows: Sequence[Line], scope: int, promise: Promise) -> None:
    """Read the rows of one table that stands below an entity."""
    cells: list[Row] = [row.cells for row in rows if any(cell.text for cell in row.cells)]
    if not cells:
        return
    cells = one_below_the_other(cells)
    pairs = _pairs(cells)
    if pairs is not None:
        _read_pairs(state, pairs, scope)
        return
    if are_articles(cells):
        read_articles(state, cells, scope)
        return
    edges = edges_of(cells)
    if edges is not None:
        read_edges(state, cells[1:], edges, scope)
        return
    overseers = overseers_of(cells)
    if overseers is not None:
        read_overseers(state, cells[1:], overseers, scope)
        return
    staffing = staffing_of(cells)
    if staffing is not None and promise is not Promise.NOTHING:
        read_staffing(state, staffing, scope)
        return
    cells = with_whole_names(cells)
    header = _header(cells)
    told = with_superiors(read_columns(cells[header]))
    by_cells = read_by_cells(cells) if not told.places and not told.levels else None
    told, body = by_cells or with_sections(told, cells, header)
    told, body = with_depths(with_levels(told, body), body)
    body = unmerged(told, body)
    columns = with_class_column(with_posts_in_columns(with_titles(told, body), body), body)
    if not body or not is_structure(columns, body, promise) or _is_led_by_known(state, columns, body):
        state.tell(cells[0][0] if cells[0] else rows[0].body, None, "a table whose columns tell of no units or posts")
        return
    TableRows(state, columns, scope).read(body)


def _is_led_by_known(state: State, columns: Columns, body: Sequence[Sequence[Passage]]) -> bool:
    """Whether a column of heads names units and posts that are known, beside topics: who answers for what."""
    lead, unit = columns.places.get(Column.HEAD), columns.places.get(Column.UNIT)
    if lead is None or unit is None:
        return False
    rows = [row for row in body if max(lead, unit) < len(row) and row[lead].text and row[unit].text]
    known = sum(state.register.find(row[lead].folded) is not None for row in rows)
    named = sum(sort_of(row[unit].folded) in STRONG for row in rows)
    is_new = sum(state.register.find(row[unit].folded) is None for row in rows)
    return len(rows) > 1 and 2 * known > len(rows) and 2 * named < len(rows) and 2 * is_new > len(rows)


def _header(cells: Sequence[Row]) -> int:
    """Return the first of the rows with the most names of columns."""
    best, most = 0, 0
    for number, row in enumerate(cells[:4]):
        known = sum(column_of(cell.text) is not None for cell in row)
        if known > most:
            best, most = number, known
    return best


def _pairs(cells: Sequence[Row]) -> list[tuple[Passage, Passage]] | None:
    """Return the keys with their values where rows are made of such pairs; else nothing."""
    width = max(map(len, cells))
    if width < 2 or (width % 2 and width != 3):
        return None
    header = [column_of(cell.text) for cell in cells[0]]
    known = sum(column is not None for column in header)
    is_headed = len(cells) > 1 and len(cells[1]) > 2 and known > 2
    are_columns = width > 2 and len(cells) > 1 and known == len(header)
    if are_columns or (is_headed and read_key(cells[1][0].folded) is None):
        return None
    if width < 4 and len(cells) > 2 and header[0] and not PEOPLE.isdisjoint(header[1:2]):
        return None  # 职务, 姓名: a header
    pairs = [(row[place], row[place + 1]) for row in cells for place in range(0, len(row) - 1, 2) if row[place].text]
    keys = sum(read_key(key.folded) is not None for key, _ in pairs)
    values = sum(read_key(value.folded) is not None for _, value in pairs)
    first = [row[0] for row in cells if row[0].text]
    are_keys = sum(read_key(key.folded) is not None for key in first)
    if keys < 2 or keys < 0.6 * len(pairs) or values > 1 or are_keys < 0.6 * len(first):
        return None
    return pairs


def _read_pairs(state: State, pairs: Sequence[tuple[Passage, Passage]], scope: int) -> None:
    """Read a table of keys and values that says more of one unit or post."""
    place = _named(state, pairs, scope)
    if place == ROOT:
        return
    told = [(said, value) for key, value in pairs if (said := read_key(key.folded)) and not is_nothing(value)]
    of_unit = next((value for said, value in told if said is Key.UNIT), None)
    above = next((value for said, value in told if said is Key.ABOVE), None)
    unit = above_by_name(state, of_unit) if of_unit is not None and above is not None else None
    for said, value in told:
        if said is Key.ABOVE and unit not in (None, ROOT, place):
            _in_unit(state, place, value, unit)
        elif said is not Key.NAME and not (said is Key.UNIT and unit is not None):
            read_key_value(state, said, value, place)


def _in_unit(state: State, place: int, value: Passage, unit: int | None) -> None:
    assert unit is not None
    if state.register.entities[place].parent == ROOT:
        state.register.move(place, unit)
    above = above_by_name(state, value)
    if above not in (None, ROOT, place):
        hang_below(state, place, above, unit)


def _named(state: State, pairs: Sequence[tuple[Passage, Passage]], scope: int) -> int:
    """Return the unit or post that a table names in one of its rows, else the one that it stands below."""
    for key, value in pairs:
        sort = judge(value.folded)
        if read_key(key.folded) in _NAMED and sort in (*STRONG, Sort.FIELD):
            is_unit = sort is Sort.UNIT or (sort is Sort.FIELD and column_of(key.text) == "unit")
            kind = NodeKind.UNIT if is_unit else NodeKind.POSITION
            state.evidence += 1
            return put(state, kind, read_notes(value), scope, "name in a table", SURE)
    return scope
