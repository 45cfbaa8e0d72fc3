"""Decks that users gave: templates are filled, charts in standing decks are replaced, and nothing else is touched."""

import builtins
import io
import zipfile

import pptx
import pytest
from lxml import etree
from pptx.util import Emu, Inches

from orgviz.diagnostics import ToolError, UsageError
from orgviz.layout.page import single_page
from orgviz.pipeline import render
from orgviz.render_options import Format, RenderOptions
from orgviz.slides import archive
from orgviz.slides.archive import packed, unpacked
from orgviz.slides.deck import room_for, to_deck
from orgviz.slides.options import DeckFile, DeckOptions
from tests.slides.reading import Deck, drawn, rect_of, text_of
from tests.slides.test_deck import breaches, name_of_group, rect_of_group

ORG = "title: Bakery\nunits: [{name: Works, url: 'https://example.com', units: [Design, Assembly]}]\n"
OTHER = ORG.replace("Assembly", "Oven, Night Shift")


def company_deck(slides=3, layout=5):
    deck = pptx.Presentation()
    for number in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[layout])
        slide.shapes.title.text = f"Slide {number + 1}"
        box = slide.shapes.add_textbox(Inches(1), Inches(6), Inches(2), Inches(0.5))
        box.text_frame.text = "keep me"
        box.click_action.hyperlink.address = "https://example.com/kept"
        slide.notes_slide.notes_text_frame.text = f"notes {number + 1}"
    return saved(deck)


def saved(deck):
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


COMPANY = company_deck()


def into(data, text=ORG, slide=None):
    options = RenderOptions(deck=DeckOptions(into=DeckFile("deck.pptx", data), slide=slide))
    return render(text.encode(), "org.yaml", [Format.PPTX], options).outputs[0]


def from_template(data, text=ORG):
    options = RenderOptions(deck=DeckOptions(template=DeckFile("deck.pptx", data)))
    return render(text.encode(), "org.yaml", [Format.PPTX], options).outputs[0]


def changed(before, after):
    """Return the names of parts that are other than before, or new."""
    old, new = Deck(before).parts, Deck(after).parts
    assert old.keys() <= new.keys()
    return {name for name in new if old.get(name) != new[name]}


def test_a_template_gives_master_and_layouts_and_keeps_its_slides():
    deck = Deck(from_template(COMPANY))
    assert len(deck.slides) == 1
    assert list(breaches(deck)) == []
    assert deck.parts["ppt/slideMasters/slideMaster1.xml"] == Deck(COMPANY).parts["ppt/slideMasters/slideMaster1.xml"]
    assert not any(b"keep me" in part for part in deck.parts.values())
    title = next(shape for shape in deck.slide().shapes.values() if shape.find(".//{*}ph") is not None)
    assert text_of(title) == ["Bakery"]
    assert title.find("./{*}spPr/{*}xfrm") is None


def test_in_a_template_the_chart_stands_below_the_title_and_above_the_footers():
    slide = Deck(from_template(COMPANY)).slide()
    layout = pptx.Presentation(io.BytesIO(COMPANY)).slide_layouts[5]
    title = next(shape for shape in layout.placeholders if shape.placeholder_format.type in (1, 3))
    foot = min(shape.top for shape in layout.placeholders if shape.placeholder_format.type not in (1, 3))
    chart = rect_of_group(slide)
    assert chart.y * 12700 >= title.top + title.height
    assert chart.bottom * 12700 <= foot


def test_the_layout_with_nothing_but_a_title_is_taken():
    deck = Deck(from_template(COMPANY))
    layout = next(target for target in deck.targets(deck.slides[0]).values() if "slideLayout" in target)
    assert deck.xml(layout).get("type") == "titleOnly"


def test_a_template_file_of_its_own_kind_and_a_show_are_taken_too():
    for kind in ("template", "slideshow"):
        parts = unpacked(DeckFile("deck.pptx", COMPANY))
        types = parts["[Content_Types].xml"]
        parts["[Content_Types].xml"] = types.replace(b"presentation.main+xml", f"{kind}.main+xml".encode())
        deck = Deck(from_template(packed(parts)))
        assert b"presentation.main+xml" in deck.parts["[Content_Types].xml"]


