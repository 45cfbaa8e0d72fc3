"""Say an English sentence about an organisation in the plainest words that mean the same, before it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from orgviz.document.english.fields_of_units import FIELDS_OF, has_fields
from orgviz.document.english.heads_as_units import of_all_heads, of_heads
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import NUMBER, read_phrase
from orgviz.document.english.plain_words import (
    BESIDES,
    CLASS,
    HEADS,
    LED,
    LED_STEMS,
    MANY,
    ONES,
    PARTS,
    PARTS_STEMS,
    UNDER,
    WITHIN,
)
from orgviz.document.english.reworded import said, together, word
from orgviz.document.english.turned import are_named, turned
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage
from orgviz.document.text.triggers import triggered
from orgviz.document.text.word_beginnings import at_words

Reading = Callable[[Passage, "re.Match[str]"], Passage | None]


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a sentence and how it is said plainly; nothing where what it names is no unit or post."""

    pattern: re.Pattern[str]
    plainly: Reading


def rephrased(text: Passage) -> Passage:
    """Return a sentence in plain words: what has oversight of offices supervises them; other sentences as they are.

    >>> from orgviz.document.text.passages import passage
    >>> rephrased(passage("The Bursar has general oversight of the Till Office and the Fees Office", 1, 1)).text
    'The Bursar supervises the Till Office and the Fees Office'
    """
    outside = masked(text.folded)
    for form in _FORMS.called(text.folded):
        match = form.pattern.search(outside)
        plain = form.plainly(text, match) if match else None
        if plain is not None:
            return plain
    return text


def _leads(text: Passage, match: re.Match[str]) -> Passage | None:
    behind = read_enumeration(text.cut(match.end("verb")))
    return said(text, match, "supervises") if are_named(behind) else None


