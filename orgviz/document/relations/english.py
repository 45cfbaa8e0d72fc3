"""Read the relations that an English or German sentence tells: works with, supports, advises, reports to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orgviz.document.names.judging import Sort, judge
from orgviz.document.relations.names import Mention
from orgviz.document.relations.told import DutyOwner, Relation, Told
from orgviz.document.relations.verbs import FORMS, PASSIVE, VERB
from orgviz.model import EdgeKind, NodeKind
from orgviz.patterns import pattern

_TOGETHER = pattern(
    r"\s(?<!\s\s)\s*+(?:both\s+|all\s+|also\s+|always\s+|often\s+|usually\s+|regularly\s+|frequently\s+|"
    r"closely\s+)*(?:(?:work|meet|plan|cooperate|co-operate|decide|act|run|prepare|review|sit|"
    r"share)\b[^,.;]{0,40}?\b(?:together|jointly|closely|hand in hand|side by side)|collaborate|cooperate|"
    r"liaise|coordinate|work closely|arbeiten [^.;]{0,20}?zusammen)\b"
)
# One of these stands in each such sentence.
_AS_ONE = (
    "together", "jointly", "closely", "hand in hand", "side by side", "collaborate", "cooperate", "liaise",
    "coordinate", "zusammen",
)  # fmt: skip
_DETERMINER = pattern(
    r"(?:(?:the|its|their|our|her|his|both|each|every|all|an?|relevant|other|of|one|two|three|new|whole|"
    r"dem|der|die|den|das)\s+)*"
)
_ONLY_ALL = pattern(r"(?:all|every|each|other|any)\b")
_JOIN = pattern(r"\s*(?:,\s*(?:and|&|or)?|and|&|or|und|as well as|with)\s+(?:(?:by|with|to|for)\s+)?")
_JOIN_NAMES = pattern(r"\s*(?:,\s*(?:and|&)?|and|&|und|as well as)\s+")
_FRONT = pattern(
    r"(?:(?:in addition|besides|also|moreover|further(?:more)?|here|day to day|as a rule|sometimes|"
    r"usually|normally|at present|currently|then|so|for (?:instance|example)|together),?\s+)+"
)
_PRONOUN = pattern(
    r"(?:(?:so|then|also|and|besides|sometimes|usually),?\s+)*(?:it|they|she|he|who|which|this (?:team|"
    r"group|department|unit|office|role|position|post|committee|division)|the (?:team|group|department|"
    r"unit|office|role|holder|committee|division|crew|desk|wg)|(?:its|the) (?:members|staff|people))\b"
)
_ONE_PERSON = pattern(r"(?:(?:so|then|also|and|besides|sometimes|usually),?\s+)*(?:she|he)\b")
_OTHER_PRONOUN = pattern(
    r"(?:their|his|her|its|these|those|some|many|most|several|no|nobody|somebody|everyone|everybody|"
    r"anyone|one|you|we|i|there|other)\b"
)
_ADVERB = pattern(
    r"(?:\s|,|\b(?:also|then|closely|regularly|must|shall|will|may|can|could|might|should|who|which|that|"
    r"and|both|all|directly|usually|often|sometimes|always|formally|jointly|further|do|does|in turn|"
    r"normally|periodically)\b)*$"
)
_NO = pattern(r"\b(?:not|never|no longer|neither|without|cannot|don't|doesn't|rarely)\b[\w\s]{0,12}$")
_NOUN_BEFORE = pattern(
    r"\b(?:the|a|an|this|these|of|in|for|on|any|some|technical|annual|customer|user|their|its|our|monthly|"
    r"weekly|to)\s+$"
)
_HEDGE = pattern(
    r"\b(?:may|might|could|can|for instance|for example|e\.g\.|such as|should consider|consider|if|would|"
    r"perhaps|possibly|ideally|we recommend|we suggest|sometimes|in some)\b"
)
_WHOLE = pattern(
    r"\?|\b(?:you|we|i)\b|^(?:is|are|does|do|did|can|could|should|will|would|has|have|how|why|what|"
    r"where)\b"
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence and what it names."""

    told: Told
    mentions: list[Mention]

    def listed(self, at: int) -> tuple[tuple[int, ...], int]:
        """Return the names that stand in a row from a place on, and where they end."""
        places: list[int] = []
        end = at
        while True:
            start = _skipped(self.told.folded, at)
            mention = next((one for one in self.mentions if one.start == start), None)
            if mention is None:
                return tuple(places), end
            places.append(mention.place)
            end = mention.end
            joined = (_JOIN if places else _JOIN_NAMES).match(self.told.folded, end)
            if joined is None:
                return tuple(places), end
            at = joined.end()

    def subject(self, verb: int) -> tuple[int, ...]:
        """Return who does what a verb says; nothing where somebody unknown does."""
        folded = self.told.folded
        begin = max(folded.rfind(";", 0, verb), folded.rfind(":", 0, verb)) + 1
        begin += len(folded[begin:verb]) - len(folded[begin:verb].lstrip())
        stop = _ADVERB.search(folded, begin, verb)
        end = stop.start() if stop else verb
        if _NO.search(folded, begin, verb) or (end == verb and _NOUN_BEFORE.search(folded, begin, verb)):
            return ()
        if end <= begin:
            return self.told.before
        # X keeps the books of Y and works with Z: what follows "and" is said of X.
        goes_on = re.search(r"\band\b", folded[end:verb]) is not None
        return (() if goes_on else self._row_ending(begin, end)) or self._starting(begin, end)

    def last_post(self, stop: int) -> tuple[int, ...]:
        """Return the last post that is named before a place."""
        entities = self.told.names.register.entities
        before = [one.place for one in self.mentions if one.end <= stop]
        return tuple([place for place in before if entities[place].kind is NodeKind.POSITION][-1:])

    def _row_ending(self, begin: int, end: int) -> tuple[int, ...]:
        """Return the names in a row that end at a place; not what follows a title, as in the Manager, Insights."""
        for mention in self.mentions:
            if begin <= mention.start < end:
                title = self.told.folded[begin : mention.start].strip()
                if title.endswith(",") and judge(title[_skipped(title, 0) : -1]) is Sort.POST:
                    return ()
                places, stop = self.listed(mention.start)
                if stop == end:
                    return places
        return ()

    def _starting(self, begin: int, end: int) -> tuple[int, ...]:
        """Return the names with which a sentence begins; those of the sentence before, where a word stands for them."""
        folded = self.told.folded
        front = _FRONT.match(folded, begin, end)
        begin = front.end() if front else begin
        comma = folded.find(",", begin, end)
        is_title = comma > begin and judge(folded[_skipped(folded, begin) : comma]) is Sort.POST
        for start in (begin,) if is_title else (begin, comma + 1):
            places, stop = self.listed(start + (folded[start : start + 1] == " "))
            if places and (start == begin or start > 1) and (stop >= end or folded[stop] != "'"):
                return places
        if _OTHER_PRONOUN.match(folded, begin):
            return ()
        if _ONE_PERSON.match(folded, begin):
            return self._persons()
        if _PRONOUN.match(folded, begin):
            return self.told.before
        return self.told.before if begin == 0 and _DOING.match(folded, begin, end) else ()

    def _persons(self) -> tuple[int, ...]:
        """Return the posts of whom the sentence before spoke; of a unit, the one that leads it."""
        register = self.told.names.register
        posts: list[int] = []
        for place in self.told.before:
            if register.entities[place].kind is not NodeKind.UNIT:
                posts.append(place)
            else:
                posts.extend(child for child in register.children.get(place, ()) if register.entities[child].head)
        return tuple(posts)


