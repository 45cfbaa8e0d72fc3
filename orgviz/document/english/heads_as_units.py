"""Say of units what an English sentence says of those who lead them: the heads of Sales and Support report."""

from __future__ import annotations

import re

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import read_phrase
from orgviz.document.english.reworded import said, together
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage


def of_heads(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `The heads of Sales and Support report to the CEO`: of what they lead, that is said as well."""
    units = text.cut(*match.span("units"))
    items = read_enumeration(units).items
    are_units = len(items) > 1 and all(item.sort in (Sort.UNIT, Sort.FIELD) and item.is_proper for item in items)
    return together(units, text.cut(match.start("verb"))) if are_units else None


def of_all_heads(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `All department heads report to the Manager`: the departments do."""
    above = read_phrase(text.cut(match.end()))
    return said(text, match, f"{match['of'] or match['unit']}s report to") if above.sort is Sort.POST else None
