"""Make the page of a sheet, as a plain value, wherever that is done: its chart in its place, and where that leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from orgviz.layout.geometry import Rect
from orgviz.layout.page import Page, PageArea, PageText
from orgviz.pages.furnish import Frame
from orgviz.pages.marks import Target
from orgviz.pages.numbers import numbered, places
from orgviz.pages.sheet_work import LaidOut, Packed


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A page that is to be made.

    Args:
        packed: what stands on it.
        name, level, texts: as of the page.
        leads: the pages that its marks and boxes lead to.
    """

    packed: Packed
    frame: Frame
    name: str
    level: int
    texts: tuple[PageText, ...]
    leads: Mapping[Target, int]

    def __call__(self) -> Page:
        """Return the page."""
        laid_out, frame = self.packed.laid_out(), self.frame
        scene = replace(numbered(laid_out, lambda mark: self.leads[mark.target]), name=self.name)
        body, scale = frame.body, laid_out.drawn_scale
        width, height = scene.width * scale, scene.height * scale
        rect = Rect(body.x + (body.width - width) / 2, body.y + (body.height - height) / 2, width, height)
        jumps = self._jumps(laid_out)
        return Page(
            name=self.name,
            width=frame.width,
            height=frame.height,
            scene=scene,
            place=rect,
            texts=self.texts,
            level=self.level,
            jumps=jumps,
            areas=tuple(self._areas(laid_out, rect, jumps)),
            lang=scene.lang,
            fonts=scene.fonts,
            background=scene.background,
        )

    def _jumps(self, laid_out: LaidOut) -> Mapping[str, int]:
        """Return where boxes lead: those that go on elsewhere down, and that at the top up."""
        jumps: dict[str, int] = {}
        for placed in laid_out.scene.cards:
            card = placed.card
            own, above = Target(card.node), Target(card.node, above=True)
            if own in self.leads:
                jumps[card.id] = self.leads[own]
            elif card.parent is None and card.href is None and above in self.leads:
                jumps[card.id] = self.leads[above]
        return jumps

    def _areas(self, laid_out: LaidOut, rect: Rect, jumps: Mapping[str, int]) -> Iterator[PageArea]:
        """Yield the marks that lead elsewhere than their box does."""
        scale = laid_out.drawn_scale
        for mark in laid_out.marks:
            page = self.leads[mark.target]
            if jumps.get(laid_out.scene.cards[mark.card].card.id) != page:
                x, y, width, height = places(laid_out, mark)
                yield PageArea(Rect(rect.x + x * scale, rect.y + y * scale, width * scale, height * scale), page)
