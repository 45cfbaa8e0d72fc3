"""Weigh whether a table within a document describes an organisation."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.names.people import is_person
from orgviz.document.names.promises import Promise
from orgviz.document.names.ranks import is_rank_only
from orgviz.document.outline.cell_sorts import is_title_with_field, sort_of_name
from orgviz.document.outline.columns import Column, Columns, may_be_units
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_MARK = pattern(
    r"(?:[raciso](?:[/,、 ]*[raciso]){0,3}|[x×✓✔√✗✘●○◎△▲☑☒■□★-]+|y|n|yes|no|是|否|有|无|主|辅|全部|部分|read|"
    r"write|✅|❌|主责|参与|配合|知会|审批|l|h|m)?"
)


def is_structure(columns: Columns, rows: Sequence[Sequence[Passage]], promise: Promise) -> bool:
    """Weigh whether rows below a header are units or posts, and not prices, dates, rights or tasks."""
    subject = columns.subject
    if subject is None or _is_matrix(columns, rows):
        return False
    said = columns.places.keys() & _OF_ORGANISATIONS
    if columns.places.get(Column.TIME_OR_PRICE) == 0 or {cell.folded for cell in columns.header} >= _OF_A_BOOK:
        return False
    if Column.TIME_OR_PRICE in columns.places and not said | (columns.places.keys() & {Column.DUTY}):
        return False
    place = columns.levels[0] if subject is Column.UNIT and columns.levels else columns.places[subject]
    if subject is Column.POST and Column.UNIT in columns.places and _are_lists(rows, place):
        subject, place = Column.UNIT, columns.places[Column.UNIT]
    names = [row[place] for row in rows if place < len(row) and row[place].text]
    sorts = [sort_of_name(name) for name in names]
    if not sorts or sorts.count(Sort.SENTENCE) > 0.4 * len(sorts):
        return subject is Column.PERSON and len(columns.places) > 1
    strong = sum(sort in STRONG for sort in sorts) / len(sorts)
    is_weak = place < len(columns.header) and may_be_units(columns.header[place])
    if is_weak and not strong and all(name.text.isascii() and name.text.islower() for name in names):
        return False  # parts of a program with who looks after them
    if subject is Column.POST and Column.UNIT not in columns.places and not columns.levels:
        is_of_people = _are_people(rows, columns.places.get(Column.PERSON, columns.places.get(Column.NAME)))
        is_told = strong > 0 and is_of_people and promise is not Promise.NOTHING
        return is_told or _are_posts(columns, names, strong, promise)
    if subject is Column.UNIT:
        is_promised = promise in (Promise.UNITS, Promise.MIXED) and Column.DUTY in columns.places
        return (
            bool(said or columns.levels or columns.posts or is_promised)
            or strong >= 0.5
            or _is_told_by_header(columns, names)
        )
    return subject is not Column.NAME or strong >= 0.5 or bool(said) or (promise is Promise.UNITS and _are_names(names))


_OF_ORGANISATIONS = frozenset(
    (Column.HEAD, Column.MEMBERS, Column.SEATS, Column.ABOVE, Column.BELOW, Column.REACHED_BY)
)
_OF_A_BOOK = frozenset(("chapter", "sections"))
_TOLD_UNITS = pattern(r"divisions?|departments?|teams?|squads?|committees?|directorates?|bureaus?|working groups?")


def _is_told_by_header(columns: Columns, names: Sequence[Passage]) -> bool:
    """Whether the first column is called after units, what they do stands beside, and all are written as names."""
    is_first = columns.places.get(Column.UNIT) == 0 and Column.DUTY in columns.places
    are_names = all(have_capitals(name.text.split()) and len(name.text.split()) <= _MOST_WORDS for name in names)
    return is_first and are_names and _TOLD_UNITS.fullmatch(columns.header[0].folded) is not None


_MOST_WORDS = 5


def _are_names(names: Sequence[Passage]) -> bool:
    """Whether all cells below a heading of units are written as names, and none is that of a person."""
    are_short = all(have_capitals(name.text.split()) and len(name.text.split()) <= _MOST_WORDS for name in names)
    return are_short and not any(is_person(name.text, name.folded) for name in names)


def _are_lists(rows: Sequence[Sequence[Passage]], place: int) -> bool:
    """Whether the cells of a column list several things each."""
    cells = [row[place].folded for row in rows if place < len(row) and row[place].text]
    return 2 * sum("、" in cell or ", " in cell for cell in cells) > len(cells)


# What a table of posts says of each, and one of rights does not.
_OF_POSTS = frozenset((Column.PERSON, Column.NAME, Column.SEATS, Column.HEAD, Column.ABOVE, Column.MEMBERS))


def _are_people(rows: Sequence[Sequence[Passage]], place: int | None) -> bool:
    """Whether a column names several people and nothing else; then any one post tells what those beside them are."""
    cells = [row[place] for row in rows if place < len(row) and row[place].text] if place is not None else []
    return len(cells) >= _FEWEST and all(is_person(cell.text, cell.folded) for cell in cells)


_FEWEST = 2


def _are_posts(columns: Columns, names: Sequence[Passage], strong: float, promise: Promise) -> bool:
    """Tell a table of posts from one of rights or parts in a program: admin, editor, viewer."""
    told = columns.places.keys() & _OF_POSTS
    if told:
        seats = sum(_SEAT.fullmatch(name.folded) is not None for name in names) if strong else 0
        return strong + seats / len(names) >= 0.4 or (bool(told - {Column.NAME}) and promise is not Promise.NOTHING)
    ranks = sum(_is_rank(name.folded) for name in names)
    least = 0.3 if Column.DUTY in columns.places and all(map(is_title_with_field, names)) else 0.6
    return strong >= least and ranks < 0.5 * len(names) and promise is not Promise.NOTHING


_SEAT = pattern(r"(?:[a-z-]+ ){0,2}(?:member|trustee|delegate|representative|observer)s?")
_OFFICER = pattern(r"c[a-z]{1,2}o")


def _is_rank(folded: str) -> bool:
    """Whether a name is one word that may be a right in a program too; CEO and CAIO are none."""
    return folded.isascii() and (is_rank_only(folded) or " " not in folded) and _OFFICER.fullmatch(folded) is None


def _is_matrix(columns: Columns, rows: Sequence[Sequence[Passage]]) -> bool:
    """Tell a table of marks, as of rights or of who takes part in what."""
    known = {*columns.places.values(), *columns.levels}
    others = [
        cell for row in rows for place, cell in enumerate(row) if place not in known or (place > 1 and len(row) > 3)
    ]
    marks = sum(bool(_MARK.fullmatch(cell.folded)) and bool(cell.text) for cell in others)
    filled = sum(bool(cell.text) and cell.text not in "—-–/" for cell in others)
    return filled >= 2 and marks >= 0.6 * filled and len(columns.header) - len(known) >= 2
