"""Judge a list in Latin letters by what its items look like together: names of fields of work, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.items.walked import Verdict, Walk, entries_below
from orgviz.document.known.evidence import is_titled_person
from orgviz.document.names.entry import Entry, duty_words
from orgviz.document.names.judging import STRONG, Sort, bare, is_known_field, is_wide, singular
from orgviz.document.names.keys import Key, may_be_duty_key, read_key
from orgviz.document.names.promises import Promise
from orgviz.document.names.team_topics import is_team_topic
from orgviz.document.names.words import words
from orgviz.document.outline.nesting import Item
from orgviz.document.text.marks import LEGAL
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_MOST_WORDS = 6
_MOST_WORDS_LISTED = 12
_SHARE = 0.8
_STRONG_SHARE = 0.2
_SHARE_OF_UNITS = 0.3
_FEWEST = 3
_LONGEST_WIDE = 14  # characters
_NEAR = 200  # lines that are looked at around one


def are_capital_names(entries: list[Entry], share: float = 1.0) -> bool:
    """Whether items are short, begin with a capital letter and have nothing behind them, most or all of them."""
    return bool(entries) and sum(map(_is_capital_name, entries)) >= share * len(entries)


def _is_capital_name(entry: Entry) -> bool:
    text = entry.name.text
    words = bare(entry.name.folded).split()
    return (
        (entry.rest is None or entry.rest.folded.isdecimal())
        and entry.sort in (Sort.FIELD, Sort.UNIT, Sort.POST)
        and not is_wide(entry.name.folded)
        and (text[:1].isupper() or text[:1].isdecimal())
        and len(words) <= _MOST_WORDS
    )


def is_listed_name(item: Item, entry: Entry, promise: Promise) -> bool:
    """Whether an item that does not look like a name can be one in a list in which units were promised."""
    body = item.body
    if promise is not Promise.UNITS or item.form in ("#", "bold", "bare", *LEGAL) or entry.rest is not None:
        return False
    if is_wide(body.folded) or duty_words(body.folded) or any(sign in body.folded for sign in ".;:?!"):
        return False
    return len(body.folded.split()) <= _MOST_WORDS_LISTED and (entry.sort is Sort.ABSTRACT or "," in body.folded)


def are_told_fields(entries: list[Entry]) -> bool:
    """Whether items are fields of work with a sentence on each, and some say that they are units: Library: it lends."""
    if len(entries) < _FEWEST or not all(map(_is_told_field, entries)):
        return False
    units = sum(entry.sort is Sort.UNIT for entry in entries)
    known = sum(entry.sort is Sort.FIELD and is_known_field(entry.name.folded) for entry in entries)
    return units >= _SHARE_OF_UNITS * len(entries) and 2 * (units + known) >= len(entries)


def _is_told_field(entry: Entry) -> bool:
    name = entry.name
    is_name = entry.sort in (Sort.UNIT, Sort.FIELD) and name.text[:1].isupper() and not is_wide(name.folded)
    return is_name and entry.divider == ":" and entry.rest is not None and entry.rest.text.rstrip().endswith(".")


def are_mostly_names(entries: list[Entry]) -> bool:
    """Whether most of several items say that they are units or posts."""
    strong = sum(entry.sort in STRONG for entry in entries)
    return len(entries) >= _FEWEST - 1 and strong >= _SHARE * len(entries)


def is_titled_like_others(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether a title that does not look like a name has a head or members below it, as another title near it has."""
    if entry.sort not in (Sort.ABSTRACT, Sort.SENTENCE) or not _is_short(entry.name.folded):
        return False
    if _LISTED_NAME.fullmatch(entry.name.text) and _is_among_fields(walked, place):
        return True
    if entry.sort is Sort.ABSTRACT and any(is_titled_person(one) for one in entries_below(walked, place)):
        return True
    if not _tells_people(walked, place):
        return False
    near = range(max(0, place - _NEAR), min(len(walked.items), place + _NEAR))
    item = walked.items[place]
    alike = (one for one in near if walked.items[one].parent == item.parent and walked.items[one].form == item.form)
    return any(one != place and _tells_people(walked, one) for one in alike)