_DOING = pattern(
    r"(?:\w+ly\s+)?(?:keeps?|plans?|runs?|sets?|makes?|takes?|sells?|buys?|manages?|leads?|builds?|"
    r"maintains?|writes?|handles?|checks?|prepares?|organi[sz]es?|owns?|develops?|"
    r"oversees?|ensures?|collects?|answers?|reviews?|provides?|coordinates?|looks?|orders?|packs?|ships?|"
    r"books?|pays?|hires?|trains?|designs?|tests?|delivers?|responsible|arranges?|"
    r"managing|planning|running|building|keeping|preparing|handling|maintaining|leading|developing|"
    r"overseeing|operates?|monitors?|supervises?|schedules?|tracks?|creates?|produces?)\b"
)


def relations(told: Told, _: DutyOwner) -> tuple[list[Relation], tuple[int, ...]]:
    """Return what a sentence tells, and of whom it spoke at its end."""
    found: list[Relation] = []
    verbs = list(VERB.finditer(told.folded))
    may_be_together = any(word in told.folded for word in _AS_ONE)
    are_together = may_be_together and _TOGETHER.search(told.folded) is not None
    if (verbs or are_together) and not _WHOLE.search(told.folded):
        sentence = _Sentence(told, told.names.mentions(told.text, told.scope))
        for match in verbs:
            found.extend(_relations(sentence, match))
        found.extend(_together(sentence) if are_together else ())
    return found, _spoken(told)


def _spoken(told: Told) -> tuple[int, ...]:
    start = _skipped(told.folded, 0)
    mention = told.names.mention(told.text, start, told.scope)
    if mention is not None:
        return (mention.place,)
    return () if _OTHER_PRONOUN.match(told.folded) else told.before


def _skipped(folded: str, at: int) -> int:
    match = _DETERMINER.match(folded, at)
    return match.end() if match else at


def _relations(sentence: _Sentence, match: re.Match[str]) -> list[Relation]:
    folded = sentence.told.folded
    if any(one.start < match.end() - 1 and match.start() < one.end for one in sentence.mentions if one.is_sure):
        return []
    if _ONLY_ALL.match(folded, match.end()):
        return []
    objects, end = sentence.listed(match.end())
    is_noun = match.start() == 0 and re.search(r"^[^,;]*\b(?:are|is|must|should|were|was|shall|will)\b", folded[end:])
    if not objects or is_noun:
        return []
    subjects = sentence.subject(match.start())
    if folded[: match.start()].endswith(", ") and (match.lastgroup or "").startswith("p"):
        # X is led by A, supported by B: it is A who is supported.
        subjects = sentence.last_post(match.start()) or subjects
    stated = not _HEDGE.search(folded, 0, match.end())
    group = match.lastgroup or ""
    kind = EdgeKind.DOTTED if group == "g" else (PASSIVE if group[0] == "p" else FORMS)[int(group[1:])][0]
    if group[0] == "p":
        subjects, objects = objects, subjects
    return [Relation(one, other, kind, match.start(), stated) for one in subjects for other in objects]


def _together(sentence: _Sentence) -> list[Relation]:
    """Read two that do something together: The Docs WG and the Tooling WG meet together."""
    folded = sentence.told.folded
    front = _FRONT.match(folded)
    places, end = sentence.listed(front.end() if front else 0)
    match = _TOGETHER.match(folded, end)
    if match is None or not 2 <= len(places) <= 4:
        return []
    stated = not _HEDGE.search(folded, 0, match.end())
    pairs = [(one, other) for number, one in enumerate(places) for other in places[number + 1 :]]
    return [Relation(one, other, EdgeKind.COLLABORATES, 0, stated) for one, other in pairs]
