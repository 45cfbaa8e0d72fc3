"""Have Graphviz draw a scene: a large one in parts, several at once, each taken back as soon as it is done.

What comes out is the same, byte for byte, however many the parts are and however many are drawn at once.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import replace
from itertools import chain

from orgviz.collector import collector_paused
from orgviz.dot_shapes import MOST_WORK, Part, parts_of, to_shapes
from orgviz.layout.scene import Scene
from orgviz.output import graphviz_engine
from orgviz.output.drawing import Drawing, Group, Image
from orgviz.output.graphviz_engine import Task, find_engine
from orgviz.output.one_arena import share_one_arena
from orgviz.output.portraits import portraits
from orgviz.output.redraw import bare_drawing, redraw
from orgviz.output.svg_writer import OWN_IDS, Foreseen, learn_widths, svg_around, svg_of_groups

# Each takes some hundred megabytes for a part of a very large chart.
_MOST_CORES = 8
# Of more parts, one process writes each in some steps: it holds less at a time, and Graphviz starts more often.
_FEW_PARTS, _STEPS = 4, 4


def draw_scene(
    scene: Scene,
    background: str | None,
    *,
    seconds: float | None = None,
    workers: int | None = None,
    most: int = MOST_WORK,
    tell: Callable[[str], None] = lambda _: None,
) -> Drawing:
    """Return the drawing of a scene, drawn by Graphviz.

    Args:
        background: ``#rrggbb``, or ``None`` for transparent.
        seconds: that Graphviz may take for a part, at most.
        workers: how many parts may be drawn at once; ``None`` for one on each core.
        most: work of a part, see `parts_of`.
        tell: is told of each stage as it begins: with several parts again and again.

    Raises:
        LimitError: Graphviz takes too long, or too much.
        ToolError: Graphviz is missing or fails, or something is missing in its picture or stands elsewhere.
    """
    groups: list[Group] = []
    with collector_paused(), closing(_pictures(scene, seconds, workers or _cores(), most, tell)) as pictures:
        for part, svg in pictures:
            tell("redrawing")
            groups.extend(redraw(scene, part, svg))
    return replace(bare_drawing(scene, background), groups=tuple(groups))


def svg_in_pieces(
    scene: Scene,
    background: str | None,
    *,
    id_prefix: str = "",
    seconds: float | None = None,
    workers: int | None = None,
    most: int = MOST_WORK,
    tell: Callable[[str], None] = lambda _: None,
) -> Generator[bytes, None, None]:
    """Yield a scene, drawn by Graphviz, as SVG with real text, in pieces, each made when it is asked for.

    Together they are what `svg_writer.to_svg` makes of its drawing; neither is ever there as a whole.

    Args:
        id_prefix: put before every id.
        others: and errors, as in `draw_scene`.
    """
    foreseen = _foreseen(scene)
    before, after = svg_around(bare_drawing(scene, background), foreseen, id_prefix=id_prefix)

    def written(part: Part, svg: bytes) -> bytes:
        return svg_of_groups(redraw(scene, part, svg), foreseen, id_prefix=id_prefix).encode()

    with collector_paused(), closing(_written(scene, written, seconds, workers or _cores(), most, tell)) as pieces:
        yield before.encode()
        yield from pieces
        yield after.encode()


def _foreseen(scene: Scene) -> Foreseen:
    """Return what the writer of the SVG must know of the groups of a scene."""
    cards = [placed for placed in scene.cards if placed.photos]
    pictures = (item for placed in cards for item in portraits(placed) if isinstance(item, Image))
    ids = (*(placed.card.id for placed in scene.cards), *(placed.link.id for placed in scene.links))
    own = frozenset(id for id in ids if id.startswith(OWN_IDS))
    return Foreseen(own, any(picture.is_round for picture in pictures))


def _written(
    scene: Scene,
    written: Callable[[Part, bytes], bytes],
    seconds: float | None,
    at_once: int,
    most: int,
    tell: Callable[[str], None],
) -> Generator[bytes, None, None]:
    """Yield what is `written` of each part and Graphviz's picture of it, in order."""
    parts = parts_of(scene, most, at_once)
    if len(parts) > 1 and at_once > 1:
        from orgviz.output import forks  # noqa: PLC0415 - small charts need none

        copies = forks.copies_with_room(at_once)
        if copies > 1 and forks.may_fork():
            share_one_arena()
            learn_widths()
            engine = find_engine()
            tell("drawing")

            def make(part: Part) -> bytes:
                return written(part, graphviz_engine.draw(to_shapes(scene, part), engine, seconds))

            with closing(forks.made_by_forks(make, parts, copies)) as made:
                yield from chain.from_iterable(made)
            return
    least = most if len(parts) <= _FEW_PARTS else -(-most // _STEPS)
    with closing(_pictures(scene, seconds, at_once, least, tell)) as pictures:
        for part, svg in pictures:
            tell("writing SVG")
            yield written(part, svg)


def _pictures(
    scene: Scene, seconds: float | None, at_once: int, most: int, tell: Callable[[str], None]
) -> Generator[tuple[Part, bytes], None, None]:
    """Yield each part with Graphviz's picture of it, in order; while one is taken back, others are drawn."""
    parts = parts_of(scene, most, at_once)
    if len(parts) > 1:
        share_one_arena()
    waiting = iter(parts)
    engine = find_engine()
    at_work: deque[tuple[Part, Task]] = deque()

    def begin() -> None:
        tell("writing DOT")
        while len(at_work) < at_once and (part := next(waiting, None)) is not None:
            task = graphviz_engine.drawing_task(to_shapes(scene, part), engine, seconds)
            at_work.append((part, task))
            task.begin()

    try:
        begin()
        while at_work:
            part, task = at_work[0]
            tell("drawing")
            svg = task.answer()
            at_work.popleft()
            begin()
            yield part, svg
    finally:
        for _, task in at_work:
            task.close()


def _cores() -> int:
    """Return on how many cores parts are drawn: those that this process may use, while memory lasts."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _MOST_CORES)
