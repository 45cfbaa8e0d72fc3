"""Find English headings that the sentence below repeats as a unit: Mechanics, below it The mechanics subteam builds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from orgviz.document.outline.nesting import Item

_CLASS: Final = (
    r"(?:team|sub-?team|department|dept|division|committee|sub-?committee|crew|squad|directorate|bureau|"
    r"working group|task force|council)"
)
_WORK = re.compile(
    r"(?:\s\w+)?\s(?:is|are)\s(?:responsible|dedicated|committed|devoted|tasked|charged)\s"
    r"|(?:\s\w+)?\s(?:provides|maintains|oversees|manages|handles|coordinates|supports|delivers|operates|administers|"
    r"plans|runs|organi[sz]es|serves|assists|ensures|works)\s"
)
# This team mends the nets: the heading says which.
_THIS = re.compile(
    rf"(?:(?:the )?members of )?this (?:{_CLASS}|group|board|office|unit) (?:is|are|has|have|[a-z]+[^\W]s) "
)
_MOST_WORDS = 5
_FEWEST = 2


def repeated_headings(items: Sequence[Item]) -> MappingProxyType[int, str]:
    """Return the headings that name units, each with how the text below calls its unit.

    One alone may be chance; of two or more, also those count that the text repeats without saying what they are.
    """
    classed: dict[int, str] = {}
    plain: dict[int, str] = {}
    for place, item in enumerate(items):
        text = _first_text(items, item)
        name = " ".join(item.body.folded.split())
        if not text or not name.isascii() or name.count(" ") >= _MOST_WORDS:
            continue
        if _THIS.match(text):
            classed[place] = name
            continue
        behind = text.removeprefix("the ").removeprefix("our ")
        if not behind.startswith(f"{name} "):
            continue
        match = re.match(rf"\s{_CLASS}\b", behind[len(name) :])
        if match is not None:
            classed[place] = behind[: len(name) + match.end()]
        elif _WORK.match(behind[len(name) :]):
            plain[place] = name
    if len(classed) < _FEWEST:
        return MappingProxyType({})
    beside = {(items[place].parent, items[place].form) for place in classed}
    also = {place: name for place, name in plain.items() if (items[place].parent, items[place].form) in beside}
    return MappingProxyType(classed | also)


def _first_text(items: Sequence[Item], item: Item) -> str:
    """Return how the prose right below a heading begins; nothing where there is none."""
    if item.form not in ("#", "bold", "bare") or not item.children:
        return ""
    first = items[item.children[0]]
    return " ".join(first.body.folded[:120].split()) if first.mark is None and not first.line.cells else ""
