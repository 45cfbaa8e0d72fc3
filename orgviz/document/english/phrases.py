"""Take an English noun phrase apart: the word before the name, how many there are, the name, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from orgviz.document.english.titled_names import with_title
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import Sort, is_known_field, judge, singular
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.names.people import is_first_name, is_person
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.passages import Passage, joined
from orgviz.document.text.word_beginnings import grouped
from orgviz.folding import fold
from orgviz.patterns import pattern

_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER = rf"(?:{'|'.join(_NUMBERS[1:])}|\d{{1,3}})"
_OPENING = pattern(
    r"(?:(?:and|or|but|also|both|either|namely|by|then|finally|plus|including|currently|as well as|together with|"
    r"typically|usually|often|commonly|generally|normally|always|at least|no fewer than|not fewer than|not less than|"
    r"no less than|no more than|not more than|a minimum of|a maximum of|up to|at most|about|around|approximately|"
    r"alongside|internally|in addition to)\s+)+"
)
_DETERMINER = pattern(
    rf"(?:(?:the following|one or more|a number of|a single|(?:each|all|both|some|most|one|any|many) of(?: the|"
    rf" its| these)?|the|an?|our|its|"
    rf"their|his|her|your|this|that|these|those|each|every|all|both|any|no|some|several|many|multiple|various|certain|"
    rf"identified|other|another|weekly|monthly|annual|yearly|quarterly|ideally|new|separate|relevant|respective|"
    rf"corresponding(?! secretar)|appropriate|dedicated|own|elected|"
    rf"appointed|{NUMBER}(?:\s\([a-z0-9 ]+\))?[\s-](?:member|person)|"
    rf"(?:at least\s)?{NUMBER}(?:\s?(?:-|to|or|and|and ideally|and up to)\s?{NUMBER})?)\s+)+(?!of\b)"
)
# Where a name ends: a clause that says more of it, and prepositions that no name holds.
_END_WORDS = grouped(
    r"who|which|that|whose|where|when|while|appointed|elected|chosen|constituted|convened|responsible|"
    r"reporting(?=\s(?:\w+ly\s)?(?:in)?to\b)|"
    r"consisting|"
    r"comprising|selected|working(?! (?:groups?|party|parties)\b)|"
    r"each|as well as|during|from|by|via|through|under|within|at(?! large\b)|twice|once|every|per|"
    r"and\s(?:is|are|was|were|will|shall|has|have|may|must)|and\s(?:now\s|also\s)?(?:reports?|answers?)\s(?:directly\s)?to|but\s(?:is|are|was|were|will|shall|has|have|may|must)|is|are|was|were|will|shall|may|must|can|should|"
    r"has|have|had|if|so|because|since|directly|periodically|regularly|"
    r"annually|monthly|weekly|quarterly|together|or (?:his|her|their|its|a)(?= )|to|be|being|among|alongside|only|"
    r"also|then|respectively|usually|typically|often|generally|normally|commonly|not|who's|led|headed|"
    r"chaired|managed|made up|assisted|supported"
)
# What may stand there is looked at behind its first sign, so that few places are tried.
_END = pattern(
    rf"[\s,;:()](?:(?<=[,;:])|(?<=\s)(?:[,;:]|-{{1,2}}(?:\b|\s(?=each\b|all\b|both\b|who\b|which\b)|$)|(?:{_END_WORDS})\b)|(?<=\()(?=[^)]*$)|(?<=\))\s(?=\S))"
)
_LOWER_END = pattern(
    rf"\sof\s(?:up to |at least |about )?{NUMBER}\s|"
    r"\s(?:with|in|on|as|for|of the|of this|of our|of its|of all)\s(?=[^A-Z])"
)
# What stands before a stop is looked at behind it, so that no other place is tried.
_SENTENCE = pattern(
    r"[.!?;](?:(?<=[^\s.!?,;:][.!?])(?:(?<!\b[A-Z].)|(?<=(?:[Tt]eam|[Uu]nit|quad|roup) [A-Z].))"
    r"(?<!\b(?:Mr|Ms|Dr|St|vs|Sr|Jr|Lt|Fr|Br).)(?<!\b(?:Mrs|Inc|etc|Rev|Hon|Col|Gen|Maj|Sgt|Msg).)(?<!\b(?:Prof|Capt).)(?<!\be\.g.)"
    r"(?<!\bi\.e.)(?!(?<=\bNo\.)\s?\d)[.!?]*[\"”’)]*(?:\s+(?=[^a-z\s])|$)"
    r"|(?<=[a-z]{3}[.!?])(?=(?:The|This|These|Each|It|They|Our|We|In|An?)\s[\w-]+\s)"
    r"|(?<=;)\s(?=(?:it|they|he|she|there|each|every|this|however|its|their|within|under\sit)\b))"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    Args:
        before: the determiner and number as folded text, such as ``each`` or ``the two``.
        count: the number in it.
        rest: what stands behind the name in the same phrase.
    """

    before: str
    count: int | None
    named: Named
    sort: Sort
    rest: Passage

    @property
    def name(self) -> Passage:
        """The name without determiner and notes."""
        return self.named.name

    @property
    def is_proper(self) -> bool:
        """Whether the name is written with a capital letter or a figure."""
        return any(word[:1].isupper() or word[:1].isdecimal() for word in self.name.text.split())

    @property
    def has_capitals(self) -> bool:
        """Whether all words of the name but the small ones begin with a capital letter."""
        return have_capitals(self.name.text.split())

    @property
    def is_counted(self) -> bool:
        """Whether it says how many there are: a clerk, two clerks."""
        return self.count is not None or self.before in ("a", "an", "one")

    @property
    def stands_alone(self) -> bool:
        """Whether nothing but an article stands beside the name."""
        return self.before in ("", "the") and not self.rest.text

    @property
    def is_each(self) -> bool:
        """Whether it speaks of every one of a class."""
        return self.before.startswith(("each", "every", "all "))


