"""A pattern is compiled when it is first asked for something, and only then."""

import re

import pytest

from orgviz.patterns import pattern


@pytest.fixture
def compiled(monkeypatch):
    """Return a list of what is compiled from now on."""
    texts = []
    compile_now = re.compile
    monkeypatch.setattr(re, "compile", lambda text, flags=0: texts.append(text) or compile_now(text, flags))
    return texts


def test_nothing_is_compiled_before_something_is_asked(compiled):
    found = pattern("a+")
    assert compiled == []
    assert found.search("caat")[0] == "aa"
    assert compiled == ["a+"]


def test_a_method_is_looked_up_once(compiled):
    found = pattern("a+")
    for _ in range(3):
        found.match("a")
    assert compiled == ["a+"]


def test_flags_count():
    assert pattern("a", re.IGNORECASE).fullmatch("A")
    assert not pattern("a").fullmatch("A")


def test_a_mistake_in_a_pattern_is_told():
    with pytest.raises(re.error):
        pattern("(").match("")
