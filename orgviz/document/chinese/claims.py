"""Find the verbs of composition in a Chinese sentence, of what they speak, and where what they list ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.known.subjects import find_subject, strong_start
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.quoted_names import MASK
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_UNIT = r"(?:[部科处组室]|中心|委员会|团队|板块)"  # what the name of one that is set up ends in
_SOME = r"[两二三四五六七八九十\d多几若]{1,2}[个大干]"  # 三个, 五大, 若干
_VERB = pattern(
    r"(?P<strong>(?:手底下|下面|底下|手下|下边|下头|旗下)(?:又|还|再|共|分别|主要)?(?:分成|分为|分(?![管别])|设有|设"
    r"|有(?!限)(?=[^,。]{2,30}[两二三四五六七八九十\d]个(?:小?组|部门|科室|中心|团队|车间|班组|大区)))"
    r"|之下(?:又|还|再|共|分别)?设[置有立]?|下[面边]是(?=[^,。、]{1,8}[部科处组室队]、)|下设[置立]?(?:的(?:编组|部门|科室|机构|单位|小组|团队|岗位)(?:有|包括)?)?|内设|分设|下分(?=[^,。;]{0,4}[两二三四五六七八九十\d]{1,2}[个大])|下辖|下属有|下属(?=[^,。;、]{0,2}[两二三四五六七八九十\d]{1,2}个)|(?<![及各对和与])下属(?=[^,。;、的]{1,8}(?:[部科处组室]|中心)[、和及与])|附设(?![的有])|分为|分成|划分为|划分成|细分为|共设|设有|另设|另辖|设置有|设置了"
    r"|成立了|组建了|建有|现有|辖"
    r"|分(?![子校公局会社院部店馆所支站行厂队管])(?=[^,。;为成]{2,40}[两二三四五六七八九\d]个)(?:(?<!部分)|(?<=^[^大一小多][^,大一小多]部分)(?=[^,。;、的]{1,6}(?:、|[两二三四五六七八九]个)))"
    r"|(?<=[^大一小多全内]部)分(?=[^,。;、的]{1,8}(?:[部科处室组队班厅店]|中心|车间)[、和])"
    r"|分(?:为|成)?(?=[两二三四五六七八九\d]{1,2}大?(?:块|板块|条线|系统|口|大类):)|下[管带](?=[^,。;、]{2,8}[、和]))"
    r"|由(?P<by>(?:(?!抽调|抽人|选派|派员|领导,|负责,|包括|下设)[^。;]){2,160}?)(?:共同)?(?:组成|构成)"
    r"|(?P<weak>(?:手底下|下面|底下|手下|下边)有(?=[^,。、]{1,8}[部科处组室队班][、和及与])|(?<![包内所隐蕴不(])含(?![税量糖有义金氧])|保留了?|新?组建(?!于|以来|的|而成|成)|新成立|新增(?!设)|包括|包含|涵盖|囊括|(?:设立|设置)(?![之的]|科学|合理|根据|应当?(?!急)|原则|方面|情况|完善|齐全|灵活|简单|精简|不(?!同)|比?较|很|非常|相对|基本|大致|大体|也|都|更|十分|需(?!求)|清晰|规范|是|上|因|如何|要|\(|过程|方案|标准|数量|和调整|与调整)|配备|配置|配有|拥有|成立|聘请(?=[^,。;]{2,12}(?:人|名))|(?:(?:雇|聘|选|任)用|(?:遴|选|委)[聘派任]|聘任|(?<!招)聘)(?=[^,、。;人由]{2,8}(?:[一二三四五六七八九十廿卅两\d]{1,4}|若干)(?:人|名))|(?:(?<![设处安放配布装闲搁位])"
    r"|(?<=处)(?=置[^,。;]{1,10}[长员人名任师书士干]))置(?![于业换入])"
    r"|(?<![建开铺附创假])(?<!(?<!通)常)设(?![计备施定想在于防卡宴置]|法(?![规律务制院庭学]))|(?<=职位|岗位|部门|科室|成员|机构|职务|单位|组织)有(?![限关])|(?<![部充十区百万高])分(?![管别布工派配担散析发店公级层期校局会社院部馆所支站行厂队])(?=[^,。、为成]{1,8}[部科处组室队区班]、)"
    rf"|有(?!限)(?=[^,。、和及与的]{{1,10}}(?:[部科处组室]|车间|中心|门店|分店|委员会|团队|板块|条线)(?:[、和及与]|,[^,。、的]{{1,10}}{_UNIT}(?:,|$)))"
    rf"|建立了?(?=(?:[^,。;、的]{{1,10}}{_UNIT}(?:[、和及与,]|$)|[^,。;、的]{{0,3}}{_SOME}))"
    r"|(?:(?<=架构|结构|设置)|(?<=主要部门|组成部门|职能部门|内设机构|下属部门))"
    rf"[为是](?=[^,。;、]{{1,10}}{_UNIT}[、和及与,]|[^,。;、]{{0,3}}{_SOME})"
    r"|有(?!限)(?=[^,。;]{2,24}[两二三四五六七八九十\d]{1,2}家(?:全资|控股|参股)?(?:分公司|子公司|分店|门店|分校|分院))|(?<=条线|板块)有(?=[^,。;、的]{2,8}、)|有(?!限)(?=[^,]{0,12}(?:部门|岗位"
    r"|中心|团队|两个|[一二两三四五六七八九十\d][个名位人]|[两二三四五六七八九十\d]大|(?:多|几|若干)个)))"
)
_NEGATED = pattern(
    r"(?:不得?|不可|不应|不宜|未|没有|无需|无须|不再|停止|的|之|与|和|、|重新|申请|批准|负责|决定|审议|讨论"
    r"|提出|同意|可以不|得不|考虑|不用|不必|不单独|不另|不另外|没必要|没|暂不|先不|暂时不|不建议)$"
)
_OF_WHICH = pattern(r"[的之](?=[^,。;])")  # 由三人组成的小组 is a name, 由三人组成之 is said
_BODY_THEN_MEMBERS = pattern(
    r"(?P<body>[^,、]{2,14}(?:队|小组|班子|团)),(?=[^,、]{2,6}(?:[一二三四五六七八九十两\d]+|若干)(?:人|名))"
)
_AMONG = pattern(r",其中(?:有|包括|设|含)?(?=[^,、。;]{2,8}(?:[一二三四五六七八九十\d]{1,3}|若干)(?:人|名))")
_FORMED = pattern(r"[^,。;的之]{1,10}(?:会|组|团|处|室|部|班子|会议)(?=$|,)")
AMOUNTS = pattern(
    r"^(?P<name>[^,、。;]{2,14}?)各?(?:[一二三四五六七八九十廿卅两\d]{1,4}(?:[至到~-]{1,2}[一二三四五六七八九十廿卅两\d]{1,4})?|若干)"
    r"(?:人|名|位|(?<=若干))(?:至|到|¤|$|,|、|(?=襄|协助"
    r"|辅|佐|承|综理|掌|主持|分别"
    r"|负责|处理|办理|由|兼))"
)
COUNT_ONLY = pattern(
    r"(?:[^、]{0,8}?(?:(?:[一二三四五六七八九十两\d多数几]+|\d+\s*[-~至到]\s*\d+)\s*(?:个|大|级|类|支|层|块)|如下|以下|下列)[^、]{0,10})|(?:了"
    r"|有|为|成)*"
)
_JOINS = pattern(
    r"以及|及|和|还有|并有|包括|分别(?!由|归|分管|主管|负责|督导|掌理|协助|管理|承担|主持|担任|执掌|领导)|即|具体|主要|(?:例如|比如|诸如|如(?![有需果下何期实前同此若今愿]))(?=[^,]*、)"
)
_DOES = pattern(r"(?:主要|分别|具体|全面|共同)*(?:负责|承担|从事|开展|管理|协助)")
ADVERBS = pattern(
    r"(?:一般|通常|主要|又|共|可以|可能|可|应当|应|目前|现已|现|均|还|也|都|将|拟|得|再|则|下|大致|具体|往往"
    r"|需要|需|按[^,、]{1,8}|(?<=[部处科室组心])增|同时|单独|组织架构|组织机构|内部|手底下|底下|手下|下面|下边|根据[^,]*"
    r"|依[^,]*|因[^,]*|为(?:了)?[^,]{4,})+$"
)

# A sentence with more of these verbs is none.
MANY_VERBS = 40


@dataclass(frozen=True, slots=True)
class Claim:
    """A verb of composition in a sentence: where what stands before it ends, and what stands behind it."""

    verb: str
    before: Passage
    listed: Passage
    is_strong: bool


def claims(text: Passage) -> Iterator[Claim]:
    """Yield what each verb of composition in a sentence claims, in order."""
    outside = masked(text.folded)
    matches = [
        match
        for match in _outside_first(_VERB.finditer(text.folded), outside)
        if not _NEGATED.search(text.folded[max(0, match.start() - 8) : match.start()])
        and not (match["by"] and _OF_WHICH.match(text.folded, match.end()))
    ]
    begin = 0
    for number, match in enumerate(matches[:MANY_VERBS]):
        following = matches[number + 1].start() if number + 1 < len(matches) else None
        stop = _stop(text.folded, outside, match, following)
        before = text.cut(begin, match.start())
        if match["by"] and _FORMED.match(text.folded, match.end()):
            begin = match.end()  # 由…组成理事会 says it from the members: another reader's
        elif match["by"] and (named := _named_behind(text, match)) is not None:
            yield Claim("由", before, text.cut(named, stop), True)
            begin = len(text)
        elif match["by"]:
            yield Claim("由", before, text.cut(*match.span("by")), True)
            begin = match.end()
            among = _AMONG.match(text.folded, begin)
            if among:
                yield Claim("其中", text.cut(begin, begin), text.cut(among.end()), True)
        else:
            listed = text.cut(match.end(), stop)
            body = _BODY_THEN_MEMBERS.match(listed.folded)
            if body and judge(body["body"]) is Sort.UNIT:
                yield Claim(match[0], before, listed.cut(0, body.end("body")), bool(match["strong"]))
                before, listed = listed.cut(0, 0), listed.cut(body.end())
            yield Claim(match[0], before, listed, bool(match["strong"]))
            begin = match.end() if stop == len(text) else stop


# 由三个部门组成: and 由三级构成,分别是, where what it is composed of is named behind.
_SO_MANY = pattern(r"[^、]{0,4}?(?:[一二两三四五六七八九十多数几若干\d]+\s*[个大级类支层块]|以下|下列|如下)[^、]{0,14}")
_NAMED_BEHIND = pattern(r"(?:而成)?(?::|,\s*(?:分别(?:是|为)|依次(?:是|为)|即|包括|它们(?:是|分别是)))\s*:?(?=.{2,})")


def _named_behind(text: Passage, match: re.Match[str]) -> int | None:
    """Return where the names begin of what a whole is composed of, if their number stands before the verb."""
    named = _NAMED_BEHIND.match(text.folded, match.end())
    return named.end() if named is not None and _SO_MANY.fullmatch(match["by"]) else None


def _outside_first(found: Iterable[re.Match[str]], outside: str) -> Iterator[re.Match[str]]:
    """Yield verbs, but none in a bracket of what one before lists: 设内科(设三个病区)、外科."""
    is_listing = False
    for match in found:
        is_within = outside[match.start()] == MASK
        if not (is_within and is_listing):
            yield match
        is_listing = is_listing or not is_within


def _stop(folded: str, outside: str, match: re.Match[str], following: int | None) -> int:
    """Return where ends what a verb lists: before the clause of the next verb, with its bracket, or with all."""
    comma = -1 if following is None else folded.rfind(",", match.end(), following)
    if following is not None and comma == following - 1:
        comma = _where_its_subject_begins(folded, match.end(), comma)
    if comma > match.end() + 1:
        return comma
    return _end_of_bracket(outside, match.end()) if outside[match.start()] == MASK else len(folded)


def _end_of_bracket(outside: str, begin: int) -> int:
    """Return where the bracket ends in which a place stands, before its last sign."""
    end = next((at for at in range(begin, len(outside)) if outside[at] != MASK), len(outside))
    return end - 1


def _where_its_subject_begins(folded: str, begin: int, comma: int) -> int:
    """Return the comma before the clause that says of whom the verb behind it speaks: 甲部现有30人,下设….

    Args:
        begin: where the verb before ends.
        comma: the one right before the verb.
    """
    before = folded.rfind(",", begin, comma)
    clause = folded[before + 1 : comma]
    is_other = before > begin and "、" not in clause and (strong_start(clause) or len(clause)) < len(clause)
    return before if is_other else comma


def is_change(claim: Claim) -> bool:
    """Whether a claim says what an organisation has now that it had not, has still, or has besides.

    So 增设品牌部, 保留三个科室, 另设战略委员会.
    """
    is_more = claim.verb.startswith("另") and _BODY.match(claim.listed.folded) is not None
    return is_more or claim.verb.startswith(("新", "保留")) or claim.before.folded.endswith(("增", "新"))


_BODY = pattern(r"[^,、。;]{2,12}(?:委员会|领导小组)")


def is_maybe(claim: Claim) -> bool:
    """Whether a claim tells of what may be, or not."""
    return bool(_MAYBE.search(claim.before.folded[-8:]))


_MAYBE = pattern(r"可能|得$|视[^,]*(?:需要|情况)|必要时|也会|如有需要|有条件的?|可根据|可视")


def last_subject(state: State, scope: int) -> int:
    """Return of whom the text spoke last, if that stands below an entity; else the entity."""
    if state.subject is not None and (scope == ROOT or state.register.is_below(state.subject, scope)):
        return state.subject
    return scope


# Whose posts are divided: 餐厅的岗位分为三大体系.
_WHOSE = pattern(
    r"[^,。;:、的]{1,10}?(?=的?(?:内部)?(?:工作)?(?:岗位|职位|组织架构|组织结构)$"
    r"|的(?:内部|主要|组成|内设|职能|下属|核心|现有|业务)*(?:部门|科室|机构|管理架构|部门设置|机构设置)$)"
)
# Not between the numbers of one name: 2#、3#楼工程项目部.
_CLAUSE_ENDS = pattern(r"\s*(?:[,:]|(?<!#)、|、(?![\da-z]{1,3}#))\s*")


def subject_of(state: State, before: Passage, scope: int) -> int | None:
    """Look for the subject in the clause before a verb, then at the beginnings of the others, the first one first."""
    clauses = list(before.split(match.span() for match in _CLAUSE_ENDS.finditer(masked(before.folded))))
    if not clauses:
        return None
    nearest = clauses[-1].cut(0, len(ADVERBS.sub("", clauses[-1].folded)))
    if nearest.text:
        whose = _WHOSE.match(nearest.folded)
        found = find_subject(state, nearest.cut(0, whose.end()) if whose else nearest, scope)
        if found is not None:
            return found
    for number, clause in enumerate(clauses[:-1]):
        if len(clause) > 1:
            found = find_subject(state, clause, scope, may_be_new=number == 0, at_start=True)
            if found is not None:
                return found
    return None


@lru_cache(maxsize=1 << 10)
@lru_cache(maxsize=1 << 4)  # each claim is looked at for several things that it can say
def first_clauses(listed: Passage) -> Passage | None:
    """Return what is listed: up to the clause that is no part of the list any more."""
    outside = masked(listed.folded)
    ends = [match.start() for match in re.finditer(",", outside)] + [len(listed)]
    has_stops = "、" in outside
    for end in ends:
        if end == 0:
            return None
        rest = outside[end + 1 :].lstrip()
        clause = re.split(r"[,、]|以及|和|及", rest, maxsplit=1)[0]
        lead = None if _ONE_UNIT.fullmatch(outside[:end]) else COUNT_ONLY.fullmatch(outside[:end])
        joins = _JOINS.match(rest)
        if lead and _DOES.match(rest):
            return listed.cut(0, end)
        if lead or (joins and rest):
            continue
        said_more = AMOUNTS.match(outside[:end].rpartition(",")[2])
        if said_more and rest.startswith(said_more["name"]) and not AMOUNTS.match(rest):
            return listed.cut(0, end)
        is_name = judge(clause) in STRONG and not re.match(
            r"代表|对[内外](?:代表|负责|联系|联络)|统筹|负责|分掌|掌|办理|处理|兼办|主管|从事|承办|由|辅佐|襄助|协助|辅助|综理|秉?承",
            clause,
        )
        amount = AMOUNTS.match(rest)
        if amount and judge(amount["name"]) is not Sort.SENTENCE and not _QUOTA.search(amount["name"]):
            continue
        if rest and is_name and (not has_stops or "、" in rest or len(rest) <= 12):
            continue
        return listed.cut(0, end)
    return listed


# How many there are to be, and no post; who chooses a post, and no part of its name.
_QUOTA = pattern(
    r"(?:编制|定员|人数|床位|面积|总数|职数)$|(?:员工|职工|人员|工作人员|教职工|人数|总|共|现|约|近|逾|超|超过|达|有)(?:人数|总数|总人数)?(?:约|近|逾|超过?|达到?|共|有)$|[^,]会(?:选举|推选|推举|聘任|任命)"
)
_ONE_UNIT = pattern(
    r"[^、]{0,4}?一[个家所支][^、两二三四五六七八九十\d]{3,}(?<!部门|团队|机构|小组|单位)"
)  # names it, and is no number of parts


_APART = pattern(r"[^,、。;]{2,8}?[一二两三四五六七八九\d]{1,2}(?:人|名|位),分别(?:为|是)(?=[^,。;]{2,12}[、及和与])")
_MORE_OR_LESS = pattern(r"(?<=[组部科处室股系课])(?:及|并|,)?(?:得?视(?!频|觉|听|光|力|窗)|得依|可视|并得)[^、]*$")


def told_apart(listed: Passage) -> Passage:
    """Return a list without its class before it (二名，分别为甲及乙) and how it may change (六组及视情况增减)."""
    apart = _APART.match(listed.folded)
    listed = listed.cut(apart.end()) if apart else listed
    change = _MORE_OR_LESS.search(listed.folded)
    return listed.cut(0, change.start()) if change else listed
