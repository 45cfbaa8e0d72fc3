"""Read who is chosen from among whom, and the bodies that the chosen form: 理事互选五人为常务理事，组织常务理事会."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgviz.document.chinese.hanging import OWN, has_office_elsewhere
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named
from orgviz.document.text.hinted import Hinted, hinted
from orgviz.document.text.marks import chinese_number
from orgviz.document.text.passages import Passage, passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_NUMBER = r"\d{1,3}|[一二三四五六七八九十廿卅两]{1,4}"
_CHOOSE = r"(?:互相?|相互)?(?:选举|选任|推选|推举|选出|推|选)(?:之|产生)?"
_BECOMES = hinted(
    r"[选推]",
    rf"(?:^|,|并|由)(?P<from>[^,。;、]{{0,16}}?)(?:中|间|之中|当中)?{_CHOOSE}(?P<n>{_NUMBER})(?:人|名|位)(?:为|担任|任"
    rf"|当)(?P<post>[^,。;]{{2,14}}?)(?=$|,)(?:,(?P<n2>{_NUMBER})(?:人|名|位)(?:为|担任|任"
    rf"|当)(?P<post2>[^,。;]{{2,14}}?)(?=$|,))?",
)
_AMONG_THEM = hinted(
    r"其中", rf"(?P<from>)其中(?P<n>{_NUMBER})(?:人|名|位)(?:为|担任|任|系)(?P<post>[^,。;、]{{2,10}}?)(?=$|,)"
)
_COUNTED = hinted(
    r"互",
    rf"(?:^|,|并|由)(?P<from>[^,。;、]{{2,16}}?)(?:中|间|之中|当中)?(?:互相?|相互)(?:选|推)(?:举|选"
    rf"|出)?(?P<post>[^,。;、\d]{{2,8}}?)(?P<n>{_NUMBER})(?:人|名|位)(?=$|,)",
)
_ELECTED_TOO = hinted(
    r"[选推聘]",
    r"(?:选举|选出|推选|推举|互选|聘任|聘请)(?:并|产生|出|了)*"
    r"(?:(?:新一届|本届|第[一二三四五六七八九十\d]+届)[^,。;、\d]{0,10}?会)?"
    rf"(?P<list>[^,。;、]{{2,8}}?(?:各)?(?:{_NUMBER})(?:人|名"
    rf"|位)(?:[,、及和][^,。;、]{{2,8}}?(?:{_NUMBER}|若干)(?:人|名|位)){{0,12}})(?=$|,)",
)
_CHOOSES = hinted(
    r"[选推聘任]",
    r"(?:^|,|由|并经?)(?:本会)?(?P<who>[^,、。;:由]{2,16}?)(?:会议)?(?:民主|差额|等额|投票|直接|公开|负责)*"
    r"(?:选举(?:产生)?|推选|推举|选出|选聘|聘任|任命)(?:产生)?(?:出|了|新一届|本会)?"
    r"(?:(?:第[一二三四五六七八九十\d]+届|本届)[^,。;、\d]{0,10}?会(?=[^,。;、和及与]))?"
    r"(?P<list>(?![之和及与或并的]|产生)[^,。;:]{2,60})(?=$|[,。;])",
)
_BODY = pattern(r"(?:大会|代表会|[理监董]事会|委员会|主席团|会员会|股东会|校务会|社务会)$")
_NO_OFFICE = pattern(r"各|其他|候选|全体|上述|下届|工作人员|有关|或")
_ELECTED_BY = hinted(
    r"[选推]",
    r"(?:^|,)(?P<post>[^,。;、由]{2,10}?)(?:均|应|须|应当)?由(?P<unit>[^,。;、由]{2,12}?)(?:成员|会议"
    r"|全体[^,。;]{1,4})?(?:民主|差额|等额|投票|直接)?(?:互选|推选|选举|推举)(?:产生)?(?=$|,)",
)
_LEADING = pattern(r"(?:长|主席|主任|书记|召集人|总干事)$")
_FORM = pattern(r"(?:^|,|并|以)(?:分别|共同|另|并)?(?:组织|组成|成立|构成)(?P<unit>[^,。;的]{2,16}?)(?=$|,)")
# 理、监事会: the one ending for both.
_SHORT = pattern(r"(?P<one>[理监董])(?:、|及|和|与)(?P<other>[理监董])事会")
_TOGETHER = hinted(
    r"组成|组织|构成",
    r"(?:^|由|,)(?P<who>[^,。;由]{3,60}?)(?:共同)?(?:组成|组织|构成)(?P<unit>[^,。;、的]{2,12}?(?:会议|会|组"
    r"|委员会|班子|团|处))(?=$|,)",
)
_NO_BODY = pattern(r"[^,。;、]{0,6}(?:各|部门|机构|工作|小区|社会)")


def read_elections(state: State, text: Passage, scope: int) -> bool:
    """Read one sentence; tell whether a post or a body was found."""
    chosen = [place for pattern in (_BECOMES, _COUNTED, _AMONG_THEM) for place in _chosen(state, text, scope, pattern)]
    chosen += [*_elected_by(state, text, scope), *_filled(state, text, scope), *_elected_too(state, text, scope)]
    formed = list(_formed(state, text, scope))
    state.evidence += 0.7 * len(chosen) + 0.7 * len(formed)
    return bool(chosen or formed) or _read_together(state, text, scope)


def _chosen(state: State, text: Passage, scope: int, pattern: Hinted) -> Iterator[int]:
    for match in pattern.finditer(text.folded):
        source = text.cut(*match.span("from")).folded.rpartition("就")[2].removeprefix("并")
        post = text.cut(*match.span("post"))
        if judge(post.folded) is not Sort.POST or (source and judge(OWN.sub("", source)) not in (Sort.POST, Sort.UNIT)):
            continue
        named = [Named(name=post, seats=chinese_number(match["n"]))]
        if pattern is _BECOMES and match["post2"]:
            named.append(Named(name=text.cut(*match.span("post2")), seats=chinese_number(match["n2"])))
        for one in named:
            if judge(one.name.folded) is Sort.POST:
                yield _elect(state, one, source, scope)


def _elect(state: State, named: Named, source: str, scope: int) -> int:
    unit = unit_of(state, named.name.folded)
    place = _beside(state, source, scope) if unit is None else unit
    return put(state, NodeKind.POSITION, named, place, "elected", LISTED)


def _elected_too(state: State, text: Passage, scope: int) -> Iterator[int]:
    """Yield the posts that are elected with their numbers: 选出候补理事五人，候补监事一人."""
    for match in _ELECTED_TOO.finditer(text.folded):
        for item in read_listing(text.cut(*match.span("list"))).items:
            if judge(item.name.folded) is Sort.POST and item.seats is not None:
                yield _elect(state, item, "", scope)


def _filled(state: State, text: Passage, scope: int) -> Iterator[int]:
    """Yield the posts that a body is said to fill, and the bodies: 董事会选举产生董事长和两名副董事长."""
    found = [(text.cut(*match.span("who")), match) for match in _CHOOSES.finditer(text.folded)]
    filled = [(who, items) for who, match in found if (items := _offices(text.cut(*match.span("list"))))]
    for who, _ in filled:
        is_body = _BODY.search(who.folded) and judge(who.folded) is Sort.UNIT
        if is_body and state.register.find(who.folded, NodeKind.UNIT) is None:
            is_assembly = who.folded.endswith(("大会", "代表会"))
            yield put(state, NodeKind.UNIT, Named(name=who), ROOT if is_assembly else scope, "body that elects", LISTED)
    for who, items in filled:
        for item in items:
            unit = unit_of(state, item.name.folded)
            is_told = unit is not None or _BODY.search(who.folded)
            if is_told and state.register.find(item.name.folded, NodeKind.POSITION) is None:
                yield (
                    _elect(state, item, "", scope)
                    if unit is not None
                    else put(state, NodeKind.POSITION, item, scope, "post that a body fills", LISTED)
                )


def _offices(listed: Passage) -> list[Named]:
    """Return the posts in a list that holds nothing else."""
    items = [] if _NO_OFFICE.search(listed.folded) else list(read_listing(listed).items)
    are_posts = all(judge(item.name.folded) is Sort.POST or item.name.folded.endswith("代表") for item in items)
    return items if are_posts else []


def _elected_by(state: State, text: Passage, scope: int) -> Iterator[int]:
    """Yield the leading posts that a body elects: 小组长由小组推选."""
    for match in _ELECTED_BY.finditer(text.folded):
        own = OWN.match(match["post"])
        post = text.cut(match.start("post") + (own.end() if own else 0), match.end("post"))
        if (
            judge(post.folded) is not Sort.POST
            or not _LEADING.search(post.folded)
            or re.search("[和与及]", post.folded)
        ):
            continue
        body = state.register.find(match["unit"], NodeKind.UNIT)
        is_its_own = body not in (None, ROOT) and match["unit"].endswith(post.folded[:-1])
        unit = body if is_its_own and body is not None else unit_of(state, post.folded)
        known = state.register.find(post.folded, NodeKind.POSITION)
        if known is None:
            yield put(state, NodeKind.POSITION, Named(name=post), scope if unit is None else unit, "elected", LISTED)


def unit_of(state: State, post: str) -> int | None:
    """Return the known unit after which a post is called: 监事会 for 监事会召集人 and for 常务监事, 科组 for 科组长."""
    register = state.register
    for length in range(len(post) - 1, 1, -1):
        found = register.find(post[:length], NodeKind.UNIT)
        if found not in (None, ROOT) and judge(post[length:] if len(post) - length > 1 else post) is Sort.POST:
            return found
    stem = re.sub("^(?:副|常务|轮值|执行|联席)+", "", post)
    names = [f"{post[start:]}会" for start in range(len(post) - 1)]
    names += [f"{stem[:-1]}会"] if stem.endswith("长") and len(stem) > 2 else []
    for name in names:
        found = register.find(name, NodeKind.UNIT)
        if found is not None and found != ROOT:
            return found
    return None


def _beside(state: State, source: str, scope: int) -> int:
    """Return where those stand from among whom one is chosen."""
    register = state.register
    if not source:
        return state.subject if _is_open_unit(state) and state.subject is not None else scope
    found = register.find(OWN.sub("", source))
    if found is None or found == ROOT:
        return scope
    entity = register.entities[found]
    return found if entity.kind is NodeKind.UNIT else entity.parent


def _is_open_unit(state: State) -> bool:
    return state.subject is not None and state.register.entities[state.subject].kind is NodeKind.UNIT


def _formed(state: State, text: Passage, scope: int) -> Iterator[int]:
    """Yield the bodies that members form, with those moved into them who are called after them."""
    for match in _FORM.finditer(text.folded):
        short = _SHORT.fullmatch(match["unit"])
        whole = text.cut(*match.span("unit"))
        names = [item.name for item in read_listing(whole).items] if short is None else _unfolded(whole, short)
        for name in names:
            is_body = judge(name.folded) is Sort.UNIT and not _NO_BODY.match(name.folded)
            if not is_body or state.register.is_root(name.folded):
                continue
            members = _members_of(state, name.folded)
            if not members:
                continue
            home = _home(state, name.folded, scope)
            unit = put(state, NodeKind.UNIT, Named(name=name), home, "body that members form", LISTED)
            for member in members:
                if state.register.move(member, unit):
                    state.register.entities[member].weight = SURE
            yield unit


def _unfolded(whole: Passage, short: re.Match[str]) -> list[Passage]:
    ending = whole.text[-2:]
    return [_as_written(whole, at, ending) for at in (short.start("one"), short.start("other"))]


def _as_written(whole: Passage, at: int, ending: str) -> Passage:
    part = whole.cut(at, at + 1)
    text = passage(part.text + ending, 1, 1)
    return Passage(text.text, text.folded, part.places)


def _members_of(state: State, body: str) -> list[int]:
    """Return the posts of the whole that a body is called after: 理事 and 候补理事 for 理事会."""
    stem = body.removesuffix("会")
    entities = state.register.entities
    return [
        place
        for place in (*state.register.candidates(stem), *state.register.children.get(ROOT, ())[-40:])
        if entities[place].kind is NodeKind.POSITION
        and entities[place].name.folded.endswith(stem)
        and entities[entities[place].parent].kind is NodeKind.UNIT
        and (entities[place].name.folded == stem or entities[place].parent == ROOT)
        and not entities[place].name.folded.startswith(("荣誉", "名誉"))
        and not entities[place].dropped
    ]


def _home(state: State, body: str, scope: int) -> int:
    """Return what a body stands in: 常务理事会 within 理事会, where that is known."""
    inner = re.sub(r"^常务", "", body)
    found = state.register.find(inner, NodeKind.UNIT) if inner != body else None
    return scope if found is None else found


_ALL = pattern(r"(?:全体|全部|所有)")


def _read_together(state: State, text: Passage, scope: int) -> bool:
    """Read a body said from its members: 会长、副会长和司库组成会长会议."""
    match = _TOGETHER.search(text.folded)
    if match is None:
        return False
    name = text.cut(*match.span("unit"))
    whole = _ALL.match(text.folded, match.start("who"))
    items = read_listing(text.cut(whole.end() if whole else match.start("who"), match.end("who"))).items
    posts = [item for item in items if judge(item.name.folded) is Sort.POST]
    is_body = judge(name.folded) is Sort.UNIT or name.folded.endswith("会议")
    is_many = len(posts) > 1 or (bool(posts) and (whole is not None or posts[0].seats is not None))
    if not is_body or not is_many or len(posts) < len(items) or state.register.is_root(name.folded):
        return False
    is_own = bool(OWN.match(posts[0].name.folded))
    body = put(state, NodeKind.UNIT, Named(name=name), scope, "body said from its members", LISTED)
    for item in posts:
        own = OWN.match(item.name.folded)
        named = Named(name=item.name.cut(own.end()) if own else item.name, seats=item.seats)
        if is_own or own:
            put(state, NodeKind.POSITION, named, ROOT, "post of the whole", LISTED)
        elif not has_office_elsewhere(state, named, body):
            put(state, NodeKind.POSITION, named, body, "member of a body", LISTED)
    state.evidence += 1
    return True
