"""A paragraph of a card, with what is asked of it again for each width that is tried."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from typing import NamedTuple

from orgviz.chart.values import Paragraph
from orgviz.layout.line_cuts import Cut, cut_in_lines, cut_runs, runs_of_slices
from orgviz.lean import dataclass
from orgviz.style.values import TextRun
from orgviz.typography.measure import EM, text_width
from orgviz.typography.plain import INFINITY, PlainText, balanced, filled, is_plain, plain_text, slices
from orgviz.typography.wrap import (
    LONGEST_UNBREAKABLE,
    Slice,
    breaks_han,
    line_count,
    line_slices,
    unbreakable_width,
    units_within,
    with_plain_spaces,
    wrap,
)

# White space that setting in lines changes even where there is room.
_BROKEN = re.compile(r"\s\s|[\t\n\r]|^\s|\s$")
_DIGIT = re.compile("[0-9]")


class Lines(NamedTuple):
    """The lines of a paragraph, and of each that looks like it.

    Args:
        slices: which parts of the plain text they are.
        cuts: of which parts of the runs they are, where the former cannot be told.
    """

    slices: Sequence[Slice] | None = None
    cuts: Sequence[tuple[Cut, ...]] | None = None

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.slices or self.cuts or " ")

    @property
    def are_common(self) -> bool:
        """Whether all paragraphs that look alike have them: not where a digit of one would get into another."""
        return self.cuts is None or not any(_DIGIT.search(cut.added) for line in self.cuts for cut in line)

    def of(self, paragraph: Paragraph) -> Sequence[tuple[TextRun, ...]]:
        """Return what is written in each line of a paragraph."""
        runs = paragraph.runs
        if self.slices is not None:
            return runs_of_slices(runs, with_plain_spaces(paragraph.text), self.slices)
        if self.cuts is not None:
            return [cut_runs(runs, line) for line in self.cuts]
        return [tuple([run for run in runs if run.text])]


WHOLE = Lines()
"""A single line with all of the text."""


@dataclass(slots=True)
class Text:
    """A paragraph, measured.

    Args:
        plain: its text as it is drawn in lines, as long as it is.
        size: of the font, in points.
        bold: whether it is set in bold.
        lang: BCP 47: decides where lines may break.
        whole: its width in one line, in points; infinite where it must be broken all the same.
    """

    paragraph: Paragraph
    plain: str
    size: float
    bold: bool
    lang: str
    whole: float
    _is_plain: bool
    _cut: PlainText | None = field(default=None, init=False, repr=False, compare=False)
    _limit: int = field(default=-1, init=False, repr=False, compare=False)
    _lines: Lines = field(default=WHOLE, init=False, repr=False, compare=False)

    @staticmethod
    def of(paragraph: Paragraph, lang: str) -> Text:
        """Return a paragraph, measured."""
        style, text = paragraph.runs[0].style, paragraph.text
        plain = with_plain_spaces(text)
        is_simple = is_plain(plain)
        is_broken = not is_simple and _BROKEN.search(text)
        whole = INFINITY if is_broken else text_width(text, style.size, style.bold)
        return Text(paragraph, plain, style.size, style.bold, lang, whole, is_simple)

    @property
    def unbreakable(self) -> float:
        """The width in points of its widest part that should not be cut, but for very long ones."""
        cut = self.cut() if breaks_han(self.lang) else None
        if cut is None:
            return unbreakable_width(self.plain, self.size, self.bold)
        return min(cut.widest, LONGEST_UNBREAKABLE) * self.size / EM

    def count(self, room: float) -> int:
        """Return how many lines it takes in a room of so many points."""
        if self.whole <= room:
            return 1
        limit = units_within(room, self.size)
        if limit == self._limit:
            return self._lines.number
        cut, most = self.cut(), self.paragraph.max_lines
        if cut is not None and cut.widest <= limit:
            lines = len(filled(cut, limit))
            if most is None or lines <= most:
                return lines
        return line_count(self.plain, size=self.size, bold=self.bold, width=room, max_lines=most, lang=self.lang)

    def settle(self, room: float) -> int:
        """Return what `count` does, and keep the lines: for the only width that is tried."""
        if self.whole > room:
            self._break(room)
        return self.count(room)

    def lines(self, room: float) -> Lines:
        """Return its lines in a room of so many points."""
        if self.whole <= room:
            return WHOLE
        self._break(room)
        return self._lines

    def _break(self, room: float) -> None:
        limit = units_within(room, self.size)
        if limit != self._limit:
            slices = self._sliced(room, limit)
            self._lines = Lines(cuts=self._cuts(room)) if slices is None else Lines(slices)
            self._limit, self._cut = limit, None

    def _sliced(self, room: float, limit: int) -> Sequence[Slice] | None:
        """Return its lines as parts of its plain text, where they can be told so."""
        cut, most = self.cut(), self.paragraph.max_lines
        if cut is not None and cut.widest <= limit:
            latest = filled(cut, limit)
            if most is None or len(latest) <= most:
                return slices(cut, balanced(cut, limit, latest))
        told = line_slices(self.plain, size=self.size, bold=self.bold, width=room, max_lines=most, lang=self.lang)
        return None if told is None or any(start == end for start, end, _ in told[1]) else told[1]

    def _cuts(self, room: float) -> Sequence[tuple[Cut, ...]]:
        text, most = self.paragraph.text, self.paragraph.max_lines
        lines = wrap(text, size=self.size, bold=self.bold, width=room, max_lines=most, lang=self.lang)
        return cut_in_lines(self.paragraph.runs, lines)

    def cut(self) -> PlainText | None:
        """Return it cut into pieces, where it is plain."""
        if self._cut is None and self._is_plain:
            self._cut = plain_text(self.plain, self.bold, han_breaks=breaks_han(self.lang))
            self._is_plain = self._cut is not None
        return self._cut
