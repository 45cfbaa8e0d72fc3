"""Hang what a table tells of below the one that it names as above, and keep a unit together with its posts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from orgviz.document.known.register import ROOT, Link
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.name_keys import core_of, key_of
from orgviz.document.names.notes import read_notes
from orgviz.document.names.ranks import is_top_rank
from orgviz.document.outline.columns import Column, Columns
from orgviz.document.text.passages import Passage
from orgviz.model import EdgeKind, NodeKind
from orgviz.patterns import pattern


def above_by_name(state: State, cell: Passage) -> int | None:
    """Return the unit or post that a cell names as above, made anew where it has no row of its own."""
    named = read_notes(cell)
    sort = judge(named.name.folded)
    if sort not in (*STRONG, Sort.FIELD) or len(named.name) > 40:
        return None
    known = state.register.find(named.name.folded)
    if known is not None:
        return known
    ending = _of_organisation(state, named.name.folded) or _posts_with_unit(state, named.name.folded)
    if len(ending) == 1:
        return ending[0]
    kind = NodeKind.UNIT if sort is Sort.UNIT else NodeKind.POSITION
    return put(state, kind, named, ROOT, "named as the one above", LISTED)


def _of_organisation(state: State, folded: str) -> list[int]:
    """Return the posts of a title of which there is one that have the organisation before it: Oxford Ltd CEO."""
    if not is_top_rank(folded):
        return []
    ending = f" {folded}" if folded.isascii() else folded
    return [
        place
        for place, entity in enumerate(state.register.entities)
        if entity.kind is NodeKind.POSITION
        and entity.name.folded.endswith(ending)
        and not _DEPUTY.search(entity.name.folded)
    ]


_DEPUTY = pattern(r"\b(?:vice|deputy|assistant|assoc\w*|co)\b|副|助理|代理")


def _posts_with_unit(state: State, folded: str) -> list[int]:
    """Return the posts that a text calls by their unit and their title: 技术部部长 is the 部长 in the 技术部."""
    entities = state.register.entities
    return [
        place
        for place, entity in enumerate(entities)
        if entity.kind is NodeKind.POSITION
        and entity.parent != ROOT
        and folded.endswith(entity.name.folded)
        and folded.removesuffix(entity.name.folded).strip(" -/") == entities[entity.parent].name.folded
    ]


def heads_lead_units(columns: Columns, rows: Sequence[Sequence[Passage]]) -> bool:
    """Tell whether a column of heads beside posts names who leads the unit: the same in all rows of each."""
    places = columns.places
    if not {Column.HEAD, Column.UNIT, Column.POST} <= places.keys() or places.keys() & {Column.PERSON, Column.NAME}:
        return False
    heads: dict[str, list[str]] = {}
    unit = ""
    for row in rows:
        cell, head = columns.cell(row, Column.UNIT), columns.cell(row, Column.HEAD)
        unit = cell.folded if cell is not None else unit
        heads.setdefault(unit, []).append("" if head is None else head.folded)
    are_alike = all(len(set(filter(None, told))) <= 1 for told in heads.values())
    return are_alike and any(len(told) - told.count("") > 1 for told in heads.values())


def unit_of_posts(state: State, columns: Columns, scope: int) -> int:
    """Return the unit below whose heading a table of posts stands, or the whole."""
    is_unit = state.register.entities[scope].kind is NodeKind.UNIT and Column.POST in columns.places
    return scope if is_unit else ROOT


Ends = tuple[str, str]  # the first letters of the first and of the last word of a name, which a short one keeps


def by_ends(state: State, rows: Iterable[int]) -> Mapping[Ends, Sequence[int]]:
    """Return what the rows of a table tell of, of which a short name may mean one, by the ends of its name."""
    found: dict[Ends, list[int]] = {}
    for place in rows:
        words = state.register.entities[place].name.folded.split()
        if words:
            found.setdefault(_ends(words), []).append(place)
    return found


def _ends(words: Sequence[str]) -> Ends:
    return words[0][0], words[-1][0]


def hang_by_cell(state: State, place: int, cell: Passage, unit: int, rows: Mapping[Ends, Sequence[int]]) -> None:
    """Hang an entity below the one that its cell names first, by name or by who holds it; others are dotted lines.

    Args:
        rows: what the rows of the table tell of.
    """
    first, *others = [part for part in cell.split(match.span() for match in _AND.finditer(cell.folded)) if part.text]
    known = state.register.find(cell.folded, below=unit)
    if known is None or (unit != ROOT and not state.register.is_below(known, unit)):
        short = _short_for(state, cell.folded, place, rows)
        known = known if short is None else short
    found = _named_or_held(state, first) if known is None else known
    if found is not None and found not in (ROOT, place):
        hang_below(state, place, found, unit)
    for other in others if known is None else ():
        second = _named_or_held(state, _without_remark(other))
        if second is not None and second not in (ROOT, place):
            state.register.links.append(Link(place, second, EdgeKind.DOTTED, other, True))


def _short_for(state: State, folded: str, place: int, rows: Mapping[Ends, Sequence[int]]) -> int | None:
    """Return the only post of other rows that a title stands for: the Ops Manager is the Operations Manager."""
    words = folded.split()
    if len(words) < _FEWEST_WORDS or not folded.isascii() or judge(folded) is not Sort.POST:
        return None
    near = (one for one in rows.get(_ends(words), ()) if one != place)
    found = [one for one in near if _is_short(words, state.register.entities[one].name.folded.split())]
    if len(found) != 1:
        return None
    state.register.call(found[0], folded)
    return found[0]


_FEWEST_WORDS = 2


def _is_short(words: Sequence[str], full: Sequence[str]) -> bool:
    """Whether words are those of a title in their order, the first and the last among them, some of them cut short."""
    if len(words) > len(full) or not (_is_cut(words[0], full[0]) and _is_cut(words[-1], full[-1])):
        return False
    left = iter(full)
    return all(any(_is_cut(word, other) for other in left) for word in words)


def _is_cut(word: str, full: str) -> bool:
    """Whether a word is another, or some of its letters with the first among them: ops, mgr."""
    letters = iter(full)
    return word[:1] == full[:1] and all(letter in letters for letter in word.rstrip("."))


def _without_remark(cell: Passage) -> Passage:
    remark = re.search(r"\s*\([^()]*\)$", cell.folded)
    return cell.cut(0, remark.start()) if remark else cell


_AND = pattern(r"\s+[+&]\s+|\s*[、;；]\s*")


def _named_or_held(state: State, cell: Passage) -> int | None:
    found = state.register.find(cell.folded)
    if found is None:
        held = state.register.held_by(cell.text)
        found = held[0] if len(held) == 1 else None
    return above_by_name(state, cell) if found is None else found


def call_by_halves(state: State, place: int) -> None:
    """Let a post with two titles be found by each: CEO / Group Strategy."""
    folded = state.register.entities[place].name.folded
    halves = re.split(r"\s+/\s+", folded) if "/" in folded else ()
    for half in halves if len(halves) == 2 else ():
        if judge(half) is Sort.POST and state.register.find(half) is None:
            state.register.call(place, half)


def hang_below(state: State, place: int, above: int, unit: int) -> None:
    """Hang an entity below another; a post whose superior is in another unit stays in its own, which moves instead."""
    register = state.register
    if unit not in (ROOT, place) and not _is_of(state, above, unit):
        if register.entities[unit].parent == ROOT and register.move(unit, above):
            register.entities[unit].weight = SURE
            register.entities[place].head = True
        return
    if unit not in (ROOT, place) and register.entities[above].parent == ROOT:
        register.move(above, unit)
    if not register.is_below(above, place) and register.move(place, above):
        register.entities[place].weight = SURE + 1
        state.evidence += 1


def _is_of(state: State, above: int, unit: int) -> bool:
    """Whether a superior belongs to a unit: it stands there, or is called as the unit is."""
    entities = state.register.entities
    if state.register.is_below(above, unit):
        return True
    core = core_of(key_of(entities[unit].name.folded))
    is_free = entities[above].parent == ROOT and entities[above].kind is NodeKind.POSITION
    return is_free and len(core) > 1 and key_of(entities[above].name.folded).startswith(core)
