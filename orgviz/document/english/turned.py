"""Turn sentences that name first who stands above: Assigned to the A are the B and the C; Under the A: the B, the C."""

from __future__ import annotations

import re

from orgviz.document.english.hang import is_vague
from orgviz.document.english.lists import Enumeration, read_enumeration
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.plain_words import OF_UNITS, PRONOUN
from orgviz.document.english.reworded import together, without_stop, word
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage


def are_named(listing: Enumeration, least: int = 1) -> bool:
    """Whether a list holds units or posts with names, and little else."""
    if listing.is_post_class and listing.has_titles:
        return True
    named = sum(item.sort in STRONG and is_definite(item) for item in listing.items)
    return named >= max(least, 1) and named * 3 >= len(listing.items) * 2


def is_definite(item: Phrase) -> bool:
    """Whether a phrase names one post or unit: by its capitals, its number, or as a rank with a field."""
    is_one = item.sort is Sort.POST and item.before in ("a", "an") and " " in item.name.folded
    return item.is_proper or item.count is not None or is_one


def turned(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `Assigned to the A are the B and the C` and `Officers who report to the A: the B and the C`."""
    below = text.cut(match.end())
    who = text.cut(*match.span("whose" if match.groupdict().get("whose") else "who"))
    above = read_phrase(who)
    is_told = above.sort in STRONG or PRONOUN.fullmatch(who.folded)
    listing = read_enumeration(below)
    are_all_written_so = listing.strong > 0.2 and listing.proper > 0.7 and len(listing.items) > 1
    are_all_written_so = are_all_written_so or (listing.has_titles and "following " in text.folded[: match.end()])
    below = _without_class(below, listing)
    if any(map(is_vague, listing.items)) or not (listing.has_titles or all(not one.rest.text for one in listing.items)):
        return None
    if is_told and not above.rest.text and listing.proper == 1 and OF_UNITS.match(text.folded):
        return together(who, word(text, "oversees the following departments:"), below)
    if not is_told or above.rest.text or not (are_all_written_so or are_named(listing, 2)):
        return None
    if above.sort not in STRONG:
        whom = who.folded if who.folded in ("him", "her") else "it"
        return together(without_stop(below), word(text, f"report to {whom}"))
    if listing.has_titles and listing.proper == 0 and above.sort is Sort.POST:
        return together(who, word(text, "supervises the following positions:"), below)
    verb = "report to" if above.sort is Sort.POST else "are part of"
    return together(without_stop(below), word(text, verb), who)


def _without_class(below: Passage, listing: Enumeration) -> Passage:
    """Return the names of a list without what they are called together: two managers: the A and the B."""
    colon = below.folded.find(":")
    return below.cut(colon + 1) if colon > 0 and listing.class_word and listing.count else below
