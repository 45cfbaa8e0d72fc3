"""Read sentences that say of what an organisation is composed: 下设, 分为, 由…组成, 设…一人."""

from __future__ import annotations

import re
from dataclasses import replace

from orgviz.document.claims import ADVERBS, AMOUNTS, COUNT_ONLY, Claim, claims, first_clauses, last_subject, subject_of
from orgviz.document.every import every_unit
from orgviz.document.keys import read_key
from orgviz.document.lists import POST_CLASS, WRONG_CLASS, Listing, name_share, read_listing
from orgviz.document.names import STRONG, Sort, is_known_field, judge
from orgviz.document.notes import Named
from orgviz.document.passages import Passage
from orgviz.document.register import ROOT
from orgviz.document.state import LISTED, SURE, State, put, set_status
from orgviz.model import NodeKind, Status

_NO_PARTS = re.compile(
    r"(?:工作|职责|业务|内容|职能|范围|任务|产品|服务|流程|步骤|方式|方法|因素|原则|条件|要求|资料|指标|特点"
    r"|优势|问题|形式|类型|功能|渠道|活动|课程|工程|合同|图书|比赛|奖项|荣誉"
    r"|考试|例会|年会|专业|技能|能力|权利"
    r"|义务|会议|制度|主要|费用|经费|收入|来源|目标|事项|手段|措施|作用|过程|情况|数据|信息|知识|素质|权限|对象"
    r"|客户|用户|合作|营销|推广|品牌|岗位职责|领域|区域|城市|面积"
    r"|理念|文化)$"
)
_DIVIDES = ("分为", "分成", "划分为", "划分成", "细分为", "包括", "包含")
_SORTED = re.compile(
    r"(?:员工|职工|会员|学员|学生|读者|患者|病人|商品|货物|车辆|设备|设施|员工队伍|用工)(?:又|可|一般|通常|主要"
    r"|分别|均)*$"
    r"|把[^,]{1,12}$|(?<!拟|即|业|应)将[^,拟]{1,12}[^,设]$"
)
_AS_NEEDED = re.compile(r"(?:可|得)?(?:视|根据|依|按)[^,]{0,6}情况$")
_MAYBE = re.compile(r"可能|得$|视[^,]*(?:需要|情况)|必要时|也会|如有需要|有条件的?|可根据|可视")
_EXCEPT = re.compile(r"除(?:了)?(?P<list>[^,。;]{2,30}?)(?:之?外|以外)")
_COLON_LIST = re.compile(
    r"(?P<lead>[^:。;]*(?:机构|部门|组织|架构|设|岗位|团队|人员|科室|为|有|下列|如下|部|室|中心"
    r"|[两二三四五六七八九\d]块)[^:。;,]{0,14}):(?P<list>[^:]{4,})$"
)
_STRUCTURE = re.compile(
    r"(?:内部|内设)?(?:组织机构|组织架构|组织结构|机构设置|部门设置|岗位设置|科室设置|机构|架构|设置)"
)
_CLASS_BEFORE = re.compile(r"(?:部门|团队|岗位|成员|机构|中心|科室)(?:一般|通常|主要)*$")
MOST_IN_EACH = 200
LONGEST_LEAD = 1000
OWN = re.compile(r"本(?:会|校|院|馆|局|处|中心|所|部|公司|社|园|团|协会|学会|商会|法人|基金会|委员会)(?=..)")
_NO_ITEM = re.compile(r"(?:最少|至少|最多|至多|不少于|不超过|共|总共|合计|约|全体|若干)+")
_AS = {Sort.SENTENCE: "no name", Sort.ABSTRACT: "nothing that has people", Sort.GENERIC: "a word that sorts"}


