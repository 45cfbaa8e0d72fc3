"""Find out of whom an English phrase speaks: a known name, every one of a class, a word that stands for the last."""

from __future__ import annotations

import re

from orgviz.document.english_lists import in_singular
from orgviz.document.english_phrases import Phrase, read_phrase
from orgviz.document.names import STRONG, Sort, judge, singular
from orgviz.document.notes import Named
from orgviz.document.passages import Passage
from orgviz.document.register import ROOT, key_of
from orgviz.document.state import GUESSED, LISTED, State, put
from orgviz.model import NodeKind

_NEAR = 60
_PRONOUN = re.compile(r"(?:it|they|he|she|who|which|this|these)(?:\s+(?:also|all|both|each))?")
_WE = re.compile(r"(?:we|our (?:company|organi[sz]ation|team structure))\b.*")
_WHOLE = (
    "company|organi[sz]ation|project|association|society|firm|university|school|foundation|institute|institution|club|"
    "clinic|hospital|laboratory|lab|service|agency|cathedral|orchestra|theatre|theater|ministry|college|"
    "corporation|cooperative|co-operative|business|group|"
    "bureau|museum|library|union|federation|studio|charity|trust|parish|enterprise|faculty|cent(?:re|er)|"
    "municipality|city|county"
)
_IS_WHOLE = re.compile(rf"(?:{_WHOLE})(?: structure| organi[sz]ation)?")
_ENDS_WHOLE = re.compile(rf"(?:.*\s)?(?:{_WHOLE})(?: of .*)?")
_OF = re.compile(r"\s(?:of|at|in|for|within)\s")
_CLASS_ONLY = re.compile(
    r"team|department|division|unit|section|committee|council|board|office|group|branch|crew|squad|desk|chapter|"
    r"directorate|wing|centre|center|sig|wg|body"
)
_PEOPLE_OF = re.compile(
    r"(?:employees|members|staff|people|team members|staff members|heads?|leads?|leaders?|managers?|directors?|"
    r"rest|office) (?:of|in|on|at|for) "
)


def find_subjects(
    state: State, text: Passage, scope: int, *, may_be_new: bool = False, vouched: bool = True
) -> tuple[int, ...]:
    """Return the entities of which a clause speaks; none where it names none.

    Args:
        may_be_new: whether a name that was not met before makes a new entity, if it says what it is.
        vouched: whether even a name without a telling word does, because only organisations have such a verb.
    """
    text = last_clause(text)
    if not text.text:
        return ()
    if _WE.fullmatch(text.folded):
        return (ROOT,)
    if _PRONOUN.fullmatch(text.folded):
        return (state.subject,) if state.subject is not None else (scope,)
    phrase = read_phrase(text)
    if not phrase.name.text:
        return _members(state, "", scope) if phrase.is_each else ()
    if phrase.before.startswith("most"):
        return ()
    if phrase.is_each or (not phrase.is_proper and singular(phrase.name.folded) != phrase.name.folded):
        found = _members(state, singular(phrase.name.folded.split()[-1]), scope)
        if found or phrase.is_each:
            return found
    known = find_known(state, phrase, scope)
    if known is not None:
        return (known,)
    both = two_names(text)
    if both and may_be_new:
        halves = (find_subjects(state, half, scope, may_be_new=True) for half in both)
        return tuple(place for places in halves for place in places)
    return _new(state, phrase, scope, vouched=vouched) if may_be_new else ()


def two_names(text: Passage) -> tuple[Passage, Passage] | None:
    """Divide `A Training Officer and a Fleet Manager`; one name with and in it stays."""
    for match in re.finditer(r"\s+and\s+", text.folded):
        halves = text.cut(0, match.start()), text.cut(match.end())
        phrases = [read_phrase(half) for half in halves]
        if all(phrase.sort in STRONG and len(phrase.name.text.split()) > 1 for phrase in phrases):
            return halves
    return None


# The Dean, who: what stands right before the comma is spoken of.
_RELATIVE = re.compile(r"(?<=\w), (?:who|which)(?: in turn| also| then)?$")
# Rotas go to the Head Cook, who: not the rotas are spoken of.
_OBJECT = re.compile(r"(?!(?:the|an?|our|its)\s).{2,60}?\s(?:to|by|from|with|for)\s(?=(?:the|an?|our)\s)")


