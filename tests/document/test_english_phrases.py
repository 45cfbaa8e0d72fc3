"""English phrases, enumerations and names are taken apart at the right places."""

import pytest

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import read_phrase, sentences
from orgviz.document.names.judging import Sort, judge
from orgviz.document.text.machines import is_about_machines
from orgviz.document.text.passages import passage


@pytest.mark.parametrize(
    ("text", "before", "name", "count"),
    [
        ("each of the Working Groups is small", "each of the", "Working Groups", None),
        ("the School of Law at Eastvale University", "the", "School of Law", None),
        ("two Deputy Heads appointed by the Board", "two", "Deputy Heads", 2),
        ("the larger Finance Committee", "the", "Finance Committee", None),
        ("Manager, Insights", "", "Manager, Insights", None),
        ("the Chair, who signs", "the", "Chair", None),
    ],
)
def test_a_phrase_has_a_determiner_a_name_and_a_number(text: str, before: str, name: str, count: int | None) -> None:
    phrase = read_phrase(passage(text, 1, 1))
    assert (phrase.before, phrase.name.text, phrase.count) == (before, name, count)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Finance, Sales and Marketing, and Legal", ["Finance", "Sales and Marketing", "Legal"]),
        ("two teams: Research and Development and Sales", ["Research and Development", "Sales"]),
        ("three teams: Research and Development and Sales", ["Research", "Development", "Sales"]),
        ("a Chair as well as a Treasurer", ["Chair", "Treasurer"]),
        ("the Finance, Audit and Safety Committees", ["Finance Committee", "Audit Committee", "Safety Committee"]),
        ("the North Team and the South Team, each with a lead", ["North Team", "South Team"]),
        ("the Dean, the Registrar, and advises the Senate", ["Dean", "Registrar"]),
    ],
)
def test_an_enumeration_is_divided_between_its_names(text: str, items: list[str]) -> None:
    assert [item.name.text for item in read_enumeration(passage(text, 1, 1)).items] == items


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("support manager", Sort.POST),
        ("it department", Sort.UNIT),
        ("membership committee", Sort.UNIT),
        ("vp engineering", Sort.POST),
        ("budget management", Sort.FIELD),
        ("steering committee and team leads", Sort.GENERIC),
        ("the team is divided into groups", Sort.SENTENCE),
        ("becoming a maintainer", Sort.SENTENCE),
    ],
)
def test_verbs_and_sorting_words_within_a_name_are_told_from_sentences(text: str, sort: Sort) -> None:
    assert judge(text) is sort


def test_a_sentence_ends_at_a_stop_before_a_capital_and_not_at_a_short_form() -> None:
    text = passage("Dr. Ann Lee leads A (the first team). It is run by J. Hale of Moss Inc. in town; it has two.", 1, 1)
    assert [part.text for part in sentences(text)] == [
        "Dr. Ann Lee leads A (the first team)",
        "It is run by J. Hale of Moss Inc. in town",
        "it has two",
    ]


def test_software_is_told_from_people_who_make_it() -> None:
    software = ["the server has a scheduler and a cache", "each agent reports to the api server", "a token is kept"]
    people = ["the platform team runs the server", "the team lead reports to the director of engineering", "members"]
    assert is_about_machines(software)
    assert not is_about_machines(people)


def test_words_for_people_are_known_in_german_too() -> None:
    texts = ["der vorstand pflegt die software und die datenbank", "plugins, server, api, python", "mitglieder"]
    assert not is_about_machines(texts)
