"""Read English sentences that name people with their posts: Ann Lee is the Head of Sales; A and B as specialists."""

from __future__ import annotations

import re
from dataclasses import replace

from orgviz.document.english.of_the_whole import without_the_whole
from orgviz.document.english.people_meant import unit_of_post
from orgviz.document.english.phrases import Phrase, person_in, read_phrase
from orgviz.document.english.subjects import find_known, find_subjects
from orgviz.document.english.titled_names import is_called_person, is_name_of_person
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, put
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import Sort, judge, singular
from orgviz.document.names.notes import Named, people_in
from orgviz.document.names.people import is_first_name, is_person
from orgviz.document.text.passages import Passage, joined, passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

# How people come to hold a post, and hold it.
BECOMES = (
    r"(?:(?:(?:has been|was|is|will be)\s(?:newly\s)?(?:appointed|promoted|named|elected|chosen)(?:\s(?:as|to))?|"
    r"becomes|will become|takes over as|will take over as|has taken over as|steps up as|stays(?: on as)?|remains|"
    r"joins(?: us)? as|has joined as|started as|continues as|is now|will be)\s)"
)
_IS_POST = pattern(
    rf"\s(?:{BECOMES}|(?:is|was|serves as|acts as|works as|became|has been|is currently|is serving as|joined as)\s)"
    r"(?:the |our |their |its |a |an |his |her |new |[a-z][\w.&-]{1,30}'s )*(?=[a-z])"
)
_AS_POST = pattern(
    r"(?P<who>[^:;]{1,200}?)\s(?:(?<!well )as(?! well\b)|being|acting as|serving as|working as)\s(?:an? |the |"
    r"our )?(?P<post>[a-z][\w' -]{2,48}?)(?=$|,|;| as well as | and (?:the )?[a-z]+ [a-z]+ (?:as|being)\b)"
)
_STAFF = pattern(
    r"^(?:the\s)?(?P<word>employees|members|staff|people|team members|staff members|staff member)\s(?:of|"
    r"in)\s(?P<unit>.{2,50}?)\s(?:is|are)(?:\scurrently)?\s?:?\s*(?P<who>.+)$"
)
_APPOSITION = pattern(
    r"(?:^|\b(?:by|and|with|the|our|its|an?)\s)(?:the\s|our\s|its\s|"
    r"an?\s)?(?P<post>[a-z][\w' -]{2,40}?),\s(?P<who>[^,;()]{4,40})(?=,|$|\swho\b)"
)
_NAME_BEHIND = pattern(r",\s[^a-z\s]")


_TITLE_IN_BRACKET = pattern(r"\s?\((?P<title>[^()]{2,50})\)")


def put_leader(state: State, person: Passage, behind: Passage, unit: int) -> int:
    """Put a person at the head of a unit, with the post that follows the name, if one does."""
    bracket = _TITLE_IN_BRACKET.match(behind.text)
    title = behind.cut(*bracket.span("title")) if bracket else behind.cut(1)
    phrase = read_phrase(title) if bracket or behind.folded.startswith(",") else None
    if phrase is not None and phrase.sort is Sort.POST:
        place = put(state, NodeKind.POSITION, phrase.named, unit, "person with a title", SURE)
        _hold(state, place, person.text)
    else:
        place = put(state, NodeKind.PERSON, Named(name=person), unit, "name of a person", SURE, anew=True)
    entity = state.register.entities[place]
    entity.head = entity.kind is not NodeKind.UNIT and entity.parent == unit
    return place


def _hold(state: State, place: int, person: str) -> None:
    if place != ROOT:
        state.register.hold(place, (person,))


def read_people(state: State, text: Passage, scope: int) -> bool:
    """Read what a sentence says of people and posts; tell whether anything was understood."""
    return (
        _read_staff(state, text, scope)
        or _read_as_posts(state, text, scope)
        or _read_is_post(state, text, scope)
        or _read_held(state, text, scope)
        or _read_apposition(state, text, scope)
        or _read_titled(state, text, scope)
    )


def _read_staff(state: State, text: Passage, scope: int) -> bool:
    """Read `The employees of the purchasing department are: A and B`."""
    match = _STAFF.match(text.folded)
    if match is None:
        return False
    people = people_in(text.cut(*match.span("who")))
    units = find_subjects(state, text.cut(*match.span("unit")), scope)
    if not people or len(units) != 1 or units[0] == ROOT:
        return False
    word = singular(match["word"]) if match["word"] not in ("people", "staff") else "employee"
    name = passage(word, 1, 1)
    named = Named(
        name=Passage(name.text, name.folded, text.places),
        holders=people,
        seats=len(people) if len(people) > 1 else None,
    )
    put(state, NodeKind.POSITION, named, units[0], "people of a unit", LISTED, anew=True)
    state.subject = units[0]
    state.evidence += 1
    return True


