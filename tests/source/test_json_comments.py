import pytest

from orgviz.diagnostics import Findings
from orgviz.source.json_comments import find_json_comments
from orgviz.text import SourceText


def places(text: str) -> list[tuple[int, int, int]]:
    findings = Findings()
    assert find_json_comments(SourceText("org.json", text), findings) == bool(findings.items)
    return [(item.span.line, item.span.column, item.span.width) for item in findings.items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{\n  // a\n  "units": ["A"]\n}', [(2, 3, 4)]),
        ('{"units": ["A"], // a\n /* b */ "title": "t"}', [(1, 18, 4), (2, 2, 7)]),
        ('// a\n{"units": ["A"]}', [(1, 1, 4)]),
        ('{"units": ["A"] /* a\n b */}', [(1, 17, 4)]),
        ('{"units": ["A // b", "/* c */", "\\" // d"], "url": "https://example.com"}', []),
        ("{units: [A // b]}", []),
        ("units: [A] // a", []),
    ],
)
def test_comments_of_json_are_told_and_texts_are_left_alone(text, expected):
    assert places(text) == expected
