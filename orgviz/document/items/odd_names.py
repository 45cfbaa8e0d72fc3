"""Tell words that sort, or that are talked about, which name a unit for all that by what stands around them."""

from __future__ import annotations

from collections import Counter, defaultdict

from orgviz.classify import built_in_lexicon
from orgviz.document.items.walked import HEADINGS, Walk, entries_below
from orgviz.document.known.evidence import is_titled_person
from orgviz.document.known.register import ROOT
from orgviz.document.names.entry import Entry
from orgviz.document.names.judging import Sort, ends_as_unit, is_wide
from orgviz.document.names.notes import people_in
from orgviz.document.names.promises import Promise
from orgviz.document.outline.columns import PEOPLE, Column, column_of
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.marks import LEGAL
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

# Words of which even several together name no group: 内部单位, 人员编制.
_ONLY_SORTS = pattern(
    r"(?:内部|内设|下属|所属|组织|机构|架构|结构|部门|单位|设置|人员|岗位|职位|编制|配置|构成|组成|概况|简介"
    r"|一览|图|表|及|和|与|的)+"
)

_AMOUNT = pattern(r"\d{1,4}\s*(?:个|项|개|건|件|つ)?")  # Functions: 2개


def is_group(walked: Walk, place: int, entry: Entry, promise: Promise) -> bool:
    """Tell sorting words that name a group of units from those that only sort."""
    item = walked.items[place]
    is_counted = entry.rest is not None and _AMOUNT.fullmatch(entry.rest.folded) is not None
    if built_in_lexicon().group_type(entry.name.folded) is not None and entry.divider != "verb" and not is_counted:
        return True
    if item.form in HEADINGS and entry.rest is None and _COMMITTEE.fullmatch(entry.name.folded):
        return names_its_people(walked, place)
    is_alike = entry.rest is not None and _are_made_alike(walked, place, entry)
    if (entry.divider == ":" or is_alike) and _is_one_of_fields(
        walked, place, entry, promise, 2 if is_alike else _MANY
    ):
        return True
    if entry.rest is not None:
        return False
    form = item.form
    if promise is Promise.UNITS and form not in HEADINGS and ends_as_unit(entry.name.folded):
        return True
    if _is_class_beside_units(walked, place, entry) or _is_one_of_fields(walked, place, entry, promise):
        return True
    if _ONLY_SORTS.fullmatch(entry.name.folded):
        return False
    return walked.is_outline and bool(item.children) and form not in ("bare", "#", *LEGAL)


_COMMITTEE = pattern(r"(?:(?:the|our|club) )?committee")
_FEWEST_PEOPLE = 2


def names_its_people(walked: Walk, place: int) -> bool:
    """Whether what stands right below a heading tells of several people who holds which post, in a list or a table."""
    below = entries_below(walked, place)
    told = sum(is_titled_person(one) or (one.sort is Sort.POST and _is_held(one)) for one in below)
    headers = [walked.items[one].line.cells for one in walked.items[place].children]
    columns = [{_column(cell) for cell in header} for header in headers if header]
    return told >= _FEWEST_PEOPLE or any(Column.POST in found and found & PEOPLE for found in columns)


def _column(cell: Passage) -> Column | None:
    return Column.POST if cell.folded in ("role", "office") else column_of(cell.text)


def _is_held(entry: Entry) -> bool:
    return entry.rest is not None and bool(people_in(entry.rest))


_MANY = 3  # of so many names, one may be a word that sorts elsewhere: Charts beside Tides and Coast


def _is_one_of_fields(walked: Walk, place: int, entry: Entry, promise: Promise, of: int = _MANY) -> bool:
    """Whether sorting words stand in a list of units among names of fields of work, written as these are."""
    if walked.items[place].form in HEADINGS or is_wide(entry.name.folded):
        return False
    sorts = walked.sorts_beside(place)
    parent = walked.items[place].parent
    if entry.name.folded == "people" and parent is not None and walked.made[parent] is not None:
        return sorts[Sort.FIELD] + sorts[Sort.UNIT] >= sorts[Sort.GENERIC]  # beside Finance, below Operations
    if promise is not Promise.UNITS and not (walked.is_outline and parent is not None):
        return False
    is_name = entry.name.text[:1].isupper() and not entry.name.folded.startswith(("other", "all", "the "))
    return is_name and of * sorts[Sort.GENERIC] <= sorts[Sort.GENERIC] + sorts[Sort.FIELD] + sorts[Sort.UNIT]


