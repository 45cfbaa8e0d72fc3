"""Say an English sentence about an organisation in the plainest words that mean the same, before it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from orgviz.document.english.lists import Enumeration, read_enumeration
from orgviz.document.english.phrases import NUMBER, read_phrase
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage, joined, passage
from orgviz.document.text.word_beginnings import at_words

_MANY = (
    r"departments|divisions|units|offices|sections|teams|branches|bureaus|areas|groups|committees|positions|posts|"
    r"officers"
)
_CLASS = (
    r"departments?|divisions?|units?|offices?|sections?|teams?|branch|branches|bureaus?|groups?|committees?|arms?|"
    r"directorates?|parts?"
)
_KIND = (
    r"(?:overall|direct|administrative|executive|primary|full|general|supervisory|line|operational|managerial|"
    r"functional|ultimate|immediate|strategic|day-to-day|daily|effective|efficient|sole|joint|the|and)"
)
# What somebody has over those whom he or she leads.
_LEADERSHIP = (
    r"(?:supervision|oversight|authority|leadership|direction|control|management|administration|responsibility|"
    r"jurisdiction|command|supervisory responsibilit(?:y|ies))"
)
# What there is of a unit that somebody looks after as its leader.
_RUNNING = (
    r"(?:operations?|supervision|oversight|management|direction|leadership|administration|activities|work|"
    r"coordination|functioning|performance|running)"
)
_LEADING = r"(?:supervising|overseeing|managing|leading|directing|coordinating|administering|heading)"
_AND = r"(?:,?\s(?:and|or)\s|,\s)"
_BE = r"(?:is|are|(?:shall|will|must)\sbe)"
_ADV = r"(?:\s(?:also|currently|directly|administratively|organi[sz]ationally|both|all|each|in\sturn))*"
_LED = (
    rf"(?:(?:has|have|exercises?|provides?|holds?|maintains?|assumes?|retains?)(?:\s{_KIND})*\s{_LEADERSHIP}"
    rf"(?:{_AND}(?:{_KIND}\s)*{_LEADERSHIP})*\s(?:over|of|for|to)"
    rf"|{_BE}{_ADV}\s(?:responsible|accountable|in\scharge|answerable)\s(?:for|of)\s(?:{_KIND}\s)*"
    rf"(?:{_RUNNING}(?:{_AND}(?:{_KIND}\s)*{_RUNNING})*\sof|{_LEADING}(?:{_AND}{_LEADING})*)"
    rf"|(?:directs?|coordinates?|manages?|oversees?|supervises?|leads?)\sthe\s(?:{_KIND}\s)*{_RUNNING}"
    rf"(?:{_AND}(?:{_KIND}\s)*{_RUNNING})*\sof"
    rf"|{_BE}{_ADV}\sin\s(?:charge|command|control)\sof)"
)
_LED_STEMS = (
    "has have exercis provid hold maintain assum retain is are shall will must direct coordinat manage oversee "
    "supervis lead"
)
_PARTS_STEMS = "encompass embrac incorporat is operat work carries"
_PARTS = (
    r"(?:encompass(?:es)?|embraces?|incorporates?|is\sconstituted\s(?:by|of)|operates?\s(?:through|with|via)|"
    r"works?\sthrough|carries\sout\sits\s(?:work|functions|duties|mandate)\sthrough|is\sserved\sby)"
)
_WITHIN = (
    rf"(?:{_BE}{_ADV}\s(?:located|housed|situated|placed|lodged|based)\s(?:within|in|under)|"
    rf"(?:resides?|operates?|exists?)\s(?:within)|{_BE}{_ADV}\sunder(?!\sthe\s(?:\w+\s)?"
    r"(?:direction|leadership|guidance|supervision|management|authority|command|control|oversight)\b)|comes?\sunder|"
    rf"{_BE}\s(?:an?|one)\s(?:of\s(?:the\s)?)?(?:{NUMBER}\s)?(?:[a-z]+\s){{0,2}}(?:{_CLASS})\s(?:of|within|in|under))"
)
_HEADS = r"(?:serves?|acts?|functions?)\sas\s(?:the\s)?(?:head|leader|commander|administrative\shead|chief)\sof"
_RANKS = r"directors|managers|deputies|chiefs|heads|leads|coordinators|supervisors|people|executives|roles|leaders"
_ONES = rf"(?:(?:the|these|its|their)\s)?(?:following\s)?(?:[\w-]+\s){{0,2}}?(?:{_MANY}|{_RANKS})"
_UNDER = (
    r"(?:reporting\s(?:directly\s)?to|report(?:s)?\s(?:directly\s)?to|under(?:\sthe\s(?:direct\s)?(?:supervision|"
    r"direction|authority|leadership)\sof)?|supervised\sby|overseen\sby|assigned\sto|attached\sto|within)"
)

Reading = Callable[[Passage, "re.Match[str]"], Passage | None]


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a sentence and how it is said plainly; nothing where what it names is no unit or post."""

    pattern: re.Pattern[str]
    plainly: Reading


