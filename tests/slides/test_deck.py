"""A deck keeps the rules that PowerPoint is strict about, and says all that the chart says."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from orgviz.chart.values import Detail
from orgviz.layout.geometry import Rect
from orgviz.layout.options import PAGES, Direction, LayoutOptions
from orgviz.layout.page import Page, PageText, single_page
from orgviz.layout.scene import PlacedText
from orgviz.pipeline import render
from orgviz.render_options import Format, RenderOptions
from orgviz.slides.deck import to_deck
from orgviz.slides.options import DeckOptions
from orgviz.slides.paint import accents
from orgviz.slides.units import EMU
from orgviz.style.catalogue import load_theme
from orgviz.style.values import TextRun, TextStyle
from tests.laws.test_scenes import scenes
from tests.slides.reading import RELATION, Deck, drawn, name_of, rect_of, text_of

ORG = """\
title: 启明电商
lang: zh-CN
units:
  - name: 运营中心
    head: {title: 总经理, holder: 王敏}
    url: https://example.com/ops?a=1&b=2
    positions: [运营专员, {title: 客服专员, holder: [李四, 赵六], seats: 5}]
    units: [商品部, {name: 活动部, status: planned}]
  - {name: Finance <script> "x", duty: "]]> & more", url: "mailto:ann@example.com"}
  - 客服部
links:
  - {from: 客服部, to: 运营中心, kind: supports, label: 大促}
  - {from: 商品部, to: 客服部, kind: dotted}
