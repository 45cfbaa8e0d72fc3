"""What is written under a slide, in the language of the chart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from orgviz.vocabulary import language_key

_NOTE_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "en": ("Source: {name}", "As of {day}"),
    "zh-hans": ("来源：{name}", "截至 {day}"),
    "zh-hant": ("來源：{name}", "截至 {day}"),
    "ja": ("出典：{name}", "{day} 現在"),
    "ko": ("출처: {name}", "{day} 기준"),
    "de": ("Quelle: {name}", "Stand: {day}"),
}


def note_words(lang: str) -> Mapping[str, str]:
    """Return what is written under a slide in a BCP 47 language: ``source`` with ``{name}``, ``day`` with ``{day}``.

    >>> note_words("de")["day"]
    'Stand: {day}'
    """
    return dict(zip(("source", "day"), _NOTE_WORDS.get(language_key(lang), _NOTE_WORDS["en"]), strict=True))