def rephrased(text: Passage) -> Passage:
    """Return a sentence in plain words: what has oversight of offices supervises them; other sentences as they are.

    >>>     from orgviz.document.text.passages import passage
    >>> rephrased(passage("The Bursar has general oversight of the Till Office and the Fees Office", 1, 1)).text
    'The Bursar supervises the Till Office and the Fees Office'
    """
    outside = masked(text.folded)
    for form in _FORMS:
        match = form.pattern.search(outside)
        plain = form.plainly(text, match) if match else None
        if plain is not None:
            return plain
    return text


_WHOM = re.compile(
    r",\s(?:(?:under|below|beneath)\s(?:whom|which)\s(?:are|is|there\sare|serve|work|stand)\s(?P<under>[^;:]+)$|"
    r"to\swhom\s(?P<below>[^;:]+?)\s(?:directly\s)?(?:reports?|answers?|are\sresponsible|are\saccountable)$)"
)
_ONE_NAMED = re.compile(
    r"\bby\s(?P<by>(?:the|an?)\s[^,;]{2,60})$|\b(?P<last>(?:the|an?)\s(?:(?!(?:the|an?)\s)[^,;]){2,60})$"
)


def clauses(text: Passage) -> tuple[Passage, ...]:
    """Return the sentences that one sentence holds: `led by the Chief, to whom two Clerks report` tells of two things.

    >>>     from orgviz.document.text.passages import passage
    >>> [one.text for one in clauses(passage("The Mill is led by the Chief, to whom two Clerks report", 1, 1))]
    ['The Mill is led by the Chief', 'two Clerks report to the Chief']
    """
    match = _WHOM.search(masked(text.folded))
    first = text.cut(0, match.start()) if match else text
    above = _ONE_NAMED.search(first.folded) if match else None
    if match is None or above is None:
        return (text,)
    below = text.cut(*match.span("under" if match["under"] else "below"))
    return first, together(below, word(text, "report to"), first.cut(*above.span("by" if above["by"] else "last")))


def _said(text: Passage, match: re.Match[str], words: str) -> Passage:
    """Return a sentence with other words for its verb."""
    return together(text.cut(0, match.start("verb")), word(text, words), text.cut(match.end("verb")))


def word(text: Passage, words: str) -> Passage:
    """Return words that a text does not hold, as if they stood where it begins."""
    _, line, column = text.places[0]
    return passage(words, line, column)


def together(*parts: Passage) -> Passage:
    """Return the parts of a sentence in a new order, with a space between."""
    return joined((part for part in parts if part.text), " ")


def _are_named(listing: Enumeration, least: int = 1) -> bool:
    """Whether a list holds units or posts with names, and little else."""
    named = sum(item.sort in STRONG and (item.is_proper or item.count is not None) for item in listing.items)
    return named >= max(least, 1) and named * 3 >= len(listing.items) * 2


def _leads(text: Passage, match: re.Match[str]) -> Passage | None:
    behind = read_enumeration(text.cut(match.end("verb")))
    return _said(text, match, "supervises") if _are_named(behind) else None


def _consists(text: Passage, match: re.Match[str]) -> Passage | None:
    behind = read_enumeration(text.cut(match.end("verb")))
    return _said(text, match, "consists of") if _are_named(behind, 2) else None


def _is_part(text: Passage, match: re.Match[str]) -> Passage | None:
    subject = read_enumeration(text.cut(0, match.start("verb")))
    above = read_phrase(text.cut(match.end("verb")))
    is_one = above.sort in STRONG and above.is_proper and above.count is None
    return (
        _said(text, match, "are part of" if len(subject.items) > 1 else "is part of")
        if (is_one and _are_named(subject))
        else None
    )


def _heads(text: Passage, match: re.Match[str]) -> Passage | None:
    above = read_phrase(text.cut(match.end("verb")))
    return _said(text, match, "is the head of") if above.sort is Sort.UNIT and above.is_proper else None


