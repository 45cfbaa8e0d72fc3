"""Views of a file: what they refer to is found, and what is wrong with them is told at its place."""

import pytest

from orgviz.diagnostics import InputError
from orgviz.model import Status, Tenure, View
from orgviz.reading import read_org

UNITS = "units:\n  - {name: 运营中心, id: ops, units: [客服部, 直播部]}\n"


def read(views):
    return read_org(f"{UNITS}views:\n{views}".encode(), "org.yaml").org.views


def told(views):
    with pytest.raises(InputError) as caught:
        read(views)
    return [(found.code, found.span.line, found.span.column, found.hint) for found in caught.value.diagnostics]


def test_names_become_ids():
    assert read("  a: {root: 运营中心, collapse: [客服部, ops]}") == (
        View(name="a", root="ops", collapse=("客服部", "ops")),
    )


def test_every_key_is_read():
    text = "  a: {title: T, depth: 2, type: [service, Project], only_units: true, hide_names: true, \
status: temporary, text: 客服, as_of: 2026-10-01}"
    assert read(text) == (
        View(
            name="a",
            title="T",
            depth=2,
            types=("service", "project"),
            only_units=True,
            hide_names=True,
            statuses=(Status.TEMPORARY,),
            text="客服",
            as_of="2026-10-01",
        ),
    )


def test_a_view_may_say_nothing():
    assert read("  a:\n  b: {}") == (View(name="a"), View(name="b"))


@pytest.mark.parametrize(
    ("view", "code", "column", "hint"),
    [
        ("{root: 客服}", "unknown-reference", 13, "did you mean '客服部' (line 2)?"),
        ("{collapse: [客服]}", "unknown-reference", 18, "did you mean '客服部' (line 2)?"),
        ("{depth: 0}", "bad-number", 14, None),
        ("{depth: many}", "bad-number", 14, None),
        ("{type: servce}", "unknown-type", 13, "did you mean 'service'?"),
        ("{status: 临时}", "unknown-status", 15, "did you mean 'temporary'?"),
        ("{as_of: 2026-02-30}", "bad-date", 14, "write year-month-day, such as 2026-10-01"),
        ("{only_units: yes}", "wrong-shape", 19, None),
        ("{only-units: true}", "unknown-key", 7, "did you mean 'only_units'?"),
        ("2", "wrong-shape", 6, "write for example {root: A, depth: 2}"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(view, code, column, hint):
    assert told(f"  a: {view}") == [(code, 4, column, hint)]


def test_all_mistakes_are_told_at_once():
    assert [code for code, *_ in told("  a: {root: x, depth: -1}\n  all: {type: x}")] == [
        "unknown-reference",
        "bad-number",
        "view-name",
        "unknown-type",
    ]


def tenures(holder):
    return read_org(f"positions: [{{title: A, holder: {holder}}}]".encode(), "org.yaml").org.nodes[0]


def test_holders_have_days():
    node = tenures("[{name: 王敏, from: 2026-01-01, until: 2026-06-30}, 李四]")
    assert node.holders == ("王敏", "李四")
    assert node.tenures == (Tenure("王敏", "2026-01-01", "2026-06-30"),)


def test_one_holder_needs_no_list():
    assert tenures("{name: 王敏, until: 2026-06-30}").tenures == (Tenure("王敏", None, "2026-06-30"),)


def test_of_a_person_who_stands_twice_each_time_is_kept_apart():
    node = tenures("[王敏, {name: 王敏, from: 2026-06-30}]")
    assert node.held == (("王敏", Tenure("王敏")), ("王敏", Tenure("王敏", "2026-06-30")))


@pytest.mark.parametrize(
    ("holder", "code"),
    [
        ("{name: 王敏, from: 2026-02-01, until: 2026-01-01}", "date-order"),
        ("{name: vacant, from: 2026-02-01}", "wrong-shape"),
        ("{from: 2026-02-01}", "missing-key"),
        ("{name: 王敏, since: 2026-02-01}", "unknown-key"),
        ("[[王敏]]", "wrong-shape"),
    ],
)
def test_days_that_make_no_sense_are_told(holder, code):
    with pytest.raises(InputError) as caught:
        tenures(holder)
    assert [found.code for found in caught.value.diagnostics] == [code]


def test_who_follow_each_other_take_one_seat():
    node = tenures("[{name: 王敏, until: 2026-06-30}, {name: 李四, from: 2026-07-01}], seats: 2")
    assert (node.most_at_once, node.vacancies) == (1, 1)


def test_days_in_the_model_belong_to_holders():
    text = '{"nodes": [{"id": "a", "kind": "position", "name": "A", "holders": ["x"], "tenures": [{"name": "y", "from": "2026-01-01"}]}], "edges": []}'
    with pytest.raises(InputError) as caught:
        read_org(text.encode(), "org.json")
    assert [found.code for found in caught.value.diagnostics] == ["bad-node"]
