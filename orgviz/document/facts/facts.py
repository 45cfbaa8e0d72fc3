"""What stands behind a name or a key: duties, people, posts, whom it reports to."""

from __future__ import annotations

import re
from dataclasses import replace

from orgviz.document.chinese.classed_lists import read_names_behind
from orgviz.document.chinese.crew_sentences import read_crews_of_others
from orgviz.document.chinese.sentences import sentences
from orgviz.document.english.without_subject import behind_leader, is_led, without_staff
from orgviz.document.facts.bearing_class import read_bearing_class
from orgviz.document.facts.counts_behind import read_counts_behind
from orgviz.document.facts.held_besides import is_held_by_office, sits_besides
from orgviz.document.facts.latin_rest import read_latin_rest, tells_of_one
from orgviz.document.facts.others import is_of_others, whose
from orgviz.document.facts.plus_lists import read_plus_list
from orgviz.document.facts.standing import read_above, read_below, read_relation, read_units
from orgviz.document.known.counted import read_counted_posts
from orgviz.document.known.crews import put_whole_crew, read_told_of_people
from orgviz.document.known.register import ROOT
from orgviz.document.known.staff import add_people, add_person, part_of, read_spaced_staff, read_staff
from orgviz.document.known.state import LISTED, SURE, State, give_duty, put, set_status
from orgviz.document.languages.prose import read_prose
from orgviz.document.names.counted_posts import is_desk
from orgviz.document.names.judging import STRONG, Sort, is_wide, judge
from orgviz.document.names.keys import Key
from orgviz.document.names.lists import name_share, read_listing
from orgviz.document.names.notes import Named, people_in, read_notes
from orgviz.document.names.people import is_person
from orgviz.document.names.whole_titles import whole_title
from orgviz.document.text.passages import Passage, joined
from orgviz.model import NodeKind, Status
from orgviz.patterns import pattern

_MAY_COMPOSE = pattern(
    r"[设置分由含括辖]"
    r"|(?:下面|手下|底下)有|[向对].+(?:汇报|负责|报告)|直属|隶属|consist|divid|includ|report|answers? |subordinate"
    r"|compris|led by|headed"
)
_VACANCY = pattern(
    r"(?:currently |still )?(?:vacant|open|to be (?:hired|filled|confirmed|appointed|announced)|tbh|tbc|hiring"
    r"|unfilled)"
)
_EMPTY = pattern(
    r"(?:\W+|\.{2,}|…+|无|没有|none|n/?a|-+|—+|/|不详|待定|tbd|tba|(?:full )?jd"
    r"|(?:full |detailed )?(?:job|role|position) (?:description|profile|specification)"
    r"|(?:19|20)\d\d(?:\s*[-/]\s*(?:19|20)?\d\d)?)"
)


def read_rest(state: State, place: int, rest: Passage, divider: str) -> None:
    """Read what stands behind a name: people, a list of posts, a duty."""
    if _EMPTY.fullmatch(rest.folded) or is_of_others(state, place, rest, is_keyed=divider == ":"):
        return
    entity = state.register.entities[place]
    if _VACANCY.fullmatch(rest.folded.strip("() ")):
        entity.vacant = entity.kind is NodeKind.POSITION
        return
    if _read_status(state, place, rest) or _read_field_of_number(state, place, rest, divider):
        return
    if read_plus_list(state, place, rest) or read_counts_behind(state, place, rest):
        return
    rest = read_crews_of_others(state, place, rest)
    parts = None if people_in(rest) else read_told_of_people(state, place, rest)
    for part in parts if parts is not None else (rest,):
        _read_text(state, place, part, divider)


def _read_status(state: State, place: int, rest: Passage) -> bool:
    """Read a bracket behind a gap that says how it stands with what is before it: Payroll    (outsourced)."""
    if not (rest.folded.startswith("(") and rest.folded.endswith(")")):
        return False
    status = read_notes(joined((state.register.entities[place].name, rest), " ")).status
    if status is not Status.ACTIVE:
        set_status(state, place, status)
    return status is not Status.ACTIVE


_NUMBERED = pattern(r"[a-zäöüß]{4,}\s(?:\d{1,2}|[ivx]{1,5})")


def _read_field_of_number(state: State, place: int, rest: Passage, divider: str) -> bool:
    """Read what a unit with a number is for, and who leads it: Dezernat 2 - Bauen (Leitung: Ute Funk)."""
    entity = state.register.entities[place]
    if divider != "-" or entity.kind is not NodeKind.UNIT or _NUMBERED.fullmatch(entity.name.folded) is None:
        return False
    field = read_notes(rest)
    if field.name.text != field.name.text.strip() or len(field.name.text.split()) > _MOST_WORDS:
        return False
    give_duty(state, place, field.name)
    add_people(state, place, field.holders, rest)
    state.tell(rest, f"duty of '{state.name_of(place)}'", "text behind a name")
    return True


