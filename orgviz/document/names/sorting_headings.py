"""Tell English headings that sort what stands below them from names: Staff by Department, Roles and Teams."""

from __future__ import annotations

from orgviz.document.names.latin_endings import latin_ending, singular
from orgviz.document.names.sorts import Sort
from orgviz.document.names.words import words
from orgviz.patterns import pattern

# What a heading is about that goes on with of or for: Structure of the Trust.
SORTING_HEADS = (
    "structure",
    "chain",
    "levels",
    "hierarchy",
    "chart",
    "organogram",
    "overview",
    "responsibilities",
    "roles",
    "duties",
    "role",
    "members",
    "framework",
)
# What shows how something is built, be it no organisation: Seasonal Structure.
_DRAWINGS = ("structure", "structures", "hierarchy", "organogram", "framework")
_OPENINGS = ("positions", "roles", "jobs", "posts", "vacancies", "openings")
_SAMPLES = ("example", "examples", "sample", "diagram", "tree", "view", "map")
_WHOLES = frozenset(
    ("institute", "school", "company", "hospital", "university", "agency", "association", "college", "corporation")
)


def sorts_by_class(text: str, parts: list[str]) -> bool:
    """Whether a heading of such words says how something is sorted, or joins two sorts: Committees and Chairs."""
    if _BY_CLASS.search(text) or _names_two_sorts(parts):
        return True
    return _AND_UNITS.fullmatch(text) is not None or _UNITS_AT.match(text) is not None


def _names_two_sorts(parts: list[str]) -> bool:
    """Whether a heading joins two sorts of which there are several each: Committees and Chairs."""
    known = words()
    if len(parts) != 3 or parts[1] not in ("and", "&") or not all(part.endswith("s") for part in (parts[0], parts[2])):
        return False
    are_sorts = [part in known.latin_generic for part in (parts[0], parts[2])]
    tell = [singular(part) in known.latin_posts or singular(part) in known.latin_units for part in (parts[0], parts[2])]
    return any(are_sorts) and all(one or other for one, other in zip(are_sorts, tell, strict=True)) and any(tell)


_MANY = (
    r"(?:teams|departments|divisions|units|offices|sections|committees|groups|branches|bureaus|boards|councils|squads|"
    r"programs|programmes)"
)
# What a page is about: Leadership & Departments, Divisions and Staff, Levels and Teams.
_UNITS_AT = pattern(rf"(?:(?:the|our|main|key|different|typical|various) )*{_MANY} (?:at|in|within|across|inside) ")
# How something is sorted: Unit Structure by Directorate, Staff by Department.
_BY_CLASS = pattern(
    rf"\b(?:structures?|chart|hierarchy|overview|staff|headcount|roles|positions|people|{_MANY}) by [a-z ]+$"
)
_AND_UNITS = pattern(rf"[a-z]+(?: [a-z]+)? (?:and|&) {_MANY}|{_MANY} (?:and|&) [a-z]+s?")


_LONGEST_OF_ROLES = 4
_ALL_OF = ("roles", "positions", "posts", "jobs", "people", "members", "titles")  # All Roles (Alphabetical)


def only_sorts(parts: list[str]) -> bool:
    """Whether words together name no one unit: other departments, our school, hospital structure."""
    known = words()
    if parts[0] == "other":
        return latin_ending(parts) is Sort.UNIT
    if parts[0] in ("open", "available", "current") and len(parts) == 2 and parts[1] in _OPENINGS:
        return True
    if parts[0] == "our" and len(parts) == 2:
        return parts[1] in _WHOLES
    if parts[-1] == "roles" and 1 < len(parts) <= _LONGEST_OF_ROLES:
        return True  # Executive Security Roles: a heading over posts
    if parts[-1] in _DRAWINGS and len(parts) > 1:
        return latin_ending(parts[:-1]) is None
    is_sample = parts[-1] in _SAMPLES and len(parts) > 1 and parts[-2] in SORTING_HEADS
    if is_sample or (parts[0] == "all" and len(parts) > 1 and parts[1] in _ALL_OF):
        return True
    return parts[-1] in SORTING_HEADS and all(part in _WHOLES or part in known.latin_generic for part in parts[:-1])
