"""Find the titles that a team of a data file lists in plain words: roles: ['Head of Research', 'Analysts']."""

from __future__ import annotations

from orgviz.source import entries
from orgviz.source.entries import Scalar, Sequence
from orgviz.table.words import fold_word

_KEYS = frozenset(("roles", "jobs", "jobtitles", "posts", "staffing", "岗位", "职位", "岗位设置"))
_LARGEST = 60  # characters of a title


def roles_of(team: entries.Mapping) -> tuple[Scalar, ...]:
    """Return the titles that a mapping lists; nothing where its roles are rights, as in ``roles: [admin, read]``."""
    for key, value in team.pairs:
        if fold_word(key.text) in _KEYS and isinstance(value, Sequence) and value.items:
            titles = tuple(item for item in value.items if isinstance(item, Scalar) and _is_title(item.text.strip()))
            is_worded = 2 * sum(_has_words(title.text.strip()) for title in titles) >= len(titles)
            return titles if len(titles) == len(value.items) and is_worded else ()
    return ()


def _is_title(text: str) -> bool:
    return 0 < len(text) <= _LARGEST and not text[0].islower() and text[0].isalpha() and not text.isupper()


def _has_words(text: str) -> bool:
    """Whether a title is more than one word, or is written without spaces."""
    return " " in text or not text.isascii()
