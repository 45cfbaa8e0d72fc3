import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from orgviz.diagnostics import Findings
from orgviz.limits import LIMITS
from orgviz.source.entries import Mapping, Scalar, Sequence
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText

BOTH = pytest.mark.parametrize("python_parser", [False, True], ids=["libyaml", "python"])


def read(text: str, *, python_parser: bool = False):
    findings = Findings()
    root = read_yaml(SourceText("org.yaml", text), findings, python_parser=python_parser)
    return root, findings


def plain(entry):
    """Return an entry as Python's own values, for comparison."""
    if isinstance(entry, Mapping):
        return {key.text: plain(value) for key, value in entry.pairs}
    if isinstance(entry, Sequence):
        return [plain(item) for item in entry.items]
    return None if entry.null else entry.text


def codes(text: str, *, python_parser: bool = False) -> list[str]:
    return [item.code for item in read(text, python_parser=python_parser)[1].sorted()]


def test_the_fast_parser_is_there_to_be_compared_with():
    assert yaml.__with_libyaml__


@BOTH
def test_every_scalar_is_the_text_as_written(python_parser):
    root, findings = read("a: [yes, 012, 1.10, 2024-01-02, 1:30, =, 'null', \"~\"]", python_parser=python_parser)
    assert plain(root) == {"a": ["yes", "012", "1.10", "2024-01-02", "1:30", "=", "null", "~"]}
    assert not findings.items


@BOTH
def test_only_plain_empty_tilde_and_null_are_nothing(python_parser):
    root, _ = read("a:\nb: ~\nc: null\nd: ''\ne: NULL\nf: Null", python_parser=python_parser)
    assert plain(root) == {"a": None, "b": None, "c": None, "d": "", "e": None, "f": None}


@BOTH
def test_places_count_characters_from_one(python_parser):
    root, _ = read("标题: x\nb: [👩, 'c']\n", python_parser=python_parser)
    first, second = root.pairs
    assert [(entry.span.line, entry.span.column, entry.span.width) for entry in (first[0], first[1])] == [
        (1, 1, 2),
        (1, 5, 1),
    ]
    assert [(item.span.line, item.span.column, item.span.width) for item in second[1].items] == [
        (2, 5, 1),
        (2, 8, 3),
    ]


@BOTH
def test_json_is_read_with_tabs_and_surrogate_pairs(python_parser):
    text = '{\n\t"a": "\\ud83d\\ude00",\n\t"b": [1, null, "c\\/d"]\n}'
    root, findings = read(text, python_parser=python_parser)
    assert not findings.items
    assert plain(root) == {"a": "😀", "b": ["1", None, "c/d"]}


@given(st.recursive(
    st.none() | st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\u2028\u2029"))
    .filter(lambda text: not any(ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF for c in text)),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from("abc"), below, max_size=3),
    max_leaves=8,
))  # fmt: skip
def test_what_json_writes_is_read_alike_by_both_parsers(value):
    text = json.dumps({"a": value}, ensure_ascii=False)
    trees = [read(text, python_parser=python_parser) for python_parser in (False, True)]
    assert trees[0] == trees[1]
    if not trees[0][1].items:
        assert plain(trees[0][0]) == {"a": value}


@BOTH
def test_aliases_and_merge_keys_are_written_out(python_parser):
    text = "base: &b {name: A, duty: d}\nlist: [*b, {<<: *b, name: B}]\n"
    root, findings = read(text, python_parser=python_parser)
    assert not findings.items
    assert plain(root)["list"] == [{"name": "A", "duty": "d"}, {"name": "B", "duty": "d"}]


@BOTH
def test_own_keys_go_before_merged_ones_wherever_they_stand(python_parser):
    root, _ = read("a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc: {x: 0, <<: [*a, *b]}", python_parser=python_parser)
    assert plain(root)["c"] == {"x": "0", "y": "2", "z": "4"}


@BOTH
@pytest.mark.parametrize(
    "kind", ["[*{0}, *{0}, *{0}, *{0}, *{0}, *{0}, *{0}, *{0}]", "{{<<: [*{0}, *{0}, *{0}, *{0}]}}"]
)
def test_bombs_are_refused_before_they_are_built(kind, python_parser):
    lines = ["a0: &a0 {x: 1, y: 2}"] + [f"a{n + 1}: &a{n + 1} {kind.format(f'a{n}')}" for n in range(40)]
    root, findings = read("\n".join(lines), python_parser=python_parser)
    assert root is None
    assert [item.code for item in findings.items] == ["alias-budget"]


