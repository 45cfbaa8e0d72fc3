"""Read Chinese sentences: of what an organisation is composed, who belongs where, and who does what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from orgviz.document.chinese.asides import without_asides
from orgviz.document.chinese.bodies import read_bodies
from orgviz.document.chinese.composition import read_claims, read_colon_list
from orgviz.document.chinese.described import read_described
from orgviz.document.chinese.elections import read_elections
from orgviz.document.chinese.fields_of_units import read_fields_of_units
from orgviz.document.chinese.going_on import read_more
from orgviz.document.chinese.head_systems import without_head_system
from orgviz.document.chinese.led_names import read_leaders, without_leader
from orgviz.document.chinese.offices import (
    read_centre,
    read_founded,
    read_in_charge,
    read_ordinal,
    read_organ,
    read_root_name,
)
from orgviz.document.chinese.overseen import read_overseen_units
from orgviz.document.chinese.placing import read_placing, read_set_below
from orgviz.document.chinese.posts_held import read_holders
from orgviz.document.chinese.reorganised import read_reorganised
from orgviz.document.chinese.top_posts import read_top_posts
from orgviz.document.chinese.unit_counts import read_unit_counts
from orgviz.document.known.register import ROOT
from orgviz.document.known.state import State, give_duty
from orgviz.document.known.subjects import find_subject, strong_start
from orgviz.document.names.entry import masked
from orgviz.document.names.held_posts import person_in
from orgviz.document.names.judging import STRONG, judge
from orgviz.document.text.passages import Passage
from orgviz.document.text.triggers import Triggered, triggered_by_signs
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_SENTENCE = pattern(
    r"[。;!?](?:[”’\"')])*|(?<=[a-z0-9])\.\s+(?=[^a-z])|(?<=[\u4e00-\u9fff)])\.(?=[\u4e00-\u9fff(]|\s|$)"
)
# A sentence that asks sets nothing up: 应该设立哪些部门.
_ASKS = pattern(
    r"(?:设[立置有]?|有|包括|分为?|需要|配备)[^,。]{0,6}(?:哪些|多少|什么|几个)|[吗呢]$|(?:是什么|有什么|是怎样的|怎么样)$"
)
_DUTY = pattern(
    r"(?<!由)主要负责(?!人)|全面负责|具体负责|负责(?!人)|(?:主要|核心|基本|重要)(?:职能|任务|工作)(?:就?是|为|包括):?|工作重点是|专注于|致力于|综理|掌理|襄助|承担|主持|统筹|协助|辅佐|主要职责是|职责是"
    r"|的职责|(?<!设)主管(?![一二两三四五六七八九十\d若、])|分管|是公司的?"
    r"|管理(?!区|机构|部(?!分)|委|办|员|人|中心"
    r"|处|局|层|体|制|工作)|承[^,]{1,10}之命"
)


def sentences(text: Passage) -> Iterator[Passage]:
    """Yield the sentences of a passage, without what ends them."""
    for part in text.split(match.span() for match in _SENTENCE.finditer(masked(text.folded))):
        if part.text:
            yield part


def read_sentence(state: State, text: Passage, scope: int) -> bool:
    """Read one sentence that stands below an entity; tell whether anything was understood."""
    whole, text = text, without_asides(text)
    if _ASKS.search(text.folded):
        return False
    understood = read_founded(state, whole)
    rest = without_head_system(state, text, scope)
    understood, text = understood or rest is not text, rest
    if not text.text:
        return understood
    understood = _any(_PLACES, state, text, scope) or understood
    text, leader = without_leader(text)
    hung = read_claims(state, text, scope)
    if hung:
        read_leaders(state, text, leader, hung)
    understood = read_set_below(state, text, scope, hung) or bool(hung) or understood
    understood = _any(_CHOICES, state, text, scope) or understood
    understood = understood or read_unit_counts(state, text, scope)
    understood = understood or read_colon_list(state, text, scope) or read_more(state, text, scope)
    understood = read_root_name(state, whole) or _any(_ORGANS, state, text, scope) or understood
    understood = _any(_OFFICES, state, text, scope) or understood
    understood = _read_duties(state, text, scope) or understood
    understood = understood or read_described(state, text, scope)
    if not understood:
        _note_topic(state, text)
    return understood


_TOPIC = pattern(r"(?P<who>[^,。;:、]{3,14}?)(?:就|则|也|既|不仅|主要)?(?:是|作为|,作为)")


def _note_topic(state: State, text: Passage) -> None:
    """Note the known unit of which a sentence says what it is; the next sentences go on about it."""
    match = _TOPIC.match(text.folded)
    known = state.register.find(match["who"], NodeKind.UNIT) if match else None
    if known is not None and known != ROOT:
        state.subject = known


# Each with signs of which every sentence holds one that it reads.
_PLACES = triggered_by_signs(
    (read_reorganised, "合整重归改调更精压保不"),
    (read_placing, "隶归受属挂向对领管在给"),
    (read_overseen_units, "管负领"),
)
_CHOICES = triggered_by_signs((read_elections, "选推其互组成构聘任"), (read_bodies, "选推聘任提委敦定"))
_ORGANS = triggered_by_signs((read_organ, "构关门职代"), (read_in_charge, "由"), (read_fields_of_units, "归"))
_OFFICES = triggered_by_signs(
    (read_holders, "持责管任领筹牵面代"),
    (read_top_posts, "各所全上由管协责最是为叫"),
    (read_centre, "以"),
    (read_ordinal, "首第分依"),
)


def _any(rules: Triggered[Callable[[State, Passage, int], bool]], state: State, text: Passage, scope: int) -> bool:
    """Have each rule read a sentence that it can be for; tell whether one understood anything."""
    read = [rule(state, text, scope) for rule in rules.called(text.folded)]
    return any(read)


def _read_duties(state: State, text: Passage, scope: int) -> bool:
    """Read what units and posts do, one after the other: 市场部负责推广，销售部负责签约."""
    begins = [
        0,
        *(
            match.end()
            for match in re.finditer(",", text.folded)
            if _says_duty(text.cut(match.end(), match.end() + 24))
        ),
    ]
    parts = [text.cut(begin, end) for begin, end in zip(begins, [*begins[1:], len(text)], strict=True)]
    read = [_read_duty(state, part.cut(0, len(part.folded.rstrip(","))), scope) for part in parts]
    return any(read)


_FOR_EXAMPLE = pattern(r"(?:,|而|同时|其中|比如|例如|譬如|如(?!何))+")


def _opening(folded: str) -> int:
    """Return how long the words are that join a clause to those before it: 比如领位员负责迎客."""
    match = _FOR_EXAMPLE.match(folded)
    return match.end() if match else 0


def _says_duty(clause: Passage) -> bool:
    """Whether a clause begins with a name and then says what it does."""
    clause = clause.cut(_opening(clause.folded))
    verb = _DUTY.search(clause.folded)
    if verb is None or verb.start() < 2:
        return False
    before = clause.cut(0, verb.start())
    before = before.cut(0, len(before.folded.removesuffix("则")))
    is_name = judge(before.folded) in STRONG and strong_start(clause.folded) == len(before)
    return is_name or person_in(before) is not None


def _read_duty(state: State, text: Passage, scope: int) -> bool:
    """Read what a unit or post does where a sentence begins with its name: 市场部负责销售."""
    text = text.cut(_opening(text.folded))
    match = _DUTY.search(text.folded[:40])
    if match is None:
        return False
    if match.start() == 0:
        if scope != ROOT:
            give_duty(state, scope, text)
        return scope != ROOT
    clause = text.cut(0, match.start())
    if re.search(r"[,、:]", clause.folded):
        return False
    end = strong_start(clause.folded)
    is_whole = end is not None and not re.sub(r"主要|则|也|应|还|一般|通常|的|组织|组织架构|$", "", clause.folded[end:])
    subject = find_subject(state, clause, scope, may_be_new=is_whole)
    if subject is None or subject == ROOT or match.end() == len(text):
        return False
    give_duty(state, subject, text.cut(match.start()))
    state.tell(text, f"duty of '{state.name_of(subject)}'", "sentence on a duty")
    state.subject = subject
    state.evidence += 0.5
    return True
