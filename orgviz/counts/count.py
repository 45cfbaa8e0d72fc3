"""Count an organisation: seats, people and reports of every node and of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgviz.counts.headcount import Headcount, people_below
from orgviz.counts.reports import NOBODY, Reports, count_reports
from orgviz.counts.standing import Standing, standing
from orgviz.counts.tally import NOTHING, Tally, tally_of
from orgviz.lean import dataclass
from orgviz.model import NodeKind, Org


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeCount:
    """The numbers of one node.

    Args:
        direct: seats in a unit, those of the units below it left out; a post's own seats.
        total: seats of the node with all that stands below it.
        people: how many people that makes directly: each name counts once.
        all_people: and in all.
        reports: who reports to its head, or to the post.
    """

    direct: Tally
    total: Tally
    people: int
    all_people: int
    reports: Reports = NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeCount:
    """The numbers of one department type; ``None`` is the type of what has none."""

    type: str | None
    units: int
    seats: Tally
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The numbers of an organisation.

    Args:
        nodes: what counts, in the order of the organisation; what is closed does not.
        standing: the same nodes, with where they stand.
        types: those that are used, in the order of the organisation's types; no type last.
        levels: of reporting; `unit_levels` counts units only.
    """

    nodes: Mapping[str, NodeCount]
    standing: Mapping[str, Standing]
    seats: Tally
    people: int
    units: int
    levels: int
    unit_levels: int
    types: tuple[TypeCount, ...]


def count(org: Org) -> Counts:
    """Return the numbers of an organisation, in time that grows as it does."""
    nodes = standing(org)
    own = {id: tally_of(each.node, planned=each.planned, external=each.external) for id, each in nodes.items()}
    return Counts(
        nodes=_node_counts(nodes, own),
        standing=nodes,
        seats=_summed(own.values()),
        people=_people(nodes.values(), own),
        units=sum(each.node.kind is NodeKind.UNIT for each in nodes.values()),
        levels=max((each.level for each in nodes.values()), default=0),
        unit_levels=max((each.units for each in nodes.values()), default=0),
        types=tuple(_type_counts(org, nodes, own)),
    )


def _node_counts(nodes: Mapping[str, Standing], own: Mapping[str, Tally]) -> dict[str, NodeCount]:
    total, direct = dict(own), dict(own)
    within: dict[str, Headcount] = {}
    for id, each in reversed(tuple(nodes.items())):
        if each.node.parent is not None:
            total[each.node.parent] += total[id]
        if each.unit is not None and each.unit != id:
            direct[each.unit] += own[id]
    for id, each in nodes.items():
        within.setdefault(each.unit or id, Headcount()).add(each.node, own[id])
    reports = count_reports(nodes, own)
    all_people = people_below(nodes, own)
    return {
        id: NodeCount(
            direct=direct[id],
            total=total[id],
            people=within[id].people if each.unit in (id, None) else _people([each], own),
            all_people=all_people[id],
            reports=reports.get(id, NOBODY),
        )
        for id, each in nodes.items()
    }


def _type_counts(org: Org, nodes: Mapping[str, Standing], own: Mapping[str, Tally]) -> Iterable[TypeCount]:
    by_type: dict[str | None, list[Standing]] = {}
    for each in nodes.values():
        by_type.setdefault(each.node.type, []).append(each)
    for type in (*(one.name for one in org.types), None):
        if type in by_type:
            members = by_type[type]
            yield TypeCount(
                type=type,
                units=sum(each.node.kind is NodeKind.UNIT for each in members),
                seats=_summed(own[each.node.id] for each in members),
                people=_people(members, own),
            )


def _people(members: Iterable[Standing], own: Mapping[str, Tally]) -> int:
    counter = Headcount()
    for each in members:
        counter.add(each.node, own[each.node.id])
    return counter.people


def _summed(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, NOTHING)
