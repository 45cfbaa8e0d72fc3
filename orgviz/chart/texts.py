"""Write what stands in a box: name, status, heads, positions with holders and vacancies, members, duties."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple, TypeAlias

from orgviz.chart.looks import Looks, TextStyles
from orgviz.chart.values import Detail, Paragraph, Part
from orgviz.labels import cut_label, holders_label, status_label
from orgviz.lean import dataclass
from orgviz.model import ACTIVE, PERSON_KIND, POSITION_KIND, Node
from orgviz.style.theme import TextRole
from orgviz.style.values import TextRun, TextStyle
from orgviz.vocabulary import Vocabulary

DUTY_LINES = 3
POSITION_DUTY_LINES = 2
NAME_LINES = 6
# An open circle before the word: a vacancy is told by mark and word, not by colour.
VACANCY_MARK = "○"
# Half an em: wide enough to part a title from its holder, and never collapsed by a viewer.
SPACE = "\u2002"


# What nearly every card is asked for: see `orgviz.model`.
_NAME_ROLE, _HEAD_ROLE, _POSITION_ROLE, _HOLDER_ROLE = TextRole.NAME, TextRole.HEAD, TextRole.POSITION, TextRole.HOLDER
_NAME_PART, _HEAD_PART, _ROW_PART = Part.NAME, Part.HEAD, Part.ROW
_NAMES, _HEADS, _DUTIES = Detail.NAMES, Detail.HEADS, Detail.DUTIES

# What a run says, without the space between it and the next, and in which style.
_Said: TypeAlias = list[tuple[str, TextStyle]]


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
        run, paragraph: what makes runs and paragraphs.
    """

    looks: Looks
    words: Vocabulary
    detail: Detail
    counts: Mapping[str, str] = field(default_factory=dict)
    run: Callable[[str, TextStyle], TextRun] = TextRun
    paragraph: Callable[..., Paragraph] = Paragraph

    def card(self, node: Node, rows: Sequence[Row], *, root: bool) -> tuple[list[Paragraph], dict[str, int]]:
        """Return the paragraphs of a card, and for each row's node the paragraph that names it."""
        style = self.looks.text(node.type, root=root)
        paragraphs = [self._name(node, style, root=root)]
        places: dict[str, int] = {}
        status = status_label(node, self.words)
        if status is not None:
            paragraphs.append(self._one(Part.TAG, status, style.of(TextRole.TAG)))
        if self.detail is not _NAMES:
            self._inside(node, rows, style, paragraphs, places)
        cut = cut_label(node.cut, self.words) if node.cut else None
        if cut is not None:
            paragraphs.append(self._one(Part.CUT, cut, style.of(TextRole.TAG)))
        if node.id in self.counts:
            paragraphs.append(self._one(Part.COUNT, self.counts[node.id], style.of(TextRole.TAG)))
        return paragraphs, places

    def crossing(self, node: Node, rows: Sequence[Node]) -> list[Paragraph]:
        """Return the paragraphs of a card without a name of its own: who of a unit takes part in a project."""
        style = self.looks.text(node.type)
        return [self._row(Row(row, 0), _ROW_PART, _POSITION_ROLE, style) for row in rows]

    def _inside(
        self, node: Node, rows: Sequence[Row], style: TextStyles, paragraphs: list[Paragraph], places: dict[str, int]
    ) -> None:
        """Write heads, posts, people and duties, as far as the detail goes."""
        incumbents = self._holders(node, style, _HEAD_ROLE) if node.kind is POSITION_KIND else None
        if incumbents:
            paragraphs.append(self.paragraph(_HEAD_PART, self._spaced(incumbents)))
        others: list[Row] = []
        for row in rows:
            if row.node.head:
                places[row.node.id] = len(paragraphs)
                paragraphs.append(self._row(row, _HEAD_PART, _HEAD_ROLE, style))
            else:
                others.append(row)
        if self.detail is _HEADS:
            return
        if self.detail is _DUTIES and node.duty:
            paragraphs.append(self._duty(node.duty, style, DUTY_LINES, 0))
        if others:
            self._list(others, style, paragraphs, places)

    def _name(self, node: Node, style: TextStyles, *, root: bool) -> Paragraph:
        role = TextRole.ROOT_NAME if root else _NAME_ROLE
        return self._one(_NAME_PART, node.name, style.of(role), 0, NAME_LINES)

    def _one(self, part: Part, text: str, style: TextStyle, indent: int = 0, max_lines: int | None = None) -> Paragraph:
        """Return a paragraph in one style."""
        return self.paragraph(part, (self.run(text, style),), indent, max_lines)

    def _list(
        self, rows: Sequence[Row], style: TextStyles, paragraphs: list[Paragraph], places: dict[str, int]
    ) -> None:
        """Write posts and people who lead nothing."""
        members = [row.node for row in rows if row.node.kind is PERSON_KIND]
        for row in rows:
            if row.node.kind is PERSON_KIND:
                continue
            places[row.node.id] = len(paragraphs)
            paragraphs.append(self._row(row, _ROW_PART, _POSITION_ROLE, style))
            if self.detail is _DUTIES and row.node.duty:
                paragraphs.append(self._duty(row.node.duty, style, POSITION_DUTY_LINES, row.indent + 1))
        if members:
            for member in members:
                places[member.id] = len(paragraphs)
            names = self.words.joiner.join(member.name for member in members)
            paragraphs.append(self._one(_ROW_PART, names, style.of(TextRole.MEMBER)))

    def _duty(self, duty: str, style: TextStyles, lines: int, indent: int) -> Paragraph:
        return self._one(Part.DUTY, duty, style.of(TextRole.DUTY), indent, lines)

    def _row(self, row: Row, part: Part, role: TextRole, style: TextStyles) -> Paragraph:
        node = row.node
        said = [(node.name, style.of(role))]
        status = status_label(node, self.words)
        if status is not None:
            said.append((f"({status})", style.of(TextRole.TAG, role)))
        said += self._holders(node, style, role)
        cut = cut_label(node.cut, self.words) if node.cut else None
        if cut is not None:
            said.append((cut, style.of(TextRole.TAG, role)))
        return self.paragraph(part, self._spaced(said), row.indent)

    def _holders(self, node: Node, style: TextStyles, role: TextRole) -> _Said:
        """Return what is said of seats, holders and vacancies."""
        said: _Said = []
        if node.seats is not None and node.seats > 1:
            said.append((self.words.seats.format(n=node.seats), style.of(_HOLDER_ROLE, role)))
        if node.holders:
            said.append((holders_label(node, self.words), style.of(_HOLDER_ROLE, role)))
        vacancies = node.told_vacancies
        if vacancies:
            text = self.words.vacant if vacancies == 1 else self.words.vacancies.format(n=vacancies)
            said.append((f"{VACANCY_MARK} {text}", style.of(TextRole.VACANCY, role)))
        return said

    def _spaced(self, said: _Said) -> tuple[TextRun, ...]:
        """Put a space between what is said: at the end of each run, for some viewers drop it at the beginning."""
        *before, (text, style) = said
        return (*[self.run(text + SPACE, style) for text, style in before], self.run(text, style))


def tooltip(node: Node, rows: Sequence[Row], words: Vocabulary) -> str:
    """Return all that is known of a card's node, a line each: what the box may have no room for."""
    lines = [node.name + (f" ({words.statuses[node.status]})" if node.status is not ACTIVE else "")]
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
    if node.told_vacancies:
        text += f" {VACANCY_MARK} {words.vacancies.format(n=node.told_vacancies)}"
    return f"{text} – {node.duty}" if node.duty else text
