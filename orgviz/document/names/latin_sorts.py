"""Tell what a short text in Latin letters is."""

from __future__ import annotations

import re
from functools import lru_cache

from orgviz.document.names.designators import kind_with_number, without_designator
from orgviz.document.names.latin_endings import latin_ending
from orgviz.document.names.latin_names import kind_by_first_word
from orgviz.document.names.sorting_headings import SORTING_HEADS, only_sorts, sorts_by_class
from orgviz.document.names.sorts import Sort
from orgviz.document.names.words import words
from orgviz.folding import fold
from orgviz.patterns import pattern

LONGEST_WORDS = 9
LONGEST_OF = 14
# A unit that is named by its work: Division for the Prevention of Floods and the Care of Rivers.
_UNIT_OF = pattern(
    r"(?:[a-z]+ )?(?:division|directorate|department|office|bureau|section|committee|unit|branch|ministry)"
    r" (?:of|for|on) "
)
_ENGLISH_OF = pattern(r"\b(of|for|on|to|der|des|für)\b")
# Sorting words that make a name before the word for a unit: Membership Committee.
_NAMING = frozenset((
    "membership", "governance", "elections", "election", "voting", "communication", "communications",
    "collaboration", "hiring", "careers", "staffing", "personnel", "conduct", "information", "project", "projects",
    "resources", "internal", "general", "leadership", "management", "decision", "communication", "appointments",
    "people", "reference",
))  # fmt: skip
_JOINING = ("of", "and", "&", "code")  # Code of Conduct Committee
# A verb between two words, or an article where no name has one: for the, of a.
_ENGLISH_CLAUSE = pattern(
    r"\s(?:is|are|was|were|has|have|had|will|shall|must|should|can|may|who|which|that|whose|when|where|if"
    r"|because|whatever|whenever|you|we|includes?|comprises?|contains?"
    r"|oversees|provides|appoints|elects|with|among|amongst)\s"
    r"|\s(?:consists? of|answers? to|reports? to)\b|\swith us$|^(?:your|my)\s"
    r"|\b(?:organi[sz]ed|divided|grouped) (?:in)?to\b|\b(?:teams|squads|departments|divisions|groups|committees)"
    r" (?:own|run|build|handle|manage|do|make|provide|maintain|meet)\b"
    r"|\s(?:works|operates|runs|functions) (?:under|in|with|across) (?:two|three|four|five|six|seven|eight|\d+)\s"
    r"|\w\s(?:is|are|was|were)$|\breporting (?:directly )?(?:in)?to\s|^(?:we|they|you|it|there|here)'(?:re|ve|s|ll|d)\s"
    r"|(?<!\bof)(?<!\bfor)(?<!\bto)(?<!\bin)(?<!\bon)(?<!\bat)(?<!\band)\s(?:the|an?|your|our|their|this|these"
    r"|it|them|us|not)\s"
    r"|(?<=\S)\s(?:two|three|four|five|six|seven|eight|nine|ten|several|various|many)\s(?:[a-z-]+ ){0,2}"
    r"(?:departments|divisions|teams|units|groups|sections|offices|committees|branches|squads|bureaus)$"
)
# One of these stands in each such clause.
_CLAUSE_WORDS = frozenset(
    fold(
        "is are was were has have had will shall must should can may who which that whose when where if because "
        "whatever whenever you we include includes comprise comprises contain contains oversees provides appoints "
        "elects with among amongst consist consists answer answers report reports your my reporting the a an our their "
        "works operates runs functions this these it them us not organized organised divided grouped two three four "
        "five six seven eight nine ten several various many"
    ).split()
)
_ASKS = ("who to ", "what to ", "when to ", "where to ", "how to ", "why ")  # Who to ask: a heading, and no name
# What a text about something is called: A Look at the Organization of a Fire Department.
_ARTICLE = pattern(
    r"an? (?:\w+ )?(?:look|guide|introduction|overview|primer)(?: (?:at|to|of|into|for|on)\b|$)|articles of \w+$"
)
# Verbs that are nouns before the word for a unit or a post: Support Manager, Review Board, IT department.
_VERB_AND_NOUN = pattern(
    r"support|review|plans?|reports?|conduct|works?|schedule|build|help|track|answers?|contact|design|it|run|set"
    r"|process|delivery|lead|all|managing|acting|planning|supporting|meet|stores"
)
# A word of its own before a title, not a title of something: front of house manager.
_COMPOUND = pattern(r"\b(front|back|point) of (house|sale)(?=\s\w)")
_POST_FIRST = ("hod", "vp", "svp", "evp", "avp", "director", "head", "deputy", "manager", "coordinator", "president")
# Nobody but a vice president has a field behind these words, whatever the field is called.
_VICE = pattern(r"(?:(?:senior|executive|first|second|associate|assistant) )?vice[ -]president(?: (?!of\b)[\w&]+){1,4}")
# A rank with its place or field behind it: Country Manager Germany.
_RANK_INSIDE = ("manager", "director", "coordinator", "supervisor", "engineer", "secretary")
_GERMAN_SENTENCE = pattern(
    r"\b(?:besteht|bestehen|gehört|gehören|wird|werden|ist|sind|hat|haben|setzt|gliedert|führt|leitet|wählt"
    r"|kann|können|soll|sollen|"
    r"muss|müssen|zahlen|heißt|sitzt|nicht|dass|sich|untersteht|berichtet|erfolgen|obliegt|vertritt)\b|^(?:zum"
    r"|zur|dem|im|am|bei|für|durch) "
)