_MOST_WORDS = 6


def _read_text(state: State, place: int, rest: Passage, divider: str) -> None:
    """Read what stands behind a name and is more than people: posts, what it is composed of, a duty."""
    if read_staff(state, place, rest) or read_spaced_staff(state, place, rest):
        return
    if _read_people(state, place, rest, divider):
        return
    if divider == ":" and is_held_by_office(state, place, rest):
        state.tell(rest, None, "held by those in another post")
        return
    left = read_latin_rest(state, place, rest, divider)
    if left is None:
        return
    rest = left
    if divider != "verb" and (read_names_behind(state, place, rest) or read_bearing_class(state, place, rest)):
        return
    if divider != "verb" and not tells_of_one(state, place, rest) and _is_list_of_posts(rest):
        for item in read_listing(rest).items:
            is_seat = item.seats is not None and is_desk(item.name.folded)
            sort = Sort.POST if is_seat else judge(item.name.folded)
            kind = NodeKind.UNIT if sort is Sort.UNIT else NodeKind.POSITION
            put(state, kind, item, place, "list behind a name", SURE if sort in STRONG else LISTED, anew=True)
            state.evidence += 0.3 if item.seats is not None else 0
        return
    composed = read_counted_posts(state, place, rest)
    if composed is not None:
        for part in composed:
            read_prose(state, part, place)
        return
    rest, staff = without_staff(rest)
    _read_duty(state, place, rest)
    if staff is not None:
        read_prose(state, staff, place)


def _read_duty(state: State, place: int, rest: Passage) -> None:
    """Read what a unit or post does, with what its sentences say of others."""
    first, *others = sentences(rest)
    is_told = state.register.entities[place].kind is NodeKind.UNIT and is_led(first) and read_prose(state, first, place)
    duty = behind_leader(first) if is_told else first
    if duty is not None:
        give_duty(state, place, duty)
        state.tell(duty, f"duty of '{state.name_of(place)}'", "text behind a name")
    if not is_told and _MAY_COMPOSE.search(first.folded):
        read_prose(state, first, place)
    for other in others:
        beside = whose(state, place, other)
        if not read_prose(state, other, place if beside is None else beside) and len(others) < 4:
            give_duty(state, place, other)


def _read_people(state: State, place: int, rest: Passage, divider: str) -> bool:
    """Read the people behind a name, with what is said behind a person and a gap."""
    who, gap = _person_before_gap(rest)
    people = people_in(who)
    add_people(state, place, people, rest)
    if gap:
        read_rest(state, place, rest.cut(gap), divider)
    return bool(people)


_GAP = pattern("[ \u3000]+")


def _person_before_gap(rest: Passage) -> tuple[Passage, int]:
    """Return a person and where the text behind begins: 周平　主持全面工作; that is 0 where it is not so."""
    gap = _GAP.search(rest.text) if is_wide(rest.folded) else None
    who = rest.cut(0, gap.start()) if gap else rest
    return (who, gap.end()) if gap and people_in(who) and not people_in(rest) else (rest, 0)


def _is_list_of_posts(rest: Passage) -> bool:
    rest = rest.cut(0, len(rest.folded.rstrip("。;. ")))
    if _SAYS.search(rest.folded) or len(rest) > 160:
        return False
    if rest.folded.isascii() and not _LISTS.search(rest.folded) and judge(rest.folded) is Sort.SENTENCE:
        return False  # a duty without anything that could keep items apart
    items = read_listing(rest).items
    if not items:
        return False
    if any(judge(item.name.folded) in (Sort.SENTENCE, Sort.ABSTRACT) for item in items):
        return False
    strong = sum(judge(item.name.folded) in STRONG for item in items)
    is_plain = not is_wide(rest.folded)
    return (
        strong == len(items) if is_plain or len(items) == 1 else strong >= 0.6 * len(items) and name_share(items) > 0.7
    )


_SAYS = pattern(r"负责|分管|主管(?![、,()\d\s]|$)|主持|协助|联系|带领|[。;]|\. ")
_LISTS = pattern(r"[^a-z -]| and | or ")


_NEXT = pattern(r"(?<!\bprof)(?<!\bmrs)(?<!\b[dms]r)(?<!\bst)(?<=[a-z]{2})\.\s+(?=[a-z])")


