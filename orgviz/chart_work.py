"""A chart of an organisation, as a plain value, and the function that draws it, wherever that is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from orgviz.lean import dataclass
from orgviz.model import Org
from orgviz.pipeline import Rendered, draw
from orgviz.readings import Reading
from orgviz.render_options import Format, RenderOptions

if TYPE_CHECKING:
    from orgviz.output.spool import Spool


@dataclass(frozen=True, slots=True)
class ChartWork:
    """A chart, and the formats that it is wanted in.

    Args:
        reading: nothing of it but what is drawn.
        whole: the organisation whose people are counted, where that is another one.
    """

    reading: Reading
    formats: tuple[Format, ...]
    options: RenderOptions
    whole: Org | None = None


def chart_work(reading: Reading, formats: Sequence[Format], options: RenderOptions, whole: Org | None) -> ChartWork:
    """Return a chart that may be drawn anywhere: what was read besides the organisation stays here."""
    drawn = Reading(reading.org, (), {}, pictures=reading.pictures)
    return ChartWork(drawn, tuple(formats), options, whole if options.counts else None)


def draw_chart(work: ChartWork, tell: Callable[[str], None] = lambda _: None, spool: Spool | None = None) -> Rendered:
    """Return the chart in each of its formats.

    Args:
        tell: is told of each stage as it begins.
        spool: as of `draw`.

    Raises:
        UsageError: an option makes no sense.
        ToolError: something is missing on this machine.
    """
    return draw(work.reading, work.formats, work.options, whole=work.whole, tell=tell, spool=spool)
