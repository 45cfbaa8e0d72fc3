"""What a name looks like: two names with one skeleton cannot be told apart by eye, or only by case and width.

The letters are those of Unicode's table of confusables (UTS 39) that Latin, Cyrillic and Greek share.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from orgviz.wording import named_character

_CYRILLIC = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһӏЁёЇїҮү"
_AS_LATIN = "ABESIJKMHOPCTYXaesijopcyxdqwhlËëÏïYy"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαιοκνρυϲϳ"
_GREEK_AS_LATIN = "ABEZHIKMNOPTYXaiokvpucj"
_LOOKS = dict(zip(_CYRILLIC + _GREEK, _AS_LATIN + _GREEK_AS_LATIN, strict=True))


def skeletons(names: Collection[str]) -> list[tuple[str, ...]]:
    """Return by what each name is compared: without width, case and spaces; and then also by the letters' looks.

    >>> skeletons(["ＡＢ 公司", "Аnn"])  # the second with a Cyrillic letter
    [('ab公司',), ('аnn', 'ann')]
    """
    if not names:
        return []
    folded, looks = _folded(names)
    return [(one,) if one == other else (one, other) for one, other in zip(folded, looks, strict=True)]


def share_skeletons(names: Collection[str]) -> bool:
    """Tell whether any two of different names have a skeleton in common; few files have such names.

    >>> share_skeletons(["Ann", "Bob"]), share_skeletons(["Ann", "ANN"])
    (False, True)
    """
    if not names:
        return False
    folded, looks = _folded(names)
    two = 0 if looks is folded else sum(one != other for one, other in zip(folded, looks, strict=True))
    return len({*folded, *looks}) < len(names) + two


def _folded(names: Collection[str]) -> tuple[list[str], list[str]]:
    """Return names without width, case and spaces, and the same with letters by their looks.

    All are folded at once, a line each: so there are as many steps as there are different characters to be changed.
    """
    lines = unicodedata.normalize("NFKC", "\n".join([name.replace("\n", "") for name in names]))
    characters = sorted({*lines} - {"\n"})
    for character in characters:
        if _is_unseen(character):
            lines = lines.replace(character, "")
    looks = lines
    for character in characters:
        if character in _LOOKS:
            looks = looks.replace(character, _LOOKS[character])
    folded = lines.casefold().split("\n")
    return folded, folded if looks == lines else looks.casefold().split("\n")


def difference(name: str, other: str) -> str:
    """Name what two names with a skeleton in common differ in.

    >>> difference("Sales", "SALES"), difference("ＡＢ", "AB"), difference("王 敏", "王敏")
    ('case', 'width', 'spaces')
    """
    ours, theirs = (unicodedata.normalize("NFKC", text) for text in (name, other))
    if ours == theirs:
        return "width"
    tight, other_tight = ("".join(sign for sign in text if not _is_unseen(sign)) for text in (ours, theirs))
    if tight == other_tight:
        return "spaces"
    if ours.casefold() == theirs.casefold():
        return "case"
    if tight.casefold() == other_tight.casefold():
        return "spaces and case"
    foreign = next((one for one, two in zip(tight, other_tight, strict=False) if one != two and not one.isascii()), "")
    foreign = foreign or next((two for one, two in zip(tight, other_tight, strict=False) if one != two), "")
    return f"letters that look alike: {named_character(foreign)}" if foreign else "letters that look alike"


def _is_unseen(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Cf"
