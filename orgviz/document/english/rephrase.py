"""Say an English sentence about an organisation in the plainest words that mean the same, before it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from orgviz.document.english.fields_of_units import FIELDS_OF, has_fields
from orgviz.document.english.heads_as_units import of_all_heads, of_heads
from orgviz.document.english.phrases import NUMBER
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
from orgviz.document.english.said_plainly import (
    are_told,
    consists,
    heads,
    in_charge_here,
    is_part,
    leads,
    leads_class,
    reports,
    there,
    without_vague,
)
from orgviz.document.english.turned import turned
from orgviz.document.names.entry import masked
from orgviz.document.text.passages import Passage
from orgviz.document.text.triggers import triggered
from orgviz.document.text.word_beginnings import at_words
from orgviz.patterns import pattern

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


# Each with words of which every sentence of the form holds one.
_FORMS = triggered(
    (
        _Form(pattern(rf"{at_words(LED_STEMS)}(?P<verb>{LED})\s(?=\S)"), leads),
        (
            "supervision oversight authority leadership direction control management administration responsibility "
            "jurisdiction command accountable charge answerable coordinate"
        ),
    ),
    (
        _Form(pattern(rf"{at_words(PARTS_STEMS)}(?P<verb>{PARTS})\s(?=\S)"), consists),
        "encompass embrace incorporate constituted operate works carries served home",
    ),
    (
        _Form(
            pattern(
                r"\b(?:supervises?|oversees?|manages?|leads?|directs?|(?:assisted|supported|advised|aided|helped)\b[^,:;]{0,60}?\sby)\s"
                r"(?:[^,:;]{3,60}?\s(?:as\swell\sas|and)\s)?(?P<vague>(?:an?\s(?:\w+\s)?(?:number|range|variety|group|team|staff)"
                r"\sof|several|various|many)\s[^,:;]{3,80}?),?\s(?:including|such\sas|among\sthem|(?:that|which)\sincludes?)\s"
            ),
            without_vague,
        ),
        "include including such among",
    ),
    (
        _Form(
            pattern(
                r"\b(?:supervises?|oversees?|manages?|leads?|directs?)(?P<vague>(?:\s(?:and|or)\s[a-z]+s)?\s(?:the|its|his|her|all)"
                rf"\s(?:[\w-]+'s\s)?{NUMBER}\s(?:[a-z-]+\s){{0,2}}(?:{MANY})[,:])\s"
            ),
            without_vague,
        ),
        "supervise oversee manage lead direct",
    ),
    (
        _Form(
            pattern(
                r"\b(?P<verb>(?:is|are|(?:shall|will|must)\sbe)\s(?:also\s)?(?:responsible|accountable|in\scharge)\s(?:for|of)\s"
                r"(?:(?:the|all|any|other|paid|remaining|supervising|managing|leading|work\sof)\s)*"
                r"(?:staff|employees|personnel|team\smembers|workers|volunteers)(?:\smembers)?,?\s"
                r"(?:including|such\sas|namely|among\sthem))\s(?=\S)"
            ),
            leads,
        ),
        "responsible accountable charge",
    ),
    (
        _Form(
            pattern(
                r"\b(?P<verb>(?:is|are|(?:shall|will)\sbe)\s(?:responsible\sfor|in\scharge\sof)\s[^,:;]{3,60}?"
                rf"\b(?:{MANY})\b[^,:;]{{0,30}}?(?:,\s(?:namely|including|which\sare)|:))\s(?=\S)"
            ),
            leads_class,
        ),
        "responsible charge",
    ),
    (
        _Form(
            pattern(
                r"^[^,:;]{3,60}?\s(?P<verb>(?:receives?|takes?)\s(?:(?:all|their|its|his|her|the|daily)\s)*"
                r"(?:orders|instructions|directions?|duties|assignments)(?:\sand\s[a-z]+)?"
                r"(?:\s(?:only|directly|solely))?\sfrom)\s(?=\S)"
            ),
            reports,
        ),
        "orders instructions direction directions duties assignments",
    ),
    (
        _Form(FIELDS_OF, has_fields),
        "functions sectors services areas",
    ),
    (
        _Form(pattern(rf"^(?:the|our|an?|all)\s[^,:;]{{3,120}}?\s(?P<verb>{WITHIN})\s(?=(?:the|our|its)\s)"), is_part),
        (
            "located housed situated placed lodged based within under department division unit office section team "
            "branch bureau group committee arm arms directorate part"
        ),
    ),
    (
        _Form(pattern(rf"{at_words('serve act function')}(?P<verb>{HEADS})\s(?=\S)"), heads),
        "serve act acts function",
    ),
    (
        _Form(
            pattern(
                r"^(?:(?:assigned|attached|subordinate|belonging|answering|answerable)\s(?:directly\s)?to|branching\s(?:off\s)?"
                r"from|(?:working|serving|sitting|placed|ranking)\s(?:directly\s)?(?:under|below|beneath|underneath)"
                r"|(?:directly\s)?(?:under|below|beneath|underneath)\s(?=[^,:;]{3,60}:))\s?"
                r"(?P<who>[^,:;]{3,60}?)(?:\s(?:are|is)(?:\salso)?:?|:)\s"
            ),
            turned,
        ),
        (
            "working serving sitting placed ranking assigned attached subordinate belonging answering branching under "
            "below beneath underneath directly"
        ),
    ),
    (
        _Form(
            pattern(
                rf"^{BESIDES}{ONES}\s(?:(?:who|that|which|are|is|fall|all|directly)\s)*{UNDER}\s(?P<who>[^,:;]{{2,60}}?)"
                r"(?:\s(?:are|include|comprise|consist\sof)(?:\sthe\sfollowing)?:?\s|:\s)"
            ),
            turned,
        ),
        "reporting under supervised overseen assigned attached within",
    ),
    (
        _Form(
            pattern(
                r"^(?:the\s|all\s)*(?:heads?|leaders?|leads?|chiefs?|managers?|directors?)\sof\s(?P<units>[^:;]{5,160}?)"
                r",?\s(?:(?:all|each|both|directly)\s)*(?P<verb>report\s(?:directly\s)?to\s)"
            ),
            of_heads,
        ),
        "head heads leader leaders lead leads chief chiefs manager managers director directors",
    ),
    (
        _Form(
            pattern(
                rf"^(?:(?:all|the|our|these|other|{NUMBER})\s)*(?P<verb>(?:(?P<unit>department|division|team|unit|section|committee|squad|"
                r"bureau)\s(?:heads|leaders|managers|directors|leads|chiefs|commanders|chairs|supervisors|coordinators)|"
                r"(?:heads|leaders|managers|directors|chiefs)\sof\s"
                r"(?:the\s|all\s)*(?P<of>department|division|team|unit|section)s?)\s(?:all\s)?report\s(?:directly\s)?to)\s"
            ),
            of_all_heads,
        ),
        "report",
    ),
    (
        _Form(
            pattern(
                r"^(?:an?|the|our)\s[^,:;]{3,50}?\s(?P<verb>(?:is|are)\s(?:also\s)?in\s(?:overall\s)?charge(?:\shere)?)$"
            ),
            in_charge_here,
        ),
        "charge",
    ),
    (
        _Form(
            pattern(
                r"^(?:within\s(?P<who>it|(?:the|this|our)\s[^,:;]{3,60}?)|under\s(?P<whose>the\s[^,:;']{3,60}?)'s\s(?:\w+\s)?"
                r"(?:supervision|direction|authority|leadership|command))\s(?:are|is|sit|stand)(?:\salso)?:?\s(?=(?:the|an?)\s)"
            ),
            turned,
        ),
        "within under",
    ),
    (
        _Form(
            pattern(
                r"^(?:(?:the|our|its|these)\s)?(?:[a-z-]+\s)?(?:officers|positions|roles|posts|departments|divisions|teams|units|committees)"
                r"(?:\s(?:of|in|at)\s[^,:;]{3,50}?)?(?:\s(?:currently|now))?\s(?P<verb>are|(?:shall|will)\sbe)\s(?!the\b|their\b|our\b|an?\b)"
            ),
            are_told,
        ),
        "officer position role post department division team unit committee",
    ),
    (
        _Form(
            pattern(
                r"\b(?:has|have|employs?)\s(?P<vague>(?:a\s(?:total|staff)\sof\s)?(?:(?:\d{1,3}|"
                rf"{NUMBER})\s)?(?:[a-z-]+\s)?(?:staff|employees|people|members|persons)(?:\smembers)?(?:,|:)?\s"
                r"(?:including|consisting\sof|comprising|made\sup\sof|composed\sof|namely))\s"
            ),
            without_vague,
        ),
        "staff employee people member person",
    ),
    (
        _Form(
            pattern(
                rf"^there\s(?:are|shall\sbe|will\sbe)\s(?P<what>{NUMBER}\s(?:[a-z-]+\s){{0,2}}(?:{CLASS}))\s(?:of|in|within|"
                r"under)\s(?P<who>[^,:;]{3,60}?)(?=:|,\s(?:namely|which\sare)|$)"
            ),
            there,
        ),
        "there",
    ),
    (
        _Form(
            pattern(
                r"^(?:within|in|under)\s(?P<who>(?:the|our)\s[^,:;]{3,60}?),?\sthere\s(?:are|shall\sbe|will\sbe)\s(?P<what>.+)"
            ),
            there,
        ),
        "there",
    ),
)
