"""The text of a box or a line of text, as a DrawingML text body that breaks where the layout broke it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from orgviz.chart.values import Card, Part
from orgviz.layout.card_flow import COMFORTABLE
from orgviz.layout.cards import ASCENT, SetLine
from orgviz.layout.scene import PlacedCard
from orgviz.slides.fonts import Fonts
from orgviz.slides.markup import escape
from orgviz.slides.paint import Paint
from orgviz.slides.units import SMALLEST_TEXT, emu
from orgviz.style.values import TextRun

_LISTED = (Part.ROW, Part.DUTY)
_LEAST_LEADING = 1.0


@dataclass(frozen=True, slots=True)
class Writer:
    """How runs of text are written."""

    paint: Paint
    fonts: Fonts
    lang: str

    @property
    def scale(self) -> float:
        """Of the page."""
        return self.paint.scale

    def run(self, run: TextRun) -> str:
        """Return a run of text in its style."""
        return f"<a:r>{self._look(run)}<a:t>{escape(run.text)}</a:t></a:r>" if run.text else ""

    def line_break(self, run: TextRun) -> str:
        """Return the break after a run."""
        return f"<a:br>{self._look(run)}</a:br>"

    def _look(self, run: TextRun) -> str:
        style = run.style
        size = round(max(SMALLEST_TEXT, style.size * self.scale) * 100)
        marks = ' b="1"' * style.bold + ' i="1"' * style.italic + ' strike="sngStrike"' * style.strike
        return (
            f'<a:rPr lang="{escape(self.lang)}" sz="{size}"{marks} dirty="0">{self.paint.solid(style.color)}'
            f"{self.fonts.markup}</a:rPr>"
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """One line across a box: for each piece of text on it, where it starts or has its middle."""

    baseline: float
    size: float
    paragraph: int
    cells: tuple[SetLine, ...]

    @property
    def top(self) -> float:
        return self.baseline - ASCENT * self.size


def card_body(placed: PlacedCard, writer: Writer) -> str:
    """Return the text of a box: a paragraph for each of the card's, with soft breaks where it is set in several lines.

    A list in several columns is set line by line, with tabs.
    """
    rows = _rows(placed.card, placed.lines)
    if not rows:
        return '<p:txBody><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>'
    leading = _leading(rows)
    rect, scale = placed.rect, writer.scale
    left, right = _insets(rows, rect.width)
    top = rows[0].top
    bottom = rect.height - (rows[-1].top + leading * rows[-1].size)
    insets = (left, top, right, bottom)
    paragraphs = "".join(_paragraphs(rows, left, leading, writer))
    return f"<p:txBody>{body_properties(insets, scale, anchor='ctr')}<a:lstStyle/>{paragraphs}</p:txBody>"


def line_body(run: TextRun, writer: Writer, *, align: str = "l", others: Sequence[TextRun] = ()) -> str:
    """Return the text of a text box that begins at its top left corner; `others` are further lines."""
    lines = [run, *others]
    spacing = _spacing(COMFORTABLE.leading * run.style.size * writer.scale, 0.0)
    text = writer.run(run) + "".join(writer.line_break(a) + writer.run(b) for a, b in pairwise(lines))
    return (
        f"<p:txBody>{body_properties((0, 0, 0, 0), writer.scale, anchor='t')}<a:lstStyle/>"
        f'<a:p><a:pPr algn="{align}">{spacing}</a:pPr>{text}</a:p></p:txBody>'
    )


def body_properties(insets: Sequence[float], scale: float, *, anchor: str) -> str:
    """Return how text stands in its shape, never broken anew nor shrunk; insets left, top, right, bottom in points."""
    left, top, right, bottom = (max(0, emu(inset * scale)) for inset in insets)
    return (
        f'<a:bodyPr wrap="none" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" rtlCol="0" anchor="{anchor}">'
        "<a:noAutofit/></a:bodyPr>"
    )


def _rows(card: Card, lines: Sequence[SetLine]) -> list[_Row]:
    parts = [card.paragraphs[line.paragraph].part in _LISTED for line in lines]
    listed = [line for line, is_listed in zip(lines, parts, strict=True) if is_listed]
    first = parts.index(True) if listed else len(lines)
    after = len(lines) - parts[::-1].index(True) if listed else len(lines)
    columns = _columns(listed)
    if len(columns) < 2:
        return [_row(line) for line in lines]
    across = [
        tuple(column[number] for column in columns if number < len(column))
        for number in range(max(len(column) for column in columns))
    ]
    return [*map(_row, lines[:first]), *(_row(*cells) for cells in across), *map(_row, lines[after:])]


def _row(*cells: SetLine) -> _Row:
    first = cells[0]
    return _Row(first.baseline, first.runs[0].style.size, first.paragraph, cells)


def _columns(lines: Sequence[SetLine]) -> list[list[SetLine]]:
    """Return the columns that listed lines are set in: each begins higher than the one before ended."""
    columns: list[list[SetLine]] = []
    for line in lines:
        if not columns or line.baseline <= columns[-1][-1].baseline:
            columns.append([])
        columns[-1].append(line)
    return columns


def _leading(rows: Sequence[_Row]) -> float:
    """Return how high lines are, as a multiple of their size: as the layout has them, or less where they are closer."""
    closest = min(((b.top - a.top) / a.size for a, b in pairwise(rows)), default=COMFORTABLE.leading)
    return min(COMFORTABLE.leading, max(_LEAST_LEADING, closest))


def _insets(rows: Sequence[_Row], width: float) -> tuple[float, float]:
    """Return the free space left and right of the text."""
    lefts = [row.cells[0].x for row in rows if not row.cells[0].centered]
    middles = [row.cells[0].x for row in rows if row.cells[0].centered]
    if not middles:
        return min(lefts), 0.0
    if not lefts:
        return max(0.0, 2 * middles[0] - width), max(0.0, width - 2 * middles[0])
    left = min(lefts)
    return left, max(0.0, width + left - 2 * middles[0])


def _paragraphs(rows: Sequence[_Row], left: float, leading: float, writer: Writer) -> Iterator[str]:
    bottom = rows[0].top
    for group in _grouped(rows):
        first = group[0]
        spacing = _spacing(leading * first.size * writer.scale, max(0.0, first.top - bottom) * writer.scale)
        bottom = group[-1].top + leading * group[-1].size
        yield f"<a:p>{_paragraph_properties(first, left, spacing, writer)}{_row_text(first, left, writer)}"
        for above, row in pairwise(group):
            yield writer.line_break(above.cells[-1].runs[-1]) + _row_text(row, left, writer)
        yield "</a:p>"


def _grouped(rows: Sequence[_Row]) -> Iterable[list[_Row]]:
    """Yield the rows of each paragraph together."""
    groups: list[list[_Row]] = []
    for row in rows:
        single = len(row.cells) == 1
        if groups and single and len(groups[-1][0].cells) == 1 and groups[-1][0].paragraph == row.paragraph:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _paragraph_properties(row: _Row, left: float, spacing: str, writer: Writer) -> str:
    first = row.cells[0]
    if first.centered:
        return f'<a:pPr algn="ctr">{spacing}</a:pPr>'
    if len(row.cells) > 1:
        # LibreOffice drops tabs from a paragraph with an indent: the first piece is indented by a tab, too.
        places = [emu((cell.x - left) * writer.scale) for cell in row.cells]
        tabs = "".join(f'<a:tab pos="{place}" algn="l"/>' for place in places if place > 0)
        return f'<a:pPr algn="l">{spacing}<a:tabLst>{tabs}</a:tabLst></a:pPr>'
    indent = emu((first.x - left) * writer.scale)
    indented = f' marL="{indent}" indent="0"' if indent > 0 else ""
    return f'<a:pPr{indented} algn="l">{spacing}</a:pPr>'


def _spacing(line: float, before: float) -> str:
    """Return exact distances, in points, so that another font does not move the lines."""
    above = f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>'
    return f'<a:lnSpc><a:spcPts val="{max(1, round(line * 100))}"/></a:lnSpc>{above}'


def _row_text(row: _Row, left: float, writer: Writer) -> str:
    cells = ["".join(writer.run(run) for run in cell.runs) for cell in row.cells]
    tab = writer.run(TextRun("\t", row.cells[0].runs[0].style))
    indented = len(cells) > 1 and emu((row.cells[0].x - left) * writer.scale) > 0
    return tab * indented + tab.join(cells)
