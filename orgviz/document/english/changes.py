"""Say plainly what a notice of changes says of units: A moves under B, A stays with the CTO, A becomes its own team."""

from __future__ import annotations

import re
from collections.abc import Callable

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.mergers import as_merged
from orgviz.document.english.phrases import Phrase, read_phrase
from orgviz.document.english.reworded import together, word
from orgviz.document.english.titled_names import is_called_person
from orgviz.document.names.judging import STRONG, Sort, is_known_field
from orgviz.document.text.passages import Passage, joined
from orgviz.patterns import pattern

_CLASS = r"(?:department|division|team|unit|group|function|squad|section|office|branch|business\sunit|directorate)"
_WHO = r"(?P<who>[^:;]{2,120}?)\s(?:(?:will|is|are|has|have|now|also|both|all|be|been)\s)*"
_FROM = r"(?:(?:over|across|away|out|back)\s)?(?:from\s[^,:;]{2,50}?\s)?"
_MOVES = pattern(
    rf"{_WHO}(?:moves?|moved|moving|transfers?|transferred|transferring|shifts?|shifted|goes|go|migrates?|switch(?:es|ed)?)"
    rf"\s{_FROM}(?P<how>(?:in)?to|under|below|beneath|within|over\sto)\s(?P<above>[^:;]{{2,60}}?)"
    r"(?P<and>,?\sand\s(?:(?:will|now|directly)\s)*reports?\s.{4,80})?"
)
_STAYS = pattern(
    rf"{_WHO}(?:(?:stays?|remains?|continues?|sits?)\s)+(?P<how>with|under|in|within|part\sof|to\s(?:sit|be|report)\s"
    r"(?:under|with|to|in|part\sof))\s(?P<above>[^:;]{2,60})"
)
_OWN = pattern(
    r"(?P<who>[^,:;]{2,80}?)\s(?:now\s)?(?:becomes?|will\s(?:become|be)|(?:is|are)\s(?:now|becoming))\s(?:(?:an?|its|their)\s)?"
    rf"(?:[a-z-]+\s){{0,2}}{_CLASS}s?(?:\s(?:of\s(?:its|their)\sown|in\s(?:its|their)\sown\sright))?"
    r"(?:,?\sand\s(?:(?:will|now|directly)\s)*(?:reports?|answers?)(?:\sdirectly)?\sto|,?\sreporting(?:\sdirectly)?\sto)\s"
    r"(?P<above>[^:;]{2,60})"
)
_NEW = pattern(
    r"(?:(?:we|the\s(?:company|board|council|university|college|group|firm|association))\s)?(?:(?:will|are|is|have|has|also|"
    r"be|now)\s)*(?:creat|form|establish|launch|introduc|set)(?:e|es|ed|ing|s|ting)?\s(?:up\s)?(?:a|one)\s(?:brand[\s-])?new\s"
    r"(?P<who>[^,:;]{3,60}),\s(?:(?:to\sbe|which\s(?:is|will\sbe)|and)\s)?(?P<verb>(?:led|headed|run|managed|chaired|"
    r"overseen)\s(?:up\s)?by|which\s(?:reports|will\sreport)\sto|reporting(?:\sdirectly)?\sto)\s(?P<above>[^:;]{2,60})"
)
_MERGED = pattern(
    r"[^:;]{3,160}?\s(?:(?:will|are|is|have|been|be|being)\s)*(?:merg(?:e|es|ed|ing)|combin(?:e|es|ed|ing))\s(?:[^:;]{3,160}?\s)?"
    r"(?:in)?to\s(?:(?:form|create)\s)?(?:(?:an?|one|the)\s)?(?:(?:new|single|joint|combined)\s){0,2}(?P<who>[^,:;]{3,60}),\s"
    r"(?:(?:to\sbe|which\s(?:is|will\sbe))\s)?(?P<verb>(?:led|headed|run|managed|chaired|overseen)\s(?:up\s)?by|"
    r"reporting(?:\sdirectly)?\sto)\s(?P<above>[^:;]{2,60})"
)
_TEAM = pattern(
    r"(?P<who>(?:his|her|their)\s(?:new\s|own\s)?(?:team|organi[sz]ation|area|division|department))\s"
    r"(?P<verb>(?:(?:will|now|also)\s)*(?:includes?|comprises?|covers?|has))\s.{3,200}"
)
_JOINS = pattern(
    rf"{_WHO}(?:joins?|joined|joining|merges?\swith)(?P<how>)\s(?P<above>[^:;]{{2,60}}?)(?P<and>,?\sand\s(?:(?:will|now|"
    r"directly)\s)*reports?\s.{4,80})?"
)
_MAY_BE = pattern(
    r"\b(?:join|his\b|her\b|their\b|mov|transfer|shift|go(?:es)?\b|migrat|switch|stay|remain|continue|sit|becom|"
    r"will be|(?:is|are) now|new|merg|combin)"
)
_CURRENTLY = pattern(
    r"(?P<who>[^,:;]{5,40}?),\s(?:(?:who\sis\s)?(?:currently|formerly|previously|until\snow|(?:our|the)\s(?:current|former))\s|"
    r"formerly\s)[^,:;]{3,60},\s(?=(?:becomes|will\s(?:become|be|take\sover|lead)|takes\sover|has\sbeen|is\s(?:promoted|"
    r"appointed|now)|was\s(?:promoted|appointed)|moves|steps|joins)\b)"
)


