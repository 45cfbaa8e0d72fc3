"""Divide an English sentence that tells work and then by whom it is led: Sales sells and is led by Ann Lee."""

from __future__ import annotations

from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.reworded import together
from orgviz.document.english.titled_names import is_called_person
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_LED = pattern(
    r",?\sand\s(?:also\s)?(?P<led>(?:(?:is|are)\s(?:led|headed(?:\sup)?|run|managed|directed|overseen|supervised|chaired)"
    r"\sby|reports?\s(?:directly\s)?to)\s(?P<who>[^,:;]{3,60}))(?:,.*)?"
)
# Where the name ends and the work begins: a word written small, as verbs of one are.
_VERB = pattern(r"\s(?=(?:also\s)?(?!(?:is|was|has|does|this|its|as|plus|services|operations)\b)[a-z]{2,}s\s)")
_LONGEST = 60


def work_and_leader(text: Passage) -> tuple[Passage, ...] | None:
    """Return the two halves of a sentence on what somebody does and who leads that; nothing where it holds no two.

    >>> from orgviz.document.text.passages import passage
    >>> [one.text for one in work_and_leader(passage("Sales sells our lamps and is led by Ann Lee", 1, 1))]
    ['Sales sells our lamps', 'Sales is led by Ann Lee']
    """
    found = [match for match in _LED.finditer(text.folded) if match.end() == len(text.folded)]
    name = _name_before(text, found[-1].start()) if found else None
    if name is None:
        return None
    leader = read_phrase(text.cut(*found[-1].span("who")))
    if leader.sort is not Sort.POST and not is_called_person(leader.name):
        return None
    return text.cut(0, found[-1].start()), together(name, text.cut(found[-1].start("led")))


def _name_before(text: Passage, end: int) -> Passage | None:
    """Return the name with which a sentence begins, where what somebody does follows it."""
    for match in _VERB.finditer(text.folded[: min(end, _LONGEST)]):
        if text.text[match.end()].isupper():
            continue
        name = text.cut(0, match.start())
        phrase = read_phrase(name)
        is_name = phrase.sort in STRONG or (phrase.sort is Sort.FIELD and phrase.has_capitals)
        return name if is_name and not phrase.rest.text and not phrase.is_each and phrase.count is None else None
    return None