_AS_OF = pattern(r"\bas (?:of|at) ")  # Org as of Q3: when it was written


_HOURS = pattern(
    r"\d+(?:\.\d+)?\s?(?:hours?|hrs?|h|days?|weeks?|months?|years?|minutes?|mins?)\b|(?:full|part)[ -]time$"
)
_PART = pattern(r"[\w&'’+#.-]+")


# By what a list is sorted: Committees by region, headcount by department.
_BY = pattern(
    r" by (?:department|division|team|region|country|location|function|role|unit|office|area|level|year|month|grade|"
    r"sector|site|state|city|project|group|category|type)s?$"
)


def _sorted_by(text: str) -> Sort | None:
    """Judge a name with that behind it by what its like are sorted: a unit by its class, else a title that sorts."""
    by = _BY.search(text) if " by " in text else None
    if by is None or by.start() == 0:
        return None
    return Sort.UNIT if latin_ending(_PART.findall(text[: by.start()])) is Sort.UNIT else Sort.GENERIC


_MOST_OF_FIELD = 4  # words


def _by_glued_stroke(text: str) -> Sort | None:
    """Judge a title with its field behind a stroke that is glued to it: Vice President- Production."""
    title, stroke, field = text.partition("- ")
    is_title = bool(stroke) and title[-1:].isalpha() and 0 < len(field.split()) <= _MOST_OF_FIELD
    return Sort.POST if is_title and judge_latin(title) is Sort.POST else None


# The works manager supervises three foremen: no name, whatever it ends in.
_LEADS_MANY = pattern(
    r"[a-z] (?:supervises|manages|leads|oversees|heads|runs|directs|employs) (?:two|three|four|five|six|seven|eight|"
    r"nine|ten|\d{1,3}|several|all|the|an?) "
)


