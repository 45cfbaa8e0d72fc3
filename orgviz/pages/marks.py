"""Write marks on the boxes of a sheet: where what is below goes on, where it comes from, where links lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from orgviz.chart.values import Card, Chart, Detail, Paragraph, Part
from orgviz.labels import holders_label
from orgviz.model import Edge, EdgeKind, Node, NodeKind
from orgviz.pages.parts import Parts
from orgviz.pages.values import Sheet
from orgviz.pages.words import page_words
from orgviz.style.theme import TextRole, Theme
from orgviz.style.values import TextRun, TextStyle
from orgviz.vocabulary import vocabulary

DOWN, UP, OUT, IN = "→", "↑", "↗", "↙"
# Links to other pages that one box tells, at most.
MOST_NOTES = 4
# Letters of a name in such a note, at most.
LONGEST_NAME = 40
# Stands for numbers of pages until they are known; as wide as the widest.
UNKNOWN = "8888"


@dataclass(frozen=True, slots=True)
class Target:
    """The page that a mark leads to.

    Args:
        node: the id of a node.
        above: whether it is the page on which the node stands for what is below it; else it is the node's own.
        turn: of a node that takes several pages, which of them.
    """

    node: str
    above: bool = False
    turn: int = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph of a card that names a page; `card` and `paragraph` are indices."""

    card: int
    paragraph: int
    target: Target


@dataclass(frozen=True, slots=True)
class MarkedChart:
    """A sheet's chart, with marks whose numbers are not known yet.

    Args:
        digits: how many digits stand for each number.
    """

    chart: Chart
    marks: tuple[Mark, ...]
    digits: int


@dataclass(slots=True)
class Marker:
    """Writes the marks of one organisation's sheets.

    Args:
        theme: already knows the organisation's types.
        digits: of the highest number of a page, about.
    """

    parts: Parts
    theme: Theme
    detail: Detail
    lang: str
    digits: int
    words: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = page_words(self.lang)

    def marked(self, chart: Chart, sheet: Sheet) -> MarkedChart:
        """Return the chart of a sheet with its marks."""
        marks: list[Mark] = []
        cards = list(chart.cards)
        numbers = {self.parts.home[card.node]: place for place, card in enumerate(cards)}
        notes = self._notes(sheet)
        for box, place in numbers.items():
            cards[place] = self._named(cards[place], box, sheet)
            for paragraph, target in self._paragraphs(cards[place], box, sheet, notes.get(box, ())):
                if target is not None:
                    marks.append(Mark(place, len(cards[place].paragraphs), target))
                cards[place] = replace(cards[place], paragraphs=(*cards[place].paragraphs, paragraph))
        return MarkedChart(replace(chart, cards=tuple(cards)), tuple(marks), self.digits)

    def _named(self, card: Card, box: int, sheet: Sheet) -> Card:
        """Return a card with what a stand-in says: who leads it, how much is below; and which of several it is."""
        paragraphs = list(card.paragraphs)
        size = self._style(card, box).size
        if box == sheet.spread:
            paragraphs[0] = _longer(paragraphs[0], f" ({sheet.turn}/{sheet.turns})")
        if box in sheet.down:
            paragraphs = [
                _at_least(paragraph, size) if paragraph.part is Part.CUT else paragraph for paragraph in paragraphs
            ]
            leaders = self._leaders(box) if self.detail is not Detail.NAMES else ""
            if leaders:
                style = self.theme.text(TextRole.HEAD, self._node(box).type, root=card.parent is None)
                paragraphs.insert(1, Paragraph(Part.HEAD, (TextRun(leaders, style),)))
        return replace(card, paragraphs=tuple(paragraphs))

    def _paragraphs(
        self, card: Card, box: int, sheet: Sheet, notes: Sequence[tuple[str, str | None]]
    ) -> Iterator[tuple[Paragraph, Target | None]]:
        style = self._style(card, box)
        number = UNKNOWN[: self.digits]
        id, strong = self.parts.tree.ids[box], replace(style, bold=True)
        if box in sheet.down:
            yield _paragraph(f"{DOWN} {self.words['see'].format(n=number)}", strong), Target(id)
        elif box in sheet.ups:
            yield _paragraph(f"{UP} {self.words['page'].format(n=number)}", strong), Target(id)
        elif card.parent is None and self.parts.tree.parents[box] is not None:
            yield _paragraph(f"{UP} {self.words['page'].format(n=number)}", strong), Target(id, above=True)
        if box == sheet.spread and sheet.turn < sheet.turns:
            yield _paragraph(f"{DOWN} {self.words['see'].format(n=number)}", strong), Target(id, turn=sheet.turn + 1)
        for text, other in notes:
            yield _paragraph(text.replace("\0", number), style), None if other is None else Target(other)

    def _notes(self, sheet: Sheet) -> dict[int, list[tuple[str, str | None]]]:
        """Return for each box what it tells of links to other pages, with the node at their other end."""
        found: dict[int, dict[str, str | None]] = {}
        for box, edge, begins in self.parts.leaving(sheet):
            other = edge.target if begins else edge.source
            found.setdefault(box, {}).setdefault(self._note(box, edge, begins=begins), other)
        notes: dict[int, list[tuple[str, str | None]]] = {}
        for box, all_notes in found.items():
            notes[box] = list(all_notes.items())[:MOST_NOTES]
            if len(all_notes) > MOST_NOTES:
                notes[box].append((f"… +{len(all_notes) - MOST_NOTES}", None))
        return notes

    def _note(self, box: int, edge: Edge, *, begins: bool) -> str:
        own, other = (edge.source, edge.target) if begins else (edge.target, edge.source)
        said = _short(edge.label or vocabulary(self.lang).edges[edge.kind])
        if own != self.parts.tree.ids[box]:
            said = f"{_short(self.parts.nodes[own].name)} · {said}"
        arrow = OUT if begins or edge.kind is EdgeKind.COLLABORATES else IN
        # User text holds no control characters: this one stands for the number.
        return f"{said} {arrow} {_short(self.parts.nodes[other].name)} {self.words['see'].format(n=chr(0))}"

    def _leaders(self, box: int) -> str:
        words = vocabulary(self.lang)
        heads = [self.parts.nodes[id] for id in self.parts.tree.heads[box]]
        names = [head.name if head.kind is NodeKind.PERSON else holders_label(head, words) for head in heads]
        return words.joiner.join(name for name in names if name)

    def _node(self, box: int) -> Node:
        return self.parts.nodes[self.parts.tree.ids[box]]

    def _style(self, card: Card, box: int) -> TextStyle:
        """Return the style of marks: as large as posts, for the smallest letters say what fits on a page."""
        type, root = self._node(box).type, card.parent is None
        style = self.theme.text(TextRole.TAG, type, root=root)
        return replace(style, size=self.theme.text(TextRole.POSITION, type, root=root).size)


def _paragraph(text: str, style: TextStyle) -> Paragraph:
    return Paragraph(Part.PAGE, (TextRun(text, style),))


def _longer(paragraph: Paragraph, text: str) -> Paragraph:
    return replace(
        paragraph, runs=(*paragraph.runs[:-1], replace(paragraph.runs[-1], text=paragraph.runs[-1].text + text))
    )


def _at_least(paragraph: Paragraph, size: float) -> Paragraph:
    return replace(
        paragraph,
        runs=tuple(replace(run, style=replace(run.style, size=max(size, run.style.size))) for run in paragraph.runs),
    )


def _short(text: str) -> str:
    """Return a name as a note has room for it."""
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"
