"""Read sentences that say of what an organisation is composed: 下设, 分为, 由…组成, 设…一人."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.chinese.asides import HEADCOUNT
from orgviz.document.chinese.claims import (
    ADVERBS,
    COUNT_ONLY,
    Claim,
    claims,
    first_clauses,
    is_change,
    is_maybe,
    last_subject,
    subject_of,
    told_apart,
)
from orgviz.document.chinese.credible import class_of, is_credible, lists_counted_posts, only_posts
from orgviz.document.chinese.every import every_unit
from orgviz.document.chinese.hanging import hang, has_office_elsewhere, is_of_all
from orgviz.document.chinese.in_each import hang_in_each
from orgviz.document.chinese.own_name import is_led_from_elsewhere, sets_up_its_heading
from orgviz.document.chinese.people_parts import put_people
from orgviz.document.known.counts import note_count
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State, set_status
from orgviz.document.names.judging import STRONG, Sort, is_known_field, judge
from orgviz.document.names.keys import read_key
from orgviz.document.names.lists import Listing, name_share, read_listing
from orgviz.document.text.marks import chinese_number
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind, Status
from orgviz.patterns import pattern

_NO_PARTS = pattern(
    r"(?:议题|工作|职责|业务|内容|职能|范围|任务|产品|服务|流程|步骤|方式|方法|因素|原则|条件|要求|资料|指标|特点"
    r"|优势|问题|形式|类型|功能|渠道|活动|课程|工程|合同|图书|比赛|奖项|荣誉"
    r"|考试|例会|年会|专业|技能|能力|权利"
    r"|义务|会议|制度|主要|费用|经费|收入|来源|目标|事项|手段|措施|作用|过程|情况|数据|信息|知识|素质|权限|对象"
    r"|客户|用户|合作|营销|推广|品牌|岗位职责|领域|区域|城市|面积"
    r"|理念|文化|成本|价格|总价|利润|预算|支出|成绩|试题|试卷|菜单|套餐|奖金|工资|薪酬|收益)$"
)
_DIVIDES = ("分为", "分成", "划分为", "划分成", "细分为", "包括", "包含")
_SORTED_BY_PAPERS = pattern(r"(?:注册|持证|专业|技术|各)类?人员(?:有|包括|包含|主要有)?$")
_SORTED = pattern(
    r"(?:注册|持证|专业|技术|各)类?人员$|(?:员工|职工|会员|学员|学生|读者|患者|病人|商品|货物|车辆|设备|设施|员工队伍|用工)(?:又|可|一般|通常|主要"
    r"|分别|均)*$"
    r"|(?<![\u4e00-\u9fff])(?:国内|海外|目标|主要|销售)?市场$|把[^,]{1,12}$|(?<!拟|即|业|应)将[^,拟]{1,12}[^,设]$"
)
# Those who stand beside an organisation: 合作单位有….
_OUTSIDERS = pattern(r"(?:参[加会与]|合作|[协主承]办|共建|获奖|先进|会员|客户|服务|签约|用人|支持|上级)的?单位$")
# What only an organisation as a whole has: 群团组织有….
_OF_THE_WHOLE = pattern(
    r"(?:群[团众]|党群|社团)(?:组织|机构)$|(?:直属|附属|派出|教学|科研|行政|职能|业务|后勤|管理|相关|其[他它余])(?:事业)?(?:单位|机构|部门|科室)$"
)
_MERGED = pattern(r"(?:合并|整合|重组|归并)[,后]{0,2}$")  # what units become is another reader's
_AS_NEEDED = pattern(r"按[^,、]{1,8}$|(?:可|得)?(?:视|根据|依|按)[^,]{0,6}情况$")
# Organisations of the sort that the text is about: 大型社区可能增设, 有些小区还设有.
_SUCH = pattern(
    r"^(?:但|而|例如)?(?:大|中|小|高端|商业|有的|有些|部分|一些|许多|多数|不少|规模|连锁|综合|条件)[^,]{0,8}?"
    r"(?:社区|项目|企业|公司|物业|小区|商家|店铺?|单位|机构|餐厅|酒店|门店|学校|医院|幼儿园|工厂|高校|院校|平台|部门)"
    r"(?:则|还|也|可能|可以|可|常|通常|一般|往往|会|甚至|应)*增?$"
    r"|^(?:但|而|例如|比如|,)*[^,、。本该我]{1,8}[类型业网制性式](?:公司|企业|院校|学校|医院|机构|单位|组织|酒店|门店)"
    r"(?:则|还|也|更|往往|通常)*(?:可能|可以|常|会)+(?:则|还|也)*增?$"
)
_CLASS_ONLY = pattern(
    r"(?:了|有)?(?:约|近)?(?:[多数几两二三四五六七八九十\d]+|\d+\s*[-~至到]\s*\d+)\s*[个大类级](?:核心|主要|关键|职能|重要|不同|业务|专业|工作|"
    r"下属|独立|的)*(?:部门|岗位|机构|团队|科室|小组|单位|层级|板块|模块)"
)
_EXCEPT = pattern(r"除(?:了)?(?P<list>[^,。;]{2,30}?)(?:之?外|以外)")
_COLON_LIST = pattern(
    r"(?P<lead>[^:。;]*(?:机构|部门|单位|组织|架构|设|岗位|团队|人员|科室|为|有|下列|如下|部|室|中心"
    r"|[两二三四五六七八九\d]块)[^:。;,]{0,14}):(?P<list>[^:]{4,})$"
)
_STRUCTURE = pattern(r"(?:内部|内设)?(?:组织机构|组织架构|组织结构|机构设置|部门设置|岗位设置|科室设置|机构|架构|设置)")
# What such lists end in is what they are of: 肺功能仪等先进设备.
_OF_THINGS = pattern(
    r"等[^,、等]{0,8}(?:设备|设施|仪器|工具|器材|用品|车辆|资源|技术|系统|软件"
    r"|环节|方面|事项|任务|流程|内容|手续|问题|疾病|症状|方法|方式|产品|证书|资质|文件|功能|优势|特点)[^、]*$"
    r"|个[^,、]{0,14}(?:授权点|学位点|博士点|硕士点|学科|专业|流动站)(?:$|,)"
)
LONGEST_LEAD = 1000


def read_claims(state: State, text: Passage, scope: int) -> list[int]:
    """Read what the verbs of composition in a sentence list; return what the last one put below its subject."""
    hung: list[int] = []
    subject: int | None = None
    alone = state.alone
    every: list[int] | None = None
    for claim in claims(text):
        nearest = claim.before.folded.rpartition(",")[2]
        every = _every(state, nearest, scope, hung, every)
        posts = only_posts(claim) if every is not None else []
        if every is not None and posts:
            hung = hang_in_each(state, posts, every, is_optional=is_maybe(claim)) or hung
            if not every:
                state.told_of_each.append((nearest, scope, tuple(posts)))
            continue
        if (
            _MERGED.search(claim.before.folded)
            or _sets_up_the_whole(state, claim, scope)
            or _sorts_people(claim, nearest)
        ):
            continue
        is_such = claim.verb not in _DIVIDES and bool(_SUCH.search(nearest))
        found = None if is_such else subject_of(state, claim.before, scope)
        if found is None and subject is None and _BESIDES.match(text.folded):
            subject = _besides_what(state, scope)
        if is_such or (found is None and (is_change(claim) or _OF_THE_WHOLE.search(nearest))):
            subject, alone = _whole_spoken_of(state, scope), None
        subject = found if found is not None else subject if subject is not None else last_subject(state, scope)
        is_no_part = _is_no_part(nearest) and (not found or state.register.entities[found].name.folded != nearest)
        if _OUTSIDERS.search(nearest) or (is_no_part and not lists_counted_posts(claim)):
            continue
        if found is None and alone is not None and _goes_into(state, alone, claim):
            subject = alone
        children = _read_claim(state, claim, subject)
        if children:
            hung, every = children, None
            state.subject = state.listed_below = subject
            alone = state.alone = children[0] if len(children) == 1 else None
        elif found is not None and found != ROOT and COUNT_ONLY.fullmatch(claim.listed.folded):
            state.subject = found  # what it has is told in the next sentences: 采购部有三个岗位。
    return hung


def _is_no_part(nearest: str) -> bool:
    """Whether that is no part of an organisation of which a clause speaks: 工作内容包括…."""
    return _NO_PARTS.search(_AS_NEEDED.sub("", nearest).rstrip("主要一般通常还则也:")) is not None


_BESIDES = pattern(r"(?:除此之外|除了?(?:以上|上述|这些)[^,]{0,6}|此外|另外),?(?:还|另|也)?(?:设?有|设|包括)")


def _every(state: State, nearest: str, scope: int, hung: list[int], before: list[int] | None) -> list[int] | None:
    """Return the units of which each is spoken of; those of the verb before where the clause names nobody."""
    if nearest == "各" and hung:
        return [one for one in hung if state.register.entities[one].kind is NodeKind.UNIT]
    return every_unit(state, nearest, scope) if ADVERBS.sub("", nearest) else before


def _besides_what(state: State, scope: int) -> int | None:
    """Return who has something besides what was told: who has those last spoken of, else the whole."""
    place, register = state.subject, state.register
    if place is None or not register.children.get(place):
        return _whole_spoken_of(state, scope)
    is_listed = place != ROOT and register.entities[place].parent == state.listed_below
    return state.listed_below if is_listed else None


def _whole_spoken_of(state: State, scope: int) -> int:
    """Return the organisation below which that stands of which the text spoke last, else what a text stands below."""
    register = state.register
    place = state.subject if state.subject is not None and scope == ROOT else ROOT
    while place != ROOT and register.entities[place].parent != ROOT:
        place = register.entities[place].parent
    while scope != ROOT and register.entities[scope].kind is NodeKind.POSITION:
        scope = register.entities[scope].parent  # 可增设资料员, behind the last of several posts
    return place if place != ROOT and _WHOLE.search(register.entities[place].name.folded) else scope


_WHOLE = pattern(r"(?:公司|企业|机构|集团|学校|医院|酒店|餐厅|店|园|厂|社)$")


def _sorts_people(claim: Claim, nearest: str) -> bool:
    """Whether people or things are divided into classes: 员工分为正式工、临时工; 把学员分为三组."""
    return claim.verb in _DIVIDES and bool(_SORTED.search(nearest))


def _sets_up_the_whole(state: State, claim: Claim, scope: int) -> bool:
    """Whether someone outside sets up the organisation itself, or the heading's unit: 县政府设县立图书馆."""
    if sets_up_its_heading(state, claim, scope):
        return True
    listed = first_clauses(claim.listed)
    items = read_listing(listed).items if listed is not None else ()
    return len(items) == 1 and len(items[0].name) > 3 and state.register.is_root(items[0].name.folded)


