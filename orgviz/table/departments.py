"""Read tables of departments: a row is a unit, and a cell names the one above it by id or by name.

Departments of one name stay apart where their ids, or the departments above them, differ. A lead becomes the
head of the unit, members its people. Where one name leads every one of four departments or more, it is filling
material of a database and left out, with a warning. How many people a department has is not kept: a unit has
no seats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgviz.diagnostics import Findings
from orgviz.model import NodeKind
from orgviz.source.entries import Scalar
from orgviz.table import cells
from orgviz.table.columns import Table
from orgviz.table.items import Item, text_like
from orgviz.table.levels_told import hang_by_code, hang_by_indent
from orgviz.table.people import tell_gone
from orgviz.table.references import Register, composed, cut_loops
from orgviz.table.sheet import Row
from orgviz.table.words import words
from orgviz.wording import quoted

PARENTS = ("parent_id", "parent", "parent_any", "manager_id", "manager")
LEADS = ("lead", "boss")
FILLER_ROWS = 4


@dataclass(slots=True)
class _Row:
    """A department, the cell of its parent, and its people; `word` is what a lead is called here."""

    unit: Item
    parent: Scalar | None
    leads: list[Scalar]
    members: list[Scalar]
    word: str


def tie_departments(tables: Sequence[Table], findings: Findings) -> list[Item]:
    """Return the units of all tables, their heads and their members."""
    rows = _rows(tables, findings)
    units = [row.unit for row in rows]
    if not any(row.parent for row in rows) and not any(table.has(*PARENTS) for table in tables):
        _ = hang_by_code(units) or hang_by_indent(units)
    parents = {id(row.unit): row.parent for row in rows if row.parent}
    added = set_parents(units, parents, findings)
    cut_loops(units, parents, findings)
    return [*_people(rows, findings), *added, *units]


def _rows(tables: Sequence[Table], findings: Findings) -> list[_Row]:
    """Return a row for each department; what is gone, and one without an id that stands twice, is left out."""
    rows: list[_Row] = []
    gone: list[Scalar] = []
    seen: set[tuple[str, str]] = set()
    for table in tables:
        for cells_of_row in table.rows:
            name = table.cell(cells_of_row, "department", "unit_name", "label")
            if name is not None and cells.is_gone(table, cells_of_row):
                gone.append(name)
            elif name is not None:
                row = _row(table, cells_of_row, name)
                key = composed(name.text), composed(row.parent.text) if row.parent else ""
                if row.unit.id is not None or key not in seen:
                    rows.append(row)
                seen.add(key)
    tell_gone(gone, findings)
    return rows


def _row(table: Table, row: Row, name: Scalar) -> _Row:
    unit = Item(kind=NodeKind.UNIT, name=name)
    cells.set_texts(unit, table, row)
    if not table.has("id"):
        unit.set_text("id", table.cell(row, "department_id"))
    elif (code := table.cell(row, "department_id")) is not None:
        unit.aliases.append(code.text)
    above, leading = (PARENTS[:3], (*LEADS, "manager")) if table.has(*PARENTS[:3]) else (PARENTS, LEADS)
    parent = next((cell for field in above if (cell := table.cell(row, field))), None)
    place = next((table.places[field] for field in leading if table.cell(row, field)), None)
    leads = row[place] if place is not None else None
    header = table.header[place] if place is not None else None
    members = cells.people(table.cell(row, "members"))
    unit.set_text("status", cells.status(leads))
    return _Row(unit, parent, cells.people(leads), members, header.text if header else "")


def set_parents(units: Sequence[Item], parents: dict[int, Scalar], findings: Findings) -> list[Item]:
    """Set the parents that the cells name, by the unit's `id()`; cells that mean nobody are taken out.

    One that has no row of its own, in a table in which all have a parent, is the top: returned as a unit, or
    (where it is a number) as nothing.
    """
    register = Register(units, findings)
    unknown: dict[str, list[Item]] = {}
    for unit in units:
        cell = parents.get(id(unit))
        found = register.look_up(cell.text) if cell is not None else []
        if cell is None or found == [unit] or (not found and words().says("root", cell.text)):
            parents.pop(id(unit), None)
        elif len(found) == 1:
            unit.parent = found[0]
        elif found:
            register.find(cell)
        else:
            unknown.setdefault(composed(cell.text), []).append(unit)
    if len(unknown) == 1 and len(parents) == len(units) and len(units) > 1:
        return _top_without_row(next(iter(unknown.values())), parents)
    for several in unknown.values():
        for unit in several:
            register.find(parents[id(unit)])
    return []


def _top_without_row(units: Sequence[Item], parents: dict[int, Scalar]) -> list[Item]:
    cell = parents[id(units[0])]
    if cell.text.isdigit():
        return []
    top = Item(kind=NodeKind.UNIT, name=cell)
    for unit in units:
        unit.parent = top
    return [top]


def _people(rows: Sequence[_Row], findings: Findings) -> list[Item]:
    leads = {composed(lead.text): lead for row in rows for lead in row.leads}
    is_filler = len(leads) == 1 and len(rows) >= FILLER_ROWS and all(row.leads for row in rows)
    lead = next(iter(leads.values()), None)
    if is_filler and lead is not None:
        findings.warn(
            "left-out", f"{quoted(lead.text)} leads every department of this table, and is left out", lead.span
        )
    items = []
    for row in rows:
        heads = [] if is_filler else row.leads
        names = {composed(head.text) for head in heads}
        items += [_head(head, row) for head in heads]
        items += [
            Item(kind=NodeKind.PERSON, name=member, parent=row.unit)
            for member in row.members
            if composed(member.text) not in names
        ]
    return items


def _head(person: Scalar, row: _Row) -> Item:
    """Return the head of a unit; where nobody is, a vacant position that is called as the column is."""
    if person.text == "vacant":
        title = text_like(person, row.word)
        return Item(kind=NodeKind.POSITION, name=title, parent=row.unit, head=True, holders=[person])
    return Item(kind=NodeKind.PERSON, name=person, parent=row.unit, head=True)
