"""Tell a title that says that an organisation is described below it: Organization of the Institute."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.document.outline.nesting import Item
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_FIRST = 3  # items among which a title stands
_LONGEST = 80
_BUILT = (
    r"(?:(?:internal|administrative|general|overall|basic)\s(?:and\s\w+\s)?)?(?:organi[sz]ation(?:al\s(?:structure|chart|set-?up))?|"
    r"structure|hierarchy|chain\sof\scommand|departments|divisions|units|offices|administration|governance|leadership)"
)
_ANNOUNCES = pattern(
    rf"(?:the\s)?{_BUILT}(?:\sand\s(?:the\s)?{_BUILT})?\s(?:of|at|in|within)\s(?:the|our|an?|this)\s(?!\w+ing\b)[^.;]+"
    rf"|[^.;,]+?(?:'s?)?\s(?:organi[sz]ational\sstructure|organi[sz]ation\schart|departments\sand\sdivisions|divisions\sand\sdepartments|"
    r"chain\sof\scommand)"
    r"|how\s(?:the|our|an?)\s[^.;,]+?\sis\s(?:organi[sz]ed|structured|governed|run)"
)
# Of what else is built of parts.
_THINGS = pattern(
    r"\b(?:documents?|books?|reports?|code|repositor(?:y|ies)|software|systems?|apps?|applications?|data|files?|website|"
    r"sites?|course|courses|sentence|essay|article|paper|page|pages|text|matter|cells?|proteins?|atoms?|network|market|"
    r"thesis|project\sfiles|kitchen\scabinets|brain|language|memory|database|chapters?|folder|pipeline|product|products)\b"
)


def announced_title(items: Sequence[Item]) -> Passage | None:
    """Return the title that announces how an organisation is built; nothing where none of the first lines does."""
    return next((item.body for item in items[:_FIRST] if announces(item)), None)


def announces(item: Item) -> bool:
    """Whether an item is a title that announces how an organisation is built."""
    if item.mark is None or item.form not in ("#", "bare", "bold") or len(item.body) > _LONGEST:
        return False
    name = item.body.folded.rstrip(" :?")
    return _ANNOUNCES.fullmatch(name) is not None and _THINGS.search(name) is None
