"""Tell what an unknown key most likely means: a key of its mapping, or one that belongs to another."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

from orgviz.build.keys import MODEL, MODEL_TABLES, OUTLINE_TABLES, SCHEMA, SYNONYMS, TOP, UNIT, Table
from orgviz.patterns import pattern
from orgviz.wording import fold, listed

# Below this likeness two short words have little in common: 'order' is not 'holder'.
LIKENESS = 0.75

_JOINED = pattern(r"([a-z_]+)(：|:(?! |$))\s*(.*)", re.DOTALL)
_INNER = pattern(r"(?:^|\s)(?:([a-z_]+)(?:：|:(?=[\u3000\xa0]))|(\w+)：(?=\s-\s))")


def meant_key(word: str, table: Table, written: Collection[str]) -> str | None:
    """Return the key of a table that an unknown word stands for; nothing where that is uncertain.

    Its own keys in another spelling go first, then the words that people use instead, then slips of the
    fingers. A word that is a key elsewhere stands for itself.

    Args:
        written: the keys that the mapping has already.
    """
    spellings = {fold(key): key for key in table.keys}
    same = spellings.get(fold(word))
    if same is not None:
        return same if same not in written else None
    found = _by_synonym(word, table, written)
    if found is not None or _other_tables(word, table):
        return found
    near = _nearest_word(word, table, written)
    if near is None or near in table.keys:
        return near
    return _by_synonym(near, table, written)


def hint_for(word: str, meant: str | None, table: Table) -> str:
    """Return what to say about an unknown key."""
    if meant is not None:
        return f"did you mean '{meant}'?"
    meanings = (word, *table.synonyms.get(word, ()))
    written = next((key for key in meanings if key in table.keys), None)
    if written is not None and not _other_tables(word, table):
        return f"'{written}' stands here already"
    if table is UNIT and "reports_to" in meanings:
        return "put the unit into the list 'units' of the one above it"
    for key in meanings:
        others = _other_tables(key, table)
        if others:
            return f"'{key}' belongs to {listed(others)}"
    return f"{table.what} may have: {listed([key for key in table.keys if key != SCHEMA], 'and')}"


def describes_person(words: Collection[str]) -> bool:
    """Tell whether unknown keys name a person but no post, such as 姓名 alone."""
    meanings = [SYNONYMS.get(word, ()) for word in words]
    return any("holder" in keys for keys in meanings) and not any(keys[:1] == ("title",) for keys in meanings)


def split_joined(text: str) -> tuple[str, int, str] | None:
    """Split ``name：A`` or ``name:A``, typed for ``name: A``, into key, offset of the colon, and value.

    Nothing where what stands before the colon is no key. A second pair behind the first is left out, as a
    text that goes on over lines holds both.
    """
    match = _JOINED.match(text)
    if match is None or match[1] not in _ALL_KEYS:
        return None
    return match[1], match.start(2), next((match[3][:place] for place in _inner_places(match[3])), match[3])


def inner_pair(text: str) -> str | None:
    """Return the key in ``A head：B``, or ``A： - B``, which YAML makes of two lines; nothing where there is none."""
    return next((match[1] or match[2] for match in _INNER.finditer(text) if match[2] or match[1] in _ALL_KEYS), None)


def _inner_places(text: str) -> list[int]:
    return [match.start() for match in _INNER.finditer(text) if match[1] in _ALL_KEYS]


def _by_synonym(word: str, table: Table, written: Collection[str]) -> str | None:
    meanings = table.synonyms.get(word) or table.synonyms.get(word.lower()) or ()
    return next((key for key in meanings if key in table.keys and key not in written), None)


def _other_tables(word: str, table: Table) -> list[str]:
    family = MODEL_TABLES if table in MODEL_TABLES else OUTLINE_TABLES
    tables = [other for other in family if word in other.keys and other is not table]
    return ["the top of the file" if other in (TOP, MODEL) else other.what for other in tables]


def _nearest_word(word: str, table: Table, written: Collection[str]) -> str | None:
    """Find the most alike of this table's free keys, all other keys, and the words used for the free keys."""
    words = {fold(key): key for key in sorted(_ALL_KEYS - table.keys.keys())}
    words |= {fold(synonym): synonym for synonym in table.synonyms if _by_synonym(synonym, table, written)}
    words |= {fold(key): key for key in table.keys if key not in written}
    found = difflib.get_close_matches(fold(word)[:100], words, n=1, cutoff=LIKENESS)
    return words[found[0]] if found else None


_ALL_KEYS = frozenset(key for table in (*OUTLINE_TABLES, *MODEL_TABLES) for key in table.keys)
