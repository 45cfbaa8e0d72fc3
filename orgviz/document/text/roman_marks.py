"""Tell numbers of the Romans from letters in an outline, where one sign may be both: i. behind h. is a letter."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from orgviz.document.text.marks import Mark

_LETTERS: Final = MappingProxyType({1: 9, 5: 22, 10: 24})  # i, v and x, as numbers and in the alphabet
_NUMBERS: Final = MappingProxyType({letter: number for number, letter in _LETTERS.items()})


def settled(mark: Mark | None, marks: Sequence[Mark | None], opened: Sequence[int]) -> Mark | None:
    """Return a mark as the letter that follows the one of an open item, else as a number.

    As marks are read, i. is a number and (i) a letter.

    Args:
        opened: the places of the open items among the marks.
    """
    if mark is None or mark.number is None:
        return mark
    if mark.form == "i." and mark.number in _LETTERS:
        lettered = Mark("a.", _LETTERS[mark.number])
        return lettered if _follows(lettered, marks, opened) else mark
    if mark.form == "(a)" and mark.number in _NUMBERS:
        return mark if _follows(mark, marks, opened) else Mark("i.", _NUMBERS[mark.number])
    return mark


def _follows(mark: Mark, marks: Sequence[Mark | None], opened: Sequence[int]) -> bool:
    before = Mark(mark.form, (mark.number or 0) - 1)
    return any(marks[place] == before for place in opened)
