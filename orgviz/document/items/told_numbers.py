"""Find the headings and items of an English text of which it says before how many there are: We have three teams."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgviz.document.english.phrases import NUMBER, number_in
from orgviz.document.names.entry import Entry, read_entry
from orgviz.document.names.judging import Sort
from orgviz.document.outline.nesting import Item
from orgviz.patterns import pattern

_CLASS = (
    r"(?:departments|divisions|teams|units|sections|offices|branches|bureaus|directorates|squads|working groups|"
    r"committees|sub-?committees|groups|chapters|tribes|crews|pods|faculties|subteams|desks|wards|guilds|circles|studios|labs)"
)
_COUNTED = pattern(
    rf"\b(?:into|has|have|of|are|with|through|across|in|by|runs?|includes?|comprises|contains)\s(?:the\sfollowing\s)?"
    rf"(?P<count>{NUMBER})\s(?:(?!or\b|of\b|to\b)[a-z-]+\s){{0,3}}?(?P<class>{_CLASS})\b(?!\s(?:a|per|each)\b)"
)
# What has sections without being an organisation.
_THING = pattern(
    r"\b(?:guide|document|page|handbook|manual|repo(?:sitory)?|book|course|report|paper|article|policy|plan|site|app|form|"
    r"checklist|agenda|program|programme|curriculum|code|charter|template|system|chart|table|list|menu)s?\s"
)
_ANNOUNCED = pattern(
    rf"\b(?:(?:below(?:,? you(?:'ll| will| can) find| are| is| we list)|here(?: are| is|'s)|the following (?:are|is)"
    rf"|you(?:'ll| will| can) find here)(?: (?:an?|the) (?:[a-z]+ )?(?:list|overview|summary|directory) of)?"
    rf"|this (?:page|document) (?:lists|introduces|presents)) "
    rf"(?:(?:all|the|our|its|of|major|main|various|different|individual|"
    rf"company|current|existing|[a-z]+'s) ){{0,4}}(?:{_CLASS}|functions)\b"
    r"(?! of (?:people|users|customers|tasks|products|files))"
)
_ANY = 0  # units that are announced, but not counted
_FEWEST_OF_ANY = 3
_FEWEST = 2
_MOST_WORDS = 6
_MOST_TOLD = 20  # sentences that are looked at: a text that counts units more often describes no one organisation


def places_counted(items: Sequence[Item]) -> frozenset[int]:
    """Return the items of lists that hold just so many names as the sentence before them says that there are units.

    Only what can be a name is counted, and all of a list or none.
    """
    places: set[int] = set()
    for lists in lists_counted(items):
        named = (listed for listed in lists if _can_be_units([read_entry(items[one].body) for one in listed]))
        places.update(next(named, ()))
    return frozenset(places)


def lists_counted(items: Sequence[Item]) -> Iterator[Iterator[list[int]]]:
    """Yield for each sentence that says how many units there are the lists of as many items, whatever they hold."""
    told = [(place, count) for place, item in enumerate(items) if (count := _told(item)) is not None]
    for place, count in told[:_MOST_TOLD]:
        yield (listed for listed in _lists_behind(items, place) if _has_as_many(listed, count))


def _has_as_many(listed: Sequence[int], count: int) -> bool:
    return len(listed) >= _FEWEST_OF_ANY if count == _ANY else len(listed) == count


def _told(item: Item) -> int | None:
    """Return of how many units a line speaks that names none of them; 0 where it announces them uncounted."""
    folded = item.body.folded
    if (
        (item.mark is not None and item.form not in ("lead", "bare", "named"))
        or item.line.cells
        or not folded.isascii()
    ):
        return None
    if _ANNOUNCED.search(folded):
        return _ANY
    found = list(_COUNTED.finditer(folded))
    if len(found) != 1 or _THING.search(folded[: found[0].start() + 1]):
        return None
    count = number_in(found[0]["count"])
    is_listed = _LISTED.match(folded, found[0].end()) or (
        folded.endswith(":") and not _ENDS.fullmatch(folded, found[0].end())
    )
    return None if is_listed or count is None or count < _FEWEST else count


_ENDS = pattern(
    r"(?:\s(?:below|here|within it|in total|in all|as follows|which are|they are|these are|namely|\w+ed))*,?\s*:"
)
_LISTED = pattern(r"\s*[:(–-]\s*\S")


def _lists_behind(items: Sequence[Item], place: int) -> Iterator[list[int]]:
    """Yield the lists that follow a sentence: below it, beside it, and beside the heading that it stands below."""
    yield from _by_form(items, items[place].children)
    above = items[place].parent
    yield from _by_form(items, _beside(items, place))
    if above is not None and items[above].form in _HEADINGS:
        around = [one for one in _beside(items, above) if items[one].form == items[above].form]
        yield around


_HEADINGS = ("#", "bold", "bare")


def _beside(items: Sequence[Item], place: int) -> list[int]:
    """Return what stands beside an item, behind it."""
    above = items[place].parent
    if above is not None:
        return [one for one in items[above].children if one > place]
    return [one for one in range(place + 1, len(items)) if items[one].parent is None]


def _by_form(items: Sequence[Item], places: Sequence[int]) -> Iterator[list[int]]:
    """Yield those that have a mark, each form and depth for itself, in the order in which the forms appear."""
    lists: dict[tuple[str, int], list[int]] = {}
    for one in places:
        mark = items[one].mark
        if mark is not None and mark.form != "lead":
            lists.setdefault((mark.form, mark.depth if mark.form == "#" else 0), []).append(one)
    yield from lists.values()


def _can_be_units(entries: Sequence[Entry]) -> bool:
    """Whether all are written as names, and fewer than half of them sort or are titles elsewhere: Charts."""
    odd = sum(entry.sort in (Sort.GENERIC, Sort.POST) for entry in entries)
    return 2 * odd < len(entries) and all(map(_is_written_as_name, entries))


_SEVERAL_FIELDS = pattern(r"(?:[A-Z][\w-]+, ){1,3}[A-Z][\w-]+,? (?:&|and) [A-Z][\w-]+(?: \([A-Z]{2,6}\))?")


def _is_written_as_name(entry: Entry) -> bool:
    name = entry.name
    is_name = entry.sort in (Sort.UNIT, Sort.FIELD, Sort.ABSTRACT, Sort.GENERIC)
    is_name = is_name or (entry.sort is Sort.POST and entry.rest is None and entry.name.folded.isalpha())  # Executive
    is_name = is_name or (entry.sort is Sort.SENTENCE and _SEVERAL_FIELDS.fullmatch(name.text) is not None)
    return is_name and name.text[:1].isupper() and len(name.folded.split()) <= _MOST_WORDS
