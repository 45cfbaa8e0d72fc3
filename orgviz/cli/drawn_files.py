"""Draw views: each on one page, or on several; the files that they go into, and what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from orgviz.chart_work import ChartWork, chart_work, draw_chart
from orgviz.cli.paging import PageArguments
from orgviz.cli.progress import Progress
from orgviz.cli.viewing import Shown
from orgviz.jobs.crew import Crew, each
from orgviz.lean import dataclass
from orgviz.pipeline import Rendered, draw
from orgviz.readings import Reading
from orgviz.render_options import Format, RenderOptions

if TYPE_CHECKING:
    from orgviz.cache.shelf import Shelf
    from orgviz.output.font_warning import FontWarning
    from orgviz.output.spool import Content, Spool

# How long a chart takes, about, in seconds: any, and for each thousand of its nodes.
_SECONDS, _SECONDS_A_THOUSAND = 0.07, 0.5


@dataclass(frozen=True, slots=True)
class DrawnFiles:
    """The files of one view with what goes into them, and what the user should know.

    Args:
        small: what is to be said of pages whose letters are smaller than was asked for.
    """

    files: tuple[tuple[str, Content], ...]
    font_warnings: tuple[FontWarning, ...]
    small: str | None = None


def draw_views(
    reading: Reading,
    shown: Sequence[Shown],
    formats: Sequence[Format],
    options: RenderOptions,
    paging: PageArguments,
    crew: Crew,
    far: Progress,
    shelf: Shelf | None = None,
    spool: Spool | None = None,
) -> list[DrawnFiles]:
    """Return the files of each view: views are shared among those who work, or the pages of one after the other.

    Args:
        shelf: what was drawn before, and takes what is drawn now.
        spool: takes what may be large, if there is but one file.

    Raises:
        OrgvizError: any of them: that of the first view that has one.
    """
    if not any(paging.is_wanted(one.files) for one in shown):
        works = [view_work(reading, one, formats, options) for one in shown]
        if shelf is not None and len(works) > 1:
            return _draw_charts(shown, works, crew, far, shelf)
        spool = spool if len(works) == 1 else None
        charts = _drawn(works, crew, far, spool)
        return [drawn_view(one, drawn, spool) for one, drawn in zip(shown, charts, strict=True)]
    results = []
    for number, one in enumerate(shown, 1):
        far.begin(number, len(shown))
        results.append(draw_files(reading, one, formats, options, paging, far.tell, crew, shelf))
    return results


def _draw_charts(
    shown: Sequence[Shown], works: Sequence[ChartWork], crew: Crew, far: Progress, shelf: Shelf
) -> list[DrawnFiles]:
    """Return the files of views that stand on one page each; those that are as they were are not drawn."""
    from orgviz.cache.shelf import each_kept
    from orgviz.chart_pieces import content_of, drawn_from, pieces_of

    def make(places: Sequence[int]) -> Iterator[tuple[bytes, ...]]:
        return map(pieces_of, _drawn([works[place] for place in places], crew, far))

    kept = each_kept(shelf, [content_of(work) for work in works], make)
    return [drawn_view(one, drawn_from(pieces)) for one, pieces in zip(shown, kept, strict=True)]


def _drawn(works: Sequence[ChartWork], crew: Crew, far: Progress, spool: Spool | None = None) -> Iterator[Rendered]:
    """Yield charts, drawn by whoever it is worth fetching; only one that is alone may go into a spool."""
    others = crew.worth(effort(works))
    if not others.is_alone:
        far.tell("drawing")
        yield from each(others, draw_chart, works)
        return
    for number, work in enumerate(works, 1):
        far.begin(number, len(works))
        yield draw_chart(work, far.tell, spool)


def draw_files(
    reading: Reading,
    shown: Shown,
    formats: Sequence[Format],
    options: RenderOptions,
    paging: PageArguments,
    tell: Callable[[str], None],
    crew: Crew,
    shelf: Shelf | None = None,
) -> DrawnFiles:
    """Return the files of one view.

    Args:
        tell: is told of each stage as it begins.
        shelf: as of `draw_views`.

    Raises:
        OrgvizError: any of them.
    """
    options = _dated(options, shown)
    if paging.is_wanted(shown.files):
        from orgviz.cli.page_files import draw_pages

        return draw_pages(replace(reading, org=shown.org), shown, formats, options, paging, tell, crew, shelf)
    return drawn_view(shown, draw(replace(reading, org=shown.org), formats, options, whole=shown.whole, tell=tell))


def view_work(reading: Reading, shown: Shown, formats: Sequence[Format], options: RenderOptions) -> ChartWork:
    """Return a view on one page as a work that anybody may do."""
    return chart_work(replace(reading, org=shown.org), formats, _dated(options, shown), shown.whole)


def drawn_view(shown: Shown, drawn: Rendered, spool: Spool | None = None) -> DrawnFiles:
    """Return the files of a view that was drawn: the only one is in the spool, if anything is."""
    contents = [spool] if spool is not None and len(spool) else drawn.outputs
    return DrawnFiles(tuple(zip(shown.files, contents, strict=True)), drawn.font_warnings)


def effort(works: Sequence[ChartWork]) -> float:
    """Return how long one would draw charts, in seconds, about, beyond the longest of them: that can be saved."""
    efforts = [_SECONDS + _SECONDS_A_THOUSAND * len(work.reading.org.nodes) / 1000 for work in works]
    return sum(efforts) - max(efforts, default=0.0)


def _dated(options: RenderOptions, shown: Shown) -> RenderOptions:
    return replace(options, deck=replace(options.deck, day=shown.day))