def _goes_into(state: State, alone: int, claim: Claim) -> bool:
    """Whether what follows is said of the only one just set up: 设人事室，置主任, but not 设主任一人，设干事二人."""
    entity = state.register.entities[alone]
    is_crowd = entity.name.folded in ("职员", "员工", "教职员", "会员", "工作人员")
    return entity.kind is NodeKind.UNIT or (claim.verb.startswith(("下", "辖")) and not is_crowd)


def _read_claim(state: State, claim: Claim, subject: int) -> list[int]:
    """Hang what a claim lists below its subject; nothing where it lists no parts of an organisation."""
    listed = first_clauses(told_apart(claim.listed))
    if listed is None or (claim.verb == "由" and put_people(state, claim.listed, subject)):
        return []
    listing = read_listing(listed)
    except_ = _EXCEPT.search(claim.before.folded)
    if except_ and listing.items:
        listed_before = read_listing(claim.before.cut(*except_.span("list"))).items
        are_parts = any(judge(item.name.folded) in STRONG or is_known_field(item.name.folded) for item in listed_before)
        extra = listed_before if are_parts else ()
        listing = Listing(items=(*extra, *listing.items), count=None, class_word=listing.class_word)
    if len(listing.items) == 1 and _CLASS_ONLY.fullmatch(listed.folded):
        state.tell(listed, None, "a number of parts without names")
        return []
    if _OF_THINGS.search(listed.folded) or HEADCOUNT.match(listed.folded) or not is_credible(claim, listing):
        if listing.items and name_share(listing.items) > 0.3:
            state.tell(listed, None, "a list whose items are no units or posts")
        return []
    strong = sum(judge(item.name.folded) in STRONG for item in listing.items)
    are_counted = len(listing.items) > 1 and all(item.seats is not None for item in listing.items)
    is_clear = claim.is_strong or bool(listing.class_word) or (are_counted and strong == len(listing.items))
    state.evidence += (1.5 if is_clear else 1) + 0.3 * min(strong, 4)
    listing = replace(listing, items=tuple(item for item in listing.items if not is_of_all(item)))
    if claim.verb == "由" and is_led_from_elsewhere([item.name.folded for item in listing.items]):
        state.tell(listed, None, "bodies that stand elsewhere")
        return []
    if claim.verb == "由":
        listing = _without_seats_by_office(state, listing, subject)
    subject = _not_below_its_members(state, listing, subject)
    children = hang(state, listing, subject, "sentence of composition", class_of(claim, listing))
    if is_maybe(claim):
        for child in children:
            set_status(state, child, Status.OPTIONAL)
    note_count(state, listed, listing.count, children)
    return children