def first_sentence(value: Passage) -> Passage:
    """Return a value without the sentences behind it: Lead: Ann Lee. Reports to the CMO."""
    stop = _NEXT.search(value.folded) if not is_wide(value.folded) else None
    return value.cut(0, stop.start()) if stop else value


def read_key_value(state: State, key: Key, value: Passage | None, above: int) -> None:
    """Read a key with its value, said of the entity that is open."""
    if value is None or _EMPTY.fullmatch(value.folded) or (above == ROOT and key in (Key.DUTY, Key.SEATS, Key.HOLDER)):
        return
    first = first_sentence(value) if key in (Key.HEAD, Key.HOLDER, Key.ABOVE) else value
    if len(first) < len(value):
        read_prose(state, value.cut(len(first.text) + 1), above)
        value = first
    if key is Key.DUTY:
        give_duty(state, above, value)
        state.tell(value, f"duty of '{state.name_of(above)}'", "key and value")
    elif key is Key.ABOVE or key is Key.UNIT:
        read_above(state, key, value, above)
    elif key is Key.UNITS:
        read_units(state, value, above)
    elif key is Key.BELOW:
        read_below(state, value, above)
    elif key in (Key.SUPPORTS, Key.WORKS_WITH, Key.DOTTED):
        read_relation(state, key, value, above)
    elif key is Key.SEATS:
        count = re.search(r"\d+", value.folded)
        entity = state.register.entities[above]
        if count and entity.seats is None and entity.kind is NodeKind.POSITION:
            entity.seats = int(count[0]) or None
        elif entity.kind is NodeKind.UNIT and above != ROOT:
            put_whole_crew(state, value, above)
    else:
        _read_people_key(state, key, value, above)


_INITIALS = pattern(r"[A-ZÄÖÜ]{2,4}\s+[-–]\s+(?=\S)")


def _read_people_key(state: State, key: Key, value: Passage, above: int) -> None:
    initials = _INITIALS.match(value.text)
    value = value.cut(initials.end()) if initials else value
    people = people_in(value) or (_first_names(value) if key in (Key.HEAD, Key.HOLDER) else ())
    entity = state.register.entities[above]
    if key is Key.NAME and entity.kind is NodeKind.UNIT and _is_list_of_posts(value):
        _read_posts(state, value, above, is_head=False)
        return
    if key is Key.NAME or key is Key.OTHER:
        state.tell(value, None, "key that says nothing of an organisation")
        return
    if key is Key.MEMBERS and entity.kind is NodeKind.POSITION and not people:
        read_below(state, value, above)  # Team: 2 Safety Officers
    elif key is Key.HOLDER or entity.kind is NodeKind.POSITION:
        state.register.hold(above, people)
    elif people:
        is_roster = key is Key.MEMBERS and len(people) > 1 and above in state.register.children
        state.evidence += 0.8 if is_roster else 0.5 if key is Key.HEAD and not is_wide(value.folded) else 0
        for one in people:
            add_person(state, above, part_of(value, one), is_head=key is Key.HEAD and len(people) == 1)
    else:
        _read_posts(state, value, above, is_head=key is Key.HEAD)


_FIRST_NAME = pattern(r"[A-ZÀ-Þ][a-zß-ÿ'’-]{1,14}(?: [A-Z]\.)?")


def _first_names(value: Passage) -> tuple[str, ...]:
    """Return people who are called by their first names, where a key says that people follow."""
    parts = re.split(r"\s*(?:,|/|&| and )\s*", value.text)
    are_names = all(_FIRST_NAME.fullmatch(part) and judge(part.lower()) is Sort.FIELD for part in parts)
    return tuple(parts) if are_names and len(parts) <= 4 else ()


def _without_article(item: Named) -> Named:
    """Return what a list in Latin letters names without its article: Chair: the Vicar."""
    return replace(item, name=item.name.cut(4)) if item.name.folded.startswith("the ") else item


def _read_posts(state: State, value: Passage, above: int, *, is_head: bool) -> None:
    whole = whole_title(value)
    items = (whole,) if whole is not None else read_listing(value).items
    if not items or len(items) > 30:
        return
    for item in map(_without_article, items):
        named = read_notes(item.name)
        if not is_head and is_person(named.name.text, named.name.folded):
            add_person(state, above, item.name, is_head=False)
            state.evidence += 0.3
            continue  # 成员：李四、张伟、各车间主任
        if is_head and sits_besides(state, above, named.name):
            continue
        if judge(named.name.folded) is Sort.POST or item is whole:
            place = put(state, NodeKind.POSITION, item, above, "key and value", SURE)
            state.evidence += 0.5 if is_head and not is_wide(named.name.folded) else 0
            if is_head and ROOT not in (place, above):
                state.register.entities[place].head = True
