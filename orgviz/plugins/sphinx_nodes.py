"""How Sphinx writes a chart: SVG into HTML, a PDF beside LaTeX, and the organisation as lines for all others."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Protocol

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util import logging

from orgviz.output.write import write_outputs
from orgviz.plugins.embedding import Wanted, embed
from orgviz.plugins.inline_svg import inline_svg, short_hash
from orgviz.render_options import Format

_ALIGNED = {"left": ("{", r"\hspace*{\fill}}"), "right": (r"{\hspace*{\fill}", "}")}
_CENTERED = (r"{\hfill", r"\hspace*{\fill}}")
_LOG = logging.getLogger(__name__)


class orgviz_chart(nodes.General, nodes.Inline, nodes.Element):  # noqa: N801 - nodes are written as in a document
    """A chart in a document: its SVG, what else is needed to draw it again, and its lines as a child.

    Its attributes are texts, as some writers write them all.
    """


class Writer(Protocol):
    """What the visitors need of Sphinx's translators."""

    body: list[str]
    builder: Builder

    def starttag(self, node: nodes.Element, tag: str, **attributes: str) -> str:
        """Return an opening tag with the classes and ids of a node."""


def visit_html(writer: Writer, node: orgviz_chart) -> None:
    """Write the SVG into the page, where its links work and its text can be found; into EPUB as a picture."""
    align = node.get("align")
    writer.body.append(writer.starttag(node, "div", CLASS="orgviz" + (f" align-{align}" if align else "")))
    if writer.builder.name == "epub" or writer.builder.config.orgviz_html == "image":
        writer.body.append(_picture(writer, node))
    else:
        writer.body.append(inline_svg(node["svg"], width=node.get("width"), alt=node.get("alt")))
    writer.body.append("</div>\n")
    raise nodes.SkipNode


def _picture(writer: Writer, node: orgviz_chart) -> str:
    name = _put(writer.builder, Path(writer.builder.imagedir), node["svg"].encode(), "svg")
    style = f"width:{node['width']}" if node.get("width") else "max-width:100%"
    place = f"{getattr(writer.builder, 'imgpath', writer.builder.imagedir)}/{name}"
    tag: str = writer.starttag(nodes.image(), "img", SRC=place, ALT=node.get("alt") or node["title"], STYLE=style)
    return tag.strip()


def visit_latex(writer: Writer, node: orgviz_chart) -> None:
    """Draw the chart as a PDF beside the document, and take that in."""
    text = node.get("source_text")
    wanted = Wanted(
        data=None if text is None else text.encode(),
        path=Path(os.path.normpath(Path(writer.builder.srcdir) / node["file"])),
        options=json.loads(node["options"]),
    )
    drawn = embed(wanted, [Format.PDF])
    if drawn.failed:
        for trouble in drawn.troubles:
            _LOG.warning("%s", trouble, location=node, type="orgviz", subtype=trouble.code)
        return  # the lines stand for the chart
    name = _put(writer.builder, Path(), drawn.outputs[0], "pdf")
    before, after = ("", "") if node.get("in_figure") else _ALIGNED.get(node.get("align", ""), _CENTERED)
    size = f"[width={node['latex_width']}]" if node.get("latex_width") else ""
    writer.body.append(f"\n\\par{before}\\sphinxincludegraphics{size}{{{name}}}{after}\\par\n")
    raise nodes.SkipNode


def visit_lines(_writer: object, _node: orgviz_chart) -> None:
    """Leave the chart to its child: the organisation as lines."""


def _put(builder: Builder, folder: Path, data: bytes, ending: str) -> str:
    """Write a picture below the output folder, under a name that is told by its bytes; return the name."""
    name = f"orgviz-{short_hash(data)}.{ending}"
    place = Path(builder.outdir) / folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        write_outputs([(place, data)])
    return name


def add_nodes(app: Any) -> None:  # noqa: ANN401 - as Sphinx gives it
    """Tell Sphinx how each of its writers writes a chart."""
    lines = (visit_lines, visit_lines)
    app.add_node(
        orgviz_chart,
        html=(visit_html, visit_lines),
        latex=(visit_latex, visit_lines),
        text=lines,
        man=lines,
        texinfo=lines,
    )
