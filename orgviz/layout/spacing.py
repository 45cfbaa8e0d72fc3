"""The distances that a layout keeps, in points."""

from __future__ import annotations

from orgviz.lean import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Free space between boxes and lines.

    Args:
        sibling: between two subtrees that stand side by side.
        level: from the bottom of a box to the row of boxes under it; the bus runs in its middle.
        lone: the same where there is no bus: to a single box, and to a pair of stacks.
        stack: between two boxes of a stack, and the least distance between any two things one above the other.
        hook: from a stack's trunk to its boxes.
        inset: from a box's left side to the trunk of the stack that hangs from it.
        tree: between the trees of a forest.
        margin: around the whole chart.
    """

    sibling: float = 10.0
    level: float = 18.0
    lone: float = 12.0
    stack: float = 6.0
    hook: float = 8.0
    inset: float = 8.0
    tree: float = 24.0
    margin: float = 10.0
