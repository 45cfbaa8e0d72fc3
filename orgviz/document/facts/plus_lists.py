"""Read what stands behind a name and is joined by plus signs: Designers + Researchers."""

from __future__ import annotations

import re

from orgviz.document.known.state import SURE, State, put
from orgviz.document.names.crew import clause_of
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind

_PLUS = re.compile(r"\s+\+\s+|\s*＋\s*")


def read_plus_list(state: State, place: int, rest: Passage) -> bool:
    """Put each unit or post of such a list below the one that it stands behind; tell whether it was one."""
    parts = [_part(part) for part in rest.split(match.span() for match in _PLUS.finditer(rest.text))]
    sorts = [judge(part.name.folded) for part in parts]
    strong = sum(sort in STRONG for sort in sorts)
    if len(parts) < 2 or 2 * strong < len(parts) or any(sort in (Sort.SENTENCE, Sort.ABSTRACT) for sort in sorts):
        return False
    for part, sort in zip(parts, sorts, strict=True):
        kind = NodeKind.UNIT if sort is Sort.UNIT else NodeKind.POSITION
        put(state, kind, part, place, "list joined by plus signs", SURE, anew=True)
    return True


def _part(text: Passage) -> Named:
    """Return what one part names, with its number where it has one: 5 agents."""
    clause = clause_of(text)
    return clause.post if clause is not None and clause.post is not None else read_notes(text)
