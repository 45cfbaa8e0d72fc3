"""Tie posts by their departments: the departments are the tree, and the posts stand in them.

Several rows of one title in one department are one position with several holders and seats. The person whom a
column of leads names, or whom a row marks, is the head of the department.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from orgviz.diagnostics import Findings
from orgviz.model import NodeKind
from orgviz.source.entries import Scalar
from orgviz.table import cells
from orgviz.table.items import Item, text_like
from orgviz.table.people import Post, set_fte
from orgviz.table.references import Register, composed
from orgviz.table.reporting import resolve_dotted


@dataclass(slots=True)
class _Units:
    """The departments so far; those of a table of departments are found by id or by a name that stands once."""

    register: Register
    items: list[Item] = field(default_factory=list)
    by_path: dict[tuple[int, str], Item] = field(default_factory=dict)
    leads: dict[int, dict[str, Scalar]] = field(default_factory=dict)

    def find(self, post: Post) -> Item | None:
        """Return the department of a post, made where it is new; nothing where the post names none."""
        if post.department_id is not None:
            known = self.register.look_up(post.department_id.text)
            if len(known) == 1:
                return known[0]
        path = post.path if post.path or post.department_id is None else (post.department_id,)
        unit: Item | None = None
        for number, name in enumerate(path):
            key = (id(unit) if unit else 0, composed(name.text))
            found = self.by_path.get(key)
            if found is None and not number:
                known = [item for item in self.register.look_up(name.text) if item.kind is NodeKind.UNIT]
                found = known[0] if len(known) == 1 else None
            if found is None:
                found = Item(kind=NodeKind.UNIT, name=name, parent=unit)
                self.items.append(found)
            self.by_path[key] = unit = found
        return unit


def tie_by_department(posts: Sequence[Post], known: Sequence[Item], findings: Findings) -> list[Item]:
    """Return units, and posts in them.

    Args:
        known: the items of a table of departments, where there is one.
    """
    units = _Units(Register(known, findings), by_path=_paths(known))
    inside: list[Post] = []
    for post in posts:
        unit = units.find(post)
        if unit is not None:
            names = units.leads.setdefault(id(unit), {})
            names.update((composed(lead.text), lead) for lead in post.lead)
        if post.item.kind is not NodeKind.UNIT:
            post.item.parent = unit
            inside.append(post)
        elif unit is not None:
            _describe(unit, post.item)
    grouped: dict[tuple[int, str, bool] | int, list[Post]] = {}
    for number, post in enumerate(inside):
        _mark(post.item, units)
        grouped.setdefault(_key(post.item, number), []).append(post)
    items = [_together(several) for several in grouped.values()]
    everything = [*_heads_without_row([*known, *units.items], items, units), *items, *units.items]
    resolve_dotted(everything, Register([*known, *everything], findings))
    return everything


def _paths(known: Sequence[Item]) -> dict[tuple[int, str], Item]:
    return {
        (id(item.parent) if item.parent else 0, composed(item.name.text)): item
        for item in known
        if item.kind is NodeKind.UNIT
    }


def _describe(unit: Item, row: Item) -> None:
    """Give a unit what its own row says."""
    for key, value in row.texts.items():
        unit.set_text(key, value)
    unit.dotted.extend(row.dotted)


def _people(item: Item) -> list[Scalar]:
    return [item.name] if item.kind is NodeKind.PERSON else item.holders


def _mark(item: Item, units: _Units) -> None:
    """Make a head of who is marked as one, or is the only holder of a post and called the lead of its unit."""
    names = units.leads.get(id(item.parent), {}) if item.parent else {}
    is_named = len(_people(item)) == 1 and composed(_people(item)[0].text) in names
    item.head = item.parent is not None and (item.head or is_named)
    item.assistant = item.parent is not None and item.assistant and not item.head


def _key(item: Item, number: int) -> tuple[int, str, bool] | int:
    """Return what rows of the same position have in common; a person without a post stands alone."""
    if item.kind is not NodeKind.POSITION:
        return number
    return id(item.parent) if item.parent else 0, composed(item.name.text), item.head


def _together(posts: Sequence[Post]) -> Item:
    """Make one position of the rows of one title.

    Rows without a name add up their seats; of rows with names each is a seat, unless a cell says more.
    """
    item = posts[0].item
    for post in posts[1:]:
        item.holders.extend(post.item.holders)
        item.photos.update(post.item.photos)
        item.aliases.extend(alias for alias in (post.item.id, *post.item.aliases) if alias)
        item.dotted.extend(post.item.dotted)
        item.set_text("duty", post.item.texts.get("duty"))
    given = next((post.given_count for post in posts if post.given_count), None)
    named = [post for post in posts if post.named]
    said = max((post.count for post in named if post.given_count), default=Decimal(0))
    count = max(said, Decimal(len(named))) + sum(post.count for post in posts if not post.named)
    if item.kind is NodeKind.POSITION and (given is not None or len(posts) > 1):
        item.set_text("seats", cells.seats_text(count, text_like(given or item.name, "")))
    if any(post.fte is not None for post in posts):
        posts[0].fte = sum((post.full_time for post in posts), start=Decimal(0))
        set_fte(posts[0])
    return item


def _heads_without_row(known: Sequence[Item], items: Sequence[Item], units: _Units) -> list[Item]:
    """Return a person for each lead of a unit who has no row in it."""
    found = {(id(item.parent), composed(person.text)) for item in items if item.parent for person in _people(item)}
    return [
        Item(kind=NodeKind.PERSON, name=lead, parent=unit, head=True)
        for unit in known
        for name, lead in units.leads.get(id(unit), {}).items()
        if (id(unit), name) not in found
    ]
