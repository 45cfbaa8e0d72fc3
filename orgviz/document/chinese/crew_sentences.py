"""Read sentences that say who works where, and nothing else: 市场部经理刘洋, 行政部3人:主管1人、司机1人, 科长:李强."""

from __future__ import annotations

from orgviz.document.chinese.elections import unit_of
from orgviz.document.chinese.offices import unit_for
from orgviz.document.known.crews import put_crew
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.crew import Clause, Crew, ends_with_crew, read_crew, read_whole_crew
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.notes import Named, people_in
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_UNIT_FIRST = pattern(
    r"(?P<unit>[^,。;:、()]{2,12}?)\s*(?:(?:共|现有|编制|设)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:人|名))?"
    r"\s*(?::|\((?=[^()]+\)$)|\s(?=\S))\s*(?P<crew>.+?)\)?"
)
_LEADERS = pattern(r".{0,4}领导(?:班子|成员|层)?")


def read_crew_sentence(state: State, text: Passage, scope: int) -> bool:
    """Read a sentence all of whose clauses tell of people; tell whether it was one."""
    if not is_wide(text.folded):
        return _put_listed(state, text, scope)
    crew = read_whole_crew(text)
    if crew is not None and any(clause.post for _, clause in crew.told) and crew.tells:
        return _put_each(state, crew, scope)
    if _read_all_of_us(state, text, scope):
        return True
    match = _UNIT_FIRST.fullmatch(text.folded)
    unit = _unit(state, match["unit"], scope) if match else None
    crew = read_whole_crew(text.cut(*match.span("crew"))) if match and unit is not None else None
    if unit is None or crew is None:
        return False
    put_crew(state, unit, crew)
    state.subject = unit if unit != ROOT else state.subject
    return True


_ALL_OF_US = hinted(
    "共|计",
    r"(?P<who>[^,。;:()]{2,16}?)(?:,[^,。;:()]{1,16}){0,2}?,?(?:[员职]工|人员|团队|全[店厂部]|加起来|老少)?(?:一共|总共|总计|合计|共计|共)(?:有|是)?"
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})个?(?:人|名|位|口人)(?:员工|同事)?:(?P<crew>[^:]+)$",
)


_SO_BIG = pattern(r"(?:人手|规模|面积|地方|人员|人数|人)*(?:不算?|很|较|比较|挺|还)?(?:大|小|多|少|简单|精干)$")


def _read_all_of_us(state: State, text: Passage, scope: int) -> bool:
    """Read how many work somewhere and, behind a colon, who: 我们店不大，一共三个人：店长1名，店员2名."""
    match = _ALL_OF_US.match(text.folded)
    crew = read_whole_crew(text.cut(*match.span("crew"))) if match else None
    if match is None or crew is None or any(clause.post is None for _, clause in crew.told):
        return False
    who = text.cut(match.start("who"), match.start("who") + len(_SO_BIG.sub("", match["who"])))
    whose = None if who.folded.startswith("全") else find_subject(state, who, scope, at_start=True)
    is_unit = whose is not None and state.register.entities[whose].kind is NodeKind.UNIT
    put_crew(state, whose if whose is not None and is_unit else scope, crew)
    return True


def _put_listed(state: State, text: Passage, scope: int) -> bool:
    """Put posts below the unit that a line of nothing else stands below: Two paralegals and an office manager."""
    is_unit = scope != ROOT and state.register.entities[scope].kind is NodeKind.UNIT
    crew = read_whole_crew(text) if is_unit else None
    if crew is None or not any(clause.post for _, clause in crew.told):
        return False
    put_crew(state, scope, crew)
    return True


def read_crews_of_others(state: State, place: int, rest: Passage) -> Passage:
    """Read the sentences behind a name that tell of the crew of another unit; return what stands before them."""
    may_be = is_wide(rest.folded) and len(rest) <= _LONGEST
    for stop in _STOPS.finditer(rest.folded[:-1]) if may_be else ():
        behind = rest.cut(stop.end())
        parts = [part for part in behind.split(one.span() for one in _STOPS.finditer(behind.folded)) if part.text]
        if all(_tells_of_another(state, place, part) for part in parts):
            for part in parts:
                read_crew_sentence(state, part, ROOT)
            return rest.cut(0, stop.start())
    return rest


_STOPS = pattern("。")


def _tells_of_another(state: State, place: int, text: Passage) -> bool:
    match = _UNIT_FIRST.fullmatch(text.folded)
    if match is None or state.register.find(match["unit"], NodeKind.UNIT) in (None, ROOT, place):
        return False
    return read_whole_crew(text.cut(*match.span("crew"))) is not None


