"""Find English headings that the text below them shows to name units, where several beside each other are so shown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.own_class import CLASS
from orgviz.document.outline.nesting import Item
from orgviz.patterns import pattern

_WORK = pattern(
    r"(?:\s\w+)?\s(?:is|are)\s(?:responsible|dedicated|committed|devoted|tasked|charged|led|headed|in charge)\s"
    r"|\s(?!of\b|for\b|and\b|or\b|in\b|on\b|at\b|to\b|with\b|from\b|by\b|is\b|are\b|has\b|was\b|can\b|may\b|as\b)"
    r"(?:\w+ly\s)?[a-z]{3,}\s[a-z]"
)
# This team mends the nets: the heading says which.
_THIS = pattern(rf"(?:(?:the )?members of )?this (?:{CLASS}|group|board|office|unit) (?:is|are|has|have|[a-z]+[^\W]s) ")
# The team is led by, It is chaired by, Chaired by: said of what the heading names.
_LED_BY = pattern(
    rf"(?:^|\. )(?:(?:(?:it|the {CLASS}|this {CLASS}|this group|the group) is |)(?:\w+ly )?"
    r"(?:led|headed|chaired|managed|overseen|run|convened) by (?=[a-z])|"
    rf"(?:[\w.'-]+ ){{1,3}}(?:leads|heads|chairs|manages|runs|oversees) (?:the|this) {CLASS}\b)"
)
# Split into two squads. Contains the Night team. Reports to the Warden.
_IT = rf"(?:^|\. )(?:(?:it|the {CLASS}|this {CLASS}) )?(?:is |was )?"
_HAS_PARTS = pattern(
    rf"{_IT}(?:split|divided|organi[sz]ed|grouped|made up|composed|comprised|comprises|consists|contains|includes|has)"
    r" (?:(?:in)?to |of )?(?!no |any |access |helped )[^.;:]{2,90}?"
    r"\b(?:sub-?)?(?:teams?|squads?|divisions?|departments?|crews?|offices|sections|bureaus?|units|branches|circles?)\b"
)
_REPORTS = pattern(rf"{_IT}(?:reports|answers) (?:directly )?to (?=(?:the |our )?[a-z])")
_THE = pattern(rf"(?:^|\. )(?:the|our) {CLASS} (?:is|are|has|meets|consists|[a-z]+[^s\W]s) ")
_MOST_WORDS = 5
_FEWEST = 2
_SEEN = 400  # characters of the text below a heading that are looked at


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the text below a heading calls the unit, and whether it tells its class or only its work."""

    called: str
    is_class: bool


def repeated_headings(items: Sequence[Item]) -> Mapping[int, str]:
    """Return the headings that name units, each with how the text below calls its unit.

    One alone may be chance; of two or more, also those count that the text repeats without saying what they are.
    """
    shown = {place: one for place, item in enumerate(items) if (one := _shown(items, item)) is not None}
    classed = {place: one.called for place, one in shown.items() if one.is_class}
    if len(classed) < _FEWEST:
        return MappingProxyType({})
    beside = {(items[place].parent, items[place].form) for place in classed}
    also = {
        place: one.called
        for place, one in shown.items()
        if not one.is_class and (items[place].parent, items[place].form) in beside
    }
    return MappingProxyType(classed | also)


def _shown(items: Sequence[Item], item: Item) -> _Shown | None:
    """Return what the prose right below a heading shows it to be."""
    text = _first_text(items, item)
    name = " ".join(item.body.folded.split())
    if not text or not name.isascii() or name.count(" ") >= _MOST_WORDS:
        return None
    if _THIS.match(text):
        return _Shown(name, is_class=True)
    behind = text.removeprefix("the ").removeprefix("our ")
    if behind.startswith(f"{name} "):
        match = re.match(rf"\s{CLASS}\b", behind[len(name) :])
        if match is not None:
            return _Shown(behind[: len(name) + match.end()], is_class=True)
    if judge(name) not in (Sort.FIELD, Sort.UNIT):
        return None
    if any(form.search(text) for form in (_LED_BY, _THE, _HAS_PARTS, _REPORTS)):
        return _Shown(name, is_class=True)
    is_work = behind.startswith(f"{name} ") and _WORK.match(behind[len(name) :])
    return _Shown(name, is_class=False) if is_work else None


def _first_text(items: Sequence[Item], item: Item) -> str:
    """Return how the prose right below a heading begins; nothing where there is none."""
    if item.form not in ("#", "bold", "bare") or not item.children:
        return ""
    first = items[item.children[0]]
    return " ".join(first.body.folded[:_SEEN].split()) if first.mark is None and not first.line.cells else ""
