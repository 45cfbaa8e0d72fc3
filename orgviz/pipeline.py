"""Compose the stages: input bytes in, finished outputs out; no logic of its own."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import field, replace
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from orgviz.chart.make import make_chart
from orgviz.chart.portraits import Gallery
from orgviz.chart.values import Chart
from orgviz.diagnostics import Diagnostic
from orgviz.dot import to_dot
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutKind
from orgviz.layout.scene import Scene
from orgviz.lean import dataclass
from orgviz.model import Org
from orgviz.output.drawing import Drawing, TextMode
from orgviz.output.drawn_scene import draw_scene, svg_in_pieces
from orgviz.output.pen import Pen
from orgviz.output.redraw import bare_drawing
from orgviz.reading import read_org
from orgviz.readings import AS_IT_IS, Reading, ReadOptions
from orgviz.render_options import Format, RenderOptions
from orgviz.style.catalogue import load_theme
from orgviz.text import SourceText

if TYPE_CHECKING:
    from orgviz.chart.marks import Marks
    from orgviz.output.font_warning import FontWarning
    from orgviz.output.spool import Spool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """Finished outputs in the order asked for, and what the user should know."""

    outputs: tuple[bytes, ...]
    findings: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    font_warnings: tuple[FontWarning, ...] = ()


def render(
    data: bytes, path: str, formats: Sequence[Format], options: RenderOptions, how: ReadOptions = AS_IT_IS
) -> Rendered:
    """Return a chart of the organisation in `data`, in each of the formats; every stage runs once at most.

    Raises:
        InputError: the input has mistakes.
        UsageError: an option makes no sense.
        ToolError: something is missing on this machine.
    """
    return draw(read_org(data, path, how), formats, options)


def draw(
    reading: Reading,
    formats: Sequence[Format],
    options: RenderOptions,
    marks: Marks | None = None,
    *,
    whole: Org | None = None,
    tell: Callable[[str], None] = lambda _: None,
    spool: Spool | None = None,
) -> Rendered:
    """Return a chart of what was read, in each of the formats.

    Args:
        marks: what changed, for a chart of a difference.
        whole: the organisation whose people are counted, where the chart shows only a part of it.
        tell: is told of each stage as it begins.
        spool: takes an SVG with real text that is the only output: then it is in there, and not in what is returned.

    Raises:
        UsageError: an option makes no sense.
        ToolError: something is missing on this machine.
    """
    chart = _Drawn(reading, options, marks, whole, tell, alone=len(formats) == 1)
    if spool is not None and chart.alone and formats[0] is Format.SVG and options.text is TextMode.REAL:
        with closing(chart.svg_in_pieces()) as pieces:
            spool.fill(pieces)
        formats = ()
    outputs = tuple(chart.output(format) for format in formats)
    return Rendered(
        outputs=outputs,
        findings=reading.findings,
        sources=reading.sources,
        font_warnings=tuple(chart.warnings),
    )


class _Drawn:
    """One organisation on its way to several outputs, stage by stage, each when it is first needed."""

    def __init__(
        self,
        reading: Reading,
        options: RenderOptions,
        marks: Marks | None,
        whole: Org | None,
        tell: Callable[[str], None],
        *,
        alone: bool = False,
    ):
        self.org = reading.org
        self.pictures = reading.pictures
        self.tell = tell
        self.whole = whole or reading.org
        self.alone = alone
        self.marks = marks
        self.options = options
        self.warnings: list[FontWarning] = []

    def output(self, format: Format) -> bytes:
        match format:
            case Format.JSON:
                from orgviz.export.json_writer import to_json  # noqa: PLC0415 - most charts are pictures

                self.tell("writing JSON")
                return to_json(self.org).encode()
            case Format.TXT:
                from orgviz.export.text_tree import to_text_tree  # noqa: PLC0415 - most charts are pictures

                self.tell("writing TXT")
                return to_text_tree(self.org, self.counts).encode()
            case Format.DOT:
                scene = self.scene
                self.tell("writing DOT")
                return to_dot(scene).encode()
            case Format.SVG:
                return self._svg()
            case Format.PNG:
                return self._png()
            case Format.PDF:
                return self._pdf()
            case Format.PPTX:
                return self._pptx()
            case Format.HTML:
                return self._html().encode()
            case Format.DRAWIO:
                return self._drawio().encode()

    @cached_property
    def counts(self) -> Mapping[str, str]:
        if not self.options.counts:
            return {}
        from orgviz.counts.count import count  # noqa: PLC0415 - few charts have numbers
        from orgviz.counts.labels import count_labels  # noqa: PLC0415 - few charts have numbers

        return count_labels(count(self.whole))

    @cached_property
    def chart(self) -> Chart:
        self.tell("charting")
        options = self.options
        theme = load_theme(options.theme)
        gallery = Gallery(options.photos, self.pictures, self.org.lang)
        if options.layout.kind is LayoutKind.MATRIX:
            from orgviz.chart.matrix import make_matrix  # noqa: PLC0415 - few charts are one

            return make_matrix(self.org, theme, options.detail, with_legend=options.legend, gallery=gallery)
        return make_chart(
            self.org,
            theme,
            options.detail,
            with_legend=options.legend,
            marks=self.marks,
            counts=self.counts,
            gallery=gallery,
        )

    @cached_property
    def scene(self) -> Scene:
        chart = self.chart
        self.tell("laying out")
        return lay_out(chart, self.options.layout, self.options.places)

    @cached_property
    def drawing(self) -> Drawing:
        scene = self.scene
        return draw_scene(scene, self.options.ground(scene), seconds=self.options.timeout, tell=self.tell)

    @cached_property
    def pen(self) -> Pen:
        return Pen([self.drawing], self.options.pen, self.warnings)

    def svg_in_pieces(self) -> Generator[bytes, None, None]:
        """Yield the SVG with real text, without the drawing, which is by far the largest value."""
        options, scene = self.options, self.scene
        ground, seconds = options.ground(scene), options.timeout
        return svg_in_pieces(scene, ground, id_prefix=options.id_prefix, seconds=seconds, tell=self.tell)

    def _svg(self) -> bytes:
        if self.alone and self.options.text is TextMode.REAL:
            file = BytesIO()
            with closing(self.svg_in_pieces()) as pieces:
                file.writelines(pieces)
            return file.getvalue()
        pen, drawing = self.pen, self.drawing
        self.tell("writing SVG")
        return pen.svg(drawing).encode()

    def _png(self) -> bytes:
        # Too large a picture is refused before anything is drawn.
        self.options.pen.png_dpi(bare_drawing(self.scene, None))
        pen, drawing = self.pen, self.drawing
        self.tell("writing PNG")
        return pen.png(drawing)

    def _pdf(self) -> bytes:
        pen, drawing = self.pen, self.drawing
        self.tell("writing PDF")
        return pen.pdf(drawing, None if self.options.crop else self.options.layout.page)

    def _pptx(self) -> bytes:
        from orgviz.layout.page import single_page  # noqa: PLC0415 - likewise
        from orgviz.output.font_warning import FontWarning  # noqa: PLC0415 - likewise
        from orgviz.slides.deck import room_for, to_deck  # noqa: PLC0415 - the library is an extra, and slow to load
        from orgviz.slides.units import slide_size  # noqa: PLC0415 - likewise

        deck = self.options.deck
        room = room_for(deck, self.chart.name)
        if room is None:
            scene = self.scene
        else:
            # A deck that the user gave has its own place for the title, and its own room for the chart.
            layout = replace(self.options.layout, page=room)
            chart = self.chart
            self.tell("laying out")
            scene = lay_out(replace(chart, title=None), layout, self.options.places)
        self.tell("writing PPTX")
        page = self.options.page_on_ground(single_page(scene))
        *_, shrink = slide_size(page.width, page.height)
        if shrink < 1:
            message = f"the page is larger than the 56 inches that a slide may have, and is shrunk to {shrink:.0%}"
            self.warnings.append(FontWarning((), message, "give a smaller page with --fit"))
        return to_deck([page], deck)

    def _html(self) -> str:
        from orgviz.web.page import to_html  # noqa: PLC0415 - see tests/test_architecture.py

        svg = self.pen.svg(self.drawing)
        self.tell("writing HTML")
        return to_html(self.org, self.scene, self.drawing, svg, id_prefix=self.options.id_prefix)

    def _drawio(self) -> str:
        from orgviz.drawio.document import to_drawio  # noqa: PLC0415 - few charts are finished there
        from orgviz.layout.page import single_page  # noqa: PLC0415 - likewise

        scene = self.scene
        self.tell("writing DRAWIO")
        return to_drawio([self.options.page_on_ground(single_page(scene))])
