"""Draw a chart of a difference: what changed in its colour and with its mark, all else quiet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from orgviz.chart.change_words import change_words
from orgviz.chart.marks import COLORS, GLYPHS, Mark, MarkKind, Marks
from orgviz.chart.texts import SPACE, Row
from orgviz.chart.values import Card, End, LegendItem, Link, Paragraph, Part, Sample, TraceKind
from orgviz.model import NodeKind
from orgviz.style import colour
from orgviz.style.theme import TextRole, Theme
from orgviz.style.values import BoxStyle, LineStyle, TextRun, TextStyle

_STRONG, _FAINT = 1.5, 0.75  # widths of borders, points
_DASH, _DOTS = (4.0, 3.0), (2.0, 2.5)
# How far quiet things are from the page towards its text.
_QUIET_TEXT, _QUIET_LINE, _INNER_LINE = 0.62, 0.25, 0.5


class Marker:
    """Marks cards, links and the legend of one chart.

    Args:
        theme: whose palette and page give the colours; its lines are made quiet.
        marks: what happened.
        lang: of the words in the legend.
    """

    def __init__(self, theme: Theme, marks: Marks, lang: str, joiner: str):
        self.theme = _quiet(theme)
        self.marks = marks
        self.words = change_words(lang)
        self.joiner = joiner
        self.used: set[MarkKind] = set()

    def card(self, card: Card, rows: Sequence[Row], places: Mapping[str, int]) -> tuple[Card, dict[str, int]]:
        """Return a card in the colours of what happened, and the new numbers of the rows' paragraphs."""
        mark = self.marks.nodes.get(card.node)
        inner = [kind for row in rows if (own := self.marks.nodes.get(row.node.id)) for kind in own.kinds]
        self.used.update(mark.kinds if mark else (), inner)
        style = self._box(mark.kinds[0] if mark else None, inner, card.style.edge_width)
        paragraphs = self._repainted(card.paragraphs, mark, inner, style.fill)
        self._mark_rows(paragraphs, rows, places, style.fill)
        shift = len(paragraphs)
        if mark is not None:
            paragraphs = self._mark_name(paragraphs, mark, style.fill)
        shift = len(paragraphs) - shift
        marked = replace(
            card,
            classes=(*card.classes, *self._classes(mark, inner)),
            style=style,
            paragraphs=tuple(paragraphs),
            tooltip="\n".join((card.tooltip, *self._notes(card.node, rows))),
        )
        return marked, {node: at + shift for node, at in places.items()}

    def _classes(self, mark: Mark | None, inner: Sequence[MarkKind]) -> Iterator[str]:
        """Yield classes for style sheets: what happened to the box, what in it, or that nothing did."""
        yield from (f"diff-{kind}" for kind in (mark.kinds if mark else ()))
        yield from dict.fromkeys(f"diff-inside-{kind}" for kind in inner)
        if mark is None and not inner:
            yield "diff-same"

    def _notes(self, node: str, rows: Sequence[Row]) -> Iterator[str]:
        for id in (node, *(row.node.id for row in rows)):
            mark = self.marks.nodes.get(id)
            yield from mark.notes if mark else ()

    def _box(self, kind: MarkKind | None, inner: Sequence[MarkKind], edge_width: float) -> BoxStyle:
        page = self.theme.page
        if kind is None:
            line = colour.mix(page.background, page.text, _INNER_LINE if inner else _QUIET_LINE)
            edge = self._swatch_edge(inner[0]) if inner else line
            return BoxStyle(page.background, line, _FAINT, (), edge, edge_width)
        return self._kind_box(kind, edge_width)

    def _kind_box(self, kind: MarkKind, edge_width: float) -> BoxStyle:
        swatch = self.theme.swatch(COLORS[kind])
        if kind is MarkKind.GHOST:
            border = colour.legible(swatch.edge, self.theme.background, colour.VISIBLE)
            return BoxStyle(self.theme.background, border, _FAINT, _DOTS, None, edge_width)
        border = colour.legible(swatch.edge, swatch.fill, colour.VISIBLE)
        dash = _DASH if kind is MarkKind.REMOVED else ()
        return BoxStyle(swatch.fill, border, _STRONG, dash, border, edge_width)

    def _swatch_edge(self, kind: MarkKind) -> str:
        return colour.legible(self.theme.swatch(COLORS[kind]).edge, self.theme.background, colour.VISIBLE)

    def _ink(self, kind: MarkKind, fill: str) -> str:
        return colour.legible(self.theme.swatch(COLORS[kind]).edge, fill)

    def _repainted(
        self, paragraphs: Iterable[Paragraph], mark: Mark | None, inner: Sequence[MarkKind], fill: str
    ) -> list[Paragraph]:
        """Return the paragraphs in one quiet colour, or the text's own in a box that bears or holds a mark."""
        page = self.theme.page
        quiet = colour.legible(colour.mix(page.background, page.text, _QUIET_TEXT), fill)
        plain = colour.legible(page.text, fill) if mark or inner else quiet
        if mark is not None and mark.kinds[0] in (MarkKind.REMOVED, MarkKind.GHOST):
            plain = quiet
        return [
            _painted(paragraph, plain if paragraph.part in (Part.NAME, Part.HEAD, Part.ROW) else quiet)
            for paragraph in paragraphs
        ]

    def _mark_name(self, paragraphs: list[Paragraph], mark: Mark, fill: str) -> list[Paragraph]:
        """Mark the box's own name, and write old values under it."""
        kind = mark.kinds[0]
        ink = self._ink(kind, fill)
        name = paragraphs[0]
        runs = [replace(run, style=replace(run.style, color=ink)) for run in name.runs]
        if kind is MarkKind.REMOVED:
            runs = [_struck(run) for run in runs]
        elif kind is MarkKind.GHOST:
            runs = [replace(run, style=replace(run.style, bold=False, italic=True)) for run in runs]
        glyph = TextRun(_glyphs(mark) + SPACE, replace(runs[0].style, strike=False))
        small = TextStyle(self.theme.text(TextRole.TAG).size, ink)
        facts = ((mark.was or "", ""), *mark.facts, (self.joiner.join(mark.left), ""))
        below = [Paragraph(Part.TAG, tuple(_exchanged(*fact, small))) for fact in facts if any(fact)]
        return [replace(name, runs=(glyph, *runs)), *below, *paragraphs[1:]]

    def _mark_rows(
        self, paragraphs: list[Paragraph], rows: Sequence[Row], places: Mapping[str, int], fill: str
    ) -> None:
        """Mark the posts and people in a box: each is a line, but members are names in one."""
        members = [row.node for row in rows if row.node.kind is NodeKind.PERSON and not row.node.head]
        if any(member.id in self.marks.nodes and member.id in places for member in members):
            at = places[members[0].id]
            style = paragraphs[at].runs[0].style
            runs: list[TextRun] = []
            for number, member in enumerate(members):
                comma = [TextRun(self.joiner, style)] if number else []
                named = [TextRun(member.name, style)]
                runs += [*comma, *self._marked_runs(named, self.marks.nodes.get(member.id), fill)]
            paragraphs[at] = replace(paragraphs[at], runs=tuple(runs))
        for row in rows:
            mark = self.marks.nodes.get(row.node.id)
            if mark is None or row.node.id not in places or row.node in members:
                continue
            at = places[row.node.id]
            paragraphs[at] = replace(paragraphs[at], runs=tuple(self._marked_runs(paragraphs[at].runs, mark, fill)))

    def _marked_runs(self, runs: Sequence[TextRun], mark: Mark | None, fill: str) -> Iterator[TextRun]:
        """Yield a line's runs with the mark before them, and behind the name and the line what was there before."""
        if mark is None:
            yield from runs
            return
        kind = mark.kinds[0]
        ink = self._ink(kind, fill)
        style = replace(runs[0].style, color=ink)
        gap = TextRun(SPACE, style)
        yield TextRun(_glyphs(mark) + SPACE, style)
        for number, run in enumerate(runs):
            text = run.text.rstrip(SPACE)
            own = replace(run.style, color=ink, strike=kind is MarkKind.REMOVED, italic=kind is MarkKind.GHOST)
            yield TextRun(text, own)
            if number == 0 and mark.was:
                yield gap
                yield _struck(TextRun(mark.was, style))
            if number < len(runs) - 1:
                yield gap
        for fact in (*mark.facts, (self.joiner.join(mark.left), "")):
            if any(fact):
                yield gap
                yield from _exchanged(*fact, style)

    def link(self, link: Link, number: int) -> Link:
        """Return a link in the colour of what happened to it, or a quiet one."""
        kind = self.marks.edges.get(number)
        if kind is None:
            return replace(link, classes=("diff-same",))
        self.used.add(kind)
        ink = self._ink(kind, self.theme.background)
        style = replace(self.theme.text(TextRole.LINK_LABEL), color=ink, strike=kind is MarkKind.REMOVED)
        words = link.label.text if link.label else ""
        return replace(
            link,
            style=replace(link.style, color=ink, width=max(link.style.width, _STRONG)),
            label=TextRun(f"{GLYPHS[kind]} {words}".strip(), style),
            classes=(f"diff-{kind}",),
        )

    def traces(self, home: Mapping[str, int], places: Mapping[str, int], first: int) -> Iterator[Link]:
        """Yield the quiet lines from old places to new ones, numbered from `first` on; none within one box."""
        number = first
        for ghost, node in self.marks.traces:
            if ghost in home and node in home and home[ghost] != home[node]:
                ends = End(home[ghost], places.get(ghost)), End(home[node], places.get(node))
                yield Link(
                    id=f"link{number}", source=ends[0], target=ends[1], kind=TraceKind.MOVED, style=self._trace()
                )
                number += 1

    def _trace(self) -> LineStyle:
        return LineStyle(self._swatch_edge(MarkKind.GHOST), _FAINT, _DOTS, arrow=True)

    def legend(self) -> Iterator[LegendItem]:
        """Yield a sample and a word for each kind of mark on the chart; asked after all cards and links are made."""
        text = self.theme.text(TextRole.LEGEND)
        width = self.theme.boxes.edge_width
        for kind in MarkKind:
            if kind in self.used:
                word = self.words[kind.value]
                sample: Sample = self._kind_box(kind, width)
                yield LegendItem(TextRun(f"{GLYPHS[kind]} {word[:1].upper()}{word[1:]}", text), sample)

    def summary(self) -> TextRun:
        """Return the line that counts the changes."""
        counted = [
            self.words["counted"].format(n=number, word=self.words[key])
            for key, number in (
                *((kind.value, self.marks.counts.get(kind, 0)) for kind in MarkKind),
                ("links", self.marks.links),
            )
            if number
        ]
        style = self.theme.text(TextRole.LEGEND)
        return TextRun(" · ".join(counted) or self.words["none"], style)


def _quiet(theme: Theme) -> Theme:
    """Return the theme with lines that say by their dashes alone what they are: colours tell what changed."""
    grey = colour.mix(theme.page.background, theme.page.text, _INNER_LINE)
    return replace(theme, lines={role: replace(style, color=grey) for role, style in theme.lines.items()})


def _painted(paragraph: Paragraph, color: str) -> Paragraph:
    runs = tuple(replace(run, style=replace(run.style, color=color)) for run in paragraph.runs)
    return replace(paragraph, runs=runs)


def _exchanged(old: str, new: str, style: TextStyle) -> Iterator[TextRun]:
    """Yield an old value struck through, and the new one behind it."""
    if old:
        yield _struck(TextRun(old, style))
    if new:
        yield TextRun(f"{SPACE}{new}" if old else new, style)


def _struck(run: TextRun) -> TextRun:
    return replace(run, style=replace(run.style, strike=True))


def _glyphs(mark: Mark) -> str:
    return "".join(dict.fromkeys(GLYPHS[kind] for kind in mark.kinds))
