"""Pictures of people stand in the boxes of a deck, and move with them."""

import io

import pytest
from PIL import Image

from orgviz.pipeline import draw
from orgviz.reading import read_org
from orgviz.readings import ReadOptions
from orgviz.render_options import Format, RenderOptions
from orgviz.slides.options import DeckFile, DeckOptions
from tests.slides.reading import RELATION, Deck

ORG = """\
units:
  - name: 运营中心
    head: {title: 总监, holder: 王敏, photo: wang.png}
    positions: [客服]
  - {name: 客服部, head: [李四, {name: 王敏, photo: wang.png}]}
  - {name: 财务部, head: {title: 主管, holder: vacant}}
"""


@pytest.fixture
def reading(tmp_path):
    data = io.BytesIO()
    Image.new("RGB", (200, 260), (200, 150, 120)).save(data, "PNG")
    tmp_path.joinpath("wang.png").write_bytes(data.getvalue())
    return read_org(ORG.encode(), str(tmp_path / "org.yaml"), ReadOptions())


def deck_of(reading, into=None):
    deck = DeckOptions(into=None if into is None else DeckFile("deck.pptx", into))
    (data,) = draw(reading, [Format.PPTX], RenderOptions(deck=deck)).outputs
    return data


def test_photos_fill_circles_letters_stand_in_theirs_and_vacancies_have_an_open_one(reading):
    slide = Deck(deck_of(reading)).slide()
    rounds = [shape for shape in slide.shapes.values() if shape.find(".//{*}prstGeom[@prst='ellipse']") is not None]
    photos = [shape for shape in rounds if shape.find(".//{*}blip") is not None]
    assert [shape.find("./*/{*}cNvPr").get("name") for shape in photos] == ["王敏", "王敏"]
    assert ["".join(shape.itertext()) for shape in rounds if shape not in photos] == ["李四", ""]
    for shape in photos:
        assert slide.targets[shape.find(".//{*}blip").get(f"{RELATION}embed")].startswith("ppt/media/image")


def test_a_box_with_pictures_is_one_group_and_ids_are_unique(reading):
    slide = Deck(deck_of(reading)).slide()
    inner = list(slide.group.iterfind("./{*}grpSp"))
    assert [group.find("./*/{*}cNvPr").get("name") for group in inner] == ["运营中心", "客服部", "财务部"]
    assert len(set(slide.ids)) == len(slide.ids)


def test_a_picture_is_carried_once_also_when_the_chart_is_replaced(reading):
    once = deck_of(reading)
    again = deck_of(reading, into=once)
    for data in (once, again, deck_of(reading, into=again)):
        assert len([name for name in Deck(data).names if name.startswith("ppt/media/")]) == 1
    assert deck_of(reading, into=again) == again
