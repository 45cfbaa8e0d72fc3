"""What the page itself says, in the chart's language: a table of texts beside the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from orgviz.vocabulary import language_key


def page_words(lang: str) -> Mapping[str, str]:
    """Return the page's words for a BCP 47 language; English where there are none.

    >>> page_words("de")["search"]
    'Suchen'
    """
    table = _table()
    return table.get(language_key(lang), table["en"])


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    text = files("orgviz.web").joinpath("words.json").read_text(encoding="utf-8")
    table: Mapping[str, Mapping[str, str]] = json.loads(text)
    return table
