"""Each rule by a file that has the fault, and by files that nearly have it."""

import json
from pathlib import Path

import pytest

from orgviz.checks.catalogue import CODES, RULES
from orgviz.checks.run import FINDERS
from orgviz.diagnostics import InputError, Severity
from orgviz.export.json_writer import to_json
from orgviz.export.yaml_writer import to_yaml
from orgviz.model import CheckSettings
from orgviz.reading import read_org


def codes(text):
    return [found.code for found in read_org(text.encode(), "org.yaml").findings]


def in_unit(rest):
    return f"units: [{{name: 运营中心, {rest}}}]"


FAULTS = {
    "two-heads": [
        in_unit("head: {title: 总监, holder: 王敏}, positions: [{title: 总监, holder: 李四}]"),
        in_unit("head: 王敏, positions: [{title: 负责人, holder: 李四}]"),
        in_unit("head: 王敏, positions: [运营中心负责人]"),
        in_unit("positions: [{title: 负责人, holder: 王敏}, {title: 负责人, holder: 李四}]"),
        "units: [{name: Sales, head: Ann, positions: [{title: Head of Sales, holder: Bob}]}]",
    ],
    "look-alike-names": [
        "units: [Sales, {name: Company, units: [SALES]}]",
        "units: [ＩＴ部, {name: Company, units: [IT部]}]",
        "positions: [{title: Editor, holder: Ann Lee}, {title: Author, holder: Ann  Lee}]",
        "units: [{name: A, members: [Аnn]}, {name: B, head: Ann}]",
        "units: [{name: A, members: [王敏]}, {name: B, head: 王　敏}]",
        "units: [{name: A, id: ops}, {name: B, id: Ops}]",
        "positions: [Ρost, Post]",
    ],
    "open-below-closed": [
        "units: [X, {name: A, status: closed, positions: [P]}]",
        "units: [X, {name: A, status: closed, units: [{name: B, status: closed, head: Ann}]}]",
    ],
    "wide-span": [
        "check: {max-span: 2}\npositions: [{title: A, reports: [B, C, D]}]",
        "check: {max-span: 2}\nunits: [{name: A, head: H, positions: [{title: P, seats: 3}]}]",
        "check: {max-span: 2}\nunits: [{name: A, head: {title: H, reports: [P, Q]}, units: [B]}]",
    ],
    "empty-unit": ["units: [{name: A, head: X}, {name: B, duty: d}, C]"],
    "single-child-chain": [
        "units: [{name: A, head: X, units: [{name: B, units: [C]}]}]",
        "positions: [{title: A, reports: [{title: B, reports: [C]}]}]",
    ],
    "two-posts": [
        "positions: [{title: A, holder: 王敏}, {title: B, holder: 王敏}]",
        "positions: [{title: A, holder: [Ann, Bob]}, {title: B, holder: Bob}]",
        "units: [{name: A, head: Ann}, {name: B, positions: [{title: P, holder: Ann}]}]",
        "positions: [{title: A, holder: Ann, until: 2026-06-30}, {title: B, holder: Ann, from: 2026-06-30}]",
    ],
    "repeated-line": [
        "positions: [{title: A, reports: [B]}]\nlinks: [{from: B, to: A, kind: reports}]",
        "units: [{name: A, head: Ann, positions: [P]}]\nlinks: [{from: P, to: Ann, kind: dotted}]",
        "units: [{name: A, head: Ann, units: [{name: B, head: Bob}]}]\nlinks: [{from: Bob, to: Ann, kind: reports}]",
    ],
}

NEARLY = {
    "two-heads": [
        in_unit("head: [王敏, 李四]"),
        in_unit("head: [{title: 总监, holder: 王敏}, {title: 总监, holder: 李四}]").replace("总监, holder: 李", "联席总监, holder: 李"),
        in_unit("head: {title: 总监, holder: 王敏}, positions: [{title: 副总监, holder: 李四}]"),
        in_unit("head: 王敏, positions: [{title: 负责人, holder: 王敏}]"),
        in_unit("head: 王敏, positions: [质量负责人]"),
        in_unit("positions: [{title: 负责人, holder: 王敏}]"),
        in_unit("head: 王敏, positions: [{title: 负责人, status: closed}]"),
        "units: [{name: A, head: {title: 总监}}, {name: B, positions: [总监]}]",
    ],
    "look-alike-names": [
        "units: [Sales, {name: Company, units: [Sale]}]",
        "units: [Sales, {name: Company, units: [Sales]}]",
        "units: [{name: A, members: [王敏]}, {name: B, head: 王明}]",
        "units: [{name: sales, members: [Sales]}]",
        "units: [{name: A, head: Анна}, {name: B, head: Anna}]",
        "units: [{name: A, head: José}, {name: B, head: Jose}]",
    ],
    "open-below-closed": [
        "units: [X, {name: A, status: closed}]",
        "units: [X, {name: A, status: closed, positions: [{title: P, status: closed}]}]",
        "units: [X, {name: A, status: outsourced, positions: [P]}]",
        "positions: [X, {title: A, status: closed, reports: [P]}]",
    ],
    "wide-span": [
        "positions: [{title: A, reports: [B, C, D]}]",
        "check: {max-span: 3}\npositions: [{title: A, reports: [B, C, D]}]",
        "check: {max-span: 2}\npositions: [{title: A, reports: [B, C, {title: D, holder: vacant}]}]",
        "check: {max-span: 2}\nunits: [{name: A, head: [H, I, J], positions: [P, Q]}]",
    ],
    "empty-unit": [
        "units: [A, B, C]",
        "units: [{name: A, head: X}, C]",
        "units: [{name: A, head: X}, {name: B, head: Y}, C, D]",
        "units: [{name: A, head: X}, {name: B, head: Y}, {name: C, status: planned}]",
        "units: [{name: A, head: X}, {name: B, head: Y}, {name: C, type: external}]",
    ],
    "single-child-chain": [
        "units: [{name: A, units: [{name: B, units: [C, D]}]}]",
        "units: [{name: A, units: [{name: B, positions: [P], units: [C]}]}]",
        "units: [{name: A, positions: [{title: Chief, reports: [Clerk]}]}]",
        "units: [{name: 股东会, units: [{name: 董事会, units: [{name: 总经理, units: [A]}]}]}]",
    ],
    "two-posts": [
        "positions: [{title: A, holder: 王敏}, {title: B（兼）, holder: 王敏}]",
        "positions: [{title: A, holder: 王敏}, {title: B, holder: 王敏（兼）}]",
        "positions: [{title: A, holder: Ann}, {title: acting B, holder: Ann}]",
        "positions: [{title: A, holder: Ann}, {title: B, holder: Ann, status: temporary}]",
        "units: [{name: A, head: Ann}, {name: P, type: project, positions: [{title: Lead, holder: Ann}]}]",
        "units: [{name: A, head: Ann}, {name: B, head: Ann}]",
        "units: [{name: A, head: Ann, positions: [{title: P, holder: Ann}]}]",
        "positions: [{title: A, holder: Ann, until: 2026-06-30}, {title: B, holder: Ann, from: 2026-07-01}]",
    ],
    "repeated-line": [
        "positions: [{title: A, reports: [B]}]\nlinks: [{from: A, to: B, kind: reports}]",
        "units: [{name: A, head: Ann, positions: [P]}]\nlinks: [{from: P, to: Ann, kind: supports}]",
        "units: [{name: A, head: Ann}, {name: B, positions: [P]}]\nlinks: [{from: P, to: Ann, kind: dotted}]",
    ],
}  # fmt: skip


