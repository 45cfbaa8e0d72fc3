"""Read the cells of a table within a document: people with their titles, numbers of seats, several names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orgviz.document.names.entry import masked
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named, people_in, read_note, read_notes
from orgviz.document.names.people import is_person
from orgviz.document.outline.cell_sorts import sort_of
from orgviz.document.text.marks import chinese_number, read_mark
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind, Status
from orgviz.patterns import pattern
from orgviz.table.words import words as table_words

_BETWEEN = pattern(r"\s*[、;；\n]\s*|\s*,\s*|\s+(?:and|und|&)\s+|\s*/\s*(?=[\u4e00-\u9fff@])")
_SPACE = pattern(r"\s+")
_LINES = pattern(r"\s*;\s*")
_BRACKET = pattern(r"(?P<outer>[^()]+?)\s*\((?P<inner>[^()]+)\)")
_AGAIN = pattern(r"同上|同左|″|〃|\"|''|ditto|do\.|〃|〃|同前|위와 같음|s\. ?o\.")
_SEATS = pattern(
    r"(?P<count>\d{1,5}|[一二三四五六七八九十]{1,3})\s*(?:人|名|位|个|명|席|persons?|people|fte|"
    r"stellen?)?(?:\s*\((?P<note>[^()]+)\))?"
)
_STATUSES = (
    (Status.OUTSOURCED, pattern(r"外包|外协|外委|outsourced|外注|외주")),
    (Status.PLANNED, pattern(r"筹建|拟设|待建|规划中|计划|planned|준비|準備中|예정")),
    (Status.TEMPORARY, pattern(r"临时|temporary|한시")),
    (Status.CLOSED, pattern(r"撤销|停用|closed|disbanded|archived|폐지")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person, a title or both, as a cell of heads or members has them."""

    title: Passage | None = None
    holder: Passage | None = None
    vacant: bool = False
    seats: int | None = None


def is_nothing(cell: Passage) -> bool:
    """Whether a cell is empty or says that there is nothing."""
    return not cell.text or cell.text.strip() == "" or table_words().says("nobody", cell.text)


def is_again(cell: Passage) -> bool:
    """Whether a cell says that the one above holds for it too."""
    return bool(_AGAIN.fullmatch(cell.folded.strip()))


def is_total(cell: Passage) -> bool:
    """Whether a row that begins with a cell sums up."""
    return table_words().says("total", cell.text.rstrip(":："))


def is_vacant(cell: Passage) -> bool:
    """Whether a cell says that nobody is there yet.

    >>> from orgviz.document.text.passages import passage
    >>> is_vacant(passage("待招", 1, 1)), is_vacant(passage("王敏", 1, 1))
    (True, False)
    """
    noted = read_note(Named(name=cell), cell)
    return table_words().says("vacant", cell.text) or (noted is not None and noted.vacant)


def seats_of(cell: Passage | None) -> int | None:
    """Return how many a cell counts; nothing where it says something else."""
    match = _SEATS.fullmatch(cell.folded.strip()) if cell is not None else None
    number = chinese_number(match["count"]) if match else None
    return number or None


def status_of(*cells: Passage | None) -> Status:
    """Return the status that one of the cells tells."""
    for cell in cells:
        for status, form in _STATUSES:
            if cell is not None and len(cell) < 20 and form.search(cell.folded):
                return status
    return Status.ACTIVE


def parts_of(cell: Passage) -> list[Passage]:
    """Return the lines or items of a cell, each without its bullet."""
    found = []
    outside = masked(cell.folded)
    for part in cell.split(match.span() for match in _BETWEEN.finditer(outside)):
        mark = read_mark(part.folded)
        body = part.cut(mark[1]) if mark else part
        if body.text:
            found.append(body)
    return found


def names_of(cell: Passage, *, are_told: bool = False) -> list[Named]:
    """Return the units or posts that a cell names: one, or several where all of several can be names.

    Args:
        cell: what stands in the table.
        are_told: whether the column is called after what it lists, so that any names will do.
    """
    whole = read_notes(cell)
    beside = [part for part in cell.split(match.span() for match in _SPACE.finditer(cell.text)) if part.text]
    if len(beside) > 1 and is_wide(cell.folded) and all(judge(part.folded) is Sort.UNIT for part in beside):
        return [read_notes(part) for part in beside]
    if len(parts_of(cell)) < 2 and not re.search(r"和|及|以及|与", cell.folded):
        return [whole]
    lines = [part for part in cell.split(match.span() for match in _LINES.finditer(cell.folded)) if part.text]
    items = [item for line in lines for item in _listed(line)]
    sorts = [judge(item.name.folded) for item in items]
    are_strong = are_told or sorts.count(Sort.POST) + sorts.count(Sort.UNIT) >= 0.7 * len(sorts)
    are_names = are_strong and (are_told or Sort.SENTENCE not in sorts)
    return items if len(items) > 1 and (are_names or len(lines) > 1) else [whole]


