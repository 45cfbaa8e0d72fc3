"""Read English sentences that name the place before who stands there: at the top is A, below it are B and C."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.english.direct import owner_of
from orgviz.document.english.hang import hang_one, is_people, is_vague
from orgviz.document.english.lists import Enumeration, read_enumeration
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.subjects import find_known, find_subjects
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, give_duty, put
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_STANDS = (
    r"(?:you(?:'ll|\swill)?\s(?:have|find|see)|we\s(?:have|find)|there(?:['’]s|\s(?:is|are|will\sbe|may\sbe))|is|are|sits?|"
    r"stands?|comes?|works?|serves?|(?:is|are)\s(?:located|found|placed))\s(?:then\s|also\s)?(?!to\b|not\b|responsible\b|expected\b)"
)
_TOP = pattern(
    r"(?:at|on)\sthe\s(?:very\s)?(?:top|head|helm|apex|summit|pinnacle)(?:\sof\s(?P<of>[^,:;]{2,60}?))?,?\s" + _STANDS
)
_AT_TOP = pattern(
    r"(?:in (?:an?|the|this|our|most)\s[\w' -]{3,40}?,?\s(?=(?:the|an?|our)\s))?(?P<who>[^,:;]{3,60}?)\s"
    r"(?:(?:typically|usually|generally|normally)\s)?(?:is|are|sits?|stands?)\s(?:\w+\s)?(?:at\sthe\s(?:very\s)?(?:top|head|helm|apex|summit|pinnacle)|atop)\b"
)
_BELOW = pattern(
    r"(?:(?:directly|immediately|right|just|one\slevel)\s)?(?:reporting\s(?:directly\s)?(?:in)?to|answering\sto|under|"
    rf"below|beneath|underneath)(?:\sand\s\w+ed\sto)?\s(?P<above>[^,:;]{{2,60}}?),?\s{_STANDS}"
)
_NEXT = pattern(
    r"second(?:[\s-]in[\s-](?:line|command|rank|charge))\s(?:is|are|comes?)\s(?=(?:the|an?|our)\s)|next,?\s(?:we|you)\s(?:often\s|usually\s)?(?:find|have|come\sto)\s(?=(?:the|an?|our)\s)|(?:next(?:\sin\s(?:line|rank|command|the\s(?:hierarchy|line|chain\sof\scommand)))?|then)\s(?:is|are|comes?)\s"
    r"(?=(?:the|an?|our)\s)"
)
_FOLLOWED = pattern(r",\s(?:closely\s)?followed\sby\s(?=(?:the|an?|our)\s)")
_WITH = r"(?:along|together)\swith\s"
_MADE_UP = pattern(
    r"(?P<parts>.{4,300}?)\s(?:together\s)?(?:(?:shall|will)\s)?(?:together\s)?(?:make\sup|form|constitute|comprise|compose)\s(?P<whole>(?:the|our|its|an?)\s[^,:;]{3,60}?)"
    rf"(?:(?P<list>:.+)|,?\s{_WITH}(?P<more>.+))?"
)
_JOINED = pattern(rf",?\s{_WITH}")
_THESE = pattern(
    r"they|(?:these|the|all(?: of)?(?: the)?)(?: above)?(?: elected)? officers(?: of (?:the|this) [a-z]+)?"
)
# One of these stands in every sentence on an order.
ORDER_WORDS = (
    "top head helm apex summit pinnacle atop second reporting answering under below beneath next then make form "
    "constitute comprise included found represented listed present employed"
)
_COUNTED = pattern(r"(?:the\s|these\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s[a-z ]+")


def read_order(state: State, text: Passage, scope: int) -> bool:
    """Read who stands at the top, below whom, and what makes up what; tell whether anything was understood."""
    return (
        _read_top(state, text, scope)
        or _read_below(state, text, scope)
        or _read_next(state, text)
        or _read_made_up(state, text, scope)
        or _read_also(state, text, scope)
    )


def _read_next(state: State, text: Passage) -> bool:
    """Read `Next in line is the assistant manager` behind a sentence on one post: it stands below that."""
    match = _NEXT.match(text.folded)
    if match is None:
        return False
    above = next(
        (one for one in (state.subject, state.last) if one and state.register.entities[one].kind is NodeKind.POSITION),
        None,
    )
    if above is None:
        return False
    return _hang(state, read_enumeration(text.cut(match.end())), above, "said to come next")


def _read_top(state: State, text: Passage, scope: int) -> bool:
    match = _TOP.match(text.folded)
    if match is None:
        turned = _AT_TOP.match(text.folded)
        listing = read_enumeration(text.cut(*turned.span("who"))) if turned else None
        return listing is not None and _hang(state, listing, ROOT, "said to stand at the top")
    found = find_subjects(state, text.cut(*match.span("of")), scope) if match["of"] else ()
    above = found[0] if len(found) == 1 else scope if state.register.entities[scope].kind is NodeKind.UNIT else ROOT
    followed = _FOLLOWED.search(text.folded, match.end())
    first = text.cut(match.end(), followed.start() if followed else None)
    made = _hang(state, read_enumeration(first), above, "said to stand at the top")
    if followed and made and state.subject is not None:
        _hang(state, read_enumeration(text.cut(followed.end())), state.subject, "said to come next")
    return made


def _read_below(state: State, text: Passage, scope: int) -> bool:
    match = _BELOW.match(text.folded)
    if match is None:
        return False
    listing = read_enumeration(text.cut(match.end()))
    if not listing.items or listing.strong < 0.7:
        return False
    above = _above(state, text.cut(*match.span("above")), scope)
    return above is not None and _hang(state, listing, above, "said to stand below")


def _above(state: State, text: Passage, scope: int) -> int | None:
    """Return below whom a sentence puts others, a post or unit that it may name for the first time."""
    phrase = read_phrase(text)
    known = find_known(state, phrase, scope)
    if known is not None:
        return known if known != ROOT else None
    if phrase.sort in STRONG and (phrase.is_proper or phrase.before in ("the", "our")) and not is_people(phrase):
        kind = NodeKind.UNIT if phrase.sort is Sort.UNIT else NodeKind.POSITION
        return put(state, kind, phrase.named, scope, "named as the one above", LISTED)
    owner = owner_of(state, text, scope)
    return owner if owner != ROOT else None


def _hang(state: State, listing: Enumeration, above: int, reason: str) -> bool:
    """Put the posts and units of a list below one, each with what the sentence says that it does."""
    made = []
    for item in listing.items:
        if item.sort not in STRONG or is_vague(item) or is_people(item):
            continue
        place = hang_one(state, listing, item, above, reason)
        place = find_known(state, item, above) if place is None else place
        if place is None or place == ROOT:
            continue
        made.append(place)
        _note_duty(state, place, item)
    if made:
        state.evidence += 2 if len(made) > 1 else 1
        state.subject = made[0] if len(made) == 1 else None
    return bool(made)


_WHO = pattern(r",?\s?(?:who|which|that)\s(?=[a-z]+(?:s|e|n|d)?\s)(?!(?:is|are|was|has|have|reports?)\b)")


def _note_duty(state: State, place: int, item: Phrase) -> None:
    match = _WHO.match(item.rest.folded)
    if match:
        give_duty(state, place, item.rest.cut(match.end()))


def _read_made_up(state: State, text: Passage, scope: int) -> bool:
    """Read `The A and the B make up the C`, `Three teams make up the C: the A and the B`."""
    match = _MADE_UP.fullmatch(text.folded)
    if match is None:
        return False
    parts = text.cut(*match.span("parts"))
    if match["list"]:
        if not _COUNTED.fullmatch(parts.folded):
            return False
        parts = text.cut(match.start("list") + 1)
    behind = text.cut(*match.span("more")) if match["more"] else None
    halves = list(parts.split([one.span() for one in _JOINED.finditer(parts.folded)][:1]))
    known = _those_listed(state, halves[0])
    listings = [read_enumeration(one) for one in (halves[1:] if known else halves)]
    listings += [] if behind is None else [_without_people(read_enumeration(behind))]
    items = [item for listing in listings for item in listing.items]
    if len(items) + len(known) < 2 or any(item.sort not in STRONG or is_people(item) for item in items):
        return False
    name = read_phrase(text.cut(*match.span("whole")))
    if name.before in ("a", "an") and not name.is_proper:
        return False
    whole = find_subjects(state, text.cut(*match.span("whole")), scope, may_be_new=True)
    if len(whole) != 1 or not (known or _hang(state, listings[0], whole[0], "said to make it up")):
        return False
    for place in known if whole[0] != ROOT else ():
        state.register.move(place, whole[0])
    for listing in listings if known else listings[1:]:
        _hang(state, listing, whole[0], "said to make it up")
    state.evidence += 1 if known else 0
    entity = state.register.entities[whole[0]]
    entity.weight = max(entity.weight, LISTED)
    return True


def _without_people(listing: Enumeration) -> Enumeration:
    """Leave out those without a post who sit on a body, too: together with three members at large."""
    return replace(listing, items=tuple(item for item in listing.items if item.sort in STRONG and not is_people(item)))


def _those_listed(state: State, text: Passage) -> tuple[int, ...]:
    """Return the posts listed last, beside each other, where a text speaks of them together: these officers, they."""
    if not _THESE.fullmatch(text.folded):
        return ()
    entities = state.register.entities
    number, listed = state.several
    places = tuple(place for place in listed if not entities[place].dropped)
    are_posts = all(entities[place].kind is NodeKind.POSITION for place in places)
    is_near = text.folded != "they" or len(state.prose) - number <= 1
    is_beside = len({entities[place].parent for place in places}) == 1
    return places if len(places) > 1 and are_posts and is_near and is_beside else ()


_ALSO = pattern(
    r"(?:(?:(?:along|together)\swith\s(?:these|them|those|this|it)|in\saddition(?:\sto\s(?:these|them|those))?|"
    r"besides\s(?:these|them|those)|also),?\s)?(?:(?:is|are)\s)?(?:(?:often|usually|sometimes|also|commonly)\s)?"
    r"(?:included|found|represented|listed|present|employed)\s(?:(?:here\s)?(?:is|are)\s)?(?=(?:the|an?|our|two|three)\s)"
)


def _read_also(state: State, text: Passage, scope: int) -> bool:
    """Read `Also included are the Clerk and the Registrar` behind a sentence that listed others of the same unit."""
    match = _ALSO.match(text.folded)
    if match is None:
        return False
    number, places = state.several
    is_near = len(state.prose) - number <= 1 and bool(places)
    above = state.register.entities[places[0]].parent if is_near else state.subject
    listing = read_enumeration(text.cut(match.end()))
    if not listing.items or listing.strong < 0.7:
        return False
    return _hang(state, listing, scope if above is None else above, "said to be there, too")


_LED_FIRST = pattern(
    r"(?:under\sthe\s(?:overall\s|direct\s)?(?:direction|leadership|guidance|supervision|management|authority|command)"
    r"\sof|(?:led|headed|chaired|run|managed|directed|overseen)(?:\sup)?\sby)\s(?P<who>[^:;]{3,80}?),\s(?=(?:the|our|"
    r"this|its)\s)"
)


def led_first(text: Passage) -> tuple[Passage, Passage] | None:
    """Return who leads and what is said of the led: `Headed by the Dean, the school has two departments`."""
    match = _LED_FIRST.match(text.folded)
    return (text.cut(*match.span("who")), text.cut(match.end())) if match else None
