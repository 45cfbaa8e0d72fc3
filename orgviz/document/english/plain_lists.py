"""Say an English list of units in the plainest form: teams such as A and B; works through two teams: A and B."""

from __future__ import annotations

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import NUMBER
from orgviz.document.english.plain_words import UNITS
from orgviz.document.english.reworded import together, word
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage, joined
from orgviz.patterns import pattern

_UNITS = rf"{UNITS}|business\sunits|squads|directorates|crews"
_WORK = pattern(r"'s\s(?:[a-z-]+\s)?(?:work|operations|activities|business|programs|programmes)$")
_DONE = pattern(r"(?:is|are)\s(?:carried\sout|done|handled|conducted)")  # what is done is no organisation
_COUNTED = pattern(rf"(?:the\sfollowing|{NUMBER})\s(?:[a-z-]+\s){{0,3}}(?:{_UNITS})$")
# What an organisation does with units that are counted or announced behind the verb.
_ANNOUNCED = pattern(
    r"(?<=[^\s,])\s(?P<verb>(?:operat|run|maintain|keep|featur|boast|work|function|rel|depend|rest)(?:s|es|e|y|ies)?"
    r"(?:\s(?:in|on|upon|as|through|with|by|via|across))?|(?:is|are)\s(?:run|served|supported|carried\sout|done|handled|conducted)\s(?:by|through)|"
    r"(?:has|have)\s(?:built|formed|created|established|set\sup))\s"
    rf"(?=(?:(?:the\sfollowing|its|several|various|{NUMBER})\s)?(?:[a-z-]+\s){{0,3}}(?:{_UNITS})\b)"
)
# Behind the class of the units: their names follow.
_NAMELY = pattern(
    rf"\b(?:{_UNITS}),?\s(?P<verb>such\sas|including|like|among\s(?:them|which\sare)|e\.g\.)[,:]?\s(?=[^:;]+$)"
    rf"|(?<=\bthe\s)(?:[a-z-]+\s)?(?:{_UNITS})\s(?P<of>of)\s(?=[^:;]+$)"
)


def with_plain_list(text: Passage) -> Passage:
    """Return a sentence that has the names of units behind a colon; others as they are.

    >>> from orgviz.document.text.passages import passage
    >>> with_plain_list(passage("The Mill runs several teams, including Sacks, Carts and the Yard", 1, 1)).text
    'The Mill has several teams : Sacks, Carts and the Yard'
    """
    text = _in_order(text)
    match = _NAMELY.search(text.folded)
    if match is not None and text.text[match.start()].islower() and _are_names(text.cut(match.end())):
        begin = match.start(match.lastgroup or "verb")
        text = together(text.cut(0, len(text.folded[:begin].rstrip(" ,"))), word(text, ":"), text.cut(match.end()))
    # The Works Department has three crews: a name is no verb.
    verbs = (one for one in _ANNOUNCED.finditer(text.folded) if text.text[one.start("verb")].islower())
    announced = next(verbs, None)
    if announced is None:
        return text
    listing = read_enumeration(text.cut(announced.end()))
    is_told = listing.class_word and len(listing.items) > 1 and listing.proper == 1
    is_counted = not listing.class_word and _COUNTED.match(text.folded, announced.end())
    if not (is_told or is_counted):
        return text
    work = _WORK.search(text.folded[: announced.start()])  # the work of the club is done by three teams: it has them
    who = text.cut(0, work.start() if work else announced.start("verb"))
    if work is None and _DONE.match(announced["verb"]):
        return together(word(text, "there are"), text.cut(announced.end("verb")))
    return together(who, word(text, "has"), text.cut(announced.end("verb")))


def _are_names(behind: Passage) -> bool:
    """Whether a list holds several names, and nothing but names of units."""
    items = read_enumeration(behind).items
    return len(items) > 1 and all(
        item.is_proper and item.stands_alone and item.sort not in (Sort.POST, Sort.SENTENCE) for item in items
    )


_FIRST = pattern(r"(?:the\s)?(?:first|one)(?:\s(?:one|of\sthe(?:m|se)))?\sis\s")
_NEXT = pattern(
    r"[,;]?\s(?:and\s)?(?:the\s)?(?:second|third|fourth|fifth|sixth|last|final|other|another)(?:\sone)?\s(?:is\s)?"
)


def _in_order(text: Passage) -> Passage:
    """Read `The first is Sacks, the second is Carts` behind what counted them as `these are Sacks, Carts`."""
    first = _FIRST.match(text.folded)
    if first is None:
        return text
    told = text.cut(first.end())
    parts = list(told.split(match.span() for match in _NEXT.finditer(told.folded)))
    if len(parts) < 2 or not all(part.text[:1].isupper() or part.folded.startswith("the ") for part in parts):
        return text
    return together(word(text, "these are"), joined(parts, ", "))
