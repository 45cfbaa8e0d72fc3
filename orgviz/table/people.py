"""Read the rows of people and posts: each with its item, its manager's cell, and its path of departments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from orgviz.diagnostics import Findings
from orgviz.model import NodeKind
from orgviz.source.entries import Scalar
from orgviz.table import cells
from orgviz.table.columns import Table
from orgviz.table.items import Item, text_like
from orgviz.table.sheet import Row
from orgviz.table.words import words
from orgviz.wording import counted

MANAGERS = ("manager_id", "manager", "boss", "parent_any")
_PATH_SIGNS = ("→", ">", "＞", " / ", "\\")


@dataclass(slots=True, kw_only=True, eq=False)
class Post:
    """A row: a position, a person, or (where it names neither) a unit.

    Args:
        manager: the cell that names it, where that is no sign for nobody.
        path: the departments that it stands in, from the highest down.
        count: how many seats the row stands for; `given_count` where a cell says so.
        fte: how many full-time equivalents, where a cell says so.
    """

    item: Item
    manager: Scalar | None
    path: tuple[Scalar, ...]
    department_id: Scalar | None = None
    lead: tuple[Scalar, ...] = ()
    named: bool = False
    count: Decimal = field(default=Decimal(1))
    given_count: Scalar | None = None
    fte: Decimal | None = None

    @property
    def full_time(self) -> Decimal:
        """The full-time equivalents of the row: as many as seats, unless a cell says otherwise."""
        return self.count if self.fte is None else self.fte


def read_posts(tables: Sequence[Table], findings: Findings, *, blank_as_above: bool) -> list[Post]:
    """Return the rows of all tables; who has left is left out, with one warning.

    Args:
        blank_as_above: whether a row without a department stands in that of the row above it.
    """
    posts: list[Post] = []
    gone: list[Scalar] = []
    for table in tables:
        above: tuple[Scalar, ...] = ()
        split = splits_at_slash(table)
        for row in table.rows:
            first = next(cell for cell in row if cell)
            path = _path(table, row, above if blank_as_above or table.levels else (), split=split)
            if blank_as_above or table.levels:
                above = path
            if cells.is_gone(table, row):
                gone.append(first)
            else:
                posts.extend(_posts(table, row, path, findings))
    tell_gone(gone, findings)
    return posts


def tell_gone(gone: Sequence[Scalar], findings: Findings) -> None:
    """Warn that rows are left out."""
    if gone:
        findings.warn(
            "left-out",
            f"{counted(len(gone), 'row')} left out: the status says that they are gone",
            gone[0].span,
        )


def _posts(table: Table, row: Row, path: tuple[Scalar, ...], findings: Findings) -> Iterator[Post]:
    title, names = table.cell(row, "title"), _names(table, row)
    said = " ".join(name.text for name in names)
    holders = [holder for name in names for holder in cells.people(name)]
    holders = holders or (cells.vacancy(table.cell(row, "status")) if title is not None else [])
    if title is not None and not words().says("nobody", title.text):
        items = [Item(kind=NodeKind.POSITION, name=title, holders=holders)]
    elif holders:
        items = [Item(kind=NodeKind.PERSON, name=holder) for holder in holders]
    elif path:
        items = [Item(kind=NodeKind.UNIT, name=path[-1])]
    else:
        return
    department_id = table.cell(row, "department_id")
    for item in items:
        cells.set_texts(item, table, row)
        item.set_text("status", next((word for name in names if (word := cells.status(name))), None))
        item.head = cells.says_yes(table.cell(row, "is_lead")) and item.kind is not NodeKind.UNIT
        item.assistant = cells.says_yes(table.cell(row, "is_assistant")) and item.kind is not NodeKind.UNIT
        item.dotted = [cell for cell in cells.split_names(table.cell(row, "dotted")) if not _is_root(cell)]
        post = Post(item=item, manager=_manager(table, row), path=path, department_id=department_id, named=bool(said))
        post.lead = tuple(cells.people(table.cell(row, "lead")))
        _count(post, table, row, findings)
        yield post


def _names(table: Table, row: Row) -> list[Scalar]:
    """Return the cell of the name; a first and a last name are put together."""
    name = table.cell(row, "name", "label")
    if name is not None or table.has("name", "label"):
        return [name] if name else []
    given, family = table.cell(row, "given_name"), table.cell(row, "family_name")
    if given is None or family is None:
        return [one for one in (given or family,) if one]
    between = " " if given.text.isascii() or family.text.isascii() else ""
    ordered = (given, family) if between else (family, given)
    return [text_like(given, between.join(part.text for part in ordered))]


def _manager(table: Table, row: Row) -> Scalar | None:
    """Return the manager's cell; another column goes first only where this one is empty."""
    for name in MANAGERS:
        cell = table.cell(row, name)
        if cell is not None:
            return cell
    return None


