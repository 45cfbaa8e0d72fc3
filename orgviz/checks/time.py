"""Rules about days: who holds a post when, and what exists outside the days of what it stands in."""

from __future__ import annotations

import datetime
import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from orgviz.checks.issue import Issue
from orgviz.lean import dataclass
from orgviz.model import Edge, Node, NodeKind, Org, Status, Tenure
from orgviz.text import Span
from orgviz.wording import counted, quoted

# Signs that sort before and after every date.
_ALWAYS, _FOR_EVER = "", "~"


@dataclass(frozen=True, slots=True)
class _Days:
    """From when to when something exists, and by which node above: itself, or one that it stands in."""

    start: str
    end: str
    by_start: Node | None = None
    by_end: Node | None = None


@dataclass(frozen=True, slots=True)
class _Post:
    """A post as days see it: a position, or the place of a head of a unit that is given by name only.

    Args:
        name: in messages.
        tenures: of all who hold it.
        seats: ``None`` where the file does not say.
        intended: whether the file itself says that it is vacant at times.
    """

    name: str
    span: Span
    tenures: Sequence[Tenure]
    seats: int | None
    intended: bool


def find_overlaps(org: Org) -> Iterator[Issue]:
    """More people hold a post on a day than it has seats; without seats, who follows somebody begins too early."""
    for post in _posts(org):
        held = sorted(post.tenures, key=_start)
        if post.seats is None:
            yield from _early(post, held)
        elif any(tenure.start or tenure.end for tenure in held):
            yield from _crowded(post, post.seats, held)


def find_gaps(org: Org) -> Iterator[Issue]:
    """Nobody holds a post between two who do."""
    for post in _posts(org):
        if post.intended or (post.seats or 1) > 1:
            continue
        held = sorted(post.tenures, key=_start)
        latest: Tenure | None = None
        for tenure in held:
            if latest and latest.end and tenure.start and _next_day(latest.end) < tenure.start:
                first, last = _next_day(latest.end), _next_day(tenure.start, -1)
                when = f"on {first}" if first == last else f"from {first} to {last}"
                yield Issue(
                    f"nobody holds {post.name} {when}, between {quoted(latest.holder)} and {quoted(tenure.holder)}",
                    post.span,
                    "add who did, or 'vacant' where it is meant so",
                )
            latest = tenure if latest is None or _end(tenure) >= _end(latest) else latest


def find_outside_days(org: Org) -> Iterator[Issue]:
    """Something exists, or is held, on days on which what it stands in does not."""
    if not any(node.start or node.end for node in org.nodes):
        return  # what always exists has no days for anything to be outside of
    days: dict[str, _Days] = {}
    nodes = {node.id: node for node in org.nodes}
    for node in org.nodes:
        above = _Days(_ALWAYS, _FOR_EVER) if node.parent is None else days[node.parent]
        yield from _outside(quoted(node.name), node.start, node.end, above, node.span)
        own = days[node.id] = _within(above, node)
        for tenure in node.tenures:
            yield from _outside(f"the time of {quoted(tenure.holder)}", tenure.start, tenure.end, own, node.span)
    for edge in org.edges:
        yield from _outside_of_ends(edge, nodes, days)


def _outside_of_ends(edge: Edge, nodes: Mapping[str, Node], days: Mapping[str, _Days]) -> Iterator[Issue]:
    ends = [days[edge.source], days[edge.target]]
    name = f"the link of {quoted(nodes[edge.source].name)} to {quoted(nodes[edge.target].name)}"
    first, last = max(ends, key=lambda one: one.start), min(ends, key=lambda one: one.end)
    if first.start > last.end:
        yield Issue(f"{name} never exists: one ends on {last.end}, before the other begins on {first.start}", edge.span)
        return
    both = _Days(first.start, last.end, first.by_start, last.by_end)
    yield from _outside(name, edge.start, edge.end, both, edge.span)


