"""Put the numbers of pages into marks once they are known, without moving anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from orgviz.chart.values import Card
from orgviz.layout.cards import SetCard, SetLine
from orgviz.layout.geometry import Rect
from orgviz.layout.scene import PlacedCard, Scene
from orgviz.pages.marks import UNKNOWN, Mark
from orgviz.pages.sheet_work import LaidOut
from orgviz.style.values import TextRun


def numbered(laid_out: LaidOut, number_of: Callable[[Mark], int]) -> Scene:
    """Return a scene whose marks say where they lead.

    Args:
        number_of: the page that a mark leads to.
    """
    scene = laid_out.scene
    placed = list(scene.cards)
    unknown = UNKNOWN[: laid_out.digits]
    for mark in laid_out.marks:
        placed[mark.card] = _told(placed[mark.card], mark.paragraph, str(number_of(mark)), unknown)
    return replace(scene, cards=tuple(placed))


def places(laid_out: LaidOut, mark: Mark) -> Rect:
    """Return where a mark stands in its scene."""
    placed = laid_out.scene.cards[mark.card]
    lines = [line for line in placed.lines if line.paragraph == mark.paragraph]
    size = lines[0].runs[0].style.size
    left = min(line.x - (line.width / 2 if line.centered else 0.0) for line in lines)
    top, bottom = lines[0].baseline - size, lines[-1].baseline + 0.3 * size
    width = max(line.width for line in lines)
    return Rect(placed.rect.x + left, placed.rect.y + top, width, bottom - top)


def _told(placed: PlacedCard, paragraph: int, number: str, unknown: str) -> PlacedCard:
    lines = list(placed.lines)
    own = [place for place, line in enumerate(lines) if line.paragraph == paragraph]
    for place in reversed(own):
        if unknown in lines[place].runs[-1].text:
            lines[place] = _line(lines[place], number, unknown)
            break
    setting = SetCard(placed.rect.width, placed.rect.height, tuple(lines), placed.photos)
    return placed._replace(card=_card(placed.card, paragraph, number, unknown), setting=setting)


def _line(line: SetLine, number: str, unknown: str) -> SetLine:
    return line._replace(runs=(*line.runs[:-1], _run(line.runs[-1], number, unknown)))


def _card(card: Card, paragraph: int, number: str, unknown: str) -> Card:
    paragraphs = list(card.paragraphs)
    runs = paragraphs[paragraph].runs
    paragraphs[paragraph] = replace(paragraphs[paragraph], runs=(*runs[:-1], _run(runs[-1], number, unknown)))
    return replace(card, paragraphs=tuple(paragraphs))


def _run(run: TextRun, number: str, unknown: str) -> TextRun:
    """Return a text with a number in place of the last one that is not known."""
    before, _, after = run.text.rpartition(unknown)
    return replace(run, text=f"{before}{number}{after}")
