"""Compare the links of two organisations whose nodes are matched."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgviz.diff.heads import Heads
from orgviz.diff.match import UNPAIRED, Matching
from orgviz.diff.tree import OrgTree
from orgviz.diff.values import Change, ChangeKind
from orgviz.model import Edge, EdgeKind

_Ends = tuple[Hashable, Hashable]
# What makes two links the same, the strictest first: what is left out may have changed.
_KEYS: tuple[Callable[[Edge, _Ends], Hashable], ...] = (
    lambda edge, ends: (ends, edge.kind, edge.label, edge.start, edge.end, edge.proposed),
    lambda edge, ends: (ends, edge.kind, edge.label),
    lambda edge, ends: (ends, edge.kind),
    lambda edge, ends: (frozenset(ends), edge.label),
    lambda _, ends: frozenset(ends),
)
# Where neither end came or went, a link may also have got another of its ends.
_ONE_END: tuple[Callable[[Edge, _Ends], Hashable], ...] = (
    lambda edge, ends: (ends[0], edge.kind, edge.label),
    lambda edge, ends: (ends[1], edge.kind, edge.label),
)


@dataclass(slots=True)
class ComparedLinks:
    """What became of the links.

    Args:
        mates: for each new edge its old one's number, or nothing.
        gone, come: numbers of old and new edges without a mate.
    """

    mates: list[int | None]
    gone: list[int]
    come: list[int]


def compare_links(matching: Matching) -> ComparedLinks:
    """Return which links are the same; an assistant's line is no link of its own."""
    old, new = matching.old, matching.new
    found = ComparedLinks(
        [None] * len(new.edges),
        [number for number, edge in enumerate(old.edges) if edge.kind is not EdgeKind.ASSISTANT],
        [number for number, edge in enumerate(new.edges) if edge.kind is not EdgeKind.ASSISTANT],
    )
    for key in _KEYS:
        _pair(matching, found, key, found.gone)
    for key in _ONE_END:
        _pair(matching, found, key, [number for number in found.gone if stays(old, number, matching.to_new)])
    return found


def stays(tree: OrgTree, number: int, mates: Sequence[int]) -> bool:
    """Whether both ends of a link are in both organisations."""
    edge = tree.edges[number]
    return all(mates[tree.numbers[id]] != UNPAIRED for id in (edge.source, edge.target))


def _pair(
    matching: Matching, found: ComparedLinks, key: Callable[[Edge, _Ends], Hashable], gone: Sequence[int]
) -> None:
    """Give the old links in `gone` new ones of the same key."""
    if not gone or not found.come:
        return
    new = matching.new
    waiting: dict[Hashable, list[int]] = {}
    for number in reversed(found.come):
        if key not in _ONE_END or stays(new, number, matching.to_old):
            waiting.setdefault(key(new.edges[number], _new_ends(matching, number)), []).append(number)
    paired: set[int] = set()
    for number in gone:
        others = waiting.get(key(matching.old.edges[number], _old_ends(matching, number)))
        if others:
            found.mates[others.pop()] = number
            paired.add(number)
    found.gone = [number for number in found.gone if number not in paired]
    found.come = [number for number in found.come if found.mates[number] is None]


def _old_ends(matching: Matching, number: int) -> _Ends:
    """Return an old link's ends as the new organisation's numbers, or (for what is gone) as its old ids."""
    edge, tree = matching.old.edges[number], matching.old
    mates = [matching.to_new[tree.numbers[id]] for id in (edge.source, edge.target)]
    source, target = (
        id if mate == UNPAIRED else mate for id, mate in zip((edge.source, edge.target), mates, strict=True)
    )
    return _ordered(edge, source, target)


def _new_ends(matching: Matching, number: int) -> _Ends:
    edge = matching.new.edges[number]
    return _ordered(edge, matching.new.numbers[edge.source], matching.new.numbers[edge.target])


def _ordered(edge: Edge, source: Hashable, target: Hashable) -> _Ends:
    """Return the ends of a link; those who work together do so both ways."""
    if edge.kind is EdgeKind.COLLABORATES and str(source) > str(target):
        return target, source
    return source, target


def link_changes(matching: Matching, links: ComparedLinks, heads: Heads) -> Iterator[Change]:
    """Yield the changes of links, but for those that came or went with one of their ends."""
    old, new = matching.old, matching.new
    for other, one in enumerate(links.mates):
        if one is not None:
            before, after = _differing(matching, one, other)
            if before != after:
                name = _name(new, new.edges[other])
                yield Change(kind=ChangeKind.LINK_CHANGED, name=name, before=before, after=after)
    for number in links.come:
        edge = new.edges[number]
        if all(_is_told(new.numbers[id], matching.to_old, heads.come) for id in (edge.source, edge.target)):
            yield Change(kind=ChangeKind.LINK_ADDED, name=_name(new, edge), after=_told(edge))
    for number in links.gone:
        edge = old.edges[number]
        if all(_is_told(old.numbers[id], matching.to_new, heads.gone) for id in (edge.source, edge.target)):
            yield Change(kind=ChangeKind.LINK_REMOVED, name=_name(old, edge), before=_told(edge))


def _is_told(number: int, mates: Sequence[int], exchanged: Container[int]) -> bool:
    """Whether no addition or removal tells of a node: it stays, or a change of heads tells of it."""
    return mates[number] != UNPAIRED or number in exchanged


def _name(tree: OrgTree, edge: Edge) -> str:
    return f"{_end(tree, edge.source)} → {_end(tree, edge.target)}"


def _end(tree: OrgTree, id: str) -> str:
    return tree.nodes[tree.numbers[id]].name


def _told(edge: Edge) -> tuple[str, ...]:
    return (edge.kind.value, *([edge.label] if edge.label else ()))


def _differing(matching: Matching, one: int, other: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what differs between two links, on either side."""
    first, second = matching.old.edges[one], matching.new.edges[other]
    facts = list(zip(_facts(first), _facts(second), strict=True))
    before = [text for text, now in facts if text != now and text]
    after = [now for text, now in facts if text != now and now]
    ends, now_ends = _old_ends(matching, one), _new_ends(matching, other)
    turns = EdgeKind.COLLABORATES in (first.kind, second.kind)
    if frozenset(ends) != frozenset(now_ends) or (ends != now_ends and not turns):
        before.insert(0, _name(matching.old, first))
        after.insert(0, _name(matching.new, second))
    return tuple(before), tuple(after)


def is_changed(old: Edge, new: Edge, pairs: Mapping[str, str]) -> bool:
    """Whether anything that is said of a link differs; `pairs` gives the new id of an old end."""
    ends, now_ends = (pairs.get(old.source), pairs.get(old.target)), (new.source, new.target)
    if EdgeKind.COLLABORATES in (old.kind, new.kind) and set(ends) == set(now_ends):
        ends = now_ends
    return ends != now_ends or _facts(old) != _facts(new)


def _facts(edge: Edge) -> tuple[str, ...]:
    days = f"{edge.start or '…'} – {edge.end or '…'}" if edge.start or edge.end else ""
    return edge.kind.value, edge.label or "", days, "proposed" if edge.proposed else ""
