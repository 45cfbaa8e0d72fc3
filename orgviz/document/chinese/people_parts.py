"""Read of which people a unit is composed: 技术科由张三、李四、王五三人组成, 小组由组长李静、成员王敏组成."""

from __future__ import annotations

from orgviz.document.known.crews import put_crew
from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import add_person, part_of
from orgviz.document.known.state import State
from orgviz.document.names.crew import Crew, read_whole_crew
from orgviz.document.names.notes import people_in
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_SO_MANY = pattern(
    r"(?P<who>.*)(?:等|共|这)?(?:[两二三四五六七八九]|十[一二三四五六七八九]?|\d{1,2})(?:人|名|位)(?:同志|员工|成员|老师|同事)?"
)

_AND = pattern(r"[、和及与,]")


def put_people(state: State, listed: Passage, unit: int) -> bool:
    """Put the people below a unit who are said to make it up, if nothing but people with their titles is listed."""
    if unit == ROOT or state.register.entities[unit].kind is not NodeKind.UNIT:
        return False
    counted = _SO_MANY.fullmatch(listed.folded)
    listed = listed.cut(0, counted.end("who")) if counted else listed
    people = people_in(listed)
    if people:
        for one in people:
            add_person(state, unit, part_of(listed, one), is_head=False)
        state.evidence += 1
        state.subject = unit
        return True
    crews = [read_whole_crew(part) for part in listed.split(one.span() for one in _AND.finditer(listed.folded))]
    told = [(piece, clause) for crew in crews if crew is not None for piece, clause in crew.told]
    are_people = all(clause.people or (clause.post is not None and clause.post.holders) for _, clause in told)
    if None in crews or not told or not are_people:
        return False
    put_crew(state, unit, Crew(tuple(told), ()))
    state.subject = unit
    return True
