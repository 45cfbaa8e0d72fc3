"""What cannot tell anything is not looked at: what is counted here is how often a text is taken apart, never seconds."""

from orgviz.document.known import meant as known
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, new_state, put
from orgviz.document.names import crew, judging
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import passage
from orgviz.model import NodeKind


def counted(monkeypatch, module, name):
    """Return a list that grows by one value with each call of a function."""
    calls = []
    whole = getattr(module, name)
    monkeypatch.setattr(module, name, lambda *args: (calls.append(args), whole(*args))[1])
    return calls


def test_of_a_sentence_that_ends_without_people_only_the_last_clause_is_asked(monkeypatch):
    calls = counted(monkeypatch, crew, "_told_in")
    text = passage("采编组经理王敏，采编组主管李强，采编组每周开会讨论选题", 3, 1)
    assert crew.read_whole_crew(text) is None
    assert not crew.ends_with_crew(text)
    assert len(calls) == 1


def test_a_name_of_plain_words_is_judged_without_looking_for_marks(monkeypatch):
    calls = counted(monkeypatch, judging, "_without_marks")
    assert judging.judge("hillside weaving & dyeing team") is judging.Sort.UNIT
    assert not calls
    assert judging.judge("hillside weaving dept. (north)") is judging.Sort.UNIT
    assert len(calls) == 1


def test_a_title_that_many_units_have_is_compared_with_two_of_them(monkeypatch):
    state = new_state("a.txt")
    units = [
        put(state, NodeKind.UNIT, Named(name=passage(f"Mill {number} Office", 1, 1)), ROOT, "item of a list", SURE)
        for number in range(40)
    ]
    for unit in units[:-1]:
        put(state, NodeKind.POSITION, Named(name=passage("Manager", 1, 1)), unit, "item of a list", SURE)
    calls = counted(monkeypatch, known, "_agrees")
    put(state, NodeKind.POSITION, Named(name=passage("Manager", 1, 1)), units[-1], "item of a list", SURE)
    assert len(calls) == 2
