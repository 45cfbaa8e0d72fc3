"""Read English sentences on whose responsibility units are: these sections are the responsibility of the Commander."""

from __future__ import annotations

from orgviz.document.english.hang import is_people, is_vague
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.plain import is_plain_post, is_plain_unit
from orgviz.document.english.subjects import find_known, find_subjects
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, give_duty, mark_head, put
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

RESPONSIBILITY_WORDS = "responsibility purview remit jurisdiction authority function task duty duties concern business"
_RESPONSIBILITY = (
    r"(?:(?:direct|primary|sole|overall|main|full|joint|ultimate)\s)*"
    r"(?:responsibility|purview|remit|jurisdiction|authority)"
)
_WHOSE = pattern(
    rf"(?P<what>[^:;]{{3,120}}?)\s(?:is|are|remains?|(?:shall|will)\sbe)\s(?:(?:then|also|both|all)\s)?"
    rf"(?:the|a)\s{_RESPONSIBILITY}\sof\s(?P<who>(?:the|an?|our)\s[^,:;]{{3,90}}?)"
    rf"(?P<rest>,.*)?$"
    r"|(?P<work>[^:;]{3,120}?)\s(?:is|are)\s(?:the\s|an?\s)?(?:main\s)?(?:functions?|tasks?|duty|duties|concern|business)\sof\s"
    r"(?P<unit>(?:the|our)\s[^,:;]{3,90}?)$"
    rf"|(?P<task>[^:;]{{3,120}}?)\s(?:falls?|comes?|lies?)\s(?:under|within)\sthe\s{_RESPONSIBILITY}\sof\s"
    rf"(?P<one>(?:the|an?|our)\s[^,:;]{{3,90}}?)(?P<more>,.*)?$"
)
# The administration of the wards: of whom that speaks are the wards.
_RUNNING_OF = pattern(
    r"the\s(?:(?:overall|daily|day-to-day|general)\s)?(?:administration|management|direction|supervision|running|"
    r"operations?|leadership|control)\sof\s(?=(?:the|this|these|our|its|all)\s)"
)
_HEAD_IS = pattern(
    r",\s(?:whose\s(?:head|chief|leader|director)\sis|(?:which\sis\s)?(?:led|headed|run|directed)\sby)\s"
)


def read_responsibility(state: State, text: Passage, scope: int) -> bool:
    """Read whose responsibility units or a task are; tell whether a unit or post takes its place by it."""
    match = _WHOSE.match(text.folded)
    if match is None:
        return False
    what = next(text.cut(*match.span(name)) for name in ("what", "task", "work") if match[name])
    who = next(read_phrase(text.cut(*match.span(name))) for name in ("who", "one", "unit") if match[name])
    if not _is_one(who):
        return False
    led = _units_of(state, what, scope)
    if who.sort is Sort.POST and led:
        return _put_over(state, who, led, scope)
    rest = "rest" if match["rest"] else "more"
    if match[rest] and who.sort is Sort.POST:
        return False  # whoever else is told behind a post is not lost
    place = _put_at_work(state, who, what, scope)
    if place is not None and match[rest]:
        _put_head(state, place, text.cut(*match.span(rest)))
    return place is not None


def _is_one(phrase: Phrase) -> bool:
    """Whether a phrase is the name of one post or unit, with nothing left open."""
    if phrase.rest.text or phrase.count or is_vague(phrase) or is_people(phrase) or phrase.before not in ("the", "our"):
        return False
    is_named = phrase.is_proper and phrase.sort in (Sort.POST, Sort.UNIT)
    return is_named or is_plain_post(phrase) or is_plain_unit(phrase)


def _units_of(state: State, what: Passage, scope: int) -> tuple[int, ...]:
    """Return the units that are somebody's responsibility; none where it is a task."""
    running = _RUNNING_OF.match(what.folded)
    found = find_subjects(state, what.cut(running.end()) if running else what, scope)
    entities = state.register.entities
    return tuple(place for place in found if place != ROOT and entities[place].kind is NodeKind.UNIT)


def _put_over(state: State, who: Phrase, led: tuple[int, ...], scope: int) -> bool:
    """Put a post where it leads units: at the head of the one, or of the unit whose parts they all are."""
    entities = state.register.entities
    parents = {entities[place].parent for place in led}
    outer = min(parents) if len(parents) == 1 else scope
    unit = led[0] if len(led) == 1 else outer
    known = find_known(state, who, scope)
    if known is not None and entities[known].kind is NodeKind.POSITION:
        place = known
        if len(led) == 1 and entities[known].weight < SURE:
            state.register.move(known, unit)
    else:
        place = put(state, NodeKind.POSITION, who.named, unit, "said to be responsible for units", SURE)
    is_led = unit != ROOT or bool(entities[ROOT].name.text)
    if entities[place].parent == unit and is_led:
        mark_head(state, place)
    if not is_led:
        for one in led:
            state.register.move(one, place)
    state.evidence += 1
    return True


def _put_at_work(state: State, who: Phrase, what: Passage, scope: int) -> int | None:
    """Give a task to the unit or post whose it is; one that is new must have a name, or follow on others."""
    known = find_known(state, who, scope)
    if known is None and not who.is_proper and not state.evidence:
        return None
    if known is None:
        kind = NodeKind.UNIT if who.sort is Sort.UNIT else NodeKind.POSITION
        known = put(state, kind, who.named, scope, "said to be responsible", LISTED)
        state.evidence += 1 if who.sort is Sort.UNIT else 0.5
    if known == ROOT:
        return None
    give_duty(state, known, what)
    state.subject = known
    return known


def _put_head(state: State, unit: int, text: Passage) -> None:
    """Put who is said to lead a unit behind its name: the Yard Department, whose head is the yard manager."""
    match = _HEAD_IS.match(text.folded)
    head = read_phrase(text.cut(match.end())) if match else None
    if head is None or head.sort is not Sort.POST or is_people(head):
        return
    mark_head(state, put(state, NodeKind.POSITION, head.named, unit, "said to lead", SURE))
    state.evidence += 1
