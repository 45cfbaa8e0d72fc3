"""Find out of whom a clause speaks: a known name, a new one, or a word that stands for the last."""

from __future__ import annotations

import re

from orgviz.document.known import own_words
from orgviz.document.known.of_another import is_of_another, one_more
from orgviz.document.known.register import ROOT
from orgviz.document.known.short_names import short_for
from orgviz.document.known.state import GUESSED, LISTED, State, put
from orgviz.document.names.heads_of_bodies import end_of_body
from orgviz.document.names.held_posts import held_post
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.name_keys import core_of, key_of
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_OPENING = pattern(
    r"^(?:(?:绝?大多数|大部分|多数|许多|一些|不少|很多|每个|任何|现代|普通|不同规模的?|通常的?)|目前|现有|现"
    r"|其中|另外|此外|同时|并且|而且|而|但|首先|其次|最后|一般来说|一般|通常|根据[^,]{0,16}需要|根据需要|"
    r"为了?[^,]*需要|按照[^,]*|依[^,]{0,14}定|除[^,]*外|对于|对|从|看|在|以及|及|和|与|于|就|即|而|各|每个?"
    r"|某(?!某)|一(?:个|支|家|套|所)(?:[^,的]{0,6}的"
    r"|(?:完整|标准|成熟|典型|优秀|高效|小型|中型|大型))?|"
    r"完整的|我(?=司)|整个|全(?!员|体)|我国的?|标准的|常见的|典型的|大型|中小型|小型|成熟的|前期|初期|后期|至于|关于"
    r"|第[一二三四五六七八九十\d]+(?:个|级|层)?[是:为,]?)+"
)
_ROOT_WORDS = pattern(
    r"(?:本|我|全|该|整个)?(?:公司|企业|集团|学校|医院|协会|学会|商会|组织|机构|单位|学院|酒店|馆|院|校|局|会"
    r"|中心|所|处|基金会|部|店|厂|社|园)"
)
_OWN_ROOT = pattern(
    r"(?:本(?:公司|企业|集团|会馆|校|院|馆|会|局|处|中心|所|部|店|厂|社|园|行|组织|机构|单位|协会|学会|医院|学校"
    r"|分院|法人|团体|团|系|科|司|署|厅|委员会|学生会|研究生会|总会|分会|联合会|促进会|商会|校友会|同学会|宗亲会|研究会|社团|俱乐部|合作社|联盟)|我们?(?:公司|司|院"
    r"|校|馆)?(?:的 ?(?=[a-z]))?|公司|企业|集团(?:公司)?)"
)
_LAST_WORDS = pattern(
    r"其(?![他它余中])|它|该(?:事业部|部门?|小?组|中心|团队|科室?|处室?|室|机构|委员会|板块)|[此这]类?(?:部门|团队)"
)
_THIS = pattern(r"[该此](?=[^部组中团科处室机委]|.{2,}(?:部|组|中心|团队|科|处|室|委员会)$)")
_SCOPE_WORDS = pattern(
    r"(?:该|此|这个|这一?|这些|其|它|他们|它们|上述|以上|下面的?|各|部门|团队|中心|小组|本部门)(?:部门|团队"
    r"|中心|组|小组|部|机构|岗位|单位|公司|委员会|处|科|室|局|院|所|会"
    r"|系统|板块|成员)*"
    r"|(?:核心|关键|主要|重要|重点|常见|典型)的?(?:部门|岗位|职位|机构|科室|代表|成员|角色)(?=$|[,、:有一通主包由为])"
)
# A case, of which nothing is a part: 未满二十班者, 会员五十人以上的, 每十五班.
_CASE = pattern(
    r"[^,]*?(?:(?:未满|不足|超过|不满|达到?|满)[^,]{1,8}(?:者|的|时|以上)"
    r"|[一二三四五六七八九十百千万\d]+(?:个|名|人|班|户|家|床|张)?[^,]{0,4}?(?:及)?(?:以[上下])?(?:\([^()]*\))?(?:者|的|时)?"
    r"(?<=[上下者的时)])|者)"
    r"|每(?:满|增|逾)?[一二三四五六七八九十百\d]+[^,]{1,12}"
)
_LONGEST = 26


