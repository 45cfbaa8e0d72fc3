"""Read the sheets of an Excel workbook; the only importer of openpyxl, which is an extra."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from orgviz.diagnostics import Findings, ToolError
from orgviz.source.characters import holds_suspects
from orgviz.source.entries import Scalar
from orgviz.table.sheet import Row, Sheet, make_cell, tell_cells
from orgviz.text import Span

UNPACKED_LIMIT = 256 * 1024 * 1024
CELL_LIMIT = 2_000_000
COLUMN_LIMIT = 500
PART_LIMIT = 10_000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]{0,200}?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_MERGED_LIMIT = 100_000


class _Refused(Exception):
    """The workbook is broken, or larger than it may be; says so in words for the user."""


def read_xlsx(data: bytes, path: str, findings: Findings) -> tuple[Sheet, ...]:
    """Return the sheets that have cells; a place in one is its row and column as line and column.

    Formulas count as what they last gave. A cell that is merged over several rows stands in each of them.

    Raises:
        ToolError: when openpyxl is not installed.
    """
    try:
        import openpyxl  # noqa: PLC0415 - an extra: whoever reads no workbook need not have it
    except ImportError:
        raise ToolError("reading Excel workbooks needs openpyxl", "pip install 'orgviz[xlsx]'") from None
    try:
        _check_archive(data)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return tuple(_sheets(book, data, path, findings))
    except _Refused as refusal:
        findings.error("bad-workbook", str(refusal), Span(path, 1, 1), "save it anew as .xlsx or as CSV in UTF-8")
    # Each part of a broken file makes openpyxl fail in a way of its own.
    except Exception:  # noqa: BLE001
        message = "this Excel workbook is broken: it cannot be read"
        findings.error("bad-workbook", message, Span(path, 1, 1), "save it anew as .xlsx or as CSV in UTF-8")
    return ()


def _check_archive(data: bytes) -> None:
    """Refuse what is no archive, or would unpack to far more than a workbook of people does."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > PART_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
            raise _Refused(f"this Excel workbook unpacks to more than {UNPACKED_LIMIT >> 20} MB")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.open(part).read(4096):
                raise _Refused("this Excel workbook holds definitions that no workbook needs")


def _sheets(book: Any, data: bytes, path: str, findings: Findings) -> Iterator[Sheet]:  # noqa: ANN401
    count = 0
    for worksheet in book.worksheets:
        merged = _merged(data, worksheet)
        rows: list[Row] = []
        above: dict[int, Scalar | None] = {}
        worksheet.reset_dimensions()  # what a sheet says of its size is often a million blank rows
        for number, values in enumerate(worksheet.iter_rows(values_only=True), 1):
            count += sum(value is not None for value in values)
            if count > CELL_LIMIT:
                raise _Refused(f"this Excel workbook has more than {CELL_LIMIT:,} cells")
            row = _row(values[:COLUMN_LIMIT], number, path, merged, above)
            if any(row):
                rows.append(row)
        if holds_suspects("".join(cell.text for row in rows for cell in row if cell)):
            tell_cells(tuple(rows), findings)
        if rows:
            yield Sheet(path=path, rows=tuple(rows), name=str(worksheet.title))


def _row(
    values: tuple[object, ...],
    number: int,
    path: str,
    merged: dict[tuple[int, int], int],
    above: dict[int, Scalar | None],
) -> Row:
    """Return a row; below the first cell of a merged range stands its text again.

    Args:
        above: by column, the cell that is merged into the rows to come.
    """
    cells: list[Scalar | None] = []
    for column, value in enumerate(values, 1):
        cell = make_cell(_text(value), Span(path, number, column)) if value is not None else None
        first = merged.get((number, column))
        if first == number:
            above[column] = cell
        elif first is not None and cell is None and above.get(column) is not None:
            filled = above[column]
            assert filled is not None
            cell = Scalar(filled.text, Span(path, number, column))
        cells.append(cell)
    return tuple(cells)


def _merged(data: bytes, worksheet: Any) -> dict[tuple[int, int], int]:  # noqa: ANN401
    """Return for each cell of the first column of a merged range the row in which the range begins."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read(worksheet._worksheet_path)  # noqa: SLF001 - a sheet that is read row by row tells it nowhere else
    rows: dict[tuple[int, int], int] = {}
    for match in _MERGED.finditer(text):
        column, first, last = _column_number(match[1]), int(match[2]), int(match[4])
        if first < last and len(rows) + last - first < _MERGED_LIMIT:
            rows.update(((row, column), first) for row in range(first, last + 1))
    return rows


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _text(value: object) -> str:
    """Return a value as the sheet shows it: whole numbers without a point, days without a time."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(value)
