"""Keep the commas that stand within one name of an English list: the Roads, Bridges and Tunnels Section, the Yard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.names.judging import Sort, judge, singular
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage, joined, passage
from orgviz.patterns import pattern

_ARTICLE = pattern(r"(?:(?:and|as well as)\s)?(?:the|an?|its)\s")
_ENDED = pattern(
    r"(?P<name>[A-Z][\w&'’/-]*(?:\s(?:[A-Z][\w&'’/-]*|and|of|&|for))*)(?=\s(?:and|as well as)\s(?:the|an?|its)\s|$)"
)
_WORD = pattern(r"[A-Z][\w&'’/-]*(?:\s[A-Z][\w&'’/-]*)*")


def commas_within(pieces: Sequence[Passage]) -> list[Passage]:
    """Return the pieces of a list, with those that belong to one name together again.

    Where items begin with an article, a piece without one goes on with the item before it, if that is only a field
    and the whole ends in a word for one unit: the Roads, Bridges and Tunnels Section.
    """
    begins = [number for number, piece in enumerate(pieces) if _ARTICLE.match(piece.folded)]
    if len(begins) < 2 and not any(_has_other_item(piece) for piece in pieces):
        return list(pieces)
    whole: list[Passage] = []
    number = 0
    while number < len(pieces):
        end = _end_of_name(pieces, number)
        whole.append(pieces[number] if end == number else joined(pieces[number : end + 1], ", "))
        number = end + 1
    return whole


def _has_other_item(piece: Passage) -> bool:
    return re.search(r"\s(?:and|as well as)\s(?:the|an?|its)\s", piece.folded) is not None


def _end_of_name(pieces: Sequence[Passage], number: int) -> int:
    """Return the number of the last piece of the name that begins in a piece."""
    first = _ARTICLE.match(pieces[number].folded)
    if first is None or _WORD.fullmatch(pieces[number].text[first.end() :]) is None:
        return number
    if read_phrase(pieces[number]).sort is not Sort.FIELD:
        return number
    for end in range(number + 1, len(pieces)):
        match = None if _ARTICLE.match(pieces[end].folded) else _ENDED.match(pieces[end].text)
        if match is None:
            return number
        last = match["name"].split()[-1].lower()
        if judge(match["name"].lower()) is Sort.UNIT and singular(last) == last and " and " in match["name"]:
            return end
        if judge(match["name"].lower()) is not Sort.FIELD:
            return number
    return number


def read_named(part: Passage) -> Phrase:
    """Return the noun phrase of an item; of one with commas in its name, the whole of it."""
    phrase = read_phrase(part)
    comma = phrase.rest.text.startswith(",") and _ARTICLE.match(part.folded)
    if not comma:
        return phrase
    name = part.cut(comma.end())
    if not all(word[:1].isupper() or word in ("and", "&", "of") for word in name.text.split()):
        return phrase
    last = name.folded.split()[-1]
    if judge(last) not in (Sort.UNIT, Sort.GENERIC) or singular(last) != last:
        return phrase
    return replace(phrase, named=Named(name=name), sort=Sort.UNIT, rest=passage("", *part.places[0][1:]))
