"""Rules about days: each finds its fault, and is silent where it is nearly there."""

import pytest

from orgviz.checks.time import find_gaps, find_outside_days, find_overlaps
from orgviz.reading import read_org


def found(rule, text):
    return [issue.message for issue in rule(read_org(text.encode(), "org.yaml").org)]


def post(holders, more=""):
    return f"positions: [{{title: A, holder: [{holders}]{more}}}]"


@pytest.mark.parametrize(
    ("holders", "more", "message"),
    [
        (
            "{name: x, until: 2026-06-30}, {name: y, from: 2026-06-01}",
            "",
            "'y' begins in 'A' on 2026-06-01, before 'x' ends on 2026-06-30",
        ),
        ("{name: x, from: 2026-06-01}, y", ", seats: 1", "from 2026-06-01 on 2 people hold 'A', which has only 1 seat"),
        (
            "{name: x, until: 2026-06-01}, y",
            ", seats: 1",
            "from the beginning 2 people hold 'A', which has only 1 seat",
        ),
        (
            "{name: x, until: 2026-06-30}, {name: y, from: 2026-02-01, until: 2026-05-01}, {name: z, from: 2026-04-01}",
            ", seats: 2",
            "from 2026-04-01 on 3 people hold 'A', which has only 2 seats",
        ),
    ],
)
def test_an_overlap_is_found(holders, more, message):
    assert found(find_overlaps, post(holders, more)) == [message]


@pytest.mark.parametrize(
    ("holders", "more"),
    [
        ("{name: x, until: 2026-06-30}, {name: y, from: 2026-07-01}", ", seats: 1"),
        ("{name: x, until: 2026-06-30}, {name: y, from: 2026-06-30}", ", seats: 1"),
        ("{name: x, until: 2026-06-30}, {name: y, from: 2026-06-30}", ""),
        ("{name: x, until: 2026-06-30}, {name: y, from: 2026-06-01}", ", seats: 2"),
        ("{name: x, from: 2024-01-01}, {name: y, from: 2025-01-01}", ""),
        ("{name: x, until: 2026-06-30}, {name: y, until: 2026-06-30}", ""),
        ("x, y, z", ", seats: 1"),
    ],
)
def test_handovers_shared_posts_and_posts_without_days_are_no_overlap(holders, more):
    assert found(find_overlaps, post(holders, more)) == []


def test_a_gap_is_found_whatever_the_order_of_the_holders():
    text = post("{name: y, from: 2026-08-01}, {name: x, until: 2026-06-30}")
    assert found(find_gaps, text) == ["nobody holds 'A' from 2026-07-01 to 2026-07-31, between 'x' and 'y'"]


def test_a_gap_of_one_day_is_found_among_heads_by_name():
    text = "units: [{name: U, head: [{name: x, until: 2026-06-30}, {name: y, from: 2026-07-02}]}]"
    assert found(find_gaps, text) == ["nobody holds the lead of 'U' on 2026-07-01, between 'x' and 'y'"]


@pytest.mark.parametrize(
    "text",
    [
        post("{name: x, until: 2026-06-30}, {name: y, from: 2026-07-01}"),
        post("{name: x, until: 2026-06-30}, {name: y, from: 2026-08-01}, vacant"),
        post("{name: x, until: 2026-06-30}, {name: y, from: 2026-08-01}", ", seats: 2"),
        post("{name: x, until: 2026-06-30}, {name: y, from: 2026-08-01}, z"),
        post("{name: x, until: 2026-06-30}"),
        "units: [{name: U, head: [{name: x, until: 2026-06-30}, {name: y, from: 2026-08-01}, vacant]}]",
    ],
)
def test_what_is_no_gap_or_meant_is_not_told(text):
    assert found(find_gaps, text) == []


def team(inside, link=""):
    return f"units: [{{name: T, from: 2026-10-01, until: 2026-11-15, positions: [{inside}]}}, U]\n{link}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (team("{title: A, from: 2026-09-30}"), "'A' begins on 2026-09-30, before 'T' does on 2026-10-01"),
        (team("{title: A, until: 2026-11-16}"), "'A' ends on 2026-11-16, after 'T' does on 2026-11-15"),
        (team("{title: A, from: 2026-12-01}"), "'A' begins on 2026-12-01, after 'T' has ended on 2026-11-15"),
        (team("{title: A, until: 2026-01-01}"), "'A' ends on 2026-01-01, before 'T' begins on 2026-10-01"),
        (
            team("{title: A, holder: {name: x, from: 2026-09-01}}"),
            "the time of 'x' begins on 2026-09-01, before 'T' does on 2026-10-01",
        ),
        (
            team("{title: A, reports: [{title: B, until: 2027-01-01}]}"),
            "'B' ends on 2027-01-01, after 'T' does on 2026-11-15",
        ),
        (
            team("A", "links: [{from: U, to: T, since: 2026-01-01}]"),
            "the link of 'U' to 'T' begins on 2026-01-01, before 'T' does on 2026-10-01",
        ),
        (
            "units: [{name: A, until: 2026-01-01}, {name: B, from: 2026-01-02}]\nlinks: [{from: A, to: B}]",
            "the link of 'A' to 'B' never exists: one ends on 2026-01-01, before the other begins on 2026-01-02",
        ),
    ],
)
def test_what_exists_outside_the_days_of_its_unit_is_found(text, message):
    assert found(find_outside_days, text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        team("{title: A, from: 2026-10-01, until: 2026-11-15}"),
        team("A", "links: [{from: U, to: T}]"),
        team("A", "links: [{from: U, to: T, since: 2026-10-01, until: 2026-11-15}]"),
        "units: [{name: A, until: 2026-01-01}, {name: B, from: 2026-01-01}]\nlinks: [{from: A, to: B}]",
        "units: [{name: A, units: [{name: B, from: 2026-01-01}]}]",
    ],
)
def test_what_keeps_to_the_days_of_its_unit_is_not_told(text):
    assert found(find_outside_days, text) == []
