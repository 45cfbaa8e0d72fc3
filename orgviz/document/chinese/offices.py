"""Read sentences on the organs and posts of an organisation: what a body is for the whole, who holds a post."""

from __future__ import annotations

import re

from orgviz.document.chinese.claims import first_clauses, last_subject
from orgviz.document.chinese.elections import unit_of
from orgviz.document.chinese.hanging import hang
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.lists import POST_CLASS, Listing, read_listing
from orgviz.document.names.notes import Named
from orgviz.document.names.people import is_person
from orgviz.document.names.ranks import is_rank_only
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_WE = (
    r"(?:我们)?(?:本(?:会|校|院|公司|团体|协会|学会|社|馆|中心|基金会|组织|法人|所)"
    r"|学校|公司|协会|社团|团体|单位|学生会|商会|校友会)"
)
_NAMED_ROOT = hinted(
    r"[名叫「“\"《]|全称",
    rf"{_WE}(?:的)?(?:中文)?(?P<called>(?:名称|全称|定名|名)(?:定名)?(?:为|:|是|名为|叫)?|[定订]名为|名为|叫做?"
    rf"|名叫)\s*[「“\"《]?(?P<who>[^」”\"》,。;(]{{3,30}})[」”\"》]?"
    rf"|{_WE}(?:为|是)\s*[「“\"《](?P<quoted>[^」”\"》,。;(]{{3,30}})[」”\"》]",
)
_SHORT_NAME = pattern(r"(?:简称|写成|写作|下称|称为|统称)(?:为)?[「“\"《]?(?P<short>[^」”\"》,。;()]{2,10})")
# Titles of samples name no organisation: 最新学校章程范本.
_ANY_NAME = pattern(
    r"(?:最新|\d{4}年?|范本|范文|某)*[^范]{0,4}(?:学校|公司|协会|学会|商会|学生会|校友会|医院|幼儿园|小学|中学"
    r"|企业|社团)(?:范本|范文)?"
)
_ORGAN = hinted(
    r"机构|机关|部门|架构|职权|代行",
    r"(?:以)?(?P<who>[^,。;、以]{2,14}?)(?:是|为|系)(?P<whose>[^,。;]{0,12}?)(?:的)?(?:最高|常设|监察|监督|执行"
    r"|权力|权利|职权|决议|决策|办事|议事"
    r"|日常|领导|咨询|工作|管理|内部)+(?:权力|议事|决策|执行|监督|办事)*(?:机构|机关|部门|架构)"
    r"|(?:最高|常设|执行|监督|监察|权力|权利|决策|决议|咨询|办事|日常)+(?:权力|权利|职权|议事|决策|执行|监督|办事)*(?:机构|机关)(?:是|为"
    r"|系)(?P<told>[^,。;、]{2,14}?)(?=$|,)"
    r"|(?:由|,|^)(?P<acting>[^,。;、由]{2,10}?)(?:代行之(?=$|,)|(?:代行|行使)(?:其|会员大会|大会|代表大会)?(?:的)?职权)",
)
_BY_POST = hinted(
    r"由", r"(?:^|,)(?:各(?:设)?)?由(?P<who>[^,。;、由]{2,10}?)(?:一人|1人)?(?:负责|主持|领导|牵头|管理|担任|统筹)"
)
_CENTRE = pattern(r"以(?P<who>[^,。;]{2,16}?)为(?:中心|核心|主体|主导|骨干)")
_ORDINAL = pattern(
    r"^(?:首先|第[一二三四五六七八九十\d]+个?[^,:。;]{0,8}?(?P<class>岗位|部门|团队|职位|角色|中心)?)(?:,|:|是|为|就是)"
    r"|^(?:其中,?|这|上述)?(?P<counts>(?P<one>[一两二三四五六七八九十\d]{1,2}[个大家所]?(?P<all>[^,。;:、一两二三四五六七八九十\d分为]{1,8}?)){1,5})"
    r"(?:分别|依次)(?:是|为):?"
)
_TOGETHER = pattern(r"(?:,)?(?:我们|一般|通常)?(?:统称|合称|并称|总称)(?:为|叫)?(?P<name>[^,。;]{2,12})$")