def _is_root(cell: Scalar) -> bool:
    return words().says("root", cell.text)


def _count(post: Post, table: Table, row: Row, findings: Findings) -> None:
    """Read for how many seats a row stands, and full-time equivalents: these are seats where no row is a person."""
    counts = table.cell(row, "seats") if table.has("seats") else None
    shares = table.cell(row, "fte")
    if shares is not None and post.item.kind is not NodeKind.UNIT:
        post.fte = cells.decimal(shares)
    if counts is None and not table.has("name", "label", "given_name"):
        counts = shares
    if counts is not None and post.item.kind is NodeKind.POSITION:
        found = cells.number(counts, findings)
        post.given_count = counts if found else None
        post.count = found or post.count


def set_fte(post: Post) -> None:
    """Write the full-time equivalents of a post where they are not one for each seat."""
    if post.fte is None:
        return
    seats = post.item.texts.get("seats")
    usual = int(seats.text) if seats is not None else max(1, len(post.item.holders))
    if post.fte != usual:
        post.item.set_text("fte", cells.fte_text(post.fte, post.item.name))


def _path(table: Table, row: Row, above: tuple[Scalar, ...], *, split: bool) -> tuple[Scalar, ...]:
    """Return the departments of a row; empty cells above a filled one, or a row of empty ones, mean as above."""
    if not table.levels:
        cell = table.cell(row, "department", "unit_name")
        if cell is None or words().says("nobody", cell.text):
            return above
        parent = table.cell(row, "parent") if table.is_people else None
        own = _parts(cell, split=split)
        return (parent, *own) if parent is not None and parent.text != own[0].text else own
    levels = [row[place] if place < len(row) else None for place in table.levels]
    filled = [number for number, cell in enumerate(levels) if cell]
    if not filled:
        return above
    path = []
    same = True
    for number, cell in enumerate(levels[: filled[-1] + 1]):
        known = above[number] if same and number < len(above) else None
        if cell is None and known is not None:
            path.append(known)
        elif cell is not None and not words().says("nobody", cell.text):
            same = same and known is not None and known.text == cell.text
            path.append(cell)
    return tuple(path)


def _parts(cell: Scalar, *, split: bool) -> tuple[Scalar, ...]:
    sign = next((sign for sign in _PATH_SIGNS if sign in cell.text), "/" if split else None)
    if sign is None:
        return (cell,)
    return tuple(text_like(cell, part.strip()) for part in cell.text.split(sign) if part.strip()) or (cell,)


def splits_at_sign(table: Table) -> bool:
    """Tell whether departments are written as paths, and nothing else says what they stand in."""
    if table.has("parent", "parent_id", "parent_any"):
        return False
    departments = (table.cell(row, "department", "unit_name") for row in table.rows)
    return splits_at_slash(table) or any(sign in cell.text for cell in departments if cell for sign in _PATH_SIGNS)


def splits_at_slash(table: Table) -> bool:
    """Tell whether ``A/B`` is B in A: where two departments of the table share what stands before a slash."""
    values = {cell.text: None for row in table.rows if (cell := table.cell(row, "department", "unit_name"))}
    heads: dict[str, int] = {}
    for value in values:
        if "/" in value.strip("/"):
            head = value.partition("/")[0]
            heads[head] = heads.get(head, 0) + 1
    return any(number > 1 or head in values for head, number in heads.items())
