"""Say in a regular expression where words begin that may open a form, so that it is tried at no other place."""

from __future__ import annotations

import re
from itertools import groupby


def at_words(stems: str) -> str:
    """Return a pattern for the places at which a word begins with one of some stems, written with spaces between.

    A form that begins with one of many words is tried at each letter of a text; in front of it, this makes it fail
    at once where none of the words can begin: by one look at the letter, as stems of one first letter stand together.

    >>> at_words("led is lead")
    '\\\\b(?=i(?:s)|l(?:ead|ed))'
    """
    grouped = groupby(sorted(set(stems.split())), key=lambda stem: stem[0])
    branches = (f"{first}(?:{'|'.join(re.escape(stem[1:]) for stem in each)})" for first, each in grouped)
    return rf"\b(?={'|'.join(branches)})"
