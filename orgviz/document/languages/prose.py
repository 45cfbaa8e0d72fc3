"""Read a paragraph sentence by sentence, each in the grammar of its language."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.document.chinese.appointed import read_appointed
from orgviz.document.chinese.classed_lists import read_classed_list
from orgviz.document.chinese.command import read_command
from orgviz.document.chinese.counted_classes import read_counted_classes
from orgviz.document.chinese.crew_sentences import read_crew_behind, read_crew_sentence
from orgviz.document.chinese.led import read_led
from orgviz.document.chinese.led_crews import read_led_crew
from orgviz.document.chinese.listed_first import read_listed_first
from orgviz.document.chinese.one_list import in_one_list
from orgviz.document.chinese.rephrase import rephrased
from orgviz.document.chinese.sentences import read_sentence as read_chinese
from orgviz.document.chinese.sentences import sentences
from orgviz.document.chinese.told_units import read_told
from orgviz.document.chinese.units_with_duties import read_units_with_duties
from orgviz.document.english.gaps import with_verbs
from orgviz.document.english.phrases import sentences as english_sentences
from orgviz.document.english.sentences import read_sentence as read_english
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State, give_duty
from orgviz.document.known.subjects import find_subject
from orgviz.document.languages.grammars import grammar_of
from orgviz.document.names.judging import is_wide
from orgviz.document.text.marks import chinese_number, read_mark
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

# Each reads a sentence as a whole; who reads one of its parts, comes behind.
_WHOLE_SENTENCES = (
    read_led_crew,
    read_crew_sentence,
    read_counted_classes,
    read_classed_list,
    read_listed_first,
    read_units_with_duties,
)


def read_prose(state: State, text: Passage, scope: int, *, is_duty: bool = False, goes_on: bool = False) -> bool:
    """Read a paragraph that stands below an entity; tell whether anything in it was understood.

    Args:
        is_duty: whether it stands right below the entity's name, and says what it does where nothing else.
        goes_on: whether it goes on with what the paragraph before it lists.
    """
    understood = False
    if not goes_on:
        state.listed_below = state.alone = None
    outer = scope
    grammar = grammar_of(text.folded)
    for number, whole in enumerate(grammar.sentences(text) if grammar else _divided(text)):
        scope, sentence = (scope, whole) if grammar else _opened(state, whole, outer, scope)
        state.prose.append((scope, sentence))
        read = grammar.read if grammar else read_chinese if is_wide(sentence.folded) else read_english
        before = len(state.traces)
        is_notice = grammar is None and read_appointed(state, whole, scope)
        rest = None if grammar or is_notice else read_led(state, sentence, scope)
        sentence = sentence if rest is None else rest
        known = (
            is_notice
            or (rest is not None and not rest.text)
            or any(reader(state, sentence, scope) for reader in (*_WHOLE_SENTENCES, read))
        )
        if known and len(state.traces) == before:
            state.tell(sentence, "more on what is known", "sentence")
        known = (grammar is None and read_command(state, whole, scope)) or known
        known = read_crew_behind(state, sentence, scope) or known or read_told(state, sentence, scope)
        known = known or rest is not None
        if not known and is_duty and number == 0 and scope != ROOT and not state.register.entities[scope].duties:
            give_duty(state, scope, _seated(state, scope, sentence))
            state.tell(sentence, f"duty of '{state.name_of(scope)}'", "text below a name")
            known = True
        if not known:
            state.tell(sentence, None, "prose")
        understood = understood or known
    return understood


_SEATED = pattern(r"(?:约|共)?(\d{1,3}|[一二两三四五六七八九十]{1,3})[名人位](?:左右)?[,:]\s*")


def _seated(state: State, place: int, text: Passage) -> Passage:
    """Note the number of people with which the duty of a post begins, and return the rest: 2名,负责接待."""
    entity = state.register.entities[place]
    match = _SEATED.match(text.folded) if entity.kind is NodeKind.POSITION else None
    if match is None or match.end() == len(text):
        return text
    entity.seats = entity.seats or chinese_number(match[1])
    return text.cut(match.end())


def _divided(text: Passage) -> Iterator[Passage]:
    if is_wide(text.folded):
        return (said for sentence in sentences(in_one_list(text)) for said in sentences(rephrased(sentence)))
    return (said for sentence in english_sentences(text) for said in with_verbs(sentence))


def _opened(state: State, sentence: Passage, outer: int, scope: int) -> tuple[int, Passage]:
    """Read a number in running text as the beginning of a section, whose unit the next sentences are about."""
    read = read_mark(sentence.folded)
    if read is None or read[0].is_bullet or read[0].form == "#":
        return scope, sentence
    body = sentence.cut(read[1])
    if read[0].form not in ("一、", "(一)", "1、", "1."):
        return scope, body
    subject = find_subject(state, body, outer)
    return (scope if subject is None else subject), body
