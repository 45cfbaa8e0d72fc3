"""Choose the grammar of a text by its letters and small words: Korean, Japanese, German, else Chinese or English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from orgviz.document.known.parts import Opening
from orgviz.document.known.state import State
from orgviz.document.languages import german, japanese, korean
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import is_wide
from orgviz.document.names.latin_names import is_german
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_STOP = pattern(r"[。!?]|(?<=[다요음함임])\.(?=\s|$)|;\s")


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language divides a text into sentences, reads one, and tells one that leads to a list."""

    sentences: Callable[[Passage], Iterator[Passage]]
    read: Callable[[State, Passage, int], bool]
    opening: Callable[[State, Passage, int], Opening | None]


def _sentences(text: Passage) -> Iterator[Passage]:
    for part in text.split(match.span() for match in _STOP.finditer(masked(text.folded))):
        if part.text:
            yield part


_KOREAN = Grammar(_sentences, korean.read_sentence, korean.opening_of)
_JAPANESE = Grammar(_sentences, japanese.read_sentence, japanese.opening_of)
_GERMAN = Grammar(german.sentences, german.read_sentence, german.opening_of)


def grammar_of(folded: str) -> Grammar | None:
    """Return the grammar of a text; nothing for Chinese and English, which have more than one module.

    >>> grammar_of("총무과를 둔다") is None, grammar_of("市场部下设两个组") is None
    (False, True)
    """
    if is_wide(folded):
        if korean.is_korean(folded):
            return _KOREAN
        return _JAPANESE if japanese.is_japanese(folded) else None
    return _GERMAN if is_german(folded) else None
