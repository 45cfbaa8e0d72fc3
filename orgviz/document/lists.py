"""Take an enumeration apart: what is listed, how many are said to be, and what they are called as a class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgviz.document.entry import masked
from orgviz.document.list_breaks import AMOUNT, breaks, split_last
from orgviz.document.marks import chinese_number
from orgviz.document.names import STRONG, Sort, is_known_field, judge
from orgviz.document.notes import Named, leading_count, read_notes
from orgviz.document.passages import Passage, passage
from orgviz.document.words import words

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3}|若干|多|几|数)"


_CLASS = (
    r"(?:职能|业务|核心|关键|主要|一级|二级|三级|下属|子|专业|专门|工作|内设|直属|管理|独立|常设|小|大|行政"
    r"|教学|学科|支持|服务|运营|生产|党政|相关|不同|具体|重要|基本|教辅|科研"
    r"|临床|医技|后勤|综合|专项|技术|基层|内部|市场|直营|职能部门|教学科研)*"
    r"(?:部门|部|岗位|职位|职务|职能岗位|中心|小组|组|团队|委员会|科室|科|处室|处|室|机构|分公司|子公司|分馆"
    r"|分校|分店|分院|分站|分局|分社|公司|单位|板块|角色|人员|成员|办公室"
    r"|事业部|院系|学院|系|车间|班组|队|大队|支队|分部|分会|分支|工作组|专班|专委会|层级|层|级|门店|门市|站|所"
    r"|院|馆|厅|局|区|课|股|职能部门|职能|部分|块|方面|环节|系统|类|种"
    r"|组织|工种|职能科室|实体|条线|模块)"
)


_COUNT_CLASS = re.compile(
    rf"(?:共|共计|约|一共|总共|以下|如下|下列|下面|这|的|有|了)*(?:(?P<count>{_NUMBER})\s*(?:个|大|名|位|级|类"
    rf"|家|所|支|块|种|层|人|间"
    rf"|套)*)?\s*(?P<class>{_CLASS})?"
)


_LEAD = re.compile(
    rf"\s*(?:了|有|以下|如下|下列|为|成|:|,)*(?P<cc>{_COUNT_CLASS.pattern})\s*(?:,?\s*(?:分别是|分别为|分别"
    rf"|包括|即|也就是|主要有|主要包括|主要是"
    rf"|依次为|有|是|为|具体为|具体是|具体包括|由)?\s*[:,]?\s*|[:]\s*)"
)


_TAIL = re.compile(rf"(?:等等|等)\s*(?P<cc>{_COUNT_CLASS.pattern})?.*$")


_BACK = re.compile(
    rf"(?P<count>{_NUMBER})\s*(?:个|大|名|位|级|类|家|所|支|块)(?P<class>[^、,()\d的]{{0,6}}?{_CLASS})$"
    rf"|(?P<many>[二两三四五六七八九十\d]{{1,2}})\s*(?:个|大|名|位|级|类|家|所|支"
    rf"|块)(?P<kind>[^、,()\d的和及与]{{1,6}})$"
    rf"|各(?P<each>组|科|室|处|部|股|系|课|班|中心|委员会|小组)(?:办事|办公)?$"
    rf"|(?P<levels>[二两三四五六七八九])(?P<level>层|级|块|部分|层级|类|大块|方面)$|(?:的|这些|各)(?P<only>岗位"
    rf"|职位|部门|团队|人员)$"
)


_EACH = re.compile(r"各(?P<n>[一二三四五六七八九十两\d]{1,3})(?:人|名|位|个)$")


_AMOUNT_THEN = re.compile(
    r"(?P<name>[^,、\d]{2,10}?)(?:各|共)?(?:\d{1,4}|[一二三四五六七八九十廿卅两]{1,4}|若干)(?:人|名|位)(?=.)"
)


HYPERNYMS = frozenset(
    (
        "部门",
        "岗位",
        "职位",
        "职务",
        "机构",
        "单位",
        "团队",
        "角色",
        "人员",
        "成员",
        "科室",
        "处室",
        "板块",
        "分支",
        "层级",
        "层",
        "级",
        "实体",
        "条线",
        "部分",
        "块",
        "方面",
        "环节",
        "类",
        "种",
        "职能",
        "职能部门",
        "组织",
        "工种",
        "模块",
        "系统",
        "公司",
    )
)


WRONG_CLASS = re.compile(
    r"(?:阶段|步骤|方面|等级|产品|城市|校区|种|指标|层次|维度|门类|课程|专业|学科|楼层|时段|季度|班次|活动|地区"
    r"|省|国家|赛道|奖项|梯队|年级|片区|系列|档|档次|职级|职等)$"
)


POST_CLASS = re.compile(r"(?:岗位|职位|职务|人员|角色|成员|工种)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What an enumeration holds.

    Args:
        count: how many there should be, where the text says it.
        class_word: what they are called together, such as 部门 or 委员会; folded.
        class_text: the same as written.
    """

    items: tuple[Named, ...]
    count: int | None = None
    class_word: str = ""
    class_text: str = ""

    @property
    def posts_meant(self) -> bool:
        """Whether the class word says that they are posts."""
        return bool(POST_CLASS.search(self.class_word))


