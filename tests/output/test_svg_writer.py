from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.output.drawing import Drawing, Group, Polygon, Text, TextMode
from orgviz.output.fonts import set_drawing
from orgviz.output.svg_writer import font_list, real_text_writer, to_svg
from orgviz.style.values import TextRun, TextStyle

SVG, LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PLAIN, BOLD = TextStyle(10, "#000000"), TextStyle(10, "#000000", bold=True)


def parse(svg):
    return ElementTree.fromstring(svg.encode())  # noqa: S314 - ours


def test_the_document_tells_its_size_language_and_name(draw):
    root = parse(to_svg(draw("王", lang="zh-TW", title="启明 <电商>", description="two units")))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("400pt", "200pt", "0 0 400 200")
    assert (root.get("role"), root.get(LANG)) == ("graphics-document document", "zh-TW")
    names = {child.get("id"): child.text for child in root if child.get("id")}
    assert [names[name] for name in root.get("aria-labelledby").split()] == ["启明 <电商>", "two units"]


def test_the_ids_of_the_labels_keep_clear_of_the_groups(draw):
    drawing = draw("王", title="chart")
    svg = to_svg(replace(drawing, groups=(drawing.groups[0]._replace(id="chart-title"),)))
    ids = [element.get("id") for element in parse(svg).iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == 2


def test_a_box_is_a_group_as_graphviz_writes_it(draw):
    drawing = draw("王", group={"title": "hover", "description": "more"})
    group = parse(to_svg(drawing)).find(f"{SVG}g/{SVG}g")
    assert (group.get("id"), group.get("class")) == ("ops", "node unit")
    assert [child.tag.removeprefix(SVG) for child in group] == ["title", "desc", "text"]


def test_a_box_is_one_symbol_named_by_its_hover_text(draw):
    drawing = draw("王", group={"title": "hover"})
    assert parse(to_svg(drawing)).find(f"{SVG}g/{SVG}g").get("role") == "graphics-symbol img"


def test_a_box_with_a_link_hides_it_in_no_symbol(draw):
    drawing = draw("王", group={"title": "hover"}, href="https://example.com/")
    group = parse(to_svg(drawing)).find(f"{SVG}g/{SVG}g")
    assert group.get("role") is None
    assert group.find(f"{SVG}a").get("rel") == "noopener noreferrer"


def test_a_link_stands_around_what_a_group_holds(draw):
    group = parse(to_svg(draw("王", href="https://example.com/?a=1&b=2"))).find(f"{SVG}g/{SVG}g")
    link = group.find(f"{SVG}a")
    assert (link.get(LINK), link.get("target")) == ("https://example.com/?a=1&b=2", "_top")
    assert link.find(f"{SVG}text").text == "王"


def test_shapes_and_texts_keep_the_order_of_painting(draw):
    text = draw("王").groups[0].items[0]
    box = Polygon(((0, 0), (1, 0), (1, 1)), "#ffffff", None)
    group = parse(to_svg(draw(box, text, box))).find(f"{SVG}g/{SVG}g")
    assert [child.tag.removeprefix(SVG) for child in group] == ["polygon", "text", "polygon"]


def test_the_runs_of_a_text_flow_without_places_of_their_own():
    runs = (TextRun("王敏", BOLD), TextRun(" & 李四", PLAIN))
    element = parse(real_text_writer()(Text(50, 20, "middle", runs, 200)))
    assert "".join(element.itertext()) == "王敏 & 李四"
    (span,) = element
    assert span.attrib == {"font-weight": "normal"}
    assert (element.get("text-anchor"), element.get("font-weight")) == ("middle", "bold")


@pytest.mark.parametrize("words", ["two  spaces", " before", "after "])
def test_spaces_that_would_be_lost_are_kept(words):
    assert 'xml:space="preserve"' in real_text_writer()(Text(0, 0, "start", (TextRun(words, PLAIN),), 200))


def test_a_text_is_only_squeezed_where_it_might_not_fit():
    roomy = Text(0, 0, "start", (TextRun("王敏", PLAIN),), 20)
    assert "textLength" not in real_text_writer()(roomy)
    assert 'textLength="19.5" lengthAdjust="spacingAndGlyphs"' in real_text_writer()(roomy._replace(width=19.5))


def test_family_names_are_quoted_and_generic_ones_are_not():
    assert font_list(("PingFang SC", "O'Hara", "sans-serif")) == "'PingFang SC','O\\'Hara',sans-serif"


def test_ids_take_the_prefix(draw):
    svg = to_svg(draw("王", title="chart"), id_prefix="a-")
    assert {element.get("id") for element in parse(svg).iter()} - {None} == {"a-ops", "a-chart-title"}


def test_real_text_reads_no_font(draw, monkeypatch):
    monkeypatch.setattr("orgviz.output.font_files.open_ttfont", None)
    assert "王" in to_svg(draw("王"))


def test_outlines_bear_their_words_as_a_label(draw, make_fonts):
    drawing = draw("王 & 敏")
    svg = to_svg(drawing, text=TextMode.PATHS, setting=set_drawing(drawing, make_fonts({"Door": "王敏& A"})))
    root = parse(svg)
    assert not list(root.iter(f"{SVG}text"))
    (label,) = [element for element in root.iter() if element.get("aria-label")]
    assert label.get("aria-label") == "王 & 敏"
    assert list(label.iter(f"{SVG}path"))


def test_embedded_fonts_come_first_in_the_list(draw, make_fonts):
    drawing = draw("王", fonts=("Door", "sans-serif"))
    svg = to_svg(drawing, text=TextMode.EMBED, setting=set_drawing(drawing, make_fonts({"Door": "王"})))
    root = parse(svg)
    name = root.find(f"{SVG}style").text.partition("font-family:")[2].partition(";")[0]
    assert root.find(f"{SVG}g").get("font-family") == f"{name},'Door',sans-serif"


@pytest.mark.parametrize("mode", [TextMode.PATHS, TextMode.EMBED])
def test_other_than_real_text_needs_a_setting(draw, mode):
    with pytest.raises(ValueError, match="needs a setting"):
        to_svg(draw("王"), text=mode)


@pytest.mark.parametrize("mode", list(TextMode))
def test_the_same_drawing_gives_the_same_bytes(draw, make_fonts, mode):
    drawing = draw("王敏", bold=True)
    fonts = make_fonts({"Door": "王敏"})
    first, second = (to_svg(drawing, text=mode, setting=set_drawing(drawing, fonts)) for _ in range(2))
    assert first == second


TEXTS = st.text(min_size=1, max_size=8)
GROUPS = st.builds(
    Group,
    id=st.from_regex(r"[a-z]{1,6}", fullmatch=True),
    classes=st.just(("node",)),
    items=st.builds(lambda words: (Text(9, 9, "middle", (TextRun(words, PLAIN),), 9),), TEXTS),
    title=st.none() | TEXTS,
    description=st.none() | TEXTS,
    href=st.none() | st.just("https://example.com/\"'<>&"),
)  # fmt: skip


@given(st.lists(GROUPS, max_size=3), st.none() | TEXTS)
def test_any_words_make_a_document_that_can_be_read_and_fetches_nothing(groups, title):
    svg = to_svg(Drawing(9, 9, "#ffffff", "en", ("sans-serif",), tuple(groups), title=title))
    root = parse(svg)
    allowed = {f"{SVG}{tag}" for tag in ("svg", "title", "desc", "rect", "g", "a", "text", "tspan")}
    assert {element.tag for element in root.iter()} <= allowed
    assert len(root.findall(f"{SVG}g/{SVG}g")) == len(groups)


def test_the_only_addresses_are_names_of_languages_and_links(draw, make_fonts):
    drawing = draw("王")
    for mode in TextMode:
        svg = to_svg(drawing, text=mode, setting=set_drawing(drawing, make_fonts({"Door": "王"})))
        rest = svg.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", "")
        assert "://" not in rest
        assert "url(" not in rest.replace("url(data:font/", "")
