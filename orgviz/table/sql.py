"""Read the rows that SQL inserts, and the comments of their columns; statements of other kinds are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from orgviz.diagnostics import Findings
from orgviz.source.entries import Scalar
from orgviz.table.sheet import Row, Sheet, make_cell
from orgviz.text import SourceText, Span

_TOKEN = re.compile(
    r"(?P<space>\s+|--[^\n]*|\#[^\n]*|/\*.*?(?:\*/|\Z))"
    r"|(?P<text>[nNeE]?'(?:[^'\\]|''|\\.)*'?)"
    r"|(?P<name>`[^`]*`|\"[^\"]*\"|\[[^\]\n]{0,200}\]|[^\W\d][\w$.]*)"
    r"|(?P<number>[-+]?[0-9][0-9.eE]*)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"''|\\(.)", re.DOTALL)
_NO_COLUMNS = ("primary", "key", "unique", "constraint", "index", "foreign", "check", "fulltext")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    span: Span

    @property
    def word(self) -> str:
        return self.text.lower() if self.kind in ("name", "sign") else ""


@dataclass(slots=True)
class _Table:
    """What is known of a table: its columns, with their comments, and its rows."""

    name: str
    columns: list[Scalar] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def read_sql(source: SourceText, findings: Findings) -> tuple[Sheet, ...]:
    """Return a sheet for each table into which rows are inserted; reports a file without any."""
    tables: dict[str, _Table] = {}
    for statement in _statements(source):
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
    header: Row = tuple(table.columns)
    return Sheet(path=path, rows=(header, *table.rows), name=table.name, notes=tuple(table.comments), has_header=True)


def _statements(source: SourceText) -> Iterator[list[_Token]]:
    statement: list[_Token] = []
    line, line_start = 1, 0
    for match in _TOKEN.finditer(source.text):
        kind, text = match.lastgroup or "sign", match[0]
        if text == ";" and kind == "sign":
            yield statement
            statement = []
        elif kind != "space":
            span = Span(source.path, line, match.start() - line_start + 1, max(1, len(text.partition("\n")[0])))
            statement.append(_Token(kind, text, span))
        breaks = text.count("\n")
        if breaks:
            line += breaks
            line_start = match.start() + text.rindex("\n") + 1
    yield statement


def _take(statement: list[_Token], tables: dict[str, _Table]) -> None:
    words = [token.word for token in statement[:8]]
    if words[:1] == ["create"] and "table" in words:
        opening = next((place for place, token in enumerate(statement) if token.text == "("), None)
        if opening:
            _create(statement, opening, tables)
    elif words[:1] in (["insert"], ["replace"]) and "into" in words:
        place = words.index("into") + 1
        if place < len(statement):
            _insert(statement, place, tables)


def _create(statement: list[_Token], opening: int, tables: dict[str, _Table]) -> None:
    table = _table(statement[opening - 1], tables)
    known = bool(table.columns)
    for group in _groups(statement, opening + 1)[0]:
        if group and not known and group[0].kind == "name" and group[0].word not in _NO_COLUMNS:
            table.columns.append(Scalar(_bare(group[0]), group[0].span))
            places = [place for place, token in enumerate(group[:-1]) if token.word == "comment"]
            table.comments.append(_text(group[places[-1] + 1]) if places else "")


def _insert(statement: list[_Token], place: int, tables: dict[str, _Table]) -> None:
    table = _table(statement[place], tables)
    place += 1
    order: list[int] | None = None
    if place < len(statement) and statement[place].text == "(":
        groups, place = _groups(statement, place + 1)
        order = _order([group[0] for group in groups if group], table)
    while place < len(statement):
        if statement[place].text == "(":
            groups, place = _groups(statement, place + 1)
            _add_row(table, order, [_cell(group) for group in groups])
        else:
            place += 1


def _order(names: Sequence[_Token], table: _Table) -> list[int]:
    """Return where the columns of an insert stand in the table; new ones are added at its end."""
    known = {column.text.lower(): place for place, column in enumerate(table.columns)}
    order = []
    for name in names:
        bare = _bare(name)
        if bare.lower() not in known:
            known[bare.lower()] = len(table.columns)
            table.columns.append(Scalar(bare, name.span))
            table.comments.append("")
        order.append(known[bare.lower()])
    return order


def _add_row(table: _Table, order: list[int] | None, values: list[Scalar | None]) -> None:
    if order is None:
        table.rows.append(tuple(values))
        return
    row: list[Scalar | None] = [None] * len(table.columns)
    for place, value in zip(order, values, strict=False):
        row[place] = value
    table.rows.append(tuple(row))


def _table(token: _Token, tables: dict[str, _Table]) -> _Table:
    name = _bare(token).lower()
    return tables.setdefault(name, _Table(name))


def _groups(statement: list[_Token], place: int) -> tuple[list[list[_Token]], int]:
    """Return what stands between the commas of a bracket, and the place behind it."""
    groups: list[list[_Token]] = [[]]
    depth = 0
    while place < len(statement):
        token = statement[place]
        place += 1
        if token.kind == "sign" and token.text == ")" and not depth:
            break
        if token.kind == "sign" and token.text == "," and not depth:
            groups.append([])
            continue
        depth += (token.text == "(") - (token.text == ")")
        groups[-1].append(token)
    return groups, place


def _cell(group: list[_Token]) -> Scalar | None:
    """Return a text or number; what is computed, and null, is empty."""
    if len(group) != 1 or group[0].kind not in ("text", "number"):
        return None
    return make_cell(_text(group[0]), group[0].span)


def _text(token: _Token) -> str:
    if token.kind != "text":
        return token.text
    return _ESCAPE.sub(lambda match: match[1] or "'", token.text[token.text.index("'") + 1 :].removesuffix("'"))


def _bare(token: _Token) -> str:
    return token.text.rpartition(".")[2].strip("`\"[]'")
