"""One rule tells how large letters are on a slide, whoever has written the SVG."""

from pathlib import Path

import pytest

from tools.bench.letters import Picture, read_picture
from tools.bench.peers import PEERS

PICTURES = Path(__file__).parent / "pictures"

# The extent and the smallest letters of the same three boxes, as each program says them.
EXPECTED = {
    "orgviz": (289, 141.95, 9),  # the name of a holder is smaller than the post
    "floor": (290, 142.95, 9),
    "dot": (304, 120, 14),  # dot's own: points in a viewBox of points
    "viz": (248, 127, 14),
    "wbs": (294, 156, 12),
    "mindmap": (385, 156, 14),
    "mermaid": (432.36, 222, 16),  # by CSS, in HTML inside of the SVG
    "d2": (591, 466, 16),  # by CSS, in an SVG inside of the SVG
    "elk": (286.4, 148, 14),
    "flextree": (286.4, 156, 14),
}


def svg(tmp_path, inside, attributes='viewBox="0 0 960 540"'):
    path = tmp_path / "chart.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>', encoding="utf-8")
    return path


def test_there_is_a_picture_of_every_peer():
    assert set(EXPECTED) == set(PEERS)


@pytest.mark.parametrize("peer", EXPECTED)
def test_the_picture_of_each_peer_is_understood(peer):
    picture = read_picture(PICTURES / f"{peer}.svg")
    assert (picture.width, picture.height, picture.smallest) == pytest.approx(EXPECTED[peer], abs=0.01)


@pytest.mark.parametrize(
    ("picture", "points"),
    [
        (Picture(960, 540, 10), 10),
        (Picture(1920, 540, 10), 5),
        (Picture(960, 5_400, 10), 1),
        (Picture(96, 54, 10), 100),
    ],
)
def test_a_picture_is_fitted_on_a_slide_by_the_side_that_is_too_long(picture, points):
    assert picture.on_slide == pytest.approx(points)


@pytest.mark.parametrize(
    ("inside", "smallest"),
    [
        ('<text font-size="12">a</text><text font-size="8">b</text>', 8),
        ('<text font-size="12">a</text><text font-size="8"> </text>', 12),
        ("<text>a</text>", 16),
        ('<g font-size="10"><text>a<tspan font-size="80%">b</tspan></text></g>', 8),
        ('<text style="font-size: 9pt">a</text>', 12),
        ('<text font-size="20" style="font-size:0.5em">a</text>', 8),
        ('<g transform="scale(0.5)"><g transform="translate(3,4) scale(0.5 0.5)"><text>a</text></g></g>', 4),
        ('<g transform="matrix(0 2 -2 0 5 5)"><text font-size="5">a</text></g>', 10),
        ('<svg width="480" viewBox="0 0 960 540"><text font-size="10">a</text></svg>', 5),
        ("<style>#x .y, text.small {font-size:7px} .large{font-size:30px}</style><text class='y'>a</text>", 7),
        ("<style><![CDATA[ @media print { .s{font-size:6px} } ]]></style><text class='s'>a</text>", 6),
        ('<title>t</title><defs><text font-size="1">d</text></defs><text font-size="11">a</text>', 11),
        ('<g display="none"><text font-size="1">d</text></g><text font-size="11">a</text>', 11),
        ('<path d="M0 0"/>', 0),
    ],
)
def test_the_smallest_letters_that_are_seen_count(tmp_path, inside, smallest):
    assert read_picture(svg(tmp_path, inside)).smallest == pytest.approx(smallest)


def test_without_a_view_box_width_and_height_count(tmp_path):
    picture = read_picture(svg(tmp_path, "<text>a</text>", 'width="75pt" height="50px"'))
    assert (picture.width, picture.height) == pytest.approx((100, 50))


@pytest.mark.parametrize("text", ["", "no picture", "<svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused(tmp_path, text):
    path = tmp_path / "chart.svg"
    path.write_text(text)
    with pytest.raises(ValueError, match="no SVG"):
        read_picture(path)
