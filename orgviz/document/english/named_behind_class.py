"""Say of posts and units by their names what a sentence says of them as a class: two deputies: A and B, report to C."""

from __future__ import annotations

from orgviz.document.english.lists import read_enumeration
from orgviz.document.english.phrases import NUMBER
from orgviz.document.english.reworded import together
from orgviz.document.names.judging import STRONG
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_NAMED = pattern(
    rf"(?:(?:the|our|all|its)\s)?{NUMBER}\s[^,:;()–—]{{3,40}}?(?P<sign>:|,\snamely:?|\s[–—-]|\s\()\s?(?P<names>[^:;()–—]{{5,200}}?)"
    r"(?:,|\s[–—-]|\)|)\s(?P<said>(?:(?:all|both|each|also|directly|will|shall)\s)*(?:reports?|answers?|assists?|supports?|"
    r"are\s(?:supervised|managed|led|overseen)|(?:are|is)\s(?:part\sof|responsible\sto|accountable\sto)|belong|work)\s.{3,})"
)


def names_for_class(text: Passage) -> Passage:
    """Return a sentence on the names that it holds behind their class and number; others as they are.

    >>> from orgviz.document.text.passages import passage
    >>> names_for_class(passage("Two Deputies: Deputy of Mills and Deputy of Yards, report to the Warden", 1, 1)).text
    'Deputy of Mills and Deputy of Yards report to the Warden'
    """
    match = _NAMED.fullmatch(text.folded)
    if match is None:
        return text
    names = text.cut(*match.span("names"))
    items = read_enumeration(names).items
    are_names = len(items) > 1 and all(
        item.sort in STRONG and (item.is_proper or item.before == "the") and not item.rest.text for item in items
    )
    return together(names, text.cut(match.start("said"))) if are_names else text