def _outside(name: str, start: str | None, end: str | None, within: _Days, span: Span) -> Iterator[Issue]:
    """Compare the days that are given with those of what is above; what begins after its end is told once."""
    told = []
    if within.by_start and start and start < within.start:
        told.append(f"begins on {start}, before {quoted(within.by_start.name)} does on {within.start}")
    elif within.by_end and start and start > within.end:
        told.append(f"begins on {start}, after {quoted(within.by_end.name)} has ended on {within.end}")
    if within.by_end and end and end > within.end and not (start and start > within.end):
        told.append(f"ends on {end}, after {quoted(within.by_end.name)} does on {within.end}")
    elif within.by_start and end and end < within.start:
        told = [f"ends on {end}, before {quoted(within.by_start.name)} begins on {within.start}"]
    if told:
        yield Issue(f"{name} {' and '.join(told)}", span)


def _within(above: _Days, node: Node) -> _Days:
    """Return the days of a node: its own, where those of what it stands in are not narrower."""
    days = above
    if node.start and node.start > above.start:
        days = replace(days, start=node.start, by_start=node)
    if node.end and node.end < above.end:
        days = replace(days, end=node.end, by_end=node)
    return days


def _posts(org: Org) -> Iterator[_Post]:
    """Yield the posts of which the file gives some days."""
    for node in org.nodes:
        if node.tenures and node.kind is NodeKind.POSITION:
            held = tuple(tenure or Tenure(holder) for holder, tenure in node.held)
            yield _Post(quoted(node.name), node.span, held, node.seats, node.vacant)
    yield from _leads(org)


def _leads(org: Org) -> Iterator[_Post]:
    """Yield the lead of each unit whose heads are given by name, some of them with days."""
    if not any(node.start or node.end for node in org.nodes):
        return
    heads: dict[str, list[Node]] = {}
    vacant: set[str] = set()
    for node in org.nodes:
        if node.head and node.parent is not None and node.status is not Status.CLOSED:
            if node.kind is NodeKind.PERSON:
                heads.setdefault(node.parent, []).append(node)
            elif node.vacant:
                vacant.add(node.parent)
    names = {node.id: node.name for node in org.nodes if node.id in heads}
    for id, people in heads.items():
        if len(people) > 1 and any(head.start or head.end for head in people):
            held = tuple(Tenure(head.name, head.start, head.end) for head in people)
            yield _Post(f"the lead of {quoted(names[id])}", people[0].span, held, None, id in vacant)


def _early(post: _Post, held: Sequence[Tenure]) -> Iterator[Issue]:
    """Tell who begins before the one whom they follow has ended; who begin or end together share the post.

    One day on which both are there is how many write a handover.
    """
    for one, other in pairwise(held):
        if one.end and other.start and _start(one) < other.start < one.end < _end(other):
            yield Issue(
                f"{quoted(other.holder)} begins in {post.name} on {other.start}, before "
                f"{quoted(one.holder)} ends on {one.end}",
                post.span,
                "if both hold it together for that time, give it 'seats: 2'",
            )


def _crowded(post: _Post, seats: int, held: Sequence[Tenure]) -> Iterator[Issue]:
    """Tell the first day on which more people hold a post than it has seats."""
    ends: list[str] = []
    for tenure in held:
        while ends and ends[0] <= _start(tenure) != _ALWAYS:
            heapq.heappop(ends)
        heapq.heappush(ends, _end(tenure))
        if len(ends) > seats:
            when = f"from {tenure.start} on" if tenure.start else "from the beginning"
            yield Issue(
                f"{when} {len(ends):,} people hold {post.name}, which has only {counted(seats, 'seat')}",
                post.span,
            )
            return


def _start(tenure: Tenure) -> str:
    return tenure.start or _ALWAYS


def _end(tenure: Tenure) -> str:
    return tenure.end or _FOR_EVER


def _next_day(day: str, step: int = 1) -> str:
    """Return the day after another, or before it; the first and last of the calendar are their own neighbours."""
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=step)).isoformat()
    except OverflowError:
        return day
