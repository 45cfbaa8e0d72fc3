"""Read what an English sentence says of the inside of a unit: Within Sales, there are two teams."""

from __future__ import annotations

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import NUMBER, read_phrase
from orgviz.document.english.reworded import together, word
from orgviz.document.english.subjects import find_known
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import Sort
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_first_name
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_UNITS = r"(?:teams|units|groups|desks|sections|offices|departments|divisions|squads|crews)"
_WITHIN = pattern(r"(?:within|inside|in)\s(?P<who>[^,:;]{2,60}?),\s(?=\S)")
_THERE = pattern(
    rf"there\s(?:are|is)\s(?P<what>(?:{NUMBER}|several)\s(?:[a-z-]+\s){{0,2}}{_UNITS})\s(?:in|within|inside|under)\s(?P<who>[^,:;]{{2,60}}?)"
    r"(?P<named>:.+|,\s(?:namely|which\sare)\s.+)"
)
_BELONG = pattern(
    rf"(?P<named>[^:;]{{5,120}}?)\s(?:(?:both|all)\s)?(?:are\s(?:(?:both|all|the|{NUMBER})\s){{0,2}}(?:[a-z]+\s)?{_UNITS}\s(?:of|in|within|under)"
    r"|belong\sto|(?:are|form)\s(?:both\s|all\s)?(?:a\s)?part\sof|(?:fall|sit)\s(?:within|under)|are\s(?:housed|located|placed)\s(?:in|within|under))"
    r"\s(?P<who>[^,:;]{2,60})"
)


def inside(state: State, text: Passage, scope: int) -> tuple[Passage, int]:
    """Return a sentence without the known unit of whose inside it speaks, and that unit as where it stands."""
    match = _WITHIN.match(text.folded)
    unit = _known_unit(state, text.cut(*match.span("who")), scope) if match else None
    if match is not None and unit is not None:
        behind = text.cut(match.end())
        _put_actors(state, behind, unit)
        return behind, unit
    there = _THERE.fullmatch(text.folded)
    unit = _known_unit(state, text.cut(*there.span("who")), scope) if there else None
    if there is not None and unit is not None:
        return together(text.cut(0, there.end("what")), text.cut(*there.span("named"))), unit
    belong = _BELONG.fullmatch(text.folded)
    unit = _known_unit(state, text.cut(*belong.span("who")), scope) if belong else None
    if belong is None or unit is None or not _are_fields(named := text.cut(*belong.span("named"))):
        return text, scope
    return together(word(text, "there are the following teams:"), named), unit


def _known_unit(state: State, text: Passage, scope: int) -> int | None:
    phrase = read_phrase(text)
    known = None if phrase.rest.text else find_known(state, phrase, scope)
    if known is None or known in (ROOT, scope):
        return None
    return known if state.register.entities[known].kind is NodeKind.UNIT else None


def _are_fields(text: Passage) -> bool:
    """Whether a text lists several fields of work, written as names, that are no people."""
    items = read_enumeration(text).items
    return len(items) > 1 and all(
        item.sort is Sort.FIELD
        and item.is_proper
        and item.stands_alone
        and not is_first_name(item.name.folded.split()[0])
        for item in items
    )


# The Data team and the Web team work side by side: who does something there.
_ACTOR = pattern(
    r"(?:^|\b(?:and|while|whereas)\s|,\s)[Tt]he\s(?P<name>[A-Z][\w&'-]*\s(?:(?:[A-Z][\w&'-]*|and|&|of|for)\s){0,4}?"
    r"(?:[Tt]eam|[Uu]nit|[Gg]roup|[Dd]esk|[Ss]ection|[Oo]ffice|[Dd]epartment|[Dd]ivision|[Ss]quad|[Cc]rew))"
    r"\s(?!with\b|to\b|for\b|of\b|in\b|at\b|on\b|from\b|under\b)(?=[a-z])"
)


def _put_actors(state: State, text: Passage, unit: int) -> None:
    for match in _ACTOR.finditer(text.text):
        name = text.cut(*match.span("name"))
        if state.register.find(name.folded) is None:
            put(state, NodeKind.UNIT, Named(name=name), unit, "at work in a unit", LISTED)
            state.evidence += 0.5
