"""The items of a document while they are walked through: what each was read as, and what stands below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orgviz.document.items.whole_names import whole
from orgviz.document.known.state import State
from orgviz.document.names.entry import Entry, read_entry
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.keys import Key, read_key
from orgviz.document.names.promises import Promise
from orgviz.document.outline.nesting import Item
from orgviz.document.text.marks import LEGAL
from orgviz.model import NodeKind
from orgviz.patterns import pattern

HEADINGS = ("#", "bold", "bare", "一、", *LEGAL)


# What a heading tells of a unit that it names: Roles in the harbour team.
_OF_UNIT = pattern(
    r"(?:(?:key|main|current|our) )?(?:roles|positions|people|posts|officers)"
    r"(?: (?:and|&) (?:roles|responsibilities|positions|duties))?"
    r" (?:in|within|of|on|at) (?:the|our) (?P<unit>[^,:;()]+)"
)


def told_unit(folded: str) -> int:
    """Return where the name of the unit begins of whose posts a heading tells; 0 where it names none."""
    match = _OF_UNIT.fullmatch(folded)
    return match.start("unit") if match is not None and judge(match["unit"]) is Sort.UNIT else 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the items of a list are names, and which kind a name without a telling word has."""

    are_names: bool
    usual: NodeKind
    strong_share: float


@dataclass(slots=True)
class Walk:
    """The items, and for each what its children stand below and are promised to be."""

    items: Sequence[Item]
    state: State
    is_outline: bool
    front: int = 0
    repeated: Mapping[int, str] = field(default_factory=dict)
    counted: frozenset[int] = frozenset()
    whole: frozenset[int] = frozenset()
    labels: frozenset[int] = frozenset()
    held: frozenset[int] = frozenset()
    reporting: Mapping[int, str] = field(default_factory=dict)
    records: dict[int | None, int] = field(default_factory=dict)
    scopes: list[int] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    made: list[int | None] = field(default_factory=list)
    trees: dict[int, bool] = field(default_factory=dict)
    again: dict[tuple[int | None, str], int] = field(default_factory=dict)
    verdicts: dict[tuple[int | None, str], Verdict] = field(default_factory=dict)
    lists: dict[tuple[int | None, str], tuple[int, ...]] = field(default_factory=dict)
    sorts: dict[tuple[int | None, str], Counter[Sort]] = field(default_factory=dict)
    people: dict[tuple[int | None, str], bool] = field(default_factory=dict)
    holders: dict[int, bool] = field(default_factory=dict)
    tables: dict[tuple[int | None, str], dict[tuple[str, ...], Counter[Sort]]] = field(default_factory=dict)

    def entry(self, place: int) -> Entry:
        """Return an item divided into name and rest."""
        item = self.items[place]
        if place in self.whole:
            return whole(item)
        begin = told_unit(item.body.folded) if item.form == "#" and item.children else 0
        return read_entry(item.body.cut(begin) if begin else item.body)

    def siblings(self, place: int) -> Sequence[int]:
        """Return the items of the list that an item stands in."""
        item = self.items[place]
        key = (item.parent, item.form)
        known = self.lists.get(key)
        if known is None:
            known = self.lists[key] = tuple(self._list(*key))
        return known

    def _list(self, parent: int | None, form: str) -> Iterator[int]:
        beside = range(len(self.items)) if parent is None else self.items[parent].children
        return (one for one in beside if self.items[one].parent == parent and self.items[one].form == form)

    def sorts_beside(self, place: int) -> Counter[Sort]:
        """Return how many items of the list that an item stands in are of each sort."""
        item = self.items[place]
        key = (item.parent, item.form)
        known = self.sorts.get(key)
        if known is None:
            known = self.sorts[key] = Counter(self.entry(one).sort for one in self.siblings(place))
        return known


def settle(walked: Walk, scope: int, promise: Promise, made: int | None) -> None:
    """Note what stands below the item that was just read, and which entity it made."""
    walked.scopes.append(scope)
    walked.promises.append(promise)
    walked.made.append(made)


def entries_below(walked: Walk, place: int) -> list[Entry]:
    """Return the entries of the items right below one."""
    return [walked.entry(child) for child in walked.items[place].children if walked.items[child].mark is not None]


def has_names_below(walked: Walk, place: int) -> bool:
    """Tell whether a unit or post is named right below an item."""
    return any(entry.sort in STRONG for entry in entries_below(walked, place))


def has_units_below(walked: Walk, place: int) -> bool:
    """Tell whether right below an item several stand that may be units or posts, and no key of it or text about it."""
    below = entries_below(walked, place)
    may_be = [entry.sort in (*STRONG, Sort.FIELD) and read_key(entry.name.folded) is None for entry in below]
    return len(may_be) > 1 and all(may_be)


_OF_A_POST = (Key.ABOVE, Key.BELOW, Key.DOTTED, Key.DUTY, Key.SUPPORTS, Key.WORKS_WITH)


def is_told_in_record(walked: Walk, place: int) -> bool:
    """Tell whether right below a person with a title keys stand that tell of the post: Reports to, Focus."""
    keyed = [entry for entry in entries_below(walked, place) if entry.divider == ":" and entry.rest is not None]
    return any(read_key(entry.name.folded) in _OF_A_POST for entry in keyed)


def is_title_above(walked: Walk, place: int) -> bool:
    """Tell whether an item is the title of the outline below it: alone at the top, with a blank line behind."""
    if place:
        return False
    item, others = walked.items[place], walked.items[place + 1 :]
    following = [other for other in others if not other.is_prose]
    is_alone = item.form in ("bare", "bold") and len(following) > 2
    if not is_alone or any(not walked.items[child].is_prose for child in item.children):
        return False
    return following[0].line.after_blank and any(other.children for other in following)
