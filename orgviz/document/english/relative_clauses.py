"""Take a relative clause off an English sentence, which says who stands below whom: to whom two Clerks report."""

from __future__ import annotations

from orgviz.document.english.reworded import together, word
from orgviz.document.names.entry import masked
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_WHOM = pattern(
    r",\s(?:(?:under|below|beneath)\s(?:whom|which)\s(?:are|is|there\sare|serve|work|stand)\s(?P<under>[^;:]+)$|"
    r"to\swhom\s(?P<below>[^;:]+?)\s(?:directly\s)?(?:reports?|answers?|are\sresponsible|are\saccountable)$)"
)
_ONE_NAMED = pattern(
    r"\bby\s(?P<by>(?:the|an?)\s[^,;]{2,60})$|\b(?P<last>(?:the|an?)\s(?:(?!(?:the|an?)\s)[^,;]){2,60})$"
)


# Below the Board is the Executive Committee, which includes: what is told of the last one named.
_ORDER = pattern(r"(?:below|under|beneath|reporting|next|second|at\sthe\s(?:top|head))\b")
_OF_LAST = pattern(
    r",\s(?:which|who)\s(?P<said>(?:in\sturn\s|also\s)?(?:includes?|contains?|consists?\sof|comprises?|oversees?|supervises?|manages?|leads?|"
    r"has|have|reports?\s(?:directly\s)?to|(?:is|are)\s(?:led|headed|chaired|managed|assisted|supported|made\sup|composed)\s(?:by|of))\s"
    r"[^;:]+)$"
)


def _one_named(text: Passage) -> Passage | None:
    """Return the one that a text names last, or by whom something is done."""
    match = _ONE_NAMED.search(text.folded)
    return text.cut(*match.span(match.lastgroup or 0)) if match else None


def _of_last(text: Passage) -> tuple[Passage, ...]:
    match = _OF_LAST.search(masked(text.folded)) if _ORDER.match(text.folded) else None
    if match is None:
        return (text,)
    first = text.cut(0, match.start())
    named = _one_named(first)
    return (text,) if named is None else (first, together(named, text.cut(*match.span("said"))))


def clauses(text: Passage) -> tuple[Passage, ...]:
    """Return the sentences that one sentence holds: `led by the Chief, to whom two Clerks report` tells of two things.

    >>> from orgviz.document.text.passages import passage
    >>> [one.text for one in clauses(passage("The Mill is led by the Chief, to whom two Clerks report", 1, 1))]
    ['The Mill is led by the Chief', 'two Clerks report to the Chief']
    """
    match = _WHOM.search(masked(text.folded))
    first = text.cut(0, match.start()) if match else text
    above = _one_named(first) if match else None
    if match is None or above is None:
        return _of_last(text)
    below = text.cut(*match.span(match.lastgroup or 0))
    return first, together(below, word(text, "report to"), above)