def _read_as_posts(state: State, text: Passage, scope: int) -> bool:
    """Read `The team consists of three people: A and B as specialists and C as manager`."""
    colon = text.folded.find(":")
    if colon < 0:
        return False
    subjects = find_subjects(state, text.cut(0, _verb_start(text.folded[:colon])), scope, may_be_new=False)
    unit = subjects[0] if len(subjects) == 1 else scope
    found = False
    rest = text.cut(colon + 1)
    single = person_in(rest)
    if (
        single is not None
        and len(single) == len(rest)
        and re.search(r"(?:one|single|a) (?:person|employee|member)$", text.folded[:colon])
        and unit != ROOT
    ):
        _put_post(state, "employee", rest, (single.text,), unit)
        return True
    for match in _AS_POST.finditer(rest.folded):
        lead = re.match(r"(?:,\s*|and\s+|as well as\s+)+", match["who"].strip())
        begin = match.start("who") + (len(match["who"]) - len(match["who"].lstrip())) + (lead.end() if lead else 0)
        people = people_in(rest.cut(begin, match.end("who")))
        if people and judge(match["post"]) is Sort.POST:
            start, end = match.span("post")
            _put_post(state, rest.text[start:end], rest.cut(start, end), people, unit)
            found = True
    if found:
        state.subject = unit
    return found


def _verb_start(folded: str) -> int:
    match = re.search(r"\s(?:is|are|consists?|has|have|comprises|includes|employs)\b", folded)
    return match.start() if match else len(folded)


def _put_post(state: State, title: str, at: Passage, people: tuple[str, ...], unit: int) -> None:
    name = passage(singular(title), 1, 1)
    named = Named(
        name=Passage(name.text, name.folded, at.places), holders=people, seats=len(people) if len(people) > 1 else None
    )
    put(state, NodeKind.POSITION, named, unit, "people with a post", SURE, anew=True)
    state.evidence += 1


_DOES_MORE = pattern(
    r",? and (?:also )?(?:works|runs|leads|manages|oversees|makes|handles|keeps|designs|coordinates|supervises|helps"
    r"|supports|looks after|takes care|is|was|has|the only)\b"
)


def _is_of_another(state: State, known: int, unit: int, person: str) -> bool:
    """Whether a post is that of somebody else in another unit than the one whose heading a sentence stands below."""
    holders = state.register.entities[known].holders
    return unit != ROOT and bool(holders) and person not in holders and not state.register.is_below(known, unit)


def _read_is_post(state: State, text: Passage, scope: int) -> bool:
    """Read `Ann Lee is the Head of Sales`."""
    match = _IS_POST.search(masked(text.folded))
    if match is None:
        return False
    person = text.cut(0, match.start())
    if not is_called_person(person):
        return False
    post = text.cut(match.end())
    more = _DOES_MORE.search(post.folded)
    phrase = read_phrase(post.cut(0, more.start()) if more else post)
    if phrase.sort is not Sort.POST or (_ANY_ONE.search(match[0]) and not _may_be_one(person, phrase)):
        return False
    is_theirs = re.search(r"\b(?:their|its|our)\s", match[0])
    unit = scope
    if is_theirs and state.subject is not None and state.register.is_below(state.subject, scope):
        unit = state.subject  # below a heading, ours is what belongs to its unit
    if state.register.entities[unit].kind is not NodeKind.UNIT:
        unit = scope
    known = find_known(state, phrase, unit)
    is_new = known is not None and known != ROOT and _is_of_another(state, known, unit, person.text)
    if known not in (None, ROOT) and not is_new and state.register.entities[known].kind is NodeKind.POSITION:
        _hold(state, known, person.text)
        return True
    named = without_the_whole(state, phrase.named)
    unit = unit_of_post(state, phrase, unit)
    place = put(state, NodeKind.POSITION, named, unit, "person with a post", SURE, anew=is_new)
    _hold(state, place, person.text)
    if is_theirs and unit != ROOT:
        state.register.entities[place].head = True
    state.subject = unit if unit != ROOT else state.subject
    state.evidence += 1
    return True


def _is_unit(state: State) -> bool:
    """Whether the last sentence spoke of a unit."""
    place = state.subject
    return place not in (None, ROOT) and state.register.entities[place or ROOT].kind is NodeKind.UNIT


_ANY_ONE = pattern(r"\sis an? $")


