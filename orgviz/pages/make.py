"""Make the pages of a chart: one where that can be read, else an overview, a list, and a page for each part."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from orgviz.chart.values import Chart
from orgviz.diagnostics import UsageError
from orgviz.jobs.crew import ALONE, Crew
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutKind
from orgviz.layout.page import Page, single_page
from orgviz.model import Org
from orgviz.pages.bind import bind
from orgviz.pages.bound import BoundPages, alone
from orgviz.pages.divide import Divider
from orgviz.pages.furnish import Frame, frame_of
from orgviz.pages.marks import UNKNOWN
from orgviz.pages.measures import Measures
from orgviz.pages.numbering import Numbering
from orgviz.pages.options import Paging
from orgviz.pages.parts import Parts
from orgviz.pages.sheet_work import Manner, sizes
from orgviz.pages.tree import forced, tree_of
from orgviz.pages.trial import Trial
from orgviz.pages.values import Sheet
from orgviz.pages.weights import weigh

# A page holds at most this share of its area in boxes and the gaps around them; the layout proves it.
_DENSEST = 0.85
# What weighs this many pages is not tried on one.
_HOPELESS = 1.6
_SAME = 1e-6
# How long it takes to lay out a page, about.
_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Division:
    """A chart that was divided: its sheets in order, the overview first, and how each is laid out."""

    sheets: tuple[Sheet, ...]
    trial: Trial
    frame: Frame
    name: str


def make_pages(
    org: Org, paging: Paging, manner: Manner, crew: Crew = ALONE, measures: Measures | None = None
) -> BoundPages:
    """Return the pages of an organisation's chart, in order.

    Args:
        crew: who lays them out.
        measures: what is remembered of sheets, and takes what is found out; ``None`` where nothing is to be remembered.

    Raises:
        UsageError: there is no page to divide it for, or the layout cannot be divided.
    """
    division = divide(org, paging, manner, crew, measures)
    if isinstance(division, Page):
        return alone(division)
    numbering = Numbering(division.trial.parts, division.sheets, division.name)
    return bind(division.trial, numbering, division.frame, paging)


def divide(
    org: Org, paging: Paging, manner: Manner, crew: Crew = ALONE, measures: Measures | None = None
) -> Division | Page:
    """Return how a chart is divided, or the page that it stands on where that is one.

    Args:
        crew, measures: as of `make_pages`.

    Raises:
        UsageError: as `make_pages`.
    """
    page = _paper(paging, manner)
    chart = _chart(org, paging, manner)
    tree = tree_of(org)
    frame = frame_of(page, paging.min_text)
    weights = weigh(chart, tree)
    smallest = min(sizes(chart))
    room = _DENSEST * frame.body.width * frame.body.height / (paging.min_text / smallest) ** 2
    total = sum(weights.base) + sum(row * len(rows) for row, rows in zip(weights.row, tree.rows, strict=True))
    apart = forced(tree, org, paging)
    if not apart and total < _HOPELESS * room:
        whole = single_page(lay_out(chart, manner.layout, manner.run_dot))
        if whole.scale * smallest >= paging.min_text - _SAME:
            return whole
    name = chart.name
    del chart  # nobody needs all of it any more, and it is large
    parts = Parts(org, tree)
    digits = min(len(UNKNOWN), len(str(4 + math.ceil(2 * total / room + len(apart)))))
    trial = Trial(
        parts,
        manner,
        digits,
        (frame.body.width, frame.body.height),
        paging.min_text,
        crew.worth(_SECONDS * total / room),
    )
    if measures is not None:
        trial.remember(measures)
    sheets = Divider(tree, weights, apart, room, trial).divide()
    if len(sheets) == 1:
        return single_page(lay_out(_chart(org, paging, manner), manner.layout, manner.run_dot))
    return Division(sheets, trial, frame, name)


def _chart(org: Org, paging: Paging, manner: Manner) -> Chart:
    chart = manner.chart(org)
    return replace(chart, title=None) if paging.titled else chart


def _paper(paging: Paging, manner: Manner) -> tuple[float, float]:
    if manner.layout.page is None:
        raise UsageError("--pages needs the size of a page, and --fit is none", "give one, such as --fit A4")
    if manner.layout.kind is LayoutKind.MATRIX:
        raise UsageError("--pages: a matrix stands on one page", "use another --layout, or --pages none")
    width, height = manner.layout.page
    if min(width, height) < 12 * paging.min_text:
        raise UsageError(
            f"--pages: on a page of {width:g} × {height:g} points no chart has letters of {paging.min_text:g} points",
            "give a larger --fit, or a smaller --min-text",
        )
    return width, height
