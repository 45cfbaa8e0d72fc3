"""The tables of British public bodies: every post once, and every row that breaks a rule told at its line."""

import pytest

from orgviz.reading import read_orgs

SENIOR = "Post Unique Reference,Name,Job Title,Unit,Reports to Senior Post,FTE\n"
JUNIOR = "Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE\n"
TOP = "A1,Ann Lee,Director General,Top,XX,1\n"


def read(*rows, junior=()):
    inputs = [((SENIOR + TOP + "".join(f"{row}\n" for row in rows)).encode(), "senior.csv")]
    if junior:
        inputs.append(((JUNIOR + "".join(f"{row}\n" for row in junior)).encode(), "junior.csv"))
    return read_orgs(inputs)


def posts(reading):
    return {node.id: node for node in reading.org.nodes if node.kind == "position"}


def told(reading):
    return [(one.span.path, one.span.line) for one in reading.findings if one.code == "broken-row"]


def test_sound_tables_are_not_told_about():
    reading = read("A2,N/D,Director,Finance,A1,1", junior=["Finance,A2,EO,Clerk,2.5"])
    assert told(reading) == []
    assert posts(reading)["Clerk"].seats == 3


def test_a_shared_job_is_one_box_with_its_holders():
    reading = read("A2,Bob Ray,Director,Finance,A1,0.5", "A2,Cy Fox,Director,Finance,A1,0.5")
    assert posts(reading)["A2"].holders == ("Bob Ray", "Cy Fox")
    assert told(reading) == []


def test_rows_of_a_shared_job_that_differ_are_told_and_drawn_once():
    reading = read("A2,Bob Ray,Director,Finance,A1,0.5", "A2,Cy Fox,Head,Finance,A1,0.5")
    assert [node.name for node in reading.org.nodes if node.id == "A2"] == ["Director"]
    assert told(reading) == [("senior.csv", 4)]


def test_a_vacancy_is_one_and_a_withheld_name_is_none():
    reading = read("A2,Vacant,Director,Finance,A1,1", "A3,N/D,Director,People,A1,1")
    assert (posts(reading)["A2"].vacant, posts(reading)["A3"].vacant) == (True, False)


def test_eliminated_posts_are_not_drawn_and_nobody_reports_to_them():
    reading = read("A2,Eliminated,Director,Old,A1,1", "A3,Ed Poe,Deputy,Old,A2,1", junior=["Old,A2,EO,Clerk,1"])
    assert set(posts(reading)) == {"A1", "A3", "Clerk"}
    assert told(reading) == [("junior.csv", 2), ("senior.csv", 4)]


def test_who_is_in_no_post_is_not_drawn():
    reading = read("0,Ian Key,On loan,Top,A1,1")
    assert set(posts(reading)) == {"A1"}
    assert told(reading) == []


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (["A2,Bob Ray,Director,X,A9,1"], [3]),
        (["A2,Bob Ray,Director,X,A2,1"], [3]),
        (["A2,Bob Ray,Director,X,A3,1", "A3,Cy Fox,Head,X,A2,1"], [3]),
        ([",Bob Ray,Director,X,A1,1"], [3]),
        (["A2,Bob Ray,Director,X,A9,1", "A3,Cy Fox,Head,Y,A8,1"], [3, 4]),
    ],
    ids=["unknown", "itself", "circle", "no reference", "two"],
)
def test_a_row_that_breaks_a_rule_is_told_at_its_line(rows, lines):
    reading = read(*rows)
    assert told(reading) == [("senior.csv", line) for line in lines]
    assert set(posts(reading)) == {"A1", *(row.split(",")[0] for row in rows if row[0] != ",")}


def test_a_table_without_a_top_post_is_told_about():
    rows = "A1,Ann Lee,Director,X,A2,1\nA2,Bob Ray,Deputy,X,A1,1\n"
    reading = read_orgs([((SENIOR + rows).encode(), "senior.csv")])
    assert told(reading) == [("senior.csv", 2), ("senior.csv", 2)]


def test_a_junior_row_with_an_unknown_senior_is_told():
    reading = read(junior=["Finance,A7,EO,Clerk,2"])
    assert told(reading) == [("junior.csv", 2)]
    assert posts(reading)["Clerk"].seats == 2


def test_other_tables_are_left_to_the_usual_rules():
    reading = read_orgs([(b"id,name,title,manager\n1,Ann Lee,CEO,\n2,Bob Ray,CTO,1\n", "staff.csv")])
    assert [node.parent for node in reading.org.nodes] == [None, "1"]
