"""Have Graphviz draw a scene: a large one in parts, several at once, each taken back as soon as it is done.

What comes out is the same, byte for byte, however many the parts are and however many are drawn at once.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import replace
from io import BytesIO

from orgviz.collector import collector_paused
from orgviz.dot_shapes import MOST_THINGS, Part, parts_of, to_shapes
from orgviz.layout.scene import Scene
from orgviz.output import graphviz_engine
from orgviz.output.drawing import Drawing, Group, Image
from orgviz.output.graphviz_engine import Task, find_engine
from orgviz.output.one_arena import share_one_arena
from orgviz.output.portraits import portraits
from orgviz.output.redraw import bare_drawing, redraw
from orgviz.output.svg_writer import OWN_IDS, Foreseen, svg_as_it_comes


def draw_scene(
    scene: Scene,
    background: str | None,
    *,
    seconds: float | None = None,
    workers: int | None = None,
    most: int = MOST_THINGS,
    tell: Callable[[str], None] = lambda _: None,
) -> Drawing:
    """Return the drawing of a scene, drawn by Graphviz.

    Args:
        background: ``#rrggbb``, or ``None`` for transparent.
        seconds: that Graphviz may take for a part, at most.
        workers: how many parts may be drawn at once; ``None`` for one on each core.
        most: boxes and lines in a part.
        tell: is told of each stage as it begins: with several parts again and again.

    Raises:
        LimitError: Graphviz takes too long, or too much.
        ToolError: Graphviz is missing or fails, or something is missing in its picture or stands elsewhere.
    """
    with collector_paused():
        groups = tuple(_groups(scene, seconds, workers, most, tell, "redrawing"))
    return replace(bare_drawing(scene, background), groups=groups)


def scene_svg(
    scene: Scene,
    background: str | None,
    *,
    id_prefix: str = "",
    seconds: float | None = None,
    workers: int | None = None,
    most: int = MOST_THINGS,
    tell: Callable[[str], None] = lambda _: None,
) -> bytes:
    """Return a scene, drawn by Graphviz, as SVG with real text.

    That is what `svg_writer.to_svg` makes of its drawing; the drawing itself is never there as a whole.

    Args:
        id_prefix: put before every id.
        others: and errors, as in `draw_scene`.
    """
    bare, groups = bare_drawing(scene, background), _groups(scene, seconds, workers, most, tell, "writing SVG")
    file = BytesIO()
    with collector_paused(), closing(groups):
        for piece in svg_as_it_comes(bare, groups, _foreseen(scene), id_prefix=id_prefix):
            file.write(piece.encode())
    return file.getvalue()


def _foreseen(scene: Scene) -> Foreseen:
    """Return what the writer of the SVG must know of the groups of a scene."""
    cards = [placed for placed in scene.cards if placed.photos]
    pictures = (item for placed in cards for item in portraits(placed) if isinstance(item, Image))
    ids = (*(placed.card.id for placed in scene.cards), *(placed.link.id for placed in scene.links))
    own = frozenset(id for id in ids if id.startswith(OWN_IDS))
    return Foreseen(own, any(picture.is_round for picture in pictures))


def _groups(
    scene: Scene,
    seconds: float | None,
    workers: int | None,
    most: int,
    tell: Callable[[str], None],
    taken_back: str,
) -> Generator[Group, None, None]:
    """Yield what stands in a scene, in the order of painting; `taken_back` is what is told while that is done."""
    parts = parts_of(scene, most)
    if len(parts) > 1:
        share_one_arena()
    waiting = iter(parts)
    engine = find_engine()
    at_once = workers or _cores()
    at_work: deque[tuple[Part, Task]] = deque()

    def begin() -> None:
        tell("writing DOT")
        while len(at_work) < at_once and (part := next(waiting, None)) is not None:
            at_work.append((part, graphviz_engine.begin_drawing(to_shapes(scene, part), engine, seconds)))

    try:
        begin()
        while at_work:
            part, task = at_work[0]
            tell("drawing")
            svg = task.answer()
            at_work.popleft()
            begin()
            tell(taken_back)
            yield from redraw(scene, part, svg)
    finally:
        for _, task in at_work:
            task.close()


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
