"""A difference in words: grouped by place, a line for each change with its mark, and a line that counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from orgviz.diff.values import Change, ChangeKind, Difference
from orgviz.model import NodeKind
from orgviz.wording import counted, listed, visible

NO_DIFFERENCE = "no difference"
_LONGEST = 80  # characters of one text of the user's
_MOST_NAMES = 6  # of an order
_MOST_HOLDERS = 3  # of a post


class LineKind(StrEnum):
    """What a line is: the mark that it begins with, a heading, or the last line."""

    ADDED = "+"
    REMOVED = "−"
    MOVED = "→"
    CHANGED = "~"
    PLACE = "place"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line of text without its end; changes are indented under their place."""

    kind: LineKind
    text: str


_MARKS: Final[Mapping[ChangeKind, LineKind]] = {
    ChangeKind.ADDED: LineKind.ADDED,
    ChangeKind.REMOVED: LineKind.REMOVED,
    ChangeKind.MOVED: LineKind.MOVED,
    ChangeKind.LINK_ADDED: LineKind.ADDED,
    ChangeKind.LINK_REMOVED: LineKind.REMOVED,
}
_LINKS = (ChangeKind.LINK_ADDED, ChangeKind.LINK_REMOVED, ChangeKind.LINK_CHANGED)
# These tell of people anyway; a post that something else happened to is told apart by who holds it.
_PEOPLE = (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.FILLED, ChangeKind.VACATED, ChangeKind.HOLDER)
_WHOLE = (ChangeKind.TITLE, ChangeKind.LANGUAGE, ChangeKind.TYPE)

# What is counted, as one and as several.
_COUNTED: Final[Mapping[ChangeKind, tuple[str, str]]] = {
    ChangeKind.ADDED: ("added", "added"),
    ChangeKind.REMOVED: ("removed", "removed"),
    ChangeKind.MOVED: ("moved", "moved"),
    ChangeKind.RENAMED: ("renamed", "renamed"),
    ChangeKind.RETYPED: ("retyped", "retyped"),
    ChangeKind.FILLED: ("filled", "filled"),
    ChangeKind.VACATED: ("vacated", "vacated"),
    ChangeKind.HOLDER: ("holder changed", "holders changed"),
    ChangeKind.HEAD: ("head changed", "heads changed"),
    ChangeKind.SEATS: ("number of seats changed", "numbers of seats changed"),
    ChangeKind.FTE: ("full-time share changed", "full-time shares changed"),
    ChangeKind.DUTY: ("duty changed", "duties changed"),
    ChangeKind.STATUS: ("status changed", "statuses changed"),
    ChangeKind.DATES: ("date changed", "dates changed"),
    ChangeKind.TENURE: ("tenure changed", "tenures changed"),
    ChangeKind.ASSISTANT: ("assistant changed", "assistants changed"),
    ChangeKind.URL: ("address changed", "addresses changed"),
    ChangeKind.LINK_ADDED: ("link added", "links added"),
    ChangeKind.LINK_REMOVED: ("link removed", "links removed"),
    ChangeKind.LINK_CHANGED: ("link changed", "links changed"),
    ChangeKind.REORDERED: ("order changed", "orders changed"),
    ChangeKind.TITLE: ("title changed", "titles changed"),
    ChangeKind.LANGUAGE: ("language changed", "languages changed"),
    ChangeKind.TYPE: ("type of departments changed", "types of departments changed"),
}


def to_text(difference: Difference) -> str:
    """Return a difference as lines of text, each ended."""
    return "".join(f"{line.text}\n" for line in to_lines(difference))


def to_lines(difference: Difference) -> Iterator[DiffLine]:
    """Yield the lines of a difference: places, the changes in each, an empty line, and the summary."""
    if not difference.changes:
        yield DiffLine(LineKind.SUMMARY, NO_DIFFERENCE)
        return
    for place, changes in groupby(difference.changes, _heading):
        yield DiffLine(LineKind.PLACE, place)
        yield from (change_line(change) for change in changes)
    yield DiffLine(LineKind.SUMMARY, "")
    yield DiffLine(LineKind.SUMMARY, summary(difference))


def change_line(change: Change) -> DiffLine:
    """Return the line that tells a change."""
    kind = _MARKS.get(change.kind, LineKind.CHANGED)
    name = _shown(change.name)
    if change.kind is ChangeKind.TITLE:
        name = "title"
    elif change.kind is ChangeKind.LANGUAGE:
        name = "language"
    elif change.kind is ChangeKind.TYPE:
        name = f"type {name}"
    elif change.kind is ChangeKind.REORDERED and change.what is None:
        name = "the top"
    elif change.people and change.kind not in _PEOPLE:
        name += f" ({_names(change.people[:_MOST_HOLDERS])}{', …' if len(change.people) > _MOST_HOLDERS else ''})"
    return DiffLine(kind, f"  {kind} {name}{_said(change)}")


