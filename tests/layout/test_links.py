"""Links go around boxes, from side to side, at right angles, apart from each other."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.layout import link_graph, link_labels, link_search, link_tracks, link_ways, links
from orgviz.layout.geometry import Point, Rect
from orgviz.layout.link_obstacles import extent_of
from orgviz.layout.links import LinkRequest, LinkRoute, route_links

LEFT, RIGHT = Rect(12, 12, 80, 30), Rect(132, 12, 80, 30)
CANVAS = Rect(0, 0, 500, 400)


def stack(x, count, gap=6.0):
    return [Rect(x, 12 + index * (30 + gap), 80, 30) for index in range(count)]


def enters(start, end, box):
    return (
        min(start.x, end.x) < box.right - 0.1
        and max(start.x, end.x) > box.x + 0.1
        and min(start.y, end.y) < box.bottom - 0.1
        and max(start.y, end.y) > box.y + 0.1
    )


def is_on_side(point, box):
    on_upright = point.x in (pytest.approx(box.x, abs=0.02), pytest.approx(box.right, abs=0.02))
    on_level = point.y in (pytest.approx(box.y, abs=0.02), pytest.approx(box.bottom, abs=0.02))
    inside_x = box.x - 0.02 <= point.x <= box.right + 0.02
    inside_y = box.y - 0.02 <= point.y <= box.bottom + 0.02
    return (on_upright and inside_y) or (on_level and inside_x)


def runs_along(one, other, near):
    axis = 0 if one[0].y == one[1].y else 1
    if (other[0].y == other[1].y) != (axis == 0):
        return False
    shared = min(max(p[axis] for p in one), max(p[axis] for p in other)) - max(
        min(p[axis] for p in one), min(p[axis] for p in other)
    )
    return shared > 0.5 and abs(one[0][1 - axis] - other[0][1 - axis]) < near


def one_route(boxes, trunks=(), canvas=CANVAS, **request):
    return route_links([LinkRequest(kind="dotted", **request)], boxes, trunks, canvas)[0]


@st.composite
def charts(draw):
    """Columns of boxes with the narrowest gaps that a layout leaves, and links between any of them."""
    boxes, x = [], 12.0
    for _ in range(draw(st.integers(1, 5))):
        width = draw(st.sampled_from([50.0, 80.0, 110.0]))
        y = 12.0
        for _ in range(draw(st.integers(1, 5))):
            height = draw(st.sampled_from([20.0, 30.0, 55.5]))
            boxes.append(Rect(x + draw(st.sampled_from([0.0, 8.0])), y, width, height))
            y += height + draw(st.sampled_from([6.0, 8.5, 18.0, 60.0]))
        x += width + 8 + draw(st.sampled_from([6.0, 10.0, 24.0]))
    index = st.integers(0, len(boxes) - 1)
    size = st.none() | st.just((26.0, 9.0))
    request = st.builds(LinkRequest, index, index, st.sampled_from(["dotted", "supports"]), size)
    canvas = Rect(0, 0, x + 12, max(box.bottom for box in boxes) + 12)
    return draw(st.lists(request, max_size=12)), boxes, canvas


@given(charts())
def test_no_route_enters_a_box(chart):
    requests, boxes, canvas = chart
    for route in route_links(requests, boxes, [], canvas):
        for start, end in pairwise(route.points):
            assert not any(enters(start, end, box) for box in boxes)


@given(charts())
def test_routes_go_from_side_to_side_at_right_angles_inside_the_canvas(chart):
    requests, boxes, canvas = chart
    for request, route in zip(requests, route_links(requests, boxes, [], canvas), strict=True):
        if request.source == request.target:
            assert route == LinkRoute(())
            continue
        assert is_on_side(route.points[0], boxes[request.source])
        assert is_on_side(route.points[-1], boxes[request.target])
        for start, end in pairwise(route.points):
            assert (start.x == end.x) != (start.y == end.y)
        for point in route.points:
            assert canvas.x <= point.x <= canvas.right
            assert canvas.y <= point.y <= canvas.bottom


@given(charts())
def test_the_same_chart_gets_the_same_routes(chart):
    requests, boxes, canvas = chart
    assert route_links(requests, boxes, [], canvas) == route_links(requests, boxes, [], canvas)


@given(charts())
def test_each_link_that_is_drawn_has_its_label_inside_the_canvas(chart):
    requests, boxes, canvas = chart
    for request, route in zip(requests, route_links(requests, boxes, [], canvas), strict=True):
        drawn = request.label_size is not None and request.source != request.target
        assert (route.label is not None) == drawn
        if route.label is not None:
            assert (route.label.width, route.label.height) == request.label_size


def test_boxes_that_face_each_other_are_joined_by_a_straight_line():
    assert one_route([LEFT, RIGHT], source=0, target=1).points == (Point(92, 27), Point(132, 27))


def test_a_link_ends_level_with_its_row():
    route = one_route([LEFT, Rect(132, 12, 80, 90)], source=0, target=1, target_y=80.0)
    assert route.points[-1] == Point(132, 80)


def test_a_row_outside_its_box_is_moved_to_the_edge():
    route = one_route([LEFT, RIGHT], source=0, target=1, source_y=500.0)
    assert is_on_side(route.points[0], LEFT)


def test_a_link_crosses_a_solid_line_but_does_not_run_along_it():
    boxes = stack(12, 6)
    trunk = (Point(102, 12), Point(102, 300))
    route = one_route(boxes, [trunk], source=0, target=5)
    assert not any(runs_along(part, trunk, 2.9) for part in pairwise(route.points))


def test_parent_and_child_are_joined_beside_their_solid_line():
    parent, child = Rect(12, 12, 80, 30), Rect(12, 60, 80, 30)
    trunk = (Point(52, 42), Point(52, 60))
    route = one_route([parent, child], [trunk], source=0, target=1)
    assert not any(runs_along(part, trunk, 2.9) for part in pairwise(route.points))


def test_two_links_between_the_same_boxes_lie_apart():
    requests = [LinkRequest(0, 1, "dotted"), LinkRequest(0, 1, "supports"), LinkRequest(1, 0, "dotted")]
    routes = route_links(requests, [LEFT, RIGHT], [], CANVAS)
    heights = sorted(route.points[0].y for route in routes)
    assert all(upper + 3.9 <= lower for upper, lower in pairwise(heights))


def test_links_of_one_kind_to_one_box_may_run_together():
    boxes = [*stack(12, 5), Rect(300, 12, 80, 30)]
    routes = route_links([LinkRequest(index, 5, "dotted") for index in range(1, 5)], boxes, [], CANVAS)
    assert len({route.points[-1] for route in routes}) < 4


def test_links_in_one_channel_lie_apart():
    boxes = [*stack(12, 6), *stack(116, 6)]
    requests = [LinkRequest(0, 10, "dotted"), LinkRequest(1, 11, "dotted"), LinkRequest(5, 7, "dotted")]
    parts = [list(pairwise(route.points)) for route in route_links(requests, boxes, [], CANVAS)]
    for index, own in enumerate(parts):
        for others in parts[:index]:
            assert not any(runs_along(one, other, 1.9) for one in own for other in others)


def test_a_label_lies_on_a_free_place_of_its_line():
    boxes = [LEFT, Rect(300, 12, 80, 30)]
    label = one_route(boxes, source=0, target=1, label_size=(30.0, 9.0)).label
    assert label is not None
    assert label.center_y == 27
    assert not any(label.overlaps(box) for box in boxes)


def test_two_labels_do_not_cover_each_other():
    boxes = [Rect(12, 12, 80, 60), Rect(300, 12, 80, 60)]
    requests = [LinkRequest(0, 1, kind, (40.0, 9.0)) for kind in ("dotted", "supports", "member")]
    labels = [route.label for route in route_links(requests, boxes, [], CANVAS)]
    assert all(not one.overlaps(other) for index, one in enumerate(labels) for other in labels[:index])


@pytest.mark.parametrize(
    "boxes",
    [
        [Rect(12, 12, 80, 30), Rect(92, 12, 80, 30)],
        [Rect(12, 12, 80, 30), Rect(12, 42, 80, 30)],
        [Rect(12, 12, 80, 30), Rect(40, 30, 80, 30)],
        [Rect(12, 12, 80, 90), Rect(30, 30, 20, 20)],
        [Rect(0, 0, 500, 200), Rect(0, 200, 500, 200)],
    ],
)
def test_boxes_that_touch_or_overlap_are_linked_all_the_same(boxes):
    points = one_route(boxes, source=0, target=1).points
    assert len(points) >= 2
    assert all(start.x == end.x or start.y == end.y for start, end in pairwise(points))


def test_a_very_large_chart_is_linked_near_the_two_ends():
    boxes = [Rect(12 + 100 * (index % 60), 12 + 40 * (index // 60), 80, 30) for index in range(3600)]
    canvas = Rect(0, 0, 6100, 2500)
    route = one_route(boxes, source=100, target=223, canvas=canvas)
    assert len(route.points) >= 2
    assert not any(enters(start, end, box) for start, end in pairwise(route.points) for box in boxes)


def field(rows):
    """Return a field of boxes, and links between neighbours: one for each five boxes."""
    boxes = [Rect(20 + 120 * column, 20 + 60 * row, 80, 30) for row in range(rows) for column in range(50)]
    requests = [LinkRequest(at, at + 52, "dotted", (30, 12)) for at in range(0, len(boxes) - 52, 5)]
    return requests, boxes, Rect(0, 0, 6040, 60 * rows + 20)


def steps_made(rows, monkeypatch):
    """Return how many places were reached, labels were weighed, and maps of tracks were made."""
    steps = Counter()

    def counted(where, name):
        real = getattr(where, name)

        def counting(*arguments):
            steps[name] += 1
            return real(*arguments)

        monkeypatch.setattr(where, name, counting)

    counted(link_search._Search, "_turn")
    counted(link_labels, "_harm")
    counted(links, "TrackMap")
    requests, boxes, canvas = field(rows)
    route_links(requests, boxes, (), canvas)
    monkeypatch.undo()
    return steps


def test_twice_the_links_over_twice_the_boxes_take_twice_the_steps(monkeypatch):
    few, many = steps_made(10, monkeypatch), steps_made(20, monkeypatch)
    assert few["_turn"] > 500
    assert many["_turn"] < 3 * few["_turn"]
    assert many["_harm"] < 3 * few["_harm"]


def test_a_place_that_does_harm_by_itself_is_not_weighed_where_another_does_none(monkeypatch):
    steps = steps_made(10, monkeypatch)
    assert steps["_harm"] < 12 * len(field(10)[0])


def test_many_links_over_a_large_chart_share_one_map_of_tracks(monkeypatch):
    monkeypatch.setattr(links, "_MOST_BOXES", 400)
    assert steps_made(10, monkeypatch)["TrackMap"] == 1


def test_tracks_are_met_in_the_order_of_their_places():
    boxes = [extent_of(box) for box in field(10)[1]]
    tracks = link_tracks.TrackMap(boxes, (), ((0.0, 6040.0), (0.0, 620.0)))
    for track in tracks.tracks[0]:
        met = [other for other in tracks.tracks[1] if other.span[0] <= track.at <= other.span[1]]
        assert tracks.crossing(track) == [
            other for other in met if track.span[0] - 0.01 <= other.at <= track.span[1] + 0.01
        ]


def far_links(rows):
    """Return a field of boxes, and links over some thirty columns of it, of which many share a row."""
    _, boxes, canvas = field(rows)
    requests = [LinkRequest(at, at + 30 + at % 7, "dotted") for at in range(0, len(boxes) - 60, 10) if at % 50 < 13]
    return requests, boxes, canvas


def places_reached(rows, monkeypatch):
    """Return how many places the search from crossing to crossing reaches."""
    reached = Counter()
    real = link_graph._Search._reach

    def counting(*arguments):
        reached["places"] += 1
        return real(*arguments)

    monkeypatch.setattr(link_ways, "_MOST_STEPS", 0)
    monkeypatch.setattr(link_ways, "_FEW_STEPS", 0)
    monkeypatch.setattr(link_graph._Search, "_reach", counting)
    requests, boxes, canvas = far_links(rows)
    route_links(requests, boxes, (), canvas)
    monkeypatch.undo()
    return reached["places"]


def test_twice_the_far_links_over_twice_the_boxes_reach_twice_the_places(monkeypatch):
    few, many = places_reached(8, monkeypatch), places_reached(16, monkeypatch)
    assert few > 500
    assert many < 3 * few


def test_far_links_keep_off_boxes_and_off_each_other(monkeypatch):
    monkeypatch.setattr(link_ways, "_MOST_STEPS", 0)
    requests, boxes, canvas = far_links(8)
    parts = [list(pairwise(route.points)) for route in route_links(requests, boxes, (), canvas)]
    assert len(parts) > 10
    for index, own in enumerate(parts):
        assert not any(enters(*part, box) for part in own for box in boxes)
        for others in parts[:index]:
            assert not any(runs_along(one, other, 0.5) for one in own for other in others)


def test_a_far_link_over_a_large_chart_goes_along_the_gaps(monkeypatch):
    monkeypatch.setattr(links, "_MOST_BOXES", 100)
    monkeypatch.setattr(links, "_MOST_NEAR", 50)
    _, boxes, canvas = field(10)
    route = one_route(boxes, source=3, target=len(boxes) - 3, canvas=canvas)
    assert not any(enters(*part, box) for part in pairwise(route.points) for box in boxes)
