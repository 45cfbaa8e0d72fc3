"""Tell what the columns of people in a table say: names in two columns are one, and who has an office holds a post."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.names.judging import Sort, is_wide
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_person
from orgviz.document.outline.cell_sorts import sort_of
from orgviz.document.outline.columns import Column, Columns
from orgviz.document.text.passages import Passage, joined, passage
from orgviz.patterns import pattern
from orgviz.table.words import words as table_words

Row = Sequence[Passage]
_HEADERS = 4  # rows from the top among which the header stands


def with_whole_names(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with given and family names in one column, where a header says that they stand in two."""
    for number, row in enumerate(rows[:_HEADERS]):
        fields = [table_words().field(cell.text) for cell in row]
        if fields.count("given_name") == fields.count("family_name") == 1:
            given, family = fields.index("given_name"), fields.index("family_name")
            return [_joined(one, given, family, is_header=place == number) for place, one in enumerate(rows)]
    return list(rows)


def _joined(row: Row, given: int, family: int, *, is_header: bool) -> Row:
    if max(given, family) >= len(row):
        return row
    parts = [row[place] for place in (given, family) if row[place].text]
    is_one_word = bool(parts) and is_wide(parts[0].folded)
    name = joined(parts[::-1] if is_one_word else parts, "" if is_one_word else " ") if parts else row[given]
    if is_header:
        name = passage("name", row[given].line, row[given].places[0][2])
    return [name if place == given else cell for place, cell in enumerate(row) if place != family]


_OF_CLASS = pattern(
    r"\b(?:teams?|departments?|committees?|divisions?|groups?|councils?|offices?|units?|sections?|boards?)\b"
    r"|(?:abteilung|ausschuss|referat|gruppe|bereich|kommission|vorstand)$"
)


def is_office(columns: Columns, row: Row, named: Sequence[Named]) -> bool:
    """Whether a row names an office by its field or body, and the one person who has it: Sekretariat, Ida Roth."""
    if len(named) != 1 or sort_of(named[0].name.folded) is not Sort.UNIT or not columns.header[0].text:
        return False
    folded = named[0].name.folded
    is_class = is_wide(folded) or _OF_CLASS.search(folded) is not None
    return not is_class and has_one_person(columns, row)


def has_one_person(columns: Columns, row: Row) -> bool:
    """Whether a row names one person, who has all the posts in it: 李敏, 项目经理、架构师."""
    cell = columns.cell(row, Column.PERSON) or columns.cell(row, Column.NAME)
    return cell is not None and is_person(cell.text, cell.folded)