def _leads_class(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `is in charge of the other units of the Mill, namely Sacks, Carts and the Yard`."""
    items = read_enumeration(text.cut(match.end())).items
    are_names = len(items) > 1 and all(item.is_proper and not item.rest.text for item in items)
    return said(text, match, "oversees the following departments:") if are_names else None


def _in_charge_here(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `A circulation manager is in charge`: of the unit below whose heading that stands."""
    return said(text, match, "heads this unit") if read_phrase(text).sort is Sort.POST else None


def _consists(text: Passage, match: re.Match[str]) -> Passage | None:
    behind = read_enumeration(text.cut(match.end("verb")))
    return said(text, match, "consists of") if are_named(behind, 2) else None


def _is_part(text: Passage, match: re.Match[str]) -> Passage | None:
    subject = read_enumeration(text.cut(0, match.start("verb")))
    above = read_phrase(text.cut(match.end("verb")))
    is_one = above.sort in STRONG and above.is_proper and above.count is None
    return (
        said(text, match, "are part of" if len(subject.items) > 1 else "is part of")
        if (is_one and are_named(subject))
        else None
    )


def _heads(text: Passage, match: re.Match[str]) -> Passage | None:
    above = read_phrase(text.cut(match.end("verb")))
    return said(text, match, "is the head of") if above.sort is Sort.UNIT and above.is_proper else None


def _there(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `There are three committees of the Board: the A, the B and the C`: the Board has three committees."""
    above = read_phrase(text.cut(*match.span("who")))
    if above.sort not in STRONG or above.rest.text or not above.is_proper:
        return None
    what, behind = text.cut(*match.span("what")), text.cut(match.end())
    return together(text.cut(*match.span("who")), word(text, "has"), what, behind)


def _reports(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `Captains take their orders from the Chief`."""
    return said(text, match, "report to")


def _without_vague(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `oversees a number of units, including the A and the B`: what is named counts."""
    behind = text.cut(match.end())
    items = read_enumeration(behind).items
    are_names = len(items) > 1 and all(item.is_proper or item.count for item in items)
    is_told = are_names and any(item.sort in STRONG for item in items)
    return together(text.cut(0, match.start("vague")), behind) if is_told else None


# Each with words of which every sentence of the form holds one.
_FORMS = triggered(
    (
        _Form(re.compile(rf"{at_words(LED_STEMS)}(?P<verb>{LED})\s(?=\S)"), _leads),
        (
            "supervision oversight authority leadership direction control management administration responsibility "
            "jurisdiction command accountable charge answerable coordinate"
        ),
    ),
    (
        _Form(re.compile(rf"{at_words(PARTS_STEMS)}(?P<verb>{PARTS})\s(?=\S)"), _consists),
        "encompass embrace incorporate constituted operate works carries served",
    ),
    (
        _Form(
            re.compile(
                r"\b(?:supervises?|oversees?|manages?|leads?|directs?|(?:assisted|supported|advised|aided|helped)\b[^,:;]{0,60}?\sby)\s"
                r"(?:[^,:;]{3,60}?\s(?:as\swell\sas|and)\s)?(?P<vague>(?:an?\s(?:\w+\s)?(?:number|range|variety|group|team|staff)"
                r"\sof|several|various|many)\s[^,:;]{3,80}?),?\s(?:including|such\sas|among\sthem|(?:that|which)\sincludes?)\s"
            ),
            _without_vague,
        ),
        "include including such among",
    ),
    (
        _Form(
            re.compile(
                r"\b(?:supervises?|oversees?|manages?|leads?|directs?)(?P<vague>(?:\s(?:and|or)\s[a-z]+s)?\s(?:the|its|his|her|all)"
                rf"\s(?:[\w-]+'s\s)?{NUMBER}\s(?:[a-z-]+\s){{0,2}}(?:{MANY})[,:])\s"
            ),
            _without_vague,
        ),
        "supervise oversee manage lead direct",
    ),
    (
        _Form(
            re.compile(
                r"\b(?P<verb>(?:is|are|(?:shall|will|must)\sbe)\s(?:also\s)?(?:responsible|accountable|in\scharge)\s(?:for|of)\s"
                r"(?:(?:the|all|any|other|paid|remaining|supervising|managing|leading|work\sof)\s)*"
                r"(?:staff|employees|personnel|team\smembers|workers|volunteers)(?:\smembers)?,?\s"
                r"(?:including|such\sas|namely|among\sthem))\s(?=\S)"
            ),
            _leads,
        ),
        "responsible accountable charge",
    ),
    (
        _Form(
            re.compile(
                r"\b(?P<verb>(?:is|are|(?:shall|will)\sbe)\s(?:responsible\sfor|in\scharge\sof)\s[^,:;]{3,60}?"
                rf"\b(?:{MANY})\b[^,:;]{{0,30}}?,\s(?:namely|including|which\sare))\s(?=\S)"
            ),
            _leads_class,
        ),
        "namely including which",
    ),
    (
        _Form(
            re.compile(
                r"^[^,:;]{3,60}?\s(?P<verb>(?:receives?|takes?)\s(?:(?:all|their|its|his|her|the|daily)\s)*"
                r"(?:orders|instructions|directions?|duties|assignments)(?:\sand\s[a-z]+)?"
                r"(?:\s(?:only|directly|solely))?\sfrom)\s(?=\S)"
            ),
            _reports,
        ),
        "orders instructions direction directions duties assignments",
    ),
    (
        _Form(FIELDS_OF, has_fields),
        "functions sectors services areas",
    ),
    (
        _Form(
            re.compile(rf"^(?:the|our|an?|all)\s[^,:;]{{3,120}}?\s(?P<verb>{WITHIN})\s(?=(?:the|our|its)\s)"), _is_part
        ),
        (
            "located housed situated placed lodged based within under department division unit office section team "
            "branch bureau group committee arm arms directorate part"
        ),
    ),
    (
        _Form(re.compile(rf"{at_words('serve act function')}(?P<verb>{HEADS})\s(?=\S)"), _heads),
        "serve act acts function",
    ),
    (
        _Form(
            re.compile(
                r"^(?:(?:assigned|attached|subordinate|belonging|answering|answerable)\s(?:directly\s)?to|branching\s(?:off\s)?"
                r"from|(?:directly\s)?(?:under|below|beneath|underneath)\s(?=[^,:;]{3,60}:))\s?"
                r"(?P<who>[^,:;]{3,60}?)(?:\s(?:are|is)(?:\salso)?:?|:)\s"
            ),
            turned,
        ),
        "assigned attached subordinate belonging answering branching under below beneath underneath directly",
    ),
    (
        _Form(
            re.compile(
                rf"^{BESIDES}{ONES}\s(?:(?:who|that|which|are|is|fall|all|directly)\s)*{UNDER}\s(?P<who>[^,:;]{{2,60}}?)"
                r"(?:\s(?:are|include|comprise|consist\sof)(?:\sthe\sfollowing)?:?\s|:\s)"
            ),
            turned,
        ),
        "reporting under supervised overseen assigned attached within",
    ),
    (
        _Form(
            re.compile(
                r"^(?:the\s|all\s)*(?:heads?|leaders?|leads?|chiefs?|managers?|directors?)\sof\s(?P<units>[^:;]{5,160}?)"
                r",?\s(?:(?:all|each|both|directly)\s)*(?P<verb>report\s(?:directly\s)?to\s)"
            ),
            of_heads,
        ),
        "head heads leader leaders lead leads chief chiefs manager managers director directors",
    ),
    (
        _Form(
            re.compile(
                r"^(?:(?:all|the|our|these|other)\s)*(?P<verb>(?:(?P<unit>department|division|team|unit|section)\s"
                r"(?:heads|leaders|managers|directors|leads|chiefs)|(?:heads|leaders|managers|directors|chiefs)\sof\s"
                r"(?:the\s|all\s)*(?P<of>department|division|team|unit|section)s?)\s(?:all\s)?report\s(?:directly\s)?to)\s"
            ),
            of_all_heads,
        ),
        "report",
    ),
    (
        _Form(
            re.compile(
                r"^(?:an?|the|our)\s[^,:;]{3,50}?\s(?P<verb>(?:is|are)\s(?:also\s)?in\s(?:overall\s)?charge(?:\shere)?)$"
            ),
            _in_charge_here,
        ),
        "charge",
    ),
    (
        _Form(
            re.compile(
                r"^(?:within\s(?P<who>it|(?:the|this|our)\s[^,:;]{3,60}?)|under\s(?P<whose>the\s[^,:;']{3,60}?)'s\s(?:\w+\s)?"
                r"(?:supervision|direction|authority|leadership|command))\s(?:are|is|sit|stand)(?:\salso)?:?\s(?=(?:the|an?)\s)"
            ),
            turned,
        ),
        "within under",
    ),
    (
        _Form(
            re.compile(
                rf"^there\s(?:are|shall\sbe|will\sbe)\s(?P<what>{NUMBER}\s(?:[a-z-]+\s){{0,2}}(?:{CLASS}))\s(?:of|in|within|"
                r"under)\s(?P<who>[^,:;]{3,60}?)(?=:|,\s(?:namely|which\sare)|$)"
            ),
            _there,
        ),
        "there",
    ),
    (
        _Form(
            re.compile(
                r"^(?:within|in|under)\s(?P<who>(?:the|our)\s[^,:;]{3,60}?),?\sthere\s(?:are|shall\sbe|will\sbe)\s(?P<what>.+)"
            ),
            _there,
        ),
        "there",
    ),
)
