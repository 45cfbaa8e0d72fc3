"""Put numbers that stand alone on a line before the text on the next one, as copied codes of law have them."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.patterns import pattern

_ALONE = pattern(r"\s*(?:\((?:\d{1,2}|[a-z]{1,4}|[A-Z])\)|(?:\d{1,2}|[A-Z])[.)])\s*$")
_FEWEST = 2  # such lines, from which on it is the way of the page

Shifted = tuple[int, str, int]


def marks_joined(lines: Sequence[Shifted]) -> list[Shifted]:
    """Return the lines with each number that stands alone at the beginning of the next line."""
    places = [place for place, (_, text, _) in enumerate(lines) if len(text) < 12 and _ALONE.match(text)]
    found = {place for place in places if place + 1 < len(lines) and _is_text(lines[place + 1][1])}
    if len(found) < _FEWEST:
        return list(lines)
    joined: list[Shifted] = []
    for place, (number, text, shift) in enumerate(lines):
        if place in found:
            continue
        mark = f"{lines[place - 1][1].strip()} " if place - 1 in found else ""
        body = text.lstrip() if mark else text
        joined.append((number, mark + body, shift + len(text) - len(body) - len(mark)))
    return joined


def _is_text(text: str) -> bool:
    return bool(text.strip()) and not _ALONE.match(text)