def _not_below_its_members(state: State, listing: Listing, subject: int) -> int:
    """Return what bodies stand in that are set up by their members: 评议员由会友推举,成立评议员会."""
    entity = state.register.entities[subject]
    is_its_body = any(item.name.folded == f"{entity.name.folded}会" for item in listing.items)
    return entity.parent if entity.kind is NodeKind.POSITION and is_its_body else subject


def _without_seats_by_office(state: State, listing: Listing, body: int) -> Listing:
    """Leave out who sits in a body by an office held elsewhere: 委员会由校长、工会主席组成."""
    kept = []
    for item in listing.items:
        known = state.register.find(item.name.folded, NodeKind.POSITION) if item.seats else None
        is_told = known is not None and state.register.entities[known].seats == item.seats
        is_post = judge(item.name.folded) is Sort.POST
        if (item.seats is None or is_told) and is_post and has_office_elsewhere(state, item, body):
            state.tell(item.name, None, "sits there by an office held elsewhere")
        else:
            kept.append(item)
    return replace(listing, items=tuple(kept))


def read_colon_list(state: State, text: Passage, scope: int) -> bool:
    """Read a list behind a colon that needs no verb: 内部机构:办公室、财务部."""
    if ":" not in text.folded or len(text) > LONGEST_LEAD:
        return False
    colon = _COLON_LIST.search(text.folded)
    if colon is None or read_key(colon["lead"]) is not None or _SORTED_BY_PAPERS.search(colon["lead"]):
        return False
    first = first_clauses(text.cut(*colon.span("list")))
    listing = read_listing(first) if first is not None else Listing(items=())
    if len(listing.items) < 2 or _strong_share(listing) < 0.7:
        return False
    structure = _STRUCTURE.search(colon["lead"])
    subject = subject_of(state, text.cut(0, structure.start() if structure else colon.end("lead")), scope)
    if subject is None:
        subject = scope if _INSTITUTIONS.match(colon["lead"]) else last_subject(state, scope)
    hang(state, listing, subject, "list behind a colon", None)
    told = _HOW_MANY.search(colon["lead"])
    state.evidence += 2 if told and chinese_number(told[1]) == len(listing.items) else 1.5
    return True


# What only the whole has, whatever part of it was told of last.
_INSTITUTIONS = pattern(
    r"(?:下属|直属|所属|下辖|下设|派出|派驻|代管|现有)*的?"
    r"(?:(?:事业|直属|派出|派驻)(?:单位|机构)|二级单位|(?:全资|控股)?子公司)"
)
_HOW_MANY = pattern(r"([二两三四五六七八九十]|\d{1,2})\s*(?:个|大|块|类|支|级)")


def _strong_share(listing: Listing) -> float:
    return sum(judge(item.name.folded) in STRONG for item in listing.items) / max(1, len(listing.items))
