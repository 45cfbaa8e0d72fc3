"""Lay out sheets, each once, to see whether they can be read; those that are known beforehand by all who work.

What is remembered of a sheet from earlier is as good as laying it out, until it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from orgviz.alike import types_said
from orgviz.jobs.crew import ALONE, Crew, each
from orgviz.pages.fingerprint import Fingerprints
from orgviz.pages.markings import marking
from orgviz.pages.measures import Measure, Measures
from orgviz.pages.parts import Parts
from orgviz.pages.sheet_work import Manner, Packed, SheetWork, lay_out_sheet
from orgviz.pages.values import Sheet


@dataclass(slots=True)
class Trial:
    """Lays out the sheets of one organisation.

    Args:
        digits: of the highest number of a page, about.
        room: for a chart on the page, width and height in points.
        smallest: how large the smallest letters must be.
        crew: who lays out several sheets.
        fingerprints: of the sheets, where something is remembered of them.
        measures: what is remembered.
        done: the sheets that were laid out; those that were not laid out here are not known here in full.
    """

    parts: Parts
    manner: Manner
    digits: int
    room: tuple[float, float]
    smallest: float
    crew: Crew = ALONE
    fingerprints: Fingerprints | None = None
    measures: Measures = field(default_factory=Measures)
    done: dict[Sheet, Packed] = field(default_factory=dict)

    def remember(self, measures: Measures) -> None:
        """Take what is remembered of sheets, and let what is found out be remembered."""
        manner, pictures = self.manner, self.manner.gallery.pictures or {}
        common = (manner.theme, manner.detail, manner.legend, manner.layout, manner.gallery.mode, bool(pictures))
        sheets = (self.parts.org.lang, types_said(self.parts.org.types), self.digits, self.room, self.smallest)
        self.fingerprints = Fingerprints(self.parts, repr((common, sheets)), manner.counts, pictures)
        self.measures = measures

    def spare(self, sheet: Sheet) -> float:
        """Return by how much a sheet could be larger and still be read; less than 1 is too small to read."""
        return self.measure(sheet).spare

    def measure(self, sheet: Sheet) -> Measure:
        """Return how a sheet comes out."""
        if self.fingerprints is None:
            return self.packed(sheet).measure
        fingerprint = self.fingerprints.of(sheet)
        if fingerprint not in self.measures.used:
            known = self.measures.known.get(fingerprint)
            self.measures.used[fingerprint] = known or self.packed(sheet).measure
        return self.measures.used[fingerprint]

    def packed(self, sheet: Sheet) -> Packed:
        """Return a sheet with everything at its place, put away."""
        if sheet not in self.done:
            self._lay_out([sheet], ALONE)
        return self.done[sheet]

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

    def forget_all_but(self, sheets: Iterable[Sheet]) -> None:
        """Let go of what was laid out of other sheets."""
        self.done = {sheet: self.done[sheet] for sheet in sheets if sheet in self.done}

    def _lay_out(self, sheets: Sequence[Sheet], crew: Crew) -> None:
        works = _Works(self, sheets)
        for sheet, packed in zip(sheets, each(crew, lay_out_sheet, works), strict=True):
            self.done[sheet] = packed

    def work(self, sheet: Sheet) -> SheetWork:
        """Return what it takes to lay out a sheet."""
        parts = self.parts
        org = parts.org_of(sheet)
        name = parts.tree.ids[sheet.anchor]
        marks = marking(parts, sheet, self.manner.detail)
        return SheetWork(org, name, marks, self.manner.of(org), self.room, self.smallest, self.digits)


@dataclass(frozen=True, slots=True)
class _Works:
    """The works of some sheets, each made when its turn comes."""

    trial: Trial
    sheets: Sequence[Sheet]

    def __len__(self) -> int:
        return len(self.sheets)

    def __iter__(self) -> Iterator[SheetWork]:
        return map(self.trial.work, self.sheets)