def _unit(state: State, folded: str, scope: int) -> int | None:
    """Return the known unit before a colon, the whole where a sorting word stands there, such as 局领导."""
    if judge(folded) is Sort.GENERIC or _LEADERS.fullmatch(folded):
        return ROOT
    found = state.register.find(folded, NodeKind.UNIT, scope)
    return found if found != ROOT else None


def _put_each(state: State, crew: Crew, scope: int) -> bool:
    """Put each post below the unit that it is called after, else below the one that the sentence stands below."""
    read = False
    for piece, clause in crew.told:
        unit = _home(state, clause, scope)
        if unit is not None:
            put_crew(state, unit, Crew(((piece, clause),), ()))
            read = True
    return read


def _home(state: State, clause: Clause, scope: int) -> int | None:
    named = None if clause.post is None else unit_of(state, clause.post.name.folded)
    if named is not None:
        return named
    place = unit_for(state, scope, "" if clause.post is None else clause.post.name.folded)
    if place == ROOT and clause.post is not None:
        place = _body_just_set_up(state, clause.post.name.folded)
    return place if clause.post is not None or place != ROOT else None


# A body and, behind a stroke, a rank that only a body of its class has.
_BODY_AND_RANK = pattern(
    r"[^|]+(?:(?:小组|工作组|专班)\|(?:常务|第一)?副?组长|委员会\|(?:常务|第一)?副?主任(?:委员)?"
    r"|指挥部\|(?:常务|第一)?副?(?:总指挥|指挥长))"
)


def _body_just_set_up(state: State, post: str) -> int:
    """Return the body just set up that a rank belongs to: 成立防火领导小组。组长由李强担任; the whole otherwise."""
    if state.alone is None or state.register.entities[state.alone].kind is not NodeKind.UNIT:
        return ROOT
    body = state.register.entities[state.alone].name.folded
    return state.alone if _BODY_AND_RANK.fullmatch(f"{body}|{post}") else ROOT


_RECENT = 60  # entities among which those that a sentence has just named are looked for
_LONGEST = 400
_EACH_LED = pattern(
    r"(?:^|,)(?P<post>[^,。;:、]{2,6}?)?(?:分别|依次)(?:为|是|由)?:?(?P<who>[^,。;:]{4,60}?)"
    r"(?P<verb>担任|兼任|负责|带队|牵头|主管|管理|领导)?$"
)


def read_crew_behind(state: State, text: Passage, scope: int) -> bool:
    """Read who holds a post where the clauses before say something else: 德育处直属校长，由王敏兼任主任."""
    if not is_wide(text.folded):
        return False
    if _read_each_led(state, text):
        return True
    crew = read_crew(text) if ends_with_crew(text) else Crew((), ())
    if not crew.tells or len(crew.left) != 1 or not text.folded.startswith(crew.left[0].folded):
        return False
    subject = _just_set_up(state, crew.left[0])
    subject = find_subject(state, crew.left[0], scope, may_be_new=False) if subject is None else subject
    for piece, clause in crew.told:
        unit = None if clause.post is None else unit_of(state, clause.post.name.folded)
        unit = unit if unit is not None else subject
        if clause.post is not None and unit not in (None, ROOT) and unit is not None:
            is_unit = state.register.entities[unit].kind is NodeKind.UNIT
            put_crew(state, unit, Crew(((piece, clause),), ())) if is_unit else None
    return subject is not None


def _just_set_up(state: State, before: Passage) -> int | None:
    """Return the only unit that the clause before has set up: 新组建数据中心,由王敏任主任."""
    alone = state.alone
    if alone is None or state.register.entities[alone].kind is not NodeKind.UNIT:
        return None
    name = state.register.entities[alone].name
    return alone if name.line == before.line and before.folded.rpartition(",")[2].endswith(name.folded) else None


def _read_each_led(state: State, text: Passage) -> bool:
    """Read who leads each of the units just named: 设甲组、乙组，组长分别为张三、李四."""
    match = _EACH_LED.search(text.folded)
    people = people_in(text.cut(*match.span("who"))) if match else ()
    is_told = match is not None and (judge(match["post"]) is Sort.POST if match["post"] else match["verb"] is not None)
    if match is None or len(people) < 2 or not is_told:
        return False
    entities = state.register.entities
    units = [
        place
        for place in range(max(1, len(entities) - _RECENT), len(entities))
        if entities[place].kind is NodeKind.UNIT and entities[place].name.line == text.line
    ][-len(people) :]
    if len(units) < len(people):
        return False
    for unit, person in zip(units, people, strict=True):
        post = Named(name=text.cut(*match.span("post")), holders=(person,)) if match["post"] else None
        clause = Clause(post=post, tells=True) if post else Clause(people=(person,), tells=True)
        put_crew(state, unit, Crew(((text, clause),), ()))
    return True
