"""Read delimited text into a `Sheet`: rows of cells, each with its exact place in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from orgviz.diagnostics import Findings
from orgviz.source.characters import forbidden_character, holds_suspects
from orgviz.source.entries import Scalar
from orgviz.text import SourceText, Span
from orgviz.wording import named_character

Row = tuple[Scalar | None, ...]

SEPARATORS = ",;\t|，"
SAMPLE_LINES = 60
CELL_LENGTH = 100_000
HEAD_LINES = 20  # a title, notes, the header, and an empty line at the end
# A spreadsheet takes a cell that begins so for a formula; an apostrophe in front of it says that it is none.
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_NAMED_SEPARATOR = re.compile(r"sep=(.)", re.IGNORECASE)
_QUOTED_PART = re.compile(r'"[^"]*"?')


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table as it stands, the lines above its header too; empty cells are `None`, blank rows are left out.

    Args:
        name: what the sheet or table is called, where it has a name.
        notes: what else the columns are called, in the order of the header (comments of a database).
        has_header: whether the first row is known to be the header.
    """

    path: str
    rows: tuple[Row, ...]
    name: str = ""
    notes: tuple[str, ...] = ()
    has_header: bool = False


def read_csv(source: SourceText, findings: Findings) -> Sheet | None:
    """Read text with one of ``, ; tab | ，`` between its cells, told from the text itself.

    Quoted cells may hold separators, quotes written twice, and line breaks. Nothing where a quote is never
    closed: nothing behind it can be told.
    """
    lines = source.text.split("\n")
    if not source.text.strip():
        findings.error("empty-file", "the file is empty: there is nothing to read", Span(source.path, 1, 1))
        return None
    if len(lines) > findings.limits.boxes + HEAD_LINES:
        findings.too_many("rows", "boxes", Span(source.path, findings.limits.boxes + HEAD_LINES + 1, 1))
        return None
    named = _NAMED_SEPARATOR.fullmatch(lines[0].strip("\r\n"))
    scanner = _Scanner(source.path, lines, named[1] if named else tell_separator(lines), findings)
    rows = tuple(row for row in scanner.rows(1 if named else 0) if any(row))
    if scanner.open_quote is not None:
        findings.error(
            "csv-quote",
            "a quote is opened here and never closed",
            scanner.open_quote,
            'close it with another ", and write a quote within a quoted cell twice: ""',
        )
        return None
    if holds_suspects(source.text):
        tell_cells(rows, findings)
    return Sheet(path=source.path, rows=rows)


def tell_separator(lines: list[str]) -> str:
    """Return the separator that stands equally often in the most of the first lines.

    >>> tell_separator(["姓名;部门", "王敏;客服部，一组"])
    ';'
    """
    sample = [line for line in _QUOTED_PART.sub("", "\n".join(lines[:SAMPLE_LINES])).split("\n") if line.strip()]
    best, best_score = SEPARATORS[0], (0, 0)
    for separator in SEPARATORS:
        counts = Counter(line.count(separator) for line in sample)
        count, number = max(((count, number) for count, number in counts.items() if count), default=(0, 0), key=_often)
        if (number, count) > best_score:
            best, best_score = separator, (number, count)
    return best


def _often(item: tuple[int, int]) -> tuple[int, int]:
    return item[1], item[0]


def tell_cells(rows: tuple[Row, ...], findings: Findings) -> None:
    """Report every cell with a character that no text may hold."""
    for row in rows:
        for cell in row:
            found = forbidden_character(cell.text) if cell else None
            if cell is not None and found is not None:
                findings.error(
                    "forbidden-character",
                    f"this cell holds {named_character(found)}, which no text may hold",
                    cell.span,
                    "take it away",
                )


def make_cell(text: str, span: Span) -> Scalar | None:
    """Return a cell without outer space, and without the apostrophe that guards a formula; nothing if blank."""
    stripped = text.strip()
    if not stripped:
        return None
    if stripped[0] == "'" and _GUARDED.match(stripped):
        stripped = stripped[1:]
    return Scalar(stripped[:CELL_LENGTH], span)


@dataclass(slots=True)
class _Scanner:
    """Goes through the lines once; a quoted cell may reach over several."""

    path: str
    lines: list[str]
    separator: str
    findings: Findings
    open_quote: Span | None = None
    number: int = field(default=0)

    def rows(self, first: int) -> Iterator[Row]:
        self.number = first
        while self.number < len(self.lines) and self.open_quote is None:
            line = self.lines[self.number]
            yield self._quoted_row() if '"' in line else self._plain_row(line)
            self.number += 1

    def _plain_row(self, line: str) -> Row:
        cells, column = [], 1
        for part in line.split(self.separator):
            cells.append(self._cell(part, self.number + 1, column) if part else None)
            column += len(part) + 1
        return tuple(cells)

    def _cell(self, part: str, line: int, column: int) -> Scalar | None:
        text = part.strip()
        if not text:
            return None
        return make_cell(text, Span(self.path, line, column + len(part) - len(part.lstrip()), len(text)))

    def _quoted_row(self) -> Row:
        cells: list[Scalar | None] = []
        place = 0
        while True:
            line = self.lines[self.number]
            start = place
            while start < len(line) and line[start] in " \t" and line[start] != self.separator:
                start += 1
            if line[start : start + 1] == '"':
                cell, place = self._quoted_cell(start)
                cells.append(cell)
                line = self.lines[self.number] if self.number < len(self.lines) else ""
            else:
                end = line.find(self.separator, place)
                end = len(line) if end < 0 else end
                cells.append(self._cell(line[place:end], self.number + 1, place + 1))
                place = end
            if place >= len(line) or self.open_quote is not None:
                return tuple(cells)
            place += 1

    def _quoted_cell(self, start: int) -> tuple[Scalar | None, int]:
        """Read from an opening quote on; return the cell and where the separator behind it stands."""
        first_line, parts, place = self.number, [], start + 1
        while True:
            line = self.lines[self.number]
            end = line.find('"', place)
            if end < 0:
                parts.append(line[place:] + "\n")
                self.number, place = self.number + 1, 0
                if self.number >= len(self.lines):
                    self.open_quote = Span(self.path, first_line + 1, start + 1)
                    return None, 0
            elif line[end + 1 : end + 2] == '"':
                parts.append(line[place : end + 1])
                place = end + 2
            else:
                parts.append(line[place:end])
                break
        behind = line.find(self.separator, end + 1)
        behind = len(line) if behind < 0 else behind
        text = "".join(parts) + line[end + 1 : behind].rstrip()
        width = end - start - 1 if self.number == first_line else 1
        return make_cell(text, Span(self.path, first_line + 1, start + 2, max(1, width))), behind