def judge_latin(text: str) -> Sort:
    """Return what a folded text in Latin letters is."""
    if _GERMAN_SENTENCE.search(text) or ("as " in text and _AS_OF.search(text)) or _HOURS.match(text):
        return Sort.SENTENCE
    known = words()
    text = _COMPOUND.sub("\\1_of_\\2", text) if " of " in text else text
    either = re.split(r"\s*/\s*", text) if "/" in text else ()
    if len(either) == 2 and _one_of_two(*either) is not None:
        return _one_of_two(*either) or Sort.POST
    parts = _PART.findall(text)
    if not parts or (len(parts) > LONGEST_WORDS and (len(parts) > LONGEST_OF or not _UNIT_OF.match(text))):
        return Sort.SENTENCE
    told = _by_number(text) or _by_sorting_words(parts)
    if told is not None:
        return told
    if _is_clause(text, parts) or _ARTICLE.match(text) or _LEADS_MANY.search(text):
        return Sort.SENTENCE
    if sorts_by_class(text, parts):
        return Sort.GENERIC
    told = _sorted_by(text) or _by_glued_stroke(text) or _by_either(text) or _by_german_title(parts)
    if told is not None:
        return told
    head = _ENGLISH_OF.split(text)[0].split() if _ENGLISH_OF.search(text) else parts
    if only_sorts(parts) or (head is not parts and head[-1:] and head[-1] in SORTING_HEADS):
        return Sort.GENERIC
    ending = latin_ending(head) or (latin_ending(parts) if head is not parts and _is_long_head(head, parts) else None)
    is_verbal = parts[0] in known.latin_verbs and not (len(parts) <= 4 and _VERB_AND_NOUN.fullmatch(parts[0]))
    if ending is not None and not is_verbal:
        return Sort.GENERIC if _are_two_names(text) else ending
    first = kind_by_first_word(parts, text)
    if first is not None:
        return Sort(first)
    begins_so = parts[0] in _POST_FIRST and 1 < len(parts) <= 4 and parts[-1] not in known.latin_abstract
    begins_so = (begins_so and not text.startswith("head office")) or _VICE.fullmatch(text) is not None
    if begins_so or (_is_rank_with_place(parts) and not is_verbal):
        return Sort.POST
    if (is_verbal and parts != ["it"]) or len(parts) > 6:
        return Sort.SENTENCE
    is_abstract = _is_about(parts, head) or (parts[-1] in known.latin_abstract and _are_abstract(text))
    return Sort.ABSTRACT if is_abstract else Sort.FIELD


def _is_long_head(head: list[str], parts: list[str]) -> bool:
    """Whether the last word may tell what a name is: prevention and control of infection committee."""
    return len(head) > 3 and parts[-3:-1] != ["of", "the"]  # functions and work of the mayor


def _by_sorting_words(parts: list[str]) -> Sort | None:
    """Judge a name of nothing but words that sort: a unit, where they are as in Membership Committee."""
    known = words()
    if not all(part in known.latin_generic or part.isdecimal() or part == "&" for part in parts):
        return None
    named = [part for part in parts[:-1] if part not in _JOINING]
    is_named = bool(named) and all(part in _NAMING for part in named) and parts[-1] in known.latin_units
    return Sort.UNIT if is_named else Sort.GENERIC


# What counts the parts of a text or of work: Step 3.
_COUNTED_TEXTS = frozenset(("step", "phase", "stage", "figure", "lesson", "exercise", "question", "appendix"))


def _by_number(text: str) -> Sort | None:
    """Judge a name with a number or letter behind it by what stands before that: Design Team 2, Analyst II."""
    name = without_designator(text)
    if name in _COUNTED_TEXTS:
        return Sort.ABSTRACT
    return None if name is None else _with_number(name)


@lru_cache(maxsize=1 << 14)
def _with_number(name: str) -> Sort | None:
    """Judge what stands before a number, which many names have in common."""
    told = kind_with_number(_PART.findall(name))
    is_name = told is not None and judge_latin(name) in (told, Sort.GENERIC, Sort.FIELD)
    return told if is_name else None


# How a clause begins, and no name: automatically ascends, though many hospitals differ.
_OPENS_CLAUSE = frozenset((
    "often", "usually", "sometimes", "typically", "generally", "normally", "always", "never", "occasionally", "rarely",
    "though", "although", "while", "since", "because", "until", "unless", "automatically", "mostly", "whether",
))  # fmt: skip


_BELOW = ("under", "beneath", "below", "underneath", "within")