_LISTED_NAME = pattern(r"[A-Z]\w+(?: [A-Z]\w+)?(?:, [A-Z]\w+(?: [A-Z]\w+)?){1,3},? (?:and|&) [A-Z]\w+(?: \([A-Z&]+\))?")


def _is_among_fields(walked: Walk, place: int) -> bool:
    """Whether the headings beside one are mostly names of units and fields: Ear, Nose and Throat beside Cardiology."""
    sorts = walked.sorts_beside(place)
    names = sorts[Sort.FIELD] + sorts[Sort.UNIT]
    return walked.items[place].form in ("#", "bold") and names >= _FEWEST and 2 * names >= sorts.total()


def _is_short(folded: str) -> bool:
    return len(folded) <= _LONGEST_WIDE if is_wide(folded) else len(folded.split()) <= _MOST_WORDS


def _tells_people(walked: Walk, place: int) -> bool:
    """Whether behind a title or below it stands who leads or belongs to what it names."""
    return walked.entry(place).named.led or has_people(walked, place, Key.MEMBERS, Key.HEAD)


def has_people(walked: Walk, place: int, *keys: Key) -> bool:
    """Whether an item of one of these keys stands below an item."""
    return any(read_key(entry.name.folded) in keys for entry in entries_below(walked, place))


def is_caption(walked: Walk, place: int) -> bool:
    """Whether a title in small letters stands in a document whose other titles have capitals: words of a picture."""
    body = walked.items[place].body
    if walked.is_outline or is_wide(body.folded) or not body.text[:1].islower():
        return False
    titles = [item.body.text for item in walked.items[:_NEAR] if item.form == "bare"]
    return sum(title[:1].isupper() for title in titles) > _SHARE * len(titles)


_CLASSES = pattern(
    r"(?:[a-z-]+ ){1,2}(?:groups|teams|committees|departments|divisions|units|offices|boards|councils|bodies|sections)"
)


