"""Read the units of which a sentence says how many people each has: 员工120人，其中销售部20人、市场部10人."""

from __future__ import annotations

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_FEWEST = 2
_LEAD = pattern(
    r"(?P<who>[^,。;:、]{0,20}?)(?:目前|现|共|总共|全体|总)*(?:有|计)?(?:在册|在职|正式)?"
    r"(?:员工|职工|人员|教职工|干部职工|员工总数|总人数|人数)?(?:共|约|总数|为)*\d{1,6}(?:余|多)?(?:人|名)[^,。;:、]{0,6}[,:;](?:其中|包括|分布为)?[,:]?"
    r"|其中[,:]?"
)
_COUNTED = pattern(
    r"(?P<name>[^\d,。;:、()]{2,12}?)(?:现有|共有|有|共|约|各)?(?P<count>\d{1,5})(?:余|多)?(?:人|名)(?:员工|职工)?"
)
_BETWEEN = pattern(r"\s*[、,;和及]\s*")


def read_unit_counts(state: State, text: Passage, scope: int) -> bool:
    """Put the units that a sentence lists with the number of their people, where it lists nothing else."""
    lead = _LEAD.match(text.folded)
    if lead is None:
        return False
    listed = text.cut(lead.end())
    parts = [part for part in listed.split(one.span() for one in _BETWEEN.finditer(listed.folded)) if part.text]
    found = [_COUNTED.fullmatch(part.folded.rstrip("。 ")) for part in parts]
    names = [part.cut(*match.span("name")) for part, match in zip(parts, found, strict=True) if match is not None]
    if len(names) < _FEWEST or len(names) < len(parts) or any(judge(name.folded) is not Sort.UNIT for name in names):
        return False
    who = text.cut(0, lead.end("who")) if lead["who"] else None
    subject = find_subject(state, who, scope) if who is not None else None
    above = scope if subject is None or state.register.entities[subject].kind is not NodeKind.UNIT else subject
    for name in names:
        put(state, NodeKind.UNIT, Named(name=name), above, "unit with the number of its people", LISTED)
    state.evidence += 1 + len(names) / 4
    state.subject = above if above != ROOT else state.subject
    return True
