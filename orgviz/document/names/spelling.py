"""Bring names in Latin letters into the spelling that the words are compared with."""

from __future__ import annotations

from orgviz.patterns import pattern

# Leiter*in, Mitarbeiter:innen, Referent/-in, Vorsitzende(r)
_GENDERS = pattern(r"(?<=[a-zäöüß]{3})(?:[*:_·]|/-?|\()(?:innen|in|r|n|e)\b\)?")
# An abbreviation before another word, whose stop ends no sentence: Stv. Leiter, Asst. Manager.
_SHORTENED = pattern(
    r"\b(?P<word>stv|stellv|kfm|techn|allg|wiss|asst|assoc|dept|div|sr|jr|exec|mgr|dir|gen|dep)"
    r"\.(?=\s[^\W\d])|(?<=[a-z] )(?P<number>no|nr)\.(?=\s?\d)"
)


# Rechts-, Sicherheits- und Ordnungsverwaltung: the last word ends all of them.
_SHARED = pattern(r"\b[a-zäöüß]{3,}-(?:,\s+|\s+(?:und|oder|sowie)\s+)")


def plain_spelling(folded: str) -> str:
    """Return a folded name without the marks of both genders, and without stops behind abbreviations.

    >>> plain_spelling("stv. vorsitzende*r"), plain_spelling("referent:innen"), plain_spelling("leiter/in einkauf")
    ('stv vorsitzende', 'referent', 'leiter einkauf')
    """
    folded = _SHARED.sub("", folded) if "-" in folded else folded
    return _GENDERS.sub("", _SHORTENED.sub(lambda match: match["word"] or match["number"], folded))