def find_subject(
    state: State, clause: Passage, scope: int, *, may_be_new: bool = True, at_start: bool = False
) -> int | None:
    """Return the entity of which a clause speaks; nothing where it names none.

    A new unit is made only where the clause begins with its name, below `scope`.

    Args:
        at_start: whether only the name with which the clause begins counts.
    """
    post = held_post(clause)
    found = _find(state, post.name, scope, may_be_new=may_be_new, at_start=at_start)
    if post.holders and found is not None and state.register.entities[found].kind is NodeKind.POSITION:
        state.register.note(found, post)
    return found


def _find(state: State, clause: Passage, scope: int, *, may_be_new: bool, at_start: bool) -> int | None:
    opening = _OPENING.match(clause.folded)
    body = clause.cut(opening.end()) if opening else clause
    of = _OF_THE_WHOLE.match(body.folded)
    if of is not None and _is_name_at_start(body.folded[of.end() :]):
        body = body.cut(of.end())
    if not body.text or _CASE.fullmatch(clause.folded):
        return None
    own = _OWN_ROOT.match(body.folded)
    if own and body.folded[own.end() :].startswith(("与", "和", "同", "联合")) and scope == ROOT:
        return ROOT  # 公司与某大学成立了…: with whom it did so
    if own and not re.match("[门长]", body.folded[own.end() :]) and strong_start(body.folded[own.end() :]) is not None:
        body = body.cut(own.end())
    known = _known_at_start(state, body.cut(1) if _THIS.match(body.folded) else body, scope)
    if known is not None and is_of_another(state, known, scope):
        return one_more(state, known, body, scope) if may_be_new else None
    if known is not None:
        return known
    pronoun = None if at_start and len(body) > 8 else _pronoun(state, body.folded, scope)
    if pronoun is not None:
        return pronoun
    inside = None if at_start else _known_inside(state, body, scope)
    if inside is not None:
        return inside
    if opening and re.search(r"一[个支家套所]", opening[0]) and scope == ROOT:
        return _any_such(state, body)
    return None if not may_be_new or own_words.is_class_of_bodies(clause.folded) else _new(state, body, scope)


def _is_name_at_start(folded: str) -> bool:
    end = strong_start(folded)
    return end is not None and end > 2


def _any_such(state: State, body: Passage) -> int | None:
    """Take what is said of any such organisation for said of the one that the document is about."""
    end = strong_start(body.folded)
    if end is None:
        return None
    if not state.register.entities[ROOT].name.text and not state.register.children.get(ROOT):
        state.register.name_root(body.cut(0, end))
    return ROOT


def _known_at_start(state: State, body: Passage, scope: int) -> int | None:
    register = state.register
    if "\u4e00" <= body.folded[:1] <= "\u9fff" and not register.may_begin(body.folded[0]):
        return None
    for length in range(min(_LONGEST, len(body)), 1, -1):
        text = body.folded[:length]
        if register.is_root(text):
            return _part_behind(state, body.folded[length:])
        found = register.find(text, below=scope)
        if found is not None and _stops(body.folded, length) and _fits(state, found, text):
            return found
    return None


def _part_behind(state: State, folded: str) -> int:
    """Return the known unit whose name stands right behind that of the organisation, else the organisation."""
    folded = folded.removeprefix("的")
    for length in range(min(_LONGEST, len(folded)), 2, -1):
        place = state.register.find(folded[:length], NodeKind.UNIT, ROOT)
        if place is not None and _stops(folded, length) and key_of(folded[:length]) in state.register.by_key:
            return place
    return ROOT


def _stops(folded: str, length: int) -> bool:
    """Whether a name may end here: not within a longer one such as 市场部|经理, 工程|项目作业层."""
    longer = [folded[: length + more] for more in range(1, 4) if length + more <= len(folded)]
    is_work = judge(folded[:length]) is Sort.FIELD
    return not any(judge(text) in STRONG for text in longer) and not (is_work and (strong_start(folded) or 0) > length)


