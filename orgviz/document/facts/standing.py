"""What a key says of where an entity stands: above which others, below and beside whom."""

from __future__ import annotations

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.people_meant import post_of_person
from orgviz.document.facts.latin_rest import named_in
from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import before_stop
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.judging import STRONG, Sort, is_wide, judge
from orgviz.document.names.keys import Key
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.names.people import is_first_name, is_person
from orgviz.document.names.whole_titles import whole_title
from orgviz.document.text.passages import Passage
from orgviz.model import EdgeKind, NodeKind
from orgviz.patterns import pattern


def read_above(state: State, key: Key, value: Passage, child: int) -> None:
    """Hang an entity below the one that a key names."""
    if child == ROOT:
        return
    hedge = _HEDGE.match(value.folded)
    value = value.cut(hedge.end()) if hedge else value
    whole = whole_title(value)
    register = state.register
    noted = read_notes(value)
    is_known = _existing(state, noted.name) is not None or key is Key.UNIT
    named = whole or (noted if is_known else read_notes(before_stop(value)))
    above = _existing(state, named.name)
    if above is None and _is_called_so(state, named.name):
        state.below_people.append((child, named.name.text))
        return
    if above is None:
        above = _first_known(state, named.name, child)
    if above is None:
        sort = judge(named.name.folded) if whole is None else Sort.POST
        if sort not in STRONG and sort is not Sort.FIELD:
            return
        is_unit = sort is Sort.UNIT or (key is Key.UNIT and sort is Sort.FIELD)
        kind = NodeKind.UNIT if is_unit else NodeKind.POSITION
        old = register.entities[child].parent
        beside = old if kind is NodeKind.POSITION and register.entities[old].kind is NodeKind.UNIT else ROOT
        above = put(state, kind, named, beside, "named as the one above", LISTED)
    if above in (ROOT, child):
        return
    old = register.entities[child].parent
    is_sure = register.entities[above].weight >= SURE
    if register.is_below(above, child) and (is_sure or not register.move(above, old)):
        return
    if register.move(child, above):
        register.entities[child].weight = SURE + 1
        state.evidence += 1
        state.tell(value, f"'{state.name_of(child)}' stands below '{state.name_of(above)}'", "key and value")


def _is_called_so(state: State, name: Passage) -> bool:
    """Whether a name is that of a person, or a word of the name of one who holds a post."""
    if is_person(name.text, name.folded) or is_first_name(name.folded):
        return True
    is_word = name.folded.isalpha() and name.text.istitle() and judge(name.folded) is Sort.FIELD
    return is_word and post_of_person(state, name.text) is not None


_HEDGE = pattern(
    r"(?:(?:often|usually|typically|generally|normally|directly|ultimately|mostly|mainly) )+(?:to )?(?:the )?"
)
_OR = pattern(r"\s*(?:/|,|;| or | and )\s*")


def _first_known(state: State, names: Passage, child: int) -> int | None:
    """Return the first that is known of several superiors; to the others it reports as well: Manager / Supervisor."""
    parts = tuple(names.split(match.span() for match in _OR.finditer(names.folded)))
    found = [(part, _existing(state, part)) for part in parts] if len(parts) > 1 else []
    known = [place for _, place in found if place not in (None, ROOT, child)]
    if not known or any(judge(part.folded) is not Sort.POST for part in parts):
        return None
    for part, place in found:
        if place != known[0]:
            state.pending.append((child, part, EdgeKind.REPORTS, True))
    return known[0]


def _existing(state: State, name: Passage) -> int | None:
    return state.register.find(name.folded)


def read_below(state: State, value: Passage, above: int) -> None:
    """Hang what a key lists below the entity that is open; below the whole, only units: 下设：工程科、安全科."""
    listed = [(item, judge(item.name.folded)) for item in named_in(value)]
    are_posts = 2 * sum(sort is Sort.POST for _, sort in listed) >= len(listed) > 1
    for item, told in listed:
        sort = Sort.POST if told is Sort.FIELD and are_posts and is_wide(item.name.folded) else told
        if sort not in STRONG or (above == ROOT and sort is not Sort.UNIT):
            continue
        name = item.name
        kind = NodeKind.UNIT if sort is Sort.UNIT else NodeKind.POSITION
        known = state.register.find(name.folded)
        if known is not None and known != ROOT:
            entity = state.register.entities[known]
            may_move = entity.weight <= SURE and entity.parent != above and not state.register.is_below(above, known)
            if may_move and (entity.parent == ROOT or not state.register.is_below(known, above)):
                state.register.move(known, above)
            continue
        named = Named(name=name, seats=item.seats, holders=item.holders, vacant=item.vacant, status=item.status)
        put(state, kind, named, above, "listed as below", LISTED)
        state.evidence += 0.5


def read_units(state: State, value: Passage, above: int) -> None:
    """Hang the units that a key lists below the entity that is open: Teams: Inbound, Returns."""
    if state.register.entities[above].kind is not NodeKind.UNIT:
        return
    for item in read_enumeration(value).items:
        if " + " in item.name.text:
            continue  # Sales + 1 manager: what each of them has
        if item.sort in (Sort.UNIT, Sort.FIELD, Sort.POST) and item.is_proper and len(item.name.text.split()) <= 5:
            put(state, NodeKind.UNIT, item.named, above, "listed as units", SURE if item.sort is Sort.UNIT else LISTED)
            state.evidence += 0.5


def read_relation(state: State, key: Key, value: Passage, source: int) -> None:
    """Keep whom a key says that an entity supports, works with or reports to beside its line, to be found later."""
    kind = {
        Key.SUPPORTS: EdgeKind.SUPPORTS,
        Key.WORKS_WITH: EdgeKind.COLLABORATES,
        Key.DOTTED: EdgeKind.DOTTED,
    }[key]
    if source == ROOT:
        return
    for item in read_listing(value).items:
        state.pending.append((source, item.name, kind, True))
