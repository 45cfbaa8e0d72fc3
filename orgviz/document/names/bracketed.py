"""What a bracket behind a name says the name is: a unit with its posts, or one that somebody leads."""

from __future__ import annotations

from dataclasses import replace

from orgviz.document.names.judging import Sort, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_POSTS_INSIDE = pattern(
    r"\d{1,3}\s+[^\W\d][^,;+]*(?:\s*[,;+]\s*\d{1,3}\s+[^\W\d][^,;+]*)*|[^\W\d][^,、;]*\d{1,3}\s*(?:人|名"
    r"|명)(?:\s*[,、;]\s*[^\W\d][^,、;]*\d{1,3}\s*(?:人|名|명))*"
)


def with_bracketed_posts(named: Named) -> tuple[Named, Passage | None]:
    """Read the posts that a unit has in brackets: Werkstatt (6 Monteure, 1 Meister)."""
    folded = named.name.folded
    start = folded.rfind("(")
    if start < 2 or not folded.endswith(")") or not _POSTS_INSIDE.fullmatch(folded[start + 1 : -1].strip()):
        return named, None
    if judge(folded[:start].strip()) is not Sort.UNIT:
        return named, None
    return replace(named, name=named.name.cut(0, start)), named.name.cut(start + 1, len(folded) - 1)


# SRE (lead: Kim Lane): who has a lead is a unit, whatever its name. Guide (Ann Lee): no word for a book.
_LED = pattern(r"\((?:(?:team |tech )?lead|(?:team )?leader|head|led by|headed by|chaired by)\b[^()]*\)$")


def sort_beside(named: Named, written: str) -> Sort:
    """Return what a name is, by itself and by what was written in a bracket behind it."""
    if named.holders and _LED.search(written):
        return Sort.UNIT
    sort = judge(named.name.folded)
    return Sort.FIELD if named.holders and sort in (Sort.ABSTRACT, Sort.GENERIC) else sort
