"""Say what an English sentence tells of units and posts in plain words; nothing where it names none of them."""

from __future__ import annotations

import re

from orgviz.document.english.announced import is_name, is_title
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.reworded import said, together, word
from orgviz.document.english.turned import are_named, is_definite
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage


def leads(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `has oversight of the Till Office`."""
    behind = read_enumeration(text.cut(match.end("verb")))
    return said(text, match, "supervises") if are_named(behind) else None


def leads_class(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `is in charge of the other units of the Mill, namely Sacks, Carts and the Yard`."""
    items = read_enumeration(text.cut(match.end())).items
    are_names = len(items) > 1 and all(item.is_proper and not item.rest.text for item in items)
    return said(text, match, "oversees the following departments:") if are_names else None


def in_charge_here(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `A circulation manager is in charge`: of the unit below whose heading that stands."""
    return said(text, match, "heads this unit") if read_phrase(text).sort is Sort.POST else None


def consists(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `encompasses the Till Office and the Fees Office`."""
    behind = read_enumeration(text.cut(match.end("verb")))
    are_titles = len(behind.items) > 1 and all(is_title(item) and not item.rest.text for item in behind.items)
    return said(text, match, "consists of") if are_titles or are_named(behind, 2) else None


def is_part(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `The Till Office is located within the Fees Division`."""
    subject = read_enumeration(text.cut(0, match.start("verb")))
    above = read_phrase(text.cut(match.end("verb")))
    is_one = above.sort in STRONG and above.is_proper and above.count is None
    return (
        said(text, match, "are part of" if len(subject.items) > 1 else "is part of")
        if (is_one and are_named(subject))
        else None
    )


def heads(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `serves as the head of the Till Office`."""
    above = read_phrase(text.cut(match.end("verb")))
    return said(text, match, "is the head of") if above.sort is Sort.UNIT and above.is_proper else None


def there(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `There are three committees of the Board: the A, the B and the C`: the Board has three committees."""
    above = read_phrase(text.cut(*match.span("who")))
    is_told = above.sort in STRONG or (above.sort is Sort.FIELD and _are_told(text.cut(match.end())))
    if not is_told or above.rest.text or not above.is_proper:
        return None
    what, behind = text.cut(*match.span("what")), text.cut(match.end())
    return together(text.cut(*match.span("who")), word(text, "has"), what, behind)


def _are_told(behind: Passage) -> bool:
    """Whether several names stand behind a colon, which say that somebody has units: in Support: Intake and Repairs."""
    items = read_enumeration(behind).items if behind.folded.startswith(":") else ()
    return len(items) > 1 and all(item.is_proper and not item.rest.text for item in items)


def are_told(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `Officers are President, Clerk and Bursar`: a class is told by its names."""
    items = read_enumeration(text.cut(match.end())).items
    are_names = len(items) > 1 and (all(map(is_name, items)) or all(map(_is_title_of_unit, items)))
    return said(text, match, "are:") if are_names else None


def _is_title_of_unit(item: Phrase) -> bool:
    """Whether an item may be what a committee is called by its field alone: Membership, Plant Sale."""
    is_open = item.sort in (Sort.FIELD, Sort.GENERIC, Sort.ABSTRACT, Sort.UNIT)
    return is_open and is_title(item) and item.stands_alone


def reports(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `Captains take their orders from the Chief`."""
    return said(text, match, "report to")


def without_vague(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `oversees a number of units, including the A and the B`: what is named counts."""
    behind = text.cut(match.end())
    items = read_enumeration(behind).items
    are_names = len(items) > 1 and all(map(is_definite, items))
    is_told = are_names and any(item.sort in STRONG for item in items)
    return together(text.cut(0, match.start("vague")), behind) if is_told else None
