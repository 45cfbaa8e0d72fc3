"""Tie posts by their managers: the reporting line is the tree, departments become units where they fit into it.

A department fits when its topmost posts all have the same manager outside it (or all none), and the same is
true of every department below it in the reporting line. It then stands as a unit below that manager; a single
topmost post is its head. Of a department that does not fit nothing is drawn: the reporting line goes first.

Where a table has rows for the units themselves (a department and an id, but no title and no name), it is
complete: every row hangs where its id of the row above says, and no department is made up.
"""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.diagnostics import Findings
from orgviz.model import NodeKind
from orgviz.source.entries import Scalar
from orgviz.table import cells
from orgviz.table.items import Item
from orgviz.table.people import Post, set_fte
from orgviz.table.references import Register, composed, cut_loops
from orgviz.table.words import words


def tie_by_manager(posts: Sequence[Post], findings: Findings) -> list[Item]:
    """Return the items of all posts with their parents set, and the units that fit."""
    is_complete = any(post.item.kind is NodeKind.UNIT and post.item.id is not None for post in posts)
    kept = [post for post in _merged(posts) if is_complete or post.item.kind is not NodeKind.UNIT]
    register = Register((post.item for post in kept), findings)
    added = _set_parents(kept, register)
    if is_complete:
        _hang_by_department(kept)
    cut_loops([post.item for post in kept], {id(post.item): post.manager for post in kept if post.manager}, findings)
    resolve_dotted([post.item for post in kept], register)
    units = [] if is_complete or findings.failed else _make_units(kept)
    return [*added, *(post.item for post in kept), *units]


def _merged(posts: Sequence[Post]) -> list[Post]:
    """Put together rows of one id, and rows without a name that describe the same post."""
    kept: dict[tuple[str, ...] | int, Post] = {}
    for number, post in enumerate(posts):
        first = kept.setdefault(_key(post) or number, post)
        if first is post:
            _set_seats(post)
            continue
        if first.fte is not None or post.fte is not None:
            first.fte = first.full_time + post.full_time
        if post.item.id is not None:
            first.item.holders.extend(post.item.holders)
            first.item.photos.update(post.item.photos)
            first.item.head = first.item.head or post.item.head
        else:
            first.count += post.count
            if first.given_count is not None or post.given_count is not None:
                first.given_count = first.given_count or post.given_count
                _set_seats(first)
    for post in kept.values():
        set_fte(post)
    return list(kept.values())


def _set_seats(post: Post) -> None:
    if post.given_count is not None:
        post.item.texts.pop("seats", None)
        post.item.set_text("seats", cells.seats_text(post.count, post.given_count))


def _key(post: Post) -> tuple[str, ...] | None:
    item = post.item
    manager = post.manager.text if post.manager else ""
    if item.id is not None:
        return "id", item.id, item.kind.value, item.name.text if item.kind is NodeKind.POSITION else "", manager
    if item.kind is NodeKind.POSITION and not post.named:
        return "post", item.name.text, manager, *(part.text for part in post.path)
    return None


def _set_parents(posts: Sequence[Post], register: Register) -> list[Item]:
    """Set the parents that the cells name.

    One name that has no row of its own, in a table in which everybody has a manager, is the top: returned as a
    person of its own, or (where it is a number) as nobody.
    """
    unknown: dict[str, list[Post]] = {}
    for post in posts:
        cell = post.manager
        found = register.look_up(cell.text) if cell is not None else []
        if cell is None or found == [post.item] or (not found and words().says("root", cell.text)):
            post.manager = None
        elif len(found) == 1:
            post.item.parent = found[0]
        elif found and cell.text == _own_name(post):
            post.manager = None
        else:
            unknown.setdefault(composed(cell.text) if not found else f"\0{cell.text}", []).append(post)
    tops = [post for post in posts if post.manager is None]
    if len(unknown) == 1 and not tops and not next(iter(unknown)).startswith("\0"):
        return _top_without_row(next(iter(unknown.values())), is_only=len(posts) == 1)
    for several in unknown.values():
        for post in several:
            assert post.manager is not None
            register.find(post.manager)
    return []


