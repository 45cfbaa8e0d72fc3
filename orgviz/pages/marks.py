"""Write marks on the boxes of a sheet: where what is below goes on, where it comes from, where links lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from orgviz.chart.values import Card, Chart, Paragraph, Part
from orgviz.model import Node, Org
from orgviz.pages.words import page_words
from orgviz.style.theme import TextRole, Theme
from orgviz.style.values import TextRun, TextStyle

DOWN, UP = "→", "↑"
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
class Note:
    """What a box tells of a link to another page.

    Args:
        text: with a zero character where the number of the page stands.
        other: the id of the node there; ``None`` where several are told at once.
    """

    text: str
    other: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """What is to be marked on a sheet; boxes by the ids of their nodes.

    Args:
        down: the boxes that go on elsewhere, with who leads them.
        ups: those that stand above others and have their own page elsewhere.
        tops: those at home here that stand below another box; it may be on another sheet.
        spread, turn, turns: as of the sheet.
        notes: what boxes tell of links to other pages.
    """

    down: Mapping[str, str]
    ups: tuple[str, ...]
    tops: tuple[str, ...]
    spread: str | None
    turn: int
    turns: int
    notes: Mapping[str, tuple[Note, ...]]


@dataclass(frozen=True, slots=True)
class MarkedChart:
    """A sheet's chart, with marks whose numbers are not known yet."""

    chart: Chart
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Marker:
    """Writes the marks of a sheet.

    Args:
        theme: already knows the organisation's types.
        org: what stands on the sheet.
        digits: of the highest number of a page, about.
    """

    theme: Theme
    org: Org
    digits: int
    words: Mapping[str, str] = field(default_factory=dict)
    nodes: Mapping[str, Node] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = page_words(self.org.lang)
        self.nodes = {node.id: node for node in self.org.nodes}

    def marked(self, chart: Chart, marking: Marking) -> MarkedChart:
        """Return the chart of a sheet with its marks."""
        marks: list[Mark] = []
        cards = []
        for place, plain in enumerate(chart.cards):
            card = self._named(plain, marking)
            added = list(self._paragraphs(card, marking))
            first = len(card.paragraphs)
            marks += [Mark(place, first + at, target) for at, (_, target) in enumerate(added) if target is not None]
            paragraphs = (*card.paragraphs, *(paragraph for paragraph, _ in added))
            cards.append(replace(card, paragraphs=paragraphs) if added else card)
        return MarkedChart(replace(chart, cards=tuple(cards)), tuple(marks))

    def _named(self, card: Card, marking: Marking) -> Card:
        """Return a card with what a stand-in says: who leads it, how much is below; and which of several it is."""
        is_spread, leaders = card.node == marking.spread, marking.down.get(card.node)
        if not is_spread and leaders is None:
            return card
        paragraphs = list(card.paragraphs)
        if is_spread:
            paragraphs[0] = _longer(paragraphs[0], f" ({marking.turn}/{marking.turns})")
        if leaders is not None:
            size = self._style(card).size
            paragraphs = [
                _at_least(paragraph, size) if paragraph.part is Part.CUT else paragraph for paragraph in paragraphs
            ]
        if leaders:
            style = self.theme.text(TextRole.HEAD, self.nodes[card.node].type, root=card.parent is None)
            paragraphs.insert(1, Paragraph(Part.HEAD, (TextRun(leaders, style),)))
        return replace(card, paragraphs=tuple(paragraphs))

    def _paragraphs(self, card: Card, marking: Marking) -> Iterator[tuple[Paragraph, Target | None]]:
        style, id, number = self._style(card), card.node, UNKNOWN[: self.digits]
        strong = replace(style, bold=True)
        if id in marking.down:
            yield _paragraph(f"{DOWN} {self.words['see'].format(n=number)}", strong), Target(id)
        elif id in marking.ups:
            yield _paragraph(f"{UP} {self.words['page'].format(n=number)}", strong), Target(id)
        elif card.parent is None and id in marking.tops:
            yield _paragraph(f"{UP} {self.words['page'].format(n=number)}", strong), Target(id, above=True)
        if id == marking.spread and marking.turn < marking.turns:
            yield _paragraph(f"{DOWN} {self.words['see'].format(n=number)}", strong), Target(id, turn=marking.turn + 1)
        for note in marking.notes.get(id, ()):
            target = None if note.other is None else Target(note.other)
            yield _paragraph(note.text.replace("\0", number), style), target

    def _style(self, card: Card) -> TextStyle:
        """Return the style of marks: as large as posts, for the smallest letters say what fits on a page."""
        type, root = self.nodes[card.node].type, card.parent is None
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