def is_title_of_classes(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether the one title over a whole document tells what sort of units it is about: Community groups."""
    if place or entry.rest is not None or not _CLASSES.fullmatch(entry.name.folded):
        return False
    if walked.items[place].form == "bare":
        is_apart = not walked.items[place].children and walked.items[1:2] and walked.items[1].line.after_blank
        return bool(is_apart) and len(walked.siblings(place)) >= _FEWEST
    if walked.items[place].form != "#":
        return False
    levels = [item for item in walked.items if item.form == "#" and item.parent == walked.items[place].parent]
    below = [child for child in walked.items[place].children if walked.items[child].form == "#"]
    return len(levels) == 1 and len(below) >= _FEWEST - 1


def without_title(walked: Walk, place: int, entries: list[Entry]) -> list[Entry]:
    """Return the entries of the titles beside an item without that of the whole text: How the mill works."""
    first = walked.siblings(place)[0]
    is_title = first == 0 and len(entries) > _FEWEST and walked.items[0].form in ("bare", "bold")
    return entries[1:] if is_title and entries[0].sort is Sort.SENTENCE else entries


def count_plain(entries: list[Entry]) -> int:
    """Return how many items are short names in small letters, in a list in which all are written so."""
    if any(is_wide(entry.name.folded) or entry.name.text[:1].isupper() for entry in entries):
        return 0
    return sum(
        entry.sort is Sort.FIELD
        and entry.rest is None
        and len(bare(entry.name.folded).split()) <= _MOST_WORDS
        and not is_known_field(entry.name.folded)
        for entry in entries
    )


def are_records(walked: Walk, place: int) -> bool:
    """Whether headings all have a key for duties below, and some say that they are posts or units: each is one."""
    item = walked.items[place]
    if item.form not in ("#", "bold"):
        return False
    key = (item.parent, f"records {item.form}")
    known = walked.verdicts.get(key)
    if known is None:
        are = _judge_records(walked, walked.siblings(place))
        known = walked.verdicts[key] = Verdict(are, NodeKind.POSITION, 0)
    return known.are_names


def _judge_records(walked: Walk, beside: Sequence[int]) -> bool:
    told = sum(_has_duty_key(walked, one) for one in beside)
    strong = sum(walked.entry(one).sort in STRONG for one in beside)
    return len(beside) >= _FEWEST and told >= _SHARE * len(beside) and strong >= _STRONG_SHARE * len(beside)


def _has_duty_key(walked: Walk, place: int) -> bool:
    below = (child for child in walked.items[place].children if may_be_duty_key(walked.items[child].body.folded))
    return any(read_key(walked.entry(child).name.folded) is Key.DUTY for child in below)


_ALSO_FIELDS = pattern(r"(?:[a-z]+ )?(?:events|sponsors|partners|customers|clients|products|policies)")


def is_field_too(name: str, promise: Promise) -> bool:
    """Whether a title that is otherwise a topic can be what a promised team works for; so can all in wide letters."""
    return is_wide(name) or (promise is Promise.UNITS and _ALSO_FIELDS.fullmatch(name) is not None)


def is_field_in_topic_words(entry: Entry) -> bool:
    """Whether a heading below teams is called as a topic elsewhere, but teams are called so too: Documentation."""
    return entry.rest is None and is_team_topic(entry.name.folded)


def is_role(walked: Walk, place: int, entry: Entry, promise: Promise) -> bool:
    """Whether sorting words name a role, among roles or by the text below: Maintainers."""
    return is_role_listed(entry, promise) or _is_role_told(walked, place, entry)


def is_role_listed(entry: Entry, promise: Promise) -> bool:
    """Whether a sorting word in the plural names a role where roles are promised: Maintainers, Leaders."""
    name = entry.name.folded
    is_plural_post = entry.rest is None and " " not in name and singular(name) in words().latin_posts
    return promise is Promise.POSTS and is_plural_post and name not in _OFFICERS


_ANYBODY = ("contributors", "members", "users", "participants", "people", "staff", "customers", "partners", "sponsors")


_OFFICERS = ("officers", "officials")
_TELLS_WHO = pattern(r"\b(?:officers|officials)\b[^.:;]{0,60}?\s(?:shall|will|are|include|consist|comprise)\b")


def _is_role_told(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether the text below a heading of sorting words says who is called so: Reviewers, below it Reviewers are."""
    name, children = " ".join(entry.name.folded.split()), walked.items[place].children
    last = name.split(" ")[-1]
    if entry.rest is not None or not children or last in _ANYBODY:
        return False
    first = walked.items[children[0]]
    text = first.body.folded if first.mark is None else ""
    if entry.sort is Sort.FIELD and _REPORTS.search(text) and not is_known_field(name) and singular(last) == last:
        return True
    if last in _OFFICERS and _TELLS_WHO.search(text):
        return False
    if singular(last) in words().latin_posts:
        is_said = text.startswith((f"{name} are ", f"the {singular(name)} is "))
        if is_said or re.match(rf"the {re.escape(name)} (?:of the [a-z]+ )?[a-z]+ (?!of\b)", text):
            return True
    is_agent = last.endswith(("ers", "ors", "ists")) and _OF_ROLES.search(walked.items[0].body.folded) is not None
    return is_agent and re.match(rf"(?:[\w.]+ ){{0,3}}?{re.escape(name)} [a-z]*(?:ss|[^s\W]) ", text) is not None


# Kite Major, and below it: Flies first. Reports to the Warden.
_REPORTS = pattern(
    r"(?:^|\. )(?:(?:she|he|they|this (?:role|post|position|person)) )?reports? (?:directly )?to (?:the |our )?[a-z]"
)
_OF_ROLES = pattern(r"\b(?:governance|roles|community|leadership)\b")


def is_link(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether a title without a telling word stands between blank lines with nothing below, as links of a page do."""
    item = walked.items[place]
    if item.form != "bare" or item.children or is_wide(entry.name.folded) or entry.rest is not None:
        return False
    ends = place + 1 == len(walked.items) or walked.items[place + 1].line.after_blank
    return item.line.after_blank and ends and not item.line.indent


def is_action(text: str) -> bool:
    """Whether a German heading says what is done, with its verb at the end: Teams im Portal verwalten."""
    return re.search(r"[A-ZÄÖÜ].* [a-zäöü]{2,}(?:en|ern|eln)$", text) is not None
