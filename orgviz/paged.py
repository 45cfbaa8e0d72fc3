"""Draw an organisation on several pages: one PDF with bookmarks and links, or a file for each page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from orgviz.cache.measured import keep_measures, recall_measures
from orgviz.cache.shelf import Shelf, each_kept
from orgviz.chart.portraits import Gallery
from orgviz.counts.count import count
from orgviz.counts.labels import count_labels
from orgviz.jobs.crew import ALONE, Crew, each
from orgviz.layout.page import Page
from orgviz.model import Org
from orgviz.output.drawing import Drawing, TextMode
from orgviz.output.font_warning import FontWarning
from orgviz.output.fonts import Setting
from orgviz.output.pdf_pages import Leaf, page_address
from orgviz.output.pen import Pen
from orgviz.output.sheet import Address
from orgviz.page_work import PageFile, PageWork, draw_page, draw_scene_of, drawn_page, together
from orgviz.pages.bound import BoundPages, Made, Making
from orgviz.pages.make import make_pages
from orgviz.pages.options import Paging
from orgviz.pages.sheet_work import Manner
from orgviz.readings import Reading
from orgviz.render_options import Format, RenderOptions
from orgviz.style.catalogue import load_theme

# How long a page takes, about, in seconds: until Graphviz has drawn it, and as a PNG besides.
_SECONDS, _PNG_SECONDS = 0.05, 0.2


def pages_of(
    reading: Reading,
    options: RenderOptions,
    paging: Paging,
    *,
    whole: Org | None = None,
    crew: Crew = ALONE,
    shelf: Shelf | None = None,
) -> BoundPages:
    """Return the pages of an organisation's chart: whatever writes several pages begins here.

    Args:
        whole: the organisation whose people are counted, where the chart shows only a part of it.
        crew: who lays them out.
        shelf: what is remembered of that, and takes what is found out.

    Raises:
        UsageError: the chart cannot be divided so.
        ToolError: something is missing on this machine.
    """
    return _planned(reading.org, paging, _manner(reading, options, whole), crew, shelf)


def slides_of(
    reading: Reading,
    options: RenderOptions,
    paging: Paging,
    *,
    whole: Org | None = None,
    crew: Crew = ALONE,
    shelf: Shelf | None = None,
) -> BoundPages:
    """Return the pages as `pages_of`, for the deck that the user gave: as large as its room, and titled by its slides.

    Raises:
        UsageError: the chart cannot be divided so, or the deck has no such slide.
        ToolError: something is missing on this machine, or the deck cannot be read.
    """
    from orgviz.slides.deck import room_for  # noqa: PLC0415 - the library is an extra, and slow to load

    manner = _manner(reading, options, whole)
    room = room_for(options.deck, manner.chart(reading.org).name)
    layout = manner.layout if room is None else replace(manner.layout, page=room)
    paging, manner = replace(paging, titled=room is not None), replace(manner, layout=layout)
    return _planned(reading.org, paging, manner, crew, shelf)


def _planned(org: Org, paging: Paging, manner: Manner, crew: Crew, shelf: Shelf | None) -> BoundPages:
    if shelf is None:
        return make_pages(org, paging, manner, crew)
    measures = recall_measures(shelf)
    pages = make_pages(org, paging, manner, crew, measures)
    keep_measures(shelf, measures)
    return pages


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


@dataclass(frozen=True, slots=True)
class Single:
    """A format in which each page is a file of its own.

    Args:
        address: for the number of a page, where links on it to other pages lead.
    """

    format: Format
    address: Callable[[int], Address]


class Book:
    """Pages on their way to files, stage by stage, each when it is first needed.

    Args:
        crew: who draws the pages.
        tell: is told of each stage as it begins.
        shelf: what was drawn before, and takes what is drawn now.

    Attributes:
        warnings: what the fonts of this machine lack, as far as they were needed.
    """

    def __init__(
        self,
        bound: BoundPages,
        options: RenderOptions,
        crew: Crew = ALONE,
        tell: Callable[[str], None] = lambda _: None,
        shelf: Shelf | None = None,
    ):
        self.bound, self.options, self.crew, self.tell, self.shelf = bound, options, crew, tell, shelf
        self.warnings: list[FontWarning] = []

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages."""
        return self.bound.all_made()

    def pdf(self) -> bytes:
        """Return all pages as one PDF, with bookmarks and links."""
        drawings = (self._drawing(number, page_address) for number in range(1, len(self.pages) + 1))
        leaves = [Leaf(drawing, page.name, page.level) for drawing, page in zip(drawings, self.pages, strict=True)]
        pen = self.pen
        self.tell("writing PDF")
        return pen.pdf_pages(leaves)

    def together(self, format: Format) -> bytes:
        """Return all pages as one file, in one of the formats of `TOGETHER`."""
        return self.pdf() if format is Format.PDF else together(self.pages, format, self.options)

    def singles(self, wanted: Sequence[Single]) -> Iterator[tuple[bytes, ...]]:
        """Yield for each page what goes into its file in each of some formats."""
        contents = [self._content(place, wanted) for place in range(len(self.bound.pages))]
        return each_kept(self.shelf, contents, lambda places: self._made(places, wanted))

    def _made(self, places: Sequence[int], wanted: Sequence[Single]) -> Iterator[tuple[bytes, ...]]:
        effort = len(places) * (_SECONDS + _PNG_SECONDS * any(one.format is Format.PNG for one in wanted))
        makings = zip(places, self.bound.makings(places), strict=True)
        works = [self._work(place + 1, making, wanted) for place, making in makings]
        return each(self.crew.worth(effort), draw_page, works)

    def _content(self, place: int, wanted: Sequence[Single]) -> str | None:
        """Return what the files of a page depend on beside what is the same for all; nothing where that is unknown."""
        page = self.bound.pages[place]
        if self.shelf is None or page.content is None:
            return None
        settings = [self._setting(place + 1, one.format) for one in wanted]
        addresses = [[one.address(place + 1)(number) for number in page.leads_to] for one in wanted]
        return repr((page.content, [one.format.value for one in wanted], addresses, settings))

    def _work(self, number: int, making: Making, wanted: Sequence[Single]) -> PageWork:
        files = tuple(self._file(number, one) for one in wanted)
        chart = self.charts[number - 1] if any(file.setting is not None for file in files) else None
        return PageWork(making, files, self.options, chart)

    def _file(self, number: int, wanted: Single) -> PageFile:
        address = wanted.address(number)
        leads_to = self.bound.pages[number - 1].leads_to
        leading = {to: href for to in leads_to if (href := address(to)) is not None}
        return PageFile(wanted.format, leading, self._setting(number, wanted.format))

    def _setting(self, number: int, format: Format) -> Setting | None:
        """Return how the texts of a page are set, where its letters are drawn: that depends on all pages."""
        if format not in (Format.SVG, Format.PNG, Format.PDF) or (
            format is Format.SVG and self.options.text is TextMode.REAL
        ):
            return None
        drawing = self._drawing(number, page_address)
        setting = self.pen.setting(drawing, format)
        return None if setting is None else setting.of(drawing)

    def _drawing(self, number: int, address: Address) -> Drawing:
        return drawn_page(self.pages[number - 1], self.charts[number - 1], address, self.options)

    @cached_property
    def charts(self) -> tuple[Drawing | None, ...]:
        """The drawing of each page's scene."""
        self.tell("drawing")
        works = [PageWork(Made(page), (), self.options) for page in self.pages]
        return tuple(each(self.crew.worth(_SECONDS * len(self.pages)), draw_scene_of, works))

    @cached_property
    def pen(self) -> Pen:
        """What writes the pages: the same character is of the same face on all of them."""
        numbers = range(1, len(self.pages) + 1)
        return Pen([self._drawing(number, page_address) for number in numbers], self.options.pen, self.warnings)
