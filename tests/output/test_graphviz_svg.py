"""Of Graphviz's SVG only shapes are read; what was not asked for is refused."""

import pytest

from orgviz.diagnostics import ToolError
from orgviz.output.graphviz_svg import read_groups

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://example.com/x">\n'
)


def svg(inside, head=HEAD):
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg"><g id="graph0" class="graph">{inside}</g></svg>'.encode()


def shapes(inside):
    return read_groups(svg(f'<g id="a" class="node unit">{inside}</g>'))["a"].shapes


def test_the_shapes_of_nodes_and_edges_are_found_by_id():
    groups = read_groups(
        svg(
            '<polygon points="0,0 9,0 9,9"/>'
            '<g id="ops" class="node unit"><title>n0</title><polygon fill="red" points="1,-2 3,4.5"/></g>'
            '<g id="edge-ops" class="edge solid"><path fill="none" d="M1,-2C3,4 5,6 7.5,-8e-1 "/></g>'
        )
    )
    assert list(groups) == ["ops", "edge-ops"]
    (polygon,) = groups["ops"].shapes
    assert (polygon.kind, polygon.points, polygon.filled) == ("polygon", [(1, -2), (3, 4.5)], True)
    (path,) = groups["edge-ops"].shapes
    assert (path.kind, path.points, path.filled) == ("path", [(1, -2), (3, 4), (5, 6), (7.5, -0.8)], False)


def test_texts_are_passed_over():
    assert shapes('<text x="1" y="2">&lt;b&gt;</text>') == []


def test_a_polyline_counts_as_a_shape():
    assert [shape.points for shape in shapes('<polyline points="0,1 2,3"/>')] == [[(0, 1), (2, 3)]]


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


@pytest.mark.parametrize("points", ["1,2 url(x)", "M1,2 L3,4", "1;2", "nan,1"])
def test_a_shape_of_other_commands_is_refused(points):
    with pytest.raises(ToolError, match="cannot be read"):
        shapes(f'<path d="{points}"/>')


@pytest.mark.parametrize("points", ["", "1,2 3", "1e99999,2", "e,e", "- -", "1.2.3,4", "1,2M3,4"])
def test_a_shape_of_broken_numbers_is_refused(points):
    with pytest.raises(ToolError):
        shapes(f'<path d="{points}"/>')


@pytest.mark.parametrize("data", [b"", b"<svg>", b"not xml", b"\xff\xfe<svg/>", b'<svg><g id="a" id="b"/></svg>'])
def test_what_is_no_xml_is_told_so(data):
    with pytest.raises(ToolError, match="cannot be read"):
        read_groups(data)
