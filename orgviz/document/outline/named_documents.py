"""Find the organisation's own name in what a document is called, or in the article that gives it its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.names.judging import Sort, is_known_field, judge
from orgviz.document.outline.nesting import Item
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

# What the rules and the books of an organisation are called: Bylaws, Policies and Procedures Manual, Staff Handbook.
_KIND = (
    r"(?:constitution|by-?\s?laws?|charter|handbook|manual|regulations|statutes|standing orders|rulebook|"
    r"rules of procedure|articles of (?:association|incorporation|organi[sz]ation))"
)
_BEFORE = (
    r"(?:(?:the|a|amended|restated|proposed|revised|official|new|current|draft|and|&|staff|employee|employees'?|personnel|"
    r"volunteer|volunteers'?|members?'?|student|graduate|undergraduate|faculty|officers?'?|operations?|operating|"
    r"policy|policies|procedures?|governance|governing|administrative|organi[sz]ation(?:al)?|rules|guidelines|"
    rf"leadership|{_KIND})\s)"
)
_DOCUMENT = rf"{_BEFORE}{{0,8}}{_KIND}(?:\s(?:and|&)\s(?:rules|regulations|policies|procedures|{_KIND}))?"
_IS_DOCUMENT = pattern(_DOCUMENT)
_OF = pattern(r"(?:of|for)\s(?:the\s)?")
_DOCUMENT_OF = pattern(rf"{_DOCUMENT}(?:\s{_OF.pattern}|\s[-–—|]\s|:\s)")
_CALLED = pattern(
    r"\b(?:(?:official |full |legal )?name of (?:the|this|our) (?:[a-z-]+ ){1,4}?(?:shall be|is|will be|shall remain)"
    r"(?: known as| called)?:? |(?:this|the|our) (?:[a-z]+ ){0,2}?[a-z]+ (?:shall be|is|will be) (?:officially |hereby "
    r"|legally )?(?:known as|named|called|designated as|known by the name of) "
    r"|there (?:is|shall be) (?:hereby )?(?:created|established) [^.;]{3,90}? (?:to be |which shall be )?"
    r"(?:known|designated) as )[\"“'‘*_]{0,3}(?:the )?[\"“'‘*_]{0,3}"
)
_NAME = pattern(r"[A-Z0-9][\w&'’./-]*(?>(?:,?\s(?:(?:of|and|for|the|at|in|on|&)\s){0,3}(?=[A-Z])[\w&'’./-]+)*)")
_JOINTS = ("at", "in", "on")
_FRONT, _FAR = 4, 14
_LONGEST = 150
_MOST_WORDS = 14
# Whom a book is for, and what stands on a title page beside its name.
_NOBODY = pattern(
    r"(?:new|all|our|your|my|prospective|current|incoming|revised|adopted|amended|effective|updated|approved|ratified|"
    r"last|version|draft|article|section|table|page|chapter|part|title|preamble|by|as|an?)\b"
)
_SHARED = pattern(r"(?:students?|employees?|volunteers?|members?|parents?|staff|officers|faculty|teams?|users?)")


def name_by_document(items: Sequence[Item]) -> Passage | None:
    """Return the organisation that the front page names: Bylaws of the Elm Club, or Elm Club above By-Laws."""
    front = items[:_FRONT]
    for item in front:
        if item.line.cells or item.form == "article" or len(item.body) > _LONGEST:
            continue
        match = _DOCUMENT_OF.match(item.body.folded)
        if match is not None:
            name = _name_at(item.body, match.end())
            return name if name is not None and _is_all(item.body, name) else None
    for place, item in enumerate(front):
        is_title = item.form in ("#", "bare", "bold", "lead") and not item.line.cells
        if not is_title or not _IS_DOCUMENT.fullmatch(item.body.folded):
            continue
        behind = (
            place + 2 if len(front) > place + 2 and _OF.fullmatch(f"{front[place + 1].body.folded} ") else place + 1
        )
        beside = [front[one] for one in (place - 1, behind) if 0 <= one < len(front)]
        named = (_beside(one) for one in beside)
        return next((name for name in named if name is not None), None)
    return None


def name_by_article(items: Sequence[Item]) -> Passage | None:
    """Return what an article near the top says to be the name: This organization shall be known as the Elm Club."""
    for item in items[:_FAR]:
        match = None if item.line.cells else _CALLED.search(item.body.folded)
        if match is None:
            continue
        quoted = _QUOTED.match(item.body.text, match.end()) if match[0].endswith(_QUOTES) else None
        return item.body.cut(*quoted.span()) if quoted else _name_at(item.body, match.end())
    return None


_QUOTES = ('"', "“", "” the ", '" the ', "“the ", '"the ')
_QUOTED = pattern(r"[A-Z][\w&'’ -]{2,80}(?=[,.]?[”\"])")


def _beside(item: Item) -> Passage | None:
    """Return the name that stands alone on a line above or below what a document is called."""
    if item.form not in ("#", "bare", "bold", "lead", "") or item.line.cells or len(item.body) > _LONGEST:
        return None
    of = _OF.match(item.body.folded)
    name = _name_at(item.body, of.end() if of else 0)
    is_unit = name is not None and (of is not None or judge(name.folded) is Sort.UNIT or _is_called_so(name.folded))
    return name if name is not None and is_unit and _is_all(item.body, name) else None


_OWN = pattern(
    r".*\b(?:association|society|club|federation|union|university|college|institute|league|foundation|church|guild|"
    r"company|corporation|inc|library|museum|school|district|fire department|council|alliance|network)\.?(?: of .*)?"
)


def _is_called_so(folded: str) -> bool:
    return _OWN.fullmatch(folded) is not None


def _is_all(body: Passage, name: Passage) -> bool:
    """Whether a line goes on behind a name with nothing but its abbreviation or a date."""
    behind = body.folded[body.folded.index(name.folded) + len(name.folded) :]
    return re.fullmatch(r"[\s,.*_:]*(?:\([^()]*\))?[\s.*_:]*", behind) is not None


def _name_at(body: Passage, begin: int) -> Passage | None:
    """Return the name with capitals that begins at a place of a text."""
    match = _NAME.match(body.text, begin)
    if match is None:
        return None
    name = body.cut(begin, begin + len(match[0].rstrip(" .,'’/-")))
    words = name.text.split()
    sort = judge(name.folded)
    is_name = (
        len(words) <= _MOST_WORDS
        and have_capitals(one for one in words if one not in _JOINTS)
        and sort in (Sort.UNIT, Sort.FIELD, Sort.SENTENCE)
    )
    is_own = not is_known_field(name.folded) or len(words) > 1
    is_nobody = _NOBODY.match(name.folded) or _SHARED.fullmatch(words[-1].lower())
    return name if is_name and is_own and not is_nobody and len(name) > 1 else None
