"""Break plain texts, which most are, as `wrap` breaks any; they are cut into pieces once for many widths."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from orgviz.typography.measure import EM, units
from orgviz.typography.pieces import Piece, cost_at_space, cut_word, is_forbidden

INFINITY = float("inf")

Starts: TypeAlias = Sequence[int]
"""With which piece each line of a text begins."""

_Way: TypeAlias = tuple[int, float, tuple[int, ...]]


class PlainText(NamedTuple):
    """A text of printable characters with single spaces in it, at each of which it may be broken.

    A line may hold the pieces from `a` to `b` where ``ends[b] - begins[a]`` is no more than it is wide.

    Args:
        words: what stands between the spaces.
        pieces: of all words.
        firsts: for each piece, the index of the word that it begins; -1 for any other.
        begins, ends: where each piece would begin and end on one line, in thousandths of an em.
        widest: width of the widest piece.
    """

    words: Sequence[str]
    pieces: Sequence[Piece]
    firsts: Sequence[int]
    begins: Sequence[int]
    ends: Sequence[int]
    widest: int


def is_plain(text: str) -> bool:
    r"""Whether a text has words of printable characters, with single plain spaces between them.

    >>> is_plain("A B"), is_plain("A  B"), is_plain("A\u2002B"), is_plain("")
    (True, False, False, False)
    """
    return text.isprintable() and text[:1] not in ("", " ") and text[-1] != " " and "  " not in text


def plain_text(text: str, bold: bool, *, han_breaks: bool) -> PlainText | None:
    """Return a text for which `is_plain` holds, cut into pieces; nothing where one of its spaces must not be a break.

    Args:
        bold: the weight in which the pieces are measured.
        han_breaks: whether lines may break between Chinese characters.
    """
    words = text.split(" ")
    for before, after in pairwise(words):
        if is_forbidden(before[-1], after[0]):
            return None
    pieces: list[Piece] = []
    firsts: list[int] = []
    begins: list[int] = []
    ends: list[int] = []
    space = units(" ", bold)
    at = widest = 0
    for number, word in enumerate(words):
        first = number
        for piece in cut_word(word, bold, han_breaks):
            width = piece.width
            if width > widest:  # noqa: PLR1730 - for every piece of every text
                widest = width
            pieces.append(piece)
            firsts.append(first)
            begins.append(at)
            at += width
            ends.append(at)
            first = -1
        at += space
    return PlainText(words, pieces, firsts, begins, ends, widest)


def filled(text: PlainText, limit: int) -> list[int]:
    """Return with which piece each line begins where every line is filled as far as it goes: there are no fewer.

    Args:
        limit: how wide a line may be, in thousandths of an em; no piece is wider.
    """
    starts = [0]
    most = limit
    for place, end in enumerate(text.ends):
        if end > most:
            starts.append(place)
            most = text.begins[place] + limit
    return starts


def balanced(text: PlainText, limit: int, latest: Starts) -> Starts:
    """Return with which piece each line begins where lines are as few, and as even as can be.

    That is what `wrap` chooses of all ways to break a text; here only those with the fewest lines are looked at.

    Args:
        limit: as in `filled`.
        latest: what that returned.
    """
    # For each place where a line may begin: what comes before costs, and with which pieces the lines begin then.
    before: list[_Way] = [(0, 0.0, (0,))]
    for first, last in zip(_earliest(text, limit), latest[1:], strict=True):
        found = []
        for place in range(first, last + 1):
            cost, starts = _cheapest(text, limit, before, place)
            found.append((place, cost + _cost_before(text, place), (*starts, place)))
        before = found
    return _cheapest(text, limit, before, len(text.pieces))[1]


def _cheapest(text: PlainText, limit: int, before: Sequence[_Way], end: int) -> tuple[float, tuple[int, ...]]:
    """Return what it costs to go up to a piece, and where lines begin then: of equal ways the one with a longer last.

    Args:
        before: ways to the beginning of the last line, at least one of which leaves it no wider than the limit.
    """
    begins = text.begins
    room = limit - text.ends[end - 1]
    least, chosen = INFINITY, before[0][2]
    for start, spent, starts in reversed(before):
        slack = room + begins[start]
        if slack < 0:
            break
        # One after the other, as `wrap` sums them up, or what is equal there would not be here.
        cost = spent + (slack / EM) ** 2
        if start == end - 1:
            cost += text.pieces[start].lone
        if cost <= least:
            least, chosen = cost, starts
    return least, chosen


def _earliest(text: PlainText, limit: int) -> list[int]:
    """Return for each line but the first the earliest piece with which it may begin: the rest needs no more lines."""
    begins, ends = text.begins, text.ends
    least = ends[-1] - limit
    found = []
    for place in range(len(begins) - 1, -1, -1):
        if begins[place] < least:
            found.append(place + 1)
            least = ends[place] - limit
    return found[::-1]


def _cost_before(text: PlainText, place: int) -> float:
    word = text.firsts[place]
    return cost_at_space(text.words[word - 1], text.words[word]) if word >= 0 else text.pieces[place].cost


def slices(text: PlainText, starts: Starts) -> list[tuple[int, int, str]]:
    """Return the lines as parts of the text, given with which piece each begins; nothing is added to any."""
    found: list[tuple[int, int, str]] = []
    begin = at = 0
    following = iter([*starts[1:], -1])
    start = next(following)
    for place, piece in enumerate(text.pieces):
        space = text.firsts[place] > 0
        if place == start:
            found.append((begin, at, ""))
            begin = at + space
            start = next(following)
        at += space + len(piece.text)
    found.append((begin, at, ""))
    return found
