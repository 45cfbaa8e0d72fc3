"""Settle whose the units of a text are that says of somebody only how many there are: 学生会下设多个部门."""

from __future__ import annotations

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.hinted import hinted
from orgviz.model import NodeKind

_HAS_SOME = hinted(
    r"个|众多",
    r"(?:^|,|。)(?P<who>[^,。;:的]{2,16}?)(?:一般|通常|主要|现|目前|共|又)*(?:下设|设有|分设|内设|设置|下辖|设|有)(?:有|了)?"
    r"(?:好?多个|若干个?|数个|好?几个|众多|[两二三四五六七八九十\d]{1,3}个)[^,。;:、和及]{0,4}(?:部门|科室|机构|中心|小组|处室)(?=[,。;]|$)",
)


def settle_several(state: State) -> None:
    """Move the units that stand behind such a sentence below whom it speaks of, if that one has none yet."""
    register = state.register
    found = [(text, match) for _, text in state.prose if (match := _HAS_SOME.search(text.folded)) is not None]
    wholes = {match["who"] for _, match in found}
    units = [place for place in register.children.get(ROOT, ()) if register.entities[place].kind is NodeKind.UNIT]
    whole = next((place for place in units if register.entities[place].name.folded in wholes), None)
    told = next((text.cut(*match.span("who")) for text, match in found if judge(match["who"]) is Sort.UNIT), None)
    if whole is None and told is not None and len(units) > 1 and not register.entities[ROOT].name.text:
        whole = put(state, NodeKind.UNIT, Named(name=told), ROOT, "said to have several units", LISTED)
    if whole is None or register.children.get(whole):
        return
    for place in units:
        if register.where(place) > register.where(whole) and register.move(place, whole):
            register.entities[place].guess = "below the one who is said to have several units"
