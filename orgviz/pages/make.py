"""Make the pages of a chart: one where that can be read, else an overview, a list of pages, and a page for each part."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from orgviz.diagnostics import UsageError
from orgviz.layout.geometry import Rect
from orgviz.layout.lay_out import lay_out
from orgviz.layout.options import LayoutKind
from orgviz.layout.page import Page, PageArea, PageText, single_page
from orgviz.model import Org
from orgviz.pages.contents import Entry, contents_texts, plan_contents
from orgviz.pages.divide import Divider
from orgviz.pages.furnish import Crumb, Frame, Furnisher, frame_of
from orgviz.pages.marks import UNKNOWN, UP, Marker, Target
from orgviz.pages.numbers import numbered, places
from orgviz.pages.options import PageMode, Paging
from orgviz.pages.parts import Parts
from orgviz.pages.table import tops_of
from orgviz.pages.trial import Manner, Trial, sizes
from orgviz.pages.tree import Tree, forced, tree_of
from orgviz.pages.values import Sheet
from orgviz.pages.weights import weigh
from orgviz.vocabulary import page_words, vocabulary

# A page holds at most this share of its area in boxes and the gaps around them; the layout proves it.
_DENSEST = 0.85
# What weighs this many pages is not tried on one.
_HOPELESS = 4.0
# Charts that are small for their page are enlarged by this over what can just be read, at most.
_LARGEST = 1.6
_NAMES = 3


def make_pages(org: Org, paging: Paging, manner: Manner) -> tuple[Page, ...]:
    """Return the pages of an organisation's chart, in order.

    Raises:
        UsageError: there is no page to divide it for, or the layout cannot be divided.
    """
    page = _paper(paging, manner)
    chart = manner.chart(org)
    tree = tree_of(org)
    frame = frame_of(page, paging.min_text)
    weights = weigh(chart, tree)
    least = paging.min_text / min(sizes(chart))
    room = _DENSEST * frame.body.width * frame.body.height / least**2
    total = sum(weights.base) + sum(row * len(rows) for row, rows in zip(weights.row, tree.rows, strict=True))
    alone = forced(tree, org, paging)
    if not alone and total < _HOPELESS * room:
        whole = single_page(lay_out(chart, manner.layout, manner.run_dot))
        if paging.mode is not PageMode.AUTO or whole.scale * min(sizes(chart)) >= paging.min_text - 1e-6:
            return (whole,)
    parts = Parts(org, tree)
    theme = manner.theme.with_types(org.types)
    digits = min(len(UNKNOWN), len(str(4 + math.ceil(2 * total / room + len(alone)))))
    marker = Marker(parts, theme, manner.detail, org.lang, digits)
    trial = Trial(parts, manner, marker, (frame.body.width, frame.body.height), paging.min_text)
    sheets = Divider(tree, weights, alone, room, trial.spare).divide()
    if len(sheets) == 1:
        return (single_page(lay_out(chart, manner.layout, manner.run_dot)),)
    return _Book(parts, trial, frame, sheets, paging.day, chart.name).pages()


def _paper(paging: Paging, manner: Manner) -> tuple[float, float]:
    if manner.layout.page is None:
        raise UsageError("--pages needs the size of a page, and --fit is none", "give one, such as --fit A4")
    if manner.layout.kind is LayoutKind.MATRIX:
        raise UsageError("--pages: a matrix stands on one page", "use another --layout, or --pages none")
    width, height = manner.layout.page
    if min(width, height) < 12 * paging.min_text:
        raise UsageError(
            f"--pages: on a page of {width:g} × {height:g} points no chart has letters of {paging.min_text:g} points",
            "give a larger --fit, or a smaller --min-text",
        )
    return width, height


@dataclass(slots=True)
class _Book:
    """Numbers the sheets, and makes a page of each.

    Args:
        day: written on every page where the title does not say it.
        name: of the whole chart.
        own: for each node, the sheet that is its own; `standing`: where a box stands for what is below it.
    """

    parts: Parts
    trial: Trial
    frame: Frame
    sheets: Sequence[Sheet]
    day: str | None
    name: str
    own: dict[str, int] = field(default_factory=dict)
    standing: dict[str, int] = field(default_factory=dict)
    turns: dict[tuple[str, int], int] = field(default_factory=dict)
    shift: int = 0

    def __post_init__(self) -> None:
        for number, sheet in enumerate(self.sheets):
            self.own.update(dict.fromkeys(self.parts.shown(sheet), number))
            self.standing.update({self.tree.ids[box]: number for box in sheet.down})
            if sheet.spread is not None:
                self.turns[self.tree.ids[sheet.spread], sheet.turn] = number

    @property
    def tree(self) -> Tree:
        return self.parts.tree

    def pages(self) -> tuple[Page, ...]:
        theme, lang = self.trial.marker.theme, self.parts.org.lang
        words = page_words(lang)
        lines = sum(len(self._names(sheet)) for sheet in self.sheets)
        contents = plan_contents(lines, self.frame)
        self.shift = contents.pages
        foot = self.name if self.day is None or self.day in self.name else f"{self.name} · {self.day}"
        furnisher = Furnisher(
            frame=self.frame,
            theme=theme,
            lang=lang,
            foot=foot,
            contents=(words["contents"], 2),
            count=len(self.sheets) + contents.pages,
        )
        charts = [self._page(number, furnisher) for number in range(len(self.sheets))]
        listed = [
            self._sheet_of_text(words["contents"], 2 + number, texts, furnisher)
            for number, texts in enumerate(contents_texts(self._entries(), contents, theme, lang))
        ]
        return (charts[0], *listed, *charts[1:])

    def _number(self, sheet: int) -> int:
        """Return the number of a sheet's page: the list of pages stands after the overview."""
        return 1 if sheet == 0 else sheet + 1 + self.shift

    def _leads_to(self, target: Target) -> int:
        if target.above:
            return self._number(self._standing(target.node))
        if target.turn > 1:
            return self._number(self.turns[target.node, target.turn])
        return self._number(self.own[target.node])

    def _standing(self, id: str) -> int:
        return self.standing.get(id, 0)

    def _page(self, number: int, furnisher: Furnisher) -> Page:
        sheet = self.sheets[number]
        laid_out = self.trial.laid_out(sheet)
        scene = replace(numbered(laid_out, lambda mark: self._leads_to(mark.target)), name=self._name(sheet))
        body = self.frame.body
        scale = min(laid_out.scale, laid_out.least * _LARGEST)
        width, height = scene.width * scale, scene.height * scale
        place = Rect(body.x + (body.width - width) / 2, body.y + (body.height - height) / 2, width, height)
        way = self._way(sheet, number)
        above = self._above(number)
        mark = None
        if above is not None:
            page = self._number(above)
            mark = (f"{UP} {page_words(self.parts.org.lang)['page'].format(n=page)}", page)
        return Page(
            name=self._name(sheet),
            width=self.frame.width,
            height=self.frame.height,
            scene=scene,
            place=place,
            texts=furnisher.texts(self._number(number), way, mark),
            level=max(0, len(self._sheets_above(number)) - 1),
            jumps=self._jumps(sheet, number),
            areas=tuple(self._areas(number, place, scale)),
            lang=scene.lang,
            fonts=scene.fonts,
            background=scene.background,
        )

    def _areas(self, number: int, place: Rect, scale: float) -> Iterator[PageArea]:
        """Yield the marks that lead elsewhere than their box does."""
        sheet = self.sheets[number]
        laid_out, jumps = self.trial.laid_out(sheet), self._jumps(sheet, number)
        for mark in laid_out.marked.marks:
            if jumps.get(laid_out.scene.cards[mark.card].card.id) == self._leads_to(mark.target):
                continue
            rect = places(laid_out, mark)
            yield PageArea(
                Rect(place.x + rect.x * scale, place.y + rect.y * scale, rect.width * scale, rect.height * scale),
                self._leads_to(mark.target),
            )

    def _jumps(self, sheet: Sheet, number: int) -> Mapping[str, int]:
        """Return where boxes lead: those that go on elsewhere down, and that at the top up."""
        jumps: dict[str, int] = {}
        tops = tops_of(sheet, self.tree)
        for placed in self.trial.laid_out(sheet).scene.cards:
            box, id = self.parts.home[placed.card.node], placed.card.node
            if box in sheet.down or box == sheet.up:
                jumps[placed.card.id] = self._number(self.own[id])
            elif placed.card.parent is None and box in tops and number and placed.card.href is None:
                jumps[placed.card.id] = self._number(self._standing(id))
        return jumps

    def _above(self, number: int) -> int | None:
        """Return the sheet that leads to this one; ``None`` for the overview."""
        sheet = self.sheets[number]
        if number == 0:
            return None
        if sheet.turn > 1:
            return 0 if sheet.spread is None else self.own[self.tree.ids[sheet.spread]]
        return self._standing(self.tree.ids[sheet.boxes[0]])

    def _sheets_above(self, number: int) -> list[int]:
        """Return the sheets on the way from the overview to this one, the overview first."""
        found: list[int] = []
        above = self._above(number)
        while above is not None:
            found.append(above)
            above = self._above(above)
        return found[::-1]

    def _way(self, sheet: Sheet, number: int) -> list[Crumb]:
        """Return the boxes above what is on a sheet, each with the page that is its own."""
        first = sheet.up if sheet.up is not None else sheet.boxes[0]
        if number == 0:
            return [Crumb(self._name(sheet), None)]
        way: list[Crumb] = []
        above = self.tree.parents[first]
        if sheet.up is not None and sheet.spread is None:
            above = first
        while above is not None:
            way.append(Crumb(self._named(above), self._number(self.own[self.tree.ids[above]])))
            above = self.tree.parents[above]
        if not way:
            way.append(Crumb(self.name, 1))
        return [*reversed(way), Crumb(self._name(sheet), None)]

    def _named(self, box: int) -> str:
        return self.parts.nodes[self.tree.ids[box]].name

    def _names(self, sheet: Sheet) -> list[str]:
        """Return what a sheet is called in the list of pages, a line for each box at its top."""
        if sheet is self.sheets[0]:
            return [self.name]
        if sheet.spread is not None and (sheet.turn > 1 or sheet.boxes[0] == sheet.spread):
            return [f"{self._named(sheet.spread)} ({sheet.turn}/{sheet.turns})"]
        return [self._named(box) for box in tops_of(sheet, self.tree)]

    def _name(self, sheet: Sheet) -> str:
        names = self._names(sheet)
        joined = vocabulary(self.parts.org.lang).joiner.join(names[:_NAMES])
        return joined + ("…" if len(names) > _NAMES else "")

    def _entries(self) -> list[Entry]:
        return [
            Entry(name, len(self._sheets_above(number)), self._number(number))
            for number, sheet in enumerate(self.sheets)
            for name in self._names(sheet)
        ]

    def _sheet_of_text(self, name: str, number: int, texts: Sequence[PageText], furnisher: Furnisher) -> Page:
        scene = self.trial.laid_out(self.sheets[0]).scene
        return Page(
            name=name,
            width=self.frame.width,
            height=self.frame.height,
            texts=(*furnisher.texts(number, [Crumb(name, None)], (f"{UP} 1", 1)), *texts),
            lang=scene.lang,
            fonts=scene.fonts,
            background=scene.background,
        )
