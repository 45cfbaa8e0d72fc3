"""Read the rows of a table that has a unit, a post or a person in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import add_person
from orgviz.document.known.state import LISTED, SURE, State, give_duty, put, set_status
from orgviz.document.names.judging import STRONG, Sort, is_wide
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.outline.cell_sorts import sort_of, sort_of_name
from orgviz.document.outline.columns import Column, Columns, sort_of_parts, title_of_column
from orgviz.document.tables.cells import (
    Someone,
    is_again,
    is_nothing,
    is_total,
    is_vacant,
    leads,
    names_of,
    parts_in,
    path_of,
    people_of,
    seats_of,
    status_of,
)
from orgviz.document.tables.nested_rows import nested_rows
from orgviz.document.tables.people_columns import has_one_person, is_office
from orgviz.document.tables.places import by_ends, call_by_halves, hang_by_cell, heads_lead_units, unit_of_posts
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind, Status

Row = Sequence[Passage]


@dataclass(slots=True)
class TableRows:
    """What is known while the rows are read, from the top down.

    Args:
        path: the units of the last row, from the highest level down, for cells that are left blank.
        last: the entity that the last row told of.
        above: entities with the cell that names the one above each, who may stand in a later row, and their unit.
        heads_lead_units: whether a column of heads tells of the units, and not of the posts.
        posts_in_units: whether the column of units names posts: a lone ``Query Planner`` there is a unit.
    """

    state: State
    columns: Columns
    scope: int
    path: list[int] = field(default_factory=list)
    last: int = ROOT
    above: list[tuple[int, Passage, int]] = field(default_factory=list)
    posts_in_units: bool = False
    heads_lead_units: bool = False

    def read(self, rows: Sequence[Row]) -> None:
        """Read all rows, then hang up what names the one above it."""
        place = self.columns.places.get(Column.UNIT, self.columns.places.get(Column.NAME))
        sorts = [sort_of(row[place].folded) for row in rows if place is not None and place < len(row)]
        self.posts_in_units = 2 * sorts.count(Sort.POST) >= len(sorts)
        self.heads_lead_units = heads_lead_units(self.columns, rows)
        outer = group = self.scope
        for row, is_within in nested_rows(rows, self.columns.place_of_names):
            filled = [cell for cell in row if cell.text]
            if filled and not is_total(filled[0]):
                self.scope = group if is_within else outer
                self._read_row(row)
                group = group if is_within else self.last
        self.scope = outer
        own, told = unit_of_posts(self.state, self.columns, outer), by_ends(self.state, (one for one, *_ in self.above))
        for place, cell, unit in self.above:
            hang_by_cell(self.state, place, cell, own if unit == ROOT else unit, told)

    def _cell(self, row: Row, column: Column) -> Passage | None:
        found = self.columns.cell(row, column)
        return None if found is None or is_nothing(found) else found

    def _read_row(self, row: Row) -> None:
        units = self._units(row)
        post = self._cell(row, Column.POST)
        if post is not None:
            posts = self._posts(row, post, units[-1] if units else self.scope)
            made = posts
            head = self._cell(row, Column.HEAD) if self.heads_lead_units and units else None
            if head is not None:
                self._belong(Column.HEAD, head, units[-1])
        elif self.columns.subject is Column.POST and not self._is_of_unit():
            made = []
        elif units:
            made = [units[-1]]
            self._people(row, made[0])
        else:
            made = self._persons(row)
        if not made and self.last != ROOT and not self._has_name(row):
            made = [self.last]  # a cell that goes on in the next row
        self._facts(row, made, post)
        self.last = made[-1] if made else self.last

    def _is_of_unit(self) -> bool:
        return Column.UNIT in self.columns.places or bool(self.columns.levels)

    def _has_name(self, row: Row) -> bool:
        names = (Column.UNIT, Column.NAME, Column.POST, Column.PERSON)
        return any(self._cell(row, column) is not None for column in names)

    def _units(self, row: Row) -> list[int]:
        """Return the units of a row from the highest level down; blank cells are those of the row above."""
        levels = self.columns.levels or (
            (self.columns.places[Column.UNIT],) if Column.UNIT in self.columns.places else ()
        )
        if not levels and Column.POST not in self.columns.places and Column.NAME in self.columns.places:
            levels = (self.columns.places[Column.NAME],) if Column.PERSON not in self.columns.places else ()
        path: list[int] = []
        is_new = False
        self.path = [] if levels and self._stands_behind_people(levels[0]) else self.path
        for depth, place in enumerate(levels):
            cell = row[place] if place < len(row) else None
            above = path[-1] if path else self.scope
            if cell is None or not cell.text or is_again(cell):
                if is_new or depth >= len(self.path) or not self._goes_on(row, levels[depth + 1 :]):
                    break
                path.append(self.path[depth])
            elif is_nothing(cell):
                continue
            else:
                cell, above = self._at_end_of_path(cell, above)
                several = names_of(cell) if place == levels[-1] else []
                for one in several[:-1]:
                    self._put(NodeKind.UNIT, one, above, sort_of(one.name.folded))
                made = self._unit(several[-1].name if len(several) > 1 else cell, above)
                if made is None:
                    break
                is_new = is_new or depth >= len(self.path) or self.path[depth] != made
                path.append(made)
        self.path = path or ([] if self._named_none(row, levels) else self.path)
        return path

    def _at_end_of_path(self, cell: Passage, above: int) -> tuple[Passage, int]:
        """Return the last of the units that a cell names one below the other, and the one above it."""
        parts = path_of(cell)
        for part in parts[:-1]:
            made = self._unit(part, above)
            above = above if made is None else made
        return (parts[-1] if parts else cell), above

    def _named_none(self, row: Row, levels: Sequence[int]) -> bool:
        return any(place < len(row) and row[place].text and not is_again(row[place]) for place in levels)

    def _stands_behind_people(self, place: int) -> bool:
        return any(self.columns.places.get(column, place) < place for column in (Column.PERSON, Column.NAME))

    def _goes_on(self, row: Row, deeper: Sequence[int]) -> bool:
        """Whether a blank cell stands for the one above it: the row says more further on."""
        return any(place < len(row) and row[place].text for place in deeper) or any(
            self.columns.cell(row, column) is not None for column in (Column.POST, Column.DUTY, Column.PERSON)
        )

    def _unit(self, cell: Passage, above: int) -> int | None:
        """Return the unit, or the post that stands in a column of units."""
        named = read_notes(cell)
        sort = sort_of_name(named.name)
        if not 1 <= len(named.name) <= (12 if sort in (Sort.SENTENCE, Sort.GENERIC) else 80):
            return None
        is_post = sort is Sort.POST and (self.posts_in_units or is_wide(named.name.folded))
        return self._put(NodeKind.POSITION if is_post else NodeKind.UNIT, named, above, sort)

    def _put(self, kind: NodeKind, named: Named, above: int, sort: Sort) -> int:
        is_of_unit = kind is NodeKind.UNIT and above == self.scope != ROOT and Column.ABOVE not in self.columns.places
        weight = SURE if sort in STRONG else LISTED
        place = put(self.state, kind, named, above, "row of a table", weight, anew=is_of_unit)
        tells = bool(self.columns.posts or self.columns.places.keys() & _TELLING)
        self.state.evidence += 1 if sort in STRONG or tells else 0.5
        if place != ROOT and sort not in STRONG:
            entity = self.state.register.entities[place]
            entity.guess = entity.guess or "kind by its place in a table"
        return place

    def _posts(self, row: Row, cell: Passage, above: int) -> list[int]:
        """Read the posts of a row, with their seats and who has them."""
        named = names_of(cell)
        may_be_unit = not self._is_of_unit() and not is_office(self.columns, row, named)
        if len(named) == 1 and may_be_unit and sort_of(named[0].name.folded) is Sort.UNIT:
            self.path = [self._put(NodeKind.UNIT, named[0], self.scope, Sort.UNIT)]
            return self.path
        if above == self.scope and self.path and not self._is_of_unit():
            above = self.path[-1]
        made = []
        for one in named:
            sort = sort_of(one.name.folded)
            if sort is Sort.SENTENCE and len(one.name) > 20:
                continue
            is_unit = sort is Sort.UNIT and may_be_unit
            place = self._put(NodeKind.UNIT if is_unit else NodeKind.POSITION, one, above, sort)
            if place != ROOT:
                call_by_halves(self.state, place)
                made.append(place)
        for place in made if len(made) == 1 or has_one_person(self.columns, row) else ():
            self._hold(row, place)
        return made

    def _hold(self, row: Row, place: int) -> None:
        """Say who holds a post, and how many may."""
        entity = self.state.register.entities[place]
        seats = self._cell(row, Column.SEATS)
        if entity.seats is None:
            entity.seats = seats_of(seats)
        for column in (Column.PERSON, Column.NAME, Column.HEAD, Column.MEMBERS):
            cell = self._cell(row, column)
            if cell is None or (column is Column.HEAD and self.heads_lead_units):
                continue
            if is_vacant(cell):
                entity.vacant = True
                break
            people = (someone.holder for someone in people_of(cell))
            self.state.register.hold(place, (holder.text for holder in people if holder is not None))
            break

    def _people(self, row: Row, unit: int) -> None:
        """Read who leads a unit, and who belongs to it."""
        entity = self.state.register.entities[unit]
        for column in (Column.HEAD, Column.MEMBERS, Column.PERSON, Column.BELOW, Column.SEATS):
            cell = self._cell(row, column)
            if cell is None or unit == ROOT:
                continue
            if entity.kind is NodeKind.POSITION:
                if column in (Column.HEAD, Column.PERSON, Column.SEATS):
                    self._hold(row, unit)
            elif column is Column.BELOW:
                self._below(cell, unit)
            else:
                self._belong(column, cell, unit)
        for place in self.columns.posts if entity.kind is NodeKind.UNIT else ():
            for someone in people_of(row[place]) if place < len(row) else ():
                self._titled(replace(someone, title=self.columns.header[place]), unit, is_head=False)

    def _belong(self, column: Column, cell: Passage, unit: int) -> None:
        if column is Column.HEAD and is_vacant(cell):
            header = self.columns.header[self.columns.places[column]]
            if header.text:
                self._titled(Someone(title=header, vacant=True), unit, is_head=True)
            return
        found = list(people_of(cell))
        for someone in found:
            if someone.title is None and column is Column.SEATS:
                continue
            title = someone.title or title_of_column(self.columns, column)
            is_head = (column is Column.HEAD and len(found) == 1) or leads(someone)
            if title is not None:
                self._titled(replace(someone, title=title), unit, is_head=is_head)
            elif someone.holder is not None:
                add_person(self.state, unit, someone.holder, is_head=is_head)

    def _titled(self, someone: Someone, unit: int, *, is_head: bool) -> None:
        assert someone.title is not None
        named = Named(name=someone.title, seats=someone.seats, vacant=someone.vacant)
        place = put(self.state, NodeKind.POSITION, named, unit, "cell of a table", SURE, anew=True)
        entity = self.state.register.entities[place]
        if someone.holder is not None:
            self.state.register.hold(place, (someone.holder.text,))
        entity.head = entity.head or is_head

    def _below(self, cell: Passage, unit: int) -> None:
        for named, kind in parts_in(cell, sort_of_parts(self.columns)):
            self._put(kind, named, unit, sort_of(named.name.folded))

    def _persons(self, row: Row) -> list[int]:
        """Read a row that has a person, and neither a post nor a unit."""
        cell = self._cell(row, Column.PERSON) or self._cell(row, Column.NAME)
        if cell is None or self.scope == ROOT:
            return []
        for someone in people_of(cell):
            if someone.title is not None:
                self._titled(someone, self.scope, is_head=leads(someone))
            elif someone.holder is not None:
                add_person(self.state, self.scope, someone.holder, is_head=False)
        return []

    def _facts(self, row: Row, made: Sequence[int], post: Passage | None) -> None:
        """Read the duty, the status and the one above, which are said of what the row made."""
        duty, above = self._cell(row, Column.DUTY), self._cell(row, Column.ABOVE)
        status = status_of(self._cell(row, Column.STATUS), self._cell(row, Column.SEATS))
        owners = list(made)
        if post is not None and len(made) > 1 and self.path:
            owners = [self.path[-1]]  # several posts in one cell: the row tells of their unit
        for place in owners:
            if duty is not None:
                give_duty(self.state, place, duty)
            if status is not Status.ACTIVE and place != ROOT:
                set_status(self.state, place, status)
            if above is not None and place != ROOT:
                self.above.append((place, above, self.path[-1] if post is not None and self.path else ROOT))


_TELLING = frozenset(
    (Column.HEAD, Column.MEMBERS, Column.SEATS, Column.DUTY, Column.ABOVE, Column.BELOW, Column.PERSON)
)
