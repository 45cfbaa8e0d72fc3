"""What the title of a document, or the name of a unit or post, promises of what stands below it."""

from __future__ import annotations

from orgviz.document.items.walked import told_unit
from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import is_wide
from orgviz.document.names.promises import Promise, promise_of
from orgviz.patterns import pattern


def promise_of_title(folded: str, entry: Entry) -> Promise:
    """Return what the title of the whole promises: behind a stroke its last word does: Birch Farm – Our People."""
    if entry.rest is None or is_wide(folded):
        return promise_of(folded)
    last = promise_of(entry.rest.folded.rpartition(" ")[2])
    return Promise.OPEN if last is Promise.NOTHING else last


def promise_below(folded: str, entry: Entry, group: str | None) -> Promise:
    """Return what a name promises of the items below it.

    Args:
        group: the type of units that it groups, if it is a word for such a group.
    """
    if group is not None:
        return Promise.UNITS
    tail = folded[len(entry.name.folded) :]
    if entry.rest is None and tail:
        return Promise.OPEN if told_unit(folded) else promise_of(tail)
    return Promise.UNITS if entry.rest is None and names_several(entry.name.folded) else Promise.OPEN


# A heading that names several units at once, which the list below it names one by one.
_ARE_UNITS = pattern(
    r"(?:[a-z&] |^)(?:teams|divisions|departments|units|offices|committees|branches|program(?:me)?s|centres|centers"
    r"|schools|faculties|groups|councils|directorates|bureaus|agencies|sections|chapters|squads|guilds|tribes)$"
)


def names_several(folded: str) -> bool:
    """Whether a heading names several units at once, which the list below it names one by one.

    >>> names_several("regional offices"), names_several("office")
    (True, False)
    """
    return _ARE_UNITS.search(folded) is not None
