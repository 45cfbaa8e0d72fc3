"""Tell the name of a unit or post from a field of work, a sorting heading, and a sentence."""

from __future__ import annotations

from functools import lru_cache

from orgviz.classify import built_in_lexicon
from orgviz.document.names.about_units import is_about_units
from orgviz.document.names.latin_endings import latin_ending, singular
from orgviz.document.names.latin_sorts import judge_latin
from orgviz.document.names.sorts import STRONG, Sort, bare, is_wide
from orgviz.document.names.spelling import plain_spelling
from orgviz.document.names.wide_sorts import judge_wide
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_STOPS = pattern(
    r"[。;!?:│]|^\||,|、|\.\.\.|…|[a-z]{2}\. |=|→|->|https?:|@|www\.|\d{4,}|%|\d+(?:万|亿|年|月|日|元)"
    r"|^\d{1,2} ?[ap]\.?m\b"
)
# A number of four signs and more that tells names apart, and is no year: Store 1042, 质量1017部, 专员1018.
_LONG_NUMBER = pattern(
    r"(?P<name>\S.{1,40}?)[ #]*(?<!\d)(?!(?:19[5-9]|20[0-4])\d(?!\d))\d{4,5}(?P<class>[部组科室处队店班]?)"
)
_SHORT_RANK = pattern(r"^(?:sr|jr|asst|assoc|dep|exec)\.\s(?=[a-z])")
_SHORT_CLASS = pattern(r"\b(abt|dept)\.(?=\s)")  # Abt. B, Dept. of Parks
_QUOTES = pattern(r"[\"“”]")
_FILE = pattern(
    r"/\s*$|^[a-z0-9]+(?:-[a-z0-9]+){2,}/[a-z0-9-]+$|^(?:\.{1,2}/|~/|/)|[\w-]\.(?:py|js|ts|tsx|jsx|md|txt|json|ya?ml|toml|html?|css|go|rs|c|h|cpp|java"
    r"|sh|sql|csv|xlsx?|docx?|pdf|png|svg|xml|ini|cfg|lock|vue|php|rb)\b"
)


@lru_cache(maxsize=1 << 17)
def judge(folded: str) -> Sort:
    """Tell what a folded text without numbering is.

    >>> judge("市场部"), judge("市场部经理"), judge("美工设计"), judge("部门人员设置")
    (<Sort.UNIT: 'unit'>, <Sort.POST: 'position'>, <Sort.FIELD: 'field of work'>, <Sort.GENERIC: 'sorting words'>)
    >>> judge("head of sales"), judge("信息共享平台")
    (<Sort.POST: 'position'>, <Sort.ABSTRACT: 'not a part of an organisation'>)
    """
    folded = _HOUSES.sub("", folded) if "#" in folded else folded
    text = folded if _ONLY_WORDS.fullmatch(folded) else _without_marks(folded)
    if text is None:
        return Sort.SENTENCE
    if text in _DEPARTMENTS:
        return Sort.UNIT
    if text in _FIELDS:
        return Sort.FIELD
    text = text.partition(" ")[2] if text.startswith(("inside sales ", "outside sales ")) else text  # a team
    if is_wide(text):
        return judge_wide(text)
    return Sort.ABSTRACT if is_about_units(text) else judge_latin(text)


# The numbers of houses within a name: 2#、3#楼工程项目部.
_HOUSES = pattern(r"(?<=[\u4e00-\u9fff])\s?[a-z]?\d{1,3}#(?:[、和~-][a-z]?\d{1,3}#){0,4}(?=[\u4e00-\u9fff])")
_ONLY_WORDS = pattern(r"[a-z]+(?>(?: (?:[a-z]+|&))*)")


def _without_marks(folded: str) -> str | None:
    """Return a text without brackets, stops of abbreviations and the like; nothing where its signs are no name's."""
    if ("“" in folded) != ("”" in folded):
        return None  # a piece of what is quoted
    text = _SHORT_RANK.sub("", bare(folded if is_wide(folded) else plain_spelling(folded)))
    text = _SHORT_CLASS.sub(r"\1", text)
    if not text or _is_stopped(text) or _QUOTES.search(text) or _FILE.search(folded):
        return None
    return text


def _is_stopped(text: str) -> bool:
    """Whether a text has signs that no name has, other than a long number behind the name of a unit or post."""
    stop = _STOPS.search(text)
    if stop is None or not stop[0].isdecimal():
        return stop is not None
    name = _LONG_NUMBER.fullmatch(text)
    number = "1" if is_wide(text) else " 1"
    return name is None or judge(name["name"] + number + name["class"]) not in STRONG


# Fields of work whose last word is none.
_FIELDS = frozenset(
    f"{whose} experience"
    for whose in ("customer", "developer", "user", "employee", "product", "guest", "people", "patient", "visitor")
)
# What departments are called although each word is of other things.
_DEPARTMENTS = frozenset(
    (
        "people & culture",
        "people and culture",
        "people operations",
        "people ops",
        "people & talent",
        "people team",
        "inside sales",
        "outside sales",
        "field sales",
    )
)


def judge_listed(name: Passage) -> Sort:
    """Tell what an item of a list is, which may hold the dot that stands within Japanese names: 人事・給与係."""
    return judge(name.folded.replace("、", "") if "・" in name.text else name.folded)


def ends_as_unit(folded: str) -> bool:
    """Whether a text in Latin letters ends in a word for a unit, be it only a sorting word."""
    return not is_wide(folded) and latin_ending(bare(folded).split()) is Sort.UNIT


@lru_cache(maxsize=1 << 17)
def is_known_field(folded: str) -> bool:
    """Whether a text holds a word that stands for a type of department."""
    return built_in_lexicon().words.find(bare(folded)) is not None


__all__ = ["STRONG", "Sort", "bare", "ends_as_unit", "is_known_field", "is_wide", "judge", "judge_listed", "singular"]
