"""Find out of whom an English phrase speaks: a known name, every one of a class, a word that stands for the last."""

from __future__ import annotations

import re

from orgviz.document.english.clauses import last_clause, two_names
from orgviz.document.english.members import (
    CLASS_ONLY,
    SAYS_TYPICAL,
    first_title,
    is_bare_unit,
    is_the_whole,
    last_listed,
    last_post,
    members,
    posts_named,
    recent_units,
)
from orgviz.document.english.new_subjects import IS_WHOLE, new_subject
from orgviz.document.english.people_meant import meant_by_name
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.plain import is_plain_post, is_plain_unit
from orgviz.document.english.pronouns import stands_for
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import GUESSED, State, put
from orgviz.document.names.judging import STRONG, Sort, judge, singular
from orgviz.document.names.name_keys import key_of
from orgviz.document.names.notes import Named
from orgviz.document.names.ranks import is_rank_only
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_OF = pattern(r"\s(?:of|at|in|for|within)\s")
_PEOPLE_OF = pattern(
    r"(?:employees|members|staff|people|team members|staff members|heads?|leads?|leaders?|managers?|directors?|"
    r"rest|office) (?:of|in|on|at|for) "
)


def _meant(state: State, text: Passage) -> Passage:
    """Return the name that it means, where the last sentence spoke of something that is not known yet."""
    is_last = state.about is not None and state.about[0] == len(state.prose) - 1
    return state.about[1] if state.about is not None and is_last and text.folded in ("it", "they") else text


def find_subjects(
    state: State,
    text: Passage,
    scope: int,
    *,
    may_be_new: bool = False,
    vouched: bool = True,
    may_be_plain: bool = False,
    may_be_unit: bool = False,
) -> tuple[int, ...]:
    """Return the entities of which a clause speaks; none where it names none.

    Args:
        may_be_new: whether a name that was not met before makes a new entity, if it says what it is.
        vouched: whether even a name without a telling word does, because only organisations have such a verb.
        may_be_plain: whether even a post without capitals does, because only posts have such a verb.
        may_be_unit: whether even a unit without capitals does.
    """
    text = _meant(state, last_clause(text)) if may_be_new else last_clause(text)
    if not text.text:
        return ()
    meant = stands_for(state, text.folded, scope)
    if meant is not None:
        return (meant,)
    if _EACH_ONE.fullmatch(text.folded):
        return _last_units(state) or members(state, "", scope)
    phrase = read_phrase(text)
    if not phrase.name.text or phrase.before.startswith("most"):
        return ()
    found = _those_of_class(state, phrase) or _all_named(state, phrase, scope)
    if found or phrase.is_each:
        return found
    if _means_scope(phrase):
        return (scope,)
    known = find_known(state, phrase, scope)
    if known is not None:
        return (_holder_meant(state, known, phrase, scope) if may_be_new else known,)
    if may_be_unit and is_plain_unit(phrase):
        return (put(state, NodeKind.UNIT, phrase.named, scope, "subject of a sentence", GUESSED),)
    if _means_the_whole(state, text, phrase, scope, is_vouched=may_be_new and vouched):
        return (ROOT,)
    pair = _known_pair(state, phrase, scope) or (_new_pair(state, text, scope) if may_be_new else None)
    if pair is not None:
        return pair
    if may_be_plain and is_plain_post(phrase) and not phrase.rest.text:
        return (put(state, NodeKind.POSITION, Named(name=phrase.name), scope, "subject of a sentence", GUESSED),)
    return new_subject(state, phrase, scope, vouched=vouched) if may_be_new and not _is_class(phrase) else ()


def _holder_meant(state: State, known: int, phrase: Phrase, scope: int) -> int:
    """Return the post of the one whom a phrase names by a rank, another where others hold it: Captain Lee."""
    holders = state.register.entities[known].holders
    is_other = bool(holders) and bool(phrase.named.holders) and not set(holders) & set(phrase.named.holders)
    if not is_other or phrase.before or not is_rank_only(phrase.name.folded):
        return known
    return put(state, NodeKind.POSITION, phrase.named, scope, "subject of a sentence", GUESSED, anew=True)


