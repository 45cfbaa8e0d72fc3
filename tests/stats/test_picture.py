"""The picture of numbers: bars as long as their numbers, in the colours of types, nothing outside or over another."""

import pytest
from hypothesis import given

from orgviz.counts.count import count
from orgviz.output.drawing import Polygon, Text
from orgviz.output.svg_writer import to_svg
from orgviz.reading import read_org
from orgviz.stats.picture import WIDTH, draw_stats
from orgviz.stats.rows import make_stats
from orgviz.stats.words import stats_words
from orgviz.style.catalogue import load_theme
from orgviz.vocabulary import vocabulary
from tests.strategies import orgs

LANGUAGES = ("en", "zh-CN", "zh-TW", "ja", "ko", "de")


def drawing_of(org, theme="default"):
    stats = make_stats(org, count(org), vocabulary(org.lang))
    return draw_stats(stats, load_theme(theme).with_types(org.types))


def drawn(text, theme="default"):
    return drawing_of(read_org(text.encode(), "org.yaml").org, theme)


def group(drawing, id):
    return next(each for each in drawing.groups if each.id == id)


def lengths(drawing, prefix):
    bars = [each for each in drawing.groups if each.id.startswith(prefix) and "bar" in each.classes]
    return [[max(x for x, _ in item.points) - min(x for x, _ in item.points) for item in bar.items
             if isinstance(item, Polygon) and item.fill != "#ffffff"] for bar in bars]  # fmt: skip


THREE = """\
title: 启明电商
units:
  - name: 总部
    units:
      - {name: 销售部, members: [甲, 乙, 丙, 丁]}
      - {name: 市场部, positions: [{title: 专员, seats: 3, holder: 王敏}]}
      - {name: 财务部, head: 李四}
"""


def test_bars_stand_in_order_of_size_and_are_as_long_as_their_numbers():
    first, second, third = lengths(drawn(THREE), "unit")
    assert first[0] == pytest.approx(4 * third[0])
    assert (second[0], second[1] + 1) == (pytest.approx(third[0]), pytest.approx(2 * third[0]))


def test_a_bar_says_its_number_and_its_vacancies():
    assert group(drawn(THREE), "unit2").title == "市场部: 1 ○ 2"


def test_of_the_units_one_level_is_shown():
    assert [each.title.split(":")[0] for each in drawn(THREE).groups if each.id.startswith("unit") and each.title] == [
        "销售部", "市场部", "财务部",
    ]  # fmt: skip


def test_a_bar_has_the_colour_of_its_type():
    theme = load_theme("default")
    bar = group(drawn(THREE), "unit3")
    assert (bar.classes, bar.items[1].fill) == (("bar", "unit", "type-function"), theme.box("function").edge)


def test_what_does_not_fit_is_counted():
    units = ", ".join(f"{{name: U{n}, members: [M{n}]}}" for n in range(20))
    rest = group(drawn(f"units: [{{name: A, units: [{units}]}}]"), "units-rest")
    assert rest.items[0].plain == "and 6 more"


def test_an_organisation_without_people_has_no_bars_for_them():
    ids = {each.id for each in drawn("units: [{name: A, units: [B, C, D]}]").groups}
    assert "units-heading" not in ids
    assert "spans-heading" in ids


def test_a_single_box_is_still_a_picture():
    assert group(drawn("units: [A]"), "number1").items[0].plain == "0"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_its_words(lang):
    words = stats_words(lang)
    assert all(getattr(words, field) for field in words.__slots__)
    assert lang == "en" or words.by_unit != stats_words("en").by_unit
    text = group(drawn(f"lang: {lang}\n{THREE}"), "units-heading").items[0]
    assert text.plain == words.by_unit


@pytest.mark.parametrize("theme", ["default", "dark", "print"])
def test_the_same_numbers_give_the_same_bytes(theme):
    assert to_svg(drawn(THREE, theme)) == to_svg(drawn(THREE, theme))


@given(orgs())
def test_nothing_stands_outside_the_page(org):
    drawing = drawing_of(org)
    assert len({each.id for each in drawing.groups}) == len(drawing.groups)
    for each in drawing.groups:
        for item in each.items:
            if isinstance(item, Polygon):
                assert all(0 <= x <= WIDTH and 0 <= y <= drawing.height for x, y in item.points)
            if isinstance(item, Text):
                left = item.x - (
                    item.width if item.anchor == "end" else item.width / 2 if item.anchor == "middle" else 0
                )
                assert left >= -0.01
                assert left + item.width <= WIDTH + 0.01
                assert 0 < item.y < drawing.height


@given(orgs())
def test_any_organisation_can_be_written(org):
    assert to_svg(drawing_of(org)).endswith("</svg>\n")
