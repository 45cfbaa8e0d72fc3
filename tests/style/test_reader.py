"""Reading theme files: what is laid over what, and what is said about each mistake."""

from __future__ import annotations

import pytest

from orgviz.diagnostics import Diagnostic, Findings
from orgviz.model import Status
from orgviz.style.reader import read_theme
from orgviz.style.theme import LineRole, TextRole, Theme
from orgviz.text import SourceText

FILES = {
    "default": 'extends: none\npalette: {blue: "#1440ad", red: "#d3263b"}\ntypes: {operations: blue}\n',
    "brand": 'lines: {solid: {color: "#123456"}}\n',
    "left": "extends: right\n",
    "right": "extends: left\n",
}

POINTS = " is not a number of points from 0 to 200"


def read(text: str) -> tuple[Theme, tuple[Diagnostic, ...]]:
    def find(name: str, _: SourceText) -> SourceText | None:
        return SourceText(name, FILES[name]) if name in FILES else None

    findings = Findings()
    theme = read_theme(SourceText("own.yaml", text), find, findings)
    return theme, findings.sorted()


def only(text: str) -> Diagnostic:
    _, (finding,) = read(text)
    return finding


def test_a_theme_builds_on_the_default_without_saying_so() -> None:
    theme, findings = read("name: own\n")
    assert (theme.name, theme.types, findings) == ("own", {"operations": "blue"}, ())


def test_a_theme_may_build_on_nothing() -> None:
    assert read("extends: none\n")[0] == Theme()


def test_a_theme_is_laid_over_the_one_that_it_extends_key_by_key() -> None:
    theme, findings = read("extends: brand\nlines: {solid: {width: 2}}\n")
    assert findings == ()
    assert (theme.line(LineRole.SOLID).color, theme.line(LineRole.SOLID).width) == ("#123456", 2)
    assert theme.box("operations").edge == "#1440ad"


def test_every_section_arrives_in_the_theme() -> None:
    theme, findings = read(
        """
monochrome: true
page: {background: "#101010", text: "#fff"}
boxes: {border-width: 1, edge-width: 6}
root: {fill: "#222"}
palette: {blue: {edge: "#00f", edge-width: 2, edge-dash: [2, 1]}}
types: {channel: "#0a0"}
text: {duty: {size: 7.5, italic: true, color: muted}}
lines: {dotted: {dash: [1, 2], arrow: true}}
statuses: {planned: {dash: [6, 3], border: edge, border-width: 1.5, hollow: true}}
"""
    )
    assert findings == ()
    assert (theme.monochrome, theme.background, theme.page.text) == (True, "#101010", "#ffffff")
    box = theme.box("operations", status=Status.PLANNED)
    assert (box.edge, box.edge_width, box.edge_dash, box.border_width) == ("#0000ff", 2, (2, 1), 1.5)
    assert (theme.box("channel").edge_width, theme.root.fill) == (6, "#222222")
    assert (theme.text(TextRole.DUTY).size, theme.text(TextRole.DUTY).italic) == (7.5, True)
    assert theme.line(LineRole.DOTTED).dash == (1, 2)


def test_a_colour_in_short_gives_a_whole_box_that_suits_the_page() -> None:
    light, _ = read('palette: {brand: "#e11d48"}\n')
    dark, _ = read('palette: {brand: "#e11d48"}\npage: {background: "#101010"}\n')
    assert light.box(color="brand").edge == dark.box(color="brand").edge == "#e11d48"
    assert light.box(color="brand").fill != dark.box(color="brand").fill


def test_a_new_colour_needs_only_an_edge_and_keeps_what_else_is_given() -> None:
    theme, findings = read('palette: {brand: {edge: "#e11d48", fill: "#fff8f9"}}\n')
    assert findings == ()
    assert (theme.palette["brand"].fill, theme.palette["brand"].border != "#000000") == ("#fff8f9", True)


@pytest.mark.parametrize(
    ("text", "code", "message", "column", "hint"),
    [
        ("colour: 1", "theme-unknown-key", "unknown key 'colour' in a theme", 1, None),
        ("pallete: {}", "theme-unknown-key", "unknown key 'pallete' in a theme", 1,
         "did you mean 'palette'?"),
        ("text: {names: {}}", "theme-unknown-key", "unknown key 'names' in text", 8, "did you mean 'name'?"),
        ("lines: {solid: {colour: 1}}", "theme-unknown-key", "unknown key 'colour' in 'solid'", 17,
         "did you mean 'color'?"),
        ("page: {text: blue}", "theme-bad-color", "'blue' is not a colour such as '#2563eb'", 14, None),
        ("page: {text: }", "theme-bad-color", "nothing is not a colour such as '#2563eb'", None,
         'a colour needs quotes, as in "#2563eb": without them, # begins a comment'),
        ("text: {tag: {color: fil}}", "theme-bad-color",
         "'fil' is not a colour such as '#2563eb', 'edge', 'fill', 'border', 'text' or 'muted'", 21, None),
        ("palette: {brand: {fill: '#fff'}}", "theme-bad-color",
         "the new palette colour 'brand' has no 'edge'", 18, 'give at least that, as in edge: "#2563eb"'),
        ("boxes: {edge-width: wide}", "theme-bad-number", "'wide'" + POINTS, 21, None),
        ("boxes: {edge-width: nan}", "theme-bad-number", "'nan'" + POINTS, 21, None),
        ("boxes: {edge-width: -1}", "theme-bad-number", "'-1'" + POINTS, 21, None),
        ("lines: {dotted: {dash: [1, 2, 3]}}", "theme-bad-number",
         "dashes are a list of lengths, of ink and gap in turn", 24, "write [6, 3], or [] for a solid line"),
        ("monochrome: yes", "theme-bad-value", "'yes' is neither 'true' nor 'false'", 13, None),
        ("palette: [blue]", "theme-wrong-shape", "palette must be a mapping", 10, None),
        ("name: [own]", "theme-wrong-shape", "a word is needed here", 7, None),
        ("extends: corprate", "theme-unknown-theme", "there is no theme 'corprate' to extend", 10, None),
        ("extends: left", "theme-loop", "'left' extends this theme, so this theme cannot extend it",
         None, None),
        ("types: {sales: bleu}", "theme-unknown-color", "there is no colour 'bleu' in the palette", 16,
         "did you mean 'blue'?"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(
    text: str, code: str, message: str, column: int | None, hint: str | None
) -> None:
    finding = only(text + "\n")
    assert (finding.code, finding.message) == (code, message)
    assert column is None or finding.span.column == column
    assert hint is None or finding.hint == hint


def test_all_mistakes_are_told_at_once() -> None:
    _, findings = read("foo: 1\nbar: 2\nlines: {solid: {width: x, color: y}}\n")
    assert [item.code for item in findings] == ["theme-unknown-key"] * 2 + [
        "theme-bad-number",
        "theme-bad-color",
    ]


def test_a_mistake_leaves_what_was_there_before() -> None:
    theme, _ = read("extends: brand\nlines: {solid: {color: x, width: y}}\n")
    assert theme.line(LineRole.SOLID).color == "#123456"
