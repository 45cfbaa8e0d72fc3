"""Say on its own who leads a unit, where a bracket behind its name holds a person: Sales (Ann Lee) has two teams."""

from __future__ import annotations

from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.reworded import together, word
from orgviz.document.english.titled_names import is_name_of_person
from orgviz.document.names.judging import Sort
from orgviz.document.names.people import is_first_name
from orgviz.document.text.passages import Passage, joined
from orgviz.patterns import pattern

_SIGN = r"[A-Z][\w'’&/-]*"
_BRACKET = pattern(
    rf"(?P<unit>{_SIGN}(?: (?:(?:and|of|&) )?{_SIGN}){{0,4}}(?: (?:team|department|division|office|unit))?)"
    r"(?P<bracket> \((?P<who>[^()]{4,40})\))"
)


def led_in_brackets(text: Passage) -> tuple[Passage, ...]:
    """Return a sentence without the people in brackets behind its units, and one on each of them; others as they are.

    >>> from orgviz.document.text.passages import passage
    >>> [one.text for one in led_in_brackets(passage("Sales (Ann Lee) has a shop", 1, 1))]
    ['Sales has a shop', 'Sales is led by Ann Lee']
    """
    if "(" not in text.folded:
        return (text,)
    found = [match for match in _BRACKET.finditer(text.text) if _is_led(text, match.span("unit"), match.span("who"))]
    people = [text.cut(*match.span("who")) for match in found]
    # Places look like people, too: one of the names must be one by its first word.
    if not any(is_first_name(who.folded.split(" ")[0]) for who in people):
        return (text,)
    whole = joined(text.split(match.span("bracket") for match in found), " ")
    return whole, *(
        together(text.cut(*match.span("unit")), word(text, "is led by"), who)
        for match, who in zip(found, people, strict=True)
    )


def _is_led(text: Passage, unit: tuple[int, int], who: tuple[int, int]) -> bool:
    name = read_phrase(text.cut(*unit))
    return name.sort in (Sort.UNIT, Sort.FIELD) and not name.rest.text and is_name_of_person(text.cut(*who))
