import pytest

from orgviz.diagnostics import Findings
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText


def told(text: str, *, python_parser: bool):
    findings = Findings()
    assert read_yaml(SourceText("org.yaml", text), findings, python_parser=python_parser) is None
    return [(item.code, item.span.line, item.span.column) for item in findings.sorted()]


@pytest.mark.parametrize("python_parser", [False, True], ids=["libyaml", "python"])
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: b: c\n", "yaml-colon", 1, 5),
        ("units:\n  - name: 销售部: 华东\n", "yaml-colon", 2, 14),
        ("units:\n  - name:Sales\n    id: a\n", "yaml-space", 2, 9),
        ("units\n  - a\nb: c\n", "yaml-space", 1, 1),
        ("key\nb: c\n", "yaml-space", 1, 1),
        ("a: b\n  c: d\n", "yaml-indent", 2, 3),
        ("a:\n  - b\n c: d\n", "yaml-indent", 3, 2),
        ("- a\nb: c\n", "yaml-indent", 2, 1),
        ("a: - b\n", "yaml-indent", 1, 4),
        ("a:\n\t- b\n", "yaml-tab", 2, 1),
        ("a:\n  - b: c\n\td: e\n", "yaml-tab", 3, 1),
        ("a:\n  - b: c\n\t\n", "yaml-tab", 3, 1),
        ("a:\n  b: c\n  \t\n  d: e\n", "yaml-tab", 3, 3),
        ("a: 'x\nb: c\n", "yaml-quote", 1, 4),
        ('a: "b" c\n', "yaml-quote", 1, 8),
        ("a: [1, 2\nb: c\n", "yaml-bracket", 1, 4),
        ("a: {b: c\n", "yaml-bracket", 1, 4),
        ("a: ]\n", "yaml-bracket", 1, 4),
        ('a: "C:\\qa"\n', "yaml-escape", 1, 7),
        ('a: "b\nc\\qd"\n', "yaml-escape", 2, 2),
        ('a: "\\U00110000"\n', "yaml-escape", 1, 5),
        ('a: "\\xZZ"\n', "yaml-escape", 1, 5),
        ("a: @x\n", "yaml-syntax", 1, 4),
        ("a: `x\n", "yaml-syntax", 1, 4),
        ("a: %x\n", "yaml-syntax", 1, 4),
        ("a: *\n", "yaml-syntax", 1, 4),
        ("a: |x\n  b\n", "yaml-syntax", 1, 5),
        ("%YAML 2.0\n---\na: b\n", "yaml-syntax", 1, 1),
    ],
)  # fmt: skip
def test_a_mistake_of_syntax_has_a_code_and_a_place(text, code, line, column, python_parser):
    assert told(text, python_parser=python_parser) == [(code, line, column)]


def test_conflict_marks_are_all_told():
    text = "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> other\n"
    assert told(text, python_parser=False) == [("conflict-mark", 2, 1), ("conflict-mark", 6, 1)]


def test_a_hidden_character_is_told_where_the_syntax_breaks():
    assert told("a: b\n\ufeffc: [\n", python_parser=False)[0] == ("forbidden-character", 2, 1)