def read_root_name(state: State, text: Passage) -> bool:
    """Read what the organisation is called: 本会定名为…."""
    named = _NAMED_ROOT.search(text.folded)
    root = state.register.entities[ROOT]
    if named is None or (root.name.text and not _ANY_NAME.fullmatch(root.name.folded)):
        return False
    name = text.cut(*named.span("who" if named["who"] else "quoted"))
    if judge(name.folded) not in (Sort.UNIT, Sort.FIELD) or len(name) <= 3:
        return False
    short = _SHORT_NAME.search(text.folded, named.end())
    root.name = name
    state.register.name_root(name, *([short["short"]] if short else []))
    state.tell(name, f"the organisation '{name.text}'", "name said in a sentence")
    return True


_FOUNDED = hinted(
    r"[成创]立于|[始创]建于|创办于|组建于|[成创]立以来|是一[家所个]|是由|是[^,。]{0,16}的|实行|位于|坐落|地处|占地|有",
    r"(?:[成创]立|[始创]建|创办|组建|建)于\s*\d{4}年[^,、。;:()的]{0,8}的(?P<since>[^,、。;:\s()是]{3,24}?)(?=是|位于|坐落|[,(]|目前|现)"
    r"|(?P<who>[^,、。;:\s()是]{3,24}?)(?:\([^()]{2,24}\))?\s*(?:(?:正式)?(?:成立|创立|创建|始建|创办|组建)于\s*\d"
    r"|是(?:一[家所个]|(?!公司|学校|医院|集团|本|我|全|会员)(?:由|[^,。、]{2,24}的))[^,。]{0,40}"
    r"(?:公司|企业|组织|社团|团体|学校|医院|协会|事业单位)(?=$|[,。;])"
    r"|(?<=公司|集团|学校|大学|学院|医院|中心|中学|小学|究院|究所|协会|学会|银行|酒店|作社|儿园|书馆|物馆)(?:目前|现)?(?:实行|位于|坐落|地处|占地|[现共]?有(?=教?职工|员工|教师|教职员)))",
)
# A group by those who make it up: 读书小组由全体新生组成.
_MADE_UP = hinted(
    r"组成|构成",
    r"(?P<who>[^,、。;:\s()是由]{3,22}?(?:小组|学会|协会|商会|联盟|合会|作社|团队|书社|学社|剧社|社团|乐部|志愿队|服务队))"
    r"(?:\([^()]{2,24}\))?由[^,。;、]{2,30}(?:组成|构成)(?=$|[,。;])",
)
_MADE_UP_OF = 0.8
_NO_OWN_NAME = pattern(r"^(?:本|我|该|这|其|公司|学校|医院|协会|社团|单位)")


def read_founded(state: State, text: Passage) -> bool:
    """Take who was founded in a year, or is a company, for the organisation, where nothing else was named before."""
    register = state.register
    made_up = _MADE_UP.match(text.folded)
    if (
        made_up
        and not register.children.get(ROOT)
        and (not register.entities[ROOT].name.text or register.is_root(made_up["who"]))
    ):
        state.evidence += _MADE_UP_OF
    match = (made_up or _FOUNDED.match(text.folded)) if not register.entities[ROOT].name.text else None
    name = text.cut(*match.span(match.lastgroup or "who")) if match is not None else None
    if name is None or register.children.get(ROOT) or _NO_OWN_NAME.match(name.folded):
        return False
    if judge(name.folded) not in (Sort.UNIT, Sort.FIELD):
        return False
    register.name_root(name)
    state.tell(name, f"the organisation '{name.text}'", "founded, or called an organisation, in a sentence")
    return True


def read_organ(state: State, text: Passage, scope: int) -> bool:
    """Read what a body is for the whole: 会员大会为最高权力机关."""
    found = False
    for match in _ORGAN.finditer(text.folded):
        group = next(group for group in ("who", "told", "acting") if match[group])
        opening = re.match(r"在[^,]*,|以|本会|本|其|则?由", match[group])
        name = text.cut(match.start(group) + (opening.end() if opening else 0), match.end(group))
        if judge(name.folded) is Sort.UNIT and not state.register.is_root(name.folded):
            known = find_subject(state, name, scope, may_be_new=False) or ROOT
            short = state.register.entities[known].name
            named = Named(name=short if known != ROOT and name.folded.endswith(short.folded) else name)
            place = put(state, NodeKind.UNIT, named, scope, "organ of the whole", LISTED)
            if group == "who" and place != ROOT and not name.folded.endswith(("大会", "代表会")):
                state.subject = place
            state.evidence += 0.5
            found = True
    return found


