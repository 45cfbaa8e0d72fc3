"""Part a post and the person who holds it, where they stand side by side: 副总经理王敏, 店长李姐."""

from __future__ import annotations

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_person
from orgviz.document.text.passages import Passage

_LENGTHS = (3, 2, 4)  # of names of people, the usual first


def person_in(text: Passage) -> Passage | None:
    """Return the person at the end of a text, behind a post of theirs: 副总经理王敏."""
    for length in (len(text), *_LENGTHS):
        start = max(0, len(text) - length)
        if not is_person(text.text[start:].strip(), text.folded[start:].strip()):
            continue
        part = text.cut(start)
        before = text.folded[: len(text) - len(part)]
        if not before or judge(before) is Sort.POST:
            return part
    return None


def held_post(text: Passage) -> Named:
    """Return a post with the person behind it; the text as it is where no person stands behind a post."""
    person = person_in(text)
    if person is None or len(person) == len(text):
        return Named(name=text)
    return Named(name=text.cut(0, len(text) - len(person)), holders=(person.text,))
