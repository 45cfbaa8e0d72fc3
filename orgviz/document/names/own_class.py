"""Tell by the text behind a name that it names a unit, or a post: Spa - This department keeps the baths."""

from __future__ import annotations

from typing import Final

from orgviz.document.names.sorts import Sort
from orgviz.patterns import pattern

CLASS: Final = (
    r"(?:team|sub-?team|department|dept\.?|division|committee|sub-?committee|crew|squad|directorate|bureau|"
    r"working group|task force|council|branch)"
)
_WHICH_CLASS: Final = rf"(?:{CLASS}|group|board|office|unit|section|chapter|desk)"
_POST: Final = r"(?:role|position|post|job|officer|person|individual|manager|director|volunteer)"
_DOES: Final = (
    r"(?:\s(?!of\b|for\b|and\b|or\b|in\b|on\b|to\b)[a-z]+ly|\s(?:also|then|often))?\s"
    r"(?:is|are|has|have|was|were|will|shall|must|may|can|(?!was\b|this\b|its\b|as\b|us\b)[a-z]{2,}(?<!s)s|"
    r"(?:comprise|oversee|process|discuss|dis?miss|pass|guess)e?s?)\b"
)
_CALLED = pattern(
    rf"this (?:[a-z]+ )?(?:(?P<unit>{_WHICH_CLASS})|(?P<post>{_POST})){_DOES}"
    rf"|(?:the|our) (?P<name>[a-z][a-z0-9 &/,'’()-]{{1,60}}?) (?P<named>{_WHICH_CLASS}){_DOES}"
    rf"|(?:the|our) (?:{CLASS}){_DOES}"
    rf"|(?:is |are )?(?:the|an?|our) (?:[a-z-]+ ){{0,3}}?{_WHICH_CLASS}"
    r" (?:that|which|who|responsible|in charge|charged|tasked|entrusted|dedicated)\b"
)
_WORD = pattern(r"[a-z]{3,}")
_MAY_CALL = pattern(r"(?:this|the|our|an?|is|are) ")


def called_behind(name: str, rest: str) -> Sort | None:
    """Return what the folded text behind a folded name calls that which is named; nothing where it does not.

    A text that speaks of a unit by a name calls so what is named only where both share a word.

    >>> called_behind("spa", "this department keeps the baths"), called_behind("money", "the audit team counts it")
    (<Sort.UNIT: 'unit'>, None)
    """
    match = _CALLED.match(rest) if _MAY_CALL.match(rest) else None
    if match is None:
        return None
    if match["post"]:
        return Sort.POST
    if match["name"] and _WORD.findall(name) and set(_WORD.findall(match["name"])).isdisjoint(_WORD.findall(name)):
        return None
    return Sort.UNIT
