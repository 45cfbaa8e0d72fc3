"""Read what stands behind a name and is said of others: more units, or all of a sort."""

from __future__ import annotations

import re

from orgviz.document.known.state import SURE, State, put
from orgviz.document.languages.prose import read_prose
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind


def _read_names_beside(state: State, place: int, rest: Passage) -> bool:
    """Read units behind another with nothing but stops between: 总值班室。 机关党委。 老干部处 and the like."""
    parts = [part for part in rest.split(match.span() for match in re.finditer(r"[。;]\s*", rest.folded)) if part.text]
    if any(judge(part.folded) is not Sort.UNIT or len(part) < 3 for part in parts) or "。" not in rest.folded:
        return False
    for part in parts:
        put(state, NodeKind.UNIT, Named(name=part), state.register.entities[place].parent, "name behind a name", SURE)
    return True


def is_of_others(state: State, place: int, rest: Passage, *, is_keyed: bool) -> bool:
    """Read what stands behind a name and is said of others: more units, or all of a sort: 各组设组长一人.

    Args:
        is_keyed: whether a colon stands before it, and one name alone is a part of the one before.
    """
    if _OF_EACH.match(rest.folded):
        read_prose(state, rest, place)
        return True
    is_part = is_keyed and "。" not in rest.folded.rstrip("。 ")
    return not is_part and _read_names_beside(state, place, rest)


_OF_EACH = re.compile(r"(?:各|每个?)[^,。:;]{1,6}(?:均|分别|应)?[设置]")
