"""Identifiers for SVG groups, made from the author's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType

from orgviz.patterns import pattern

# XML names may hold more, but these are safe in CSS selectors, URLs and scripts without escaping.
_UNSAFE = pattern(r"[^\w-]+")
# Letters of Latin-1 that are not in XML's table count as spaces.
_NO_LETTERS = MappingProxyType(dict.fromkeys(map(ord, "ªµº"), " "))
_ASCII = pattern(r"[\x00-\x7f]+")
# What orgviz itself calls things.
_TAKEN = pattern(
    r"(graph|edge|link|legend|legendtext|title|description|background|pagetext|pagearea)\d*|edge-.*", re.DOTALL
)


def svg_ids(ids: Iterable[str]) -> list[str]:
    """Return an XML name for each id: its letters and digits, ``-`` for all else, numbered where two would clash.

    >>> svg_ids(["ops", "head office", "head/office", "5"])
    ['ops', 'head-office', 'head-office-2', 'n-5']
    """
    used: set[str] = set()
    result = []
    for text in ids:
        name = base = _name(text)
        number = 2
        while name in used:
            name = f"{base}-{number}"
            number += 1
        used.add(name)
        result.append(name)
    return result


def type_class(name: str) -> str:
    """Return the class of a type's boxes: the letters and digits of its name, ``-`` for all else.

    >>> type_class("operations"), type_class('a" image="b')
    ('type-operations', 'type-a-image-b')
    """
    return f"type-{_hyphenated(name)}"


def _name(text: str) -> str:
    name = _hyphenated(text).strip("-")
    if not name or not (name[0].isalpha() or name[0] == "_") or _TAKEN.fullmatch(name):
        name = f"n-{name}" if name else "n"
    if name.isascii() or _ASCII.sub("", name).isalpha():
        return name
    return "".join(character if _allowed(character) else "-" for character in name)


def _hyphenated(text: str) -> str:
    return _UNSAFE.sub("-", text if text.isascii() else text.translate(_NO_LETTERS))


def _allowed(character: str) -> bool:
    """Whether XML 1.0 lets the character stand in a name (a rough subset of its table)."""
    return character.isascii() or character.isalpha() or (character.isdecimal() and ord(character) < 0x3000)
