"""Find the rows of tables among lines: between bars, tabs or wide gaps, below a header; and cut them into cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from orgviz.document.names.people import is_person
from orgviz.document.outline.column_contents import FEWEST_ROWS, columns_by_cells
from orgviz.document.outline.columns import column_of, is_header
from orgviz.document.outline.empty_cells import with_empty_cells
from orgviz.document.outline.html_tables import with_brackets
from orgviz.document.outline.spaced_rows import spaced_rows
from orgviz.document.text.markup import without_markup
from orgviz.document.text.passages import Passage, joined, passage
from orgviz.patterns import pattern

Cells = tuple[Passage, ...]
Numbered = tuple[int, str]
_SEPARATOR = pattern(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$")
_BORDER = pattern(r"\s*[├┣╠╟┠][─━═┄┼╋╬╪╫┿╂]+[┤┫╣╢┨]\s*$")
_BREAK = pattern(r"<br\s*/?>", re.IGNORECASE)
_BULLET = pattern(r"\s*(?:[-•·*–]\s+|[•·]\s*|\d{1,2}(?:[.)]\s+|、\s*))")
_BAR, _TAB, _GAP, _DRAWN, _COMMA, _SEMICOLON = (
    pattern(r"(?<!\\)\|"),
    pattern(r"\t"),
    pattern(r" {2,}|[ \t]*\u3000+[ \t\u3000]*"),
    pattern("[│┃║]"),
    pattern(","),
    pattern(";"),
)
_QUOTED = pattern(r'"[^"]*"')
_FEWEST_CELLS, _FEWEST_BY_TABS = 3, 2  # of a row without a header above
_DELIMITED = (_COMMA, _SEMICOLON)


def cell_of(text: str, line: int, column: int) -> Passage:
    """Return a cell without markup and, where it has several lines, their bullets; ``；`` stands between those."""
    if "<" not in text or not _BREAK.search(text):
        left = len(text) - len(text.lstrip())
        return _without_square(without_markup(text.strip(), line, column + left))
    parts: list[Passage] = []
    begin = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        bullet = _BULLET.match(text, begin, end)
        start = bullet.end() if bullet else begin
        part = without_markup(text[start:end], line, column + start)
        if part.text:
            parts.append(part)
        begin = match.end() if match else end
    parts = with_brackets(parts)
    return joined(parts, "; " if text.isascii() else "；") if parts else passage("", line, column)


def _without_square(cell: Passage) -> Passage:
    """Return the name of a person that stands alone in square brackets without these, as where a form was filled in."""
    inner = cell.cut(1, len(cell) - 1) if cell.text[:1] == "[" and cell.text.endswith("]") else cell
    return inner if inner is not cell and is_person(inner.text, inner.folded) else cell


def find_rows(lines: Sequence[Numbered]) -> Mapping[int, Cells]:
    """Return the cells of the lines that are rows of tables, by the number of the line.

    Rows that begin with a bar need no header to be told; the others have one with names of columns that are
    known, or a line of dashes below it.
    """
    found: dict[int, Cells] = {}
    place = 0
    while place < len(lines):
        end = _table(lines, place, found)
        place = max(end, place + 1)
    return found


def _table(lines: Sequence[Numbered], place: int, found: dict[int, Cells]) -> int:
    """Read the table that begins at a line into `found`, and return where it ends."""
    number, text = lines[place]
    divider = _divider(text)
    if divider is None:
        spaced = spaced_rows(lines, place)
        found.update(spaced)
        return place + len(spaced)
    header = _cut(text, number, divider)
    is_ruled = divider is _BAR and place + 1 < len(lines) and bool(_SEPARATOR.match(lines[place + 1][1]))
    if divider is _GAP and _heads_an_outline(header, lines[place + 1 : place + 2]):
        found[number] = header
        return place + 1
    if len(header) < 2 or not (is_ruled or _is_header(header, divider)):
        return _without_header(lines, place, divider, len(header), found)
    if divider in _DELIMITED and not _goes_on(lines[place + 1 : place + 2], divider, len(header)):
        return place
    found[number] = header
    for end in range(place + 1, len(lines)):
        number, text = lines[end]
        if divider is _DRAWN and _BORDER.match(text):
            continue
        if not divider.search(text.strip() if divider is not _TAB else text):
            return end
        if divider is _BAR and _SEPARATOR.match(text):
            continue
        cells = _cut(text, number, divider)
        cells = with_empty_cells(cells, header) if divider is _GAP else cells
        if divider in (_GAP, *_DELIMITED) and len(cells) != len(header):
            return end
        if any(cell.text for cell in cells):
            found[number] = cells
    return len(lines)


def _without_header(
    lines: Sequence[Numbered], place: int, divider: re.Pattern[str], width: int, found: dict[int, Cells]
) -> int:
    """Read rows of as many cells each, of which it is plain what they hold, into `found`; return where they end."""
    if width < (_FEWEST_BY_TABS if divider is _TAB else _FEWEST_CELLS) or divider is _GAP:
        return place
    end = place
    while end < len(lines) and _divider(lines[end][1]) is divider:
        end += 1
    rows = {number: _cut(text, number, divider) for number, text in lines[place:end]}
    is_even = all(len(cells) == width for cells in rows.values())
    if len(rows) < FEWEST_ROWS or not is_even or columns_by_cells(tuple(rows.values())) is None:
        return place
    found.update(rows)
    return end


def _heads_an_outline(header: Cells, following: Sequence[Numbered]) -> bool:
    """Whether two names of columns stand over lines with names and people, whose levels are told by indentation."""
    is_pair = len(header) == _FEWEST_BY_TABS and all(column_of(cell.text) for cell in header)
    return is_pair and any(_GAP.search(text.strip()) for _, text in following)


def _goes_on(following: Sequence[Numbered], divider: re.Pattern[str], width: int) -> bool:
    """Whether the row below a header has as many cells, as in values set apart by commas."""
    return any(len(divider.split(_unquoted(text))) == width for _, text in following)


def _unquoted(text: str) -> str:
    """Return a line with what stands in double quotes replaced by as many neutral signs."""
    return _QUOTED.sub(lambda match: "¤" * len(match[0]), text) if '"' in text else text


def _is_header(cells: Cells, divider: re.Pattern[str]) -> bool:
    least = 3 if divider in (_GAP, *_DELIMITED) else 2
    return len(cells) >= least and is_header(cells) and all(len(cell) <= 30 for cell in cells)


def _divider(text: str) -> re.Pattern[str] | None:
    """Return what may stand between the cells of a line."""
    stripped = text.strip()
    if not stripped or len(text) > 2000:
        return None
    if stripped[0] in "│┃║" and stripped[-1] == stripped[0]:
        return _DRAWN
    if "|" in stripped:
        return None if stripped[0] == "|" else _BAR
    if "\t" in stripped:
        return _TAB
    for delimiter in _DELIMITED:
        if len(delimiter.findall(_unquoted(stripped))) >= 2 and not stripped.endswith((".", "。", ":", "：")):
            return delimiter
    return _GAP if len(stripped) <= 120 and _GAP.search(stripped) else None


def _cut(text: str, number: int, divider: re.Pattern[str]) -> Cells:
    start = len(text) - len(text.lstrip()) if divider is not _TAB else 0
    stop = len(text.rstrip()) if divider is not _TAB else len(text)
    if divider in (_BAR, _DRAWN):
        start += text[start : start + 1] in "|│┃║"
        stop -= stop - 1 > start and text[stop - 1] in "|│┃║"
    cells = []
    begin = start
    outside = _unquoted(text) if divider in _DELIMITED else text
    for match in divider.finditer(outside, start, stop):
        cells.append(cell_of(text[begin : match.start()], number, begin + 1))
        begin = match.end()
    cells.append(cell_of(text[begin:stop], number, begin + 1))
    return tuple(map(_without_quotes, cells)) if outside is not text else tuple(cells)


def _without_quotes(cell: Passage) -> Passage:
    is_quoted = len(cell) > 1 and cell.text[0] == cell.text[-1] == '"'
    return cell.cut(1, len(cell) - 1) if is_quoted else cell
