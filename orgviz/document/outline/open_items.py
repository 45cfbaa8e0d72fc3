"""The items of a document while it is nested, and those of them that are still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from orgviz.document.names.bare_lists import bare_listing
from orgviz.document.outline.line import Line
from orgviz.document.text.marks import Mark


@dataclass(slots=True)
class Nest:
    """The items so far and those that are still open, the outermost first."""

    lines: Sequence[Line]
    marks: list[Mark | None] = field(default_factory=list)
    parents: list[int | None] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    open: list[int] = field(default_factory=list)

    def add(self, mark: Mark | None, parent: int | None) -> int:
        """Put an item for the next line below another; return its place."""
        place = len(self.marks)
        self.marks.append(mark)
        self.parents.append(parent)
        self.children.append([])
        if parent is not None:
            self.children[parent].append(place)
        return place

    def push(self, mark: Mark) -> None:
        """Open an item below the innermost open one."""
        self.open.append(self.add(mark, self.open[-1] if self.open else None))

    def form(self, place: int) -> str:
        """Return the form of an item's mark, empty where it has none."""
        mark = self.marks[place]
        return mark.form if mark else ""

    def indent(self, place: int) -> int:
        """Return the columns before an item."""
        return self.lines[place].indent

    def title(self, place: int) -> str:
        """Return the text of an item, folded."""
        return self.lines[place].body.folded

    def above(self, place: int) -> tuple[str, str]:
        """Return the form and the text of the item above one; empty at the top."""
        parent = self.parents[place]
        return ("", "") if parent is None else (self.form(parent), self.title(parent))


def lists_what_is_open(nest: Nest, line: Line) -> bool:
    """Whether a line of two names stands right below a number or heading, and so lists what stands below that."""
    if not nest.open or nest.open[-1] != len(nest.marks) - 1 or nest.form(nest.open[-1]) in ("bare", "bold", "lead"):
        return False
    return len(bare_listing(line.body).items) > 1
