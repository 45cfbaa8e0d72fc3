"""Fields of work that are shown to be units by what stands behind or below them: people, numbers, a status."""

from __future__ import annotations

from orgviz.document.english.plain import is_doer
from orgviz.document.items.latin_lists import has_people
from orgviz.document.items.walked import Walk, entries_below
from orgviz.document.known.staff import staff_in_bracket
from orgviz.document.names.crew import read_crew, tells_who
from orgviz.document.names.entry import Entry, duty_words
from orgviz.document.names.judging import Sort, bare, is_known_field, is_wide, judge
from orgviz.document.names.keys import Key
from orgviz.document.text.capitals import have_capitals
from orgviz.model import NodeKind, Status
from orgviz.patterns import pattern

_MOST_WORDS = 3


def is_shown_by_numbers_or_members(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether a field of work has members below it, or behind it how many people do it: it is surely a unit."""
    if is_wide(entry.name.folded):
        return False
    return has_people(walked, place, Key.MEMBERS) or (
        entry.rest is not None and _PEOPLE.fullmatch(entry.rest.folded) is not None
    )


def is_shown_unit(entry: Entry) -> bool:
    """Whether a field of work with a capital has behind it who works there, that nobody does, or its status."""
    if is_wide(entry.name.folded) or entry.sort is not Sort.FIELD or not entry.name.text[:1].isupper():
        return False
    if entry.rest is None:
        named = entry.named
        is_told = named.status not in (Status.ACTIVE, Status.OPTIONAL)  # things may be optional, too
        return has_staff_in_bracket(entry) or named.vacant or is_told or named.seats is not None
    if entry.divider == "verb":
        return False
    if has_staff_in_bracket(entry):
        return True
    crew = read_crew(entry.rest)
    tells_posts = any(clause.post is not None for _, clause in crew.told)
    return bool(crew.told) and not crew.left and (tells_posts or is_known_field(entry.name.folded))


def is_staffed(entry: Entry) -> bool:
    """Whether behind a name with a capital, which tells no sort, stands who works there and nothing else.

    Design: Flo, Ann Lee (lead); Returns: vacant.
    """
    if entry.sort is not Sort.FIELD or entry.divider not in (":", "-") or entry.rest is None:
        return False
    is_name = entry.name.text[:1].isupper() and len(entry.name.folded.split()) <= _MOST_WORDS
    return is_name and not is_wide(entry.name.folded) and tells_who(entry.rest)


def has_staff_in_bracket(entry: Entry) -> bool:
    """Whether a name has posts with their holders or numbers in a bracket: Billing (Lead: Max Vogt, 2 clerks)."""
    staff = staff_in_bracket(entry.named)[1] if entry.name.folded.endswith(")") else ()
    return any(post.holders or (post.seats and judge(post.name.folded) is Sort.POST) for post in staff)


def is_counted(entry: Entry) -> bool:
    """Whether behind a field of work stands how many people do it: 前端开发 2人."""
    is_field = entry.sort in (Sort.FIELD, Sort.POST) and is_wide(entry.name.folded)
    return is_field and entry.rest is None and entry.named.seats is not None


def is_field_with_capital(entry: Entry) -> bool:
    """Whether an item is nothing but a known field of work with a capital."""
    is_short = len(bare(entry.name.folded).split()) < _MOST_WORDS + 1 and not duty_words(entry.name.folded)
    return entry.rest is None and entry.name.text[:1].isupper() and is_short and is_known_field(entry.name.folded)


def has_fields_below(walked: Walk, place: int) -> bool:
    """Whether all that stands right below an item are known fields of work: G&A (30), below it Finance and Legal."""
    below = entries_below(walked, place)
    return len(below) > 1 and all(map(is_field_with_capital, below))


def stands_below_counted(walked: Walk, place: int) -> bool:
    """Whether an item stands below a unit behind which, too, the number of its people stands: Growth (7), SEO (2)."""
    parent = walked.items[place].parent
    made = None if parent is None else walked.made[parent]
    if parent is None or made is None or walked.entry(parent).named.seats is None:
        return False
    return walked.state.register.entities[made].kind is NodeKind.UNIT


_PEOPLE = pattern(r"(?:~|about |approx(?:imately|\.)? )?\d{1,5}\+?(?: (?:people|employees|staff|members|fte))?")


def is_work_below_post(walked: Walk, above: int, entry: Entry) -> bool:
    """Whether a name below a post is that of work, and not of one who does it: Housing, below the Vice President."""
    name = entry.name
    if walked.state.register.entities[above].kind is not NodeKind.POSITION or is_wide(name.folded):
        return False
    is_name = entry.sort is Sort.FIELD and entry.named.seats is None and have_capitals(name.text.split())
    return is_name and not is_doer(name.folded.split()[-1])


def tells_people_of_team(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether a list tells of fields of work how many people each has, which none of them holds: SRE - 4 people."""
    if entry.sort not in (Sort.POST, Sort.FIELD) or not _tells_people(walked, place):
        return False
    if is_doer(entry.name.folded.split()[-1]):
        return False
    key = (walked.items[place].parent, f"people {walked.items[place].form}")
    if key not in walked.people:
        beside = walked.siblings(place)
        fields = sum(walked.entry(one).sort is Sort.FIELD and _tells_people(walked, one) for one in beside)
        walked.people[key] = 2 * fields >= len(beside) > 1
    return walked.people[key]


def _tells_people(walked: Walk, place: int) -> bool:
    """Whether behind a name, or in a bracket there, stands how many people work for what it names."""
    body = walked.items[place].body
    return not is_wide(body.folded) and _OF_TEAM.search(body.folded) is not None


_OF_TEAM = pattern(
    r"^[^,:;]{2,40}?(?:\s[-–—]{1,2}\s|\s?[(:,]\s?|\s)\d{1,4}\s(?:people|persons|staff|members|employees|fte|ftes)\b"
)
