"""Find the division with the fewest sheets that can all be read: planned by estimates, proved by the real layout."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from orgviz.layout.pareto import spread
from orgviz.pages.gather import Gatherer
from orgviz.pages.plan import Owner, plan
from orgviz.pages.tree import Tree
from orgviz.pages.trial import Trial
from orgviz.pages.values import Sheet
from orgviz.pages.weights import Weights

# How often is planned anew, at most; each time only sheets that were too full change.
_ROUNDS = 30
# Of more sheets than this, so many tell whether nearly all are too full, before all are laid out.
_SAMPLE = 40
# Scales that differ by less are the same.
_SAME = 1e-6


@dataclass(slots=True)
class Divider:
    """Divides a tree.

    Args:
        alone: boxes that get a sheet each, and share none.
        room: of a sheet, in square points.
        trial: says by how much a sheet's chart could be enlarged over what can be read; below 1 it cannot be.
    """

    tree: Tree
    weights: Weights
    alone: Container[int]
    room: float
    trial: Trial
    limits: dict[Owner, float] = field(default_factory=dict)

    def divide(self) -> tuple[Sheet, ...]:
        """Return the sheets in the order of their pages, the overview first."""
        overview, *others = self._gathered(self._planned())
        sheets = (overview, *sorted(others, key=lambda sheet: (sheet.anchor, sheet.turn)))
        self.trial.forget_all_but(sheets)
        return sheets

    def fits(self, sheet: Sheet) -> bool:
        """Whether a sheet can be read."""
        return self.trial.spare(sheet) >= 1 - _SAME

    def _planned(self) -> tuple[Sheet, ...]:
        sheets = self._plan()
        if len(sheets) > _SAMPLE:
            some = spread(sheets, _SAMPLE)
            self.trial.prove(some)
            if sum(not self.fits(sheet) for sheet in some) > _SAMPLE / 2:
                self._learn(some)
        hopeless: set[Sheet] = set()
        for _ in range(_ROUNDS):
            sheets = self._plan()
            self.trial.prove(sheets)
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

    def _plan(self) -> tuple[Sheet, ...]:
        return plan(self.tree, self.weights, self.alone, lambda owner: self.limits.get(owner, self.room))

    def _learn(self, sheets: Sequence[Sheet]) -> None:
        """Take as the room of a sheet what has fitted, or would have on a sheet of another size."""
        weights = [self.weights.of(sheet, self.tree) for sheet in sheets]
        fitting = [
            weight * min(1.0, self.trial.spare(sheet)) ** 2 for weight, sheet in zip(weights, sheets, strict=True)
        ]
        self.room = min(self.room, max(fitting))

    def _lower(self, sheet: Sheet, *, first: bool) -> None:
        """Let less onto a sheet that was too full."""
        share = min(0.97, max(0.5, self.trial.spare(sheet) ** 2))
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

    def _gathered(self, sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
        """Put small sheets together."""
        limit = max([self.weights.of(sheet, self.tree) for sheet in sheets if self.fits(sheet)], default=0.0)
        return Gatherer(self.tree, self.weights, self.alone, limit, self._proved).gathered(sheets)

    def _proved(self, sheets: Sequence[Sheet]) -> list[bool]:
        self.trial.prove(sheets)
        return [self.fits(sheet) for sheet in sheets]
