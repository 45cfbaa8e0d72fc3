"""Read a Chinese sentence that sets something up and then leads to a list of its duties or its parts."""

from __future__ import annotations

from orgviz.document.chinese.composition import read_claims
from orgviz.document.chinese.offices import read_organ
from orgviz.document.chinese.placing import read_placing
from orgviz.document.known.parts import Opening
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.promises import Promise, promise_of
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

# Lists of cases and conditions, not of what anybody does.
_NO_DUTIES = pattern(
    r"(?:代理|代行|递补|优先|排列|先后)?(?:顺序|次序|顺位)(?:如下|为)?:|下列(?:情形|情况|行为|条件|事由|原因)|(?:情形|行为|条件)之一|资格(?:终止|丧失|条件)?[:如]|(?:享有|有"
    r"|履行)[^,]{0,4}(?:下列|以下)(?:权利|义务"
    r"|各项权利|各项义务)"
)
# The posts of the whole, where what they do or must be is told: 本会会长行使下列职权.
_OWN_POSTS = pattern(
    r"本(?:会|校|院|馆|局|处|中心|所|公司|社|基金会|协会|学会|商会)的?(?P<posts>[^,。;:的]{2,30}?)(?:必须|须"
    r"|应当|应|依法)?(?:具备|符合|行使|履行|负有)"
)


def read_opening(state: State, text: Passage, above: int) -> Opening | None:
    """Return what the list below belongs to: 本会设办公室，承办下列事务：; nothing where nothing is set up."""
    if _NO_DUTIES.search(text.folded):
        return Opening(above, Promise.NOTHING)
    own = _own_posts(state, text)
    if own:
        return Opening(own[0], Promise.DUTIES) if len(own) == 1 else Opening(above, Promise.NOTHING)
    comma = text.folded.rfind(",")
    if comma < 3:
        return None
    promise = promise_of(text.folded[comma + 1 :])
    if promise is not Promise.DUTIES:
        return None
    first = text.cut(0, comma)
    children = read_claims(state, first, above)
    read_placing(state, first, above)
    read_organ(state, first, above)
    return Opening(children[0], Promise.DUTIES) if len(children) == 1 else None


def _own_posts(state: State, text: Passage) -> list[int]:
    match = _OWN_POSTS.match(text.folded)
    items = read_listing(text.cut(*match.span("posts"))).items if match else ()
    if not items or any(
        judge(item.name.folded) is not Sort.POST or not _LEADING.search(item.name.folded) for item in items
    ):
        return []
    return [put(state, NodeKind.POSITION, item, ROOT, "post of the whole", LISTED) for item in items]


_LEADING = pattern(r"(?:长|主席|主任|书记|召集人|总干事|经理)$")
