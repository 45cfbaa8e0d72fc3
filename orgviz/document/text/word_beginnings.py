"""Write regular expressions that begin with one of many words so that they are tried at few places of a text."""

from __future__ import annotations

import re
from itertools import groupby


def at_words(stems: str) -> str:
    """Return a pattern for the places at which a word begins with one of some stems, written with spaces between.

    A form that begins with one of many words is tried at each letter of a text; with this in front of it, it fails
    at once where none of the words can begin.

    >>> at_words("led is lead")
    '\\\\b(?=i(?:s)|l(?:ed|ead))'
    """
    return rf"\b(?={grouped('|'.join(map(re.escape, stems.split())))})"


def grouped(alternatives: str) -> str:
    """Return alternatives that each begin with a letter, those of one letter together: one look leaves few to try.

    >>> grouped("teams?|councils?|crew|repositor(?:y|ies)")
    'c(?:ouncils?|rew)|r(?:epositor(?:y|ies))|t(?:eams?)'
    """
    each = sorted(_apart(alternatives), key=lambda one: one[0])
    return "|".join(
        f"{letter}(?:{'|'.join(one[1:] for one in of_letter)})"
        for letter, of_letter in groupby(each, key=lambda one: one[0])
    )


def _apart(alternatives: str) -> list[str]:
    """Return the alternatives of a pattern, each with its own brackets."""
    found = [""]
    depth = 0
    for sign in alternatives:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found
