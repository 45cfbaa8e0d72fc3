"""Read a graph that is written as code as an outline, where it is most of what a document holds; else leave it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.people import is_person
from orgviz.folding import fold

Numbered = tuple[int, str]
_OPENS = re.compile(r"\s*(?:graph|flowchart) (?:TD|TB|LR|RL|BT);?\s*")
_SETTING = re.compile(
    r"\s*(?:%%.*|subgraph\b.*|end|direction \w+|(?:style|classDef|class|linkStyle|click)\s.*)?\s*;?\s*"
)
_ARROW = re.compile(r"\s*(?:-->|---|==>|-\.+->)\s*(?:\|[^|]*\|)?\s*")
_NODE = re.compile(
    r"(?P<id>\w[\w.-]*)\s*(?:(?:(?P<square>\[(?![(\[]))|[\[({>]{1,2})\s*(?P<quote>\")?/?(?P<label>[^\]\[{}\"]*?)"
    r"/?(?(quote)\")\s*(?(square)\]|[\])}]{1,2}))?(?::::?\w+)?\s*;?"
)
_BREAK = re.compile(r"\s*(?:<br\s*/?>|\\n)\s*")
_HELD = re.compile(r"(?P<post>[^:：()（）]{2,40})[:：]\s*(?P<who>[^:：()（）;]{2,40}?)\s*(?:[(（][^()（）]*[)）])?")
_SUB = re.compile(r"^(?:sub|vice|deputy)[- ]|^staff (?=member)")
_LEAST = 3  # edges from which on a graph is one of an organisation
_MOST = 0.5


@dataclass(slots=True)
class Graph:
    """The nodes of a graph in the order in which they are named, each with its place, label and superior."""

    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    above: dict[str, str] = field(default_factory=dict)


def without_diagrams(lines: Sequence[Numbered]) -> Iterator[tuple[int, str, int]]:
    """Yield the lines with how many columns were cut off, without graphs as code, or with the outlines they draw."""
    told = sum(bool(text.strip()) for _, text in lines)
    place = 0
    while place < len(lines):
        number, text = lines[place]
        if not _OPENS.fullmatch(text):
            yield number, text, 0
            place += 1
            continue
        block = _block(lines, place)
        drawn = sum(bool(text.strip()) for _, text in block)
        graph = _graph(block) if 2 * drawn > told - drawn - 1 else None
        if graph is not None:
            yield from _outline(graph)
        place += 1 + len(block)


def _block(lines: Sequence[Numbered], opened: int) -> Sequence[Numbered]:
    end = opened + 1
    while end < len(lines) and _is_code(lines[end][1]):
        end += 1
    return lines[opened + 1 : end]


def _is_code(text: str) -> bool:
    if _SETTING.fullmatch(text) or _ARROW.search(text):
        return True
    return text[:1].isspace() and _NODE.fullmatch(text.strip()) is not None


def _graph(block: Sequence[Numbered]) -> Graph | None:
    """Return the graph of some lines; nothing where it is none of an organisation."""
    graph = Graph()
    for number, text in block:
        if not _SETTING.fullmatch(text):
            _read_line(graph, number, text)
    known = sum(_is_name(graph, node) for node in graph.places)
    return graph if len(graph.above) >= _LEAST and known >= _MOST * len(graph.places) else None


def _is_name(graph: Graph, node: str) -> bool:
    name = _shown(graph, node).partition(" (")[0].partition(":")[0]
    return judge(fold(name)) in STRONG or is_person(name, fold(name)) or any(map(_held, _parts(graph, node)))


def _read_line(graph: Graph, number: int, text: str) -> None:
    """Read `CEO[Ann Lee] --> CFO & COO`, also with more arrows behind it."""
    position = 0
    before: str | None = None
    for arrow in (*_ARROW.finditer(text), None):
        end = arrow.start() if arrow else len(text)
        nodes = [_noted(graph, number, match) for match in _NODE.finditer(text, position, end)]
        for node in nodes:
            if before is not None and not _is_above(graph, node, before):
                graph.above.setdefault(node, before)
        before, position = nodes[0] if nodes else None, arrow.end() if arrow else end


def _noted(graph: Graph, number: int, match: re.Match[str]) -> str:
    """Keep where a node stands, at best with its label, and return it."""
    node = match["id"]
    start = match.start("label") if match["label"] else match.start()
    graph.places.setdefault(node, (number, start))
    if match["label"] and node not in graph.labels:
        graph.labels[node], graph.places[node] = match["label"], (number, start)
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
    return [part for part in _BREAK.split(graph.labels.get(node, node)) if part]


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
        sign = "  " * depth + "- "
        yield number, sign + _shown(graph, node), start - len(sign)
        waiting.extend((child, depth + 1) for child in reversed(below.get(node, ())))
