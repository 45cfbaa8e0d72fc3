"""The numbers as JSON, CSV and tables: stable keys, whole numbers, nothing that a spreadsheet would run."""

import csv
import io
import json

from hypothesis import given

from orgviz.counts.count import count
from orgviz.reading import read_org
from orgviz.stats.rows import make_stats
from orgviz.stats.tables import overview, tables
from orgviz.stats.written import COLUMNS, to_stats_csv, to_stats_json
from orgviz.vocabulary import vocabulary
from tests.strategies import orgs

TEXT = """\
title: T
units:
  - name: Sales
    head: {title: Chief, holder: Ann}
    units: [{name: "=1+1", positions: [{title: Clerk, seats: 3, holder: Bob, reports: [Typist]}]}]
"""


def stats_of(org):
    return make_stats(org, count(org), vocabulary("en"))


STATS = stats_of(read_org(TEXT.encode(), "org.yaml").org)


def test_json_has_these_keys_and_numbers():
    data = json.loads(to_stats_json(STATS))
    assert list(data) == ["version", "title", "total", "span", "types", "units", "posts"]
    assert data["total"] == {
        "units": 2, "posts": 3, "seats": 5, "filled": 3, "vacant": 2, "named": 2, "external": 0,
        "fte": 5, "filled_fte": 3, "people": 3,
        "levels": 4, "unit_levels": 2,
    }  # fmt: skip
    assert data["span"] == {"leaders": 3, "median": 1, "widest": 1, "widest_id": "Sales"}
    assert data["units"][0] == {
        "id": "Sales", "name": "Sales", "type": "operations", "parent": None, "level": 1,
        "posts": 1, "seats": 1, "filled": 1, "vacant": 0, "named": 1, "external": 0,
        "fte": 1, "filled_fte": 1, "people": 1,
        "all_posts": 3, "all_seats": 5, "all_filled": 3, "all_vacant": 2, "all_named": 2, "all_external": 0,
        "all_fte": 5, "all_filled_fte": 3, "all_people": 3, "reports": 1, "all_reports": 3,
    }  # fmt: skip
    assert data["posts"] == [
        {"id": "Clerk", "name": "Clerk", "type": "operations", "parent": "=1+1", "reports": 1, "all_reports": 1}
    ]


def test_csv_has_a_row_for_the_whole_each_type_each_unit_and_each_post():
    rows = list(csv.DictReader(io.StringIO(to_stats_csv(STATS))))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["of"], row["name"]) for row in rows] == [
        ("total", "T"), ("type", "Operations"), ("unit", "Sales"), ("unit", "'=1+1"), ("post", "Clerk"),
    ]  # fmt: skip
    assert (rows[0]["people"], rows[2]["all_people"], rows[4]["people"]) == ("3", "3", "")


def test_a_median_between_two_numbers_is_told_as_it_is():
    stats = stats_of(read_org(b"positions: [{title: A, reports: [B, {title: C, reports: [D]}]}]", "org.yaml").org)
    assert json.loads(to_stats_json(stats))["span"]["median"] == 1.5


@given(orgs())
def test_csv_and_json_say_the_same(org):
    stats = stats_of(org)
    data = json.loads(to_stats_json(stats))
    rows = list(csv.DictReader(io.StringIO(to_stats_csv(stats))))
    of = {kind: [row for row in rows if row["of"] == kind] for kind in ("total", "type", "unit", "post")}
    assert [len(of[kind]) for kind in ("type", "unit", "post")] == [
        len(data[key]) for key in ("types", "units", "posts")
    ]
    assert all(of["total"][0][key] == str(value) for key, value in data["total"].items())
    for row, unit in zip(of["unit"], data["units"], strict=True):
        assert all(row[key] == str(value) for key, value in unit.items() if isinstance(value, int))


@given(orgs())
def test_every_cell_of_a_table_is_one_line_in_its_column(org):
    for table in tables(stats_of(org)):
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert all(cell.isprintable() or "\u200d" in cell or not cell.isascii() for row in table.rows for cell in row)
        assert not any("\n" in cell for row in table.rows for cell in row)
    assert all("\n" not in text for _, text in overview(stats_of(org)))


def test_shares_of_full_time_are_shown_where_there_are_any():
    stats = stats_of(read_org(b"units: [{name: A, members: [{name: Ann, fte: 0.25}, Bob]}]", "org.yaml").org)
    assert dict(overview(stats))["Full-time"] == "1.25 of 1.25 equivalents"
    (by_unit,) = tables(stats)
    assert by_unit.columns == ("By unit", "posts", "filled", "vacant", "FTE", "people", "in all", "reports")
    assert by_unit.rows == (("A", "2", "2", "", "1.25", "2", "2", "2"),)
    assert "Full-time" not in dict(overview(STATS))
