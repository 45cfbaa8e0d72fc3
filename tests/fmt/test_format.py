"""How each thing is written."""

import pytest

from orgviz.diagnostics import Findings
from orgviz.fmt.formatted import format_text
from orgviz.text import SourceText

CASES = {
    "two_spaces_for_a_level_and_dashes_under_their_key": (
        "units:\n-   name: A\n    units:\n    - B\n",
        "units:\n  - name: A\n    units:\n      - B\n",
    ),
    "brackets_stay_where_they_fit": (
        "a: {title:  x,holder: [b ,c]}\nb: [ ]\n",
        "a: {title: x, holder: [b, c]}\nb: []\n",
    ),
    "brackets_on_several_lines_become_one": ("a: [\n  b,\n  c\n]\n", "a: [b, c]\n"),
    "brackets_that_do_not_fit_become_lines": (
        f"a: [{', '.join(['word'] * 20)}, {{b: c}}]\n",
        "a:\n" + "  - word\n" * 20 + "  - {b: c}\n",
    ),
    "brackets_with_comments_become_lines": (
        "a: [ # one\n  b, # two\n  # three\n  c ] # four\n",
        "a:  # one\n  - b  # two\n  # three\n  - c\n  # four\n",
    ),
    "a_pair_in_brackets_is_a_mapping": ("a: [b: c, d: e]\n", "a: [{b: c}, {d: e}]\n"),
    "quotes_go_that_nothing_needs": (
        "a: \"b\"\n'c': 'd e'\ne: ['f', 'g, h']\n",
        "a: b\nc: d e\ne: [f, 'g, h']\n",
    ),
    "quotes_go_too_where_brackets_bring_a_text_onto_one_line": (
        "a: [\"b\n  c\", 'd\n  e, f', '1\n  2']\n",
        "a: [b c, 'd e, f', '1 2']\n",
    ),
    "quotes_stay_round_what_other_programs_take_for_something_else": (
        "a: \"007\"\nb: 'yes'\nc: \"2026-10-01\"\nd: '#fff'\ne: \"NO\"\n",
    ),
    "scalars_stay_as_they_are": (
        "a: NO\nb: 1.10\nc: 0777\nd: 2026-10-01\ne: 1_000\nf: ~\ng: 12:30\nh: .5\ni: 1e3\nj: Yes\n",
    ),
    "an_anchor_an_alias_and_a_merge_stay": (
        "a: &x {b: c}\nd: *x\ne:\n  <<: *x\n  f: g\nh: &y\n  - i\n",
    ),
    "an_aliased_key_keeps_its_space": ("a: &x b\n*x : c\n",),
    "texts_of_several_lines_keep_their_lines": (
        "a: |\n     one\n       two\n\n     three\nb: >-\n one\n two\nc: one\n two\nd: \"x\\\n  \\ y\"\n",
        "a: |\n  one\n    two\n\n  three\nb: >-\n  one\n  two\nc: one\n  two\nd: \"x\\\n  \\ y\"\n",
    ),
    "an_indentation_that_is_told_is_told_anew": ("a:\n    b: |4\n          x\n        y\n", "a:\n  b: |2\n      x\n    y\n"),
    "empty_lines_that_count_stay": ("a: |+\n  x\n\n\nb: c\n",),
    "a_block_at_the_end_without_a_break_stays_without": ("a: |\n  x", "a: |-\n  x\n"),
    "one_blank_line_is_enough": ("\n\na: b\n\n\n\nc: d\n\n\n", "a: b\n\nc: d\n"),
    "a_comment_belongs_to_what_follows": (
        "units:\n# A\n- A\n# B\n- B\n# more\nlinks: []\n",
        "units:\n  # A\n  - A\n  # B\n  - B\n# more\nlinks: []\n",
    ),
    "a_comment_as_far_in_as_a_list_that_ended_belongs_to_it": (
        "units:\n    - A\n    # - B\nlinks: []\n",
        "units:\n  - A\n  # - B\nlinks: []\n",
    ),
    "comments_in_a_column_stay_in_one": (
        "a: b           # one\ncd: efg        # two\nh: i # alone\n",
        "a: b           # one\ncd: efg        # two\nh: i  # alone\n",
    ),
    "chinese_counts_double_in_columns": ("市场: b     # one\ncd: efg     # two\n",),
    "a_comment_behind_a_dash_comes_first": ("a:\n  - # one\n    b: c\n", "a:\n  # one\n  - b: c\n"),
    "windows_line_ends_and_marks_go": ("\ufeffa: b\r\nc: d\r\n", "a: b\nc: d\n"),
    "tabs_become_spaces": ("a:\tb\t# c\n", "a: b  # c\n"),
    "marks_of_documents_stay": ("# x\n%YAML 1.1\n--- # y\na: b\n...\n# z\n", "# x\n%YAML 1.1\n---\n# y\na: b\n...\n# z\n"),
    "a_file_in_brackets_stays_in_them": ("{a: [b],c: d} # e\n", "{a: [b], c: d}  # e\n"),
    "the_line_for_editors_stays_on_top": ("# yaml-language-server: $schema=orgviz.schema.json\nversion: 1\nunits: [A]\n",),
}  # fmt: skip


@pytest.mark.parametrize("texts", CASES.values(), ids=CASES)
def test_a_file_is_written_so(texts):
    before, after = texts[0], texts[-1]
    source = SourceText("file.yaml", before.removeprefix("\ufeff").replace("\r\n", "\n"))
    assert format_text(source, Findings()) == after
    assert format_text(SourceText("file.yaml", after), Findings()) == after


@pytest.mark.parametrize("text", ["a: [", "a: !!x b\n", "a: b\na: c\n", "", "- a\n b: c\n"])
def test_a_file_with_a_mistake_is_told_and_not_written(text):
    findings = Findings()
    assert format_text(SourceText("file.yaml", text), findings) is None
    assert findings.failed


def test_deep_nesting_is_written_without_recursion():
    text = "".join("  " * level + "- a:\n" for level in range(100)) + "  " * 100 + "- b\n"
    deep = "".join(" " * (4 * level) + "- a:\n" for level in range(100)) + " " * 400 + "- b\n"
    assert format_text(SourceText("file.yaml", text), Findings()) == deep
