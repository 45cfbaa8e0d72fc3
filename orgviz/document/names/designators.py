"""The number or letter behind a name in Latin letters that tells those of one sort apart: Design Team 2, Squad B."""

from __future__ import annotations

from orgviz.document.names.latin_endings import latin_ending, singular
from orgviz.document.names.sorts import Sort
from orgviz.document.names.words import words
from orgviz.patterns import pattern

_DESIGNATOR = pattern(
    r"(?P<name>\S.*?[a-z])(?: -)? (?:(?:no|nr|number)\.? ?|#)?"
    r"(?P<mark>(?!(?:19[5-9]|20[0-4])\d$)\d{1,5}(?:\.\d{1,2}){0,2}[a-z]?|[a-z]\d{0,2}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|alpha|beta|gamma|delta|epsilon|omega|bravo|charlie|echo|foxtrot)"
)
# What has a number in courses, contests, texts and programs as often as in an organisation.
_AMBIGUOUS = frozenset((
    "section", "unit", "group", "chapter", "circle", "panel", "cell", "desk", "watch", "hub", "board", "assembly",
    "centre", "center", "library", "school", "studio", "court", "staff", "company", "union", "federation", "chamber",
    "academy", "authority", "executive", "foundation", "association", "museum", "treasury", "registry", "lab", "lead",
    "leader", "head", "partner", "principal", "chief", "officer", "owner", "member", "speaker", "master", "expert",
    "author", "reviewer", "judge", "pilot", "prior", "teacher", "captain", "user", "workshop", "congress", "council",
    "presenter", "trainer", "administrator", "agent", "corps", "cluster", "branch", "house", "conductor", "reader",
))  # fmt: skip
# What is an organisation's own part as soon as it has a number.
_ONLY_NUMBERED = frozenset(("store", "platoon", "depot", "plant", "restaurant", "outlet"))
_PLAIN = ("team", "department", "division", "committee")
_PROGRAM = pattern(r"(?:[a-z]+ )?office 365")


def without_designator(text: str) -> str | None:
    """Return a folded name without the number or letter behind it; nothing where none stands there.

    >>> without_designator("design team 2"), without_designator("squad b"), without_designator("design team")
    ('design team', 'squad', None)
    """
    if text[-1:].isalpha() and len(text) - text.rfind(" ") > _LONGEST:
        return None
    match = _DESIGNATOR.fullmatch(text)
    return None if match is None or _PROGRAM.fullmatch(text) else match["name"]


_LONGEST = 8


def kind_with_number(parts: list[str]) -> Sort | None:
    """Return what the words before a number name: a unit or a post, where they can mean nothing else."""
    if not parts or parts[-1] != singular(parts[-1]):
        return None  # Nurses 12: so many of them
    if parts[-1] in _ONLY_NUMBERED:
        return Sort.UNIT
    if len(parts) == 1 and parts[0] in _AMBIGUOUS:
        return None
    known = words()
    is_sorting = len(parts) > 1 and all(part in known.latin_generic for part in parts)
    return None if is_sorting and parts[-1] not in _PLAIN and parts[0] != "working" else latin_ending(parts)
