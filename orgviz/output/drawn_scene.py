"""Have Graphviz draw a scene: a large one in parts, several at once, each taken back as soon as it is done.

What comes out is the same, byte for byte, however many the parts are and however many are drawn at once.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from orgviz.collector import collector_paused
from orgviz.dot_shapes import MOST_THINGS, Part, parts_of, to_shapes
from orgviz.layout.scene import Scene
from orgviz.output import graphviz_engine
from orgviz.output.drawing import Drawing, Group
from orgviz.output.graphviz_engine import Task, find_engine
from orgviz.output.redraw import bare_drawing, redraw


def draw_scene(
    scene: Scene, *, seconds: float | None = None, workers: int | None = None, most: int = MOST_THINGS
) -> Drawing:
    """Return the drawing of a scene, drawn by Graphviz.

    Args:
        seconds: that Graphviz may take for a part, at most.
        workers: how many parts may be drawn at once; ``None`` for one on each core.
        most: boxes and lines in a part.

    Raises:
        LimitError: Graphviz takes too long, or too much.
        ToolError: Graphviz is missing or fails, or something is missing in its picture or stands elsewhere.
    """
    with collector_paused():
        groups = tuple(drawn_groups(scene, seconds=seconds, workers=workers, most=most))
    return replace(bare_drawing(scene), groups=groups)


def drawn_groups(
    scene: Scene, *, seconds: float | None = None, workers: int | None = None, most: int = MOST_THINGS
) -> Iterator[Group]:
    """Yield what stands in a scene, drawn by Graphviz, in the order of painting.

    Arguments and errors are those of `draw_scene`.
    """
    waiting = iter(parts_of(scene, most))
    engine = find_engine()
    at_once = workers or _cores()
    at_work: deque[tuple[Part, Task]] = deque()

    def begin() -> None:
        while len(at_work) < at_once and (part := next(waiting, None)) is not None:
            at_work.append((part, graphviz_engine.begin_drawing(to_shapes(scene, part), engine, seconds)))

    try:
        begin()
        while at_work:
            part, task = at_work[0]
            svg = task.answer()
            at_work.popleft()
            begin()
            yield from redraw(scene, part, svg)
    finally:
        for _, task in at_work:
            task.close()


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