def parts_in(cell: Passage, told: Sort | None) -> Iterator[tuple[Named, NodeKind]]:
    """Yield the units and posts in a cell of parts: by their names, or by what the column is called after.

    >>> from orgviz.document.text.passages import passage
    >>> [(one.name.text, kind.value) for one, kind in parts_in(passage("Payroll, Accounts", 1, 1), Sort.UNIT)]
    [('Payroll', 'unit'), ('Accounts', 'unit')]
    """
    names = names_of(cell, are_told=told is not None)
    sorts = [sort_of(named.name.folded) for named in names]
    are_posts = set(sorts) == {Sort.POST}
    for named, sort in zip(names, sorts, strict=True):
        is_name = sort is not Sort.SENTENCE or len(named.name) <= _LONGEST_VERB
        is_told = told is not None and is_name and not are_posts
        meant = told if is_told else sort
        if meant in STRONG:
            yield named, NodeKind.UNIT if meant is Sort.UNIT else NodeKind.POSITION


_LONGEST_VERB = 6  # signs of a name that may be a verb too: 核算
_BELOW = pattern(r"\s*[·›»>→]\s*|\s+/\s+|(?<=[\u4e00-\u9fff])[/-](?=[\u4e00-\u9fff])")


def path_of(cell: Passage) -> list[Passage]:
    """Return the units that a cell names one below the other, each by a name of its own; else nothing.

    >>> from orgviz.document.text.passages import passage
    >>> [one.text for one in path_of(passage("一公司 · 后勤部", 1, 1))], path_of(passage("后勤部", 1, 1))
    (['一公司', '后勤部'], [])
    """
    parts = [part for part in cell.split(match.span() for match in _BELOW.finditer(cell.folded)) if part.text]
    return parts if len(parts) > 1 and all(judge(part.folded) is Sort.UNIT for part in parts) else []


def _listed(line: Passage) -> tuple[Named, ...]:
    mark = read_mark(line.folded)
    return read_listing(line.cut(mark[1]) if mark else line).items


def people_of(cell: Passage) -> Iterator[Someone]:
    """Yield the people and titles in a cell of heads or members.

    >>> from orgviz.document.text.passages import passage
    >>> [(one.title.text, one.holder.text) for one in people_of(passage("李四（组长）、팀장 김하늘", 1, 1))]
    [('组长', '李四'), ('팀장', '김하늘')]
    """
    for part in parts_of(cell):
        if len(people_in(part)) > 1:  # 周平 孙丽
            yield from (Someone(holder=one) for one in part.split(space.span() for space in _SPACE.finditer(part.text)))
            continue
        someone = _someone(part)
        if someone is not None:
            yield someone


def _someone(part: Passage) -> Someone | None:
    if is_nothing(part) or seats_of(part) is not None:
        return None
    if is_vacant(part):
        return Someone(vacant=True)
    bracket = _BRACKET.fullmatch(part.folded)
    if bracket:
        return _two(part.cut(*bracket.span("outer")), part.cut(*bracket.span("inner")))
    colon = part.folded.find(":")
    if colon > 0:
        return _two(part.cut(0, colon), part.cut(colon + 1))
    if judge(part.folded) is Sort.POST and not _sounds_like_person(part):
        return _titled(part)
    space = part.folded.find(" ") if is_wide(part.folded) else -1
    if space > 0:
        found = _two(part.cut(0, space), part.cut(space))
        return found if found is not None and (found.title is not None or found.vacant) else Someone(holder=part)
    return Someone(holder=part) if len(part) <= 40 and not part.folded.isdecimal() else None


_RANKS = pattern(
    r"(?:senior|junior|chief|vice|deputy|lead|principal|head|general|assistant|associate|executive|managing|technical|"
    r"acting|interim|board|staff|office|team|group|community|product|project|program|software|data|web|first|second)\b"
)


def _sounds_like_person(part: Passage) -> bool:
    """Tell a person whose family name is a title too, as Ann Porter, from a sales manager."""
    if is_person(part.text, part.folded):
        return True
    parts = part.text.split()
    is_named = len(parts) == 2 and parts[0].istitle() and parts[1].istitle() and part.text.isascii()
    return is_named and not _RANKS.match(part.folded) and not is_known_field(part.folded.split()[0])


def _titled(part: Passage) -> Someone:
    named = next(iter(read_listing(part).items), None)
    return Someone(title=part) if named is None else Someone(title=named.name, seats=named.seats)


def _two(one: Passage, other: Passage) -> Someone | None:
    """Tell which of two texts is the title and which the person."""
    first, second = judge(one.folded) is Sort.POST, judge(other.folded) is Sort.POST
    if first and is_vacant(other):
        return Someone(title=one, vacant=True)
    if is_vacant(one):
        return Someone(title=other if second else None, vacant=True)
    if first and seats_of(other) is not None:
        return Someone(title=one, seats=seats_of(other))
    if first and not (second and is_person(one.text, one.folded)):
        return Someone(title=one, holder=other)
    if second:
        return Someone(title=other, holder=one)
    return Someone(holder=one) if judge(one.folded) is not Sort.SENTENCE and len(one) <= 40 else None


def leads(someone: Someone) -> bool:
    """Whether a title is that of who leads: 组长, chair."""
    if someone.title is None:
        return False
    folded = someone.title.folded
    return folded.endswith(
        ("组长", "负责人", "leader", "lead", "chair", "队长", "主任", "部长", "팀장", "リーダー")
    ) and not folded.startswith(("副", "vice", "deputy", "co-"))