def test_sections_of_a_template_that_name_its_slides_are_gone():
    parts = unpacked(DeckFile("deck.pptx", COMPANY))
    sections = (
        b'<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        b'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="A" id="{1}">'
        b'<p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
    )
    root = parts["ppt/presentation.xml"]
    assert b"<p:extLst>" not in root
    parts["ppt/presentation.xml"] = root.replace(b"</p:presentation>", sections + b"</p:presentation>")
    written = Deck(from_template(packed(parts))).parts["ppt/presentation.xml"]
    assert b"sectionLst" not in written
    assert b"extLst" not in written


def test_on_a_told_slide_only_that_slide_changes():
    after = into(COMPANY, slide=2)
    assert changed(COMPANY, after) == {"ppt/slides/slide2.xml", "ppt/slides/_rels/slide2.xml.rels"}
    slide = Deck(after).slide(2)
    assert name_of_group(slide) == "orgviz: Bakery"
    assert any("keep me" in text_of(shape) for shape in slide.shapes.values())
    assert list(breaches(Deck(after))) == []


def test_a_chart_is_replaced_where_it_stood_and_as_large_as_the_user_made_it():
    deck = pptx.Presentation(io.BytesIO(into(COMPANY, slide=2)))
    group = next(shape for shape in deck.slides[1].shapes if shape.name.startswith("orgviz: "))
    group.left, group.top, group.width, group.height = (Emu(n * 12700) for n in (100, 200, 320, 180))
    after = Deck(into(saved(deck), OTHER))
    assert len(after.slides) == 3
    slide = after.slide(2)
    assert len([*slide.root.iter("{*}grpSp")]) == 1
    assert len(slide.boxes) == 4
    rect = rect_of_group(slide)
    assert (rect.x, rect.y, rect.width, rect.height) == pytest.approx((100, 200, 320, 180), abs=0.1)
    assert list(breaches(after)) == []


def test_a_chart_under_another_title_takes_the_place_of_the_only_one_on_its_slide():
    after = Deck(into(into(COMPANY, slide=2), OTHER.replace("Bakery", "Bakery 2027"), slide=2))
    assert name_of_group(after.slide(2)) == "orgviz: Bakery 2027"
    assert len([*after.slide(2).root.iter("{*}grpSp")]) == 1


def test_without_a_slide_told_a_new_chart_gets_a_new_last_slide():
    after = into(COMPANY)
    assert len(Deck(after).slides) == 4
    assert name_of_group(Deck(after).slide(4)) == "orgviz: Bakery"
    assert not {name for name in changed(COMPANY, after) if name.startswith("ppt/slides/slide") and "4" not in name}
    assert list(breaches(Deck(after))) == []


@pytest.mark.parametrize("slide", [None, 1])
def test_the_same_chart_once_more_changes_nothing(slide):
    once = into(COMPANY, slide=slide)
    assert into(once, slide=slide) == once
    assert into(once) == once


def test_links_of_a_replaced_chart_leave_no_relationships_behind():
    once = into(COMPANY, slide=1)
    assert "https://example.com" in Deck(once).slide(1).targets.values()
    again = Deck(into(once, ORG.replace("url: 'https://example.com', ", ""))).slide(1)
    assert "https://example.com" not in again.targets.values()
    assert "https://example.com/kept" in again.targets.values()


def test_slides_whose_parts_have_gaps_in_their_numbers_keep_their_names():
    deck = pptx.Presentation(io.BytesIO(COMPANY))
    listed = deck.slides._sldIdLst
    deck.part.drop_rel(listed[1].rId)
    listed.remove(listed[1])
    gap = saved(deck)
    after = into(gap)
    assert len(Deck(after).slides) == 3
    assert len(set(Deck(after).names)) == len(Deck(after).names)
    assert {name for name in Deck(gap).parts if "slides/slide" in name} < set(Deck(after).parts)


