"""Tell what a short text in Latin letters is."""

from __future__ import annotations

import re

from orgviz.document.latin_names import kind_by_first_word
from orgviz.document.sorts import Sort
from orgviz.document.words import words

LONGEST_WORDS = 9
_ENGLISH_OF = re.compile(r"\b(of|for|on|to|der|des|für)\b")
# Sorting words that make a name before the word for a unit: Membership Committee.
_NAMING = frozenset(
    [
        "membership",
        "governance",
        "elections",
        "election",
        "voting",
        "communication",
        "communications",
        "collaboration",
        "hiring",
        "careers",
        "staffing",
        "personnel",
        "conduct",
        "information",
        "project",
        "projects",
        "resources",
        "internal",
        "general",
        "leadership",
        "management",
        "decision",
        "communication",
        "appointments",
    ]
)
# A verb between two words, or an article where no name has one: for the, of a.
_ENGLISH_CLAUSE = re.compile(
    r"\s(?:is|are|was|were|has|have|had|will|shall|must|should|can|may|who|which|that|whose|when|where|if"
    r"|because|whatever|whenever)\s"
    r"|(?<!\bof)(?<!\bfor)(?<!\bto)(?<!\bin)(?<!\bon)(?<!\bat)(?<!\band)\s(?:the|an?|your|our|their|this|these"
    r"|it|them|us|not)\s"
)
# Verbs that are nouns before the word for a unit or a post: Support Manager, Review Board, IT department.
_VERB_AND_NOUN = re.compile(
    r"support|review|plans?|reports?|conduct|work|schedule|build|help|track|answers?|contact|design|it|run|set"
    r"|process|delivery|lead|all|managing|acting|planning|supporting|meet"
)
_POST_FIRST = ("vp", "svp", "evp", "avp", "director", "head")
_GERMAN_SENTENCE = re.compile(
    r"\b(?:besteht|bestehen|gehört|gehören|wird|werden|ist|sind|hat|haben|setzt|gliedert|führt|leitet|wählt"
    r"|kann|können|soll|sollen|"
    r"muss|müssen|zahlen|heißt|sitzt|nicht|dass|sich|untersteht|berichtet|erfolgen|obliegt|vertritt)\b|^(?:zum"
    r"|zur|dem|im|am|bei|für|durch) "
)


def judge_latin(text: str) -> Sort:
    """Return what a folded text in Latin letters is."""
    if _GERMAN_SENTENCE.search(text):
        return Sort.SENTENCE
    known = words()
    parts = re.findall(r"[\w&'’+#.-]+", text)
    if not parts or len(parts) > LONGEST_WORDS:
        return Sort.SENTENCE
    if all(part in known.latin_generic or part.isdecimal() or part == "&" for part in parts):
        is_named = len(parts) > 1 and all(part in _NAMING for part in parts[:-1]) and parts[-1] in known.latin_units
        return Sort.UNIT if is_named else Sort.GENERIC
    if _ENGLISH_CLAUSE.search(text):
        return Sort.SENTENCE
    head = _ENGLISH_OF.split(text)[0].split() if _ENGLISH_OF.search(text) else parts
    ending = latin_ending(head) or (latin_ending(parts) if head is not parts and len(head) > 3 else None)
    is_verbal = parts[0] in known.latin_verbs and not (len(parts) <= 4 and _VERB_AND_NOUN.fullmatch(parts[0]))
    if ending is not None and not is_verbal:
        return Sort.GENERIC if _are_two_names(text) else ending
    first = kind_by_first_word(parts, text)
    if first is not None:
        return Sort(first)
    if parts[0] in _POST_FIRST and 1 < len(parts) <= 4:
        return Sort.POST
    if (is_verbal and parts != ["it"]) or len(parts) > 6:
        return Sort.SENTENCE
    return Sort.ABSTRACT if parts[-1] in known.latin_abstract else Sort.FIELD


def _are_two_names(text: str) -> bool:
    """Whether a text joins two names, each with a word of its own: Steering Committee and Team Leads."""
    halves = text.split(" and ")
    if len(halves) != 2:
        return False
    return all(len(half.split()) > 1 and latin_ending(half.split()) is not None for half in halves)


def latin_ending(parts: list[str]) -> Sort | None:
    """Return what the last words of a name make it, where they tell."""
    known = words()
    for length in (2, 1):
        ending = " ".join(parts[-length:])
        if len(parts) < length or ending in known.latin_not:
            continue
        for written in (ending, singular(ending)):
            if written in known.latin_posts:
                return Sort.POST
            if written in known.latin_units:
                return Sort.UNIT
    return _german_ending(parts[-1] if parts else "")


def _german_ending(last: str) -> Sort | None:
    """Judge a German word by its end, also in the plural or another case: Monteure, Beisitzern, Abteilungen."""
    known = words()
    for ending in ("", "e", "n", "en", "s", "nen", "innen"):
        stem = last.removesuffix(ending) if ending else last
        if ending and (stem == last or len(stem) < 6):
            continue
        if "-" not in stem and known.german_posts.match(stem):
            return Sort.POST
        if known.german_units.match(stem) and len(stem) > 4:
            return Sort.UNIT
    return None


def singular(text: str) -> str:
    """Return an English word or name in the singular.

    >>> singular("front desk agents"), singular("committees"), singular("business")
    ('front desk agent', 'committee', 'business')
    """
    if text.endswith("ies") and len(text) > 4:
        return text[:-3] + "y"
    if text.endswith(("sses", "ches", "shes", "xes")):
        return text[:-2]
    if text.endswith("men"):
        return text[:-2] + "an"
    return text[:-1] if text.endswith("s") and not text.endswith(("ss", "us", "is")) and len(text) > 3 else text
