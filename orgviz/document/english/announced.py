"""Tell whether an English list is announced as one of units: has four teams, Departments include."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.lists import Enumeration, read_enumeration
from orgviz.document.english.phrases import NUMBER, Phrase, read_phrase
from orgviz.document.english.verbs import Claim, Verb
from orgviz.document.names.judging import STRONG, Sort, ends_as_unit, is_known_field
from orgviz.patterns import pattern

NO_UNITS = pattern(
    r"(?:phases?|steps?|stages?|types?|parts?|modules?|components?|elements?|layers?|levels?|categories|classes|"
    r"kinds?|columns|topics|chapters? of|sessions?|days?|weeks?|courses?|degrees?)$"
)


def is_counted_class(listing: Enumeration) -> bool:
    """Whether a list holds as many items as it says there are units: two divisions: rooms and finance.

    Only organisations have departments; of sections, groups and the like, half must be known fields of work.
    """
    if (
        listing.is_post_class
        or listing.count != len(listing.items)
        or _CLASS_OF_UNITS.fullmatch(listing.class_word) is None
    ):
        return False
    known = sum(is_known_field(item.name.folded) for item in listing.items)
    return known * 2 >= listing.count or (listing.count > 1 and listing.class_word in ("department", "directorate"))


_CLASS_OF_UNITS = pattern(
    r"department|division|team|group|unit|section|office|branch|committee|directorate|bureau|faculty|facultie|school"
)


_COUNTS = pattern(
    rf"(?:the following\s)?{NUMBER}\s(?:[a-z-]+\s){{0,2}}(?:departments|divisions|teams|directorates|business units|"
    r"branches|offices|squads|committees)"
)


def counts_units(claim: Claim) -> bool:
    """Whether somebody is said to have so many units, which the next sentence may name: has three departments."""
    return _COUNTS.fullmatch(claim.behind.folded) is not None


_FIRST_CAPITAL = pattern(r"[^a-z\W_]")  # a name, which has capitals or figures


def announces_units(claim: Claim) -> bool:
    """Whether what somebody has is announced as units and told by their names: has four teams: Core, Web and Data."""
    if _FIRST_CAPITAL.search(claim.behind.text) is None:
        return False
    listing = read_enumeration(claim.behind)
    is_class = bool(listing.class_word) and not listing.is_post_class and not NO_UNITS.search(listing.class_word)
    is_told = listing.count == len(listing.items) or ":" in claim.behind.folded
    is_announced = (is_class and is_told) or all(map(_is_unit_by_name, listing.items))
    return is_announced and len(listing.items) > 1 and listing.proper == 1


def _is_unit_by_name(item: Phrase) -> bool:
    """Whether an item names one unit by a name that says so: the Sales department."""
    return item.sort is Sort.UNIT and item.stands_alone


def units_of_class(items: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Return names that a class word says to be units, whatever they end in: three branches: Executive, Judicial.

    A post before them stays one: a Managing Director and two divisions: Retail and Wholesale.
    """
    return tuple(
        item if item.sort is Sort.POST and item.is_counted else replace(item, sort=Sort.UNIT) for item in items
    )


def without_mere_numbers(listing: Enumeration) -> Enumeration:
    """Return a list of posts without the units that it only counts beside them: a CEO, a COO and three departments."""
    named = tuple(item for item in listing.items if not _is_mere_number(item))
    are_posts = all(item.sort is Sort.POST for item in named)
    return replace(listing, items=named) if named and are_posts else listing


def _is_mere_number(item: Phrase) -> bool:
    return (
        item.count is not None and item.sort is Sort.GENERIC and not item.is_proper and ends_as_unit(item.name.folded)
    )


_CLASS_TOLD = pattern(
    r"(?:(?:the|our|its|these)\s)?(?:[\w-]+\s)?(?:departments|divisions|teams|units|sections|offices|branches|bureaus|"
    r"committees|subcommittees|councils|working groups|task forces|squads)"
)


def is_class_told(claim: Claim, listing: Enumeration) -> bool:
    """Whether a class of units is told by its names: Departments include: Cataloguing, Lending and Repair."""
    is_class = INCLUDES.match(claim.word) and _CLASS_TOLD.fullmatch(claim.subject.folded)
    are_names = all(
        item.sort not in (Sort.POST, Sort.SENTENCE) and is_title(item) and not item.rest.text for item in listing.items
    )
    return bool(is_class) and are_names and len(listing.items) > 1 and not listing.class_word


INCLUDES = pattern(r"(?:currently )?(?:includes?|contains?|houses|covers|spans)\b")


def is_name(item: Phrase) -> bool:
    """Whether an item is the name of a unit or post, with nothing behind it."""
    return item.sort in STRONG and item.is_proper and not item.rest.text


def is_title(item: Phrase) -> bool:
    """Whether an item is written as names are: Records, Rooms and Keys (two)."""
    return all(word[:1].isupper() or word[:1] == "(" or word in _SMALL for word in item.name.text.split())


_SMALL = ("of", "and", "for", "the", "&", "to", "in")


def has_staff(claim: Claim) -> bool:
    """Whether a name has several posts, each counted: Visitor Services has a shop manager and twelve assistants."""
    if claim.verb is not Verb.HAS or claim.of_object or not _HAS.fullmatch(claim.word):
        return False
    name = read_phrase(claim.subject)
    listing = read_enumeration(claim.behind)
    is_unit = name.is_proper and name.sort in (Sort.FIELD, Sort.UNIT) and is_title(name) and not name.rest.text
    return is_unit and len(listing.items) > 1 and are_counted_posts(listing)


def has_posts(claim: Claim) -> bool:
    """Whether somebody has nothing but posts or fields of work: a Controller and two accountants; Backend and QA."""
    if claim.verb is not Verb.HAS or claim.of_object or not (_HAS.fullmatch(claim.word) or INCLUDES.match(claim.word)):
        return False
    items = read_enumeration(claim.behind).items
    if not items or any(item.rest.text for item in items):
        return False
    are_told = all(item.is_counted or item.is_proper or item.before in ("a", "an", "the", "one") for item in items)
    if are_told and all(item.sort is Sort.POST for item in items):
        return True
    known = sum(item.sort is Sort.UNIT or is_known_field(item.name.folded) for item in items)
    are_names = all(item.is_proper and is_title(item) and item.sort in (Sort.UNIT, Sort.FIELD) for item in items)
    return INCLUDES.match(claim.word) is not None and are_names and len(items) > 1 and known > 0


_HAS = pattern(r"(?:currently |also |now )?(?:has|have|employs?)")


def are_counted_posts(listing: Enumeration) -> bool:
    """Whether a list counts posts throughout: a director, two deputy directors and six department heads."""
    return all(item.sort is Sort.POST and (item.is_counted or item.before == "its own") for item in listing.items)
