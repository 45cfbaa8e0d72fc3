"""Tell English titles of what is done with units, or of how large they should be, from names of units."""

from __future__ import annotations

from orgviz.patterns import pattern

_UNITS = r"(?:teams?|groups?|committees?|departments?|divisions?|units?|squads?|chapters?|boards?|councils?)"
# Nobody works in these: Forming a committee, Transferring teams. An Organizing Committee is none of them.
_DONE = pattern(
    r"(?:[a-z]+ing (?:an?|the|your|our|another) "
    r"|(?:transferring|forming|creating|joining|leaving|starting|changing|growing|dividing|splitting|disbanding|"
    r"dissolving|retiring|switching|moving|proposing|establishing|closing|renaming|merging|finding|choosing|adding|"
    r"removing|contacting|scaling|structuring)"
    r" (?:up |to |from |of |with |between |in )?(?:(?:new|other) )?)"
    rf"(?:[a-z-]+ ){{0,3}}{_UNITS}(?: .*)?"
)
_SIZE = pattern(
    rf"(?:an? |the )?(?:minimum|maximum|optimal|optimum|ideal)(?: [a-z-]+){{0,2}} {_UNITS}"
    r"(?: (?:size|sizes|structure|composition))?(?: \S+:)?"
)

_FACTS = pattern(
    r"(?:[a-z]+ )?(?:things?|facts?|tips?|hints?|ideas?|rules?|reasons?|advice|news|questions?)\b.* (?:about|on|for) .*"
)


def is_about_units(folded: str) -> bool:
    """Whether a title tells of something that is done with units, or of the units that one would like to have.

    >>> is_about_units("forming a working group"), is_about_units("organizing committee"), is_about_units("ideal team")
    (True, False, True)
    """
    return folded.isascii() and bool(_DONE.fullmatch(folded) or _SIZE.fullmatch(folded) or _FACTS.fullmatch(folded))
