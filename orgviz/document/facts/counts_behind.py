"""Read posts with their numbers behind them, in Latin letters: manager 1, cashier 2 persons / accountant: 3."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.document.known.state import SURE, State, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_FEWEST = 2  # of such posts, each with a name of its own: Developer 1, Developer 2 are two of one
_EACH = 0.3
_MOST = 0.5  # of them, that are known to be posts
_TOTAL = pattern(r"\(\s*\d{1,4}\s*(?:persons?|people|staff|posts|positions)?\s*\)\s*:?\s*")
_BREAK = pattern(r"\s*[,;/+]\s*|(?:(?<=\d)|(?<=person)|(?<=persons)|(?<=people))\sand\s")
_COUNTED = pattern(
    r"(?P<post>[a-z][a-z' -]{1,40}?)\s*(?:[:=-]|[x×]\s?)?\s*(?P<count>\d{1,3})\s*"
    r"(?:persons?|people|posts?|positions?|seats?)?(?:\s*\([^()]{1,40}\))?\.?"
)


def read_counts_behind(state: State, place: int, rest: Passage) -> bool:
    """Put each post of a list in which all have their number behind them below a unit; tell whether it is one."""
    entity = state.register.entities[place]
    total = _TOTAL.match(rest.folded)
    body = rest.cut(total.end()) if total else rest
    if entity.kind is not NodeKind.UNIT or not body.text.isascii() or not _COUNTED.match(body.folded):
        return False
    found = list(_posts(body))
    told = [one for one in found if one is not None]
    known = sum(judge(post.folded) is Sort.POST for post, _ in told)
    if known < _FEWEST or len({post.folded for post, _ in told}) < len(found) or known < _MOST * len(found):
        return False
    for post, count in told:
        put(state, NodeKind.POSITION, Named(name=post, seats=count), place, "list behind a name", SURE, anew=True)
        state.evidence += _EACH
    return True


def _posts(body: Passage) -> Iterator[tuple[Passage, int] | None]:
    """Yield each post with its number; nothing for a part that is none."""
    for part in body.split(match.span() for match in _BREAK.finditer(body.folded)):
        match = _COUNTED.fullmatch(part.folded)
        yield None if match is None else (part.cut(0, match.end("post")), int(match["count"]))
