"""Draw an organisation on several pages: one PDF with bookmarks and links, or a file for each page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from orgviz.chart.portraits import Gallery
from orgviz.counts.count import count
from orgviz.counts.labels import count_labels
from orgviz.dot import to_dot
from orgviz.layout.page import Page
from orgviz.layout.scene import Scene
from orgviz.model import Org
from orgviz.output.drawing import Drawing
from orgviz.output.drawn_scene import draw_scene
from orgviz.output.font_warning import FontWarning
from orgviz.output.pdf_pages import Leaf, page_address
from orgviz.output.pen import Pen
from orgviz.output.sheet import Address, sheet_drawing
from orgviz.pages.make import make_pages
from orgviz.pages.options import Paging
from orgviz.pages.trial import Manner
from orgviz.pipeline import Format, RenderOptions
from orgviz.reading import Reading
from orgviz.style.catalogue import load_theme

TOGETHER = (Format.PDF, Format.PPTX, Format.DRAWIO)
"""The formats that hold several pages in one file."""


def pages_of(reading: Reading, options: RenderOptions, paging: Paging, *, whole: Org | None = None) -> tuple[Page, ...]:
    """Return the pages of an organisation's chart: whatever writes several pages begins here.

    Args:
        whole: the organisation whose people are counted, where the chart shows only a part of it.

    Raises:
        UsageError: the chart cannot be divided so.
        ToolError: something is missing on this machine.
    """
    return make_pages(reading.org, paging, _manner(reading, options, whole))


def slides_of(
    reading: Reading, options: RenderOptions, paging: Paging, *, whole: Org | None = None
) -> tuple[Page, ...]:
    """Return the pages as `pages_of`, for the deck that the user gave: as large as its room, and titled by its slides.

    Raises:
        UsageError: the chart cannot be divided so, or the deck has no such slide.
        ToolError: something is missing on this machine, or the deck cannot be read.
    """
    from orgviz.slides.deck import room_for  # noqa: PLC0415 - the library is an extra, and slow to load

    manner = _manner(reading, options, whole)
    room = room_for(options.deck, manner.chart(reading.org).name)
    layout = manner.layout if room is None else replace(manner.layout, page=room)
    return make_pages(reading.org, replace(paging, titled=room is not None), replace(manner, layout=layout))


def _manner(reading: Reading, options: RenderOptions, whole: Org | None) -> Manner:
    org = reading.org
    return Manner(
        theme=load_theme(options.theme),
        detail=options.detail,
        legend=options.legend,
        counts=count_labels(count(whole or org)) if options.counts else {},
        layout=options.layout,
        gallery=Gallery(options.photos, reading.pictures, org.lang),
        run_dot=options.places,
    )


def _alone(page: Page) -> Page:
    """Return a page for a file that cannot lead to another file."""
    return replace(page, jumps={}, texts=tuple(replace(text, page=None) for text in page.texts))


class Book:
    """Pages on their way to files, stage by stage, each when it is first needed.

    Args:
        tell: is told of each stage as it begins.

    Attributes:
        warnings: what the fonts of this machine lack, as far as they were needed.
    """

    def __init__(self, pages: tuple[Page, ...], options: RenderOptions, tell: Callable[[str], None] = lambda _: None):
        self.pages, self.options, self.tell = pages, options, tell
        self.warnings: list[FontWarning] = []

    def pdf(self) -> bytes:
        """Return all pages as one PDF, with bookmarks and links."""
        pen, numbers = self.pen, range(1, len(self.pages) + 1)
        self.tell("writing PDF")
        return pen.pdf_pages([self._leaf(number, page_address) for number in numbers])

    def together(self, format: Format) -> bytes:
        """Return all pages as one file, in one of the formats of `TOGETHER`."""
        match format:
            case Format.PPTX:
                from orgviz.slides.deck import to_deck  # noqa: PLC0415 - the library is an extra, and slow to load

                return to_deck(self._grounded, self.options.deck)
            case Format.DRAWIO:
                from orgviz.drawio.document import to_drawio  # noqa: PLC0415 - few charts are finished there

                return to_drawio(self._grounded).encode()
            case _:
                return self.pdf()

    def single(self, format: Format, number: int, address: Address) -> bytes:
        """Return one page as a file of its own.

        Args:
            number: of the page, from 1.
            address: where links to pages lead; a PNG has none.
        """
        page = self.pages[number - 1]
        if format is Format.DOT:
            return b"" if page.scene is None else to_dot(page.scene).encode()
        if format is Format.PDF:
            pen, leaf = self.pen, self._leaf(number, address)
            self.tell("writing PDF")
            return pen.pdf_pages([leaf])
        if format in TOGETHER:
            return Book((_alone(page),), self.options).together(format)
        drawing = self._drawing(number, address)
        self.tell(f"writing {format.upper()}")
        return self.pen.png(drawing) if format is Format.PNG else self.pen.svg(drawing).encode()

    @property
    def _grounded(self) -> tuple[Page, ...]:
        return tuple(map(self.options.page_on_ground, self.pages))

    def _leaf(self, number: int, address: Address) -> Leaf:
        page = self.pages[number - 1]
        return Leaf(self._drawing(number, address), page.name, page.level)

    def _drawing(self, number: int, address: Address) -> Drawing:
        drawing = sheet_drawing(self.pages[number - 1], self.charts[number - 1], address)
        return self.options.on_ground(drawing)

    @cached_property
    def charts(self) -> tuple[Drawing | None, ...]:
        """The drawing of each page's scene."""
        return tuple(None if page.scene is None else self._chart(page.scene) for page in self.pages)

    def _chart(self, scene: Scene) -> Drawing:
        return draw_scene(scene, scene.background, seconds=self.options.timeout, tell=self.tell)

    @cached_property
    def pen(self) -> Pen:
        """What writes the pages: the same character is of the same face on all of them."""
        numbers = range(1, len(self.pages) + 1)
        return Pen([self._drawing(number, page_address) for number in numbers], self.options.pen, self.warnings)
