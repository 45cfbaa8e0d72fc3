"""A known name within a clause is looked for only where one may begin, and is found there as before."""

from orgviz.document.known.register import ROOT, Register
from orgviz.document.known.state import LISTED, new_state, put
from orgviz.document.known.subjects import find_subject
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import passage
from orgviz.model import NodeKind

CLAUSE = "今年起有关工作将由客服部负责"


def known_state():
    state = new_state("a.md")
    place = put(state, NodeKind.UNIT, Named(name=passage("客服部", 1, 1)), ROOT, "test", LISTED)
    return state, place


def test_a_name_inside_a_clause_is_found():
    state, place = known_state()
    assert find_subject(state, passage(CLAUSE, 1, 1), ROOT, may_be_new=False) == place


def test_an_organisation_is_found_by_the_end_of_its_name():
    state, _ = known_state()
    state.register.name_root(passage("启明电商客服部", 1, 1))
    assert find_subject(state, passage("今年起有关工作将由电商客服部负责", 1, 1), ROOT, may_be_new=False) == ROOT


def test_letters_with_which_no_name_begins_are_passed_over(monkeypatch):
    state, _ = known_state()
    asked = []
    is_root = Register.is_root
    monkeypatch.setattr(Register, "is_root", lambda self, folded: asked.append(folded) or is_root(self, folded))
    find_subject(state, passage("今年起有关工作将由其他方面来认真负责", 1, 1), ROOT, may_be_new=False)
    assert not [text for text in asked if text.startswith(("关", "工", "由", "方"))]
