"""Make a page of each sheet: its chart in its place, the lines around it, and where everything on it leads.

All that stands on a page but its chart is decided at once; the page is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from orgviz.layout.geometry import Rect
from orgviz.layout.page import Page, PageArea, PageText
from orgviz.pages.bound import Bound, BoundPages
from orgviz.pages.contents import contents_texts, plan_contents
from orgviz.pages.furnish import Crumb, Frame, Furnisher
from orgviz.pages.marks import UP
from orgviz.pages.numbering import Numbering
from orgviz.pages.numbers import numbered, places
from orgviz.pages.options import Paging
from orgviz.pages.trial import Trial
from orgviz.pages.words import page_words
from orgviz.style.fonts import families


def bind(trial: Trial, numbering: Numbering, frame: Frame, paging: Paging) -> BoundPages:
    """Return the pages: the overview, the list of pages, the parts; the day on each where the name does not say it."""
    theme, lang = trial.marker.theme, numbering.parts.org.lang
    words, name, day = page_words(lang), numbering.name, paging.day
    entries = numbering.entries(frame)
    contents = plan_contents(len(entries), frame)
    numbering.listing = contents.pages
    furnisher = Furnisher(
        frame=frame,
        theme=theme,
        lang=lang,
        foot=name if day is None or day in name else f"{name} · {day}",
        contents=(words["contents"], 2),
        count=numbering.count,
        titled=paging.titled,
    )
    entries = numbering.entries(frame)
    binder = _Binder(trial, numbering, frame, furnisher, words)
    lists = [
        binder.listing(2 + number, texts) for number, texts in enumerate(contents_texts(entries, contents, theme, lang))
    ]
    charts = [binder.chart(place) for place in range(len(numbering.sheets))]
    return BoundPages((charts[0], *lists, *charts[1:]), binder.prepare)


@dataclass(slots=True)
class _Binder:
    """Makes pages, once all numbers are known."""

    trial: Trial
    numbering: Numbering
    frame: Frame
    furnisher: Furnisher
    words: Mapping[str, str]

    def prepare(self, places: Sequence[int]) -> None:
        """Lay out what stands on the pages of some places, at once."""
        lists = self.numbering.listing
        sheets = [0 if place == 0 else place - lists for place in places if place == 0 or place > lists]
        self.trial.finish(self.numbering.sheets[sheet] for sheet in sheets)

    def chart(self, place: int) -> Bound:
        """Return the page of a sheet as it will be."""
        numbering, sheet = self.numbering, self.numbering.sheets[place]
        number, above = numbering.number(place), numbering.above(place)
        back = None if above is None else self._back(numbering.number(above))
        texts = self.furnisher.texts(number, numbering.way(place), back)
        name, level = numbering.page_name(place), max(0, numbering.depth(place) - 1)
        told = tuple(numbering.referred(place))
        content = None
        if self.trial.fingerprints is not None:
            content = repr((self.trial.fingerprints.of(sheet), name, level, texts, told, self.frame))
        return Bound(
            name=name,
            level=level,
            letters=self.trial.measure(sheet).letters,
            leads_to=tuple(dict.fromkeys((*told, *(text.page for text in texts if text.page is not None)))),
            content=content,
            make=partial(self._chart_page, place, name, level, texts),
        )

    def _chart_page(self, place: int, name: str, level: int, texts: tuple[PageText, ...]) -> Page:
        laid_out = self.trial.laid_out(self.numbering.sheets[place])
        scene = replace(numbered(laid_out, lambda mark: self.numbering.leads_to(mark.target)), name=name)
        body, scale = self.frame.body, laid_out.drawn_scale
        width, height = scene.width * scale, scene.height * scale
        rect = Rect(body.x + (body.width - width) / 2, body.y + (body.height - height) / 2, width, height)
        jumps = self._jumps(place)
        return Page(
            name=name,
            width=self.frame.width,
            height=self.frame.height,
            scene=scene,
            place=rect,
            texts=texts,
            level=level,
            jumps=jumps,
            areas=tuple(self._areas(place, rect, scale, jumps)),
            lang=scene.lang,
            fonts=scene.fonts,
            background=scene.background,
        )

    def listing(self, number: int, lines: Sequence[PageText]) -> Bound:
        """Return a page of the list of pages."""
        theme, lang = self.trial.marker.theme, self.numbering.parts.org.lang
        name = self.words["contents"]
        page = Page(
            name=name,
            width=self.frame.width,
            height=self.frame.height,
            texts=(*self.furnisher.texts(number, [Crumb(name, None)], self._back(1)), *lines),
            lang=lang,
            fonts=families(lang),
            background=theme.background,
        )
        return Bound(
            name=name,
            level=page.level,
            letters=min(line.text.run.style.size for line in page.texts),
            leads_to=tuple(dict.fromkeys(line.page for line in page.texts if line.page is not None)),
            content=None if self.trial.fingerprints is None else repr(page),
            make=lambda: page,
        )

    def _back(self, page: int) -> tuple[str, int]:
        return f"{UP} {self.words['page'].format(n=page)}", page

    def _jumps(self, place: int) -> Mapping[str, int]:
        """Return where boxes lead: those that go on elsewhere down, and that at the top up."""
        numbering = self.numbering
        sheet, tree = numbering.sheets[place], numbering.tree
        jumps: dict[str, int] = {}
        for placed in self.trial.laid_out(sheet).scene.cards:
            card = placed.card
            box = numbering.parts.home[card.node]
            if box in sheet.down or box in sheet.ups:
                jumps[card.id] = numbering.number(numbering.own[card.node])
            elif card.parent is None and tree.parents[box] is not None and card.href is None:
                jumps[card.id] = numbering.number(numbering.standing[card.node])
        return jumps

    def _areas(self, place: int, rect: Rect, scale: float, jumps: Mapping[str, int]) -> Iterator[PageArea]:
        """Yield the marks that lead elsewhere than their box does."""
        laid_out = self.trial.laid_out(self.numbering.sheets[place])
        for mark in laid_out.marked.marks:
            page = self.numbering.leads_to(mark.target)
            if jumps.get(laid_out.scene.cards[mark.card].card.id) != page:
                x, y, width, height = places(laid_out, mark)
                yield PageArea(Rect(rect.x + x * scale, rect.y + y * scale, width * scale, height * scale), page)
