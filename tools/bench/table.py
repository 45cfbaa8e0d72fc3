"""Write the results of the bench as tables in Markdown: a row for each peer, a column for each size or shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tools.bench.growth import exponent
from tools.bench.measure import Failure
from tools.bench.organisations import Shape
from tools.bench.peers import FLOOR, ORGVIZ, PEERS
from tools.bench.results import Measured, Results

_MB, _KB = 1e6, 1e3

Value: TypeAlias = Callable[[Measured], float | None]
Written: TypeAlias = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a table is of.

    Args:
        value: of a cell; ``None`` where it is not known.
        written: how a value is written.
        more_is_better: for letters; everything else is a cost.
    """

    value: Value
    written: Written
    more_is_better: bool = False

    def is_better(self, value: float, than: float) -> bool:
        """Tell whether one value is better than another, by more than measuring may err."""
        return value > than * 1.05 if self.more_is_better else value < than * 0.95


def _short(value: float) -> str:
    """Return a number as exact as it needs to be: 0.034, 0.52, 3.1, 47, 1,234."""
    for below, digits in ((0.1, 3), (1, 2), (10, 1)):
        if value < below:
            return f"{value:.{digits}f}"
    return f"{value:,.0f}"


SECONDS = Quantity(lambda cell: cell.seconds, _short)
MEMORY = Quantity(lambda cell: None if cell.peak is None else cell.peak / _MB, lambda value: f"{value:,.0f}")
SIZE = Quantity(lambda cell: cell.size / _KB, lambda value: f"{value:,.0f}")
LETTERS = Quantity(lambda cell: cell.picture.on_slide, _short, more_is_better=True)
_QUALITIES = {"quicker": SECONDS, "less memory": MEMORY, "a smaller file": SIZE, "larger letters": LETTERS}


def tables(results: Results) -> Mapping[str, str]:
    """Return each table by the name that it has in the page."""
    return {
        "machine": _machine(results),
        "time": _times(results, ORGVIZ),
        "floor": _times(results, FLOOR),
        "memory": _by_size(results, MEMORY, _peers(results)),
        "size": _by_size(results, SIZE, _peers(results)),
        "letters": _by_size(results, LETTERS, _drawers(results)),
        "extent": _extents(results),
        "shapes": _shapes(results),
        "failures": _failures(results),
        "wins": _wins(results),
    }


def _machine(results: Results) -> str:
    versions = [f"{PEERS[peer].title} {told}" for peer, told in results.versions.items() if peer != FLOOR]
    lines = [
        f"{results.machine}. Seed {results.seed}; a program that takes longer than {results.limit:g} seconds is ended.",
        "",
        f"Versions: {'; '.join(versions)}.",
    ]
    if results.lacking:
        lacking = [f"{PEERS[peer].title} ({why})" for peer, why in results.lacking.items()]
        lines += ["", f"Not measured: {'; '.join(lacking)}."]
    return "\n".join(lines) + "\n"


def _times(results: Results, yardstick: str) -> str:
    """Return how many times as long as the yardstick each peer takes; of the yardstick, the seconds."""
    sizes = results.sizes(Shape.BALANCED)
    base = results.of(yardstick, Shape.BALANCED)
    rows = []
    for peer in _peers(results):
        found = results.of(peer, Shape.BALANCED)
        seconds = {size: cell.seconds for size, cell in found.items() if isinstance(cell, Measured)}
        is_yardstick = peer == yardstick
        cells = [
            _plain(found.get(size), SECONDS) if is_yardstick else _ratio(found.get(size), base.get(size))
            for size in sizes
        ]
        slope = exponent(seconds)
        grows = "" if slope is None else f"{slope:.2f}"
        rows.append([_title(peer, ", seconds" if is_yardstick else ""), *cells, grows])
    return _table(["boxes", *(f"{size:,}" for size in sizes), "exponent"], rows)


def _ratio(cell: Measured | Failure | None, base: Measured | Failure | None) -> str:
    if not isinstance(cell, Measured):
        return _failed(cell)
    if not isinstance(base, Measured):
        return f"{_short(cell.seconds)} s"
    text = f"× {_short(cell.seconds / base.seconds)}"
    return f"**{text}**" if SECONDS.is_better(cell.seconds, base.seconds) else text


def _by_size(results: Results, quantity: Quantity, peers: Sequence[str]) -> str:
    sizes = results.sizes(Shape.BALANCED)
    ours = results.of(ORGVIZ, Shape.BALANCED)
    rows = []
    for peer in peers:
        found = results.of(peer, Shape.BALANCED)
        rows.append([_title(peer), *(_plain(found.get(size), quantity, ours.get(size)) for size in sizes)])
    return _table(["boxes", *(f"{size:,}" for size in sizes)], rows)


