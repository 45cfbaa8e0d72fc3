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
        ("name: A, start: 2026-01-01", "from"),
        ("name: A, end: 2026-01-01", "until"),
        ("tilte: A", "name"),
        ("title: A", "name"),
    ],
)
def test_a_misspelt_key_is_told_once_with_the_key_that_was_meant(unit, meant):
    assert problems(f"units:\n  - {{{unit}}}\n  - A2") == [("unknown-key", f"did you mean '{meant}'?")]


@pytest.mark.parametrize(
    ("unit", "hint"),
    [
        ("name: A, seats: 2", "'seats' belongs to a position"),
        ("name: A, color: red", "'color' belongs to a type"),
        ("name: A, links: [B]", "'links' belongs to the top of the file"),
        ("name: A, reports_to: B", "put the unit into the list 'units' of the one above it"),
        ("name: A, 上级: B", "put the unit into the list 'units' of the one above it"),
        ("name: A, 名称: B", "'name' stands here already"),
        ("销售部: [华东]", "write 'name: 销售部', and what belongs to it in lines of their own"),
    ],
)
def test_a_key_that_belongs_elsewhere_is_not_guessed_at(unit, hint):
    assert problems(f"units: [{{{unit}}}]") == [("unknown-key", hint)]


@pytest.mark.parametrize(
    "unit",
    ["stats: x", "状态: 启用", "until_: x", "开始: 明天", "网址: x", "类型: x", "代码: ' a'", "unit: B", "dotted: x"],
)
def test_nothing_is_told_about_a_value_whose_key_is_only_guessed(unit):
    assert [code for code, _ in problems(f"units: [{{name: A, {unit}}}]")] == ["unknown-key"]


def test_ids_under_a_guessed_key_may_repeat():
    text = "units: [{name: A, code: x}, {name: B, code: x}]"
    assert [code for code, _ in problems(text)] == ["unknown-key", "unknown-key"]


@pytest.mark.parametrize("item", ["name：A", "name:A", "{name：A}", "{name:A, head: B}", "{name: A head：B}"])
def test_a_key_that_lost_its_colon_or_its_space_is_told_once(item):
    assert [code for code, _ in problems(f"units:\n  - {item}\nlinks: []")] == ["yaml-space"]


@pytest.mark.parametrize("item", ['"name：A"', "{name: 'A head：B'}", "目标：A", "https://a", "a:b"])
def test_a_text_with_a_colon_is_a_text(item):
    assert read_org(f"units:\n  - {item}".encode(), "org.yaml").findings == ()


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("units: 销售部，财务部", "write a list, with half-width signs: units: [销售部, 财务部]"),
        ("units: A", "write a list: units: [A]"),
        ("units:\n  -A\n  -B", "begin every item with a half-width dash and a space: '- '"),
        ("units: {name: A}", "begin every item with a dash and a space: '- '"),
        ("units: [A]\ntitle: [B, C]", "write one text, without brackets and dashes"),
    ],
)
def test_a_wrong_shape_is_told_with_the_right_one(text, hint):
    assert problems(text) == [("wrong-shape", hint)]


@pytest.mark.parametrize(
    ("unit", "meant"), [("status: 启用", "active"), ("status: 筹建", "planned"), ("type: 运营", "operations")]
)
def test_words_of_other_languages_are_understood(unit, meant):
    ((_, hint),) = problems(f"units: [{{name: A, {unit}}}]")
    assert hint == f"did you mean '{meant}'?"


def test_what_was_told_about_already_leads_to_nothing_more():
    assert [code for code, _ in problems("units: !include a.yaml")] == ["yaml-tag"]
    assert [code for code, _ in problems("units: [{name: *a, status: *b}]")] == ["unknown-alias"] * 2
    assert [code for code, _ in problems("!include a.yaml")] == ["yaml-tag"]


@pytest.mark.parametrize(
    "text",
    [
        "units: [{name: A, status: closed, units: [B]}]",
        "nodes: [{id: a, kind: unit, name: A, status: closed}]",
    ],
)
def test_a_file_in_which_everything_is_closed_is_told(text):
    assert [code for code, _ in problems(text)] == ["nothing-to-draw"]


def test_a_title_under_the_wrong_key_is_understood():
    assert problems("positions: [{name: 客服专员, holder: 李四}]") == [("unknown-key", "did you mean 'title'?")]


def test_a_key_like_no_other_is_told_with_all_that_there_are():
    ((code, hint),) = problems("links: [{from: A, to: B, xyz: 1}]\nunits: [A, B]")
    assert code == "unknown-key"
    assert hint == "a link may have: from, to, kind, label, since, until and status"


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
        ("a" * 2_001, "too-long"),
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
