"""Say the verb again where an English sentence leaves it out: A reports to the Dean, B and C to the Bursar."""

from __future__ import annotations

from itertools import pairwise

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.reworded import together
from orgviz.document.names.entry import masked
from orgviz.document.names.judging import Sort
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_VERB = pattern(
    r"\s(?P<verb>(?:(?:is|are|will\sbe)\s(?:(?:now|currently)\s)?(?:[a-z]+ed|led|run)(?:\sup)?\s(?P<by>by)|"
    r"(?:(?:will|directly|all|both|now)\s)*(?:reports?|answers?|belongs?)(?:\sdirectly)?\s(?P<to>to)))\s"
)
_JOINT = pattern(r"[,;]\s(?:(?:and|while)\s)?|\s(?:and|while)\s")


def with_verbs(text: Passage) -> tuple[Passage, ...]:
    """Return the sentences that one holds whose verb stands only once; others as they are.

    >>> from orgviz.document.text.passages import passage
    >>> [one.text for one in with_verbs(passage("Sales reports to Ann Lee, Tills and Stock to Bo Ray", 1, 1))]
    ['Sales reports to Ann Lee', 'Tills and Stock reports to Bo Ray']
    """
    outside = masked(text.folded)
    verb = _VERB.search(outside)
    if verb is None or _VERB.search(outside, verb.end() - 1):
        return (text,)
    joint = f" {verb['by'] or verb['to']} "
    ends = [verb.end()]
    while (place := outside.find(joint, ends[-1])) >= 0:
        ends.append(place + len(joint))
    if len(ends) < 2:
        return (text,)
    said = [text.cut(0, verb.end())]
    for begin, end in pairwise(ends):
        gap = _at_subject(text.cut(begin, end - len(joint)))
        if gap is None:
            return (text,)
        above, below = gap
        said[-1] = together(said[-1], above)
        said.append(together(below, text.cut(*verb.span("verb"))))
    said[-1] = together(said[-1], text.cut(ends[-1]))
    return tuple(said)


def _at_subject(between: Passage) -> tuple[Passage, Passage] | None:
    """Divide what stands between two verbs into whom the first names and of whom the second speaks."""
    matches = list(_JOINT.finditer(masked(between.folded)))
    stops = [match for match in matches if match[0][0] in ",;"]
    for match in stops or matches[-1:]:
        above, below = between.cut(0, match.start()), between.cut(match.end())
        if above.text and _are_names(below):
            return above, below
    return None


def _are_names(text: Passage) -> bool:
    """Whether a text is one or several names, each with a capital or an article."""
    items = read_enumeration(text).items
    return bool(items) and all(
        (item.is_proper or item.before in ("the", "our", "its"))
        and item.sort is not Sort.SENTENCE
        and not item.rest.text
        and (item.name.text[:1].isupper() or item.before)
        for item in items
    )