def _plain(cell: Measured | Failure | None, quantity: Quantity, than: Measured | Failure | None = None) -> str:
    """Return a value, in bold where it is better than ours."""
    if not isinstance(cell, Measured):
        return _failed(cell)
    value = quantity.value(cell)
    if value is None:
        return "?"
    text = quantity.written(value)
    ours = quantity.value(than) if isinstance(than, Measured) else None
    return f"**{text}**" if ours is not None and quantity.is_better(value, ours) else text


def _extents(results: Results) -> str:
    """Return how wide and high the pictures are, in their own units."""
    sizes = results.sizes(Shape.BALANCED)
    rows = []
    for peer in _drawers(results):
        found = results.of(peer, Shape.BALANCED)
        rows.append([_title(peer), *(_extent(found.get(size)) for size in sizes)])
    return _table(["boxes", *(f"{size:,}" for size in sizes)], rows)


def _extent(cell: Measured | Failure | None) -> str:
    if not isinstance(cell, Measured):
        return _failed(cell)
    return f"{cell.picture.width:,.0f} × {cell.picture.height:,.0f}"


def _shapes(results: Results) -> str:
    """Return seconds and letters for each shape, at the size that all of them were measured at."""
    others = [shape for shape in Shape if shape is not Shape.BALANCED and results.sizes(shape)]
    if not others:
        return ""
    (size,) = results.sizes(others[0])
    shapes = [shape for shape in Shape if size in results.sizes(shape)]
    rows = []
    for peer in _peers(results):
        cells = [results.of(peer, shape).get(size) for shape in shapes]
        ours = [results.of(ORGVIZ, shape).get(size) for shape in shapes]
        rows.append([_title(peer), *(_both(cell, than) for cell, than in zip(cells, ours, strict=True))])
    return _table([f"{size:,} boxes", *shapes], rows)


def _both(cell: Measured | Failure | None, than: Measured | Failure | None) -> str:
    if not isinstance(cell, Measured):
        return _failed(cell)
    return f"{_plain(cell, SECONDS, than)} s, {_plain(cell, LETTERS, than)} pt"


def _failed(cell: Failure | None) -> str:
    if cell is None:
        return "–"
    return cell.reason if cell.reason.startswith("over ") else "fails"


def _failures(results: Results) -> str:
    """Return what the programs said that failed for another reason than time."""
    told = [
        f"- {PEERS[cell.peer].title}, {cell.shape}, {cell.boxes:,} boxes: {_escaped(cell.outcome.reason)}\n"
        for cell in results.cells
        if isinstance(cell.outcome, Failure) and not cell.outcome.reason.startswith("over ")
    ]
    return "".join(told) or "None failed for another reason than time.\n"


def _wins(results: Results) -> str:
    """Return in what, and at which sizes, each peer is better than orgviz."""
    ours = results.of(ORGVIZ, Shape.BALANCED)
    told = []
    for peer in _drawers(results):
        found = results.of(peer, Shape.BALANCED)
        better = [(words, _better(found, ours, quantity)) for words, quantity in _QUALITIES.items()]
        points = [f"{words} at {', '.join(f'{size:,}' for size in sizes)}" for words, sizes in better if sizes]
        if points:
            told.append(f"- {PEERS[peer].title}: {'; '.join(points)}.\n")
    return "".join(told) or "Nobody, in this run.\n"


def _better(
    found: Mapping[int, Measured | Failure], ours: Mapping[int, Measured | Failure], quantity: Quantity
) -> list[int]:
    """Return the sizes at which one is better than orgviz, or at which only orgviz failed."""
    sizes = []
    for size, cell in sorted(found.items()):
        than = ours.get(size)
        if not isinstance(cell, Measured):
            continue
        value = quantity.value(cell)
        base = quantity.value(than) if isinstance(than, Measured) else None
        if not isinstance(than, Measured) or (value and base and quantity.is_better(value, base)):
            sizes.append(size)
    return sizes


def _escaped(text: str) -> str:
    return "`" + text.replace("`", "'") + "`"


def _peers(results: Results) -> list[str]:
    """Return who was measured, in the order of `PEERS`."""
    measured = {cell.peer for cell in results.cells}
    return [peer for peer in PEERS if peer in measured]


def _drawers(results: Results) -> list[str]:
    """Return who decides where boxes stand: the floor draws ours."""
    return [peer for peer in _peers(results) if peer != FLOOR]


def _title(peer: str, more: str = "") -> str:
    title = f"{PEERS[peer].title}{more}"
    return f"*{title}*" if peer == ORGVIZ else title


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