_EACH_ONE = pattern(r"(?:each|every one|all)(?: one)?(?: of (?:these|them|which|those))?")


def _last_units(state: State) -> tuple[int, ...]:
    """Return the units that the sentence before listed: Each has a lead."""
    listed = last_listed(state)
    return listed if all(state.register.entities[place].kind is NodeKind.UNIT for place in listed) else ()


def _those_of_class(state: State, phrase: Phrase) -> tuple[int, ...]:
    """Return the units that the sentence before listed without a class, where this one calls them so: each team."""
    if not phrase.is_each or not CLASS_ONLY.fullmatch(singular(phrase.name.folded)):
        return ()
    listed = _last_units(state)
    return listed if all(is_bare_unit(state, place) for place in listed) else ()


def _new_pair(state: State, text: Passage, scope: int) -> tuple[int, ...] | None:
    """Return the posts or units that a clause names where it names two; nothing where it does not."""
    both = two_names(text)
    if not both:
        return None
    halves = (find_subjects(state, half, scope, may_be_new=True) for half in both)
    return tuple(place for places in halves for place in places)


def _known_pair(state: State, phrase: Phrase, scope: int) -> tuple[int, ...]:
    """Return two posts that were named before, of which a phrase speaks together: The President and Vice President."""
    halves = tuple(phrase.name.split(match.span() for match in re.finditer(" and ", phrase.name.folded)))
    if len(halves) != 2 or phrase.sort is not Sort.POST or phrase.rest.text:
        return ()
    known = [state.register.find(half.folded, below=scope) for half in halves]
    return tuple(one for one in known if one is not None) if None not in known and ROOT not in known else ()


def _is_class(phrase: Phrase) -> bool:
    """Whether a phrase names no more than a class of units: the squads."""
    return _CLASSES.fullmatch(phrase.name.folded) is not None


def _means_scope(phrase: Phrase) -> bool:
    """Whether a phrase means all who work where it stands, or how that is governed."""
    is_staff = _STAFF.fullmatch(phrase.name.folded) and phrase.before in ("", "the", "our")
    return bool(is_staff or _GOVERNANCE.fullmatch(phrase.name.folded))


def _all_named(state: State, phrase: Phrase, scope: int) -> tuple[int, ...]:
    """Return the units of a class or the posts of a name of which a phrase speaks together."""
    word = singular(phrase.name.folded)
    if not phrase.is_each and (phrase.is_proper or word == phrase.name.folded):
        return ()
    return members(state, singular(word.split()[-1]), scope, is_each=phrase.is_each) or posts_named(state, word, scope)


def _means_the_whole(state: State, text: Passage, phrase: Phrase, scope: int, *, is_vouched: bool) -> bool:
    is_typical = phrase.before in ("a", "an", "most") and SAYS_TYPICAL.search(text.folded) is not None
    is_meant = is_typical or is_vouched or phrase.before in ("our", "") or _OPERATIONS.search(phrase.name.folded)
    return bool(is_meant) and is_the_whole(state, phrase, scope)


_OPERATIONS = pattern(r" operations$")
_GOVERNANCE = pattern(
    r".*\b(?:governance|organi[sz]ation(?:al)?|management|administrati(?:on|ve)|leadership|command) "
    r"(?:system|structure|model|hierarchy|setup)"
)
_CLASSES = pattern(r"(?:squads|teams|departments|divisions|units|groups|sections|branches|crews)")


def find_known(state: State, phrase: Phrase, scope: int) -> int | None:
    """Return the known entity that a phrase names, whole or shortened."""
    register = state.register
    folded = phrase.name.folded
    if register.is_root(folded):
        return ROOT
    for name in _shortened(folded):
        found = register.find(name, below=scope)
        if found is not None:
            return found
        if register.is_root(name):
            return ROOT
    person = meant_by_name(state, phrase)
    if person is not None:
        return person
    board = register.find(f"board of {folded}") if _SIT_ON_BOARDS.fullmatch(folded) else None
    if board is not None and phrase.before in ("the", "our", ""):
        return board
    if _INITIALS.fullmatch(phrase.name.text):
        return register.find_by_initials(phrase.name.folded)
    if phrase.sort is Sort.UNIT and " " in folded:
        alike = register.find_by_family(folded)
        if alike is not None:
            return alike
    return scope if _is_scope_named_fully(state, phrase, scope) else _by_class(state, phrase, scope)


