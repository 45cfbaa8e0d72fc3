"""Tell a field of work that is said to be led, and so is a unit: Sales is run by Ann Lee."""

from __future__ import annotations

from orgviz.document.english.people_meant import first_name_in
from orgviz.document.english.phrases import Phrase, person_in, read_phrase
from orgviz.document.english.titled_names import is_called_person
from orgviz.document.english.verbs import Claim, Verb
from orgviz.document.names.judging import Sort, is_known_field


def is_led_field(claim: Claim, led_fields: frozenset[str]) -> bool:
    """Whether a field of work is said to be led by a person or a post, or to report there: Sales is run by Ann Lee."""
    if claim.verb not in (Verb.LED, Verb.REPORTS) or claim.of_object:
        return False
    subject, leader = read_phrase(claim.subject), person_in(claim.behind) or first_name_in(claim.behind)
    called = subject.name.folded.split(" (", maxsplit=1)[0]  # Customer Experience (CX)
    is_known = is_known_field(called) or called in led_fields
    # The Ladies' Auxiliary, Student Affairs
    is_title = " " in subject.name.text and (subject.before == "the" or not is_called_person(subject.name))
    is_field = subject.sort is Sort.FIELD and (is_title or (not subject.before and is_known))
    is_field = is_field and subject.has_capitals
    return is_field and (leader is not None or _is_above(claim, read_phrase(claim.behind)))


def _is_above(claim: Claim, phrase: Phrase) -> bool:
    """Whether a phrase names a post, or a unit to which others may report by name: the Audit Committee."""
    is_body = claim.verb is Verb.REPORTS and phrase.sort is Sort.UNIT and phrase.is_proper
    return phrase.sort is Sort.POST or is_body