def read_claims(state: State, text: Passage, scope: int) -> list[int]:
    """Read what the verbs of composition in a sentence list; return what the last one put below its subject."""
    hung: list[int] = []
    subject: int | None = None
    alone = state.alone
    every: list[int] | None = None
    for claim in claims(text):
        nearest = claim.before.folded.rpartition(",")[2]
        if nearest == "各" and hung:
            every = [one for one in hung if state.register.entities[one].kind is NodeKind.UNIT]
        elif ADVERBS.sub("", nearest):
            every = every_unit(state, nearest, scope)
        posts = _only_posts(claim) if every is not None else []
        if every is not None and posts:
            hung = _hang_in_each(state, claim, posts, every) or hung
            continue
        if _sets_up_the_whole(state, claim) or _sorts_people(claim, nearest):
            continue
        found = subject_of(state, claim.before, scope)
        subject = found if found is not None else subject if subject is not None else last_subject(state, scope)
        if _NO_PARTS.search(_AS_NEEDED.sub("", nearest).rstrip("主要一般通常还则也:")):
            continue
        if found is None and alone is not None and _goes_into(state, alone, claim):
            subject = alone
        children = _read_claim(state, claim, subject)
        if children:
            hung = children
            state.subject = state.listed_below = subject
            alone = state.alone = children[0] if len(children) == 1 else None
        elif found is not None and found != ROOT and COUNT_ONLY.fullmatch(claim.listed.folded):
            state.subject = found  # what it has is told in the next sentences: 采购部有三个岗位。
    return hung


def _sorts_people(claim: Claim, nearest: str) -> bool:
    """Whether people or things are divided into classes: 员工分为正式工、临时工; 把学员分为三组."""
    return claim.verb in _DIVIDES and bool(_SORTED.search(nearest))


def _sets_up_the_whole(state: State, claim: Claim) -> bool:
    """Whether someone outside sets up the organisation itself: 县政府设县立图书馆."""
    listed = first_clauses(claim.listed)
    items = read_listing(listed).items if listed is not None else ()
    return len(items) == 1 and len(items[0].name) > 3 and state.register.is_root(items[0].name.folded)


def _goes_into(state: State, alone: int, claim: Claim) -> bool:
    """Whether what follows is said of the only one just set up: 设人事室，置主任, but not 设主任一人，设干事二人."""
    return state.register.entities[alone].kind is NodeKind.UNIT or claim.verb.startswith(("下", "辖"))


def _only_posts(claim: Claim) -> list[Named]:
    """Return what a claim lists, if these are posts and nothing else."""
    listed = first_clauses(claim.listed)
    items = read_listing(listed).items if listed is not None else ()
    are_posts = all(judge(item.name.folded) is Sort.POST or _is_counted(item) for item in items)
    return list(items) if are_posts else []


def _hang_in_each(state: State, claim: Claim, posts: list[Named], units: list[int]) -> list[int]:
    """Put the posts that every unit has into each of them: 各组置组长一人."""
    if len(posts) * len(units) > MOST_IN_EACH:
        return []
    state.evidence += 0.5 if units else 0
    places = [
        put(state, NodeKind.POSITION, post, unit, "post in each unit", LISTED) for unit in units for post in posts
    ]
    if _MAYBE.search(claim.before.folded[-8:]):
        for place in places:
            set_status(state, place, Status.OPTIONAL)
    return places


def _read_claim(state: State, claim: Claim, subject: int) -> list[int]:
    """Hang what a claim lists below its subject; nothing where it lists no parts of an organisation."""
    listed = first_clauses(claim.listed)
    if listed is None:
        return []
    listing = read_listing(listed)
    except_ = _EXCEPT.search(claim.before.folded)
    if except_ and listing.items:
        listed_before = read_listing(claim.before.cut(*except_.span("list"))).items
        are_parts = any(judge(item.name.folded) in STRONG or is_known_field(item.name.folded) for item in listed_before)
        extra = listed_before if are_parts else ()
        listing = Listing(items=(*extra, *listing.items), count=None, class_word=listing.class_word)
    if not _is_credible(claim, listing):
        if listing.items and name_share(listing.items) > 0.3:
            state.tell(listed, None, "a list whose items are no units or posts")
        return []
    strong = sum(judge(item.name.folded) in STRONG for item in listing.items)
    state.evidence += (1.5 if claim.is_strong or listing.class_word else 1) + 0.3 * min(strong, 4)
    if claim.verb == "由":
        listing = _without_seats_by_office(state, listing, subject)
    children = hang(state, listing, subject, "sentence of composition", _class_of(claim, listing))
    if _MAYBE.search(claim.before.folded[-8:]):
        for child in children:
            set_status(state, child, Status.OPTIONAL)
    _tell_count(state, listed, listing, children)
    return children


