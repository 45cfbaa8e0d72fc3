"""Find the known units of a class and the posts of a name that an English phrase means together: each department."""

from __future__ import annotations

import re

from orgviz.document.english.phrases import Phrase
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.name_keys import key_of
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_NEAR = 60
WHOLE = (
    "company|organi[sz]ation|project|association|society|firm|university|school|foundation|institute|institution|club|"
    "clinic|hospital|laboratory|lab|service|agency|cathedral|orchestra|theatre|theater|ministry|college|"
    "corporation|cooperative|co-operative|business|group|"
    "bureau|museum|library|union|federation|studio|charity|trust|parish|enterprise|faculty|cent(?:re|er)|"
    "municipality|city|county|diocese"
)
CLASS_ONLY = pattern(
    r"team|department|division|unit|section|committee|council|board|office|group|branch|crew|squad|desk|chapter|"
    r"directorate|wing|centre|center|sig|wg|body"
)


def recent_units(state: State) -> list[int]:
    """Return the last units: what a word such as `each team` means is not far away."""
    entities = state.register.entities
    first, unit = max(1, len(entities) - _NEAR), NodeKind.UNIT
    return [place for place, one in enumerate(entities[first:], first) if one.kind is unit and not one.dropped]


def members(state: State, word: str, scope: int, *, is_outer: bool = False, is_each: bool = False) -> tuple[int, ...]:
    """Return all units of a class below a scope: each department."""
    register = state.register
    above = scope if state.subject is None else state.subject
    ending, openings = f" {word}", (f"{word} of ", f"{word} for ")
    found = []
    for place in recent_units(state):
        entity = register.entities[place]
        if word:
            name = key_of(entity.name.folded)
            is_one = entity.suffix == word or name.endswith(ending) or name.startswith(openings)
        else:
            is_one = entity.parent == above
        if is_one and register.is_below(place, scope) and place != scope:
            found.append(place)
    if state.subject is not None and state.subject != scope:
        below = [place for place in found if register.is_below(place, state.subject) and place != state.subject]
        found = below or found
    if not found and word and CLASS_ONLY.fullmatch(word):
        found = [place for place in register.children.get(scope, ()) if is_bare_unit(state, place)]
    if found or not word or scope == ROOT:
        return tuple(found[:40])
    name = key_of(register.entities[scope].name.folded)
    if name.split(" ")[-1] == word:
        beside = [
            place for place in register.children.get(register.entities[scope].parent, ()) if _is_of(state, place, word)
        ]
        return tuple(beside) if is_each and len(beside) > 1 else (scope,)
    # What stands behind a list and below its last item may speak of all items.
    return members(state, word, register.entities[scope].parent, is_outer=True) if not is_outer else ()


def last_listed(state: State) -> tuple[int, ...]:
    """Return what the sentence before listed, where it listed several units or posts: both, all three, each."""
    number, places = state.several
    is_near = len(state.prose) - number <= 1
    return tuple(place for place in places if is_near and not state.register.entities[place].dropped)


def _is_of(state: State, place: int, word: str) -> bool:
    """Whether an entity is a unit whose name ends in the word for its class."""
    entity = state.register.entities[place]
    is_unit = entity.kind is NodeKind.UNIT and not entity.dropped
    return is_unit and key_of(entity.name.folded).split(" ")[-1] == word


_TYPICAL = pattern(
    rf"(?:(?:typical|usual|standard|small|smaller|large|larger|medium-sized|mid-sized|traditional|local|modern|"
    rf"full-service|single)\s)*(?:\w+\s)?(?:{WHOLE}|{CLASS_ONLY.pattern}|farm|restaurant|hotel|store|shop|kitchen|"
    r"bank|startup|factory|ship|newspaper|newsroom|chain|crew|band|choir|ensemble|army|police|guild|league|"
    r"bakery|mill|surgery|pharmacy|kindergarten|caf[eé]|dairy|winery|garage|salon|depot|plant|"
    r"brigade|regiment|zoo|estate|nursery|brewery|academy|gallery|archive|farmstead|workshop|practice)"
)


_SEVERAL = (
    rf"(?:(?:{WHOLE})s|universities|companies|societies|agencies|laboratories|ministries|hotels|"
    r"police departments|fire departments)"
)
_ALL_OF_A_SORT = pattern(rf"(?:(?:most|many|all|large|small|modern)\s)*{_SEVERAL}(?:\sand\s{_SEVERAL})?")
SAYS_TYPICAL = pattern(r"\b(?:typical|typically|usual|usually|normally|generally|often|standard|most)\b")


def is_the_whole(state: State, phrase: Phrase, scope: int) -> bool:
    """Whether a phrase without a name means what the document is about: our office, a typical restaurant."""
    if scope == ROOT and phrase.before == "" and _ALL_OF_A_SORT.fullmatch(phrase.name.folded):
        return True
    work = re.fullmatch(r"(.+) operations", phrase.name.folded)
    if scope == ROOT and work and phrase.before in ("", "the") and _TYPICAL.fullmatch(work[1]):
        return phrase.name.text[1:].islower()
    if scope != ROOT or phrase.is_proper or not _TYPICAL.fullmatch(phrase.name.folded):
        return False
    has_units = any(not one.dropped and one.kind is NodeKind.UNIT for one in state.register.entities[1:])
    return phrase.before in ("our", "a", "an", "most") or (phrase.before in ("the", "this") and not has_units)


def posts_named(state: State, name: str, scope: int) -> tuple[int, ...]:
    """Return all posts of one name: the vice presidents, of whom every department has one."""
    register = state.register
    found = [place for place in register.candidates(name) if register.entities[place].kind is NodeKind.POSITION]
    return tuple(place for place in found if register.is_below(place, scope))


def is_bare_unit(state: State, place: int) -> bool:
    """Whether an entity is a unit whose name does not say of which class it is."""
    entity = state.register.entities[place]
    return (
        entity.kind is NodeKind.UNIT
        and not entity.dropped
        and not entity.suffix
        and judge(entity.name.folded) is Sort.FIELD
    )


def first_title(state: State, phrase: Phrase) -> int | None:
    """Return the one post that has a title as the first of its two: the Provost is Provost and Vice Rector."""
    word, entities = phrase.name.folded, state.register.entities
    if phrase.sort is not Sort.POST:
        return None
    recent = range(max(1, len(entities) - _NEAR), len(entities))
    begins = (f"{word} and ",) if " " not in word else (f"{word} and ", f"{word} for ", f"{word} of ")
    found = [place for place in recent if entities[place].name.folded.startswith(begins)]
    posts = [place for place in found if entities[place].kind is NodeKind.POSITION and not entities[place].dropped]
    return posts[0] if len(posts) == 1 else None


_NEAR = 60


def last_post(state: State, word: str) -> int | None:
    """Return the post that was named right before, where it ends in the same word: this manager."""
    entity = state.register.entities[state.last] if state.last is not None and " " not in word else None
    is_meant = entity is not None and entity.kind is NodeKind.POSITION and entity.name.folded.endswith(f" {word}")
    return state.last if is_meant else None
