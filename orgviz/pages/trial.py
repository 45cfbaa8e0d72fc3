"""Lay out sheets, each once, to see whether they can be read; those that are known beforehand by all who work.

What is remembered of a sheet from earlier is as good as laying it out, until it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from orgviz.alike import types_said
from orgviz.chart.make import make_chart
from orgviz.chart.portraits import Gallery
from orgviz.chart.values import Chart, Detail
from orgviz.jobs.crew import ALONE, Crew, each
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutOptions
from orgviz.layout.scene import Scene
from orgviz.model import Org
from orgviz.pages.fingerprint import Fingerprints
from orgviz.pages.marks import MarkedChart, Marker
from orgviz.pages.measures import Measure, Measures
from orgviz.pages.parts import Parts
from orgviz.pages.values import Sheet
from orgviz.style.theme import Theme

# Charts that are small for their page are enlarged by this over what can just be read, at most.
_LARGEST = 1.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How charts are made and laid out, whatever stands on a page.

    Args:
        theme: without the organisation's own types.
        legend: ``None`` for one where there is something to explain.
        counts: by id, what boxes say about their headcount.
        layout: its page is the whole paper or slide.
        gallery: the photos that boxes may show.
        run_dot: gives Graphviz's own places; only its own layout needs it.
    """

    theme: Theme
    detail: Detail
    legend: bool | None
    counts: Mapping[str, str]
    layout: LayoutOptions
    run_dot: Callable[[str], str]
    gallery: Gallery

    def chart(self, org: Org) -> Chart:
        """Return the chart of an organisation."""
        return make_chart(
            org, self.theme, self.detail, with_legend=self.legend, counts=self.counts, gallery=self.gallery
        )


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A sheet that was laid out.

    Args:
        scene: its marks have numbers that are not known yet.
        marked: its chart.
        least: the scale at which its smallest letters are just large enough.
        scale: that which fills the room on the page.
    """

    scene: Scene
    marked: MarkedChart
    least: float
    scale: float

    @property
    def drawn_scale(self) -> float:
        """The scale at which it is drawn."""
        return min(self.scale, self.least * _LARGEST)

    @property
    def measure(self) -> Measure:
        """How it comes out."""
        return Measure(self.scale / self.least, min(placed_sizes(self.scene), default=0.0) * self.drawn_scale)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sheet that is to be laid out: all that is needed for it, wherever that is done.

    Args:
        least: as of `LaidOut`.
    """

    marked: MarkedChart
    least: float
    layout: LayoutOptions
    run_dot: Callable[[str], str]


@dataclass(slots=True)
class Trial:
    """Lays out the sheets of one organisation.

    Args:
        room: for a chart on the page, width and height in points.
        smallest: how large the smallest letters must be.
        crew: who lays out several sheets.
        fingerprints: of the sheets, where something is remembered of them.
        measures: what is remembered.
    """

    parts: Parts
    manner: Manner
    marker: Marker
    room: tuple[float, float]
    smallest: float
    crew: Crew = ALONE
    fingerprints: Fingerprints | None = None
    measures: Measures = field(default_factory=Measures)
    done: dict[Sheet, LaidOut] = field(default_factory=dict)

    def remember(self, measures: Measures) -> None:
        """Take what is remembered of sheets, and let what is found out be remembered."""
        manner, pictures = self.manner, self.manner.gallery.pictures or {}
        common = (manner.theme, manner.detail, manner.legend, manner.layout, manner.gallery.mode, bool(pictures))
        sheets = (self.parts.org.lang, types_said(self.parts.org.types), self.marker.digits, self.room, self.smallest)
        self.fingerprints = Fingerprints(self.parts, repr((common, sheets)), manner.counts, pictures)
        self.measures = measures

    def spare(self, sheet: Sheet) -> float:
        """Return by how much a sheet could be larger and still be read; less than 1 is too small to read."""
        return self.measure(sheet).spare

    def measure(self, sheet: Sheet) -> Measure:
        """Return how a sheet comes out."""
        if self.fingerprints is None:
            return self.laid_out(sheet).measure
        fingerprint = self.fingerprints.of(sheet)
        if fingerprint not in self.measures.used:
            known = self.measures.known.get(fingerprint)
            self.measures.used[fingerprint] = known or self.laid_out(sheet).measure
        return self.measures.used[fingerprint]

    def laid_out(self, sheet: Sheet) -> LaidOut:
        """Return a sheet with everything at its place."""
        if sheet not in self.done:
            self._lay_out([sheet], ALONE)
        return self.done[sheet]

    @property
    def works_alone(self) -> bool:
        """Whether nobody else is there to lay out sheets."""
        return self.crew.is_alone

    def knows(self, sheet: Sheet) -> bool:
        """Whether a sheet was laid out already, now or earlier."""
        if sheet in self.done or self.fingerprints is None:
            return sheet in self.done
        return self.fingerprints.of(sheet) in self.measures.known

    def prove(self, sheets: Iterable[Sheet]) -> None:
        """Lay out sheets before they are asked for one by one."""
        self._lay_out([sheet for sheet in dict.fromkeys(sheets) if not self.knows(sheet)], self.crew)

    def finish(self, sheets: Iterable[Sheet]) -> None:
        """Lay out sheets that are going to be drawn, also those of which enough was remembered until now."""
        self._lay_out([sheet for sheet in dict.fromkeys(sheets) if sheet not in self.done], self.crew)

    def _lay_out(self, sheets: Sequence[Sheet], crew: Crew) -> None:
        drafts = [self._draft(sheet) for sheet in sheets]
        for sheet, draft, scene in zip(sheets, drafts, each(crew, _scene, drafts), strict=True):
            scale = min(self.room[0] / scene.width, self.room[1] / scene.height)
            self.done[sheet] = LaidOut(scene, draft.marked, draft.least, scale)

    def _draft(self, sheet: Sheet) -> _Draft:
        chart = replace(self.manner.chart(self.parts.org_of(sheet)), title=None, name=self.parts.tree.ids[sheet.anchor])
        marked = self.marker.marked(chart, sheet)
        least = self.smallest / min(sizes(marked.chart))
        # Laid out for a page on which its letters are just as large as they must be.
        page = (self.room[0] / least, self.room[1] / least)
        return _Draft(marked, least, replace(self.manner.layout, page=page), self.manner.run_dot)


def _scene(draft: _Draft) -> Scene:
    return lay_out(draft.marked.chart, draft.layout, draft.run_dot)


def placed_sizes(scene: Scene) -> Iterator[float]:
    """Yield the sizes of all letters in a scene, in its points."""
    for placed in scene.cards:
        yield from (run.style.size for line in placed.lines for run in line.runs)
    yield from (text.run.style.size for _, text in scene.legend)
    yield from (link.link.label.style.size for link in scene.links if link.link.label is not None)


def sizes(chart: Chart) -> Iterator[float]:
    """Yield the sizes of all letters in a chart, in points."""
    for card in chart.cards:
        for paragraph in card.paragraphs:
            yield from (run.style.size for run in paragraph.runs)
    for link in chart.links:
        if link.label is not None:
            yield link.label.style.size
    yield from (item.text.style.size for item in chart.legend)
