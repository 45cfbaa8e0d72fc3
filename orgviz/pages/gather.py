"""Put small sheets together where that can still be read: the estimates by which they were planned leave room."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass

from orgviz.pages.table import Table
from orgviz.pages.tree import Tree
from orgviz.pages.values import Sheet
from orgviz.pages.weights import Weights

# What is laid out at all is at most this much heavier than what has proved to fit.
_HOPEFUL = 1.2
# What is likely to fit, likewise, and how often that is tried for one sheet.
_LIKELY, _TRIES = 1.05, 2


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
        table = Table(self.tree, sheets)
        for key in reversed(range(1, len(sheets))):
            for other in self._partners(table, key):
                union = table.union(other, key)
                if self.weights.of(union, self.tree) <= _HOPEFUL * self.limit and self.fits(union):
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
        for key in list(table.at)[:0:-1]:
            if not self._is_free(table, key):
                continue
            tries = 0
            for other in table.cousins(key):
                union = table.union(other, key)
                if not self._is_free(table, other) or self.weights.of(union, self.tree) > self.limit * _LIKELY:
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
