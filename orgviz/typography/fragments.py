"""Cut a piece that is wider than its line: at its syllables, then between any characters."""

from __future__ import annotations

import re
from itertools import pairwise

from orgviz.typography import characters
from orgviz.typography.hyphenation import hyphenation_points
from orgviz.typography.measure import units
from orgviz.typography.pieces import INSIDE_WORD, NEVER, Piece, is_forbidden, lone_cost

# Costs of a break, as those between pieces.
AT_HUMP, BEFORE_ENDING, INSIDE_SYLLABLE = 10.0, 20.0, 60.0

_WORD_ENDING = re.compile("(?:ment|[ts]ion|ness|ship|less|[ai]ble|ability|li[sz]ation)s?$", re.IGNORECASE)
_NO_WORD = re.compile(r"[\d/@_:]|\.\w")


def fragments(piece: Piece, bold: bool, limit: int) -> list[Piece]:
    """Cut one piece further: at its syllables, and between any characters where even those are too wide.

    Args:
        piece: what to cut.
        bold: the weight in which it was measured.
        limit: how wide a fragment may be, in thousandths of an em.
    """
    hyphens = not _NO_WORD.search(piece.text)
    room = limit - (units("-", bold) if hyphens else 0)
    found: list[Piece] = []
    for part in _syllables(piece.text):
        smaller = [part] if units(part, bold) <= room else characters.clusters(part)
        for index, text in enumerate(smaller):
            before = found[-1].text if found else ""
            cost = _cost_inside(before, text, part) if index == 0 else INSIDE_SYLLABLE
            if index and is_forbidden(before[-1], text[0]):
                cost = NEVER
            hyphen = hyphens and characters.is_cased(before[-1:]) and characters.is_cased(text[0])
            found.append(Piece(text, units(text, bold), False, cost, lone_cost(text), hyphen))
    first = found[0]._replace(space=piece.space, cost=piece.cost, hyphen=piece.hyphen, forced=piece.forced)
    return [first, *found[1:]]


def _cost_inside(before: str, after: str, rest: str) -> float:
    if before[-1:].islower() and after[0].isupper():
        return AT_HUMP
    return BEFORE_ENDING if _WORD_ENDING.match(rest) else INSIDE_WORD


def _syllables(text: str) -> list[str]:
    """Cut a word at its hyphenation points, Chinese between its characters."""
    if any(map(characters.is_han, text)) or any(map(characters.is_kana, text)):
        return _glue_marks(characters.clusters(text))
    bounds = [0, *hyphenation_points(text), len(text)]
    return [text[start:end] for start, end in pairwise(bounds)]


def _glue_marks(clusters: list[str]) -> list[str]:
    found: list[str] = []
    for cluster in clusters:
        if found and is_forbidden(found[-1][-1], cluster[0]):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found
