"""Read which unit fields of work belong to: 人事、行政归综合部管理."""

from __future__ import annotations

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State, give_duty
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.judging import Sort, judge
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_BELONGS = pattern(
    r"(?:^|(?<=[,;]))(?P<fields>[^,。;:归由]{2,24}?)(?:这?[两几]?块|方面|工作|业务|事务)?(?:统一|都|均|则|也|暂时|目前|全部)*(?<![划改移转回同])归(?:口)?"
    r"(?P<unit>[^,。;:、]{2,12}?)(?:统一|直接|归口)?(?:管理|负责|管|分管|承担)(?=$|[,。;])"
)


def read_fields_of_units(state: State, text: Passage, scope: int) -> bool:
    """Read what is said to be a unit's to look after; what is a unit itself is another reader's."""
    read = False
    for match in _BELONGS.finditer(text.folded):
        unit, fields = text.cut(*match.span("unit")), text.cut(*match.span("fields"))
        parts = [judge(part) for part in fields.folded.replace("和", "、").split("、") if part]
        if judge(unit.folded) is not Sort.UNIT or Sort.UNIT in parts or Sort.POST in parts:
            continue
        place = find_subject(state, unit, scope)
        if place is None or place == ROOT or state.register.entities[place].kind is not NodeKind.UNIT:
            continue
        give_duty(state, place, fields)
        state.tell(fields, f"duty of '{state.name_of(place)}'", "field that belongs to a unit")
        state.evidence += 0.5
        read = True
    return read
