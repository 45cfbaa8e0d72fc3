"""Read who elects, appoints or invites whom in a charter: 会员大会选举产生理事会; 会长、秘书长由理事会选举产生."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgviz.document.chinese.elections import unit_of
from orgviz.document.chinese.hanging import OWN
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put, set_status
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind, Status
from orgviz.patterns import pattern

_BODY = (
    r"(?:[^,。;、:的由经]{0,8}?(?:理事会|监事会|董事会|委员会|主席团|监察会|干事会|常委会|执委会|评议会|评议员会|班委会"
    r"|社务会|代表会|校友会|院务会|团委))"
)
_ASSEMBLY = r"(?:[^,。;、:的由经]{0,10}?(?:大会|代表会|会员会|社员会|股东会|理事会|监事会|董事会|委员会|主席团))"
_CHOOSE = r"(?:民主|协商|差额|等额|无记名|投票|直接|公开|依法|分别|共同|互相|,)*(?:选举|推选|推举|互选|选|推)"
_BODY_CHOSEN = hinted(
    r"[选推]",
    rf"{_CHOOSE}(?:并|出|产生|成立|组成|组织|(?:委员|理事|监事|董事|代表|会员)?[^,。;、]{{0,4}}(?:人|名)|,)*(?:产生|成立|组成|组织)(?:本会|新一届|第一届|本届)?(?P<unit>{_BODY})(?=$|,|并|、|和|及|负责)"
    rf"|{_CHOOSE}(?:产生|出)?(?P<plain>理事会|监事会|董事会|常务理事会|主席团)(?=$|,)",
)
_BODY_BY = hinted(
    r"[选推]",
    rf"(?:^|,)(?P<unit>{_BODY})(?:成员|委员|会员)?(?:应|须|均)?(?:由|经)(?:本会)?(?P<who>{_ASSEMBLY}){_CHOOSE}(?:产生)?(?=$|,|并|、)",
)
_ASSEMBLY_CHOOSES = hinted(r"[选推]", rf"(?:^|,|由|经)(?:本会)?(?P<who>{_ASSEMBLY})(?:从[^,]{{2,10}}中)?{_CHOOSE}")
_POSTS_BY = hinted(
    r"[选推聘任提委定]",
    r"(?:^|[。,])(?P<posts>(?:(?!设|置|聘)[^。;由:]){2,40}?)(?:人选|一职|职务)?(?:均|各|应|须|分别|,)*(?:由|经)(?P<who>[^,。;由]{2,14}?)(?:全体[^,。;]{1,4}|会议|成员)?"
    r"(?:[从在][^,。;]{1,10}中|以[^,。;]{2,10}方式|(?:根据|按照?|依照?|视)[^,。;]{2,12})?(?:民主|协商|差额|等额|无记名|投票|直接|公开|互相|会议)*"
    r"(?:选举|推选|推举|互选|选任|聘任|任命|委任|聘请|提名|选派|委派|推荐|确定|指定|遴选)(?:产生|担任|兼任|之|,|$)",
)
_INVITED = pattern(
    r"(?:聘请|敦聘|礼聘|延聘|聘任|聘|推举|敦请|公推)[^,。;]{0,40}?(?:担任|出任|为|任|作)(?:本[会社校院])?(?:的)?(?P<posts>(?:(?:名誉|荣誉|永远|终身|特邀|法律|高级|常年)*"
    r"(?:会长|理事长|主席|主任|社长|院长|校长|董事长|顾问|指导老师|指导教师)(?:、|和|及|与|或)?)+)"
)
_BY_OFFICE = hinted(
    r"[兼担出]任", r"(?<!不得)(?:兼任|担任|出任)(?:本会|该会)?(?P<post>[董理监校]事长|常务[理监]事)(?=$|[,。;])"
)
_POST = pattern(
    r"(?:长|主席|主任|书记|总干事|干事|召集人|总监|经理|理事|监事|董事|委员|会计|出纳|顾问|司库|总务|常委|执委)$"
)
_NO_BODY = pattern(r"各|其他|全体|上述|上届|下届|任何|大会|首届|历届|代表会|专门|相关|有关")
_NO_POST = pattern(r"(?:候选人|代表|会员|各|其他|成员|全体|上述|本届|下届|该|任何)")


def read_bodies(state: State, text: Passage, scope: int) -> bool:
    """Read one sentence; tell whether it names a body or a post."""
    found = [*_bodies(state, text, scope), *_chosen_posts(state, text, scope), *_invited(state, text, scope)]
    found += _by_office(state, text)
    state.evidence += 0.6 * len(found)
    return bool(found)


def _bodies(state: State, text: Passage, scope: int) -> Iterator[int]:
    folded = text.folded
    for match in _BODY_BY.finditer(folded):
        for group in ("who", "unit"):
            yield from _body(state, text.cut(*match.span(group)), scope)
    for match in _ASSEMBLY_CHOOSES.finditer(folded):
        if len(match["who"]) > 3 and match["who"].endswith(("大会", "代表会")):
            yield from _body(state, text.cut(*match.span("who")), scope)
    for match in _BODY_CHOSEN.finditer(folded):
        yield from _body(state, text.cut(*match.span("unit" if match["unit"] else "plain")), scope)


def _body(state: State, name: Passage, scope: int) -> Iterator[int]:
    own = OWN.match(name.folded)
    name = name.cut(own.end()) if own else name
    if judge(name.folded) is not Sort.UNIT or _NO_BODY.match(name.folded) or state.register.is_root(name.folded):
        return
    known = state.register.find(name.folded, NodeKind.UNIT)
    is_assembly = name.folded.endswith(("大会", "代表会"))
    home = scope if not is_assembly and state.register.entities[scope].kind is NodeKind.UNIT else ROOT
    yield (
        known
        if known is not None
        else put(state, NodeKind.UNIT, Named(name=name), home, "body that is elected", LISTED)
    )


def _chosen_posts(state: State, text: Passage, scope: int) -> Iterator[int]:
    """Yield the posts that a body or an officer fills, which stand nowhere yet: 秘书长由会长提名."""
    match = _POSTS_BY.search(text.folded)
    if match is None or judge(OWN.sub("", match["who"])) not in (Sort.UNIT, Sort.POST):
        return
    for item in read_listing(text.cut(*match.span("posts"))).items:
        own = OWN.match(item.name.folded)
        named = replace(item, name=item.name.cut(own.end())) if own else item
        folded = named.name.folded
        is_post = judge(folded) is Sort.POST and _POST.search(folded) and not _NO_POST.match(folded)
        if not is_post or state.register.find(folded, NodeKind.POSITION) is not None or _is_many(state, folded):
            continue
        unit = unit_of(state, folded)
        yield put(state, NodeKind.POSITION, named, scope if unit is None else unit, "post that is filled so", LISTED)


def _is_many(state: State, folded: str) -> bool:
    """Whether several posts are called so already: 主任 of each unit."""
    return any(state.register.entities[one].kind is NodeKind.POSITION for one in state.register.candidates(folded))


def _by_office(state: State, text: Passage) -> Iterator[int]:
    """Yield the post at the head of a known body that falls to who holds another: 校长为当然董事并兼任董事长."""
    for match in _BY_OFFICE.finditer(text.folded):
        post = match["post"]
        unit = unit_of(state, post)
        if unit is None or judge(post) is not Sort.POST or state.register.find(post, NodeKind.POSITION) is not None:
            continue
        yield put(state, NodeKind.POSITION, Named(name=text.cut(*match.span("post"))), unit, "held by office", LISTED)


def _invited(state: State, text: Passage, scope: int) -> Iterator[int]:
    for match in _INVITED.finditer(text.folded):
        for item in read_listing(text.cut(*match.span("posts"))).items:
            folded = item.name.folded
            if judge(folded) is Sort.POST and state.register.find(folded, NodeKind.POSITION) is None:
                place = put(state, NodeKind.POSITION, item, scope, "post of honour", LISTED)
                set_status(state, place, Status.OPTIONAL)
                yield place