def _without_seats_by_office(state: State, listing: Listing, body: int) -> Listing:
    """Leave out who sits in a body by an office held elsewhere: 委员会由校长、工会主席组成."""
    kept = []
    for item in listing.items:
        if item.seats is None and judge(item.name.folded) is Sort.POST and has_office_elsewhere(state, item, body):
            state.tell(item.name, None, "sits there by an office held elsewhere")
        else:
            kept.append(item)
    return replace(listing, items=tuple(kept))


def has_office_elsewhere(state: State, item: Named, body: int) -> bool:
    """Whether a post is one of the whole, of another unit, or known to stand elsewhere."""
    own = OWN.match(item.name.folded)
    if own:
        name = item.name.cut(own.end())
        if state.register.find(name.folded, NodeKind.POSITION, ROOT) is None and judge(name.folded) is Sort.POST:
            put(state, NodeKind.POSITION, Named(name=name), ROOT, "post of the whole", LISTED)
        return True
    known = state.register.find(item.name.folded, NodeKind.POSITION)
    if known is not None and not state.register.is_below(known, body):
        return True
    lengths = range(2, len(item.name) - 1)
    return any(judge(item.name.folded[:length]) is Sort.UNIT for length in lengths)


def _is_credible(claim: Claim, listing: Listing) -> bool:
    """Weigh whether a claim states structure: the items decide, the verb and the class word vouch."""
    is_wrong = WRONG_CLASS.search(listing.class_word) and listing.class_word not in ("环节", "板块")
    if not listing.items or is_wrong:
        return False
    strong = sum(judge(item.name.folded) in STRONG or _is_counted(item) for item in listing.items) / len(listing.items)
    share = name_share(listing.items)
    vouched = bool(listing.class_word) or bool(_CLASS_BEFORE.search(claim.before.folded))
    if claim.is_strong:
        return strong >= 0.5 or (share >= 0.4 and (vouched or len(listing.items) > 1))
    return strong >= 0.5 or (vouched and share >= 0.5)


def _is_counted(item: Named) -> bool:
    return item.seats is not None and judge(item.name.folded) is Sort.FIELD


def _class_of(claim: Claim, listing: Listing) -> NodeKind | None:
    if listing.class_word:
        return NodeKind.POSITION if POST_CLASS.search(listing.class_word) else NodeKind.UNIT
    if re.search(r"(?:岗位|成员|人员|职位)(?:一般|通常|主要)*$", claim.before.folded):
        return NodeKind.POSITION
    return None


def _body_of(state: State, post: Named, listed: list[int]) -> int | None:
    """Return the body just listed whose members a post names: 设董事会，董事七人."""
    entities = state.register.entities
    return next((one for one in listed if entities[one].name.folded == f"{post.name.folded}会"), None)


def _one_of_each(item: Named) -> Named:
    """Return a name without the word for all of its sort: 各分支机构; 各区管理处 keeps it."""
    if re.match(r"各(?![区地县市省级国州乡镇街])", item.name.folded) and judge(item.name.folded[1:]) is Sort.UNIT:
        return replace(item, name=item.name.cut(1))
    return item