def cases(table):
    return [(code, text) for code, texts in table.items() for text in texts]


@pytest.mark.parametrize(("code", "text"), cases(FAULTS))
def test_a_fault_is_told_once(code, text):
    assert codes(text).count(code) == 1


@pytest.mark.parametrize(("code", "text"), cases(NEARLY))
def test_what_nearly_has_the_fault_is_left_in_peace(code, text):
    assert code not in codes(text)


def test_every_rule_of_the_table_has_a_finder_and_words():
    assert tuple(FINDERS) == CODES
    assert all(rule.finds for rule in RULES)


def test_a_rule_can_be_made_severe_or_switched_off():
    text = "positions: [{title: P, holder: [A, B], seats: 1}]\ncheck: {severity: {too-many-holders: %s}}"
    assert codes(text % "off") == []
    (found,) = read_org((text % "note").encode(), "org.yaml").findings
    assert found.severity is Severity.NOTE
    with pytest.raises(InputError):
        read_org((text % "error").encode(), "org.yaml")


@pytest.mark.parametrize(
    ("severity", "message"),
    [
        ("{two-haeds: off}", "no check is called 'two-haeds'"),
        ("{duplicate-id: off}", "no check is called 'duplicate-id'"),
        ("{two-heads: of}", "'two-heads' can be error, warning, note or off, but here stands the text 'of'"),
        ("{two-heads: [off]}", "'two-heads' can be error, warning, note or off, but here stands a list"),
        ("{two-heads: }", "'two-heads' can be error, warning, note or off, but here stands nothing"),
    ],
)
def test_unknown_codes_and_words_are_told(severity, message):
    with pytest.raises(InputError) as caught:
        read_org(f"units: [A]\ncheck: {{severity: {severity}}}".encode(), "org.yaml")
    assert [found.message for found in caught.value.diagnostics] == [message]


def test_a_hundred_thousand_names_are_compared_without_comparing_each_with_each():
    people = [f"Person {number}" for number in range(50_000)]
    text = json.dumps({"units": [{"name": "A", "members": [*people, *(name.upper() for name in people[:3])]}]})
    assert [found.code for found in read_org(text.encode(), "org.json").findings] == ["look-alike-names"] * 3


def test_the_page_of_the_language_lists_every_rule():
    page = Path(__file__).parents[2].joinpath("docs", "language.md").read_text(encoding="utf-8")
    rows = [f"| `{rule.code}` | {rule.severity.value} | {rule.finds} |" for rule in RULES]
    assert [row for row in rows if row not in page.splitlines()] == []


@pytest.mark.parametrize(
    "check",
    [
        "{max-span: 3}",
        "{severity: {two-posts: off}}",
        "{max-span: 12, severity: {wide-span: error, joined-names: note, two-heads: warning}}",
    ],
)
@pytest.mark.parametrize("write", [to_yaml, to_json])
def test_settings_are_written_and_read_again(check, write):
    org = read_org(f"units: [A]\ncheck: {check}".encode(), "org.yaml").org
    assert org.checks != CheckSettings()
    name = "again.json" if write is to_json else "again.yaml"
    assert read_org(write(org).encode(), name).org.checks == org.checks


@pytest.mark.parametrize(("span", "told"), [("0", "from 1 to 99,999, not '0'"), ("many", "not 'many'")])
def test_a_span_that_is_no_number_is_told(span, told):
    with pytest.raises(InputError) as caught:
        read_org(f"units: [A]\ncheck: {{max-span: {span}}}".encode(), "org.yaml")
    (found,) = caught.value.diagnostics
    assert (found.code, told in found.message) == ("bad-number", True)
