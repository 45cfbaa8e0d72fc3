"""Say plainly who reports where, where a sentence tells it of several in two places: A reports to B, along with C."""

from __future__ import annotations

import re

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import NUMBER, Phrase, number_in, read_phrase
from orgviz.document.english.reworded import together, word
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage

_REPORTS = (
    r"(?:(?:directly\s)?(?:reports?|answers?)\s(?:directly\s)?to|falls?\sunder|belongs?\sto|(?:is|are)\s(?:a\s)?part\sof|"
    r"sits?\s(?:within|under|in))"
)
_COUNTED = re.compile(
    rf"(?:the\s|these\s)?(?P<count>{NUMBER})\s[^,:;]{{3,50}}?\s(?P<verb>{_REPORTS})\s(?P<who>[^,:;]{{2,60}}?)(?::|,\snamely:?)\s"
)
_ALONG = re.compile(
    rf"(?P<first>[^,:;]{{3,60}}?)\s(?P<verb>{_REPORTS})\s(?P<who>[^,:;]{{2,60}}?),\s"
    r"(?:along\swith|together\swith|alongside|as\swell\sas|as\s(?:do|does|are|is))\s(?P<more>[^:;]{3,160})"
)
_UNDER = re.compile(
    r"(?P<first>[^:;]{5,160}?)\s(?P<verb>(?:are|is)\s(?:(?:all|both|now)\s)?(?:grouped|organi[sz]ed|placed|gathered|consolidated|united|"
    r"combined|brought\stogether)\sunder|(?:(?:all|both)\s)?rolls?\s(?:up\s)?(?:in)?to)\s(?P<who>[^,:;]{3,60})"
)
# Reports functionally to the A and administratively to the B: the second line is the one that is drawn.
_TWO_LINES = re.compile(
    r"\b(?P<verb>reports?\s)(?:(?:functionally|operationally|technically|professionally)\sto\s[^,;]{3,60}?,?\s(?:and|but)\s(?:also\s)?"
    r"administratively\sto\s(?P<solid>[^,;]{3,60})|administratively\sto\s(?P<line>[^,;]{3,60}?),?\s(?:and|but)\s(?:also\s)?"
    r"(?:functionally|operationally|technically|professionally)\sto\s[^,;]{3,60})$"
)
_TEAM_OF = re.compile(
    r"\b(?:leads?|manages?|supervises?|oversees?|heads?|runs?|directs?|has|have)(?P<vague>\s(?:a|an|his|her|their|its)\s(?:[a-z-]+\s)?"
    r"(?:team|staff|crew|group|brigade)\s(?:of|consisting\sof|made\sup\sof|comprising|that\sincludes|which\sincludes))\s"
    rf"(?={NUMBER}\b|an?\s)"
)


def with_list_together(text: Passage) -> Passage:
    """Return a sentence with those of whom it speaks in one list; others as they are.

    >>> from orgviz.document.text.passages import passage
    >>> with_list_together(passage("The Yard Unit falls under the Works Bureau, along with the Mill Unit", 1, 1)).text
    'The Yard Unit and the Mill Unit are part of the Works Bureau'
    """
    counted = _COUNTED.match(text.folded)
    if counted is not None:
        items = read_enumeration(text.cut(counted.end())).items
        are_told = len(items) == number_in(counted["count"]) and all(map(_is_name, items))
        return _put_below(text.cut(counted.end()), counted, text) if are_told else text
    along = _ALONG.fullmatch(text.folded)
    if along is not None:
        both = together(text.cut(*along.span("first")), word(text, "and"), text.cut(*along.span("more")))
        are_told = all(map(_is_name, read_enumeration(both).items))
        return _put_below(both, along, text) if are_told else text
    lines = _TWO_LINES.search(text.folded)
    if lines is not None:
        return together(
            text.cut(0, lines.start("verb")),
            word(text, "reports to"),
            text.cut(*lines.span("solid" if lines["solid"] else "line")),
        )
    under = _UNDER.fullmatch(text.folded)
    if under is not None:
        above, below = read_phrase(text.cut(*under.span("who"))), text.cut(*under.span("first"))
        return _put_below(below, under, text, "report to") if above.sort is Sort.POST and above.is_proper else text
    team = _TEAM_OF.search(text.folded)
    items = read_enumeration(text.cut(team.end())).items if team else ()
    are_counted = bool(items) and all(item.sort is Sort.POST and _is_counted(item) for item in items)
    if team is None or not are_counted:
        return text
    return together(text.cut(0, team.start("vague")), text.cut(team.end()))


def _put_below(below: Passage, match: re.Match[str], text: Passage, verb: str = "are part of") -> Passage:
    verb = "report to" if re.search("report|answer", match["verb"]) else verb
    end = len(below.folded.rstrip(" .;"))
    return together(below.cut(0, end), word(text, verb), text.cut(*match.span("who")))


def _is_name(item: Phrase) -> bool:
    return item.sort in STRONG and item.is_proper and not item.rest.text


def _is_counted(item: Phrase) -> bool:
    return item.count is not None or item.before in ("a", "an")