def test_a_chart_that_stands_twice_is_asked_about():
    twice = into(into(COMPANY, slide=1), slide=2)
    with pytest.raises(UsageError, match="stands on the slides 1 and 2"):
        into(twice)
    assert len([*Deck(into(twice, slide=2)).slide(2).root.iter("{*}grpSp")]) == 1


def test_a_slide_that_is_not_there_is_told():
    with pytest.raises(UsageError, match="has 3 slides, and no slide 4"):
        into(COMPANY, slide=4)


def test_a_deck_without_slides_is_only_a_template():
    empty = company_deck(0)
    with pytest.raises(UsageError, match="has no slides"):
        into(empty)
    assert len(Deck(from_template(empty)).slides) == 1


def test_a_layout_without_a_title_leaves_the_whole_slide():
    options = DeckOptions(template=DeckFile("deck.pptx", COMPANY))
    width, height = room_for(options, "Bakery")
    assert (width > 300, height > 200) == (True, True)
    assert room_for(DeckOptions(), "Bakery") is None


def broken(name, data):
    parts = unpacked(DeckFile("deck.pptx", COMPANY))
    parts[name] = data
    return packed(parts)


def a_zip(**parts):
    return packed(parts)


BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><a>&b;</a>'
WRONG = {
    "text": (b"not a deck", "no PowerPoint file"),
    "empty": (b"", "no PowerPoint file"),
    "cut": (COMPANY[:-500], "no PowerPoint file"),
    "half": (COMPANY[: len(COMPANY) // 2], "no PowerPoint file"),
    "another zip": (a_zip(a=b"1"), "no PowerPoint file"),
    "encrypted": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted, or a presentation of before 2007"),
    "entities": (broken("ppt/slides/slide1.xml", BOMB), "definitions that no PowerPoint file needs"),
    "entities in UTF-16": (broken("ppt/slides/slide1.xml", BOMB.decode().encode("utf-16")), "definitions that no"),
    "no XML": (broken("ppt/presentation.xml", b"<p"), "a broken PowerPoint file"),
    "other XML": (broken("ppt/presentation.xml", b"<p/>"), "a broken PowerPoint file"),
    "a broken slide": (broken("ppt/slides/slide2.xml", b"<p:sld"), "a broken PowerPoint file"),
    "macros": (broken("[Content_Types].xml", b'<Types x="macroEnabled"/>'), "has macros"),
}


@pytest.mark.parametrize(("data", "words"), WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("use", [into, from_template])
def test_what_is_no_deck_is_told(use, data, words):
    with pytest.raises(ToolError, match=words):
        use(data)


def test_a_deck_that_unpacks_to_too_much_is_told(monkeypatch):
    monkeypatch.setattr(archive, "UNPACKED_LIMIT", 1000)
    with pytest.raises(ToolError, match="unpacks to more than"):
        into(COMPANY)


def test_a_bomb_that_lies_about_its_size_does_not_go_off():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("ppt/presentation.xml", bytes(archive.XML_LIMIT + 1))
    with pytest.raises(ToolError, match="unpacks to more than 64 MB"):
        into(out.getvalue())


def test_without_the_library_the_line_that_installs_it_is_told(monkeypatch):
    real = builtins.__import__

    def missing(name, *rest):
        if name.split(".")[0] == "pptx":
            raise ImportError
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(ToolError, match="needs python-pptx") as caught:
        to_deck([single_page(drawn(ORG).scene)])
    assert caught.value.hint == "pip install 'orgviz[pptx]'"


def test_a_replaced_chart_stays_in_its_place_among_what_lies_over_it():
    deck = pptx.Presentation(io.BytesIO(into(COMPANY, slide=1)))
    shape = deck.slides[0].shapes.add_textbox(Inches(1), Inches(1), Inches(1), Inches(1))
    shape.text_frame.text = "over it"
    tree = Deck(into(saved(deck))).slide(1).root.find(".//{*}spTree")
    kinds = [etree.QName(element).localname for element in tree]
    assert kinds[-2:] == ["grpSp", "sp"]
    assert rect_of(tree[-1]).width == pytest.approx(72)
