"""A small chart whose picture by Graphviz may be anything: it is redrawn rightly, or refused."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

from orgviz.chart.make import make_chart
from orgviz.dot_shapes import Part, parts_of
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutOptions
from orgviz.layout.scene import Scene
from orgviz.output.graphviz_engine import positions
from orgviz.output.redraw import bare_drawing, redraw
from orgviz.output.svg_writer import to_svg
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme

ORG = b"""\
title: Small
units:
  - {name: Sales & <Service>, head: {title: Head, holder: "\\"Ann\\""}, url: 'https://example.org/?a=1&b=2'}
  - {name: Law, status: planned, units: [Contracts]}
links:
  - {from: Law, to: Contracts, kind: dotted, label: asks}
"""
_ELEMENTS = frozenset({"svg", "g", "title", "desc", "a", "path", "polygon", "polyline", "text", "tspan", "rect"})


@cache
def scene() -> Scene:
    """Return the chart, laid out."""
    chart = make_chart(read_org(ORG, "small.yaml").org, load_theme("default"))
    return lay_out(chart, LayoutOptions(), positions)


def whole() -> Part:
    """Return all of the chart: it is drawn at once."""
    (part,) = parts_of(scene())
    return part


def redrawn(svg: bytes) -> str:
    """Return our picture made from Graphviz's.

    Raises:
        OrgvizError: Graphviz's is not what was asked for.
        AssertionError: ours holds what no picture of ours may hold.
    """
    groups = tuple(redraw(scene(), whole(), svg))
    ours = to_svg(replace(bare_drawing(scene(), "#ffffff"), groups=groups))
    for element in ET.fromstring(ours).iter():  # noqa: S314 - our own writing
        name = element.tag.rpartition("}")[2]
        assert name in _ELEMENTS, f"<{name}> came through"
        assert not any(attribute.startswith("on") for attribute in element.attrib), "a handler came through"
    return ours
