"""Put small sheets together where that can still be read: the estimates by which they were planned leave room.

What is put together below one sheet has nothing to do with what is below another, so all go on in step: each asks
whether one sheet can be read, all that is asked is proved at once, and each is told. It is the same whoever proves it.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Container, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from orgviz.pages.table import Table
from orgviz.pages.tree import Tree
from orgviz.pages.values import Sheet
from orgviz.pages.weights import Weights

Asking: TypeAlias = Generator[Sheet, bool, None]
"""Puts some sheets together: yields one after the other, and is sent whether it can be read."""

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
        prove: tells of each of some sheets whether it can be read.
    """

    tree: Tree
    weights: Weights
    alone: Container[int]
    limit: float
    prove: Callable[[Sequence[Sheet]], Sequence[bool]]

    def gathered(self, sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
        """Return the sheets as they are once small ones are put together, the overview first."""
        table, tally = Table(self.tree, sheets), _Tally()
        for families in _from_below(table, table.families()):
            self._in_step(self._joining(table, keys, tally) for keys in families)
        self._in_step(self._keeping_company(table, above, keys) for above, keys in table.families().items())
        tally = _Tally()
        for clans in _from_below(table, table.clans()):
            self._in_step(self._sharing(table, keys, tally) for keys in clans)
        return table.sheets()

    def _in_step(self, askers: Iterable[Asking]) -> None:
        """Let all go on until none of them has anything to ask."""
        asked = [(asker, sheet) for asker in askers if (sheet := next(asker, None)) is not None]
        while asked:
            answers = self.prove([sheet for _, sheet in asked])
            told = [(asker, _next(asker, fits)) for (asker, _), fits in zip(asked, answers, strict=True)]
            asked = [(asker, sheet) for asker, sheet in told if sheet is not None]

    def _joining(self, table: Table, keys: Sequence[int], tally: _Tally) -> Asking:
        """Put sheets that hang on the same one onto that, or together."""
        for key in reversed(keys):
            for other in self._partners(table, key):
                union = table.union(other, key)
                weight = self.weights.of(union, self.tree)
                if weight <= _HOPEFUL * self.limit and (yield from _proves(union, weight, tally)):
                    table.merge(other, key)
                    break

    def _partners(self, table: Table, key: int) -> Iterator[int]:
        """Yield the sheets that one may be put on: that above it, then those beside it."""
        sheet, tops = table.at[key], table.tops(key)
        if len(sheet.ups) > 1 or any(top in self.alone for top in tops):
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

    def _sharing(self, table: Table, keys: Sequence[int], tally: _Tally) -> Asking:
        """Let small sheets below neighbours share one, each part under the box above it."""
        most = self.limit * _LIKELY
        own = {key: self.weights.of_own(table.at[key], self.tree) for key in keys}
        for key in reversed(keys):
            if not self._is_free(table, key):
                continue
            tries = 0
            for other in table.cousins(key, [one for one in own if own[one] + own[key] <= most]):
                union = table.union(other, key)
                weight = self.weights.of(union, self.tree)
                if not self._is_free(table, other) or weight > most:
                    continue
                tries += 1
                if (yield from _proves(union, weight, tally)):
                    table.merge(other, key)
                    own[other] += own.pop(key)
                    break
                if tries == _TRIES:
                    break

    def _is_free(self, table: Table, key: int) -> bool:
        """Whether a sheet is neither one of several that hang together, nor asked for."""
        return table.at[key].turns == 1 and not any(top in self.alone for top in table.tops(key))

    def _keeping_company(self, table: Table, above: int, keys: Sequence[int]) -> Asking:
        """Give a box that is alone on its sheet company from the sheet above, where there is room for both."""
        for key in keys:
            sheet = table.at[key]
            if len(sheet.boxes) > 1 or sheet.down or not sheet.boxes:
                continue
            for mate in table.mates(above, sheet.boxes[0]):
                left, company = table.moved(mate, above, key)
                if mate not in self.alone and (yield company) and (yield left):
                    table.move(mate, above, key)
                    break


def _next(asker: Asking, fits: bool) -> Sheet | None:
    """Return what is asked next, if anything is."""
    try:
        return asker.send(fits)
    except StopIteration:
        return None


def _proves(sheet: Sheet, weight: float, tally: _Tally) -> Generator[Sheet, bool, bool]:
    """Ask whether a sheet can be read; what is hopeless is not laid out."""
    if tally.is_hopeless(weight):
        return False
    fits = yield sheet
    tally.note(weight, fits=fits)
    return fits


def _from_below(table: Table, groups: dict[int, list[int]]) -> Iterator[list[list[int]]]:
    """Yield groups of sheets, those at once that stand as high: the deepest come first."""
    depths = table.depths()
    levels: dict[int, list[list[int]]] = {}
    for key, members in groups.items():
        levels.setdefault(depths[key], []).append(members)
    for depth in sorted(levels, reverse=True):
        yield levels[depth]
