"""A piece of a document's text without markup, that knows where each of its characters stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from orgviz.folding import fold
from orgviz.text import Span

Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Text as the author wrote it, and folded for comparing, both of one length.

    Args:
        places: (at, line, column): from the character `at` on, the text stands at that line and column, until
            the next place; ascending, the first at 0.
    """

    text: str
    folded: str
    places: tuple[Place, ...]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, path: str) -> Span:
        """Return where the passage begins, as wide as it is on its first line."""
        _, line, column = self.places[0]
        end = next((at for at, other, _ in self.places if other != line), len(self.text))
        return Span(path, line, column, max(1, end))

    @property
    def line(self) -> int:
        """The 1-based line in which it begins."""
        return self.places[0][1]

    def cut(self, start: int, end: int | None = None) -> Passage:
        """Return a part, less the spaces around it."""
        text = self.text[start:end]
        kept = text.strip()
        size = len(kept)
        if size == len(self.text):
            return self
        if size < len(text):
            start += len(text) - len(text.lstrip())
        if len(self.places) > 1:
            return self._part(start, start + size)
        at, line, column = self.places[0]
        return _made(kept, self.folded[start : start + size], ((0, line, column + start - at),))

    def __hash__(self) -> int:
        return hash((self.text, self.places))  # what is folded follows from what is written

    def _part(self, start: int, stop: int) -> Passage:
        kept, folded = self.text[start:stop], self.folded[start:stop]
        if len(self.places) == 1:
            at, line, column = self.places[0]
            return _made(kept, folded, ((0, line, column + start - at),))
        first = max(0, bisect_right(self.places, start, key=_at) - 1)
        at, line, column = self.places[first]
        places = [(0, line, column + start - at)]
        places += [(at - start, line, column) for at, line, column in self.places[first + 1 :] if at < stop]
        return Passage(kept, folded, tuple(places))

    def without(self, spans: Iterable[tuple[int, int]]) -> Passage:
        """Return the passage less some parts, (start, end) in ascending order, and with all other spaces."""
        begin = 0
        kept: list[Passage] = []
        for start, end in spans:
            kept.append(self._part(begin, start))
            begin = end
        kept.append(self._part(begin, len(self.text)))
        return joined((part for part in kept if part.text), "")

    def split(self, breaks: Iterable[tuple[int, int]]) -> Iterator[Passage]:
        """Yield the parts between places that are cut out, (start, end) in ascending order."""
        begin = 0
        for start, end in breaks:
            yield self.cut(begin, start)
            begin = end
        yield self.cut(begin)


_new = object.__new__
_set_text, _set_folded, _set_places = (Passage.__dict__[name].__set__ for name in ("text", "folded", "places"))


def _made(text: str, folded: str, places: tuple[Place, ...]) -> Passage:
    """Return a passage as its class does, in half the time: documents are cut into hundreds of thousands."""
    made = _new(Passage)
    _set_text(made, text)
    _set_folded(made, folded)
    _set_places(made, places)
    return made


def _at(place: Place) -> int:
    return place[0]


def passage(text: str, line: int, column: int) -> Passage:
    """Return text that stands in one piece at a place."""
    return Passage(text, fold(text), ((0, line, column),))


def joined(parts: Iterable[Passage], between: str) -> Passage:
    """Return several passages as one, with spaces or nothing between them."""
    texts: list[str] = []
    places: list[Place] = []
    length = 0
    for part in parts:
        if texts:
            texts.append(between)
            length += len(between)
        texts.append(part.text)
        places.extend((at + length, line, column) for at, line, column in part.places)
        length += len(part.text)
    text = "".join(texts)
    return Passage(text, fold(text), tuple(places))


def behind(body: Passage, written: str) -> Passage:
    """Return a sign that nobody wrote, such as a comma, as if it stood right behind a text."""
    last = body.places[-1]
    return Passage(written, written, ((0, last[1], last[2] + len(body) - last[0]),))


def linked(first: Passage, written: str, second: Passage) -> Passage:
    """Return two passages as one, with a sign or word between them that nobody wrote.

    >>> linked(passage("Clerk", 1, 1), ": ", passage("Ann Lee", 2, 1)).text
    'Clerk: Ann Lee'
    """
    return joined((first, behind(first, written), second), "")


def with_tabs(place: Passage, folded: str) -> str:
    """Return a folded text of a passage with the tabs of which folding made spaces."""
    if "\t" not in place.text:
        return folded
    return "".join(one if one == "\t" else other for one, other in zip(place.text, folded, strict=True))
