"""Tell data that is nothing but names, each key above what stands behind it, and write it as teams by their keys."""

from __future__ import annotations

from dataclasses import dataclass, field

from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.table.headerless import is_post, is_unit
from orgviz.table.words import fold_word, words

FEWEST_NAMES = 3
LONGEST_NAME = 40
_OWN = (
    "version", "units", "positions", "types", "links", "nodes", "edges", "lang", "title", "name", "holder", "reports",
)  # fmt: skip
_SHARE = 1 / 3


@dataclass(slots=True)
class _Named:
    """A name and those below it."""

    name: Scalar | None
    below: list[_Named] = field(default_factory=list)

    def add(self, name: Scalar) -> _Named:
        """Return a name that is new below this one."""
        made = _Named(name)
        self.below.append(made)
        return made


def read_bare_names(root: Entry) -> Sequence | None:
    """Return teams with ``name``, ``children`` and posts as ``members``; nothing where more than names stands here.

    Enough of the names must end as those of departments or posts do: settings of programs are nested texts too.
    """
    top = _Named(None)
    order = _nested(root, top)
    if order is None or len(order) < FEWEST_NAMES:
        return None
    names = [one.name.text.strip() for one in order if one.name is not None]
    if any(not name or len(name) > LONGEST_NAME or _is_key(name) for name in names):
        return None
    if sum(is_unit(name) or is_post(name) for name in names) < _SHARE * len(names) or not any(map(is_unit, names)):
        return None
    made: dict[int, Mapping] = {}
    for one in reversed(order):
        made[id(one)] = _team(one, made)
    return Sequence(tuple(made[id(one)] for one in top.below), root.span)


def _nested(root: Entry, top: _Named) -> list[_Named] | None:
    """Return every name, each before those below it; nothing where a key has a text behind it."""
    order: list[_Named] = []
    waiting: list[tuple[Entry, _Named, bool]] = [(root, top, False)]
    while waiting:
        entry, above, is_item = waiting.pop()
        if isinstance(entry, Mapping):
            added = [(value, above.add(key), False) for key, value in entry.pairs]
            order += [one for _, one, _ in added]
            waiting.extend(reversed(added))
        elif isinstance(entry, Sequence):
            waiting.extend((item, above, True) for item in reversed(entry.items))
        elif is_item and not entry.null:
            order.append(above.add(entry))
        elif not entry.null:
            return None
    return order


def _is_key(name: str) -> bool:
    """Whether a name is one of the words by which data says what stands behind it."""
    folded = fold_word(name)
    said = (words().keys[role] for role in ("alias", "lead", "parent", "children", "duty", "seats", "nested"))
    return name.lower() in _OWN or any(folded in names for names in said)


def _team(one: _Named, made: dict[int, Mapping]) -> Mapping:
    assert one.name is not None  # only the top has none
    units: list[_Named] = []
    posts: list[_Named] = []
    for below in one.below:
        is_title = not below.below and below.name is not None and is_post(below.name.text)
        (posts if is_title else units).append(below)
    span = one.name.span
    pairs: list[tuple[Scalar, Entry]] = [(Scalar("name", span), one.name)]
    if units:
        pairs.append((Scalar("children", span), Sequence(tuple(made[id(below)] for below in units), span)))
    if posts:
        titles = tuple(Mapping(((Scalar("title", span), post.name),), span) for post in posts if post.name)
        pairs.append((Scalar("members", span), Sequence(titles, span)))
    return Mapping(tuple(pairs), span)
