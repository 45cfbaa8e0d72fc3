"""Read English sentences that tell the units of one by their fields: the staff includes the functions of Finance."""

from __future__ import annotations

import re

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.reworded import said
from orgviz.document.names.judging import Sort, is_known_field
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

FIELDS_OF = pattern(
    r"\b(?P<verb>(?:includes?|covers?|comprises?|contains?|groups|brings\stogether|has)\s"
    r"(?:the\s)?(?:following\s)?(?:[a-z]+\s)?(?:functions|sectors|services|areas)\sof)\s(?=\S)"
)


def has_fields(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `The office staff includes the functions of Finance, Legal and Personnel`: units for these."""
    items = read_enumeration(text.cut(match.end())).items
    are_names = len(items) > 1 and all(item.has_capitals for item in items)
    is_work = any(is_known_field(item.name.folded) for item in items)
    is_post = read_phrase(text.cut(0, match.start("verb"))).sort is Sort.POST
    return said(text, match, "has the following departments:") if are_names and is_work and not is_post else None