def hang(state: State, listing: Listing, parent: int, reason: str, kind: NodeKind | None) -> list[int]:
    """Put the items of a list below an entity; those that cannot be names are left out."""
    listing = replace(listing, items=tuple(_one_of_each(item) for item in listing.items))
    sorts = [judge(item.name.folded) for item in listing.items]
    posts, units = sorts.count(Sort.POST), sorts.count(Sort.UNIT)
    usual = kind or (NodeKind.POSITION if posts > units else NodeKind.UNIT)
    if kind is None and not posts and not units and state.register.entities[parent].kind is NodeKind.POSITION:
        usual = NodeKind.POSITION
    children: list[int] = []
    for item, sort in zip(listing.items, sorts, strict=True):
        if sort in (Sort.SENTENCE, Sort.ABSTRACT, Sort.GENERIC) or _NO_ITEM.fullmatch(item.name.folded):
            state.tell(item.name, None, f"in a list, but it is {_AS.get(sort, 'an amount')}")
            continue
        usual_here = NodeKind.POSITION if item.seats is not None else usual
        chosen = {Sort.UNIT: NodeKind.UNIT, Sort.POST: NodeKind.POSITION}.get(sort, usual_here)
        weight = SURE if sort in STRONG else LISTED
        home = _body_of(state, item, children) if chosen is NodeKind.POSITION else None
        place = put(state, chosen, item, parent if home is None else home, reason, weight)
        if place != ROOT:
            entity = state.register.entities[place]
            entity.guess = entity.guess or (None if sort in STRONG else "kind by its place in a sentence")
            children.append(place)
    return children


def _tell_count(state: State, listed: Passage, listing: Listing, children: list[int]) -> None:
    if listing.count is not None and listing.count != len(children) and children:
        state.tell(listed, f"{len(children)} names where the text says {listing.count}", "count that differs")


def read_colon_list(state: State, text: Passage, scope: int) -> bool:
    """Read a list behind a colon that needs no verb: 内部机构:办公室、财务部."""
    if ":" not in text.folded or len(text) > LONGEST_LEAD:
        return False
    colon = _COLON_LIST.search(text.folded)
    if colon is None or read_key(colon["lead"]) is not None:
        return False
    first = first_clauses(text.cut(*colon.span("list")))
    listing = read_listing(first) if first is not None else Listing(items=())
    if len(listing.items) < 2 or _strong_share(listing) < 0.7:
        return False
    structure = _STRUCTURE.search(colon["lead"])
    subject = subject_of(state, text.cut(0, structure.start() if structure else colon.end("lead")), scope)
    hang(state, listing, last_subject(state, scope) if subject is None else subject, "list behind a colon", None)
    state.evidence += 1.5
    return True


def read_more(state: State, text: Passage, scope: int) -> bool:
    """Read a list that goes on behind a semicolon, and counted posts without a verb: 馆长一名，主持…."""
    is_counted = bool(AMOUNTS.match(text.folded)) and not text.folded.startswith(("各", "每"))
    is_listed = "、" in text.folded and not re.search(r"[的是在为由]|负责", text.folded)
    if not is_counted and (state.listed_below is None or not is_listed):
        return False
    listed = first_clauses(text)
    listing = read_listing(listed) if listed is not None else Listing(items=())
    counted = [item for item in listing.items if item.seats is not None or judge(item.name.folded) in STRONG]
    if not counted or len(counted) < len(listing.items):
        return False
    posts = sum(judge(item.name.folded) is Sort.POST for item in counted)
    units = sum(judge(item.name.folded) is Sort.UNIT for item in counted)
    if state.listed_below is None and (units or posts < 0.6 * len(counted)):
        return False
    parent = scope if state.listed_below is None else state.listed_below
    state.listed_below = parent
    state.evidence += 0.5
    children = hang(state, listing, parent, "list that goes on", None)
    state.alone = children[0] if len(children) == 1 else None
    return bool(children)


def _strong_share(listing: Listing) -> float:
    return sum(judge(item.name.folded) in STRONG for item in listing.items) / max(1, len(listing.items))
