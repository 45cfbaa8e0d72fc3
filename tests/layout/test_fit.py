"""Of all widths of the cards the best is chosen, and few are laid out to find it."""

import pytest

from orgviz.layout import arrange, block, pack, shapes
from orgviz.layout import fit as fitting
from orgviz.layout.cards import Unset
from orgviz.layout.fit import fit
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import PAGES, Direction, LayoutKind, LayoutOptions
from orgviz.layout.pareto import Effort
from tools.layout_speed import chart_of, chart_under

SLIDE = LayoutOptions()


def every_score(chart, options=SLIDE):
    """Return the rating of each width that could be tried for a chart that is not set tight."""
    tree = fitting.tree_of(chart)
    trials = fitting._trials(chart, fitting.Looks.of(chart.cards, chart.lang), tree, options, tight=False)
    return [fitting._made(trial, tree, options).score for trial in trials]


def chosen(chart, monkeypatch, options=SLIDE):
    """Return the ratings of the widths that are laid out."""
    scores = []
    make = fitting._made

    def note(*arguments):
        scores.append((made := make(*arguments)).score)
        return made

    with monkeypatch.context() as patched:
        patched.setattr(fitting, "_made", note)
        fit(chart, options)
    return scores


@pytest.mark.parametrize("boxes", [91, 160, 250])
def test_the_best_width_is_found_though_few_are_laid_out(boxes, monkeypatch):
    chart = chart_of(boxes)
    scores, every = chosen(chart, monkeypatch), every_score(chart)
    assert max(scores) == max(every)
    assert len(scores) < len(every)


@pytest.mark.parametrize("page", [None, PAGES["4:3"], (300.0, 2000.0)])
def test_the_best_width_is_found_for_any_page(page, monkeypatch):
    options = LayoutOptions(page=page)
    chart = chart_of(100, 2, 5)
    assert max(chosen(chart, monkeypatch, options)) == max(every_score(chart, options))


def test_a_card_is_as_large_as_the_place_that_it_got():
    fitted = fit(chart_of(120), SLIDE)
    for card, box in zip(fitted.cards, fitted.placed.boxes, strict=True):
        assert (card.width, card.height) == (box.width, box.height)


def test_the_work_grows_with_the_boxes(monkeypatch):
    monkeypatch.setattr(Effort, "for_size", staticmethod(lambda _: Effort(blocks=4, estimates=6, widths=2)))
    monkeypatch.setattr(fitting, "_width_count", lambda _: 1)
    built = {boxes: blocks_built(chart_of(boxes), monkeypatch) for boxes in (1000, 4000)}
    assert built[4000] <= 4 * 1.3 * built[1000]


def blocks_built(chart, monkeypatch):
    count = 0
    build = shapes.build

    def counted(*arguments):
        nonlocal count
        count += 1
        return build(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(shapes, "build", counted)
        fit(chart, SLIDE)
    return count


SHAPES = {
    "chain": lambda boxes: [None, *range(boxes - 1)],
    "reports of one box": lambda boxes: [None] + [0] * (boxes - 1),
    "forest": lambda boxes: [None if box % 5 == 0 else box - box % 5 for box in range(boxes)],
    "pairs": lambda boxes: [None, *((box - 1) // 2 for box in range(1, boxes))],
}


@pytest.mark.parametrize("kind", [LayoutKind.AUTO, LayoutKind.TREE])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_steps_grow_with_the_boxes_whatever_stands_under_what(shape, kind, monkeypatch):
    monkeypatch.setattr(Effort, "for_size", staticmethod(lambda _: Effort(blocks=4, estimates=6, widths=2)))
    monkeypatch.setattr(fitting, "_width_count", lambda _: 1)
    seen = {boxes: steps_made(chart_under(SHAPES[shape](boxes)), kind, monkeypatch) for boxes in (750, 3000)}
    assert seen[750] > 750 / 50
    assert seen[3000] <= 4 * 1.5 * seen[750]


def steps_made(chart, kind, monkeypatch):
    """Return how many blocks are built, boxes are set in lines of chains, and bands of contours are looked at."""
    count = 0

    def counted(function):
        def call(first, *others):
            nonlocal count
            count += len(first) if isinstance(first, list) else 1
            return function(first, *others)

        return call

    with monkeypatch.context() as patched:
        for module in (arrange, block, pack, shapes):
            for name in ("build", "chain", "coarse", "distance", "merged", "merged_below", "over", "shifted", "slid"):
                if hasattr(module, name):
                    patched.setattr(module, name, counted(getattr(module, name)))
        fit(chart, LayoutOptions(kind=kind))
    return count


@pytest.mark.parametrize("direction", list(Direction))
def test_cards_that_are_set_when_they_are_drawn_are_set_alike(direction, monkeypatch):
    chart = chart_of(30, 3, 7)
    options = LayoutOptions(direction=direction)
    at_once = lay_out(chart, options, str)
    monkeypatch.setattr(fitting, "MOST_SET", 29)
    later = lay_out(chart, options, str)
    assert {type(placed.setting) for placed in later.cards} == {Unset}
    assert [placed.lines for placed in later.cards] == [placed.lines for placed in at_once.cards]
    assert [placed.photos for placed in later.cards] == [placed.photos for placed in at_once.cards]