def read_listing(text: Passage) -> Listing:
    """Take apart what stands behind a verb of composition."""
    told, body = _without_lead(text.cut(0, len(text.folded.rstrip("。; "))))
    outside = masked(body.folded)
    tail = _TAIL.search(outside) or _BACK.search(outside) or _few(outside)
    if tail and (tail.start() > 1 or tail[0].startswith("等")):
        told = _told(tail, body, told)
        body = body.cut(0, tail.start())
    pieces = split_last([piece for piece in body.split(breaks(body)) if piece.text], told.count)
    items = _suffixed([_item(piece) for piece in pieces], told)
    return replace(told, items=tuple(items))


_FEW = re.compile(
    r"(?<=[^第一二三四五六七八九十])(?P<count>[二三四五六七八九十]{1,3})(?P<class>[处科组室课股部系所司厅署馆院队站])$"
)


def _few(folded: str) -> re.Match[str] | None:
    """Find a number and a class without a word between, as statutes have it: 设会计、总务二处."""
    match = _FEW.search(folded)
    return match if match and "、" in folded and match["class"] not in folded[: match.start()] else None


def _without_lead(text: Passage) -> tuple[Listing, Passage]:
    """Return the number and class that stand before an enumeration, and the enumeration."""
    nothing = Listing(items=())
    figures = re.match(r"[^、,:;]{0,16}[一二三四五六七八九十\d][^、,:;]{0,10}:", text.folded)
    if figures and not _LEAD.fullmatch(figures[0]):
        return nothing, text.cut(figures.end())  # 一室五部一分馆: says nothing that the list does not
    lead = _LEAD.match(text.folded)
    if lead is None:
        return nothing, text
    is_apart = text.folded[: lead.end()].rstrip().endswith((":", ",", "有", "为", "是", "括", "即", "别", "由"))
    if lead["class"] and not lead["count"] and not re.search(r"[:,]|以下|如下|下列", text.folded[: lead.end()]):
        is_apart = False
    if (lead["class"] or lead["count"]) and not is_apart:
        # 市场部: the class word belongs to the first name, and 一名主任 to the first post.
        return nothing, text.cut(_starting_word(text.folded))
    return _told(lead, text, nothing), text.cut(lead.end())


_STARTING = re.compile(r"\s*(?:了|有|以下|如下|下列|为|:|,)+(?!限|机|色)")


def _starting_word(folded: str) -> int:
    match = _STARTING.match(folded)
    return match.end() if match else 0


def _number(written: str | None) -> int | None:
    return chinese_number(written) if written and written not in ("若干", "多", "几", "数") else None


def _told(match: re.Match[str], text: Passage, known: Listing) -> Listing:
    """Add the number and the class that stand at a place to what is known."""
    groups = match.groupdict()
    group = next((name for name in ("class", "only", "kind", "level", "each") if groups.get(name)), None)
    written = next((groups[name] for name in ("count", "many", "levels") if groups.get(name)), None)
    count = _number(written) or known.count
    if group is None:
        return replace(known, count=count)
    return replace(known, count=count, class_word=match[group], class_text=text.text[slice(*match.span(group))])


