"""A division of a tree of boxes into sheets, as plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some of the posts of a box, whose list is too long for one sheet: from `start` up to, not including, `stop`."""

    box: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on one page; boxes are indices into a `Tree`.

    Args:
        boxes: whose own page this is, in order.
        down: boxes that stand here with a mark, for their own page is another one.
        ups: boxes that stand above those here with a mark back to their own pages; none where the sheet has a top
            of its own.
        chunk: the posts that stand here of a box whose list is divided.
        spread: the box here that takes several sheets; ``None`` where none does, or where it is the roots that do.
        turn, turns: which of its sheets this is, from 1, and how many there are.
    """

    boxes: tuple[int, ...]
    down: tuple[int, ...] = ()
    ups: tuple[int, ...] = ()
    chunk: Chunk | None = None
    spread: int | None = None
    turn: int = 1
    turns: int = 1

    @property
    def anchor(self) -> int:
        """The box that says where in the order of pages this one comes."""
        return self.spread if self.spread is not None and self.turn > 1 else (*self.boxes, *self.down)[0]
