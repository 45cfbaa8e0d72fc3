"""Take a Korean enumeration apart: names between 및, 와 and dots, with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgviz.document.names.judging import STRONG, judge
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_BETWEEN = pattern(r"\s*[、,;/]\s*|\s*·\s*|\s+(?:및|또는|그리고|또|혹은)\s+|(?:및)\s+")
_PARTICLE = pattern(r"(?P<word>\S)(?P<particle>와|과|하고)\s+")
_COUNT = pattern(
    r"\s*(?P<each>각\s*)?(?P<low>\d{1,4}|한|두|세|네|다섯|여섯|약간)\s*(?:명|인|개|곳)(?:씩|\s*이내|\s*이상"
    r"|\s*내외|\s*이하)?$"
)
_COUNT_BEFORE = pattern(r"^(?P<low>\d{1,4}|한|두|세|네|다섯)\s*(?:명|인|개)(?:\s*이내|\s*이상|\s*이하)?의\s*")
_WORDS = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6}


def items_of(text: Passage) -> Iterator[Named]:
    """Yield the names in an enumeration, with their numbers."""
    pieces = [piece for part in text.split(_breaks(text.folded)) for piece in _parted(part)]
    named = [_item(piece) for piece in pieces if piece.text]
    each = next((item.seats for item, is_each in reversed(named) if is_each), None)
    for item, _ in named:
        yield replace(item, seats=each) if each is not None and item.seats is None else item


def _breaks(folded: str) -> Iterator[tuple[int, int]]:
    depth = 0
    depths = []
    for sign in folded:
        depth += (sign == "(") - (sign == ")")
        depths.append(depth)
    return (match.span() for match in _BETWEEN.finditer(folded) if not depths[match.start()])


def _parted(piece: Passage) -> Iterator[Passage]:
    """Divide a piece at 와 and 과 where they join: 이사장 1명과 이사, but not 운영지원과 직원."""
    begin = 0
    for match in _PARTICLE.finditer(piece.folded):
        before = piece.cut(begin, match.start("particle"))
        if before.text and _joins(before.folded, match["particle"]):
            yield before
            begin = match.end()
    yield piece.cut(begin)


def _joins(before: str, particle: str) -> bool:
    """Whether 과 or 와 is a particle: the one follows a closed syllable, the other an open one."""
    code = ord(before[-1]) - 0xAC00
    is_closed = not 0 <= code < 11172 or bool(code % 28)
    if particle == "과":
        is_name = judge(_COUNT.sub("", before)) in STRONG or before[-1] in "명인)"
        return is_closed and is_name
    return not is_closed and len(before) > 1


def _item(piece: Passage) -> tuple[Named, bool]:
    body = piece
    before = _COUNT_BEFORE.match(body.folded)
    if before:
        named = read_notes(body.cut(before.end()))
        return replace(named, seats=_number(before["low"])), False
    count = _COUNT.search(body.folded)
    if count and count.start() > 0:
        named = read_notes(body.cut(0, count.start()))
        return replace(named, seats=_number(count["low"])), bool(count["each"])
    return read_notes(body), False


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else _WORDS.get(written)
