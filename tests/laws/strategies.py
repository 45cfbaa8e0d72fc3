"""Random trees of boxes, and files of ordinary organisations, for the laws of layout."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from hypothesis import strategies as st

from orgviz.layout.block import Block
from orgviz.layout.geometry import Rect
from orgviz.layout.options import PAGES
from orgviz.layout.pareto import Effort, Efforts, Room
from orgviz.layout.place import Placed, place
from orgviz.layout.shapes import Tree, shapes
from orgviz.layout.spacing import Spacing

Data = dict[str, Any]
Size = tuple[float, float]

SPACING = Spacing(sibling=9, level=16, stack=6, hook=8, inset=8, tree=22, margin=12)
EFFORT = Effort(blocks=12, estimates=24, widths=6)

WIDTHS, HEIGHTS = (40.0, 60.0, 84.0, 150.0), (18.0, 26.0, 44.0, 90.0)
sizes_of_one = st.tuples(st.sampled_from(WIDTHS), st.sampled_from(HEIGHTS)).flatmap(
    lambda size: st.sampled_from([[size], [size, (2 * size[0], size[1] / 2)]])
)


NAMES = ("市场部", "客户服务与售后支持中心", "Sales", "Strategic Partnerships and Business Development", "IT")
POSTS = ("专员", "Engineer", "Senior accounts payable clerk")


@dataclass(frozen=True)
class Shape:
    """Boxes before they are placed.

    Args:
        parents: for each box, the one that it stands under or beside.
        assistants: those that stand beside it.
        sizes: for each box, those that it may take.
    """

    parents: list[int | None]
    assistants: set[int]
    sizes: list[list[Size]]

    @cached_property
    def tree(self) -> Tree:
        return tree_of(self.parents, self.assistants)


@dataclass(frozen=True)
class Plant:
    """A placed tree, with the block that it was placed by; shown as what places it again."""

    shape: Shape
    pick: int
    rows_only: bool
    placed: Placed
    block: Block

    def __repr__(self) -> str:
        return f"planted({self.shape}, {self.pick}, rows_only={self.rows_only})"

    @property
    def tree(self) -> Tree:
        return self.shape.tree

    @property
    def boxes(self) -> list[Rect]:
        return self.placed.boxes


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
    habit = draw(st.sampled_from(["bushy", "wide", "chained"]))
    reach = draw(st.sampled_from([2, 4, most]))
    parents: list[int | None] = [None]
    for box in range(1, count):
        usual = {"bushy": box - reach, "wide": draw(st.integers(0, 2)), "chained": box - 1}[habit]
        if forests and draw(st.integers(0, 12)) == 0:
            parents.append(None)
        elif draw(st.integers(0, 3)):
            parents.append(min(max(0, usual), box - 1))
        else:
            parents.append(draw(st.integers(0, box - 1)))
    return parents


@st.composite
def shapes_of_trees(draw: st.DrawFn, most: int = 60, *, forests: bool = True, staff: bool = True) -> Shape:
    """Trees with sizes; half of them have boxes that are all alike, as real charts do."""
    parents = draw(parent_lists(most, forests=forests))
    assistants: set[int] = set()
    if staff and draw(st.booleans()):
        assistants = {box for box, parent in enumerate(parents) if parent is not None and draw(st.integers(0, 4)) == 0}
    alike = [draw(sizes_of_one)] * len(parents)
    sizes = alike if draw(st.booleans()) else [draw(sizes_of_one) for _ in parents]
    return Shape(parents, assistants, sizes)


def planted(shape: Shape, pick: int = 0, *, rows_only: bool = False) -> Plant:
    """Place a tree by one of the blocks that the layout holds worthwhile."""
    room = Room.around(sum(sizes[0][0] * sizes[0][1] for sizes in shape.sizes), PAGES["16:9"])
    efforts = Efforts([EFFORT] * len(shape.sizes), EFFORT)
    found = shapes(shape.tree, shape.sizes, SPACING, efforts, room, rows_only=rows_only)
    block = found.forest[pick % len(found.forest)]
    return Plant(shape, pick, rows_only, place(shape.tree, found, block, SPACING), block)


@st.composite
def plants(draw: st.DrawFn, most: int = 60) -> Plant:
    """Placed trees in every arrangement that the compact layout may choose."""
    return planted(draw(shapes_of_trees(most)), draw(st.integers(0, EFFORT.blocks)))


@st.composite
def tidy_plants(draw: st.DrawFn, most: int = 60) -> Plant:
    """Placed trees in rows only."""
    return planted(draw(shapes_of_trees(most)), rows_only=True)


@st.composite
def files(draw: st.DrawFn) -> Data:
    """Files of ordinary organisations: units in a random tree, some with heads, posts, assistants and links."""
    parents = draw(parent_lists(25))
    units = [unit(draw, number) for number in range(len(parents))]
    for number, parent in enumerate(parents):
        if parent is not None:
            units[parent].setdefault("units", []).append(units[number])
    data: Data = {"lang": draw(st.sampled_from(["zh-CN", "en"]))}
    if draw(st.booleans()):
        data["title"] = draw(st.sampled_from(["组织架构", "Who reports to whom in the whole organisation"]))
    data["units"] = [unit for unit, parent in zip(units, parents, strict=True) if parent is None]
    ids = st.integers(0, len(parents) - 1)
    pairs = draw(st.lists(st.tuples(ids, ids).filter(lambda pair: pair[0] != pair[1]), max_size=3, unique_by=frozenset))
    if pairs:
        data["links"] = [link(draw, *pair) for pair in pairs]
    return data


def unit(draw: st.DrawFn, number: int) -> Data:
    """Draw a unit; its id tells it from others of the same name."""
    made: Data = {"name": draw(st.sampled_from(NAMES)), "id": f"u{number}"}
    if draw(st.booleans()):
        made["head"] = draw(
            st.sampled_from(["王敏", {"title": "经理", "holder": "李四"}, {"title": "Lead", "holder": "vacant"}])
        )
    if draw(st.integers(0, 3)) == 0:
        made["positions"] = [f"{draw(st.sampled_from(POSTS))}{place}" for place in range(draw(st.integers(1, 12)))]
    if draw(st.integers(0, 6)) == 0:
        made["assistants"] = ["行政助理"]
    if draw(st.integers(0, 6)) == 0:
        made["type"] = draw(st.sampled_from(["support", "project"]))
    return made


def link(draw: st.DrawFn, source: int, target: int) -> Data:
    """Draw a link between two units."""
    kind = draw(st.sampled_from(["dotted", "collaborates", "supports"]))
    label = draw(st.sampled_from([{}, {"label": "大促"}, {"label": "shared budget and weekly review"}]))
    return {"from": f"u{source}", "to": f"u{target}", "kind": kind, **label}
