"""Find the words of which an English clause speaks: what stands before its verb, without what leads to it."""

from __future__ import annotations

import re

from orgviz.document.english.phrases import read_phrase
from orgviz.document.names.judging import STRONG
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern


def two_names(text: Passage) -> tuple[Passage, Passage] | None:
    """Divide `A Training Officer and a Fleet Manager`; one name with and in it stays."""
    for match in re.finditer(r"\s+and\s+", text.folded):
        halves = text.cut(0, match.start()), text.cut(match.end())
        phrases = [read_phrase(half) for half in halves]
        if all(phrase.sort in STRONG and len(phrase.name.text.split()) > 1 for phrase in phrases):
            return halves
    return None


# The Dean, who: what stands right before the comma is spoken of.
_RELATIVE = pattern(r"(?<=\w), (?:who|which)(?: in turn| also| then)?$")
# Rotas go to the Head Cook, who: not the rotas are spoken of.
_OBJECT = pattern(
    r"(?:(?!(?:the|an?|our|its)\s).{2,60}?|.{2,60}?\s(?:is|are|was|were|be)\s\w+(?:ed|en|un))\s(?:to|by|from|with|for)\s"
    r"(?=(?:the|an?|our)\s)"
)


_JOINT = pattern(r"(?:whereas|while|although|since|because|as|so|thus|hence|therefore)\s")


def last_clause(text: Passage) -> Passage:
    """Leave out what stands before the subject, such as `In practice`."""
    relative = _RELATIVE.search(text.folded)
    if relative is not None:
        begin = max(text.folded.rfind(mark, 0, relative.start()) for mark in (",", ":", ";")) + 1
        last = text.cut(begin, relative.start())
        object_ = _OBJECT.match(last.folded)
        return last.cut(object_.end()) if object_ else last
    front = _JOINT.match(text.folded)
    text = text.cut(front.end()) if front else text
    comma = text.folded.rfind(", ")
    if comma < 0:
        return text
    behind = text.cut(comma + 1)
    front = re.match(
        r"(?:like|unlike|in|at|for|under|below|within|alongside|besides|currently|due|owing|thanks|according|as|from|with"
        r"|to|on|between|since|during|when|also|"
        r"additionally|together|overall|here|today|internally)\b",
        text.folded,
    )
    return behind if front and behind.text else text
