"""Read a line below a unit that lists nothing but its posts: 董事长、董事."""

from __future__ import annotations

from orgviz.document.items.walked import Walk
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, put
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.lists import read_listing
from orgviz.model import NodeKind

_FEWEST = 2
_LONGEST = 60


def read_listed_posts(walked: Walk, place: int, above: int) -> bool:
    """Put the posts that a line right below a unit lists in that unit; tell whether it is such a line."""
    item, register = walked.items[place], walked.state.register
    is_below = item.parent is not None and walked.made[item.parent] == above != ROOT
    if not is_below or not is_wide(item.body.folded) or len(item.body) > _LONGEST:
        return False
    if register.entities[above].kind is not NodeKind.UNIT:
        return False
    body = item.body.cut(0, len(item.body.folded.rstrip("。;,. ")))
    items = read_listing(body).items
    if len(items) < _FEWEST or any(judge(one.name.folded) is not Sort.POST for one in items):
        return False
    for one in items:
        put(walked.state, NodeKind.POSITION, one, above, "list below a name", SURE, anew=True)
    walked.state.evidence += 1
    return True
