"""Name the organisation by the first sentence that tells of its parts: Harbor Robotics has three departments."""

from __future__ import annotations

from orgviz.document.english.clauses import last_clause
from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.new_subjects import call_the_whole
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.verbs import Claim
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State
from orgviz.document.names.judging import Sort, is_known_field, singular
from orgviz.document.text.capitals import have_capitals
from orgviz.patterns import pattern

_MOST_WORDS = 5
# What an organisation is divided into, and seldom one of its units.
_OUTERMOST = pattern(r"department|division|directorate|business unit|branch")


def name_whole(state: State, claim: Claim, scope: int) -> bool:
    """Name the organisation by the subject of a sentence on its parts, where none was named; tell whether it was."""
    register = state.register
    is_first = scope == ROOT and len(register.entities) == 1 and not register.entities[ROOT].name.text
    if not is_first or claim.of_object:
        return False
    phrase = read_phrase(last_clause(claim.subject))
    if not _is_own_name(phrase) or not _tells_of_parts(claim, len(phrase.name.text.split())):
        return False
    call_the_whole(state, phrase.name)
    return True


def _is_own_name(phrase: Phrase) -> bool:
    """Whether a phrase is a name that says neither what unit nor what post it is: Harbor Robotics, Mill Traders."""
    words = phrase.name.text.split()
    is_name = have_capitals(words) and len(words) <= _MOST_WORDS and phrase.before == "" and not phrase.rest.text
    are_people = phrase.sort is Sort.POST and len(words) > 1 and singular(phrase.name.folded) != phrase.name.folded
    return is_name and (phrase.sort is Sort.FIELD or are_people) and not is_known_field(phrase.name.folded)


def _tells_of_parts(claim: Claim, words: int) -> bool:
    listing = read_enumeration(claim.behind)
    word = listing.class_word or (singular(listing.items[0].name.folded) if len(listing.items) == 1 else "")
    return not listing.is_post_class and (words > 1 or _OUTERMOST.search(word) is not None)