def last_clause(text: Passage) -> Passage:
    """Leave out what stands before the subject, such as `In practice`."""
    relative = _RELATIVE.search(text.folded)
    if relative is not None:
        begin = max(text.folded.rfind(mark, 0, relative.start()) for mark in (",", ":", ";")) + 1
        last = text.cut(begin, relative.start())
        object_ = _OBJECT.match(last.folded)
        return last.cut(object_.end()) if object_ else last
    front = re.match(r"(?:whereas|while|although|since|because|as|so|thus|hence|therefore)\s", text.folded)
    text = text.cut(front.end()) if front else text
    comma = text.folded.rfind(", ")
    if comma < 0:
        return text
    behind = text.cut(comma + 1)
    front = re.match(
        r"(?:in|at|for|under|below|within|alongside|besides|currently|due|owing|thanks|according|as|from|with"
        r"|to|on|since|during|when|also|"
        r"additionally|together|overall|here|today|internally)\b",
        text.folded,
    )
    return behind if front and behind.text else text


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
    return _by_class(state, phrase, scope)


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
    if not phrase.before.startswith(("the", "this", "our")):
        return None
    for place in (state.subject, scope, register.entities[scope].parent):
        if place is None or place == ROOT:
            continue
        name = key_of(register.entities[place].name.folded)
        if (
            name.endswith(f" {word}")
            or name.startswith((f"{word} of ", f"{word} for "))
            or (_CLASS_ONLY.fullmatch(word) and register.entities[place].suffix == word)
        ):
            return place
    if _IS_WHOLE.fullmatch(word) and (
        scope == ROOT or word in ("company", "organisation", "organization", "project", "association", "society")
    ):
        return ROOT
    ending = [
        place
        for place in _recent(state)
        if key_of(register.entities[place].name.folded).endswith(f" {word}")
        or register.entities[place].name.folded.startswith(f"{word} of ")
    ]
    if len(ending) == 1:
        return ending[0]
    if _CLASS_ONLY.fullmatch(word) and scope != ROOT and register.entities[scope].kind is NodeKind.UNIT:
        return scope
    return None


def _recent(state: State) -> list[int]:
    """Return the last units: what a word such as `each team` means is not far away."""
    entities = state.register.entities
    places = range(max(1, len(entities) - _NEAR), len(entities))
    return [place for place in places if not entities[place].dropped and entities[place].kind is NodeKind.UNIT]


def _members(state: State, word: str, scope: int, *, is_outer: bool = False) -> tuple[int, ...]:
    """Return all units of a class below a scope: each department."""
    register = state.register
    found = []
    for place in _recent(state):
        entity = register.entities[place]
        name = key_of(entity.name.folded)
        is_one = (
            entity.suffix == word if word else entity.parent == (state.subject if state.subject is not None else scope)
        )
        if (is_one or (word and name.endswith(f" {word}"))) and register.is_below(place, scope) and place != scope:
            found.append(place)
    if state.subject is not None and state.subject != scope:
        found = [place for place in found if register.is_below(place, state.subject)] or found
    if not found and word and _CLASS_ONLY.fullmatch(word):
        found = [place for place in register.children.get(scope, ()) if _is_bare_unit(state, place)]
    if found or not word or scope == ROOT:
        return tuple(found[:40])
    name = key_of(register.entities[scope].name.folded)
    if name.split(" ")[-1] == word:
        return (scope,)
    # What stands behind a list and below its last item may speak of all items.
    return _members(state, word, register.entities[scope].parent, is_outer=True) if not is_outer else ()


_NO_NAME = re.compile(
    r"\b(?:affairs|work|efforts|work|business|chapters|lines?|msc|bsc|degrees?|course|programme|plan|most|many|"
    r"each|questions?|decisions?)\b"
)


def _is_bare_unit(state: State, place: int) -> bool:
    """Whether an entity is a unit whose name does not say of which class it is."""
    entity = state.register.entities[place]
    return (
        entity.kind is NodeKind.UNIT
        and not entity.dropped
        and not entity.suffix
        and judge(entity.name.folded) is Sort.FIELD
    )


_VAGUE = ("any", "some", "many", "several", "no", "each", "every", "other")


def _new(state: State, phrase: Phrase, scope: int, *, vouched: bool = True) -> tuple[int, ...]:
    """Make an entity of a subject that is no sorting word, or name the organisation by it."""
    register = state.register
    folded = phrase.name.folded
    is_first = (
        scope == ROOT
        and not register.entities[ROOT].name.text
        and not any(one.kind is NodeKind.UNIT for one in register.entities[1:])
    )
    if (
        is_first
        and phrase.sort is not Sort.POST
        and _ENDS_WHOLE.fullmatch(folded)
        and phrase.before in ("", "the", "our", "this")
    ):
        register.name_root(phrase.name)
        register.root_names.update((folded, key_of(folded)))
        state.tell(phrase.name, f"the organisation '{phrase.name.text}'", "subject of a sentence")
        return (ROOT,)
    if not phrase.is_proper or phrase.before.split(" ")[0] in _VAGUE:
        return ()
    is_name = phrase.name.text[:1].isupper() or phrase.name.text[:1].isdecimal()
    if phrase.sort is Sort.UNIT or (
        phrase.sort is Sort.FIELD and len(folded.split()) <= 4 and is_name and vouched and not _NO_NAME.search(folded)
    ):
        if _IS_WHOLE.fullmatch(folded):
            return (ROOT,)
        weight = LISTED if phrase.sort is Sort.UNIT and scope == ROOT else GUESSED
        return (put(state, NodeKind.UNIT, Named(name=phrase.name), scope, "subject of a sentence", weight),)
    if phrase.sort is Sort.POST and (phrase.count or 0) > 1 and phrase.before.startswith("the") and is_name:
        several = Named(name=in_singular(phrase), seats=phrase.count)
        return (put(state, NodeKind.POSITION, several, scope, "subject of a sentence", GUESSED),)
    if (
        phrase.sort is Sort.POST
        and phrase.count is None
        and singular(folded.split(" of ")[0]) == folded.split(" of ")[0]
    ):
        return (put(state, NodeKind.POSITION, Named(name=phrase.name), scope, "subject of a sentence", GUESSED),)
    return ()
