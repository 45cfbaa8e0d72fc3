"""Hang the units and posts that a sentence lists below the one of which it speaks."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.chinese.unit_heads import is_deputy_in, split_head
from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import add_staff, staff_in_bracket
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.class_in_names import bear_their_class
from orgviz.document.names.counted_posts import is_desk
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.lists import FIGURE, Listing
from orgviz.document.names.name_keys import key_of
from orgviz.document.names.notes import Named
from orgviz.document.names.ranks import is_rank_only
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

OWN = pattern(
    r"本(?:会馆|会|校|院|馆|局|处|中心|所|部|公司|社|队|园|团|协会|学会|商会|法人|基金会|委员会)(?=..)|(?:协会|学会|商会|社团|总会|基金会)(?=(?:常务)?(?:理事会|监事会|董事会)|会员大会|秘书处)"
)
_NO_ITEM = pattern(
    r"组织(?:常务)?[理监董评]事会|委员会|[二两三四五六七八九十\d]+个?(?:课|科|组|室|处|股|部|所|系|班|队)"
    rf"|(?:{FIGURE}){{2,6}}|(?:最少|至少|最多|至多|不少于|不超过|共|总共|合计|约|全体|若干)+"
)
# Said alone, as in 设立不同的职能部门, of units without a name.
_SOME = pattern(r"(?:职能|业务|相关|专业|管理|工作|不同)(?:的)?(?:部门|机构|科室|团队|岗位)")
_AS = {Sort.SENTENCE: "no name", Sort.ABSTRACT: "nothing that has people", Sort.GENERIC: "a word that sorts"}
# Those of whom a body consists, and no posts: 会员代表.
_OF_ALL = pattern(
    r"(?:各|全体|[^,、]{0,8}(?:会员|社员|职工|业主|村民|居民|学生|家长|宗亲|股东|成员|单位|班级)).{0,3}代表(?:\([^()]*\))?"
    r"|(?:全体|所有)[^,、]{0,8}(?:会员|社员|职工|员工|业主|村民|学生|同学|股东|成员|队员|教师|党员)"
)


def is_of_all(item: Named) -> bool:
    """Whether a name stands for those of whom a body consists, and for no post of its own."""
    return item.seats is None and bool(_OF_ALL.fullmatch(item.name.folded))


def has_office_elsewhere(state: State, item: Named, body: int) -> bool:
    """Whether a post is one of the whole, of another unit, or known to stand elsewhere."""
    own = _own_length(state, item.name.folded)
    if own:
        name = item.name.cut(own)
        if state.register.find(name.folded, NodeKind.POSITION, ROOT) is None and judge(name.folded) is Sort.POST:
            put(state, NodeKind.POSITION, Named(name=name), ROOT, "post of the whole", LISTED)
        return True
    known = state.register.find(item.name.folded, NodeKind.POSITION)
    if known is not None and not state.register.is_below(known, body):
        return not _is_of_namesake(state, known, body)
    lengths = range(2, len(item.name) - 1)
    return any(judge(item.name.folded[:length]) is Sort.UNIT for length in lengths)


def _own_length(state: State, folded: str) -> int:
    """Return how long the organisation's name or the word for it is with which a title begins: 本会会长, 学生会主席."""
    own = OWN.match(folded)
    whole = state.register.entities[ROOT].name.folded
    if own or len(whole) < _SHORTEST:
        return own.end() if own else 0
    lengths = range(_SHORTEST, len(folded) - 1)
    return max((length for length in lengths if whole.endswith(folded[:length])), default=0)


_SHORTEST = 3


def _is_of_namesake(state: State, post: int, body: int) -> bool:
    """Whether a post stands in a body of another organisation that is called as this one is."""
    entities = state.register.entities
    home = entities[post].parent
    return ROOT not in (home, body) and entities[home].name.folded == entities[body].name.folded


