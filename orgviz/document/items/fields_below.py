"""Tell fields of work below posts from what a post does: Housing and Dining, below the Vice President."""

from __future__ import annotations

from orgviz.document.items.chiefs import are_fields_below_chief
from orgviz.document.items.latin_lists import are_capital_names
from orgviz.document.items.walked import Verdict, Walk, entries_below
from orgviz.document.names.judging import STRONG, Sort, is_known_field
from orgviz.document.text.capitals import have_capitals
from orgviz.model import NodeKind

_FEWEST = 3
_NEAR = 60  # items before one
_SHARE = 0.8
_STRONG_SHARE = 0.2


def are_fields_below_posts(walked: Walk, place: int) -> bool:
    """Tell whether a list below a post names posts and fields of work, by all lists that stand beside it alike.

    Duties begin with verbs; where a post has teams below it, some of these, there or below its neighbours, say so.
    """
    parent = walked.items[place].parent
    if are_fields_below_chief(walked, parent) or _stands_beside_units(walked, parent):
        return True
    if parent is None or not are_capital_names(entries_below(walked, parent)):
        return False
    key = (walked.items[parent].parent, f"below {walked.items[parent].form}")
    known = walked.verdicts.get(key)
    if known is None:
        known = walked.verdicts[key] = _judge_lists_beside(walked, parent)
    return known.are_names


def _stands_beside_units(walked: Walk, parent: int | None) -> bool:
    """Whether a post stands in a list in which fields of work were taken for units: so are those below it."""
    entries = [] if parent is None else entries_below(walked, parent)
    if parent is None or not are_capital_names(entries):
        return False
    if not all(have_capitals(entry.name.text.split()) for entry in entries):
        return False  # Data policy and engineering
    near, above = range(max(0, parent - _NEAR), parent), walked.items[parent].parent
    beside = [walked.made[one] for one in near if walked.items[one].parent == above]
    entities = walked.state.register.entities
    units = sum(one is not None and entities[one].kind is NodeKind.UNIT for one in beside)
    return units >= _FEWEST - 1 and 2 * units >= len(beside)


def _judge_lists_beside(walked: Walk, parent: int) -> Verdict:
    beside = [one for one in walked.siblings(parent) if walked.items[one].children]
    entries = [entry for one in beside for entry in entries_below(walked, one)]
    strong = sum(entry.sort in STRONG for entry in entries)
    known = strong + sum(is_known_field(entry.name.folded) for entry in entries if entry.sort is Sort.FIELD)
    are_names = (
        len(beside) >= _FEWEST - 1
        and len(entries) >= _FEWEST
        and are_capital_names(entries, _SHARE)
        and (
            strong >= _STRONG_SHARE * len(entries) or (2 * known >= len(entries) and _stands_below_post(walked, parent))
        )
    )
    return Verdict(are_names, NodeKind.UNIT, strong / max(1, len(entries)))


def _stands_below_post(walked: Walk, place: int) -> bool:
    above = walked.items[place].parent
    return above is not None and walked.entry(above).sort is Sort.POST
