"""Write an organisation in the words of each program; all of them say the same boxes and the same lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from tools.bench.organisations import Box

Write: TypeAlias = Callable[[Sequence[Box]], str]


def to_yaml(boxes: Sequence[Box]) -> str:
    """Return it for orgviz: posts that name whom they report to."""
    lines = ["positions:"]
    for number, box in enumerate(boxes):
        manager = "" if box.parent is None else f", reports_to: b{box.parent}"
        lines.append(f"  - {{id: b{number}, title: {box.title}, holder: {box.holder}{manager}}}")
    return _joined(lines)


def to_boxes(boxes: Sequence[Box]) -> str:
    """Return it as JSON, for the programs in `tools/bench/programs`."""
    return json.dumps(
        [
            {"id": f"b{number}", "lines": box.lines, "parent": None if box.parent is None else f"b{box.parent}"}
            for number, box in enumerate(boxes)
        ],
        ensure_ascii=False,
    )


def to_dot(boxes: Sequence[Box]) -> str:
    """Return it as DOT, without places."""
    nodes = [f'b{number} [label="{box.title}\\n{box.holder}"]' for number, box in enumerate(boxes)]
    edges = [f"b{box.parent} -> b{number}" for number, box in enumerate(boxes) if box.parent is not None]
    return _joined(["digraph {", "node [shape=box]", *nodes, *edges, "}"])


def to_wbs(boxes: Sequence[Box]) -> str:
    """Return it as PlantUML's work breakdown structure."""
    return _joined(["@startwbs", *_starred(boxes), "@endwbs"])


def to_mind_map(boxes: Sequence[Box]) -> str:
    """Return it as PlantUML's mind map."""
    return _joined(["@startmindmap", *_starred(boxes), "@endmindmap"])


def to_mermaid(boxes: Sequence[Box]) -> str:
    """Return it as Mermaid's flowchart."""
    nodes = [f'b{number}["{box.title}<br/>{box.holder}"]' for number, box in enumerate(boxes)]
    edges = [f"b{box.parent} --> b{number}" for number, box in enumerate(boxes) if box.parent is not None]
    return _joined(["flowchart TD", *nodes, *edges])


def to_d2(boxes: Sequence[Box]) -> str:
    """Return it for D2."""
    nodes = [f'b{number}: "{box.title}\\n{box.holder}"' for number, box in enumerate(boxes)]
    edges = [f"b{box.parent} -> b{number}" for number, box in enumerate(boxes) if box.parent is not None]
    return _joined([*nodes, *edges])


def _starred(boxes: Sequence[Box]) -> Iterator[str]:
    """Yield the boxes as trees, a star for each level; PlantUML knows one root, so a forest gets one more."""
    reports: list[list[int]] = [[] for _ in boxes]
    roots: list[int] = []
    for number, box in enumerate(boxes):
        (roots if box.parent is None else reports[box.parent]).append(number)
    level = 1
    if len(roots) > 1:
        yield "* All"
        level = 2
    waiting = [(root, level) for root in reversed(roots)]
    while waiting:
        number, level = waiting.pop()
        yield f"{'*' * level} {boxes[number].title}\\n{boxes[number].holder}"
        waiting.extend((report, level + 1) for report in reversed(reports[number]))


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"
