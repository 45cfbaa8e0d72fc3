"""Write what stands in a box: name, status, heads, positions with holders and vacancies, members, duties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from orgviz.chart.looks import Looks, TextStyles
from orgviz.chart.values import Detail, Paragraph, Part
from orgviz.labels import cut_label, holders_label, status_label
from orgviz.model import Node, NodeKind, Status
from orgviz.style.theme import TextRole
from orgviz.style.values import TextRun
from orgviz.vocabulary import Vocabulary

DUTY_LINES = 3
POSITION_DUTY_LINES = 2
NAME_LINES = 6
# An open circle before the word: a vacancy is told by mark and word, not by colour.
VACANCY_MARK = "○"
# Half an em: wide enough to part a title from its holder, and never collapsed by a viewer.
SPACE = "\u2002"


class Row(NamedTuple):
    """A position or person inside a card, and how many positions it stands below in there."""

    node: Node
    indent: int


@dataclass(slots=True)
class Writer:
    """Writes the paragraphs of cards.

    Args:
        looks: of the boxes and their texts.
        words: of the chart's language.
        counts: by the id of a node with a card, what is said about its headcount.
    """

    looks: Looks
    words: Vocabulary
    detail: Detail
    counts: Mapping[str, str] = field(default_factory=dict)

    def card(self, node: Node, rows: Sequence[Row], *, root: bool) -> tuple[list[Paragraph], dict[str, int]]:
        """Return the paragraphs of a card, and for each row's node the paragraph that names it."""
        style = self.looks.text(node.type, root=root)
        paragraphs = [self._name(node, style, root=root)]
        places: dict[str, int] = {}
        status = status_label(node, self.words)
        if status is not None:
            paragraphs.append(Paragraph(Part.TAG, (TextRun(status, style.of(TextRole.TAG)),)))
        if self.detail is not Detail.NAMES:
            self._inside(node, rows, style, paragraphs, places)
        cut = cut_label(node.cut, self.words) if node.cut else None
        if cut is not None:
            paragraphs.append(Paragraph(Part.CUT, (TextRun(cut, style.of(TextRole.TAG)),)))
        if node.id in self.counts:
            paragraphs.append(Paragraph(Part.COUNT, (TextRun(self.counts[node.id], style.of(TextRole.TAG)),)))
        return paragraphs, places

    def crossing(self, node: Node, rows: Sequence[Node]) -> list[Paragraph]:
        """Return the paragraphs of a card without a name of its own: who of a unit takes part in a project."""
        style = self.looks.text(node.type)
        return [self._row(Row(row, 0), Part.ROW, TextRole.POSITION, style) for row in rows]

    def _inside(
        self, node: Node, rows: Sequence[Row], style: TextStyles, paragraphs: list[Paragraph], places: dict[str, int]
    ) -> None:
        """Write heads, posts, people and duties, as far as the detail goes."""
        if node.kind is NodeKind.POSITION:
            paragraphs.extend(self._incumbents(node, style))
        for row in rows:
            if row.node.head:
                places[row.node.id] = len(paragraphs)
                paragraphs.append(self._row(row, Part.HEAD, TextRole.HEAD, style))
        if self.detail is Detail.HEADS:
            return
        if self.detail is Detail.DUTIES and node.duty:
            paragraphs.append(self._duty(node.duty, style, DUTY_LINES, 0))
        self._list(rows, style, paragraphs, places)

    def _name(self, node: Node, style: TextStyles, *, root: bool) -> Paragraph:
        role = TextRole.ROOT_NAME if root else TextRole.NAME
        return Paragraph(Part.NAME, (TextRun(node.name, style.of(role)),), max_lines=NAME_LINES)

    def _incumbents(self, node: Node, style: TextStyles) -> Iterator[Paragraph]:
        """Write who holds a position that has a box of its own."""
        runs = tuple(self._holders(node, style, TextRole.HEAD))
        if runs:
            yield Paragraph(Part.HEAD, _spaced(runs))

    def _list(
        self, rows: Sequence[Row], style: TextStyles, paragraphs: list[Paragraph], places: dict[str, int]
    ) -> None:
        members = [row.node for row in rows if row.node.kind is NodeKind.PERSON and not row.node.head]
        for row in rows:
            if row.node.head or row.node.kind is NodeKind.PERSON:
                continue
            places[row.node.id] = len(paragraphs)
            paragraphs.append(self._row(row, Part.ROW, TextRole.POSITION, style))
            if self.detail is Detail.DUTIES and row.node.duty:
                paragraphs.append(self._duty(row.node.duty, style, POSITION_DUTY_LINES, row.indent + 1))
        if members:
            for member in members:
                places[member.id] = len(paragraphs)
            names = self.words.joiner.join(member.name for member in members)
            paragraphs.append(Paragraph(Part.ROW, (TextRun(names, style.of(TextRole.MEMBER)),)))

    def _duty(self, duty: str, style: TextStyles, lines: int, indent: int) -> Paragraph:
        return Paragraph(Part.DUTY, (TextRun(duty, style.of(TextRole.DUTY)),), indent, lines)

    def _row(self, row: Row, part: Part, role: TextRole, style: TextStyles) -> Paragraph:
        node = row.node
        runs = [TextRun(node.name, style.of(role))]
        status = status_label(node, self.words)
        if status is not None:
            runs.append(TextRun(f"({status})", style.of(TextRole.TAG, role)))
        runs.extend(self._holders(node, style, role))
        cut = cut_label(node.cut, self.words) if node.cut else None
        if cut is not None:
            runs.append(TextRun(cut, style.of(TextRole.TAG, role)))
        return Paragraph(part, _spaced(runs), row.indent)

    def _holders(self, node: Node, style: TextStyles, role: TextRole) -> Iterator[TextRun]:
        """Yield seats, holders and vacancies, each a run without the space before it."""
        if node.seats is not None and node.seats > 1:
            yield TextRun(self.words.seats.format(n=node.seats), style.of(TextRole.HOLDER, role))
        if node.holders:
            yield TextRun(holders_label(node, self.words), style.of(TextRole.HOLDER, role))
        # Seats that nobody is said to hold are a size, not vacancies, unless the file says so.
        if (node.vacant or node.holders) and node.vacancies:
            text = self.words.vacant if node.vacancies == 1 else self.words.vacancies.format(n=node.vacancies)
            yield TextRun(f"{VACANCY_MARK} {text}", style.of(TextRole.VACANCY, role))


