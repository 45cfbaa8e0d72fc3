"""Bind sheets to pages: the lines around each chart, the list of pages, and where everything leads.

All that stands on a page but its chart is decided at once; the page is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from orgviz.layout.page import Page, PageText
from orgviz.pages.bound import Bound, BoundPages, Made
from orgviz.pages.contents import contents_texts, plan_contents
from orgviz.pages.furnish import Crumb, Frame, Furnisher
from orgviz.pages.marks import UP
from orgviz.pages.numbering import Numbering
from orgviz.pages.options import Paging
from orgviz.pages.sheet_page import SheetPage
from orgviz.pages.trial import Trial
from orgviz.pages.words import page_words
from orgviz.style.fonts import families
from orgviz.style.theme import Theme


def bind(trial: Trial, numbering: Numbering, frame: Frame, paging: Paging) -> BoundPages:
    """Return the pages: the overview, the list of pages, the parts; the day on each where the name does not say it."""
    lang = numbering.parts.org.lang
    theme = trial.manner.theme.with_types(numbering.parts.org.types)
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
    binder = _Binder(trial, numbering, frame, furnisher, words, theme)
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
    theme: Theme

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
        told = tuple(numbering.leads(place).values())
        content = None
        if self.trial.fingerprints is not None:
            content = repr((self.trial.fingerprints.of(sheet), name, level, texts, told, self.frame))
        return Bound(
            name=name,
            level=level,
            letters=self.trial.measure(sheet).letters,
            leads_to=tuple(dict.fromkeys((*told, *(text.page for text in texts if text.page is not None)))),
            content=content,
            making=partial(self._sheet_page, place, name, level, texts),
        )

    def _sheet_page(self, place: int, name: str, level: int, texts: tuple[PageText, ...]) -> SheetPage:
        packed = self.trial.packed(self.numbering.sheets[place])
        return SheetPage(packed, self.frame, name, level, texts, self.numbering.leads(place))

    def listing(self, number: int, lines: Sequence[PageText]) -> Bound:
        """Return a page of the list of pages."""
        lang, name = self.numbering.parts.org.lang, self.words["contents"]
        page = Page(
            name=name,
            width=self.frame.width,
            height=self.frame.height,
            texts=(*self.furnisher.texts(number, [Crumb(name, None)], self._back(1)), *lines),
            lang=lang,
            fonts=families(lang),
            background=self.theme.background,
        )
        return Bound(
            name=name,
            level=page.level,
            letters=min(line.text.run.style.size for line in page.texts),
            leads_to=tuple(dict.fromkeys(line.page for line in page.texts if line.page is not None)),
            content=None if self.trial.fingerprints is None else repr(page),
            making=lambda: Made(page),
        )

    def _back(self, page: int) -> tuple[str, int]:
        return f"{UP} {self.words['page'].format(n=page)}", page
