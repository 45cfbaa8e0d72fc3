"""Lean dataclasses do what those of Python do, and what makes many of them makes the same."""

import dataclasses
from copy import copy
from dataclasses import FrozenInstanceError, field, replace

import pytest

from orgviz.lean import MANY, dataclass, maker


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """With a part that does not count, one that is not shown, and a default that is made anew."""

    title: str
    holder: str | None = None
    place: int = field(default=0, compare=False)
    note: str = field(default="", repr=False)
    seats: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Name:
    text: str


@dataclass(frozen=True, slots=True)
class Title:
    text: str


@dataclass(slots=True)
class Draft:
    text: str = ""


MAKERS = pytest.mark.parametrize("make", [Post, maker(Post, MANY)], ids=["itself", "maker"])


@MAKERS
def test_a_value_is_its_parts(make):
    assert make(title="A") == Post(title="A", holder=None, place=7)
    assert make(title="A") != Post(title="A", holder="Ann")
    assert type(make(title="A")) is Post


@MAKERS
def test_a_frozen_value_stays_as_it_is(make):
    made = make(title="A")
    with pytest.raises(FrozenInstanceError):
        made.title = "B"
    with pytest.raises(FrozenInstanceError):
        del made.title


@MAKERS
def test_a_value_is_shown_by_the_parts_that_are(make):
    assert repr(make(title="A", note="secret")) == "Post(title='A', holder=None, place=0, seats=[])"


@MAKERS
def test_each_value_has_a_default_of_its_own(make):
    assert make(title="A").seats is not make(title="A").seats


@MAKERS
def test_values_can_be_changed_into_others_and_copied(make):
    assert replace(make(title="A"), holder="Ann") == Post(title="A", holder="Ann")
    assert copy(make(title="A", note="x")) == Post(title="A", note="x")


@MAKERS
def test_parts_are_given_by_name_and_those_without_a_default_must_be(make):
    with pytest.raises(TypeError):
        make("A")
    with pytest.raises(TypeError):
        make(holder="Ann")


def test_equal_values_are_one_key_and_those_of_another_class_are_not_equal():
    assert {Name("A"): 1, Name("B"): 2}[Name("A")] == 1
    assert Name("A") != Title("A")


def test_what_is_not_frozen_is_no_key():
    draft = Draft()
    draft.text = "A"
    assert draft == Draft("A")
    with pytest.raises(TypeError):
        hash(draft)


def test_they_are_dataclasses_all_the_same():
    assert [part.name for part in dataclasses.fields(Post)] == ["title", "holder", "place", "note", "seats"]
    assert not hasattr(Name("A"), "__dict__")


def test_few_values_are_made_by_the_class_itself():
    assert maker(Name, MANY - 1) is Name
    assert maker(Name, MANY) is not Name
