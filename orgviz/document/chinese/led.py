"""Read clauses that say who leads a unit, as people tell it: 产品部由李四带队, 市场部部长是王五, 赵六管仓储部."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from orgviz.document.known.crews import put_crew
from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import add_person
from orgviz.document.known.state import GUESSED, LISTED, State, put
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.crew import Clause, Crew
from orgviz.document.names.held_posts import person_in
from orgviz.document.names.judging import Sort, is_known_field, is_wide, judge
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named
from orgviz.document.names.ranks import is_rank_only, is_top_rank
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_LEADS = r"(?:负责|带队|带领|带着|牵头|统管|主管|分管|统筹|领导|管理|管着|管|兼管|代管|主抓|主持)"
_NOW = r"(?:目前|现在?|暂时?|一直|直接|全面|具体|主要|亲自|同时)*"
_LED = hinted(
    "[由归]",
    rf"(?P<unit>(?:[a-z][a-z0-9&/.' -]*+|[^,。;:、由归a-z]){{2,12}}?)"
    rf"(?P<field>这边|这块|那边|方面)?(?:的?工作)?{_NOW}(?:由|归)(?P<who>[^,。;:、]{{2,10}}?)"
    rf"(?:同志)?{_NOW}{_LEADS}(?:工作|全面工作)?(?=$|[,。;])",
)
_HEADED = pattern(
    r"(?P<titled>[^,。;:、由]{4,14}?)(?:一职)?(?:目前|现在?|暂时?)?(?:由|是|为|叫)"
    r"(?P<who>[^,。;:、]{2,10}?)(?:同志)?(?:担任|兼任|出任|代理|兼)?(?=$|[,。;])"
    r"|(?P<both>[^,。;:、由]{6,14}?)(?=[,;])"
)
_RUNS = hinted(
    _LEADS,
    rf"(?P<who>[^,。;:、]{{2,10}}?)(?:同志)?(?P<verb>{_NOW}{_LEADS})(?:整个)?(?P<units>[^,。;:]{{2,30}}?)(?:的?工作)?(?=$|[,。;])",
)
_OLD_HAND = pattern(
    r"^[^,。;:]{1,6}的(?:老?能人|带头人|骨干|元老|大学生|年轻人|小伙子?|姑娘|大姐|大哥|师傅|老将|新人|创始人)|^(?:公司|我们|本[院校店馆厂])?的?(?:老员工|老同事|同事|资深|原|新来的|创始人)+"
)


def read_led(state: State, text: Passage, scope: int) -> Passage | None:
    """Read the clauses with which a sentence begins if they say who leads a unit; return the rest of the sentence.

    The rest is said of the last of these units; ``None`` where the sentence begins otherwise.
    """
    rest = None
    while is_wide(text.folded) and (behind := _read_clause(state, text, scope)) is not None:
        rest = text = _behind_parts(state, behind)
    return rest


_PARTS = pattern(
    r"(?:下面?|又|再|内部|里面)*(?:分|有)(?:为|成|有)?(?P<units>[^,。;:]{3,40}?)(?:[两二三四五六七八九十\d]个?小?(?:组|部门|科室|班组?))?(?=$|[,。;])"
)


def _behind_parts(state: State, text: Passage) -> Passage:
    """Read the units into which the one that is led is parted: 由李四带队，分一组和二组; each must say it is one."""
    match, unit = _PARTS.match(text.folded), state.subject
    if match is None or unit is None or state.register.entities[unit].kind is not NodeKind.UNIT:
        return text
    items = read_listing(text.cut(*match.span("units"))).items
    if len(items) < 2 or any(judge(item.name.folded) is not Sort.UNIT for item in items):
        return text
    for item in items:
        put(state, NodeKind.UNIT, item, unit, "sentence of composition", LISTED)
    stop = _STOP.match(text.folded, match.end())
    return text.cut(stop.end() if stop else match.end())


def _read_clause(state: State, text: Passage, scope: int) -> Passage | None:
    led, runs = _LED.match(text.folded), _RUNS.match(text.folded)
    is_read = (
        _read_field_of_post(state, text, scope)
        or (led is not None and _read_led_unit(state, text, led, scope))
        or _read_headed(state, text, _HEADED.match(text.folded), scope)
        or (runs is not None and _read_person_first(state, text, runs, scope))
    )
    if not is_read:
        return None
    stop = _STOP.search(text.folded)
    return text.cut(stop.end() if stop else len(text))


_STOP = pattern(r"[,;。]\s*")


_FIELD_OF_POST = hinted(
    "[由归]",
    rf"(?P<field>[^,。;:、由归]{{2,10}}?)(?:这?一?(?:(?<!板)块|口)|条?线|方面|系统|工作)+(?:业务|工作)?{_NOW}(?:由|归)(?P<who>[^,。;:、]{{2,10}}?)"
    rf"{_NOW}{_LEADS}(?=$|[,。;])",
)


def _read_field_of_post(state: State, text: Passage, scope: int) -> bool:
    """Read 生产这一块由生产副厂长主管; what is said behind is said of the post."""
    match = _FIELD_OF_POST.match(text.folded)
    post = text.cut(*match.span("who")) if match else None
    if match is None or post is None or judge(post.folded) is not Sort.POST or judge(match["field"]) is Sort.UNIT:
        return False
    state.subject = put(state, NodeKind.POSITION, Named(name=post), scope, "leads a field of work", LISTED)
    state.evidence += 0.5
    return True


def _read_led_unit(state: State, text: Passage, match: re.Match[str], scope: int) -> bool:
    """Read 产品部由李四带队."""
    leader = _leader(text.cut(*match.span("who")))
    unit = None if leader is None else _unit(state, text.cut(*match.span("unit")), scope, is_told=bool(match["field"]))
    if leader is None or unit is None:
        return False
    _put_head(state, unit, None, leader)
    return True


def _read_headed(state: State, text: Passage, match: re.Match[str] | None, scope: int) -> bool:
    """Read 市场部部长是王五, 研发部经理张伟."""
    if match is None:
        return False
    leader = _leader(text.cut(*match.span("who" if match["who"] else "both")))
    titled = text.cut(*match.span("titled")) if match["who"] else leader.post if leader else None
    if leader is None or titled is None:
        return False
    for length in range(2, min(5, len(titled) - 1)):
        name, post = titled.cut(0, len(titled) - length), titled.cut(len(titled) - length)
        if name.folded.endswith("的"):
            name, titled = name.cut(0, len(name) - 1), post
        is_title = judge(post.folded) is Sort.POST and is_rank_only(post.folded)
        if is_title and judge(name.folded) is Sort.UNIT and (unit := _unit(state, name, scope)) is not None:
            _put_head(state, unit, titled, leader if match["who"] else replace(leader, post=None))
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Leader:
    """A person, and the post that stands before the name."""

    person: Passage
    post: Passage | None


def _leader(text: Passage) -> _Leader | None:
    known = _OLD_HAND.match(text.folded)
    text = text.cut(known.end()) if known else text
    person = person_in(text)
    post = text.cut(0, len(text) - len(person)) if person is not None else text
    return None if person is None else _Leader(person, post if post.text else None)


def _read_person_first(state: State, text: Passage, match: re.Match[str], scope: int) -> bool:
    """Read 赵六管仓储部和车队; each of the names must say that it is one of a unit."""
    leader = _leader(text.cut(*match.span("who")))
    items = read_listing(text.cut(*match.span("units"))).items if leader is not None else ()
    if leader is None or not items or any(judge(item.name.folded) is not Sort.UNIT for item in items):
        return False
    if leader.post is not None and not _DIRECTLY.search(match["verb"]):
        return False
    units = [unit for item in items if (unit := _unit(state, item.name, scope)) is not None]
    if leader.post is not None and len(units) == 1 and _is_of_unit(state, leader.post):
        _put_head(state, units[0], leader.post, replace(leader, post=None))
        return True
    if leader.post is not None:
        _put_below(state, units, Named(name=leader.post, holders=(leader.person.text,)), scope)
        return True
    for unit in units:
        _put_head(state, unit, None, leader)
    return bool(units)


_DIRECTLY = pattern("管$|管着|带")


def _put_below(state: State, units: list[int], post: Named, scope: int) -> None:
    place = put(state, NodeKind.POSITION, post, scope, "post and holder", LISTED)
    for unit in units:
        if state.register.entities[unit].parent in (ROOT, scope):
            state.register.move(unit, place)
    state.evidence += 1
    state.subject = place


def _put_head(state: State, unit: int, post: Passage | None, leader: _Leader) -> None:
    if post is None and leader.post is not None and _is_of_unit(state, leader.post):
        post, leader = leader.post, replace(leader, post=None)
    also = None if leader.post is None else Named(name=leader.post, holders=(leader.person.text,))
    if post is None and also is not None:
        place = put(state, NodeKind.POSITION, also, ROOT, "holds another post", GUESSED)
        if _CHIEF_OFFICER.fullmatch(also.name.folded) and state.register.entities[unit].parent == ROOT:
            state.register.move(unit, place)
    elif post is None:
        add_person(state, unit, leader.person, is_head=True)
    else:
        head = Clause(post=Named(name=post, holders=(leader.person.text,)), also=also, tells=True)
        put_crew(state, unit, Crew(((leader.person, head),), ()))
    state.evidence += 0.5
    state.subject = unit


_CHIEF_OFFICER = pattern(r"c[a-z]{1,2}o|[es]?vp")  # whose field is the unit's: above it, not in it


def _is_of_unit(state: State, post: Passage) -> bool:
    """Whether a rank that is told of nobody else is that of the one who leads: 由主管李四负责, but 由副总李四负责."""
    folded = post.folded
    is_higher = is_top_rank(folded) or folded.startswith(("副总", "总", "董"))
    is_known = state.register.find(folded, NodeKind.POSITION, ROOT) is not None
    is_short = len(folded) <= _SHORT and judge(folded) is Sort.POST and not _OF_ANOTHER.search(folded)
    return (is_rank_only(folded.removeprefix("副")) or is_short) and not is_higher and not is_known


_SHORT = 4  # characters that a rank with its trade has: 厨师长, 护士长
_OF_ANOTHER = pattern(r"[部科处室组队厂店]|总(?!厨)|[董监]事|书记")


def _unit(state: State, name: Passage, scope: int, *, is_told: bool = False) -> int | None:
    """Return the unit that a name means, made anew where it says that it is one, or is told to be led as a field."""
    sort = judge(name.folded)
    known = next(_known(state, name, scope), None)
    if known is not None:
        return known
    if sort is Sort.UNIT:
        found = find_subject(state, name, scope)
        is_unit = found not in (None, ROOT) and state.register.entities[found or ROOT].kind is NodeKind.UNIT
        return found if is_unit else None
    if sort is Sort.FIELD and (is_told or is_known_field(name.folded)):
        return put(state, NodeKind.UNIT, Named(name=name), scope, "field that somebody leads", LISTED)
    return None


def _known(state: State, name: Passage, scope: int) -> Iterator[int]:
    found = state.register.find(name.folded, NodeKind.UNIT, scope)
    if found is not None and found != ROOT:
        yield found
