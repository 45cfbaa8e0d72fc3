"""Read English sentences that say of what an organisation is composed, and who leads what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.announced import announces_units, counts_units, has_posts, has_staff
from orgviz.document.english.behind_class import read_behind_class
from orgviz.document.english.besides import besides
from orgviz.document.english.bodies import BODY_WORDS, read_body
from orgviz.document.english.changes import as_changed, without_former_post
from orgviz.document.english.chief_officer import read_chief_officer
from orgviz.document.english.chiefs import read_chiefs
from orgviz.document.english.clauses import last_clause, two_names
from orgviz.document.english.direct import read_direct
from orgviz.document.english.duties import read_duty_of
from orgviz.document.english.each import keeps_each, read_each_announced, read_these
from orgviz.document.english.fronts import without_front
from orgviz.document.english.governing import read_governing
from orgviz.document.english.helped import read_helped
from orgviz.document.english.in_addition import read_in_addition
from orgviz.document.english.insertions import without_insertions
from orgviz.document.english.known_by_work import is_title, is_told_by_its_work, vouch_together
from orgviz.document.english.leading import read_leads, read_led
from orgviz.document.english.led_fields import is_led_field
from orgviz.document.english.led_in_brackets import led_in_brackets
from orgviz.document.english.lists_apart import with_list_together
from orgviz.document.english.named_behind_class import names_for_class
from orgviz.document.english.named_whole import name_whole
from orgviz.document.english.noted import note_subject
from orgviz.document.english.one_for_each import read_one_for_each
from orgviz.document.english.order import ORDER_WORDS, led_first, read_order
from orgviz.document.english.over import read_over
from orgviz.document.english.parts import read_has, read_parts
from orgviz.document.english.people import read_people, without_holder
from orgviz.document.english.phrases import read_phrase, without_asides
from orgviz.document.english.placed_names import read_fields_placed, read_people_placed
from orgviz.document.english.plain import is_plain_post
from orgviz.document.english.plain_at_work import read_plain_at_work
from orgviz.document.english.plain_lists import with_plain_list
from orgviz.document.english.plain_units import read_plain_units
from orgviz.document.english.predicates import first_of
from orgviz.document.english.relative_clauses import clauses
from orgviz.document.english.rephrase import rephrased
from orgviz.document.english.reports import read_reports
from orgviz.document.english.responsibility import RESPONSIBILITY_WORDS, read_responsibility
from orgviz.document.english.several import find_several, several_of_a_post, speak_of
from orgviz.document.english.staff import STAFF_VERBS, read_staff_at_work
from orgviz.document.english.subjects import find_known, find_subjects
from orgviz.document.english.supervised import leads_several, leads_the_whole, leads_units
from orgviz.document.english.titled import about_post
from orgviz.document.english.told_classes import read_is
from orgviz.document.english.two_predicates import two_predicates
from orgviz.document.english.verbs import Claim, Verb, claims
from orgviz.document.english.vested import read_vested
from orgviz.document.english.within import inside
from orgviz.document.english.without_subject import with_subject
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import GUESSED, LISTED, State, give_duty, put
from orgviz.document.names.judging import STRONG, Sort
from orgviz.document.text.passages import Passage
from orgviz.document.text.triggers import triggered
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_NOTHING_SAID = pattern(
    r"(?:if|when|whenever|for example|e\.g\.|such as|imagine|suppose|please|see|click|note that|"
    r"unless|once|do|don't|should you|you|your)\b|.*\?$"
)


_LONGEST = 6000  # characters: nobody writes more without a stop, and the time would grow with the square


def read_sentence(state: State, text: Passage, scope: int) -> bool:
    """Read one sentence that stands below an entity; tell whether anything was understood."""
    if len(text) > _LONGEST:
        return False
    text = without_former_post(without_asides(without_front(text)))
    text = without_holder(state, text, scope)
    if not text.text or _NOTHING_SAID.match(text.folded):
        return False
    text, scope = inside(state, with_subject(state, about_post(state, text, scope), scope), scope)
    told = [one for said in led_in_brackets(text) for one in besides(as_changed(said))]
    whole = [one for said in told for one in clauses(without_insertions(said))]
    parts = [part for one in whole for part in two_predicates(one)]
    read = [_read_clause(state, _in_plain_words(part), scope) for part in parts]
    return any(read)


def _in_plain_words(text: Passage) -> Passage:
    text = names_for_class(text)
    plain = rephrased(text)
    if plain is not text:
        return plain
    listed = with_list_together(with_plain_list(text))
    return text if listed is text else rephrased(listed)


def _read_clause(state: State, text: Passage, scope: int) -> bool:
    first = led_first(text)
    if first is not None:
        return _read_led_first(state, *first, scope)
    if any(read(state, text, scope) for read in _FORMS.called(text.folded)):
        return True
    understood = read_people(state, text, scope)
    state.subject = state.subject if state.subject is None or state.register.is_below(state.subject, scope) else None
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    last: Claim | None = None
    named: Passage | None = None  # of whom the sentence spoke, where its first verb tells nothing
    for claim in claims(text):
        if not objects and keeps_each(state, last, claim):
            return True
        last = claim
        if claim.of_object and objects:
            subjects = objects
        elif claim.subject.text:
            subjects = find_several(state, claim, scope) or _subjects(state, claim, scope)
            subjects = subjects or first_of(state, claim.subject, scope)
            named = claim.subject
        elif not (subjects or named is None or claim.of_object or claim.verb is Verb.DOES):
            subjects = _subjects(state, replace(claim, subject=named), scope)
        verb = Verb.LEADS if claim.verb is Verb.DOES and leads_units(claim) else claim.verb
        if verb is Verb.DOES and not subjects:
            subjects = _who_works(state, claim, scope)
        if verb is Verb.DOES and _RELATIVE.search(claim.subject.folded):
            understood = _read_duty(state, replace(claim, rest=claim.behind), subjects) or understood
            continue
        if verb is Verb.DOES:
            return _read_duty(state, claim, subjects) or understood or read_plain_at_work(state, text, scope)
        objects = _READERS[verb](state, claim, subjects, scope)
        if objects:
            understood = True
            state.several = (len(state.prose), objects) if len(objects) > 1 else state.several
            speak_of(state, verb, subjects)
    if not understood and len(subjects) == 1 and subjects[0] != ROOT:
        state.subject = subjects[0]
    return understood or any(read(state, text, scope) for read in _OTHERWISE)


def _who_works(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    """Return the plain post of which a claim tells the work; another name is kept for what is said next."""
    found = _plain_post_at_work(state, claim, scope)
    if not found and _is_name(claim):
        state.about = (len(state.prose), last_clause(claim.subject))
    return found


_RELATIVE = pattern(r",\s(?:which|who)$")  # set off by commas: the sentence goes on behind it
# Sentences of a form of their own, before those that are told by their verb; each with words of which it holds one.
_FORMS = triggered(
    (read_each_announced, "each"),
    (read_one_for_each, "each every all"),
    (read_chiefs, "chief"),
    (read_duty_of, "duty duties responsibility job jobs task"),
    (read_in_addition, "addition besides apart"),
    (read_these, "are include comprise consist"),
    (read_direct, "are include comprise cover direct report reporting"),
    (read_staff_at_work, STAFF_VERBS),
    (read_responsibility, RESPONSIBILITY_WORDS),
    (read_vested, "vested placed lodged entrusted rest lie lies reside delegate responsibility hands"),
    (read_order, ORDER_WORDS),
    (read_body, BODY_WORDS),
    (read_over, "supervise oversee manage direct command serve"),
    (read_chief_officer, "chief highest top senior principal ranking"),
    (read_governing, "subject under begin start highest supreme ultimate top chief governing"),
    (read_plain_units, "into consist comprise made composed include contain cover belong"),
    (read_fields_placed, "part belong sit sits fall come roll report"),
    (read_people_placed, "report"),
)


def _subjects(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    announces = claim.verb is Verb.HAS and (announces_units(claim) or counts_units(claim))
    if (claim.verb is Verb.PARTS or announces) and name_whole(state, claim, scope):
        return (ROOT,)
    is_staffed = has_staff(claim)
    is_strong = claim.verb is Verb.PARTS or announces or is_staffed or is_led_field(claim, state.led_fields)
    is_of_posts = claim.verb in (Verb.REPORTS, Verb.HELPED) or leads_several(claim) or leads_the_whole(state, claim)
    is_of_units = (claim.verb in (Verb.PARTS, Verb.LED) or announces or has_posts(claim)) and not claim.of_object
    found = find_subjects(
        state,
        claim.subject,
        scope,
        may_be_new=_vouches(claim) or announces or is_staffed,
        vouched=is_strong,
        may_be_plain=is_of_posts,
        may_be_unit=is_of_units,
    )
    is_of_heading = claim.verb in (Verb.PARTS, Verb.HAS) and not claim.subject.text and not claim.of_object
    if is_of_heading and scope != ROOT and state.register.entities[scope].kind is NodeKind.UNIT:
        return (scope,)
    if not found and (announces or claim.verb is Verb.PARTS) and _ORG.fullmatch(claim.subject.folded):
        return (scope,)
    return found or (several_of_a_post(state, claim, scope) if claim.verb is Verb.REPORTS else ())


_ORG = pattern(r"(?:the|our) (?:[\w&-]+ ){0,3}(?:org|organi[sz]ation)")


def _read_led_first(state: State, leader: Passage, led: Passage, scope: int) -> bool:
    """Read a sentence that begins with who leads, and then say so of its subject."""
    first = next(claims(led), None)
    if first is None:
        return False
    subjects = find_subjects(state, first.subject, scope, may_be_new=True)
    understood = read_sentence(state, led, scope)
    kinds = {state.register.entities[place].kind for place in subjects}
    is_of_posts = kinds == {NodeKind.POSITION} and read_phrase(leader).sort is Sort.POST
    if kinds != {NodeKind.UNIT} and not is_of_posts:
        return understood
    claim = Claim(Verb.LED, led, False, leader, leader, "led by")
    return bool(read_led(state, claim, subjects, scope)) or understood


def _is_name(claim: Claim) -> bool:
    """Whether a claim speaks of something by a name of its own: the E-Library."""
    phrase = read_phrase(last_clause(claim.subject))
    return phrase.before == "the" and phrase.has_capitals and phrase.sort in (Sort.FIELD, Sort.UNIT)


def _vouches(claim: Claim) -> bool:
    """Whether a verb is one that only an organisation, a unit or a post has as it stands there."""
    if claim.verb in (Verb.PARTS, Verb.LED) or is_led_field(claim, frozenset()):
        return True
    subject = last_clause(claim.subject)
    return claim.verb is not Verb.IS and (read_phrase(subject).sort in STRONG or two_names(subject) is not None)


_READERS = {
    Verb.PARTS: read_parts,
    Verb.HAS: read_has,
    Verb.LED: read_led,
    Verb.LEADS: read_leads,
    Verb.HELPED: read_helped,
    Verb.REPORTS: read_reports,
    Verb.BELONGS: read_reports,
    Verb.IS: read_is,
}


def _read_duty(state: State, claim: Claim, subjects: Sequence[int]) -> bool:
    """Read what a known unit or post does: `The Treasurer shall keep the accounts`."""
    if len(subjects) != 1 or subjects[0] == ROOT or re.search(r"\bnot\b", claim.word):
        return False
    begin = re.match(r"(?:be|also)\s", claim.rest.folded)
    duty = claim.rest.cut(begin.end()) if begin else claim.rest
    if not _TOGETHER.search(claim.word):  # with whom, which is no duty
        give_duty(state, subjects[0], duty)
    if is_told_by_its_work(state, subjects[0]):
        vouch_together(state, subjects[0], duty)
    state.subject = subjects[0]
    state.evidence += 0.3
    return True


_TOGETHER = pattern(r"\bwith$")
_AT_WORK = pattern(r"(?:responsible|accountable|in charge|tasked|charged|looks? after|takes? care|responsibility)")
_KNOWN_BEFORE = 3


def _plain_post_at_work(state: State, claim: Claim, scope: int) -> tuple[int, ...]:
    """Return the post without capitals that is said to be responsible, where the text has told of others before."""
    phrase = read_phrase(last_clause(claim.subject)) if _AT_WORK.search(claim.word) else None
    if phrase is None or phrase.rest.text or state.evidence < _KNOWN_BEFORE or not is_plain_post(phrase):
        return ()
    place = put(state, NodeKind.POSITION, phrase.named, scope, "post that is said to be responsible", LISTED)
    return () if place == ROOT else (place,)


_VERB_BEHIND = pattern(r"(?:also\s|\w+ly\s)?(?!is\b|was\b|has\b|does\b|says\b|this\b)[a-z]{2,}(?:s|es)\s")


def _read_other_duty(state: State, text: Passage, scope: int) -> bool:
    """Read a sentence that begins with a known name and goes on with what it does."""
    phrase_end = min(len(text), 60)
    for match in re.finditer(r"\s", text.folded[:phrase_end]):
        if text.text[match.end() : match.end() + 1].isupper() or not _VERB_BEHIND.match(text.folded, match.end()):
            continue
        phrase = read_phrase(text.cut(0, match.start()))
        if phrase.rest.text or not phrase.name.text or phrase.is_each:
            continue
        known = find_known(state, phrase, scope)
        if known is None and phrase.before == "the" and phrase.sort is Sort.UNIT and is_title(phrase.name.text):
            known = put(state, NodeKind.UNIT, phrase.named, scope, "subject of a sentence", GUESSED)
            state.subject = known if known != ROOT else state.subject
            if is_told_by_its_work(state, known):
                return vouch_together(state, known, text.cut(match.end()))
        if known is not None and known != ROOT and state.register.entities[known].weight > GUESSED:
            give_duty(state, known, text.cut(match.end()))
            state.subject = known
            return True
    return False


# What is tried, in this order, on a sentence of which nothing was understood.
_OTHERWISE = (read_plain_at_work, read_behind_class, _read_other_duty, note_subject)
