"""Make the chart of a matrix: functions across, projects down, and who takes part at the crossings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from orgviz.chart.ids import svg_ids, type_class
from orgviz.chart.legend import legend
from orgviz.chart.looks import Looks
from orgviz.chart.portraits import NO_GALLERY, Gallery, hung
from orgviz.chart.texts import Row, Writer, tooltip
from orgviz.chart.values import Card, Chart, Crossing, Detail, End, Grid, Link
from orgviz.diagnostics import UsageError
from orgviz.lean import dataclass
from orgviz.model import Edge, EdgeKind, Node, NodeKind, Org, Status
from orgviz.style.fonts import families
from orgviz.style.theme import LineRole, TextRole, Theme
from orgviz.style.values import TextRun
from orgviz.vocabulary import vocabulary

PROJECT = "project"
_TAKES_PART = (EdgeKind.MEMBER, EdgeKind.DOTTED, EdgeKind.REPORTS)


def make_matrix(
    org: Org,
    theme: Theme,
    detail: Detail = Detail.POSITIONS,
    *,
    with_legend: bool | None = None,
    gallery: Gallery = NO_GALLERY,
) -> Chart:
    """Return the chart of a matrix organisation.

    Rows are the units of the type ``project``; columns are the units right below what those who take part have in
    common. Who takes part in a project is told by a link of the kind ``member``, or by a second line to somebody in it.

    Raises:
        UsageError: there is no project, or nobody of a unit takes part in one.
    """
    theme = theme.with_types(org.types)
    frame = _frame(org)
    drawing = _Drawing(org, frame, Writer(Looks(theme), vocabulary(org.lang), detail))
    cards = drawing.cards()
    cards = hung(cards, drawing.shown(), detail, gallery)
    words = vocabulary(org.lang)
    links = tuple(crossing.link for crossing in drawing.crossings)
    shown = [frame.nodes[card.node] for card in cards]
    return Chart(
        name=org.title or (cards[0].paragraphs[0].text if frame.top else words.types.get(PROJECT, PROJECT)),
        lang=org.lang,
        cards=tuple(cards),
        links=(),
        legend=legend(org, shown, links, theme, words, wanted=with_legend),
        title=TextRun(org.title, theme.text(TextRole.TITLE)) if org.title else None,
        background=theme.background,
        solid=theme.line(LineRole.SOLID),
        assistant=theme.line(LineRole.ASSISTANT),
        fonts=families(org.lang),
        grid=drawing.grid(),
    )


@dataclass(slots=True)
class _Frame:
    """What stands where: the node above all, the columns, the rows, and who is at each crossing.

    Args:
        crossings: by ids of column and project, each taking part once, with the link that says so.
    """

    nodes: Mapping[str, Node]
    below: Mapping[str | None, Sequence[str]]
    top: str | None = None
    columns: list[str] = field(default_factory=list)
    projects: list[str] = field(default_factory=list)
    crossings: dict[tuple[str, str], dict[str, Edge]] = field(default_factory=dict)


def _frame(org: Org) -> _Frame:
    nodes = {node.id: node for node in org.nodes if node.status is not Status.CLOSED}
    below: dict[str | None, list[str]] = {}
    for node in nodes.values():
        below.setdefault(node.parent, []).append(node.id)
    frame = _Frame(nodes, below)
    frame.projects = _projects(org, nodes)
    if not frame.projects:
        raise UsageError(
            "--layout matrix needs projects: there is no unit of the type 'project'",
            "write 'type: project' in the units that stand across the others",
        )
    parts = _taking_part(org, frame)
    if not parts:
        raise UsageError(
            "--layout matrix needs people in the projects: no link leads from a unit or a post to one",
            "write links such as {from: 设计师, to: 大促项目, kind: member}",
        )
    _choose_columns(frame, [source for source, _ in parts])
    for (source, project), edge in parts.items():
        column = next((one for one in _up(source, nodes) if one in frame.columns), None)
        if column is not None:
            frame.crossings.setdefault((column, project), {})[source] = edge
    return frame


def _projects(org: Org, nodes: Mapping[str, Node]) -> list[str]:
    """Return the units that are projects: one that only holds others of them is a heading, unless a link names it."""
    units = [node for node in nodes.values() if node.kind is NodeKind.UNIT and node.type == PROJECT]
    holding = {node.parent for node in units}
    named = {edge.target for edge in org.edges if edge.kind in _TAKES_PART}
    chosen = [node.id for node in units if node.id not in holding or node.id in named]
    return [one for one in chosen if not any(above in chosen for above in _up(one, nodes)[1:])]


def _taking_part(org: Org, frame: _Frame) -> dict[tuple[str, str], Edge]:
    """Return who takes part in which project, in the author's order."""
    projects = set(frame.projects)
    parts: dict[tuple[str, str], Edge] = {}
    for edge in org.edges:
        if edge.kind not in _TAKES_PART or edge.proposed or edge.source not in frame.nodes:
            continue
        project = next((one for one in _up(edge.target, frame.nodes) if one in projects), None)
        is_inside = any(one in projects for one in _up(edge.source, frame.nodes))
        if project is not None and not is_inside:
            parts.setdefault((edge.source, project), edge)
    return parts


def _up(id: str, nodes: Mapping[str, Node]) -> list[str]:
    """Return a node and all above it."""
    way = []
    one: str | None = id
    while one is not None and one in nodes:
        way.append(one)
        one = nodes[one].parent
    return way


