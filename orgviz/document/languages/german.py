"""Read German sentences that say of what an organisation is composed, who leads what, and who stands below whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from orgviz.document.known.parts import Opening, find_part, hang_parts, units_called
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import SURE, State, give_duty, put, set_status, stands_below
from orgviz.document.languages.german_work import announces, clauses, read_work, spoken_of
from orgviz.document.names.entry import masked
from orgviz.document.names.german_words import (
    BETWEEN,
    CLASS,
    COMPOSED,
    DUTY,
    ELECTS,
    LEAD,
    LEADER_IS,
    LEADS,
    LED,
    MAYBE,
    NO_LIST,
    OWN,
    UNDER,
)
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.latin_names import is_german, plain_name
from orgviz.document.names.notes import Named, read_notes
from orgviz.document.names.people import is_person
from orgviz.document.names.promises import Promise
from orgviz.document.text.marks import read_mark
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind, Status
from orgviz.patterns import pattern


def sentences(text: Passage) -> Iterator[Passage]:
    """Yield the sentences of a passage, without what ends them."""
    breaks = re.finditer(r"(?<=[a-zäöüß)\"“])[.!?]\s+(?=[a-zäöü(])|;\s+", masked(text.folded))
    for part in text.split(match.span() for match in breaks if not _ABBREVIATED.search(text.folded[: match.start()])):
        if part.text:
            yield part


_ABBREVIATED = pattern(r"\b(?:[a-z]|bzw|ca|evtl|ggf|usw|inkl|zzgl|nr|abs|dr|prof|str|zt|max|min|vgl|tel)$")


def read_sentence(state: State, text: Passage, scope: int) -> bool:
    """Read one sentence that stands below an entity; tell whether anything was understood."""
    read = [_read_clause(state, clause, scope) for clause in clauses(_plain(text))]
    return any(read)


def _read_clause(state: State, text: Passage, scope: int) -> bool:
    state.subject = spoken_of(state, text, scope)
    return (
        _read_led(state, text, scope)
        or _read_under(state, text, scope)
        or _read_composed(state, text, scope)
        or _read_elected(state, text, scope)
        or read_work(state, text, scope)
        or _read_duty(state, text, scope)
    )


def opening_of(state: State, text: Passage, scope: int) -> Opening | None:
    """Return what a sentence opens that leads to a list, such as Der Vorstand besteht aus."""
    text = _plain(text)
    if not text.folded.endswith(":") or not is_german(text.folded):
        return None
    body = text.cut(0, len(text.folded.rstrip(" :")))
    if not LEAD.search(body.folded):
        return None
    verb = re.search(r"\b(?:besteht|bestehen|setzt|gliedert|hat|haben|umfasst|gehören|sind|verfügt|ist)\b", body.folded)
    before = body.cut(0, verb.start()) if verb else body
    organs = re.match(r"(?:die\s+)?(?:organe|gremien|abteilungen|bereiche)(?:\s+de[sr]\s+)?", before.folded)
    before = (
        before.cut(organs.end())
        if organs
        else before.cut(len((re.match(r"(?:zum|zur|dem|der)\s+", before.folded) or [""])[0]))
    )
    subject = _subject(state, before, scope) if before.text else ROOT if organs else None
    return Opening(scope if subject is None else subject, Promise.MIXED)


def _plain(text: Passage) -> Passage:
    mark = read_mark(text.folded)
    body = text.cut(mark[1]) if mark and mark[0].form not in ("#", "-") else text
    return body.cut(0, len(body.folded.rstrip(" .!")))


def items_of(text: Passage) -> Iterator[Named]:
    """Yield the names in an enumeration, with their numbers."""
    outside = masked(text.folded)
    for piece in text.split(match.span() for match in BETWEEN.finditer(outside)):
        name, seats = plain_name(piece)
        if name.text:
            named = read_notes(name)
            yield replace(named, seats=seats if named.seats is None else named.seats)


def _subject(state: State, text: Passage, scope: int) -> int | None:
    name, _ = plain_name(text)
    genitive = re.match(r"(?:.*\s)?(?:de[sr])\s+(?=\S)", name.folded)
    if OWN.fullmatch(name.folded):
        return ROOT
    if name.folded in ("sie", "er", "es"):
        return scope if state.subject is None else state.subject
    found = find_part(state, name, scope, may_be_new=False)
    if found is None and genitive:
        found = find_part(state, name.cut(0, genitive.start()), scope, may_be_new=False)
    if found is not None:
        return found
    short = re.sub(r"^(?:\w+(?:e|er|en|es))\s+", "", name.folded)
    known = state.register.find(short, below=scope) if short != name.folded else None
    if known is not None:
        state.register.call(known, name.folded)  # der erweiterte Vorstand is the Vorstand
    return known if known is not None else find_part(state, name, scope, may_be_new=True)


# What a body does besides, in small letters as verbs are: und berät die Leitung.
_OTHER_VERB = pattern(r"\sund\s(?!(?:acht|hundert|\w+schaft)\b)[a-zäöüß]{2,}t\s(?=\S)")


def _read_composed(state: State, text: Passage, scope: int) -> bool:
    """Read Der Vorstand besteht aus dem Vorsitzenden und drei Beisitzern."""
    for form in COMPOSED:
        match = form.match(text.folded)
        if match is None:
            continue
        listed = text.cut(*match.span("list"))
        if announces(listed):
            state.subject = _subject(state, text.cut(*match.span("subject")), scope)
            return state.subject is not None
        other = _OTHER_VERB.search(listed.text)
        listed = listed.cut(0, other.start()) if other else listed
        if NO_LIST.search(listed.folded) or len(listed) > 300:
            return False
        listed = listed.cut(0, len(re.sub(r"\s+(?:zusammen|an|eingerichtet|gebildet)$", "", listed.folded)))
        groups = match.groupdict()
        if groups.get("more"):
            listed = text.cut(match.start("more") + 1)
        return _hang(state, text, listed, groups, match, scope)
    return False


def _hang(
    state: State, text: Passage, listed: Passage, groups: dict[str, str | None], match: re.Match[str], scope: int
) -> bool:
    told = CLASS.match(listed.folded)
    is_class = told is not None and told.end() < len(listed)
    items = list(items_of(listed.cut(told.end()) if told is not None and is_class else listed))
    usual = (
        NodeKind.UNIT if is_class and told is not None and not re.match("mitglieder|personen", told["class"]) else None
    )
    strong = sum(judge(item.name.folded) in STRONG for item in items)
    if not items or (2 * strong < len(items) and usual is None) or (strong == 0 and len(items) < 2):
        return False
    subject = _subject(state, text.cut(*match.span("subject")), scope) if groups.get("subject") else None
    if subject is None and groups.get("subject") and not groups.get("organs"):
        return False
    items = [item for item in items if not re.fullmatch("mitglied(?:er)?", item.name.folded)]
    made = hang_parts(
        state,
        items,
        ROOT if subject is None and groups.get("organs") else scope if subject is None else subject,
        usual=usual,
    )
    state.evidence += 1 if made and usual is not None else 0  # the word for their class vouches for them
    if made and MAYBE.search(text.folded):
        for one in made:
            set_status(state, one, Status.OPTIONAL)
    return bool(made)


def _read_led(state: State, text: Passage, scope: int) -> bool:
    """Read who leads a unit: Die Werkstatt wird von Frau Weber geleitet."""
    for form in (LED, LEADER_IS, LEADS):
        match = form.match(text.folded)
        if match is None:
            continue
        behind = "behind" if form is LED and match["behind"] else "who"
        who, _ = plain_name(text.cut(*match.span(behind)))
        unit_name, _ = plain_name(text.cut(*match.span("unit")))
        each = re.match(r"jede[srn]?\s+(?P<class>\w+)$", unit_name.folded)
        if each:
            return _each(state, who, each["class"])
        sort = judge(who.folded)
        if judge(unit_name.folded) is not Sort.UNIT and state.register.find(unit_name.folded) is None:
            continue
        if sort is not Sort.POST and not is_person(who.text, who.folded):
            continue
        if form is LEADS and " leitet " not in text.folded and state.register.find(unit_name.folded) is None:
            continue
        unit = _subject(state, unit_name, scope)
        if unit is None or unit == ROOT or state.register.entities[unit].kind is not NodeKind.UNIT:
            continue
        _lead(state, who, unit, is_post=sort is Sort.POST)
        return True
    return False


def _lead(state: State, who: Passage, unit: int, *, is_post: bool) -> None:
    kind = NodeKind.POSITION if is_post else NodeKind.PERSON
    place = put(state, kind, read_notes(who) if is_post else Named(name=who), unit, "said to lead it", SURE)
    entity = state.register.entities[place]
    entity.head = entity.parent == unit
    state.evidence += 1


def _each(state: State, who: Passage, class_word: str) -> bool:
    if judge(who.folded) not in STRONG:
        return False
    units = units_called(state, class_word, first=True)
    for unit in units:
        _lead(state, who, unit, is_post=True)
    return True


def _read_under(state: State, text: Passage, scope: int) -> bool:
    """Read who stands below whom: Der Einkauf untersteht der Geschäftsführung."""
    for form in UNDER:
        match = form.match(text.folded)
        if match is None:
            continue
        children = [_subject(state, half, scope) for half in _halves(text.cut(*match.span("child")))]
        parent = _subject(state, text.cut(*match.span("parent")), ROOT)
        moved = [stands_below(state, child, parent) for child in children]
        if any(moved):
            return True
    return False


_AND_THE = pattern(r"\sund\s(?=(?:der|die|das)\s)")


def _halves(subject: Passage) -> list[Passage]:
    """Return those of whom a sentence speaks: Die Jugend und die Verwaltung."""
    return list(subject.split(match.span() for match in _AND_THE.finditer(subject.folded)))


def _read_elected(state: State, text: Passage, scope: int) -> bool:
    """Read whom a meeting elects: Die Mitgliederversammlung wählt zwei Kassenprüfer."""
    match = ELECTS.match(text.folded)
    if match is None:
        return False
    listed = text.cut(*match.span("list"))
    items = [item for item in items_of(listed) if judge(item.name.folded) in STRONG]
    items = [
        item for item in items if state.register.find(item.name.folded) is None and judge(item.name.folded) is Sort.POST
    ]
    subject = _subject(state, text.cut(*match.span("who")), scope)
    if not items or subject is None:
        return False
    return bool(hang_parts(state, items, subject))


def _read_duty(state: State, text: Passage, scope: int) -> bool:
    """Read what a known unit or post does: Der Schatzmeister führt die Kasse."""
    match = DUTY.match(text.folded)
    if match is None:
        return False
    name, _ = plain_name(text.cut(*match.span("subject")))
    subject = find_part(state, name, scope, may_be_new=False)
    if subject is None or subject == ROOT:
        return False
    give_duty(state, subject, text.cut(*match.span("duty")))
    state.evidence += 0.5
    return True
