"""What a short text can be: the name of a unit or post, a field of work, or no name."""

from __future__ import annotations

from enum import StrEnum

from orgviz.patterns import pattern

_WIDE = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_BRACKETS = pattern(r"\([^()]*\)|\[[^\[\]]*\]|【[^】]*】|「[^」]*」")


class Sort(StrEnum):
    """What a short text is.

    A FIELD is a name only by its place; GENERIC words sort; ABSTRACT is talked about but no part.
    """

    UNIT = "unit"
    POST = "position"
    FIELD = "field of work"
    GENERIC = "sorting words"
    ABSTRACT = "not a part of an organisation"
    SENTENCE = "sentence"


STRONG = (Sort.UNIT, Sort.POST)


def is_wide(folded: str) -> bool:
    """Whether a text is in a script that is written without spaces."""
    return not folded.isascii() and _WIDE.search(folded) is not None


def bare(folded: str) -> str:
    """Return a name without brackets, quotes and what stands behind it."""
    text = _BRACKETS.sub("", folded) if (folded and folded[-1:] in ")]】」") or "(" in folded else folded
    return text.strip(" 。;,.:、\"'“”‘’《》-")
