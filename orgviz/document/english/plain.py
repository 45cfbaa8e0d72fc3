"""Tell the posts that English texts write without capitals: the general manager, the dean."""

from __future__ import annotations

from orgviz.document.english.phrases import Phrase
from orgviz.document.names.judging import Sort, singular
from orgviz.patterns import pattern

# Titles of one word that a text may give to somebody who has no other name.
_ONE_WORD = pattern(
    r"president|provost|chancellor|vice-chancellor|dean|director|principal|mayor|manager|superintendent|captain|owner|"
    r"chairman|chairperson|chair|commissioner|governor|registrar|ceo|coo|cfo|cto|rector|administrator|sheriff|warden|"
    r"headmaster|headteacher|treasurer|conductor|editor|bishop|abbot|foreman|quartermaster|bursar|librarian|curator"
)
_OPEN = pattern(r"\b(?:own|immediate|respective|direct|same|next|other|new|line|project's|relevant|appropriate)\b")


def is_plain_post(phrase: Phrase) -> bool:
    """Whether a phrase names one certain post without capitals: the general manager, the dean."""
    folded = phrase.name.folded
    return (
        phrase.sort is Sort.POST
        and phrase.before in ("the", "our")
        and phrase.count is None
        and not phrase.is_proper
        and (" " in folded or _ONE_WORD.fullmatch(folded) is not None)
        and singular(title := folded.split(" for ", maxsplit=1)[0]) == title
        and not _OPEN.search(folded)
        and " and the " not in folded
        and len(folded.split()) <= _MOST_WORDS
    )


# The typesetter: whoever reports to somebody is no thing.
_DOER = pattern(
    r"(?!(?:server|user|customer|partner|member|computer|sensor|router|meter|number|paper|order|letter|offer|centre|"
    r"center|sector|factor|matter|chapter)$)[a-z]{4,}(?:er|or|ist|ian|man|woman)"
)


def is_doer(folded: str) -> bool:
    """Whether a word is made as those for who does something are: typesetter, pianist."""
    return _DOER.fullmatch(folded) is not None


_MOST_WORDS = 6
_PLAIN_UNIT = pattern(
    r"(?!(?:whole|entire|same|next|other|new|own|first|second|third|last|main|project|relevant|particular|respective|"
    r"local|small|large|typical|usual|modern|traditional|standard|average|appropriate|single|current|basic|individual)\s)"
    r"(?:[a-z][a-z'-]{2,}\s(?:and\s)?){1,3}"
    r"(?:department|division|unit|section|office|branch|team|committee|directorate|bureau|arm|wing|squad|platoon|crew|"
    r"force|brigade|corps|council|board|assembly)|(?:board|council|committee)\sof\s[a-z]{4,}s|chancery|registry|secretariat|treasury|inspectorate|chancellery"
)


# Parts of a works or a house that say what they are without a word for their class.
_AS_UNITS = pattern(
    r"(?:(?:day|night|early|late|morning|evening|first|second|third|afternoon|weekend)\sshift)|(?:front|back)\sof\shouse"
)


def is_part_of_house(phrase: Phrase) -> bool:
    """Whether a phrase names a shift or a side of a restaurant: the night shift, front of house."""
    return _AS_UNITS.fullmatch(phrase.name.folded) is not None and phrase.before in ("", "the", "our")


def is_plain_unit(phrase: Phrase) -> bool:
    """Whether a phrase names one certain unit without capitals: the nursing department."""
    if is_part_of_house(phrase):
        return True
    is_one = phrase.sort is Sort.UNIT and phrase.before in ("the", "our") and phrase.count is None
    return is_one and not phrase.is_proper and _PLAIN_UNIT.fullmatch(phrase.name.folded) is not None


_PLURAL = pattern(r"s\b(?: \(|$| and )")


def is_of_many(phrase: Phrase) -> bool:
    """Whether a title without a determiner stands for several: managers, but not Director of Sales."""
    title = phrase.name.folded.split(" of ", maxsplit=1)[0]
    return _PLURAL.search(title) is not None and phrase.count is None and phrase.before == ""
