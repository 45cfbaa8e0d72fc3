"""Say plainly who reports where, where a sentence tells it of several in two places: A reports to B, along with C."""

from __future__ import annotations

import re
from collections.abc import Callable

from orgviz.document.english.announced import is_name
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import NUMBER, number_in, read_phrase
from orgviz.document.english.reworded import together, without_stop, word
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_REPORTS = (
    r"(?:(?:directly\s)?(?:reports?|answers?)\s(?:directly\s)?to|falls?\sunder|belongs?\sto|(?:is|are)\s(?:a\s)?part\sof|"
    r"sits?\s(?:within|under|in))"
)
_COUNTED = pattern(
    rf"(?:the\s|these\s)?(?P<count>{NUMBER})\s[^,:;]{{3,50}}?\s(?P<verb>{_REPORTS})\s(?P<who>[^,:;]{{2,60}}?)(?::|,\snamely:?)\s"
)
_ALONG = pattern(
    rf"(?P<first>[^,:;]{{3,60}}?)\s(?P<verb>{_REPORTS})\s(?P<who>[^,:;]{{2,60}}?),\s"
    r"(?:along\swith|together\swith|alongside|as\swell\sas|as\s(?:do|does|are|is))\s(?P<more>[^:;]{3,160})"
)
_UNDER = pattern(
    r"(?P<first>[^:;]{5,160}?)\s(?:(?:are|is)\s(?:(?:all|both|now)\s)?(?:grouped|organi[sz]ed|placed|gathered|consolidated|united|"
    r"combined|brought\stogether)\sunder|(?:(?:all|both)\s)?rolls?\s(?:up\s)?(?:in)?to)\s(?P<who>[^,:;]{3,60})"
)
_TWO_LINES = pattern(
    r"\breports?\s(?:(?:functionally|operationally|technically|professionally)\sto\s[^,;]{3,60}?,?\s(?:and|but)\s(?:also\s)?"
    r"administratively\sto\s(?P<solid>[^,;]{3,60})|administratively\sto\s(?P<line>[^,;]{3,60}?),?\s(?:and|but)\s(?:also\s)?"
    r"(?:functionally|operationally|technically|professionally)\sto\s[^,;]{3,60})$"
)
_TEAM_OF = pattern(
    r"\b(?:leads?|manages?|supervises?|oversees?|heads?|runs?|directs?|has|have)(?P<vague>\s(?:a|an|his|her|their|its)\s(?:[a-z-]+\s)?"
    r"(?:team|staff|crew|group|brigade)\s(?:of|consisting\sof|made\sup\sof|comprising|that\sincludes|which\sincludes))\s"
    rf"(?={NUMBER}\b|an?\s)"
)

_THERE_IN = pattern(
    r"there\s(?:is|are)\s(?:currently\s)?(?P<what>[^:;]{3,160}?)\s(?:in|within|at)\s(?P<who>(?:the\s)?[^,:;]{2,50})"
)


def with_list_together(text: Passage) -> Passage:
    """Return a sentence with those of whom it speaks in one list; others as they are.

    >>> from orgviz.document.text.passages import passage
    >>> with_list_together(passage("The Yard Unit falls under the Works Bureau, along with the Mill Unit", 1, 1)).text
    'The Yard Unit and the Mill Unit are part of the Works Bureau'
    """
    for form, plainly in _FORMS:
        match = form(text.folded)
        if match is not None:
            return plainly(text, match)
    return text


def _counted(text: Passage, match: re.Match[str]) -> Passage:
    """Read `Two teams report to the Board: the A and the B`."""
    below = text.cut(match.end())
    items = read_enumeration(below).items
    are_told = len(items) == number_in(match["count"]) and all(map(is_name, items))
    return together(without_stop(below), word(text, _verb(match)), _above(text, match)) if are_told else text


def _along(text: Passage, match: re.Match[str]) -> Passage:
    """Read `The A reports to the Board, along with the B`."""
    below = together(text.cut(*match.span("first")), word(text, "and"), text.cut(*match.span("more")))
    are_told = all(map(is_name, read_enumeration(below).items))
    return together(without_stop(below), word(text, _verb(match)), _above(text, match)) if are_told else text


def _under(text: Passage, match: re.Match[str]) -> Passage:
    """Read `The A and the B are grouped under the Director`."""
    above = read_phrase(_above(text, match))
    is_post = above.sort is Sort.POST and above.is_proper
    below = without_stop(text.cut(*match.span("first")))
    return together(below, word(text, "report to"), _above(text, match)) if is_post else text


def _two_lines(text: Passage, match: re.Match[str]) -> Passage:
    """Read `reports functionally to the A and administratively to the B`: the second line is the one that is drawn."""
    return together(text.cut(0, match.start()), word(text, "reports to"), text.cut(*match.span(match.lastgroup or 0)))


def _team_of(text: Passage, match: re.Match[str]) -> Passage:
    """Read `leads a team of two clerks and a typist`: leads these."""
    items = read_enumeration(text.cut(match.end())).items
    are_told = bool(items) and all(item.sort is Sort.POST and item.is_counted for item in items)
    return together(text.cut(0, match.start("vague")), text.cut(match.end())) if are_told else text


def _there_in(text: Passage, match: re.Match[str]) -> Passage:
    """Read `There are two designers and a tester in Product`: Product has them."""
    who, what = read_phrase(text.cut(*match.span("who"))), text.cut(*match.span("what"))
    items = read_enumeration(what).items
    is_unit = who.sort in (Sort.UNIT, Sort.FIELD) and who.is_proper and not who.rest.text
    are_posts = bool(items) and all(item.sort is Sort.POST and item.is_counted and not item.rest.text for item in items)
    return together(text.cut(*match.span("who")), word(text, "has"), what) if is_unit and are_posts else text


def _verb(match: re.Match[str]) -> str:
    return "report to" if re.search("report|answer", match["verb"]) else "are part of"


def _above(text: Passage, match: re.Match[str]) -> Passage:
    return text.cut(*match.span("who"))


# How a sentence is searched for each form, and how what is found there is said plainly.
_FORMS: tuple[tuple[Callable[[str], re.Match[str] | None], Callable[[Passage, re.Match[str]], Passage]], ...] = (
    (_COUNTED.match, _counted),
    (_ALONG.fullmatch, _along),
    (_TWO_LINES.search, _two_lines),
    (_UNDER.fullmatch, _under),
    (_TEAM_OF.search, _team_of),
    (_THERE_IN.fullmatch, _there_in),
)