def summary(difference: Difference) -> str:
    """Return how many changes there are of each kind, as ``3 added, 1 removed``.

    >>> from orgviz.model import Org
    >>> summary(Difference(old=Org(nodes=()), new=Org(nodes=()), changes=(), pairs={}))
    'no difference'
    """
    counts = Counter(change.kind for change in difference.changes)
    words = (f"{counts[kind]:,} {_COUNTED[kind][counts[kind] > 1]}" for kind in ChangeKind if counts[kind])
    return ", ".join(words) or NO_DIFFERENCE


def _heading(change: Change) -> str:
    if change.kind in _LINKS:
        return "links"
    if change.kind in _WHOLE:
        return "the whole"
    return _path(change.place)


def _path(names: Iterable[str]) -> str:
    return " / ".join(map(_shown, names)) or "at the top"


def _shown(text: str) -> str:
    flowing = " ".join(text.split())
    return visible(flowing if len(flowing) <= _LONGEST else flowing[: _LONGEST - 1] + "…")


def _said(change: Change) -> str:
    """Return what stands behind the name."""
    match change.kind:
        case ChangeKind.ADDED | ChangeKind.REMOVED:
            return (f": {_names(change.people)}" if change.people else "") + _also(change)
        case ChangeKind.LINK_ADDED | ChangeKind.LINK_REMOVED:
            return f" ({_names(change.after or change.before)})"
        case ChangeKind.MOVED:
            return f": from {_path(change.before)}" if change.before else ": from the top"
        case ChangeKind.RENAMED:
            return f": renamed from {_names(change.before)}"
        case _:
            return f": {_fact(change)}"


def _also(change: Change) -> str:
    """Tell how much came or went with a node."""
    parts = [
        counted(number, noun)
        for number, noun in ((change.units, "unit"), (change.posts, "post"), (change.links, "link"))
        if number
    ]
    return f" (with {listed(parts, 'and')})" if parts else ""


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_shown, names))


def _fact(change: Change) -> str:
    if change.kind in _SENTENCES:
        return _SENTENCES[change.kind](change)
    if change.kind is ChangeKind.LINK_CHANGED and change.after[:1] == (change.name,):
        return f"instead of {_names(change.before)}"
    word, nothing = _FACTS[change.kind]
    return f"{word} {_names(change.before) or nothing} → {_names(change.after) or nothing}".lstrip()


_FACTS: Final[Mapping[ChangeKind, tuple[str, str]]] = {
    ChangeKind.RETYPED: ("type", "none"),
    ChangeKind.HEAD: ("head", "nobody"),
    ChangeKind.SEATS: ("seats", "not told"),
    ChangeKind.FTE: ("full-time equivalents", "one a seat"),
    ChangeKind.DUTY: ("duty", "none"),
    ChangeKind.STATUS: ("status", "none"),
    ChangeKind.DATES: ("dates", "always"),
    ChangeKind.TENURE: ("in office", "always"),
    ChangeKind.URL: ("address", "none"),
    ChangeKind.LINK_CHANGED: ("", "none"),
    ChangeKind.TITLE: ("", "none"),
    ChangeKind.LANGUAGE: ("", "none"),
    ChangeKind.TYPE: ("", "none"),
}


def _holder(change: Change) -> str:
    if change.what is NodeKind.PERSON:
        return f"in the place of {_names(change.before)}"
    if change.before and change.after:
        return f"holder {_names(change.before)} → {_names(change.after)}"
    return f"now also held by {_names(change.after)}" if change.after else f"no longer held by {_names(change.before)}"


def _order(change: Change) -> str:
    before, after = (
        f"{_names(names[:_MOST_NAMES])}{' …' if len(names) > _MOST_NAMES else ''}"
        for names in (change.before, change.after)
    )
    return f"order {before} → {after}"


_SENTENCES: Final[Mapping[ChangeKind, Callable[[Change], str]]] = {
    ChangeKind.FILLED: lambda change: f"filled by {_names(change.after)}" if change.after else "no longer vacant",
    ChangeKind.VACATED: lambda change: f"vacated by {_names(change.before)}" if change.before else "now vacant",
    ChangeKind.HOLDER: _holder,
    ChangeKind.ASSISTANT: lambda change: "now an assistant" if change.after else "no longer an assistant",
    ChangeKind.REORDERED: _order,
}
