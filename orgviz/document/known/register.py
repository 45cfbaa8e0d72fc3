"""The units and posts that a document has named so far, found again by whatever it calls them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from orgviz.document.names.name_keys import core_of, keys, with_class_behind
from orgviz.document.names.notes import Named
from orgviz.document.names.word_family import family_of
from orgviz.document.text.passages import Passage
from orgviz.folding import fold
from orgviz.model import EdgeKind, NodeKind, Status
from orgviz.patterns import pattern

ROOT = 0
_NEAR = 60  # of a name that stands often, those that were met last: looking at all would take ever longer


@dataclass(slots=True)
class Entity:
    """A unit, post or person while the document is read.

    Args:
        parent: another entity's place; `ROOT` is the organisation itself.
        reason: by which rule it was found.
        weight: how sure it is that it belongs here: 3 an outline or a statement, 2 a list, 1 a guess.
    """

    kind: NodeKind
    name: Passage
    parent: int
    reason: str
    weight: int
    type: str | None = None
    duties: list[str] = field(default_factory=list)
    head: bool = False
    assistant: bool = False
    holders: list[str] = field(default_factory=list)
    seats: int | None = None
    vacant: bool = False
    status: Status = Status.ACTIVE
    guess: str | None = None
    dropped: bool = False
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two entities, as far as it has been read."""

    source: int
    target: int
    kind: EdgeKind
    place: Passage
    stated: bool


