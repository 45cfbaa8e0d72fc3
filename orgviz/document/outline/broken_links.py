"""Make links whole whose words a margin broke: ``[Harbour`` on one line, ``Office](harbour.md)`` on the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgviz.patterns import pattern

_OPEN = pattern(r"(?<!\!)\[[^\[\]()]{2,80}$")
_ENDS = pattern(r"\s*(?P<words>[^\[\]()]{1,80}\](?:\([^()\s]*\)|\[[^\[\]]*\])[.,;:!?)]*)\s*")

Shifted = tuple[int, str, int]


def links_whole(lines: Sequence[Shifted]) -> Iterator[Shifted]:
    """Yield the lines, each link that goes on on the next line wholly on its first."""
    place = 0
    while place < len(lines):
        number, text, shift = lines[place]
        place += 1
        is_open = "[" in text and _OPEN.search(text.rstrip()) is not None
        end = _ENDS.match(lines[place][1]) if is_open and place < len(lines) else None
        if end is None:
            yield number, text, shift
            continue
        yield number, f"{text.rstrip()} {end['words']}", shift
        below, rest, moved = lines[place]
        if rest[end.end() :].strip():
            # Spaces take the place of what went up, so that the columns stay.
            yield below, " " * end.end() + rest[end.end() :], moved
        place += 1
