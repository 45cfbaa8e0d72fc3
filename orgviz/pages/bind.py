"""Make a page of each sheet: its chart in its place, the lines around it, and where everything on it leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from orgviz.layout.geometry import Rect
from orgviz.layout.page import Page, PageArea, PageText
from orgviz.pages.contents import contents_texts, plan_contents
from orgviz.pages.furnish import Crumb, Frame, Furnisher
from orgviz.pages.marks import UP
from orgviz.pages.numbering import Numbering
from orgviz.pages.numbers import numbered, places
from orgviz.pages.options import Paging
from orgviz.pages.trial import Trial
from orgviz.pages.words import page_words

# Charts that are small for their page are enlarged by this over what can just be read, at most.
_LARGEST = 1.8


def bind(trial: Trial, numbering: Numbering, frame: Frame, paging: Paging) -> tuple[Page, ...]:
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
        binder.list_page(2 + number, texts)
        for number, texts in enumerate(contents_texts(entries, contents, theme, lang))
    ]
    charts = [binder.chart_page(place) for place in range(len(numbering.sheets))]
    return (charts[0], *lists, *charts[1:])


def smallest_letters(page: Page) -> float:
    """Return the size of the smallest letters of a chart on its page, in points."""
    scene = page.scene
    if scene is None:
        return min(line.text.run.style.size for line in page.texts)
    sizes = [run.style.size for placed in scene.cards for line in placed.lines for run in line.runs]
    sizes += [text.run.style.size for _, text in scene.legend]
    sizes += [link.link.label.style.size for link in scene.links if link.link.label is not None]
    return min(sizes, default=0.0) * page.scale


@dataclass(slots=True)
class _Binder:
    """Makes pages, once all numbers are known."""

    trial: Trial
    numbering: Numbering
    frame: Frame
    furnisher: Furnisher
    words: Mapping[str, str]

    def chart_page(self, place: int) -> Page:
        """Return the page of a sheet."""
        laid_out = self.trial.laid_out(self.numbering.sheets[place])
        name = self.numbering.page_name(place)
        scene = replace(numbered(laid_out, lambda mark: self.numbering.leads_to(mark.target)), name=name)
        body = self.frame.body
        scale = min(laid_out.scale, laid_out.least * _LARGEST)
        width, height = scene.width * scale, scene.height * scale
        rect = Rect(body.x + (body.width - width) / 2, body.y + (body.height - height) / 2, width, height)
        number, above = self.numbering.number(place), self.numbering.above(place)
        back = None if above is None else self._back(self.numbering.number(above))
        jumps = self._jumps(place)
        return Page(
            name=name,
            width=self.frame.width,
            height=self.frame.height,
            scene=scene,
            place=rect,
            texts=self.furnisher.texts(number, self.numbering.way(place), back),
            level=max(0, self.numbering.depth(place) - 1),
            jumps=jumps,
            areas=tuple(self._areas(place, rect, scale, jumps)),
            lang=scene.lang,
            fonts=scene.fonts,
            background=scene.background,
        )

    def list_page(self, number: int, texts: Sequence[PageText]) -> Page:
        """Return a page of the list of pages."""
        scene = self.trial.laid_out(self.numbering.sheets[0]).scene
        name = self.words["contents"]
        return Page(
            name=name,
            width=self.frame.width,
            height=self.frame.height,
            texts=(*self.furnisher.texts(number, [Crumb(name, None)], self._back(1)), *texts),
            lang=scene.lang,
            fonts=scene.fonts,
            background=scene.background,
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