def _item(piece: Passage) -> Named:
    start = re.match(
        r"(?:(?:一定|必须|必然|必不可少)(?:会|要)?有的?|以及|和|及|与|或|如|各种|各类|其中|一个|一名|若干名?|由"
        r"|得设|可设|应设|兼|另设|另有|包括|还有|有|下设|设)(?!区"
        r"|地|科|县|级|限|备|施|计(?![财划生量调]))",
        piece.folded,
    )
    body = piece.cut(start.end()) if start and start.end() < len(piece) else piece
    body = body.cut(0, len(body.folded.rstrip("。;.,:")))
    each = _EACH.search(body.folded)
    if each and each.start() > 1:
        return replace(read_notes(body.cut(0, each.start())), seats=chinese_number(each["n"]))
    doing = _AMOUNT_THEN.match(body.folded)
    if doing and judge(doing["name"]) is Sort.POST:
        body = body.cut(0, doing.end())
    amount = AMOUNT.search(body.folded)
    if amount and amount.start() > 1 and amount.end() == len(body):
        named = read_notes(body.cut(0, amount.start()))
        if amount[0].endswith("个") and judge(named.name.folded) not in STRONG:
            return Named(name=body)  # 展台三个
        return replace(named, seats=_number(amount["low"]) or named.seats)
    count, begin = leading_count(body.folded)
    named = _without_parts(read_notes(body.cut(begin)))
    return replace(named, seats=named.seats or count) if count else named


def _without_parts(named: Named) -> Named:
    """Leave out a bracket in which a name's work is listed: 新闻公关(撰写、投放)."""
    folded = named.name.folded
    start = folded.rfind("(")
    if start < 2 or not folded.endswith(")") or "、" not in folded[start:]:
        return named
    return replace(named, name=named.name.cut(0, start))


def _suffixed(items: Sequence[Named], told: Listing) -> Iterator[Named]:
    """Complete names that leave their class to the word behind the list: 人才、预算等委员会."""
    ending = _ending_of(told.class_word)
    for item in items:
        is_short = bool(ending) and (judge(item.name.folded) in (Sort.FIELD, Sort.GENERIC) or _names_work(item, ending))
        if is_short and len(item.name) + len(ending) <= 14 and not item.name.folded.isascii():
            yield replace(item, name=_with_ending(item.name, told.class_text[-len(ending) :]))
        else:
            yield item


def _names_work(item: Named, ending: str) -> bool:
    """Whether a word that may be a post stands for a field of work: 会计 in 设营业、会计二组."""
    return item.seats is None and item.name.folded in _WORK and bool(words().units.match(ending))


_WORK = frozenset(
    ("会计", "出纳", "总务", "文书", "秘书", "编辑", "采购", "保安", "保洁", "美工", "顾问", "参谋", "公关")
)


def _ending_of(class_word: str) -> str:
    """Return what a class word adds to names that leave it out: all of 采购小组, but nothing of 职能部门."""
    known = words()
    ending = known.units.match(class_word) or known.posts.match(class_word)
    if not ending:
        return (
            class_word
            if 1 < len(class_word) <= 3 and class_word not in HYPERNYMS and not WRONG_CLASS.search(class_word)
            else ""
        )
    if ending in HYPERNYMS or class_word in HYPERNYMS:
        return ""
    modifier = _MODIFIERS.sub("", class_word.removesuffix(ending))
    return class_word if modifier == class_word.removesuffix(ending) else ending


_MODIFIERS = re.compile(
    r"职能|业务|核心|关键|主要|一级|二级|三级|下属|子|专业|专门|工作|内设|直属|管理|独立|常设|小|大|不同|具体"
    r"|重要|基本|相关|各"
)


def _with_ending(name: Passage, ending: str) -> Passage:
    completed = passage(name.text + ending, 1, 1)
    return Passage(completed.text, completed.folded, name.places)


def name_share(items: Sequence[Named]) -> float:
    """Return which share of items could be names of units or posts, fields of work counted by half."""
    if not items:
        return 0.0
    points = 0.0
    for item in items:
        sort = judge(item.name.folded)
        if sort in STRONG:
            points += 1
        elif sort is Sort.FIELD:
            points += 0.8 if is_known_field(item.name.folded) else 0.5
    return points / len(items)
