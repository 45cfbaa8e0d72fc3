"""Divide an English sentence that tells what a unit does and then of which units it consists, or whom it leads."""

from __future__ import annotations

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.reworded import together, word
from orgviz.document.english.titled_names import is_called_person
from orgviz.document.english.two_sentences import two_sentences
from orgviz.document.english.work_and_leader import work_and_leader
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_TWO = pattern(
    r"(?P<first>(?P<who>the\s[^,:;]{3,60}?)\s(?:(?:is|are|shall\sbe)\s(?:responsible|charged|tasked|accountable|concerned|entrusted|"
    r"elected|appointed|located|based|dedicated|open)\s(?:for|with|to|by|in|at|every)?\s?"
    r"|(?:meets|provides|handles|serves|works|runs|keeps|sits|stands|plans|sets|maintains|supports|advises|represents|looks)\s)"
    r"[^:;]{3,160}?),?\sand\s(?:also\s)?(?P<second>(?:houses|contains|includes|comprises|(?:shall\s)?consists?\sof|oversees|supervises|"
    r"manages|directs|reports\s(?:directly\s)?to|(?:is|are|shall\sbe)\s(?:led|headed|managed|run|chaired|supervised|directed|"
    r"overseen|staffed)\sby|(?:is|are|shall\sbe)\s(?:made\sup|composed)\sof|(?:is|are)\s(?:divided|organi[sz]ed|split)\sinto)\s"
    r"(?P<what>(?:the|an?|two|three|four|five)\s[^:;]{3,160}))"
)
# Everyone in Sales reports to Ann Lee: Sales does.
_EVERYONE = pattern(
    r"(?:(?:everyone|everybody|anyone|all\sstaff|all\semployees|all\sthe\sstaff|the\swhole|all)\s(?:in|at|of|from|on)\s|the\swhole\sof\s)"
    r"(?P<who>[^,:;]{2,60}?)\s(?:reports?|answers?)(?:\sdirectly)?\sto\s"
)
# Legal and Audit are central functions and report to: of which sort they are may be left out.
_OF_A_SORT = pattern(
    r"(?P<who>[^:;]{3,120}?)\s(?:is|are)\s(?:an?\s|the\s)?(?:[a-z-]+\s){0,3}(?:functions?|departments?|units?|teams?|services?|"
    r"offices?|roles?|posts?|positions?|staff|bodies|body)(?:\sand|,?\s(?:that|which)|,\sand)\s"
    r"(?:(?:all|both|directly|now)\s)*(?P<verb>(?:reports?|answers?)\s(?:directly\s)?to\s)"
)


def two_predicates(text: Passage) -> tuple[Passage, ...]:
    """Return the sentences that one holds which says two things; others as they are.

    >>> from orgviz.document.text.passages import passage
    >>> [one.text for one in two_predicates(passage("The Mill is charged with flour and houses the Yard Unit", 1, 1))]
    ['The Mill is charged with flour', 'The Mill houses the Yard Unit']
    """
    return tuple(one for said in two_sentences(text) for one in _predicates(said))


def _predicates(text: Passage) -> tuple[Passage, ...]:
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
        return work_and_leader(text) or (text,)
    who = text.cut(*match.span("who"))
    listing = read_enumeration(text.cut(*match.span("what")))
    are_named = bool(listing.items) and all(
        (item.is_proper and (item.sort in STRONG or listing.class_word)) or (item.sort is Sort.POST and item.is_counted)
        for item in listing.items
    )
    if read_phrase(who).rest.text or not are_named:
        return (text,)
    return text.cut(0, match.end("first")), together(who, text.cut(*match.span("second")))
