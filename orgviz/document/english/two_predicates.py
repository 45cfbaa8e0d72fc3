"""Divide an English sentence that tells what a unit does and then of which units it consists, or whom it leads."""

from __future__ import annotations

import re

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.reworded import together, word
from orgviz.document.english.titled_names import is_called_person
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage

_TWO = re.compile(
    r"(?P<first>(?P<who>the\s[^,:;]{3,60}?)\s(?:(?:is|are|shall\sbe)\s(?:responsible|charged|tasked|accountable|concerned|entrusted|"
    r"elected|appointed|located|based|dedicated|open)\s(?:for|with|to|by|in|at|every)?\s?"
    r"|(?:meets|provides|handles|serves|works|runs|keeps|sits|stands|plans|sets|maintains|supports|advises|represents|looks)\s)"
    r"[^:;]{3,160}?),?\sand\s(?:also\s)?(?P<second>(?:houses|contains|includes|comprises|(?:shall\s)?consists?\sof|oversees|supervises|"
    r"manages|directs|reports\s(?:directly\s)?to|(?:is|are|shall\sbe)\s(?:led|headed|managed|run|chaired|supervised|directed|"
    r"overseen|staffed)\sby|(?:is|are|shall\sbe)\s(?:made\sup|composed)\sof|(?:is|are)\s(?:divided|organi[sz]ed|split)\sinto)\s"
    r"(?P<what>(?:the|an?|two|three|four|five)\s[^:;]{3,160}))"
)
# Everyone in Sales reports to Ann Lee: Sales does.
_EVERYONE = re.compile(
    r"(?:(?:everyone|everybody|anyone|all\sstaff|all\semployees|all\sthe\sstaff|the\swhole|all)\s(?:in|at|of|from|on)\s|the\swhole\sof\s)"
    r"(?P<who>[^,:;]{2,60}?)\s(?:reports?|answers?)(?:\sdirectly)?\sto\s"
)
# Legal and Audit are central functions and report to: of which sort they are may be left out.
_OF_A_SORT = re.compile(
    r"(?P<who>[^:;]{3,120}?)\s(?:is|are)\s(?:an?\s|the\s)?(?:[a-z-]+\s){0,3}(?:functions?|departments?|units?|teams?|services?|"
    r"offices?|roles?|posts?|positions?|staff|bodies|body)(?:\sand|,?\s(?:that|which)|,\sand)\s"
    r"(?:(?:all|both|directly|now)\s)*(?P<verb>(?:reports?|answers?)\s(?:directly\s)?to\s)"
)


# Split into Web and Data, each with its own lead: each has one.
_EACH_WITH = re.compile(
    r"(?P<first>[^;]{12,}?)\s?[,–—-]\s?each\s(?:one\s)?(?:with|having)\s(?P<what>(?:its\sown|their\sown|an?|one|two)\s[^:;]{3,80})"
)


# Headed by the Forester, with two wardens beneath: these report to the Forester.
_BENEATH = re.compile(
    r"(?P<first>[^;:]{3,90}?\s(?:led|headed(?:\sup)?|run|managed|directed|overseen|chaired|supervised|commanded)\sby\s"
    r"(?P<who>(?:the|an?|our)\s[^,;:]{3,60}?)),?\s(?:and\s)?with\s(?P<what>[^;:]{3,160}?)\s(?:directly\s)?"
    r"(?:beneath|under(?:neath)?|below|(?:working|serving|sitting)\sunder|reporting\sto)(?:\s(?:him|her|them|it))?"
)
# Cranes is the largest unit, with a foreman and two riggers: it has them.
_WITH = re.compile(
    r"(?P<who>[^,:;]{2,60}?)\s(?:is|are)\s(?:an?|the|our|one\sof\s(?:the|our))\s(?:[a-z-]+\s){0,4}"
    r"(?:departments?|divisions?|units?|teams?|sections?|crews?|offices?|groups?|squads?|branch(?:es)?)"
    r"(?:\s(?:of|in|at)\s[^,:;]{2,50}?)?,?\swith\s(?P<what>(?:an?|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s[^;:]{3,200})"
)
_HALF = re.compile(
    r"\s?(?:and\s|while\s)?(?!the\s(?:first|second|third|fourth|last)\s)[^,:;]{3,80}?\s(?:is|are|has|have|reports?|heads?|leads?|"
    r"manages?|oversees?|supervises?|directs?|commands?|runs?|consists?|comprises?|comes?|belongs?|works?|includes?|contains?)\s"
)


def _halves(text: Passage) -> list[Passage]:
    """Return the sentences between whose halves a semicolon stands, and not the items of a list."""
    if ";" not in text.folded:
        return [text]
    parts = list(text.split(match.span() for match in re.finditer(r";\s", text.folded)))
    return parts if all(_HALF.match(part.folded) for part in parts) else [text]


def two_predicates(text: Passage) -> tuple[Passage, ...]:
    """Return the sentences that one holds which says two things; others as they are.

    >>> from orgviz.document.text.passages import passage
    >>> [one.text for one in two_predicates(passage("The Mill is charged with flour and houses the Yard Unit", 1, 1))]
    ['The Mill is charged with flour', 'The Mill houses the Yard Unit']
    """
    return tuple(one for half in _halves(text) for one in _two(half))


def _two(text: Passage) -> tuple[Passage, ...]:
    beneath, having = _BENEATH.fullmatch(text.folded), _WITH.fullmatch(text.folded)
    if beneath is not None:
        what = text.cut(*beneath.span("what"))
        return text.cut(0, beneath.end("first")), together(
            what, word(what, "report to"), text.cut(*beneath.span("who"))
        )
    if having is not None:
        what = text.cut(having.start("what"))
        return (together(text.cut(*having.span("who")), word(what, "has"), what),)
    each = _EACH_WITH.fullmatch(text.folded)
    if each is not None:
        what = text.cut(each.start("what"))
        return text.cut(0, each.end("first")), together(word(what, "Each has"), what)
    sort = _OF_A_SORT.match(text.folded)
    everyone = _EVERYONE.match(text.folded)
    if everyone is not None:
        above = text.cut(everyone.end())
        verb = "is led by" if is_called_person(read_phrase(above).name) else "reports to"
        return (together(text.cut(*everyone.span("who")), word(text, verb), above),)
    sort = _OF_A_SORT.match(text.folded)
    if sort is not None:
        return (together(text.cut(0, sort.end("who")), text.cut(sort.start("verb"))),)
    match = _TWO.fullmatch(text.folded) if " and " in text.folded else None
    if match is None:
        return (text,)
    who = text.cut(*match.span("who"))
    listing = read_enumeration(text.cut(*match.span("what")))
    are_named = bool(listing.items) and all(
        (item.is_proper and (item.sort in STRONG or listing.class_word)) or (item.sort is Sort.POST and item.is_counted)
        for item in listing.items
    )
    if read_phrase(who).rest.text or not are_named:
        return (text,)
    return text.cut(0, match.end("first")), together(who, text.cut(*match.span("second")))
