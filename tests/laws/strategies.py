"""Random trees of boxes for the laws of the layout: bushy and deep, forests, assistants, boxes of many sizes."""

from dataclasses import dataclass

from hypothesis import strategies as st

from orgviz.layout.block import Block
from orgviz.layout.geometry import Rect
from orgviz.layout.pareto import Effort
from orgviz.layout.place import Placed, place
from orgviz.layout.shapes import Tree, shapes
from orgviz.layout.spacing import Spacing

Size = tuple[float, float]

SPACING = Spacing(sibling=9, level=16, stack=6, hook=8, inset=8, tree=22, margin=12)
EFFORT = Effort(blocks=12, estimates=24, widths=6)

WIDTHS, HEIGHTS = (40.0, 60.0, 84.0, 150.0), (18.0, 26.0, 44.0, 90.0)
sizes_of_one = st.tuples(st.sampled_from(WIDTHS), st.sampled_from(HEIGHTS)).flatmap(
    lambda size: st.sampled_from([[size], [size, (2 * size[0], size[1] / 2)]])
)


@dataclass(frozen=True, slots=True)
class Shape:
    """Boxes before they are placed: who stands under whom, and the sizes that each may take."""

    tree: Tree
    sizes: list[list[Size]]


@dataclass(frozen=True, slots=True)
class Plant:
    """A placed tree, with the block that it was placed by."""

    tree: Tree
    placed: Placed
    block: Block

    @property
    def boxes(self) -> list[Rect]:
        return self.placed.boxes

    def upper(self, lower: int) -> int:
        """Return the box that another stands under or beside."""
        families = zip(self.tree.reports, self.tree.assistants, strict=True)
        return next(box for box, family in enumerate(families) if lower in family[0] or lower in family[1])


def tree_of(parents: list[int | None], assistants: set[int]) -> Tree:
    """Return the tree in which each box stands under its parent, in the order of numbers."""
    reports: list[list[int]] = [[] for _ in parents]
    beside: list[list[int]] = [[] for _ in parents]
    roots = []
    for box, parent in enumerate(parents):
        if parent is None:
            roots.append(box)
        else:
            (beside if box in assistants else reports)[parent].append(box)
    return Tree(reports, beside, roots)


@st.composite
def parent_lists(draw: st.DrawFn, most: int = 60, *, forests: bool = True) -> list[int | None]:
    """For each box the one above it; which way a tree tends to grow is drawn, too."""
    count = draw(st.integers(1, most) | st.integers(1, 8))
    reach = draw(st.sampled_from([1, 2, 4, most]))
    first = draw(st.integers(0, 2))
    parents: list[int | None] = [None]
    for box in range(1, count):
        if forests and draw(st.integers(0, 12)) == 0:
            parents.append(None)
        elif draw(st.booleans()):
            parents.append(draw(st.integers(max(0, box - reach), box - 1)))
        else:
            parents.append(min(first, box - 1))
    return parents


@st.composite
def shapes_of_trees(draw: st.DrawFn, most: int = 60, *, forests: bool = True, staff: bool = True) -> Shape:
    """Trees with sizes; half of them have boxes that are all alike, as real charts do."""
    parents = draw(parent_lists(most, forests=forests))
    assistants: set[int] = set()
    if staff and draw(st.booleans()):
        assistants = {box for box, parent in enumerate(parents) if parent is not None and draw(st.integers(0, 4)) == 0}
    if draw(st.booleans()):
        sizes = [draw(sizes_of_one)] * len(parents)
    else:
        sizes = [draw(sizes_of_one) for _ in parents]
    return Shape(tree_of(parents, assistants), sizes)


def planted(shape: Shape, pick: int = 0, *, rows_only: bool = False) -> Plant:
    """Place a tree by one of the blocks that the layout holds worthwhile."""
    found = shapes(shape.tree, shape.sizes, SPACING, EFFORT, rows_only=rows_only)
    block = found.forest[pick % len(found.forest)]
    return Plant(shape.tree, place(shape.tree, found, block, SPACING), block)


@st.composite
def plants(draw: st.DrawFn, most: int = 60) -> Plant:
    """Placed trees in every arrangement that the compact layout may choose."""
    return planted(draw(shapes_of_trees(most)), draw(st.integers(0, EFFORT.blocks)))


@st.composite
def tidy_plants(draw: st.DrawFn, most: int = 60) -> Plant:
    """Placed trees in rows only."""
    return planted(draw(shapes_of_trees(most)), rows_only=True)
