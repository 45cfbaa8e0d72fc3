"""Draw one view: on one page, or on several; the files that it goes into, and what is in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from orgviz.cli.paging import PageArguments
from orgviz.cli.viewing import Shown
from orgviz.pipeline import Format, RenderOptions, draw
from orgviz.reading import Reading

if TYPE_CHECKING:
    from orgviz.output.font_warning import FontWarning


@dataclass(frozen=True, slots=True)
class DrawnFiles:
    """The files of one view with what goes into them, and what the user should know.

    Args:
        small: what is to be said of pages whose letters are smaller than was asked for.
    """

    files: tuple[tuple[str, bytes], ...]
    font_warnings: tuple[FontWarning, ...]
    small: str | None = None


def draw_files(
    reading: Reading,
    shown: Shown,
    formats: Sequence[Format],
    options: RenderOptions,
    paging: PageArguments,
    tell: Callable[[str], None],
) -> DrawnFiles:
    """Return the files of one view.

    Args:
        tell: is told of each stage as it begins.

    Raises:
        OrgvizError: any of them.
    """
    options = replace(options, deck=replace(options.deck, day=shown.day))
    if paging.is_wanted(shown.files):
        from orgviz.cli.page_files import draw_pages

        return draw_pages(replace(reading, org=shown.org), shown, formats, options, paging, tell)
    result = draw(replace(reading, org=shown.org), formats, options, whole=shown.whole, tell=tell)
    return DrawnFiles(tuple(zip(shown.files, result.outputs, strict=True)), result.font_warnings)
