"""The chart: boxes with their final text and style, the tree they form, and the links between them."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from orgviz.lean import dataclass
from orgviz.model import EdgeKind
from orgviz.style.values import BoxStyle, LineStyle, TextRun


class Detail(StrEnum):
    """How much is written in a box; each level adds to the one before."""

    NAMES = "names"
    HEADS = "heads"
    POSITIONS = "positions"
    DUTIES = "duties"


class PhotoMode(StrEnum):
    """Whether boxes show who is in them: where there are photos, never, or by letters where there are none."""

    AUTO = "auto"
    NONE = "none"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A picture in a card: somebody's face or letters, or a department's logo.

    Args:
        name: whom or what it shows; empty for a vacancy.
        initials: what stands there without a photo; empty for a vacancy, which is an open circle.
        data: a JPEG or PNG without metadata, square; ``None`` where there is no photo.
        mime: of the data.
        is_round: whether it is drawn as a circle; a logo is whole.
        fill, ink: ``#rrggbb`` of the letters' ground and of the letters.
        ground: ``#rrggbb`` of the box.
    """

    name: str
    initials: str
    data: bytes | None = None
    mime: str = ""
    is_round: bool = True
    fill: str = "#000000"
    ink: str = "#ffffff"
    ground: str = "#ffffff"


class Part(StrEnum):
    """What a paragraph of a card is."""

    NAME = "name"
    TAG = "tag"
    HEAD = "head"
    ROW = "row"
    DUTY = "duty"
    CUT = "cut"
    COUNT = "count"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that is wrapped as one piece.

    Args:
        part: what it is.
        runs: all of one size and weight.
        indent: levels below the card's left edge, for positions under positions.
        max_lines: where it is cut; ``None`` for never.
    """

    part: Part
    runs: tuple[TextRun, ...]
    indent: int = 0
    max_lines: int | None = None

    @property
    def text(self) -> str:
        """The whole text."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One box of the chart.

    Args:
        id: of the SVG group; unique, a valid XML name.
        node: id of the model's node.
        classes: of the SVG group.
        paragraphs: name first.
        parent: index of the card that it stands under or beside; ``None`` for a root.
        assistant: whether it stands beside its parent's line.
        tooltip: everything that is known of it, for hovering.
        portraits: pictures of who leads or holds it, from the left.
    """

    id: str
    node: str
    classes: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    style: BoxStyle
    parent: int | None = None
    assistant: bool = False
    tooltip: str = ""
    href: str | None = None
    portraits: tuple[Portrait, ...] = ()

    @property
    def listing(self) -> bool:
        """Whether there is more than a name and heads, or a picture beside them: such cards are set flush left."""
        return bool(self.portraits) or any(paragraph.part in (Part.ROW, Part.DUTY) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class End:
    """Where a link ends: a card, and the paragraph in it that names the post (``None``: the card as a whole)."""

    card: int
    paragraph: int | None = None


class TraceKind(StrEnum):
    """A line that is no relation: it leads from the old place of something to its new one."""

    MOVED = "diff-moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A line beside the tree; it never moves a card.

    Args:
        kind: what it says; from the old place of a box to its new one it is a trace.
        classes: of the SVG group, besides those of every link of its kind.
    """

    id: str
    source: End
    target: End
    kind: EdgeKind | TraceKind
    style: LineStyle
    label: TextRun | None = None
    tooltip: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Crossing:
    """A card where a column and a row of a grid meet, and the link from it to the row's head."""

    card: int
    column: int
    row: int
    link: Link


@dataclass(frozen=True, slots=True)
class Grid:
    """How cards stand in a matrix: units across, projects down, those who take part at the crossings.

    Args:
        columns, rows: the cards at their heads.
        top: the card above all columns; ``None`` where there is none.
        crossings: column by column, from the top down.
    """

    columns: tuple[int, ...]
    rows: tuple[int, ...]
    top: int | None
    crossings: tuple[Crossing, ...]


Sample: TypeAlias = BoxStyle | LineStyle


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One line of the legend: a sample box, or a sample line, and what it stands for; a note has no sample."""

    text: TextRun
    sample: Sample | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Everything that is drawn, before it has sizes and places.

    Args:
        cards: each after its parent.
        name: what the chart is called, for the SVG's ``<title>``; `title` is what is drawn.
        subtitle: a line under the title.
        solid: connectors of the tree; `assistant` those to assistants.
        fonts: families, the best first.
        grid: for a matrix, how its cards stand; else they stand as a tree.
    """

    name: str
    lang: str
    cards: tuple[Card, ...]
    links: tuple[Link, ...]
    legend: tuple[LegendItem, ...]
    title: TextRun | None
    background: str
    solid: LineStyle
    assistant: LineStyle
    fonts: tuple[str, ...]
    subtitle: TextRun | None = None
    grid: Grid | None = None
