"""Read English sentences that place fields of work or people by their names alone: Security belongs to IT."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.plain import is_plain_unit
from orgviz.document.english.subjects import find_known
from orgviz.document.english.titled_names import is_name_of_person
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.judging import Sort, is_known_field
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.folding import fold
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_BELONGS = pattern(
    r"(?P<below>[^,:;]{2,60}?)\s(?:(?:both|all|also|now)\s)?(?:(?:is|are)\s(?:a\s)?part\sof|belongs?\sto|"
    r"(?:sits?|falls?)\s(?:with)?in|(?:sits?|falls?|comes?)\sunder|rolls?\sup\s(?:in)?to|reports?\s(?:in)?to)\s"
    r"(?P<above>[^,:;]{2,40})"
)
_REPORTS = pattern(
    r"(?P<below>[^,:;]{5,60}?)\s(?:directly\s)?reports?\s(?:directly\s)?to\s(?P<above>[^,:;]{5,40})"
    r"(?:,\s(?:the|our)\s(?P<post>[^,:;]{2,40}))?"
)
_AND = pattern(r",?\s(?:and|&)\s")


def read_fields_placed(state: State, text: Passage, scope: int) -> bool:
    """Read `Security and Helpdesk belong to IT`: names in capitals, all of them known as fields of work or units."""
    match = _BELONGS.fullmatch(text.folded)
    if match is None:
        return False
    above = read_phrase(text.cut(*match.span("above")))
    below = _phrases(text.cut(*match.span("below"))) if _is_name(above) else []
    if not below or not all(map(_is_name, below)) or all(one.sort is Sort.UNIT for one in (above, *below)):
        return False
    place = _unit(state, above, scope)
    moved = [_hang(state, one, place, scope) for one in below if place != ROOT]
    state.evidence += min(sum(moved), 2)
    state.subject = place if any(moved) else state.subject
    return any(moved)


def _phrases(text: Passage) -> list[Phrase]:
    return [read_phrase(part) for part in text.split(match.span() for match in _AND.finditer(text.folded))]


def _is_name(phrase: Phrase) -> bool:
    if phrase.name.text == "It":
        return False
    is_known = phrase.sort is Sort.UNIT or (phrase.sort is Sort.FIELD and is_known_field(phrase.name.folded))
    is_unit = is_plain_unit(phrase) or (phrase.sort is Sort.UNIT and phrase.is_proper)  # the Data team
    is_written = phrase.has_capitals or is_unit
    return is_known and is_written and not phrase.rest.text and phrase.count is None


def _unit(state: State, phrase: Phrase, parent: int) -> int:
    known = find_known(state, phrase, parent)
    return put(state, NodeKind.UNIT, phrase.named, parent, "said to belong", LISTED) if known is None else known


def _hang(state: State, phrase: Phrase, above: int, scope: int) -> bool:
    """Hang a unit below another, unless it has a place; tell whether it stands there now."""
    place, entities = _unit(state, phrase, scope), state.register.entities
    is_free = place not in (ROOT, above) and entities[place].parent in (ROOT, scope)
    if not is_free or not state.register.move(place, above):
        return False
    entities[place].weight = SURE
    return True


def read_people_placed(state: State, text: Passage, _scope: int) -> bool:
    """Read `Ann Lee and Bob Fox report to Jane Roe, the CEO`: people by their whole names."""
    match = _REPORTS.fullmatch(text.folded)
    if match is None:
        return False
    above, whole = text.cut(*match.span("above")), text.cut(*match.span("below"))
    below = list(whole.split(sign.span() for sign in _AND.finditer(whole.folded)))
    if not all(map(is_name_of_person, (above, *below))):
        return False
    post = read_phrase(text.cut(*match.span("post"))) if match["post"] else None
    if post is not None and post.sort is not Sort.POST:
        return False
    place = _person(state, above, post)
    moved = [state.register.move(one, place) for one in _free(state, [_person(state, one, None) for one in below])]
    state.evidence += sum(moved)
    return any(moved)


def _person(state: State, name: Passage, post: Phrase | None) -> int:
    """Return the post that a person holds, else the person: known by the whole name, or put here."""
    register = state.register
    known = [one for one in register.called_person(fold(name.text)) if _is_called(state, one, name)]
    if known:
        return known[0]
    if post is None:
        return put(state, NodeKind.PERSON, Named(name=name), ROOT, "said to report", SURE)
    held = Named(name=post.name, holders=(name.text,))
    return put(state, NodeKind.POSITION, held, ROOT, "named as the one above", LISTED)


def _is_called(state: State, place: int, name: Passage) -> bool:
    entity = state.register.entities[place]
    return name.text in entity.holders or (entity.kind is NodeKind.PERSON and entity.name.folded == name.folded)


def _free(state: State, places: Sequence[int]) -> list[int]:
    """Leave out those who stand below somebody or something already."""
    return [one for one in places if one != ROOT and state.register.entities[one].parent == ROOT]
