"""Reading data takes steps in proportion to it: twice as much of it, about twice as many steps."""

import sys

import pytest

from orgviz.reading import read_org

FEW = 200
MOST = 2.3  # times as many steps for twice as much; where each looks at all others it is four times
KINDS = {
    "names.yaml": ("总公司:\n  人事部:\n  - 文员\n  销售部:\n", "  - 第{0}经理\n"),
    "names.json": ('{{"总公司": {{"人事部": ["文员"]', ', "第{0}部": ["第{0}经理"]', "}}}}"),
    "tables.sql": ("insert into d (id, name) values (1, 'Sales'), (2, 'Finance');\n", "create table d{0}\n"),
    "columns.sql": (
        "insert into d (id, name) values (1, 'Sales'), (2, 'Finance'); insert into e set a = 1",
        ", c{0} = 1",
    ),
    "rows.sql": ("", "insert into d (id, name) values ({0}, 'Team {0}')\n"),
    "queries.sql": ("insert into d (id, name) select 1, 'Sales' ", "union all select {0}, 'Team {0}' "),
    "calls.py": ("", "t{0} = Department('Team {0}', parent=None)\n"),
    "never closed.js": ("const d = [{{name: 'Sales', children: [{{name: 'Team'}}]}}];\n", "f([{{a{0}: "),
}


def steps(kind, first, count):
    """Count what runs of our code while data is read whose names were in none before."""
    head, part, *end = KINDS[kind]
    text = (
        head.format() + "".join(part.format(number) for number in range(first, first + count)) + "".join(end).format()
    )
    taken = 0

    def count_step(*_):
        nonlocal taken
        taken += 1
        return count_step

    before = sys.gettrace()
    sys.settrace(count_step)
    try:
        org = read_org(text.encode(), kind).org
    finally:
        sys.settrace(before)
    assert org.nodes
    return taken


@pytest.mark.parametrize("kind", KINDS)
def test_twice_as_much_data_takes_about_twice_as_many_steps(kind):
    steps(kind, 100, 20)
    assert steps(kind, 2000, 2 * FEW) < MOST * steps(kind, 1000, FEW)
