"""Find the division with the fewest sheets that can all be read: planned by estimates, proved by the real layout."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field

from orgviz.pages.plan import Owner, plan
from orgviz.pages.table import Table
from orgviz.pages.tree import Tree
from orgviz.pages.values import Sheet
from orgviz.pages.weights import Weights

# How often is planned anew, at most; each time only sheets that were too full change.
_ROUNDS = 30
# What is laid out at all is at most this much heavier than what has proved to fit.
_HOPEFUL = 1.2
# What is likely to fit, likewise, and how often that is tried for one sheet.
_LIKELY, _TRIES = 1.05, 2
# Scales that differ by less are the same.
_SAME = 1e-6


@dataclass(slots=True)
class Divider:
    """Divides a tree.

    Args:
        alone: boxes that get a sheet each, and share none.
        room: of a sheet, in square points.
        scale: by how much a sheet's chart could be enlarged over what can be read; below 1 it cannot be.
    """

    tree: Tree
    weights: Weights
    alone: Container[int]
    room: float
    scale: Callable[[Sheet], float]
    limits: dict[Owner, float] = field(default_factory=dict)

    def divide(self) -> tuple[Sheet, ...]:
        """Return the sheets in the order of their pages, the overview first."""
        overview, *others = self._merged(self._planned())
        return (overview, *sorted(others, key=lambda sheet: (sheet.anchor, sheet.turn)))

    def fits(self, sheet: Sheet) -> bool:
        """Whether a sheet can be read."""
        return self.scale(sheet) >= 1 - _SAME

    def _planned(self) -> tuple[Sheet, ...]:
        hopeless: set[Sheet] = set()
        sheets: tuple[Sheet, ...] = ()
        for _ in range(_ROUNDS):
            sheets = plan(self.tree, self.weights, self.alone, lambda owner: self.limits.get(owner, self.room))
            full = [sheet for sheet in sheets if sheet not in hopeless and not self.fits(sheet)]
            if not full:
                break
            if not hopeless:
                self._learn(sheets)
            for sheet in full:
                # What comes again as it was cannot be divided further.
                hopeless.add(sheet)
                self._lower(sheet, first=sheet is sheets[0])
        return sheets

    def _learn(self, sheets: Sequence[Sheet]) -> None:
        """Take as the room of a sheet what has fitted, or would have on a sheet of another size."""
        weights = [self.weights.of(sheet, self.tree) for sheet in sheets]
        fitting = [weight * min(1.0, self.scale(sheet)) ** 2 for weight, sheet in zip(weights, sheets, strict=True)]
        self.room = min(self.room, max(fitting))

    def _lower(self, sheet: Sheet, *, first: bool) -> None:
        """Let less onto a sheet that was too full."""
        share = min(0.97, max(0.5, self.scale(sheet) ** 2))
        limit = self.weights.of(sheet, self.tree) * share
        for owner in self._owners(sheet, first=first):
            self.limits[owner] = min(limit, self.limits.get(owner, self.room) * 0.99)

    def _owners(self, sheet: Sheet, *, first: bool) -> Iterator[Owner]:
        above_all = len(self.tree.ids)
        if sheet.ups:
            yield (sheet.ups[0], True)
        elif self._is_of_roots(sheet):
            yield (above_all, not first)
        else:
            yield (sheet.boxes[0], False)

    def _is_of_roots(self, sheet: Sheet) -> bool:
        """Whether several roots share the sheet, or the roots are spread over several."""
        if sheet.turns > 1 and sheet.spread is None:
            return True
        return sum(self.tree.parents[box] is None for box in (*sheet.boxes, *sheet.down)) > 1

    def _merged(self, sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
        """Put small sheets together where that can still be read: estimates leave room."""
        limit = max([self.weights.of(sheet, self.tree) for sheet in sheets if self.fits(sheet)], default=0.0)
        table = Table(self.tree, sheets)
        for key in reversed(range(1, len(sheets))):
            for other in self._partners(table, key):
                union = table.union(other, key)
                if self.weights.of(union, self.tree) <= _HOPEFUL * limit and self.fits(union):
                    table.merge(other, key)
                    break
        self._keep_company(table)
        self._gather(table, limit)
        return table.sheets()

    def _partners(self, table: Table, key: int) -> Iterator[int]:
        """Yield the sheets that one may be put on: that above it, then those beside it."""
        sheet, tops = table.at[key], table.tops(key)
        if sheet.turn > 1 or len(sheet.ups) > 1 or any(top in self.alone for top in tops):
            return
        above = table.above(key)
        for other in (above, *table.below(above)):
            is_beside = other != above
            if other == key or (is_beside and (table.at[other].turn > 1 or not self._may_share(table, other, tops))):
                continue
            if table.at[other].turns == 1 or sheet.turns == 1:
                yield other

    def _may_share(self, table: Table, other: int, tops: Sequence[int]) -> bool:
        beside = table.tops(other)
        above = self.tree.parents[tops[0]]
        return all(self.tree.parents[top] == above and top not in self.alone for top in beside)

    def _gather(self, table: Table, limit: float) -> None:
        """Let small sheets below neighbours share one, each part under the box above it."""
        for key in list(table.at)[:0:-1]:
            if not self._is_free(table, key):
                continue
            tries = 0
            for other in table.cousins(key):
                union = table.union(other, key)
                if not self._is_free(table, other) or self.weights.of(union, self.tree) > limit * _LIKELY:
                    continue
                tries += 1
                if self.fits(union):
                    table.merge(other, key)
                    break
                if tries == _TRIES:
                    break

    def _is_free(self, table: Table, key: int) -> bool:
        """Whether a sheet is neither one of several that hang together, nor asked for."""
        return table.at[key].turns == 1 and not any(top in self.alone for top in table.tops(key))

    def _keep_company(self, table: Table) -> None:
        """Give a box that is alone on its sheet company from the sheet above, where there is room for both."""
        for key in list(table.at)[1:]:
            sheet = table.at[key]
            if len(sheet.boxes) > 1 or sheet.down or sheet.turn > 1 or not sheet.boxes:
                continue
            above = table.above(key)
            for mate in table.mates(above, sheet.boxes[0]):
                left, company = table.moved(mate, above, key)
                if mate not in self.alone and self.fits(company) and self.fits(left):
                    table.move(mate, above, key)
                    break
