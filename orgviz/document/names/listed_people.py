"""Read lists of people and nothing else: 王敏、李四, Ann Lee and Will Day."""

from __future__ import annotations

from orgviz.document.names.judging import is_wide
from orgviz.document.names.people import are_first_names, is_person
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_BETWEEN = pattern(r"\s*(?:[、,/;&]|和|及| and )\s*")


def listed_people(text: Passage) -> tuple[str, ...]:
    """Return the people that a text lists; nothing where anything in it is none."""
    parts = list(text.split(match.span() for match in _BETWEEN.finditer(text.folded)))
    if are_first_names([part.text for part in parts]):
        return tuple(part.text for part in parts)
    found: list[str] = []
    for part in parts:
        people = (part.text,) if not part.text or is_person(part.text, part.folded) else _spaced(part)
        if not people:
            return ()
        found.extend(one for one in people if one)
    return tuple(found)


def _spaced(text: Passage) -> tuple[str, ...]:
    """Return the people between whose names nothing but spaces stand: 周平 孙丽."""
    names = text.folded.split() if is_wide(text.folded) else []
    are_people = len(names) > 1 and all(len(name) > 1 and is_person(name, name) for name in names)
    return tuple(text.text.split()) if are_people else ()
