"""Tell which page everything of a divided chart is on, what pages are called, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orgviz.pages.contents import Entry, deepest_that_fits
from orgviz.pages.furnish import Crumb, Frame
from orgviz.pages.marks import Target
from orgviz.pages.parts import Parts
from orgviz.pages.table import tops_of
from orgviz.pages.tree import Tree
from orgviz.pages.values import Sheet
from orgviz.vocabulary import vocabulary

# Names of boxes that a page is called by, at most.
_NAMES = 3
_DEEPEST_LIST = 12


@dataclass(slots=True)
class Numbering:
    """The sheets of a chart in order, the overview first; what tells of pages means numbers from 1.

    Args:
        name: of the whole chart.
        listing: how many pages the list of pages takes: it stands after the overview.
        own: for each node, the sheet that is its own; `standing`: where a box stands for what is below it.
        turns: for a box that takes several sheets, and which of them, the sheet.
    """

    parts: Parts
    sheets: Sequence[Sheet]
    name: str
    listing: int = 1
    own: dict[str, int] = field(default_factory=dict)
    standing: dict[str, int] = field(default_factory=dict)
    turns: dict[tuple[str, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, sheet in enumerate(self.sheets):
            self.own.update(dict.fromkeys(self.parts.shown(sheet), place))
            self.standing.update({self.tree.ids[box]: place for box in sheet.down})
            if sheet.spread is not None:
                self.turns[self.tree.ids[sheet.spread], sheet.turn] = place

    @property
    def tree(self) -> Tree:
        """The boxes."""
        return self.parts.tree

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sheets) + self.listing

    def number(self, place: int) -> int:
        """Return the page of a sheet."""
        return 1 if place == 0 else place + 1 + self.listing

    def leads_to(self, target: Target) -> int:
        """Return the page that a mark leads to."""
        if target.above:
            return self.number(self.standing.get(target.node, 0))
        if target.turn > 1:
            return self.number(self.turns[target.node, target.turn])
        return self.number(self.own[target.node])

    def leads(self, place: int) -> Mapping[Target, int]:
        """Return the pages that marks and boxes of a sheet may lead to."""
        return {target: self.leads_to(target) for target in self._targets(self.sheets[place])}

    def _targets(self, sheet: Sheet) -> Iterator[Target]:
        ids, parents = self.tree.ids, self.tree.parents
        yield from (Target(ids[box]) for box in (*sheet.down, *sheet.ups))
        yield from (Target(ids[box], above=True) for box in tops_of(sheet, self.tree) if parents[box] is not None)
        for _, edge, begins in self.parts.leaving(sheet):
            yield Target(edge.target if begins else edge.source)
        if sheet.spread is not None and (ids[sheet.spread], sheet.turn + 1) in self.turns:
            yield Target(ids[sheet.spread], turn=sheet.turn + 1)

    def above(self, place: int) -> int | None:
        """Return the sheet that leads to one; ``None`` for the overview."""
        sheet = self.sheets[place]
        if place == 0:
            return None
        if sheet.turn > 1:
            return 0 if sheet.spread is None else self.own[self.tree.ids[sheet.spread]]
        if len(sheet.ups) > 1:
            over = self._over(sheet)
            return 0 if over is None else self.own[self.tree.ids[over]]
        return self.standing.get(self.tree.ids[sheet.boxes[0]], 0)

    def depth(self, place: int) -> int:
        """Return how many sheets stand above one."""
        depth, above = 0, self.above(place)
        while above is not None:
            depth, above = depth + 1, self.above(above)
        return depth

    def way(self, place: int) -> list[Crumb]:
        """Return the boxes above what is on a sheet, from the top down, each with its own page; then the sheet."""
        sheet = self.sheets[place]
        way: list[Crumb] = []
        box = self._over(sheet) if place else None
        while box is not None:
            way.append(Crumb(self._called(box), self.number(self.own[self.tree.ids[box]])))
            box = self.tree.parents[box]
        if place and not way:
            way.append(Crumb(self.name, 1))
        return [*reversed(way), Crumb(self.page_name(place), None)]

    def _over(self, sheet: Sheet) -> int | None:
        """Return the lowest box that stands over all of a sheet, and is none of it."""
        if not sheet.ups or sheet.spread is not None:
            return self.tree.parents[sheet.anchor]
        over: int | None = sheet.ups[0]
        for other in sheet.ups[1:]:
            above: int | None = other
            # Who stands above comes first: the later of two is never above the earlier.
            while over != above:
                if above is None or (over is not None and over > above):
                    over = None if over is None else self.tree.parents[over]
                else:
                    above = self.tree.parents[above]
        return over

    def page_name(self, place: int) -> str:
        """Return what a sheet's page is called."""
        sheet = self.sheets[place]
        if place == 0:
            return self.name
        if sheet.spread is not None and sheet.anchor == sheet.spread:
            return self._turn(sheet)
        names = [self._called(box) for box in tops_of(sheet, self.tree) or sheet.down]
        joined = vocabulary(self.parts.org.lang).joiner.join(names[:_NAMES])
        return joined + ("…" if len(names) > _NAMES else "")

    def entries(self, frame: Frame) -> list[Entry]:
        """Return the list of pages: what is at the top of each, and other boxes as deep as one page has room for."""
        firsts = {box for sheet in self.sheets if sheet.turn == 1 for box in tops_of(sheet, self.tree)}
        levels = [1 if box in firsts else level for box, level in enumerate(self.tree.levels)]
        turns = sum(sheet.turn > 1 for sheet in self.sheets)
        deepest = min(max(levels), _DEEPEST_LIST)
        lines = [turns + sum(level <= depth + 1 for level in levels) for depth in range(deepest)]
        depth = deepest_that_fits(lines, frame)
        return [
            entry
            for box, level in enumerate(levels)
            if level <= depth + 1
            for entry in self._listed(box, is_first=box in firsts)
        ]

    def _listed(self, box: int, *, is_first: bool) -> Iterator[Entry]:
        id, depth = self.tree.ids[box], self.tree.levels[box] - 1
        if (id, 1) not in self.turns:
            yield Entry(self._called(box), depth, self.number(self.own[id]), is_first)
            return
        turn = 1
        while (id, turn) in self.turns:
            place = self.turns[id, turn]
            yield Entry(self._turn(self.sheets[place]), depth, self.number(place), True)
            turn += 1

    def _turn(self, sheet: Sheet) -> str:
        name = self.name if sheet.spread is None else self._called(sheet.spread)
        return f"{name} ({sheet.turn}/{sheet.turns})"

    def _called(self, box: int) -> str:
        return self.parts.nodes[self.tree.ids[box]].name
