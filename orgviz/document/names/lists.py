"""Take an enumeration apart: what is listed, how many are said to be, and what they are called as a class."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from orgviz.document.names.amounts import leading_count
from orgviz.document.names.counted_groups import counted_groups
from orgviz.document.names.endings import suffixed
from orgviz.document.names.entry import masked
from orgviz.document.names.inner_counts import completed, signs_apart, with_deputies, with_shared_counts
from orgviz.document.names.judging import STRONG, Sort, is_known_field, judge
from orgviz.document.names.list_breaks import AMOUNT, breaks, spaced_apart, split_last
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.text.marks import chinese_number
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_NUMBER = r"(?:\d{1,3}(?:\s*[-~至到]\s*\d{1,3})?|[一二三四五六七八九十两]{1,3}|若干|多|几|数)"


_CLASS = (
    r"(?:职能|业务|核心|关键|主要|一级|二级|三级|下属|子|专业|专门|工作|内设|直属|管理|独立|常设|小|大|行政"
    r"|教学|学科|支持|服务|运营|生产|党政|相关|不同|具体|重要|基本|教辅|科研"
    r"|临床|医技|后勤|综合|专项|技术|基层|内部|市场|直营|职能部门|教学科研)*"
    r"(?:部门|部|岗位|职位|职务|职能岗位|中心|小组|组|团队|委员会|科室|科|处室|处|室|机构|分公司|子公司|分馆"
    r"|分校|分店|分院|分站|分局|分社|公司|单位|板块|角色|人员|成员|办公室"
    r"|事业部|院系|学院|系(?![统列])|车间|班组|队|大队|支队|分部|分会|分支|工作组|专班|专委会|层级|层|级|门店|门市|站|所"
    r"|院|馆|厅|局|大区|片区|区|课|股|职能部门|职能|部分|块|方面|环节|系统|类|种"
    r"|组织|工种|职能科室|实体|条线|模块|体系|系列|序列|平台)"
)


_COUNT_CLASS = pattern(
    rf"(?:共|共计|约|一共|总共|以下|如下|下列|下面|这|的|有|了)*(?:(?P<count>{_NUMBER})\s*(?:个|大|名|位|级|类"
    rf"|家|所|支|块|种|层|人|间"
    rf"|套)*)?\s*(?P<class>{_CLASS})?"
)


_LEAD = pattern(
    rf"\s*(?:了|有|这样的?|以下|如下|下列|为|成(?![都长本品人果员套教型立])|:|,)*(?P<cc>{_COUNT_CLASS.pattern})\s*(?:,?\s*(?:分别是|分别为|分别"
    rf"|包括|即|也就是|主要有|主要包括|主要是"
    rf"|依次为|有|是|为|具体为|具体是|具体包括|由)?\s*[:,]?\s*|[:]\s*)"
)


_TAIL = pattern(rf"(?:等等|等)\s*(?P<cc>{_COUNT_CLASS.pattern})?.*$")


# 甲部、乙部等2个管理部门和丙馆、丁馆等2个附属机构: two lists, each with its class.
_TWO_CLASSES = pattern(
    rf"等{_NUMBER}(?:个|大|名|家|类)[^、,;]{{0,8}}?(?:部门|机构|单位|科室|岗位|中心|公司)(?P<joint>和|及|与|以及|,)(?=[^、,]+、|[^、,]+等)"
)
# 语文、数学5个教研组和物理、化学2个实验室: the same without the word for "and others".
_TWO_COUNTED = pattern(
    rf"(?<=[^、,\d]){_NUMBER}\s*个[^、,;\d]{{1,6}}?(?P<joint>以及|和|及|与)(?=[^,;]*、[^,;]*?{_NUMBER}\s*个[^、,;\d]{{1,6}}$)"
)
_BACK = pattern(
    rf"(?<![和及与带有\d、,一二三四五六七八九])(?:这|以上)?(?P<count>{_NUMBER})\s*(?:个|大|名|位|级|类|家|所|支|块)(?P<class>[^、,()\d的]{{0,6}}?{_CLASS})$"
    rf"|(?<![和及与带有\d、,一二三四五六七八九])(?P<many>[二两三四五六七八九十\d]{{1,2}})\s*(?:个|大|名|位|级|类|家|所|支"
    rf"|块)(?P<kind>[^\s、,()\d的和及与]{{1,6}})$"
    rf"|各(?P<each>组|科|室|处|部|股|系|课|班|中心|委员会|小组)(?:办事|办公)?$"
    rf"|(?P<levels>[二两三四五六七八九])(?P<level>层|级|块|部分|层级|类|大块|方面)$|(?:的|这些|各)(?P<only>岗位"
    rf"|职位|部门|团队|人员)$"
)


_EACH = pattern(r"各(?P<n>[一二三四五六七八九十两\d]{1,3})(?:人|名|位|个)$")


_AMOUNT_THEN = pattern(
    r"(?P<name>[^,、\d]{2,10}?)(?:各|共)?(?:\d{1,4}|[一二三四五六七八九十廿卅两]{1,4}|若干)(?:人|名|位)(?=.)"
)


POST_CLASS = pattern(r"(?:岗位|职位|职务|人员|角色|成员|工种)$")


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


@lru_cache(maxsize=1 << 10)
def read_listing(text: Passage) -> Listing:
    """Take apart what stands behind a verb of composition."""
    sets = _SETS.match(text.folded)
    text = text.cut(sets.end()) if sets else text
    if groups := counted_groups(text):
        return Listing(items=tuple(item for group in groups for item in read_listing(group).items))
    outside = masked(text.folded)
    halves = _TWO_CLASSES.search(outside) or _TWO_COUNTED.search(outside.rstrip("。; "))
    if halves:
        first, second = read_listing(text.cut(0, halves.start("joint"))), read_listing(text.cut(halves.end()))
        count = first.count + second.count if first.count and second.count else None
        return replace(first, items=(*first.items, *second.items), count=count)
    told, body = _without_lead(text.cut(0, len(text.folded.rstrip("。; "))))
    outside = masked(body.folded)
    tail = _TAIL.search(outside) or _BACK.search(outside) or _few(outside)
    if tail and (tail.start() > 1 or tail[0].startswith("等")):
        told = _told(tail, body, told)
        body = body.cut(0, tail.start())
        inner = _BACK.search(masked(body.folded)) if tail.re.pattern == _BACK.pattern else None
        if inner is not None and inner["count"] and inner.start() > 1:  # 甲部、乙部2个部门5个组
            told = _told(inner, body, replace(told, count=None, class_word="", class_text=""))
            body = body.cut(0, inner.start())
    pieces = split_last([piece for piece in body.split(breaks(body)) if piece.text], told.count)
    pieces = _without_total(pieces)
    pieces = completed(spaced_apart(signs_apart(pieces, told.count)))
    shares = [bool(_EACH.search(piece.folded)) for piece in pieces]
    counted = with_shared_counts([_item(piece) for piece in pieces], shares)
    items = suffixed(counted, told.class_word, told.class_text)
    return replace(told, items=tuple(with_deputies(tuple(items))))


_TOTAL = pattern(r"(?:总?共计?|合计|总计)(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:人|名)(?:组成|构成)?$")


def _without_total(pieces: list[Passage]) -> list[Passage]:
    """Return pieces without the number of all together behind the last one: 主任、副主任、委员共5人."""
    total = _TOTAL.search(pieces[-1].folded) if len(pieces) > 1 else None
    return [*pieces[:-1], pieces[-1].cut(0, total.start())] if total is not None and total.start() > 1 else pieces


_SETS = pattern(r"(?:下设|设有|设(?![计备施立置在定想]))(?=[^,、]{2,12}[和及与])")
_FEW = pattern(
    r"(?<=[^第一二三四五六七八九十共])(?:共计|共)?(?P<count>[二三四五六七八九十]{1,3})(?P<class>[处科组室课股部系所司厅署馆院队站])$"
)


def _few(folded: str) -> re.Match[str] | None:
    """Find a number and a class without a word between, as statutes have it: 设会计、总务二处."""
    match = _FEW.search(folded)
    return match if match and "、" in folded and match["class"] not in folded[: match.start()] else None


_FIGURE = pattern(r"[^、,:;]{0,16}[一二三四五六七八九十\d][^、,:;]{0,10}:")


def _without_lead(text: Passage) -> tuple[Listing, Passage]:
    """Return the number and class that stand before an enumeration, and the enumeration."""
    nothing = Listing(items=())
    figures = _FIGURES.match(text.folded) or (_FIGURE.match(text.folded) if ":" in text.folded else None)
    if figures and not _LEAD.fullmatch(figures[0]):
        return nothing, text.cut(figures.end())  # 一室五部一分馆: says nothing that the list does not
    such = _SUCH_AS.match(text.folded)
    if such:
        return _told(such, text, nothing), text.cut(such.end())
    each = _EACH_NAMED.match(text.folded)
    if each:
        return _told(each, text, nothing), text.cut(each.end())
    lead = _LEAD.match(text.folded)
    if lead is None:
        return nothing, text
    is_apart = text.folded[: lead.end()].rstrip().endswith((":", ",", "有", "为", "是", "括", "即", "别", "由"))
    if lead["class"] and not lead["count"]:
        divides = _DIVIDES_UNIT if judge(lead["class"]) is Sort.UNIT else _DIVIDES
        is_apart = is_apart and divides.search(text.folded, 0, lead.end()) is not None
    if (lead["class"] or lead["count"]) and not is_apart:
        # 市场部: the class word belongs to the first name, and 一名主任 to the first post.
        return nothing, text.cut(_starting_word(text.folded))
    return _told(lead, text, nothing), text.cut(lead.end())


# Between a class and its names; a comma behind 市场部 ends the first of several names.
_DIVIDES = pattern(r"[:,]|以下|如下|下列")
_DIVIDES_UNIT = pattern(r":|以下|如下|下列")
# 2个研究所分别为: any class, since it is said that each is named.
_EACH_NAMED = pattern(
    r"(?P<count>\d{1,2}|[二两三四五六七八九十]{1,3})[个大家所]?(?P<class>[^,。;:、\d分为]{1,8}?)(?:分别|依次)(?:是|为):?"
)
# 一些后勤岗位,如采购员、库管员: the class first, and examples of it.
_SUCH_AS = pattern(
    r"(?:了|有|一些|部分|若干|其他|其它|各种|各类|多个|许多|等)*[^,。;:、]{0,8}?(?P<class>部门|岗位|职位|机构|科室|团队|中心|小组|人员),?(?:例如|比如|诸如|如(?![有需果下何期实前同此若]))(?=[^,]{2,}、)"
)
# So many units of a class, written short: the 五部 of 五部一室.
FIGURE: Final = r"[一二两三四五六七八九十\d]{1,2}个?(?:部|室|科|处|组|中心|系|院|所|队|站|馆|办|课|股|局|厂|店|会)"
_FIGURES = pattern(  # 五部一室,即
    rf"(?:{FIGURE}){{1,5}},\s*"
    r"(?:即|也就是|分别为|分别是|包括|为|是):?"
)
# What a body is set up for: 评议会为仲裁机构.
_ROLE = pattern(r"(?<=.[会部处室组团])[为作]为?[^,、为]{2,10}(?:机构|机关|组织)$")
_STARTING = pattern(r"\s*(?:了|有|以下|如下|下列|为|:|,)+(?!限|机|色)")


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


# For which term those of a body are chosen: 第三届理事会会长.
_TERM = (
    r"(?:第[一二三四五六七八九十\d]+届|新一届|本届)(?:[^,、的]{0,8}?会)?"
    r"(?=(?:名誉|荣誉|常务)?副?(?:会长|理事长|监事长|主席|秘书长|主任|理事(?!会)|监事(?!会)))"
)
# What may stand before a name in an enumeration: 由会员大会选出之理事, 若干个小组.
_BEFORE_NAME = pattern(
    rf"(?:其余|{_TERM}"
    r"|即(?![时食配])|(?:专门|单独|独立|专职|相应|各自)的(?=.{2})|\d{1,5}余?[张只个](?:病|住院)?床(?:位)?的|[^,、的之]{2,12}(?:选举|选出|推选|推举|互选|选任|聘任|任命|产生|提名)(?:产生|出)?[之的]"
    rf"|[^,、的之]{{2,10}}会(?:选举|选出|推选|推举|选任)(?:产生|出)?(?:{_TERM})?|由?[^,、的之]{{2,16}}(?:组成|构成)[的之]"
    r"|一些|不同的?|数[目量]不[定等限]的?|(?:[多数几]|[一二三四五六七八九]{2}|[二三四五六七八九]?十[来多几]|百[来多])[个名位家支]|若干[个名位家支](?=.{2})|(?:一定|必须|必然|必不可少)(?:会|要)?有的?|以及|和|及|与"
    r"|或|如|各种|各类|其中|一个|一名|若干名?|由"
    r"|含(?![税量糖])|得设|可设|应设|兼(?!职|任)|另设|另有|包括|还有|有|下设|设|下面(?:还|又)?[带有设])(?!区"
    r"|地|科|县|级|限|备|施|计(?![财划生量调]))"
)


def _item(piece: Passage) -> Named:
    start = _BEFORE_NAME.match(piece.folded)
    body = piece.cut(start.end()) if start and start.end() < len(piece) else piece
    body = body.cut(0, len(body.folded.rstrip("。;.,:")))
    role = _ROLE.search(body.folded)
    body = body.cut(0, role.start()) if role else body
    each = _EACH.search(body.folded)
    if each and each[0].endswith("个") and judge(body.folded[: each.start()]) not in STRONG:
        return Named(name=body)  # 试验田各一个
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
    if start > 1 and _SO_MANY_WITHIN.fullmatch(folded, start):
        return replace(named, name=named.name.cut(0, start))
    if start < 2 or not folded.endswith(")") or "、" not in folded[start:]:
        return named
    parts = folded[start + 1 : -1].split("、")
    are_within = judge(parts[0]) is Sort.POST or all(judge(part) is Sort.UNIT for part in parts)
    if judge(folded[:start]) is Sort.UNIT and (are_within or parts[0].startswith(_WITH)):
        return named  # 人力资源部(人事专员、培训专员): who works there, or its units
    return replace(named, name=named.name.cut(0, start))


_SO_MANY_WITHIN = pattern(
    r"\((?:下|内|共|现|又)?(?:设有?|分为?|有|含|辖)[两二三四五六七八九十\d]{1,3}个[^、,()]{1,6}\)"
)
_WITH = ("设", "分为", "分", "含", "包括", "包含", "下设", "下辖")


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
