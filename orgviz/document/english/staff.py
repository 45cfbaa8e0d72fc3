"""Read English sentences below the name of a unit whose subject is its posts: Cashiers and clerks keep the till."""

from __future__ import annotations

from orgviz.document.english.hang import is_people, is_vague
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import read_phrase
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, give_duty, put
from orgviz.document.names.judging import Sort, singular
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_WORK = pattern(
    r"\s(?:(?:all|also|typically|usually|often|together|here|then|mainly|primarily)\s)*(?P<verb>(?:are\s(?:responsible|"
    r"in\scharge)\s(?:for|of)|play(?=\s[\w\s]*\broles?\b)|make\ssure|look\safter|take\scare\sof|collaborate|work|"
    r"handle|manage|ensure|help|keep|run|provide|support|create|write|design|develop|build|assist|maintain|oversee|"
    r"prepare|produce|edit|test|sell|answer|coordinate|supervise|analy[sz]e|plan|monitor|conduct|process|deliver|"
    r"operate|implement|perform|research|review|repair|clean|cook|serve|treat|teach|install|drive|check|"
    r"assemble|inspect|train)(?=\s))"
)
# One of these stands in every sentence that the form fits.
STAFF_VERBS = (
    "responsible charge play make look take collaborate work handle manage ensure help keep run provide support create "
    "write design develop build assist maintain oversee prepare produce edit test sell answer coordinate supervise "
    "analy plan monitor conduct process deliver operate implement perform research review repair clean cook serve "
    "treat teach install drive check assemble inspect train"
)
_MOST_WORDS = 24
_ARTICLE = pattern(r"(?:the|an?|our|its|their|this|these|each|every|all)\s")  # no plain plural follows
_PRONOUN = pattern(r"(?:It|They|He|She|We|You|There)\s")  # as written: IT clerks are some
_SEVERAL = pattern(r"[,;:&]|\s(?:and|or|plus|as well as)\s")


def read_staff_at_work(state: State, text: Passage, scope: int) -> bool:
    """Read which posts do the work of the unit that a sentence stands below; tell whether it names any."""
    entity = state.register.entities[scope]
    if scope == ROOT or entity.kind is not NodeKind.UNIT or entity.weight < LISTED:
        return False
    verb = _WORK.search(text.folded)
    if verb is None or text.folded.count(" ", 0, verb.start()) > _MOST_WORDS:
        return False
    who = text.cut(0, verb.start())
    if _ARTICLE.match(who.folded) or _PRONOUN.match(who.text):
        return False
    if not _SEVERAL.search(who.folded) and read_phrase(who).sort is not Sort.POST:
        return False
    listing = read_enumeration(who)
    items = listing.items
    if not items or listing.class_word or listing.stopped < verb.start() - 1:
        return False
    if any(item.sort is not Sort.POST or item.before or item.rest.text or is_vague(item) for item in items):
        return False
    names = [item.name.folded for item in items]
    is_plain = len(names) == 1 and " " not in names[0]
    if is_plain or any(singular(name) == name for name in names) or any(is_people(item) for item in items[1:]):
        return False
    duty = text.cut(verb.start("verb"))
    for item in items:
        place = put(state, NodeKind.POSITION, item.named, scope, "said to do a unit's work", LISTED)
        if place != ROOT:
            give_duty(state, place, duty)
    state.evidence += 0.5
    return True
