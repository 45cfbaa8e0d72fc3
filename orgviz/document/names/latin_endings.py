"""Tell by the last words of a name in Latin letters whether it is one of a unit or of a post."""

from __future__ import annotations

from functools import lru_cache

from orgviz.document.names.sorts import Sort
from orgviz.document.names.words import words

# Who is chosen and not yet in office.
_ELECTED = frozenset(("chair-elect", "president-elect", "chairperson-elect", "secretary-elect", "treasurer-elect"))


def latin_ending(parts: list[str]) -> Sort | None:
    """Return what the last words of a name make it, where they tell."""
    known = words()
    if parts and (parts[-1].endswith("-in-chief") or parts[-1] in _ELECTED):
        return Sort.POST
    if parts[-2:] == ["at", "large"] or parts[-1:] == ["at-large"]:  # Directors at Large
        parts = parts[: -2 if parts[-1] == "large" else -1]
    for length in (3, 2, 1):
        ending = " ".join(parts[-length:])
        if len(parts) < length:
            continue
        if ending in known.latin_not:
            break
        for written in (ending, singular(ending), ending.removeprefix("co-")):
            if written in known.latin_posts:
                return Sort.POST
            if written in known.latin_units:
                return Sort.UNIT
    return _german_ending(parts[-1] if parts else "")


def _german_ending(last: str) -> Sort | None:
    """Judge a German word by its end, also in the plural or another case: Monteure, Beisitzern, Abteilungen."""
    known = words()
    for ending in ("", "e", "n", "en", "s", "nen", "innen"):
        stem = last.removesuffix(ending) if ending else last
        if ending and (stem == last or len(stem) < 6):
            continue
        if "-" not in stem and known.german_posts.match(stem):
            return Sort.POST
        if known.german_units.match(stem) and (len(stem) > 4 or stem in ("amt", "abt")):
            return Sort.UNIT
    return None


@lru_cache(maxsize=1 << 12)
def singular(text: str) -> str:
    """Return an English word or name in the singular.

    >>> singular("front desk agents"), singular("committees"), singular("business")
    ('front desk agent', 'committee', 'business')
    """
    if text.endswith((" general", " General")) and len(text) > len(" general"):
        return singular(text[: -len(" general")]) + text[-len(" general") :]
    if text.endswith("ies") and len(text) > 4:
        return text[:-3] + "y"
    if text.endswith(("sses", "ches", "shes", "xes")):
        return text[:-2]
    if text.endswith("eaus"):
        return text[:-1]
    if text.endswith("men"):
        return text[:-2] + "an"
    return text[:-1] if text.endswith("s") and not text.endswith(("ss", "us", "is")) and len(text) > 3 else text
