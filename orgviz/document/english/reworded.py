"""Put the words of a sentence together anew, with words between that it does not hold."""

from __future__ import annotations

import re

from orgviz.document.text.passages import Passage, joined, passage


def word(text: Passage, words: str) -> Passage:
    """Return words that a text does not hold, as if they stood where it begins."""
    _, line, column = text.places[0]
    return passage(words, line, column)


def together(*parts: Passage) -> Passage:
    """Return the parts of a sentence in a new order, with a space between."""
    return joined((part for part in parts if part.text), " ")


def without_stop(text: Passage) -> Passage:
    """Return the part of a sentence that ended it without its stop, so that more may follow."""
    return text.cut(0, len(text.folded.rstrip(" .;")))


def said(text: Passage, match: re.Match[str], words: str) -> Passage:
    """Return a sentence with other words for its verb."""
    return together(text.cut(0, match.start("verb")), word(text, words), text.cut(match.end("verb")))