def _is_scope_named_fully(state: State, phrase: Phrase, scope: int) -> bool:
    """Whether a phrase calls the unit whose text it stands in by more words: the Acme Steering Council."""
    entity = state.register.entities[scope]
    name = key_of(entity.name.folded) if scope != ROOT and entity.kind is NodeKind.UNIT else ""
    return " " in name and phrase.before == "the" and phrase.name.folded.endswith(f" {name}")


_SIT_ON_BOARDS = pattern(r"trustees|directors|governors|commissioners|regents|supervisors")
_INITIALS = pattern(r"[A-Z]{2,6}(?:[-/&][A-Z]{2,6}){0,2}(?<=..[A-Z])")


def _shortened(folded: str) -> list[str]:
    """Return a name whole, and without what says where it is: IT department of the company."""
    people = _PEOPLE_OF.match(folded)
    body = folded[people.end() :].removeprefix("the ") if people else folded
    names = [folded] if not people else [folded, body]
    ends = [match.start() for match in _OF.finditer(body)]
    return names + [body[:end] for end in reversed(ends) if end > 2 and judge(body[:end]) in STRONG]


def _by_class(state: State, phrase: Phrase, scope: int) -> int | None:
    """Return what a class word with an article means here: the department, this team, the Committee."""
    word = phrase.name.folded
    register = state.register
    if not phrase.before.startswith(("the", "this", "that", "our")):
        return None
    for place in (state.subject, scope, register.entities[scope].parent):
        if place is None or place == ROOT:
            continue
        name = key_of(register.entities[place].name.folded)
        if (
            name.endswith(f" {word}")
            or name.startswith((f"{word} of ", f"{word} for "))
            or (CLASS_ONLY.fullmatch(word) and register.entities[place].suffix == word)
        ):
            return place
    if IS_WHOLE.fullmatch(word) and (
        scope == ROOT or word in ("company", "organisation", "organization", "project", "association", "society")
    ):
        state.whole = word
        return ROOT
    is_this = phrase.before == "this" and CLASS_ONLY.fullmatch(word)
    if is_this and state.subject not in (None, ROOT) and register.entities[state.subject or 0].kind is NodeKind.UNIT:
        return state.subject
    ending, beginning = f" {word}", f"{word} of "
    names = [(place, register.entities[place].name.folded) for place in recent_units(state)]
    meant = [place for place, name in names if key_of(name).endswith(ending) or name.startswith(beginning)]
    is_bare = scope != ROOT and CLASS_ONLY.fullmatch(word) is not None and is_bare_unit(state, scope)
    if is_bare and not any(register.is_below(place, scope) for place in meant):
        return scope  # Public Works, and below it: The department has
    if len(meant) == 1:
        return meant[0]
    if not meant and _is_field_spoken_of(state, word):
        return state.subject
    if not meant and CLASS_ONLY.fullmatch(word) and key_of(register.entities[ROOT].name.folded).endswith(ending):
        return ROOT
    if CLASS_ONLY.fullmatch(word) and scope != ROOT and register.entities[scope].kind is NodeKind.UNIT:
        return scope
    last = last_post(state, word)
    return first_title(state, phrase) if last is None else last


def _is_field_spoken_of(state: State, word: str) -> bool:
    """Whether a class word goes on with what was spoken of by its field: Design is led by Ann Lee. The team has."""
    place = state.subject
    return place is not None and place != ROOT and bool(CLASS_ONLY.fullmatch(word)) and is_bare_unit(state, place)


_STAFF = pattern(r"(?:[a-z]+ )?(?:staff|personnel|workforce)|employees|staff members|team members|staff of the [a-z]+")
