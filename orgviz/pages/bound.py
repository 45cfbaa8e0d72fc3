"""Pages of which all is decided: they are made when they are asked for, and known by what would be on them.

What makes a page is a plain value: it may be sent to whoever draws the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from orgviz.layout.page import Page
from orgviz.pages.sheet_work import placed_sizes

Making: TypeAlias = Callable[[], Page]
"""Makes a page, wherever it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A page that was not made yet.

    Args:
        name, level: as of the page.
        letters: the smallest of the chart on it, in points; of a page without one, those of the page.
        leads_to: the numbers of all pages that it may lead to.
        content: differs wherever anything on the page does, but for how it is drawn; ``None`` where nobody will ask.
        making: returns what makes the page.
    """

    name: str
    level: int
    letters: float
    leads_to: tuple[int, ...]
    content: str | None
    making: Callable[[], Making]


@dataclass(frozen=True, slots=True)
class BoundPages:
    """All pages of a chart.

    Args:
        pages: in order.
        prepare: does at once what it takes to tell what makes the pages of some places, from 0.
    """

    pages: tuple[Bound, ...]
    prepare: Callable[[Sequence[int]], None] = lambda _: None

    def makings(self, places: Sequence[int]) -> list[Making]:
        """Return what makes the pages of some places, from 0."""
        self.prepare(places)
        return [self.pages[place].making() for place in places]

    def all_made(self) -> tuple[Page, ...]:
        """Return all pages."""
        return tuple(making() for making in self.makings(range(len(self.pages))))


@dataclass(frozen=True, slots=True)
class Made:
    """A page that is there already."""

    page: Page

    def __call__(self) -> Page:
        """Return it."""
        return self.page


def alone(page: Page) -> BoundPages:
    """Return the only page of a chart."""
    letters = 0.0 if page.scene is None else min(placed_sizes(page.scene), default=0.0) * page.scale
    bound = Bound(
        name=page.name, level=page.level, letters=letters, leads_to=(), content=None, making=lambda: Made(page)
    )
    return BoundPages((bound,))