def may_be_one_of_fields(walked: Walk, place: int, entry: Entry, above: int, promise: Promise) -> bool:
    """Whether a name that is talked about elsewhere stands below a unit among its parts: Brand, Performance."""
    item, entities = walked.items[place], walked.state.register.entities
    is_below = item.parent is not None and walked.made[item.parent] == above != ROOT
    if (
        entry.sort is not Sort.ABSTRACT
        or not is_below
        or entities[above].kind is not NodeKind.UNIT
        or (entry.rest is not None and not _are_made_alike(walked, place, entry))
    ):
        return False
    if item.form in HEADINGS or is_wide(entry.name.folded) or promise in (Promise.NOTHING, Promise.DUTIES):
        return False
    sorts = walked.sorts_beside(place)
    names = sorts[Sort.FIELD] + sorts[Sort.UNIT]
    is_few = sorts[Sort.ABSTRACT] <= names == sorts.total() - sorts[Sort.ABSTRACT]
    return is_few and have_capitals(entry.name.text.split())


def _are_made_alike(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether all items of a list have the same divider behind their names, and something is told behind it."""
    beside = [walked.entry(one) for one in walked.siblings(place)]
    return entry.divider in ("-", ":") and all(one.divider == entry.divider for one in beside)


def heads_posts_like_others(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether no clear name heads a table of posts, and most headings beside it head tables of just these columns.

    So Ferries and Bridges are units, and Staffing is one beside them, as most of them are fields of work.
    """
    header = _posts_below(walked, place) if entry.sort in (Sort.FIELD, Sort.GENERIC, Sort.ABSTRACT) else ()
    if not header:
        return False
    beside = _sorts_over_tables(walked, place)[header]
    fewest = _FEWEST_FIELDS if entry.sort is Sort.FIELD else _MANY
    return beside.total() >= fewest and 2 * (beside[Sort.FIELD] + beside[Sort.UNIT]) >= beside.total()


def _sorts_over_tables(walked: Walk, place: int) -> dict[tuple[str, ...], Counter[Sort]]:
    """Return how many of the headings beside one are of each sort, by the header of the table right below them."""
    key = (walked.items[place].parent, walked.items[place].form)
    if key not in walked.tables:
        found = walked.tables[key] = defaultdict(Counter)
        for one in walked.siblings(place):
            found[_posts_below(walked, one)][walked.entry(one).sort] += 1
    return walked.tables[key]


_FEWEST_FIELDS = 2


def _posts_below(walked: Walk, place: int) -> tuple[str, ...]:
    """Return the header of the table of posts right below a heading; nothing where none stands there."""
    item = walked.items[place]
    first = walked.items[item.children[0]].line.cells if item.form == "#" and item.children else ()
    header = tuple(cell.folded for cell in first)
    return header if any(column_of(cell.text) is Column.POST for cell in first) else ()


_CLASS_OF_BODY = pattern(r"(?:Standing|Executive|Working|Advisory|Steering|Core|Field|Support) [A-Z][a-z]+")


def _is_class_beside_units(walked: Walk, place: int, entry: Entry) -> bool:
    """Whether a class of units stands as one of them below a unit, beside others: Standing Committee."""
    parent = walked.items[place].parent
    is_below = parent is not None and walked.made[parent] is not None and not walked.items[place].children
    is_name = _CLASS_OF_BODY.fullmatch(entry.name.text) is not None and ends_as_unit(entry.name.folded)
    return is_below and is_name and walked.sorts_beside(place)[Sort.UNIT] > 0
