"""The text: places, marks, a summary, and no characters that would harm a terminal."""

import json
from pathlib import Path

from orgviz.diff.as_json import to_json
from orgviz.diff.text import to_text
from orgviz.diff.values import ChangeKind
from tests.diff.pairing import BASE, difference, pairs

PAGE = Path(__file__).parents[2].joinpath("docs/diff.md").read_text(encoding="utf-8")

OLD = "units:\n  - {name: A, units: [B, C]}\n  - D\n"
NEW = "units:\n  - {name: A, units: [C, E]}\n  - {name: D, units: [B], head: Ann}\n"


def test_changes_stand_under_their_place_and_are_counted():
    assert to_text(difference(OLD, NEW)) == (
        "at the top\n  ~ D: head nobody → Ann\nA\n  + E\nD\n  → B: from A\n\n1 added, 1 moved, 1 head changed\n"
    )


def test_equal_organisations_have_no_difference():
    assert to_text(difference(OLD, OLD)) == "no difference\n"


def test_what_a_terminal_would_obey_is_written_as_an_escape():
    text = to_text(difference("units: [A]", 'units: [A, "B\\u009b2J", "C\\nD"]\n'.replace("\\u009b", "\\u200b")))
    assert "\u200b" not in text
    assert "\x9b" not in text


def test_a_long_duty_is_cut():
    text = to_text(difference("units: [A]", f"units: [{{name: A, duty: {'x' * 500}}}]"))
    assert max(map(len, text.splitlines())) < 120


def test_json_says_the_same_as_the_text():
    for pair in pairs():
        found = difference(BASE, pair.new)
        data = json.loads(to_json(found))
        assert len(data["changes"]) == len(pair.told) == sum(data["summary"].values())
        assert data["differs"] == bool(pair.told)


def test_json_is_what_it_was():
    data = json.loads(to_json(difference(OLD, NEW)))
    assert data["changes"][2] == {
        "kind": "moved",
        "what": "unit",
        "name": "B",
        "place": ["D"],
        "old": "B",
        "new": "B",
        "before": ["A"],
        "after": ["D"],
        "people": [],
        "units": 0,
        "posts": 0,
        "links": 0,
    }


def test_every_kind_is_told_by_some_pair():
    told = {change.kind for pair in pairs() for change in difference(BASE, pair.new).changes}
    assert set(ChangeKind) - told == {ChangeKind.TENURE}


def test_every_kind_has_a_line_in_the_page():
    assert [kind for kind in ChangeKind if f"`{kind.value}`" not in PAGE] == []
