"""Read relations beside the tree, once all names are known: who supports whom, works with whom, advises whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from orgviz.document.chinese.sentences import sentences as chinese_sentences
from orgviz.document.english.phrases import sentences as english_sentences
from orgviz.document.known.register import ROOT, Link, Register, in_order
from orgviz.document.known.state import GUESSED, State, put
from orgviz.document.names.judging import Sort, is_wide, judge
from orgviz.document.names.name_keys import key_of
from orgviz.document.names.notes import Named
from orgviz.document.relations import chinese as relation_chinese
from orgviz.document.relations import english as relation_english
from orgviz.document.relations.names import Names, known_names
from orgviz.document.relations.outside import name_outsiders
from orgviz.document.relations.temporary import read_temporary
from orgviz.document.relations.told import Relation, Told
from orgviz.document.text.passages import Passage
from orgviz.folding import fold
from orgviz.model import EdgeKind, NodeKind

_MUTUAL = (EdgeKind.COLLABORATES,)


@dataclass(slots=True)
class _Reading:
    """The links so far, and how much of the sentences has been read."""

    state: State
    names: Names
    known: set[tuple[int, int, EdgeKind]] = field(default_factory=set)
    duties: list[tuple[int, str]] | None = None


def read_relations(state: State) -> None:
    """Add links between entities that the sentences and keys of a document tell."""
    name_outsiders(state)
    names = known_names(state.register)
    count = len(state.register.entities)
    read_temporary(state, names)
    if len(state.register.entities) > count:
        names = known_names(state.register)
    reading = _Reading(state, names)
    for source, name, kind, stated in state.pending:
        for target in tuple(_targets(reading, name, source)) or _outside(state, name):
            _add(reading, Relation(source, target, kind, 0, stated), name)
    spoken: dict[int, tuple[int, tuple[int, ...]]] = {}
    seen: set[tuple[int, int, int]] = set()
    for above, text in list(state.prose):
        for sentence in (chinese_sentences if is_wide(text.folded) else english_sentences)(text):
            _, line, column = sentence.places[0]
            if (line, column, len(sentence)) in seen:
                continue
            seen.add((line, column, len(sentence)))
            last, before = spoken.get(above, (-1, ()))
            if line > last + 1:
                before = () if above == ROOT else (above,)
            spoken[above] = sentence.places[-1][1], _read_sentence(reading, above, sentence, before)


def _read_sentence(reading: _Reading, scope: int, sentence: Passage, spoken: tuple[int, ...]) -> tuple[int, ...]:
    grammar = relation_chinese if is_wide(sentence.folded) else relation_english
    told = Told(sentence, scope, reading.names, spoken)
    found, spoken = grammar.relations(told, lambda what, how: _owner(reading, what, how))
    for relation in found:
        _add(reading, relation, sentence)
    return spoken


def _outside(state: State, name: Passage) -> tuple[int, ...]:
    """Return a unit outside the organisation for the other end that a key names: Coordinates with: IT department."""
    if judge(name.folded) is not Sort.UNIT or re.match(r"(?:all|any|other|various|所有|各|其他|相关)", name.folded):
        return ()
    place = put(state, NodeKind.UNIT, Named(name=name), ROOT, "named by a key only", GUESSED)
    state.register.entities[place].type = state.register.entities[place].type or "external"
    return () if place == ROOT else (place,)


def _targets(reading: _Reading, name: Passage, source: int) -> Iterator[int]:
    mention = reading.names.mention(name, 0, source)
    if mention is not None and mention.end >= len(name.folded.rstrip(" .")):
        yield mention.place


def _owner(reading: _Reading, what: str, how: str) -> int | None:
    """Return the one unit whose duty names a piece of work and what is done with it."""
    if reading.duties is None:
        entities = reading.state.register.entities
        reading.duties = [
            (place, fold("".join(entities[place].duties)))
            for place in in_order(reading.state.register)
            if entities[place].kind is NodeKind.UNIT and entities[place].duties
        ]
    found = [place for place, duty in reading.duties if what in duty and how in duty]
    return found[0] if len(found) == 1 else None


def _add(reading: _Reading, relation: Relation, place: Passage) -> None:
    """Keep a link that says more than the tree, once."""
    register = reading.state.register
    source, target, kind = relation.source, relation.target, relation.kind
    if ROOT in (source, target) or source == target:
        return
    entities = register.entities
    if entities[source].dropped or entities[target].dropped:
        return
    if register.is_below(source, target) or register.is_below(target, source) or _is_deputy(register, relation):
        return
    if kind is EdgeKind.REPORTS and relation.stated and _is_free(register, source, target):
        register.move(source, target)
        state = reading.state
        state.tell(place, f"'{state.name_of(source)}' moves below '{state.name_of(target)}'", "relation in a sentence")
        return
    if kind is EdgeKind.REPORTS and entities[target].head and register.is_below(source, entities[target].parent):
        return  # to the head of what it stands in
    pair = (min(source, target), max(source, target), kind) if kind in _MUTUAL else (source, target, kind)
    if pair in reading.known:
        return
    reading.known.add(pair)
    where = place.cut(relation.at) if relation.at else place
    register.links.append(Link(source, target, kind, where, relation.stated))
    reading.state.evidence += 0.3 if relation.stated else 0.0
    verb = "" if relation.stated else "perhaps "
    state = reading.state
    state.tell(
        where, f"'{state.name_of(source)}' {verb}{_SAYS[kind]} '{state.name_of(target)}'", "relation in a sentence"
    )


def _is_free(register: Register, source: int, target: int) -> bool:
    """Whether a post that reports to another stands below nobody yet, and the other not in a unit."""
    one, other = register.entities[source], register.entities[target]
    return one.parent == ROOT == other.parent and one.kind is other.kind is NodeKind.POSITION


def _is_deputy(register: Register, relation: Relation) -> bool:
    """Whether a title says already that its holder stands beside the target: 副院长 supports 院长."""
    if relation.kind is not EdgeKind.SUPPORTS:
        return False
    source, target = (key_of(register.entities[place].name.folded) for place in (relation.source, relation.target))
    return source in (f"副{target}", f"常务副{target}", f"vice {target}", f"vice-{target}", f"deputy {target}")


_SAYS = {
    EdgeKind.REPORTS: "reports to",
    EdgeKind.DOTTED: "has a dotted line to",
    EdgeKind.ASSISTANT: "assists",
    EdgeKind.COLLABORATES: "works with",
    EdgeKind.SUPPORTS: "supports",
    EdgeKind.MEMBER: "sends people to",
}
