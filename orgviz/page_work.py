"""A page that becomes files of its own, as a plain value, and the function that draws it, wherever that is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from orgviz.dot import to_dot
from orgviz.layout.page import Page
from orgviz.output import pen
from orgviz.output.drawing import Drawing
from orgviz.output.drawn_scene import draw_scene
from orgviz.output.fonts import Setting
from orgviz.output.pdf_pages import Leaf, to_pdf_pages
from orgviz.output.sheet import Address, sheet_drawing
from orgviz.render_options import Format, RenderOptions

TOGETHER = (Format.PDF, Format.PPTX, Format.DRAWIO)
"""The formats that hold several pages in one file."""


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file for a page.

    Args:
        addresses: by number of a page, where links to it lead.
        setting: how its texts are set, where letters are drawn.
    """

    format: Format
    addresses: Mapping[int, str] = field(default_factory=dict)
    setting: Setting | None = None


@dataclass(frozen=True, slots=True)
class PageWork:
    """A page, and the files that it goes into.

    Args:
        making: makes the page.
        chart: the drawing of its scene, where that was drawn already.
    """

    making: Callable[[], Page]
    files: tuple[PageFile, ...]
    options: RenderOptions
    chart: Drawing | None = None


def draw_page(work: PageWork) -> tuple[bytes, ...]:
    """Return what goes into each file of a page.

    Raises:
        ToolError: something is missing on this machine, or cannot draw it.
    """
    page, chart = work.making(), work.chart
    if chart is None and any(file.format not in (Format.DOT, Format.PPTX, Format.DRAWIO) for file in work.files):
        chart = _drawn_scene(page, work.options)
    return tuple(_drawn(page, file, chart, work.options) for file in work.files)


def draw_scene_of(work: PageWork) -> Drawing | None:
    """Return the drawing of a page's scene, if it has one.

    Raises:
        ToolError: Graphviz is missing, or fails.
    """
    return _drawn_scene(work.making(), work.options)


def _drawn_scene(page: Page, options: RenderOptions) -> Drawing | None:
    scene = page.scene
    return None if scene is None else draw_scene(scene, scene.background, seconds=options.timeout, workers=1)


def drawn_page(page: Page, chart: Drawing | None, address: Address, options: RenderOptions) -> Drawing:
    """Return the drawing of a whole page.

    Args:
        chart: that of its scene.
        address: where links to pages lead.
    """
    return options.on_ground(sheet_drawing(page, chart, address))


def together(pages: tuple[Page, ...], format: Format, options: RenderOptions) -> bytes:
    """Return pages as one file, in one of the formats of `TOGETHER` that need no drawing.

    Raises:
        ToolError: something is missing on this machine.
    """
    grounded = tuple(map(options.page_on_ground, pages))
    if format is Format.PPTX:
        from orgviz.slides.deck import to_deck  # noqa: PLC0415 - the library is an extra, and slow to load

        return to_deck(grounded, options.deck)
    from orgviz.drawio.document import to_drawio  # noqa: PLC0415 - few charts are finished there

    return to_drawio(grounded).encode()


def _drawn(page: Page, file: PageFile, chart: Drawing | None, options: RenderOptions) -> bytes:
    if file.format is Format.DOT:
        return b"" if page.scene is None else to_dot(page.scene).encode()
    if file.format in (Format.PPTX, Format.DRAWIO):
        return together((_alone(page),), file.format, options)
    drawing = drawn_page(page, chart, file.addresses.get, options)
    if file.format is Format.SVG:
        return pen.svg(drawing, options.pen, file.setting).encode()
    assert file.setting is not None  # letters are drawn in all others
    if file.format is Format.PNG:
        return pen.png(drawing, options.pen, file.setting)
    return to_pdf_pages([Leaf(drawing, page.name, page.level)], file.setting, title=page.name)


def _alone(page: Page) -> Page:
    """Return a page for a file that cannot lead to another file."""
    return replace(page, jumps={}, texts=tuple(replace(text, page=None) for text in page.texts))