def _work_of(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `The work of the Guild is done through the A and the B`: the Guild consists of these."""
    behind = text.cut(match.end("verb"))
    if not _are_named(read_enumeration(behind), 2):
        return None
    return together(text.cut(*match.span("who")), word(text, "consists of"), behind)


def _turned(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `Assigned to the A are the B and the C` and `Officers who report to the A: the B and the C`."""
    below = text.cut(match.end())
    above = read_phrase(text.cut(*match.span("who")))
    is_told = above.sort in STRONG or _PRONOUN.fullmatch(text.folded[match.start("who") : match.end("who")])
    if not is_told or above.rest.text or not _are_named(read_enumeration(below), 2):
        return None
    if above.sort not in STRONG:
        return together(below.cut(0, len(below.folded.rstrip(" .;"))), word(text, "report to it"))
    verb = "report to" if above.sort is Sort.POST else "are part of"
    return together(below.cut(0, len(below.folded.rstrip(" .;"))), word(text, verb), text.cut(*match.span("who")))


_PRONOUN = re.compile(r"him|her|them|it|him or her|her or him|him/her")


def _there(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `There are three committees of the Board: the A, the B and the C`: the Board has three committees."""
    above = read_phrase(text.cut(*match.span("who")))
    if above.sort not in STRONG or above.rest.text or not above.is_proper:
        return None
    return together(text.cut(*match.span("who")), word(text, "has"), text.cut(*match.span("what")))


def _without_vague(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `oversees a number of units, including the A and the B`: what is named counts."""
    behind = text.cut(match.end())
    items = read_enumeration(behind).items
    are_names = len(items) > 1 and all(item.is_proper or item.count for item in items)
    is_told = are_names and any(item.sort in STRONG for item in items)
    return together(text.cut(0, match.start("vague")), behind) if is_told else None


_FORMS: Sequence[_Form] = (
    _Form(re.compile(rf"{at_words(_LED_STEMS)}(?P<verb>{_LED})\s(?=\S)"), _leads),
    _Form(re.compile(rf"{at_words(_PARTS_STEMS)}(?P<verb>{_PARTS})\s(?=\S)"), _consists),
    _Form(
        re.compile(
            r"\b(?:supervises?|oversees?|manages?|leads?|directs?|(?:assisted|supported|advised|aided|helped)\b[^,:;]{0,60}?\sby)\s"
            r"(?:[^,:;]{3,60}?\s(?:as\swell\sas|and)\s)?(?P<vague>(?:an?\s(?:\w+\s)?(?:number|range|variety|group|team|staff)"
            r"\sof|several|various|many)\s[^,:;]{3,80}?),?\s(?:including|such\sas|among\sthem)\s"
        ),
        _without_vague,
    ),
    _Form(
        re.compile(
            r"\b(?:supervises?|oversees?|manages?|leads?|directs?)(?P<vague>(?:\s(?:and|or)\s[a-z]+s)?\s(?:the|its|his|her|all)"
            rf"\s(?:[\w-]+'s\s)?{NUMBER}\s(?:[a-z-]+\s){{0,2}}(?:{_MANY})[,:])\s"
        ),
        _without_vague,
    ),
    _Form(re.compile(rf"^(?:the|our|an?|all)\s[^,:;]{{3,120}}?\s(?P<verb>{_WITHIN})\s(?=(?:the|our|its)\s)"), _is_part),
    _Form(re.compile(rf"{at_words('serve act function')}(?P<verb>{_HEADS})\s(?=\S)"), _heads),
    _Form(
        re.compile(
            r"^the\s(?:[a-z]+\s)?(?:work|activities|functions|business|operations?)\sof\s(?P<who>[^,:;]{3,60}?)\s"
            rf"(?P<verb>{_BE}{_ADV}\s(?:divided|carried\sout|distributed|shared|conducted|performed|organi[sz]ed|done)"
            r"\s(?:among|amongst|between|through|by|across|into|under))\s"
        ),
        _work_of,
    ),
    _Form(
        re.compile(
            r"^(?:assigned|attached|subordinate|belonging|answering|answerable)\s(?:directly\s)?to\s"
            r"(?P<who>[^,:;]{3,60}?)\s(?:are|is)(?:\salso)?:?\s"
        ),
        _turned,
    ),
    _Form(
        re.compile(
            rf"^{_ONES}\s(?:(?:who|that|which)\s)?(?:(?:are|is|fall)\s)?{_UNDER}\s(?P<who>[^,:;]{{2,60}}?)"
            r"(?:\s(?:are|include|comprise|consist\sof)(?:\sthe\sfollowing)?:?\s|:\s)"
        ),
        _turned,
    ),
    _Form(
        re.compile(
            rf"^there\s(?:are|shall\sbe|will\sbe)\s(?P<what>{NUMBER}\s(?:[a-z-]+\s){{0,2}}(?:{_CLASS}))\s(?:of|in|within|"
            r"under)\s(?P<who>[^,:;]{3,60}?)(?=:|,\s(?:namely|which\sare)|$)"
        ),
        lambda text, match: _with_list(text, match, _there(text, match)),
    ),
    _Form(
        re.compile(
            r"^(?:within|in|under)\s(?P<who>(?:the|our)\s[^,:;]{3,60}?),?\sthere\s(?:are|shall\sbe|will\sbe)\s(?P<what>.+)"
        ),
        _there,
    ),
)


def _with_list(text: Passage, match: re.Match[str], plain: Passage | None) -> Passage | None:
    return None if plain is None else together(plain, text.cut(match.end()))