def hang(state: State, listing: Listing, parent: int, reason: str, kind: NodeKind | None) -> list[int]:
    """Put the items of a list below an entity; those that cannot be names are left out."""
    listing = replace(listing, items=tuple(_without_owner(state, _one_of_each(item)) for item in listing.items))
    sorts = _among_others([_sort(item) for item in listing.items], listing)
    posts, units = sorts.count(Sort.POST), sorts.count(Sort.UNIT)
    usual = kind or (NodeKind.POSITION if posts > units else NodeKind.UNIT)
    if kind is None and not posts and not units and state.register.entities[parent].kind is NodeKind.POSITION:
        usual = NodeKind.POSITION
    children: list[int] = []
    led: int | None = None
    amounts = () if _are_numbered(listing) else tuple(filter(_is_amount, listing.items))
    for item, sort in zip(listing.items, sorts, strict=True):
        is_alone = len(sorts) == 1 and item.seats is None and _SOME.fullmatch(item.name.folded)
        if sort in (Sort.SENTENCE, Sort.ABSTRACT, Sort.GENERIC) or is_alone or item in amounts:
            state.tell(item.name, None, f"in a list, but it is {_AS.get(sort, 'an amount')}")
            continue
        usual_here = NodeKind.POSITION if item.seats is not None else usual
        chosen = {Sort.UNIT: NodeKind.UNIT, Sort.POST: NodeKind.POSITION}.get(sort, usual_here)
        weight = SURE if sort in STRONG else LISTED
        named = item
        home = _body_of(state, item, children) if chosen is NodeKind.POSITION else None
        staff: tuple[Named, ...] = ()
        if chosen is NodeKind.UNIT and item.name.folded.endswith(")"):
            named, staff = staff_in_bracket(item)
            staff = tuple(one for one in staff if not _is_known_post(state, one))
        if chosen is NodeKind.POSITION:
            named, led = _below_its_unit(state, item, parent, led)
            home = led if home is None else home
        is_sign = chosen is NodeKind.UNIT and _SIGNED.fullmatch(named.name.folded) is not None
        place = put(state, chosen, named, parent if home is None else home, reason, weight, anew=is_sign)
        if place != ROOT:
            entity = state.register.entities[place]
            entity.guess = entity.guess or (None if sort in STRONG else "kind by its place in a sentence")
            children.append(place)
            add_staff(state, place, named, staff)
    return children


def _sort(item: Named) -> Sort:
    """Return what a name is, judged without the bracket behind it where that makes it a sentence."""
    sort, folded = judge(item.name.folded), item.name.folded
    if item.seats is not None and is_desk(folded):
        return Sort.POST
    start = folded.rfind("(")
    is_bracketed = sort is Sort.SENTENCE and start > 1 and folded.endswith(")")
    return judge(folded[:start]) if is_bracketed else sort


def _is_amount(item: Named) -> bool:
    return _NO_ITEM.fullmatch(item.name.folded) is not None


def _are_numbered(listing: Listing) -> bool:
    """Whether items of one class have a number of their own each, which are names: 一组、二组、三组."""
    folded = [item.name.folded for item in listing.items]
    numbered = [name for name in folded if _NUMBERED.fullmatch(name)]
    are_alike = len(numbered) > 1 and len({name[-1:] for name in numbered}) == 1
    is_counted_on = len(numbered) == len(folded) or any(name[0] in "一1" for name in numbered)  # 一队、二队、后勤车队
    return are_alike and is_counted_on and len(set(numbered)) == len(numbered)


# What other units have, too: the 甲班 of one workshop is not that of another.
_SIGNED = pattern(r"第?[甲乙丙丁戊己庚辛a-h一二三四五六七八九早中晚\d](?:班组?|小?组|[队科股])")
_NUMBERED = pattern(r"[一二三四五六七八九十\d]{1,3}(?:课|科|组|室|处|股|部|所|系|班|队)")
_SORTING_UNIT = pattern(r"(?![各本该其相有上下每])[\u4e00-\u9fff]{2,4}[部科室处組组课股]")


