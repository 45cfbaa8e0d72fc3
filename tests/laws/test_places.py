"""Laws of the layout's places: they hold for every tree, and for every arrangement that may be chosen."""

from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orgviz.layout.connectors import shared_once
from orgviz.layout.geometry import Point, Rect
from tests.laws.strategies import EFFORT, SPACING, Shape, planted, plants, shapes_of_trees, tidy_plants

NEAR = 0.01
any_plants = plants() | tidy_plants()

# Trees that were once drawn wrong: parents, assistants, and sizes (one for all, or one list for each).
ONCE_WRONG = [
    ([None, 0, 0, 0, 0, 3, 0, 2], set(), [(40, 90)]),
    ([None, 0, 1, 2, 3, 4, 5, 6, 6], set(), [(60, 26)]),
    ([None, 0, 1, 0, 0, 0, 5, 0, 7, 8, 9, 10, 0], set(), [(84, 26), (168, 13)]),
    ([None, 0, 1, 0, 1], {2}, [(150, 90), (300, 45)]),
    (
        [None, 0, 1, 2, 3, 4, None, 6],
        set(),
        [[(40, 44), (80, 22)], [(60, 90)], [(60, 18), (120, 9)], [(40, 26), (80, 13)], [(150, 90)], [(84, 26)], [(84, 90)], [(60, 18)]],
    ),
    (
        [None, 0, 0, 0, 0, 1, 3, 3, 4, 2, 7, 7, 8, 9],
        {8, 11, 12},
        [[(40, 90)], [(40, 44), (80, 22)], [(84, 18)], [(84, 44), (168, 22)], [(60, 44)], [(40, 26)], [(60, 18)], [(60, 90)],
         [(84, 44), (168, 22)], [(60, 90)], [(40, 18), (80, 9)], [(150, 90)], [(150, 90), (300, 45)], [(84, 18), (168, 9)]],
    ),
    (
        [None, 0, 1, 2, 0, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13],
        {13, 5},
        [[(40, 90), (80, 45)], [(60, 90), (120, 45)], [(84, 44), (168, 22)], [(84, 90)], [(60, 90)], [(40, 44), (80, 22)],
         [(150, 26), (300, 13)], [(40, 44)], [(40, 18)], [(60, 18), (120, 9)], [(60, 90), (120, 45)], [(60, 26)],
         [(150, 44)], [(150, 44), (300, 22)], [(40, 26), (80, 13)]],
    ),
]  # fmt: skip


def for_every_plant(law):
    """Try a law on random trees and on those that were once drawn wrong, by each of their blocks."""
    for parents, assistants, sizes in ONCE_WRONG:
        listed = sizes if isinstance(sizes[0], list) else [sizes] * len(parents)
        for pick in range(EFFORT.blocks):
            law = example(planted(Shape(parents, assistants, listed), pick))(law)
    return given(any_plants)(law)


def crosses(start: Point, end: Point, box: Rect) -> bool:
    """Whether a straight line has a part inside a box."""
    return (
        min(start.x, end.x) < box.right - NEAR
        and max(start.x, end.x) > box.x + NEAR
        and min(start.y, end.y) < box.bottom - NEAR
        and max(start.y, end.y) > box.y + NEAR
    )


def is_on_border(point: Point, box: Rect) -> bool:
    on_x = min(abs(point.x - box.x), abs(point.x - box.right)) < NEAR
    on_y = min(abs(point.y - box.y), abs(point.y - box.bottom)) < NEAR
    inside_x = box.x - NEAR <= point.x <= box.right + NEAR
    inside_y = box.y - NEAR <= point.y <= box.bottom + NEAR
    return (on_x and inside_y) or (on_y and inside_x)


def families(plant):
    """Yield the reports of each box that has some, and the roots."""
    yield from (family for family in plant.tree.reports if family)
    yield plant.tree.roots


@for_every_plant
def test_boxes_keep_apart(plant):
    for one, other in combinations(plant.boxes, 2):
        assert not one.overlaps(other, SPACING.stack - NEAR)


