"""Read a table of leaders with the units that each of them oversees: 领导 | 分管部门, Executive | Oversees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, give_duty, put
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named, people_in
from orgviz.document.outline.cell_sorts import sort_of
from orgviz.document.outline.columns import Column, column_of
from orgviz.document.tables.cells import Someone, is_nothing, people_of
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

Row = Sequence[Passage]
_OVERSEEN = pattern(
    r"(?:分管|主管|协管|归口|所管|管理)(?:的)?(?:部门|科室|处室|单位|工作|领域|范围|条线|业务)?(?:/部门)?"
    r"|oversees|portfolio|departments? (?:overseen|managed|supervised)|areas? (?:overseen|of responsibility)"
    r"|(?:units|teams|departments) (?:overseen|reporting|managed)|direct reports"
)
_WHO = pattern(
    r"(?:公司|分管|单位|院|校|班子)?领导(?:姓名|成员)?|(?:班子)?成员"
    r"|leaders?|executives?|officers?|managers?|who"
)
_OVERSEES = pattern(r"(?:分管|主管|协管|联系|负责)")
_CLAUSE = pattern(r"\s*[,;。]\s*")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Overseers:
    """Where a table has who leads, the title of that person if it stands apart, and what is overseen."""

    who: int
    title: int | None
    overseen: int


def overseers_of(rows: Sequence[Row]) -> Overseers | None:
    """Return the columns of a table of leaders with their units; nothing where it is none."""
    header = rows[0]
    overseen = next((place for place, cell in enumerate(header) if _OVERSEEN.fullmatch(cell.folded)), None)
    if overseen is None or len(rows) <= _FEWEST or any(column_of(cell.text) is Column.SEATS for cell in header):
        return None
    columns = {place: column_of(cell.text) for place, cell in enumerate(header) if place != overseen}
    title = next((place for place, column in columns.items() if column is Column.POST), None)
    people = (Column.PERSON, Column.NAME)
    who = next((place for place, column in columns.items() if column in people), None)
    who = who if who is not None else next((place for place in columns if _WHO.fullmatch(header[place].folded)), title)
    if who is None or Column.UNIT in columns.values():
        return None
    told = sum(any(_units(row[overseen])) for row in rows[1:] if overseen < len(row))
    return Overseers(who, None if title == who else title, overseen) if told >= _FEWEST else None


def read_overseers(state: State, rows: Sequence[Row], table: Overseers, scope: int) -> None:
    """Put each leader's post, and below it the units that are overseen."""
    told: set[str] = set()
    for row in rows:
        post = _post(row, table)
        if post is None or table.overseen >= len(row):
            continue
        if post.name.folded in told:  # another of the same title, with units of his or her own
            place = state.register.add(NodeKind.POSITION, post, scope, "row of a table", SURE)
            state.tell(post.name, f"position '{post.name.text}'", "row of a table")
        else:
            place = put(state, NodeKind.POSITION, post, scope, "row of a table", SURE)
        told.add(post.name.folded)
        state.evidence += 0.5
        if place == ROOT or is_nothing(row[table.overseen]):
            continue
        give_duty(state, place, row[table.overseen])
        for unit in _units(row[table.overseen]):
            weight = SURE if sort_of(unit.name.folded) in STRONG else LISTED
            made = put(state, NodeKind.UNIT, unit, place, "said to be overseen", weight)
            entity = state.register.entities[made]
            if made != ROOT and entity.parent != place and not state.register.is_below(place, made):
                state.register.move(made, place)
            state.evidence += 0.5


def _post(row: Row, table: Overseers) -> Named | None:
    """Return the post that a row is about, with who holds it."""
    if table.who >= len(row) or is_nothing(row[table.who]):
        return None
    who = row[table.who]
    space = next((at for at in _spaces(who) if judge(who.folded[:at]) is Sort.POST and people_in(who.cut(at))), None)
    if space is not None:  # CEO Ann Lee
        return Named(name=who.cut(0, space), holders=people_in(who.cut(space)))
    someone = next(people_of(who), Someone())
    title = row[table.title] if table.title is not None and table.title < len(row) else someone.title
    if title is None or not title.text:
        return None
    holder = someone.holder.text if someone.holder is not None else None
    return Named(name=title, holders=(holder,) if holder else ())


def _spaces(text: Passage) -> Iterator[int]:
    return (at for at, sign in enumerate(text.folded) if sign == " ")


def _units(cell: Passage) -> Iterator[Named]:
    """Yield the units that a cell lists, also behind a verb: 全面工作,分管财务部、人事部."""
    for clause in cell.split(sign.span() for sign in _CLAUSE.finditer(cell.folded)):
        verb = _OVERSEES.match(clause.folded)
        for item in read_listing(clause.cut(verb.end()) if verb else clause).items if clause.text else ():
            sort = sort_of(item.name.folded)
            is_field = sort is Sort.FIELD and not is_wide(item.name.folded) and is_known_field(item.name.folded)
            if sort is Sort.UNIT or is_field:
                yield item
