"""Draw a chart on several pages, and say which file each page goes into."""

from __future__ import annotations

import os.path
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from orgviz.cli.drawn_files import DrawnFiles
from orgviz.cli.inputs import STREAM
from orgviz.cli.paging import UNIT, PageArguments
from orgviz.cli.view_files import safe_name
from orgviz.cli.viewing import Shown
from orgviz.diagnostics import UsageError
from orgviz.layout.page import Page
from orgviz.output.sheet import Address
from orgviz.paged import TOGETHER, Book, pages_of
from orgviz.pages.bind import smallest_letters
from orgviz.pages.options import read_paging
from orgviz.pipeline import Format, RenderOptions, draw
from orgviz.reading import Reading
from orgviz.wording import quoted

# What holds the organisation, not a picture of it; and a web page, which shows all of it at any size.
_WHOLE = (Format.JSON, Format.TXT, Format.HTML)
# Pages that a warning names, at most; and what is as good as the size that was asked for.
_SHOWN = 6
_TOLERANCE = 0.999


def draw_pages(
    reading: Reading, shown: Shown, formats: Sequence[Format], options: RenderOptions, arguments: PageArguments
) -> DrawnFiles:
    """Return the files of one view.

    Raises:
        UsageError: the chart cannot be divided so, or a file is named that cannot hold several pages.
    """
    types = tuple(type.name for type in shown.org.types)
    paging = replace(read_paging(arguments.pages, arguments.min_text, types), day=shown.day)
    pages = pages_of(replace(reading, org=shown.org), options, paging, whole=shown.whole)
    if len(pages) == 1:
        result = draw(replace(reading, org=shown.org), formats, options, whole=shown.whole)
        files = [output.replace(UNIT, page_names(pages)[0]) for output in shown.files]
        return DrawnFiles(tuple(zip(files, result.outputs, strict=True)), result.font_warnings)
    for output, format in zip(shown.files, formats, strict=True):
        _check(output, format, len(pages))
    book = Book(pages, options)
    whole = [format for format in formats if format in _WHOLE]
    texts = dict(
        zip(whole, draw(replace(reading, org=shown.org), whole, options, whole=shown.whole).outputs, strict=True)
    )
    written: list[tuple[str, bytes]] = []
    for output, format in zip(shown.files, formats, strict=True):
        if format in texts:
            written.append((output, texts[format]))
        elif UNIT in output:
            written.extend(_files(book, output, format))
        else:
            written.append((output, book.together(format)))
    return DrawnFiles(tuple(written), tuple(book.warnings), _small(pages, paging.min_text))


def _small(pages: Sequence[Page], wanted: float) -> str | None:
    """Return what is to be said where even a page of its own does not make something large enough."""
    sizes = {number: smallest_letters(page) for number, page in enumerate(pages, 1)}
    small = [number for number, size in sizes.items() if size < wanted * _TOLERANCE]
    if not small:
        return None
    shown = ", ".join(map(str, small[:_SHOWN])) + (", …" if len(small) > _SHOWN else "")
    return (
        f"orgviz: warning: on page {shown} letters are smaller than {wanted:g} points, the smallest"
        f" {min(sizes.values()):.1f}: there is nothing left to divide\n  hint: give a larger --fit"
    )


def page_names(pages: Sequence[Page]) -> tuple[str, ...]:
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


def _files(book: Book, output: str, format: Format) -> list[tuple[str, bytes]]:
    """Return a file for each page; the links of each lead to the others."""
    files = [output.replace(UNIT, name) for name in page_names(book.pages)]
    return [
        (file, book.single(format, number, _links(file, files)))
        for number, file in enumerate(files, 1)
        if format is not Format.DOT or book.pages[number - 1].scene is not None
    ]


def _links(file: str, files: Sequence[str]) -> Address:
    folder = os.path.dirname(file) or "."  # noqa: PTH120 - names of files to be, not paths of this system
    return lambda number: quote(Path(os.path.relpath(files[number - 1], folder)).as_posix())


def _check(output: str, format: Format, count: int) -> None:
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
