"""Find whom an English pronoun means: it and they what was spoken of last, she the one who leads it, her team hers."""

from __future__ import annotations

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_PRONOUN = pattern(
    r"(?:it|they|he or she|she or he|he/she|she/he|s/he|he|she|who|which|this|these)(?:\s+(?:also|all|both|each))?"
)
_THIS_POST = pattern(r"this (?:position|role|post|job)")
_WE = pattern(r"(?:we|our (?:company|organi[sz]ation|team structure))\b.*")


def stands_for(state: State, folded: str, scope: int) -> int | None:
    """Return what a pronoun means; nothing where a text is none."""
    if _WE.fullmatch(folded):
        is_of_unit = folded == "we" and state.register.entities[scope].kind is NodeKind.UNIT
        return scope if is_of_unit else ROOT  # below the heading of a department, we are that
    if folded == "the latter" and state.last is not None:
        return state.last
    if _OWN_TEAM.fullmatch(folded):
        return _last_named_post(state)
    if _THIS_POST.fullmatch(folded):
        posts = (one for one in (scope, state.subject) if one is not None and one != ROOT)
        return next((one for one in posts if state.register.entities[one].kind is NodeKind.POSITION), None)
    if _PRONOUN.fullmatch(folded) is None:
        return None
    place = state.subject if state.subject is not None else scope
    return _person_meant(state, place) if _ONE_PERSON.match(folded) else place


_OWN_TEAM = pattern(
    r"(?:his|her|their|his or her|his/her) (?:(?:direct|immediate|senior|executive|leadership|management|support|core|"
    r"own|small|personal|central|and) )*(?:team|staff|office|cabinet)"
)


def _last_named_post(state: State) -> int | None:
    """Return whose team a sentence means: of whom the last one spoke, if that is a post."""
    for place in (state.last, state.subject):
        if place is not None and state.register.entities[place].kind is NodeKind.POSITION:
            return place
    return None


_ONE_PERSON = pattern(r"(?:he|she|s/he)\b")


def _person_meant(state: State, place: int) -> int:
    """Return whom he or she means: of a unit, the one that leads it."""
    entities = state.register.entities
    if entities[place].kind is not NodeKind.UNIT:
        return place
    heads = [child for child in state.register.children.get(place, ()) if entities[child].head]
    if len(heads) == 1:
        return heads[0]
    last = state.last
    return (
        last if last is not None and entities[last].kind is NodeKind.POSITION and not entities[last].dropped else place
    )
