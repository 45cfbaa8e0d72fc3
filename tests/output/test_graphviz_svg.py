"""Of Graphviz's SVG only shapes are read; what was not asked for is refused."""

import re

import pytest

from orgviz.diagnostics import ToolError
from orgviz.output import graphviz_svg
from orgviz.output.graphviz_svg import curve, polygon, read_groups, straight, upright

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://example.com/x">\n'
)


def svg(inside, head=HEAD):
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg"><g id="graph0" class="graph">{inside}</g></svg>'.encode()


def shapes(inside):
    return read_groups(svg(f'<g id="a" class="node unit">{inside}</g>'))["a"]


def test_the_shapes_of_nodes_and_edges_are_found_by_id():
    groups = read_groups(
        svg(
            '<polygon points="0,0 9,0 9,9"/>'
            '<g id="ops" class="node unit"><title>n0</title><polygon fill="red" points="1,-2 3,4.5"/></g>'
            '<g id="edge-ops" class="edge solid"><path fill="none" d="M1,-2C3,4 5,6 7.5,-8e-1 "/></g>'
        )
    )
    assert list(groups) == ["ops", "edge-ops"]
    assert [polygon(shape) for shape in groups["ops"]] == [[1, -2, 3, 4.5]]
    assert [curve(shape) for shape in groups["edge-ops"]] == [[1, -2, 3, 4, 5, 6, 7.5, -0.8]]


def test_what_is_drawn_after_a_group_without_a_kind_is_not_its_predecessors():
    groups = read_groups(svg('<g id="a" class="node"/><g id="b" class="cluster"><polygon points="0,0"/></g>'))
    assert groups == {"a": []}


def test_texts_are_passed_over():
    assert shapes('<text x="1" y="2">&lt;b&gt;</text>') == []


def test_a_polyline_counts_as_a_shape():
    assert shapes('<polyline points="0,1 2,3"/>') == ["0,1 2,3"]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<a href="https://example.com"><text>x</text></a>',
        '<image href="file.png"/>',
        "<foreignObject/>",
        '<use href="#a"/>',
        "<style>@import url(x)</style>",
    ],
)
def test_what_was_not_asked_for_is_refused(inside):
    with pytest.raises(ToolError, match="not asked for"):
        shapes(inside)


@pytest.mark.parametrize(
    "declared", ['<!ENTITY x "y">', '<!ENTITY x SYSTEM "file:///etc/hostname">', '<!ENTITY % x "y">']
)
def test_an_entity_is_refused(declared):
    with pytest.raises(ToolError, match="entity"):
        read_groups(svg("", head=f"<!DOCTYPE svg [{declared}]>"))


@pytest.mark.parametrize("shape", ["1,2 url(x)", "M1,2 3,4", "1;2", "nan,1", "inf,1", "1_0,2", "1,2C3,4"])
def test_a_polygon_of_anything_but_corners_is_refused(shape):
    with pytest.raises(ToolError, match="cannot be read"):
        polygon(shape)


@pytest.mark.parametrize(
    "shape", ["", " ", "1,2 3", "1e99999,2", "-1e99999,2", "e,e", "- -", "1.2.3,4", "1,,2,", "1,2,3"]
)
def test_a_polygon_of_broken_numbers_is_refused(shape):
    with pytest.raises(ToolError, match="cannot be read"):
        polygon(shape)


@pytest.mark.parametrize(
    "shape", ["", "M1,2", "M1,2 L3,4", "1,2C3,4 5,6 7,8", "M1,2C3,4 5,6", "M1,2C3,4 5,6 7,8C9,9 9,9 9,9", "M1,2M3,4"]
)
def test_a_line_of_other_commands_is_refused(shape):
    with pytest.raises(ToolError, match="cannot be read"):
        curve(shape)


@pytest.mark.parametrize(
    ("shape", "ends"),
    [
        ("9.5,-2 1,-2 1,-7 9.5,-7 9.5,-2", [9.5, -2, 1, -7]),
        ("1,7 5,7 5,2 1,2 1,7", [1, 7, 5, 2]),
        ("1,7 5,7.5 5,2 1,2 1,7", None),
        ("1,7 5,7 5,2 1,2", None),
        ("1,7 1,2 5,2 5,7 1,7", None),
        ("1,7 5,7 5,2 1,2 1,7 url(x)", None),
    ],
)
def test_upright_boxes_are_told_by_two_of_their_corners(shape, ends):
    assert upright(shape) == ends


