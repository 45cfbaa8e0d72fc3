"""Find the characters that no text may hold: controls, noncharacters, and what hides or reorders others."""

from __future__ import annotations

from orgviz.patterns import pattern
from orgviz.wording import named_character

# Ranges are spelt as escapes: the characters themselves would hide what stands here.
_NEVER = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but tab and line feed
    r"\u202d\u202e"  # overrides of the reading direction
    r"\ufeff\ufdd0-\ufdef\ud800-\udfff"
)
_NONCHARACTERS = "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17))
_TAGS = r"\U000e0001\U000e0020-\U000e007f"
_FLAG = "\U0001f3f4"
_EMBEDDINGS = "\u202a\u202b\u2066\u2067\u2068"
_CLOSERS = {"\u202c": "\u202a\u202b", "\u2069": "\u2066\u2067\u2068"}

FORBIDDEN = pattern(f"[{_NEVER}{_NONCHARACTERS}]")
SUSPECT = pattern(f"[{_NEVER}{_NONCHARACTERS}{_TAGS}{_EMBEDDINGS}\u202c\u2069]")

# Below so many characters it takes longer to compile the second pattern than to search by the first.
_LONG = 50_000
# No suspect is in these few ranges, which hold nearly all of nearly every text and are passed over ten times faster.
_UNUSUAL = pattern(r"[^\n\t -~\xa0-\u2027\u2030-\u2065\u206a-\ud7ff\uff00-\uffef\U0001f300-\U0001faff]")


def holds_suspects(text: str) -> bool:
    """Tell whether there is any character in a text at which `forbidden_character` would have to look."""
    if len(text) < _LONG:
        return SUSPECT.search(text) is not None
    unusual = _UNUSUAL.search(text)
    return unusual is not None and SUSPECT.search(text, unusual.start()) is not None


def forbidden_character(text: str) -> str | None:
    """Return the first character that must not stand in a text, or nothing.

    Embeddings and isolates of the reading direction are fine when each is closed again; tag characters are
    fine behind a black flag, where they name a region.
    """
    open_marks: list[str] = []
    for match in SUSPECT.finditer(text):
        character = match.group()
        if FORBIDDEN.match(character):
            return character
        if character in _EMBEDDINGS:
            open_marks.append(character)
        elif character in _CLOSERS:
            if not open_marks or open_marks.pop() not in _CLOSERS[character]:
                return character
        elif _FLAG not in text[: match.start()]:
            return character
    return open_marks[0] if open_marks else None


def invisible_text(text: str) -> str | None:
    """Name the first character of a text that shows nothing at all; nothing where there is something to see.

    >>> invisible_text("\\u00a0")
    'U+00A0 no-break space'
    """
    if _INVISIBLE.match(text) is None or _INVISIBLE.fullmatch(text) is None:
        return None
    return named_character(text.strip(" \t\n")[:1] or text[0])


_INVISIBLE = pattern(
    r"[\s\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u205f-\u206f"
    r"\u2800\u3000\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]+"
)
