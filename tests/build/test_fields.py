import pytest

from orgviz.diagnostics import InputError
from orgviz.reading import read_org


def problems(text: str):
    with pytest.raises(InputError) as caught:
        read_org(text.encode(), "org.yaml")
    return [(found.code, found.hint) for found in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("unit", "meant"),
    [
        ("Name: A", "name"),
        ("nmae: A", "name"),
        ("名称: A", "name"),
        ("name: A, unit: [B]", "units"),
        ("name: A, 部门: [B]", "units"),
        ("name: A, 岗位: [B]", "positions"),
        ("name: A, 负责人: B", "head"),
        ("name: A, 职责: B", "duty"),
        ("name: A, manager: B", "head"),
        ("name: A, Dotted-To: A2", "dotted_to"),
    ],
)
def test_a_misspelt_key_is_told_once_with_the_key_that_was_meant(unit, meant):
    assert problems(f"units:\n  - {{{unit}}}\n  - A2") == [("unknown-key", f"did you mean '{meant}'?")]


def test_a_title_under_the_wrong_key_is_understood():
    assert problems("positions: [{name: 客服专员, holder: 李四}]") == [("unknown-key", "did you mean 'title'?")]


def test_a_key_like_no_other_is_told_with_all_that_there_are():
    ((code, hint),) = problems("links: [{from: A, to: B, xyz: 1}]\nunits: [A, B]")
    assert code == "unknown-key"
    assert hint == "a link may have: from, to, kind, label, since and until"


@pytest.mark.parametrize("seats", ["0", "-1", "1.5", "100000", "五", "9" * 5_000])
def test_seats_are_whole_numbers_in_a_range(seats):
    assert [code for code, _ in problems(f"positions: [{{title: A, seats: '{seats}'}}]")] == ["bad-number"]


@pytest.mark.parametrize(
    "date", ["2026-13-01", "2026-02-29", "2026-1-1", "20260101", "0000-01-01", "２０２６-01-01", "x"]
)
def test_dates_are_in_the_calendar(date):
    assert [code for code, _ in problems(f"units: [{{name: A, from: '{date}'}}]")] == ["bad-date"]


@pytest.mark.parametrize("identifier", ["''", "' a'", "'a '", '"a\\nb"', '"a\\tb"', "x" * 201, '"\\u200b"'])
def test_ids_are_short_and_plain(identifier):
    assert [code for code, _ in problems(f"units: [{{name: A, id: {identifier}}}]")] == ["bad-id"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a" * 501, "too-long"),
        ("a\\n" * 21 + "a", "too-long"),
        ("", "missing-value"),
        (" ", "invisible-text"),
        ("\\u00a0", "invisible-text"),
    ],
)
def test_names_are_short_and_show_something(name, code):
    assert [found for found, _ in problems(f'units: [{{name: "{name}"}}]')] == [code]


def test_a_duty_may_be_long_but_not_without_end():
    assert [code for code, _ in problems(f"units: [{{name: A, duty: {'a' * 10_001}}}]")] == ["too-long"]


def test_mistakes_in_many_places_are_all_told():
    units = "\n".join("  - {name: A, shape: box}" for _ in range(10))
    assert [code for code, _ in problems(f"units:\n{units}")] == ["unknown-key"] * 10
