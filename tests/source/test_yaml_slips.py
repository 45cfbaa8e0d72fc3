"""Signs of a Chinese keyboard, or pasted from elsewhere: each line is told once, where it is wrong."""

import pytest

from orgviz.diagnostics import Findings
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText


def told(text: str, *, python_parser: bool = False):
    findings = Findings()
    read_yaml(SourceText("org.yaml", text), findings, python_parser=python_parser)
    return [(item.code, item.span.line, item.span.column) for item in findings.sorted()]


@pytest.mark.parametrize("python_parser", [False, True], ids=["libyaml", "python"])
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("units：\n  - name：A\n    head：B\n", [("yaml-space", 1, 6), ("yaml-space", 2, 9), ("yaml-space", 3, 9)]),
        ("units:\n  - name：A\n    head: B\n", [("yaml-space", 2, 9)]),
        ("units:\n  - name: A\n    units：\n      - B\n", [("yaml-space", 3, 10)]),
        ("units:\n  - 名称：A\n    head: B\n", [("yaml-space", 2, 7)]),
        ("units:\n　　- name: A\n　　　head: B\n", [("yaml-indent", 2, 1), ("yaml-indent", 3, 1)]),
        ("units:\n  - name: A\n  \xa0 head: B\n", [("yaml-indent", 3, 3)]),
        ("units:\n  -name: A\n  -name: B\n", [("yaml-space", 2, 3), ("yaml-space", 3, 3)]),
        ("units:\n  -　name: A\n  -　name: B\n", [("yaml-space", 2, 3), ("yaml-space", 3, 3)]),
        ("units:\n  - A\n  -B\n", [("yaml-space", 3, 3)]),
        ("units:\n  • name: A\n    head: B\n", [("yaml-space", 2, 3)]),
        ("// departments\nunits: [A]\n", [("yaml-syntax", 1, 1)]),
        ("units: [A] // departments\n", [("yaml-syntax", 1, 12)]),
        ("units: [A]\n＃ departments\ntitle: B\n", [("yaml-syntax", 2, 1)]),
    ],
)  # fmt: skip
def test_a_mistyped_sign_is_told_where_it_stands(text, places, python_parser):
    assert told(text, python_parser=python_parser) == places


@pytest.mark.parametrize(
    "text",
    [
        "a: 目标：达成\n",
        "a: |\n  name：A\n  -name: B\n",
        "a:\n  -负责\n  -管理\n",
        "a:\n  　　负责销售\n  　　管理渠道\n",
        "- a // b\n- https://example.com\n",
        "'name：A': b\n",
    ],
)
def test_the_same_signs_inside_texts_are_fine(text):
    assert [code for code, _, _ in told(text)] in ([], ["top-level"])


def test_texts_that_look_alike_are_not_told_beside_a_real_slip():
    assert told("a: |\n  name：A\n  -name: B\nunits：\n  - C\n") == [("yaml-space", 4, 6)]
