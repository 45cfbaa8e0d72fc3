"""Read the rows of tables that are written with tags, one cell or one row on a line or all of them on one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from orgviz.document.text.markup import without_markup
from orgviz.document.text.passages import Passage, joined, passage
from orgviz.patterns import pattern

Numbered = tuple[int, str]
Cells = tuple[Passage, ...]
_BEGINS = pattern(r"<table\b", re.IGNORECASE)
_TAG = pattern(
    r"<(?P<close>/?)(?P<name>table|tr|td|th|thead|tbody|caption|br|li|p)\b(?P<rest>[^<>]{0,400})>", re.IGNORECASE
)
_SPAN = pattern(r"\b(?P<way>row|col)span\s*=\s*[\"']?(?P<count>\d{1,2})", re.IGNORECASE)
_LONGEST = 4000  # lines that a table may take


def with_brackets(parts: Iterable[Passage]) -> list[Passage]:
    """Return the lines of a cell; one that is all in brackets goes with the one above it."""
    found: list[Passage] = []
    for part in parts:
        if found and part.folded[:1] == "(" and part.folded[-1:] == ")":
            found[-1] = joined((found[-1], part), " ")
        else:
            found.append(part)
    return found


@dataclass(slots=True)
class _Reader:
    """The rows so far, the cell that is open, and the cells that reach down into the next rows."""

    rows: list[tuple[int, Cells]] = field(default_factory=list)
    row: list[Passage] | None = None
    number: int = 0
    parts: list[Passage] | None = None
    width: int = 1
    down: dict[int, int] = field(default_factory=dict)
    closed: bool = False

    def tag(self, match: re.Match[str], number: int) -> None:
        """Take in a tag."""
        name, is_close = match["name"].lower(), bool(match["close"])
        if name in ("td", "th"):
            self.end_cell()
            if not is_close:
                self.begin_cell(match["rest"], number)
        elif name in ("tr", "thead", "tbody") or (name == "table" and is_close):
            self.end_row()
            if name == "tr" and not is_close:
                self.row, self.number = [], number
            self.closed = name == "table"

    def begin_cell(self, rest: str, number: int) -> None:
        """Open a cell, behind those that reach into this row from above, which are left blank."""
        if self.row is None:
            self.row, self.number = [], number
        self.fill(number)
        spans = {match["way"].lower(): int(match["count"]) for match in _SPAN.finditer(rest)}
        self.width = max(1, spans.get("col", 1))
        if spans.get("row", 1) > 1:
            self.down.update(dict.fromkeys(range(len(self.row), len(self.row) + self.width), spans["row"]))
        self.parts = []

    def fill(self, number: int) -> None:
        """Leave the cells blank that a cell above reaches into."""
        assert self.row is not None
        while self.down.get(len(self.row), 0) > 0:
            self.row.append(passage("", number, 1))

    def end_cell(self) -> None:
        """Close the cell that is open."""
        if self.parts is not None and self.row is not None:
            kept = with_brackets(part for part in self.parts if part.text)
            self.row.append(joined(kept, "；") if kept else passage("", self.number, 1))
            self.row.extend(passage("", self.number, 1) for _ in range(self.width - 1))
        self.parts = None

    def end_row(self) -> None:
        """Close the row that is open."""
        self.end_cell()
        if self.row:
            self.fill(self.number)
            self.rows.append((self.number, tuple(self.row)))
            self.down = {place: left - 1 for place, left in self.down.items() if left > 1}
        self.row = None


def find_html_rows(lines: Sequence[Numbered]) -> tuple[dict[int, tuple[Cells, ...]], frozenset[int]]:
    """Return the rows of tables by the line in which each begins, and all lines that such tables take."""
    found: dict[int, list[Cells]] = {}
    taken: set[int] = set()
    place = 0
    while place < len(lines):
        if not _BEGINS.search(lines[place][1]):
            place += 1
            continue
        end, rows = _table(lines, place)
        if len(rows) > 1 and max(len(cells) for _, cells in rows) > 1:
            taken.update(number for number, _ in lines[place:end])
            for number, cells in rows:
                found.setdefault(number, []).append(cells)
        place = end
    return {number: tuple(rows) for number, rows in found.items()}, frozenset(taken)


def _table(lines: Sequence[Numbered], place: int) -> tuple[int, list[tuple[int, Cells]]]:
    """Read the table that begins in a line; return the place behind it, and its rows."""
    reader = _Reader()
    for end in range(place, min(len(lines), place + _LONGEST)):
        number, text = lines[end]
        start = 0
        for match in _TAG.finditer(text):
            _take(reader, text, number, start, match.start())
            reader.tag(match, number)
            start = match.end()
        _take(reader, text, number, start, len(text))
        if reader.closed:
            return end + 1, reader.rows
    reader.end_row()
    return min(len(lines), place + _LONGEST), reader.rows


def _take(reader: _Reader, text: str, number: int, start: int, end: int) -> None:
    """Add the text between two tags to the cell that is open."""
    if reader.parts is not None and start < end:
        written = text[start:end]
        begin = start + len(written) - len(written.lstrip())
        shown = without_markup(text[begin:end], number, begin + 1)
        if shown.text:
            reader.parts.append(shown)
