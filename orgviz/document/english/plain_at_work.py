"""Read posts that a text names without capitals and of which it says, one after the other, what each does."""

from __future__ import annotations

from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.plain import is_plain_post
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, give_duty, put
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_FEWEST = 3  # posts of which a text says what they do, from which on it is one on who does what
_EACH = 0.7
_AT_WORK = pattern(
    r"(?P<who>(?:the|our)\s[a-z][a-z' -]{2,40}?)\s(?:also\s)?(?:(?:is|are)\s(?:also\s)?(?P<is>(?:responsible|"
    r"accountable|in\scharge|tasked|charged)\s(?:for|of|with)\s|the\s(?:head|leader|second|third|next|person)\b)|"
    r"(?P<does>(?:oversees|manages|supervises|leads|runs|handles|coordinates|assists|directs|looks\safter|takes\scare)\s))"
)
# Parts of a program and tools are called so, too: the task manager, the job scheduler.
_MAY_BE_TOOL = pattern(
    r".*\b(?:manager|controller|scheduler|agent|operator|driver|loader|monitor|handler|dispatcher|worker|"
    r"coordinator|broker|reader|writer|editor|builder|owner|maintainer|reviewer|approver)"
)


def read_plain_at_work(state: State, text: Passage, scope: int) -> bool:
    """Read `The head cook oversees the kitchen` where the text says so of several posts, most of them no tools."""
    match = _AT_WORK.match(text.folded)
    phrase = read_phrase(text.cut(*match.span("who"))) if match else None
    if match is None or phrase is None or phrase.rest.text or not is_plain_post(phrase):
        return False
    duty = text.cut(match.end("is") if match["is"] and match["is"].endswith(" ") else match.start(match.lastgroup or 0))
    state.at_work.setdefault(phrase.name.folded, (phrase.named, scope, duty))
    people = sum(_MAY_BE_TOOL.fullmatch(name) is None for name in state.at_work)
    if len(state.at_work) < _FEWEST or 2 * people < len(state.at_work):
        return False
    for named, above, work in state.at_work.values():
        if state.register.find(named.name.folded) is not None:
            continue
        place = put(
            state, NodeKind.POSITION, named, above, "one of several posts that are said to do something", LISTED
        )
        state.evidence += _EACH
        if place != ROOT:
            give_duty(state, place, work)
    return True
