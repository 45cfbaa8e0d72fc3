"""Take the organisation off the title of one of its posts: Executive Director of the Lamp Foundation."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.english.new_subjects import call_the_whole
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.patterns import pattern

_OF_WHOLE = pattern(
    r"(?P<title>[^,]{3,40}?) (?:of|at|for) (?:the )?(?P<whole>(?:[A-Z][\w&’'-]* ){1,5}"
    r"(?:Foundation|Association|Society|Corporation|Company|Trust|Federation|University|Inc|Ltd|LLC|GmbH))"
)


def without_the_whole(state: State, named: Named) -> Named:
    """Return a post without the organisation that it is one of: Executive Director of the Lamp Foundation."""
    match = _OF_WHOLE.fullmatch(named.name.text)
    register = state.register
    if match is None or judge(match["title"].lower()) is not Sort.POST:
        return named
    whole = named.name.cut(*match.span("whole"))
    if not register.entities[ROOT].name.text and register.find(whole.folded) is None:
        call_the_whole(state, whole)
    return replace(named, name=named.name.cut(0, match.end("title"))) if register.is_root(whole.folded) else named
