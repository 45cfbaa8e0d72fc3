"""Find whom an English text means by the name of a person that it has told of: Jane, who is Jane Fox, Head of Sales."""

from __future__ import annotations

from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.titled_names import is_called_person
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.passages import Passage
from orgviz.folding import fold
from orgviz.model import NodeKind

_MOST_WORDS = 3
_ADDRESSES = ("mr ", "mrs ", "ms ", "miss ", "dr ", "mr. ", "mrs. ", "ms. ", "dr. ", "prof. ", "professor ")


def post_of_person(state: State, name: str) -> int | None:
    """Return the post that a person holds, or the unit that he or she leads, by the whole name or one of its words."""
    folded = fold(name)
    folded = next((folded.removeprefix(address) for address in _ADDRESSES if folded.startswith(address)), folded)
    whole: list[int] = []
    short: list[int] = []
    for place in state.register.called_person(folded):
        entity = state.register.entities[place]
        is_person = entity.kind is NodeKind.PERSON
        for holder in (entity.name.text,) if is_person else entity.holders:
            called = fold(holder)
            meant = entity.parent if is_person and entity.head else place
            if called == folded:
                whole.append(meant)
            elif folded in (called.split(" ", 1)[0], called.rsplit(" ", 1)[-1]):
                short.append(meant)
    found = {*(whole or short)} - {ROOT}
    return next(iter(found)) if len(found) == 1 else None


def unit_of_post(state: State, post: Phrase, scope: int) -> int:
    """Return the known unit after which a post is called: the Assistant Commander of the North Precinct."""
    _, of, unit = post.name.folded.partition(" of the ")
    known = state.register.find(unit) if of and judge(unit) is Sort.UNIT else None
    is_unit = known is not None and known != ROOT and state.register.entities[known].kind is NodeKind.UNIT
    return known if known is not None and is_unit and state.register.is_below(known, scope) else scope


def meant_by_name(state: State, phrase: Phrase) -> int | None:
    """Return the post of the person whose name a phrase is, if it is no name of a unit or post."""
    words = phrase.name.text.split()
    is_name = not phrase.before and phrase.sort not in STRONG and 0 < len(words) <= _MOST_WORDS
    if not is_name or phrase.count or not have_capitals(words):
        return None
    return post_of_person(state, phrase.name.text)


def first_name_in(text: Passage) -> Passage | None:
    """Return the one word by which a text calls a person at its beginning: led by Lena."""
    name = read_phrase(text)
    is_name = not name.before and name.sort is Sort.FIELD and is_called_person(name.name)
    return name.name if is_name and name.name.text == text.text[: len(name.name)] else None


def is_called(state: State, place: int, ending: Passage) -> bool:
    """Whether an entity is a post whose name ends in some words: of the Head of Sales, Sales."""
    entity = state.register.entities[place]
    return entity.kind is NodeKind.POSITION and entity.name.folded.endswith(ending.folded)
