"""The page speaks the chart's language."""

import json
import re
from importlib.resources import files

import pytest

from orgviz.web.words import page_words
from tests.web.conftest import html_of

TABLE = json.loads(files("orgviz.web").joinpath("words.json").read_text(encoding="utf-8"))
SCRIPTS = "".join(
    path.read_text(encoding="utf-8") for path in sorted(files("orgviz.web").joinpath("page").iterdir(), key=str)
)


@pytest.mark.parametrize("lang", TABLE)
def test_every_language_has_every_word_with_the_same_gaps(lang):
    assert TABLE[lang].keys() == TABLE["en"].keys()
    gaps = {key: re.findall(r"\{.*?\}", text) for key, text in TABLE["en"].items()}
    assert {key: re.findall(r"\{.*?\}", text) for key, text in TABLE[lang].items()} == gaps


def test_every_word_is_used():
    assert [key for key in TABLE["en"] if f'"{key}"' not in SCRIPTS and f"words.{key}}}" not in SCRIPTS] == []


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("zh-CN", "搜索"),
        ("zh", "搜索"),
        ("zh-TW", "搜尋"),
        ("zh-Hant", "搜尋"),
        ("ja", "検索"),
        ("ko-KR", "검색"),
        ("de-AT", "Suchen"),
        ("fr", "Search"),
    ],
)
def test_the_language_of_the_chart_chooses(lang, word):
    assert page_words(lang)["search"] == word
    page = html_of(f"lang: {lang}\nunits: [A]")
    assert f'aria-label="{word}"' in page
    assert f'<html lang="{lang}"' in page