def _spaced(runs: Sequence[TextRun]) -> tuple[TextRun, ...]:
    """Put a space between the runs: at the end of each, for some viewers drop it at the beginning."""
    if len(runs) == 1:
        return (runs[0],)
    return (*(TextRun(run.text + SPACE, run.style) for run in runs[:-1]), runs[-1])


def tooltip(node: Node, rows: Sequence[Row], words: Vocabulary) -> str:
    """Return all that is known of a card's node, a line each: what the box may have no room for."""
    lines = [node.name + (f" ({words.statuses[node.status]})" if node.status is not Status.ACTIVE else "")]
    if node.holders:
        lines[0] += ": " + holders_label(node, words)
    if node.start or node.end:
        lines.append(f"{node.start or '…'} – {node.end or '…'}")
    if node.duty:
        lines.append(node.duty)
    lines.extend([_tooltip_row(row.node, words) for row in rows])
    cut = cut_label(node.cut, words) if node.cut else None
    lines.extend([cut] if cut else [])
    return "\n".join(lines)


def _tooltip_row(node: Node, words: Vocabulary) -> str:
    text = node.name
    if node.seats is not None and node.seats > 1:
        text += " " + words.seats.format(n=node.seats)
    if node.fte is not None:
        text += f" ({node.fte} FTE)"
    if node.holders:
        text += ": " + holders_label(node, words)
    if (node.vacant or node.holders) and node.vacancies:
        text += f" {VACANCY_MARK} {words.vacancies.format(n=node.vacancies)}"
    return f"{text} – {node.duty}" if node.duty else text