def _fits(state: State, place: int, text: str) -> bool:
    """Whether a name found by its core only is not of another kind of unit: 客服组 is not 客服中心."""
    entity = state.register.entities[place]
    one, other = key_of(text), key_of(entity.name.folded)
    if one == other or judge(text) in (Sort.FIELD, Sort.GENERIC):
        return len(text) >= 2
    if place in state.register.by_key.get(one, ()):
        return True
    return core_of(one) == core_of(other) or one in other or other in one


def _pronoun(state: State, folded: str, scope: int) -> int | None:
    if own_words.is_own_unit(state, folded, scope):
        return scope
    if own_words.is_own_name(state, folded):
        return ROOT
    short = short_for(state, folded, scope)
    if short is not None:
        return short
    own = _OWN_ROOT.match(folded)
    if own and (own.end() == len(folded) or not own_words.is_name_inside(folded)):
        return ROOT
    if _LAST_WORDS.match(folded) and state.subject is not None and state.register.is_below(state.subject, scope):
        return state.subject
    if _SCOPE_WORDS.match(folded):
        return state.subject if folded.startswith("典型代表") and state.subject is not None else scope
    word = _ROOT_WORDS.match(folded)
    return ROOT if word and len(word[0]) > 1 and not own_words.begins_other_name(folded, word.end()) else None


def _known_inside(state: State, body: Passage, scope: int) -> int | None:
    """Find the last known name in a clause; only whole words that are long enough."""
    register = state.register
    folded = body.folded[-40:]
    for start in range(len(folded) - 2):
        if "(" not in folded and "\u4e00" <= folded[start] <= "\u9fff" and not register.may_begin(folded[start]):
            continue
        for length in range(min(_LONGEST, len(folded) - start), 2, -1):
            text = folded[start : start + length]
            if register.is_root(text) and not own_words.ends_other_name(folded, start, length):
                return ROOT
            if key_of(text) in register.by_key and _stops(folded[start:], length) and folded[start - 1 : start] != "副":
                found = register.find(text, below=scope)
                if found is not None:
                    return found
    return None


def _new(state: State, body: Passage, scope: int) -> int | None:
    """Make a unit of the name with which a clause begins."""
    end = strong_start(body.folded)
    if end is None or own_words.are_two(body.folded[:end]):
        return None
    of = _OF_THE_WHOLE.match(body.folded, 0, end)
    if of is not None and judge(body.folded[of.end() : end]) is Sort.UNIT:
        body, end = body.cut(of.end()), end - of.end()
    end = end_of_body(body.folded[:end]) or end
    name = body.cut(0, end)
    class_word = re.search(r"(?:机构|组织|部门|内部)$", name.folded)
    if class_word and judge(name.folded[: class_word.start()]) is Sort.UNIT:
        name, end = body.cut(0, class_word.start()), class_word.start()
    register = state.register
    if _stands_for_root(state, name.folded, scope) or (scope == ROOT and _OURS.fullmatch(name.folded)):
        return ROOT
    if scope == ROOT and own_words.is_whole(state, body.folded, end):
        register.name_root(name)
        state.tell(name, f"the organisation '{name.text}'", "subject of a sentence")
        return ROOT
    longer = own_words.part_of_the_whole(state, name.folded, scope, _ROOT_WORDS) or _longer_name(state, name, scope)
    if longer is not None:
        return longer
    if scope != ROOT:
        scope_key, key = key_of(register.entities[scope].name.folded), key_of(name.folded)
        if key.endswith(scope_key) or scope_key.endswith(key) or core_of(key) == core_of(scope_key):
            register.call(scope, name.folded)
            return scope
        for child in register.children.get(scope, ()):
            child_key = key_of(register.entities[child].name.folded)
            if len(child_key) > 2 and key.endswith(child_key):
                register.call(child, name.folded)
                return child
    kind = NodeKind.UNIT if judge(name.folded) is Sort.UNIT else NodeKind.POSITION
    if kind is NodeKind.POSITION and (own_words.are_several(name.folded) or _CONDUCT.match(body.folded, end)):
        return None
    parent = own_words.beside_chief(state, name.folded, scope) if kind is NodeKind.POSITION else scope
    return put(state, kind, Named(name=name), parent, "subject of a sentence", GUESSED if parent != ROOT else LISTED)