def _choose_columns(frame: _Frame, sources: Sequence[str]) -> None:
    """Take the units right below what all who take part have in common; below nothing, the units at the top."""
    ways = [list(reversed(_up(source, frame.nodes)))[:-1] or [source] for source in sources]
    common: str | None = None
    for steps in zip(*ways, strict=False):
        if len(set(steps)) > 1:
            break
        common = steps[0]
    while common is not None and frame.nodes[common].kind is not NodeKind.UNIT:
        common = frame.nodes[common].parent
    columns = _units_below(frame, common)
    whole = [_up(source, frame.nodes) for source in sources]
    while common is not None and (not columns or not all(any(one in columns for one in way) for way in whole)):
        common = frame.nodes[common].parent
        columns = _units_below(frame, common)
    frame.top, frame.columns = common, columns


def _units_below(frame: _Frame, id: str | None) -> list[str]:
    """Return the units below a node that are no projects; below a post, also those of the posts under it."""
    found: list[str] = []
    waiting = list(reversed(frame.below.get(id, ())))
    while waiting:
        one = waiting.pop()
        node = frame.nodes[one]
        if node.kind is NodeKind.UNIT:
            found += [one] if node.type != PROJECT else []
        else:
            waiting.extend(reversed(frame.below.get(one, ())))
    return found


@dataclass(slots=True)
class _Drawing:
    """The cards of a frame, in the order: what is above all, columns, projects, crossings."""

    org: Org
    frame: _Frame
    writer: Writer
    ids: list[str] = field(default_factory=list)
    crossings: list[Crossing] = field(default_factory=list)

    def cards(self) -> list[Card]:
        """Return the cards of the frame, and note the crossings."""
        frame = self.frame
        heads = [*([frame.top] if frame.top else []), *frame.columns, *frame.projects]
        pairs = [
            (column, project)
            for column in frame.columns
            for project in frame.projects
            if (column, project) in frame.crossings
        ]
        self.ids = svg_ids([*heads, *(f"{column}-{project}" for column, project in pairs)])
        cards = [self._head(number, id) for number, id in enumerate(heads)]
        for column, project in pairs:
            cards.append(self._crossing(len(cards), column, project))
        return cards

    def shown(self) -> list[tuple[Node, list[Row]]]:
        """Return the node of each card at the head of a row or column, and who stands in it; not of crossings."""
        frame = self.frame
        heads = [*([frame.top] if frame.top else []), *frame.columns, *frame.projects]
        return [(frame.nodes[id], self._rows(id)) for id in heads]

    def grid(self) -> Grid:
        """Return how the cards stand."""
        first = 1 if self.frame.top else 0
        middle = first + len(self.frame.columns)
        return Grid(
            columns=tuple(range(first, middle)),
            rows=tuple(range(middle, middle + len(self.frame.projects))),
            top=0 if self.frame.top else None,
            crossings=tuple(self.crossings),
        )

    def _head(self, number: int, id: str) -> Card:
        node = self.frame.nodes[id]
        is_top = id == self.frame.top
        rows = self._rows(id)
        paragraphs, _ = self.writer.card(node, rows, root=is_top)
        is_column = id in self.frame.columns and self.frame.top is not None
        return Card(
            id=self.ids[number],
            node=id,
            classes=tuple(self._classes(node)),
            paragraphs=tuple(paragraphs),
            style=self.writer.looks.box(node.type, node.status, root=is_top),
            parent=0 if is_column else None,
            tooltip=tooltip(node, rows, self.writer.words),
            href=node.url,
        )

    def _classes(self, node: Node) -> list[str]:
        classes = ["node", node.kind.value]
        classes += [type_class(node.type)] if node.type else []
        return classes + ([f"status-{node.status}"] if node.status is not Status.ACTIVE else [])

    def _rows(self, id: str) -> list[Row]:
        """Return who leads a unit, and the posts in it; of a column also those who take part in no project."""
        elsewhere = {source for parts in self.frame.crossings.values() for source in parts}
        nodes = [self.frame.nodes[one] for one in self.frame.below.get(id, ())]
        return [
            Row(node, 0) for node in nodes if node.kind is not NodeKind.UNIT and (node.head or node.id not in elsewhere)
        ]

    def _crossing(self, number: int, column: str, project: str) -> Card:
        frame = self.frame
        parts = frame.crossings[column, project]
        some = [source for source in parts if source != column]
        nodes = [frame.nodes[source] for source in some or parts]
        first = next(iter(parts.values()))
        columns = [*([frame.top] if frame.top else []), *frame.columns]
        rows = [*columns, *frame.projects]
        names = " · ".join((frame.nodes[column].name, frame.nodes[project].name))
        label = next((edge.label for edge in parts.values() if edge.label), None)
        link = Link(
            id=f"link{len(self.crossings) + 1}",
            source=End(number),
            target=End(rows.index(project)),
            kind=first.kind,
            style=self.writer.looks.theme.line(first.kind),
            tooltip=f"{names}: {label}" if label else names,
        )
        self.crossings.append(Crossing(number, frame.columns.index(column), frame.projects.index(project), link))
        above = frame.nodes[column]
        return Card(
            id=self.ids[number],
            node=column,
            classes=("node", "crossing", *([type_class(above.type)] if above.type else [])),
            paragraphs=tuple(self.writer.crossing(above, nodes)),
            style=self.writer.looks.box(above.type),
            parent=columns.index(column),
            tooltip=names,
        )
