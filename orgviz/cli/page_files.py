"""Draw a chart on several pages, and say which file each page goes into."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from orgviz.cache.shelf import Shelf
from orgviz.cli.drawn_files import DrawnFiles
from orgviz.cli.inputs import STREAM
from orgviz.cli.paging import UNIT, PageArguments
from orgviz.cli.view_files import safe_name
from orgviz.cli.viewing import Shown
from orgviz.diagnostics import UsageError
from orgviz.jobs.crew import ALONE, Crew
from orgviz.output.sheet import Address
from orgviz.page_work import TOGETHER
from orgviz.paged import Book, Single, pages_of, slides_of
from orgviz.pages.bound import Bound
from orgviz.pages.options import Paging, read_paging
from orgviz.pipeline import draw
from orgviz.readings import Reading
from orgviz.render_options import Format, RenderOptions
from orgviz.wording import quoted

# What holds the organisation, not a picture of it; and a web page, which shows all of it at any size.
_WHOLE = (Format.JSON, Format.TXT, Format.HTML)
# Pages that a warning names, at most; and what is as good as the size that was asked for.
_SHOWN = 6
_TOLERANCE = 0.999


def draw_pages(
    reading: Reading,
    shown: Shown,
    formats: Sequence[Format],
    options: RenderOptions,
    arguments: PageArguments,
    tell: Callable[[str], None],
    crew: Crew = ALONE,
    shelf: Shelf | None = None,
) -> DrawnFiles:
    """Return the files of one view, of whose organisation `reading` is.

    Args:
        tell: is told of each stage as it begins.
        crew: who lays out and draws the pages.
        shelf: what was drawn before, and takes what is drawn now.

    Raises:
        UsageError: the chart cannot be divided so, or a file is named that cannot hold several pages.
    """
    types = tuple(type.name for type in reading.org.types)
    paging = replace(read_paging(arguments.pages, arguments.min_text, types), day=shown.day)
    tell("laying out")
    shelf = None if shelf is None else shelf.under(repr(shown.files))
    books = _books(reading, shown, formats, options, paging, crew, tell, shelf)
    for output, format in zip(shown.files, formats, strict=True):
        _check(output, format, len(books[format].bound.pages))
    written: dict[int, list[tuple[str, bytes]]] = {}
    whole = [place for place, format in enumerate(formats) if format in _WHOLE or len(books[format].bound.pages) == 1]
    drawn = draw(reading, [formats[place] for place in whole], options, whole=shown.whole, tell=tell)
    for place, content in zip(whole, drawn.outputs, strict=True):
        name = page_names(books[formats[place]].bound.pages)[0]
        written[place] = [(shown.files[place].replace(UNIT, name), content)]
    for book in dict.fromkeys(books.values()):
        mine = [place for place, format in enumerate(formats) if books[format] is book and place not in written]
        single = [place for place in mine if UNIT in shown.files[place]]
        tell("drawing")
        written.update(
            zip(single, _files(book, [(shown.files[place], formats[place]) for place in single]), strict=True)
        )
        for place in mine:
            if place not in written:
                tell(f"writing {formats[place].upper()}")
                written[place] = [(shown.files[place], book.together(formats[place]))]
    divided = [book for book in dict.fromkeys(books.values()) if len(book.bound.pages) > 1]
    warnings = (*drawn.font_warnings, *(warning for book in divided for warning in book.warnings))
    small = next((told for book in divided if (told := _small(book.bound.pages, paging.min_text))), None)
    return DrawnFiles(tuple(pair for place in sorted(written) for pair in written[place]), warnings, small)


def _books(
    reading: Reading,
    shown: Shown,
    formats: Sequence[Format],
    options: RenderOptions,
    paging: Paging,
    crew: Crew,
    tell: Callable[[str], None],
    shelf: Shelf | None,
) -> dict[Format, Book]:
    """Return the pages of each format: only a deck that the user gave has its own, the others share theirs."""
    slides = [format for format in formats if format is Format.PPTX and options.deck.given is not None]
    books: dict[Format, Book] = {}
    if len(slides) < len(formats):
        book = Book(
            pages_of(reading, options, paging, whole=shown.whole, crew=crew, shelf=shelf), options, crew, tell, shelf
        )
        books.update((format, book) for format in formats if format not in slides)
    if slides:
        own = None if shelf is None else shelf.under("slides")
        pages = slides_of(reading, options, paging, whole=shown.whole, crew=crew, shelf=own)
        books[Format.PPTX] = Book(pages, options, crew, tell, own)
    return books


def _small(pages: Sequence[Bound], wanted: float) -> str | None:
    """Return what is to be said where even a page of its own does not make something large enough."""
    sizes = {number: page.letters for number, page in enumerate(pages, 1)}
    small = [number for number, size in sizes.items() if size < wanted * _TOLERANCE]
    if not small:
        return None
    shown = ", ".join(map(str, small[:_SHOWN])) + (", …" if len(small) > _SHOWN else "")
    return (
        f"orgviz: warning: on page {shown} letters are smaller than {wanted:g} points, the smallest"
        f" {min(sizes.values()):.1f}: there is nothing left to divide\n  hint: give a larger --fit"
    )


def page_names(pages: Sequence[Bound]) -> tuple[str, ...]:
    """Return a safe name for the file of each page, no two alike, also where capitals do not count."""
    used: dict[str, int] = {}
    names = []
    for page in pages:
        base = name = safe_name(page.name)
        while name.casefold() in used:
            used[base.casefold()] += 1
            name = f"{base}-{used[base.casefold()]}"
        used[name.casefold()] = 1
        names.append(name)
    return tuple(names)


def _files(book: Book, outputs: Sequence[tuple[str, Format]]) -> list[list[tuple[str, bytes]]]:
    """Return for each output a file for each page; the links of each lead to the others."""
    names = page_names(book.bound.pages)
    files = [[output.replace(UNIT, name) for name in names] for output, _ in outputs]
    singles = [Single(format, _leading(own)) for own, (_, format) in zip(files, outputs, strict=True)]
    written: list[list[tuple[str, bytes]]] = [[] for _ in outputs]
    for number, contents in enumerate(book.singles(singles) if outputs else ()):
        for place, content in enumerate(contents):
            if content:  # a list of pages is no DOT
                written[place].append((files[place][number], content))
    return written


def _leading(files: Sequence[str]) -> Callable[[int], Address]:
    return lambda number: _links(files[number - 1], files)


def _links(file: str, files: Sequence[str]) -> Address:
    folder = os.path.dirname(file) or "."  # noqa: PTH120 - names of files to be, not paths of this system
    return lambda number: quote(Path(os.path.relpath(files[number - 1], folder)).as_posix())


def _check(output: str, format: Format, count: int) -> None:
    if count == 1:
        return
    if format in _WHOLE and UNIT in output:
        raise UsageError(f"-o: {quoted(output)} would hold the whole organisation in each file", f"leave out '{UNIT}'")
    if format in _WHOLE or format in TOGETHER or UNIT in output:
        return
    if output == STREAM:
        raise UsageError(
            f"standard output can take only one picture, and the chart has {count} pages",
            f"write -o 'chart-{UNIT}.{format}' for a file for each page, or -o chart.pdf for one with all",
        )
    path = Path(output)
    several = path.with_name(f"{path.stem}-{UNIT}{path.suffix}")
    raise UsageError(
        f"-o: {quoted(output)} can hold one page, and the chart has {count}",
        f"write -o '{several}' for a file for each page, or -o {path.with_suffix('.pdf').name} for one with all",
    )
