"""Tell a drawn tree of an organisation from one of files or figures, by all of its items together."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.items.shown_units import is_shown_unit
from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import STRONG, Sort, is_known_field
from orgviz.model import Status
from orgviz.patterns import pattern

_PEOPLE = pattern(
    r"\b\d{1,4} (?:people|staff|employees|persons|members|fte|posts)\b|\b(?:vacant|outsourced|unfilled)\b"
    r"|\b(?:led by|lead|leader|head|chair|manager|boss)\s*:?\s+[^\W\d]{2}|\d{1,4}\s?[人名]|空缺|待聘|负责人|组长"
)
_FEWEST_TOLD = 2


def are_names_of_tree(entries: Sequence[Entry]) -> bool:
    """Tell whether the items of a drawn tree, and what stands before it, are mostly names of units and posts.

    Where several say who works there, names that tell nothing by themselves are believed sooner.
    """
    strong = sum(one.sort in STRONG for one in entries)
    fields = sum(one.sort is Sort.FIELD and is_known_field(one.name.folded) for one in entries)
    wrong = sum(one.sort is Sort.SENTENCE for one in entries)
    told = sum(_tells_of_people(one) for one in entries)
    others = sum(
        _tells_of_people(one) and one.sort is Sort.FIELD and not is_known_field(one.name.folded) for one in entries
    )
    is_likely = strong >= 0.25 * len(entries) or (strong + fields >= 0.5 * len(entries) and len(entries) > 3)
    is_told = strong > 0 and told >= _FEWEST_TOLD and strong + fields + others >= 0.5 * len(entries)
    return (is_likely or is_told) and (wrong <= 0.3 * len(entries) or strong >= 0.3 * len(entries))


def _tells_of_people(entry: Entry) -> bool:
    """Whether an item says who works there, how many do, or that nobody does."""
    if is_shown_unit(entry) or entry.named.vacant or entry.named.status is not Status.ACTIVE or entry.named.holders:
        return True
    return entry.rest is not None and _PEOPLE.search(entry.rest.folded) is not None
