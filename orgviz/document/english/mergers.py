"""Say plainly by whom a unit is led that others merge into: A and B become one department, led by Ann Lee."""

from __future__ import annotations

import re

from orgviz.document.english.reworded import together, word
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_CLASS = r"(?:department|division|team|unit|group|function|section|office|branch|directorate)"
_INTO_ONE = pattern(
    r"(?:from\s[^,:;]{3,30},\s)?(?P<who>[^:;]{3,120}?)\s(?:(?:will|are|is|have|been|be|being|now)\s)*"
    r"(?:merg(?:e|es|ed|ing)|combin(?:e|es|ed|ing)|becom(?:e|es|ing)|join(?:ed)?)\s(?:in)?(?:to\s)?(?:(?:form|create)\s)?"
    rf"(?:one|an?\s(?:single|joint|new))\s(?:new\s)?(?P<class>{_CLASS})(?:,?\s(?:(?:called|named)\s)?(?P<name>[^,:;]{{3,50}}?))?"
    r"(?:,\s|\s)(?:(?:to\sbe|which\s(?:is|will\sbe)|and\s(?:is|will\sbe))\s)?"
    r"(?P<verb>(?:led|headed|run|managed|chaired|overseen)\s(?:up\s)?by|under|reporting(?:\sdirectly)?\sto)\s(?P<above>[^:;]{2,60})"
)
_TELLS_CLASS = pattern(rf"(?i)\b(?:the|our)\s|\s{_CLASS}s?\b")


def as_merged(text: Passage) -> Passage | None:
    """Return who leads the unit that others become; nothing where a sentence tells of no such.

    >>> from orgviz.document.text.passages import passage
    >>> as_merged(passage("Mills and Yards become one department, led by Ann Lee", 1, 1)).text
    'The Mills and Yards Department is led by Ann Lee'
    """
    match = _INTO_ONE.fullmatch(text.folded)
    name = _name(text, match) if match is not None else None
    if match is None or name is None:
        return None
    verb = "reports to" if "report" in match["verb"] else "is led by"
    return together(name, word(text, verb), text.cut(*match.span("above")))


def _name(text: Passage, match: re.Match[str]) -> Passage | None:
    """Return the name of the new unit: its own, or those of the ones that it is made of, together."""
    if match["name"]:
        name = text.cut(*match.span("name"))
        return name if have_capitals(name.text.removeprefix("the ").split()) else None
    whole = _TELLS_CLASS.sub("", text.text[slice(*match.span("who"))]).strip()
    if " and " not in whole or not have_capitals(whole.split()):
        return None
    return word(text.cut(match.start("who")), f"The {whole} {match['class'].title()}")
