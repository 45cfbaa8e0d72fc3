"""Titles that are ranks: those that every unit may have, and those of which an organisation has one."""

from __future__ import annotations

from orgviz.document.names.name_keys import key_of
from orgviz.document.names.words import words

# Ranks of which an organisation has one.
_ONE_ONLY = frozenset(
    (
        "ceo",
        "cto",
        "cfo",
        "coo",
        "cio",
        "cmo",
        "cpo",
        "chro",
        "ciso",
        "cro",
        "cdo",
        "总经理",
        "董事长",
        "总裁",
        "院长",
        "校长",
        "馆长",
        "理事长",
        "会长",
        "秘书长",
        "总干事",
        "局长",
        "园长",
        "社长",
        "chancellor",
        "provost",
        "president",
    )
)


def is_rank_only(folded: str) -> bool:
    """Whether a title is nothing but a rank, such as 主任 or manager: every unit may have one."""
    known = words()
    text = key_of(folded)
    if text in _ONE_ONLY:
        return False
    return known.posts.match(text) == text or text in known.latin_posts or text in known.german_posts.words


def is_top_rank(folded: str) -> bool:
    """Whether a title is one of which an organisation has one, or that of a deputy: 总经理, 副院长, CEO."""
    key = key_of(folded)
    return key in _ONE_ONLY or key.removeprefix("常务").removeprefix("副") in _ONE_ONLY
