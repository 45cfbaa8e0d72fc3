"""What the page is told: one line of plain JSON, whatever stands in the files."""

import json
import threading

from orgviz.diagnostics import Findings, ToolError
from orgviz.serve.problems import problem_of, problems_of
from orgviz.serve.state import Board, Picture, Problem, State
from orgviz.text import SourceText, Span

NASTY = "</script><img src=x onerror=alert(1)>\n\ndata: x\u2028\udcff王"


def told(state):
    head, data, *rest = state.as_event().decode("ascii").split("\n")
    assert (head, data[:6], rest) == ("event: state", "data: ", ["", ""])
    return json.loads(data[6:])


def test_an_event_is_one_line_whatever_stands_in_it():
    problem = Problem(severity="error", message=NASTY, place=NASTY, excerpt=(NASTY,), hint=NASTY)
    shown = told(State(file=NASTY, title=NASTY, pictures=(Picture(NASTY, b"<svg/>"),), problems=(problem,)))
    assert shown["title"] == shown["file"] == shown["problems"][0]["message"] == NASTY
    assert shown["pictures"] == [{"name": NASTY, "digest": Picture("", b"<svg/>").digest}]


def test_the_words_are_those_of_the_chart():
    assert told(State(file="x", lang="zh-TW"))["words"]["fit"] == "符合視窗"
    assert told(State(file="x", lang="xx"))["words"]["fit"] == "Fit"


def test_a_newer_state_is_waited_for():
    board = Board(State(file="x"))
    assert board.newer_than(0, 0) is None
    assert board.newer_than(-1, 0).number == 0
    changer = threading.Thread(target=board.show, args=[State(file="y")])
    changer.start()
    newer = board.newer_than(0, 60)
    changer.join()
    assert (newer.number, newer.file) == (1, "y")
    assert board.state is newer


def test_problems_are_told_as_on_a_terminal():
    findings = Findings()
    findings.warn("unused", "not used", Span("a.yaml", 1, 1))
    findings.error("unknown-key", "a unit has no key 'nmae'", Span("a.yaml", 2, 5, 4), "did you mean 'name'?")
    sources = {"a.yaml": SourceText("a.yaml", "units:\n  - nmae: 销售部\n")}
    first, second = problems_of(findings.sorted(), sources)
    assert (first.severity, first.place, first.code) == ("error", "a.yaml:2:5", "unknown-key")
    assert first.excerpt == ("    2 |   - nmae: 销售部", "      |     ^^^^")
    assert first.hint == "did you mean 'name'?"
    assert (second.severity, second.excerpt) == ("warning", ("    1 | units:", "      | ^"))


def test_a_failure_without_a_place_is_told_with_its_hint():
    assert problem_of(ToolError("Graphviz failed\x1b", "install it")) == Problem(
        severity="error", message="Graphviz failed\\x1b", hint="install it"
    )
