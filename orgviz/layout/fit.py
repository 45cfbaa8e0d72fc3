"""Choose card widths and arrangements so that the whole chart's text is as large as it can be on its page."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.chart.values import Chart
from orgviz.layout.block import Block
from orgviz.layout.card_flow import COMFORTABLE, TIGHT, Manner
from orgviz.layout.card_looks import Looks
from orgviz.layout.card_sizes import CardSize, Sizer, widths_worth_trying
from orgviz.layout.card_texts import Text
from orgviz.layout.cards import Setter, Setting, Unset
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.options import Direction, LayoutKind, LayoutOptions
from orgviz.layout.pareto import Room, efforts_for
from orgviz.layout.place import Placed, place
from orgviz.layout.rating import Rating, weight_of
from orgviz.layout.shapes import Shapes, Tree, shapes
from orgviz.layout.spacing import Spacing
from orgviz.lean import dataclass

# Siblings get the same height where that adds at most this much (a line of text), in points.
ALIKE = 15.0
# Boxes of a large chart, and of one so large that not all of them are set at once.
LARGE, MOST_SET = 90, 5000
# A chart that is drawn at this scale or more has air enough.
ROOMY = 0.97
# Of a page, hardly any chart fills more than this; and if one fills some share, others of the same boxes at other
# widths fill at most this much more.
MOST_FILLED, FILLED_MORE = 0.6, 1.1


@dataclass(slots=True)
class Fitted:
    """Placed cards with their set text; `curved` when their lines are Bézier curves.

    Args:
        rows: in a matrix, for each crossing the line along its row.
    """

    placed: Placed
    cards: Sequence[Setting]
    spacing: Spacing
    curved: bool = False
    rows: tuple[tuple[Point, ...], ...] = ()


@dataclass(slots=True)
class _Trial:
    """A width of the cards: the sizes that they take then, and what can be hoped for."""

    sizes: list[tuple[CardSize, ...]]
    spacing: Spacing
    manner: Manner
    rating: Rating


@dataclass(slots=True)
class _Candidate:
    """A trial that was made: the best block that was found, and those of every subtree."""

    trial: _Trial
    found: Shapes
    block: Block
    score: float


def spacing_for(direction: Direction, cards: int, *, tight: bool = False) -> Spacing:
    """Return the distances for a direction; a chart from left to right is laid out on its side.

    In a large chart, whose text is small on its page, they are somewhat less.
    """
    if direction is Direction.LR:
        return Spacing(sibling=8, level=22, lone=16, stack=8, hook=8, inset=8, tree=18, margin=12)
    if tight or cards > LARGE:
        return Spacing(sibling=8, level=14, lone=9, stack=5, hook=7, inset=7, tree=20, margin=12)
    return Spacing(sibling=9, level=16, lone=11, stack=6, hook=8, inset=8, tree=22, margin=12)


def manner_of(chart: Chart, *, tight: bool = False) -> Manner:
    """Return how the cards of a chart are set: flush left where any of them holds a list."""
    flush_left = any(card.listing for card in chart.cards)
    return Manner(flush_left, chart.lang, TIGHT if tight else COMFORTABLE)


def tree_of(chart: Chart) -> Tree:
    """Return who stands under and beside whom, by index of card."""
    reports: list[list[int]] = [[] for _ in chart.cards]
    assistants: list[list[int]] = [[] for _ in chart.cards]
    roots = []
    for number, card in enumerate(chart.cards):
        if card.parent is None:
            roots.append(number)
        else:
            (assistants if card.assistant else reports)[card.parent].append(number)
    return Tree(reports, assistants, roots)


def fit(chart: Chart, options: LayoutOptions) -> Fitted:
    """Return the placed tree whose text is largest on the page, with a leaning to what people expect."""
    tree = tree_of(chart)
    looks = Looks.of(chart.cards, chart.lang)
    best = _best(_trials(chart, looks, tree, options, tight=False), tree, options)
    if best.trial.rating.scale(best.block) < ROOMY and len(chart.cards) <= LARGE:
        # A smaller chart that does not fit as it is: less air in and between the boxes makes its text larger.
        best = _best(_trials(chart, looks, tree, options, tight=True), tree, options, best)
    trial = best.trial
    placed = place(tree, best.found, best.block, trial.spacing)
    cards = _set(Setter(chart.cards, looks, trial.manner), trial.sizes, placed.boxes, options.direction)
    if options.direction is Direction.LR:
        placed = _turned(placed)
    return Fitted(placed, cards, trial.spacing)


def _trials(chart: Chart, looks: Looks, tree: Tree, options: LayoutOptions, *, tight: bool) -> list[_Trial]:
    spacing = spacing_for(options.direction, len(chart.cards), tight=tight)
    manner = manner_of(chart, tight=tight)
    widths = widths_worth_trying(looks, _width_count(len(chart.cards)), manner.density)
    sizer = Sizer(looks, manner, Text.settle if len(widths) == 1 else Text.count)
    weight = weight_of(tree.reports, tree.roots, tree.top_down())
    paragraphs = sum(len(card.paragraphs) for card in chart.cards)
    listing = [card.listing for card in chart.cards]
    trials = []
    for width in widths:
        sizes = sizer.sizes(width)
        for siblings in (*tree.reports, tree.roots):
            _make_alike(listing, siblings, sizes)
        lines = sum(choices[0].lines for choices in sizes)
        area = sum((one.width + spacing.sibling) * (one.height + spacing.stack) for one, *_ in sizes)
        rating = Rating(_page(options), spacing, weight, lines / paragraphs - 1, area)
        trials.append(_Trial(sizes, spacing, manner, rating))
    return trials


def _page(options: LayoutOptions) -> tuple[float, float] | None:
    """Return the page as the tree sees it: on its side, when it is laid out on its side."""
    if options.direction is Direction.LR and options.page is not None:
        return options.page[1], options.page[0]
    return options.page


def _best(trials: Sequence[_Trial], tree: Tree, options: LayoutOptions, best: _Candidate | None = None) -> _Candidate:
    """Return the best of what comes of some trials, and of what was found before.

    The most hopeful are made first; when none is left that can be hoped to become better, that is all.
    """
    pending = list(trials)
    fill = best.trial.rating.fill(best.block) if best else MOST_FILLED
    while pending:
        # In rows only, a chart fills its page as it happens to: what one width leaves free says nothing of another.
        most = MOST_FILLED if options.kind is LayoutKind.TREE else min(MOST_FILLED, fill * FILLED_MORE)
        if best is not None and all(trial.rating.hope(most) <= best.score for trial in pending):
            break
        trial = max(pending, key=lambda trial: trial.rating.hope(min(MOST_FILLED, fill)))
        pending.remove(trial)
        made = _made(trial, tree, options)
        fill = max(fill if best else 0.0, trial.rating.fill(made.block))
        if best is None or made.score > best.score:
            best = made
    assert best is not None  # there is at least one width
    return best


def _made(trial: _Trial, tree: Tree, options: LayoutOptions) -> _Candidate:
    turned = options.direction is Direction.LR
    sizes = [
        [(size.height, size.width) if turned else (size.width, size.height) for size in choices]
        for choices in trial.sizes
    ]
    room = Room.around(sum(choices[0][0] * choices[0][1] for choices in sizes), trial.rating.page)
    efforts = efforts_for(tree.reports, tree.roots, tree.top_down())
    found = shapes(tree, sizes, trial.spacing, efforts, room, rows_only=options.kind is LayoutKind.TREE)
    score, number = max((trial.rating.of(block), -number) for number, block in enumerate(found.forest))
    return _Candidate(trial, found, found.forest[-number], score)


def _set(
    setter: Setter, sizes: Sequence[Sequence[CardSize]], boxes: Sequence[Rect], direction: Direction
) -> list[Setting]:
    """Return each card set for the size at which it was placed, in a very large chart only once it is drawn."""
    is_late = len(boxes) > MOST_SET
    cards: list[Setting] = []
    for number, (choices, box) in enumerate(zip(sizes, boxes, strict=True)):
        width, height = (box.height, box.width) if direction is Direction.LR else (box.width, box.height)
        size = next(size for size in choices if size.width == width and size.height == height)
        cards.append(Unset(setter, number, size, height) if is_late else setter.set(number, size, height))
    return cards


def _width_count(cards: int) -> int:
    if cards <= 400:
        return 7
    if cards <= 2000:
        return 4
    return 2 if cards <= 12000 else 1


def _make_alike(listing: Sequence[bool], siblings: Sequence[int], sizes: list[tuple[CardSize, ...]]) -> None:
    """Give siblings without lists the same height, so that rows and stacks have a rhythm."""
    if len(siblings) < 2:
        return
    plain = [number for number in siblings if not listing[number]]
    heights = [sizes[number][0].height for number in plain]
    if heights and 0 < max(heights) - min(heights) <= ALIKE:
        highest = max(heights)
        for number in plain:
            sizes[number] = (sizes[number][0]._replace(height=highest),)


def _turned(placed: Placed) -> Placed:
    """Return a tree that was laid out on its side set upright: x and y change places."""
    boxes = [type(rect)(rect.y, rect.x, rect.height, rect.width) for rect in placed.boxes]
    lines = {number: tuple(type(point)(point.y, point.x) for point in line) for number, line in placed.lines.items()}
    return Placed(boxes, lines, placed.height, placed.width)
