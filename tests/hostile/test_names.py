"""No name is altered in a drawing, and DOT holds nothing but what we put there."""

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgviz.pipeline import render
from orgviz.render_options import Format, RenderOptions
from tests.hostile.allowlist import offences
from tests.hostile.cases import cases, unspaced
from tests.strategies import TRICKY, is_name

SVG = "{http://www.w3.org/2000/svg}"
# What means something to Graphviz, XML, HTML, YAML or a terminal.
PIECES = (
    "\\", '"', "<", ">", "&", ";", "#", ":", "|", "{", "}", "'", "`", "%", "$", "\\N", "\\G", "\\l", "<B>", "</TD>", "<BR/>",
    "&amp;", "&#60;", "&#x1;", "]]>", "-->", "<!--", "<?x?>", "<script>", "javascript:", "url(#a)", "*a", "&a", "!!x", " - ",
    "\u05d0", "\u0646", "港", "\U00020000", "e\u0301", "👩‍🔧", "\u200d", "\u00ad", "a", "B", "0", " ", "Quay",
)  # fmt: skip
hostile_names = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)
    | st.sampled_from(TRICKY)
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
).filter(is_name)
# Generated names and a fixed list of attributes: nothing that reads a file, runs, or leads anywhere.
STATEMENT = re.compile(r"(?:graph|node|edge|[a-z]+\d*[ab]?)(?: -> [a-z]+\d*[ab]?)? \[(.*)\]")
ATTRIBUTES = frozenset(
    ["arrowsize", "bgcolor", "charset", "class", "color", "dir", "fillcolor", "fixedsize", "fontname", "height", "id", "label",
     "lp", "margin", "outputorder", "pad", "penwidth", "pos", "shape", "splines", "style", "width"]
)  # fmt: skip
VALUE = re.compile(r'([a-z]+)=(?:"[^"]*"|<(?:[^<>]|<[^<>]*>)*>|[\w.,-]+)(?: |$)')
TAG = re.compile(r"<[^<>]*>")
TAGS = re.compile(
    r"</?(?:B|I|S|FONT)>|<BR/>|<BR ALIGN=\"LEFT\"/>|<FONT POINT-SIZE=\"[\d.]+\" COLOR=\"#[0-9a-f]{3,6}\">"
)


def drawn(names: list[str], format: Format = Format.SVG) -> str:
    """Draw a department for each name, under a title and with a link of the first."""
    units = [{"name": name, "id": f"u{place}"} for place, name in enumerate(names)]
    data = {"title": names[0], "units": [{"name": "top", "id": "top", "units": units}]}
    data["links"] = [{"from": "top", "to": "u0", "kind": "dotted", "label": names[0]}]
    return render(json.dumps(data).encode(), "a.json", [format], RenderOptions()).outputs[0].decode()


def altered(names: list[str], svg: str) -> list[str]:
    """Return the names that do not stand in their own group of the drawing, letter by letter."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - ours
    assert list(offences(root)) == []
    groups = {group.get("id"): group for group in root.iter(f"{SVG}g")}
    wrong = []
    for place, name in enumerate(names):
        title = groups[f"u{place}"].find(f"{SVG}title")
        whole = "" if title is None else title.text or ""
        shown = "".join("".join(text.itertext()) for text in groups[f"u{place}"].iter(f"{SVG}text"))
        # Lines that are full are broken by hyphens, and a long name ends in an ellipsis.
        is_shown = "…" in shown or unbroken(name) in unbroken(shown)
        if unspaced(name) not in unspaced(whole) or not is_shown:
            wrong.append(name)
    return wrong


def unbroken(text: str) -> str:
    """Return a text without what the breaking of lines adds and takes."""
    return re.sub(r"[\s\u00ad-]", "", text)


def wrong_statements(dot: str) -> list[str]:
    """Return the lines of DOT that hold anything but generated names, known attributes and escaped labels."""
    first, *lines, last = dot.splitlines()
    assert (first, last) == ("digraph orgviz {", "}")
    return [line for line in lines if not _is_ours(line)]


def _is_ours(line: str) -> bool:
    match = STATEMENT.fullmatch(line)
    if match is None:
        return False
    names = VALUE.findall(match[1])
    label = f" {match[1]}".partition(" label=<")[2]
    return (
        VALUE.sub("", match[1]) == "" and ATTRIBUTES.issuperset(names) and all(map(TAGS.fullmatch, TAG.findall(label)))
    )


@settings(max_examples=50)
@given(st.lists(hostile_names, min_size=4, max_size=8))
def test_no_name_is_altered_in_a_drawing(names):
    assert altered(names, drawn(names)) == []


@settings(max_examples=100)
@given(st.lists(hostile_names, min_size=1, max_size=4))
def test_dot_holds_generated_names_known_attributes_and_escaped_labels(names):
    assert wrong_statements(drawn(names, Format.DOT)) == []


@pytest.mark.parametrize(
    "line",
    ['a:b [label="x"]', 'n0 [image="x"]', "n0 [label=<<IMG SRC='x'/>>]", 'n0 [URL="x"]', "evil", 'n0 [id="a"; shape=box]',
     'n0 [label=<<FONT FACE="x">>]', "n0 [label=<<TABLE></TABLE>>]"],
)  # fmt: skip
def test_the_law_of_dot_finds_what_is_not_ours(line):
    assert wrong_statements(f"digraph orgviz {{\n{line}\n}}") == [line]


def test_the_law_of_names_finds_what_is_altered():
    svg = drawn(["R&D"])
    assert altered(["R&D"], svg) == []
    assert altered(["R&D"], svg.replace("<title>R&amp;D", "<title>R D")) == ["R&D"]
    assert altered(["R&D"], svg.replace(">R&amp;D</text>", ">R D</text>")) == ["R&D"]


@pytest.mark.parametrize("case", [case for case in cases() if case.is_ok], ids=lambda case: case.name)
def test_the_dot_of_every_hostile_input_is_ours_too(case):
    dot = render(case.data, case.name, [Format.DOT], RenderOptions()).outputs[0].decode()
    assert wrong_statements(dot) == []