# two (2) members: (a) a Chair and (b) a Clerk
_ASIDE = pattern(
    rf"\b(?:{'|'.join(_NUMBERS[1:])}|several)\s(?P<number>\(\d{{1,3}}\)\s)"
    r"|(?<=\w)\s(?P<alias>\((?:(?:also|formerly|previously|commonly|often|sometimes)\s)?"
    r"(?:known\sas|called|referred\sto\sas|a\.?k\.?a\.?)\s[^()]{1,60}\)\s?)"
    r"|(?:(?<=:\s)|(?<=and\s)|(?<=,\s)|(?<=;\s))(?P<letter>\((?:[a-z]|\d|i{1,3})\)\s)(?=\S)"
)


def without_asides(text: Passage) -> Passage:
    """Return a sentence without numbers that are told twice, letters that count its parts and other names in brackets.

    >>> from orgviz.document.text.passages import passage
    >>> without_asides(passage("two (2) clerks: (a) a Chair and (b) a Clerk", 1, 1)).text
    'two clerks: a Chair and a Clerk'
    """
    if "(" not in text.folded:
        return text
    spans = [match.span(match.lastgroup or 0) for match in _ASIDE.finditer(text.folded)]
    return joined((part for part in text.split(spans) if part.text), " ") if spans else text


def sentences(text: Passage) -> Iterator[Passage]:
    """Yield the sentences of an English passage, without what ends them."""
    for part in text.split(match.span() for match in _SENTENCE.finditer(masked(text.text))):
        if part.text:
            yield part


@lru_cache(maxsize=1 << 10)
def read_phrase(text: Passage) -> Phrase:
    """Return the noun phrase with which a text begins."""
    opening = _OPENING.match(text.folded)
    begin = opening.end() if opening else 0
    determiner = _DETERMINER.match(text.folded, begin)
    before = determiner[0].strip() if determiner else ""
    begin = determiner.end() if determiner else begin
    body = text.cut(begin) if begin else text
    quoted = _QUOTED.match(body.text)
    if quoted:
        return _quoted(before, body, quoted)
    outside = masked(body.folded)
    whole = _WHOLE_BODY.match(outside) if "board of " in outside else None
    ends = [match.end() for match in (whole, _COMPANY.match(outside)) if match]
    titled = _RANK_FOR.match(body.folded)
    first = titled.end() if titled else 0
    ends += [
        match.start()
        for match in (_END.search(outside, first), _LOWER_END.search(masked(body.text), first))
        if match and match.start() > 0
    ]
    end = _without_joint(body.folded, min(ends, default=len(body)))
    named = read_notes(body.cut(0, end))
    held = with_title(named.name)
    if held is not None:
        return Phrase(before, number_in(before), held, Sort.POST, body.cut(end))
    sort = judge(named.name.folded)
    if sort is Sort.GENERIC and " " in named.name.folded and (number_in(before) or 0) > 1:
        sort = Sort.POST if judge(singular(named.name.folded)) is Sort.POST else sort  # two team leaders
    if sort is Sort.POST and end < len(body):
        field = _FIELD_BEHIND.match(body.text[end:])
        if field and judge(fold(field["field"])) is Sort.FIELD and not _is_called(field["field"]):
            end += field.end("field")
            return Phrase(before, number_in(before), Named(name=body.cut(0, end)), sort, body.cut(end))
        end = end + _length_of_field(body.folded[end:])
        named = read_notes(body.cut(0, end))
    return Phrase(before, number_in(before), _without_adjectives(named), sort, body.cut(end))


def _is_called(text: str) -> bool:
    """Whether what stands behind a title is a person, by the whole name or the first: the CFO, Ann."""
    return is_person(text, fold(text)) or is_first_name(fold(text))


# A name in quotes is one whatever words it has: the "Support to Schools" unit.
_QUOTED = pattern(
    r"(?:\"(?P<straight>[A-Z0-9][^\"]{1,58})\"|“(?P<curly>[A-Z0-9][^“”]{1,58})”)"
    r"(?P<class>\s(?:[Uu]nit|[Dd]epartment|[Dd]ivision|[Oo]ffice|[Tt]eam|[Ss]ection|[Bb]ranch|[Ss]ector|[Aa]rea))?"
    r"(?:\s(?:ones?|staff|units?|departments|divisions|offices|teams|sections|branches|sectors|areas)\b)?"
)


