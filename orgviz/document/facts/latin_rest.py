"""Read what stands behind a name in Latin letters: who leads it, who holds it, posts that are listed."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.english.completed import in_singular
from orgviz.document.english.lists import read_enumeration
from orgviz.document.known.staff import add_people, add_person, part_of
from orgviz.document.known.state import SURE, State, mark_head, put
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge, singular
from orgviz.document.names.lists import read_listing
from orgviz.document.names.notes import Named, people_in
from orgviz.document.names.people import is_first_name
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_LED = pattern(
    r"[(\[]\s*(?:(?:team |group |tech |wg )?leads?|leader|led by|chairs?|chaired by|heads?|headed by|owner|manager)"
    r"\s*:?\s+(?P<who>[^()\[\]]{2,60})[)\]]\.?$"
)
_REMARK = pattern(r"\s*\([^()]{1,60}\)\.?$")
_ONE_WORD = pattern(r"[A-Z][a-z]{1,11}")
_NO_NAME = pattern(r".*(?:ing|ions?|ment|ance|ence|ship|ity|ics|ure|ery|ory|al|ed|ive|able|ible|work|ware)$")
_EITHER = pattern(r"(?:^|\s|,\s*)or\s")
_LONGEST = 160


def read_latin_rest(state: State, place: int, rest: Passage, divider: str) -> Passage | None:
    """Read people and posts behind a name; return what is left to be read, nothing where all is."""
    if is_wide(rest.folded):
        return rest
    rest = _without_lead(state, place, rest)
    if not rest.text or _read_leader(state, place, rest):
        return None
    entity = state.register.entities[place]
    if entity.kind is NodeKind.POSITION:
        who = _holder(rest, divider)
        if who:
            state.register.hold(place, who)
            return None
        if divider == "," and _EITHER.search(rest.folded):
            return None  # Operations Manager, or Project Director: one post with two titles
    return None if divider != "verb" and _read_listed(state, place, rest) else rest


def _without_lead(state: State, place: int, rest: Passage) -> Passage:
    """Read the bracket at the end that says who leads: keeps the docs (lead: Ann Lee)."""
    led = _LED.search(rest.folded)
    people = people_in(rest.cut(*led.span("who"))) if led else ()
    if led is None or not people:
        return rest
    add_people(state, place, people, rest)
    return rest.cut(0, led.start())


_LED_BY = pattern(
    r"(?:is |are )?(?:led|headed|run|managed|chaired|directed|overseen) by (?:our |the |its |an? )?"
    r"(?P<told>(?:(?P<post>[^,;()]{2,40}), )?(?P<who>[^,;()]{1,39}[^,;().\s]))[.;]?$"
)


def _read_leader(state: State, place: int, rest: Passage) -> bool:
    """Read behind the name of a unit who leads it: led by our CTO, Ines Okafor."""
    led = _LED_BY.match(rest.folded)
    if led is None or state.register.entities[place].kind is not NodeKind.UNIT:
        return False
    who = rest.cut(*led.span("who"))
    people = people_in(who)
    title = rest.cut(*led.span("post" if led["post"] else "who"))
    if (led["post"] and not people) or (judge(title.folded) is not Sort.POST and not people):
        return False
    if judge(title.folded) is not Sort.POST:
        add_person(state, place, part_of(rest, people[0]), is_head=True)
        return True
    made = put(state, NodeKind.POSITION, Named(name=title, holders=people), place, "said to lead", SURE)
    mark_head(state, made)
    return True


def _holder(rest: Passage, divider: str) -> tuple[str, ...]:
    """Return who holds a post: a person with a remark in brackets, or a first name behind a colon."""
    remark = _REMARK.search(rest.folded)
    if remark:
        return people_in(rest.cut(0, remark.start()))
    if divider == "-" and is_first_name(rest.folded):
        return (rest.text,)
    is_word = divider == ":" and _ONE_WORD.fullmatch(rest.text) is not None and not _NO_NAME.match(rest.folded)
    is_name = is_word and judge(rest.folded) is Sort.FIELD and not is_known_field(rest.folded)
    return (rest.text,) if is_name else ()


def tells_of_one(state: State, place: int, rest: Passage) -> bool:
    """Whether a text explains rather than lists: Administrative or Executive Branch; Lead: Main contact and planner.

    Behind a post, words for posts in the singular and in small letters say what its holder is.
    """
    if _ONE_OF_TWO.fullmatch(rest.folded) or _EVERYBODY.match(rest.folded) or _does_work(rest):
        return True
    if not is_wide(rest.folded) and _is_any_work(rest):
        return True
    is_post = state.register.entities[place].kind is NodeKind.POSITION and not is_wide(rest.folded)
    words = rest.text.split()
    if not is_post or len(words) < _FEWEST_WORDS or have_capitals(words):
        return False
    if not words[0][0].isupper() and (words[0] in ("a", "an", "the", "one") or "," in rest.text or "and" in words):
        return False  # a clerk and two drivers
    return all(one.seats is None and singular(one.name.folded) == one.name.folded for one in read_listing(rest).items)


def _is_any_work(text: Passage) -> bool:
    """Whether a text without capitals lists no more than one unit among other things: pipelines and warehouse."""
    whole = _PAIR.fullmatch(text.text)
    return whole is not None and judge(whole["first"]) not in STRONG and judge(whole["last"]) is Sort.UNIT


_PAIR = pattern(r"(?P<first>[a-z][a-z ]{2,30}) (?:and|&) (?P<last>[a-z]{3,20})\.?")
_FEWEST_WORDS = 3
_EVERYBODY = pattern(r"(?:all|any|every) ")  # Sales Department - all sales staff members
_ONE_OF_TWO = pattern(r"[a-z]+ or [a-z]+ [a-z]+\.?")


def _read_listed(state: State, place: int, rest: Passage) -> bool:
    """Read a list of which every item says that it is a unit or a post: manager, two clerks and a driver."""
    body = rest.cut(0, len(rest.folded.rstrip(". ")))
    if len(body) > _LONGEST or ". " in body.folded or tells_of_one(state, place, body):
        return False
    items = read_enumeration(body).items
    if not items or any(item.sort not in STRONG or item.rest.text for item in items):
        return False
    if len(items) == 1 and (items[0].before or len(body.text.split()) > len(items[0].name.text.split())):
        return False
    for item in items:
        kind = NodeKind.UNIT if item.sort is Sort.UNIT else NodeKind.POSITION
        named = item.named
        made = put(state, kind, named, place, "list behind a name", SURE, anew=True)
        entity = state.register.entities[made]
        entity.seats = entity.seats or (item.count if kind is NodeKind.POSITION else None)
    return True


_DOES = pattern(r"(?P<verb>[a-z]{3,}(?<!s)s) (?!and\b|or\b|of\b|for\b|in\b)[a-z]")


def _does_work(text: Passage) -> bool:
    """Whether a text begins with a verb, so that it says what somebody does: enters crews for races."""
    does = _DOES.match(text.text)
    return does is not None and judge(does["verb"]) not in STRONG and not is_known_field(does["verb"])


def named_in(value: Passage) -> tuple[Named, ...]:
    """Return what the value of a key lists; where so many of a post are told, its name in the singular."""
    if is_wide(value.folded):
        return read_listing(value).items
    return tuple(
        replace(item.named, name=in_singular(item), seats=item.count or item.named.seats)
        if item.count or item.named.seats
        else item.named
        for item in read_enumeration(value).items
    )
