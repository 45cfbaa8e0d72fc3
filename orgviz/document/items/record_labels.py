"""Find the labels of records: what stands before a colon below several headings alike names no unit of any of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from orgviz.document.items.walked import HEADINGS, Walk
from orgviz.document.known.register import ROOT
from orgviz.document.names.entry import Entry, read_entry
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.keys import Key, read_key
from orgviz.document.names.notes import people_in
from orgviz.document.outline.lines import TREE
from orgviz.document.outline.nesting import Item
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_FEWEST = 2
_MOST = 4  # labels that several records have, from which on what stands among them is one, too
_LONGEST = 40


def record_labels(items: Sequence[Item]) -> frozenset[int]:
    """Return the places of items such as ``Bed Capacity: 30`` whose label stands below two parents or more."""
    places: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        label = _label(item)
        if label is not None:
            places.setdefault(label, []).append(place)
    repeated = {label: found for label, found in places.items() if len({items[one].parent for one in found}) >= _FEWEST}
    labels = frozenset(place for label, found in repeated.items() if _can_be_label(label) for place in found)
    in_records = Counter(items[place].parent for found in repeated.values() for place in found)
    return labels | {
        place for place, item in enumerate(items) if in_records[item.parent] >= _MOST and _is_alone(items, item)
    }


def _is_alone(items: Sequence[Item], item: Item) -> bool:
    """Whether a title in bold with a colon, in a record of many labels, is one of them that no other record has."""
    title = item.body.folded.removesuffix(":").strip()
    if item.form != "bold" or not item.body.folded.endswith(":") or is_wide(title) or not item.children:
        return False
    below = [read_entry(items[child].body) for child in item.children if items[child].mark is not None]
    return judge(title) in (Sort.FIELD, Sort.ABSTRACT) and not any(entry.sort in STRONG for entry in below)


def _label(item: Item) -> str | None:
    folded = item.body.folded
    colon = folded.find(":", 0, _LONGEST)
    if colon <= 0 or item.mark is None or item.form in ("#", TREE) or item.parent is None or is_wide(folded[:colon]):
        return None
    return None if people_in(item.body.cut(colon + 1)) else folded[:colon]


def _can_be_label(label: str) -> bool:
    return (
        judge(label) in (Sort.FIELD, Sort.ABSTRACT)
        and not is_known_field(label.rsplit(maxsplit=1)[-1])
        and read_key(label) is None
    )


_OF_POSTS = (Key.ABOVE, Key.BELOW, Key.DUTY)


def post_of_page(walked: Walk, place: int, key: Key) -> int:
    """Return the post of which a key such as `Reports to:` tells below a line that names nothing; the whole if none.

    On a page on one post lines such as `35 hours a week` stand between its title and what is said of it.
    """
    parent = walked.items[place].parent
    if key not in _OF_POSTS or parent is None or walked.made[parent] is not None or walked.items[parent].form != "bare":
        return ROOT
    before = (walked.made[one] for one in reversed(walked.siblings(parent)) if one < parent)
    made = next((one for one in before if one is not None), ROOT)
    return made if walked.state.register.entities[made].kind is NodeKind.POSITION else ROOT


_NAME = ("name", "full name")  # what a person is called below a post: Name: Ann Lee
_FUNCTIONS = pattern(r"(?:key |main |core |primary )?functions")


def own_key(walked: Walk, item: Item, entry: Entry, above: int) -> Key | None:
    """Return what a text says that is a key only where it stands: Functions, Name: Ann Lee below a post."""
    if _is_called_again(walked, entry, above):
        return Key.MEMBERS if entry.rest is None else Key.HOLDER
    is_of_post = walked.state.register.entities[above].kind is NodeKind.POSITION
    if is_of_post and entry.name.folded in _NAME and entry.rest is not None and people_in(entry.rest):
        return Key.HOLDER
    is_duty = item.form in HEADINGS and entry.rest is None and above != ROOT
    if is_duty and entry.name.folded == "services" and _stands_beside_duties(walked, item):
        return Key.DUTY
    return Key.DUTY if is_duty and _FUNCTIONS.fullmatch(entry.name.folded) else None


def _is_called_again(walked: Walk, entry: Entry, above: int) -> bool:
    """Whether an item says who is now what is open: Current Sales Team, 现任会长, below a title of that name."""
    name = entry.name.folded
    now = next((word for word in _NOW if name.startswith(word)), None)
    return now is not None and above != ROOT and name[len(now) :] == walked.state.register.entities[above].name.folded


_NOW = ("current ", "present ", "现任")


def _stands_beside_duties(walked: Walk, item: Item) -> bool:
    """Whether another title below the same name leads to duties, so that this one does not lead to units."""
    beside = () if item.parent is None else walked.items[item.parent].children
    return any(read_key(walked.entry(one).name.folded) is Key.DUTY for one in beside)
