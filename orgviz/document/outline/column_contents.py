"""Tell what the columns of a table within a document hold by their cells, where no header says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.notes import read_notes
from orgviz.document.names.people import is_person
from orgviz.document.outline.columns import Column, Columns
from orgviz.document.text.passages import Passage, passage
from orgviz.patterns import pattern
from orgviz.table.words import words as table_words

Row = Sequence[Passage]
FEWEST_ROWS = 3
_SHARE = 0.7
_FEWEST_COLUMNS = 2
_COUNT = pattern(r"\d{1,4}\s*(?:人|名|位|fte)?")
_LONG, _LONG_LATIN = 9, 25  # characters of a cell that says more than a name


def read_by_cells(rows: Sequence[Row]) -> tuple[Columns, Sequence[Row]] | None:
    """Return what the columns hold by their cells, and the rows without a header in words that are not known."""
    is_headed = len(rows) > 1 and not any(_sort(cell) in STRONG or _PHONE.fullmatch(cell.folded) for cell in rows[0])
    body = rows[1:] if is_headed else rows
    columns = columns_by_cells(body)
    return None if columns is None else (columns, body)


def columns_by_cells(rows: Sequence[Row]) -> Columns | None:
    """Return what the columns hold where at least two are known, one of them of units or posts; all rows are data."""
    if len(rows) < FEWEST_ROWS or not rows[0] or not rows[0][0].text:
        return None
    width = max(map(len, rows))
    found = [_column([row[place] for row in rows if place < len(row) and row[place].text]) for place in range(width)]
    if _is_directory(rows):
        found[0], found[1] = Column.UNIT, Column.REACHED_BY
    units = [place for place, column in enumerate(found) if column is Column.UNIT]
    levels = tuple(units) if len(units) > 1 and _repeats(rows, units[0]) else ()
    places: dict[Column, int] = {}
    for place, column in enumerate(found):
        if column is not None and place not in levels:
            places.setdefault(column, place)
    known = len(places) + len(levels)
    if known < _FEWEST_COLUMNS or not (levels or {Column.UNIT, Column.POST} & places.keys()):
        return None
    blank = tuple(passage("", cell.line, 1) for cell in rows[0])
    return Columns(header=blank, places=_with_heads(places, rows), levels=levels)


# By which a department is reached: 349-3408, (812) 349-3408, +44 20 7946 0000.
_PHONE = pattern(
    r"(?!\d{4}([-.])\d{1,2}\1\d{1,2}\b)(?:(?:tel|phone|ext)\b\.?:?\s*)?"
    r"(?:\+\d|\(?\d{3,5}[) .-])[\d ().-]{3,16}\d(?:\s*(?:\(|;|,|/).*)?"
)
_SHARE_OF_UNITS, _SHARE_KNOWN = 0.3, 0.5


def _is_directory(rows: Sequence[Row]) -> bool:
    """Whether in the first column are departments, not all called so, with a phone number beside most of them."""
    names = [row[0].folded.rstrip(": ") for row in rows if row]
    sorts = list(map(judge, names))
    known = sum(sort in STRONG or is_known_field(name) for sort, name in zip(sorts, names, strict=True))
    reached = sum(any(_PHONE.fullmatch(cell.folded) for cell in row[1:2]) for row in rows)
    are_units = known >= _SHARE_KNOWN * len(rows) and sorts.count(Sort.UNIT) >= _SHARE_OF_UNITS * len(rows)
    return are_units and reached >= _SHARE * len(rows)


def _with_heads(places: Mapping[Column, int], rows: Sequence[Row]) -> Mapping[Column, int]:
    """Take people beside units, with no title, for those who lead them; where a unit comes again, for its members."""
    if Column.PERSON not in places or Column.UNIT not in places or Column.POST in places:
        return places
    meant = Column.MEMBERS if _repeats(rows, places[Column.UNIT]) else Column.HEAD
    return {meant if column is Column.PERSON else column: place for column, place in places.items()}


def _repeats(rows: Sequence[Row], place: int) -> bool:
    """Whether a column names the same again, or leaves the cell blank that would."""
    cells = [row[place].folded if place < len(row) else "" for row in rows]
    return len({cell for cell in cells if cell}) < len(cells)


def _column(cells: Sequence[Passage]) -> Column | None:
    """Return what most of the cells of a column are."""
    if not cells:
        return None
    tests: tuple[tuple[Column, Callable[[Passage], bool]], ...] = (
        (Column.SEATS, _is_count),
        (Column.UNIT, lambda cell: _sort(cell) is Sort.UNIT),
        (Column.POST, lambda cell: _sort(cell) is Sort.POST),
        (Column.PERSON, _is_holder),
        (Column.DUTY, _is_text),
    )
    column = next((column for column, test in tests if sum(map(test, cells)) >= _SHARE * len(cells)), None)
    return None if column is Column.SEATS and _counts_rows(cells) else column


def _sort(cell: Passage) -> Sort:
    return judge(read_notes(cell).name.folded)


def _is_count(cell: Passage) -> bool:
    return _COUNT.fullmatch(cell.folded) is not None


def _counts_rows(cells: Sequence[Passage]) -> bool:
    return [cell.folded for cell in cells] == [str(number) for number in range(1, len(cells) + 1)]


def _is_holder(cell: Passage) -> bool:
    return is_person(cell.text, cell.folded) or table_words().says("vacant", cell.text)


def _is_text(cell: Passage) -> bool:
    return len(cell) > (_LONG if is_wide(cell.folded) else _LONG_LATIN) and _sort(cell) not in STRONG
