"""Complete the names of an English list whose class word stands but once: the Finance and Audit Committees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from orgviz.document.english.phrases import Phrase
from orgviz.document.names.judging import STRONG, Sort, is_known_field, judge, singular
from orgviz.document.text.passages import Passage, passage
from orgviz.patterns import pattern


def suffixed(items: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Complete `the Finance, Audit and Safety Committees`: the class word stands behind the last only."""
    if len(items) < 2 or items[-1].sort is not Sort.UNIT or not all(map(_may_be_field, _without_own(items[:-1]))):
        return items
    last = items[-1].name.text.split()
    ending = singular(last[-1])
    if ending == last[-1] or len(last) < 2 or ending.lower() in _OF_NAMES:
        return items
    if last[0].islower() and not _are_known_fields(items):
        return items
    shorter = replace(
        items[-1], named=replace(items[-1].named, name=renamed(items[-1].name, " ".join([*last[:-1], ending])))
    )
    return (*(item if item.sort is Sort.UNIT else ended(item, ending) for item in items[:-1]), shorter)


def _without_own(items: Sequence[Phrase]) -> Sequence[Phrase]:
    """Leave out those with a class word of their own, unless all have one: the Help Desk, Network and Audit Teams."""
    return [item for item in items if item.sort is not Sort.UNIT or _is_many(item)] or items


def _is_many(item: Phrase) -> bool:
    return singular(item.name.text) != item.name.text


def _are_known_fields(items: Sequence[Phrase]) -> bool:
    """Whether one article stands before several fields in small letters: the help desk, design and security teams."""
    fields = [item for item in items[:-1] if item.sort is not Sort.UNIT]
    is_one_article = items[0].before in ("the", "our", "its") and not any(item.before for item in items[1:])
    names = [*(item.name.folded for item in fields), items[-1].name.folded.rpartition(" ")[0]]
    return is_one_article and bool(fields) and 2 * sum(map(is_known_field, names)) >= len(names)


_OF_NAMES = ("service", "operation", "relation", "affair", "system", "resource")  # Housing, Dining and Health Services
_INITIALS = pattern(r"[A-Z]{2,5}")


def _may_be_field(item: Phrase) -> bool:
    """Whether an item may be the field of a unit: Platform, and SRE before Platform Teams, though that is a title."""
    return item.sort is Sort.FIELD or (_INITIALS.fullmatch(item.name.text) is not None and item.before in ("", "the"))


def ended(item: Phrase, ending: str) -> Phrase:
    """Return an item with the word for its class behind its name."""
    name = renamed(item.name, f"{item.name.text} {ending}")
    return replace(item, named=replace(item.named, name=name), sort=judge(name.folded))


def renamed(name: Passage, text: str) -> Passage:
    """Return another text for a name, as if it stood in its place."""
    made = passage(text, 1, 1)
    return Passage(made.text, made.folded, name.places)


def in_singular(item: Phrase) -> Passage:
    """Return an item's name in the singular."""
    return item.name if (short := singular(item.name.text)) == item.name.text else renamed(item.name, short)


_OF_SEVERAL = pattern(
    r"(?P<class>Schools|Departments|Faculties|Colleges|Divisions|Offices|Institutes|Bureaus|Directorates|Centres|"
    r"Centers|Ministries|Branches|Sections|Committees|(?:(?:Vice|Deputy|Assistant|Associate|Senior|Executive)[\s-])*"
    r"(?:Rectors|Presidents|Chancellors|Provosts|Principals|Directors|Deans|Managers|Officers|Secretaries|Ministers|"
    r"Commissioners|Chiefs|Heads)|(?:[a-z-]+\s){0,2}(?:editors|managers|directors|officers|coordinators|heads|chairs|leads|secretaries))"
    r"\s(?P<of>of|for)\s(?P<first>[A-Z].*)"
)


def prefixed(items: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Complete `the Schools of Law, Music and Physics`: the class word stands before the first only."""
    whole: list[Phrase] = []
    number = 0
    while number < len(items):
        match = _OF_SEVERAL.fullmatch(items[number].name.text)
        end = number + 1
        while end < len(items) and match and _is_field_of(items[end]):
            end += 1
        whole.extend(_each_of(items[number:end], match, is_last=end == len(items)) if match else items[number:end])
        number = end
    return tuple(whole)


def _is_field_of(item: Phrase) -> bool:
    return not item.before and item.is_proper and item.sort not in STRONG


def _each_of(items: Sequence[Phrase], match: re.Match[str], *, is_last: bool) -> Sequence[Phrase]:
    """Return the units or posts of one class with a field each; one alone stays as it is."""
    fields = [match["first"], *(item.name.text for item in items[1:])]
    places = list(items)
    if len(items) > 1 and not is_last and " and " in fields[-1]:
        fields[-1:] = fields[-1].split(" and ")
        places.append(items[-1])
    if len(fields) < 2:
        return items
    front = f"{singular(match['class'])} {match['of']} "
    sort = Sort.POST if items[0].sort is Sort.POST else Sort.UNIT
    return [
        replace(item, named=replace(item.named, name=renamed(item.name, front + field)), sort=sort, count=None)
        for item, field in zip(places, fields, strict=False)
    ]
