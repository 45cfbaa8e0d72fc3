"""Read tables and data files, one or several that belong together, into entries of the YAML language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgviz.diagnostics import Findings
from orgviz.model import NodeKind
from orgviz.source import entries
from orgviz.source.entries import Scalar
from orgviz.source.kind_by_text import DataForm, data_form
from orgviz.source.yaml_reader import read_yaml_entry
from orgviz.table.columns import COLUMN_NAMES, Table, check_names, recognise, tell_no_columns, tell_unknown_columns
from orgviz.table.departments import tie_departments
from orgviz.table.headerless import recognise_without_header
from orgviz.table.items import Item, to_entries
from orgviz.table.literals import read_literals
from orgviz.table.organogram import is_organogram, mended
from orgviz.table.people import Post, read_posts, splits_at_sign
from orgviz.table.reporting import tie_by_manager
from orgviz.table.roster import tie_by_department
from orgviz.table.sheet import Sheet, read_csv
from orgviz.table.sql import read_sql
from orgviz.table.staffing import as_roster
from orgviz.table.teams import looks_like_teams, rows_of, tie_teams
from orgviz.table.toml_reader import read_toml
from orgviz.text import SourceText, Span

__all__ = ["COLUMN_NAMES", "read_sheets", "read_table_sources"]


def read_table_sources(
    sources: Sequence[SourceText], columns: Mapping[str, str], findings: Findings
) -> entries.Mapping | None:
    """Read delimited text, SQL, TOML, JavaScript, and YAML or JSON of teams; the ending tells which, else the text.

    All sources together describe one organisation.

    Args:
        columns: our names, of `COLUMN_NAMES`, and what the files call them.

    Raises:
        UsageError: when `columns` has a name that is none of ours.
    """
    check_names(columns)
    sheets: list[Sheet] = []
    teams: list[tuple[SourceText, entries.Entry]] = []
    for source in sources:
        form = data_form(source.path, source.text)
        if form is DataForm.CELLS:
            sheets.extend(sheet for sheet in (read_csv(source, findings),) if sheet)
        elif form is DataForm.SQL:
            sheets.extend(read_sql(source, findings))
        else:
            teams.extend((source, entry) for entry in _read_entries(source, form, findings))
    for source, entry in teams:
        rows = rows_of(entry, source.path)
        sheets.extend([rows] if rows else [])
    if teams and not sheets:
        return tie_teams(teams, columns, findings)
    return read_sheets(sheets, columns, findings) if sheets else None


def _read_entries(source: SourceText, form: DataForm, findings: Findings) -> list[entries.Mapping | entries.Sequence]:
    if form is DataForm.LITERALS:
        literals = read_literals(source, findings)
        return [entry for entry in literals if looks_like_teams(entry)] or list(literals)
    entry = read_toml(source, findings) if form is DataForm.TOML else read_yaml_entry(source, findings)
    return [entry] if entry else []


def read_sheets(sheets: Sequence[Sheet], columns: Mapping[str, str], findings: Findings) -> entries.Mapping | None:
    """Read the sheets of a workbook, or the tables of several files, that describe one organisation.

    A table of departments is the tree in which people stand. Without one, people stand below their managers
    where any are given, else in the departments that their rows name. Sheets that cannot be recognised are
    passed over where another can be; where none can be, one without a header is read by what stands in its columns.
    """
    check_names(columns)
    if tell_unknown_columns(sheets, columns, findings):
        return None
    sheets = sheets if columns else tuple(map(as_roster, sheets))
    tables = [table for sheet in sheets if (table := recognise(sheet, columns, findings))]
    if not tables and not columns:
        tables = [table for sheet in sheets if (table := recognise_without_header(sheet))]
    if not tables:
        tell_no_columns(sheets, findings)
        return None
    items = _items(mended(tables, findings) if is_organogram(tables) else tables, findings)
    if not items:
        if not findings.failed:
            findings.error(
                "nothing-to-draw",
                "the table has a header, but no row below it: there is nothing to draw",
                next((cell.span for cell in tables[0].header if cell), Span(tables[0].path, 1, 1)),
            )
        return None
    return to_entries(items, _title(tables), tables[0].path)


def _items(tables: Sequence[Table], findings: Findings) -> list[Item]:
    by_parent = [table for table in tables if table.is_departments and not table.levels and not splits_at_sign(table)]
    others = [table for table in tables if not any(table is one for one in by_parent)]
    units = tie_departments(by_parent, findings) if by_parent else []
    if not others:
        return units
    posts = read_posts(others, findings, blank_as_above=not _has_managers(others))
    if not units and (_by_manager(posts) or (_has_managers(others) and not any(post.path for post in posts))):
        return tie_by_manager(posts, findings)
    return [*tie_by_department(posts, units, findings), *units]


def _has_managers(tables: Sequence[Table]) -> bool:
    return any(table.has("manager", "manager_id", "boss", "parent_any") for table in tables if table.is_people)


def _by_manager(posts: Sequence[Post]) -> bool:
    """Tell whether posts are tied by their managers: where a cell names one, or all departments have an id."""
    units = [post for post in posts if post.item.kind is NodeKind.UNIT]
    return any(post.manager for post in posts) or any(post.item.id for post in units)


def _title(tables: Sequence[Table]) -> Scalar | None:
    """Return the organisation that every row names, else the line above the header."""
    names: dict[str, Scalar] = {}
    for table in tables:
        for row in table.rows:
            cell = table.cell(row, "organisation")
            if cell is not None:
                names.setdefault(cell.text, cell)
    if len(names) == 1:
        return next(iter(names.values()))
    return next((table.title for table in tables if table.title), None)
