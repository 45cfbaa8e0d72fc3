"""Put the roster behind a sentence that sets up a group into that group: 成立防汛工作组。 and below it 组长：王敏."""

from __future__ import annotations

from orgviz.document.items.walked import Walk
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_ROLE = pattern(
    r"(?:第一|常务|执行)?副?(?:组长|总指挥|指挥长|主任委员|主任|队长|召集人)|成员|组员|委员|队员|成员单位|办公室主任"
)
_SETS_UP = pattern(
    r"(?:成立|组建|设立|建立|组成)了?(?P<name>[^,。;:()]{2,24}?(?:小组|委员会|指挥部|专班|工作组|工作队|救援队|突击队|筹备组|组委会))(?=$|[,。;:(])"
)
_FARTHEST = 8  # lines of a roster before a role


def group_set_up_before(walked: Walk, place: int, above: int) -> int:
    """Return the group that the sentence before a roster sets up; else what the item stands below."""
    item = walked.items[place]
    if above != ROOT or item.mark is None or not _is_role(walked, place):
        return above
    before = range(place - 1, max(-1, place - 1 - _FARTHEST), -1)
    beside = (one for one in before if walked.items[one].parent == item.parent)
    told = next((one for one in beside if not _is_role(walked, one)), item.parent)
    if told is None or not _is_sentence(walked, told):
        return above
    sentence = walked.items[told].body
    match = _SETS_UP.search(sentence.folded)
    if match is None or judge(match["name"]) is not Sort.UNIT:
        return above
    walked.state.evidence += 0.5
    group = Named(name=sentence.cut(*match.span("name")))
    return put(walked.state, NodeKind.UNIT, group, ROOT, "group that is set up", LISTED)


def _is_sentence(walked: Walk, place: int) -> bool:
    mark = walked.items[place].mark
    return mark is None or mark.form == "lead"


def _is_role(walked: Walk, place: int) -> bool:
    entry = walked.entry(place) if walked.items[place].mark is not None else None
    return entry is not None and _ROLE.fullmatch(entry.name.folded) is not None