def _own_name(post: Post) -> str:
    return post.item.holders[0].text if post.item.holders else post.item.name.text


def _top_without_row(posts: Sequence[Post], *, is_only: bool) -> list[Item]:
    cell = posts[0].manager
    assert cell is not None
    if cell.text.isdigit() or is_only:
        return []
    top = Item(kind=NodeKind.PERSON, name=cell)
    for post in posts:
        post.item.parent = top
    return [top]


def _hang_by_department(posts: Sequence[Post]) -> None:
    """In a complete table, who names no manager but a department hangs in that."""
    units: dict[str, list[Item]] = {}
    for post in posts:
        if post.item.kind is NodeKind.UNIT:
            units.setdefault(composed(post.item.name.text), []).append(post.item)
    for post in posts:
        if post.manager is None and post.path and post.item.kind is not NodeKind.UNIT:
            found = units.get(composed(post.path[-1].text), [])
            if len(found) == 1:
                post.item.parent = found[0]
        if post.item.head or post.item.assistant:
            above = post.item.parent
            post.item.head = post.item.head and above is not None and above.kind is NodeKind.UNIT
            post.item.assistant = post.item.assistant and above is not None and not post.item.head


def resolve_dotted(items: Sequence[Item], register: Register) -> None:
    """Replace what dotted lines refer to by ids; who is referred to and has none gets one."""
    for item in items:
        dotted: dict[int, Scalar] = {}
        for cell in item.dotted:
            target = register.find(cell)
            if target is not None and target is not item:
                target.set_text("id", Scalar(composed(cell.text), target.name.span))
                dotted.setdefault(id(target), target.texts["id"])
        item.dotted = [Scalar(found.text, cell.span) for found, cell in zip(dotted.values(), item.dotted, strict=False)]


Path = tuple[str, ...]


def _make_units(posts: Sequence[Post]) -> list[Item]:
    """Make a unit of each department that fits, between its topmost posts and their manager."""
    paths = _shown_paths(posts)
    tops: dict[Path, list[Post]] = {}
    for post in posts:
        own = paths[id(post.item)]
        above = paths[id(post.item.parent)] if post.item.parent and id(post.item.parent) in paths else ()
        if own and own != above:
            tops.setdefault(own, []).append(post)
    units = []
    for path in _fitting(tops, paths):
        first = tops[path][0]
        manager = first.item.parent
        unit = Item(kind=NodeKind.UNIT, name=first.path[-1], parent=manager)
        for post in tops[path]:
            post.item.parent = unit
            is_one = "seats" not in post.item.texts or post.item.texts["seats"].text == "1"
            post.item.head = len(tops[path]) == 1 and is_one
            post.item.assistant = False
        units.append(unit)
    return units


def _shown_paths(posts: Sequence[Post]) -> dict[int, Path]:
    """Return the department of each item, by its `id()`; who names none is in that of the one above."""
    own = {id(post.item): tuple(composed(part.text) for part in post.path) for post in posts}
    shown: dict[int, Path] = {}
    for post in posts:
        waiting: list[int] = []
        item: Item | None = post.item
        while item is not None and id(item) not in shown and not own.get(id(item)):
            waiting.append(id(item))
            item = item.parent
        path = () if item is None else own.get(id(item)) or shown[id(item)]
        shown[id(post.item)] = path
        shown.update(dict.fromkeys(waiting, path))
    return shown


def _fitting(tops: dict[Path, list[Post]], paths: dict[int, Path]) -> list[Path]:
    """Return the departments whose tops have one manager, and below which all departments do."""
    parents = {
        path: list({id(post.item.parent): post.item.parent for post in posts}.values()) for path, posts in tops.items()
    }
    waiting = [path for path, above in parents.items() if len(above) > 1]
    bad = set(waiting)
    while waiting:
        for item in parents[waiting.pop()]:
            path = paths.get(id(item), ()) if item is not None else ()
            if path and path not in bad:
                bad.add(path)
                waiting.append(path)
    return [path for path in tops if path not in bad]
