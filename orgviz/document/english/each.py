"""Keep what a sentence says of so many units that are named further on: four wards, each run by a ward sister."""

from __future__ import annotations

import re
from dataclasses import replace

from orgviz.document.english.hang import hang
from orgviz.document.english.lists import UNIT_CLASS, Enumeration, read_enumeration
from orgviz.document.english.phrases import NUMBER, Phrase, number_in, read_phrase
from orgviz.document.english.verbs import Claim, Verb
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, has_head, put
from orgviz.document.names.judging import Sort, judge, singular
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_EACH = pattern(
    rf"(?P<count>{NUMBER})\s(?:[\w'-]+\s){{0,4}}?(?:{UNIT_CLASS}),?\s(?:each|all)(?:\sof\s(?:which|them))?(?:\sis)?"
)


_THESE = pattern(
    rf"(?P<what>these|they|those|(?:the|these|our)\s(?:{NUMBER}\s)?(?:[\w-]+\s){{0,2}}?(?P<class>(?:{UNIT_CLASS})(?<=s)))"
    r"\s(?:are|include|comprise|consist of)(?:\sas\sfollows|\sthe\sfollowing)?\s?:?\s*(?=\S)"
)
_NEAR = 2  # sentences after which "these" means something else


_POST_CLASS = pattern(r"officer|member|position|post|seat|role|official|executive|trustee")


def owner_of_posts(state: State, listing: Enumeration) -> tuple[int, ...]:
    """Return the body that the sentence before said to have so many members, where a list names nothing but posts."""
    known = state.counted
    if known is None or len(state.prose) - known[2] > _NEAR or not _POST_CLASS.fullmatch(known[1]):
        return ()
    return (known[0],) if len(listing.items) > 1 and all(item.sort is Sort.POST for item in listing.items) else ()


def keep_count(state: State, listing: Enumeration, owner: int) -> None:
    """Keep who has so many units, whose names the next sentence may tell."""
    if not listing.items and listing.class_word and (listing.count or 0) > 1 and not listing.is_post_class:
        state.counted = (owner, listing.class_word, len(state.prose))
        _announce(state, owner, listing.class_word, listing.count or 0)
    counted = [item for item in listing.items if (item.count or 0) > 1 and _is_only_class(item)]
    one = counted[0] if len(counted) == 1 else None
    if one is None or (len(listing.items) > 1 and not all(item.is_proper for item in listing.items if item != one)):
        return
    word = singular(one.name.folded.split()[-1])
    if _POST_CLASS.fullmatch(word):
        state.counted = (owner, word, len(state.prose))
    elif one.sort in (Sort.GENERIC, Sort.UNIT) and re.fullmatch(UNIT_CLASS, word):
        state.counted = (owner, word, len(state.prose))
        _announce(state, owner, word, one.count or 0)


def _is_only_class(item: Phrase) -> bool:
    """Whether an item counts units without a name, whatever its letters: four Divisions."""
    return not item.is_proper or re.fullmatch(UNIT_CLASS, item.name.folded) is not None


_MOST = 20  # announcements that are kept: a text that makes more is no description of one organisation


def _announce(state: State, owner: int, word: str, count: int) -> None:
    if len(state.announced) < _MOST:
        state.announced.append((owner, word, count))


_EACH_ONE = pattern(
    rf"each\s(?:of\s(?:the|these|our)\s)?(?P<class>{UNIT_CLASS})\s(?:has|is\s(?:led|headed|run|managed|overseen)\sby)\s"
    r"(?P<what>.+?)(?:,?\s(?:who|which|and\s(?:he|she|they))\s(?:in turn\s)?reports?\s(?:directly\s)?to\s"
    r"(?P<above>.+))?"
)


def read_each_announced(state: State, text: Passage, _scope: int) -> bool:
    """Read who leads each of the units that were announced by their number and have no names yet."""
    match = _EACH_ONE.fullmatch(text.folded)
    known = state.announced[-1] if state.announced and match else None
    if match is None or known is None or known[1] != singular(match["class"]) or state.counted is None:
        return False
    owner, _, count = known
    if len(state.prose) - state.counted[2] > _NEAR or _units_below(state, owner):
        return False
    items = read_enumeration(text.cut(*match.span("what"))).items
    posts = tuple(item.named for item in items if item.sort is Sort.POST and item.before in ("a", "an", "its own"))
    if not posts or len(posts) < len(items):
        return False
    state.each.append((count, posts))
    above = read_phrase(text.cut(*match.span("above"))) if match["above"] else None
    if above is not None and above.sort is Sort.POST and above.is_proper:
        put(state, NodeKind.POSITION, above.named, owner, "named as the one above", LISTED)
    return True


def settle_counted(state: State) -> None:
    """Hang the units of the headings below whom the text said to have so many, where it names no others."""
    register = state.register
    for owner, word, count in state.announced:
        entity = register.entities[owner]
        if owner == ROOT or entity.parent != ROOT or entity.kind is not NodeKind.UNIT or _units_below(state, owner):
            continue
        tops = [(_top(state, place), place) for place in range(owner + 1, len(register.entities))]
        units = [(top, place) for top, place in tops if top is not None]
        as_many = [(top, place) for top, place in units if place in state.as_many]
        units = as_many if len(as_many) == count else units
        units = units if as_many else _named_of_class(state, word, count) or units
        if len(units) != count or (not as_many and len(_units_below(state, ROOT)) > count + 1):
            continue
        for top, _ in units:
            register.move(top, owner)
        for posts in [posts for number, posts in state.each if number == count]:
            for _, place in units:
                _put_leads(state, place, posts)
        state.each = [(number, posts) for number, posts in state.each if number != count]
    _drop_classes(state)


