"""Read English sentences that say who leads, assists and stands above whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from orgviz.document.english.hang import call_halves, hang, is_people, is_vague, led_by
from orgviz.document.english.heads import drop_nameless_head, mark_head, one_each
from orgviz.document.english.heads_of_known import read_head_of_known
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.members import CLASS_ONLY
from orgviz.document.english.people import put_leader
from orgviz.document.english.people_meant import first_name_in, is_called
from orgviz.document.english.phrases import Phrase, person_in, read_phrase
from orgviz.document.english.plain import is_of_many
from orgviz.document.english.reports import is_post, read_reports
from orgviz.document.english.subjects import find_known, find_subjects
from orgviz.document.english.supervised import leads_the_whole, read_named_below, unit_of_all
from orgviz.document.english.titled_names import is_name_of_person
from orgviz.document.english.verbs import Claim
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, give_duty, put
from orgviz.document.names.judging import STRONG, Sort, is_known_field, singular
from orgviz.document.names.ranks import is_rank_only
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern


def read_led(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `The division is led by a Deputy Chief, Ann Lee`."""
    person = person_in(claim.behind) or (first_name_in(claim.behind) if subjects else None)
    if person is not None:
        state.evidence += 1
        return tuple(
            put_leader(state, person, claim.behind.cut(len(person)), place) for place in subjects if place != ROOT
        )
    phrase = read_phrase(claim.behind)
    if not subjects and (_EACH_BEFORE.search(claim.subject.folded) or _EACH_FIRST.match(claim.subject.folded)):
        return ()
    subjects = subjects or _named_last(state, claim, scope)
    if subjects and phrase.sort is Sort.POST and all(is_post(state, place) for place in subjects):
        return read_reports(state, claim, subjects, scope)
    if len(subjects) > 1 and phrase.sort is Sort.POST and phrase.before == "the" and _is_one(state, phrase, scope):
        of_all = unit_of_all(state, subjects)
        if of_all is not None and claim.subject.folded.startswith(("these", "both", "they")):
            return _read_leader(state, phrase, (of_all,), scope)
        return read_reports(state, claim, subjects, scope)
    several = _leaders(claim)
    if several:
        listing = replace(read_enumeration(claim.behind), items=several)
        state.evidence += 1
        return one_each(state, claim, several, subjects) or hang(state, listing, subjects or (scope,), "said to lead")
    return _read_leaders_named(state, claim, scope) or _read_leader(state, phrase, subjects, scope)


def _is_one(state: State, phrase: Phrase, scope: int) -> bool:
    """Whether a phrase means one post: by a name with capitals, or as one that is known."""
    known = None if phrase.is_proper else find_known(state, phrase, scope)
    return phrase.is_proper or (known is not None and is_post(state, known))


_NAMELY = pattern(r"[^:,;]{3,40}?,?\s?(?:namely|as follows|which are|they are|viz\.?)\s?:?\s|[^:,;]{3,40}?:\s")


