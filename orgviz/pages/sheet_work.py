"""Lay out one sheet, as a plain value that holds no more than stands on it, wherever that is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from orgviz.chart.make import make_chart
from orgviz.chart.portraits import Gallery
from orgviz.chart.values import Chart, Detail
from orgviz.jobs.parcel import packed, unpacked
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutOptions
from orgviz.layout.scene import Scene
from orgviz.model import Org
from orgviz.pages.marks import Mark, Marker, Marking
from orgviz.pages.measures import Measure
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

    def of(self, org: Org) -> Manner:
        """Return what of it matters to a part of the organisation."""
        pictures = self.gallery.pictures or {}
        files = [photo.file for node in org.nodes for photo in node.photos] if pictures else []
        own = {file: pictures[file] for file in files if file in pictures}
        counts = {node.id: self.counts[node.id] for node in org.nodes if node.id in self.counts}
        return replace(self, counts=counts, gallery=replace(self.gallery, pictures=own))


@dataclass(frozen=True, slots=True)
class SheetWork:
    """A sheet that is to be laid out.

    Args:
        org: what stands on it.
        name: what its chart is called until its page has a name.
        manner: nothing of others than `org`.
        room: for the chart on the page, width and height in points.
        smallest: how large the smallest letters must be.
        digits: of the highest number of a page, about.
    """

    org: Org
    name: str
    marking: Marking
    manner: Manner
    room: tuple[float, float]
    smallest: float
    digits: int


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A sheet that was laid out.

    Args:
        scene: its marks have numbers that are not known yet.
        marks: where those stand.
        digits: how many digits stand for each number.
        least: the scale at which its smallest letters are just large enough.
        scale: that which fills the room on the page.
    """

    scene: Scene
    marks: tuple[Mark, ...]
    digits: int
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
class Packed:
    """A sheet that was laid out, put away small: of a large organisation there are thousands."""

    measure: Measure
    data: bytes

    @staticmethod
    def of(laid_out: LaidOut) -> Packed:
        """Put a sheet away."""
        return Packed(laid_out.measure, packed(laid_out))

    def laid_out(self) -> LaidOut:
        """Return the sheet as it was."""
        return unpacked(self.data, LaidOut)


def lay_out_sheet(work: SheetWork) -> Packed:
    """Return a sheet with everything at its place."""
    manner = work.manner
    chart = replace(manner.chart(work.org), title=None, name=work.name)
    marker = Marker(manner.theme.with_types(work.org.types), work.org, work.digits)
    marked = marker.marked(chart, work.marking)
    least = work.smallest / min(sizes(marked.chart))
    # Laid out for a page on which its letters are just as large as they must be.
    page = (work.room[0] / least, work.room[1] / least)
    scene = lay_out(marked.chart, replace(manner.layout, page=page), manner.run_dot)
    scale = min(work.room[0] / scene.width, work.room[1] / scene.height)
    return Packed.of(LaidOut(scene, marked.marks, work.digits, least, scale))


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
