"""Tell a document that is nothing but an outline of names."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.items.walked import Walk
from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.promises import Promise, promise_of
from orgviz.document.outline.indentation import is_title_of_things
from orgviz.document.outline.nesting import Item


def is_outline(items: Sequence[Item]) -> bool:
    """Tell a document that is nothing but an outline of names: short items, nested, some with telling words."""
    named = [item for item in items if item.mark is not None and item.mark.form != "lead"]
    if len(named) < 3 or promise_of(items[0].body.folded) is Promise.NOTHING:
        return False
    prose = sum(item.is_prose or (item.mark is not None and item.mark.form == "lead") for item in items)
    if prose > 0.15 * len(items) or any(item.line.cells for item in items):
        return False
    short = sum(_is_short(item) for item in named)
    strong = sum(_is_strong(item) for item in named)
    return short >= 0.85 * len(named) and strong >= 0.3 * len(named)


def _is_short(item: Item) -> bool:
    entry = read_entry(item.body)
    if entry.rest is not None and (
        len(entry.rest) > (12 if is_wide(entry.rest.folded) else 32) or judge(entry.rest.folded) is Sort.SENTENCE
    ):
        return False
    return entry.sort is not Sort.SENTENCE and len(entry.name) <= 24 * (1 if is_wide(entry.name.folded) else 2)


def _is_strong(item: Item) -> bool:
    entry = read_entry(item.body)
    return entry.sort in STRONG or (entry.sort is Sort.FIELD and is_known_field(entry.name.folded))


def is_all_names(walked: Walk) -> bool:
    """Whether a document is nothing but a nested outline in which every line was read as the name of a unit or post.

    Each must be a known field of work, or say what it is, as one at least does: few lines are enough then.
    """
    items = walked.items
    if any(made is None for made in walked.made) or not any(item.children for item in items):
        return False
    is_plain = not any(item.is_prose or item.line.cells for item in items)
    is_told = any(read_entry(item.body).sort in STRONG for item in items)
    return is_told and is_plain and not is_title_of_things(items[0].body.folded) and all(map(_is_strong, items))