def _among_others(sorts: list[Sort], listing: Listing) -> list[Sort]:
    """Return what items are, where a word that sorts is a unit because all beside it are: 福利部、记录部、研发部.

    Where the text has counted them, so is one that is talked about elsewhere: 三大类:决策中枢、业务单元、职能平台.
    """
    items = listing.items
    if bear_their_class(listing):
        return [Sort.UNIT] * len(items)
    is_counted = listing.count == len(items) > 2 and sorts.count(Sort.ABSTRACT) * 3 <= len(items)
    if is_counted and sorts.count(Sort.UNIT) + sorts.count(Sort.ABSTRACT) == len(items):
        return [Sort.UNIT] * len(items)
    if is_counted and set(sorts) <= {Sort.UNIT, Sort.FIELD, Sort.ABSTRACT}:
        return [Sort.UNIT if sort is Sort.ABSTRACT else sort for sort in sorts]
    if sorts.count(Sort.UNIT) < max(2, 0.6 * len(sorts)):
        return sorts
    pairs = zip(sorts, items, strict=True)
    are_schools = sum(item.name.folded.endswith("系") for item in items) > 1  # 数字媒体系 beside 网络工程系 is no 体系
    return [
        Sort.UNIT
        if (sort is Sort.GENERIC and _SORTING_UNIT.fullmatch(item.name.folded))
        or (sort is Sort.ABSTRACT and are_schools and item.name.folded.endswith("系"))
        else sort
        for sort, item in pairs
    ]


def _is_known_post(state: State, post: Named) -> bool:
    """Whether a post that is called by more than its rank stands elsewhere already."""
    folded = post.name.folded
    return not is_rank_only(folded) and state.register.find(folded, NodeKind.POSITION) is not None


def _body_of(state: State, post: Named, listed: list[int]) -> int | None:
    """Return the body just listed whose members a post names: 设董事会，董事七人."""
    entities = state.register.entities
    return next((one for one in listed if entities[one].name.folded == f"{post.name.folded}会"), None)


_OF_EACH = pattern(r"各(?![区地县市省级国州乡镇街])")


def _one_of_each(item: Named) -> Named:
    """Return a name without the word for all of its sort: 各分支机构; 各区管理处 keeps it."""
    if _OF_EACH.match(item.name.folded) and judge(item.name.folded[1:]) is Sort.UNIT:
        return replace(item, name=item.name.cut(1))
    return item


def _without_owner(state: State, item: Named) -> Named:
    """Return a name without that of the organisation before it: 学会的名誉会长."""
    owner, found, _ = item.name.folded.partition("的")
    return replace(item, name=item.name.cut(len(owner) + 1)) if found and state.register.is_root(owner) else item


def _below_its_unit(state: State, item: Named, parent: int, led: int | None) -> tuple[Named, int | None]:
    """Divide 财务组组长 into its unit and its rank, and keep 副组长 behind it in the same unit."""
    head = split_head(item.name)
    if head is not None:
        unit = put(state, NodeKind.UNIT, head[0], parent, "unit named in a title", LISTED)
        return (replace(item, name=head[1]), unit) if unit != ROOT else (item, None)
    named = _unit_before_rank(state, item.name)
    if named is not None:
        return item, named
    is_deputy = led is not None and is_deputy_in(item.name.folded, state.register.entities[led].name.folded)
    return item, led if is_deputy else None


def _unit_before_rank(state: State, title: Passage) -> int | None:
    """Return the known unit whose whole name stands before a rank: 综合办公室主任."""
    by_key = state.register.by_key
    for length in range(len(title) - 2, 2, -1):
        if key_of(title.folded[:length]) in by_key and is_rank_only(title.folded[length:].removeprefix("副")):
            found = state.register.find(title.folded[:length], NodeKind.UNIT)
            return None if found == ROOT else found
    return None
