"""Of a very large chart, most is tried for the few families that most boxes stand under."""

import pytest

from orgviz.layout import fit, pareto
from orgviz.layout.fit import tree_of
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutOptions
from orgviz.layout.pareto import BOXES_PER_LARGEST, LARGE, OF_LARGEST, OF_LEAVES, OF_MANY, Effort, efforts_for
from tools.layout_speed import chart_of, chart_under


def efforts_of(parents):
    tree = tree_of(chart_under(parents))
    return efforts_for(tree.reports, tree.roots, tree.top_down())


def in_teams(boxes, size=6):
    return [None, *(number // size for number in range(boxes - 1))]


@pytest.mark.parametrize("boxes", [1, 1500, 1501, 4000, 12000, 100_000])
def test_more_boxes_never_get_more_effort_each(boxes):
    one, next_one = Effort.for_size(boxes), Effort.for_size(boxes + 1)
    assert (one.blocks, one.estimates, one.widths) >= (next_one.blocks, next_one.estimates, next_one.widths)


def test_all_families_get_the_same_up_to_a_size():
    found = efforts_of(in_teams(LARGE))
    assert {*found.of, found.forest} == {Effort.for_size(LARGE)}


def test_of_a_large_chart_only_so_many_families_get_most():
    boxes = LARGE + 1
    found = efforts_of(in_teams(boxes)).of
    assert found.count(OF_LARGEST) == boxes // BOXES_PER_LARGEST
    # The fewest boxes stand under the last ones.
    assert found[0] == OF_LARGEST
    assert found[boxes // 60] == Effort.for_size(boxes)
    assert found[boxes // 7] == OF_LEAVES


def test_a_line_of_heads_who_all_have_many_under_them_gets_no_more():
    boxes = LARGE + 1
    # Each head has the next one and somebody else.
    parents = [None, *(number - number % 2 for number in range(boxes - 1))]
    found = efforts_of(parents).of
    assert found.count(OF_LARGEST) == boxes // BOXES_PER_LARGEST
    assert all(found[2 * head] == OF_LARGEST for head in range(boxes // BOXES_PER_LARGEST))


def test_less_is_tried_of_many_reports_and_of_a_forest_of_many_trees():
    assert efforts_of([None] + [0] * LARGE).of[0] == OF_MANY
    assert efforts_of([None] * (LARGE + 1)).forest == OF_MANY


@pytest.mark.parametrize(("fewest", "most"), [(2, 2), (3, 12), (5, 9), (2, 15)])
def test_a_very_large_chart_fills_a_slide_about_as_well_as_a_smaller_one(fewest, most, monkeypatch):
    monkeypatch.setattr(pareto, "LARGE", 2999)
    usual = Effort.for_size(LARGE + 1)
    chart = chart_of(3000, fewest, most)
    small = letters(chart_of(3000, fewest, most), monkeypatch, LARGE)
    monkeypatch.setattr(Effort, "for_size", staticmethod(lambda _: usual))
    assert letters(chart, monkeypatch, 2999) > 0.85 * small


def letters(chart, monkeypatch, large):
    """Return by how much the text is shrunk on a slide, when charts of more than so many boxes count as large."""
    options = LayoutOptions()
    with monkeypatch.context() as patched:
        patched.setattr(pareto, "LARGE", large)
        patched.setattr(fit, "_width_count", lambda _: 1)
        scene = lay_out(chart, options, str)
    return min(options.page[0] / scene.width, options.page[1] / scene.height)