@for_every_plant
def test_every_box_but_the_roots_hangs_on_a_line(plant):
    assert set(plant.placed.lines) == set(range(len(plant.boxes))) - set(plant.tree.roots)


@for_every_plant
def test_a_line_goes_from_border_to_border_at_right_angles(plant):
    for lower, points in plant.placed.lines.items():
        assert is_on_border(points[0], plant.boxes[plant.shape.parents[lower]])
        assert is_on_border(points[-1], plant.boxes[lower])
        for start, end in pairwise(points):
            assert (start.x == end.x) != (start.y == end.y)


@for_every_plant
def test_no_line_passes_through_a_box(plant):
    for points in plant.placed.lines.values():
        for start, end in pairwise(points):
            assert not any(crosses(start, end, box) for box in plant.boxes)


@for_every_plant
def test_lines_of_different_boxes_never_meet(plant):
    segments = [
        (plant.shape.parents[lower], Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)))
        for lower, points in plant.placed.lines.items()
        for a, b in pairwise(points)
    ]
    for (upper, one), (other_upper, other) in combinations(segments, 2):
        assert upper == other_upper or not one.overlaps(other, NEAR)


@for_every_plant
def test_siblings_are_read_in_their_order(plant):
    for family in families(plant):
        for one, other in pairwise(family):
            box, following = plant.boxes[one], plant.boxes[other]
            if following.y >= box.bottom and one in plant.placed.lines:
                trunks = {plant.placed.lines[report][-2].x for report in (one, other)}
                assert len(trunks) == 1
            else:
                assert following.y >= box.bottom or following.x >= box.right


@for_every_plant
def test_assistants_stand_left_then_right_between_a_box_and_its_reports(plant):
    for upper, staff in enumerate(plant.tree.assistants):
        box = plant.boxes[upper]
        for place, assistant in enumerate(staff):
            beside = plant.boxes[assistant]
            trunk = plant.placed.lines[assistant][0].x
            assert beside.y >= box.bottom + SPACING.stack - NEAR
            assert (beside.right < trunk) if place % 2 == 0 else (beside.x > trunk)
            for report in plant.tree.reports[upper]:
                assert plant.boxes[report].y >= beside.bottom + SPACING.stack - NEAR


@for_every_plant
def test_the_block_is_as_large_as_what_was_placed_by_it(plant):
    points = [point for line in plant.placed.lines.values() for point in line]
    right = max([*(box.right for box in plant.boxes), *(point.x for point in points)])
    bottom = max(box.bottom for box in plant.boxes)
    assert min([*(box.x for box in plant.boxes), *(point.x for point in points)]) >= -NEAR
    assert min(box.y for box in plant.boxes) == 0
    assert right <= plant.block.width + NEAR
    assert bottom == pytest.approx(plant.block.height)


@given(tidy_plants())
def test_a_tidy_tree_is_just_as_wide_as_its_block(plant):
    assert min(box.x for box in plant.boxes) == pytest.approx(0, abs=NEAR)
    assert max(box.right for box in plant.boxes) == pytest.approx(plant.block.width)


@given(tidy_plants())
def test_in_a_tidy_tree_a_manager_stands_over_the_middle_of_its_reports(plant):
    for upper, family in enumerate(plant.tree.reports):
        if family:
            first, last = plant.boxes[family[0]], plant.boxes[family[-1]]
            assert plant.boxes[upper].center_x == pytest.approx((first.center_x + last.center_x) / 2)


@given(tidy_plants())
def test_in_a_tidy_tree_reports_stand_in_a_row(plant):
    for family in families(plant):
        assert len({round(plant.boxes[box].y, 6) for box in family}) == 1


def mirrored(shape):
    """Return the same tree with its boxes numbered backwards: every family stands in the opposite order."""
    last = len(shape.parents) - 1
    parents = [None if parent is None else last - parent for parent in reversed(shape.parents)]
    return Shape(parents, set(), shape.sizes[::-1])


