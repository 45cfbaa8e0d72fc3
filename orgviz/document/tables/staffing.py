"""Read a table of who holds each post, or how many do, in each of several units: 岗位 | 一店 | 二店, 店长 | 1 | 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgviz.document.known.state import LISTED, SURE, State, mark_head, put
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.names.notes import Named, people_in, read_notes
from orgviz.document.names.people import is_person
from orgviz.document.outline.cell_sorts import sort_of
from orgviz.document.outline.columns import column_of
from orgviz.document.tables.cells import is_nothing, is_total, is_vacant, people_of, seats_of
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

Row = Sequence[Passage]
_FEWEST = 2
_SHARE = 0.6
_MOST = 999  # people of one post; greater numbers are amounts of something else
_DEPUTY = r"(?!副|vice |deputy |assistant |associate |project |product |account )"
_CHIEFS = r"经理|主任|部长|店长|厂长|站长|科长|处长|组长|院长|校长|总监|负责人"
_LEADS = pattern(rf"{_DEPUTY}(?:.*(?:{_CHIEFS})|(?:.* )?(?:manager|head|director|chief|lead|leader))")


@dataclass(frozen=True, slots=True)
class Staffing:
    """The posts and units that head the rows and columns, and the cell that each pair of them has."""

    units: tuple[Passage, ...]
    posts: tuple[Passage, ...]
    cells: tuple[tuple[Passage | None, ...], ...]


def staffing_of(rows: Sequence[Row]) -> Staffing | None:
    """Return a table as one of staff, with a row for each unit; nothing where it is none."""
    if len(rows) <= 1 or len(rows[0]) <= _FEWEST:
        return None
    header = [place for place, cell in enumerate(rows[0]) if place and cell.text and not is_total(cell)]
    body = [row for row in rows[1:] if row and row[0].text and not is_total(row[0])]
    across, down = tuple(rows[0][place] for place in header), tuple(row[0] for row in body)
    cells = tuple(tuple(row[place] if place < len(row) else None for place in header) for row in body)
    if len(across) < _FEWEST or not down or not _are_staff(cells):
        return None
    if _are_posts(across, least=1.0) and _are_units(down):
        return Staffing(units=down, posts=across, cells=cells)
    if _are_posts(down, least=_SHARE) and _are_units(across) and len(down) >= _FEWEST:
        return Staffing(units=across, posts=down, cells=tuple(zip(*cells, strict=True)))
    return None


def _are_posts(names: Sequence[Passage], *, least: float) -> bool:
    posts = sum(sort_of(read_notes(name).name.folded) is Sort.POST for name in names)
    return posts >= least * len(names)


def _are_units(names: Sequence[Passage]) -> bool:
    """Whether names may be those of units: none is a post, a person, a sentence or what a column is called."""
    sorts = [sort_of(name.folded) for name in names]
    are_names = all(sort in (Sort.UNIT, Sort.FIELD) for sort in sorts) and not any(
        is_person(name.text, name.folded) for name in names
    )
    return are_names and not any(column_of(name.text) for name in names if sort_of(name.folded) not in STRONG)


def _are_staff(rows: Sequence[Sequence[Passage | None]]) -> bool:
    """Whether cells name people or count them."""
    filled = [cell for row in rows for cell in row if cell is not None and not is_nothing(cell) and cell.text != "0"]
    told = sum(_is_staff(cell) for cell in filled)
    return len(filled) >= _FEWEST and told >= _SHARE * len(filled)


def _is_staff(cell: Passage) -> bool:
    seats = seats_of(cell)
    return (seats is not None and seats <= _MOST) or is_vacant(cell) or bool(people_in(cell))


def read_staffing(state: State, table: Staffing, scope: int) -> None:
    """Put the units of a table, each with the posts that somebody holds or that are counted in it."""
    for unit, cells in zip(table.units, table.cells, strict=True):
        weight = SURE if sort_of(unit.folded) is Sort.UNIT else LISTED
        place = put(state, NodeKind.UNIT, read_notes(unit), scope, "row of a table", weight)
        state.evidence += 0.5
        told = [(post, cell) for post, cell in zip(table.posts, cells, strict=True) if _is_filled(cell)]
        for number, (post, cell) in enumerate(told):
            assert cell is not None
            made = _put_post(state, post, cell, place)
            entity = state.register.entities[made]
            is_one = entity.seats in (None, 1) and len(entity.holders) < _FEWEST
            if not number and is_one and _LEADS.fullmatch(post.folded) and entity.parent == place:
                mark_head(state, made)


def _is_filled(cell: Passage | None) -> bool:
    return cell is not None and not is_nothing(cell) and cell.text.strip() != "0"


def _put_post(state: State, post: Passage, cell: Passage, unit: int) -> int:
    """Put a post with who holds it, how many do, or that nobody does."""
    name = read_notes(post).name
    named = Named(name=name, seats=seats_of(cell), vacant=is_vacant(cell))
    made = put(state, NodeKind.POSITION, named, unit, "cell of a table", SURE, anew=True)
    state.evidence += 0.3
    if named.seats is None and not named.vacant:
        holders = (one.holder for one in people_of(cell))
        state.register.hold(made, (holder.text for holder in holders if holder is not None))
    return made
