"""Read the rows that SQL inserts, and the comments of their columns; statements of other kinds are passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from orgviz.diagnostics import Findings
from orgviz.source.entries import Scalar
from orgviz.table.sheet import Row, Sheet
from orgviz.table.sql_tokens import Token, by_which, cell_of, groups_of, statements
from orgviz.table.words import words
from orgviz.text import SourceText, Span

_NO_COLUMNS = ("primary", "key", "unique", "constraint", "index", "foreign", "check", "fulltext")
_BEGINNINGS = ("insert", "replace", "create", "update", "delete", "go", "into", "set", "alter", "drop", "print", "use")
_BETWEEN = ("ignore", "into", "or", "overwrite", "table", "low_priority", "delayed", "all", "replace")
_PARENTS = ("parent_id", "parent_any", "parent")
_NO_NAMES = ("null", "default", "true", "false")


@dataclass(slots=True)
class _Table:
    """What is known of a table: its columns, with their comments, and its rows.

    Args:
        places: where each column stands, by its name in small letters.
    """

    name: str
    columns: list[Scalar] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def place(self, name: Token) -> int:
        """Return where a column stands; a new one is added at the end."""
        known = self.places.get(name.bare.lower())
        return self.add_column(Scalar(name.bare, name.span)) if known is None else known

    def add_column(self, column: Scalar, comment: str = "") -> int:
        """Add a column at the end, and return where that is; of two with one name the first is known by it."""
        self.columns.append(column)
        self.comments.append(comment)
        last = len(self.columns) - 1
        self.places.setdefault(column.text.lower(), last)
        return last

    def add(self, order: Sequence[int] | None, values: Sequence[Scalar | None]) -> None:
        """Add a row whose values stand in the columns of an order; without one, as they come."""
        if order is None:
            self.rows.append(tuple(values))
            return
        row: list[Scalar | None] = [None] * len(self.columns)
        for place, value in zip(order, values, strict=False):
            row[place] = value
        self.rows.append(tuple(row))


def read_sql(source: SourceText, findings: Findings) -> tuple[Sheet, ...]:
    """Return a sheet for each table into which rows are inserted; reports a file without any."""
    tables: dict[str, _Table] = {}
    for statement in statements(source):
        _take(statement, tables)
    sheets = tuple(_sheet(table, source.path) for table in tables.values() if table.rows)
    if not sheets:
        findings.error(
            "data-syntax",
            "no 'insert into … values' stands in this file",
            Span(source.path, 1, 1),
            "name the columns: insert into departments (id, parent_id, name) values (1, 0, 'A')",
        )
    return sheets


def _sheet(table: _Table, path: str) -> Sheet:
    if not table.columns:
        return Sheet(path=path, rows=tuple(table.rows), name=table.name)
    _number(table)
    header: Row = tuple(table.columns)
    return Sheet(path=path, rows=(header, *table.rows), name=table.name, notes=tuple(table.comments), has_header=True)


def _number(table: _Table) -> None:
    """Give the rows the ids that the database would: from 1 on, where parents are such numbers and no id is told."""
    fields = [words().field(column.text) for column in table.columns]
    parents = [place for place, name in enumerate(fields) if name in _PARENTS]
    own = next((place for place, name in enumerate(fields) if name in ("id", "department_id")), len(fields))
    if len(parents) != 1 or any(own < len(row) and row[own] for row in table.rows):
        return
    named = [row[parents[0]] if parents[0] < len(row) else None for row in table.rows]
    numbers = [int(cell.text) if cell.text.isdecimal() else len(named) for cell in named if cell]
    if not numbers or max(numbers) >= len(named):
        return
    if own == len(fields):
        table.add_column(Scalar("id", table.columns[0].span))
    width = len(table.columns)
    for number, row in enumerate(table.rows):
        cells = [*row, *[None] * (width - len(row))]
        place = next((cell.span for cell in row if cell), table.columns[0].span)
        cells[own] = Scalar(str(number + 1), place)
        table.rows[number] = tuple(cells)


def _take(statement: Sequence[Token], tables: dict[str, _Table]) -> None:
    """Read what stands between two semicolons: some dialects set none between their statements."""
    place = 0
    while place < len(statement):
        word = statement[place].word
        following = [token.word for token in statement[place + 1 : place + 7]]
        if word == "create" and "table" in following:
            place = _create(statement, place, tables)
        elif (word in ("insert", "replace", "into") and following[:1] != ["("]) or (word == "copy" and not place):
            place = _insert(statement, place + 1, tables)
        else:
            place += 1


def _create(statement: Sequence[Token], place: int, tables: dict[str, _Table]) -> int:
    opening = place + 1
    while opening < len(statement) and statement[opening].text != "(":
        if statement[opening].word in _BEGINNINGS:
            return opening
        opening += 1
    if opening == len(statement):
        return opening
    table = _table(statement[opening - 1], tables)
    groups, behind = groups_of(statement, opening + 1)
    if table.columns:
        return behind
    for group in groups:
        if group and group[0].kind == "name" and group[0].word not in _NO_COLUMNS:
            places = [one for one, token in enumerate(group[:-1]) if token.word == "comment"]
            comment = group[places[-1] + 1].value if places else ""
            table.add_column(Scalar(group[0].bare, group[0].span), comment)
    return behind


def _insert(statement: Sequence[Token], place: int, tables: dict[str, _Table]) -> int:
    """Read what an insert says of its rows; return the place behind it."""
    while place < len(statement) and statement[place].word in _BETWEEN:
        place += 1
    if place >= len(statement) or statement[place].kind not in ("name", "text"):
        return place
    name, order = statement[place], None
    place += 1
    if place < len(statement) and statement[place].text == "(":
        columns, place = groups_of(statement, place + 1)
        names = [group[0] for group in columns if group]
        order = [_table(name, tables).place(one) for one in names] if names and names[0].word != "select" else None
    while place < len(statement) and statement[place].word not in ("values", "value", "select", "set", "("):
        if statement[place].word in _BEGINNINGS:
            return place
        place += 1
    if place >= len(statement):
        return place
    table, how = _table(name, tables), statement[place].word
    if how == "select":
        return _selected(statement, place, table, order)
    if how == "set":
        return _set(statement, place + 1, table)
    return _rows(statement, place + (how != "("), table, order)


def _rows(statement: Sequence[Token], place: int, table: _Table, order: Sequence[int] | None) -> int:
    while place < len(statement) and statement[place].text in ("(", ","):
        if statement[place].text == "(":
            groups, place = groups_of(statement, place + 1)
            table.add(order, [cell_of(group) for group in groups])
        else:
            place += 1
    return place


def _selected(statement: Sequence[Token], place: int, table: _Table, order: Sequence[int] | None) -> int:
    """Read rows of values: ``select 1, 'A' union all select 2, 'B'``; a name is what its row is looked up by."""
    while place < len(statement) and statement[place].word == "select":
        start = place
        while place < len(statement) and statement[place].word != "union":
            if place > start and statement[place].word in _BEGINNINGS:
                break
            place += 1
        _add_selected(statement[start:place], table, order)
        if place < len(statement) and statement[place].word == "union":
            place += 1 + (place + 1 < len(statement) and statement[place + 1].word == "all")
    return place


def _add_selected(query: Sequence[Token], table: _Table, order: Sequence[int] | None) -> None:
    ends = [place for place, token in enumerate(query) if token.word in ("from", "where")]
    looked_up = by_which(query) if ends else None
    groups, _ = groups_of(query[: _outer(query, ends)], 1)
    groups = [_without_alias(group) for group in groups]
    cells = [
        looked_up if len(group) == 1 and group[0].kind == "name" and group[0].word not in _NO_NAMES else cell_of(group)
        for group in groups
    ]
    if any(cell is not None and cell is not looked_up for cell in cells):
        table.add(order, cells)


def _outer(query: Sequence[Token], ends: Sequence[int]) -> int:
    """Return where the values of a query end: at the first of the places that is in no bracket."""
    depth = 0
    for place, token in enumerate(query):
        depth += (token.text == "(") - (token.text == ")")
        if not depth and place in ends:
            return place
    return len(query)


def _without_alias(group: list[Token]) -> list[Token]:
    return group[:-2] if len(group) > 2 and group[-2].word == "as" else group


def _set(statement: Sequence[Token], place: int, table: _Table) -> int:
    """Read one row of ``set name = 'A', parent_id = 1``."""
    end = place
    while end < len(statement) and statement[end].word not in _BEGINNINGS:
        end += 1
    pairs = [group for group in groups_of(statement[place:end], 0)[0] if len(group) > 2 and group[1].text == "="]
    order = [table.place(group[0]) for group in pairs]
    if order:
        table.add(order, [cell_of(group[2:]) for group in pairs])
    return end


def _table(token: Token, tables: dict[str, _Table]) -> _Table:
    name = token.bare.lower()
    return tables.setdefault(name, _Table(name))
