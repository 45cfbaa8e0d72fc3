"""For Python programs: a chart as SVG, or as an object of the `graphviz` package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from orgviz.output.graphviz_engine import as_source
from orgviz.pipeline import render
from orgviz.readings import AS_IT_IS, ReadOptions
from orgviz.render_options import Format, RenderOptions

if TYPE_CHECKING:
    import graphviz


def to_svg(file: Path, options: RenderOptions | None = None, how: ReadOptions = AS_IT_IS) -> str:
    """Return the chart of the organisation in a file (or document, or table) as SVG.

    Raises:
        InputError: the file has mistakes; it carries all of them.
        ToolError: Graphviz is missing.
        OSError: the file cannot be read.
    """
    return _render(file, Format.SVG, options, how).decode()


def to_graphviz(file: Path, options: RenderOptions | None = None, how: ReadOptions = AS_IT_IS) -> graphviz.Source:
    """Return the chart as a `graphviz.Source` with every position fixed: draw it with ``neato_no_op=2``.

    Raises:
        InputError: the file has mistakes; it carries all of them.
        OSError: the file cannot be read.
    """
    return as_source(_render(file, Format.DOT, options, how).decode())


def _render(file: Path, format: Format, options: RenderOptions | None, how: ReadOptions) -> bytes:
    result = render(file.read_bytes(), str(file), [format], options or RenderOptions(), how)
    return result.outputs[0]
