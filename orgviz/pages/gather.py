"""Put small sheets together where that can still be read: the estimates by which they were planned leave room."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field

from orgviz.pages.table import Table
from orgviz.pages.tree import Tree
from orgviz.pages.values import Sheet
from orgviz.pages.weights import Weights

# What is laid out at all is at most this much heavier than what has proved to fit.
_HOPEFUL = 1.2
# What is likely to fit, likewise, and how often that is tried for one sheet.
_LIKELY, _TRIES = 1.05, 2
# When so many have not fitted, what is as heavy is not tried again, unless something as heavy has fitted.
_ENOUGH = 24


@dataclass(slots=True)
class _Tally:
    """What has fitted and what has not, by weight: in an atlas of hundreds of pages that tells what is worth trying."""

    too_much: list[float] = field(default_factory=list)
    heaviest: float = 0.0

    def is_hopeless(self, weight: float) -> bool:
        """Whether enough that was no heavier has not fitted, and nothing as heavy has."""
        return weight > self.heaviest and bisect_right(self.too_much, weight) >= _ENOUGH

    def note(self, weight: float, *, fits: bool) -> None:
        """Learn from a trial."""
        if fits:
            self.heaviest = max(self.heaviest, weight)
        else:
            insort(self.too_much, weight)


@dataclass(frozen=True, slots=True)
class Gatherer:
    """Puts sheets together, in an order of its own: the same answers give the same sheets.

    Args:
        alone: boxes that get a sheet each, and share none.
        limit: the weight of what has proved to fit.
        fits: whether a sheet can be read.
    """

    tree: Tree
    weights: Weights
    alone: Container[int]
    limit: float
    fits: Callable[[Sheet], bool]

    def gathered(self, sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
        """Return the sheets as they are once small ones are put together, the overview first."""
        table, tally = Table(self.tree, sheets), _Tally()
        for key in reversed(range(1, len(sheets))):
            for other in self._partners(table, key):
                union = table.union(other, key)
                weight = self.weights.of(union, self.tree)
                if weight <= _HOPEFUL * self.limit and self._proves(union, weight, tally):
                    table.merge(other, key)
                    break
        self._keep_company(table)
        self._gather(table)
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

    def _gather(self, table: Table) -> None:
        """Let small sheets below neighbours share one, each part under the box above it."""
        tally = _Tally()
        for key in list(table.at)[:0:-1]:
            if not self._is_free(table, key):
                continue
            tries = 0
            for other in table.cousins(key):
                union = table.union(other, key)
                weight = self.weights.of(union, self.tree)
                if not self._is_free(table, other) or weight > self.limit * _LIKELY:
                    continue
                tries += 1
                if self._proves(union, weight, tally):
                    table.merge(other, key)
                    break
                if tries == _TRIES:
                    break

    def _proves(self, sheet: Sheet, weight: float, tally: _Tally) -> bool:
        """Whether a sheet can be read; what is hopeless is not laid out."""
        if tally.is_hopeless(weight):
            return False
        fits = self.fits(sheet)
        tally.note(weight, fits=fits)
        return fits

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
