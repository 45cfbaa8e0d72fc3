"""Put nodes in their final order: each after its parent, siblings of one section together."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.build.drafts import Draft
from orgviz.sections import Section, section_of


def in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts from the roots down, `parent` still pointing into the given list's order.

    Siblings stand as the author has them, those of one section (heads, positions, units …) together at the
    place of the first: so the same organisation has the same order in every form in which it can be written.
    """
    if _are_in_order(drafts):
        return list(drafts)
    children: dict[int | None, list[int]] = {}
    for place, draft in enumerate(drafts):
        children.setdefault(draft.parent, []).append(place)
    order: list[int] = []
    waiting = _grouped(drafts, children.get(None, []))[::-1]
    while waiting:
        place = waiting.pop()
        order.append(place)
        if place in children:
            waiting.extend(reversed(_grouped(drafts, children[place])))
    new_place = [0] * len(drafts)
    for new, old in enumerate(order):
        new_place[old] = new
    ordered = [drafts[place] for place in order]
    for draft in ordered:
        draft.parent = None if draft.parent is None else new_place[draft.parent]
    return ordered


def _are_in_order(drafts: Sequence[Draft]) -> bool:
    """Tell whether each stands below the one before, or beside one above that, and no section is taken up again."""
    above: list[int | None] = [None]
    latest: dict[int | None, Section] = {}
    ended: set[tuple[int | None, Section]] = set()
    for place, draft in enumerate(drafts):
        parent = draft.parent
        while above[-1] != parent:
            above.pop()
            if not above:
                return False
        above.append(place)
        section = _section(drafts, draft)
        before = latest.get(parent)
        if before is not section:
            if (parent, section) in ended:
                return False
            if before is not None:
                ended.add((parent, before))
            latest[parent] = section
    return True


def _grouped(drafts: Sequence[Draft], siblings: list[int]) -> list[int]:
    if len(siblings) < 2:
        return siblings
    groups: dict[Section, list[int]] = {}
    for place in siblings:
        groups.setdefault(_section(drafts, drafts[place]), []).append(place)
    return [place for group in groups.values() for place in group]


def _section(drafts: Sequence[Draft], draft: Draft) -> Section:
    parent = None if draft.parent is None else drafts[draft.parent].kind
    return section_of(draft.kind, parent, head=draft.head, assistant=draft.assistant)