def _read_leaders_named(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    """Read `three offices headed by Directors, namely: the A, the B and the C`: who leads is told in a list."""
    match = _NAMELY.match(claim.behind.folded)
    listing = read_enumeration(claim.behind.cut(match.end())) if match else None
    if listing is None or len(listing.items) < 2 or listing.strong < 1 or listing.proper < 1:
        return ()
    state.evidence += 2
    return hang(state, listing, (scope,), "said to lead")


def _read_leader(state: State, phrase: Phrase, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Put the one post or unit that is said to lead others where these stand."""
    if phrase.sort not in STRONG or is_people(phrase) or is_of_many(phrase):
        return ()
    holder = person_in(phrase.rest.cut(1)) if phrase.rest.folded.startswith(",") else None
    named = (
        replace(phrase.named, holders=(*phrase.named.holders, holder.text))
        if holder is not None and is_name_of_person(holder)
        else phrase.named
    )
    known = find_known(state, phrase, scope)
    known = None if phrase.sort is Sort.POST and known in subjects else known
    if known is not None and known != ROOT and _is_nowhere_else(state, known) and len(subjects) == 1:
        state.register.move(known, subjects[0])
        mark_head(state, known, subjects)
    if known is not None and not is_rank_only(phrase.name.folded):
        state.evidence += 0.5
        state.register.note(known, named)
        if known != ROOT and state.register.entities[known].parent == ROOT:
            mark_head(state, known, subjects)
        return (known,)
    kind = NodeKind.UNIT if phrase.sort is Sort.UNIT else NodeKind.POSITION
    above = tuple(subjects) or (scope,)
    made = tuple(put(state, kind, named, place, "said to lead", SURE) for place in above)
    state.evidence += 1
    for place in made:
        drop_nameless_head(state, place)
        mark_head(state, place, subjects)
        call_halves(state, place, phrase.name.folded)
    return made


def _is_nowhere_else(state: State, place: int) -> bool:
    """Whether nothing is known of a post but who holds it."""
    entity = state.register.entities[place]
    return entity.parent == ROOT and entity.reason == "post with its holder"


_LAST = pattern(r"\b(?:the|our|its)\s(?:(?!(?:the|our|its)\s)[^,;]){3,60},?$")


def _named_last(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    """Return what stands right before a participle: the keys are held by the Guild, led by its Warden."""
    is_open = (claim.word.endswith(" by") and " " in claim.word) or claim.word.startswith("under ")
    last = _LAST.search(claim.subject.folded) if is_open else None
    if last is None or claim.word.startswith(("is", "are", "shall", "will", "was", "were", "may", "must")):
        return ()
    phrase = read_phrase(claim.subject.cut(last.start()))
    found = find_subjects(state, phrase.name, scope, may_be_new=True) if phrase.sort is Sort.UNIT else ()
    state.subject = found[0] if found else state.subject
    return found


_EACH_FIRST = pattern(r"(?:each|every)(?: of (?:the|these|our))? (?:department|division|team|committee)$")
_EACH_BEFORE = pattern(r"\b(?:each|all)(?: of (?:which|them|whom))?$")


def _leaders(claim: Claim) -> tuple[Phrase, ...]:
    """Return the posts that lead together: run by a Director, a Nurse and a Manager."""
    items = tuple(takewhile(lambda item: item.sort in STRONG, read_enumeration(claim.behind).items))
    are_named = all(
        (item.sort is Sort.POST and item.before in ("a", "an", "its own", "one", "the"))
        or (item.sort in STRONG and item is not items[0] and not is_vague(item) and (item.count or item.is_proper))
        or (item.sort is Sort.UNIT and item is not items[0] and item.before in ("a", "an"))
        or (item.sort is Sort.POST and item is not items[0] and singular(item.name.folded) == item.name.folded)
        for item in items
    )
    return items if len(items) > 1 and are_named else ()


def read_leads(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `Ann Lee leads the Sales team`, `The Head of Sales manages the Sales team`."""
    if len(subjects) == 1 and is_post(state, subjects[0]) and leads_the_whole(state, claim):
        state.register.entities[subjects[0]].weight = LISTED
        state.evidence += 1
        return tuple(subjects)
    if claim.word.endswith(" of") and len(subjects) == 1 and is_called(state, subjects[0], claim.behind):
        return tuple(subjects)
    phrase = read_phrase(claim.behind)
    if phrase.is_each and not phrase.rest.text:
        return _read_head_of_each(state, claim, scope)
    made = read_head_of_known(state, claim, subjects) or _read_fields_below(state, claim, subjects)
    if made := made or read_named_below(state, claim, subjects):
        return made
    is_class = CLASS_ONLY.fullmatch(phrase.name.folded) and phrase.before in ("the", "this", "our")
    if phrase.sort is not Sort.UNIT and not is_class and not (phrase.is_proper and phrase.before.startswith("the")):
        return _read_staff_below(state, claim, subjects, scope) or _read_work(state, claim, subjects)
    known = find_known(state, phrase, scope)
    person = person_in(claim.subject) if claim.subject.text else None
    if known is None and phrase.sort is Sort.UNIT and phrase.is_proper and (person is not None or subjects):
        is_unit = person is None and state.register.entities[subjects[0]].kind is NodeKind.UNIT
        above = subjects[0] if is_unit or (person is None and _is_placed(state, subjects[0])) else scope
        known = put(state, NodeKind.UNIT, phrase.named, above, "said to be led", LISTED)
        if above != scope:
            return (known,)
    if is_class and person is None and subjects in ((), (known,)):
        return _put_head(state, claim, scope)
    if known is None or (known == ROOT and person is None):
        return _read_work(state, claim, subjects)
    if person is not None:
        state.evidence += 1
        put_leader(state, person, phrase.rest, known)
        return (known,)
    place = subjects[0] if subjects else ROOT
    if place in (ROOT, known):
        return ()
    entity = state.register.entities[place]
    if entity.kind is NodeKind.POSITION and entity.weight < SURE and state.register.move(place, known):
        entity.weight, entity.head = SURE, True
    state.evidence += 0.5
    return (known,)


def _read_head_of_each(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    """Read `A Deputy heads each bureau`: every one of the known bureaus has one."""
    head = read_phrase(claim.subject)
    units = find_subjects(state, claim.behind, scope) if head.sort is Sort.POST and head.before in ("a", "an") else ()
    units = tuple(unit for unit in units if unit != ROOT and state.register.entities[unit].kind is NodeKind.UNIT)
    made = [put(state, NodeKind.POSITION, head.named, unit, "said to lead each", SURE, anew=True) for unit in units]
    for place in made:
        mark_head(state, place, units)
    return tuple(made)


def _is_placed(state: State, place: int) -> bool:
    """Whether a post has its place elsewhere: what it leads stands below it."""
    entity = state.register.entities[place]
    return entity.kind is NodeKind.POSITION and entity.weight >= SURE


def _read_fields_below(state: State, claim: Claim, subjects: Sequence[int]) -> tuple[int, ...]:
    """Read `The Registrar oversees Admissions, Records and Financial Aid`: several fields written as names."""
    listing = read_enumeration(claim.behind)
    if len(subjects) != 1 or not is_post(state, subjects[0]) or not listing.items:
        return ()
    are_named = all(
        item.has_capitals and item.sort in (Sort.UNIT, Sort.FIELD) and not item.rest.text for item in listing.items
    )
    is_class = listing.class_word and not listing.is_post_class
    if len(listing.items) > 1 and is_class and (listing.strong == 1 or are_named):
        state.evidence += 2 if len(listing.items) > 2 else 1
        return hang(state, listing, subjects, "said to be led")
    odd = 0
    for item in listing.items:
        is_name = item.sort is not Sort.SENTENCE and len(item.name.text.split()) <= _MOST_WORDS
        odd += item.sort not in (Sort.UNIT, Sort.FIELD)
        if not is_name or not item.has_capitals or item.rest.text or item.count:
            return ()
    if odd * _FEW > len(listing.items):
        return ()
    if len(listing.items) == 1 and listing.items[0].sort is Sort.UNIT:
        return ()
    subjects = (led_by(state, subjects[0]),)
    is_one = len(listing.items) == 1 and not is_known_field(listing.items[0].name.folded)
    if is_one or not any(item.sort is Sort.UNIT or is_known_field(item.name.folded) for item in listing.items):
        return ()
    state.evidence += 2 if len(listing.items) > (1 if listing.strong == 1 else 2) else 1
    return hang(state, replace(listing, class_word="department"), subjects, "said to be led")


_MOST_WORDS = 5
_FEW = 3  # of so many fields, one may be called by a word that is no field elsewhere


def _put_head(state: State, claim: Claim, unit: int) -> tuple[int, ...]:
    """Read `The chief cook heads this department`, where the text stands below the heading of a unit."""
    head = read_phrase(claim.subject)
    is_one = head.sort is Sort.POST and head.before in ("the", "a", "an", "our") and head.count is None
    if unit == ROOT or is_post(state, unit) or not is_one or head.rest.text or is_people(head):
        return ()
    if singular(head.name.folded.split(" of ")[0]) != head.name.folded.split(" of ")[0]:
        return ()
    made = put(state, NodeKind.POSITION, head.named, unit, "said to lead", LISTED)
    mark_head(state, made, (unit,))
    state.evidence += 1
    return (made,)


def _read_work(state: State, claim: Claim, subjects: Sequence[int]) -> tuple[int, ...]:
    """Read `The Workshop Committee oversees new machines` as what it does."""
    if len(subjects) != 1 or subjects[0] == ROOT:
        return ()
    words = Passage(f"{claim.word} {claim.rest.text}", f"{claim.word} {claim.rest.folded}", claim.rest.places)
    give_duty(state, subjects[0], words)
    return (subjects[0],)


def _read_staff_below(state: State, claim: Claim, subjects: Sequence[int], scope: int) -> tuple[int, ...]:
    """Read `The Content Manager supervises two writers and one editor`, and `oversees a print desk and a clerk`."""
    listing = read_enumeration(claim.behind)
    if not listing.items or (subjects and (len(subjects) != 1 or subjects[0] == ROOT)):
        return ()
    are_several = len(listing.items) > 1 and all(item.before or item.is_proper for item in listing.items)
    are_several = are_several or (listing.is_post_class and listing.has_titles)
    units = [item for item in listing.items if item.sort is Sort.UNIT] if are_several else []
    if any(
        item.sort is not Sort.POST or is_vague(item) or is_people(item) for item in listing.items if item not in units
    ):
        return ()
    if any(item.before not in ("a", "an") or " " not in item.name.folded for item in units):
        return ()
    if not are_several and not all(item.count or item.is_proper for item in listing.items):
        return ()
    above = subjects or _plain_post(state, claim.subject, scope, is_sure=listing.is_post_class)
    if not above:
        return ()
    state.evidence += 1
    return hang(state, listing, above, "said to be supervised")


def _plain_post(state: State, text: Passage, scope: int, *, is_sure: bool) -> tuple[int, ...]:
    """Return the post of which a clause speaks without capitals: the general manager."""
    phrase = read_phrase(text)
    is_one = phrase.sort is Sort.POST and phrase.before in ("the", "a", "an")
    is_one = is_one and (is_sure or " " in phrase.name.folded)
    if not is_one or phrase.rest.text or singular(phrase.name.folded) != phrase.name.folded:
        return ()
    return (put(state, NodeKind.POSITION, phrase.named, scope, "subject of a sentence", LISTED),)