def _may_be_one(person: Passage, phrase: Phrase) -> bool:
    """Whether whoever is said to hold a post may be a person: Ann Lee is a clerk, Mill Foods is a maker of flour."""
    return phrase.is_proper or is_first_name(person.folded.split()[0]) or " of " not in phrase.name.folded


_POST_IS = pattern(
    r"(?:our|the|its)\s(?P<post>[a-z][\w' -]{1,40}?)\sis\s(?:currently\s)?(?P<who>[a-z][^,;:()]{3,40}?)"
    r"(?P<more>,?\s(?:and\s(?:he|she|they)|who)\s.+)?$"
)


def _read_held(state: State, text: Passage, scope: int) -> bool:
    """Read `Our CEO is Ann Lee`."""
    match = _POST_IS.match(text.folded)
    if match is None:
        return False
    who, post = text.cut(*match.span("who")), read_phrase(text.cut(*match.span("post")))
    if post.sort is not Sort.POST or post.rest.text or not is_name_of_person(who):
        return False
    unit = unit_of_post(state, post, scope)
    if unit == scope and text.folded.startswith("its ") and _is_unit(state):
        unit = state.subject or scope
    place = put(state, NodeKind.POSITION, post.named, unit, "post with its holder", LISTED)
    _hold(state, place, who.text)
    state.subject = place if place != ROOT and not text.folded.startswith("its ") else state.subject
    state.evidence += 1
    return match["more"] is None  # what it says more is still to be read


def _read_apposition(state: State, text: Passage, scope: int) -> bool:
    """Read `The managing director, Ann Lee, answers to the owners`."""
    found = False
    if not _NAME_BEHIND.search(text.text):
        return False
    for match in _APPOSITION.finditer(masked(text.folded)):
        who = text.cut(*match.span("who"))
        if not is_name_of_person(who):
            continue
        phrase = read_phrase(text.cut(*match.span("post")))
        if phrase.sort is not Sort.POST or phrase.rest.text:
            continue
        place = put(state, NodeKind.POSITION, phrase.named, scope, "post with its holder", LISTED)
        _hold(state, place, who.text)
        state.evidence += 0.7
        found = True
    return found


_TITLED = pattern(r"(?P<who>[A-Z][^,;:]{3,40}), (?:the |our |is the )?(?P<title>[A-Z][^,;:]{2,50})")


def _read_titled(state: State, text: Passage, scope: int) -> bool:
    """Read `Ann Lee, the Head of Sales`, where a sentence says nothing else."""
    match = _TITLED.fullmatch(text.text)
    title = read_phrase(text.cut(*match.span("title"))) if match else None
    if match is None or title is None or title.sort is not Sort.POST or title.rest.text:
        return False
    who = text.cut(*match.span("who"))
    if not is_name_of_person(who):
        return False
    put(state, NodeKind.POSITION, replace(title.named, holders=(who.text,)), scope, "post and holder", LISTED)
    state.evidence += 0.7
    return True


_HOLDER_FIRST = pattern(
    r"(?P<who>[A-Z][^,;:]{3,40}), (?P<title>[^,;:]{3,50}), "
    r"(?!(?:of|in|at|for|from|on|with) )(?=(?:(?:will |shall )?[a-z]+s?|Reports to|Leads|Manages) )"
)


# The Chief Engineer, Ann Lee, has two deputies.
_TITLE_FIRST = pattern(
    r"(?:(?:The|Our|Its|the|our|its) )?(?P<title>[^,:;]{3,60}), (?P<who>[A-Z][^,;:]{3,40}), "
    r"(?!(?:of|in|at|for|from|on|with|and|or) )(?=(?:will |shall )?[a-z]+s? )"
)


def without_holder(state: State, text: Passage, scope: int) -> Passage:
    """Read who holds a post of which a sentence goes on to speak: Ann Lee, Head of Sales, manages two teams."""
    found = _title_and_holder(text)
    if found is None:
        return text
    match, title, who = found
    put(state, NodeKind.POSITION, replace(title.named, holders=(who.text,)), scope, "post and holder", LISTED)
    return joined((text.cut(*match.span("title")), text.cut(match.end())), " ")


def _title_and_holder(text: Passage) -> tuple[re.Match[str], Phrase, Passage] | None:
    """Return where a sentence begins with a post and its holder, in either order, and both of them."""
    for match in filter(None, (form.match(text.text) for form in (_HOLDER_FIRST, _TITLE_FIRST))):
        who, title = text.cut(*match.span("who")), read_phrase(text.cut(*match.span("title")))
        if title.sort is Sort.POST and title.is_proper and is_person(who.text, who.folded):
            return match, title, who
    return None
