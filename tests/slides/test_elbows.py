"""Connectors lie along the lines that they were made for, whichever way these go."""

from hypothesis import given
from hypothesis import strategies as st

from orgviz.layout.geometry import Point
from orgviz.slides.elbows import elbow, path_of, straight, without_repeats

steps = st.integers(1, 400).flatmap(lambda length: st.sampled_from([length, -length]))


@st.composite
def lines(draw):
    """Right-angled lines of two to six points, each part level and upright in turn."""
    level = draw(st.booleans())
    points = [Point(draw(st.integers(0, 500)), draw(st.integers(0, 500)))]
    for step in draw(st.lists(steps, min_size=1, max_size=5)):
        x, y = points[-1]
        points.append(Point(x + step, y) if level else Point(x, y + step))
        level = not level
    return points


def off(one, other):
    return max(abs(one.x - other.x), abs(one.y - other.y))


@given(lines())
def test_a_connector_goes_through_all_joints(points):
    path = path_of(elbow(points))
    found = (path[0], path[-1]) if len(points) == 2 else path
    assert len(found) == len(points)
    assert max(off(one, other) for one, other in zip(points, found, strict=True)) < 0.2


@given(lines())
def test_each_has_as_many_bends_as_its_kind_takes_and_no_negative_size(points):
    found = elbow(points)
    assert found.preset == f"bentConnector{ {2: 3, 3: 2}.get(len(points), len(points) - 1) }"
    assert len(found.bends) == max(0, int(found.preset[-1]) - 2)
    assert min(found.rect.width, found.rect.height) >= 0


@given(st.tuples(*[st.floats(0, 900)] * 4))
def test_a_straight_connector_goes_from_end_to_end(sides):
    start, end = Point(*sides[:2]), Point(*sides[2:])
    path = path_of(straight(start, end))
    assert max(off(start, path[0]), off(end, path[-1])) < 1e-6


def test_joints_at_which_a_line_does_not_turn_are_left_out():
    line = [Point(0, 0), Point(0, 5), Point(0, 5), Point(0, 9), Point(4, 9)]
    assert without_repeats(line) == (Point(0, 0), Point(0, 9), Point(4, 9))
    assert without_repeats([Point(0, 0), Point(0, 5), Point(0, 2)]) == (Point(0, 0), Point(0, 2))
