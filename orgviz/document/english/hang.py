"""Put what an English enumeration lists below an entity; people in general are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.completed import in_singular
from orgviz.document.english.lists import Enumeration
from orgviz.document.english.phrases import Phrase
from orgviz.document.english.subjects import find_known
from orgviz.document.english.titled_names import is_name_of_person
from orgviz.document.known.meant import are_told_apart
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, SURE, State, mark_head, put
from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.names.ranks import is_rank_only, is_top_rank
from orgviz.document.text.passages import Passage
from orgviz.folding import fold
from orgviz.model import NodeKind
from orgviz.patterns import pattern

# Words for people in general: whoever counts them names no post.
_PEOPLE = pattern(
    r"(?!(?:deputy\s)?(?:chief|head|director|manager)\sof\s)(?:.*\s)?(?:members?|people|persons?|staff|employees|volunteers?|participants?|contributors|individuals|"
    r"residents|users|citizens|others|colleagues|personalities|workers|candidates|seats?|votes?)(?:\s(?:of|from|in|"
    r"at)\s.*)?"
    r"|(?:member|membership|elected|community|student|staff|parent|faculty|industry|employee|user)\s"
    r"(?:representatives?|delegates?)"
    r"|(?:\w+ed\s|other\s|external\s|all\s)*(?:representatives?|delegates?|developers|experts|teachers|students|"
    r"owners|heads|chairs|chairpersons|leads|leaders|managers|engineers|officers)(?:\s(?:of|from|in|at)\s.*)?"
)


def is_people(item: Phrase) -> bool:
    """Whether a phrase speaks of people in general, not of a post."""
    return (
        bool(_PEOPLE.fullmatch(item.name.folded))
        and not item.name.text[:1].isupper()
        and not (
            item.count
            and item.sort is Sort.POST
            and not item.name.folded.startswith("member")
            and (" " not in item.name.folded or _WORKERS.fullmatch(item.name.folded))
        )
    )


_WORKERS = pattern(
    r"(?!(?:other|all|more|new|paid|full|part|young|skilled|unskilled)\s)[a-z]{3,}\sworkers?"
)  # youth workers


def without_people(listing: Enumeration) -> Enumeration:
    """Return a list of posts without the people that it counts beside them: a chair, a secretary and three members."""
    posts = tuple(item for item in listing.items if not is_people(item))
    are_posts = len(posts) > 1 and all(item.sort is Sort.POST for item in posts)
    return replace(listing, items=posts) if are_posts else listing


def is_vague(item: Phrase) -> bool:
    """Whether a phrase leaves open how many and which: several teams."""
    return item.before.startswith(("several", "many", "multiple", "some", "various", "certain", "any", "no ", "other"))


def hang(state: State, listing: Enumeration, above: Sequence[int], reason: str) -> tuple[int, ...]:
    """Put the items of a list below each of some entities; people in general are left out."""
    made: list[int] = []
    for parent in [_unit_led_by(state, one) for one in above]:
        for item in listing.items:
            if item.before.startswith("other") and not item.is_proper:
                continue
            place = hang_one(state, listing, item, parent, reason, is_each=len(above) > 1, beside=made)
            if place is not None:
                made.append(place)
    return tuple(made)


def _unit_led_by(state: State, place: int) -> int:
    """Return the unit that a person without a title is at the head of: what is said to be below her is below that."""
    entity = state.register.entities[place]
    return entity.parent if entity.kind is NodeKind.PERSON and entity.head else place


def hang_one(
    state: State,
    listing: Enumeration,
    item: Phrase,
    parent: int,
    reason: str,
    *,
    is_each: bool = False,
    beside: Sequence[int] = (),
) -> int | None:
    """Put one item below an entity; nothing where it is no name, or has its place elsewhere.

    Args:
        is_each: whether every one of several units has one.
        beside: what the list has named before it, which it does not name once more.
    """
    if not _may_hang(listing, item):
        return None
    is_post = _is_post(listing, item)
    known = find_known(state, item, parent)
    known = None if known in beside else known
    half = _known_half(state, item) if known is None and is_post else None
    if half is not None:
        return half
    if known is not None and are_told_apart(item.name.folded, state.register.entities[known].name.folded):
        known = None
    is_others = _is_post_of_another if is_post else _is_unit_of_another
    if known is not None and is_others(state, listing, item, known, parent):
        known, is_each = None, True
    if known is not None and known != ROOT and not is_each and _is_placed(state, known):
        return None
    kind = NodeKind.POSITION if is_post else NodeKind.UNIT
    named, weight = _counted(item, is_post=is_post), SURE if item.sort in STRONG else LISTED
    place = put(state, kind, named, parent, reason, weight, anew=is_each)
    if place == ROOT:
        return None
    entity = state.register.entities[place]
    _put_leaders(state, item, place)
    if is_post:
        call_halves(state, place, item.name.folded)
    if listing.class_word and not listing.is_post_class and not entity.suffix:
        entity.suffix = listing.class_word
    if listing.head.startswith("support"):
        entity.type = entity.type or "support"
    return place


def _counted(item: Phrase, *, is_post: bool) -> Named:
    """Return the name of an item with what stands beside it: of several posts, in the singular with their number."""
    return Named(
        name=in_singular(item) if is_post and item.count else item.name,
        seats=(item.count if is_post and item.count and item.count > 1 else item.named.seats),
        holders=item.named.holders,
        vacant=item.named.vacant,
    )


def _put_leaders(state: State, item: Phrase, unit: int) -> None:
    """Put those whom a bracket behind a unit names as its leaders: Platform (led by Ann Lee)."""
    if state.register.entities[unit].kind is not NodeKind.UNIT or not item.named.led:
        return
    for holder in item.named.holders:
        named = Named(name=Passage(holder, fold(holder), item.name.places))
        place = put(state, NodeKind.PERSON, named, unit, "name of a person", SURE, anew=True)
        state.register.entities[place].head = True


def _is_post(listing: Enumeration, item: Phrase) -> bool:
    return item.sort is Sort.POST or (item.sort is not Sort.UNIT and listing.is_post_class)


def _may_hang(listing: Enumeration, item: Phrase) -> bool:
    """Whether an item of a list is a name that could be one of a unit or a post."""
    has_company = len(item.name.text.split()) > 1 or len(listing.items) > 1
    are_all_told = listing.class_word == "department" and listing.count == len(listing.items)
    is_vouched = bool(listing.class_word) and (item.is_proper or are_all_told) and has_company
    if not item.name.text or item.sort is Sort.SENTENCE or (item.sort is Sort.GENERIC and not is_vouched):
        return False
    if is_people(item) or item.before.split(" ")[0] == "no":
        return False
    if not listing.class_word and (item.sort is Sort.ABSTRACT or (item.sort is Sort.FIELD and not item.is_proper)):
        return False
    return not (listing.is_post_class and is_name_of_person(item.name))


def _is_post_of_another(state: State, listing: Enumeration, item: Phrase, known: int, parent: int) -> bool:
    """Whether an item is not the post of its name that another unit has: B is led by a Sergeant, as A is."""
    is_any = listing.items[0].before in ("a", "an") and item.before in ("a", "an", "")
    return is_any and is_rank_only(item.name.folded) and _are_in_two_units(state, known, parent)


def _is_unit_of_another(state: State, listing: Enumeration, _item: Phrase, known: int, parent: int) -> bool:
    """Whether a unit of a counted list is not the one of its name that another unit has: each plant has its Packing."""
    register, other = state.register, state.register.entities[known].parent
    are_counted = bool(listing.class_word) and listing.count == len(listing.items)
    if not are_counted or not _are_in_two_units(state, known, parent):
        return False
    return not (register.is_below(other, parent) or register.is_below(parent, known))


def _are_in_two_units(state: State, known: int, parent: int) -> bool:
    """Whether what is known stands in another unit than the one of which a sentence speaks."""
    other = state.register.entities[known].parent
    kinds = {state.register.entities[one].kind for one in (other, parent)}
    return ROOT not in (known, other, parent) and other != parent and kinds == {NodeKind.UNIT}


def _known_half(state: State, item: Phrase) -> int | None:
    """Return the post that is known by one of the two names of an item: the owner or managing director."""
    if " or " not in item.name.folded:
        return None
    halves = (state.register.find(half, NodeKind.POSITION) for half in item.name.folded.split(" or "))
    return next((half for half in halves if half is not None), None)


def call_halves(state: State, place: int, folded: str) -> None:
    """Let a post with two names be found by each of them: the owner or managing director, Head Cook/Chief Cook."""
    sign = " or " if " or " in folded else "/"
    halves = [half.strip() for half in folded.split(sign)] if sign in folded and place != ROOT else []
    if sign == " or " or all(" " in half and judge(half) is Sort.POST for half in halves):
        for half in halves:
            state.register.call(place, half)


def _is_placed(state: State, place: int) -> bool:
    """Whether more is known of an entity than that it is a part of the whole: a member here, at home there."""
    entity = state.register.entities[place]
    if entity.kind is NodeKind.POSITION and entity.weight >= SURE:
        return True
    return entity.weight >= LISTED and entity.parent != ROOT


def led_by(state: State, post: int) -> int:
    """Return whom those stand below that a post leads: its unit, where it is the one post at its head, as a CFO is."""
    register = state.register
    unit = register.entities[post].parent
    beside = [one for one in register.children.get(unit, ()) if one != post]
    is_head = unit != ROOT and not beside and register.entities[unit].kind is NodeKind.UNIT
    if not is_head or not is_top_rank(register.entities[post].name.folded):
        return post
    mark_head(state, post)
    register.entities[post].weight = max(register.entities[post].weight, LISTED)
    return unit
