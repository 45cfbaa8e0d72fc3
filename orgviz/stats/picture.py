"""Draw the numbers: the great ones in a row, and bars of people by unit and type and of spans of control."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgviz.output.drawing import Drawing, Group, Text
from orgviz.stats.bars import LEAST_PITCH, MOST_PITCH, BarChart, Frame, Inks, draw_bars, height_for
from orgviz.stats.charts import charts
from orgviz.stats.rows import Stats
from orgviz.stats.tables import full_time
from orgviz.stats.words import VACANCY_MARK, StatsWords, stats_words
from orgviz.style import colour
from orgviz.style.fonts import families
from orgviz.style.theme import LineRole, TextRole, Theme
from orgviz.style.values import TextRun, TextStyle
from orgviz.typography.wrap import wrap

# A slide: points. It grows downwards where there are more bars than it holds.
WIDTH, HEIGHT = 960.0, 540.0
_MARGIN = 40.0
_TITLE_SIZE, _NUMBER_SIZE, _HEADING_SIZE, _LABEL_SIZE = 22.0, 26.0, 13.0, 12.0
_GREAT_TOP, _CHARTS_TOP = 84.0, 158.0
_BETWEEN = 44.0
_LEFT_SHARE = 0.53
_BETWEEN_ROWS = 18.0


def draw_stats(stats: Stats, theme: Theme) -> Drawing:
    """Return the picture of an organisation's numbers in a theme that knows its types."""
    words = stats_words(stats.lang)
    inks = _inks(theme, stats.lang)
    title = stats.title or words.numbers
    columns = _columns(charts(stats, theme, words))
    height = max(HEIGHT, _CHARTS_TOP + _MARGIN + max((_least_height(column) for column in columns), default=0.0))
    groups = [_title(title, theme, stats.lang), *_great_numbers(stats, words, theme)]
    for column, (x, width) in zip(columns, _places(len(columns)), strict=True):
        groups.extend(_column(column, Frame(x, _CHARTS_TOP, width, height - _CHARTS_TOP - _MARGIN), inks))
    return Drawing(
        width=WIDTH,
        height=round(height, 2),
        background=theme.background,
        lang=stats.lang,
        fonts=families(stats.lang),
        groups=tuple(groups),
        title=title,
    )


def _inks(theme: Theme, lang: str) -> Inks:
    text = theme.text(TextRole.TITLE).color
    muted = theme.text(TextRole.LEGEND).color
    return Inks(
        heading=TextStyle(_HEADING_SIZE, text, bold=True),
        label=TextStyle(_LABEL_SIZE, text),
        value=TextStyle(_LABEL_SIZE, text, bold=True),
        aside=TextStyle(_LABEL_SIZE - 1, muted),
        axis=colour.legible(theme.line(LineRole.SOLID).color, theme.background, colour.VISIBLE),
        ground=theme.background,
        lang=lang,
    )


def _columns(found: Sequence[BarChart]) -> list[list[BarChart]]:
    """Put the first chart at the left, and all others one below the other at the right."""
    return [list(column) for column in (found[:1], found[1:]) if column]


def _places(count: int) -> list[tuple[float, float]]:
    """Return where columns begin, and how wide they are."""
    room = WIDTH - 2 * _MARGIN
    if count < 2:
        return [(_MARGIN, room)] * count
    left = (room - _BETWEEN) * _LEFT_SHARE
    return [(_MARGIN, left), (_MARGIN + left + _BETWEEN, room - _BETWEEN - left)]


def _least_height(column: Sequence[BarChart]) -> float:
    return sum(height_for(chart, LEAST_PITCH) for chart in column) + _BETWEEN_ROWS * (len(column) - 1)


def _column(column: Sequence[BarChart], frame: Frame, inks: Inks) -> Iterator[Group]:
    """Draw charts one below the other, their bars as far apart as there is room."""
    fixed = sum(height_for(chart, 0.0) for chart in column) + _BETWEEN_ROWS * (len(column) - 1)
    rows = sum(height_for(chart, 1.0) - height_for(chart, 0.0) for chart in column)
    pitch = min(MOST_PITCH, max(LEAST_PITCH, (frame.height - fixed) / rows))
    y = frame.y
    for chart in column:
        yield from draw_bars(chart, Frame(frame.x, y, frame.width, frame.height), pitch, inks)
        y += height_for(chart, pitch) + _BETWEEN_ROWS


def _title(title: str, theme: Theme, lang: str) -> Group:
    style = TextStyle(_TITLE_SIZE, theme.text(TextRole.TITLE).color, bold=True)
    width = WIDTH - 2 * _MARGIN
    lines = wrap(title, size=style.size, bold=True, width=width, max_lines=1, lang=lang)
    text = Text(_MARGIN, _MARGIN + _TITLE_SIZE * 0.75, "start", (TextRun(lines[0] if lines else "", style),), width)
    return Group("title", ("title",), (text,))


@dataclass(frozen=True, slots=True)
class _Great:
    """A number that stands large, and what it is."""

    number: str
    word: str


def _great_numbers(stats: Stats, words: StatsWords, theme: Theme) -> Iterator[Group]:
    """Yield the great numbers in a row, each above its word."""
    found = list(_numbers(stats, words))
    pitch = (WIDTH - 2 * _MARGIN) / len(found)
    number = TextStyle(_NUMBER_SIZE, theme.text(TextRole.TITLE).color, bold=True)
    word = TextStyle(_LABEL_SIZE, theme.text(TextRole.LEGEND).color)
    for place, great in enumerate(found):
        x = _MARGIN + place * pitch
        texts = (
            Text(x, _GREAT_TOP + _NUMBER_SIZE * 0.8, "start", (TextRun(great.number, number),), pitch - 8),
            Text(x, _GREAT_TOP + _NUMBER_SIZE * 0.8 + 18, "start", (TextRun(great.word, word),), pitch - 8),
        )
        yield Group(f"number{place + 1}", ("number",), texts)


def _numbers(stats: Stats, words: StatsWords) -> Iterator[_Great]:
    seats, span = stats.seats, stats.span
    pairs = (
        (f"{stats.people:,}", words.people, True),
        (f"{seats.posts:,}", words.posts, True),
        (f"{seats.vacant:,}", f"{VACANCY_MARK} {words.vacant}" if seats.vacant else words.vacant, True),
        (f"{seats.external:,}", words.external, seats.external > 0),
        (full_time(seats.filled_fte), words.fte, stats.part_time),
        (f"{stats.units:,}", words.units, stats.units > 0),
        (f"{stats.levels:,}", words.levels, True),
        (f"{span.median:g}", words.median, span.leaders > 0),
        (f"{span.widest:,}", words.widest, span.leaders > 0),
    )
    return (_Great(number, word) for number, word, wanted in pairs if wanted)