@pytest.mark.parametrize(
    ("shape", "ends"),
    [
        ("M1,-2C1,-2 3.5,4 3.5,4", [1, -2, 3.5, 4]),
        ("M1,-2C1,-2 3.5,4 3.5,4.5", None),
        ("M1,2C3,4 5,6 7,8", None),
        ("M1,2C1,2 3,4 3,4 3,4 5,6 5,6", None),
        ("M1,2", None),
    ],
)
def test_straight_lines_are_told_by_their_ends(shape, ends):
    assert straight(shape) == ends
    if ends is not None:
        assert curve(shape) == [*ends[:2], *ends[:2], *ends[2:], *ends[2:]]


@pytest.mark.parametrize("number", ["1.2.3", "-", ".", "1-2"])
def test_what_only_looks_like_numbers_is_refused(number):
    with pytest.raises(ToolError, match="cannot be read"):
        upright(f"{number},7 5,7 5,2 {number},2 {number},7")
    with pytest.raises(ToolError, match="cannot be read"):
        straight(f"M1,2C1,2 {number},4 {number},4")


@pytest.mark.parametrize("data", [b"", b"<svg>", b"not xml", b"\xff\xfe<svg/>", b'<svg><g id="a" id="b"/></svg>'])
def test_what_is_no_xml_is_told_so(data):
    with pytest.raises(ToolError, match="cannot be read"):
        read_groups(data)


REGULAR = (
    '<!-- n0 -->\n<g id="n0" class="node">\n<title>n0</title>\n<polygon fill="none" points="0,-1 2,3"/>\n'
    '<polygon fill="red" stroke="transparent" points="4,5 6,7"/>\n</g>\n<!-- a&#45;&gt;b -->\n'
    '<g id="c0" class="edge">\n<title>a&#45;&gt;b</title>\n<path fill="none" d="M1,-2C3,4 5,6 7,8"/>\n</g>\n'
)
FOUND = {"n0": ["0,-1 2,3", "4,5 6,7"], "c0": ["M1,-2C3,4 5,6 7,8"]}


@pytest.fixture
def parsed(monkeypatch):
    """Note what is left for the parser."""
    left = []
    parse = graphviz_svg._parse
    monkeypatch.setattr(graphviz_svg, "_parse", lambda svg, groups: left.append(svg) or parse(svg, groups))
    return left


def test_what_is_regular_needs_no_parser(parsed):
    assert read_groups(svg(REGULAR)) == FOUND
    assert re.findall("<(polygon|path)", parsed[0]) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("\n", "\r\n"), ('class="node"', 'class="node unit"'), ('" points', '"  points'), ("><polygon", "> <polygon"),
     ('id="n0" class="node"', 'class="node" id="n0"'), ("<title>n0</title>", "<title/>"), ('"', "'"),
     ("</g>\n<!-- a", "<text>x</text>\n</g>\n<!-- a"), ("</title>\n", "</title>")],
)  # fmt: skip
def test_what_is_written_otherwise_is_read_just_so(wrong, right):
    assert read_groups(svg(REGULAR.replace(wrong, right))) == FOUND


@pytest.mark.parametrize("place", [match.start() for match in re.finditer("<", REGULAR)])
def test_what_was_not_asked_for_is_refused_wherever_it_stands(place):
    if REGULAR[:place].endswith("<title>n0") or REGULAR[:place].endswith("<title>a&#45;&gt;b"):
        place -= 2
    with pytest.raises(ToolError, match=r"not asked for|cannot be read"):
        read_groups(svg(f"{REGULAR[:place]}<script/>{REGULAR[place:]}"))


def test_shapes_of_one_id_are_together():
    again = REGULAR.replace("0,-1 2,3", "8,8 9,9")
    assert read_groups(svg(REGULAR + again))["n0"] == ["0,-1 2,3", "4,5 6,7", "8,8 9,9", "4,5 6,7"]


def test_a_shape_without_points_has_none():
    assert read_groups(svg(REGULAR.replace(' points="0,-1 2,3"', "")))["n0"] == ["", "4,5 6,7"]