@BOTH
def test_nesting_ends_at_the_limit(python_parser):
    deep = LIMITS.depth - 1
    assert codes("a: " + "[" * deep + "]" * deep, python_parser=python_parser) == []
    assert codes("a: " + "[" * 100_000, python_parser=python_parser) == ["too-deep"]


@BOTH
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["empty-file"]),
        ("# nothing\n", ["empty-file"]),
        ("---\n...\n", ["empty-file"]),
        ("- a\n", ["top-level"]),
        ("a", ["top-level"]),
        ("a: b\n---\nc: d\n", ["several-documents"]),
        ("a: b\n...\nc: d\n", ["several-documents"]),
        ("a: b\na: c\n", ["duplicate-key"]),
        ('a: b\n"a": c\n', ["duplicate-key"]),
        ("a: {b: 1, 'b': 2}\n", ["duplicate-key"]),
        ("a: !x b\n", ["yaml-tag"]),
        ("a: !!str b\n", ["yaml-tag"]),
        ("a: !<tag:yaml.org,2002:str> b\n", ["yaml-tag"]),
        ("a: ! b\n", ["yaml-tag"]),
        ("%TAG ! tag:x,2002:\n---\na: !b c\n", ["yaml-tag"]),
        ("a: !x!y b\n", ["yaml-tag"]),
        ("? [a]\n: b\n", ["yaml-key"]),
        ("{a: b}: c\n", ["yaml-key"]),
        (": a\n", ["yaml-key"]),
        ("a: *b\n", ["unknown-alias"]),
        ("a: &a [*a]\n", ["alias-loop"]),
        ("a: {<<: 3}\n", ["merge-key"]),
        ("a: {<<: [{b: c}, d]}\n", ["merge-key"]),
        ('a: "b\\x07"\n', ["forbidden-character"]),
        ('a: "b\\u202E"\n', ["forbidden-character"]),
        ('"a\\e": b\n', ["forbidden-character"]),
        ("a: b\ufeff\n", ["forbidden-character"]),
        ("a: b\x1b\n", ["forbidden-character"]),
        ("a: b\x85c\n", ["forbidden-character"]),
        ('a: "\\uFFFE"\n', ["forbidden-character"]),
        ('a: "\\ud800"\n', ["yaml-escape"]),
        ("a: b\n!x c: !y d\n", ["yaml-tag", "yaml-tag"]),
        ("a: 1\nb: !x 2\na: 3\nc: 4\nc: 5\n", ["yaml-tag", "duplicate-key", "duplicate-key"]),
    ],
)  # fmt: skip
def test_mistakes_that_leave_the_structure_readable_are_all_told(text, expected, python_parser):
    assert codes(text, python_parser=python_parser) == expected


def test_a_repeated_key_names_the_line_of_the_first():
    _, findings = read("a: b\nc: d\n'a': e\n")
    (found,) = findings.items
    assert (found.span.line, found.span.column) == (3, 1)
    assert "line 1" in found.message


@pytest.mark.parametrize("text", ["a: b\tc", "a:\tb", "a: |\n  b\tc", "- \ta"])
def test_inner_tabs_are_read_alike_by_both_parsers(text):
    assert read(text)[0] == read(text, python_parser=True)[0]


def test_characters_that_only_look_strange_are_kept():
    texts = ["👨‍👩‍👧", "\u200c", "Sales\u00adTeam", "שלום", "\ue000", "\u2067שלום\u2069", "🏴\U000e0067\U000e007f"]
    root, findings = read("a: [" + ", ".join(texts) + "]")
    assert plain(root) == {"a": texts}
    assert not findings.items


def test_a_line_separator_in_a_text_is_a_space_and_leaves_the_lines_alone():
    root, _ = read("a: b\u2028c\nd: e\n")
    assert plain(root) == {"a": "b c", "d": "e"}
    assert root.pairs[1][0].span.line == 2


def test_a_scalar_is_a_scalar():
    root, _ = read("a: b")
    assert isinstance(root.pairs[0][1], Scalar)