@dataclass(slots=True)
class Register:
    """All entities in the order in which they were found; the first is the organisation, named or not.

    Args:
        beginnings: the first letters of all keys, so that a text need not be tried where no name may begin.
    """

    entities: list[Entity] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    by_key: dict[str, list[int]] = field(default_factory=dict)
    by_core: dict[str, list[int]] = field(default_factory=dict)
    beginnings: set[str] = field(default_factory=set)
    children: dict[int, list[int]] = field(default_factory=dict)
    by_initials: dict[str, list[int]] = field(default_factory=dict)
    by_family: dict[str, list[int]] = field(default_factory=dict)
    by_person: dict[str, list[int]] = field(default_factory=dict)
    root_names: set[str] = field(default_factory=set)
    aliases: dict[str, list[str]] = field(default_factory=dict)

    def add(self, kind: NodeKind, named: Named, parent: int, reason: str, weight: int) -> int:
        """Return a new entity."""
        place = len(self.entities)
        entity = Entity(kind, named.name, parent, reason, weight)
        self.entities.append(entity)
        self.children.setdefault(parent, []).append(place)
        self.note(place, named)
        self.call(place, named.name.folded)
        initials = _initials(named.name.text)
        if initials:
            self.by_initials.setdefault(initials, []).append(place)
        if kind is NodeKind.UNIT and " " in named.name.folded:
            self.by_family.setdefault(family_of(named.name.folded), []).append(place)
        if kind is NodeKind.PERSON:
            self.know(place, (named.name.text,))
        for key in keys(named.name.folded):
            for alias in self.aliases.get(key, ()):
                self.call(place, alias)
        return place

    def call(self, place: int, folded: str) -> None:
        """Let an entity be found by another name as well."""
        for key in with_class_behind(folded):
            known = self.by_key.setdefault(key, [])
            self.beginnings.add(key[0])
            if place not in known[-_NEAR:]:
                known.append(place)
        for key in keys(folded):
            core = core_of(key)
            cores = self.by_core.setdefault(core, [])
            if place not in cores[-_NEAR:]:
                cores.append(place)

    def note(self, place: int, named: Named) -> None:
        """Add what stands beside a name to what is known."""
        entity = self.entities[place]
        self.hold(place, named.holders)
        entity.seats = named.seats if entity.seats is None else entity.seats
        entity.vacant = entity.vacant or named.vacant
        if entity.status is Status.ACTIVE:
            entity.status = named.status

    def rename(self, place: int, name: Passage) -> None:
        """Call an entity by a name that says more than the one it had."""
        entity = self.entities[place]
        entity.name = name
        if entity.kind is NodeKind.PERSON:
            self.know(place, (name.text,))

    def hold(self, place: int, people: Iterable[str]) -> None:
        """Add who holds a post to those of whom that is known."""
        holders = self.entities[place].holders
        new = tuple(dict.fromkeys(one for one in people if one not in holders))
        holders.extend(new)
        self.know(place, new)

    def know(self, place: int, people: Iterable[str]) -> None:
        """Let an entity be found by people who belong to it, and by their first and last names."""
        for one in people:
            called = fold(one)
            for key in dict.fromkeys((called, called.split(" ", 1)[0], called.rsplit(" ", 1)[-1])):
                self.by_person.setdefault(key, []).append(place)

    def held_by(self, person: str) -> list[int]:
        """Return the posts, in order, that somebody of just this name is known to hold."""
        return [place for place in self.called_person(fold(person)) if person in self.entities[place].holders]

    def called_person(self, folded: str) -> list[int]:
        """Return the entities, in order, to which somebody of a name, first or last name was said to belong."""
        return sorted(dict.fromkeys(self.by_person.get(folded, ())))

    def move(self, place: int, parent: int) -> bool:
        """Hang an entity below another; not where that would make a loop."""
        if self.is_below(parent, place):
            return False
        self.children[self.entities[place].parent].remove(place)
        self.entities[place].parent = parent
        self.children.setdefault(parent, []).append(place)
        return True

    def unit_or_head(self, place: int, above: int) -> int:
        """Return what hangs below another post when a post does: the unit that this one leads, else the post itself."""
        entity, other = self.entities[place], self.entities[above]
        unit = self.entities[entity.parent]
        if ROOT in (entity.parent, above) or unit.kind is not NodeKind.UNIT or unit.parent != ROOT:
            return place
        posts = [one for one in self.children[entity.parent] if self.entities[one].kind is NodeKind.POSITION]
        return entity.parent if (entity.head or posts == [place]) and other.kind is NodeKind.POSITION else place

    def where(self, place: int) -> tuple[int, int]:
        """Return the line and the column in which an entity was named."""
        _, line, column = self.entities[place].name.places[0]
        return line, column

    def is_below(self, place: int, other: int) -> bool:
        """Whether an entity is another, or stands somewhere below it."""
        if other == ROOT:
            return True
        while place != ROOT:
            if place == other:
                return True
            place = self.entities[place].parent
        return False

    def candidates(self, folded: str) -> list[int]:
        """Return all entities of a name, else all that differ by their suffix only."""
        entities = self.entities
        found = [place for key in with_class_behind(folded) for place in self.by_key.get(key, ())[-_NEAR:]]
        if not found:
            found = [place for key in keys(folded) for place in self.by_core.get(core_of(key), ())[-_NEAR:]]
        return list(dict.fromkeys([place for place in found if not entities[place].dropped])) if found else found

    def find(self, folded: str, kind: NodeKind | None = None, below: int | None = None) -> int | None:
        """Return the entity of a name: the one below a given one first, else the only one."""
        found = [place for place in self.candidates(folded) if kind is None or self.entities[place].kind is kind]
        if below is not None:
            within = [place for place in found if self.entities[place].parent == below]
            if within:
                return within[0]
            inner = (place for place in found if self.is_below(place, below) and place != below)
            within = list(islice(inner, 2))
            if len(within) == 1:
                return within[0]
        return found[0] if len(found) == 1 else None

    def find_by_initials(self, folded: str) -> int | None:
        """Return the only entity whose longer name has these initials: VP-F is the Vice President for Finance."""
        found = [
            place for place in self.by_initials.get(re.sub(r"\W", "", folded), ()) if not self.entities[place].dropped
        ]
        return found[0] if len(found) == 1 else None

    def find_by_family(self, folded: str) -> int | None:
        """Return the only unit whose name has a word of the same family: the Inspective Office."""
        family = family_of(folded)
        if any(family_of(name) == family for name in self.root_names):
            return ROOT
        found = [place for place in self.by_family.get(family, ())[-_NEAR:] if not self.entities[place].dropped]
        return found[0] if len(found) == 1 else None

    def may_begin(self, letter: str) -> bool:
        """Whether a known name may begin with a letter of a script without spaces, which is never left out of a key."""
        return letter in self.beginnings or any(letter in name for name in self.root_names)

    def is_root(self, folded: str) -> bool:
        """Whether a text names the organisation itself."""
        return bool(self.root_names) and any(
            key in self.root_names or self._is_short_root(key) for key in with_class_behind(folded)
        )

    def _is_short_root(self, key: str) -> bool:
        """Whether a key is the end of the organisation's name, long enough to mean it."""
        if key.isascii() or len(key) < 3:
            return False
        return any(
            name.endswith(key) or (name.startswith(key) and name[len(key) :] in _BODIES_OF_A_PLACE)
            for name in self.root_names
        )

    def name_root(self, name: Passage, *also: str) -> None:
        """Say what the organisation is called."""
        root = self.entities[ROOT]
        if not root.name.text:
            root.name = name
        for text in (name.folded, *also):
            self.root_names.update(with_class_behind(text))


# What a place is governed by, for which its own name stands: 柳溪村 for the 柳溪村村委会.
_BODIES_OF_A_PLACE = frozenset(("村委会", "居委会", "业委会", "人民政府", "管委会"))
_SMALL = ("of", "and", "for", "the", "&", "in", "at", "on", "to")


_SEVERAL_WORDS = pattern(r"\S[\s-]")


def _initials(name: str) -> str:
    """Return the initials of a name of several words with capitals.

    >>> _initials("Vice President for Finance and Administration"), _initials("Sales")
    ('vpfa', '')
    """
    if not _SEVERAL_WORDS.search(name):
        return ""
    words = [word for word in re.split(r"[\s-]+", name) if word and word not in _SMALL]
    is_title = 3 <= len(words) <= 9 and all(word[0].isupper() for word in words)
    return "".join(word[0] for word in words).lower() if is_title else ""


def in_order(register: Register) -> Iterable[int]:
    """Yield all entities but the root from the top down, children in the order in which they were found."""
    waiting = list(reversed(register.children.get(ROOT, ())))
    while waiting:
        place = waiting.pop()
        yield place
        waiting.extend(reversed(register.children.get(place, ())))
