"""Seats that can be added up: what one node holds, and the sum of several."""

from __future__ import annotations

from orgviz.lean import dataclass
from orgviz.model import Node, NodeKind

# One full-time equivalent, in the unit of `Tally.fte`.
FULL_TIME = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Posts and their seats; ``filled + vacant == seats``, and every part adds up.

    Args:
        posts: positions, and people of whom the file names no position.
        seats: places for people, at least one to a post.
        filled: seats that are not said to be vacant.
        named: filled seats of which the file says by whom.
        external: filled seats of people who are not the organisation's own.
        fte: full-time equivalents of all seats, in thousandths: whole numbers add up without rounding.
        filled_fte: those of the filled seats: the same share of each.
    """

    posts: int = 0
    seats: int = 0
    filled: int = 0
    vacant: int = 0
    named: int = 0
    external: int = 0
    fte: int = 0
    filled_fte: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            posts=self.posts + other.posts,
            seats=self.seats + other.seats,
            filled=self.filled + other.filled,
            vacant=self.vacant + other.vacant,
            named=self.named + other.named,
            external=self.external + other.external,
            fte=self.fte + other.fte,
            filled_fte=self.filled_fte + other.filled_fte,
        )


NOTHING = Tally()


def tally_of(node: Node, *, planned: bool = False, external: bool = False) -> Tally:
    """Return what one node holds; a unit holds nothing by itself.

    A post of which the file does not say that it is vacant counts as filled; a planned one is held only by those
    whom the file names.

    Args:
        planned: whether it, or something above it, is still to come.
        external: whether it, or something above it, is outside the organisation.
    """
    if node.kind is NodeKind.UNIT:
        return NOTHING
    named = len(node.holders) if node.kind is NodeKind.POSITION else 1
    is_told = node.vacant or named > 0
    vacant = node.vacancies if is_told else 0
    seats = max(node.seats or named + vacant or 1, named)
    if planned and not is_told:
        vacant = seats
    filled = seats - vacant
    fte = seats * FULL_TIME if node.fte is None else int(node.fte * FULL_TIME)
    return Tally(
        posts=1,
        seats=seats,
        filled=filled,
        vacant=vacant,
        named=named,
        external=filled if external else 0,
        fte=fte,
        filled_fte=(2 * fte * filled + seats) // (2 * seats),
    )
