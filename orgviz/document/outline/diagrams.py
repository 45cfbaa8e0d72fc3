"""Read a graph that is written as code as an outline, where it is most of what a document holds; else leave it out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from orgviz.document.names.judging import STRONG, Sort, is_known_field, judge
from orgviz.document.names.people import is_person
from orgviz.document.outline.notations import NOTATIONS, Notation
from orgviz.folding import fold
from orgviz.patterns import pattern

Numbered = tuple[int, str]
_BREAK = pattern(r"\s*(?:<br\s*/?>|\\n)\s*")
_HELD = pattern(r"(?P<post>[^:：()（）]{2,40})[:：]\s*(?P<who>[^:：()（）;]{2,40}?)\s*(?:[(（][^()（）]*[)）])?")
_SUB = pattern(r"^(?:sub|vice|deputy)[- ]|^staff (?=member)")
_LEAST = 3  # edges from which on a graph is one of an organisation
_MOST = 0.5
_NEARLY_ALL = 0.8  # of the nodes of a graph amid other text


@dataclass(slots=True)
class Graph:
    """The nodes of a graph in the order in which they are named, each with its place, label and superior.

    Args:
        dotted: for each node the first to which it has a dotted line.
        holding: the nodes that hold those that follow, the outermost first.
        within: the innermost group in which each node stands where it is first named.
    """

    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    above: dict[str, str] = field(default_factory=dict)
    dotted: dict[str, str] = field(default_factory=dict)
    holding: list[str] = field(default_factory=list)
    within: dict[str, str] = field(default_factory=dict)


def without_diagrams(lines: Sequence[Numbered]) -> Iterator[tuple[int, str, int]]:
    """Yield the lines with how many columns were cut off, without graphs as code, or with the outlines they draw."""
    told = sum(bool(text.strip()) for _, text in lines)
    place = 0
    while place < len(lines):
        number, text = lines[place]
        notation = next((one for one in NOTATIONS if one.opens.fullmatch(text)), None)
        if notation is None:
            yield number, text, 0
            place += 1
            continue
        block = _block(lines, place, notation)
        drawn = sum(bool(text.strip()) for _, text in block)
        graph = _graph(block, notation, _MOST if 2 * drawn > told - drawn - 1 else _NEARLY_ALL)
        if graph is not None:
            yield from _outline(graph)
        place += 1 + len(block)


def _block(lines: Sequence[Numbered], opened: int, notation: Notation) -> Sequence[Numbered]:
    end = opened + 1
    while end < len(lines) and not _is_behind(lines[end][1], notation):
        end += 1
    return lines[opened + 1 : end]


def _is_behind(text: str, notation: Notation) -> bool:
    """Whether a line is the first behind a graph, or the one that closes it."""
    if notation.closes is not None:
        return notation.closes.fullmatch(text) is not None
    if notation.setting.fullmatch(text) or notation.arrow.search(text):
        return False
    if notation.groups is not None and notation.groups.fullmatch(text):
        return False
    return not (text[:1].isspace() and notation.node.fullmatch(text.strip()))


def _graph(block: Sequence[Numbered], notation: Notation, share: float) -> Graph | None:
    """Return the graph of some lines; nothing where fewer than a share of its nodes are named as units or posts."""
    graph = Graph()
    for number, text in block:
        level = notation.levels.fullmatch(text) if notation.levels is not None else None
        if level is not None:
            _read_level(graph, number, level)
            continue
        group = notation.groups.fullmatch(text) if notation.groups is not None else None
        if group is not None:
            _open_or_close(graph, number, group)
            continue
        if notation.holds is not None and _is_held_or_holds(graph, number, text, notation.holds, notation):
            continue
        if not notation.setting.fullmatch(text):
            for statement in _STATEMENT.finditer(text):
                _read_statement(graph, number, statement, notation)
    _settle_dotted(graph)
    _settle_groups(graph)
    edges = len(graph.above)
    _bracket_people(graph)
    groups = frozenset(graph.within.values())
    known = sum(_is_name(graph, node, is_group=node in groups) for node in graph.places)
    fields = sum(is_known_field(fold(_shown(graph, node))) for node in graph.places)
    spreads = 2 * len({*graph.above.values()}) <= len(graph.places)  # unlike the steps of a process
    are_fields = known > 0 and spreads and known + fields >= _NEARLY_ALL * len(graph.places)
    return graph if edges >= _LEAST and (known >= share * len(graph.places) or are_fields) else None


def _read_level(graph: Graph, number: int, match: re.Match[str]) -> None:
    """Read a node that says by its signs how deep it stands: *** Night shift."""
    depth, node = len(match["depth"]), f"{number}"
    del graph.holding[depth - 1 :]
    graph.places[node] = (number, match.start("label"))
    graph.labels[node] = match["label"]
    if graph.holding:
        graph.above[node] = graph.holding[-1]
    graph.holding.append(node)


def _open_or_close(graph: Graph, number: int, match: re.Match[str]) -> None:
    """Read where a group of nodes begins, by its name, or ends."""
    if match["end"]:
        del graph.holding[-1:]
        return
    shown = next((group for group in ("label", "quoted", "words", "id") if match[group]), None)
    node = match["id"] or (match[shown] if shown else "")
    graph.places.setdefault(node, (number, match.start(shown) if shown else 0))
    if graph.holding:
        graph.within.setdefault(node, graph.holding[-1])
    if shown:
        words = _HUMP.sub(" ", match[shown])
        graph.labels[node] = words if judge(fold(words)) in STRONG else match[shown]
    graph.holding.append(node)


_HUMP = pattern(r"(?<=[a-z])(?=[A-Z])")  # ProductManager


def _settle_dotted(graph: Graph) -> None:
    """Put what has a dotted line and no other below whoever is at the other end."""
    placed = frozenset((*graph.above, *graph.above.values()))
    for node, above in graph.dotted.items():
        if node not in placed and not _is_above(graph, above, node):
            graph.above.setdefault(node, above)


def _settle_groups(graph: Graph) -> None:
    """Put what stands in a group and below nothing else below the group; leave out groups with nothing below."""
    for node, group in graph.within.items():
        if group and not _is_above(graph, group, node):
            graph.above.setdefault(node, group)
    used = {*graph.above, *graph.above.values()}
    for group in [*graph.within.values(), ""]:
        if group not in used:
            graph.places.pop(group, None)


def _bracket_people(graph: Graph) -> None:
    """Put the people of a group, below whom nothing stands, behind its name."""
    leading = frozenset(graph.above.values())
    people: dict[str, list[str]] = {}
    for node, group in graph.within.items():
        name = graph.labels.get(node, node)
        if graph.above.get(node) == group and node not in leading and is_person(name, fold(name)):
            people.setdefault(group, []).append(node)
    for group, nodes in people.items():
        names = ", ".join(graph.labels.get(node, node) for node in nodes)
        graph.labels[group] = f"{graph.labels.get(group, group)} ({names})"
        for node in nodes:
            del graph.places[node], graph.above[node]


def _is_name(graph: Graph, node: str, *, is_group: bool) -> bool:
    """Whether a node is called as a unit, a post or a person is, or is a group with people behind its name."""
    shown = _shown(graph, node)
    if is_group and " (" in shown:
        return True
    name = shown.partition(" (")[0].partition(":")[0]
    return judge(fold(name)) in STRONG or is_person(name, fold(name)) or any(map(_held, _parts(graph, node)))


_STATEMENT = pattern(r"(?:\"[^\"]*\"|\[[^\]]*\]|\([^)]*\)|[^;])+")


def _read_statement(graph: Graph, number: int, statement: re.Match[str], notation: Notation) -> None:
    """Read `CEO[Ann Lee] --> CFO & COO`, also with more arrows behind it."""
    position, last = statement.span()
    before, above = None, graph.above
    for arrow in (*notation.arrow.finditer(statement.string, position, last), None):
        end = arrow.start() if arrow else last
        nodes = [_noted(graph, number, match) for match in notation.node.finditer(statement.string, position, end)]
        for node in nodes:
            if before is not None and not _is_above(graph, node, before):
                above.setdefault(node, before)
        above = graph.dotted if arrow and notation.dotted and notation.dotted.match(arrow[0]) else graph.above
        before, position = nodes[0] if nodes else None, arrow.end() if arrow else end


def _is_held_or_holds(graph: Graph, number: int, text: str, holds: re.Pattern[str], notation: Notation) -> bool:
    """Read a node that holds others or, on a line of its own, is held by one; the bracket at the end closes it."""
    if text.strip() == "}" and graph.holding:
        graph.holding.pop()
        return True
    is_opened = holds.fullmatch(text) is not None
    if notation.setting.fullmatch(text) or (notation.arrow.search(text) and not is_opened):
        return False
    match = notation.node.match(text.strip(" \t{"))
    if match is None:
        return False
    node = _noted(graph, number, match)
    if graph.holding and not _is_above(graph, node, graph.holding[-1]):
        graph.above.setdefault(node, graph.holding[-1])
    if is_opened:
        graph.holding.append(node)
    return True


def _noted(graph: Graph, number: int, match: re.Match[str]) -> str:
    """Keep where a node stands, at best with its label, and return it."""
    groups = match.groupdict()
    written = groups.get("id") or groups.get("text") or ""
    node = groups.get("alias") or written
    if node not in graph.places and graph.holding:
        graph.within[node] = graph.holding[-1]
    shown = next((group for group in ("label", "text") if groups.get(group)), None)
    place = (number, match.start(shown or "id"))
    graph.places.setdefault(node, place)
    if node not in graph.labels and (shown or node != written):
        graph.labels[node], graph.places[node] = match[shown] if shown else written, place
    return node


_DEEPEST = 40


def _is_above(graph: Graph, node: str, other: str) -> bool:
    """Whether a node is another, or stands above it; also where that is too deep to tell."""
    for _ in range(_DEEPEST):
        if other == node:
            return True
        if other not in graph.above:
            return False
        other = graph.above[other]
    return True


def _parts(graph: Graph, node: str) -> list[str]:
    return [part for part in _BREAK.split(html.unescape(graph.labels.get(node, node))) if part]


def _held(part: str) -> re.Match[str] | None:
    """Tell a post and who holds it, on a line of its own below the name of a unit."""
    held = _HELD.fullmatch(part)
    return held if held and judge(_SUB.sub("", fold(held["post"]))) is Sort.POST else None


def _shown(graph: Graph, node: str) -> str:
    """Return how a node is called: its title, with the person, or the post and its holder, in brackets behind it."""
    parts = _parts(graph, node)
    held = [f"{match['post']}: {match['who']}" for match in map(_held, parts[1:]) if match]
    people = held or [part for part in parts if is_person(part, fold(part))]
    titles = [part for number, part in enumerate(parts) if part not in people and not (held and number and _held(part))]
    whole = " ".join(titles)
    if held or (len(titles) > 1 and ("/" in whole or judge(fold(whole)) not in STRONG)):
        titles = [next((one for one in titles if judge(fold(one)) in STRONG), whole)]
    return f"{titles[0]} ({people[0]})" if titles and people else " ".join(titles or parts)


def _outline(graph: Graph) -> Iterator[tuple[int, str, int]]:
    """Yield the nodes from the top down as a list, each at the place where its name stands."""
    below: dict[str, list[str]] = {}
    for node in graph.places:
        if node in graph.above:
            below.setdefault(graph.above[node], []).append(node)
    waiting = [(node, 0) for node in reversed(graph.places) if node not in graph.above]
    while waiting:
        node, depth = waiting.pop()
        number, start = graph.places[node]
        sign = "   " * depth + "├─ "  # a drawn tree: what stands in it is named, whatever it is called
        yield number, sign + _shown(graph, node), start - len(sign)
        waiting.extend((child, depth + 1) for child in reversed(below.get(node, ())))
