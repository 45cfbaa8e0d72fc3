"""Charts of the tests on their pages."""

import json
from collections.abc import Iterator

from orgviz.chart.portraits import Gallery
from orgviz.chart.values import Detail
from orgviz.layout.options import Direction, LayoutKind, LayoutOptions, page_size
from orgviz.layout.page import Page
from orgviz.model import TYPE_NAMES, Org
from orgviz.pages.bind import bind
from orgviz.pages.make import Division, divide, make_pages
from orgviz.pages.numbering import Numbering
from orgviz.pages.options import Paging, read_paging
from orgviz.pages.sheet_work import Manner
from orgviz.reading import read_org
from orgviz.readings import Reading
from orgviz.style.catalogue import load_theme


def reading_of(data: object) -> Reading:
    text = data if isinstance(data, str) else json.dumps(data)
    return read_org(text.encode(), "org.json")


def org_of(data: object) -> Org:
    return reading_of(data).org


def manner(fit: str = "A4", direction: Direction = Direction.TB, kind: LayoutKind = LayoutKind.AUTO) -> Manner:
    return Manner(
        theme=load_theme("default"),
        detail=Detail.POSITIONS,
        legend=None,
        counts={},
        layout=LayoutOptions(page=page_size(fit), direction=direction, kind=kind),
        run_dot=lambda dot: dot,
        gallery=Gallery(),
    )


def pages_for(org: Org, pages: str = "auto", fit: str = "A4", min_text: str = "9pt") -> tuple[Page, ...]:
    return make_pages(org, read_paging(pages, min_text, TYPE_NAMES), manner(fit)).all_made()


def division_for(org: Org, pages: str = "auto", fit: str = "A4", min_text: str = "9pt") -> Division | None:
    found = divide(org, read_paging(pages, min_text, TYPE_NAMES), manner(fit))
    return found if isinstance(found, Division) else None


def bound(division: Division) -> tuple[Page, ...]:
    numbering = Numbering(division.trial.parts, division.sheets, division.name)
    return bind(division.trial, numbering, division.frame, Paging()).all_made()


def letters(page: Page) -> Iterator[float]:
    """Yield the sizes of all letters of a page as they are drawn."""
    yield from (line.text.run.style.size for line in page.texts)
    if page.scene is not None:
        for placed in page.scene.cards:
            yield from (run.style.size * page.scale for line in placed.lines for run in line.runs)
        yield from (text.run.style.size * page.scale for _, text in page.scene.legend)
        yield from (link.link.label.style.size * page.scale for link in page.scene.links if link.link.label)


def nodes_on(page: Page) -> set[str]:
    """Return the ids of the nodes that have a box on a page."""
    return set() if page.scene is None else {placed.card.node for placed in page.scene.cards}


def bodies_of(units: int) -> Iterator[dict[str, object]]:
    """Yield small organisations of awkward shapes."""
    yield {"units": [{"name": "Top", "units": [f"Team {number:03d}" for number in range(units)]}]}
    yield {"units": [{"name": "Top", "positions": [f"Post {number:03d}" for number in range(units * 5)]}]}
    yield {"units": [{"name": f"Root {number:03d}", "positions": ["a", "b"]} for number in range(units)]}
    yield {"positions": [{"title": "CEO", "reports": [{"title": f"Rep {number:03d}"} for number in range(units)]}]}
    chain: dict[str, object] = {"name": "L0"}
    for number in range(1, min(units, 100)):
        chain = {"name": f"L{number}", "units": [chain]}
    yield {"units": [chain]}
