"""Pages of which all is decided: they are made when they are asked for, and known by what would be on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from orgviz.layout.page import Page
from orgviz.pages.trial import placed_sizes


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A page that was not made yet.

    Args:
        name, level: as of the page.
        letters: the smallest of the chart on it, in points; of a page without one, those of the page.
        leads_to: the numbers of all pages that it may lead to.
        content: differs wherever anything on the page does, but for how it is drawn; ``None`` where nobody will ask.
        make: makes the page.
    """

    name: str
    level: int
    letters: float
    leads_to: tuple[int, ...]
    content: str | None
    make: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class BoundPages:
    """All pages of a chart.

    Args:
        pages: in order.
        prepare: does at once what making the pages of some places, from 0, takes.
    """

    pages: tuple[Bound, ...]
    prepare: Callable[[Sequence[int]], None] = lambda _: None

    def made(self, places: Sequence[int]) -> list[Page]:
        """Return the pages of some places, from 0."""
        self.prepare(places)
        return [self.pages[place].make() for place in places]

    def all_made(self) -> tuple[Page, ...]:
        """Return all pages."""
        return tuple(self.made(range(len(self.pages))))


def alone(page: Page) -> BoundPages:
    """Return the only page of a chart."""
    letters = 0.0 if page.scene is None else min(placed_sizes(page.scene), default=0.0) * page.scale
    bound = Bound(name=page.name, level=page.level, letters=letters, leads_to=(), content=None, make=lambda: page)
    return BoundPages((bound,))
