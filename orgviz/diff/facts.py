"""Compare what is said of two nodes that are the same: each fact on its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from orgviz.diff.tree import people_of, plain
from orgviz.diff.values import ChangeKind
from orgviz.model import Node, NodeKind

Fact: TypeAlias = tuple[ChangeKind, tuple[str, ...], tuple[str, ...]]
"""A kind of change, with what was before and after it."""


def changed_facts(old: Node, new: Node) -> Iterator[Fact]:
    """Yield every fact that differs, but for the type, the place, and who leads a unit."""
    yield from _name(old, new)
    yield from _holders(old, new)
    if old.kind is not new.kind:
        return  # only a title came or went
    facts = (
        (ChangeKind.SEATS, _text(old.seats), _text(new.seats)),
        (ChangeKind.FTE, _text(old.fte), _text(new.fte)),
        (ChangeKind.ASSISTANT, _flag(old), _flag(new)),
        (ChangeKind.DUTY, _text(_flowing(old.duty)), _text(_flowing(new.duty))),
        (ChangeKind.STATUS, (old.status.value,), (new.status.value,)),
        (ChangeKind.DATES, days(old.start, old.end), days(new.start, new.end)),
        (ChangeKind.URL, _text(old.url), _text(new.url)),
    )
    yield from (fact for fact in facts if fact[1] != fact[2])


def changed_tenures(old: Node, new: Node) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield each holder who stays, but since or until other days, with the days before and after."""
    before = {tenure.holder: days(tenure.start, tenure.end) for tenure in old.tenures}
    after = {tenure.holder: days(tenure.start, tenure.end) for tenure in new.tenures}
    for holder in dict.fromkeys(new.holders):
        if holder in old.holders and before.get(holder, ()) != after.get(holder, ()):
            yield holder, before.get(holder, ()), after.get(holder, ())


def _name(old: Node, new: Node) -> Iterator[Fact]:
    if plain(old.name) == plain(new.name):
        return
    if NodeKind.PERSON not in (old.kind, new.kind) or people_of(old) == people_of(new):
        yield ChangeKind.RENAMED, (old.name,), (new.name,)
    elif not (old.head and new.head):
        yield ChangeKind.HOLDER, people_of(old), people_of(new)


def _holders(old: Node, new: Node) -> Iterator[Fact]:
    """Yield who came and who left; whether seats are empty is told where the seats stayed as they were."""
    if NodeKind.PERSON in (old.kind, new.kind):
        return
    left, joined = without(old.holders, new.holders), without(new.holders, old.holders)
    if left and joined:
        yield ChangeKind.HOLDER, left, joined
    elif joined:
        is_filled = not old.holders or new.vacancies < old.vacancies
        yield ChangeKind.FILLED if is_filled else ChangeKind.HOLDER, (), joined
    elif left:
        is_vacated = not new.holders or new.vacancies > old.vacancies
        yield ChangeKind.VACATED if is_vacated else ChangeKind.HOLDER, left, ()
    elif old.vacant != new.vacant and old.seats == new.seats:
        yield ChangeKind.VACATED if new.vacant else ChangeKind.FILLED, (), ()


def without(some: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return those who are not among the others, in their order; who stands there twice may be left once."""
    rest = Counter(others)
    found: list[str] = []
    for name in some:
        if rest[name] > 0:
            rest[name] -= 1
        else:
            found.append(name)
    return tuple(found)


def days(start: str | None, end: str | None) -> tuple[str, ...]:
    """Return two days as one text, or nothing where both are open."""
    return (f"{start or '…'} – {end or '…'}",) if start or end else ()


def _flowing(text: str | None) -> str | None:
    return None if text is None else plain(text)


def _text(value: object) -> tuple[str, ...]:
    return () if value is None else (str(value),)


def _flag(node: Node) -> tuple[str, ...]:
    return ("assistant",) if node.assistant else ()