# What is so now is so: the department now consists of, Tom will now report to.
_NOW = pattern(
    r"\s(?:now|henceforth|currently|still|also\snow)(?=\s(?:consists?|comprises?|has|have|reports?|includes?|leads?|manages?|"
    r"oversees?|supervises?|runs?|heads?|belongs?|sits?|contains?|directs?|be)\b)"
)


def _without_now(text: Passage) -> Passage:
    """Leave out that what is said is so now."""
    found = [match.span() for match in _NOW.finditer(text.folded)]
    return joined(text.split(found), " ") if found else text


def as_changed(text: Passage) -> Passage:
    """Return a sentence on a change as one that says where all stand behind it; others as they are.

    >>> from orgviz.document.text.passages import passage
    >>> as_changed(passage("Marketing moves from Operations to Sales", 1, 1)).text
    'Marketing is part of Sales'
    """
    text = _without_now(text)
    if _MAY_BE.search(text.folded) is None:
        return text
    for form, plainly in _FORMS:
        match = form.fullmatch(text.folded)
        said = plainly(text, match) if match is not None else None
        if said is not None:
            return said
    return as_merged(text) or text


def without_former_post(text: Passage) -> Passage:
    """Leave out what somebody was before: Ann Lee, currently Head of Data, becomes CTO."""
    match = _CURRENTLY.match(text.folded) if "," in text.folded else None
    if match is None or not is_called_person(text.cut(*match.span("who"))):
        return text
    return together(text.cut(*match.span("who")), text.cut(match.end()))


def _placed(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `A and B move under C`: they are part of C, or report to C, who holds a post."""
    who, behind = text.cut(*match.span("who")), text.cut(*match.span("above"))
    above, items = read_phrase(behind), read_enumeration(who).items
    if not items or not all(map(_is_unit_or_post, items)) or not _may_be_above(above, match["how"]):
        return None
    if above.sort is Sort.POST or (above.sort is not Sort.UNIT and is_called_person(above.name)):
        return together(who, word(text, "report to" if len(items) > 1 else "reports to"), behind)
    return (
        None
        if above.rest.text
        else together(who, word(text, "are part of" if len(items) > 1 else "is part of"), behind)
    )


def _is_unit_or_post(item: Phrase) -> bool:
    is_name = item.sort in STRONG or (item.sort is Sort.FIELD and item.has_capitals)
    return is_name and not item.rest.text and (item.is_proper or item.before in ("the", "our"))


def _may_be_above(above: Phrase, how: str) -> bool:
    """Whether somebody may stand below a name: what goes to a place or into a state is no part of that."""
    if above.count is not None or not (above.is_proper or above.before in ("the", "our")):
        return False
    if above.sort in STRONG:
        return True
    is_open = how in ("under", "below", "beneath") and above.has_capitals and above.sort is Sort.FIELD
    return is_open or (above.has_capitals and is_known_field(above.name.folded))


def _team(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `Her team includes Infrastructure and the Service Desk`: these are all there is in it."""
    items = read_enumeration(text.cut(match.end("verb"))).items
    if not items or not all(map(_is_unit_or_post, items)):
        return None
    return together(text.cut(*match.span("who")), word(text, "consists of"), text.cut(match.end("verb")))


def _own(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `A becomes a department of its own and reports to B`: A reports to B."""
    who, behind = text.cut(*match.span("who")), text.cut(*match.span("above"))
    if not all(map(_is_unit_or_post, read_enumeration(who).items)) or read_phrase(behind).sort not in STRONG:
        return None
    return together(who, word(text, "reports to"), behind)


def _founded(text: Passage, match: re.Match[str]) -> Passage | None:
    """Read `We are creating a new Data team, led by Ann Lee`: the Data team is led by Ann Lee."""
    who = text.cut(*match.span("who"))
    unit = read_phrase(who)
    if unit.sort is not Sort.UNIT or not unit.is_proper or unit.rest.text:
        return None
    verb = "reports to" if "report" in match["verb"] else "is led by"
    return together(word(text, "the"), who, word(text, verb), text.cut(*match.span("above")))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[Passage, re.Match[str]], Passage | None]], ...] = (
    (_OWN, _own),
    (_MERGED, _founded),
    (_NEW, _founded),
    (_MOVES, _placed),
    (_JOINS, _placed),
    (_STAYS, _placed),
    (_TEAM, _team),
)