def _stands_for_root(state: State, folded: str, scope: int) -> bool:
    """Whether a new name means the organisation: a kind of it, its name with the next word, the middle of its name."""
    if state.register.is_root(folded[:-1]):
        return True  # 本校处以下设组: the word that follows is no part of the name
    if scope != ROOT:
        return False
    return (
        bool(_KIND_OF.fullmatch(folded))
        or own_words.is_in_root_name(state, folded)
        or own_words.is_short_of_root(state, folded)
    )


def _longer_name(state: State, name: Passage, scope: int) -> int | None:
    """Return the one unit beside that is called by a longer name with the same end: (总会)纪律委员会 for 纪律委员会."""
    key = key_of(name.folded)
    if len(key) < 5 and key not in _BODIES:
        return None
    register = state.register
    found = [
        one
        for one in register.children.get(scope, ())[-40:]
        if key_of(register.entities[one].name.folded).endswith(key)
    ]
    if len(found) != 1:
        return None
    register.call(found[0], name.folded)
    return found[0]


def strong_start(folded: str) -> int | None:
    """Return where the longest name of a unit or post ends with which a text begins, and after which one may."""
    best = None
    for length in range(2, min(_LONGEST, len(folded)) + 1):
        if _BEHIND.match(folded, length) and judge(folded[:length]) in STRONG:
            best = length
    if best and best > 3 and _WILL.match(folded, best - 2) and judge(folded[: best - 1]) is Sort.UNIT:
        return best - 1  # 外联部会组织活动
    return best


_OURS = pattern(r"[我本][院校局厂店馆所社会部处司]")  # our own: no name of it
# A kind of organisations, not one: 一校多区的学校.
_KIND_OF = pattern(
    r".{2,}的(?:学校|高校|企业|公司|医院|机构|组织|单位|大学|学院|团队)|(?:.{2,}的)?(?:行政|管理|职能|内设|组织)机构"
)
_WILL = pattern(r"[部组科处室队门团]会(?![议员长])")
# What a name belongs to, before it: 公司的, 学联工作的.
_OF_THE_WHOLE = pattern(r"[^,、:是为由]{0,8}?(?:公司|集团|工作|组织|机构|单位|企业|[院校会厂店厅])的")
# What a body is called for short in the sentence after its name.
_BODIES = ("委员会", "领导小组", "工作组", "指挥部", "项目部", "项目经理部")
# Rules of conduct: 教师应当… speaks of all teachers, and sets up no post.
_CONDUCT = pattern(r"(?:应当|应该|必须|不得|严禁|禁止|不准|的?(?:分工|角色)(?=通常|一般|主要|包括|如下|$))")
_BEHIND = pattern(
    r"$|[,:、(]|的|则|又|也|主要|负责|下|(?<!室)内|内(?=[设部])|由|是|为|分|包|设|共|和|与|及|以及|可|应|一般|通常|目前|现|等|中|里"
    r"|根据|依|按|在|因|还|都|均|"
    r"组织架构|组织结构|组织机构|实行|采用|采取|拥有|有|成立|配|需|须|必|将|能|不|向|对|直接|隶属|归|受|除|接受"
    r"|每|至|以|从|划|综理|襄|承|主持|统筹|"
    r"管理|领导|协助|执行|行使|召|代表|就|得|之|或|专|致力|兼|掌|置|岗位|职责|职能|涵|囊|所属|所|同|既|作为|当"
    r"|让|把|使|为了|通过|利用|提供|涉及|承担|参与|围绕|制(?=[定订作])|监|指导|支持"
    r"|审|推|选|产生|任|开放|开设"
)