# What units are called together, where a sentence counted them before a list named each: four squads.
_CLASS_ALONE = pattern(
    r"(?:departments|divisions|teams|units|sections|offices|branches|squads|committees|groups|chapters|tribes|crews|pods"
    r"|desks|guilds|circles)"
)


def _drop_classes(state: State) -> None:
    """Let go of a unit that is no more than the class of those that a list named."""
    entities = state.register.entities
    for place in state.register.children.get(ROOT, ()) if state.as_many else ():
        is_class = _CLASS_ALONE.fullmatch(entities[place].name.folded) is not None
        if is_class and entities[place].reason not in ("heading", "item of a list") and not _units_below(state, place):
            entities[place].dropped = True


def _named_of_class(state: State, word: str, count: int) -> list[tuple[int, int]]:
    """Return the units at the top that sentences name with the class that was counted: the Training Division."""
    entities = state.register.entities
    found = [
        place
        for place in state.register.children.get(ROOT, ())
        if entities[place].kind is NodeKind.UNIT
        and not entities[place].dropped
        and entities[place].name.folded.endswith(f" {word}")
    ]
    return [(place, place) for place in found] if len(found) == count else []


def _top(state: State, place: int) -> int | None:
    """Return what stands at the top for a unit of a heading: the unit, or whom it was said to report to."""
    entities = state.register.entities
    entity = entities[place]
    if entity.kind is not NodeKind.UNIT or entity.dropped or entity.reason not in ("heading", "item of a list"):
        return None
    if entity.parent == ROOT:
        return place
    above = entities[entity.parent]
    is_named_for_it = above.parent == ROOT and above.reason == "named as the one above"
    return entity.parent if is_named_for_it else None


def read_these(state: State, text: Passage, scope: int) -> bool:
    """Read `These are Streets, Water and Parks` behind a sentence that counted them; tell whether it names units."""
    match = _THESE.match(text.folded)
    if match is None:
        return False
    listing = _explained(read_enumeration(text.cut(match.end())))
    posts = owner_of_posts(state, listing)
    if len(listing.items) < 2 or listing.is_post_class or not (posts or _are_names(state, listing)):
        return False
    word = singular(match["class"]) if match["class"] else ""
    known = state.counted
    is_near = known is not None and len(state.prose) - known[2] <= _NEAR
    if posts and not word:
        owner = posts[0]
    elif known is not None and (known[1] == word if word else is_near):
        owner, word = known[:2]
    elif word and listing.strong < 1 and match["what"].startswith("the "):
        owner = scope
    else:
        return False
    made = hang(state, replace(listing, class_word=word), (owner,), "sentence that names all of a class")
    state.evidence += 2 if made else 0
    return bool(made)


def _are_names(state: State, listing: Enumeration) -> bool:
    """Whether a list holds names throughout, or as many with capitals as the sentence before counted."""
    are_as_many = bool(state.announced) and state.announced[-1][2] == len(listing.items)
    are_capital = all(item.has_capitals and not item.rest.text for item in listing.items)
    return all(map(_is_name, listing.items)) or (are_as_many and are_capital)


_EXPLAINED = pattern(r"\s*\((?=[^()A-Z]{3,}\)$)")


def _explained(listing: Enumeration) -> Enumeration:
    """Return a list without what explains its names in small letters: Roads (streets, bridges), Parks."""
    return replace(listing, items=tuple(map(_without_bracket, listing.items)))


def _without_bracket(item: Phrase) -> Phrase:
    bracket = _EXPLAINED.search(item.name.text)
    if bracket is None or not bracket.start():
        return item
    name = item.name.cut(0, bracket.start())
    return replace(item, named=replace(item.named, name=name), sort=judge(name.folded))


def _is_name(item: Phrase) -> bool:
    is_capital = item.has_capitals
    return is_capital and item.sort in (Sort.UNIT, Sort.FIELD, Sort.GENERIC) and not item.rest.text


def keeps_each(state: State, before: Claim | None, claim: Claim) -> bool:
    """Keep who leads each of so many units, where none of them has a name yet; tell whether this is said."""
    if before is None or not claim.of_object or claim.verb is not Verb.LED:
        return False
    if not re.search(r",\seach(?:\sof\s(?:which|them|whom))?$", before.behind.folded):
        return False
    match = _EACH.fullmatch(before.behind.folded)
    count = number_in(match["count"]) if match else None
    if count is None:
        return True
    items = read_enumeration(claim.behind).items
    posts = tuple(item.named for item in items if item.sort is Sort.POST and item.before in ("a", "an", "its own"))
    if posts and len(posts) == len(items):
        state.each.append((count, posts))
    return True


def settle_each(state: State) -> None:
    """Give every one of the units their leads, where one list holds just so many units and no other does."""
    for count, posts in state.each:
        lists = [
            units for parent in sorted(state.register.children) if len(units := _units_below(state, parent)) == count
        ]
        if len(lists) == 1:
            for unit in lists[0]:
                _put_leads(state, unit, posts)


def _units_below(state: State, parent: int) -> list[int]:
    entities = state.register.entities
    return [
        place
        for place in state.register.children.get(parent, ())
        if entities[place].kind is NodeKind.UNIT and not entities[place].dropped and place != ROOT
    ]


def _put_leads(state: State, unit: int, posts: tuple[Named, ...]) -> None:
    if len(posts) == 1 and has_head(state, unit):
        return  # this one has a head of its own
    for post in posts:
        place = put(state, NodeKind.POSITION, post, unit, "said to lead each", SURE, anew=True)
        entity = state.register.entities[place]
        entity.head = len(posts) == 1 and entity.parent == unit
