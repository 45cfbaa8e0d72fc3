"""Compare how many names a document says that there are with how many it gives, at its end."""

from __future__ import annotations

from orgviz.diagnostics import Findings
from orgviz.document.known.state import Counted, State
from orgviz.document.text.passages import Passage
from orgviz.found import Trace
from orgviz.patterns import pattern

RULE = "count that differs"
"""The rule of a trace that tells of a difference."""

# Behind these a list is not whole, and says so.
_GOES_ON = pattern(
    r"等等?(?:[\d一二三四五六七八九十两几多若干]|[。;,]|$)|\.\.\.|…|\betc\b|\band (?:others|more|so on)\b"
)


def note_count(state: State, listed: Passage, said: int | None, made: list[int]) -> None:
    """Remember how many the text says there are of what was found in `listed`.

    One is no count (`a team` is as often one of several), and one name is seldom a list.
    """
    if said is None or said < 2 or len(made) < 2 or said == len(made) or _GOES_ON.search(listed.folded):
        return
    parents = {state.register.entities[place].parent for place in made}
    if len(parents) == 1:
        state.counts.append(Counted(listed, said, tuple(made)))


def tell_counts(state: State) -> None:
    """Note for the explanation where as many as were said did not come, in a later sentence either."""
    for counted in state.counts:
        first = state.register.entities[counted.made[0]]
        beside = state.register.children.get(first.parent, ())
        of_kind = sum(state.register.entities[place].kind is first.kind for place in beside)
        people = sum(state.register.entities[place].seats or 1 for place in counted.made)
        if counted.said not in (len(counted.made), of_kind, people):
            names = f"{len(counted.made)} names where the text says {counted.said}"
            state.tell(counted.place, names, RULE)


def warn_of_counts(traces: tuple[Trace, ...], findings: Findings) -> None:
    """Tell of each count that differs."""
    for trace in traces:
        if trace.rule == RULE and trace.became is not None:
            hint = "see what the text was read as: orgviz convert FILE --explain"
            findings.warn("count-differs", f"there are {trace.became}", trace.span, hint)
