"""Put the user's own words into messages: quoted, cut, listed, and compared for "did you mean"."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

QUOTE_LIMIT = 80
MANY_CANDIDATES = 2_000

CHARACTER_NAMES = {
    0x00: "null character",
    0x07: "bell",
    0x08: "backspace",
    0x0B: "vertical tab",
    0x0C: "form feed",
    0x0D: "carriage return",
    0x1B: "escape",
    0x7F: "delete",
    0x85: "next line",
    0x9B: "control sequence introducer",
    0xFEFF: "byte order mark",
}


def quoted(text: str) -> str:
    """Return text in single quotes, made safe for one line of a terminal and cut to 80 characters.

    >>> quoted("a\\nb")
    "'a\\\\nb'"
    """
    cut = text if len(text) <= QUOTE_LIMIT else text[: QUOTE_LIMIT - 1] + "…"
    return f"'{visible(cut)}'"


def quoted_path(path: str) -> str:
    """Return the name of a file as `quoted` does, but cut at its beginning: its end says which file it is.

    >>> quoted_path("a/" * 50 + "org.yaml")[-11:]
    "a/org.yaml'"
    """
    cut = path if len(path) <= QUOTE_LIMIT else "…" + path[1 - QUOTE_LIMIT :]
    return f"'{visible(cut)}'"


def visible(text: str) -> str:
    """Write control, format-override and unassigned characters as escapes; leave all others alone."""
    if text.isprintable():
        return text
    return "".join(_visible_character(character) for character in text)


def _visible_character(character: str) -> str:
    if character.isprintable() or character in "\u3000\u00a0\u200c\u200d\u00ad":
        return character
    if unicodedata.category(character) in ("Co", "Cn"):
        return character if ord(character) < 0xFFFE and not 0xFDD0 <= ord(character) <= 0xFDEF else "\ufffd"
    return character.encode("unicode_escape").decode("ascii")


def named_character(character: str) -> str:
    """Name a character by its code point and its name.

    >>> named_character("\\u202e")
    'U+202E right-to-left override'
    """
    code = ord(character)
    name = CHARACTER_NAMES.get(code) or unicodedata.name(character, "").lower()
    return f"U+{code:04X} {name or _unnamed(code)}"


def _unnamed(code: int) -> str:
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return "noncharacter"
    return "half of a surrogate pair" if 0xD800 <= code <= 0xDFFF else "control character"


def listed(words: Iterable[str], last: str = "or") -> str:
    """Join words as in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b or c'
    """
    *firsts, final = words
    return f"{', '.join(firsts)} {last} {final}" if firsts else final


def counted(number: int, noun: str) -> str:
    """Put a number before a noun.

    >>> counted(1, "seat"), counted(1200, "seat")
    ('1 seat', '1,200 seats')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that a misspelt word most likely means, if any is near enough.

    Case, hyphens and underscores do not count; among very many candidates only those that begin or end alike
    are compared, so that a slip in a large file stays cheap.
    """
    folded = {fold(candidate): candidate for candidate in reversed(tuple(candidates))}
    wanted = fold(word)
    if wanted in folded:
        return folded[wanted]
    pool = list(folded)
    if len(pool) > MANY_CANDIDATES:
        pool = [key for key in pool if key[:1] == wanted[:1] or key[-1:] == wanted[-1:]][:MANY_CANDIDATES]
    found = difflib.get_close_matches(wanted, pool, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def fold(word: str) -> str:
    """Return a word as it is compared: without case, hyphens, underscores and outer space."""
    return word.strip().casefold().replace("_", "").replace("-", "").replace(" ", "")