"""
# Of elements with a fixed order: what stands in them, in that order.
ORDERS = {
    "spPr": ("xfrm", "custGeom", "prstGeom", "noFill", "solidFill", "gradFill", "ln"),
    "grpSpPr": ("xfrm",),
    "xfrm": ("off", "ext", "chOff", "chExt"),
    "ln": ("noFill", "solidFill", "prstDash", "miter", "headEnd", "tailEnd"),
    "rPr": ("solidFill", "latin", "ea", "cs", "hlinkClick"),
    "pPr": ("lnSpc", "spcBef", "buNone", "tabLst"),
    "sp": ("nvSpPr", "spPr", "txBody"),
    "cxnSp": ("nvCxnSpPr", "spPr"),
    "grpSp": ("nvGrpSpPr", "grpSpPr", "sp", "cxnSp"),
    "txBody": ("bodyPr", "lstStyle", "p"),
    "p": ("pPr", "r", "endParaRPr"),
    "cNvPr": ("hlinkClick", "extLst"),
    "nvCxnSpPr": ("cNvPr", "cNvCxnSpPr", "nvPr"),
    "cNvCxnSpPr": ("stCxn", "endCxn"),
    "custGeom": ("avLst", "gdLst", "ahLst", "cxnLst", "rect", "pathLst"),
    "gradFill": ("gsLst", "lin"),
}
ANY_ORDER = {("grpSp", "sp", "cxnSp"), ("p", "r", "br")}
PRESETS = {"rect", "straightConnector1", *(f"bentConnector{n}" for n in range(2, 6))}
WHOLE = re.compile(r"-?\d+")
DRAWN = drawn(ORG)


def deck_of(scene, **options):
    return Deck(to_deck([single_page(scene)], DeckOptions(**options)))


@pytest.fixture(scope="module")
def slide():
    return deck_of(DRAWN.scene).slide()


def children(element):
    return [etree.QName(child).localname for child in element]


def breaches(deck):
    """Yield what PowerPoint would repair, or refuse to open."""
    for name in deck.slides:
        root = deck.xml(name)
        ids = [element.get("id") for element in root.iter("{*}cNvPr")]
        if len(ids) != len(set(ids)):
            yield "an id stands twice"
        relations = [value for element in root.iter() for key, value in element.items() if key.startswith(RELATION)]
        yield from (f"{one} leads nowhere" for one in relations if one not in deck.targets(name))
        for element in root.iter():
            yield from breaches_of(element)


def breaches_of(element):
    name, inner = etree.QName(element).localname, children(element)
    order = ORDERS.get(name)
    if order is not None:
        kinds = [{"br": "r", "cxnSp": "sp"}.get(kind, kind) for kind in inner]
        if [kind for kind in kinds if kind not in order]:
            yield f"{inner} in {name}"
        elif kinds != sorted(kinds, key=order.index):
            yield f"{inner} in {name} in this order"
    if name == "txBody" and "p" not in inner:
        yield "a text without a paragraph"
    if name == "prstGeom" and element.get("prst") not in PRESETS:
        yield f"{element.get('prst')} is no shape"
    if name in ("ext", "chExt") and element.get("cx") and min(int(element.get("cx")), int(element.get("cy"))) < 0:
        yield "a negative size"
    numbers = [value for key, value in element.items() if key in ("x", "y", "cx", "cy", "w", "sz", "pos", "marL")]
    if name in ("off", "ext", "chOff", "chExt", "ln", "tab", "pPr", "rPr"):
        yield from (f"{number} is no whole number" for number in numbers if not WHOLE.fullmatch(number))
    if name == "rPr" and not 100 <= int(element.get("sz", 100)) <= 400_000:
        yield f"letters of {element.get('sz')}"
    if name == "tabLst" and len(inner) > 32:
        yield "more than 32 tabs"


@settings(max_examples=12, deadline=None)
@given(scenes())
def test_any_chart_keeps_the_rules_of_powerpoint(scene):
    deck = deck_of(scene)
    assert list(breaches(deck)) == []
    for name in deck.names:
        owner = re.sub(r"_rels/(.*)\.rels$", r"\1", name)
        if owner != name and owner:
            inside = [target for target in deck.targets(owner).values() if "://" not in target and ":" not in target]
            assert [target for target in inside if target not in deck.names] == []


def test_each_part_has_a_type_and_nothing_is_left_of_other_machines():
    deck = deck_of(DRAWN.scene)
    types = deck.xml("[Content_Types].xml")
    defaults = {item.get("Extension") for item in types.iter("{*}Default")}
    overrides = {item.get("PartName")[1:] for item in types.iter("{*}Override")}
    assert [name for name in deck.names[1:] if name not in overrides and name.rpartition(".")[2] not in defaults] == []
    assert not [name for name in deck.names if "printer" in name or "thumbnail" in name]
    assert b"Canny" not in b"".join(deck.parts.values())
    assert b"/tmp" not in b"".join(deck.parts.values())


def test_each_box_is_one_shape_with_a_paragraph_for_each_of_its_own(slide):
    cards = DRAWN.scene.cards
    assert len(slide.boxes) == len(cards)
    for placed, shape in zip(cards, slide.boxes.values(), strict=True):
        said = [re.sub(r"\s", "", text) for text in text_of(shape)]
        assert said == [re.sub(r"\s", "", paragraph.text) for paragraph in placed.card.paragraphs]
        assert name_of(shape) == placed.card.paragraphs[0].text
        assert shape.find("./*/{*}cNvPr").get("descr") == placed.card.tooltip


def test_text_is_broken_where_the_layout_broke_it_and_nowhere_else():
    scene = drawn("units: [{name: Customer Service and After Sales Support Centre for Northern Europe}, B, C, D]").scene
    shape = next(iter(deck_of(scene).slide().boxes.values()))
    lines = [line for line in scene.cards[0].lines if line.paragraph == 0]
    assert len(lines) > 1
    assert text_of(shape)[0].split("\n") == ["".join(run.text for run in line.runs) for line in lines]
    assert shape.find(".//{*}bodyPr").get("wrap") == "none"


def test_letters_have_size_weight_colour_language_and_fonts_for_all_scripts(slide):
    runs = [run for shape in slide.boxes.values() for run in shape.iter("{*}r")]
    for run in runs:
        look = run.find("./{*}rPr")
        assert look.get("lang") == "zh-CN"
        assert look.find("./{*}ea").get("typeface") == "Microsoft YaHei"
        assert look.find("./{*}latin").get("typeface")
        assert look.find("./{*}cs").get("typeface")
    name = next(run for run in runs if run.findtext("./{*}t") == "商品部")
    scale = single_page(DRAWN.scene).scale
    style = next(p.card for p in DRAWN.scene.cards if p.card.paragraphs[0].text == "商品部").paragraphs[0].runs[0].style
    assert int(name.find("./{*}rPr").get("sz")) == round(style.size * scale * 100)
    assert name.find("./{*}rPr").get("b") == "1"


def test_a_list_in_columns_is_set_with_tabs_and_every_post_is_said():
    posts = ", ".join(f"Post number {n}" for n in range(24))
    scene = drawn(f"units: [{{name: Works, positions: [{posts}]}}]").scene
    (shape,) = deck_of(scene).slide().boxes.values()
    rows = text_of(shape)[1:]
    assert any("\t" in row for row in rows)
    assert sorted(cell for row in rows for cell in row.split("\t")) == sorted(f"Post number {n}" for n in range(24))


def test_tabs_stand_in_paragraphs_without_an_indent_else_libreoffice_drops_them():
    posts = ", ".join(f"{{title: Post {n}, reports: [Aide {n}]}}" for n in range(12))
    scene = drawn(f"units: [{{name: Works, positions: [{posts}]}}]").scene
    (shape,) = deck_of(scene).slide().boxes.values()
    tabbed = [paragraph for paragraph in shape.iter("{*}pPr") if paragraph.find("./{*}tabLst") is not None]
    assert tabbed
    assert [paragraph.get("marL") for paragraph in tabbed] == [None] * len(tabbed)
    assert any(text.startswith("\t") for text in text_of(shape))


def test_the_title_is_the_slides_title_where_the_picture_has_it(slide):
    title = next(shape for shape in slide.shapes.values() if shape.find(".//{*}ph") is not None)
    assert title.find(".//{*}ph").get("type") == "title"
    assert text_of(title) == ["启明电商"]
    page = single_page(DRAWN.scene)
    line = DRAWN.scene.title[0]
    assert rect_of(title).x == pytest.approx(page.place.x + line.x * page.scale, abs=0.01)


def test_a_chart_without_a_title_has_one_above_the_slide_for_screen_readers():
    title = next(iter(deck_of(drawn("units: [Works, Sales]").scene).slide().shapes.values()))
    assert title.find(".//{*}ph").get("type") == "title"
    assert text_of(title)
    assert rect_of(title).bottom <= 0


def test_addresses_are_links_and_nothing_else_is(slide):
    clicks = {name_of(shape): shape.find("./*/{*}cNvPr/{*}hlinkClick") for shape in slide.boxes.values()}
    targets = {name: slide.targets[click.get(f"{RELATION}id")] for name, click in clicks.items() if click is not None}
    assert targets == {
        "运营中心": "https://example.com/ops?a=1&b=2",
        'Finance <script> "x"': "mailto:ann@example.com",
    }


def test_other_addresses_than_of_the_web_and_mail_never_get_in():
    card = DRAWN.scene.cards[0]
    for address in ("file:///etc/passwd", "javascript:alert(1)", "\\\\host\\share", "https://" + "x" * 3000):
        scene = replace(DRAWN.scene, cards=(card._replace(card=replace(card.card, href=address)),))
        scene = replace(scene, connectors=(), links=())
        assert [*deck_of(scene).slide().root.iter("{*}hlinkClick")] == []


def test_dotted_dashed_and_solid_lines_and_arrows_stay_what_they_are(slide):
    def looks(name):
        lines = [line.element for line in slide.lines if name in name_of(line.element) and line.start]
        return {line.find(".//{*}prstDash").get("val") for line in lines}, [
            line.find(".//{*}tailEnd") is not None for line in lines
        ]

    assert looks("运营中心 → 商品部")[0] == {"solid"}
    assert looks("商品部 ⇢ 客服部")[0] == {"dot"}
    dashes, arrows = looks("客服部 ⇢ 运营中心")
    assert dashes == {"dash"}
    assert arrows.count(True) == 1


def test_strips_have_the_themes_colours_and_the_theme_has_those_of_the_chart():
    deck = deck_of(DRAWN.scene)
    theme = deck.xml("ppt/theme/theme1.xml")
    named = [theme.find(f".//{{*}}accent{n}/{{*}}srgbClr").get("val").lower() for n in range(1, 7)]
    assert named == [color[1:] for color in accents([DRAWN.scene])]
    shapes = zip(DRAWN.scene.cards, deck.slide().boxes.values(), strict=True)
    for placed, shape in shapes:
        first, *_, last = shape.iterfind(".//{*}gs")
        assert named[int(first[0].get("val")[-1]) - 1] == placed.card.style.edge[1:]
        fill = last[0].get("val").lower()
        assert fill in (placed.card.style.fill[1:], "bg1", "tx1") or fill.startswith("accent")


@pytest.mark.parametrize("theme", ["default", "dark", "print", "warm", "corporate"])
def test_the_ground_is_that_of_the_theme(theme):
    deck = deck_of(drawn(ORG, theme=theme).scene)
    ground = deck.xml("ppt/theme/theme1.xml").find(".//{*}lt1/{*}srgbClr").get("val").lower()
    assert ground == load_theme(theme).background[1:]
    assert list(breaches(deck)) == []


def test_the_notes_say_title_source_and_day():
    deck = deck_of(DRAWN.scene, source="org.yaml", day="2026-10-01")
    note = next(name for name in deck.names if "notesSlides/notes" in name)
    assert "启明电商来源：org.yaml截至 2026-10-01" in "".join(deck.xml(note).itertext())


def test_everything_of_a_chart_but_its_title_is_one_group_of_its_name(slide):
    assert name_of_group(slide) == "orgviz: 启明电商"
    top = [etree.QName(element).localname for element in slide.group.getparent()]
    assert top == ["nvGrpSpPr", "grpSpPr", "sp", "grpSp"]


def name_of_group(slide):
    return slide.group.find("./{*}nvGrpSpPr/{*}cNvPr").get("name")


def test_arms_are_passed_over_by_screen_readers_and_lines_are_not(slide):
    for line in slide.lines:
        named = line.element.find("./*/{*}cNvPr")
        whole = line.start is not None and line.start[0] != line.end[0]
        assert bool(named.get("descr")) == whole
        assert (named.find(".//{*}decorative") is None) == whole


@pytest.mark.parametrize("page", [*PAGES.values(), (300.0, 100.0)], ids=str)
def test_the_slide_is_as_large_as_the_page(page):
    deck = deck_of(drawn(ORG, layout=LayoutOptions(page=page)).scene)
    size = deck.xml("ppt/presentation.xml").find("{*}sldSz")
    assert (int(size.get("cx")), int(size.get("cy"))) == (round(page[0] * EMU), round(page[1] * EMU))


def test_a_chart_larger_than_a_slide_may_be_shrinks_and_a_tiny_one_stands_in_the_middle():
    large = replace(DRAWN.scene, page=(9000.0, 5000.0))
    slide = deck_of(large).slide()
    assert rect_of_group(slide).width <= 4032.001
    small = drawn("units: [A]", layout=LayoutOptions(page=None)).scene
    deck = deck_of(replace(small, page=(40.0, 20.0)))
    size = deck.xml("ppt/presentation.xml").find("{*}sldSz")
    assert min(int(size.get("cx")), int(size.get("cy"))) >= 914_400
    assert list(breaches(deck)) == []


def rect_of_group(slide):
    place = slide.group.find("./{*}grpSpPr/{*}xfrm")
    return Rect(
        *(
            int(place.find(f"./{{*}}{tag}").get(key)) / EMU
            for tag, key in (("off", "x"), ("off", "y"), ("ext", "cx"), ("ext", "cy"))
        )
    )


def test_several_pages_are_slides_and_jumps_lead_from_one_to_another():
    scene = DRAWN.scene
    line = PageText(PlacedText(20, 30, TextRun("to the second", TextStyle(9, "#000000")), 60), 2)
    first = replace(single_page(scene), name="one", texts=(line,), jumps={scene.cards[1].card.id: 2})
    second = Page(name="two", width=first.width, height=first.height, texts=(line,))
    third = replace(single_page(scene), name="three", jumps={scene.cards[0].card.id: 1})
    deck = Deck(to_deck([first, second, third]))
    assert len(deck.slides) == 3
    assert list(breaches(deck)) == []
    clicks = [slide_clicks(deck.slide(number)) for number in (1, 2, 3)]
    assert clicks[0] == {"to the second": deck.slides[1], name_of_card(scene, 1): deck.slides[1]} | clicks[0]
    assert clicks[1] == {"to the second": deck.slides[1]}
    assert clicks[2][name_of_card(scene, 0)] == deck.slides[0]


def name_of_card(scene, number):
    return scene.cards[number].card.paragraphs[0].text


def slide_clicks(slide):
    found = {}
    for shape in slide.shapes.values():
        click = shape.find("./*/{*}cNvPr/{*}hlinkClick")
        if click is not None:
            found[name_of(shape)] = slide.targets[click.get(f"{RELATION}id")]
    return found


@given(st.sampled_from(Detail), st.sampled_from(Direction))
@settings(max_examples=4, deadline=None)
def test_the_same_chart_is_the_same_bytes(detail, direction):
    options = RenderOptions(detail=detail, layout=LayoutOptions(direction=direction))
    decks = [render(ORG.encode(), "org.yaml", [Format.PPTX], options).outputs[0] for _ in range(2)]
    assert decks[0] == decks[1]
