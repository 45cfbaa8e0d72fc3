"""Read the pair of tables in which British public bodies publish their posts: senior posts, and junior ones in numbers.

The reference of a post is its key, not the person: a reference that stands twice is a shared job. The top post reports
to XX; reference 0 is paid, but in no post; a name is Vacant, N/D (withheld), or Eliminated (the post is gone). A row
that breaks these rules is told at its line, and the chart is drawn without what is wrong in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from orgviz.diagnostics import Findings
from orgviz.source.entries import Scalar
from orgviz.table.columns import Table
from orgviz.table.items import text_like
from orgviz.table.references import composed
from orgviz.table.sheet import Row
from orgviz.table.words import fold_word
from orgviz.wording import nearest, quoted

_SENIOR = ("post unique reference", "reports to senior post")
_JUNIOR = ("reporting senior post", "generic job title")
_TOP, _NOT_IN_POST, _GONE = "xx", "0", "eliminated"
# What two rows of a shared job have in common.
_SHARED = ("title", "department", "manager")
_SUGGESTIONS = 20


@dataclass(slots=True)
class _Posts:
    """The senior posts: the first row of each reference, and those that are gone."""

    rows: dict[str, tuple[Table, Row]] = field(default_factory=dict)
    gone: dict[str, Scalar] = field(default_factory=dict)


def is_organogram(tables: Sequence[Table]) -> bool:
    """Whether one of the tables has the columns of senior posts."""
    return any(_has(table, _SENIOR) for table in tables)


def mended(tables: Sequence[Table], findings: Findings) -> list[Table]:
    """Return the tables without the rows, and the managers, that break the rules; each is told at its line."""
    posts = _Posts()
    seniors = [_senior_rows(table, posts, findings) if _has(table, _SENIOR) else table for table in tables]
    _tell_top(posts, findings)
    loops = _loops(posts)
    return [_with_managers(table, posts, loops, findings) for table in seniors]


def _has(table: Table, names: Sequence[str]) -> bool:
    header = {fold_word(cell.text) for cell in table.header if cell}
    return {fold_word(name) for name in names} <= header


def _says(cell: Scalar | None, word: str) -> bool:
    return cell is not None and cell.text.strip().lower() == word


def _senior_rows(table: Table, posts: _Posts, findings: Findings) -> Table:
    """Sort the rows of senior posts: kept, gone, not in post; a shared job keeps the post of its first row."""
    kept: list[Row] = []
    for row in table.rows:
        reference = table.cell(row, "id")
        if reference is None:
            first = next(cell for cell in row if cell)
            _tell(findings, "the row has no reference: its post cannot be drawn", first)
        elif _says(table.cell(row, "label", "name"), _GONE):
            posts.gone.setdefault(composed(reference.text), reference)
        elif not _says(reference, _NOT_IN_POST):
            known = posts.rows.setdefault(composed(reference.text), (table, row))
            kept.append(row if known[1] is row else _as_first(table, row, known, findings))
    return replace(table, rows=tuple(kept))


def _as_first(table: Table, row: Row, known: tuple[Table, Row], findings: Findings) -> Row:
    """Return a further row of a shared job with what its first row says of the post."""
    other, first = known
    cells = list(row)
    for name in _SHARED:
        place, wanted = table.places.get(name), other.cell(first, name)
        if place is None or place >= len(cells):
            continue
        mine = cells[place]
        if (mine.text.strip() if mine else "") != (wanted.text.strip() if wanted else ""):
            said = quoted(mine.text) if mine else "nothing"
            reference = table.cell(row, "id") or next(cell for cell in row if cell)
            line = (other.cell(first, "id") or reference).span.line
            _tell(
                findings,
                f"{quoted(reference.text)} stands in line {line} already, and differs here: {said}",
                mine or reference,
                "the rows of a shared job say the same but for the name",
            )
        cells[place] = wanted
    return tuple(cells)


def _tell_top(posts: _Posts, findings: Findings) -> None:
    """Tell that no post is the top one."""
    tops = [row for table, row in posts.rows.values() if _says(table.cell(row, "manager"), _TOP)]
    if posts.rows and not tops:
        table, row = next(iter(posts.rows.values()))
        place = table.cell(row, "manager") or table.cell(row, "id")
        assert place is not None
        _tell(findings, "no post is the top one", place, "write XX as the post that the highest one reports to")


def _loops(posts: _Posts) -> Mapping[str, str]:
    """Return for the first member of each circle of reports the way round it; the line is cut there."""
    above = {
        reference: composed(cell.text) if (cell := table.cell(row, "manager")) is not None else ""
        for reference, (table, row) in posts.rows.items()
    }
    checked: set[str] = set()
    loops: dict[str, str] = {}
    for start in above:
        path: dict[str, None] = {}
        one = start
        while one in above and one not in checked and one not in path:
            path[one] = None
            one = above[one]
        if one in path and above[one] != one:
            steps = list(path)
            circle = steps[steps.index(one) :]
            first = min(circle, key=lambda step: _line(posts, step))
            turn = circle.index(first)
            shown = [*circle[turn:], *circle[:turn]]
            loops[first] = " → ".join([*(shown if len(shown) <= 6 else [*shown[:5], "…"]), first])
        checked.update(path)
    return loops


def _line(posts: _Posts, reference: str) -> int:
    table, row = posts.rows[reference]
    cell = table.cell(row, "id")
    return cell.span.line if cell else 0


def _with_managers(table: Table, posts: _Posts, loops: Mapping[str, str], findings: Findings) -> Table:
    """Return a table in which every manager is a post that stands, or nobody."""
    place = table.places.get("manager")
    if place is None:
        return table
    told = 0
    rows: list[Row] = []
    for row in table.rows:
        cell = row[place] if place < len(row) else None
        reference = table.cell(row, "id")
        own = composed(reference.text) if reference else None
        problem = _problem(cell, own, posts, loops) if cell is not None else None
        if cell is not None and problem is not None:
            told += 1
            near = nearest(composed(cell.text), posts.rows) if told <= _SUGGESTIONS and "no post" in problem else None
            _tell(findings, problem, cell, f"did you mean {quoted(near)}?" if near else None)
            rows.append((*row[:place], text_like(cell, _TOP), *row[place + 1 :]))
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows))


def _problem(cell: Scalar, own: str | None, posts: _Posts, loops: Mapping[str, str]) -> str | None:
    """Return what is wrong with the post that a row reports to."""
    wanted = composed(cell.text)
    if _says(cell, _TOP) and own is not None:
        return None
    if wanted == own:
        return f"{quoted(cell.text)} reports to itself"
    if own is not None and own in loops:
        return f"the lines of reporting run in a circle: {loops[own]}"
    if wanted in posts.rows:
        return None
    if wanted in posts.gone:
        return f"{quoted(cell.text)} is eliminated (line {posts.gone[wanted].span.line}): nobody can report to it"
    return f"there is no post {quoted(cell.text)}"


def _tell(findings: Findings, message: str, cell: Scalar, hint: str | None = None) -> None:
    findings.warn("broken-row", message, cell.span, hint)
