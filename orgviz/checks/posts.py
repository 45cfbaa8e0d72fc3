"""Rules about positions and those who hold them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Set
from typing import NamedTuple

from orgviz.checks.issue import Issue, elsewhere
from orgviz.counts.people import is_beside, person_key
from orgviz.counts.tally import tally_of
from orgviz.model import PERSON_KIND, POSITION_KIND, Node, Org, Status
from orgviz.wording import counted, quoted

_NOT_LASTING = (Status.TEMPORARY, Status.PLANNED, Status.CLOSED)
_FIRST_DAY, _LAST_DAY = "0000-00-00", "9999-99-99"


def find_too_many_holders(org: Org) -> Iterator[Issue]:
    """More people hold a position than it has seats; where days are given, another rule looks at them."""
    for node in org.nodes:
        if node.seats is not None and not node.tenures and len(node.holders) > node.seats:
            yield Issue(
                f"{quoted(node.name)} has {counted(len(node.holders), 'holder')}, "
                f"but only {counted(node.seats, 'seat')}",
                node.span,
            )


def find_too_much_fte(org: Org) -> Iterator[Issue]:
    """More full-time equivalents than seats: nobody is more than one."""
    for node in org.nodes:
        if node.fte is not None and node.fte > (seats := tally_of(node).seats):
            yield Issue(
                f"{quoted(node.name)} is {node.fte} full-time equivalents, but only {counted(seats, 'seat')}",
                node.span,
                f"say 'seats: {math.ceil(node.fte)}', or a smaller 'fte'",
            )


class _Post(NamedTuple):
    """A post that somebody holds, and between which days."""

    node: Node
    start: str
    end: str


def find_two_posts(org: Org) -> Iterator[Issue]:
    """One name holds two full-time posts at a time; what is temporary, or a project, is held beside another.

    Who leads two units, both by name alone, is not told: small firms are led so. Nor is a head who is named
    again as the holder of a post in the same unit.
    """
    times = Counter([person_key(name) for node in org.nodes for name in _posted(node)])
    often = {name for name, number in times.items() if number > 1}
    held: dict[str, list[_Post]] = {}
    passing: set[str] = set()
    for node in org.nodes if often else ():
        if node.status in _NOT_LASTING or node.type == "project" or node.parent in passing:
            passing.add(node.id)
            continue
        for name in _full_time(node, often):
            post = _post(node, name)
            # A name that stands very often is rather "N.N." than a person: a few comparisons tell as much.
            posts = held.setdefault(person_key(name), [])
            other = next((one.node for one in posts[:8] if _collide(one, post)), None) if posts else None
            posts.append(post)
            if other is not None:
                second = quoted(other.name) if other.kind is POSITION_KIND else "the head of a unit"
                this = quoted(node.name) if node.kind is POSITION_KIND else "the head of a unit"
                yield Issue(
                    f"{quoted(name)} holds two posts: {this} and {second} ({elsewhere(other.span, node.span)})",
                    node.span,
                    "where one is held beside the other, say so behind the name or title: （兼） or (acting)",
                )


def _collide(one: _Post, other: _Post) -> bool:
    """Tell whether two posts of one name are two, and held at the same time."""
    a, b = one.node, other.node
    if a.id == b.id or one.start > other.end or other.start > one.end:
        return False
    positions = (a.kind is POSITION_KIND) + (b.kind is POSITION_KIND)
    return positions == 2 or (positions == 1 and a.parent != b.parent)


def _posted(node: Node) -> tuple[str, ...]:
    """Return who holds a post: the holders of a position, or the head of a unit by name alone."""
    if node.kind is POSITION_KIND:
        return node.holders
    return (node.name,) if node.head and node.kind is PERSON_KIND else ()


def _full_time(node: Node, often: Set[str]) -> list[str]:
    """Return who of those that are named often holds a post that nothing says to be held beside another."""
    names = [name for name in _posted(node) if person_key(name) in often and not is_beside(name)]
    if not names or (node.fte is not None and node.fte < 1) or is_beside(node.name):
        return []
    return names


def _post(node: Node, name: str) -> _Post:
    if not node.tenures:
        return _Post(node, node.start or _FIRST_DAY, node.end or _LAST_DAY)
    tenure = next((one for one in node.tenures if one.holder == name), None)
    starts = (node.start or _FIRST_DAY, (tenure and tenure.start) or _FIRST_DAY)
    ends = (node.end or _LAST_DAY, (tenure and tenure.end) or _LAST_DAY)
    return _Post(node, max(starts), min(ends))
