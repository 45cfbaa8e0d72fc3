"""What is read as plain YAML is what the whole language says there, to the last column, and worth no finding."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from orgviz.diagnostics import Findings
from orgviz.limits import LIMITS, Limits
from orgviz.source import yaml_plain
from orgviz.source.entries import Mapping
from orgviz.source.yaml_composer import compose
from orgviz.source.yaml_plain import read_plain
from orgviz.text import SourceText

ROOT = Path(__file__).parents[2]
FILES = [
    *ROOT.glob("samples/*.yaml"),
    *ROOT.glob("styles/*.yaml"),
    *ROOT.glob("orgviz/**/*.yaml"),
    *ROOT.glob("tests/golden/**/*.yaml"),
    *ROOT.glob("tests/errors/**/*.yaml"),
    *ROOT.glob("tests/hostile/files/*.yaml"),
]

# Of such parts lines are put together at random: what is plain, and what looks nearly like it.
INDENTS = st.sampled_from(["", "", "  ", "  ", "    ", "   ", " ", "      "])
DASHES = st.sampled_from(["", "", "", "- ", "- ", "-   ", "- - ", "-", "--- ", "? "])
KEYS = st.sampled_from(["", "a: ", "b: ", "c:", "名 称: ", "a b:  ", "a-b.c/d: ", "null: ", "1: ", "<<: ", "a : ", "'a': ",
                        "a:b: ", "é: ", "a：", "　a: ", "[a]: ", "a #: ", "_: "])  # fmt: skip
TEXTS = ["", "x", "x y ", "a:b", "a: b", "a#b", "a #b", "# b", "#", "null", "~", "-", "-1", "- x", "?", ":x", "x:", "'q'", '"q"',
         "'it''s'", '"a\\n"', "'a' # b", "'a'# b", "'a' b", '"a": b', "'", '"', "{a: x}", "{a: x, b: y z }", "{a: x, a: y}",
         "{ a: x , b: [y, z] }", "{a: [x, {b: y}], c: 'd'}", "[]", "{}", "[x, y]", "[ x ,y,'z']", "[x,]", "[,]", "[x y: z]",
         "{x}", "{a: }", "{a:x}", "{a: x", "[x]]", "[x}", "[x] y", "{a: x} # c", "{a: x}#", "{a: x}: y", "[x], y", "[[x], [y]]",
         "[x [y]]", "{a: x}b: c}", "{a: null, b: ~}", "{a: x?, b: y}", "{a: -1}", "{a: x:y}", "{a: b#c}", "{a: b #c}", "&x y", "*x",
         "!t x", "|", ">", "| # c", "%x", "@x", "`x", "=", "<<", "...", "---", "，", "（总部）", "ä\u00a0", "\u00a0x", "😀", "https://a.b/c?d#e",
         "{a: x} y", "[x]# y", "['a''b']", "['a' b]", "x\ty", "x\u2028y", "x\u0085y", "x\u200by", "x\u202ey", "x\r", "{? a: b}", "{a: b: c}", "[a: b]", "{[a]: b}", "{'a': b}"]  # fmt: skip
ODD_LINES = st.builds("{}{}{}{}".format, INDENTS, DASHES, KEYS, st.sampled_from(TEXTS))
GOOD_TEXTS = ["x", "x y ", "a:b", "a#b", "x # c", "~", "'q'", '"q" # c', "{a: x}", "{a: x, b: y z }", "{ a: x , b: [y, z] }", "[]",
              "{a: [x, {b: y}], c: 'd'}", "[ x ,y,'z']", "{a: null, b: ~} # c", "（总部）", "x\u00a0", "https://a.b/c?d#e"]  # fmt: skip


@st.composite
def documents(draw) -> str:
    """Return a text most of whose lines are plain and stand where they may; any may be another."""
    lines: list[str] = []
    columns, awaits = [0], True  # where lines may begin, and whether the latest of them awaits a value below
    for number in range(draw(st.integers(0, 9))):
        if draw(st.integers(0, 15)) == 0:
            lines.append(draw(ODD_LINES))
            continue
        column = draw(st.sampled_from(columns))
        if awaits and lines:
            column = columns[-1] + draw(st.integers(0, 3))
        is_item = draw(st.booleans()) if awaits else any(line.startswith(" " * column + "-") for line in lines[-4:])
        columns = [*[one for one in columns if one < column], column]
        dashes = draw(st.sampled_from(["- ", "- ", "-  ", "- - "])) if is_item else ""
        columns += [column + len(dashes)] if dashes else []
        key = "" if dashes and draw(st.booleans()) else f"k{number}:"
        awaits = bool(key) and draw(st.booleans())
        text = draw(st.sampled_from(["", "", " ", " # c"] if awaits else GOOD_TEXTS))
        lines.append(f"{' ' * column}{dashes}{key}{' ' if key and not awaits else ''}{text}")
    first = draw(st.sampled_from(["", "", "", "---\n", "--- \n", "\n", "# c\n", "%YAML 1.1\n---\n"]))
    return first + "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n", "\n", "\n\n", "\n...\n", "\n---\n", " "]))


DOCUMENTS = documents()


def both(text: str, limits: Limits = LIMITS):
    """Return what is read as plain, and what all of YAML makes of it with its findings."""
    source, findings = SourceText("org.yaml", text), Findings(limits=limits)
    composed = compose(source, findings)
    return read_plain(source, limits), composed and composed.root, findings.items


def assert_same_or_left(text: str, limits: Limits = LIMITS) -> None:
    plain, whole, findings = both(text, limits)
    if plain is not None:
        assert not findings
        assert repr(plain) == repr(whole)  # each with its place, and of the same classes


@pytest.mark.parametrize("text", TEXTS, ids=repr)
def test_each_text_alone_says_the_same(text):
    for line in (
        f"a: {text}",
        f"- {text}",
        f"a: [{text}, x]",
        f"a: {{b: {text}}}",
        f"{text}: x",
        f"a: {text}{text}",
        f"a:\n- {text} x",
    ):
        assert_same_or_left(line)
        assert_same_or_left(f"{line}\nz:\n")


@settings(max_examples=1000)
@given(DOCUMENTS)
@example("a:\n- x\n- y\nb: z\n")
@example("a:\n  - b: x\n   c: y\n")
@example("a: x\n  - y\n")
@example("- a: x\n b: y\n")
@example("a:\n    b: x\n  c: y\n")
@example("a: x\n\n# c\n  y: z\n")
def test_what_is_plain_says_the_same_in_all_of_yaml(text):
    assert_same_or_left(text)


@settings(max_examples=300)
@given(st.data())
def test_real_files_say_the_same_wherever_a_line_is_changed(data):
    lines = data.draw(st.sampled_from(FILES)).read_bytes().decode("utf-8", "replace").split("\n")[:40]
    place = data.draw(st.integers(0, len(lines)))
    kept = data.draw(st.integers(0, 1))
    assert_same_or_left("\n".join([*lines[:place], data.draw(ODD_LINES), *lines[place + kept :]]))


@pytest.mark.parametrize("limits", [Limits(entries=12), Limits(depth=1), Limits(depth=3), Limits(boxes=2)], ids=repr)
@settings(max_examples=300)
@given(text=DOCUMENTS)
def test_what_goes_beyond_a_limit_is_left(limits, text):
    assert_same_or_left(text, limits)


@pytest.mark.parametrize("text", ["a: {b: x}\n", "a: [x]\n", "a: [x, 'y']\n", "- {b: x}\n", "- a: x\n", "a:\n  b: x\n"])
def test_brackets_count_as_levels_within_what_begins_on_their_line(text):
    assert read_plain(SourceText("org.yaml", text), Limits(depth=1)) is None
    plain, whole, _ = both(text, Limits(depth=3))
    assert plain is not None
    assert plain == whole


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_say_the_same_in_both_ways(path):
    assert_same_or_left(path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n"))


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.parts[-2] in ("samples", "styles", "lexicon")], ids=lambda path: path.name
)
def test_what_people_write_is_plain(path):
    root = read_plain(SourceText(path.name, path.read_text(encoding="utf-8")), LIMITS)
    assert isinstance(root, Mapping)


@pytest.mark.parametrize(
    "text",
    ["a: &x y\n", "a: *x\n", "a: !t x\n", "a: |\n  x\n", "a: x\n  y\n", "a: x\na: y\n", "a:\n\tb: x\n", "a: \"\\x41\"\n",
     "<<: {a: b}\n", "? a\n: b\n", "a: x\n---\nb: y\n", "", "# c\n", "x\n", "{a: b}\n", "[a\n]\n", f"{'k' * 201}: x\n"],
)  # fmt: skip
def test_all_else_is_left_to_the_reader_of_all(text):
    assert read_plain(SourceText("org.yaml", text), LIMITS) is None


@pytest.mark.parametrize("place", range(2, 12))
def test_a_pair_in_brackets_is_looked_for_where_one_may_begin_and_not_from_every_letter_on(place):
    assert yaml_plain._PAIR.match("{long word: x}", 1)
    assert yaml_plain._PAIR.match("{long word: x}", place) is None


def test_plain_files_need_no_quotes_or_brackets_to_be_plain():
    text = "a: {b: 'x y', c: [1, \"2\"]} # d\ne:\n- f: g\n  h:\n  - - i\n    - j\nk:\n"
    plain, whole, _ = both(text)
    assert plain is not None
    assert plain == whole
