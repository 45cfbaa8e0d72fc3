"""Find the unit that a word for its class means in the sentences behind its name: 中心 for the 指挥中心 just set up."""

from __future__ import annotations

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_CLASS = pattern(
    r"(?:该|这个)?(?P<class>研究院|研究所|研究中心|合作社|领导小组|指挥部|委员会|工作室|实验室|事业部|学院|分公司|基地|协会|学会|工作组|专班|联盟"
    r"|基金会|中心|支队|大队|医院|银行|工厂|车间)(?=$|[,:的]|下|内|由|设|分|包|共|现|有|的|还|又|主|成|按|实|目|另|负|与|和|其|各|之|里)"
)
_NEAR = 60  # of the entities that were found last, one of which is meant


def short_for(state: State, folded: str, scope: int) -> int | None:
    """Return the only unit that ends in the word with which a clause begins; nothing where the whole does.

    What a text calls by such a word before it names any is the whole.
    """
    match = _CLASS.match(folded)
    entities = state.register.entities
    if match is None or any(name.endswith(match["class"]) for name in state.register.root_names):
        return None
    found = [
        place
        for place in range(max(1, len(entities) - _NEAR), len(entities))
        if entities[place].kind is NodeKind.UNIT
        and not entities[place].dropped
        and entities[place].name.folded.endswith(match["class"])
        and state.register.is_below(place, scope)
    ]
    same = [place for place in found if entities[place].name.folded == match["class"]]
    if same or not found:
        return None
    if len(found) == 1:
        return found[0]
    last = state.alone if state.alone is not None else state.subject
    return last if last in found and last != ROOT else None
