"""The units and posts that a document has named so far, found again by whatever it calls them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from orgviz.document.names import singular
from orgviz.document.notes import Named
from orgviz.document.passages import Passage
from orgviz.document.words import words
from orgviz.folding import fold
from orgviz.model import EdgeKind, NodeKind, Status

ROOT = 0
_NEAR = 60  # of a name that stands often, those that were met last: looking at all would take ever longer
_NO_LETTERS = re.compile(r"[\s\"'“”‘’「」『』《》*_`·]+")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_CORE = re.compile(
    r"(?:部门|小组|团队|岗位|中心|部|组|岗|课|科|处|室| (?:department|dept|team|division|group|office|unit"
    r"|section|committee|sig|wg))$"
)


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
    """All entities in the order in which they were found; the first is the organisation, named or not."""

    entities: list[Entity] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    by_key: dict[str, list[int]] = field(default_factory=dict)
    by_core: dict[str, list[int]] = field(default_factory=dict)
    children: dict[int, list[int]] = field(default_factory=dict)
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
        for key in keys(named.name.folded):
            for alias in self.aliases.get(key, ()):
                self.call(place, alias)
        return place

    def call(self, place: int, folded: str) -> None:
        """Let an entity be found by another name as well."""
        for key in keys(folded):
            known = self.by_key.setdefault(key, [])
            if place not in known[-_NEAR:]:
                known.append(place)
            core = core_of(key)
            cores = self.by_core.setdefault(core, [])
            if place not in cores[-_NEAR:]:
                cores.append(place)

    def note(self, place: int, named: Named) -> None:
        """Add what stands beside a name to what is known."""
        entity = self.entities[place]
        entity.holders.extend(holder for holder in named.holders if holder not in entity.holders)
        entity.seats = named.seats if entity.seats is None else entity.seats
        entity.vacant = entity.vacant or named.vacant
        if entity.status is Status.ACTIVE:
            entity.status = named.status

    def move(self, place: int, parent: int) -> bool:
        """Hang an entity below another; not where that would make a loop."""
        if self.is_below(parent, place):
            return False
        self.children[self.entities[place].parent].remove(place)
        self.entities[place].parent = parent
        self.children.setdefault(parent, []).append(place)
        return True

    def is_below(self, place: int, other: int) -> bool:
        """Whether an entity is another, or stands somewhere below it."""
        while place != ROOT:
            if place == other:
                return True
            place = self.entities[place].parent
        return place == other

    def candidates(self, folded: str) -> list[int]:
        """Return all entities of a name, else all that differ by their suffix only."""
        found = [place for key in keys(folded) for place in self.by_key.get(key, ())[-_NEAR:]]
        if not found:
            found = [place for key in keys(folded) for place in self.by_core.get(core_of(key), ())[-_NEAR:]]
        return list(dict.fromkeys(place for place in found if not self.entities[place].dropped))

    def find(self, folded: str, kind: NodeKind | None = None, below: int | None = None) -> int | None:
        """Return the entity of a name: the one below a given one first, else the only one."""
        found = [place for place in self.candidates(folded) if kind is None or self.entities[place].kind is kind]
        if below is not None:
            within = [place for place in found if self.entities[place].parent == below]
            if within:
                return within[0]
            within = [place for place in found if self.is_below(place, below) and place != below]
            if len(within) == 1:
                return within[0]
        return found[0] if len(found) == 1 else None

    def is_root(self, folded: str) -> bool:
        """Whether a text names the organisation itself."""
        return any(key in self.root_names or self._is_short_root(key) for key in keys(folded))

    def _is_short_root(self, key: str) -> bool:
        """Whether a key is the end of the organisation's name, long enough to mean it."""
        return (
            len(key) >= 3 and any(name.endswith(key) and name != key for name in self.root_names) and not key.isascii()
        )

    def name_root(self, name: Passage, *also: str) -> None:
        """Say what the organisation is called."""
        root = self.entities[ROOT]
        if not root.name.text:
            root.name = name
        for text in (name.folded, *also):
            self.root_names.update(keys(text))


def keys(folded: str) -> Iterator[str]:
    """Yield the forms under which a name is known: whole, without brackets, and what is in the brackets."""
    whole = key_of(folded)
    if whole:
        yield whole
    if "(" in folded or "[" in folded:
        outside = key_of(_BRACKETS.sub("", folded))
        if outside and outside != whole:
            yield outside
        for match in _BRACKETS.finditer(folded):
            inner = key_of(match[1] or match[2] or "")
            if 1 < len(inner) <= 12 and not inner.isdecimal():
                yield inner


def main_keys(folded: str) -> tuple[str, ...]:
    """Return a name's keys but for the short forms in its brackets."""
    return tuple(dict.fromkeys((key_of(folded), key_of(_BRACKETS.sub("", folded)))))


@lru_cache(maxsize=1 << 14)
def key_of(folded: str) -> str:
    """Return a name as it is compared."""
    text = folded if folded.isascii() else fold(unicodedata.normalize("NFKC", folded))
    if text.isascii():
        text = re.sub(r"\s+", " ", text.strip(" .,:;-\"'*_`")).removeprefix("the ")
        return " ".join([*text.split(" ")[:-1], singular(text.split(" ")[-1])])
    return _NO_LETTERS.sub("", text).strip("。.,:;、-")


@lru_cache(maxsize=1 << 14)
def core_of(key: str) -> str:
    """Return a key without the word that says unit or post."""
    core = _CORE.sub("", key)
    if core != key and core.isascii():
        core = singular(core)  # as the last word of a key is: sales team, sales
    return core if len(core) >= 2 else key


# Ranks of which an organisation has one.
_ONE_ONLY = frozenset(
    (
        "ceo",
        "cto",
        "cfo",
        "coo",
        "cio",
        "cmo",
        "cpo",
        "chro",
        "ciso",
        "cro",
        "cdo",
        "总经理",
        "董事长",
        "总裁",
        "院长",
        "校长",
        "馆长",
        "理事长",
        "会长",
        "秘书长",
        "总干事",
        "局长",
        "园长",
        "社长",
        "chancellor",
        "provost",
        "president",
    )
)


def is_rank_only(folded: str) -> bool:
    """Whether a title is nothing but a rank, such as 主任 or manager: every unit may have one."""
    known = words()
    text = key_of(folded)
    if text in _ONE_ONLY:
        return False
    return known.posts.match(text) == text or text in known.latin_posts or text in known.german_posts.words


def is_top_rank(folded: str) -> bool:
    """Whether a title is one of which an organisation has one, or that of a deputy: 总经理, 副院长, CEO."""
    key = key_of(folded)
    return key in _ONE_ONLY or key.removeprefix("常务").removeprefix("副") in _ONE_ONLY


def in_order(register: Register) -> Iterable[int]:
    """Yield all entities but the root from the top down, children in the order in which they were found."""
    waiting = list(reversed(register.children.get(ROOT, ())))
    while waiting:
        place = waiting.pop()
        yield place
        waiting.extend(reversed(register.children.get(place, ())))
