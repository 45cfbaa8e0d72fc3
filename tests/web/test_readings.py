"""Chinese names can be typed in pinyin, with every reading; where characters are read otherwise there is none."""

import pytest

from orgviz.web.readings import readings


def test_every_reading_of_a_character_is_there():
    found = readings(["重庆行政", "女"], "zh-CN")
    assert {"zhong", "chong"} <= set(found["重"].split())
    assert {"xing", "hang"} <= set(found["行"].split())
    assert found["女"].split()[0] == "nv"


def test_readings_have_nothing_but_plain_letters():
    text = "".join(map(chr, range(0x4E00, 0x9FA6)))
    assert all(
        part.isascii() and part.isalpha() for said in readings([text], "zh").values() for part in said.split(" ")
    )


def test_the_table_is_in_the_order_of_the_characters():
    assert list(readings(["乙甲", "丙"], "zh-TW")) == sorted("甲乙丙")


@pytest.mark.parametrize("lang", ["ja", "ja-JP", "ko"])
def test_japanese_and_korean_charts_have_none(lang):
    assert readings(["営業部"], lang) == {}


def test_han_in_an_english_chart_is_read():
    assert readings(["Sales 销售"], "en").keys() == set("销售")


@pytest.mark.parametrize("texts", [[], [""], ["Design"], ["🙂\u3042"]])
def test_no_han_no_table(texts):
    assert readings(texts, "zh-CN") == {}