@given(shapes_of_trees(staff=False))
def test_a_mirrored_tidy_tree_is_drawn_as_its_mirror_image(shape):
    plant, image = planted(shape, rows_only=True), planted(mirrored(shape), rows_only=True)
    for box, reflected in zip(plant.boxes, reversed(image.boxes), strict=True):
        assert reflected == pytest.approx((plant.placed.width - box.right, *box[1:]))


def form(plant, root):
    """Return how the subtree under a box is drawn, relative to that box."""
    found, pending = [], [root]
    while pending:
        box = pending.pop()
        rect = plant.boxes[box]
        place = (round(rect.x - plant.boxes[root].x, 3), round(rect.y - plant.boxes[root].y, 3))
        found.append((place, rect.width, rect.height, len(plant.tree.reports[box]), len(plant.tree.assistants[box])))
        pending.extend((*plant.tree.reports[box], *plant.tree.assistants[box]))
    return found


def kinds(shape):
    """Number the subtrees so that equal ones have equal numbers."""
    numbers: dict[object, int] = {}
    kind: dict[int, int] = {}
    tree = shape.tree
    for box in reversed(tree.top_down()):
        key = (
            tuple(shape.sizes[box]),
            tuple(kind[report] for report in tree.reports[box]),
            tuple(kind[assistant] for assistant in tree.assistants[box]),
        )
        kind[box] = numbers.setdefault(key, len(numbers))
    return kind


@given(shapes_of_trees())
def test_in_a_tidy_tree_equal_subtrees_are_drawn_equally(shape):
    plant = planted(shape, rows_only=True)
    drawn: dict[int, object] = {}
    for box, kind in kinds(shape).items():
        assert drawn.setdefault(kind, form(plant, box)) == form(plant, box)


@given(shapes_of_trees(), st.integers(0, 12))
def test_equal_siblings_on_one_trunk_or_in_one_row_are_drawn_equally(shape, pick):
    plant = planted(shape, pick)
    kind = kinds(shape)
    for family in plant.tree.reports:
        in_row = len({plant.boxes[box].y for box in family}) == 1
        drawn: dict[object, object] = {}
        for box in family:
            where = 0 if in_row else plant.placed.lines[box][-2].x
            drawn_before = drawn.setdefault((kind[box], where), form(plant, box))
            assert drawn_before == form(plant, box)


def covered(lines):
    """Return all the ink of some lines: for each level or upright, the stretches that are covered."""
    stretches: dict[tuple[str, float], list[list[float]]] = {}
    for points in lines:
        for a, b in pairwise(points):
            key, ends = (("level", a.y), (a.x, b.x)) if a.y == b.y else (("upright", a.x), (a.y, b.y))
            stretches.setdefault(key, []).append(sorted(ends))
    return {key: merged(sorted(found)) for key, found in stretches.items()}


def merged(stretches):
    result = [stretches[0]]
    for low, high in stretches[1:]:
        if low <= result[-1][1]:
            result[-1] = [result[-1][0], max(high, result[-1][1])]
        else:
            result.append([low, high])
    return [stretch for stretch in result if stretch[0] < stretch[1]]


def length(lines):
    return sum(abs(a.x - b.x) + abs(a.y - b.y) for points in lines for a, b in pairwise(points))


@for_every_plant
def test_what_lines_share_is_drawn_once_and_nothing_is_lost(plant):
    own = shared_once(plant.placed.lines, plant.shape.parents)
    assert list(own) == list(plant.placed.lines)
    ink = covered(plant.placed.lines.values())
    assert covered(own.values()) == ink
    all_ink = sum(high - low for stretches in ink.values() for low, high in stretches)
    assert length(own.values()) == pytest.approx(all_ink)


@for_every_plant
def test_the_own_part_of_a_line_still_ends_at_its_box(plant):
    for lower, points in shared_once(plant.placed.lines, plant.shape.parents).items():
        assert len(points) >= 2
        assert points[-1] == plant.placed.lines[lower][-1]
