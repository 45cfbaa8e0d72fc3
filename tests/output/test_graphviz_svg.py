"""Of Graphviz's SVG only shapes are read; what was not asked for is refused."""

import pytest

from orgviz.diagnostics import ToolError
from orgviz.output.graphviz_svg import curve, polygon, read_groups

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
    assert [polygon(shape) for shape in groups["ops"]] == [[(1, -2), (3, 4.5)]]
    assert [curve(shape) for shape in groups["edge-ops"]] == [[(1, -2), (3, 4), (5, 6), (7.5, -0.8)]]


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


@pytest.mark.parametrize("shape", ["", "1,2 3", "1e99999,2", "-1e99999,2", "e,e", "- -", "1.2.3,4", "1,,2,", "1,2,3"])
def test_a_polygon_of_broken_numbers_is_refused(shape):
    with pytest.raises(ToolError, match="cannot be read"):
        polygon(shape)


@pytest.mark.parametrize(
    "shape", ["", "M1,2", "M1,2 L3,4", "1,2C3,4 5,6 7,8", "M1,2C3,4 5,6", "M1,2C3,4 5,6 7,8C9,9 9,9 9,9", "M1,2M3,4"]
)
def test_a_line_of_other_commands_is_refused(shape):
    with pytest.raises(ToolError, match="cannot be read"):
        curve(shape)


@pytest.mark.parametrize("data", [b"", b"<svg>", b"not xml", b"\xff\xfe<svg/>", b'<svg><g id="a" id="b"/></svg>'])
def test_what_is_no_xml_is_told_so(data):
    with pytest.raises(ToolError, match="cannot be read"):
        read_groups(data)
