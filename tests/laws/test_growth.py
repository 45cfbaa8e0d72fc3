"""The way from bytes to a chart takes twice the steps for twice the organisation, whatever its shape."""

import sys
from collections.abc import Callable

import pytest

from orgviz.chart.make import make_chart
from orgviz.diagnostics import Findings
from orgviz.fmt.formatted import format_text
from orgviz.reading import read_org
from orgviz.style.catalogue import load_theme
from orgviz.text import SourceText

SMALL = 150


def steps(work: Callable[[], object]) -> int:
    """Count the functions that are called meanwhile, ours and Python's own."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


def nested(number: int) -> str:
    """Three units in each, two deep below each of several."""
    unit = "- name: Unit {n}\n  head: {{title: Head {n}, holder: Ann {n}}}\n  units: [A {n}, B {n}, {{name: C {n}}}]\n"
    return "units:\n" + "".join(unit.format(n=n) for n in range(number))


def chain(number: int) -> str:
    return "positions:\n" + "".join(
        f"- {{id: p{n}, title: Post {n}, reports_to: p{max(0, n - 1)}}}\n" if n else "- {id: p0, title: Post 0}\n"
        for n in range(number)
    )


def wide(number: int) -> str:
    return "units:\n- name: Top\n  units:\n" + "".join(f"  - Team {n}\n" for n in range(number))


def alike(number: int) -> str:
    """Names that stand many times, so that ids are made of more than the name."""
    return "units:\n" + "".join(f"- {{name: Team, head: Ann, positions: [Post {n % 7}]}}\n" for n in range(number))


def linked(number: int) -> str:
    links = "".join(f"- {{from: Team {n}, to: Team {n + 1}, label: l{n}}}\n" for n in range(number - 1))
    return wide(number) + "links:\n" + links


def chinese(number: int) -> str:
    return "units:\n" + "".join(
        f"- {{name: 市场运营{n}部, head: {{title: 总监（兼）, holder: 王{n}}}}}\n" for n in range(number)
    )


def table(number: int) -> str:
    rows = (f"Pat {n},Post {n},{f'Pat {(n - 1) // 8}' if n else ''},Dept {n // 9}\n" for n in range(number))
    return "name,title,manager,department\n" + "".join(rows)


SHAPES = (nested, chain, wide, alike, linked, chinese, table)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_reading_and_making_a_chart_grow_as_the_organisation_does(shape):
    theme = load_theme("default")
    name = "org.csv" if shape is table else "org.yaml"

    def work(number: int) -> Callable[[], object]:
        data = shape(number).encode()
        return lambda: make_chart(read_org(data, name).org, theme)

    work(3)()  # what is read once, such as the words of the types
    once, twice = (steps(work(number)) for number in (SMALL, 2 * SMALL))
    assert 1.5 * once < twice < 2.2 * once


def test_formatting_grows_as_the_file_does():
    def work(number: int) -> Callable[[], object]:
        text = "units:\n" + "".join(f"- name: Unit {n} # c\n  duty: |\n    One\n    two\n" for n in range(number))
        return lambda: format_text(SourceText("org.yaml", text), Findings())

    once, twice = (steps(work(number)) for number in (SMALL, 2 * SMALL))
    assert 1.5 * once < twice < 2.2 * once
