"""Break a text into balanced lines of a given width, by the habits of Chinese, Japanese, Korean and Latin."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from orgviz.typography.characters import clusters
from orgviz.typography.fragments import fragments
from orgviz.typography.measure import EM, units
from orgviz.typography.pieces import BESIDE, NEVER, SPACES, Piece, piece_widths, pieces
from orgviz.typography.plain import is_plain

ELLIPSIS = "…"
_UNTIDY = re.compile(r"^\s|\s$|\s\s|[^\S ]|\u00ad")  # what would not be drawn just as it is written
_TRIMMED_BEFORE_ELLIPSIS = " ，、；：。·・‧/|&+-–—(（[【「“,;:."
_WELL_FILLED = 0.6  # of the last line, when it is cut
_ROUNDING = 1e-6  # thousandths of an em
LONGEST_UNBREAKABLE = 14 * EM

_Rank = tuple[int, int, float]  # overflow in thousandths of an em, lines, costs in squared ems
Slice = tuple[int, int, str]
"""A line: from where to where in the text, and what is added: a hyphen, an ellipsis."""

# All digits are equally wide and break alike: texts that differ in digits alone are broken once.
_ANY_DIGIT = bytes.maketrans(b"123456789", b"000000000")


def wrap(
    text: str, *, size: float, bold: bool, width: float, max_lines: int | None = None, lang: str = "zh-CN"
) -> tuple[str, ...]:
    """Return the lines of `text`, as few as fit and as even as can be; none at all for an empty text.

    Args:
        text: its own line breaks are kept.
        size, width: points. A line is wider than `width` only where a single character is.
        bold: whether the text is set in bold.
        max_lines: at least 1; a longer text ends in an ellipsis. ``None`` for no limit.
        lang: BCP 47; in Korean, lines break at spaces only.

    >>> wrap("供应链管理部门", size=10, bold=False, width=45)
    ('供应链', '管理部门')
    """
    text = _tidy(text)
    told = line_slices(text, size=size, bold=bold, width=width, max_lines=max_lines, lang=lang)
    if told is None:
        return _broken(text, bold, units_within(width, size), max_lines, han_breaks=breaks_han(lang))
    return tuple(text[start:end] + added for start, end, added in told[1])


def line_slices(
    text: str, *, size: float, bold: bool, width: float, max_lines: int | None = None, lang: str = "zh-CN"
) -> tuple[str, tuple[Slice, ...]] | None:
    """Return the lines of `wrap` for the same arguments as parts of the text, with the text as it is drawn.

    That has a plain space for each that there is; nothing is returned where more of them differ.

    >>> line_slices("供应链管理部门", size=10, bold=False, width=45)
    ('供应链管理部门', ((0, 3, ''), (3, 7, '')))
    """
    limit = units_within(width, size)
    tidy = _tidy(text)
    if not tidy or len(tidy) != len(text) or _UNTIDY.search(tidy):
        return None
    if units(tidy, bold) <= limit:
        return tidy, ((0, len(tidy), ""),)
    return tidy, _slices(shape(tidy), bold, limit, max_lines, breaks_han(lang))


def line_count(
    text: str, *, size: float, bold: bool, width: float, max_lines: int | None = None, lang: str = "zh-CN"
) -> int:
    """Return how many lines `wrap` gives for the same arguments, without choosing where they break.

    >>> line_count("供应链管理部门", size=10, bold=False, width=45)
    2
    """
    limit = units_within(width, size)
    text = _tidy(text)
    if _UNTIDY.search(text) or not text:
        return len(wrap(text, size=size, bold=bold, width=width, max_lines=max_lines, lang=lang))
    if units(text, bold) <= limit:
        return 1
    return _count(shape(text), bold, limit, max_lines, breaks_han(lang))


def units_within(width: float, size: float) -> int:
    """Return how many thousandths of an em a width has room for, both it and the size of the font in points."""
    return int(width * EM / size + _ROUNDING)


def breaks_han(lang: str) -> bool:
    """Whether lines may break between Chinese characters: in Korean they do at spaces only."""
    return not lang.startswith("ko")


def with_plain_spaces(text: str) -> str:
    """Return a text as it is drawn in lines, where that is as long: with a plain space for each that there is.

    >>> with_plain_spaces("A\u2002B"), with_plain_spaces("A  B")
    ('A B', 'A  B')
    """
    plain = text.replace(BESIDE, " ")
    if is_plain(plain):
        return plain
    tidy = _tidy(text)
    return tidy if len(tidy) == len(text) else text


def _tidy(text: str) -> str:
    """Return a text with single plain spaces, as it will be drawn; only its own line breaks may be left."""
    return SPACES.sub(" ", text).strip(" ") if _UNTIDY.search(text) else text


def shape(text: str) -> bytes:
    """Return what decides how wide a text is and where it may break: the text, but for which digits are in it."""
    return text.encode("utf-8", "surrogatepass").translate(_ANY_DIGIT)


def _text_of(shape: bytes) -> str:
    return shape.decode("utf-8", "surrogatepass")


@lru_cache(maxsize=1 << 14)
def _count(shape: bytes, bold: bool, limit: int, max_lines: int | None, han_breaks: bool) -> int:
    """Return how many lines a tidy text takes: filled one after the other they are as few as can be."""
    text = _text_of(shape)
    space = units(" ", bold)
    lines, filled = 0, limit + 1
    for width, after_space in piece_widths(text, bold, han_breaks=han_breaks):
        if width > limit:
            return len(_slices(shape, bold, limit, max_lines, han_breaks))
        filled += width + space * after_space
        if filled > limit:
            lines, filled = lines + 1, width
    if max_lines is not None and lines > max_lines:
        return len(_slices(shape, bold, limit, max_lines, han_breaks))
    return lines


@lru_cache(maxsize=1 << 14)
def _slices(shape: bytes, bold: bool, limit: int, max_lines: int | None, han_breaks: bool) -> tuple[Slice, ...]:
    """Return the lines of a tidy text as parts of it: they are the same for any digits."""
    text = _text_of(shape)
    found: list[Slice] = []
    at = 0
    for line in _broken(text, bold, limit, max_lines, han_breaks=han_breaks):
        start = at + text.startswith(" ", at)
        added = "" if text.startswith(line, start) else line[-1]
        at = start + len(line) - len(added)
        found.append((start, at, added))
    return tuple(found)


def _broken(text: str, bold: bool, limit: int, max_lines: int | None, *, han_breaks: bool) -> tuple[str, ...]:
    whole = pieces(text, bold, han_breaks=han_breaks)
    cut = _cut_wide(whole, bold, limit)
    lines = _balance(cut, bold, limit)
    if max_lines is None or len(lines) <= max_lines:
        return lines
    hyphenated = _balance(_cut_all(cut, bold, limit), bold, limit)
    if len(hyphenated) <= max_lines:
        return hyphenated
    return _truncate(cut, bold, limit, max_lines)


def unbreakable_width(text: str, size: float, bold: bool) -> float:
    """Return the width in points of the widest piece of `text` that should not be cut, at most 14 em.

    >>> unbreakable_width("王敏、李四四", 10, False)
    30.0
    """
    return min(_widest_piece(shape(text), bold), LONGEST_UNBREAKABLE) * size / EM


@lru_cache(maxsize=1 << 14)
def _widest_piece(shape: bytes, bold: bool) -> int:
    return max(piece_widths(_text_of(shape), bold), default=(0, False))[0]


def _cut_wide(whole: tuple[Piece, ...], bold: bool, limit: int) -> list[Piece]:
    found: list[Piece] = []
    for piece in whole:
        if piece.width <= limit:
            found.append(piece)
        else:
            found += fragments(piece, bold, limit)
    return found


def _cut_all(whole: list[Piece], bold: bool, limit: int) -> list[Piece]:
    return [part for piece in whole for part in fragments(piece, bold, max(limit, piece.width))]


def _balance(whole: list[Piece], bold: bool, limit: int) -> tuple[str, ...]:
    """Choose the breaks: least overflow, then fewest lines, then least costs (Knuth and Plass)."""
    space = units(" ", bold)
    ends = list(accumulate((piece.width + space * piece.space for piece in whole), initial=0))
    if ends[-1] <= limit and not any(piece.forced for piece in whole):
        return _lines(whole, [0] * len(ends))
    # What a text that goes on with a piece has cost before, and where on a line this piece begins.
    ranks: list[_Rank] = [(0, 0, 0.0)]
    begins = [end + space * piece.space for end, piece in zip(ends, whole, strict=False)]
    starts = [0]
    last = len(whole) - 1
    for place, piece in enumerate(whole):
        end = ends[place + 1] + (units("-", bold) if place < last and whole[place + 1].hyphen else 0)
        # One piece makes a line, however wide it is.
        chosen, start = _alone(ranks[place], piece, limit - end + begins[place]), place
        before = place
        while before and not whole[before].forced and end - begins[before - 1] <= limit:
            before -= 1
            overflow, lines, cost = ranks[before]
            rank = overflow, lines + 1, cost + ((limit - end + begins[before]) / EM) ** 2
            if rank <= chosen:
                chosen, start = rank, before
        overflow, lines, cost = chosen
        if place < last and not whole[place + 1].forced:
            following = whole[place + 1].cost
            cost += following
            if following >= NEVER:
                overflow += EM // 2  # better a little too wide than a line that starts with a full stop
        ranks.append((overflow, lines, cost))
        starts.append(start)
    return _lines(whole, starts)


def _alone(before: _Rank, piece: Piece, slack: int) -> _Rank:
    """Return the rank of a text that goes on with a line of one piece."""
    overflow, lines, cost = before
    return overflow - min(slack, 0), lines + 1, cost + (slack / EM) ** 2 + piece.lone


def _lines(whole: list[Piece], starts: list[int]) -> tuple[str, ...]:
    found: list[str] = []
    end = len(whole)
    while end:
        start = starts[end]
        line = "".join(" " * piece.space + piece.text for piece in whole[start:end]).lstrip(" ")
        found.append(line + "-" * (end < len(whole) and whole[end].hyphen))
        end = start
    return tuple(found[::-1])


def _truncate(whole: list[Piece], bold: bool, limit: int, max_lines: int) -> tuple[str, ...]:
    """Return the first `max_lines` lines of a text that has more, the last one ending in an ellipsis."""
    kept, room = _count_fitting(whole, bold, limit, max_lines)
    if room > (1 - _WELL_FILLED) * limit and not whole[kept].forced:
        whole = [*whole[:kept], _shortened(whole[kept], bold, room)]
        kept += bool(whole[kept].text)
    while True:
        lines = _balance(_end_in_ellipsis(whole[:kept], bold, limit), bold, limit)
        if len(lines) <= max_lines or kept == 0:
            return lines
        kept -= 1


def _count_fitting(whole: list[Piece], bold: bool, limit: int, max_lines: int) -> tuple[int, int]:
    """Fill lines greedily; return how many pieces fit before an ellipsis, and the room left for more."""
    space, hyphen, ellipsis = units(" ", bold), units("-", bold), units(ELLIPSIS, bold)
    kept, lines, filled = 0, 1, 0
    for index, piece in enumerate(whole):
        tail = hyphen if index + 1 < len(whole) and whole[index + 1].hyphen else 0
        gap = space if piece.space and filled else 0
        if index and (piece.forced or filled + gap + piece.width + tail > limit):
            if lines == max_lines:
                break
            lines, filled, gap = lines + 1, 0, 0
        if lines == max_lines and filled + gap + _trimmed(piece, bold).width + ellipsis > limit:
            break
        kept, filled = index + 1, filled + gap + piece.width
    return kept, limit - filled - space - ellipsis


def _shortened(piece: Piece, bold: bool, room: int) -> Piece:
    """Return the beginning of `piece` that is no wider than `room`."""
    text = ""
    for cluster in clusters(piece.text):
        if units(text + cluster, bold) > room:
            break
        text += cluster
    return piece._replace(text=text, width=units(text, bold))


def _trimmed(piece: Piece, bold: bool) -> Piece:
    text = piece.text.rstrip(_TRIMMED_BEFORE_ELLIPSIS)
    return piece._replace(text=text, width=units(text, bold))


def _end_in_ellipsis(kept: list[Piece], bold: bool, limit: int) -> list[Piece]:
    ellipsis = units(ELLIPSIS, bold)
    while kept:
        last = _shortened(_trimmed(kept[-1], bold), bold, limit - ellipsis)
        if last.text:
            return [*kept[:-1], last._replace(text=last.text + ELLIPSIS, width=last.width + ellipsis)]
        kept = kept[:-1]
    return [Piece(ELLIPSIS, ellipsis, False, 0.0, 0.0)]