def _is_clause(text: str, parts: list[str]) -> bool:
    if parts[0] in _OPENS_CLAUSE or (parts[0] in _BELOW and len(parts) > 2 and parts[1] != "secretary"):
        return True
    if parts[1:2] == ["by"] and parts[0].endswith(("ed", "led", "run", "made", "held", "kept", "given")):
        return True  # Handled by the founder
    has_verb = not _CLAUSE_WORDS.isdisjoint(parts) and _ENGLISH_CLAUSE.search(text) is not None
    return has_verb or text.startswith(_ASKS)


_BOOKS = ("handbook", "guide", "bylaws", "by-laws", "constitution")


def _is_about(parts: list[str], head: list[str]) -> bool:
    """Whether a heading is about a thing for somebody: pay policy for senior staff."""
    is_long = len(head) > 1 or head[-1:] in ([book] for book in _BOOKS)
    return head is not parts and is_long and head[-1] in words().latin_abstract


def _are_abstract(text: str) -> bool:
    return all(map(_is_abstract, re.split(r" and | & ", text)))


def _is_abstract(half: str) -> bool:
    """Whether one of the things that a heading names is talked about, but no part of an organisation."""
    known, last = words(), half.split()[-1:]
    return not last or last[0] in known.latin_abstract or last[0] in known.latin_generic


def _one_of_two(first: str, second: str) -> Sort | None:
    """Return what a name is that has two words for one thing: CTO / VP Engineering, Board of Directors/Trustees."""
    sorts = [_by_head(half) for half in (first, second)]
    if sorts[0] is Sort.UNIT and sorts[1] is not None:
        is_title = sorts[1] is Sort.POST and " " not in first and " " in second  # Team/Projects Manager
        return Sort.POST if is_title else Sort.UNIT
    return Sort.POST if sorts == [Sort.POST, Sort.POST] else None


def _by_head(half: str) -> Sort | None:
    parts = _ENGLISH_OF.split(half)[0].split() if _ENGLISH_OF.search(half) else half.split()
    if not 0 < len(parts) <= 5:
        return None
    return latin_ending(parts) or (Sort.POST if len(half.split()) > 1 and parts[0] in _POST_FIRST else None)


def _is_rank_with_place(parts: list[str]) -> bool:
    """Whether the word before the last is a rank, and the last says where or of what."""
    known = words()
    last = parts[-1]
    is_place = last not in known.latin_abstract and last not in known.latin_generic and last not in known.latin_verbs
    return 3 <= len(parts) <= 4 and parts[-2] in _RANK_INSIDE and is_place and last.isalpha()


def _by_either(text: str) -> Sort | None:
    """Judge two names of one thing, one of which tells: Abteilungsleiter Lager / Disponent."""
    halves = text.split(" / ")
    sorts = [judge_latin(half) for half in halves] if len(halves) == 2 and all(halves) else []
    if not sorts or Sort.SENTENCE in sorts:
        return None
    return next((sort for sort in (Sort.POST, Sort.UNIT) if sort in sorts), None)


_GROUPS = pattern(r"team|gruppe|verein|versammlung|pool|runde|kreis|büro|ausschuss|rat|abteilung|group|office|board")


def _by_german_title(parts: list[str]) -> Sort | None:
    """Judge a German title with the field of work behind it: Leiter Einkauf, Sachbearbeiterin Personal."""
    known = words()
    if not 1 < len(parts) <= 4 or parts[0] in known.latin_posts or not known.german_posts.match(parts[0]):
        return None
    return None if _GROUPS.fullmatch(parts[-1]) or len(parts[0]) < 5 else Sort.POST


def _are_two_names(text: str) -> bool:
    """Whether a text joins two names, each with a word of its own: Steering Committee and Team Leads."""
    halves = text.split(" and ")
    if len(halves) != 2:
        return False
    return all(len(half.split()) > 1 and latin_ending(half.split()) is not None for half in halves)
