"""The numbers as flat rows: the whole, each type, each unit, and each post that leads others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from orgviz.counts.count import Counts, NodeCount
from orgviz.counts.reports import NOBODY, Reports
from orgviz.counts.standing import Standing
from orgviz.counts.tally import FULL_TIME, NOTHING, Tally
from orgviz.model import Node, NodeKind, Org
from orgviz.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One unit's numbers; `seats` and `people` are its own, `all_seats` and `all_people` with all below it."""

    node: Node
    level: int
    seats: Tally
    people: int
    all_seats: Tally
    all_people: int
    reports: Reports


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow:
    """A post that leads others and is not the head of a unit, whose reports are the unit's."""

    node: Node
    reports: Reports


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRow:
    """One department type's numbers; `type` is ``None`` for what has none."""

    type: str | None
    label: str
    units: int
    seats: Tally
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The spans of control of all who lead somebody: how many lead, the median, the widest and whose it is."""

    leaders: int
    median: float
    widest: int
    widest_node: Node | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """The numbers of an organisation, ready to be written."""

    title: str | None
    lang: str
    units: int
    seats: Tally
    people: int
    levels: int
    unit_levels: int
    span: Span
    unit_rows: tuple[UnitRow, ...]
    post_rows: tuple[PostRow, ...]
    type_rows: tuple[TypeRow, ...]

    @property
    def part_time(self) -> bool:
        """Whether full-time equivalents say more than the seats."""
        return self.seats.fte != self.seats.seats * FULL_TIME


def make_stats(org: Org, counts: Counts, words: Vocabulary) -> Stats:
    """Return the numbers of an organisation in its own order.

    Args:
        words: of the language in which types are called.
    """
    return Stats(
        title=org.title,
        lang=org.lang,
        units=counts.units,
        seats=counts.seats,
        people=counts.people,
        levels=counts.levels,
        unit_levels=counts.unit_levels,
        span=_span(counts),
        unit_rows=tuple(_unit_rows(counts)),
        post_rows=tuple(_post_rows(counts)),
        type_rows=tuple(_type_rows(org, counts, words)),
    )


def _span(counts: Counts) -> Span:
    spans = [(each.reports.direct, id) for id, each in counts.nodes.items() if each.reports.direct]
    if not spans:
        return Span(leaders=0, median=0, widest=0, widest_node=None)
    widest, id = max(spans, key=lambda span: span[0])
    middle = median(direct for direct, _ in spans)
    return Span(leaders=len(spans), median=middle, widest=widest, widest_node=counts.standing[id].node)


def _unit_rows(counts: Counts) -> Iterator[UnitRow]:
    for each, numbers in _pairs(counts):
        if each.node.kind is NodeKind.UNIT:
            yield UnitRow(
                node=each.node,
                level=each.units,
                seats=numbers.direct,
                people=numbers.people,
                all_seats=numbers.total,
                all_people=numbers.all_people,
                reports=numbers.reports,
            )


def _post_rows(counts: Counts) -> Iterator[PostRow]:
    for each, numbers in _pairs(counts):
        if each.node.kind is not NodeKind.UNIT and numbers.reports != NOBODY:
            yield PostRow(node=each.node, reports=numbers.reports)


def _pairs(counts: Counts) -> Iterator[tuple[Standing, NodeCount]]:
    return zip(counts.standing.values(), counts.nodes.values(), strict=True)


def _type_rows(org: Org, counts: Counts, words: Vocabulary) -> Iterator[TypeRow]:
    labels: Mapping[str, str | None] = {one.name: one.label for one in org.types}
    for each in counts.types:
        if each.units or each.seats != NOTHING:
            name = each.type
            label = "" if name is None else labels.get(name) or words.types.get(name, name)
            yield TypeRow(type=name, label=label, units=each.units, seats=each.seats, people=each.people)
