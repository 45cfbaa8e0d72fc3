"""Weigh whether an English list holds parts of an organisation."""

from __future__ import annotations

from orgviz.document.english.announced import NO_UNITS, is_counted_class, is_title
from orgviz.document.english.lists import Enumeration
from orgviz.document.names.judging import STRONG, Sort, is_known_field


def is_told_apart(listing: Enumeration) -> bool:
    """Whether a list holds names that say by themselves what they are, so that no subject need vouch for them."""
    return len(listing.items) > 1 and listing.proper == 1 and listing.strong > (0.5 if listing.class_word else 0.9)


def are_parts(listing: Enumeration, *, has_subject: bool, is_of_unit: bool) -> bool:
    """Weigh whether a list holds parts of an organisation: its class word vouches, its items decide."""
    if NO_UNITS.search(listing.class_word) and listing.strong < 1:
        return False
    if listing.class_word and listing.proper >= 0.75 and not listing.is_post_class:
        return True
    if listing.strong >= 0.5:
        return True
    are_titles = all(is_title(item) and item.stands_alone for item in listing.items)
    if is_of_unit and listing.proper == 1 and len(listing.items) > 1 and are_titles:
        return True
    are_names = all(item.sort is not Sort.SENTENCE and not item.rest.text for item in listing.items)
    if are_names and (is_counted_class(listing) or (has_subject and are_titles and _end_alike(listing))):
        return True
    fields = sum(item.sort in STRONG or (item.is_proper and is_known_field(item.name.folded)) for item in listing.items)
    return has_subject and fields >= 0.6 * len(listing.items) and len(listing.items) > 1


def _end_alike(listing: Enumeration) -> bool:
    """Whether several names end in one and the same word: North District, Harbour District."""
    words = [item.name.folded.split() for item in listing.items]
    return len(words) > 1 and all(len(one) > 1 and one[-1] == words[0][-1] for one in words) and listing.proper == 1
