"""Charts in Sphinx: ``extensions = ["orgviz.plugins.sphinx"]`` and ``.. orgviz:: org.yaml``."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.latex import rstdim_to_latexdim

from orgviz import __version__
from orgviz.diagnostics import UsageError
from orgviz.plugins.embedding import Embedded, Trouble, Wanted, embed
from orgviz.plugins.inline_svg import checked_width, id_prefix
from orgviz.plugins.options import READERS
from orgviz.plugins.sphinx_nodes import add_nodes, orgviz_chart
from orgviz.render_options import Format

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_TOLD = 20  # troubles of one chart
_TITLE = re.compile(r"<title[^>]*>([^<]*)</title>")
_LATEX_UNITS = ("px", "pt", "pc", "mm", "cm", "in", "em", "%")
_LOG = logging.getLogger(__name__)


def _align(text: str) -> str:
    return str(directives.choice(text, ("left", "center", "right")))


class OrgvizDirective(SphinxDirective):
    """Draw the organisation of a file, or of the directive's content."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        **dict.fromkeys(READERS, lambda text: text or ""),
        "alt": directives.unchanged,
        "align": _align,
        "caption": directives.unchanged,
        "class": directives.class_option,
        "name": directives.unchanged,
        "width": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Return the chart, in a figure where it has a caption; a box that says what is wrong where it has no chart."""
        try:
            width = checked_width(self.options.get("width"))
            wanted = self._wanted()
        except UsageError as error:
            hint = f" ({error.hint})" if error.hint else ""
            return self._failure([Trouble(f"{error}{hint}", "option")])
        number = self.env.new_serialno("orgviz")
        drawn = embed(wanted, [Format.SVG, Format.TXT], id_prefix=id_prefix(self.env.docname, number))
        self._note(drawn)
        if drawn.failed:
            return self._failure(drawn.troubles)
        self._tell(drawn.troubles)
        return [self._framed(self._chart(wanted, drawn, width))]

    def _wanted(self) -> Wanted:
        options = {name: text for name, text in self.options.items() if name in READERS}
        if self.arguments and self.content:
            raise UsageError("a chart is drawn from a file or from what stands here, not from both")
        if self.arguments:
            _, place = self.env.relfn2path(self.arguments[0].strip())
            return Wanted(data=None, path=Path(place), options=options)
        if not self.content:
            raise UsageError("there is nothing to draw", "name a file, or write the organisation below, indented")
        text = "\n".join(self.content) + "\n"
        page = Path(self.env.doc2path(self.env.docname))
        return Wanted(data=text.encode(errors="surrogatepass"), path=page, options={"from": "yaml", **options})

    def _note(self, drawn: Embedded) -> None:
        """Let the page be read anew when a file of the chart changes, and in any case where there is no chart."""
        for path in drawn.files:
            self.env.note_dependency(os.path.relpath(path, self.env.srcdir))
        if drawn.failed:
            self.env.note_reread()

    def _chart(self, wanted: Wanted, drawn: Embedded, width: str | None) -> orgviz_chart:
        svg, lines = (data.decode() for data in drawn.outputs)
        title = _TITLE.search(svg)
        chart: orgviz_chart = orgviz_chart(
            svg=svg,
            title=unescape(title[1]) if title else "",
            file=Path(os.path.relpath(wanted.path, self.env.srcdir)).as_posix(),
            options=json.dumps(dict(wanted.options), ensure_ascii=False),
            classes=self.options.get("class", []),
        )
        if wanted.data is not None:
            chart["source_text"] = wanted.data.decode()
        chart += nodes.literal_block(lines, lines, language="none")
        for name in ("align", "alt"):
            if name in self.options:
                chart[name] = self.options[name]
        if width is not None:
            chart["width"] = width
            chart["latex_width"] = rstdim_to_latexdim(width) if width.endswith(_LATEX_UNITS) else None
        self.set_source_info(chart)
        return chart

    def _framed(self, chart: orgviz_chart) -> nodes.Element:
        """Return the chart, or a figure of it, under the name by which other pages refer to it."""
        framed: nodes.Element = chart
        if self.options.get("caption"):
            text, messages = self.parse_inline(self.options["caption"], lineno=self.lineno)
            framed = nodes.figure("", chart, align=chart.attributes.pop("align", "default"))
            framed += nodes.caption(self.options["caption"], "", *text, *messages)
            chart["in_figure"] = True
            self.set_source_info(framed)
        self.add_name(framed)
        return framed

    def _failure(self, troubles: Sequence[Trouble]) -> list[nodes.Node]:
        """Tell what is wrong, and show it in the place of the chart."""
        self._tell(troubles)
        lines = "\n".join(self._shown(trouble) for trouble in troubles if trouble.fatal)
        return [nodes.error("", nodes.literal_block(lines, lines, language="none"), classes=["orgviz-error"])]

    def _tell(self, troubles: Sequence[Trouble]) -> None:
        for trouble in troubles[:_TOLD]:
            _LOG.warning("%s", trouble.message, location=self._place(trouble), type="orgviz", subtype=trouble.code)
        if len(troubles) > _TOLD:
            _LOG.warning("… and %d more", len(troubles) - _TOLD, location=self.get_location(), type="orgviz")

    def _place(self, trouble: Trouble) -> str:
        """Return where Sphinx shall say that it is: in the document for what stands there."""
        if trouble.path is None or trouble.line is None:
            return str(self.get_location())
        if self.arguments or Path(trouble.path) != Path(self.env.doc2path(self.env.docname)):
            return f"{trouble.path}:{trouble.line}"
        source, line = self.content.items[min(trouble.line, len(self.content.items)) - 1]
        return f"{source}:{line + 1}"

    def _shown(self, trouble: Trouble) -> str:
        """Return a trouble for the page, which says nothing of the folders above it."""
        message = trouble.message.replace(f"{self.env.srcdir}{os.sep}", "")
        if trouble.path is None:
            return message
        path, _, line = self._place(trouble).rpartition(":")
        return f"{Path(os.path.relpath(path, self.env.srcdir)).as_posix()}:{line}: {message}"


def setup(app: Sphinx) -> dict[str, Any]:
    """Make the directive known to Sphinx."""
    add_nodes(app)
    app.add_directive("orgviz", OrgvizDirective)
    app.add_config_value("orgviz_html", "inline", "html", (str,))
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
