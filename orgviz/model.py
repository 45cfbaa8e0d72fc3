"""The organisation: units, positions, people and the lines between them; resolved, frozen, no graphics.

`Org` is finished: every reference names a node that exists, every node but a root names its parent,
parents come before their children, siblings stand in the author's order, types are known.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from orgviz.lean import dataclass
from orgviz.text import Span

if TYPE_CHECKING:
    from decimal import Decimal

TYPE_NAMES = ("governance", "executive", "function", "operations", "support", "service", "project", "external")
COLOR_NAMES = ("blue", "cyan", "teal", "green", "lime", "yellow", "orange", "red", "pink", "purple", "brown", "grey")


class NodeKind(StrEnum):
    """What a node is: a department or team, a seat in the structure, or a person without a named post."""

    UNIT = "unit"
    POSITION = "position"
    PERSON = "person"


class EdgeKind(StrEnum):
    """A line beside the one solid line that `Node.parent` stands for."""

    REPORTS = "reports"
    DOTTED = "dotted"
    ASSISTANT = "assistant"
    COLLABORATES = "collaborates"
    SUPPORTS = "supports"
    MEMBER = "member"


class Status(StrEnum):
    """Whether a unit or position stands as drawn."""

    ACTIVE = "active"
    PLANNED = "planned"
    OPTIONAL = "optional"
    OUTSOURCED = "outsourced"
    TEMPORARY = "temporary"
    CLOSED = "closed"


# To ask an enumeration for a member takes Python 3.11 several times as long as to look up a name, and what is asked of
# every node of a large organisation is mostly this.
UNIT_KIND, POSITION_KIND, PERSON_KIND = NodeKind.UNIT, NodeKind.POSITION, NodeKind.PERSON
ACTIVE, CLOSED = Status.ACTIVE, Status.CLOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitType:
    """A department type: one of the eight that are built in, or one of the file's own.

    Args:
        name: the identifier that files and themes use, such as ``operations``.
        label: the word for the legend; ``None`` takes the built-in word of the chart's language.
        color: a theme's colour name or ``#rrggbb``; ``None`` leaves it to the theme.
        match: words that make a unit of this type when they stand in its name.
        span: where it stands in the source; ``None`` for one that is built in. Types are alike wherever they stand.
    """

    name: str
    label: str | None = None
    color: str | None = None
    match: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Tenure:
    """The days (``YYYY-MM-DD``) between which somebody holds a position; nothing for an open side."""

    holder: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """Where a picture lies.

    Args:
        file: its path, as seen from the file that was read.
        of: the holder whom it shows; ``None`` for the node itself: a person, a unit's logo, whoever holds a position.
    """

    file: str
    of: str | None = None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Cut:
    """How much a view left out below a node: positions and people, and units."""

    posts: int
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A unit, a position or a person.

    Args:
        id: the author's id where there is one, else a generated one; unique in the `Org`.
        kind: unit, position or person.
        name: a unit's name, a position's title, or a person's name.
        type: the department type, for every kind (positions and people have their unit's); ``None`` if unknown.
        given_type: whether the author wrote the type (else it was told from the name, or inherited).
        given_id: whether the author wrote the id.
        parent: the id of the node above: the one solid line; ``None`` for a root.
        duty: what it is responsible for, in the author's words.
        head: whether this is the post (or, where the file gives only a name, the person) that leads its unit.
        assistant: whether it stands beside its parent's line; an `EdgeKind.ASSISTANT` edge says the same.
        holders: the people in a position.
        tenures: for holders of whom the file says from when or until when, those days; in the order of holders.
        seats: how many people a position is meant for; ``None`` where the file does not say.
        fte: full-time equivalents of all seats together, with three decimals at most; ``None`` for one a seat.
        vacant: whether the file says that nobody holds the position.
        start, end: the days (as written, ``YYYY-MM-DD``) between which it exists.
        url: a link that was checked: http, https or mailto.
        cut: what a view left out below it; ``None`` where it is shown whole.
        photos: its own first, then those of its holders.
        span: where it stands in the source.
    """

    id: str
    kind: NodeKind
    name: str
    span: Span
    type: str | None = None
    given_type: bool = False
    given_id: bool = False
    parent: str | None = None
    duty: str | None = None
    head: bool = False
    assistant: bool = False
    holders: tuple[str, ...] = ()
    seats: int | None = None
    vacant: bool = False
    status: Status = Status.ACTIVE
    start: str | None = None
    end: str | None = None
    url: str | None = None
    tenures: tuple[Tenure, ...] = ()
    fte: Decimal | None = None
    cut: Cut | None = None
    photos: tuple[Photo, ...] = ()

    @property
    def vacancies(self) -> int:
        """How many seats are empty, as far as the file says.

        ``seats: 5`` with two holders leaves three; ``holder: vacant`` alone leaves one.
        """
        if self.seats is not None:
            return max(0, self.seats - self.most_at_once)
        return 1 if self.vacant else 0

    @property
    def told_vacancies(self) -> int:
        """How many seats the file says to be empty: where nobody is named, its seats are a size, and no vacancies."""
        if self.seats is None:
            return 1 if self.vacant else 0
        return self.vacancies if self.vacant or self.holders else 0

    @property
    def held(self) -> tuple[tuple[str, Tenure | None], ...]:
        """Each holder in order, with the days of those of whom the file gives some."""
        if not self.tenures:
            return tuple((holder, None) for holder in self.holders)
        waiting = list(reversed(self.tenures))
        return tuple(
            (holder, waiting.pop() if waiting and waiting[-1].holder == holder else None) for holder in self.holders
        )

    @property
    def most_at_once(self) -> int:
        """How many hold the position on the day on which most do: who follow each other count once."""
        if not self.tenures:
            return len(self.holders)
        held = [tenure or Tenure(holder) for holder, tenure in self.held]
        # A sign after every date, and one before: days are compared as they are written.
        first = [(tenure.start or "", 1) for tenure in held]
        last = [(tenure.end or "~", -1) for tenure in held]
        most = now = 0
        # On the day on which one begins and one ends both are there: who begins goes first.
        for _, step in sorted((*first, *last), key=lambda change: (change[0], -change[1])):
            now += step
            most = max(most, now)
        return most


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line between two nodes that never moves a box.

    Args:
        source, target: ids of the nodes it goes from and to.
        label: what stands on the line.
        proposed: whether a reader of documents only suggests it; such a line is kept in the file, but not drawn.
        span: where it stands in the source.
    """

    source: str
    target: str
    kind: EdgeKind
    span: Span
    label: str | None = None
    start: str | None = None
    end: str | None = None
    proposed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a chart shows of an organisation; left out, a part changes nothing.

    Args:
        name: in the file; empty for one that the command line describes.
        title: of the chart that it makes.
        root: the id of the node from which on it shows.
        depth: how many levels of units it shows, 1 for the roots alone.
        types: department types; who stands above one of them stays.
        only_units: whether positions and people stay away; counts say how many.
        hide_names: whether people's names stay away.
        collapse: ids of nodes below which nothing is shown but a count.
        statuses: what stays; nothing for all.
        text: what must stand in a name, title, holder or duty; who stands above one of them stays.
        as_of: the day (``YYYY-MM-DD``) at which the organisation is shown.
    """

    name: str = ""
    title: str | None = None
    root: str | None = None
    depth: int | None = None
    types: tuple[str, ...] = ()
    only_units: bool = False
    hide_names: bool = False
    collapse: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    text: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """What a file says about its own checks.

    Args:
        max_span: how many direct reports are too many; ``None`` for no limit.
        severities: pairs of a code and ``error``, ``warning``, ``note`` or ``off``, in the author's order.
    """

    max_span: int | None = None
    severities: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Org:
    """A whole organisation as a node/edge model.

    Args:
        nodes: in the author's order, each after its parent.
        edges: in the author's order; assistants' edges first, as their nodes stand.
        types: every type that the chart may use: the built-in eight, then the file's own.
        title: what the chart is called.
        lang: a BCP 47 tag, as given or told from the text (``zh-CN`` where Han characters are found, else ``en``).
        given_lang: whether the author wrote it.
        views: the named cuts that the file describes, in its order.
        checks: what the file says about its own checks.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    types: tuple[UnitType, ...] = ()
    title: str | None = None
    lang: str = "en"
    given_lang: bool = False
    views: tuple[View, ...] = ()
    checks: CheckSettings = CheckSettings()