def _quoted(before: str, body: Passage, match: re.Match[str]) -> Phrase:
    """Return the phrase that begins with a name in quotes, and the word for its class behind them."""
    inner = "straight" if match["straight"] else "curly"
    named = read_notes(body.cut(*match.span(inner)))
    sort = judge(named.name.folded)
    if match["class"]:
        sort = Sort.UNIT
    elif sort in (Sort.SENTENCE, Sort.ABSTRACT, Sort.GENERIC) and have_capitals(named.name.text.split()):
        sort = Sort.FIELD
    return Phrase(before, number_in(before), named, sort, body.cut(match.end()))


_OF_FIELD = pattern(
    r"\s(?:for|of)\s(?P<field>(?:[a-z]+\s(?:and\s)?){0,3}?[a-z]+)(?=$|[,;.)]|\s(?:who|and|is|are|with)\b)"
)


def _length_of_field(behind: str) -> int:
    """Return how far a title goes on with a field of work in small letters: vice president for human resources."""
    match = _OF_FIELD.match(behind)
    return match.end() if match and is_known_field(match["field"]) and judge(match["field"]) is Sort.FIELD else 0


# The vice president for student affairs: a post with its field, written without capitals.
_FIELDS = (
    r"(?:affairs|admissions|athletics|services|development|relations|research|finance|administration|operations|advancement|information|"
    r"planning|education|instruction|students|health|personnel|technology|learning|teaching|resources|studies|"
    r"programs|programmes|facilities|business|academics|curriculum|engagement|communications|marketing|enrol?lment|"
    r"management|medicine|nursing|training|policy|security|safety|systems|collections)"
)
_RANK_FOR = pattern(
    r"(?:(?:senior|executive|first|interim|acting)\s)*(?:vice|deputy|assistant|associate)[\s-](?:(?:vice|deputy)[\s-])?"
    r"(?:president|provost|chancellor|principal|dean|director|secretary|minister|commissioner|rector|superintendent|"
    r"chief|head|administrator|governor|mayor|librarian|treasurer|registrar|curator|engineer|manager|counsel)\sfor\s(?:[a-z]+(?:,?\sand\s|,\s|\s)){0,3}?"
    rf"{_FIELDS}\b(?:\sand\s(?:[a-z]+\s)?{_FIELDS}\b)?"
)
_COMPANY = pattern(r"[^,;:]{2,60}?\b(?:inc|ltd|llc|corp|gmbh|plc)\b\.?(?=\s(?:in|of|at)\s)")
_JOINT_BEHIND = pattern(r"\s(?:of|for|and|or)$")


def _without_joint(folded: str, end: int) -> int:
    """Return where a name ends that would end in a word which needs another: Assembly of, before elected members."""
    joint = _JOINT_BEHIND.search(folded[:end]) if end < len(folded) else None
    return joint.start() if joint else end


# The Board of Trustees of an organisation is called so in its own documents.
_WHOLE_BODY = pattern(
    r"(?:[a-z]+ )?board of (?:directors|trustees|governors|regents|supervisors|commissioners|management)(?= of )"
)
# Manager, Insights: a post, and behind a comma its field.
_FIELD_BEHIND = pattern(
    r",\s(?P<field>[A-Z][\w&]+(?:\s(?:and\s|&\s)?[A-Z][\w&]+)?)(?=\s+(?:who|reports|leads|manages|oversees|and|"
    r"is|with|for|to)\b|\s*$)"
)


_JOINTS = ("for", "of", "in", "at")


def _without_adjectives(named: Named) -> Named:
    """Leave out small words before a name that is written with capitals: larger Finance Committee."""
    words = named.name.text.split()
    first = next((number for number, word in enumerate(words) if word[:1].isupper()), 0)
    if first == 0 or len(words) - first < 2 or not have_capitals(words[first:]):
        return named
    if words[first - 1] in _JOINTS and judge(fold(" ".join(words[: first - 1]))) is Sort.POST:
        return named  # vice chancellor for Student Affairs
    return replace(named, name=named.name.cut(named.name.text.index(words[first])))


@lru_cache(maxsize=1 << 10)
def number_in(folded: str) -> int | None:
    """Return the last number that a text tells, in words or figures.

    >>> number_in("the three"), number_in("2"), number_in("several")
    (3, 2, None)
    """
    found = re.findall(rf"\b{NUMBER}\b", folded)
    if not found or re.search(r"one (?:or more|of)", folded):
        return None
    return _NUMBERS.index(found[-1]) if found[-1] in _NUMBERS else int(found[-1]) or None


def person_in(text: Passage) -> Passage | None:
    """Return the person whom a text names at its beginning, up to a comma or a verb."""
    outside = masked(text.folded)
    end = _END.search(outside)
    first = text.cut(0, end.start()) if end and end.start() > 0 else text
    bracket = first.folded.find("(")
    first = first.cut(0, bracket) if bracket > 0 else first
    return first if first.text and is_person(first.text, first.folded) else None
