"""Write the text of a card as the HTML of one label: a block for each paragraph, whole and easy to edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from orgviz.chart.values import Card, Part
from orgviz.drawio.markup import html
from orgviz.layout.card_flow import COLUMN_GAP
from orgviz.layout.cards import ASCENT, SetLine
from orgviz.layout.scene import PlacedCard, PlacedText
from orgviz.output.svg_markup import number
from orgviz.style.values import TextRun, TextStyle

USUAL_LEADING = 1.26
_LISTED = (Part.ROW, Part.DUTY)
_FOOT = (Part.CUT, Part.COUNT)
# Where the layout has broken a line: there a viewer may, too, but it writes nothing.
_MAY_BREAK = "<wbr>"
# Gaps between paragraphs below this are rounding.
_LEAST_GAP = 0.4


def font_css(fonts: Sequence[str]) -> str:
    """Return the families as CSS for an attribute in double quotes."""
    names = (name if name == "sans-serif" else f"'{name}'" for name in fonts)
    return f"font-family:{','.join(names)};"


def leading_of(cards: Iterable[PlacedCard]) -> float:
    """Return from one baseline to the next, as a multiple of the size, as the layout has chosen it for all cards."""
    found = [
        (b.baseline - a.baseline) / _size(a)
        for placed in cards
        for a, b in pairwise(placed.lines)
        if a.paragraph == b.paragraph
    ]
    return round(min(found), 3) if found else USUAL_LEADING


@dataclass(slots=True)
class _Block:
    """A paragraph of a card with its lines and the free space above it."""

    number: int
    lines: list[SetLine]
    gap: float = 0.0


@dataclass(slots=True)
class _Parts:
    """The blocks of a card: those on top, the columns of the list, and what stands below it."""

    head: list[_Block] = field(default_factory=list)
    columns: list[list[_Block]] = field(default_factory=list)
    foot: list[_Block] = field(default_factory=list)


def card_label(placed: PlacedCard, fonts: Sequence[str], leading: float) -> str:
    """Return the label of a card."""
    parts = _parts(placed, leading)
    columns = ["".join(_block(placed.card, block, _left(column)) for block in column) for column in parts.columns]
    listed = columns[0] if len(columns) == 1 else _table(columns) if columns else ""
    left = left_of(placed)
    head, foot = ("".join(_block(placed.card, block, left) for block in blocks) for blocks in (parts.head, parts.foot))
    inner = head + listed + foot
    if not inner:
        return ""
    # Where the layout broke a Chinese line is told inside; elsewhere words stay whole as long as there is room.
    rules = f"{font_css(fonts)}line-height:{number(leading)};word-break:keep-all;overflow-wrap:anywhere;"
    return f'<div style="{rules}">{inner}</div>'


def text_label(texts: Sequence[PlacedText], fonts: Sequence[str]) -> str:
    """Return the label of lines that stand below each other on the page."""
    blocks = "".join(f'<div style="{_css(text.run.style)}">{_words(text.run)}</div>' for text in texts)
    return f'<div style="{font_css(fonts)}line-height:1.3;">{blocks}</div>'


def _parts(placed: PlacedCard, leading: float) -> _Parts:
    parts = _Parts()
    last: SetLine | None = None
    for line in placed.lines:
        part = placed.card.paragraphs[line.paragraph].part
        if part in _LISTED:
            if not parts.columns or (last is not None and line.baseline < last.baseline):
                parts.columns.append([])
                last = None if len(parts.columns) > 1 else last
            blocks = parts.columns[-1]
        else:
            blocks = parts.foot if part in _FOOT else parts.head
        if blocks and blocks[-1].number == line.paragraph:
            blocks[-1].lines.append(line)
        else:
            gap = 0.0 if last is None else _top(line) - _top(last) - _size(last) * leading
            blocks.append(_Block(line.paragraph, [line], gap))
        last = line
    return parts


def _top(line: SetLine) -> float:
    return line.baseline - _size(line) * ASCENT


def _size(line: SetLine) -> float:
    return line.runs[0].style.size


def _table(columns: Sequence[str]) -> str:
    cells = "".join(
        f'<td style="vertical-align:top;padding:0 {number(COLUMN_GAP if at < len(columns) - 1 else 0)}px 0 0;">'
        f"{column}</td>"
        for at, column in enumerate(columns)
    )
    return f'<table style="width:100%;border-collapse:collapse;table-layout:fixed;"><tr>{cells}</tr></table>'


def left_of(placed: PlacedCard) -> float:
    """Return where the text of a card begins, in points from its left side."""
    return min(_start(line) for line in placed.lines)


def _left(blocks: Sequence[_Block]) -> float:
    return min(_start(line) for block in blocks for line in block.lines)


def _start(line: SetLine) -> float:
    return line.x - line.room / 2 if line.centered else line.x


def _block(card: Card, block: _Block, left: float) -> str:
    paragraph = card.paragraphs[block.number]
    first = block.lines[0].runs[0].style
    rules = _css(first)
    if block.gap > _LEAST_GAP:
        rules += f"margin-top:{number(block.gap)}px;"
    # Posts under posts, and what stands beside pictures.
    indent = _start(block.lines[0]) - left
    if indent > _LEAST_GAP:
        rules += f"padding-left:{number(indent)}px;"
    return f'<div style="{rules}">{_joined(paragraph.text, block.lines, first)}</div>'


def _css(style: TextStyle) -> str:
    slant = "font-style:italic;" if style.italic else ""
    weight = "font-weight:bold;" if style.bold else ""
    return f"font-size:{number(style.size)}px;color:{style.color};{weight}{slant}"


def _joined(text: str, lines: Sequence[SetLine], base: TextStyle) -> str:
    """Write lines as one text: with the space at which a line was broken, or the permission to break there."""
    at, written = 0, ""
    for number_, line in enumerate(lines):
        for run in line.runs:
            words = run.text
            if number_ < len(lines) - 1 and run is line.runs[-1] and not _stands(words, text, at):
                words = words.removesuffix("-")
            at += len(words)
            written += _words(TextRun(words, run.style), base)
        start = at
        while at < len(text) and text[at].isspace() and number_ < len(lines) - 1:
            at += 1
        if number_ < len(lines) - 1:
            written += " " if at > start else _MAY_BREAK
    return written


def _stands(words: str, text: str, at: int) -> bool:
    """Whether the end of a line is in the text, or only a hyphen that setting it in lines has added."""
    return not words.endswith("-") or text[at : at + len(words)].endswith("-")


def _words(run: TextRun, base: TextStyle | None = None) -> str:
    words = html(run.text)
    own = run.style
    if own.strike:
        words = f"<s>{words}</s>"
    if base is None or own == base:
        return words
    rules = f"color:{own.color};" if own.color != base.color else ""
    if own.size != base.size:
        rules += f"font-size:{number(own.size)}px;"
    if own.bold != base.bold:
        rules += f"font-weight:{'bold' if own.bold else 'normal'};"
    if own.italic != base.italic:
        rules += f"font-style:{'italic' if own.italic else 'normal'};"
    return f'<span style="{rules}">{words}</span>' if rules else words