def read_in_charge(state: State, text: Passage, _scope: int) -> bool:
    """Read the post that leads the unit last spoken of: 由科组长负责."""
    found = False
    for match in _BY_POST.finditer(text.folded):
        name = text.cut(*match.span("who"))
        if is_person(name.text, name.folded):
            continue
        subject = unit_of(state, name.folded) or state.subject
        elsewhere = state.register.find(name.folded, NodeKind.POSITION)
        if elsewhere is not None and subject is not None and not state.register.is_below(elsewhere, subject):
            continue
        is_post = judge(name.folded) is Sort.POST and not is_rank_only(name.folded)
        if is_post and subject not in (None, ROOT) and state.register.entities[subject or ROOT].kind is NodeKind.UNIT:
            put(state, NodeKind.POSITION, Named(name=name), subject or ROOT, "post said to be in charge", LISTED)
            found = True
    return found


def unit_for(state: State, scope: int, post: str = "") -> int:
    """Return the unit of which the text spoke last, below an entity; no department where the post leads a company."""
    subject = last_subject(state, scope)
    if _LEADS_COMPANY.fullmatch(post) and _DEPARTMENT.search(state.register.entities[subject].name.folded):
        return scope
    entities = state.register.entities
    while entities[subject].kind is not NodeKind.UNIT:
        subject = entities[subject].parent
    return scope if subject == ROOT else subject


_LEADS_COMPANY = pattern(r"(?:(?:联席|执行|常务)?副?(?:总经理|总裁|董事长)|首席执行官|ceo)")
_DEPARTMENT = pattern(r"(?:(?<!事业)部|部门|科|室|处|组|团队|板块)$")


def read_centre(state: State, text: Passage, scope: int) -> bool:
    """Read the post around which a unit is built: 以客服业务员为中心."""
    match = _CENTRE.search(text.folded)
    if match is None or judge(match["who"]) is not Sort.POST or scope == ROOT:
        return False
    put(state, NodeKind.POSITION, Named(name=text.cut(*match.span("who"))), scope, "centre of a unit", LISTED)
    return True


def _class_in(match: re.Match[str]) -> str | None:
    return match["class"] or match["all"]


def read_ordinal(state: State, text: Passage, scope: int) -> bool:
    """Read posts and units that a text counts off: 第三个岗位是推广、直播，我们统称为渠道岗."""
    match = _ORDINAL.match(text.folded)
    together = _TOGETHER.search(text.folded)
    if match is None or (_class_in(match) is None and together is None and not text.folded.endswith(("岗位", "部门"))):
        return False
    counted = match.start("one") if match["one"] and match.start("one") == match.start("counts") else match.end()
    listed = first_clauses(text.cut(counted, together.start() if together else None))
    listing = read_listing(listed) if listed is not None else Listing(items=())
    items = [item for item in listing.items if judge(item.name.folded) in (*STRONG, Sort.FIELD)]
    if not items or len(items) < len(listing.items):
        return False
    class_word = _class_in(match) or listing.class_word or text.folded[-2:]
    kind = NodeKind.POSITION if POST_CLASS.search(class_word) else NodeKind.UNIT
    sort = state.register.find(match["all"], NodeKind.UNIT, scope) if match["all"] else None
    parent = unit_for(state, scope) if kind is NodeKind.POSITION or match["all"] else scope
    parent = parent if sort is None else sort
    if together:
        group = Named(name=text.cut(*together.span("name")))
        parent = put(state, kind, group, parent, "name for a group", LISTED)
    children = hang(state, Listing(items=tuple(items)), parent, "counted off in sentences", kind)
    state.subject = children[0] if len(children) == 1 else state.subject
    state.evidence += 1
    return True
